<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates: their values in words, their tooltips, and the chronology. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="months" as="xs:string*" select="'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September',
    'October', 'November', 'December'"/>

  <!-- The value of a date as one string; the words of one that has no value. -->
  <xsl:function name="t:value" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:sequence select="(string-join($date/(@when, @from, @to, @notBefore, @notAfter, @dur) ! (local-name() || '=' || .), ' ')[.], t:words($date))[1]"/>
  </xsl:function>

  <!-- "8 November 1962", "November 1962", "26 November, year not given", "22 October 1962, 10:30 -05:00"; what it cannot read it gives back. -->
  <xsl:function name="t:day" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:analyze-string select="$value" regex="^(-?\d{{4,}}|-)(-(0[1-9]|1[0-2]|-)(-(\d\d))?)?(T(\d\d:\d\d)(:\d\d)?(.*))?$">
        <xsl:matching-substring>
          <xsl:variable name="month" as="xs:string?" select="regex-group(3)[matches(., '\d')] ! (let $n := xs:integer(.) return $months[$n])"/>
          <xsl:variable name="day" as="xs:string?" select="regex-group(5)[.] ! string(xs:integer(.))"/>
          <xsl:variable name="year" as="xs:string?" select="regex-group(1)[. ne '-'] ! replace(., '^0+', '')"/>
          <xsl:variable name="time" as="xs:string?" select="regex-group(7)[.] ! (', ' || . || regex-group(9)[.] ! (' ' || .))"/>
          <xsl:sequence select="string-join(($day, $month, $year), ' ') || (if ($year) then '' else ', year not given') || $time"/>
        </xsl:matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="($words, replace($value, '^(\d\d:\d\d):00', '$1'))[1]"/>
  </xsl:function>

  <!-- The value of a date in words. -->
  <xsl:function name="t:when" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="words" as="xs:string">
      <xsl:apply-templates select="$date" mode="when"/>
    </xsl:variable>
    <xsl:sequence select="$words || $date/@calendar[. eq '#julian'] ! ' (Old Style in the source)'"/>
  </xsl:function>

  <xsl:mode name="when" on-no-match="fail"/>
  <xsl:template match="*[@when]" mode="when" as="xs:string" priority="3"><xsl:sequence select="t:day(@when)"/></xsl:template>
  <xsl:template match="*[@from or @to]" mode="when" as="xs:string" priority="2">
    <xsl:sequence select="string-join((@from ! ('from ' || t:day(.)), @to ! ('to ' || t:day(.))), ' ')"/>
  </xsl:template>
  <xsl:template match="*[@notBefore and @notAfter]" mode="when" as="xs:string" priority="2">
    <xsl:sequence select="'between ' || t:day(@notBefore) || ' and ' || t:day(@notAfter)"/>
  </xsl:template>
  <xsl:template match="*[@notBefore or @notAfter]" mode="when" as="xs:string" priority="1">
    <xsl:sequence select="string-join((@notBefore ! ('not before ' || t:day(.)), @notAfter ! ('not after ' || t:day(.))), ' ')"/>
  </xsl:template>
  <xsl:template match="*[@dur]" mode="when" as="xs:string" priority="0.8"><xsl:sequence select="'duration ' || @dur"/></xsl:template>
  <xsl:template match="*" mode="when" as="xs:string"><xsl:sequence select="'no calendar value'"/></xsl:template>

  <xsl:template match="date | time" mode="about" as="xs:string" priority="1">
    <xsl:sequence select="string-join((t:when(.), 'inferred'[current()/@evidence = ('internal', 'external')], 'conjecture'[current()/@evidence = 'conjecture'], t:certainty(.)), ' · ')"/>
  </xsl:template>

  <!-- Full dates first, then days without a year, times of day, and words without a value. -->
  <xsl:function name="t:rank" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="start" as="xs:string?" select="($date/(@when, @from, @notBefore, @to, @notAfter))[1]"/>
    <xsl:sequence select="(if (matches($start, '^\d{4}')) then '1' else if (starts-with($start, '--')) then '2' else if ($start) then '3' else '4') || $start"/>
  </xsl:function>

  <xsl:template name="chronology">
    <xsl:variable name="dates" as="element()*" select="$mentions[t:kind(.) eq 'date']"/>
    <xsl:if test="exists($dates)">
      <details id="chronology">
        <summary><h3>Chronology</h3><small>{count(distinct-values($dates ! t:identity(.)))} dates, {count($dates)} mentions</small></summary>
        <ol class="index chronology">
          <xsl:for-each-group select="$dates" group-by="t:identity(.)">
            <xsl:sort select="t:rank(.)"/>
            <li id="{t:entry-id(.)}">
              <xsl:variable name="wordings" as="xs:string*" select="distinct-values(current-group() ! t:words(.))[. ne t:when(current())]"/>
              <b>{t:when(.)}</b>
              <xsl:if test="exists($wordings)"><p class="wordings">in the text: {string-join($wordings, ', ')}</p></xsl:if>
              <xsl:call-template name="places-of"/>
            </li>
          </xsl:for-each-group>
        </ol>
      </details>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>

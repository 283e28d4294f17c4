<?xml version="1.0" encoding="UTF-8"?>
<!-- Persons, places and organisations: quiet in the text, with a tooltip each, and gathered in the indexes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="indexed" as="element(t:kind)*">
    <t:kind name="person" heading="Persons" id="persons"/>
    <t:kind name="place" heading="Places" id="places"/>
    <t:kind name="organisation" heading="Organisations" id="organisations"/>
    <t:kind name="date" heading="Dates" id="chronology"/>
  </xsl:variable>

  <xsl:variable name="mentions" as="element()*"
    select="$document/TEI/text//(persName | rs | placeName | geogName | orgName | placeName/(region | country)[@ref] | date | time)[t:shown(.)][t:kind(.)]"/>

  <xsl:key name="mention" match="persName | rs | placeName | geogName | orgName | placeName/region[@ref] | placeName/country[@ref] | date | time" use="t:identity(.)"/>

  <!-- What kind of thing an element names. -->
  <xsl:function name="t:kind" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:apply-templates select="$mention" mode="kind"/>
  </xsl:function>

  <xsl:mode name="kind" on-no-match="deep-skip"/>
  <xsl:template match="persName | rs[@type = 'person']" mode="kind" as="xs:string"><xsl:sequence select="'person'"/></xsl:template>
  <xsl:template match="placeName | geogName | placeName/region[@ref] | placeName/country[@ref] | rs[@type = 'place']" mode="kind" as="xs:string"><xsl:sequence select="'place'"/></xsl:template>
  <xsl:template match="orgName | rs[@type = 'org']" mode="kind" as="xs:string"><xsl:sequence select="'organisation'"/></xsl:template>
  <xsl:template match="date | time" mode="kind" as="xs:string"><xsl:sequence select="'date'"/></xsl:template>

  <!-- A choice shows one of its readings. -->
  <xsl:function name="t:shown" as="xs:boolean">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="every $reading in $node/ancestor-or-self::*[parent::choice] satisfies $reading is t:chosen($reading/..)"/>
  </xsl:function>

  <xsl:function name="t:chosen" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="(if ($diplomatic) then $choice/(sic | orig | abbr) else $choice/(corr | reg | expan), $choice/*)[1]"/>
  </xsl:function>

  <!-- What a mention is grouped by: its reference or value, else its words. -->
  <xsl:function name="t:identity" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="t:kind($mention) || ' ' || (if (t:kind($mention) eq 'date') then t:value($mention) else (normalize-space($mention/@ref)[.], t:words($mention))[1])"/>
  </xsl:function>

  <!-- The words of a node, without the notes, footnote marks and page furniture inside it. -->
  <xsl:function name="t:words" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="apart" as="element()*" select="$node/descendant::*[self::ref[@type = 'noteAnchor'] or self::fw or self::note or self::sic/parent::choice]"/>
    <xsl:sequence select="normalize-space(string-join($node//text()[empty(ancestor::* intersect $apart)]))"/>
  </xsl:function>

  <!-- The entry of the index that a mention belongs to. -->
  <xsl:function name="t:entry-id" as="xs:string?">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="(key('mention', t:identity($mention), $document/TEI/text) ! t:anchor(.))[1] ! ('entry-' || .)"/>
  </xsl:function>

  <!-- Entries of the authority files, by kind and identifier. -->
  <xsl:variable name="entries" as="map(xs:string, element())">
    <xsl:map>
      <xsl:for-each-group select="$authority/descendant-or-self::*[self::person or self::personGrp or self::place or self::org][@xml:id]"
        group-by="map{'person': 'person', 'personGrp': 'person', 'place': 'place', 'org': 'organisation'}(local-name()) || ' ' || @xml:id">
        <xsl:map-entry key="current-grouping-key()" select="current-group()[1]"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="t:identifier" as="xs:string">
    <xsl:param name="ref" as="xs:string"/>
    <xsl:sequence select="if (t:address($ref)) then $ref else replace($ref, '^.*[#/]', '')"/>
  </xsl:function>

  <xsl:function name="t:entry" as="element()?">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ref" as="xs:string?"/>
    <xsl:sequence select="$entries($kind || ' ' || replace($ref, '^.*#', ''))"/>
  </xsl:function>

  <xsl:function name="t:main-name" as="xs:string?">
    <xsl:param name="entry" as="element()?"/>
    <xsl:sequence select="($entry/(persName | placeName | orgName)[@type = 'main'], $entry/(persName | placeName | orgName | name))[1] ! normalize-space(.)"/>
  </xsl:function>

  <!-- The name to show for a reference: the authority's, else the fullest that the text has, else the identifier. -->
  <xsl:function name="t:name" as="xs:string">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="ref" as="xs:string"/>
    <xsl:variable name="here" as="element()*" select="key('mention', $kind || ' ' || normalize-space($ref), $document/TEI/text)"/>
    <xsl:sequence select="(t:main-name(t:entry($kind, $ref)), t:fullest($here), t:identifier($ref))[1]"/>
  </xsl:function>

  <!-- The fullest words among mentions of one thing: sure ones with forename and surname and no role, else the longest. -->
  <xsl:function name="t:fullest" as="xs:string?">
    <xsl:param name="alike" as="element()*"/>
    <xsl:variable name="full" as="element()*" select="$alike[surname][forename][not(.//roleName or .//supplied)]"/>
    <xsl:variable name="best" as="element()*" select="if (exists($full[not(@cert)])) then $full[not(@cert)] else if (exists($full)) then $full else $alike"/>
    <xsl:variable name="words" as="xs:string*" select="$best ! t:words(.)"/>
    <xsl:sequence select="sort($words, (), function($w) { -string-length($w) })[1]"/>
  </xsl:function>

  <!-- Tooltip: the main name, the identifier, the certainty and what else it may be. -->
  <xsl:function name="t:about" as="xs:string">
    <xsl:param name="mention" as="element()"/>
    <xsl:apply-templates select="$mention" mode="about"/>
  </xsl:function>

  <xsl:mode name="about" on-no-match="fail"/>

  <xsl:template match="*[@ref]" mode="about" as="xs:string">
    <xsl:variable name="kind" as="xs:string" select="t:kind(.)"/>
    <xsl:variable name="rivals" as="xs:string*" select="distinct-values(t:rivals(.)) ! t:name($kind, .)"/>
    <xsl:variable name="more" as="xs:string*" select="(t:certainty(.), $rivals[1] ! ('may also be ' || string-join(subsequence($rivals, 1, 6), '; ')))"/>
    <xsl:sequence select="string-join((t:name($kind, @ref) || ' [' || t:identifier(@ref) || ']', $more), ' · ')"/>
  </xsl:template>
  <xsl:template match="*" mode="about" as="xs:string">
    <xsl:sequence select="string-join((t:kind(.) || ', not identified', t:certainty(.)), ' · ')"/>
  </xsl:template>

  <!-- Indexes. -->
  <xsl:template name="indexes">
    <xsl:if test="exists($mentions)">
      <section id="indexes" aria-labelledby="indexes-heading">
        <h2 id="indexes-heading">Indexes</h2>
        <p class="quiet">Numbers lead to the paragraph; +1 is one more mention in it, a question mark says that it is not sure who or what is meant.</p>
        <xsl:for-each select="$indexed[@name ne 'date']">
          <xsl:variable name="named" as="element()*" select="$mentions[t:kind(.) eq current()/@name]"/>
          <xsl:if test="exists($named)">
            <details id="{@id}">
              <summary><h3>{@heading}</h3><small>{count(distinct-values($named ! t:identity(.)))} names, {count($named)} mentions</small></summary>
              <ul class="index">
                <xsl:for-each-group select="$named" group-by="t:identity(.)">
                  <xsl:sort select="lower-case(t:sorting(current-group()))" collation="http://www.w3.org/2013/collation/UCA?lang=en"/>
                  <li id="{t:entry-id(.)}"><xsl:call-template name="entry"/></li>
                </xsl:for-each-group>
              </ul>
            </details>
          </xsl:if>
        </xsl:for-each>
        <xsl:call-template name="chronology"/>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:function name="t:sorting" as="xs:string">
    <xsl:param name="alike" as="element()*"/>
    <xsl:variable name="entry" as="element()?" select="t:entry(t:kind($alike[1]), $alike[1]/@ref)"/>
    <xsl:sequence select="if ($entry) then t:main-name($entry) else string-join((($alike//surname)[1] ! t:words(.), t:fullest($alike)), ' ')"/>
  </xsl:function>

  <!-- One entry: name, what the authority knows, other wordings, and every mention. -->
  <xsl:template name="entry">
    <xsl:variable name="kind" as="xs:string" select="t:kind(.)"/>
    <xsl:variable name="entry" as="element()?" select="t:entry($kind, @ref)"/>
    <xsl:variable name="name" as="xs:string" select="if (@ref) then t:name($kind, @ref) else t:words(.)"/>
    <xsl:variable name="wordings" as="xs:string*" select="distinct-values(current-group() ! t:words(.))[. ne $name]"/>
    <b>{$name}</b>
    <xsl:if test="@ref"><xsl:text> </xsl:text><xsl:apply-templates select="@ref" mode="identifier"/></xsl:if>
    <xsl:if test="not(@ref)"><xsl:text> </xsl:text><small class="quiet">not identified</small></xsl:if>
    <xsl:where-populated><p class="known"><xsl:apply-templates select="$entry" mode="known"/></p></xsl:where-populated>
    <xsl:if test="exists($wordings)"><p class="wordings">in the text: {string-join($wordings, ', ')}</p></xsl:if>
    <xsl:call-template name="places-of"/>
  </xsl:template>

  <xsl:mode name="identifier" on-no-match="fail"/>
  <xsl:template match="@ref[t:address(.)]" mode="identifier" priority="1"><a rel="noopener noreferrer" href="{.}"><code>{.}</code></a></xsl:template>
  <xsl:template match="@ref" mode="identifier"><code>{t:identifier(.)}</code></xsl:template>

  <!-- Every mention of the current group, by paragraph: 1.12 b c. -->
  <xsl:template name="places-of">
    <p class="mentions">
      <xsl:for-each-group select="current-group()" group-adjacent="t:locus(.)">
        <xsl:variable name="locus" as="xs:string" select="current-grouping-key()"/>
        <xsl:if test="position() gt 1">, </xsl:if>
        <span class="locus">
          <xsl:for-each select="current-group()">
            <a href="#{t:anchor(.)}" title="{t:words(.)}">
              <xsl:if test="position() gt 1"><xsl:attribute name="aria-label">{$locus}, mention {position()}</xsl:attribute></xsl:if>
              <xsl:text>{if (position() eq 1) then $locus else '+' || position() - 1}{'?'[current()/@cert = 'low']}</xsl:text>
            </a>
            <xsl:if test="position() ne last()">&#x202F;</xsl:if>
          </xsl:for-each>
        </span>
      </xsl:for-each-group>
    </p>
  </xsl:template>

  <!-- What the authority knows: dates, offices, note, identifiers elsewhere. -->
  <xsl:mode name="known" on-no-match="deep-skip"/>
  <xsl:template match="person | personGrp | place | org" mode="known">
    <xsl:variable name="life" as="xs:string" select="string-join((birth/@when, death/@when) ! substring(., 1, 4), '–')"/>
    <xsl:variable name="offices" as="xs:string*" select="(state | occupation) ! t:office(.)"/>
    <xsl:variable name="elsewhere" as="xs:string*" select="idno ! (@type || ' ' || normalize-space(.))"/>
    <xsl:text>{string-join(($life[.], $offices, note ! normalize-space(.), $elsewhere), '; ')}</xsl:text>
  </xsl:template>

  <xsl:function name="t:office" as="xs:string">
    <xsl:param name="state" as="element()"/>
    <xsl:variable name="years" as="xs:string" select="string-join(($state/@from, $state/@to), '–')"/>
    <xsl:sequence select="normalize-space($state) || (if ($years) then ' (' || $years || ')' else '')"/>
  </xsl:function>

</xsl:stylesheet>

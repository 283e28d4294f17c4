<?xml version="1.0" encoding="UTF-8"?>
<!-- The header of the page: what is known of the document, and how this text of it was made. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:mode name="facts" on-no-match="deep-skip"/>

  <xsl:template match="teiHeader" mode="facts">
    <p class="kind">{string-join((t:genre(.), if ($diplomatic) then 'diplomatic view' else 'reading view'), ' · ')}</p>
    <h1>{t:title()}</h1>
    <xsl:where-populated>
      <p class="extent"><xsl:value-of select="encodingDesc/samplingDecl/p ! normalize-space(.)" separator=" "/></p>
    </xsl:where-populated>
    <xsl:where-populated>
      <dl>
        <xsl:sequence select="t:facts('From', profileDesc/correspDesc/correspAction[@type = 'sent']/(persName | orgName | rs | name))"/>
        <xsl:sequence select="t:facts('To', profileDesc/correspDesc/correspAction[@type = 'received']/(persName | orgName | rs | name | placeName))"/>
        <xsl:sequence select="t:facts('Sent from', profileDesc/correspDesc/correspAction[@type = 'sent']/placeName)"/>
        <xsl:sequence select="t:facts('Date', (profileDesc/creation/date, profileDesc/correspDesc/correspAction[@type = 'sent']/date)[1])"/>
        <xsl:sequence select="t:facts('Classification', profileDesc/textClass/keywords/term[@type = 'classification'])"/>
        <xsl:sequence select="t:facts('Urgency', profileDesc/textClass/keywords/term[@type = 'urgency'])"/>
        <xsl:sequence select="t:facts('Archive', fileDesc/sourceDesc/msDesc/msIdentifier)"/>
        <xsl:sequence select="t:facts('Shelfmark', fileDesc/sourceDesc/msDesc/msIdentifier/idno)"/>
        <xsl:sequence select="t:facts('Provenance', fileDesc/sourceDesc/msDesc/history/provenance)"/>
        <xsl:sequence select="t:facts('Published in', fileDesc/sourceDesc/bibl[@type = 'publication']/title)"/>
        <xsl:sequence select="t:facts('Section', fileDesc/sourceDesc/bibl[@type = 'publication']/biblScope)"/>
        <xsl:sequence select="t:facts('Translation', fileDesc/titleStmt/respStmt[@xml:id = 'trans']/(persName | orgName | name))"/>
        <xsl:sequence select="t:facts('Editing', fileDesc/titleStmt/respStmt[@xml:id = 'ed']/(persName | orgName | name))"/>
      </dl>
    </xsl:where-populated>
  </xsl:template>

  <xsl:function name="t:genre" as="xs:string?">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="target" as="xs:string?" select="$header/profileDesc/textClass/catRef[@scheme = '#genres'][1]/@target[. ne '#genre.unknown']"/>
    <xsl:sequence select="key('category', substring-after($target, '#'), $document)[1]/catDesc ! normalize-space(.)"/>
  </xsl:function>

  <!-- A term and its descriptions, when there are any. -->
  <xsl:function name="t:facts" as="element()*">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="values" as="element()*"/>
    <xsl:if test="exists($values)">
      <dt>{$term}</dt>
      <xsl:for-each-group select="$values" group-by="normalize-space(t:fact(.))"><dd><xsl:sequence select="t:fact(.)"/></dd></xsl:for-each-group>
    </xsl:if>
  </xsl:function>

  <xsl:function name="t:fact" as="node()*">
    <xsl:param name="value" as="element()"/>
    <xsl:apply-templates select="$value" mode="fact"/>
  </xsl:function>

  <xsl:mode name="fact" on-no-match="fail"/>
  <xsl:template match="*" mode="fact"><xsl:text>{normalize-space(.)}</xsl:text></xsl:template>
  <xsl:template match="persName | orgName | placeName | rs" mode="fact">
    <xsl:variable name="entry" as="xs:string?" select="t:entry-id(.)"/>
    <xsl:element name="{if ($entry) then 'a' else 'span'}">
      <xsl:if test="$entry"><xsl:attribute name="href" select="'#' || $entry"/></xsl:if>
      <xsl:attribute name="class" select="'mention ' || t:kind(.)"/>
      <xsl:if test="@ref"><xsl:attribute name="title" select="t:about(.)"/></xsl:if>
      <xsl:text>{normalize-space(.)}</xsl:text>
    </xsl:element>
  </xsl:template>
  <xsl:template match="date" mode="fact">
    <xsl:variable name="value" as="xs:string" select="t:when(.)"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(.)"/>
    <xsl:text>{$value}{' (“'[$words and $words ne $value]}{$words[$words ne $value]}{'”)'[$words and $words ne $value]}{@cert ! (' — inferred, certainty ' || .)}</xsl:text>
  </xsl:template>
  <xsl:template match="msIdentifier" mode="fact"><xsl:text>{string-join((repository, collection, settlement, country) ! normalize-space(.), ', ')}</xsl:text></xsl:template>
  <xsl:template match="licence[t:address(@target)]" mode="fact"><a rel="license noopener noreferrer" href="{@target}">{normalize-space(.)}</a></xsl:template>
  <xsl:template match="application" mode="fact"><xsl:text>{(label, @ident)[1] ! normalize-space(.)} {@version}</xsl:text></xsl:template>
  <xsl:template match="idno[@type = 'sha256']" mode="fact"><code>{normalize-space(.)}</code></xsl:template>

  <!-- How this text was made: at the foot of the page. -->
  <xsl:mode name="colophon" on-no-match="deep-skip"/>

  <xsl:template match="teiHeader" mode="colophon">
    <h2>About this text</h2>
    <dl>
      <xsl:sequence select="t:facts('Publisher', fileDesc/publicationStmt/(publisher | p))"/>
      <xsl:sequence select="t:facts('Licence', fileDesc/publicationStmt/availability/(licence | p))"/>
      <xsl:sequence select="t:facts('Series', fileDesc/seriesStmt/title)"/>
      <xsl:sequence select="t:facts('Languages', profileDesc/langUsage/language)"/>
      <xsl:sequence select="t:facts('Convention', encodingDesc/editorialDecl/p)"/>
      <xsl:sequence select="t:facts('Transcript', fileDesc/sourceDesc/bibl[@type = 'transcript']/(title, idno[@type = 'filename']))"/>
      <xsl:sequence select="t:facts('Part', fileDesc/sourceDesc/bibl[@type = 'transcript']/biblScope)"/>
      <xsl:sequence select="t:facts('SHA-256', fileDesc/sourceDesc/bibl[@type = 'transcript']/idno[@type = 'sha256'])"/>
      <xsl:sequence select="t:facts('Catalogue', fileDesc/sourceDesc/bibl[@type = 'transcript']/note)"/>
      <xsl:sequence select="t:facts('Software', encodingDesc/appInfo/application)"/>
      <dt>Citing</dt>
      <dd>By part and paragraph, as the numbers beside the text show: <i>{t:title()}</i>, 1.1.</dd>
    </dl>
    <details>
      <summary>How the text was encoded</summary>
      <dl><xsl:apply-templates select="encodingDesc/editorialDecl/*[not(self::p)]" mode="colophon"/></dl>
    </details>
    <details>
      <summary>How to read the signs</summary>
      <xsl:apply-templates select="." mode="signs"/>
    </details>
  </xsl:template>

  <xsl:template match="editorialDecl/*" mode="colophon">
    <dt>{if (self::stdVals) then 'dates' else local-name()}</dt>
    <dd>{normalize-space(.)}</dd>
  </xsl:template>

  <xsl:mode name="signs" on-no-match="fail"/>
  <xsl:template match="teiHeader" mode="signs">
    <ul class="signs">
      <li><span class="bracket">[</span>words<span class="bracket">]</span>: put in by an editor or a translator; the bracket leads to the list of interventions.</li>
      <li><span class="act lost">[text lost]</span>: something is missing; the words in italic say what.</li>
      <li><span class="break">‖</span> a new page, <span class="break">¦</span> a new column of the page.</li>
      <li>Names and dates lead to the indexes. A question mark after a place in the index: it is not sure that this one is meant.</li>
    </ul>
  </xsl:template>
  <xsl:template match="teiHeader[$diplomatic]" mode="signs" priority="1">
    <ul class="signs">
      <li>Brackets, asterisks and line ends are those of the transcript; a bracket leads to the list of interventions.</li>
      <li><span class="act lost">⟨text lost⟩</span> and the sign ° are added by the page: the transcript has no mark there.</li>
      <li><span class="break">‖</span> a new page, <span class="break">¦</span> a new column of the page.</li>
    </ul>
  </xsl:template>

</xsl:stylesheet>

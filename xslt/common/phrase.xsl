<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases: names, dates, stamps, highlighting and anchors, the same in both views. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What becomes a link or holds one; links do not nest. -->
  <xsl:function name="t:simple" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="empty($element//(persName | rs | placeName | geogName | orgName | date | time | ref | note | p | *[t:act(.)])) and empty($element/ancestor::ref[t:address(@target)])"/>
  </xsl:function>

  <!-- A name or a date leads to its entry in the index. -->
  <xsl:template match="*[t:kind(.)][t:anchor(.)]" mode="reading diplomatic" priority="3">
    <xsl:element name="{if (t:simple(.)) then 'a' else 'span'}">
      <xsl:attribute name="id" select="t:anchor(.)"/>
      <xsl:attribute name="class" select="string-join(('mention', t:kind(.), 'doubtful'[current()/@cert = 'low']), ' ')"/>
      <xsl:if test="t:simple(.)"><xsl:attribute name="href" select="'#' || t:entry-id(.)"/></xsl:if>
      <xsl:attribute name="title" select="t:about(.)"/>
      <xsl:call-template name="language"/>
      <xsl:call-template name="marked"/>
    </xsl:element>
  </xsl:template>

  <!-- An intervention: its bracket leads to the apparatus.  Without a bracket a ring does. -->
  <xsl:template name="act">
    <xsl:param name="open" as="xs:string"/>
    <xsl:param name="close" as="xs:string"/>
    <xsl:param name="content" as="node()*"/>
    <span id="{t:anchor(.)}" class="act {t:act(.)}" title="{t:told(.)}">
      <xsl:call-template name="language"/>
      <xsl:if test="$open"><xsl:sequence select="t:handle(., $open)"/></xsl:if>
      <xsl:sequence select="$content"/>
      <xsl:choose>
        <xsl:when test="$open and $close"><span class="bracket">{$close}</span></xsl:when>
        <xsl:when test="$close"><xsl:sequence select="t:handle(., $close)"/></xsl:when>
        <xsl:when test="not($open)"><xsl:sequence select="t:handle(., '°')"/></xsl:when>
      </xsl:choose>
    </span>
  </xsl:template>

  <xsl:function name="t:handle" as="element()">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="sign" as="xs:string"/>
    <xsl:variable name="linked" as="xs:boolean" select="empty($act/ancestor::ref[t:address(@target)])"/>
    <xsl:element name="{if ($linked) then 'a' else 'span'}">
      <xsl:attribute name="class" select="string-join(('bracket', 'added'[$sign eq '°']), ' ')"/>
      <xsl:if test="$linked">
        <xsl:attribute name="href" select="'#entry-' || t:anchor($act)"/>
        <xsl:attribute name="aria-label" select="$interventions[@name = t:act($act)]/@one || ' ' || $sign"/>
      </xsl:if>
      <xsl:text>{$sign}</xsl:text>
    </xsl:element>
  </xsl:function>

  <!-- A footnote mark whose note is missing leads to the apparatus, one with a note to it. -->
  <xsl:template match="ref[@type = 'noteAnchor'][t:anchor(.)]" mode="reading diplomatic" priority="3">
    <a id="{t:anchor(.)}" class="anchor act orphan" href="#entry-{t:anchor(.)}" title="{t:told(.)}"><xsl:call-template name="raised"/></a>
  </xsl:template>

  <xsl:template match="ref[@type = 'noteAnchor']" mode="reading diplomatic" priority="2">
    <a class="anchor" role="doc-noteref" href="#entry-{t:anchor(t:note-of(.))}">
      <xsl:if test="@xml:id"><xsl:attribute name="id" select="@xml:id"/></xsl:if>
      <xsl:call-template name="raised"/>
    </a>
  </xsl:template>

  <xsl:template name="raised">
    <xsl:choose>
      <xsl:when test="matches(., '[⁰¹²³⁴-⁹]')"><xsl:call-template name="marked"/></xsl:when>
      <xsl:otherwise><sup><xsl:call-template name="marked"/></sup></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="note[t:foot(.)]" mode="reading diplomatic" priority="3">
    <a id="{t:anchor(.)}" class="anchor" href="#entry-{t:anchor(.)}" title="{normalize-space(.)}"><sup>{(@n, index-of($footnotes ! generate-id(), generate-id()))[1]}</sup></a>
  </xsl:template>

  <!-- A note that marks call is read where they lead: among the notes of the page. -->
  <xsl:template match="note[t:foot(.)][t:callers(.)]" mode="reading diplomatic" priority="4"/>

  <xsl:template match="ref[t:address(@target)][t:simple(.)]" mode="reading diplomatic">
    <a rel="noopener noreferrer" href="{@target}"><xsl:call-template name="marked"/></a>
  </xsl:template>

  <xsl:template match="choice" mode="reading diplomatic">
    <xsl:variable name="content" as="node()*"><xsl:apply-templates select="t:chosen(.)" mode="#current"/></xsl:variable>
    <xsl:call-template name="act">
      <xsl:with-param name="open" select="if ($diplomatic) then '' else '['"/>
      <xsl:with-param name="close" select="if ($diplomatic) then '' else ']'"/>
      <xsl:with-param name="content" select="$content"/>
    </xsl:call-template>
  </xsl:template>
  <xsl:template match="choice/*" mode="reading diplomatic" priority="4"><xsl:call-template name="marked"/></xsl:template>

  <!-- The letterhead. -->
  <xsl:template match="stamp" mode="reading diplomatic">
    <span class="stamp{@type[. = ('classification', 'urgency')] ! ' strong'}"><xsl:call-template name="titled"/><xsl:call-template name="marked"/></span>
  </xsl:template>
  <xsl:template match="idno" mode="reading diplomatic"><span class="idno"><xsl:call-template name="marked"/></span></xsl:template>
  <xsl:template match="dateline | salute | signed" mode="reading diplomatic"><span class="{local-name()}"><xsl:call-template name="marked"/></span></xsl:template>
  <xsl:template match="seg[@type = 'processing']" mode="reading diplomatic"><span class="processing"><xsl:call-template name="marked"/></span></xsl:template>

  <xsl:template name="titled">
    <xsl:if test="@type or @cert"><xsl:attribute name="title" select="string-join((@type, t:certainty(.)), ' · ')"/></xsl:if>
  </xsl:template>

  <!-- Highlighting. -->
  <xsl:template match="hi | emph" mode="reading diplomatic"><em class="hi"><xsl:call-template name="marked"/></em></xsl:template>
  <xsl:template match="hi[tokenize(@rend) = 'bold']" mode="reading diplomatic" priority="1"><b><xsl:call-template name="marked"/></b></xsl:template>
  <xsl:template match="hi[tokenize(@rend) = 'italic']" mode="reading diplomatic" priority="1.1"><i><xsl:call-template name="marked"/></i></xsl:template>
  <xsl:template match="hi[tokenize(@rend) = 'underline']" mode="reading diplomatic" priority="1"><span class="underline"><xsl:call-template name="marked"/></span></xsl:template>
  <xsl:template match="hi[tokenize(@rend) = 'spaced']" mode="reading diplomatic" priority="1"><span class="spaced"><xsl:call-template name="marked"/></span></xsl:template>
  <xsl:template match="hi[tokenize(@rend) = ('superscript', 'sup')]" mode="reading diplomatic" priority="1.2"><sup><xsl:call-template name="marked"/></sup></xsl:template>
  <xsl:template match="hi[tokenize(@rend) = ('subscript', 'sub')]" mode="reading diplomatic" priority="1.2"><sub><xsl:call-template name="marked"/></sub></xsl:template>
  <xsl:template match="foreign" mode="reading diplomatic"><i><xsl:call-template name="language"/><xsl:call-template name="marked"/></i></xsl:template>
  <xsl:template match="fw" mode="reading diplomatic"><span class="fw" title="{string-join(('page furniture', @type), ': ')}"><xsl:call-template name="marked"/></span></xsl:template>

  <!-- Page and column breaks. -->
  <xsl:template match="pb" mode="reading diplomatic">
    <span class="break added" title="{string-join(('new page', @n, t:certainty(.)), ' · ')}">‖{@n}</span>
  </xsl:template>
  <xsl:template match="cb" mode="reading diplomatic">
    <span class="break added" title="{string-join(('new column', @n, t:certainty(.)), ' · ')}">¦{@n}</span>
  </xsl:template>

</xsl:stylesheet>

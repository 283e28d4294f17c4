<?xml version="1.0" encoding="UTF-8"?>
<!-- The diplomatic view: every mark and line end as the transcript has it; what the page adds is set apart. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="*[$diplomatic]" mode="marked" priority="1">
    <xsl:sequence select="t:sign(., 'before')"/>
    <xsl:apply-templates mode="diplomatic"/>
    <xsl:sequence select="t:sign(., 'after')"/>
  </xsl:template>

  <xsl:function name="t:sign" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="scope" as="xs:string"/>
    <xsl:where-populated><span class="sign">{t:mark($element, $scope)}</span></xsl:where-populated>
  </xsl:function>

  <xsl:template match="*" mode="diplomatic" priority="-0.3"><xsl:call-template name="marked"/></xsl:template>

  <!-- Line ends stand in the text itself; a table ends its own line. -->
  <xsl:template match="text()[preceding-sibling::node()[1][self::seg[@type = 'distribution'] or self::list]]" mode="diplomatic">
    <xsl:text>{replace(., '^\s*\n', '')}</xsl:text>
  </xsl:template>
  <xsl:template match="lb" mode="diplomatic"/>
  <xsl:template match="lb[@rendition]" mode="diplomatic" priority="2"><xsl:sequence select="t:sign(., 'before')"/></xsl:template>
  <xsl:template match="lb[not(matches(string(preceding-sibling::node()[1][self::text()]), '\n\s*$'))]" mode="diplomatic" priority="1"><br/></xsl:template>

  <xsl:template match="supplied | gloss | corr | note[t:act(.)] | del | damage | sic | unclear | g" mode="diplomatic">
    <xsl:variable name="content" as="node()*"><xsl:apply-templates mode="diplomatic"/></xsl:variable>
    <xsl:call-template name="act">
      <xsl:with-param name="open" select="t:mark(., 'before')"/>
      <xsl:with-param name="close" select="t:mark(., 'after')"/>
      <xsl:with-param name="content" select="$content"/>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="note" mode="diplomatic" priority="-0.1"><span class="note"><xsl:call-template name="marked"/></span></xsl:template>

  <xsl:template match="gap" mode="diplomatic">
    <a id="{t:anchor(.)}" class="act gap added {t:act(.)}" lang="en" href="#entry-{t:anchor(.)}" title="{t:told(.)}">⟨{t:said(.)}⟩</a>
  </xsl:template>
  <xsl:template match="gap[desc or @rendition]" mode="diplomatic" priority="1">
    <a id="{t:anchor(.)}" class="act gap {t:act(.)}" href="#entry-{t:anchor(.)}" title="{t:told(.)}"><xsl:call-template name="marked"/></a>
  </xsl:template>

</xsl:stylesheet>

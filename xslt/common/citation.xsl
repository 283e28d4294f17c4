<?xml version="1.0" encoding="UTF-8"?>
<!-- Where something stands: part and paragraph, counted as the refsDecl says, and the anchors of the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map" xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- "1.12" for every paragraph of every part, by generate-id(). -->
  <xsl:variable name="numbers" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each select="$document/TEI/text/body/div">
        <xsl:variable name="part" as="xs:integer" select="position()"/>
        <xsl:for-each select=".//p"><xsl:map-entry key="generate-id()" select="$part || '.' || position()"/></xsl:for-each>
      </xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <!-- An anchor for every mention and intervention: its kind and its number of that kind. -->
  <xsl:variable name="anchors" as="map(xs:string, xs:string)">
    <xsl:map>
      <xsl:for-each-group select="$mentions" group-by="t:kind(.)">
        <xsl:for-each select="current-group()"><xsl:map-entry key="generate-id()" select="t:kind(.) || '-' || position()"/></xsl:for-each>
      </xsl:for-each-group>
      <xsl:for-each select="$acts"><xsl:map-entry key="generate-id()" select="'act-' || position()"/></xsl:for-each>
      <xsl:for-each select="$footnotes"><xsl:map-entry key="generate-id()" select="'note-' || position()"/></xsl:for-each>
    </xsl:map>
  </xsl:variable>

  <xsl:function name="t:anchor" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:sequence select="$anchors(generate-id($node))"/>
  </xsl:function>

  <xsl:function name="t:part" as="xs:integer?">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="$node/ancestor-or-self::div[parent::body] ! (count(preceding-sibling::div) + 1)"/>
  </xsl:function>

  <!-- How to cite the place of a node: "1.12", "1 opener", or "after 1.12" between paragraphs. -->
  <xsl:function name="t:locus" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:apply-templates select="($node/ancestor-or-self::*[self::p or parent::div[parent::body] or self::fw])[last()]" mode="locus"/>
    <xsl:sequence select="'front'[empty($node/ancestor-or-self::*[self::p or parent::div[parent::body] or self::fw])]"/>
  </xsl:function>

  <xsl:mode name="locus" on-no-match="fail"/>

  <xsl:template match="p[map:contains($numbers, generate-id())]" mode="locus" as="xs:string" priority="1">
    <xsl:sequence select="$numbers(generate-id())"/>
  </xsl:template>
  <xsl:template match="fw[empty(ancestor::body)]" mode="locus" as="xs:string"><xsl:sequence select="'section'"/></xsl:template>
  <xsl:template match="div/gap | div/note | div/fw | div/pb" mode="locus" as="xs:string" priority="1">
    <xsl:variable name="before" as="element(p)?" select="../descendant::p[. &lt;&lt; current()][last()]"/>
    <xsl:sequence select="if ($before) then 'after ' || $numbers(generate-id($before)) else t:part(.) || ' opening'"/>
  </xsl:template>
  <xsl:template match="*" mode="locus" as="xs:string"><xsl:sequence select="string-join((t:part(.), local-name()), ' ')"/></xsl:template>

  <xsl:function name="t:title" as="xs:string">
    <xsl:sequence select="normalize-space(($document/TEI/teiHeader/fileDesc/titleStmt/title, 'Untitled document')[1])"/>
  </xsl:function>

  <!-- An address from the file that may become a link: http and https only. -->
  <xsl:function name="t:address" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="$value[matches(., '^https?://[^\s&quot;&lt;>]+$')]"/>
  </xsl:function>

</xsl:stylesheet>

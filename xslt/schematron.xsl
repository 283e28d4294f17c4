<?xml version="1.0" encoding="UTF-8"?>
<!-- Compiles ISO Schematron (ISO/IEC 19757-3, query binding xslt2 or xslt3) to a stylesheet that yields findings.
     Within a pattern a node is tested by the first rule whose context it matches, and by that one only. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:out="tag:teilegram,2026:xslt-output" xpath-default-namespace="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all" expand-text="no">

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="yes"/>
  <xsl:mode on-no-match="shallow-skip"/>

  <xsl:template match="/schema">
    <out:stylesheet version="3.0" exclude-result-prefixes="#all">
      <xsl:for-each select="ns"><xsl:namespace name="{@prefix}" select="string(@uri)"/></xsl:for-each>
      <out:output method="xml" indent="no"/>
      <xsl:copy-of select="xsl:*"/>
      <xsl:apply-templates select="let" mode="variable"/>
      <xsl:for-each select="pattern"><out:mode name="{out:mode(.)}" on-no-match="shallow-skip"/></xsl:for-each>
      <out:template match="/">
        <findings>
          <xsl:for-each select="pattern"><out:apply-templates select="/" mode="{out:mode(.)}"/></xsl:for-each>
        </findings>
      </out:template>
      <xsl:apply-templates select="pattern"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:function name="out:mode" as="xs:string">
    <xsl:param name="pattern" as="element(pattern)"/>
    <xsl:sequence select="'pattern-' || count($pattern/preceding-sibling::pattern) + 1"/>
  </xsl:function>

  <xsl:template match="pattern">
    <xsl:apply-templates select="let" mode="variable"/>
    <out:template match="@*" mode="{out:mode(.)}" priority="-9"/>
    <out:template match="/ | *" mode="{out:mode(.)}" priority="-9">
      <out:apply-templates select="@*, node()" mode="#current"/>
    </out:template>
    <xsl:apply-templates select="rule[@context]"/>
  </xsl:template>

  <xsl:template match="rule">
    <out:template match="{@context}" mode="{out:mode(..)}" priority="{last() - position() + 1}">
      <xsl:apply-templates select="let" mode="variable"/>
      <xsl:apply-templates select="assert | report"/>
      <out:apply-templates select="@*, node()" mode="#current"/>
    </out:template>
  </xsl:template>

  <xsl:template match="let" mode="variable"><out:variable name="{@name}" select="{@value}"/></xsl:template>

  <xsl:template match="assert | report">
    <out:if test="{if (self::assert) then 'not(' || @test || ')' else @test}">
      <finding location="{{path()}}" rule="{(@id, ../@id, ../../@id, 'schematron')[1]}">
        <xsl:copy-of select="(@role, ../@role)[1]"/>
        <xsl:apply-templates mode="message"/>
      </finding>
    </out:if>
  </xsl:template>

  <xsl:template match="text()" mode="message"><out:text><xsl:value-of select="."/></out:text></xsl:template>
  <xsl:template match="value-of" mode="message"><out:value-of select="{@select}"/></xsl:template>
  <xsl:template match="name[not(@path)]" mode="message"><out:value-of select="name()"/></xsl:template>
  <xsl:template match="name[@path]" mode="message"><out:value-of select="{@path}"/></xsl:template>

</xsl:stylesheet>

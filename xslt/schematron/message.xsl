<?xml version="1.0" encoding="UTF-8"?>
<!-- The words of an assertion, a diagnostic or a property: text stays, value-of and name are evaluated where the rule matched. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
  xmlns:sch="tag:teilegram,2026:schematron" xmlns:out="tag:teilegram,2026:xslt-output" xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
  exclude-result-prefixes="#all" expand-text="no">

  <xsl:mode name="message" on-no-match="shallow-skip"/>

  <xsl:template match="text()" mode="message"><out:text><xsl:value-of select="."/></out:text></xsl:template>
  <xsl:template match="name[not(@path)]" mode="message"><out:value-of select="name()"/></xsl:template>

  <xsl:template match="value-of | name[@path]" mode="message">
    <xsl:text>&#10;</xsl:text>
    <out:value-of select="{(@select, @path)[1]}"><xsl:copy-of select="@sch:at"/></out:value-of>
  </xsl:template>

  <xsl:template match="xsl:*" mode="message"><xsl:copy-of select="."/></xsl:template>

</xsl:stylesheet>

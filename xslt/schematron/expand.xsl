<?xml version="1.0" encoding="UTF-8"?>
<!-- What is abstract becomes concrete: a pattern that is-a pattern with its parameters, a rule that extends rules. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:fn="http://www.w3.org/2005/xpath-functions" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xmlns:sch="tag:teilegram,2026:schematron" xpath-default-namespace="http://purl.oclc.org/dsdl/schematron"
  exclude-result-prefixes="#all">

  <xsl:mode name="expand" on-no-match="shallow-copy"/>

  <xsl:key name="abstract-pattern" match="pattern[@abstract = 'true']" use="@id"/>
  <xsl:key name="abstract-rule" match="rule[@abstract = 'true']" use="@id"/>

  <xsl:template match="pattern[@abstract = 'true'] | rule[@abstract = 'true']" mode="expand"/>

  <xsl:template match="pattern[@is-a]" mode="expand">
    <xsl:variable name="model" as="element(pattern)" select="key('abstract-pattern', @is-a)[1]"/>
    <xsl:variable name="values" as="map(xs:string, xs:string)"
      select="map:merge(($model/param, param) ! map { string(@name): string(@value) }, map { 'duplicates': 'use-last' })"/>
    <xsl:copy>
      <xsl:copy-of select="@* except @is-a"/>
      <xsl:apply-templates select="$model/node(), let" mode="expand">
        <xsl:with-param name="values" select="$values" tunnel="yes"/>
      </xsl:apply-templates>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="rule/extends[@rule]" mode="expand">
    <xsl:variable name="near" as="element(rule)*" select="../../rule[@abstract = 'true'][@id = current()/@rule]"/>
    <xsl:apply-templates select="($near, key('abstract-rule', @rule))[1]/node()" mode="expand"/>
  </xsl:template>

  <xsl:template match="@*" mode="expand">
    <xsl:param name="values" as="map(xs:string, xs:string)" select="map { }" tunnel="yes"/>
    <xsl:attribute name="{name()}" namespace="{namespace-uri()}" select="sch:substituted(., $values)"/>
  </xsl:template>

  <!-- `$name` becomes the value of that parameter; where one name begins another, the longer one is meant. -->
  <xsl:function name="sch:substituted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="names" as="xs:string*" select="sort(map:keys($values), (), function($name) { -string-length($name) })"/>
    <xsl:variable name="pattern" as="xs:string" select="'\$(' || string-join($names ! replace(., '[.]', '[.]'), '|') || ')'"/>
    <xsl:sequence select="
      if (empty($names)) then $text
      else string-join(analyze-string($text, $pattern)/fn:* ! (if (self::fn:match) then $values(string(fn:group)) else string()))"/>
  </xsl:function>

</xsl:stylesheet>

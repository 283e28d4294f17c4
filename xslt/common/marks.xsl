<?xml version="1.0" encoding="UTF-8"?>
<!-- The marks that an element's declared renditions put before and after it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="rendition" match="rendition" use="@xml:id"/>

  <!-- The characters that stand before or after an element on the page. -->
  <xsl:function name="t:mark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="scope" as="xs:string"/>
    <xsl:variable name="declared" select="for $pointer in tokenize($element/@rendition) return key('rendition', substring($pointer, 2), root($element))[@scope = $scope]"/>
    <xsl:sequence select="string-join($declared ! t:content(string(.)))"/>
  </xsl:function>

  <!-- The string that a CSS declaration content: "…" means. -->
  <xsl:function name="t:content" as="xs:string">
    <xsl:param name="css" as="xs:string"/>
    <xsl:variable name="quoted" select="replace($css, '^\s*content:\s*&quot;(.*)&quot;\s*;?\s*$', '$1', 's')"/>
    <xsl:variable name="characters" as="xs:string*">
      <xsl:analyze-string select="$quoted" regex="\\(a |9 |20$|.)">
        <xsl:matching-substring>
          <xsl:sequence select="(map{'a ': '&#10;', '9 ': '&#9;', '20': ' '}(regex-group(1)), regex-group(1))[1]"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring><xsl:sequence select="."/></xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($characters)"/>
  </xsl:function>

</xsl:stylesheet>

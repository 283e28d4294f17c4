<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples: their XML shown as it is written, with names of elements that lead to the reference. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template match="eg:egXML" mode="prose">
    <figure class="example">
      <pre><code><xsl:apply-templates mode="example"/></code></pre>
      <xsl:apply-templates select="@source" mode="example"/>
    </figure>
  </xsl:template>

  <xsl:mode name="example" on-no-match="fail"/>

  <xsl:template match="@source" mode="example">
    <figcaption>{replace(., '^\.\./', '')}</figcaption>
  </xsl:template>

  <xsl:template match="eg:*" mode="example">
    <xsl:text>&lt;</xsl:text><xsl:call-template name="tag"/>
    <xsl:apply-templates select="@*" mode="example.attribute"/>
    <xsl:text>&gt;</xsl:text>
    <xsl:apply-templates mode="example"/>
    <xsl:text>&lt;/</xsl:text><span class="tag">{local-name()}</span><xsl:text>&gt;</xsl:text>
  </xsl:template>

  <xsl:template match="eg:*[not(node())]" mode="example">
    <xsl:text>&lt;</xsl:text><xsl:call-template name="tag"/>
    <xsl:apply-templates select="@*" mode="example.attribute"/>
    <xsl:text>/&gt;</xsl:text>
  </xsl:template>

  <xsl:template name="tag">
    <a class="tag" href="#{t:anchor(local-name())}">{local-name()}</a>
  </xsl:template>

  <!-- Characters that would be markup are written as in a file. -->
  <xsl:template match="text()" mode="example">
    <span class="words">{replace(replace(replace(., '&amp;', '&amp;amp;'), '&lt;', '&amp;lt;'), '\n +', '&#10;')}</span>
  </xsl:template>

  <xsl:mode name="example.attribute" on-no-match="fail"/>

  <xsl:template match="@*" mode="example.attribute">
    <xsl:text> </xsl:text><span class="attribute">{name()}</span><xsl:text>="</xsl:text><span class="value">{.}</span><xsl:text>"</xsl:text>
  </xsl:template>

</xsl:stylesheet>

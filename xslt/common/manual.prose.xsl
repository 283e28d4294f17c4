<?xml version="1.0" encoding="UTF-8"?>
<!-- The chapters of the manual.  Names of elements lead to the reference. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:mode name="prose" on-no-match="fail"/>

  <xsl:template match="div" mode="prose">
    <section id="{@xml:id}"><xsl:apply-templates mode="prose"/></section>
  </xsl:template>

  <!-- White space between blocks is none of the page. -->
  <xsl:template match="div/text() | list/text() | specList/text()" mode="prose"/>
  <xsl:template match="text()" mode="prose"><xsl:value-of select="replace(., '\s+', ' ')"/></xsl:template>

  <xsl:template match="head" mode="prose">
    <xsl:element name="h{1 + count(ancestor::div)}"><xsl:apply-templates mode="prose"/></xsl:element>
  </xsl:template>
  <xsl:template match="p" mode="prose"><p><xsl:apply-templates mode="prose"/></p></xsl:template>
  <xsl:template match="p[specList]" mode="prose"><xsl:apply-templates select="specList" mode="prose"/></xsl:template>
  <xsl:template match="list" mode="prose"><ol><xsl:apply-templates mode="prose"/></ol></xsl:template>
  <xsl:template match="item" mode="prose"><li><xsl:apply-templates mode="prose"/></li></xsl:template>
  <xsl:template match="title" mode="prose"><cite><xsl:apply-templates mode="prose"/></cite></xsl:template>
  <xsl:template match="ref" mode="prose"><a href="{@target}"><xsl:apply-templates mode="prose"/></a></xsl:template>

  <xsl:template match="gi" mode="prose"><code class="gi">{.}</code></xsl:template>
  <xsl:template match="gi[key('element', .)]" mode="prose"><a class="gi" href="#{t:anchor(.)}"><code>{.}</code></a></xsl:template>
  <xsl:template match="att" mode="prose"><code>@{.}</code></xsl:template>
  <xsl:template match="val" mode="prose"><code class="value">{.}</code></xsl:template>
  <xsl:template match="code | ident" mode="prose"><code>{.}</code></xsl:template>

  <!-- What a chapter introduces, from the reference. -->
  <xsl:template match="specList" mode="prose">
    <dl class="introduced"><xsl:apply-templates mode="prose"/></dl>
  </xsl:template>

  <xsl:template match="specDesc" mode="prose">
    <xsl:variable name="element" as="element(elementSpec)" select="key('element', @key)"/>
    <dt><a class="gi" href="#{t:anchor(@key)}"><code>{@key}</code></a></dt>
    <dd>
      <xsl:text>{$element/desc}</xsl:text>
      <xsl:where-populated>
        <ul>
          <xsl:for-each select="tokenize(@atts)">
            <xsl:variable name="attribute" as="element(attDef)" select="$element/attList/attDef[@ident = current()]"/>
            <li><code>@{.}</code> {t:description($attribute)}</li>
          </xsl:for-each>
        </ul>
      </xsl:where-populated>
    </dd>
  </xsl:template>

  <!-- Where the reference has an element. -->
  <xsl:function name="t:anchor" as="xs:string">
    <xsl:param name="element" as="xs:string"/>
    <xsl:sequence select="'element.' || $element"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The reference: every element, by its name, with what it holds, its attributes and the constraints on it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns:eg="http://www.tei-c.org/ns/Examples" xmlns:sch="http://purl.oclc.org/dsdl/schematron"
  xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="introduced" match="specDesc" use="@key"/>
  <xsl:key name="example" match="eg:egXML" use=".//eg:* ! local-name()"/>
  <xsl:key name="class.attribute" match="classSpec/attList/attDef[not(@mode = 'delete')]" use="@ident"/>
  <xsl:key name="macro" match="macroSpec" use="@ident"/>

  <xsl:mode name="reference" on-no-match="fail"/>

  <xsl:template match="schemaSpec" mode="reference">
    <xsl:variable name="elements" as="element(elementSpec)+">
      <xsl:perform-sort select="elementSpec"><xsl:sort select="lower-case(@ident)"/></xsl:perform-sort>
    </xsl:variable>
    <p class="all">
      <xsl:for-each select="$elements"><a class="gi" href="#{t:anchor(@ident)}"><code>{@ident}</code></a><xsl:text> </xsl:text></xsl:for-each>
    </p>
    <xsl:apply-templates select="$elements" mode="reference"/>
    <section id="constraints">
      <h3>Constraints on many elements</h3>
      <xsl:apply-templates select="constraintSpec[.//sch:assert | .//sch:report]" mode="reference"/>
    </section>
  </xsl:template>

  <xsl:template match="elementSpec" mode="reference">
    <xsl:variable name="spoken" as="element(div)*" select="key('introduced', @ident)/ancestor::div[1]"/>
    <xsl:variable name="shown" as="element(div)*" select="key('example', @ident)/ancestor::div[1]"/>
    <section class="element" id="{t:anchor(@ident)}">
      <h3><code>{@ident}</code></h3>
      <p>{desc}</p>
      <xsl:where-populated>
        <table>
          <xsl:apply-templates select="attList/attDef[not(@mode = 'delete')]" mode="reference"/>
        </table>
      </xsl:where-populated>
      <dl>
        <dt>Holds</dt>
        <dd><xsl:call-template name="holds"/></dd>
        <xsl:if test="$spoken | $shown">
          <dt>In the manual</dt>
          <dd>
            <xsl:for-each select="$spoken | $shown">
              <a href="#{@xml:id}">{head}</a>
              <xsl:text>{if (position() ne last()) then ' · ' else ''}</xsl:text>
            </xsl:for-each>
          </dd>
        </xsl:if>
      </dl>
      <xsl:apply-templates select="constraintSpec" mode="reference"/>
    </section>
  </xsl:template>

  <!-- The elements and the text that an element may hold, the macros written out. -->
  <xsl:template name="holds">
    <xsl:variable name="content" as="element()*" select="t:content(content)"/>
    <xsl:variable name="names" as="xs:string*" select="sort(distinct-values($content/self::elementRef/@key), (), lower-case#1)"/>
    <xsl:variable name="text" as="xs:string?" select="if ($content/(self::textNode | self::dataRef)) then 'text' else if (empty($names)) then 'nothing' else ()"/>
    <xsl:text>{$text}{', '[$text and exists($names)]}</xsl:text>
    <xsl:for-each select="$names">
      <a class="gi" href="#{t:anchor(.)}"><code>{.}</code></a>
      <xsl:text>{if (position() ne last()) then ' ' else ''}</xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:function name="t:content" as="element()*">
    <xsl:param name="content" as="element()*"/>
    <xsl:sequence select="$content//(elementRef | textNode | dataRef) | $content//macroRef/t:content(key('macro', @key)/content)"/>
  </xsl:function>

  <xsl:template match="attDef" mode="reference">
    <tr>
      <th scope="row"><code>@{@ident}</code></th>
      <td>
        <xsl:if test="@usage = 'req'"><b class="required">required</b><xsl:text> </xsl:text></xsl:if>
        <xsl:text>{t:description(.)}</xsl:text>
        <xsl:apply-templates select="(., key('class.attribute', @ident))[valList][1]/valList" mode="reference"/>
      </td>
    </tr>
  </xsl:template>

  <!-- An attribute that an element says nothing particular about is described with its class. -->
  <xsl:function name="t:description" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="($attribute/desc, key('class.attribute', $attribute/@ident, root($attribute))/desc)[1] => normalize-space()"/>
  </xsl:function>

  <xsl:template match="valList" mode="reference">
    <ul class="values"><xsl:apply-templates select="valItem" mode="reference"/></ul>
  </xsl:template>
  <xsl:template match="valItem" mode="reference">
    <li><code class="value">{@ident}</code> {desc}</li>
  </xsl:template>

  <xsl:template match="constraintSpec" mode="reference">
    <div class="constraint">
      <p>{desc}</p>
      <ul><xsl:apply-templates select=".//(sch:assert | sch:report)" mode="reference"/></ul>
    </div>
  </xsl:template>
  <xsl:template match="sch:assert | sch:report" mode="reference">
    <li id="{@id}"><code>{@id}</code> {if (@role = 'warning') then 'warns' else 'error'}: <xsl:apply-templates mode="message"/></li>
  </xsl:template>

  <!-- What a message fills in when it is given. -->
  <xsl:mode name="message" on-no-match="shallow-copy"/>
  <xsl:template match="sch:name" mode="message"><xsl:text>element</xsl:text></xsl:template>
  <xsl:template match="sch:value-of" mode="message"><xsl:text>…</xsl:text></xsl:template>

</xsl:stylesheet>

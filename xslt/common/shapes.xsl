<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists, tables and verse, the same in both views. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The points of a numbered list have their numbers in their text; role: some browsers drop a list without markers. -->
  <xsl:template match="list" mode="reading diplomatic">
    <ul role="list" class="{if (@type = 'numbered' or $diplomatic) then 'labelled' else 'plain'}"><xsl:apply-templates mode="#current"/></ul>
  </xsl:template>
  <xsl:template match="list/item" mode="reading diplomatic">
    <li><xsl:call-template name="marked"/></li>
  </xsl:template>
  <xsl:template match="list/fw | list/gap | list/note" mode="reading diplomatic" priority="3">
    <li class="running"><xsl:next-match/></li>
  </xsl:template>

  <!-- A table that is wider than the page scrolls in a region that the keyboard reaches. -->
  <xsl:template match="table" mode="reading diplomatic">
    <div class="scroll" role="region" aria-label="Table {count(preceding::table) + 1}" tabindex="0">
      <table class="page">
        <xsl:where-populated><thead><xsl:apply-templates select="row[t:heads(.)]" mode="#current"/></thead></xsl:where-populated>
        <tbody><xsl:apply-templates select="row[not(t:heads(.))]" mode="#current"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:function name="t:heads" as="xs:boolean">
    <xsl:param name="row" as="element(row)"/>
    <xsl:sequence select="$row/@role = 'label' and empty($row/preceding-sibling::row)"/>
  </xsl:function>

  <xsl:template match="row" mode="reading diplomatic">
    <tr><xsl:apply-templates select="cell" mode="#current"/></tr>
  </xsl:template>

  <xsl:template match="cell" mode="reading diplomatic">
    <td><xsl:call-template name="cell"/></td>
  </xsl:template>
  <xsl:template match="row[@role = 'label']/cell[normalize-space(.)]" mode="reading diplomatic" priority="1">
    <th scope="col"><xsl:call-template name="cell"/></th>
  </xsl:template>

  <xsl:template name="cell">
    <xsl:if test="@cols"><xsl:attribute name="colspan" select="@cols"/></xsl:if>
    <xsl:if test="@rows"><xsl:attribute name="rowspan" select="@rows"/></xsl:if>
    <xsl:call-template name="marked"/>
    <xsl:if test="$diplomatic and empty(following-sibling::cell)"><xsl:sequence select="t:sign(.., 'after')"/></xsl:if>
  </xsl:template>

  <xsl:template match="lg" mode="reading diplomatic">
    <div class="verse"><xsl:apply-templates mode="#current"/></div>
  </xsl:template>
  <xsl:template match="l" mode="reading diplomatic">
    <div class="l"><xsl:call-template name="marked"/></div>
  </xsl:template>

</xsl:stylesheet>

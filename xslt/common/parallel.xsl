<?xml version="1.0" encoding="UTF-8"?>
<!-- Original and translation side by side: linked paragraphs begin on one line. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="identified" match="*[@xml:id]" use="@xml:id"/>

  <xsl:variable name="original" as="element(div)?" select="$document/TEI/text/body/div[@type = 'original'][../div/@type = 'translation'][1]"/>
  <xsl:variable name="translation" as="element(div)?" select="$original/../div[@type = 'translation'][1]"/>

  <!-- Linked blocks of original and translation, in turn; a pair that crosses or repeats another is left out. -->
  <xsl:variable name="pairs" as="element(t:pair)*">
    <xsl:variable name="linked" as="element(t:pair)*">
      <xsl:for-each select="$document/TEI/standOff/linkGrp[@type = 'translation']/link">
        <xsl:variable name="ends" as="element()*" select="tokenize(@target) ! key('identified', substring-after(., '#'), $document)"/>
        <xsl:variable name="left" as="xs:integer?" select="t:ordinal($ends, $original)"/>
        <xsl:variable name="right" as="xs:integer?" select="t:ordinal($ends, $translation)"/>
        <xsl:if test="$left and $right"><t:pair left="{$left}" right="{$right}"/></xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:iterate select="sort($linked, (), function($pair) { (xs:integer($pair/@left), xs:integer($pair/@right)) })">
      <xsl:param name="left" as="xs:integer" select="0"/>
      <xsl:param name="right" as="xs:integer" select="0"/>
      <xsl:choose>
        <xsl:when test="xs:integer(@left) gt $left and xs:integer(@right) gt $right">
          <xsl:sequence select="."/>
          <xsl:next-iteration>
            <xsl:with-param name="left" select="xs:integer(@left)"/>
            <xsl:with-param name="right" select="xs:integer(@right)"/>
          </xsl:next-iteration>
        </xsl:when>
      </xsl:choose>
    </xsl:iterate>
  </xsl:variable>

  <!-- Which child of a part holds one of the elements. -->
  <xsl:function name="t:ordinal" as="xs:integer?">
    <xsl:param name="ends" as="element()*"/>
    <xsl:param name="part" as="element(div)?"/>
    <xsl:sequence select="($ends/ancestor-or-self::*[.. is $part])[1] ! (count(preceding-sibling::*) + 1)"/>
  </xsl:function>

  <xsl:template match="body[$original]" mode="reading diplomatic" priority="1">
    <article class="body parallel"><xsl:apply-templates mode="#current"/></article>
  </xsl:template>

  <xsl:template match="body/div[. is $original or . is $translation]" mode="reading diplomatic" priority="1">
    <xsl:variable name="side" as="xs:string" select="if (. is $original) then 'left' else 'right'"/>
    <xsl:variable name="anchors" as="xs:integer*" select="$pairs/@*[local-name() eq $side] ! xs:integer(.)"/>
    <xsl:variable name="last" as="xs:integer" select="($anchors[last()], 0)[1]"/>
    <xsl:variable name="alone" as="xs:boolean" select="t:alone($side)"/>
    <section class="part {$side}" id="part-{t:part(.)}">
      <xsl:call-template name="language"/>
      <div class="row" style="grid-row: 1"><xsl:call-template name="part-heading"/></div>
      <xsl:for-each-group select="*" group-adjacent="t:row($anchors, position())">
        <xsl:variable name="tail" as="xs:boolean" select="$alone and current-grouping-key() eq 2 * count($anchors) + 2"/>
        <div class="row{' tail'[$tail]}" style="grid-row: {current-grouping-key() + (if ($tail) then 1 else 0)}">
          <xsl:apply-templates select="current-group()" mode="#current"/>
        </div>
      </xsl:for-each-group>
    </section>
  </xsl:template>

  <!-- A sentence, and a link to the one that renders it; the sign is the style sheet's, so the text stays what it is. -->
  <xsl:key name="linked" match="linkGrp[@type = 'translation.sentences']/link" use="tokenize(@target) ! substring-after(., '#')"/>

  <xsl:template match="s" mode="reading diplomatic">
    <xsl:variable name="part" as="element(div)?" select="ancestor::div[last()]"/>
    <xsl:variable name="other" as="element()?" select="
      (key('linked', string(@xml:id), $document)/tokenize(@target) ! key('identified', substring-after(., '#'), $document)[not(ancestor::div[last()] is $part)])[1]"/>
    <span class="s">
      <xsl:copy-of select="@xml:id ! t:id(.)"/>
      <xsl:apply-templates mode="#current"/>
      <xsl:if test="$other">
        <a class="counterpart" lang="en" href="#{$other/@xml:id}" title="the same in the {$other/ancestor::div[last()]/@type}" aria-label="the same in the {$other/ancestor::div[last()]/@type}"></a>
      </xsl:if>
    </span>
  </xsl:template>

  <xsl:function name="t:id" as="attribute(id)">
    <xsl:param name="ident" as="attribute()"/>
    <xsl:attribute name="id" select="$ident"/>
  </xsl:function>

  <!-- Row of a block: the linked ones have rows of their own, the others share the row between. -->
  <xsl:function name="t:row" as="xs:integer">
    <xsl:param name="anchors" as="xs:integer*"/>
    <xsl:param name="position" as="xs:integer"/>
    <xsl:sequence select="2 + 2 * count($anchors[. lt $position]) + (if ($position = $anchors) then 1 else 0)"/>
  </xsl:function>

  <!-- Whether a side goes on long after the other has ended: then it takes the whole width. -->
  <xsl:function name="t:alone" as="xs:boolean">
    <xsl:param name="side" as="xs:string"/>
    <xsl:variable name="lengths" as="xs:integer*" select="
      for $part in ($original, $translation), $name in (if ($part is $original) then 'left' else 'right')
      return string-length(string-join($part/*[position() gt max((0, $pairs/@*[local-name() eq $name] ! xs:integer(.)))]))"/>
    <xsl:variable name="own" as="xs:integer" select="if ($side eq 'left') then 1 else 2"/>
    <xsl:sequence select="exists($pairs) and $lengths[$own] gt 3 * $lengths[3 - $own] + 1000"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Whose act something is, how sure the encoder is of it, and by which rule. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:key name="respStmt" match="respStmt" use="@xml:id"/>
  <xsl:key name="category" match="category" use="@xml:id"/>
  <xsl:key name="certainty" match="standOff/certainty" use="tokenize(@target)"/>

  <!-- "Svetlana Savranskaya, Andrea Hendrickson (translation)". -->
  <xsl:function name="t:hand" as="xs:string?">
    <xsl:param name="act" as="element()"/>
    <xsl:variable name="hands" as="xs:string*">
      <xsl:for-each select="tokenize(($act/@resp, $act/corr/@resp, $act/reg/@resp)[1])">
        <xsl:variable name="statement" as="element(respStmt)?" select="key('respStmt', substring-after(., '#'), $document)[1]"/>
        <xsl:sequence select="if ($statement) then t:statement($statement) else string(.)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="if (exists($hands)) then string-join($hands, '; ') else 'hand not stated'[not($act/self::ref)]"/>
  </xsl:function>

  <xsl:function name="t:statement" as="xs:string">
    <xsl:param name="statement" as="element(respStmt)"/>
    <xsl:variable name="names" as="xs:string" select="string-join($statement/(name | persName | orgName) ! normalize-space(.), '; ')"/>
    <xsl:variable name="task" as="xs:string" select="replace(normalize-space($statement/resp[1]), '[,;].*$', '')"/>
    <xsl:sequence select="$names || ' (' || $task || ')'"/>
  </xsl:function>

  <!-- What the rule in @ana concludes, as the taxonomy of rules words it. -->
  <xsl:function name="t:rule" as="xs:string?">
    <xsl:param name="asserting" as="element()?"/>
    <xsl:sequence select="key('category', substring-after($asserting/@ana, '#'), $document)[1]/catDesc ! normalize-space(.)"/>
  </xsl:function>

  <!-- "certainty high: A name of a place in the authority."; from the element itself or from standOff. -->
  <xsl:function name="t:certainty" as="xs:string?">
    <xsl:param name="node" as="element()"/>
    <xsl:variable name="asserting" as="element()?"
      select="($node[@cert], $node/(corr | reg)[@cert], $node/@xml:id/key('certainty', '#' || ., $document)[not(@assertedValue)])[1]"/>
    <xsl:sequence select="$asserting ! string-join((self::certainty/'kind and hand inferred,', 'certainty ' || @cert || t:rule(.) ! (': ' || .)), ' ')"/>
  </xsl:function>

  <!-- The other entries that a name could mean. -->
  <xsl:function name="t:rivals" as="xs:string*">
    <xsl:param name="mention" as="element()"/>
    <xsl:sequence select="$mention/@xml:id/key('certainty', '#' || ., $document)/@assertedValue/string()"/>
  </xsl:function>

</xsl:stylesheet>

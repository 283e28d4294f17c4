<?xml version="1.0" encoding="UTF-8"?>
<!-- Which nodes a pattern has to look at: only as many kinds of them as the contexts of its rules can match. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:sch="tag:teilegram,2026:schematron" exclude-result-prefixes="#all">

  <!-- `p`, `tei:p`, `*:p`, `*`; a path of such steps; the same with an attribute at its end. -->
  <xsl:variable name="name" as="xs:string" select="'((\*|[\i-[:]][\c-[:]]*):)?(\*|[\i-[:]][\c-[:]]*)'"/>
  <xsl:variable name="path" as="xs:string" select="'/{0,2}(' || $name || '/{1,2})*'"/>

  <!-- An expression that yields, in document order, every node that could match one of the contexts. -->
  <xsl:function name="sch:reach" as="xs:string">
    <xsl:param name="contexts" as="xs:string*"/>
    <xsl:variable name="bare" as="xs:string*" select="$contexts ! tokenize(sch:without-predicates(.), '\|') ! normalize-space()"/>
    <xsl:variable name="elements" as="xs:string" select="'^' || $path || $name || '$'"/>
    <xsl:variable name="with-attributes" as="xs:string" select="'^' || $path || '@?' || $name || '$'"/>
    <xsl:variable name="last" as="xs:string*" select="distinct-values($bare ! tokenize(., '/')[last()])"/>
    <xsl:sequence select="
      if (count($contexts) = 1 and matches($contexts, '^\*\[@' || $name || '\]$')) then '//' || $contexts
      else if (every $context in $bare satisfies matches($context, $elements)) then '//' || (if (count($last) = 1) then $last else '*')
      else if (every $context in $bare satisfies matches($context, $with-attributes)) then '//* ! (., @*)'
      else '/descendant-or-self::node() ! (., @*)'"/>
  </xsl:function>

  <!-- A context without its string literals, comments and predicates. -->
  <xsl:function name="sch:without-predicates" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:sequence select="sch:without-brackets(replace($context, '&quot;[^&quot;]*&quot;|''[^'']*''', ''))"/>
  </xsl:function>

  <xsl:function name="sch:without-brackets" as="xs:string">
    <xsl:param name="context" as="xs:string"/>
    <xsl:variable name="less" as="xs:string" select="replace($context, '\[[^\[\]]*\]', '')"/>
    <xsl:sequence select="if ($less = $context) then $context else sch:without-brackets($less)"/>
  </xsl:function>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- The reading view: lines unwrapped, interventions in light brackets. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:template name="marked">
    <xsl:apply-templates select="." mode="marked"/>
  </xsl:template>

  <!-- The content of an element, with its marks where the view shows them. -->
  <xsl:mode name="marked" on-no-match="fail"/>
  <xsl:template match="*" mode="marked"><xsl:apply-templates mode="reading"/></xsl:template>

  <xsl:template match="text()" mode="reading"><xsl:text>{replace(., '\s+', ' ')}</xsl:text></xsl:template>
  <xsl:template match="text()[following-sibling::node()[1]/@break = 'no']" mode="reading" priority="1">
    <xsl:text>{replace(replace(., '[-&#x2010;&#xAD;&#xAC;]?\s+$', ''), '\s+', ' ')}</xsl:text>
  </xsl:template>

  <!-- Lines are kept where they are the layout of a letterhead, a heading or a signature, or of names and entries. -->
  <xsl:template match="p[lb][t:entries(.)]" mode="reading" priority="5">
    <xsl:next-match><xsl:with-param name="entries" select="true()" tunnel="yes"/></xsl:next-match>
  </xsl:template>
  <xsl:template match="lb" mode="reading">
    <xsl:param name="entries" as="xs:boolean" select="false()" tunnel="yes"/>
    <xsl:choose>
      <xsl:when test="$entries"><br/></xsl:when>
      <xsl:otherwise><xsl:text> </xsl:text></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
  <!-- A heading of notes that the page's end put into a paragraph; the notes themselves stand elsewhere. -->
  <xsl:template match="p//fw[@type = 'notes']" mode="reading" priority="1"/>

  <!-- Whether all lines of a paragraph are short and none begins with a small letter: nobody wraps prose so. -->
  <xsl:function name="t:entries" as="xs:boolean">
    <xsl:param name="paragraph" as="element(p)"/>
    <xsl:variable name="lines" as="xs:string*" select="(tokenize($paragraph, '\n') ! normalize-space())[.]"/>
    <xsl:variable name="widest" as="xs:integer" select="if (count($lines) ge 5) then 100 else 60"/>
    <xsl:sequence select="every $line in $lines satisfies string-length($line) le $widest and not(matches($line, '^\p{Ll}'))"/>
  </xsl:function>

  <xsl:template match="opener//lb | closer//lb | head//lb" mode="reading" priority="1"><br/></xsl:template>
  <xsl:template match="lb[preceding-sibling::node()[not(self::text()[not(normalize-space())])][1][self::seg[@type = 'distribution'] or self::list]]" mode="reading" priority="2"/>
  <xsl:template match="lb[@break = 'no']" mode="reading" priority="3"/>

  <xsl:template match="supplied | gloss | corr | note | del | damage" mode="reading">
    <xsl:call-template name="intervention"><xsl:with-param name="open" select="'['"/><xsl:with-param name="close" select="']'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="sic" mode="reading">
    <xsl:call-template name="intervention"><xsl:with-param name="close" select="'[sic]'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="unclear" mode="reading">
    <xsl:call-template name="intervention"><xsl:with-param name="close" select="'[?]'"/></xsl:call-template>
  </xsl:template>
  <xsl:template match="g" mode="reading"><xsl:call-template name="intervention"/></xsl:template>

  <xsl:template name="intervention">
    <xsl:param name="open" as="xs:string" select="''"/>
    <xsl:param name="close" as="xs:string" select="''"/>
    <xsl:variable name="content" as="node()*"><xsl:apply-templates mode="reading"/></xsl:variable>
    <xsl:call-template name="act">
      <xsl:with-param name="open" select="$open"/>
      <xsl:with-param name="close" select="$close"/>
      <xsl:with-param name="content" select="$content"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A note that is no intervention, inside a block. -->
  <xsl:template match="note[not(t:act(.))]" mode="reading" priority="0.7"><span class="note"><xsl:apply-templates mode="reading"/></span></xsl:template>

  <!-- A gap shows its description, else the page's words for it. -->
  <xsl:template match="gap[desc]" mode="reading" priority="1">
    <a id="{t:anchor(.)}" class="act gap {t:act(.)}" href="#entry-{t:anchor(.)}" title="{t:told(.)}">[{t:said(.)}]</a>
  </xsl:template>
  <xsl:template match="gap" mode="reading">
    <a id="{t:anchor(.)}" class="act gap added {t:act(.)}" lang="en" href="#entry-{t:anchor(.)}" title="{t:told(.)}">[{t:said(.)}]</a>
  </xsl:template>

</xsl:stylesheet>

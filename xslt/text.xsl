<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text of a teilegram document.
     diplomatic: every character of the transcript, marks and brackets included.
     reading:    the text as one reads it, unwrapped, what editors supplied in brackets, notes left out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:import href="common/marks.xsl"/>
  <xsl:output method="text" encoding="UTF-8"/>
  <xsl:strip-space elements="TEI text body div said quote list table row lg postscript"/>

  <xsl:param name="mode" as="xs:string" select="'reading'"/>

  <xsl:template match="/">
    <xsl:choose>
      <xsl:when test="$mode eq 'diplomatic'"><xsl:apply-templates select="/TEI/text" mode="diplomatic"/></xsl:when>
      <xsl:otherwise><xsl:apply-templates select="/TEI/text" mode="reading"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The row of a list in columns, from @n = row.column. -->
  <xsl:function name="t:row" as="xs:string?">
    <xsl:param name="item" as="element(item)"/>
    <xsl:sequence select="tokenize($item/@n, '\.')[1]"/>
  </xsl:function>

  <!-- diplomatic -->
  <xsl:mode name="diplomatic" on-no-match="text-only-copy"/>

  <xsl:template match="*" mode="diplomatic">
    <xsl:value-of select="t:mark(., 'before')"/>
    <xsl:apply-templates mode="#current"/>
    <xsl:value-of select="t:mark(., 'after')"/>
  </xsl:template>

  <xsl:template match="text/* | body/* | div/* | said/* | quote/* | postscript/*" mode="diplomatic" priority="1">
    <xsl:next-match/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- Bars and tabs are marks of the cell behind them; where there is none, the page has blanks. -->
  <xsl:template match="cell[preceding-sibling::cell][not(t:mark(., 'before'))]" mode="diplomatic" priority="1">
    <xsl:text>&#9;</xsl:text>
    <xsl:next-match/>
  </xsl:template>

  <xsl:template match="row | l | list/*[not(self::item)]" mode="diplomatic" priority="1">
    <xsl:next-match/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="item" mode="diplomatic" priority="1">
    <xsl:next-match/>
    <xsl:value-of select="if (t:row(.) = following-sibling::item[1]/t:row(.)) then '&#9;' else '&#10;'"/>
  </xsl:template>

  <xsl:template match="choice" mode="diplomatic"><xsl:apply-templates select="sic | orig | abbr" mode="#current"/></xsl:template>

  <!-- reading -->
  <xsl:mode name="reading" on-no-match="text-only-copy"/>

  <xsl:template match="text()" mode="reading"><xsl:value-of select="replace(., '\s+', ' ')"/></xsl:template>

  <!-- A word that goes on after a break loses the hyphen that divides it; one that has a hyphen keeps it. -->
  <xsl:template match="text()[t:break(.)[@break = 'no']]" mode="reading" priority="1">
    <xsl:value-of select="replace(replace(., '[-&#x2010;&#xAD;&#xAC;]?\s+$', ''), '\s+', ' ')"/>
  </xsl:template>

  <xsl:template match="text()[matches(., '\p{L}-\s*$')][t:break(.)]" mode="reading">
    <xsl:value-of select="replace(replace(., '\s+$', ''), '\s+', ' ')"/>
  </xsl:template>

  <!-- The break that a text stands before, page numbers and running heads left out. -->
  <xsl:function name="t:break" as="element()?">
    <xsl:param name="text" as="text()"/>
    <xsl:sequence select="$text/following-sibling::node()[not(self::fw or self::text()[not(normalize-space())])][1][self::lb or self::pb or self::cb]"/>
  </xsl:function>

  <xsl:template match="head | p | body/div/gap" mode="reading" priority="2">
    <xsl:variable name="text" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:text>{if (self::gap) then '[' || normalize-space(string-join($text)) || ']' else normalize-space(string-join($text))}&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="opener | closer" mode="reading">
    <xsl:variable name="text" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:text>{string-join(tokenize(string-join($text), '&#10;') ! normalize-space(.), '&#10;')}&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="opener//lb | closer//lb" mode="reading"><xsl:text>&#10;</xsl:text></xsl:template>

  <xsl:template match="table | lg | div/list | said/list | quote/list" mode="reading">
    <xsl:variable name="text" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:text>{string-join(tokenize(string-join($text), '&#10;') ! replace(., '(^ +| +$)', '')[.], '&#10;')}&#10;&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="row | l" mode="reading">
    <xsl:apply-templates mode="#current"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="cell" mode="reading">
    <xsl:variable name="text" as="xs:string*"><xsl:apply-templates mode="#current"/></xsl:variable>
    <xsl:text>{'&#9;'[current()/preceding-sibling::cell]}{normalize-space(string-join($text))}</xsl:text>
  </xsl:template>

  <!-- A point of a list that no number counts keeps its dash or dot. -->
  <xsl:template match="item[empty(parent::list/@type[. eq 'distribution'])]" mode="reading" priority="1">
    <xsl:text>&#10;{t:mark(., 'before')}</xsl:text>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="item" mode="reading">
    <xsl:value-of select="if (t:row(.) = preceding-sibling::item[1]/t:row(.)) then ', ' else '&#10;'"/>
    <xsl:apply-templates mode="#current"/>
  </xsl:template>

  <xsl:template match="lb[@break = 'no'] | pb[@break = 'no'] | cb[@break = 'no']" mode="reading"/>
  <xsl:template match="supplied" mode="reading">[<xsl:apply-templates mode="#current"/>]</xsl:template>
  <xsl:template match="gap[desc]" mode="reading">[<xsl:apply-templates mode="#current"/>]</xsl:template>
  <xsl:template match="gap[not(desc)]" mode="reading"> […] </xsl:template>
  <xsl:template match="choice" mode="reading"><xsl:apply-templates select="corr | reg | expan" mode="#current"/></xsl:template>
  <xsl:template match="note | gloss | fw | ref[@type = 'noteAnchor']" mode="reading"/>

</xsl:stylesheet>

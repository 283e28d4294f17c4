<?xml version="1.0" encoding="UTF-8"?>
<!-- Blocks: parts, headings, openers, paragraphs, speech and closers, the same in both views. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:mode name="reading" on-no-match="text-only-copy"/>
  <xsl:mode name="diplomatic" on-no-match="text-only-copy"/>

  <!-- The publication's own headings, above the document. -->
  <xsl:template match="text/fw" mode="reading diplomatic" priority="2">
    <p class="section"><xsl:apply-templates mode="#current"/></p>
  </xsl:template>

  <xsl:template match="body | front | back" mode="reading diplomatic">
    <article class="{local-name()}"><xsl:apply-templates mode="#current"/></article>
  </xsl:template>

  <xsl:template match="body/div" mode="reading diplomatic">
    <section class="part" id="part-{t:part(.)}">
      <xsl:call-template name="language"/>
      <xsl:call-template name="part-heading"/>
      <xsl:apply-templates mode="#current"/>
    </section>
  </xsl:template>

  <xsl:template match="div/div" mode="reading diplomatic">
    <section><xsl:call-template name="language"/><xsl:apply-templates mode="#current"/></section>
  </xsl:template>

  <!-- "Original (Russian)"; hidden where the document has one part only. -->
  <xsl:template name="part-heading">
    <xsl:variable name="language" as="xs:string?" select="$document/TEI/teiHeader/profileDesc/langUsage/language[@ident = current()/@xml:lang][1] ! normalize-space(.)"/>
    <xsl:variable name="type" as="xs:string" select="(@type, 'part')[1]"/>
    <h2 lang="en">
      <xsl:if test="count(../div) eq 1"><xsl:attribute name="class" select="'unseen'"/></xsl:if>
      <xsl:text>{upper-case(substring($type, 1, 1)) || substring($type, 2)}{$language ! (' (' || . || ')')}</xsl:text>
    </h2>
  </xsl:template>

  <xsl:template name="language">
    <xsl:if test="@xml:lang"><xsl:attribute name="lang" select="@xml:lang"/></xsl:if>
  </xsl:template>

  <!-- Anything else that stands as a block. -->
  <xsl:template match="body/* | div/*" mode="reading diplomatic" priority="-0.2">
    <div class="block"><xsl:call-template name="marked"/></div>
  </xsl:template>

  <!-- A part has its heading at level 2, so the document's is at 3, and those in the text are below it. -->
  <xsl:template match="head" mode="reading diplomatic">
    <xsl:element name="h{min((2 + count(ancestor::div), 6))}">
      <xsl:call-template name="language"/>
      <xsl:call-template name="marked"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="opener | closer | postscript | trailer | dateline[parent::div] | salute[parent::div] | signed[parent::div]" mode="reading diplomatic">
    <div class="{local-name()}"><xsl:call-template name="marked"/></div>
  </xsl:template>

  <!-- A paragraph with its number in the margin; a div where it holds blocks. -->
  <xsl:template match="p" mode="reading diplomatic">
    <p><xsl:call-template name="paragraph"/></p>
  </xsl:template>

  <xsl:template match="p[descendant::*[self::list or self::said[p] or self::quote[p] or self::table or self::p]]" mode="reading diplomatic" priority="1">
    <div class="p"><xsl:call-template name="paragraph"/></div>
  </xsl:template>

  <xsl:template match="note[not(t:foot(.))][ancestor::p or ancestor::opener or ancestor::closer or ancestor::head]//p" mode="reading diplomatic" priority="2">
    <span class="p"><xsl:call-template name="paragraph"/></span>
  </xsl:template>

  <xsl:template name="paragraph">
    <xsl:call-template name="language"/>
    <xsl:variable name="number" as="xs:string?" select="$numbers(generate-id())"/>
    <xsl:if test="$number">
      <xsl:attribute name="id" select="$number"/>
      <a class="number" href="#{$number}" aria-label="paragraph {$number}" lang="en">{$number}</a>
    </xsl:if>
    <xsl:call-template name="marked"/>
  </xsl:template>

  <!-- Speech and quoted text over whole paragraphs, with the speaker where one is known. -->
  <xsl:template match="said[p] | quote[p]" mode="reading diplomatic">
    <blockquote class="{local-name()}">
      <xsl:call-template name="language"/>
      <xsl:apply-templates select="@who | @corresp" mode="speaker"/>
      <xsl:call-template name="marked"/>
    </blockquote>
  </xsl:template>

  <xsl:mode name="speaker" on-no-match="deep-skip"/>
  <xsl:template match="@who | @corresp" mode="speaker">
    <div class="speaker" lang="en" title="{string-join(('taken from the words before', t:certainty(..)), ' · ')}">
      <xsl:value-of select="tokenize(.) ! t:name('person', .)" separator=", "/>
      <xsl:text> </xsl:text>
      <small>{if (name() eq 'who') then 'speaking' else 'quoted'}</small>
    </div>
  </xsl:template>

  <!-- Lists; one whose items are numbered row.column is a table of those rows and columns. -->
  <xsl:template match="list/head" mode="reading diplomatic" priority="1">
    <li class="list-head"><xsl:call-template name="marked"/></li>
  </xsl:template>

  <xsl:template match="list[item][every $item in item satisfies matches($item/@n, '^\d{1,3}\.\d{1,2}$')]" mode="reading diplomatic" priority="1">
    <table class="distribution">
      <caption class="unseen" lang="en">Distribution list</caption>
      <tbody>
        <xsl:for-each-group select="item" group-by="substring-before(@n, '.')">
          <xsl:sort select="xs:integer(current-grouping-key())"/>
          <tr>
            <xsl:iterate select="sort(current-group(), (), function($item) { xs:integer(substring-after($item/@n, '.')) })">
              <xsl:param name="filled" as="xs:integer" select="0"/>
              <xsl:variable name="column" as="xs:integer" select="xs:integer(substring-after(@n, '.'))"/>
              <xsl:for-each select="$filled + 2 to $column"><td/></xsl:for-each>
              <td><xsl:apply-templates select="." mode="cell"/></td>
              <xsl:next-iteration><xsl:with-param name="filled" select="$column"/></xsl:next-iteration>
            </xsl:iterate>
          </tr>
        </xsl:for-each-group>
      </tbody>
    </table>
  </xsl:template>

  <xsl:mode name="cell" on-no-match="fail"/>
  <xsl:template match="item[$diplomatic]" mode="cell" priority="1"><xsl:apply-templates mode="diplomatic"/></xsl:template>
  <xsl:template match="item" mode="cell"><xsl:apply-templates mode="reading"/></xsl:template>

  <xsl:template match="seg[@type = 'distribution']" mode="reading diplomatic" priority="1">
    <div class="distribution"><xsl:call-template name="marked"/></div>
  </xsl:template>

  <!-- The note on the source stands by itself. -->
  <xsl:template match="div/note[not(t:foot(.))][not(t:act(.))] | body/note[not(t:foot(.))][not(t:act(.))]" mode="reading diplomatic" priority="1">
    <aside class="source-note" aria-label="Note on the source"><xsl:call-template name="marked"/></aside>
  </xsl:template>

  <xsl:template match="div/gap | body/gap | div/note[t:act(.)] | said/gap | quote/gap" mode="reading diplomatic" priority="2">
    <div class="block between"><xsl:next-match/></div>
  </xsl:template>

  <xsl:template match="div/fw | said/fw | quote/fw | body/fw" mode="reading diplomatic" priority="1">
    <div class="running"><xsl:next-match/></div>
  </xsl:template>

</xsl:stylesheet>

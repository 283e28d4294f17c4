<?xml version="1.0" encoding="UTF-8"?>
<!-- One page for one teilegram document: the text, what was done to it, and who, where and when it names.
     reading:    clean text, hard lines unwrapped, interventions in light brackets.
     diplomatic: brackets, line breaks and marks as the transcript has them.
     The page is one file: it asks for nothing from outside, and runs no script. -->
<!-- authority: TEI authority files (documents or elements); the tooltips and the index then show the main names. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:import href="common/marks.xsl"/>
  <xsl:include href="common/citation.xsl"/>
  <xsl:include href="common/responsibility.xsl"/>
  <xsl:include href="common/names.xsl"/>
  <xsl:include href="common/dates.xsl"/>
  <xsl:include href="common/apparatus.xsl"/>
  <xsl:include href="common/facts.xsl"/>
  <xsl:include href="common/flow.xsl"/>
  <xsl:include href="common/shapes.xsl"/>
  <xsl:include href="common/phrase.xsl"/>
  <xsl:include href="common/reading.xsl"/>
  <xsl:include href="common/diplomatic.xsl"/>
  <xsl:include href="common/parallel.xsl"/>
  <xsl:include href="common/page.css.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>
  <xsl:strip-space elements="TEI text body div said quote list table row lg postscript choice"/>

  <xsl:param name="mode" as="xs:string" select="'reading'"/>
  <xsl:param name="authority" as="node()*" select="()"/>

  <xsl:variable name="diplomatic" as="xs:boolean" select="$mode eq 'diplomatic'"/>
  <xsl:variable name="document" as="document-node()" select="/"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <html lang="en">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <title>{t:title()}</title>
        <style><xsl:value-of select="$css"/></style>
      </head>
      <body class="{if ($diplomatic) then 'diplomatic' else 'reading'}">
        <a class="skip" href="#text">Skip to the text</a>
        <header>
          <xsl:apply-templates select="TEI/teiHeader" mode="facts"/>
        </header>
        <xsl:call-template name="tools"/>
        <main id="text" lang="{(TEI/text/@xml:lang, 'und')[1]}">
          <xsl:apply-templates select="TEI/text" mode="view"/>
        </main>
        <div class="after">
          <xsl:call-template name="footnotes"/>
          <xsl:call-template name="apparatus"/>
          <xsl:call-template name="indexes"/>
        </div>
        <footer>
          <xsl:apply-templates select="TEI/teiHeader" mode="colophon"/>
        </footer>
      </body>
    </html>
  </xsl:template>

  <!-- The one place that chooses between the two views. -->
  <xsl:mode name="view" on-no-match="fail"/>

  <xsl:template match="text[$diplomatic]" mode="view" priority="1"><xsl:apply-templates mode="diplomatic"/></xsl:template>
  <xsl:template match="text" mode="view"><xsl:apply-templates mode="reading"/></xsl:template>

  <!-- What the reader can switch on, and how to read the signs. -->
  <xsl:template name="tools">
    <nav class="tools" aria-label="Reading aids">
      <fieldset>
        <legend>Highlight</legend>
        <xsl:for-each select="$indexed">
          <xsl:variable name="count" as="xs:integer" select="count($mentions[t:kind(.) eq current()/@name])"/>
          <xsl:if test="$count gt 0">
            <label><input type="checkbox" id="show-{@name}"/> <span class="sample {@name}">{@heading}</span> <small>{$count}</small></label>
          </xsl:if>
        </xsl:for-each>
        <xsl:if test="exists($acts)">
          <label><input type="checkbox" id="show-act"/> <span class="sample act">Interventions</span> <small>{count($acts)}</small></label>
        </xsl:if>
      </fieldset>
      <ul>
        <xsl:if test="exists($footnotes)"><li><a href="#notes">Notes</a></li></xsl:if>
        <xsl:if test="exists($acts)"><li><a href="#interventions">Interventions</a></li></xsl:if>
        <xsl:if test="exists($mentions)"><li><a href="#indexes">Indexes</a></li></xsl:if>
      </ul>
    </nav>
  </xsl:template>

</xsl:stylesheet>

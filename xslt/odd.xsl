<?xml version="1.0" encoding="UTF-8"?>
<!-- The encoding manual: one page from schema/teilegram.odd.  First the prose with its examples, then every element
     with its attributes, values and constraints; the two lead to each other.
     The page is one file: it asks for nothing from outside, and runs no script. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="common/manual.prose.xsl"/>
  <xsl:include href="common/manual.example.xsl"/>
  <xsl:include href="common/manual.reference.xsl"/>
  <xsl:include href="common/page.css.xsl"/>
  <xsl:include href="common/manual.css.xsl"/>

  <xsl:output method="html" html-version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:key name="element" match="elementSpec" use="@ident"/>

  <!-- The chapters of the manual: everything but the specification, which the reference shows. -->
  <xsl:variable name="chapters" as="element(div)*" select="/TEI/text/body/div[not(schemaSpec)]"/>
  <xsl:variable name="specification" as="element(schemaSpec)" select="//schemaSpec"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/">
    <xsl:variable name="titles" as="element(title)+" select="TEI/teiHeader/fileDesc/titleStmt/title"/>
    <html lang="en">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"/>
        <title>{$titles[1]}</title>
        <style><xsl:value-of select="$css || $manual.css"/></style>
      </head>
      <body class="manual">
        <a class="skip" href="#text">Skip to the text</a>
        <header>
          <p class="kind">Encoding manual</p>
          <h1>{$titles[1]}</h1>
          <p class="extent">{$titles[2]}</p>
        </header>
        <nav class="contents" aria-label="Contents">
          <ol>
            <xsl:apply-templates select="$chapters" mode="contents"/>
            <li><a href="#reference">Reference</a></li>
          </ol>
        </nav>
        <main id="text">
          <xsl:apply-templates select="$chapters" mode="prose"/>
          <section id="reference">
            <h2>Reference</h2>
            <xsl:apply-templates select="$specification" mode="reference"/>
          </section>
        </main>
        <footer>
          <p><xsl:value-of select="TEI/teiHeader/fileDesc/(sourceDesc/p, publicationStmt/availability/licence) ! normalize-space()" separator=" "/></p>
        </footer>
      </body>
    </html>
  </xsl:template>

  <xsl:mode name="contents" on-no-match="fail"/>

  <xsl:template match="div" mode="contents">
    <li>
      <a href="#{@xml:id}">{head}</a>
      <xsl:where-populated>
        <ol><xsl:apply-templates select="div" mode="contents"/></ol>
      </xsl:where-populated>
    </li>
  </xsl:template>

</xsl:stylesheet>

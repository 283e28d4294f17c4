<?xml version="1.0" encoding="UTF-8"?>
<!-- What the manual needs beyond the style of the pages. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  exclude-result-prefixes="#all" expand-text="no">

  <xsl:variable name="manual.css" as="xs:string"><![CDATA[
.contents { max-width: 44rem; margin: 2rem auto 0; padding-inline: 1.25rem; font-size: .94em; line-height: 1.5; }
.contents ol { margin: 0; padding-left: 1.4rem; }
.contents > ol { columns: 17rem; column-gap: 2.5rem; }
.contents > ol > li { break-inside: avoid; margin-bottom: .3rem; }
.contents ol ol { list-style: none; padding-left: .2rem; font-size: .92em; }
.manual main h2 { font-size: 1.45rem; font-weight: 500; margin: 3.2rem 0 .8rem; padding-top: 1rem; border-top: 1px solid var(--line); }
.manual main h3 { font-size: 1.12rem; margin: 2rem 0 .6rem; }
.manual main li { margin-bottom: .3rem; }
.manual code { color: inherit; }
.gi { text-decoration: none; color: var(--link); white-space: nowrap; }
.gi:hover { text-decoration: underline; }
code.value { color: var(--place-line); }
.example { margin: 0 0 1.2em; }
.example pre { margin: 0; padding: .8rem 1rem; background: var(--wash); border-left: 3px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5; }
.example code { color: var(--quiet); }
.example .tag { color: var(--link); text-decoration: none; }
.example .attribute { color: var(--organisation-line); }
.example .value { color: var(--place-line); }
.example .words { color: var(--ink); font: 1.02rem/1.5 Charter, "Bitstream Charter", "PT Serif", "Noto Serif", Georgia, "Liberation Serif", serif; }
figcaption { font: .72rem/1.6 ui-monospace, Menlo, Consolas, "Liberation Mono", monospace; color: var(--quiet); text-align: right; }
.introduced { border-block: 1px solid var(--line); padding-block: .6rem; }
.introduced dt { font-variant-caps: normal; letter-spacing: 0; }
.introduced ul, .values { list-style: none; margin: .1rem 0 .2rem; padding: 0; font-size: .93em; color: var(--quiet); }
.introduced li, .manual .values li { margin: 0; }
.all { line-height: 1.9; }
.all .gi { margin-right: .35em; }
.element { border-top: 1px solid var(--line); margin-top: 1.6rem; }
.manual main .element h3 { margin: 1rem 0 .2rem; font-size: 1.3rem; }
.element > p { margin-bottom: .6rem; }
.element table { width: 100%; border-collapse: collapse; font-size: .92em; line-height: 1.45; margin-bottom: .8rem; }
.element th { text-align: left; vertical-align: top; font-weight: 400; white-space: nowrap; padding: .25rem 1.2rem .25rem 0; }
.element td { padding: .25rem 0; width: 100%; }
.element tr + tr > * { border-top: 1px dotted var(--line); }
.required { font-variant-caps: all-small-caps; letter-spacing: .04em; font-weight: 600; color: var(--link); }
.element dl { margin-bottom: .6rem; }
.constraint { font-size: .92em; line-height: 1.45; border-left: 3px solid var(--line); padding-left: 1rem; margin-bottom: .8rem; }
.constraint p { margin: 0 0 .2rem; font-style: italic; }
.constraint ul { margin: 0; padding: 0; list-style: none; }
@media (max-width: 42rem) { .element th { display: block; } .element td { display: block; } .element tr + tr > td { border: 0; } }
@media print { .example pre { background: none; } .gi { color: inherit; } }
]]></xsl:variable>

</xsl:stylesheet>

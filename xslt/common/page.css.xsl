<?xml version="1.0" encoding="UTF-8"?>
<!-- The style of the page: a serif column of at most 38em, light and dark, screen and paper. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  exclude-result-prefixes="#all" expand-text="no">

  <xsl:variable name="css" as="xs:string"><![CDATA[
:root {
  color-scheme: light dark;
  --paper: #fcfbf8; --ink: #1f1d1a; --quiet: #5f5a51; --line: #ddd7ca; --wash: #f3efe6; --link: #7c2d12; --focus: #1d4ed8;
  --person: #fbe7c8; --person-line: #9a5b00; --place: #dcefdc; --place-line: #2f6b32;
  --organisation: #e0e4fa; --organisation-line: #3a459c; --date: #f5dff0; --date-line: #8a2d74; --act: #fdf0a6; --act-line: #6b5b00;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #181715; --ink: #e6e1d6; --quiet: #aaa396; --line: #3d3932; --wash: #22201d; --link: #f0b38f; --focus: #93b4ff;
    --person: #4b3411; --person-line: #e0a94f; --place: #1b3b1f; --place-line: #7fc084;
    --organisation: #2a2f5a; --organisation-line: #a6aef0; --date: #46213d; --date-line: #e49ad2; --act: #393506; --act-line: #e0cf5a;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 4rem; -webkit-text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word;
  font: 1.09rem/1.62 Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Palatino, "PT Serif", "Noto Serif", Georgia, "Liberation Serif", serif;
  font-variant-numeric: oldstyle-nums; text-rendering: optimizeLegibility;
}
body > header, main, .after, body > footer { max-width: 44rem; margin-inline: auto; padding-inline: 1.25rem; }
a { color: var(--link); text-underline-offset: .18em; text-decoration-thickness: .06em; }
:focus-visible { outline: .16em solid var(--focus); outline-offset: .12em; border-radius: .1em; }
:target { background: var(--act); box-shadow: 0 0 0 .2em var(--act); }
p:target, div.p:target { box-shadow: -.9em 0 0 var(--act), .5em 0 0 var(--act); }
h1, h2, h3 { line-height: 1.3; text-wrap: pretty; font-weight: 600; }
small { font-size: .82em; }
code { font: .8em/1.4 ui-monospace, "SFMono-Regular", Menlo, Consolas, "Liberation Mono", monospace; font-variant-numeric: normal; overflow-wrap: anywhere; }
.quiet, .kind, .hand, .known, .wordings, small, code, .running, .fw { color: var(--quiet); }
.skip { position: absolute; left: -99rem; padding: .5rem 1rem; background: var(--paper); z-index: 3; }
.skip:focus { left: .5rem; top: .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

/* header */
body > header { padding-top: 3.5rem; }
.kind { margin: 0; font-variant-caps: all-small-caps; letter-spacing: .06em; }
h1 { margin: .3rem 0 1rem; font-size: 1.75rem; font-weight: 500; }
.extent { font-style: italic; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .15rem 1.4rem; margin: 0 0 1.5rem; font-size: .92em; line-height: 1.5; }
dt { grid-column: 1; color: var(--quiet); font-variant-caps: all-small-caps; letter-spacing: .04em; }
dd { grid-column: 2; margin: 0; }
body > header dl { border-block: 1px solid var(--line); padding-block: .9rem; }

/* reading aids */
.tools { position: sticky; top: 0; z-index: 2; background: var(--paper); border-bottom: 1px solid var(--line); }
.tools { font: .8rem/1.4 system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif; display: flex; flex-wrap: wrap; justify-content: center; align-items: center; gap: .2rem 2rem; padding: .55rem 1.25rem; }
.tools fieldset { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1.1rem; border: 0; margin: 0; padding: 0; }
.tools legend { float: left; padding: 0; color: var(--quiet); }
.tools label { display: inline-flex; align-items: center; gap: .35em; cursor: pointer; }
.tools input { margin: 0; accent-color: var(--link); }
.tools ul { display: flex; gap: 1.1rem; margin: 0; padding: 0; list-style: none; }

/* text */
main { margin-top: 2.5rem; }
.part h2 { font-size: .95rem; font-weight: 400; font-variant-caps: all-small-caps; letter-spacing: .08em; color: var(--quiet); border-bottom: 1px solid var(--line); margin: 0 0 1.2rem; }
main h3 { font-size: 1.12rem; margin: 1.4rem 0 .9rem; }
.section { text-align: center; font-variant-caps: all-small-caps; letter-spacing: .06em; color: var(--quiet); margin: 0 0 1.5rem; }
main p, main div.p { position: relative; margin: 0 0 .95em; hyphens: manual; }
.number {
  position: absolute; right: calc(100% + 1.1rem); top: .22em; font-size: .72rem; color: var(--quiet); text-decoration: none;
  font-variant-numeric: lining-nums tabular-nums; user-select: none; white-space: nowrap;
}
.number:hover { text-decoration: underline; }
.opener, .closer { margin: 0 0 1.3rem; line-height: 1.8; }
.closer { margin-top: 1.6rem; }
.stamp { display: inline-block; border: 1px solid currentColor; border-radius: .15em; padding: .05em .55em; margin: .1em .35em .1em 0; line-height: 1.35; font-size: .88em; font-variant-caps: all-small-caps; letter-spacing: .06em; color: var(--quiet); }
.stamp.strong { color: var(--ink); font-weight: 600; }
.idno { font-variant-numeric: lining-nums tabular-nums; white-space: nowrap; }
.reading .opener .idno + .idno { margin-left: .35em; }
.reading .dateline > * + * { margin-left: .5em; }
.signed { font-variant-caps: small-caps; letter-spacing: .03em; }
.processing { color: var(--quiet); font-size: .9em; }
div.distribution { overflow-x: auto; margin: .8rem 0; }
table.distribution { border-collapse: collapse; line-height: 1.35; font-size: .95em; }
table.distribution td { border: 1px solid var(--line); padding: .2em .8em; white-space: normal; }
main ul { margin: 0 0 .95em; padding-left: 1.6em; }
main ul.labelled { list-style: none; padding-left: 1.2em; }
main li > ul { margin: .2em 0; }
main h4, main h5, main h6 { font-size: 1rem; margin: 1.3rem 0 .7rem; }
.scroll { overflow-x: auto; margin: 0 0 1.1em; }
table.page { border-collapse: collapse; line-height: 1.35; font-size: .95em; }
table.page :is(td, th) { border: 1px solid var(--line); padding: .25em .8em; text-align: left; vertical-align: top; }
.verse { margin: 0 0 1.1em; padding-left: 1.6em; }
.verse .l { padding-left: 1.5em; text-indent: -1.5em; }
blockquote { margin: 0 0 1.2em; padding-left: 1.3rem; border-left: 2px solid var(--line); }
.speaker { font-variant-caps: small-caps; color: var(--quiet); letter-spacing: .03em; margin-bottom: .2em; }
.speaker small { font-variant-caps: normal; font-style: italic; letter-spacing: 0; }
blockquote .number { right: calc(100% + 2.4rem + 2px); }
.source-note { border-top: 1px solid var(--line); margin-top: 2rem; padding-top: .8rem; font-size: .9em; color: var(--quiet); line-height: 1.5; }
.between { text-align: center; margin: 0 0 1.1rem; }
.running { text-align: right; font-size: .8em; margin: 0 0 .6rem; }
.fw { font-size: .8em; }
.notes .labelled { list-style: none; }
.spaced { letter-spacing: .12em; }
.underline { text-decoration: underline; }
sup, sub { line-height: 0; font-size: .72em; }
.break { color: var(--quiet); font-size: .8em; padding-inline: .12em; white-space: nowrap; user-select: none; }
.anchor { text-decoration: none; }
.anchor { padding-inline: .1em; }
.orphan { text-decoration: underline dashed var(--quiet); text-underline-offset: .25em; }
.bracket { color: var(--quiet); text-decoration: none; }
a.bracket:hover, a.gap:hover { text-decoration: underline; }
.gap, .noted { color: var(--quiet); font-style: italic; }
.gap { text-decoration: none; font-size: .94em; margin: 0 .2em; }
.glossed, .explained { font-size: .97em; }
.corrected, .unclear { text-decoration: underline dotted var(--quiet); text-underline-offset: .2em; }
.corrected .bracket, .unclear .bracket { font-size: .85em; }
.added.bracket { vertical-align: super; font-size: .7em; line-height: 0; }
.diplomatic main :is(p, div.p, h3, h4, h5, h6, li, td, th, .l, .opener, .closer, .block, .source-note) { white-space: pre-wrap; }
.diplomatic main h3 { text-wrap: wrap; }
.sign { color: var(--quiet); font-style: normal; font-weight: 400; }

/* names and dates: quiet until asked for */
.mention, a.mention { color: inherit; text-decoration: none; }
.mention:hover, .mention:focus-visible { text-decoration: underline dotted; text-underline-offset: .22em; }
body:has(#show-person:checked) main .person, .sample.person { background: var(--person); border-bottom: 2px solid var(--person-line); }
body:has(#show-place:checked) main .place, .sample.place { background: var(--place); border-bottom: 2px dotted var(--place-line); }
body:has(#show-organisation:checked) main .organisation, .sample.organisation { background: var(--organisation); border-bottom: 3px double var(--organisation-line); }
body:has(#show-date:checked) main .date, .sample.date { background: var(--date); border-bottom: 2px dashed var(--date-line); }
body:has(#show-act:checked) main .act, .sample.act { background: var(--act); color: var(--ink); border-bottom: 2px solid var(--act-line); }
body:has(#show-act:checked) main .act :is(.bracket, .gap, .sign) { color: var(--ink); }
.sample { padding-inline: .2em; }

/* after the text */
.after { margin-top: 4rem; border-top: 1px solid var(--line); padding-top: 1rem; font-size: .94em; }
.after h2, footer h2 { font-size: 1.25rem; font-weight: 500; margin: 1.6rem 0 .6rem; }
.after h3 { font-size: 1.02rem; margin: 1.5rem 0 .2rem; }
.hand { margin: .3rem 0 .2rem; font-size: .86em; font-style: italic; line-height: 1.45; }
.acts, .index { list-style: none; margin: 0 0 .6rem; padding: 0; }
.acts li { padding-left: 4.2rem; text-indent: -4.2rem; line-height: 1.45; margin-bottom: .25rem; }
.acts .locus { display: inline-block; min-width: 4rem; text-indent: 0; font-size: .85em; font-variant-numeric: lining-nums tabular-nums; }
.context { color: var(--quiet); }
.context mark { background: none; color: var(--ink); font-weight: 600; }
summary { cursor: pointer; padding: .35rem 0; }
.after summary h3 { display: inline; margin: 0 .5em 0 0; }
details { border-bottom: 1px solid var(--line); }
.index { padding: .4rem 0 1rem; columns: 19rem; column-gap: 2.5rem; }
.index li { break-inside: avoid; margin-bottom: .8rem; padding: 0 .2em; line-height: 1.42; }
li > code { white-space: nowrap; }
.index p { margin: 0; font-size: .88em; }
.index b { font-weight: 600; }
.mentions a { text-decoration: none; font-variant-numeric: lining-nums tabular-nums; }
.mentions a:hover { text-decoration: underline; }
.mentions .locus { white-space: nowrap; }
.mentions .locus a + a { font-size: .8em; }
body > footer { margin-top: 3rem; padding-bottom: 4rem; border-top: 1px solid var(--line); font-size: .9em; }
footer details { margin-top: .3rem; }
footer details dl, .signs { margin-top: .6rem; }
.signs { padding-left: 1.2rem; }

/* original beside translation */
.counterpart { margin-left: .15em; font-size: .75em; text-decoration: none; opacity: 0; }
.counterpart::after { content: "⇄"; }
.s:hover > .counterpart, .counterpart:focus-visible, .s:target > .counterpart { opacity: 1; }
.s:target { background: color-mix(in srgb, var(--link) 12%, transparent); }
@media (hover: none) { .counterpart { opacity: .6; } }
@media print { .counterpart { display: none; } }
@media (min-width: 66rem) {
  body:has(.parallel) > header, body:has(.parallel) .after, body:has(.parallel) > footer { max-width: 48rem; }
  main:has(.parallel) { max-width: 84rem; padding-inline: 3.5rem 2rem; }
  .parallel { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); column-gap: 5rem; align-items: start; }
  .parallel > section { display: contents; }
  .parallel > * { grid-column: 1 / -1; }
  .left > .row { grid-column: 1; }
  .right > .row { grid-column: 2; }
  .parallel > section > .tail { grid-column: 1 / -1; width: 100%; max-width: 38em; margin: 1.5rem auto 0; }
}
@media (max-width: 53rem) {
  main .number { position: static; margin-right: .5em; }
}
@media (max-width: 42rem) {
  body { font-size: 1.03rem; }
  body > header { padding-top: 1.6rem; }
  h1 { font-size: 1.4rem; }
  .tools { position: static; justify-content: flex-start; }
  .part + .part { margin-top: 3rem; }
  dl { grid-template-columns: minmax(0, 1fr); gap: 0; }
  dd, dt { grid-column: 1; }
  dt { margin-top: .5rem; }
  .acts li { padding-left: 0; text-indent: 0; }
  .acts .locus { min-width: 0; margin-right: .4em; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --quiet: #444; --line: #aaa; --link: #000; }
  body { font-size: 10.5pt; line-height: 1.45; }
  body > header { padding-top: 0; }
  .tools, .skip { display: none; }
  body > header, main, .after, body > footer { max-width: none; padding-inline: 3.2rem 0; }
  a { color: inherit; text-decoration: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  h2, h3, summary { break-after: avoid; }
  p { orphans: 3; widows: 3; }
  :target { background: none; box-shadow: none; }
}
]]></xsl:variable>

</xsl:stylesheet>

<?xml version="1.0" encoding="UTF-8"?>
<!-- Interventions: what editors, translators, censors and time did to the text, by kind. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:t="tag:teilegram,2026:xslt" xmlns="http://www.w3.org/1999/xhtml"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:variable name="interventions" as="element(t:kind)*">
    <t:kind name="cut" heading="Left out" one="left out"/>
    <t:kind name="withheld" heading="Withheld or struck out" one="withheld or struck out"/>
    <t:kind name="understood" heading="Supplied: understood words" one="supplied"/>
    <t:kind name="explained" heading="Supplied: explanations" one="explanation"/>
    <t:kind name="noted" heading="Editorial notes" one="editorial note"/>
    <t:kind name="glossed" heading="Glosses" one="gloss: the word of the original"/>
    <t:kind name="lost" heading="Lost or illegible" one="lost or illegible"/>
    <t:kind name="corrected" heading="Sic and corrections" one="sic or correction"/>
    <t:kind name="unclear" heading="Unclear readings" one="unclear reading"/>
    <t:kind name="orphan" heading="Footnote marks without a note" one="footnote mark; the transcript has no note for it"/>
    <t:kind name="unheld" heading="Characters that XML cannot hold" one="a character that XML cannot hold"/>
  </xsl:variable>

  <xsl:variable name="acts" as="element()*" select="$document/TEI/text//*[t:act(.)][t:shown(.)]"/>

  <!-- What kind of intervention an element is, if it is one. -->
  <xsl:function name="t:act" as="xs:string?">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element" mode="act"/>
  </xsl:function>

  <xsl:mode name="act" on-no-match="deep-skip"/>
  <xsl:template match="*" mode="act"/>
  <xsl:template match="gap" mode="act" as="xs:string"><xsl:sequence select="'cut'"/></xsl:template>
  <xsl:template match="gap[@reason = 'redacted'] | del" mode="act" as="xs:string" priority="1"><xsl:sequence select="'withheld'"/></xsl:template>
  <xsl:template match="gap[@reason = ('lost', 'illegible')] | damage" mode="act" as="xs:string" priority="1"><xsl:sequence select="'lost'"/></xsl:template>
  <xsl:template match="supplied" mode="act" as="xs:string"><xsl:sequence select="'understood'"/></xsl:template>
  <xsl:template match="supplied[@reason = 'explanation']" mode="act" as="xs:string" priority="1"><xsl:sequence select="'explained'"/></xsl:template>
  <xsl:template match="note[@type = ('editorial', 'description') or not(@type)][not(t:foot(.))]" mode="act" as="xs:string"><xsl:sequence select="'noted'"/></xsl:template>
  <xsl:template match="gloss" mode="act" as="xs:string"><xsl:sequence select="'glossed'"/></xsl:template>
  <xsl:template match="choice | sic[not(parent::choice)] | corr[not(parent::choice)]" mode="act" as="xs:string"><xsl:sequence select="'corrected'"/></xsl:template>
  <xsl:template match="unclear" mode="act" as="xs:string"><xsl:sequence select="'unclear'"/></xsl:template>
  <xsl:template match="ref[@type = 'noteAnchor'][not(t:note-of(.))]" mode="act" as="xs:string"><xsl:sequence select="'orphan'"/></xsl:template>
  <xsl:template match="g" mode="act" as="xs:string"><xsl:sequence select="'unheld'"/></xsl:template>

  <!-- What an intervention says, in a few words. -->
  <xsl:function name="t:said" as="xs:string">
    <xsl:param name="act" as="element()"/>
    <xsl:apply-templates select="$act" mode="said"/>
  </xsl:function>

  <xsl:mode name="said" on-no-match="fail"/>
  <xsl:template match="*" mode="said" as="xs:string"><xsl:sequence select="t:words(.)"/></xsl:template>
  <xsl:template match="note | ref" mode="said" as="xs:string"><xsl:sequence select="normalize-space(.)"/></xsl:template>
  <xsl:template match="choice" mode="said" as="xs:string">
    <xsl:sequence select="normalize-space(string-join((sic | orig | abbr))) || ' → ' || normalize-space((corr | reg | expan)[1])"/>
  </xsl:template>
  <xsl:template match="gap[desc]" mode="said" as="xs:string" priority="1"><xsl:sequence select="normalize-space(desc[1])"/></xsl:template>
  <xsl:template match="gap" mode="said" as="xs:string">
    <xsl:variable name="what" as="xs:string" select="(map{'lost': 'lost', 'illegible': 'illegible', 'redacted': 'withheld', 'editorial': 'left out', 'irrelevant': 'left out', 'ellipsis': '…'}(string(@reason)), 'gap')[1]"/>
    <xsl:sequence select="string-join((t:extent(.), $what), ' ')"/>
  </xsl:template>

  <!-- "3 letters", "less than 1 line"; "text" when the extent is unknown. -->
  <xsl:function name="t:extent" as="xs:string?">
    <xsl:param name="gap" as="element(gap)"/>
    <xsl:variable name="quantity" as="xs:string?" select="($gap/@quantity, $gap/@atMost ! ('at most ' || .), $gap/@atLeast ! ('at least ' || .))[1]"/>
    <xsl:sequence select="if ($quantity and $gap/@unit) then $quantity || ' ' || $gap/@unit || 's'[$quantity ne '1'] else 'text'[not($gap/@reason = 'ellipsis')]"/>
  </xsl:function>

  <!-- Tooltip of an intervention. -->
  <xsl:function name="t:told" as="xs:string">
    <xsl:param name="act" as="element()"/>
    <xsl:variable name="kind" as="xs:string" select="$interventions[@name = t:act($act)]/@one"/>
    <xsl:sequence select="string-join(($kind || $act/(self::choice | self::gap) ! (': ' || t:said(.)), t:hand($act)[. ne 'hand not stated'], t:certainty($act)), ' · ')"/>
  </xsl:function>

  <!-- A few words before or after an act, from the block that it stands in, or from the neighbours of a block. -->
  <xsl:function name="t:around" as="xs:string">
    <xsl:param name="act" as="element()"/>
    <xsl:param name="after" as="xs:boolean"/>
    <xsl:variable name="block" as="element()?" select="$act/ancestor::*[self::p or self::head or self::item or parent::div][1]"/>
    <xsl:variable name="nodes" as="node()*" select="($block, $act[not($block)]/(preceding-sibling::*[1] | following-sibling::*[1]))/descendant::node()
      [self::text()[not(ancestor::desc or ancestor::fw or ancestor::sic/parent::choice)] or self::gap][not(ancestor::* intersect $act)]
      [if ($after) then . >> $act else . &lt;&lt; $act]"/>
    <xsl:variable name="parted" as="xs:string" select="if ($block) then '' else ' '"/>
    <xsl:variable name="words" as="xs:string" select="string-join($nodes ! (if (self::gap) then '[…]' else string(.)))"/>
    <xsl:variable name="text" as="xs:string" select="replace(if ($after) then $parted || $words else $words || $parted, '\s+', ' ')"/>
    <xsl:sequence select="if ($after) then replace($text, '^( ?(\S+ ){6}\S+) .*$', '$1&#160;…') else replace($text, '^.* ((\S+ ){6}\S+ ?)$', '…&#160;$1')"/>
  </xsl:function>

  <xsl:template name="apparatus">
    <xsl:if test="exists($acts)">
      <section id="interventions" aria-labelledby="interventions-heading">
        <h2 id="interventions-heading">Interventions</h2>
        <p class="quiet">What was done to the text, by whom, and how sure the encoding is of it. Every number leads to the place.</p>
        <xsl:for-each select="$interventions">
          <xsl:variable name="alike" as="element()*" select="$acts[t:act(.) eq current()/@name]"/>
          <xsl:if test="exists($alike)">
            <h3>{@heading} <small>{count($alike)}</small></h3>
            <xsl:for-each-group select="$alike" group-by="string-join((t:hand(.), t:certainty(.)), ' · ')">
              <xsl:where-populated><p class="hand">{current-grouping-key()}</p></xsl:where-populated>
              <ol class="acts"><xsl:apply-templates select="current-group()" mode="apparatus"/></ol>
            </xsl:for-each-group>
          </xsl:if>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="apparatus" on-no-match="fail"/>

  <xsl:template match="*" mode="apparatus">
    <li id="entry-{t:anchor(.)}">
      <a class="locus" href="#{t:anchor(.)}">{t:locus(.)}</a>
      <xsl:text> </xsl:text>
      <span class="context" lang="{(ancestor::*/@xml:lang)[last()]}">
        <xsl:text>{t:around(., false())}</xsl:text>
        <mark>{t:said(.)}</mark>
        <xsl:text>{t:around(., true())}</xsl:text>
      </span>
    </li>
  </xsl:template>

  <!-- Footnotes. -->
  <xsl:variable name="footnotes" as="element(note)*" select="$document/TEI/text//note[t:foot(.)][t:shown(.)]"/>
  <xsl:key name="note" match="note" use="@xml:id"/>

  <xsl:function name="t:foot" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@place = ('foot', 'end', 'bottom') or $note/@type = ('footnote', 'endnote')"/>
  </xsl:function>

  <xsl:function name="t:note-of" as="element(note)?">
    <xsl:param name="anchor" as="element(ref)"/>
    <xsl:sequence select="key('note', substring-after($anchor/@target, '#'), $document)[t:foot(.)][1]"/>
  </xsl:function>

  <!-- The marks that call a note, as it says itself. -->
  <xsl:key name="mark" match="ref" use="@xml:id"/>

  <xsl:function name="t:callers" as="element(ref)*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="key('mark', tokenize($note/@target) ! substring-after(., '#'), $document)[t:note-of(.) is $note]"/>
  </xsl:function>

  <!-- Whether the text of a note begins with its own number. -->
  <xsl:function name="t:labelled" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="figures" as="xs:string" select="translate(normalize-space($note), '⁰¹²³⁴⁵⁶⁷⁸⁹ᵃᵇᶜᵈᵉ', '0123456789abcde')"/>
    <xsl:sequence select="exists($note/@n) and starts-with(replace($figures, '^[^\p{L}\p{N}*†‡]+', ''), $note/@n)"/>
  </xsl:function>

  <xsl:template name="footnotes">
    <xsl:if test="exists($footnotes)">
      <section id="notes" aria-labelledby="notes-heading">
        <h2 id="notes-heading">Notes</h2>
        <ol class="notes"><xsl:apply-templates select="$footnotes" mode="footnote"/></ol>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:mode name="footnote" on-no-match="fail"/>
  <xsl:template match="note" mode="footnote">
    <li id="entry-{t:anchor(.)}">
      <xsl:if test="t:labelled(.)"><xsl:attribute name="class" select="'labelled'"/></xsl:if>
      <xsl:if test="@n castable as xs:integer"><xsl:attribute name="value" select="@n"/></xsl:if>
      <xsl:apply-templates select="." mode="note-text"/>
      <xsl:variable name="back" as="xs:string+" select="(t:callers(.)/@xml:id/string(), t:anchor(.)[empty(t:callers(current()))])"/>
      <xsl:for-each select="$back">
        <xsl:text> </xsl:text>
        <a href="#{.}" role="doc-backlink" aria-label="{string-join(('back to the text', (', mark ' || position())[count($back) gt 1]))}">↩</a>
      </xsl:for-each>
    </li>
  </xsl:template>

  <xsl:mode name="note-text" on-no-match="fail"/>
  <xsl:template match="note[$diplomatic]" mode="note-text" priority="1"><xsl:apply-templates mode="diplomatic"/></xsl:template>
  <xsl:template match="note" mode="note-text"><xsl:apply-templates mode="reading"/></xsl:template>

</xsl:stylesheet>

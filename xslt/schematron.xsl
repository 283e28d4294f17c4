<?xml version="1.0" encoding="UTF-8"?>
<!-- Compiles ISO Schematron (ISO/IEC 19757-3; query binding xslt2, xslt3, xpath2 or xpath3, and xslt in backwards-
     compatible mode) to a stylesheet that yields findings.  First what is abstract becomes concrete (schematron/expand.xsl),
     then every pattern of the phase becomes a mode and every rule a template.  Within a pattern a node is tested by the
     first rule whose context it matches, and by that one only.

     The schema arrives whole: validation/rulebook.py has put in what it includes, had it checked, and stamped every
     element with its place (@sch:at).  What is made of it begins on a line of its own and bears that stamp, so that an
     error in the stylesheet can be told as an error in the schema. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:sch="tag:teilegram,2026:schematron" xmlns:out="tag:teilegram,2026:xslt-output"
  xpath-default-namespace="http://purl.oclc.org/dsdl/schematron" exclude-result-prefixes="#all" expand-text="no">

  <xsl:import href="schematron/expand.xsl"/>
  <xsl:import href="schematron/reach.xsl"/>
  <xsl:import href="schematron/message.xsl"/>

  <!-- The phase to run: the id of one, #ALL, or #DEFAULT. -->
  <xsl:param name="phase" as="xs:string" select="'#DEFAULT'"/>

  <xsl:namespace-alias stylesheet-prefix="out" result-prefix="xsl"/>
  <xsl:output method="xml" indent="no"/>

  <xsl:mode on-no-match="shallow-skip"/>
  <xsl:mode name="variable" on-no-match="fail"/>
  <xsl:mode name="guarded" on-no-match="fail"/>

  <xsl:variable name="concrete" as="document-node()">
    <xsl:document><xsl:apply-templates select="/schema" mode="expand"/></xsl:document>
  </xsl:variable>

  <xsl:variable name="active-phase" as="element(phase)?"
    select="$concrete/schema/phase[@id = (if ($phase = '#DEFAULT') then ../@defaultPhase else $phase)]"/>

  <xsl:variable name="active" as="element(pattern)*"
    select="$concrete/schema/pattern[empty($active-phase) or @id = $active-phase/active/@pattern]"/>

  <!-- Variables of the whole run.  A pattern's own is among them when nothing else bears its name, so that a context can
       refer to it; otherwise it is handed to the rules of its pattern. -->
  <xsl:variable name="global" as="element()*" select="$concrete/schema/(let | xsl:variable | xsl:param), $active-phase/let"/>
  <xsl:variable name="global-names" as="xs:string*" select="$global/@name/string()"/>
  <xsl:variable name="shared" as="element(let)*"
    select="for $let in $active/let return $let[count($active/let[@name = $let/@name]) = 1][not(@name = $global-names)]"/>

  <xsl:template match="/">
    <xsl:apply-templates select="$concrete/schema"/>
  </xsl:template>

  <xsl:template match="schema">
    <out:stylesheet version="{if (lower-case(@queryBinding) = ('', 'xslt') or empty(@queryBinding)) then '1.0' else '3.0'}">
      <xsl:for-each select="ns"><xsl:namespace name="{@prefix}" select="string(@uri)"/></xsl:for-each>
      <out:output method="xml" indent="no"/>
      <xsl:for-each select="xsl:*"><xsl:text>&#10;</xsl:text><xsl:copy-of select="."/></xsl:for-each>
      <xsl:apply-templates select="let, $active-phase/let, $shared" mode="variable"/>
      <out:template match="/">
        <findings>
          <xsl:for-each select="$active">
            <xsl:call-template name="guard">
              <xsl:with-param name="rule" select="(@id, 'schematron')[1]"/>
              <xsl:with-param name="content"><out:call-template name="{sch:mode(.)}"/></xsl:with-param>
            </xsl:call-template>
          </xsl:for-each>
        </findings>
      </out:template>
      <xsl:apply-templates select="$active"/>
    </out:stylesheet>
  </xsl:template>

  <xsl:function name="sch:mode" as="xs:string">
    <xsl:param name="pattern" as="element(pattern)"/>
    <xsl:sequence select="'pattern-' || count($pattern/preceding-sibling::pattern) + 1"/>
  </xsl:function>

  <xsl:template match="pattern">
    <xsl:variable name="own" as="element(let)*" select="let except $shared"/>
    <out:mode name="{sch:mode(.)}" on-no-match="deep-skip"/>
    <!-- Or the built-in rule would go on to the children, and they come by themselves. -->
    <out:template match="/" mode="{sch:mode(.)}" priority="-1"/>
    <out:template name="{sch:mode(.)}">
      <xsl:apply-templates select="$own" mode="variable"/>
      <xsl:text>&#10;</xsl:text>
      <out:apply-templates select="{sch:reach(rule/@context)}" mode="{sch:mode(.)}">
        <xsl:copy-of select="rule[1]/@sch:at"/>
        <xsl:for-each select="$own"><out:with-param name="{@name}" select="${@name}"/></xsl:for-each>
      </out:apply-templates>
    </out:template>
    <xsl:apply-templates select="rule">
      <xsl:with-param name="own" select="$own"/>
    </xsl:apply-templates>
  </xsl:template>

  <xsl:template match="rule">
    <xsl:param name="own" as="element(let)*"/>
    <xsl:text>&#10;</xsl:text>
    <out:template match="{@context}" mode="{sch:mode(..)}" priority="{last() - position() + 1}">
      <xsl:copy-of select="@sch:at"/>
      <xsl:for-each select="$own"><out:param name="{@name}"/></xsl:for-each>
      <!-- All at once; should anything fail, then once more, each test by itself.  (A variable used inside a try of its own
           could not be left for when it is needed.) -->
      <out:try>
        <xsl:apply-templates select="let" mode="variable"/>
        <xsl:apply-templates select="assert | report"/>
        <out:catch>
          <xsl:call-template name="guard">
            <xsl:with-param name="rule" select="(@id, ../@id, 'schematron')[1]"/>
            <xsl:with-param name="content">
              <xsl:apply-templates select="let" mode="variable"/>
              <xsl:apply-templates select="assert | report" mode="guarded"/>
            </xsl:with-param>
          </xsl:call-template>
        </out:catch>
      </out:try>
    </out:template>
  </xsl:template>

  <xsl:template match="let" mode="variable">
    <xsl:text>&#10;</xsl:text>
    <out:variable name="{@name}">
      <xsl:copy-of select="@as, @sch:at"/>
      <xsl:choose>
        <xsl:when test="@value"><xsl:attribute name="select" select="@value"/></xsl:when>
        <xsl:otherwise><xsl:copy-of select="node()"/></xsl:otherwise>
      </xsl:choose>
    </out:variable>
  </xsl:template>

  <xsl:template match="assert | report" mode="guarded">
    <xsl:call-template name="guard">
      <xsl:with-param name="rule" select="sch:identifier(.)"/>
      <xsl:with-param name="content"><xsl:apply-templates select="."/></xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <xsl:template match="assert | report">
    <xsl:text>&#10;</xsl:text>
    <out:if test="{if (self::assert) then 'not(' || @test || ')' else @test}">
      <xsl:copy-of select="@sch:at"/>
      <finding kind="{local-name()}" rule="{sch:literal(sch:identifier(.))}" location="{{path({sch:subject(.)})}}">
        <xsl:for-each select="(@role, ../@role)[1], (@flag, ../@flag)[1]">
          <xsl:attribute name="{name()}" select="sch:literal(.)"/>
        </xsl:for-each>
        <message><xsl:apply-templates mode="message"/></message>
        <xsl:for-each select="tokenize(@diagnostics)">
          <diagnostic ref="{sch:literal(.)}">
            <xsl:apply-templates select="key('diagnostic', ., $concrete)/node()" mode="message"/>
          </diagnostic>
        </xsl:for-each>
        <xsl:for-each select="tokenize(@properties)">
          <property ref="{sch:literal(.)}">
            <xsl:apply-templates select="key('property', ., $concrete)/node()" mode="message"/>
          </property>
        </xsl:for-each>
      </finding>
    </out:if>
  </xsl:template>

  <xsl:key name="diagnostic" match="diagnostics/diagnostic" use="@id"/>
  <xsl:key name="property" match="properties/property" use="@id"/>

  <!-- The name under which a finding is reported. -->
  <xsl:function name="sch:identifier" as="xs:string">
    <xsl:param name="test" as="element()"/>
    <xsl:sequence select="string(($test/@id, $test/../@id, $test/../../@id, 'schematron')[1])"/>
  </xsl:function>

  <!-- The node that a finding is about: the context, unless the schema names another. -->
  <xsl:function name="sch:subject" as="xs:string">
    <xsl:param name="test" as="element()"/>
    <xsl:variable name="subject" as="attribute()?" select="($test/@subject, $test/../@subject)[1]"/>
    <xsl:sequence select="if ($subject) then '((' || sch:literal($subject) || '), .)[1]' else '.'"/>
  </xsl:function>

  <!-- A text as it has to be written in an attribute value template. -->
  <xsl:function name="sch:literal" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace($text, '([{}])', '$1$1')"/>
  </xsl:function>

  <!-- Lets what fails while it is evaluated be said, and the rest go on. -->
  <xsl:template name="guard">
    <xsl:param name="rule" as="xs:string"/>
    <xsl:param name="content" as="document-node()"/>
    <out:try>
      <xsl:copy-of select="$content"/>
      <out:catch>
        <failure rule="{sch:literal($rule)}" location="{{path()}}">
          <out:value-of select="$Q{{http://www.w3.org/2005/xqt-errors}}description"/>
        </failure>
      </out:catch>
    </out:try>
  </xsl:template>

</xsl:stylesheet>

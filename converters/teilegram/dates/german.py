"""German dates: `den 6. November 1962`, `am 6. d. Mts.`, `Anfang Mai`, `Frühjahr 1939`, `vorgestern`, `10 Uhr 30`."""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.dates.damaged import DAMAGED
from teilegram.dates.expression import Expression
from teilegram.dates.grammar import FIGURE, Grammar
from teilegram.dates.rules_absolute import ABSOLUTE
from teilegram.dates.rules_relative import HOUR, MINUTE, RELATIVE

GRAMMAR = Grammar(
    "german",
    "de",
    (*ABSOLUTE, *RELATIVE, DAMAGED),
    day=rf"(?:{FIGURE}(?:\.|(?:s?ten|ter)(?!\w))|@ordinal@)",
    of=" {0,3}(?:des {1,3}(?:monats {1,3})?)?",
    ofyear="(?:,? {1,3}(?:im jahre? |des jahres )?)",
    short="(?:'?[0-9]{2}(?=[.,;:)]|$))",
    yearword="",
    to=r"(?: ?- ?| {1,3}(?:bis(?: {1,3}zum)?|auf(?: den)?|zum) {1,3})",
    night="nacht (?:vom|zum) ",
    **{"and": r"(?: {1,3}(?:und|u\.|oder) {1,3}(?:am {1,3}|den {1,3})?)", "from": "(?:(?:vom|zwischen dem|von) {1,3})"},
    style=r"(?: ?\(?(?P<old>a\. ?st\.|alten stils|alten kalenders)\)?| ?\(?(?:n\. ?st\.|neuen stils)\)?)?",
    between="zwischen (?:dem )?",
    numbered=" {1,3}",
    yearplace=r"(?:(?<=jahre )|(?<=jahr )|(?<=jahres )|(?<=jahren ))(?P<year>@y@)(?:@to@(?P<toyear>@y@|[0-9]{2}"
    r"(?![0-9])))?(?![\w/]|[.,][0-9])",
    partof=" {1,3}(?:des monats |des jahres |der |des |von )?",
    yearof="(?:)",
    decadeplace=r"(?:(?P<decade>(?:1[0-9][0-9]0|[1-9]0)(?:er|iger)|@decade@)@s@jahren?)(?!\w)",
    centuryplace=r"(?P<century>(?:1[0-9]|20|2)|[1-9])\. {0,3}(?:jahrhunderts|jahrhunderten|jahrhundert|jhdts?\.?"
    r"|jh\.)",
    bc=" (?:v\\. ?chr|v\\. ?u\\. ?z)",
    unitplace=r"(?P<adjective>@adjective@)@s@(?P<unit>@unit@)",
    seasonplace=r"(?:(?P<adjective>@adjective@)@s@(?P<season>@season@)|(?P<season2>@season@)(?:@s@"
    r"(?:des jahres )?(?P<year>@y@)|@s@(?P<rel>@of-year@)))",
    quarterplace=r"(?P<quarter>i{1,3}\.?|iv\.?|[1-4]\.|@ordinal@)@s@(?:vierteljahr|quartal)(?:e?s)?(?:@s@"
    r"(?P<year>@y@)|@s@(?P<rel>@of-year@))?",
    notphrase=r"(?<=heute) {1,3}(?:noch|schon) nicht ",
    periodplace=r"(?P<adjective>@adjective@)@s@(?P<unit>@unit@)",
    weekdayplace=r"(?:(?P<pre>am|vom|bis|seit|ab|zum|den)@s@)?(?:(?P<adjective>@adjective@)@s@)?"
    r"(?P<weekday>@weekday@)",
    bareplace=r"(?:(?<=nacht vom )(?P<from>@figure@)\.(?: {1,3}(?:zum|auf den) |-)|(?:(?<=am )|(?<=vom )|(?<=zum )|(?<=[gdh] den )|(?<=[gdh], den )))(?:(?P<list>@figure@\.(?:, {0,3}@figure@\.){0,8}) {1,3}und {1,3}(?:am {1,3})?)?"
    r"(?P<day>@figure@)\.(?=[,;:)]|$| {1,3}(?:und(?! {1,3}(?:[0-9]|letzten|ersten))|oder|früh|morgens|mittags|abends|nachts|vormittags|nachmittags"
    r"|ist|sind|war|waren|wurden?|wird|werden|hat|haben?|hatten?|kam|kamen|ging|gingen|fuhr|fuhren|reisten?|trafen?|traf|erhielt"
    r"|bin|er|sie|es|ich|wir|man|in|nach|um|gegen)(?!\w))",
    ending=r"\.",
    agoplace=r"(?P<span>vor {1,3}(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@))@e@",
    inplace=r"(?P<span>(?:in|binnen) {1,3}(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@))@e@",
    laterplace=r"(?P<span>(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@) {1,3}(?:später|danach|darauf|nachher))@e@",
    earlierplace=r"(?P<span>(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@) {1,3}(?:zuvor|vorher|früher|davor))@e@",
    spanplace=r"(?P<span>(?:in |während |innerhalb )?(?:den|der|die) (?:letzten|vergangenen|verflossenen|"
    r"(?P<coming>nächsten|kommenden)) {1,3}(?P<amount>@amount@) {1,3}(?P<unit>@unit@))@e@",
    durationplace=r"(?:(?:während|innerhalb von|auf|binnen|für) {1,3}(?P<span>(?P<amount>@amount@)(?: ?- ?"
    r"(?P<upto>[0-9]{1,3}))? {1,3}(?P<unit>@unit@))|(?P<span2>(?P<amount2>@amount@) {1,3}(?P<unit2>@unit@))"
    r"(?= lang(?!\w)))@e@",
    timeplace=rf"{HOUR}(?:[.:](?P<minute2>[0-5][0-9]))? {{0,3}}uhr(?: {{1,3}}{MINUTE})?(?:@s@"
    rf"(?P<daypart>@daypart@))?(?:,?@s@(?P<zone>@zone@))?@e@",
    noonplace=r"(?:um|gegen|bis|nach|vor) (?P<noon>(?P<mid>(?:12 uhr )?mittag)|mitternacht)@e@",
    feastplace=r"(?:(?P<pre>zu|an|nach|vor|seit|am|bis)@s@)?(?:(?P<adjective>@adjective@)@s@)?(?P<feast>@feast@)"
    r"(?:@s@(?P<year>@y@)|@s@(?P<rel>@of-year@))?",
    past=r"(?:\w(?:te|ten)|wurden?|war|waren|kam|kamen|ging|gingen|hatten?)(?!\w)",
    ordinalwords="",
    decadewords="jahre jahren",
    centurywords="jahrhunderts jahrhunderten jahrhundert jhdts jhdt jh",
    quarterwords="vierteljahr vierteljahrs vierteljahres vierteljahre quartal quartals quartales",
    betweenwords="zwischen",
    agowords="@unit@",
    inwords="@unit@",
    laterwords="später danach darauf nachher",
    earlierwords="zuvor vorher früher davor",
    spanwords="letzten vergangenen verflossenen nächsten kommenden",
    noonwords="mittag mitternacht",
    words="uhr",
)
WORDS = GRAMMAR.words


def german(text: str, start: int = 0, end: int | None = None, *, alone: bool = True) -> Iterator[Expression]:
    """Yield the German dates of a reading between two offsets; where two overlap, choosing is another step's.

    >>> [(e.kind, e.day, e.month, e.to_day) for e in german("den 6. d. Mts.; vom 3. bis 5. Mai; um 10.30 Uhr")]
    [('period', 6, None, None), ('range', 3, 5, 5), ('day', 5, 5, None), ('time', None, None, None)]
    """
    return GRAMMAR.recognise(text, start, end, alone=alone)

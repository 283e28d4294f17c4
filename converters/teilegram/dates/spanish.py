"""Spanish dates: `6 de noviembre de 1962`, `del 3 al 5 de noviembre`, `a mediados de mayo`, `el mes pasado`, `ayer`."""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.dates.damaged import DAMAGED
from teilegram.dates.expression import Expression
from teilegram.dates.grammar import FIGURE, Grammar
from teilegram.dates.rules_absolute import ABSOLUTE
from teilegram.dates.rules_relative import HOUR, RELATIVE

GRAMMAR = Grammar(
    "spanish",
    "es",
    (*ABSOLUTE, *RELATIVE, DAMAGED),
    day=rf"(?:{FIGURE}(?: ?(?:º|°|ro|er)(?!\w))?|@ordinal@)",
    of=" {1,3}(?:del? {1,3}(?:mes de {1,3})?)?",
    ofyear="(?:,? {1,3}(?:del? {1,3}(?:año {1,3})?)?)",
    short="(?:'[0-9]{2}(?![0-9]))",
    yearword="",
    to=r"(?: ?- ?| {1,3}(?:al|a) {1,3})",
    night="noche del ",
    **{"and": r"(?: {1,3}y {1,3}(?:el {1,3})?)", "from": "(?:(?:del|entre el|desde el) {1,3})"},
    style=r"(?: ?\(?(?P<old>estilo antiguo)\)?)?",
    between="entre el ",
    numbered=" {1,3}",
    yearplace=r"(?:(?<=en )|(?<=año )|(?<=desde )|(?<=años )|(?<=hasta )|(?<=antes de ))(?P<year>@y@)(?:"
    r"(?:@hyphen@| a )(?P<toyear>@y@|[0-9]{2}(?![0-9])))?"
    r"(?![\w/]|[.,][0-9]| (?:hombres|personas|pesos|pesetas|toneladas|soldados|metros|km|votos|dólares|años"
    r"|ejemplares|kil))",
    partof=" {1,3}(?:del mes de |del año |del? )",
    yearof="(?:)",
    decadeplace=r"(?:años {1,3}|década de(?: los)? {1,3})(?P<decade>1[0-9][0-9]0|[1-9]0(?![0-9])|@decade@)@e@",
    centuryplace=r"siglo {1,3}(?P<century>x{0,2}(?:ix|iv|v?i{1,3}|v)|xx?)",
    bc=" a(?:ntes)?\\.? (?:de )?c",
    unitplace=r"(?:(?P<adjective>@adjective@)@s@(?P<unit>@unit@)|(?P<unit2>@unit@)@s@(?P<after>@adjective-after@))",
    seasonplace=r"(?:(?P<adjective>@adjective@)@s@(?P<season>@season@)|(?P<season2>@season@)@s@"
    r"(?P<after>@adjective-after@)|(?P<season3>@season@)(?:@s@(?:del? )(?P<year>@y@)|@s@(?P<rel>@of-year@)))",
    quarterplace=r"(?P<quarter>i{1,3}|iv|[1-4](?:º|er|°)|primer|segundo|tercer|cuarto)@s@trimestre(?:@s@(?:de )?"
    r"(?P<year>@y@)|@s@(?P<rel>@of-year@))?",
    notphrase=r"(?!)",
    periodplace=r"(?:(?P<adjective>@adjective@)@s@(?P<unit>@unit@)|(?:la |el )?(?P<unit2>@unit@)@s@"
    r"(?P<after>@adjective-after@))",
    weekdayplace=r"(?:(?P<pre>el|del|al|desde|hasta)@s@)?(?P<weekday>@weekday@)(?:@s@(?P<after>@adjective-after@))?",
    bareplace=r"(?<=día )(?P<day>@figure@)(?![\w.:/]| {1,3}de )",
    ending="",
    agoplace=r"(?P<span>hace {1,3}(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@))@e@",
    inplace=r"(?P<span>dentro de {1,3}(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@))@e@",
    laterplace=r"(?P<span>(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@) {1,3}(?:más tarde|después))@e@",
    earlierplace=r"(?P<span>(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@) {1,3}(?:antes))(?! del? )@e@",
    spanplace=r"(?P<span>(?:en )?(?:los|las) {1,3}(?:últimos|últimas|(?P<coming>próximos|próximas)) {1,3}"
    r"(?P<amount>@amount@) {1,3}(?P<unit>@unit@))@e@",
    durationplace=r"(?:durante|por espacio de) {1,3}(?P<span>(?P<amount>@amount@)(?: ?(?:-|a) ?"
    r"(?P<upto>[0-9]{1,3}))? {1,3}(?P<unit>@unit@))@e@",
    timeplace=rf"(?:(?:(?<=a las )|(?<=a la )|(?<=hacia las )){HOUR}(?:[.:](?P<minute>[0-5][0-9]))?"
    rf"|{HOUR.replace('hour', 'hour2')}[.:](?P<minute2>[0-5][0-9])(?= ?(?:horas|hrs|@daypart@|@zone@)))"
    r"(?: (?:horas|hrs\.?))?(?:@s@(?P<daypart>@daypart@))?(?:,?@s@(?P<zone>@zone@))?@e@",
    noonplace=r"(?:al|a) (?P<noon>(?P<mid>mediodía)|medianoche)@e@",
    feastplace=r"(?:(?P<pre>en|de|por|antes de|después de|hasta)@s@)?(?P<feast>@feast@)(?:@s@(?:de )?"
    r"(?P<year>@y@)|@s@(?P<after>@adjective-after@)|@s@(?P<rel>@of-year@))?",
    past=r"(?:\w(?:ó|aron|ieron|aba|aban|ía|ían))(?!\w)",
    ordinalwords="día",
    decadewords="años década",
    centurywords="siglo",
    quarterwords="trimestre",
    betweenwords="entre",
    agowords="hace",
    inwords="dentro",
    laterwords="tarde después",
    earlierwords="antes",
    spanwords="últimos últimas próximos próximas",
    noonwords="mediodía medianoche",
    words="horas",
)
WORDS = GRAMMAR.words


def spanish(text: str, start: int = 0, end: int | None = None, *, alone: bool = True) -> Iterator[Expression]:
    """Yield the Spanish dates of a reading between two offsets; where two overlap, choosing is another step's.

    >>> [(e.kind, e.day, e.month, e.name) for e in spanish("el 6 de mayo, a mediados de mayo")]
    [('day', 6, 5, ''), ('part', None, 5, 'middle')]
    """
    return GRAMMAR.recognise(text, start, end, alone=alone)

"""French dates: `le 6 novembre 1962`, `1er mai`, `du 3 au 5 novembre`, `mi-mai`, `l'an dernier`, `10 heures 30`."""

from __future__ import annotations

from collections.abc import Iterator

from teilegram.dates.damaged import DAMAGED
from teilegram.dates.expression import Expression
from teilegram.dates.grammar import FIGURE, Grammar
from teilegram.dates.rules_absolute import ABSOLUTE
from teilegram.dates.rules_relative import HOUR, RELATIVE

MINUTE = "(?P<minute>[0-5][0-9])(?![0-9])"
GRAMMAR = Grammar(
    "french",
    "fr",
    (*ABSOLUTE, *RELATIVE, DAMAGED),
    day=rf"(?:{FIGURE}(?: ?(?:er|ème|e)(?!\w))?|@ordinal@)",
    of=" {1,3}(?:du mois |d[eu] |d')?(?:de )?",
    ofyear="(?:,? {1,3}(?:de l'an(?:née)? )?)",
    short="(?:'[0-9]{2}(?![0-9]))",
    yearword="",
    to=r"(?: ?- ?| {1,3}(?:au) {1,3})",
    night="nuit du ",
    **{"and": r"(?: {1,3}(?:et|ou) {1,3}(?:le {1,3})?)", "from": "(?:(?:du|entre le) {1,3})"},
    style=r"(?: ?\(?(?P<old>v\. ?s\.|vieux style|ancien style)\)?| ?\(?(?:n\. ?s\.|nouveau style)\)?)?",
    between="entre le ",
    numbered=" {1,3}",
    yearplace=r"(?:(?<=en )|(?<=année )|(?<=depuis )|(?<=l'an )|(?<=fin )|(?<=début )|(?<=avant )|(?<=après )|"
    r"(?<=dès ))(?P<year>@y@)(?:(?:@hyphen@| à )(?P<toyear>@y@|[0-9]{2}(?![0-9])))?"
    r"(?![\w/]|[.,][0-9]| (?:hommes|personnes|francs|tonnes|soldats|mètres|km|exemplaires|kilom|voix|marks"
    r"|dollars|cas|ans|livres))",
    partof=r"(?: {1,3}(?:du mois |de |du |d'|de l'année )?(?:de )?|-)",
    yearof="(?:)",
    decadeplace=r"années {1,3}(?P<decade>1[0-9][0-9]0|[1-9]0(?![0-9])|@decade@)@e@",
    centuryplace=r"(?P<century>x{0,2}(?:ix|iv|v?i{1,3}|v)|xx?|[12]?[0-9])(?:ème|e|er)? {0,3}siècles?",
    bc=" av(?:ant)?\\.? j",
    unitplace=r"(?:(?P<adjective>@adjective@)@s@(?P<unit>@unit@)|l?'?a?(?P<unit2>@unit@)@s@"
    r"(?P<after>@adjective-after@))",
    seasonplace=r"(?:(?P<adjective>@adjective@)@s@(?P<season>@season@)|(?P<season2>@season@)@s@"
    r"(?P<after>@adjective-after@)|(?P<season3>@season@)(?:@s@(?:de )?(?P<year>@y@)|@s@(?P<rel>@of-year@)))",
    quarterplace=r"(?P<quarter>i{1,3}|iv|[1-4](?:er|e|ème)|@ordinal@)@s@trimestre(?:@s@(?:de )?(?P<year>@y@)|@s@"
    r"(?P<rel>@of-year@))?",
    notphrase=r"(?!)",
    periodplace=r"(?:(?P<adjective>@adjective@)@s@(?P<unit>@unit@)(?:-ci)?|(?:l'|la |le )?(?P<unit2>@unit@)@s@"
    r"(?P<after>@adjective-after@))",
    weekdayplace=r"(?:(?P<pre>le|ce|du|au|depuis|jusqu'à|dès)@s@)?(?P<weekday>@weekday@)(?:@s@"
    r"(?P<after>@adjective-after@))?",
    bareplace=r"(?:(?<=nuit du )(?P<from>@figure@) {1,3}au {1,3}(?P<day3>@figure@)(?=[.,;:)]|$| {1,3}(?:nous|on|il|ils|elle|elles|je|j')(?!\w))|(?:(?<=le )|(?<=du )|(?<=au ))(?P<day>@figure@(?:er)?)(?= {1,3}(?:au (?:soir|matin)|à (?:midi|minuit)"
    r"|dans la (?:nuit|soirée|journée|matinée)|nous|ils?|elles?|je|j'|on)(?!\w))|(?:(?<=lettre du )|(?<=dépêche du )"
    r"|(?<=télégramme du )|(?<=note du )|(?<=rapport du )|(?<=arrivé le )|(?<=parti le )|(?<=reçu le )|(?<=écrit le ))"
    r"(?P<day2>@figure@(?:er)?)(?=[.,;:)]|$| {1,3}(?:et|à|par|m'|nous|je)(?!\w)))",
    ending="",
    agoplace=r"(?P<span>il y a {1,3}(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@))@e@",
    inplace=r"(?P<span>dans {1,3}(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@))@e@",
    laterplace=r"(?P<span>(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@) {1,3}(?:plus tard|après))@e@",
    earlierplace=r"(?P<span>(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3}(?P<unit>@unit@) {1,3}(?:plus tôt|auparavant|avant))@e@",
    spanplace=r"(?P<span>(?:ces|les|au cours des|dans les) {1,3}(?:(?P<amount>@amount@) {1,3}(?:derniers"
    r"|dernières|(?P<coming>prochains|prochaines)) {1,3}(?P<unit>@unit@)))@e@",
    durationplace=r"(?:pendant|durant|pour) {1,3}(?P<span>(?P<amount>@amount@)(?: ?(?:-|à) ?"
    r"(?P<upto>[0-9]{1,3}))? {1,3}(?P<unit>@unit@))@e@",
    timeplace=rf"(?:(?:(?<=à )|(?<=vers )|(?<=dès )|(?<=avant )|(?<=après )|(?=[0-9]{{1,2}} ?(?:h\.?"
    rf"|heures?) ?[0-5][0-9])){HOUR} {{0,2}}(?:heures?|h\.?)(?: {{0,2}}{MINUTE})?"
    rf"|{HOUR.replace('hour', 'hour2')}[.:](?P<minute2>[0-5][0-9])(?= (?:@daypart@|@zone@)))"
    r"(?:@s@(?P<daypart>@daypart@))?(?:,?@s@(?P<zone>@zone@))?@e@",
    noonplace=r"(?:à|vers|avant|après|dès) (?P<noon>(?P<mid>midi)|minuit)@e@",
    feastplace=r"(?:(?P<pre>à|de|avant|après|depuis|pour)@s@)?(?P<feast>@feast@)(?:@s@(?:de )?(?P<year>@y@)|@s@"
    r"(?P<after>@adjective-after@)|@s@(?P<rel>@of-year@))?",
    past=r"(?:\w(?:èrent|ait|aient|a été|ont été))(?!\w)",
    ordinalwords="",
    decadewords="années",
    centurywords="siècle siècles",
    quarterwords="trimestre",
    betweenwords="entre",
    agowords="@unit@",
    inwords="@unit@",
    laterwords="tard après",
    earlierwords="tôt auparavant avant",
    spanwords="derniers dernières prochains prochaines",
    noonwords="midi minuit",
    words="heures heure",
)
WORDS = GRAMMAR.words


def french(text: str, start: int = 0, end: int | None = None, *, alone: bool = True) -> Iterator[Expression]:
    """Yield the French dates of a reading between two offsets; where two overlap, choosing is another step's.

    >>> [(e.kind, e.day, e.month, e.name) for e in french("le 1er mai, à la mi-mai")]
    [('day', 1, 5, ''), ('part', None, 5, 'middle')]
    """
    return GRAMMAR.recognise(text, start, end, alone=alone)

"""Russian dates: `26 октября 1962 г.`, `с 26 по 28 октября`, `в ночь с 27 на 28 октября`, `три дня назад`.

Words are read without `ё` and in all cases; `марта` alone may be a name, and counts after a preposition only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teilegram.dates.damaged import DAMAGED
from teilegram.dates.expression import Expression
from teilegram.dates.grammar import FIGURE, Found, Grammar, Rule
from teilegram.dates.lexicon import choice
from teilegram.dates.rules_absolute import ABSOLUTE, ROMAN, tail
from teilegram.dates.rules_relative import HOUR, RELATIVE

G = (
    r"(?: ?(?:гг\.|г\. ?г\.|г\.(?: ?р\.)?|годам|годами|годов|годы|годах"
    r"|года|годом|году|год|гг|г(?!\.? ?[а-я]+\.))(?!\w))"
)
TENS = r"(?:двадцать|тридцать) {1,3}"
ORDINAL = rf"(?:(?:{TENS})?{choice('ru', 'ordinal')})"
CLOCK = (
    rf"(?:(?:{HOUR}(?: ?(?:часов|часа|час\.?|ч\.)(?: ?(?P<minutes>[0-5]?[0-9]) ?(?:минуты|минут|минута|мин\.?|м\.))?)"
    r"(?:@s@(?P<daypart>@daypart@))?(?:,?@s@(?P<zone>@zone@))?)"
    r")(?!\w)"
)
GRAMMAR = Grammar(
    "russian",
    "ru",
    (),
    day=rf"(?:{FIGURE}(?: ?-? ?(?:го|е|ого|ое|му|м|й))?(?!\w)|{ORDINAL})",
    of="(?: {1,3}(?:(?:числа|день|дня) {1,3})?(?:сего {1,3})?)",
    ofyear=r"(?: {1,3}месяца {1,3}|,? {1,3}|,? ?\( ?|\.)",
    short=r"(?:[0-9]{2}-го(?= |[.,;:)]|$)(?! {1,3}(?:[а-я]*полк|дивизи|отдел|корпус))|'?[0-9]{2}(?= ?(?:г\.|года|году|год|гг\.)))",
    yearword=rf"(?:{G})?",
    **{"and": r"(?: {1,3}(?:и|или) {1,3}|, {0,2}и {1,3})", "from": r"(?:(?:с|со|между|от) {1,3})"},
    to=r"(?: ?- ?| {1,3}(?:по|на|до) {1,3})",
    night=r"ноч[ьи] с {1,3}",
    style=r"(?P<style> ?\(?(?:(?P<old>ст\. ?ст\.|ст\. ?стиля|старого стиля|по старому стилю|по ст\. ?ст\.)|н\. ?ст\.|"
    r"нового стиля|по новому стилю|н\. ?стиля)\)?)?",
    between="между ",
    numbered=r"(?: {1,3}(?:числа {1,3})?)",
    yearplace=rf"(?P<year>@y@)(?:(?:{G})?@hyphen@(?P<toyear>@y@|[0-9]{{2}}(?![0-9]))(?P<end>{G})|(?:{G}) по "
    rf"(?P<toyear2>@y@)(?P<end2>{G})|(?P<end3>{G}))",
    partof=r"(?: {1,3}(?:месяца {1,3})?)",
    yearof="(?:)",
    decadeplace=rf"(?P<decade>(?:1[0-9][0-9]0|[1-9]0) ?- ?(?:х|е|ые|ых|м|ым)(?= )|@decade@)@s@(?:годах|годов"
    rf"|годы|годам|гг\.|г\. ?г\.)"
    rf"(?!@s@прошлого (?:века|столетия))(?:@s@(?P<ofcentury>{ROMAN})@s@(?:века|столетия|в\.))?",
    centuryplace=rf"(?P<century>{ROMAN})(?: ?- ?(?:го|й|м|го))? ?(?:веках|веков|века|веке|веку|веком|век"
    rf"|столетия|столетии|столетие|вв?\.(?! ?[0-9]))",
    bc=r" до (?:н\. ?э|нашей эры|р\. ?х)",
    unitplace=r"(?P<adjective>@adjective@)@s@(?P<unit>@unit@)",
    seasonplace=rf"(?:(?P<adjective>@adjective@)@s@(?P<season>@season@)(?!@s@(?:@y@|@of-year@))"
    rf"|(?P<season2>@season@)(?:@s@(?P<year>@y@(?:-го)?|[0-9]{{2}}-го|@short@)(?:{G})?|@s@(?P<rel>@of-year@)))",
    quarterplace=rf"(?P<quarter>i{{1,3}}|iv|[1-4](?: ?- ?(?:м|й|го|ый|ом))?|{ORDINAL})@s@(?:квартале|квартала"
    rf"|квартал|кв\.)(?:@s@(?P<year>@y@)(?:{G})?|@s@(?P<rel>@of-year@))?",
    notphrase=r"(?<=накануне) {1,3}(?!(?:вечером|утром|днем|ночью)(?!\w))(?:[а-я]+(?<!л)(?<!ла)(?<!ло)(?<!ли)"
    r"(?<!сь)(?<!ся)(?<!ал)(?:ы|и|а|я|ого|его|ой|ей|ых|их|ов|ии)(?!\w)|[0-9])",
    periodplace=r"(?P<adjective>@adjective@)@s@(?P<unit>@unit@)",
    weekdayplace=r"(?:(?P<pre>в|во|до|с|со|к|на|после|под)@s@)?(?:(?P<adjective>@adjective@)@s@)?"
    r"(?P<weekday>@weekday@)(?<!в среде)(?<!с среды)(?<!после среды)",
    bareplace=r"(?:(?:(?<=вечеру )|(?<=вечером )|(?<=утром )|(?<=утру )|(?<=ночью ))(?P<day2>@figure@ ?- ?го)(?= {1,3}[а-я])|(?:(?P<list>@figure@-го(?:, {0,3}@figure@-го){0,8}) {1,3}и {1,3}|(?<=с )(?P<from>@figure@ ?- ?го) {1,3}(?:по|до) {1,3})?"
    r"(?P<day>@figure@ ?- ?го|(?<=к )@figure@ ?- ?му"
    r"|(?:(?<=на )|(?<=по ))@figure@ ?- ?е|(?:@figure@(?: ?- ?го)?|@ordinals@)(?= {1,3}числа))(?!\w)(?: {1,3}числ[ауо](?!\w)"
    r"|(?=[.;:)]|$|,(?! ?[0-9])| {1,3}(?:утром|вечером|днем|ночью|в|из|мы|я|он|она|они|а|но|что|и(?! {1,3}[0-9])|был[аио]?"
    r"|будет|будут|прибыла|приехала|получила|пришла|[а-я]+(?:л|ло|ли|лся|лась|лось|лись))(?!\w))))",
    ordinals=ORDINAL,
    ending="-го",
    agoplace=r"(?P<span>(?:(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3})?(?P<unit>@unit@)(?: {1,3}тому)? {1,3}назад)(?!\w)",
    inplace=r"(?P<span>через {1,3}(?:(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3})?(?P<unit>@unit@))(?! {1,3}(?:после|назад"
    r"|спустя))@e@",
    laterplace=r"(?P<span>(?:спустя {1,3}(?:(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3})?(?P<unit>@unit@)|через {1,3}(?:"
    r"(?:(?P<some2>@some@)|(?P<amount2>@amount@)) {1,3})?"
    r"(?P<unit2>@unit@) {1,3}после (?:этого|того)|(?:(?:(?P<some3>@some@)|(?P<amount3>@amount@)) {1,3})?(?P<unit3>@unit@) {1,3}"
    r"(?:спустя|позже|позднее)))@e@",
    earlierplace=r"(?P<span>(?:за {1,3}(?:(?:(?P<some>@some@)|(?P<amount>@amount@)) {1,3})?(?P<unit>@unit@) {1,3}до (?:этого|того)"
    r"|(?:(?:(?P<some2>@some@)|(?P<amount2>@amount@)) {1,3})?(?P<unit2>@unit@) {1,3}(?:раньше|ранее)))@e@",
    spanplace=r"(?P<span>(?:(?:за|в|во|на|в течение) {1,3})?(?:(?P<coming>ближайш(?:ие|их|ую|ий)|следующие)"
    r"|последн(?:ие|их|юю|ий|ее)|прошедшие|истекшие|минувшие) {1,3}"
    r"(?:(?P<amount>@amount@) {1,3})?(?P<unit>@unit@))(?<!последний год)(?<!дни)(?<!годы)(?<!последний день)"
    r"(?<!ближайший день)@e@",
    durationplace=r"(?:в течение|на протяжении|в продолжение|сроком на|сроком в|продолжительностью в"
    r"|продолжительностью|на срок до|на срок|длил(?:ся|ась|ось)|на|за) {1,3}"
    r"(?P<span>(?P<amount>@amount@)(?: ?- ?(?P<upto>[0-9]{1,3}))? {1,3}(?P<unit>@unit@))(?! {1,3}(?:до|назад"
    r"|спустя|раньше|позже|в))@e@",
    timeplace=rf"(?:(?:(?<=[вкдосч] )|(?=[0-9]{{1,2}} ?[а-я.]{{1,6}} ?[0-9]{{1,2}} ?м|[0-9]{{1,2}} ?ч[а-я.]* "
    rf"(?:утра|вечера|ночи|дня|по моск))){CLOCK}"
    rf"|(?P<hour2>2[0-4]|[01]?[0-9])(?:(?P<colon>:)|[.\-])(?P<minute2>[0-5][0-9])(?![0-9.])(?:@s@(?:час(?:ов"
    rf"|а)?\.?@s@)?(?:(?P<daypart2>@daypart@)(?:,?@s@(?P<zone3>@zone@))?|(?P<zone2>@zone@))"
    rf"|(?<=в [0-9][-:][0-9]{{2}})(?=[.,;)])|(?<=в [0-9]{{2}}[-:][0-9]{{2}})(?=[.,;)])|"
    rf"(?<=[вкс] [0-9]:[0-9]{{2}})(?![:\w,])|(?<=[вкс] [0-9]{{2}}:[0-9]{{2}})(?![:\w]|,[0-9]))"
    rf"|(?<=[0-9]{{5}} )(?P<hour3>[01]?[0-9]|2[0-3])[ .:](?P<minute3>[0-5][0-9])(?= [0-9]{{1,2}}[. ](?:i{{1,3}}"
    rf"|iv|vi{{0,3}}|ix|xi{{0,2}})[. ][0-9][0-9]))",
    noonplace=r"(?P<pre>в|до|к|после|около|с) (?P<noon>(?P<mid>полдень|полудня|полудню)|полночь|полуночи"
    r"|полночи)(?:@s@(?P<zone>@zone@))?@e@",
    feastplace=rf"(?:(?P<pre>на|к|ко|до|после|перед|под|накануне|с|в|во|за|праздник|празднике|днем)@s@)?(?:"
    rf"(?P<adjective>@adjective@)@s@)?(?P<feast>@feast@)(?:@s@(?P<year>@y@)(?:{G})?|@s@(?P<rel>@of-year@))?",
    past=r"\w(?:л|ла|ло|ли|лся|лась|лось|лись)(?!\w)",
    ordinalwords="числа число числу",
    decadewords="годах годов годы годам гг г",
    centurywords="веках веков века веке веку веком век столетия столетии столетие вв xii xiii xiv xv xvi xvii xviii xix xx хіх хх",
    quarterwords="квартале квартала квартал кв",
    betweenwords="между",
    agowords="назад",
    inwords="через",
    laterwords="спустя позже позднее через",
    earlierwords="раньше ранее этого того",
    spanwords="последние последних последнюю последний последнее прошедшие истекшие минувшие ближайшие ближайших ближайшую ближайший следующие",
    noonwords="полдень полудня полудню полночь полуночи полночи",
    words="",
)


def month_first(f: Found) -> Iterator[Expression]:
    """Yield a day after its month, as chanceries wrote it: `июня 27 дня 1709 года`, `1709 года июня 27-го`."""
    day, year = f.day(), f.year("firstyear")
    if f.possible(day) and year:
        yield f.make("day", "firstyear", 0, year=year, month=f.month(), day=day)
    elif f.possible(day):
        yield f.dated("month", 0, day=day, month=f.month())


MONTH_FIRST = Rule(
    "month-day",
    r"(?<![\w-])(?:(?P<firstyear>@y@)@yearword@,? {1,3})?(?:сего {1,3})?(?P<month>@month@) {1,3}"
    r"(?P<day>@figure@(?: {1,3}(?:дня|числа|день)(?!\w)| ?- ?го(?: {1,3}(?:дня|числа))?(?!\w)))" + tail() + "?@e@",
    month_first,
    ("month",),
)
GRAMMAR.rules = (MONTH_FIRST, *ABSOLUTE, *RELATIVE, DAMAGED)
WORDS = GRAMMAR.words


def russian(text: str, start: int = 0, end: int | None = None, *, alone: bool = True) -> Iterator[Expression]:
    """Yield the Russian dates of a reading between two offsets; where two overlap, choosing is another step's.

    >>> found = russian("с 26 октября; в ночь с 27 на 28 октября; Спец.КЖ 1762-1775")
    >>> [(e.kind, e.day, e.month, e.to_day) for e in found]
    [('day', 26, 10, None), ('range', 27, 10, 28), ('day', 28, 10, None)]
    >>> [(e.hour, e.minute) for e in russian("ГАВАНА 51019 10 30 8 XI 62")]
    [(10, 30)]
    """
    for e in GRAMMAR.recognise(text, start, end, alone=alone):
        if not name_of_person(text, e):
            yield e


NAMES = re.compile(r"Март|Ма[йя]|Август|Вер|Июл")


def name_of_person(text: str, e: Expression) -> bool:
    """Tell whether a month alone is a name: `Марта пришла`, `к Марте`."""
    return e.kind == "day" and e.day is None and e.year is None and bool(NAMES.match(text, e.start))

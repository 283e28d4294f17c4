"""Measure the dates: words a second that are recognised and resolved, beside dateparser's search in the same run.

The texts of the folder are read as English and as of an unknown language, and as if they were in each other one; and a
letter, invented, in each of the others as what it is.

pip install -e .[benchmarks]
python benchmarks/dates.py [FOLDER of .txt]
"""

import sys
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "converters"))

from teilegram.dates.recognise import recognise  # noqa: E402
from teilegram.dates.resolve import RESOLVERS, Context, resolve  # noqa: E402
from teilegram.offsets import FOLD  # noqa: E402

LETTERS = {
    "de": """Sehr geehrter Herr Minister! Ihr Schreiben vom 12. d. M. habe ich gestern erhalten und dem Herrn
Gesandten vorgelegt, der es mit großer Aufmerksamkeit gelesen hat. Die Verhandlungen mit der bulgarischen
Regierung gehen nur langsam voran, weil die Herren im Ministerium über die Lieferung der Maschinen noch keinen
Beschluss gefasst haben. Am 3. November 1938 war der Direktor der Werft bei mir und sprach lange von den
Schwierigkeiten, die ihm die Eisenbahn bereitet. Er bittet um eine Antwort bis Ende des Monats. Die Stimmung in
der Stadt ist ruhig, die Preise steigen weiter, und auf dem Markt fehlt es an Mehl und Kohle. Mit dem Ausdruck
meiner vorzüglichen Hochachtung bleibe ich Ihr sehr ergebener""",
    "fr": """Monsieur le Ministre, j'ai eu l'honneur de recevoir votre dépêche du 12 de ce mois et je l'ai mise
hier sous les yeux de l'ambassadeur, qui l'a lue avec la plus grande attention. Les négociations avec le
gouvernement bulgare avancent lentement, parce que le ministère n'a pas encore pris de décision au sujet de la
livraison des machines. Le 3 novembre 1938 le directeur du chantier est venu me voir et m'a parlé longuement des
difficultés que lui fait le chemin de fer. Il demande une réponse avant la fin du mois. La ville est calme, les
prix montent toujours, et la farine et le charbon manquent sur le marché. Veuillez agréer, Monsieur le Ministre,
l'assurance de ma très haute considération""",
    "es": """Señor Ministro: tuve el honor de recibir su despacho del 12 del corriente y ayer lo puse en manos
del embajador, que lo leyó con la mayor atención. Las negociaciones con el gobierno búlgaro avanzan despacio,
porque el ministerio no ha tomado todavía una decisión sobre la entrega de las máquinas. El 3 de noviembre de
1938 vino a verme el director del astillero y me habló largamente de las dificultades que le causa el
ferrocarril. Pide una respuesta antes de fin de mes. La ciudad está tranquila, los precios siguen subiendo, y en
el mercado faltan harina y carbón. Reciba usted, Señor Ministro, las seguridades de mi más alta consideración""",
    "ru": """Уважаемый товарищ министр! Ваше письмо от 12-го сего месяца я вчера получил и передал послу,
который прочел его с большим вниманием. Переговоры с болгарским правительством идут медленно, так как в
министерстве еще не приняли решения о поставке машин. 3 ноября 1938 г. у меня был директор верфи и долго говорил
о трудностях, которые ему чинит железная дорога. Он просит дать ответ до конца месяца. В городе спокойно, цены
продолжают расти, на рынке не хватает муки и угля. Сообщаю также, что делегация завода выехала обратно и что
документы, о которых Вы спрашивали, будут высланы дипломатической почтой""",
}
"""A letter in each language, with a date in every thirty words, as letters have them."""
TIMES = 100


def ours(text, language="en"):
    """Recognise and resolve every date of a text."""
    context = Context(date(1962, 11, 6), 1962)
    found = recognise.__wrapped__(text, ((0, len(text), language),))
    return [resolve(e, context) for e in found if e.kind in RESOLVERS]


def theirs(text):
    """Search as dateparser does, in the language of most of the texts."""
    from dateparser.search import search_dates  # noqa: PLC0415

    return search_dates(text, languages=["en"]) or []


def rate(read, texts, runs):
    """Give the best rate of some runs, in words a second of the processor, and the number of dates found."""
    best, found = 1e9, 0
    for _ in range(runs):
        began = time.process_time()
        found = sum(len(read(text)) for text in texts)
        best = min(best, time.process_time() - began)
    return sum(len(text.split()) for text in texts) / best, found


folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "seeds"
texts = [path.read_text(encoding="utf-8-sig").translate(FOLD) for path in sorted(folder.glob("*.txt"))]
ours(texts[0])
mine, found = rate(ours, texts, 5)
print(f"teilegram: {mine:,.0f} words a second, {found} dates in {sum(len(t.split()) for t in texts):,} words")
for language in ("und", "ru", "de", "fr", "es"):
    as_other, found = rate(lambda text: ours(text, language), texts, 5)  # noqa: B023
    print(f"  read as {language}: {as_other:,.0f} words a second, {found} dates")
for language, letter in LETTERS.items():
    for read_as in (language, "und"):
        own, found = rate(lambda text: ours(text, read_as), [(letter + "\n\n") * TIMES], 5)  # noqa: B023
        print(f"  a letter in {language}, read as {read_as}: {own:,.0f} words a second, {found} dates")
for size in (25_000, 50_000, 100_000):
    began = time.process_time()
    ours(("on 26, 27 and 28 October 1962 at 10 a.m. the 3rd inst. " * size)[:size])
    print(f"  {size:,} characters of nothing but dates: {time.process_time() - began:.3f} s")
try:
    other, found = rate(theirs, texts, 1)
except ImportError:
    print("dateparser is not installed")
else:
    print(f"dateparser: {other:,.0f} words a second, {found} dates; {mine / other:.0f} times as fast")

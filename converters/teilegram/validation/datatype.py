"""Datatypes: whether a string is one, as libxml2 sees it, so that there is one reading of them in this package."""

from __future__ import annotations

from functools import cache

from lxml import etree

RNG = "http://relaxng.org/ns/structure/1.0"
XSD = "http://www.w3.org/2001/XMLSchema-datatypes"

WORDS = {
    "ID": "an identifier: a letter or _, then letters, figures, - . _",
    "NCName": "a name: a letter or _, then letters, figures, - . _",
    "Name": "a name: a letter or _, then letters, figures, - . _",
    "anyURI": "a pointer",
    "language": "a language tag such as en or ru-Latn",
    "date": "a date that exists, YYYY-MM-DD",
    "gYear": "a year, YYYY",
    "gYearMonth": "a month, YYYY-MM",
    "dateTime": "a date and time, YYYY-MM-DDThh:mm:ss",
    "time": "a time, hh:mm:ss",
    "boolean": "true or false",
    "positiveInteger": "a whole number from 1",
    "nonNegativeInteger": "a whole number from 0",
    "decimal": "a number",
    "double": "a number",
    "token": "words",
    "string": "text",
}


@cache
def checker(kind: str, library: str, facets: tuple[tuple[str, str], ...]) -> etree.RelaxNG:
    """Make a grammar of one element that holds one value."""
    element = etree.Element(f"{{{RNG}}}element", name="x", datatypeLibrary=library)
    data = etree.SubElement(element, f"{{{RNG}}}data", type=kind)
    for name, said in facets:
        etree.SubElement(data, f"{{{RNG}}}param", name=name).text = said
    return etree.RelaxNG(etree.ElementTree(element))


def holds(datatype: object, string: str) -> bool:
    """Tell whether a string belongs to a datatype: its name, its library and its facets.

    >>> holds(("date", XSD, ()), "1962-02-30"), holds(("date", XSD, ()), "1962-10-19")
    (False, True)
    """
    if not isinstance(datatype, tuple):
        return False
    kind, library, facets = datatype
    if not library or (kind in ("string", "token") and not facets):
        return True
    element = etree.Element("x")
    element.text = string
    return bool(checker(kind, library, facets).validate(element))


def described(datatype: object) -> str:
    """Say in words what a datatype wants.

    >>> described(("token", XSD, (("minLength", "1"),)))
    'words, not empty'
    >>> described(("anyURI", XSD, (("pattern", "#[a-z]+"),)))
    'a pointer of the form #[a-z]+'
    """
    if not isinstance(datatype, tuple):
        return "a value"
    kind, _, facets = datatype
    said = str(WORDS.get(kind, kind))
    for name, value in facets:
        said += {"pattern": f" of the form {value}", "minLength": ", not empty"}.get(name, f" ({name} {value})")
    return said

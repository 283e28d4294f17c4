"""Dates: every kind of expression, EDTF in and out, the command."""

import json
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

import teilegram
from teilegram.cli import main
from teilegram.dates.calendars import gregorian
from teilegram.dates.context import Context
from teilegram.dates.expression import Expression
from teilegram.dates.feasts import easter, feast_day
from teilegram.dates.resolve import RESOLVERS, resolve
from teilegram.edtf import read, written
from teilegram.vocabulary import table

BASE = date(1962, 11, 6)


def resolved(kind, base=BASE, **fields):
    value = resolve(Expression(0, 1, kind, "r", **fields), Context(base))
    return " ".join(f"{name}={text}" for name, text in value.attributes) or "-", value.cert


@pytest.mark.parametrize(
    ("kind", "fields", "expected"),
    [
        ("day", {"year": 1962, "month": 2, "day": 30}, ("-", None)),
        ("day", {"year": 62, "month": 11, "day": 6}, ("when=1962-11-06", "high")),
        ("range", {"year": 1898, "to_year": 3}, ("from=1898 to=1903", None)),
        ("range", {"year": 1961, "to_year": 63}, ("from=1961 to=1963", None)),
        ("range", {"month": 12, "day": 28, "to_month": 1, "to_day": 3}, ("from=1962-12-28 to=1963-01-03", "high")),
        ("range", {"year": 1962, "month": 5, "day": 9, "to_year": 1962, "to_month": 5, "to_day": 3}, ("-", None)),
        ("decade", {"year": 1950}, ("from=1950 to=1959", None)),
        ("decade", {"year": 50}, ("from=1950 to=1959", "high")),
        ("century", {"year": 19}, ("from=1801 to=1900", None)),
        ("season", {"year": 1962, "name": "summer"}, ("from=1962-06 to=1962-08", None)),
        ("part", {"year": 18, "unit": "century", "name": "first-half"}, ("notBefore=1701 notAfter=1750", None)),
        ("part", {"year": 1962, "month": 2, "name": "late"}, ("notBefore=1962-02-21 notAfter=1962-02-28", None)),
        ("part", {"year": 1962, "name": "no such part"}, ("-", None)),
        ("duration", {"amount": 0.3, "unit": "month"}, ("-", None)),
        ("duration", {"unit": "day"}, ("-", None)),
        ("time", {"hour": 24, "minute": 0}, ("when=24:00:00", None)),
        ("time", {"hour": 25, "minute": 0}, ("-", None)),
        ("recorded", {"name": "Year XVII", "calendar": "fascist"}, ("calendar=#fascist", None)),
        (
            "recorded",
            {"calendar": "republican", "to_year": 1799, "to_month": 11, "to_day": 9},
            ("when=1799-11-09 calendar=#republican", "high"),
        ),
        ("day", {"month": 7, "day": 29, "shift": -1, "anchor": "now"}, ("when=1962-07-29", "high")),
        (
            "day",
            {"month": 5, "day": 3, "to_month": 5, "to_day": 16, "calendar": "julian"},
            ("when=1962-05-16 calendar=#julian", "high"),
        ),
        (
            "weekday",
            {"name": "friday", "shift": 1, "amount": 1, "unit": "week", "anchor": "now"},
            ("when=1962-11-16", "high"),
        ),
        ("feast", {"year": 1916, "name": "christmas-eastern"}, ("when=1917-01-07", None)),
        ("feast", {"year": 1943, "name": "good-friday"}, ("when=1943-04-23", None)),
        ("day", {"year": 1941, "mended": True}, ("when=1941", "medium")),
        (
            "day",
            {"year": 1917, "month": 10, "calendar": "julian"},
            ("from=1917-10-14 to=1917-11-13 calendar=#julian", "high"),
        ),
    ],
)
def test_kinds(kind, fields, expected):
    value, cert = resolved(kind, **fields)
    assert value == expected[0]
    assert "=" not in value or value.startswith("cal") or cert == expected[1]


@pytest.mark.parametrize(
    ("said", "value", "cert"),
    [
        ((1916, 8, 18, 31), "1916-08-31", None),
        ((1916, 8, 18, 30), "1916-08-31", "low"),
        ((1700, 2, 29, None), "1700-03-11", "high"),
    ],
)
def test_double_dates(said, value, cert):
    year, month, day, to_day = said
    made = resolved("day", year=year, month=month, day=day, to_day=to_day, calendar="julian")
    assert made == (f"when={value} calendar=#julian", cert)


def test_old_style_falls_behind_by_a_day_in_each_century_that_has_no_leap_year():
    behind = [(gregorian(year, 6, 1) - date(year, 6, 1)).days for year in (1583, 1699, 1701, 1801, 1901, 1999)]
    assert behind == [10, 10, 11, 12, 13, 13]


def test_easter_is_a_sunday_between_22_march_and_25_april():
    dateutil = pytest.importorskip("dateutil.easter")
    for year in range(1583, 2300):
        assert easter(year) == dateutil.easter(year)


def test_every_feast_has_a_day():
    for row in table("feasts"):
        if row["day"] or row["julian"]:
            assert 0 <= (feast_day(row["key"], 1962) - date(1962, 1, 1)).days < 380


INTS = st.one_of(st.none(), st.integers(-5, 10_100))


@given(
    st.sampled_from(sorted(RESOLVERS)),
    st.one_of(st.none(), st.dates()),
    st.tuples(INTS, INTS, INTS, INTS, INTS, INTS),
    st.sampled_from(["", "monday", "summer", "winter", "easter", "early", "Q3", "ambiguous"]),
    st.one_of(st.none(), st.floats(0, 1e6)),
    st.sampled_from(["", "hour", "day", "week", "month", "quarter", "year", "decade", "century"]),
    st.integers(-2, 2),
    st.sampled_from(["", "now", "then"]),
    st.sampled_from(["", "before", "until", "about"]),
    st.sampled_from(["", "julian", "unheard-of"]),
)
def test_no_expression_breaks_the_resolver_and_every_value_is_a_date(
    kind, base, parts, name, amount, unit, shift, anchor, modifier, calendar
):
    fields = {"name": name, "amount": amount, "unit": unit, "shift": shift, "anchor": anchor, "modifier": modifier}
    context = Context(base)
    for _ in range(2):
        value = resolve(
            Expression(0, 1, kind, "r", *parts, calendar=calendar, hour=parts[1], minute=parts[2], **fields), context
        )
        said = dict(value.attributes)
        for one, other in (("from", "to"), ("notBefore", "notAfter")):
            if one in said and other in said and len(said[one]) == len(said[other]) and said[one][0] != "-":
                assert said[one] <= said[other]
        if kind != "time":
            assert all(text[0] in "0123456789-P#" for text in said.values())


@pytest.mark.parametrize(
    ("text", "attributes", "cert"),
    [
        ("1962-10-06", {"when": "1962-10-06"}, None),
        ("1962-10~", {"when": "1962-10"}, "medium"),
        ("1962?", {"when": "1962"}, "low"),
        ("1962-10-22/1962-10-28", {"from": "1962-10-22", "to": "1962-10-28"}, None),
        ("1961~/1963", {"from": "1961", "to": "1963"}, "medium"),
        ("196X", {"notBefore": "1960", "notAfter": "1969"}, None),
        ("1962-XX", {"when": "1962"}, None),
        ("1962-21", {"from": "1962-03", "to": "1962-05"}, None),
        ("../1964-07-09", {"to": "1964-07-09"}, None),
        ("1964-07-09/", {"from": "1964-07-09"}, None),
    ],
)
def test_edtf_is_read(text, attributes, cert):
    assert read(text) == (tuple(attributes.items()), cert)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "autumn 1962",
        "1962-13",
        "1962-02-30",
        "1963/1962",
        "../..",
        "-0044",
        "Y17E7",
        "0000",
        "1962-10-06T10:00:00",
        "٣",
        "1" * 99,
    ],
)
def test_what_is_no_edtf_here_is_none(text):
    assert read(text) is None


@given(st.dates(min_value=date(1, 1, 1), max_value=date(9998, 1, 1)), st.integers(1, 300))
def test_what_is_written_is_read_back(day, days):
    ends = (("from", day.isoformat()), ("to", (day + timedelta(days=days)).isoformat()))
    assert read(written(ends)) == (ends, None)
    assert read(written((("when", day.isoformat()),), about=True)) == ((("when", day.isoformat()),), "medium")


def test_a_value_with_bounds_is_edtf_too():
    edtf = pytest.importorskip("edtf")
    text = written((("notBefore", "1962-10-01"), ("notAfter", "1962-10-07")))
    assert str(edtf.parse_edtf(text)) == text == "[1962-10-01..1962-10-07]"


LETTER = "Dear Minister,\n\nOn 26 October the ships came in, and last Sunday they left again.\n\nYours sincerely,\nA. Adler\n"


def test_the_catalogue_may_say_edtf(tmp_path):
    (tmp_path / "a.txt").write_text(LETTER)
    (tmp_path / "a.meta.json").write_text('{"date": "1962-11~"}')
    (document,) = teilegram.encode(tmp_path / "a.txt", out=None)
    root = etree.fromstring(document.xml)
    made = root.find(".//{*}creation/{*}date")
    assert (made.get("when"), made.get("cert")) == ("1962-11", "medium")
    assert [d.get("when") for d in root.iterfind(".//{*}body//{*}date")] == ["1962-10-26", None]


def test_the_command_shows_value_edtf_rule_and_why(capsys):
    assert main(["dates", "It was last Sunday.", "--anchor", "1962-10-18", "--format", "json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)
    assert one["attributes"]["when"] == one["edtf"] == "1962-10-14"
    assert one["description"]
    assert "1962-10-18" in one["context"]


def test_the_command_reads_a_transcript(tmp_path, capsys):
    (tmp_path / "a.txt").write_text(LETTER)
    assert main(["dates", str(tmp_path / "a.txt"), "--anchor", "1962-11-06"]) == 0
    assert "when=1962-11-04" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["x", "--anchor", "soon"], ["no-such-file.txt"], [" "], ["x", "--anchor", "1962-13"]]
)
def test_the_command_refuses_in_one_line(arguments, capsys):
    assert main(["dates", *arguments]) == 1
    assert capsys.readouterr().err.count("\n") == 1


def test_the_command_says_that_nothing_was_found(capsys):
    assert main(["dates", "Nothing here."]) == 0
    assert capsys.readouterr().out == "no dates found\n"

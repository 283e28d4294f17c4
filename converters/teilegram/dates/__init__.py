"""Dates: recognised by the grammar of a language, resolved by what the document says of its own time."""

from teilegram.dates.resolve import RESOLVERS, Value
from teilegram.dates.step import dates, document_date

__all__ = ["dates", "document_date"]

for kind in ("part", "season", "decade", "shift", "weekday", "period", "span", "duration", "recorded"):
    RESOLVERS.setdefault(kind, lambda e, _: Value((), None, e.rule))  # what has no resolver has no value

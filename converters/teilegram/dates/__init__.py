"""Dates: recognised by the grammar of a language, resolved by what the document says of its own time."""

from teilegram.dates.own import document_date
from teilegram.dates.step import dates

__all__ = ["dates", "document_date"]

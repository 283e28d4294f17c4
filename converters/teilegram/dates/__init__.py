"""Dates: recognised by the grammar of a language, resolved by what the document says of its own time."""

from teilegram.dates.step import dates, document_date

__all__ = ["dates", "document_date"]

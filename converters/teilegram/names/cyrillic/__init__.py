"""Persons in Russian text, found by grammar alone: no authority, no model."""

from teilegram.names.cyrillic.mentions import cyrillic_mentions
from teilegram.names.cyrillic.nominative import nominative

__all__ = ["cyrillic_mentions", "nominative"]

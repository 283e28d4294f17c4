"""Persons in Russian text, found by grammar alone: no authority, no model."""

from teilegram.names.cyrillic.mentions import cyrillic_mentions

__all__ = ["cyrillic_mentions"]

"""Correspondence: who sent a document to whom, and from where (Guidelines, HD44CD)."""

from teilegram.correspondence.step import correspondence

__all__ = ["correspondence"]

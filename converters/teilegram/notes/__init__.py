"""Notes: marks in the text, the notes they call, and what ties them (Guidelines, CONONO)."""

from teilegram.notes.footnotes import footnotes
from teilegram.notes.tie import tied

__all__ = ["footnotes", "tied"]

"""Align: original and translation, paragraph by paragraph and sentence by sentence (Guidelines, SACS).

What reads sentences and compares them is imported when there is a translation to align.
"""

from teilegram.align.step import align

__all__ = ["align"]

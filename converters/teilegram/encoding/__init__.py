"""Encode: from annotations to a TEI tree, built once, at the end."""

from teilegram.encoding.document import identified, tei

__all__ = ["identified", "tei"]

"""Encode: from annotations to a TEI tree, built once, at the end."""

from teilegram.encoding.document import tei

__all__ = ["tei"]

"""Where the files that come with the package are: stylesheets, schemas and vocabulary.

An installed package carries `xslt` and `schema` inside itself, a checkout has them at its top level.
"""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def folder(name: str) -> Path:
    """Give the folder `xslt`, `schema` or `data`.

    >>> (folder("data") / "conventions").is_dir()
    True
    """
    package = Path(str(files("teilegram")))
    inside = package / name
    return inside if inside.is_dir() else package.parents[1] / name

"""Layout: what the shape of the page says before any word is understood."""

from teilegram.layout.blocks import blocks
from teilegram.layout.frame import frame
from teilegram.layout.joins import joined
from teilegram.layout.marks import marks
from teilegram.layout.opened import opened
from teilegram.layout.zones import zones

__all__ = ["blocks", "frame", "joined", "marks", "opened", "zones"]

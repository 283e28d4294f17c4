"""Names: persons, places and organisations, found and linked to the authority."""

from teilegram.names.damaged import damaged, damaged_places
from teilegram.names.step import names

__all__ = ["damaged", "damaged_places", "names"]

"""Names: persons, places and organisations, found and linked to the authority."""

from teilegram.names.damaged import damaged, damaged_places
from teilegram.names.gazetteer import table_entry
from teilegram.names.geonames import check as gazetteer
from teilegram.names.step import names

__all__ = ["damaged", "damaged_places", "gazetteer", "names", "table_entry"]

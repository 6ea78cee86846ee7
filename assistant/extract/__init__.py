"""Facts in a text: dates, regions, themes, amounts and shares, each with its exact words and value."""

from assistant.extract.extraction import EXTRACTORS, find_extracts
from assistant.extract.regions.containment import lies_in
from assistant.extract.regions.gazetteer import Region, load_regions
from assistant.extract.themes import document_themes
from assistant.extract.vocabulary import Theme, load_themes

__all__ = [
    "EXTRACTORS",
    "Region",
    "Theme",
    "document_themes",
    "find_extracts",
    "lies_in",
    "load_regions",
    "load_themes",
]

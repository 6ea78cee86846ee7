"""Regions as codes: countries, their parts, municipalities, and the regions of policy language."""

from assistant.extract.regions.containment import lies_in
from assistant.extract.regions.finding import find_regions
from assistant.extract.regions.gazetteer import Region, load_regions

__all__ = ["Region", "find_regions", "lies_in", "load_regions"]

"""The vocabularies on the wire: themes and regions with their codes."""

from __future__ import annotations

from pydantic import Field

from assistant.extract import Region, Theme
from assistant.wire.shapes import Shape


class ThemaItem(Shape):
    """Een thema van de waardelijst."""

    code: str
    naam: str
    uri: str | None = None


class Themas(Shape):
    """De thema's waarop gefilterd kan worden."""

    items: list[ThemaItem]
    totaal: int

    @classmethod
    def from_themes(cls, themes: tuple[Theme, ...]) -> Themas:
        """Give the wire form of the vocabulary of themes."""
        items = [ThemaItem(code=theme.code, naam=theme.name, uri=theme.uri) for theme in themes]
        return cls(items=items, totaal=len(items))


class RegioItem(Shape):
    """Een regio van de waardelijst."""

    code: str | None = Field(default=None, description="ISO 3166, CBS (`GM0772`) of NIS (`NIS24062`).")
    naam: str
    niveau: str
    land: str
    nuts: str | None = None


class Regios(Shape):
    """De regio's waarop gefilterd kan worden."""

    items: list[RegioItem]
    totaal: int

    @classmethod
    def from_regions(cls, regions: tuple[Region, ...]) -> Regios:
        """Give the wire form of the vocabulary of regions."""
        items = [
            RegioItem(
                code=region.code,
                naam=region.name,
                niveau=region.level,
                land=region.country,
                nuts=region.nuts,
            )
            for region in regions
        ]
        return cls(items=items, totaal=len(items))

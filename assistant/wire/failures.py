"""Files that could not be read, on the wire."""

from __future__ import annotations

from pydantic import Field

from assistant import types
from assistant.wire.shapes import Shape


class Mislukking(Shape):
    """Een bestand dat niet gelezen kon worden."""

    bestand: str
    reden: str
    sinds: str | None = Field(default=None, description="Wanneer het voor het eerst mislukte (UTC).")
    wacht: bool | None = Field(
        default=None,
        description="Waar als het pas opnieuw geprobeerd wordt wanneer het bestand of een grens verandert.",
    )

    @classmethod
    def from_failure(cls, failure: types.Failure) -> Mislukking:
        """Give the wire form of a failure."""
        return cls(bestand=failure.path, reden=failure.reason)

    @classmethod
    def from_trouble(cls, trouble: types.Trouble) -> Mislukking:
        """Give the wire form of a failure with what is remembered of it."""
        return cls(
            bestand=trouble.path,
            reden=trouble.reason,
            sinds=trouble.since or None,
            wacht=trouble.waits or None,
        )

"""What the rules hand to each other: names found in a text, by word positions."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.extract.names.bodies import Body


@dataclass(slots=True)
class FoundBody:
    """The name of a body at words `[first, last)`; `body` where it is a known one.

    `short` is the short form that the text ties to it.
    """

    first: int
    last: int
    name: str
    sort: str | None = None
    body: Body | None = None
    short: str | None = None


@dataclass(slots=True)
class FoundPerson:
    """The name of a person at words `[first, last)`; `surname` is where the surname begins."""

    first: int
    last: int
    name: str
    surname: int
    role: str | None = None
    organisation: str | None = None
    listed: bool = False
    """Whether the role stands before a colon and goes for all names behind it."""
    body_first: int = -1
    """The word at which the name of the organisation begins; -1 when there is none."""

    @property
    def full(self) -> bool:
        """Tell whether more than the surname is given."""
        return self.surname > self.first


@dataclass(slots=True)
class Unknown:
    """A run of words with capitals at `[first, last)` of which nothing is known yet."""

    first: int
    last: int
    name: str

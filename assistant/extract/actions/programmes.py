"""The priority, programme or measure under whose heading a place of a text stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

_HEADING = re.compile(
    r"\n[#*\s]{0,8}(?=[paosmdtwh])((?:prio|prioriteit|programma|programmalijn|actielijn|actie|maatregel|speerpunt|ambitie|doelstelling|"
    r"opgave|project|spoor|pijler|beleidsdoel|werkpakket|thema|hoofdlijn)"
    r"(?:\s+(?:\d+[a-z]?(?:\.\d+)*|[IVX]+|[A-Z])\b)?[ \t]*[:.–-]?[ \t]+\S[^\n]{0,90})$",
    re.IGNORECASE | re.MULTILINE,
)
_OTHER = re.compile(r"\n#{1,6}\s+\S[^\n]*$", re.MULTILINE)
_NUMBERED = re.compile(r"^\w+\s+(?:\d|[IVX]+\b|[A-Z]\b)")
REACH = 8_000
"""A heading counts for so many characters behind it."""


@dataclass(frozen=True, slots=True)
class Programmes:
    """The headings of a text that name a programme, in order, with where they begin."""

    starts: tuple[int, ...]
    names: tuple[str | None, ...]

    def find(self, place: int) -> str | None:
        """Give the name that the nearest heading before `place` carries."""
        index = bisect_right(self.starts, place) - 1
        return self.names[index] if index >= 0 and place - self.starts[index] <= REACH else None


def read_programmes(text: str) -> Programmes:
    """Find the headings of a text; another heading (in Markdown) ends what one of them covers."""
    found = sorted(_list_headings(text), key=lambda heading: (heading[0], heading[1] is None))
    return Programmes(tuple(start for start, _ in found), tuple(name for _, name in found))


def _list_headings(text: str) -> Iterator[tuple[int, str | None]]:
    text = "\n" + text  # every line then begins with a line end, which is quick to find
    taken: set[int] = set()
    for found in _HEADING.finditer(text):
        name = found.group(1).strip(" *#\t")
        # "Programma's voor ..." in a sentence ends with a full stop; a heading does not.
        if name[-1] not in ".;:?!," and (_NUMBERED.match(name) or len(name.split()) <= 8):
            taken.add(found.start())
            yield found.start(), " ".join(name.split())
    for found in _OTHER.finditer(text):
        if found.start() not in taken:
            yield found.start(), None

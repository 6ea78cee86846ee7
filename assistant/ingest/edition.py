"""Which edition of a text a document is, by its title, its file name and its date."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import PurePosixPath

from assistant.types import DocumentRecord

_MARKS = (
    (0, r"concept\w*|draft|voorlopige?|kladversie|ter consultatie|conceptversie"),
    (2, r"definitie(?:f|ve)|def|final|eindversie|vastgestelde?"),
    (3, r"herziene?|geactualiseerde?|gecorrigeerde?|aangepaste?|verbeterde?|errata"),
)
"""How final a text is by its marks: a draft, (1) unmarked, final, mended afterwards."""
_PLAIN = 1
_FINAL = tuple((rank, re.compile(rf"\b(?:{words})\b", re.I)) for rank, words in _MARKS)
_NUMBER = re.compile(r"\b(?:versie|version|v|rev(?:isie)?)[ .]?(\d{1,3}(?:\.\d{1,3})*)(?![\w-])", re.I)
_DAY = re.compile(
    r"\b(?:\d{1,2}[ .-](?:\d{1,2}|[a-z]{3,9})[ .-](?:19|20)\d\d|(?:19|20)\d\d[ .-]?(?:0[1-9]|1[0-2])[ .-]?(?:0[1-9]|[12]\d|3[01]))\b",
    re.I,
)
_WORD = re.compile(r"[^\W_]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_EMPTY = frozenset("de het een en of van voor met in op aan bij naar om te tot uit over versie".split())


@dataclass(frozen=True, slots=True)
class Edition:
    """What tells editions of one text from each other and from other texts.

    `words` are those of title, subtitle and the years in the file name, without marks and dates: equal for
    editions of one text. `mark` is how final it is with its version number. `order` is larger for a newer one.
    """

    words: frozenset[str]
    mark: tuple[int, tuple[int, ...]]
    date: str

    @property
    def order(self) -> tuple[int, str, tuple[int, ...]]:
        """Give what editions are sorted by: first how final, then the date, then the number."""
        return self.mark[0], self.date, self.mark[1]


def read_edition(record: DocumentRecord) -> Edition:
    """Give the edition that a document is by what is known of it."""
    stem = re.sub(r"[_-]+", " ", PurePosixPath(record.path).stem)
    titles = f"{record.title} {record.subtitle or ''}"
    stated = f"{titles} {stem}"
    rank = next((rank for rank, words in reversed(_FINAL) if words.search(stated)), _PLAIN)
    number = _NUMBER.search(stated)
    version = tuple(int(part) for part in number.group(1).split(".")) if number else ()
    words = {word.casefold() for word in _WORD.findall(_strip(titles))} - _EMPTY
    years = set(_YEAR.findall(_strip(stem)))
    return Edition(frozenset(words | years), (rank, version), record.date or "")


def _strip(text: str) -> str:
    """Take away marks, version numbers and whole dates."""
    for _, words in _FINAL:
        text = words.sub(" ", text)
    return _DAY.sub(" ", _NUMBER.sub(" ", text))

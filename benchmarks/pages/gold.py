"""The truth about a page: its blocks in reading order, and what else is printed on it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

KINDS = (
    "heading",
    "label",
    "paragraph",
    "item",
    "header",
    "row",
    "caption",
    "note",
    "quote",
    "furniture",
)
"""Those of `BlockKind`, and three more.

`header` is the row of a table that names its columns, `furniture` what returns on every page, and
`label` a line that may be called a heading or not.
"""

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_RAISED = re.compile(r"(?<=\w)[⁰¹²³⁴-⁹]+$")
_SAME = str.maketrans({"’": "'", "‘": "'", "–": "-", "—": "-", "‑": "-", "‐": "-", "−": "-", "\u00a0": " "})


def split_words(text: str) -> list[str]:
    """Give the words of a text as they are compared.

    NFC, lower case, split at blanks, without signs other than letters and digits at the ends (so
    that bullets and loose dashes vanish), one form of apostrophe and hyphen, and without raised
    digits at a word's end. What stands inside a word counts: a soft hyphen, a ligature that is
    not taken apart, and a word that was cut or glued are errors.
    """
    lowered = unicodedata.normalize("NFC", text).lower().translate(_SAME)
    words = (_EDGES.sub("", _RAISED.sub("", _EDGES.sub("", token))) for token in lowered.split())
    return [word for word in words if word]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its column (from 0) and the words `[start, stop)` of its row."""

    column: int
    start: int
    stop: int


@dataclass(frozen=True, slots=True)
class GoldBlock:
    """One block as a person reads it.

    `words` are words or their hashes. `flow` is 0 for the running text; each box, pull quote,
    caption or note that stands beside it has a number of its own, and its place among the blocks
    is free. `header` is the place in `GoldPage.blocks` of the header of a row, -1 for none;
    `label` are the words of a row's first cell, also where that cell is merged with those above.
    `cuts` are the places of words that a line's end cuts: at a hyphen that goes ("soft"), at one
    that stays ("hard"), or behind one that stays with a blank ("open": "beleids- en").
    """

    kind: str
    words: tuple[str, ...]
    level: int = 0
    flow: int = 0
    cells: tuple[Cell, ...] = ()
    header: int = -1
    label: tuple[str, ...] = ()
    cuts: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class GoldPage:
    """One page: `file` names its PDF, `number` counts from 1, `half` is "own", "dev" or "held".

    `ignored` are words that count neither as right nor as wrong: marks of footnotes, the parts
    of a word that a page turn cuts, and words of a header or first cell that a reader may repeat.
    `alike` are pairs of another way to write a word and that word ("Luchtkwali-teit" may be mended).
    """

    file: str
    number: int
    half: str
    blocks: tuple[GoldBlock, ...]
    ignored: tuple[str, ...] = ()
    alike: tuple[tuple[str, str], ...] = ()
    tags: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """Give the number of words that must come back: without furniture and headers of tables."""
        return sum(len(block.words) for block in self.blocks if is_body(block))


def is_body(block: GoldBlock) -> bool:
    """Tell whether the words of a block count in the word error rate."""
    return block.kind not in ("furniture", "header")

"""Matters that a text tells with words of their own only: what is asked of them stands nowhere without such a word.

Most verbs are said in many other words. Of some there are few: who designed a building is told by "ontwerp", "architect",
"getekend", how high a fine is by "boete", "straf", "dwangsom". A text that has none of them tells of something else,
however many of the other words of the question it holds. The families stand in `data/ownwords.toml`. A piece of a word
tells only where it begins one or is too long to stand in another by chance: "gele" is in "gelegd", "zoek" in "onderzoek".
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.predicates import find_main_clause
from assistant.answer.question import Question
from assistant.answer.subjects import texts_above
from assistant.dutch import fold
from assistant.types import BlockKind


@dataclass(frozen=True, slots=True)
class Matter:
    """What asks for a matter, what a text tells it with, and the kinds of question that ask it: all where it is empty.

    Both are patterns that are made ready when they are first needed: few are in one sitting.
    """

    asked: str
    told: str
    kinds: frozenset[QuestionKind]

    def is_asked(self, question: str) -> bool:
        """Tell whether a question, folded, asks for this."""
        return bool(_make(rf"\b(?:{self.asked})\b").search(question))

    def is_told(self, texts: Iterable[str]) -> bool:
        """Tell whether one of some texts, folded, has a word that this is told with."""
        return any(map(_make(self.told).search, texts))


@cache
def _make(pattern: str) -> re.Pattern[str]:
    """Give a pattern ready for use."""
    return re.compile(pattern)


@cache
def read_matters() -> tuple[Matter, ...]:
    """Give the matters of the list that goes with this module."""
    text = (Path(__file__).parent / "data" / "ownwords.toml").read_text(encoding="utf-8")
    return tuple(
        Matter("|".join(row["asked"]), row["told"], frozenset(map(QuestionKind, row.get("kinds", ()))))
        for row in tomllib.loads(text)["matters"]
    )


@cache
def _matters_of(kind: QuestionKind) -> tuple[tuple[Matter, ...], re.Pattern[str]]:
    """Give the matters that a kind of question can ask, and one pattern that finds any of them."""
    matters = tuple(matter for matter in read_matters() if not matter.kinds or kind in matter.kinds)
    return matters, re.compile(rf"\b(?:{'|'.join(matter.asked for matter in matters)})\b")


def tells_nothing_of(question: Question, unit: Unit) -> bool:
    """Tell whether a question asks a matter of which a unit, its block, the headings and the title have no word."""
    matters, any_asked = _matters_of(question.kind)
    plain = fold(find_main_clause(question))
    if not any_asked.search(plain) or unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return False  # a row need not say again what its table is of
    texts = [*map(fold, texts_above(unit)), *map(fold, _lead_of(unit)), *map(fold, _beside_short(unit))]
    return not all(matter.is_told(texts) for matter in matters if matter.is_asked(plain))


def _beside_short(unit: Unit) -> tuple[str, ...]:
    """Give the text in which the short answer stands where that is another than the unit: a caption, the block before."""
    if unit.short is None or unit.span.covers(unit.short):
        return ()
    return (unit.reading.text_of(unit.reading.block_at(unit.short.start)),)


def _lead_of(unit: Unit) -> tuple[str, ...]:
    """Give what leads in to the list of a unit that is an item of one."""
    reading = unit.reading
    if reading.blocks[unit.block].kind is not BlockKind.ITEM:
        return ()
    group = reading.list_around(unit.block)
    return () if group is None or group.lead is None else (reading.text_of(group.lead),)

"""Matters that a text tells with words of their own only: what is asked of them stands nowhere without such a word.

Most verbs are said in many other words. Of some there are few: who designed a building is told by "ontwerp", "architect",
"getekend", how high a fine is by "boete", "straf", "dwangsom". A text that has none of them tells of something else,
however many of the other words of the question it holds. The families stand in `data/ownwords.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
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
    """What asks for a matter, what a text tells it with, and the kinds of question that ask it: all where it is empty."""

    asked: re.Pattern[str]
    told: re.Pattern[str]
    kinds: frozenset[QuestionKind]


def _read_matters() -> tuple[Matter, ...]:
    text = (Path(__file__).parent / "data" / "ownwords.toml").read_text(encoding="utf-8")
    return tuple(
        Matter(
            re.compile(rf"\b(?:{'|'.join(row['asked'])})\b"),
            re.compile(row["told"]),
            frozenset(map(QuestionKind, row.get("kinds", ()))),
        )
        for row in tomllib.loads(text)["matters"]
    )


MATTERS = _read_matters()


def tells_nothing_of(question: Question, unit: Unit) -> bool:
    """Tell whether a question asks a matter of which a unit, its block, the headings and the title have no word."""
    asked = [matter for matter in MATTERS if not matter.kinds or question.kind in matter.kinds]
    plain = fold(find_main_clause(question))
    asked = [matter for matter in asked if matter.asked.search(plain)]
    if not asked or unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return False  # a row need not say again what its table is of
    texts = [*map(fold, texts_above(unit)), *map(fold, _lead_of(unit))]
    return any(not any(map(matter.told.search, texts)) for matter in asked)


def _lead_of(unit: Unit) -> tuple[str, ...]:
    """Give what leads in to the list of a unit that is an item of one."""
    reading = unit.reading
    if reading.blocks[unit.block].kind is not BlockKind.ITEM:
        return ()
    group = reading.list_around(unit.block)
    return () if group is None or group.lead is None else (reading.text_of(group.lead),)

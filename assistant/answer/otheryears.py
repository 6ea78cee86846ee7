"""A figure of another year than the one asked: "In 2035 zijn 1.240 woningen aangesloten" tells nothing of 2033.

What stands pages on of the asked year does not make it one of that year.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE})
_YEARS = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]?\d)")
_TIME = re.compile(
    r"\b(?:in|over|eind|einde|begin|medio|gedurende)(?: het jaar| de loop van| heel)? (?P<year>(?:19|20)\d\d)\b(?! ?[-–/]\d)"
)
_LASTING = re.compile(
    r"\b(?:sinds|vanaf|tot|jaarlijks\w*|elk jaar|ieder jaar|per jaar|voortaan|tussen|gedurende|inmiddels|jaren|periode|"
    r"vorig\w*|daarvoor|eerder|jaar later|volgend\w*)\b"
)
"""Words of a sentence that tells of more years than the one that it names, or of one that it does not name."""


def tells_other_year(question: Question, unit: Unit, year: str) -> bool:
    """Tell whether a figure is asked of a year, and a sentence tells only one of another year that it names."""
    if question.kind not in _KINDS or _find_asked(question.text) != year:
        return False
    if unit.items or unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return False
    found = set(_YEARS.findall(unit.text))
    if len(found) != 1 or year in found:
        return False
    plain = fold(unit.text)
    return _TIME.search(plain) is not None and _LASTING.search(plain) is None


@lru_cache(maxsize=100)
def _find_asked(text: str) -> str | None:
    """Give the one year in which a question asks a figure; it is asked for every sentence."""
    plain = fold(text)
    asked = _TIME.search(plain)
    return asked["year"] if asked is not None and len(set(_YEARS.findall(plain))) == 1 else None

"""Who gets, gives or pays a sum that the question names: no sentence answers that tells of another sum only."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.thresholds import LIMITED, read_value
from assistant.types import AmountValue, ExtractKind

_KINDS = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE})
_NUMBER = r"\d[\d.,]*(?: (?:miljoen|miljard|duizend|mln))?"
_SUM = re.compile(rf"(?:€ ?(?P<sign>{_NUMBER})|(?P<plain>{_NUMBER}) ?euro\b)", re.IGNORECASE)
_VERB = (
    r"(?:krijg(?:t|en)|kreeg|kregen|ontvang(?:t|en)|ontving(?:en)?|ge(?:eft|ven)|ga(?:f|ven)|betaal(?:t|de|den)|betalen|"
    r"schenk(?:t|en)|schonk(?:en)?|investeer(?:t|de|den)|investeren|stort(?:te|ten|en)?)"
)
_ASKED = re.compile(rf"^\W*(?:(?:aan|van|door) )?(?:wie|welke? [\w-]+) {_VERB}\b", re.IGNORECASE)
_TOLD = re.compile(
    rf"\b{_VERB}(?: [^\s,;:()]+){{0,5}}? (?:€ ?)?\d|"
    r"\b[\w-]*(?:subsidie|steun|bijdrage|premie|toelage|dotatie|vergoeding) van (?:maximaal |ongeveer |ruim )?(?:€ ?)?\d",
    re.IGNORECASE,
)
"""A question for who gets, gives or pays, and a sentence that tells that of a sum of its own."""
_NEAR = 0.06
"""How far a sum may be from the one that is asked, as a share of it: it may be rounded."""


def mark_other_sums(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the sum of the question, where the unit has sums and none of them is that one."""
    asked = list(_SUM.finditer(question.text)) if question.kind in _KINDS else []
    if len(asked) != 1 or not _ASKED.search(question.text) or LIMITED.search(question.text):
        return
    value = read_value(asked[0]["sign"] or asked[0]["plain"])
    if not value:
        return
    for unit in units:
        facts = (fact.value for fact in unit.reading.facts_in(unit.span, ExtractKind.AMOUNT))
        told = [fact for fact in facts if isinstance(fact, AmountValue)]
        if told and _TOLD.search(unit.text) and not any(_is_near(fact, value) for fact in told):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, asked[0].group().strip())))


def _is_near(fact: AmountValue, value: float) -> bool:
    """Tell whether a sum is the one asked for, or may be it."""
    most = fact.value if fact.upper is None else fact.upper
    return fact.value * (1 - _NEAR) <= value <= most * (1 + _NEAR)

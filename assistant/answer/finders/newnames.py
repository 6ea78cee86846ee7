"""How something will be called from now on: the name behind "vervangen door", "omgedoopt tot", not the one it had."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.question import Question
from assistant.types import Span

_ASKED = re.compile(
    r"\bhoe (?:gaat|gaan|ging|zal|zullen|zou|moet|moeten) .{1,80} heten\b|\bnieuwe naam\b|\bvoortaan\b",
    re.IGNORECASE,
)
_BECOMES = re.compile(
    r"\b(?:vervangen door|gewijzigd in|wijzigt in|veranderd in|verandert in|omgedoopt tot|hernoemd (?:tot|naar|in)|"
    r"krijgt de (?:nieuwe )?naam|kreeg de (?:nieuwe )?naam|heet voortaan|voortaan|naam van [^.;]{2,80}? (?:naar|tot)) (?:de (?:nieuwe )?naam )?"
    r"(?:[‘“'\"](?P<quoted>[^’”'\"\n]{2,80})[’”'\"]|"
    r"(?P<plain>(?:(?:het |de )(?:[a-zà-ÿ]+ )?)?[A-ZÀ-Þ][\w’-]*(?: (?:(?:van|voor|en|de|het) ){0,2}[A-ZÀ-Þ][\w’-]*){0,6}))"
)


def find_new_name(question: Question, unit: Unit) -> Candidate | None:
    """Give the new name that a sentence tells, where a question asks for that; None where there is none."""
    if not _ASKED.search(question.text):
        return None
    found = _BECOMES.search(unit.text)
    if found is None:
        return None
    group = "quoted" if found["quoted"] else "plain"
    return Candidate(Span(found.start(group), found.end(group)).shift(unit.span.start), 1.0)

"""What is required, in one sentence: "Een club moet twintig leden tellen, een zetel hebben en een polis afsluiten".

Each requirement ends in its verb; the first one stands behind who has to meet them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate, stem_of
from assistant.answer.nounphrases import read_phrase
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.dutch import stem as stem_word
from assistant.dutch.verbs import is_infinitive
from assistant.types import Span

_ASKED = frozenset(
    stem_word(noun) for noun in ("voorwaarden", "eisen", "vereisten", "criteria", "verplichtingen")
)
_MUST = re.compile(r"\b(?:moet|moeten|dient|dienen) ")
_PART = re.compile(r",? en (?=[^,]+$)|, (?:en )?")
_LONGEST = 18
"""Words of a requirement at most."""
_FIT = 0.9


def find_requirements(question: Question, unit: Unit) -> Iterator[Candidate]:
    """Give the requirements of a sentence as a list, where conditions are asked for and two or more are told."""
    if question.asked is None or stem_of(question.asked) not in _ASKED:
        return
    must = _MUST.search(unit.text)
    if must is None:
        return
    end = len(unit.text.rstrip(" .;"))
    subject = read_phrase(unit.text, must.end())
    start = subject.span.end if subject is not None and unit.text[: must.start()].strip() else must.end()
    items = [item.strip() for item in _PART.split(unit.text[start:end])]
    if len(items) < 2 or not all(_is_requirement(item) for item in items):
        return
    first = start + len(unit.text[start:]) - len(unit.text[start:].lstrip())
    yield Candidate(Span(first, end).shift(unit.span.start), _FIT, "; ".join(items))


def _is_requirement(item: str) -> bool:
    words = item.split()
    last = fold(words[-1]) if words else ""
    return 1 < len(words) <= _LONGEST and (is_infinitive(last) or last in ("zijn", "hebben", "doen"))

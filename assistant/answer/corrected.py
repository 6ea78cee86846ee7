"""A value that is denied for another one: "niet € 48.000 maar € 84.000", "voor één jaar en niet voor twee".

The one that holds is asked for, unless the question asks what it was to be at first.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_ABOUT = r"(?:(?:in|op|per|om|voor|tot|met|van|vanaf|aan|door|naar|bij|de|het|een|€|ruim|circa|ongeveer|pas|al|meer) ?){0,3}"
_BOUND = r"(?!(?:alleen|enkel|slechts|uitsluitend|(?:meer|minder|langer|later|hoger|lager|vroeger|eerder|verder) dan)\b)"
"""Not behind "niet" where it denies a value: "niet meer dan 24", "niet alleen woningen"."""
_FIRST = re.compile(
    rf"\bniet {_BOUND}(?P<denied>{_ABOUT}[^,;.:()]{{1,60}}?),? maar (?!ook\b)(?:(?:wel|juist) )?(?={_ABOUT}\S)"
)
"""What is denied before the one that holds."""
_LAST = re.compile(rf"(?:,| en|, en) niet {_BOUND}(?P<denied>[^,;.:()]{{1,40}})")
"""What is denied behind the one that holds."""
_POINT = re.compile(r"(?<=\d)[.,:](?=\d)")
_FAR = 16
"""Characters at most between what is denied and what holds."""
_FORMER_ASKED = re.compile(
    r"\b(?:eerst|oorspronkelijk\w*|aanvankelijk\w*|eerder|niet|gepland\w*|begroot|stond)\b"
)
"""A question for what it was to be."""


def keep_corrected(question: Question, unit: Unit, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Give the candidates without those that are denied for another one of them."""
    found = list(candidates)
    if len(found) < 2 or "niet" not in unit.text or _FORMER_ASKED.search(fold(question.text)):
        return found
    for denied in _find_denied(unit):
        kept = [one for one in found if not one.span.overlaps(denied)]
        if any(unit.span.covers(one.span) for one in kept):
            found = [_stand_for(one, denied) for one in kept]
    return found


def _stand_for(candidate: Candidate, denied: Span) -> Candidate:
    """Give the value right behind what is denied for it in the place of that, as near to the words around it."""
    behind = 0 <= candidate.span.start - denied.end <= _FAR and candidate.anchor is None
    return replace(candidate, anchor=Span(denied.start, candidate.span.end)) if behind else candidate


def _find_denied(unit: Unit) -> list[Span]:
    """Give what a sentence denies for something else; the marks in a number part no clause."""
    plain = _POINT.sub("_", unit.text)
    marks = (*_FIRST.finditer(plain), *_LAST.finditer(plain))
    return [Span(*mark.span("denied")).shift(unit.span.start) for mark in marks]

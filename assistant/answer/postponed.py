"""A moment that the text itself says has passed: "De brug zou in mei opengaan. De opening schuift op naar juni"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.words import write_date
from assistant.dutch import fold
from assistant.types import DateValue, ExtractKind

_WOULD = re.compile(
    r"\bzou(?:den)?\b|\b(?:aanvankelijk|oorspronkelijk|eerst) (?:gepland|voorzien)\b|\bwas (?:gepland|voorzien)\b"
)
"""What tells only what was planned."""
_FORMER_ASKED = re.compile(
    r"\b(?:zou|zouden|eerst|oorspronkelijk\w*|aanvankelijk\w*|gepland\w*|eerder|was|waren)\b"
)
_SHIFTS = re.compile(
    r"\b(?:schuift|schuiven|schoof|schoven|verschuift|verschoven|opgeschoven|uitgesteld|verplaatst|verzet|wordt (?:dat|het|nu)|is nu|"
    r"gaat nu|nu pas)\b[^.;:]{0,60}?\b(?P<to>naar|tot|in|op|pas)\b"
)
"""What tells that it became another moment, up to the words right before that."""
_SAME = re.compile(
    r"[\W_]*(?:(?:maar|intussen|inmiddels|nu|door [^,.]{1,60}|vanwege [^,.]{1,60}|wegens [^,.]{1,60}) )?(?:schuift |is |wordt |werd )?"
    r"(?:dat|dit|die|deze|het|hij|zij|ze|nu|(?:de|het) (?:nieuwe )?(?:opening|start|oplevering|bouw|invoering|aanleg|sluiting|verhuizing|"
    r"uitvoering|datum|planning|aanvang|ingebruikname|begin|einde))\b(?! van\b)"
)
"""How a sentence begins that goes on with the same thing."""
_SENTENCES = 2
"""Sentences behind the plan in which that may be told."""


def carry_to_new_moment(question: Question, units: Sequence[Unit]) -> None:
    """Give the first unit the moment to which one of the next sentences says that its own was put off."""
    if question.kind is not QuestionKind.MOMENT or not units or _FORMER_ASKED.search(fold(question.text)):
        return
    top = units[0]
    if top.short is None or top.items or not _WOULD.search(fold(top.text)):
        return
    reading, text = top.reading, top.reading.document.text
    behind = [span for span in reading.sentences(top.block) if span.start >= top.span.start]
    for span in behind[: _SENTENCES + 1]:
        if span.start > top.span.start and not _SAME.match(fold(span.of(text))):
            return
        shift = _SHIFTS.search(text, span.start, span.end)
        dates = reading.facts_in(span, ExtractKind.DATE) if shift else ()
        new = next((fact for fact in dates if shift and fact.span.start >= shift.start("to")), None)
        if new is not None and not new.span.overlaps(top.short):
            edtf = new.value.edtf if isinstance(new.value, DateValue) else None
            top.short = new.span
            top.short_text = (
                write_date(edtf) if edtf and len(edtf) in (7, 10) and edtf[0].isdecimal() else new.text
            )
            return

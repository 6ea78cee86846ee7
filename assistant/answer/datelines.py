"""The day of a letter or rule, with its place or "vastgesteld op": of the document itself, and of nothing that it tells.

"Lier, 3 maart 2031" answers when a letter was written or a rule was set, not when the bridge of which it speaks was opened.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.types import ExtractKind, Span

_PLACE = re.compile(
    r"\W{0,3}(?:s-)?[A-ZÀ-Þ][\w’'.-]*(?:[ -](?:(?:aan|de|den|der|het|van|op) ){0,2}[A-ZÀ-Þ’'][\w’'.-]*){0,3},? (?:de |den )?"
)
"""A place before a day: "'s-Hertogenbosch, ", "Alphen aan den Rijn, "."""
_OF_DOCUMENT = re.compile(
    r"\b(?:onder)?teken\w*|\b(?:onder)?getekend|\bvast(?:gesteld|stelling)|\bstelde .*\bvast|\bgedateerd|\bdagteken\w*|\b(?:ge)?publi\w+|"
    r"\b(?:ver)?(?:stuur|stuurde|zend|zond|zonden)\w*|\b(?:ge|ver)stuurd|\b(?:ge|ver)zonden|\bgeschreven|\bschreef|\buit(?:gebracht|gegeven|gave|gevaardigd)|"
    r"\bversch(?:een|enen)|\bbe(?:slo\w+|antwoord\w*|krachtigd)|\bgoedgekeurd|\bkeurde|\bin(?:gesteld|gegaan|getrokken)|\bwijzig\w*|\bgewijzigd|\bafgegeven|\bgenomen|\baangenomen|\bgegeven|\bafgekondigd|"
    r"\b\w*(?:brief|besluit|beschikking|circulaire|regeling|verordening|decreet|wet|nota|rapport|verslag|document|richtlijn|aanwijzing|vergunning|"
    r"convenant|overeenkomst|contract|verklaring|akkoord|stuk|tekst|plan|programma)\b",
    re.IGNORECASE,
)
"""What makes a question one for the day of a document or of a deed on paper."""


_SET = re.compile(
    r"\W{0,3}(?:(?:aldus|zo) )?(?:vastgesteld|besloten|(?:onder|ge)tekend|gegeven|gedaan|bekendgemaakt|gepubliceerd|uitgegeven|afgekondigd)\b"
    r"(?:[^.;:\d]{0,60} )?(?:op |van |d\.d\. ?|, ?)?",
    re.IGNORECASE,
)
"""What stands before the day on which a document itself was made: "Aldus vastgesteld in de vergadering van "."""
_LONGEST = 110
"""Characters of such a line."""


def tells_only_its_day(question: Question, unit: Unit) -> bool:
    """Tell whether a unit is no more than the day of a letter with its place, where when something else was is asked."""
    if question.kind is not QuestionKind.MOMENT or len(unit.text) > _LONGEST:
        return False
    days = unit.reading.facts_in(unit.span, ExtractKind.DATE)
    return any(_is_dateline(unit, day.span) for day in days) and not _OF_DOCUMENT.search(question.text)


def _is_dateline(unit: Unit, day: Span) -> bool:
    start, end = day.start - unit.span.start, day.end - unit.span.start
    return not any(map(str.isalnum, unit.text[end:])) and any(
        lead.fullmatch(unit.text, 0, max(0, start)) for lead in (_PLACE, _SET)
    )

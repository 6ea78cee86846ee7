"""Sentences that speak of what is asked and tell nothing of it: the source of a report, a paragraph without any reason.

"NOS, 1 maart, «Kritiek op besluit», https://..." does not tell whether the decision was taken back, and "Het veer stopt op
1 mei." does not tell why. They may hold a name, a number or a date that is asked for.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import BlockKind

_TOLD = frozenset(
    {
        QuestionKind.REASON,
        QuestionKind.MANNER,
        QuestionKind.PURPOSE,
        QuestionKind.STATUS,
        QuestionKind.YESNO,
    }
)
"""Kinds of question that only a statement answers."""
_SOURCE = re.compile(
    r"(?:^|[,;:.)\]»”’\"'] |[([])https?://[^\s<>]{1,500}$|^\W{0,3}\d{1,3} (?:https?://|www\.)"
)
"""A web address behind a mark, or a note that begins with one; behind "via" or "op" it tells where to go."""
_SAID = re.compile(r"^\W{0,3}\d{0,3} ?[^,]{2,40}, (?:d\.d\. )?\d{1,2} [a-z]{3,9} \d{4}, [«“‘\"]")
_REASON = re.compile(
    r"\b(?:omdat|doordat|want|vanwege|wegens|daarom|daardoor|hierdoor|waardoor|dus|zodat|om|opdat|teneinde|reden\w*|oorza\w+|"
    r"gezien|immers|namelijk|aangezien|gelet|gevolg\w*|door|dankzij|doel\w*|aanleiding|mede|op grond|voorkomen|belang\w*|ter|"
    r"ten behoeve|met het oog|voor|als|bij|uit|vermits|daar|nu|hiermee|daarmee|waarmee|zo|te|maar|echter|toch|noodza\w+|nodig|"
    r"dat|dit|deze|zodoende|vandaar|ertoe|creeer\w*|zorg(?:t|de|en)|help(?:t|en)|ma[ak]+(?:t|en|te)|levert|leidt|leidde|vraagt|vergt|kost(?:en)?|"
    r"veel|weinig|meer|minder|beter|geen|niet|nooit|alleen|slechts|tekort|hoog|laag|bood|biedt|vereist|verplicht|moe(?:t|st|ten)|wil(?:de|len)?|"
    r"kan|kon|kunnen)\b"
)
"""Words of which one stands nearly always where a reason is given, or where one may be read."""


def tells_nothing(question: Question, unit: Unit) -> bool:
    """Tell whether a unit is of a form that does not tell what is asked."""
    if question.kind in _TOLD and is_source(unit.text):
        return True
    return question.kind is QuestionKind.REASON and _gives_no_reason(unit)


def is_source(text: str) -> bool:
    """Tell whether a text names where something stood: a newspaper with a date and a title, a web address."""
    plain = text.rstrip(" .,;)]>\n")
    return _SOURCE.search(plain) is not None or _SAID.match(plain) is not None


def _gives_no_reason(unit: Unit) -> bool:
    """Tell whether there is no short answer and the block of a unit has no word that could introduce a reason.

    Behind a question the answer may stand.
    """
    if unit.short is not None or unit.items or unit.text.rstrip().endswith("?"):
        return False
    if unit.reading.blocks[unit.block].kind in (BlockKind.ROW, BlockKind.HEADING):
        return False
    return not any(_REASON.search(fold(text)) for text in (unit.text, unit.reading.text_of(unit.block)))

"""By how much something grew, fell or differs: only a value that says so is a short answer, never the new total.

"Er kwamen 300 boeken bij", "31.000 meer dan verwacht" and the whole of "van 1.500 naar 2.900" say so; "2.900 leden" does not.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.timedvalues import CHANGE, read_values
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.types import BlockKind, Span

_KINDS = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE})
_ASKED = re.compile(
    r"\b(?:kwam|kwamen|komt|komen|krijgt|krijgen|kreeg|kregen)\b.* erbij\b|"
    r"\berbij (?:ge)?(?:komen|kwamen|krijgen|kregen|bouwd|plaatst)\b|\b(?:bijgekomen|bijgebouwd|bijgekregen|toegevoegd)\b|"
    r"\b(?:kwam|kwamen|komen|komt|krijgt|kregen|kreeg)\b.* bij[ ?.]*$|"
    r"\b(?:gegroeid|gestegen|gedaald|toegenomen|afgenomen|gekrompen|verhoogd|verlaagd)[ ?.]*$|"
    r"\bmet hoeveel\b.*\b(?:verhogen|verlagen|stijgen|dalen|groeien|toenemen|afnemen|verminderen|vergroten|verkleinen|verhoogt|verlaagt|stijgt|"
    r"daalt|groeit|omhoog|omlaag)\b|"
    r"\bhoeveel (?:[\w-]+ )?(?:meer|minder)\b.*\bdan\b|\b(?:meer|minder) dan (?:verwacht|begroot|gepland|voorzien|gedacht|geraamd|gehoopt)\b",
    re.IGNORECASE,
)
_TOTAL_ASKED = re.compile(
    r"\b(?:tot|naar|van|op) hoeveel\b|\bhoe hoog\b|\bin totaal\b|\bhoeveel .*\b(?:heeft|hebben|telt|tellen) .* nu\b",
    re.IGNORECASE,
)
_SAYS_CHANGE = re.compile(
    r"\b(?:erbij|bij(?=$|[ ]*[.,;:)])|bijgekomen|bijkomende?|bijgebouwd|bijgekregen|nieuwe?|extra|aanvullende?|toegevoegd|toevoeg\w*|"
    r"uitbreid\w*|uitgebreid|(?:meer|minder)(?! dan (?:€ ?)?\d)|"
    r"(?:hoger|lager)(?! onderwijs| beroeps)|toename|afname|stijging|daling|groei\w*|krimp\w*|besparing|overschrijding|"
    r"st(?:eeg|egen|ijgt|ijgen|ijgend)|daal\w*|dalen|"
    r"(?:nam|namen|neemt|nemen)(?= (?:.* )?(?:toe|af)\b)|\w*verhog\w*|verhoog\w*|\w*verlag\w*|verlaag\w*|"
    r"verminder\w*|vermindering|reduc\w*|reductie|"
    r"(?:gegroeid|gestegen|gedaald|toegenomen|afgenomen|verhoogd|verlaagd))\b",
    re.IGNORECASE,
)
"""Words in the clause of a value that make it one of change."""
_TO = re.compile(
    r"\b(?:naar|tot(?: wel)?|op|tegen|uit op) (?:ruim |circa |ongeveer |bijna |zo'n |€ ?)?$", re.IGNORECASE
)
"""What stands before a value that something came to."""
_BY = re.compile(
    r"\bmet (?:(?:ruim|circa|ongeveer|bijna|minstens|minimaal|maximaal|nog eens|zo'n|ten minste|telkens|meer dan|€) ?)?$",
    re.IGNORECASE,
)
"""What stands before a value by which something changed."""
_FIGURE = re.compile(r"\d")
_MARK = re.compile(r"[;:()]|,(?!\d)|\.(?!\d)|\b(?:en|maar|terwijl|waarvan)\b")
_STEM = 4
"""Letters by which the counted noun is known."""
_FROM = re.compile(r"\bvan (?:ruim |circa |ongeveer |bijna |zo'n |€ ?)?$", re.IGNORECASE)


def asks_change(question: Question) -> bool:
    """Tell whether a question asks by how much something grew, fell or differs from what was meant."""
    text = question.text
    return question.kind in _KINDS and bool(_ASKED.search(text)) and not _TOTAL_ASKED.search(text)


def settle_change(question: Question, unit: Unit) -> bool:
    """Tell whether the short answer of a unit is one of change, made whole where it is what something came to: "van 1.500 naar 2.900"."""
    if unit.short is None or unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return unit.short is not None and _says_change(unit, unit.short)
    values = read_values(unit.text)
    own = [value for value in values if value.span.shift(unit.span.start).overlaps(unit.short)]
    origin = next((value for value in values if value.origin), None)
    if origin is not None and own and own[-1].paired:
        start = _FROM.search(unit.text, 0, origin.span.start)
        behind = values[min(len(values) - 1, values.index(origin) + 1)]
        noun = re.compile(
            rf" (?:miljoen |miljard )?(?:{re.escape((question.asked or '-')[:_STEM])}[\w-]*|euro)",
            re.IGNORECASE,
        )
        named = noun.match(unit.text, behind.span.end)
        end = max(named.end() if named else behind.span.end, unit.short.end - unit.span.start)
        unit.short = Span(start.start() if start else origin.span.start, end).shift(unit.span.start)
        unit.short_text = unit.short.of(unit.reading.document.text)
        return True
    return any(CHANGE in value.eras for value in own) or _says_change(unit, unit.short)


def _says_change(unit: Unit, short: Span) -> bool:
    """Tell whether the clause of a short answer speaks of change, and the answer is not what it came to."""
    start, end = short.start - unit.span.start, short.end - unit.span.start
    figure = _FIGURE.search(unit.text, max(0, start), end)
    if _TO.search(unit.text, 0, figure.start() if figure else max(0, start)):
        return False
    if _BY.search(unit.text, 0, figure.start() if figure else max(0, start)):
        return True
    begin = max((found.end() for found in _MARK.finditer(unit.text, 0, max(0, start))), default=0)
    mark = _MARK.search(unit.text, end)
    return _SAYS_CHANGE.search(unit.text[begin : mark.start() if mark else len(unit.text)]) is not None

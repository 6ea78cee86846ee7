"""Whom a sentence is about that begins with "De gemeente", "Het bedrijf", "Hij": the name in the sentence before it.

What stands further off is about others: after "Mol trad toe. De gemeente telt 38.000 inwoners" nothing is said of Geel, though
Geel is named three paragraphs on.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.timedvalues import read_values
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.names import Name, find_names
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.dutch.verbs import find_infinitive
from assistant.types import Span

_BODY = re.compile(
    r"[‘’“”'\"]?(?:De|Deze|Die|Het|Dit|Dat) (?:gemeente|stad|provincie|dorp|regio|bedrijf|onderneming|firma|stichting|vereniging|school|"
    r"universiteit|hogeschool|ziekenhuis|organisatie|instelling|museum|bank|coöperatie|club|instituut)\b"
    r"(?! (?:van |[A-ZÀ-Þ]))"
)
_PERSON = re.compile(r"(?:Hij|Zij|Ze)\b")
"""Beginnings of a sentence that stand for a body or a person without the name."""
_BACK = 3
"""Sentences looked back over that begin so themselves."""
_HELD = 0.3
_FIGURES = frozenset({QuestionKind.COUNT, QuestionKind.AMOUNT, QuestionKind.SHARE})
"""Kinds of question in which the name behind the verb is what the verb is said of."""


def is_of_another(unit: Unit, matcher: Matcher, place: int) -> bool:
    """Tell whether a unit speaks of another name than that of a term: one it begins with another word for.

    The term is not the other name, and stands neither in the paragraph nor in the headings and the title above it.
    """
    if unit.items or _find_bearer(unit) is None:
        return False
    reading = unit.reading
    texts = (
        reading.text_of(unit.block),
        reading.document.title,
        *map(reading.text_of, reading.parents[unit.block]),
    )
    return all(matcher.strengths(text)[place] < _HELD for text in texts)


def tells_of_other(question: Question, unit: Unit, matcher: Matcher, place: int) -> bool:
    """Tell whether a unit says of another name what is asked of that of a term: "Mol telt ..." for "Hoeveel ... telt Geel?".

    Where the term stands in it too, it is only meant beside the one value before it: "..., Geel meegerekend".
    """
    if question.kind not in _FIGURES:
        return False  # "Wie verving Jan Smit?" is answered by "Karin Vos verving hem"
    asked = _ASKED_OF.search(question.text)
    said = _SAID_OF.match(unit.text)
    if asked is None or said is None or unit.items:
        return False
    verb = find_infinitive(fold(asked["verb"]))
    if verb is None or verb != find_infinitive(fold(said["verb"])):
        return False
    names = find_names(unit.reading, unit.span)
    if not names or names[0].span.start != said.start("name") or fold(said["name"]) in fold(asked["name"]):
        return False
    is_asked = matcher.strengths(asked["name"])[place] >= _HELD > matcher.strengths(said["name"])[place]
    return is_asked and _is_beside(unit, matcher.match(unit.text)[place])


def _is_beside(unit: Unit, found: tuple[float, int]) -> bool:
    """Tell whether a name does not stand in a unit, or behind the only value of it."""
    strength, start = found
    values = read_values(unit.text)
    return strength < _HELD or (len(values) == 1 and values[0].span.end <= start)


_NAME = r"[A-ZÀ-Þ][\w’'.&-]+(?: (?:(?:van|de|den|der|het|aan|op) ){0,2}[A-ZÀ-Þ][\w’'.&-]+){0,4}"
_ASKED_OF = re.compile(
    rf"\b(?P<verb>[a-z]{{2,}}) (?:de |het )?(?:(?:gemeente|stad|provincie) )?(?P<name>{_NAME})\s*\?*\s*$"
)
_SAID_OF = re.compile(
    rf"(?:(?:De |Het )?(?:[Gg]emeente|[Ss]tad|[Pp]rovincie) )?(?P<name>{_NAME}) (?P<verb>[a-z]{{2,}})\b"
)
"""A question that ends in whom it is about, behind its verb, and a sentence that begins with that."""


def _find_bearer(unit: Unit) -> Name | None:
    """Give the name that the first words of a unit stand for; None where they stand for none, or nothing tells which."""
    person = bool(_PERSON.match(unit.text))
    if not person and not _BODY.match(unit.text):
        return None
    reading = unit.reading
    text = reading.document.text
    spans = reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), 0)
    for span in reversed(spans[max(0, place - _BACK) : place]):
        words = span.of(text)
        if not _PERSON.match(words) and not _BODY.match(words):
            return _first_name(unit, span, person=person)
    above = reading.parents[unit.block]
    return _first_name(unit, reading.blocks[above[-1]].span, person=person) if above and not place else None


def _first_name(unit: Unit, span: Span, *, person: bool) -> Name | None:
    """Give the person in a sentence, or the body that it begins with."""
    names = find_names(unit.reading, span)
    if person:
        return next((name for name in names if name.kind == "person"), None)
    first = next(iter(names), None)
    return first if first is not None and first.kind != "person" and first.span.start <= _ARTICLE else None


_ARTICLE = len("Gemeente ")
"""Letters that may stand before the name that a sentence begins with."""

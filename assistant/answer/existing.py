"""Questions for what there is of something ("welke fieldlabs zijn er"): nothing but the noun tells what a list is of.

In "welke partners bouwen de brug" the bridge shows that a list answers. Here every sentence with the noun holds all of
the question, and a list in it is only an answer where it is one of these things.
"""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold, tokenize
from assistant.dutch.verbs import find_infinitive, is_infinitive

_EXISTING = re.compile(
    r"(?:welke|wat voor) (?:[\w-]+ ){1,3}(?:zijn|waren|bestaan|bestonden) er(?: (?:allemaal|nu|al|zoal|ook|hier|momenteel))*"
    r"(?: (?:in|op|bij|binnen|van|voor) [\w'’-]++(?: [\w'’-]++){0,3})?\W*",
    re.IGNORECASE,
)
_NAMING = frozenset(("zijn", "heten", "vormen", "noemen", "betreffen", "weten", "bestaan"))
"""Verbs that may stand between a noun and the things that it names ("te weten")."""
_CLAUSE = re.compile(r"\b(?:zonder|door|die|dat|waar(?!onder\b)\w*)\b", re.IGNORECASE)
_FAR = 80
"""Characters within which a noun introduces what follows."""


def asks_existing(question: Question) -> bool:
    """Tell whether a question asks only what there is of something."""
    last = question.words[-1].text if question.words else ""
    return (
        question.asked is not None
        and _EXISTING.fullmatch(question.text) is not None
        and (last[:1].isupper() or find_infinitive(fold(last)) in (None, "zijn"))
    )


def lists_existing(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether the short answer of a unit is of what is asked: introduced by the noun, or named with it."""
    if question.asked is None or unit.short is None:
        return False
    asked = stem_of(question.asked)
    if any(same_noun(asked, token.text, matcher) for token in tokenize(unit.short_text or "")):
        return True
    text, reading = unit.reading.document.text, unit.reading
    lead = text[min(unit.span.start, unit.short.start) : unit.short.start]
    nouns = [token.span.end for token in tokenize(lead) if same_noun(asked, token.text, matcher)]
    if nouns and len(between := lead[nouns[-1] :]) <= _FAR and not _tells_more(between):
        return True
    above = [reading.text_of(place) for place in reading.parents[unit.block][-1:]]
    return bool(unit.items) and any(
        same_noun(asked, token.text, matcher) for text in above for token in tokenize(text)
    )


def _tells_more(between: str) -> bool:
    """Tell whether a verb or a clause between a noun and a list makes it one of something else.

    "Een proeftuin versterkt de band van A en B", "is een plek waar A en B leren".
    """
    if between.rstrip().endswith(":"):
        return False
    if _CLAUSE.search(between):
        return True
    words = [fold(token.text) for token in tokenize(between)]
    verbs = (word if is_infinitive(word) else find_infinitive(word) for word in words)
    return any(verb is not None and verb not in _NAMING for verb in verbs)

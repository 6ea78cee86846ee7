"""Questions for the condition on which something is so: "Wanneer is een vergunning nodig", which no day answers.

A sentence that names no condition is no answer to one: "Beschouw het plan dan als groot" does not tell when it is.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold

_ASKED = re.compile(
    r"^wanneer (?:is|wordt|krijgt|heet) (?:een|iets|iemand)\b|"
    r"^wanneer (?:ben|bent|is|heb|hebt|krijg|krijgt|word|wordt|val|valt|moet|dient|moeten|hoort) (?:je|u|men|ik|we)\b"
)
_NAMED = re.compile(
    r"\b(?:als (?:je|u|men|er|het|de|een|deze|dit|ze|zij|hij|iemand|jouw|uw)|indien|wanneer|mits|tenzij|"
    r"zodra|voor zover|voorzover|alleen (?:als|bij|in)|in het geval|"
    r"in gevallen|ingeval|bij twijfel|alvorens|voordat|nadat|zolang|behalve|onder de voorwaarde)\b(?P<clause>[^,;:.]*)|"
    r"\b(?:in|bij) (?:deze|de volgende|een van de volgende|alle) (?:situaties|gevallen|omstandigheden)\b|\bvoorwaarden?\b|\bdaarvoor nodig\b"
)
_ITSELF = 0.7
"""The share of the question that a condition may hold at most: the one who asks it knows that already."""


@lru_cache(maxsize=256)
def asks_condition(question: Question) -> bool:
    """Tell whether a question asks on what condition something is so, and no day."""
    return question.kind is QuestionKind.TOPIC and _ASKED.search(fold(question.text)) is not None


def asks_when_allowed(question: Question) -> bool:
    """Tell whether a question for when something is so, or may be done, asks no day: a sentence tells it, no part of one."""
    return question.kind is QuestionKind.TOPIC and fold(question.text).startswith(
        ("wanneer ", "in welk geval", "in welke gevallen")
    )


def lacks_condition(question: Question, unit: Unit, matcher: Matcher) -> bool:
    """Tell whether a condition is asked, and a unit names none but what the question itself names."""
    if not asks_condition(question):
        return False
    sentences = _SENTENCE.split(fold(unit.text))
    return not any(_tells(question, sentence, matcher) for sentence in sentences)


_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=\w)")
_HELD = 0.5
"""The share of the question that a sentence must hold to tell its condition."""


def _tells(question: Question, sentence: str, matcher: Matcher) -> bool:
    """Tell whether a sentence says of what is asked that it is so, and on what condition."""
    if not _says_so(question, sentence) or matcher.coverage(matcher.strengths(sentence)) < _HELD:
        return False
    return any(
        not found["clause"] or matcher.coverage(matcher.strengths(found["clause"])) < _ITSELF
        for found in _NAMED.finditer(sentence)
    )


_MUST = re.compile(r"^wanneer (?:moet|moeten|dient|hoort)\b")
_OBLIGED = re.compile(
    r"\b(?:moet|moeten|dient|dienen|verplicht|nodig|vereist|noodzakelijk|hoeft|hoeven|aanbevolen|gewenst)\b"
)
_IS = r"(?:ben|bent|is|zijn|word|wordt|worden|gel(?:dt|den)|heet|heten|heb|hebt|heeft|hebben|krijg|krijgt|krijgen|valt|vallen|beschouwd)"
_STEM = 3
"""Letters at the end of a word that its other forms may lack."""


def _says_so(question: Question, text: str) -> bool:
    """Tell whether a sentence says of something that it is or must be what is asked, and does not only name it."""
    plain = fold(question.text).rstrip(" ?.!")
    if _MUST.match(plain):
        return _OBLIGED.search(text) is not None
    last = plain.rsplit(" ", 1)[-1]
    said = re.escape(last[: max(4, len(last) - _STEM)])
    return re.search(rf"\b{_IS}\b[^.;]{{0,60}}\b{said}|\b{said}\w* {_IS}\b", text) is not None

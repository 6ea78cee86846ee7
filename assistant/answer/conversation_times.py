"""Follow-ups that say when: "En in 2021?", "En het jaar daarvoor?", "En de tweede?"."""

from __future__ import annotations

import re

from assistant.answer.conversation_phrases import Phrase, find_phrases, is_time

_BEFORE = re.compile(r"^(?:daarvoor|ervoor|vroeger|eerder)$", re.IGNORECASE)
_SHIFTED = re.compile(
    r"^(?:(?:in )?(?:een|het) jaar (?P<shift>daarvoor|ervoor|eerder|daarna|erna|later)|(?:in )?(?P<one>vorig|volgend) jaar|(?P<after>daarna|erna))$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_ORDINAL = re.compile(r"\b(?:eerste|tweede|derde|vierde|vijfde|zesde|laatste)\b", re.IGNORECASE)


def tells_time(text: str) -> bool:
    """Tell whether a fragment says when by a word for before or after: "daarvoor", "een jaar later"."""
    return bool(_BEFORE.match(text) or _SHIFTED.match(text))


def shifts_year(text: str) -> bool:
    """Tell whether a fragment counts on from a year that was named: "het jaar daarvoor"."""
    return _SHIFTED.match(text) is not None


def names_year(question: str) -> bool:
    """Tell whether a question names a year."""
    return _YEAR.search(question) is not None


def fill_time(text: str, question: str) -> str | None:
    """Give a question with another time in its place; None for what is no time."""
    years = list(_YEAR.finditer(question))
    shifted = _SHIFTED.match(text)
    if shifted and years:
        back = (shifted["shift"] or "").lower() in ("daarvoor", "ervoor", "eerder") or shifted[
            "one"
        ] == "vorig"
        year = int(years[-1].group()) + (-1 if back else 1)
        return f"{question[: years[-1].start()]}{year}{question[years[-1].end() :]}"
    if (_BEFORE.match(text) or shifted) and not years:
        return f"{question} {text}"
    if _BEFORE.match(text):
        phrase = next(
            (item for item in find_phrases(question) if item.start <= years[-1].start() < item.end), None
        )
        start = phrase.start if phrase else years[-1].start()
        return f"{question[:start]}vóór {years[-1].group()}{question[years[-1].end() :]}"
    bare = re.sub(r"^(?:in|op|sinds|tot|vanaf|voor|na|tijdens|over) ", "", text, flags=re.IGNORECASE)
    ordinal = _ORDINAL.search(text)
    few = len(text.split()) <= 4 and (is_time(bare) or len(bare.split()) <= 2)
    if few and ordinal and (other := _ORDINAL.search(question)):
        return question[: other.start()] + ordinal.group() + question[other.end() :]
    if not is_time(bare):
        return None
    if years and _YEAR.fullmatch(bare):
        return question[: years[-1].start()] + bare + question[years[-1].end() :]
    times = find_times(question)
    said = text if bare != text else f"in {text}"
    if times:
        return question[: times[-1].start] + said + question[times[-1].end :]
    return f"{question} {said}"


def find_times(question: str) -> list[Phrase]:
    """Give the phrases of a question that are a moment or a period."""
    return [item for item in find_phrases(question) if is_time(question[item.inner : item.end])]


def without_time(question: str) -> str:
    """Give a question without its moments and periods."""
    for item in reversed(find_times(question)):
        question = " ".join(f"{question[: item.start]}{question[item.end :]}".split())
    return question

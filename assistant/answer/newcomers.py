"""What was added or dropped: things that were there already are no answer to "welke landen zijn toegevoegd?".

"Genk en Mol worden toegevoegd aan de al bestaande steden (Lier en Ede)" adds two towns, not four.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.finders.which import join_items
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.dutch import fold
from assistant.types import Span

_KINDS = frozenset(
    {
        QuestionKind.LIST,
        QuestionKind.PLACE,
        QuestionKind.ORGANISATION,
        QuestionKind.PERSON,
        QuestionKind.NAME,
    }
)
_WHICH = r"^(?:en |maar )?(?:(?:noem|geef)\b.*?|(?:aan|bij|in|met|van) )?(?:welke?|wie|wat)\b"
_ADDED = re.compile(
    rf"{_WHICH}.*\b(?:toegevoegd|bijgekomen|erbij (?:ge)?k\w+|bijgevoegd|toegetreden|nieuwe?)\b|{_WHICH}.*\bkwam(?:en)? er(?: \w+)* bij$"
)
_JOINED = re.compile(
    rf"{_WHICH}.*\b(?:toegevoegd|bijgekomen|erbij (?:ge)?k\w+|bijgevoegd|toegetreden|nieuw)\b"
)
_DROPPED = re.compile(
    rf"{_WHICH}.*\b(?:geschrapt|vervallen|afgevallen|weggevallen|verdwenen|afgeschaft|opgeheven|beeindigd|stopgezet)\b"
)
_TELLS_ADDED = re.compile(
    r"toegevoeg|toevoeg|voegt?\b.*\btoe\b|voegden\b.*\btoe\b|bijgekomen|\bbij\b[.,;)]|\berbij\b|\bbij te\b|\bnieuw|uitgebreid|uitbreid|toegetreden|"
    r"\btra?ed(?:en|t)? .*\btoe\b|aansl\w+|\bsluiten?\b.*\baan\b|\bsloot\b.*\baan\b|"
    r"\bsloten\b.*\baan\b|aangesloten|\bextra\b|\baanvull|\bvoortaan\b|\bbreiden?\b.*\buit\b"
)
_TELLS_DROPPED = re.compile(
    r"schrap|verval|viel(?:en)?\b|afgevallen|weggevallen|verdw[ei]+n|afgeschaft|schaft?\b|"
    r"opgeheven|heft\b|beeindig|stopgezet|stopt\b|stoppen|gestopt|niet meer\b|niet langer|eindig"
)
"""Words of a sentence or heading that tell of something added, or dropped."""
_NAMES = r"[A-ZÀ-Þ][\w’'-]*(?: [A-ZÀ-Þ][\w’'-]*)*"
_KNOWN = re.compile(
    r"\b(?:(?:al|reeds|eerder) )?(?:bestaande|eerdere|huidige|oorspronkelijke|vorige) [\w-]+(?: (?:in|uit|van) [\w-]+)?"
    rf"(?: ?\([^)]*\)|: [^.;]*|,? (?:te weten|namelijk|zoals) [^.;]*| {_NAMES}(?:(?:, | en ){_NAMES})*)?|"
    rf"\b(?:[Nn]aast|[Bb]ehalve|[Bb]ovenop|[Ii]n aanvulling op|toegevoegd aan) (?:(?:de|het) )?(?:[\w-]+ )?{_NAMES}(?:(?:, | en ){_NAMES})*|"
    r"\b(?:waren|deden|bestonden|zijn|doen) (?:er )?(?:al|reeds)\b[^,.;]*|"
    r"(?:(?<=[,.;:])|^)[^,.;:]{0,200}\b(?:waren|deden|bestonden) (?:er )?(?:al|reeds)\b"
)
"""Words for what was there already."""
_BETWEEN = re.compile(r"; | en (?=[^;]*$)|, ")
_LENT = 0.75
"""How strongly another word for a change holds the one that is asked."""
_LED = re.compile(rf"(?:de|het|een) [a-zà-ÿ-]+ (?P<name>{_NAMES})$")
"""A name with the end of a phrase before it."""
_LOOK, _NEAR_BEST, _FIT = 25, 2.0, 0.3
"""Units in which a sentence on what was added is looked for, how far below the first one it may score, its least fit."""


@lru_cache(maxsize=256)
def asks_change_of(question: Question) -> re.Pattern[str] | None:
    """Give the words that a sentence on what was added, or dropped, has; None where neither is asked."""
    plain = fold(question.text).rstrip(" ?.")
    if question.kind not in _KINDS:
        return None
    if _DROPPED.search(plain):
        return _TELLS_DROPPED
    return _TELLS_ADDED if _JOINED.search(plain) else None


def raise_changed(question: Question, units: Sequence[Unit], matcher: Matcher) -> None:
    """Let each sentence that tells of the change hold the word of the question for it: "erbij gekomen" for "toegevoegd"."""
    telling = asks_change_of(question)
    if telling is None:
        return
    places = [place for place, term in enumerate(matcher.terms) if telling.search(fold(term.text))]
    for unit in units:
        if telling.search(fold(unit.text)):
            for strengths in (unit.local, unit.close, unit.context, unit.wide):
                for place in places:
                    strengths[place] = max(strengths[place], _LENT)


def mark_unchanged(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the word for the change that is asked, where it tells of none."""
    telling = asks_change_of(question)
    if telling is None:
        return
    said = telling.search(fold(question.text))
    word = next(
        (token.text for token in question.words if said and fold(token.text).startswith(said.group()[:5])), ""
    )
    for unit in units:
        if word and not tells_change(telling, unit):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, word)))


def prefer_changed(question: Question, units: list[Unit]) -> None:
    """Put first the best sentence that tells of something added or dropped, where that is asked and the first does not."""
    telling = asks_change_of(question)
    if not units or telling is None or tells_change(telling, units[0]):
        return
    top = units[0]
    for unit in units[1:_LOOK]:
        if unit.score < top.score - _NEAR_BEST:
            return
        if not unit.lacks and unit.fit >= _FIT and tells_change(telling, unit):
            unit.score = top.score
            units.remove(unit)
            units.insert(0, unit)
            return


def tells_change(telling: re.Pattern[str], unit: Unit) -> bool:
    """Tell whether a unit or a heading above it tells of something added or dropped."""
    above = map(unit.reading.text_of, unit.reading.parents[unit.block])
    return any(telling.search(fold(text)) for text in (unit.text, *above))


def is_unchanged(question: Question, unit: Unit, short: Span) -> bool:
    """Tell whether a short answer is of what was there already, or nothing is said of a change that is asked."""
    telling = asks_change_of(question)
    return is_known(question, unit, short) or (telling is not None and not tells_change(telling, unit))


@lru_cache(maxsize=256)
def asks_added(question: Question) -> bool:
    """Tell whether a question asks what was added or is new."""
    return question.kind in _KINDS and _ADDED.search(fold(question.text).rstrip(" ?.")) is not None


def keep_added(question: Question, unit: Unit, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """Give candidates without what was there already, where what was added is asked."""
    return _leave_known(question, unit, candidates) if asks_added(question) else candidates


def _leave_known(question: Question, unit: Unit, candidates: Iterable[Candidate]) -> Iterator[Candidate]:
    known = _find_known(unit)
    for candidate in candidates:
        if question.kind is QuestionKind.LIST and not unit.items:
            yield from _without(candidate, unit, known)
        elif not any(span.overlaps(candidate.span) for span in known):
            yield candidate


def is_known(question: Question, unit: Unit, short: Span) -> bool:
    """Tell whether a short answer holds what was there already, where what was added is asked."""
    return asks_added(question) and any(span.overlaps(short) for span in _find_known(unit))


def _without(candidate: Candidate, unit: Unit, known: list[Span]) -> Iterator[Candidate]:
    """Give the items of a candidate that were not there already, as one candidate."""
    told = candidate.text or candidate.span.of(unit.reading.document.text)
    places = []
    for item in filter(None, _BETWEEN.split(told)):
        start = unit.text.find(item)
        if start < 0:
            yield candidate
            return
        places.append(Span(start, start + len(item)).shift(unit.span.start))
    text = unit.reading.document.text
    kept = [place for place in places if not any(span.overlaps(place) for span in known)]
    if kept and all(place.of(text)[0].isupper() for place in kept[1:]):
        led = _LED.match(kept[0].of(text))  # "in 2031 konden | in de zomer Lier en Genk"
        kept[0] = Span(kept[0].end - len(led["name"]), kept[0].end) if led else kept[0]
    if kept == places:
        yield candidate
    elif kept:
        yield Candidate(
            Span(kept[0].start, kept[-1].end), candidate.fit, join_items([place.of(text) for place in kept])
        )


def _find_known(unit: Unit) -> list[Span]:
    """Give the stretches of a unit for what was there already."""
    return [Span(*found.span()).shift(unit.span.start) for found in _KNOWN.finditer(unit.text)]

"""What is measured of a stretch of a sentence as the short answer to a question: names with values, for `choosing.py`.

In the manner of the logistic model of Rajpurkar et al. 2016 (SQuAD, section 4.2): the words around it and at its
edges, what it shares with the question, how near the words of the question stand, what it is, each by itself and by
the sort of question.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from assistant.answer.asking import Slot
from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import same_noun, stem_of
from assistant.answer.matching import Matcher
from assistant.answer.names import find_names
from assistant.answer.predicates import VERB as ASKED_VERB
from assistant.answer.spans import (
    AND,
    ARTICLE,
    COPULA,
    DONE,
    EITHER,
    HELP,
    LINK,
    NAME,
    NUMBER,
    PREPOSITION,
    SMALL,
    VERB,
    WORD,
    Cut,
    cut_words,
)
from assistant.types import Span

Feature = tuple[str, float]
HELD = 0.6
"""The strength at which a word counts as one of the question."""
_NEAR = 6.0
"""Words over which nearness falls to 1/e."""
_CONTENT = frozenset((WORD, NAME, NUMBER, DONE, EITHER, VERB))
_SMALL_PARTS = frozenset((PREPOSITION, ARTICLE, AND, LINK, COPULA, HELP, SMALL))


@dataclass(slots=True)
class View:
    """A sentence beside a question: per word how well it is held, per term where; what is known of its stretches."""

    cut: Cut
    held: list[float]
    places: list[list[int]]
    weights: list[float]
    verbs: list[int]
    nouns: list[bool]
    facts: list[tuple[int, int, str]] = field(default_factory=list)
    found: tuple[int, int] | None = None
    fit: float = 0.0


def view_sentence(slot: Slot, unit: Unit, matcher: Matcher, span: Span) -> View:
    """Give what is known of the words of a sentence of the unit beside the question."""
    cut = cut_words(span.of(unit.reading.document.text))
    count = len(cut.words)
    held = [0.0] * count
    places: list[list[int]] = [[] for _ in matcher.terms]
    verbs: list[int] = []
    for start, _, worth in matcher.held_words(cut.text):
        word = bisect_right(cut.starts, start) - 1
        if word < 0 or start >= cut.ends[word]:
            continue
        for term, strength in worth:
            held[word] = max(held[word], strength)
            if strength >= HELD:
                places[term].append(word)
                if matcher.terms[term].part == ASKED_VERB:
                    verbs.append(word)
    noun = stem_of(slot.noun) if slot.noun else ""
    nouns = [
        bool(noun) and part in (WORD, NAME, EITHER) and same_noun(noun, word, matcher)
        for word, part in zip(cut.words, cut.parts, strict=True)
    ]
    view = View(cut, held, places, [term.weight for term in matcher.terms], verbs, nouns)
    base = span.start
    for fact in unit.reading.facts_in(span):
        view.facts.append((*_words_in(cut, fact.span.shift(-base)), fact.kind.value))
    for name in find_names(unit.reading, span):
        view.facts.append((*_words_in(cut, name.span), f"name {name.kind}"))
    if unit.short is not None and span.covers(unit.short):
        view.found, view.fit = _words_in(cut, unit.short.shift(-base)), unit.fit
    return view


def _words_in(cut: Cut, span: Span) -> tuple[int, int]:
    """Give the first and last word (half-open) of a stretch of the text."""
    return max(0, bisect_right(cut.starts, span.start) - 1), bisect_right(
        cut.starts, max(span.start, span.end - 1)
    )


def read_span(slot: Slot, view: View, first: int, last: int) -> Iterator[Feature]:
    """Yield the features of the words from `first` up to `last`, by name, with a value of 1 where none is told."""
    cut = view.cut
    parts = cut.parts[first:last]
    before = _mark(cut, first - 1, cut.gaps[first])
    after = _mark(cut, last, cut.gaps[last])
    yield f"before {before}", 1.0
    yield f"after {after}", 1.0
    yield f"begins {parts[0]}", 1.0
    yield f"ends {parts[-1]}", 1.0
    yield from _edges(cut, first, last)
    yield from _of_question(slot, view, first, last)
    yield from _around(view, first, last)
    yield from _in_sentence(view, first, last)
    yield from _known(view, first, last)


def _mark(cut: Cut, place: int, gap: str) -> str:
    """Give what stands beside a stretch: the edge, a mark, or the part of the word."""
    sign = gap.strip()
    if place < 0 or place >= len(cut.words):
        return "edge"
    if sign:
        return f"sign {sign[:1]}"
    return cut.parts[place]


def _edges(cut: Cut, first: int, last: int) -> Iterator[Feature]:
    """Yield what is cut off at the edges: a name, an enumeration, a bracket."""
    parts, gaps = cut.parts, cut.gaps
    if first and parts[first - 1] == parts[first] == NAME and not gaps[first].strip():
        yield "cuts name before", 1.0
    if last < len(parts) and parts[last - 1] == parts[last] == NAME and not gaps[last].strip():
        yield "cuts name after", 1.0
    if first and parts[first - 1] == AND:
        yield "and before", 1.0
    if last < len(parts) and parts[last] == AND and not gaps[last].strip():
        yield "and after", 1.0
    inside = cut.text[cut.starts[first] : cut.ends[last - 1]]
    if inside.count("(") != inside.count(")"):
        yield "bracket", 1.0
    if "(" in gaps[first] and ")" in gaps[last]:
        yield "in brackets", 1.0
    if gaps[first].strip()[-1:] in ("“", "‘", "„", '"', "'", "«") and gaps[last].strip()[:1] in (
        "”",
        "’",
        '"',
        "'",
        "»",
    ):
        yield "in quotes", 1.0


def _of_question(slot: Slot, view: View, first: int, last: int) -> Iterator[Feature]:
    """Yield how the stretch answers to the words of the question."""
    cut, head = view.cut, _head(view.cut, first, last)
    content = [place for place in range(first, last) if cut.parts[place] in _CONTENT]
    share = sum(view.held[place] >= HELD for place in content) / len(content) if content else 0.0
    yield "repeats", share
    if not content:
        yield "empty", 1.0
    elif share > 0.99:
        yield "repeats all", 1.0
    if view.held[head] >= HELD:
        yield "head repeats", 1.0
    if last - 1 != head and view.held[last - 1] >= HELD:
        yield "last repeats", 1.0
    if slot.preposition:
        yield _preposition(slot.preposition, cut, first), 1.0
    if slot.noun:
        yield from _of_noun(view, head, first, last)
    if slot.plural and AND in cut.parts[first:last]:
        yield "several for plural", 1.0


def _preposition(asked: str, cut: Cut, first: int) -> str:
    """Tell how the preposition of the question goes with the one at the beginning or before it."""
    if cut.parts[first] == PREPOSITION:
        return "preposition own" if cut.words[first] == asked else "other preposition"
    place = first - 1 if first and cut.parts[first - 1] != ARTICLE else first - 2
    if place < 0 or cut.parts[place] != PREPOSITION:
        return "no preposition"
    return "preposition before" if cut.words[place] == asked else "other preposition"


def _of_noun(view: View, head: int, first: int, last: int) -> Iterator[Feature]:
    """Yield where the noun that is asked for stands: in the stretch, before or behind it."""
    nouns = view.nouns
    if nouns[head]:
        yield "head is noun", 1.0
    elif any(nouns[first:last]):
        yield "has noun", 1.0
    if nouns[head] or nouns[last - 1]:
        content = (place for place in range(first, last) if view.cut.parts[place] in _CONTENT)
        new = any(view.held[place] < HELD and not nouns[place] for place in content)
        yield "adds to noun" if new else "bare noun", 1.0
    before = first - 1
    while before >= 0 and view.cut.parts[before] in (PREPOSITION, ARTICLE):
        before -= 1
    if before >= 0 and nouns[before]:
        yield "noun before" if before == first - 1 else "noun and small words before", 1.0
    if last < len(nouns) and nouns[last]:
        yield "noun after", 1.0


def _head(cut: Cut, first: int, last: int) -> int:
    """Give the place of the head: the last word of the first phrase, before a preposition, clause or mark."""
    head = first
    for place in range(first, last):
        if place > first and (cut.parts[place] in (LINK, AND) or cut.gaps[place].strip()):
            break
        if cut.parts[place] == PREPOSITION and cut.parts[head] in _CONTENT:
            break
        if cut.parts[place] in _CONTENT:
            head = place
    return head


def _around(view: View, first: int, last: int) -> Iterator[Feature]:
    """Yield how near the words of the question stand, and on which side."""
    total = gained = left = 0.0
    nearest = 99
    for places, weight in zip(view.places, view.weights, strict=True):
        gaps = [
            (first - place, True) if place < first else (place - last + 1, False)
            for place in places
            if not first <= place < last
        ]
        if gaps:
            distance, before = min(gaps)
            total += weight
            gained += weight * math.exp((1 - distance) / _NEAR)
            left += weight * before
            nearest = min(nearest, distance)
    if not total:
        yield "alone", 1.0
        return
    yield "near", gained / total
    yield "left", left / total
    yield f"nearest {nearest if nearest < 4 else '4-6' if nearest < 7 else '7+'}", 1.0


def _in_sentence(view: View, first: int, last: int) -> Iterator[Feature]:
    """Yield the place of the stretch in its sentence: beside the verb of the question, before or behind the first verb."""
    parts = view.cut.parts
    if view.verbs:
        yield _beside_verb(view, first, last), 1.0
    acting = next((place for place, part in enumerate(parts) if part in (COPULA, HELP, VERB)), len(parts))
    if first == 0 and last <= acting:
        yield "opens", 1.0
    if last == acting:
        yield "before the verb", 1.0
    if first == acting + 1:
        yield f"behind the verb {parts[acting]}", 1.0
    if first == 0 and last == len(parts):
        yield "whole", 1.0


def _beside_verb(view: View, first: int, last: int) -> str:
    """Tell on which side of the verb of the question the stretch stands, and whether beside it."""
    parts = view.cut.parts
    near = (first - 1, first - 2) if first and parts[first - 1] in _SMALL_PARTS else (first - 1,)
    if any(verb in near for verb in view.verbs):
        return "verb before"
    if any(verb in (last, last + 1) for verb in view.verbs):
        return "verb after"
    return "verb left" if min(view.verbs) < first else "verb right"


def _known(view: View, first: int, last: int) -> Iterator[Feature]:
    """Yield what facts, names and the finder of the kind make of the stretch."""
    known = {
        f"{_beside(start, end, first, last)} {kind}"
        for start, end, kind in view.facts
        if end > first and start < last
    }
    for name in sorted(known) or ("unknown",):
        yield name, 1.0
    if view.found is None:
        yield "no finder", 1.0
        return
    how = _beside(*view.found, first, last)
    yield f"{how} found", 1.0
    yield f"{how} found fit", view.fit


def _beside(start: int, end: int, first: int, last: int) -> str:
    """Tell how the stretch from `first` to `last` lies beside another one: it is, has, cuts or is part of that."""
    if (start, end) == (first, last):
        return "is"
    if end <= first or start >= last:
        return "apart from"
    if first <= start and end <= last:
        return "has"
    return "part of" if start <= first and last <= end else "cuts"

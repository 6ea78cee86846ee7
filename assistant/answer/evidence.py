"""The sentences that may hold the answer, each with the evidence for it.

A unit is one sentence, table row or list (lead-in with its items) of a passage that was found.
Its context is what a reader has in mind when he reads it: the headings above, the sentences
beside it, the document's title.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial

import numpy as np

from assistant.answer.coreference import points_back
from assistant.answer.cues import ANAPHOR
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher, Vectors
from assistant.answer.question import Question
from assistant.answer.reading import Reading
from assistant.types import BlockKind, Hit, Span

HEADING_SHARE, BESIDE_SHARE, TITLE_SHARE = 0.8, 0.65, 0.45
"""How much counts: a match in the heading path, in a sentence beside it, in the title."""
POINTED_SHARE = 0.85
"""How much a match counts in the sentence that a word such as "dat" or "hiervan" points back to."""
TITLE_NAME_SHARE = 0.5
"""How much a name in the title counts: all of a decision or report is about it."""
_TOPIC, _WHOLE_TOPIC = 0.12, 0.5
"""A document is about a name that at least the first share of its passages holds, wholly from the second on."""
_TOPIC_LEAST, _TOPIC_MOST = 0.45, 0.75
MOST_PASSAGES, LEAST_SHARE = 20, 0.4
"""Passages whose sentences are weighed, and the share of the best one's score that each has at least.

Of 2,202 right answers to development questions 10 quoted a later passage first, and 9 one that scored less; of
775 wrong ones 24 and 22. Half of the time of a question went to those."""

MOST_UNITS = 80
"""Sentences looked at closely for one question. Of 836 answers to development questions, none that was right began
with a sentence that 40 others went before, and of the others one."""
_HIT_WEIGHT, _LOCAL_WEIGHT = 3.2, 2.4
"""What the place of the passage and the words of the question weigh in that choice: as hit and context do in
`scoring.py`."""

Readings = Callable[[str], Reading]
Presence = Callable[[str, str], float]
"""The share of a document's passages (by id) that hold a stem, in [0, 1]."""


@dataclass(slots=True)
class Unit:
    """A stretch of one document with its evidence; strengths are per term of the question:

    `local` in the unit itself, `close` with headings and sentences beside it, `context` with what the
    document is about, `wide` with the whole block. `before` and `after` are how much of the question the
    sentence before and after it in the block holds."""

    reading: Reading
    block: int
    span: Span
    hit: float
    items: tuple[int, ...] = ()
    local: list[float] = field(default_factory=list)
    context: list[float] = field(default_factory=list)
    wide: list[float] = field(default_factory=list)
    close: list[float] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    before: float = 0.0
    after: float = 0.0
    dense: float = 0.0
    short: Span | None = None
    short_text: str | None = None
    fit: float = 0.0
    near: float = 0.0
    cue: float = 0.0
    score: float = 0.0
    probability: float = 0.0
    lacks: tuple[str, ...] = ()
    """Names, years and figures of the question of which nothing is said near the unit (`missing.py`), and the post of a
    speaker who does not say it (`speakers.py`)."""
    text: str = field(init=False)
    """The words of the unit."""

    def __post_init__(self) -> None:
        self.text = self.span.of(self.reading.document.text)

    @property
    def key(self) -> tuple[str, int, int]:
        """A stable order among units."""
        return (self.reading.document.path, self.span.start, self.span.end)


def gather_units(question: Question, hits: Sequence[Hit], readings: Readings) -> list[Unit]:
    """Give the units of the passages in `hits`, without doubles, best passage first.

    Passages that fit much less than the best one are left out, unless documents are asked for.
    """
    top = max((hit.score for hit in hits), default=1.0) or 1.0
    if question.kind is not QuestionKind.DOCUMENTS:
        hits = [hit for hit in hits[:MOST_PASSAGES] if hit.score >= LEAST_SHARE * top]
    seen: set[tuple[str, int, int]] = set()
    units: list[Unit] = []
    for hit in hits:
        reading = readings(hit.passage.document_id)
        for unit in _units_of(question, reading, hit.passage.span, hit.score / top):
            key = unit.key
            if key not in seen:
                seen.add(key)
                units.append(unit)
    return units


def _units_of(question: Question, reading: Reading, passage: Span, score: float) -> Iterator[Unit]:
    for block in reading.blocks_in(passage):
        for span in reading.sentences(block):
            if span.overlaps(passage):
                yield Unit(reading, block, span, score)
        if question.kind in (QuestionKind.LIST, QuestionKind.TOPIC, QuestionKind.MANNER, QuestionKind.NAME):
            group = reading.list_around(block)
            if group is not None and len(group.items) > 1:
                first = group.items[0] if group.lead is None else group.lead
                if reading.blocks[first].kind is BlockKind.HEADING:
                    first = group.items[0]
                last = reading.blocks[group.items[-1]]
                span = Span(reading.blocks[first].span.start, last.span.end)
                if len(span) < 4_000:
                    yield Unit(reading, first, span, score, group.items)


def choose_units(question: Question, units: list[Unit], matcher: Matcher) -> list[Unit]:
    """Give the units that are worth a closer look, in the same order: by their own words and their passages.

    All of them where documents are asked for.
    """
    if len(units) <= MOST_UNITS or question.kind is QuestionKind.DOCUMENTS:
        return units
    matcher.learn(unit.text for unit in units)
    worth = [
        _HIT_WEIGHT * unit.hit + _LOCAL_WEIGHT * matcher.coverage(matcher.strengths(unit.text))
        for unit in units
    ]
    best = sorted(range(len(units)), key=lambda place: (-round(worth[place], 9), units[place].key))
    return [units[place] for place in sorted(best[:MOST_UNITS])]


def weigh_units(
    question: Question,
    units: Sequence[Unit],
    matcher: Matcher,
    vectors: Vectors | None,
    presence: Presence,
    topicality: Presence,
) -> None:
    """Fill in the strengths, the context and the closeness of every unit.

    A sentence that points back may mean any name of its document (`presence`); the context of the others holds those that
    the document is about (`topicality`).
    """
    texts = [unit.text for unit in units]
    neighbours = [_beside(unit) for unit in units]
    matcher.learn(_texts_around(units, neighbours))
    if vectors is not None and units:
        rows = vectors(texts)
        asked = vectors([question.text])[0]
        for unit, cosine in zip(units, np.asarray(rows @ asked, dtype=float), strict=True):
            unit.dense = float(cosine)
    above: dict[tuple[str, int], list[float]] = {}
    topics: dict[str, list[float]] = {}
    about: dict[str, list[float]] = {}
    for unit, text, beside in zip(units, texts, neighbours, strict=True):
        reading, document = unit.reading, unit.reading.document.id
        unit.local = list(matcher.strengths(text))
        unit.places = [place for _, place in matcher.match(text)]
        if document not in topics:
            topics[document] = _strengths_of_topics(matcher, partial(presence, document))
            whole = _strengths_of_topics(matcher, partial(topicality, document))
            about[document] = _raise(_strengths_of_name(reading, matcher), whole)
        if (document, unit.block) not in above:
            above[document, unit.block] = _strengths_above(reading, unit.block, matcher)
        unit.close = _raise(unit.local, above[document, unit.block])
        _raise_beside(unit, beside, matcher)
        unit.context = _raise(unit.close, about[document])
        if points_back(text):
            unit.close = _raise(unit.close, topics[document])
        block = unit.context if unit.items else matcher.strengths(reading.text_of(unit.block))
        unit.wide = _raise(unit.context, block)


def _strengths_of_topics(matcher: Matcher, share: Callable[[str], float]) -> list[float]:
    """Give how far each name counts as said everywhere in a document, from the share of its passages that hold a stem."""
    return [topic_strength(share(term.stem)) if term.kind == "name" else 0.0 for term in matcher.terms]


def topic_strength(share: float) -> float:
    """Give how far a name counts as said everywhere in a document of which it is in this share of the passages."""
    if share < _TOPIC:
        return 0.0
    along = min(1.0, (share - _TOPIC) / (_WHOLE_TOPIC - _TOPIC))
    return _TOPIC_LEAST + along * (_TOPIC_MOST - _TOPIC_LEAST)


def _texts_around(units: Sequence[Unit], neighbours: Sequence[Sequence[Span]]) -> Iterator[str]:
    """Yield every text whose words say something about the units, each block once."""
    blocks: dict[tuple[str, int], Reading] = {}
    titles: dict[str, str] = {}
    for unit, beside in zip(units, neighbours, strict=True):
        reading, document = unit.reading, unit.reading.document
        yield unit.text
        for span in beside:
            yield span.of(document.text)
        titles[document.id] = document.title
        if (document.id, unit.block) not in blocks:
            above = (*reading.parents[unit.block], *reading.questions.get(unit.block, ()))
            blocks.update(((document.id, block), reading) for block in (unit.block, *above))
    for (_, block), reading in blocks.items():
        yield reading.text_of(block)
    yield from titles.values()


def _strengths_above(reading: Reading, block: int, matcher: Matcher) -> list[float]:
    """Give the strengths in the headings and questions above a block, and those of names in the title."""
    title = matcher.strengths(reading.document.title)
    best = [
        strength * TITLE_NAME_SHARE if term.kind == "name" else 0.0
        for term, strength in zip(matcher.terms, title, strict=True)
    ]
    for other in (*reading.parents[block], *reading.questions.get(block, ())):
        best = _raise(best, matcher.strengths(reading.text_of(other)), HEADING_SHARE)
    return best


def _strengths_of_writer(reading: Reading, matcher: Matcher) -> list[float]:
    """Give the strengths of names in the name of who wrote the document: of itself it speaks without its name."""
    held = matcher.strengths(reading.document.organisation or "")
    return [
        strength if term.kind == "name" else 0.0 for term, strength in zip(matcher.terms, held, strict=True)
    ]


def _strengths_of_name(reading: Reading, matcher: Matcher) -> list[float]:
    """Give what the title of a document and the name of its writer hold, counted for their share."""
    title = [strength * TITLE_SHARE for strength in matcher.strengths(reading.document.title)]
    return _raise(title, _strengths_of_writer(reading, matcher), TITLE_SHARE)


def _raise_beside(unit: Unit, neighbours: Sequence[Span], matcher: Matcher) -> None:
    """Raise what is held close to a unit by the sentences beside it."""
    pointed = _pointed_at(unit) if neighbours else None
    block = unit.reading.blocks[unit.block].span
    for beside in neighbours:
        strengths = matcher.strengths(beside.of(unit.reading.document.text))
        share = POINTED_SHARE if beside == pointed else BESIDE_SHARE
        unit.close = _raise(unit.close, strengths, share)
        if beside.end <= unit.span.start and block.covers(beside):
            unit.before = matcher.coverage(strengths)
        elif beside.start >= unit.span.end and block.covers(beside):
            unit.after = matcher.coverage(strengths)


_POINTING = re.compile(r"\b(?:(?:hier|daar)(?:van|aan|bij|mee)|ervan)\b", re.IGNORECASE)


@lru_cache(maxsize=5_000)
def _points(text: str) -> bool:
    return bool(ANAPHOR.match(text) or _POINTING.search(text))


def _pointed_at(unit: Unit) -> Span | None:
    """Give the sentence before when the unit speaks of it: "Dat is gegroeid", "de helft hiervan"."""
    if unit.items or not _points(unit.text):
        return None
    spans = unit.reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), 0)
    return spans[place - 1] if place > 0 else None


def _raise(best: Sequence[float], other: Sequence[float], share: float = 1.0) -> list[float]:
    """Give the higher one of each two strengths, `other` counted for a share."""
    if not any(other):
        return list(best)
    return [
        held if held >= (more := strength * share) else more
        for held, strength in zip(best, other, strict=True)
    ]


def _beside(unit: Unit) -> list[Span]:
    """Give the sentences before and after, within the block; for an item the block that leads in to it."""
    reading = unit.reading
    if unit.items:
        return []
    spans = reading.sentences(unit.block)
    place = next((number for number, span in enumerate(spans) if span == unit.span), 0)
    found = [*spans[max(0, place - 2) : place], *spans[place + 1 : place + 2]]
    kind = reading.blocks[unit.block].kind
    if kind is BlockKind.ITEM:
        group = reading.list_around(unit.block)
        if group is not None and group.lead is not None:
            found.append(reading.blocks[group.lead].span)
    if place == 0 and unit.block > 0 and kind is not BlockKind.ROW:
        above = reading.blocks[unit.block - 1]
        if above.kind in (BlockKind.PARAGRAPH, BlockKind.QUOTE):
            found.extend(reading.sentences(unit.block - 1)[-1:])
    return found

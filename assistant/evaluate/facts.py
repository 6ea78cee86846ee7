"""How well facts are found in passages that were marked by hand, kind by kind.

A document is read and searched as a whole, as a user would have it done; what counts are the facts
that begin in one of its marked passages. Three matters are counted apart, each with pairs of one
marked and one found fact:

- right: the span is the marked one and so is the value (`values`). An action or an event may be
  stated by the clause or by its sentence; there the spans share at least half of the shorter one.
  A theme is said of the passage, so its code is enough.
- span: the span is exactly the marked one, a stop at its end aside.
- overlap: the spans share a character.

A found fact that touches nothing but optional ones is left out of the count.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import UsageError
from assistant.evaluate.bodies import open_body
from assistant.evaluate.gold import SPLITS
from assistant.evaluate.metrics import LEVEL, RESAMPLES, SEED
from assistant.evaluate.passages import (
    GOLD,
    MarkedFact,
    MarkedPassage,
    complete_facts,
    find_passage,
    list_kinds,
    load_passages,
)
from assistant.evaluate.values import is_right
from assistant.extract import find_extracts
from assistant.types import Document, Extract, Span
from assistant.wire.facts import Feit
from assistant.wire.words import KIND_WORDS, WORD_KINDS

HALF = frozenset(("actie", "gebeurtenis"))
"""Kinds of which the spans need not be the same."""
WHOLE = frozenset(("thema",))
"""Kinds that are said of a passage and not of words in it."""

Write = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class FoundFact:
    """A fact that the rules found: its span within the passage, its words and its wire form."""

    span: Span
    words: str
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class FactRow:
    """Figures of one kind and split.

    `precision`, `recall` and `f1` are of facts that are right, `interval` the 95% interval of `f1`
    over passages drawn anew (percentile bootstrap, fixed seed); `span_f1` and `overlap_f1` are of
    spans alone; `value` is the share of the overlapping pairs whose value is right.
    """

    kind: str
    split: str
    passages: int
    gold: int
    found: int
    precision: float
    recall: float
    f1: float
    interval: tuple[float, float]
    span_f1: float
    overlap_f1: float
    value: float


@dataclass(slots=True)
class _Tally:
    gold: int = 0
    found: int = 0
    right: int = 0
    spans: int = 0
    overlaps: int = 0
    valued: int = 0
    counts: list[tuple[int, int]] = field(default_factory=list)
    """Of each passage: its right facts, and marked and found ones together."""

    def row(self, kind: str, split: str) -> FactRow:
        """Give the figures; zero where nothing was counted."""
        return FactRow(
            kind,
            split,
            len(self.counts),
            self.gold,
            self.found,
            self.right / self.found if self.found else 0.0,
            self.right / self.gold if self.gold else 0.0,
            self._f1(self.right),
            resample_f1(self.counts),
            self._f1(self.spans),
            self._f1(self.overlaps),
            self.valued / self.overlaps if self.overlaps else 0.0,
        )

    def _f1(self, matched: int) -> float:
        return 2 * matched / (self.gold + self.found) if matched else 0.0


@dataclass(slots=True)
class _Run:
    """What one evaluation needs on its way."""

    shared: Path
    write: Write
    failures: frozenset[str]
    tallies: dict[tuple[str, str], _Tally] = field(default_factory=dict)


def evaluate_passages(
    shared: Path,
    *,
    kinds: Sequence[str] = (),
    split: str | None = None,
    write: Write = lambda line: None,
    failures: bool = False,
) -> list[FactRow]:
    """Give a row for each of the kinds (all that are marked when none is named) and each split.

    A passage that is no longer in its document is written out by its id and not counted. With
    `failures` what was missed and what was found too much is written out, of the held half only when
    it alone was asked for. Raises UsageError for a kind that is not marked, faulty gold, and a
    document that is not there.
    """
    splits = SPLITS if split is None else (split,)
    shown = frozenset((split or SPLITS[0],)) if failures else frozenset[str]()
    wanted = _choose_kinds(kinds)
    run = _Run(shared, write, shown, {(kind, part): _Tally() for kind in wanted for part in splits})
    by_text: dict[str, list[tuple[str, MarkedPassage]]] = {}
    for kind in wanted:
        for passage in load_passages(GOLD / f"facts-{kind}.jsonl"):
            if passage.split in splits:
                by_text.setdefault(passage.text, []).append((kind, passage))
    for name, marked in sorted(by_text.items()):
        _search_document(open_body(name, shared), marked, run)
    return [tally.row(kind, part) for (kind, part), tally in run.tallies.items()]


def match_facts(kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> list[tuple[int, int]]:
    """Give pairs of places in `gold` and `found` that are right, each in one pair at most."""
    return _pair(gold, found, lambda fact, other: _is_match(kind, fact, other))


def _choose_kinds(kinds: Sequence[str]) -> tuple[str, ...]:
    marked = list_kinds(GOLD)
    for kind in kinds:
        if kind not in marked:
            raise UsageError(f"Onbekende soort '{kind}'; kies uit {', '.join(marked)}.", "set")
    return tuple(kind for kind in marked if not kinds or kind in kinds)


def resample_f1(counts: Sequence[tuple[int, int]]) -> tuple[float, float]:
    """Give the 95% interval of F1 from each passage's right facts and its marked and found ones together."""
    if not any(right for right, _ in counts):
        return 0.0, 0.0
    sample = np.asarray(counts, dtype=np.float64)
    generator = np.random.default_rng(SEED)
    sums = sample[generator.integers(0, len(sample), (RESAMPLES, len(sample)))].sum(axis=1)
    low, high = np.quantile(2 * sums[:, 0] / np.maximum(sums[:, 1], 1), ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return float(low), float(high)


def drop_optional(kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> list[FoundFact]:
    """Give the found facts without those that touch (a theme: name) nothing marked but optional facts."""

    def touches(other: FoundFact, *, optional: bool) -> bool:
        return any(
            fact.optional is optional
            and (_has_value(kind, fact, other) if kind in WHOLE else fact.span.overlaps(other.span))
            for fact in gold
        )

    return [other for other in found if touches(other, optional=False) or not touches(other, optional=True)]


def _search_document(document: Document, marked: Sequence[tuple[str, MarkedPassage]], run: _Run) -> None:
    extracts = find_extracts(
        document.text,
        document_date=document.date,
        origin=document.origin,
        kinds={WORD_KINDS[kind] for kind, _ in marked},
    )
    for kind, passage in marked:
        place = find_passage(document.text, passage)
        if place is None:
            run.write(f"{passage.id}: de passage staat niet meer in {passage.text} en telt niet mee.")
            continue
        facts = complete_facts(passage, place.of(document.text))
        gold = [fact for fact in facts if not fact.optional]
        found = drop_optional(kind, facts, list(_cut(extracts, kind, place)))
        _count(run.tallies[kind, passage.split], kind, gold, found)
        if passage.split in run.failures:
            for line in _explain(f"{kind} {passage.id}", kind, gold, found):
                run.write(line)


def _cut(extracts: Sequence[Extract], kind: str, place: Span) -> Iterator[FoundFact]:
    """Give the facts of a kind that begin in a passage, from its beginning; a theme once."""
    codes: set[str] = set()
    for extract in extracts:
        if KIND_WORDS[extract.kind] != kind or not place.start <= extract.span.start < place.end:
            continue
        fields = Feit.from_extract(extract).to_wire()
        if kind in WHOLE:
            if fields["code"] in codes:
                continue
            codes.add(fields["code"])
        yield FoundFact(extract.span.shift(-place.start), extract.text, fields)


def _count(tally: _Tally, kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> None:
    right = len(match_facts(kind, gold, found))
    tally.counts.append((right, len(gold) + len(found)))
    tally.gold += len(gold)
    tally.found += len(found)
    tally.right += right
    tally.spans += len(_pair(gold, found, lambda fact, other: trim_stop(fact) == trim_stop(other)))
    overlapping = _pair(gold, found, lambda fact, other: fact.span.overlaps(other.span))
    tally.overlaps += len(overlapping)
    tally.valued += sum(_has_value(kind, gold[one], found[other]) for one, other in overlapping)


def _pair(
    gold: Sequence[MarkedFact],
    found: Sequence[FoundFact],
    meets: Callable[[MarkedFact, FoundFact], bool],
) -> list[tuple[int, int]]:
    """Pair what meets, those that share most first and then in order of place."""
    candidates = sorted(
        (-_count_shared(fact.span, other.span), one, two)
        for one, fact in enumerate(gold)
        for two, other in enumerate(found)
        if meets(fact, other)
    )
    pairs: dict[int, int] = {}
    for _, one, two in candidates:
        if one not in pairs and two not in pairs.values():
            pairs[one] = two
    return sorted(pairs.items())


def trim_stop(fact: MarkedFact | FoundFact) -> Span:
    """Give the span without the stop that ends a sentence."""
    return Span(fact.span.start, fact.span.end - len(fact.words) + len(fact.words.rstrip(".;")))


def _count_shared(one: Span, other: Span) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _is_match(kind: str, fact: MarkedFact, other: FoundFact) -> bool:
    if kind in HALF:
        placed = 2 * _count_shared(fact.span, other.span) >= min(len(fact.span), len(other.span))
    else:
        placed = kind in WHOLE or fact.span == other.span
    return placed and _has_value(kind, fact, other)


def _has_value(kind: str, fact: MarkedFact, other: FoundFact) -> bool:
    return is_right(kind, other.fields, fact.fields, fact.words)


def _explain(label: str, kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> Iterator[str]:
    pairs = match_facts(kind, gold, found)
    met, used = {one for one, _ in pairs}, {other for _, other in pairs}
    for place, fact in enumerate(gold):
        if place not in met:
            yield f"{label}: gemist '{fact.words}' {_show(fact.fields)}"
    for place, other in enumerate(found):
        if place not in used:
            yield f"{label}: te veel '{other.words}' {_show(other.fields)}"


def _show(fields: Any) -> str:
    hidden = ("soort", "tekst", "start", "eind")
    return ", ".join(f"{name}={value}" for name, value in fields.items() if name not in hidden)

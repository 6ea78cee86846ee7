"""How well facts are found in passages that were marked by hand, kind by kind.

A document is read and searched as a whole, as a user would have it done; what counts are the facts
that begin in one of its marked passages. Three matters are counted apart, each with pairs of one
marked and one found fact:

- right: the span is the marked one and so is the value (`values`). An action or an event may be
  stated by the clause or by its sentence; there the spans share at least half of the shorter one.
  A theme is said of the passage, so its code is enough.
- span: the span is exactly the marked one, a stop at its end aside.
- overlap: the spans share a character.

A found fact that touches nothing but optional ones is left out of the count. Fields without which a
fact may be right have figures of their own (`aspects`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.errors import UsageError
from assistant.evaluate.aspects import ASPECTS, explain_aspect
from assistant.evaluate.bodies import open_body
from assistant.evaluate.gold import SPLITS
from assistant.evaluate.pairing import WHOLE, FoundFact, drop_optional, match_facts
from assistant.evaluate.passages import (
    GOLD,
    MarkedFact,
    MarkedPassage,
    complete_facts,
    find_passage,
    list_kinds,
    load_passages,
)
from assistant.evaluate.tallies import AspectTally, FactRow, FactTally
from assistant.extract import find_extracts
from assistant.types import Document, Extract, Span
from assistant.wire.facts import Feit
from assistant.wire.words import KIND_WORDS, WORD_KINDS

Write = Callable[[str], None]


@dataclass(slots=True)
class _Run:
    """What one evaluation needs on its way."""

    shared: Path
    write: Write
    failures: frozenset[str]
    tallies: dict[tuple[str, str], FactTally]
    aspects: dict[tuple[str, str, str], AspectTally]


def evaluate_passages(
    shared: Path,
    *,
    kinds: Sequence[str] = (),
    split: str | None = None,
    write: Write = lambda line: None,
    failures: bool = False,
) -> list[FactRow]:
    """Give a row for each of the kinds (all that are marked when none is named) and each split, then their aspects.

    A passage that is no longer in its document is written out by its id and not counted. With
    `failures` what was missed and what was found too much is written out, of the held half only when
    it alone was asked for. Raises UsageError for a kind that is not marked, faulty gold, and a
    document that is not there.
    """
    splits = SPLITS if split is None else (split,)
    shown = frozenset((split or SPLITS[0],)) if failures else frozenset[str]()
    wanted = _choose_kinds(kinds)
    run = _Run(
        shared,
        write,
        shown,
        {(kind, part): FactTally() for kind in wanted for part in splits},
        {(kind, name, part): AspectTally() for kind, name in _list_aspects(wanted) for part in splits},
    )
    by_text: dict[str, list[tuple[str, MarkedPassage]]] = {}
    for kind in wanted:
        for passage in load_passages(GOLD / f"facts-{kind}.jsonl"):
            if passage.split in splits:
                by_text.setdefault(passage.text, []).append((kind, passage))
    for name, marked in sorted(by_text.items()):
        _search_document(open_body(name, shared), marked, run)
    rows = [tally.row(kind, part) for (kind, part), tally in run.tallies.items()]
    return rows + [tally.row(f"{kind}: {name}", part) for (kind, name, part), tally in run.aspects.items()]


def _list_aspects(kinds: Sequence[str]) -> list[tuple[str, str]]:
    return [(kind, name) for kind in kinds for name in ASPECTS.get(kind, ())]


def _choose_kinds(kinds: Sequence[str]) -> tuple[str, ...]:
    marked = list_kinds(GOLD)
    for kind in kinds:
        if kind not in marked:
            raise UsageError(f"Onbekende soort '{kind}'; kies uit {', '.join(marked)}.", "set")
    return tuple(kind for kind in marked if not kinds or kind in kinds)


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
        run.tallies[kind, passage.split].add(kind, gold, found)
        for name in ASPECTS.get(kind, ()):
            run.aspects[kind, name, passage.split].add(name, gold, found)
        if passage.split in run.failures:
            for line in _explain(kind, gold, found):
                run.write(f"{kind} {passage.id}: {line}")


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


def _explain(kind: str, gold: Sequence[MarkedFact], found: Sequence[FoundFact]) -> Iterator[str]:
    pairs = match_facts(kind, gold, found)
    met, used = {one for one, _ in pairs}, {other for _, other in pairs}
    for place, fact in enumerate(gold):
        if place not in met:
            yield f"gemist '{fact.words}' {_show(fact.fields)}"
    for place, other in enumerate(found):
        if place not in used:
            yield f"te veel '{other.words}' {_show(other.fields)}"
    for name in ASPECTS.get(kind, ()):
        yield from explain_aspect(name, gold, found)


def _show(fields: Any) -> str:
    hidden = ("soort", "tekst", "start", "eind")
    return ", ".join(f"{name}={value}" for name, value in fields.items() if name not in hidden)

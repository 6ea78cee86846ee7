"""Fit the weights of `assistant/answer/finders/listing.py` on the development halves of the gold questions.

`python -m benchmarks.fit_lists --shared ../shared` prints the two tables to paste there: a listwise logistic fit
of the list that holds the answer against all lists, and sentences without one, of the best sentences of the same
question. What a sentence scores without its list, and how near the list is to the words asked, weigh beside it.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answer.evidence import Unit
from assistant.answer.finders.listing import ENUMERATED, ITEMISED
from assistant.answer.finders.which import (
    first_clause,
    join_items,
    list_enumerations,
    read_enumeration,
    read_items,
)
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.scoring import ORDER_WEIGHTS
from assistant.answer.weighing import weigh
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import DEV, GoldQuestion, load_gold, select_split
from assistant.evaluate.matching import Haystack
from assistant.evaluate.questions import open_over
from assistant.evaluate.run import SUITES
from assistant.evaluate.sources import SOURCES, find_documents
from benchmarks.fit_answer import GOLD, SETS, fit_order

Floats = NDArray[np.float64]
_DEPTH, _BASE, _ENOUGH = 45, 1.6, 0.6
"""Sentences of a question that are read, the weight of a sentence's score that the tables are scaled to, and the
share of the answer that a list must hold."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question: the features of each list in its best sentences, and the share of the answer that it holds."""

    ordering: Floats
    held: Floats


def read_sample(assistant: Assistant, gold: GoldQuestion) -> Sample | None:
    """Give the lists of a question; None when it asks for none or nothing holds its answer."""
    weighed = weigh(gold.question, assistant.find_evidence(gold.question), assistant.library)
    if weighed.question.kind is not QuestionKind.LIST:
        return None
    rows, held = [], []
    for unit in weighed.units[:_DEPTH]:
        base = unit.score - ORDER_WEIGHTS["fit"] * unit.fit - ORDER_WEIGHTS["near"] * unit.near
        rows.append([*np.zeros(len(ENUMERATED) + len(ITEMISED)), 1.0, 0.0, base])
        held.append(0.0)
        for text, features in _lists_of(weighed.question, unit, weighed.matcher):
            rows.append([*features, 0.0, unit.near, base])
            share = Haystack(text).share(gold.must)
            held.append(share if unit.reading.document.path in gold.documents and share >= _ENOUGH else 0.0)
    return Sample(np.array(rows), np.array(held)) if any(held) else None


def _lists_of(question: Question, unit: Unit, matcher: Matcher) -> Iterator[tuple[str, list[float]]]:
    if unit.items:
        text = unit.reading.document.text
        items = [first_clause(unit.reading.blocks[item].span.of(text)) for item in unit.items]
        read = read_items(question, unit, items, matcher)
        yield join_items(items), [*np.zeros(len(ENUMERATED)), *read]
        return
    for enumeration in list_enumerations(question, unit, matcher):
        _, items, features = read_enumeration(question, unit, enumeration, matcher)
        yield join_items(items), [*features, *np.zeros(len(ITEMISED))]


def main() -> None:
    """Read the arguments and the samples, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = parser.parse_args().shared
    samples: list[Sample] = []
    for name in SETS:
        gold = select_split(load_gold(GOLD / f"{name}.jsonl"), DEV)
        source = SOURCES[SUITES[name].source]
        with find_documents(source, shared) as place, open_over(place, Settings(), print) as assistant:
            found = (read_sample(assistant, question) for question in gold if question.answerable)
            samples += [sample for sample in found if sample is not None]
    order = fit_order(samples)
    order *= _BASE / order[-1]
    print(f"{len(samples)} questions")
    for table, weights in (
        (ENUMERATED, order[: len(ENUMERATED)]),
        (ITEMISED, order[len(ENUMERATED) :]),
    ):
        print(
            *(f'    "{name}": {weight:.2f},' for name, weight in zip(table, weights, strict=False)), sep="\n"
        )


if __name__ == "__main__":
    main()

"""Fit the weights of `assistant/answer/choosing.py` on the development halves of the gold questions.

`python -m benchmarks.fit_short --shared ../shared` writes the table `assistant/answer/data/span_weights.tsv`: a
softmax over the stretches of the sentence that holds the answer, those that hold an accepted short answer against
the others, the tighter the better. Cross-validated by document: for each kind it prints how often a short answer is
right by the finders alone, by the model alone, and by both as `choosing.py` has them, on the questions whose first
sentence holds the answer. The held-out halves are never read.
"""

from __future__ import annotations

import argparse
import math
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from assistant.answer.asking import find_slot
from assistant.answer.choosing import ALL, SHOWN, SILENT, SURE, WEIGHTS_FILE, find_sentence, weigh_spans
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.quoting import widen
from assistant.answer.spanfeatures import read_span, view_sentence
from assistant.answer.spans import find_spans
from assistant.answer.weighing import weigh
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import DEV, GoldQuestion, load_gold, select_split
from assistant.evaluate.matching import Haystack
from assistant.evaluate.metrics import short_is_right
from assistant.evaluate.questions import open_over
from assistant.evaluate.run import SUITES
from assistant.evaluate.sources import SOURCES, find_documents

Floats = NDArray[np.float64]
SETS = ("seeds", "corpus", "pdfs", "decisions", "rules")
GOLD = Path(__file__).resolve().parent.parent / "assistant" / "evaluate" / "gold"
PENALTY, KIND_SHARE = 0.003, 0.7
"""Strength of the squared penalty, and the share of a feature that a kind of question has for its own."""
LEAST_SEEN, LEAST_WEIGHT = 8, 0.03
"""Questions in which a feature must occur, and the weight below which it is left out of the table."""
FOLDS, _LOOK = 5, 10
_TIGHT = 4.0
"""Words over which the worth of a stretch that is longer than the accepted answer falls to 1/e."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """The stretches of one sentence: their features, their worth (0 without the answer), and first and last word."""

    features: list[list[tuple[str, float]]]
    worth: Floats
    spans: list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Sample:
    """One question: its kind, the sentence to learn from, and whether the first one and its finder are right."""

    kind: QuestionKind
    fold: int
    taught: Sentence
    first: bool
    fit: float
    found: bool


def read_samples(assistant: Assistant, gold: Iterable[GoldQuestion]) -> list[Sample]:
    """Give the samples of one gold set over its documents: questions with a short answer that a sentence holds."""
    samples = []
    for one in gold:
        if not one.answerable or not one.short or one.kind == "janee":
            continue
        weighed = weigh(one.question, assistant.find_evidence(one.question), assistant.library)
        question = weighed.question
        if question.kind in SILENT:
            continue
        for place, unit in enumerate(weighed.units[:_LOOK]):
            if not _holds(one, question, unit):
                continue
            taught = read_sentence(one, question, unit, weighed.matcher)
            if taught.worth.any():
                fold = zlib.crc32(one.documents[0].encode()) % FOLDS
                found = unit.fit >= SHOWN and short_is_right(one, unit.short_text)
                samples.append(Sample(question.kind, fold, taught, place == 0, _fit_of(unit), found))
                break
    return samples


def _fit_of(unit: Unit) -> float:
    return unit.fit if unit.short is not None else 0.0


def _holds(gold: GoldQuestion, question: Question, unit: Unit) -> bool:
    """Tell whether a unit is of the right document and holds at least half of the evidence."""
    document = unit.reading.document
    quote = widen(unit, question).of(document.text)
    return document.path in gold.documents and Haystack(quote).share(gold.evidence) >= 0.5


def read_sentence(gold: GoldQuestion, question: Question, unit: Unit, matcher: Matcher) -> Sentence:
    """Give the stretches of the sentence in which `choosing.py` looks."""
    slot = find_slot(question.text, question.asked)
    view = view_sentence(slot, unit, matcher, find_sentence(unit, matcher))
    cut, spans = view.cut, list(find_spans(view.cut))
    worth = [_worth(gold, cut.text[cut.starts[first] : cut.ends[last - 1]]) for first, last in spans]
    return Sentence([list(read_span(slot, view, *span)) for span in spans], np.array(worth), spans)


def _worth(gold: GoldQuestion, text: str) -> float:
    """Give what a stretch is worth: 1 for an accepted short answer, less for each word beside it."""
    if not short_is_right(gold, text):
        return 0.0
    words = len(text.split())
    held = [len(short.split()) for short in gold.short if Haystack(text).holds(short)]
    return math.exp(-max(0, words - max(held, default=words)) / _TIGHT)


class Table:
    """The features as columns of a matrix: each by itself and by kind of question."""

    def __init__(self, samples: Sequence[Sample]) -> None:
        self.columns: dict[tuple[str, str], int] = {}
        self.rows = [self._read(sample) for sample in samples]
        width = len(self.columns)
        self.rows = [
            csr_matrix((row.data, row.indices, row.indptr), (row.shape[0], width)) for row in self.rows
        ]

    def _read(self, sample: Sample) -> csr_matrix:
        data: list[float] = []
        places: list[int] = []
        ends = [0]
        for features in sample.taught.features:
            for name, value in features:
                for kind, share in ((ALL, 1.0), (sample.kind.value, KIND_SHARE)):
                    places.append(self.columns.setdefault((name, kind), len(self.columns)))
                    data.append(share * value)
            ends.append(len(places))
        return csr_matrix((data, places, ends), (len(ends) - 1, len(self.columns)))


def fit(rows: Sequence[csr_matrix], samples: Sequence[Sample]) -> Floats:
    """Give the weights that make the stretches with the answer likely."""
    matrix = vstack(rows).tocsr()
    worth = np.concatenate([sample.taught.worth for sample in samples])
    lengths = [row.shape[0] for row in rows]
    starts = np.cumsum([0, *lengths[:-1]])
    owners = np.repeat(np.arange(len(rows)), lengths)
    per_question = csr_matrix((np.ones(len(owners)), (owners, np.arange(len(owners)))))
    seen = np.asarray(((per_question @ abs(matrix)) > 0).sum(axis=0)).ravel()
    kept = np.flatnonzero(seen >= LEAST_SEEN)
    inner = matrix[:, kept].tocsr()
    turned = inner.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = inner @ weights
        chances = np.exp(scores - np.maximum.reduceat(scores, starts)[owners])
        chances /= np.add.reduceat(chances, starts)[owners]
        inside = chances * worth
        total = np.add.reduceat(inside, starts) + 1e-12
        slope = turned @ (chances - inside / total[owners]) / len(rows)
        return float(PENALTY * weights @ weights - np.log(total).mean()), slope + 2 * PENALTY * weights

    found = minimize(loss, np.zeros(len(kept)), jac=True, method="L-BFGS-B").x
    found[np.abs(found) < LEAST_WEIGHT] = 0.0
    weights = np.zeros(matrix.shape[1])
    weights[kept] = found
    return weights


def cross_validate(table: Table, samples: Sequence[Sample]) -> None:
    """Print per kind the share of right short answers: by the finders, by the model, by both."""
    told: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    for fold in range(FOLDS):
        train = [place for place, sample in enumerate(samples) if sample.fold != fold]
        weights = fit([table.rows[place] for place in train], [samples[place] for place in train])
        for place, sample in enumerate(samples):
            if sample.fold == fold and sample.first:
                chosen, _ = weigh_spans(sample.taught.spans, table.rows[place] @ weights)
                learned = bool(sample.taught.worth[chosen] > 0)
                sure = sample.fit >= SURE.get(sample.kind, SHOWN)
                for label in (ALL, sample.kind.value):
                    told[label].append((sample.found, learned, sample.found if sure else learned))
    print("kind          count  finders  model  both")
    for label, rows in sorted(told.items(), key=lambda item: (-len(item[1]), item[0])):
        shares = np.mean(rows, axis=0)
        print(f"{label:13} {len(rows):5}  {shares[0]:.3f}    {shares[1]:.3f}  {shares[2]:.3f}")


def write_weights(table: Table, weights: Floats, path: Path = WEIGHTS_FILE) -> None:
    """Write the table of weights: a row for each feature, a column for each kind of question."""
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, kind), place in table.columns.items():
        if weights[place]:
            found[name][kind] = weights[place] * (1.0 if kind == ALL else KIND_SHARE)
    kinds = [ALL, *sorted({kind for row in found.values() for kind in row} - {ALL})]
    lines = ["\t".join(("kenmerk", *kinds))]
    for name, row in sorted(found.items()):
        lines.append("\t".join((name, *(f"{row[kind]:.3f}" if kind in row else "" for kind in kinds))))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read the arguments and the samples, cross-validate, fit, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = parser.parse_args().shared
    samples: list[Sample] = []
    for name in SETS:
        source = SOURCES[SUITES[name].source]
        with find_documents(source, shared) as place, open_over(place, Settings(), print) as assistant:
            samples += read_samples(assistant, select_split(load_gold(GOLD / f"{name}.jsonl"), DEV))
    table = Table(samples)
    cross_validate(table, samples)
    write_weights(table, fit(table.rows, samples))


if __name__ == "__main__":
    main()

"""Fit the weights of `assistant/answer/verdictweights.py` on the yes-or-no questions of the development halves of the gold.

`python -m benchmarks.fit_verdict --shared ../shared` prints two tables to paste there, each a logistic fit with a
squared penalty: which sentences speak to a question (those that hold its evidence, against the others and
those of questions without an answer), and which of those say no. Cross-validated over questions it prints
how often what would be said is right, from several certainties on. The held-out halves are never read.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answer import QuestionKind
from assistant.answer.quoting import widen
from assistant.answer.signs import SIGNS, SUPPORT, read_signs
from assistant.answer.verdict import may_affirm, may_deny
from assistant.answer.weighing import weigh
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import DEV, GoldQuestion, load_gold, select_split
from assistant.evaluate.matching import Haystack
from assistant.evaluate.questions import open_over
from assistant.evaluate.run import SUITES
from assistant.evaluate.sources import SOURCES, find_documents
from benchmarks.fit_answer import GOLD, SETS, show

Floats = NDArray[np.float64]
_LOOK, _PENALTY, _FOLDS = 15, 0.5, 10
"""Sentences of a question that are looked at, the strength of the penalty, and the parts of the cross-validation."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question: signs per sentence, which sentences hold the evidence, and which may say yes or no at all."""

    gold: GoldQuestion
    signs: Floats
    support: Floats
    speaks: NDArray[np.bool_]
    affirms: NDArray[np.bool_]
    denies: NDArray[np.bool_]

    @property
    def says_no(self) -> bool:
        """Tell whether the gold answer is no."""
        return self.gold.short == ("nee",)


def read_samples(assistant: Assistant, gold: Sequence[GoldQuestion]) -> list[Sample]:
    """Give the samples of the yes-or-no questions of one gold set."""
    samples = []
    for question in gold:
        if question.kind != QuestionKind.YESNO or (
            question.answerable and question.short not in (("ja",), ("nee",))
        ):
            continue
        weighed = weigh(question.question, assistant.find_evidence(question.question), assistant.library)
        if weighed.question.kind is not QuestionKind.YESNO or not weighed.units:
            continue
        signs, support, held, affirms, denies = [], [], [], [], []
        for unit in weighed.units[:_LOOK]:
            read = read_signs(weighed.question, unit, weighed.matcher, weighed.units[0].score)
            signs.append([*(read[name] for name in SIGNS), 1.0])
            support.append([*(read[name] for name in SUPPORT), 1.0])
            denies.append(may_deny(read))
            affirms.append(may_affirm(unit, weighed.matcher, read))
            inside = unit.reading.document.path in question.documents and bool(question.evidence)
            quote = widen(unit, weighed.question).of(unit.reading.document.text)
            held.append(Haystack(quote).share(question.evidence) if inside else 0.0)
        shares = np.array(held)
        speaks = (shares >= 0.5) & (shares >= shares.max() - 1e-9)
        samples.append(
            Sample(question, np.array(signs), np.array(support), speaks, np.array(affirms), np.array(denies))
        )
    return samples


def fit_logistic(rows: Floats, labels: Floats, counts: Floats) -> Floats:
    """Give the weights (the last is the bias) that tell the labels apart; `counts` is what each row counts for."""

    def loss(weights: Floats) -> tuple[float, Floats]:
        chances = _chances(rows, weights)
        bare = np.append(weights[:-1], 0.0)
        value = -(
            counts * (labels * np.log(chances + 1e-12) + (1 - labels) * np.log(1 - chances + 1e-12))
        ).sum()
        slope = rows.T @ (counts * (chances - labels)) + 2 * _PENALTY * bare
        return value + _PENALTY * float(bare @ bare), slope

    found: Floats = minimize(loss, np.zeros(rows.shape[1]), jac=True, method="L-BFGS-B").x
    return found


def _chances(rows: Floats, weights: Floats) -> Floats:
    found: Floats = 1.0 / (1.0 + np.exp(-(rows @ weights)))
    return found


def fit(samples: Sequence[Sample]) -> tuple[Floats, Floats]:
    """Give the weights of "speaks" and of "no".

    In the second fit a sentence counts the more the likelier it speaks to its question, squared: what would be
    decided by a sentence that has nothing to do with it is uncertain then. As if half of all answers were no.
    """
    telling = [sample for sample in samples if not sample.gold.answerable or sample.speaks.any()]
    support = np.vstack([sample.support for sample in telling])
    speaks = fit_logistic(
        support,
        np.concatenate([sample.speaks.astype(float) for sample in telling]),
        np.ones(len(support)),
    )
    asked = [sample for sample in samples if sample.gold.answerable]
    squares = [_chances(sample.support, speaks) ** 2 for sample in asked]
    share = float(np.mean([sample.says_no for sample in asked]))
    balance = [0.5 / (share if sample.says_no else 1 - share) for sample in asked]
    no = fit_logistic(
        np.vstack([sample.signs for sample in asked]),
        np.concatenate([np.full(len(sample.signs), float(sample.says_no)) for sample in asked]),
        np.concatenate([even * square / square.sum() for even, square in zip(balance, squares, strict=True)]),
    )
    return speaks, no


def decide(sample: Sample, speaks: Floats, no: Floats) -> tuple[bool, float]:
    """Give whether no would be said, and with which certainty: of the sentence that decides best."""
    chances = _chances(sample.signs, no)
    certain = np.where(
        np.where(chances >= 0.5, sample.denies, sample.affirms), np.maximum(chances, 1 - chances), 0.5
    )
    best = int(np.argmax(_chances(sample.support, speaks) * certain))
    return bool(chances[best] >= 0.5), float(certain[best])


def cross_validate(samples: Sequence[Sample]) -> None:
    """Print for several certainties how much would be said and is right, also of "Ja" and of "Nee" alone."""
    folds = [zlib.crc32(sample.gold.question.encode()) % _FOLDS for sample in samples]
    rows: list[tuple[bool, bool, bool, float]] = []
    for fold in range(_FOLDS):
        weights = fit([sample for sample, number in zip(samples, folds, strict=True) if number != fold])
        for sample, number in zip(samples, folds, strict=True):
            if number == fold:
                rows.append((sample.gold.answerable, sample.says_no, *decide(sample, *weights)))
    print("certainty: said right | ja right | nee right | said without an answer")
    for least in np.arange(0.6, 0.78, 0.02):
        said = [row for row in rows if row[0] and row[3] >= least]
        blind = np.mean([row[3] >= least for row in rows if not row[0]])
        yes, no = ([row for row in said if row[2] is which] for which in (False, True))
        shown = " | ".join(
            f"{len(part) / sum(row[0] for row in rows):.3f} {np.mean([row[1] == row[2] for row in part]):.3f}"
            for part in (said, yes, no)
        )
        print(f"{least:.2f}: {shown} | {blind:.3f}")


def main() -> None:
    """Read the arguments and the samples, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = parser.parse_args().shared
    samples: list[Sample] = []
    for name in SETS:
        with (
            find_documents(SOURCES[SUITES[name].source], shared) as place,
            open_over(place, Settings(), print) as assistant,
        ):
            samples.extend(read_samples(assistant, select_split(load_gold(GOLD / f"{name}.jsonl"), DEV)))
    report(samples)


def report(samples: Sequence[Sample]) -> None:
    """Cross-validate, fit and print the tables."""
    cross_validate(samples)
    speaks, no = fit(samples)
    show("SPEAKS_WEIGHTS", speaks, (*SUPPORT, "bias"))
    show("NO_WEIGHTS", no, (*SIGNS, "bias"))


if __name__ == "__main__":
    main()

"""Fit the weights of `assistant/answer/scoring.py` on the development halves of the gold questions.

`python -m benchmarks.fit_answer --shared ../shared` prints two tables to paste there: one that
orders the sentences of a question (a listwise logistic fit: the right sentence against the others
of the same question), and one that tells answerable questions from the rest (a logistic fit over
the best sentence), with five-fold cross-validated figures. The held-out halves are never read.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answer.reply import weigh, widen
from assistant.answer.scoring import FEATURES, must_decline, read_features
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import GoldQuestion, load_gold, select_split
from assistant.evaluate.matching import Haystack
from assistant.evaluate.questions import open_over

Floats = NDArray[np.float64]
NEAR_BEST = 1.5
"""As in `assistant/answer/reply.py`."""
GOLD = Path(__file__).resolve().parent.parent / "assistant" / "evaluate" / "gold"
RANK_PENALTY, ANSWER_PENALTY = 0.02, 0.5
"""Strength of the squared penalty on the weights: small sets call for small weights."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question: features per unit, the share of the evidence that each holds, and hard refusals."""

    gold: GoldQuestion
    features: Floats
    held: Floats
    refused: NDArray[np.bool_]


def read_samples(assistant: Assistant, gold: tuple[GoldQuestion, ...]) -> list[Sample]:
    """Give the samples of one gold set over its documents."""
    samples = []
    for question in gold:
        weighed = weigh(question.question, assistant.find_evidence(question.question), assistant.library)
        if not weighed.units:
            continue
        features = np.array([read_features(unit, weighed.matcher) for unit in weighed.units])
        held = np.zeros(len(weighed.units))
        for place, unit in enumerate(weighed.units):
            if question.answerable and unit.reading.document.path in question.documents and question.evidence:
                quote = widen(unit, weighed.question).of(unit.reading.document.text)
                held[place] = Haystack(quote).share(question.evidence)
        refused = np.array(
            [
                bool(weighed.absent) or must_decline(weighed.question, unit, weighed.matcher)
                for unit in weighed.units
            ]
        )
        samples.append(Sample(question, features, held, refused))
    return samples


def fit_order(samples: list[Sample]) -> Floats:
    """Give the weights that put the sentences with the answer first."""
    lists = [
        (s.features, (s.held >= s.held.max() - 1e-9).astype(float)) for s in samples if s.held.max() >= 0.5
    ]

    def loss(weights: Floats) -> tuple[float, Floats]:
        total, slope = 0.0, np.zeros_like(weights)
        for features, right in lists:
            scores = features @ weights
            chances = np.exp(scores - scores.max())
            chances /= chances.sum()
            inside = chances * right
            total -= float(np.log(inside.sum() + 1e-12))
            slope -= features.T @ (inside / (inside.sum() + 1e-12) - chances)
        penalty = RANK_PENALTY * float(weights @ weights)
        return total / len(lists) + penalty, slope / len(lists) + 2 * RANK_PENALTY * weights

    found: Floats = minimize(loss, np.ones(len(FEATURES)), jac=True, method="L-BFGS-B").x
    return found


def best_rows(samples: list[Sample], order: Floats) -> tuple[Floats, Floats, NDArray[np.bool_]]:
    """Give for each question the features of its best unit with its score, the label, and hard refusal."""
    rows, labels, refused = [], [], []
    for sample in samples:
        scores = sample.features @ order
        allowed = np.where(sample.refused | (scores < scores.max() - NEAR_BEST), -np.inf, scores)
        top = int(np.argmax(allowed if np.isfinite(allowed).any() else scores))
        rows.append([*sample.features[top], scores[top] / 10.0])
        labels.append(float(sample.gold.answerable))
        refused.append(bool(sample.refused[top]))
    return np.array(rows), np.array(labels), np.array(refused)


def fit_answer(rows: Floats, labels: Floats) -> Floats:
    """Give the logistic weights (the last is the bias) that tell answerable questions."""
    design = np.hstack([rows, np.ones((len(rows), 1))])
    balance = np.where(labels > 0, 0.5 / max(1.0, labels.sum()), 0.5 / max(1.0, (1 - labels).sum())) * len(
        labels
    )

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = design @ weights
        chances = 1.0 / (1.0 + np.exp(-scores))
        value = -(
            balance * (labels * np.log(chances + 1e-12) + (1 - labels) * np.log(1 - chances + 1e-12))
        ).sum()
        bare = np.append(weights[:-1], 0.0)
        return value + ANSWER_PENALTY * float(bare @ bare), design.T @ (
            balance * (chances - labels)
        ) + 2 * ANSWER_PENALTY * bare

    found: Floats = minimize(loss, np.zeros(design.shape[1]), jac=True, method="L-BFGS-B").x
    return found


def cross_validate(samples: list[Sample], folds: int = 5) -> None:
    """Print first-place accuracy and the risk-coverage points of held-out folds."""
    first, third, chances, labels, refused = [], [], [], [], []
    for fold in range(folds):
        train = [sample for place, sample in enumerate(samples) if place % folds != fold]
        test = [sample for place, sample in enumerate(samples) if place % folds == fold]
        order = fit_order(train)
        rows, marks, _ = best_rows(train, order)
        weights = fit_answer(rows, marks)
        rows, marks, out = best_rows(test, order)
        chances.extend(1.0 / (1.0 + np.exp(-(np.hstack([rows, np.ones((len(rows), 1))]) @ weights))))
        labels.extend(marks)
        refused.extend(out)
        for sample in test:
            if sample.gold.answerable:
                ranked = np.argsort(-(sample.features @ order), kind="stable")
                right = (sample.held >= sample.held.max() - 1e-9) & (sample.held.max() >= 0.5)
                first.append(bool(right[ranked[0]]))
                third.append(bool(right[ranked[:3]].any()))
    values = np.where(np.array(refused), 0.0, np.array(chances))
    marks = np.array(labels)
    pairs = values[marks > 0][:, None] - values[marks == 0][None, :]
    print(
        f"n={len(marks)} first={np.mean(first):.3f} in three={np.mean(third):.3f} AUROC={np.mean((pairs > 0) + 0.5 * (pairs == 0)):.3f}"
    )
    for threshold in (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6):
        declined = np.mean(values[marks == 0] < threshold)
        wrongly = np.mean(values[marks > 0] < threshold)
        print(
            f"  threshold {threshold:.2f}: unanswerable declined {declined:.3f}, answerable declined {wrongly:.3f}"
        )


def show(name: str, weights: Floats, labels: tuple[str, ...]) -> None:
    """Print a table in the form in which `scoring.py` holds it."""
    print(f"{name}: dict[str, float] = {{")
    for label, weight in zip(labels, weights, strict=True):
        print(f'    "{label}": {weight:.3f},')
    print("}")


def main() -> None:
    """Read the arguments, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = parser.parse_args().shared
    folders = {"seeds": shared / "seeds", "corpus": Path("corpus"), "pdfs": shared / "data" / "pdf"}
    samples: list[Sample] = []
    for name, folder in folders.items():
        with open_over(folder, Settings(), print) as assistant:
            own = read_samples(assistant, select_split(load_gold(GOLD / f"{name}.jsonl"), "dev"))
        print(name)
        cross_validate(own)
        samples.extend(own)
    print("all")
    cross_validate(samples)
    order = fit_order(samples)
    rows, labels, _ = best_rows(samples, order)
    show("ORDER_WEIGHTS", order, FEATURES)
    show("ANSWER_WEIGHTS", fit_answer(rows, labels), (*FEATURES, "score", "bias"))


if __name__ == "__main__":
    main()

"""Fit the weights of `assistant/answer/scoring.py` on the development halves of the gold questions.

`python -m benchmarks.fit_answer --shared ../shared` prints two tables to paste there: one that
orders the sentences of a question (a listwise logistic fit: the right sentence against the others
of the same question), and one that tells answerable questions from the rest (a logistic fit over
the best sentence), with five-fold cross-validated figures. The held-out halves are never read.

Beside the gold questions stand those of `near_misses.tsv`, which no document answers: made from
answerable ones with another year, region, organisation or role, or an attribute nobody mentions.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answer.doubts import DOUBTS, read_doubts
from assistant.answer.quoting import widen
from assistant.answer.reply import weigh
from assistant.answer.scoring import FEATURES, JUDGED, must_decline, read_features
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import DEV, GoldQuestion, load_gold, select_split
from assistant.evaluate.matching import Haystack
from assistant.evaluate.questions import open_over

Floats = NDArray[np.float64]
NEAR_BEST = 1.5
"""As in `assistant/answer/reply.py`."""
GOLD = Path(__file__).resolve().parent.parent / "assistant" / "evaluate" / "gold"
NEAR_MISSES = Path(__file__).resolve().parent / "near_misses.tsv"
RANK_PENALTY, ANSWER_PENALTY = 0.02, 2.0
"""Strength of the squared penalty on the weights: small sets call for small weights."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question: features and doubts per unit, the share of the evidence that each holds, hard refusals."""

    gold: GoldQuestion
    features: Floats
    doubts: Floats
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
        doubts = np.array([read_doubts(weighed.question, unit, weighed.matcher) for unit in weighed.units])
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
        samples.append(Sample(question, features, doubts, held, refused))
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
        known = dict(
            zip(
                (*FEATURES, *DOUBTS, "score"),
                (*sample.features[top], *sample.doubts[top], scores[top] / 10.0),
                strict=True,
            )
        )
        rows.append([known[name] for name in JUDGED])
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


def cross_validate(samples: list[Sample], folds: int = 5) -> Floats:
    """Give the chance that each sample gets from the folds it is not in; print first-place accuracy."""
    first, third = [], []
    chances = np.zeros(len(samples))
    for fold in range(folds):
        train = [sample for place, sample in enumerate(samples) if place % folds != fold]
        places = [place for place in range(len(samples)) if place % folds == fold]
        order = fit_order(train)
        rows, marks, _ = best_rows(train, order)
        weights = fit_answer(rows, marks)
        rows, _, refused = best_rows([samples[place] for place in places], order)
        given = 1.0 / (1.0 + np.exp(-(np.hstack([rows, np.ones((len(rows), 1))]) @ weights)))
        chances[places] = np.where(refused, 0.0, given)
        for sample in (samples[place] for place in places):
            if sample.gold.answerable:
                ranked = np.argsort(-(sample.features @ order), kind="stable")
                right = (sample.held >= sample.held.max() - 1e-9) & (sample.held.max() >= 0.5)
                first.append(bool(right[ranked[0]]))
                third.append(bool(right[ranked[:3]].any()))
    print(f"first={np.mean(first):.3f} in three={np.mean(third):.3f}")
    return chances


def report(name: str, chances: Floats, answerable: NDArray[np.bool_], thresholds: Sequence[float]) -> None:
    """Print the area under the curve and the risk-coverage points of one set."""
    good, bad = chances[answerable], chances[~answerable]
    pairs = good[:, None] - bad[None, :]
    area = np.mean((pairs > 0) + 0.5 * (pairs == 0)) if pairs.size else np.nan
    print(f"{name}: answerable {len(good)}, not {len(bad)}, AUROC {area:.3f}")
    for threshold in thresholds:
        wrongly = np.mean(good < threshold) if len(good) else np.nan
        print(
            f"  threshold {threshold:.2f}: unanswerable declined {np.mean(bad < threshold):.3f}, "
            f"answerable declined {wrongly:.3f}"
        )


def read_near_misses(name: str) -> tuple[GoldQuestion, ...]:
    """Give the near-misses over the documents of one gold set."""
    rows = [line.split("\t") for line in NEAR_MISSES.read_text(encoding="utf-8").splitlines()[1:]]
    return tuple(
        GoldQuestion(f"{name}-{number}", question, "janee", answerable=False, split=DEV)
        for number, (documents, question) in enumerate(rows)
        if documents == name
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
    sets: list[str] = []
    for name, folder in folders.items():
        with open_over(folder, Settings(), print) as assistant:
            own = read_samples(assistant, select_split(load_gold(GOLD / f"{name}.jsonl"), DEV))
            near = read_samples(assistant, read_near_misses(name))
        samples.extend((*own, *near))
        sets.extend([*[name] * len(own), *["near misses"] * len(near)])
    mix = np.random.default_rng(0).permutation(len(samples))
    samples, sets = [samples[place] for place in mix], [sets[place] for place in mix]
    chances = cross_validate(samples)
    answerable = np.array([sample.gold.answerable for sample in samples])
    fifth = float(np.quantile(chances[answerable], 0.05))
    for name in dict.fromkeys((*folders, "near misses")):
        inside = np.array([one == name for one in sets])
        report(name, chances[inside], answerable[inside], (fifth,))
    report("all", chances, answerable, (fifth, *np.arange(0.2, 0.65, 0.05)))
    order = fit_order(samples)
    rows, labels, _ = best_rows(samples, order)
    show("ORDER_WEIGHTS", order, FEATURES)
    show("ANSWER_WEIGHTS", fit_answer(rows, labels), (*JUDGED, "bias"))


if __name__ == "__main__":
    main()

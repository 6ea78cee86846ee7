"""Fit the forest of `assistant/answer/judging.py` on the development halves of the gold questions and the near-misses.

`python -m benchmarks.fit_forest --shared ../shared` writes `assistant/answer/data/answer_forest.npz`: extremely
randomised trees over what `judging.COLUMNS` names of the best sentence of each question, and the weights with which
their log odds are added to those of `scoring.judge`. Run it after `benchmarks.fit_answer`, whose weights order the
sentences. Cross-validated by document, as there; the weights of the two rest on chances that neither fit had seen.
The held-out halves are never read.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.ensemble import ExtraTreesClassifier

from assistant.answer.forest import FOREST_FILE, Forest, round_chance
from assistant.answer.judging import COLUMNS, LEAST_CHANCE
from assistant.answer.scoring import JUDGED, THRESHOLD
from assistant.answer.weighing import weigh
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import DEV, GoldQuestion, load_gold, select_split
from assistant.evaluate.questions import open_over
from assistant.evaluate.run import SUITES
from assistant.evaluate.sources import SOURCES, find_documents
from benchmarks.fit_answer import (
    GOLD,
    NEAR,
    SETS,
    WRONGLY_DECLINED,
    fit_answer,
    fold_by_document,
    read_near_misses,
    report,
    show_risk,
)

Floats = NDArray[np.float64]
TREES, LEAST_LEAF, SHARE = 150, 3, 0.25
"""Trees, questions in a leaf, and the share of the columns that each node may choose from."""
_LEAF = -1
"""The child of a leaf, in scikit-learn."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question and the row of its best sentence."""

    gold: GoldQuestion
    row: tuple[float, ...]


def read_samples(assistant: Assistant, gold: Iterable[GoldQuestion]) -> list[Sample]:
    """Give the samples of one gold set over its documents: questions whose silence the chance decides."""
    samples = []
    for one in gold:
        weighed = weigh(one.question, assistant.find_evidence(one.question), assistant.library)
        if weighed.row and not weighed.absent and not weighed.units[0].lacks:
            samples.append(Sample(one, weighed.row))
    return samples


def fit_trees(rows: Floats, answerable: NDArray[np.bool_]) -> ExtraTreesClassifier:
    """Fit the trees; questions with and without an answer weigh alike."""
    trees = ExtraTreesClassifier(
        TREES, min_samples_leaf=LEAST_LEAF, max_features=SHARE, class_weight="balanced", random_state=0
    )
    return trees.fit(rows.astype(np.float32), answerable)


def cross_validate(
    rows: Floats, answerable: NDArray[np.bool_], folds: NDArray[np.int_]
) -> tuple[Floats, Floats]:
    """Give the linear chance and that of the trees for each question, from the folds that it is not in."""
    linear, trees = np.zeros(len(rows)), np.zeros(len(rows))
    for fold in sorted(set(folds.tolist())):
        train, test = folds != fold, folds == fold
        own = rows[:, : len(JUDGED)]
        weights = fit_answer(own[train], answerable[train].astype(float))
        linear[test] = 1.0 / (1.0 + np.exp(-(np.hstack([own[test], np.ones((test.sum(), 1))]) @ weights)))
        found = fit_trees(rows[train], answerable[train]).predict_proba(rows[test].astype(np.float32))
        trees[test] = found[:, 1]
    return linear, trees


def log_odds(chances: Floats) -> Floats:
    """Give the log odds of chances, as `judging.log_odds`."""
    kept = np.clip(chances, LEAST_CHANCE, 1.0 - LEAST_CHANCE)
    return np.asarray(np.log(kept / (1.0 - kept)))


def fit_blend(linear: Floats, trees: Floats, answerable: NDArray[np.bool_]) -> Floats:
    """Give the weights of both log odds and the bias."""
    design = np.column_stack([log_odds(linear), log_odds(trees), np.ones(len(linear))])
    balance = np.where(answerable, 0.5 / answerable.mean(), 0.5 / (~answerable).mean())

    def loss(weights: Floats) -> float:
        scores = design @ weights
        return float((balance * (np.logaddexp(0.0, scores) - answerable * scores)).mean())

    found: Floats = minimize(loss, np.array([0.5, 0.5, 0.0]), method="BFGS").x
    return found


def blend(weights: Floats, linear: Floats, trees: Floats) -> Floats:
    """Give the chances that the weights make of both."""
    scores = np.column_stack([log_odds(linear), log_odds(trees), np.ones(len(linear))]) @ weights
    return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def pack(trees: ExtraTreesClassifier, weights: Floats) -> Forest:
    """Give the trees as the arrays of `Forest`: scikit-learn's nodes stand in preorder as well."""
    column: list[int] = []
    threshold: list[float] = []
    right: list[int] = []
    chance: list[int] = []
    roots: list[int] = []
    for estimator in trees.estimators_:
        tree = estimator.tree_
        roots.append(len(column))
        for node in range(tree.node_count):
            leaf = tree.children_left[node] == _LEAF
            shares = tree.value[node][0]
            column.append(0 if leaf else int(tree.feature[node]))
            threshold.append(0.0 if leaf else float(tree.threshold[node]))
            right.append(0 if leaf else int(tree.children_right[node]) - node)
            chance.append(round_chance(float(shares[1] / shares.sum())) if leaf else 0)
    one, other, bias = (round(float(weight), 4) for weight in weights)
    return Forest(
        COLUMNS,
        np.array(column, dtype=np.uint8),
        np.array(threshold, dtype=np.float16),
        np.array(right, dtype=np.uint16),
        np.array(chance, dtype=np.uint8),
        np.array(roots, dtype=np.int64),
        (one, other, bias),
    )


def fit(samples: Sequence[Sample], sets: Sequence[str]) -> Forest:
    """Cross-validate and fit; print figures by set and the curve."""
    rows = np.array([sample.row for sample in samples])
    answerable = np.array([sample.gold.answerable for sample in samples])
    folds = fold_by_document(samples)
    linear, trees = cross_validate(rows, answerable, folds)
    weights = fit_blend(linear, trees, answerable)
    chances = np.zeros(len(samples))
    for fold in sorted(set(folds.tolist())):  # the three weights of the blend are of the other folds, too
        train, test = folds != fold, folds == fold
        own = fit_blend(linear[train], trees[train], answerable[train])
        chances[test] = blend(own, linear[test], trees[test])
    real = np.array([name != NEAR for name in sets])
    for name, values in (("linear", linear), ("trees", trees), ("both", chances)):
        threshold = float(np.quantile(values[answerable], WRONGLY_DECLINED))
        report(name, values[real], answerable[real], (threshold, *np.arange(0.2, 0.65, 0.05)))
    for name in dict.fromkeys(sets):
        inside = np.array([one == name for one in sets])
        if name == NEAR:
            inside = inside | answerable
        report(name, chances[inside], answerable[inside], (THRESHOLD,))
    show_risk(chances[real], answerable[real])
    print("blend:", weights.round(4))
    return pack(fit_trees(rows, answerable), weights)


def main() -> None:
    """Read the arguments and the samples, fit, print, write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--out", type=Path, default=FOREST_FILE)
    given = parser.parse_args()
    samples: list[Sample] = []
    sets: list[str] = []
    for name in SETS:
        source = SOURCES[SUITES[name].source]
        with find_documents(source, given.shared) as place, open_over(place, Settings(), print) as assistant:
            own = read_samples(assistant, select_split(load_gold(GOLD / f"{name}.jsonl"), DEV))
            near = read_samples(assistant, read_near_misses(name))
        samples.extend((*own, *near))
        sets.extend([*[name] * len(own), *[NEAR] * len(near)])
    forest = fit(samples, sets)
    forest.save(given.out)
    print(f"{len(forest.column)} nodes in {given.out}")


if __name__ == "__main__":
    main()

"""Fit the score of a theme on the marked passages of the half `dev`, and show how far it can be trusted.

`python -m benchmarks.fit_themes --shared ../shared` prints the coefficients, the figures for each
threshold and a table of reliability, all on passages of documents that were kept out of the fit in
turn; with `--write` the coefficients go into `assistant/extract/data/themes-score.toml`. The held
half is never read.

A passage has a theme when one of its paragraphs has it, so a theme of a passage is learnt from the
paragraph that scores highest for it; which one that is, is settled in a few rounds. Themes on which
readers differ (`optional`) are left out.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.evaluate.bodies import open_body
from assistant.evaluate.gold import DEV
from assistant.evaluate.passages import GOLD, find_passage, load_passages
from assistant.extract.evidence import FEATURES, SCORE_FILE, Row, describe, gather_evidence
from assistant.extract.source import read_source
from assistant.extract.themes import find_paragraphs
from assistant.extract.vocabulary import load_vocabulary

Floats = NDArray[np.float64]
PENALTY = 1.0
"""Strength of the squared penalty on the coefficients, the constant excepted."""
ROUNDS, STEPS, FOLDS = 4, 30, 8
_NEVER = -9.0


@dataclass(frozen=True, slots=True)
class Case:
    """A theme of a passage: whether it has it, and the figures of each of its paragraphs; maybe none."""

    text: str
    right: bool
    rows: tuple[Row, ...]


def read_cases(shared: Path) -> list[Case]:
    """Give the cases of the half `dev`, in the order of the file."""
    vocabulary = load_vocabulary()
    cases = []
    bodies = {}
    for passage in load_passages(GOLD / "facts-thema.jsonl"):
        if passage.split != DEV:
            continue
        if passage.text not in bodies:
            text = open_body(passage.text, shared).text
            found = gather_evidence(read_source(text), vocabulary.terms, find_paragraphs(text))
            bodies[passage.text] = (text, list(zip(found, describe(found), strict=True)))
        text, paragraphs = bodies[passage.text]
        place = find_passage(text, passage)
        if place is None:
            continue
        inside = [rows for item, rows in paragraphs if item.start < place.end and item.end > place.start]
        marked = {fact.fields["code"]: fact.optional for fact in passage.facts}
        for number, theme in enumerate(vocabulary.themes):
            if not marked.get(theme.code, False):
                rows = tuple(row[number] for row in inside if number in row)
                cases.append(Case(passage.text, theme.code in marked, rows))
    return cases


def fit(cases: Sequence[Case]) -> Floats:
    """Give the coefficients in the order of `FEATURES`."""
    weights = np.array([0.0, 1.0, *(0.0 for _ in FEATURES[2:])])
    held = [case for case in cases if case.rows]
    right = np.array([case.right for case in held], dtype=np.float64)
    for _ in range(ROUNDS):
        best = np.array([max(case.rows, key=lambda row: float(np.dot(row, weights))) for case in held])
        weights = _fit_logistic(best, right)
    return weights


def _fit_logistic(rows: Floats, right: Floats) -> Floats:
    """Give the coefficients by Newton's method."""
    weights = np.zeros(rows.shape[1])
    penalty = np.eye(rows.shape[1]) * PENALTY
    penalty[0, 0] = 1e-3
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (chance - right) + penalty @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        weights -= np.linalg.solve(curve, slope)
    return weights


def rate(cases: Sequence[Case], weights: Floats) -> list[tuple[float, bool]]:
    """Give score and truth of each case."""
    return [
        (
            float(1 / (1 + np.exp(-max((float(np.dot(row, weights)) for row in case.rows), default=_NEVER)))),
            case.right,
        )
        for case in cases
    ]


def cross_validate(cases: Sequence[Case]) -> list[tuple[float, bool]]:
    """Give score and truth of each case, with its document kept out of the fit."""
    texts = list(dict.fromkeys(case.text for case in cases))
    rated = []
    for fold in range(FOLDS):
        out = set(texts[fold::FOLDS])
        weights = fit([case for case in cases if case.text not in out])
        rated += rate([case for case in cases if case.text in out], weights)
    return rated


def measure(rated: Sequence[tuple[float, bool]], threshold: float) -> tuple[float, float, float]:
    """Give precision, recall and F1 at a threshold."""
    right = sum(truth for reached, truth in rated if reached >= threshold)
    found = sum(reached >= threshold for reached, _ in rated)
    gold = sum(truth for _, truth in rated)
    return right / max(found, 1), right / max(gold, 1), 2 * right / max(found + gold, 1)


def main() -> None:
    """Print the fit; write it with `--write`."""
    parser = argparse.ArgumentParser(description="Fits the score of a theme.")
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    cases = read_cases(options.shared)
    weights = fit(cases)
    lines = [f"{name} = {value:.3f}" for name, value in zip(FEATURES, weights, strict=True)]
    print("\n".join(lines))
    rated = cross_validate(cases)
    print("\n| threshold | precision | recall | F1 |\n|---|---|---|---|")
    for threshold in np.arange(0.3, 0.75, 0.1):
        print(
            f"| {threshold:.1f} | " + " | ".join(f"{part:.3f}" for part in measure(rated, threshold)) + " |"
        )
    print("\n| score | themes | mean score | right |\n|---|---|---|---|")
    for low, high in ((0.0, 0.2), (0.2, 0.4), (0.4, 0.6), (0.6, 0.8), (0.8, 0.9), (0.9, 1.01)):
        bin_ = [(reached, truth) for reached, truth in rated if low <= reached < high]
        if bin_:
            mean, right = np.mean([item[0] for item in bin_]), np.mean([item[1] for item in bin_])
            print(f"| {low:.1f}-{min(high, 1):.1f} | {len(bin_)} | {mean:.2f} | {right:.2f} |")
    if options.write:
        head = [line for line in SCORE_FILE.read_text(encoding="utf-8").splitlines() if re.match("#", line)]
        SCORE_FILE.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

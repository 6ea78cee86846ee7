"""Fit the weights of `assistant/answer/scoring.py` on the development halves of the gold questions.

`python -m benchmarks.fit_answer --shared ../shared` prints three tables to paste there: two that
order the sentences of a question (a listwise logistic fit: the right sentence against the others
of the same question), and one that tells answerable questions from the rest (a logistic fit over
the best sentence). Both are cross-validated by document: what is asked of one document is judged by
weights fitted on the others. The curve of risk against coverage is printed, and the threshold by the
rule of `WRONGLY_DECLINED`. The held-out halves are never read.

Beside the gold questions stand those of `near_misses.tsv`, which no document answers: made from
answerable ones with another year, region, organisation or role, or an attribute nobody mentions.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from assistant.answer.doubts import DOUBTS, read_doubts
from assistant.answer.features import FEATURES, read_features
from assistant.answer.quoting import widen
from assistant.answer.scoring import JUDGED, must_decline, read_evidence
from assistant.answer.weighing import weigh
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.evaluate.gold import DEV, GoldQuestion, load_gold, select_split
from assistant.evaluate.matching import Haystack
from assistant.evaluate.questions import open_over
from assistant.evaluate.run import SUITES
from assistant.evaluate.sources import SOURCES, find_documents

Floats = NDArray[np.float64]
NEAR_BEST = 1.5
"""As in `assistant/answer/reply.py`."""
_KEPT, _TELLING = 60, 5
"""Units of a question that weigh in the fit: so many of the highest, and so many that hold the answer."""
SPREAD, _DEEP = 4.3, 9
"""The median lead of the first unit on the tenth: the scale in which `reply.py` and others have their gaps."""
SETS, NEAR = ("seeds", "corpus", "pdfs", "decisions", "rules"), "near misses"
WRONGLY_DECLINED = 0.05
"""The share of the answerable questions that may be declined: the rule of the threshold."""
GOLD = Path(__file__).resolve().parent.parent / "assistant" / "evaluate" / "gold"
NEAR_MISSES = Path(__file__).resolve().parent / "near_misses.tsv"
RANK_PENALTY, ANSWER_PENALTY = 0.001, 0.3
"""Strength of the squared penalty on the weights (of the order: with each feature in its own spread): small sets
call for small weights."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One question: features and doubts per unit, the share of the evidence that each holds, hard refusals."""

    gold: GoldQuestion
    features: Floats
    doubts: Floats
    held: Floats
    refused: NDArray[np.bool_]

    @property
    def ordering(self) -> Floats:
        """What orders the units: their features, the doubts about them, and whether they are refused."""
        return np.hstack([self.features, self.doubts[:, : len(DOUBTS)], self.refused[:, None]])


def read_samples(assistant: Assistant, gold: tuple[GoldQuestion, ...]) -> list[Sample]:
    """Give the samples of one gold set over its documents."""
    samples = []
    for question in gold:
        weighed = weigh(
            question.question, assistant.find_evidence(question.question), assistant.library, wholly=True
        )
        units, matcher = weighed.units, weighed.matcher
        if not units or weighed.absent or units[0].lacks:
            continue  # not told by these weights
        held = np.zeros(len(units))
        for place, unit in enumerate(units):
            if question.answerable and unit.reading.document.path in question.documents and question.evidence:
                quote = widen(unit, weighed.question).of(unit.reading.document.text)
                held[place] = Haystack(quote).share(question.evidence)
        kept = keep_telling([unit.score for unit in units], held)
        units = [units[place] for place in kept]
        features = np.array([read_features(unit, matcher) for unit in units])
        doubts = np.array([read_doubts(weighed.question, unit, matcher) for unit in units])
        refused = np.array([must_decline(weighed.question, unit, matcher) for unit in units])
        samples.append(Sample(question, features, doubts, held[kept], refused))
    return samples


def keep_telling(scores: Sequence[float], held: Floats) -> list[int]:
    """Give the places of the units that weigh in a fit: the highest, and those that hold the answer."""
    highest = sorted(range(len(scores)), key=lambda place: -scores[place])[:_KEPT]
    return sorted(
        {*highest, *(int(place) for place in np.flatnonzero(held >= max(0.5, held.max()))[:_TELLING])}
    )


def fit_chances(samples: Sequence[Sample]) -> Floats:
    """Give the weights that put the sentences with the answer first: the softmax of the scores is their chance."""
    lists = [sample for sample in samples if sample.held.max() >= 0.5]
    features = np.vstack([sample.ordering for sample in lists])
    spread = features.std(axis=0) + 1e-9
    features = features / spread
    right = np.concatenate([(s.held >= s.held.max() - 1e-9).astype(float) for s in lists])
    lengths = [len(sample.held) for sample in lists]
    starts = np.cumsum([0, *lengths[:-1]])
    owners = np.repeat(np.arange(len(lists)), lengths)

    def loss(weights: Floats) -> tuple[float, Floats]:
        scores = features @ weights
        chances = np.exp(scores - np.maximum.reduceat(scores, starts)[owners])
        chances /= np.add.reduceat(chances, starts)[owners]
        inside = chances * right
        total = np.add.reduceat(inside, starts) + 1e-12
        slope = features.T @ (chances - inside / total[owners]) / len(lists)
        penalty = RANK_PENALTY * float(weights @ weights)
        return penalty - float(np.log(total).mean()), slope + 2 * RANK_PENALTY * weights

    found: Floats = minimize(loss, np.zeros(features.shape[1]), jac=True, method="L-BFGS-B").x
    return found / spread


def fit_order(samples: Sequence[Sample]) -> Floats:
    """Give those weights in the scale of `SPREAD`."""
    order = fit_chances(samples)
    return order / find_scale(samples, order)


def find_scale(samples: Sequence[Sample], order: Floats) -> float:
    """Give the median lead of the first unit on the tenth, as a share of `SPREAD`: what `SHARPNESS` is for."""
    leads = []
    for sample in samples:
        if sample.held.max() >= 0.5:
            scores = np.sort(sample.ordering @ order)[::-1]
            leads.append(scores[0] - scores[min(_DEEP, len(scores) - 1)])
    return float(np.median(leads)) / SPREAD


def best_rows(samples: Sequence[Sample], order: Floats) -> tuple[Floats, Floats]:
    """Give for each question what its best unit's probability rests on, and the label."""
    rows, labels = [], []
    for sample in samples:
        scores = sample.ordering @ order
        allowed = np.where(sample.refused | (scores < scores.max() - NEAR_BEST), -np.inf, scores)
        top = int(np.argmax(allowed if np.isfinite(allowed).any() else scores))
        refused = bool(sample.refused[top])
        rows.append(
            read_evidence(sample.features[top], sample.doubts[top], float(scores[top]), refused=refused)
        )
        labels.append(float(sample.gold.answerable))
    return np.array(rows), np.array(labels)


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


def fold_by_document(samples: Sequence[Sample], folds: int = 5) -> NDArray[np.int_]:
    """Give the fold of each sample: what is asked of one document stays together, the rest is spread by turns."""
    counts = Counter(sample.gold.documents[0] for sample in samples if sample.gold.documents)
    loads = [0] * folds
    fold_of: dict[str, int] = {}
    for document, count in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
        fold_of[document] = loads.index(min(loads))
        loads[fold_of[document]] += count
    return np.array(
        [
            fold_of[sample.gold.documents[0]] if sample.gold.documents else place % folds
            for place, sample in enumerate(samples)
        ]
    )


def cross_validate(samples: Sequence[Sample]) -> Floats:
    """Give the chance that each sample gets from the folds it is not in; print how often the answer is first."""
    first, third = [], []
    chances = np.zeros(len(samples))
    numbers = fold_by_document(samples)
    for fold in sorted(set(numbers.tolist())):
        train = [sample for sample, number in zip(samples, numbers, strict=True) if number != fold]
        places = np.flatnonzero(numbers == fold)
        order = fit_order(train)
        weights = fit_answer(*best_rows(train, order))
        rows, _ = best_rows([samples[place] for place in places], order)
        chances[places] = 1.0 / (1.0 + np.exp(-(np.hstack([rows, np.ones((len(rows), 1))]) @ weights)))
        for sample in (samples[place] for place in places):
            if sample.gold.answerable:
                ranked = np.argsort(-(sample.ordering @ order), kind="stable")
                right = (sample.held >= sample.held.max() - 1e-9) & (sample.held.max() >= 0.5)
                first.append(bool(right[ranked[0]]))
                third.append(bool(right[ranked[:3]].any()))
    print(f"first={np.mean(first):.3f} in three={np.mean(third):.3f}")
    return chances


def show_risk(chances: Floats, answerable: NDArray[np.bool_]) -> None:
    """Print the curve of risk against coverage: of the questions answered, the share that had no answer."""
    print("coverage  risk   threshold")
    order = np.argsort(-chances, kind="stable")
    for share in np.arange(0.1, 1.01, 0.1):
        answered = order[: max(1, round(share * len(order)))]
        print(f"{share:8.1f}  {np.mean(~answerable[answered]):.3f}  {chances[answered[-1]]:.3f}")


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


def fit(samples: Sequence[Sample], sets: Sequence[str]) -> None:
    """Cross-validate and fit; print figures by set, the curve, the threshold and the weights."""
    chances = cross_validate(samples)
    answerable = np.array([sample.gold.answerable for sample in samples])
    real = np.array([name != NEAR for name in sets])
    threshold = float(np.quantile(chances[answerable], WRONGLY_DECLINED))
    for name in dict.fromkeys(sets):
        inside = answerable if name == NEAR else np.zeros(len(samples), dtype=bool)
        inside = inside | np.array([one == name for one in sets])
        report(name, chances[inside], answerable[inside], (threshold,))
    report("all", chances[real], answerable[real], (threshold, *np.arange(0.2, 0.65, 0.05)))
    show_risk(chances[real], answerable[real])
    order = fit_order(samples)
    print(f"SHARPNESS = {find_scale(samples, fit_chances(samples)):.2f}")
    show("ORDER_WEIGHTS", order[: len(FEATURES)], FEATURES)
    show("DOUBT_WEIGHTS", order[len(FEATURES) :], (*DOUBTS, "refused"))
    show("ANSWER_WEIGHTS", fit_answer(*best_rows(samples, order)), (*JUDGED, "bias"))


def main() -> None:
    """Read the arguments and the samples, fit, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    shared: Path = parser.parse_args().shared
    samples: list[Sample] = []
    sets: list[str] = []
    for name in SETS:
        source = SOURCES[SUITES[name].source]
        with find_documents(source, shared) as place, open_over(place, Settings(), print) as assistant:
            own = read_samples(assistant, select_split(load_gold(GOLD / f"{name}.jsonl"), DEV))
            near = read_samples(assistant, read_near_misses(name))
        samples.extend((*own, *near))
        sets.extend([*[name] * len(own), *[NEAR] * len(near)])
    fit(samples, sets)


if __name__ == "__main__":
    main()

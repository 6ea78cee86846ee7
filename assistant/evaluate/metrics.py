"""What an answer is worth against gold, and the figures over many answers.

An answerable question is *right* when the answer holds every required thing (`contains`) and the
quotes from the right documents hold all the evidence (`citation`). An unanswerable one is right
when it was declined. Intervals are percentile bootstraps over questions (Efron and Tibshirani
1993, 2,000 resamples, fixed seed), so the same outcomes always give the same figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assistant.evaluate.gold import KINDS, SPLITS, GoldQuestion
from assistant.evaluate.matching import Haystack, normalise
from assistant.types import Answer, Citation

RESAMPLES = 2_000
SEED = 20_240_601
LEVEL = 0.95
TOTAL = "totaal"
"""Label of the row over all kinds."""

_OPENERS = ("de ", "het ", "een ", "ruim ", "circa ", "ongeveer ", "meer dan ", "in ", "op ", "via ", "tot ")


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict on one question.

    `short` (the short answer holds an acceptable one), `exact` (it says nothing else) and
    `items` (share of the required things that the answer names) are None where the gold asks
    for none or the question is unanswerable. `citation_recall` is the share of the evidence that
    the quotes hold, `citation_precision` the share of the quotes that hold some of it, both of
    the right documents; after Gao et al. 2023 (ALCE), with the gold's evidence as the judge of support.
    """

    question: GoldQuestion
    answered: bool
    contains: bool = False
    citation: bool = False
    first_citation: bool = False
    short: bool | None = None
    exact: bool | None = None
    items: float | None = None
    citation_recall: float | None = None
    citation_precision: float | None = None
    confidence: float = 0.0
    said: str = ""

    @property
    def right(self) -> bool:
        """Tell whether the question was answered rightly, or rightly declined."""
        if not self.question.answerable:
            return not self.answered
        return self.contains and self.citation


@dataclass(frozen=True, slots=True)
class Figure:
    """A mean over `count` questions with its 95% interval, None where that was not measured."""

    name: str
    value: float
    low: float | None
    high: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one kind, one set or the whole; `label` names it."""

    label: str
    answerable: int
    unanswerable: int
    figures: tuple[Figure, ...]

    def value(self, name: str) -> float | None:
        """Give one figure's value; None where it was not measured."""
        return next((figure.value for figure in self.figures if figure.name == name), None)


def judge(question: GoldQuestion, answer: Answer) -> Outcome:
    """Compare one answer with its gold."""
    said = answer.short or answer.text
    if not question.answerable or not answer.answered:
        return Outcome(
            question,
            answer.answered,
            short=False if _wants_short(question) else None,
            exact=False if _wants_short(question) else None,
            items=0.0 if _wants_items(question) else None,
            citation_recall=0.0 if _wants_evidence(question) else None,
            confidence=answer.confidence,
            said=said,
        )
    spoken = Haystack(f"{answer.short or ''}\n{answer.text}")
    quotes = [item for item in answer.citations if item.path in question.documents]
    everything = Haystack("\n".join(item.quote for item in quotes))
    first = answer.citations[:1]
    short = short_is_right(question, answer.short) if _wants_short(question) else None
    contains = spoken.holds_all(question.must)
    if question.kind == "documenten" and not question.must:
        contains = {item.path for item in answer.citations} == set(question.documents)
    if question.kind == "janee" and _polarity(answer.short) not in ("", *question.short):
        contains = False
    return Outcome(
        question,
        answered=True,
        contains=contains,
        citation=bool(quotes) and everything.holds_all(question.evidence),
        first_citation=_holds(first, question),
        short=short,
        exact=_is_exact(question, answer.short) if _wants_short(question) else None,
        items=spoken.share(question.must) if _wants_items(question) else None,
        citation_recall=everything.share(question.evidence) if _wants_evidence(question) else None,
        citation_precision=_precision(answer.citations, question) if _wants_evidence(question) else None,
        confidence=answer.confidence,
        said=said,
    )


def summarise(outcomes: Sequence[Outcome]) -> tuple[Row, ...]:
    """Give the row over all outcomes first, then the splits, then the kinds that occur, in `KINDS` order.

    The splits are left out where only one was asked.
    """
    rows = [measure(TOTAL, outcomes)]
    splits = [[item for item in outcomes if item.question.split == split] for split in SPLITS]
    if all(splits):
        rows.extend(measure(split, part) for split, part in zip(SPLITS, splits, strict=True))
    for kind in KINDS:
        of_kind = [outcome for outcome in outcomes if outcome.question.kind == kind]
        if of_kind:
            rows.append(measure(kind, of_kind))
    return tuple(rows)


def measure(label: str, outcomes: Sequence[Outcome]) -> Row:
    """Give the figures over these outcomes; a figure over no questions is left out."""
    asked = [outcome for outcome in outcomes if outcome.question.answerable]
    near = [outcome for outcome in outcomes if not outcome.question.answerable]
    columns: list[tuple[str, Iterable[float | None]]] = [
        ("right", (outcome.right for outcome in asked)),
        ("contains", (outcome.contains for outcome in asked)),
        ("citation", (outcome.citation for outcome in asked)),
        ("first_citation", (outcome.first_citation for outcome in asked)),
        ("citation_recall", (outcome.citation_recall for outcome in asked)),
        ("citation_precision", (outcome.citation_precision for outcome in asked)),
        ("short", (outcome.short for outcome in asked)),
        ("exact", (outcome.exact for outcome in asked)),
        ("items", (outcome.items for outcome in asked)),
        ("wrongly_declined", (not outcome.answered for outcome in asked)),
        ("declined", (not outcome.answered for outcome in near)),
    ]
    figures = [
        average(name, [float(value) for value in values if value is not None]) for name, values in columns
    ]
    figures.append(separate(asked, near))
    return Row(label, len(asked), len(near), tuple(figure for figure in figures if figure.count))


def average(name: str, values: Sequence[float]) -> Figure:
    """Give the mean of the values with its bootstrap interval; zero with count 0 for none."""
    if not values:
        return Figure(name, 0.0, 0.0, 0.0, 0)
    sample = np.asarray(values, dtype=np.float64)
    generator = np.random.default_rng(SEED)
    means = sample[generator.integers(0, len(sample), (RESAMPLES, len(sample)))].mean(axis=1)
    low, high = np.quantile(means, ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Figure(name, float(sample.mean()), float(low), float(high), len(sample))


def separate(asked: Sequence[Outcome], near: Sequence[Outcome]) -> Figure:
    """Give the area under the ROC curve of `confidence` as a sign that there is an answer."""
    if not asked or not near:
        return Figure("auroc", 0.0, 0.0, 0.0, 0)
    wins = _compare([item.confidence for item in asked], [item.confidence for item in near])
    generator = np.random.default_rng(SEED)
    rows = generator.integers(0, len(asked), (RESAMPLES, len(asked)))
    columns = generator.integers(0, len(near), (RESAMPLES, len(near)))
    weight = np.zeros((RESAMPLES, len(asked)))
    np.add.at(weight, (np.arange(RESAMPLES)[:, None], rows), 1 / len(asked))
    other = np.zeros((RESAMPLES, len(near)))
    np.add.at(other, (np.arange(RESAMPLES)[:, None], columns), 1 / len(near))
    areas = ((weight @ wins) * other).sum(axis=1)
    low, high = np.quantile(areas, ((1 - LEVEL) / 2, (1 + LEVEL) / 2))
    return Figure("auroc", float(wins.mean()), float(low), float(high), len(asked) + len(near))


def _compare(high: Sequence[float], low: Sequence[float]) -> NDArray[np.float64]:
    difference = np.subtract.outer(np.asarray(high, dtype=np.float64), np.asarray(low, dtype=np.float64))
    return (np.sign(difference) + 1) / 2


def _holds(citations: Sequence[Citation], question: GoldQuestion) -> bool:
    return any(
        item.path in question.documents and Haystack(item.quote).holds_all(question.evidence)
        for item in citations
    )


def _precision(citations: Sequence[Citation], question: GoldQuestion) -> float:
    """Give the share of the quotes that hold some of the evidence, in one of the right documents."""
    useful = [
        item.path in question.documents and Haystack(item.quote).share(question.evidence) > 0
        for item in citations
    ]
    return sum(useful) / len(useful) if useful else 0.0


def _wants_evidence(question: GoldQuestion) -> bool:
    return question.answerable and bool(question.evidence)


def _wants_short(question: GoldQuestion) -> bool:
    return question.answerable and bool(question.short)


def _wants_items(question: GoldQuestion) -> bool:
    return question.answerable and question.kind == "lijst" and len(question.must) > 1


def short_is_right(question: GoldQuestion, short: str | None) -> bool:
    """Tell whether a short answer holds an accepted one, or all required things where there are several."""
    if not short:
        return False
    if question.kind == "janee":
        return _polarity(short) in question.short
    spoken = Haystack(short)
    return spoken.holds_any(question.short) or (len(question.must) > 1 and spoken.holds_all(question.must))


def _is_exact(question: GoldQuestion, short: str | None) -> bool:
    if not short:
        return False
    if question.kind == "janee":
        return _polarity(short) in question.short
    return _strip(short) in {_strip(wanted) for wanted in question.short}


def _polarity(short: str | None) -> str:
    """Give "ja" or "nee" when the short answer opens with it, else an empty text."""
    first = normalise(short or "").split(" ", 1)[0].strip(".,:;!")
    return first if first in ("ja", "nee") else ""


def _strip(short: str) -> str:
    """Drop what does not change a short answer: articles, prepositions, "ruim", a final stop."""
    text = normalise(short).strip(" .,;:\"'")
    while True:
        opener = next((word for word in _OPENERS if text.startswith(word)), None)
        if opener is None:
            return text
        text = text[len(opener) :]

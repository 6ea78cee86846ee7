"""The short answer of the sentence that is served: a stretch chosen by what was learned from answered questions.

A log-linear model over the stretches of one sentence (Rajpurkar et al. 2016, section 4.2), fitted by
`python -m benchmarks.fit_short`, whose weights are the table `data/span_weights.tsv`. It speaks where the finders of
`shorts.py` find nothing or are not sure; the order of the sentences and silence still rest on the finders alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from assistant.answer.asking import find_slot
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind, asks_overview
from assistant.answer.matching import Matcher
from assistant.answer.question import Question
from assistant.answer.rows import find_cells, row_label
from assistant.answer.shorts import abbreviates_question, repeats_question
from assistant.answer.sided import is_asked_side
from assistant.answer.spanfeatures import read_span, view_sentence
from assistant.answer.spans import MOST_WORDS, find_spans, place_span
from assistant.types import BlockKind, Span

WEIGHTS_FILE = Path(__file__).parent / "data" / "span_weights.tsv"
ALL = "alle"
"""The column of the weights that hold for every kind of question; the other columns add to it."""
SURE = {
    QuestionKind.NAME: 1.1,
    QuestionKind.ORGANISATION: 0.9,
    QuestionKind.PLACE: 0.75,
    QuestionKind.PERSON: 0.6,
    QuestionKind.LIST: 0.3,
}
"""The fit from which what a finder gives stays; above 1: never. For other kinds `SHOWN`. Set on the development
questions, where the model alone does worse for values and better for names."""
SHOWN = 0.4
"""The fit from which `reply.py` shows what a finder gives, and that of a learned short answer."""
SILENT = frozenset(
    {
        QuestionKind.YESNO,
        QuestionKind.DOCUMENTS,
        QuestionKind.COMPARISON,
        QuestionKind.REASON,
        QuestionKind.MANNER,
        QuestionKind.PURPOSE,
        QuestionKind.DEFINITION,
    }
)
"""Kinds whose short answer is no stretch of a sentence, or a clause that only the finders tell: where they find none,
the document does not give the reason, manner, aim or definition in so many words. Of 75 learned definitions on the
development questions 15 were right."""
LEAST = {QuestionKind.TOPIC: 0.4, QuestionKind.LIST: 0.3, QuestionKind.NAME: 0.3}
_LEAST_ELSE = 0.15
"""The chance below which no stretch is an answer, by kind of question: from there about half of them are right on the
development questions, with and without an answer, and below it a quarter."""
_SPARED = 5.0
"""Words over which the worth of a longer stretch that holds the likely ones falls to 1/e."""


_IN_CELL = 0.61
"""The fit that the finders give to no name in a row that is not a cell by itself."""
_CELLS = re.compile(r" – |[:;] ")
"""What stands between the cells of a row."""


def _is_cell(unit: Unit) -> bool:
    """Tell whether the short answer is one whole cell of a row, or its label."""
    cells = (row_label(unit.text), *(cell for _, cell in find_cells(unit.text)))
    return unit.short is not None and any(cell.shift(unit.span.start) == unit.short for cell in cells)


_BODIES = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION})
_NOBODY = re.compile(
    r"(?:krachtens|ingevolge|blijkens|behoudens|middels|volgens|conform|overeenkomstig|wegens|tijdens|gedurende|sinds|ondanks) |"
    r"(?:\w{2,5} )?door het [a-zà-ÿ]+en van\b|.*\bgeen\b",
    re.IGNORECASE,
)
"""Prepositions before which nobody does or gets anything, an act ("door het aanvaarden van"), and what is denied."""


def set_short(question: Question, unit: Unit, matcher: Matcher) -> None:
    """Give the unit a learned short answer where its finder is not sure of one."""
    row = unit.reading.blocks.is_kind(unit.block, BlockKind.ROW)
    sure = SURE.get(question.kind, SHOWN)
    if row:
        sure = SHOWN if _is_cell(unit) else max(sure, _IN_CELL)
    if is_silent(question) or (unit.short is not None and unit.fit >= sure):
        return
    chosen = (
        None if question.kind is QuestionKind.LIST and unit.items else choose_span(question, unit, matcher)
    )
    text = unit.reading.document.text
    repeats = repeats_question if unit.short is not None else abbreviates_question
    if chosen is not None and repeats(question, chosen.of(text)):
        return
    if chosen is not None and question.kind in _BODIES and _NOBODY.match(chosen.of(text)):
        if unit.short is not None and chosen.covers(unit.short):
            unit.short = unit.short_text = None
        return
    if row and chosen is not None and _CELLS.search(chosen.of(text)):
        return  # it runs on from one cell of a table into another
    if chosen is not None and is_asked_side(question, unit, chosen):
        unit.short, unit.short_text = chosen, chosen.of(text)
        unit.fit = max(unit.fit, SHOWN)


def is_silent(question: Question) -> bool:
    """Tell whether a question has no short answer that could be a stretch of a sentence."""
    overview = question.kind is QuestionKind.TOPIC and asks_overview(question.text)
    return question.kind in SILENT or overview or bool(question.expansion)


def choose_span(question: Question, unit: Unit, matcher: Matcher) -> Span | None:
    """Give the stretch of the unit that answers best, in the document; None when none is likely to."""
    sentence = find_sentence(unit, matcher)
    slot = find_slot(question.text, question.asked)
    view = view_sentence(slot, unit, matcher, sentence)
    spans = list(find_spans(view.cut))
    if not spans:
        return None
    weights = read_weights().get(question.kind.value) or read_weights()[ALL]
    scores = [
        sum(weights.get(name, 0.0) * value for name, value in read_span(slot, view, *span)) for span in spans
    ]
    place, chance = weigh_spans(spans, np.array(scores))
    span = place_span(view.cut, *spans[place]).shift(sentence.start)
    if chance < LEAST.get(question.kind, _LEAST_ELSE) or not any(
        sign.isalpha() for sign in span.of(unit.reading.document.text)
    ):
        return None  # values are the finders' to tell
    return span


def find_sentence(unit: Unit, matcher: Matcher) -> Span:
    """Give the unit, or of a list or a very long one the sentence in it that holds most of the question."""
    if not unit.items and unit.text.count(" ") < MOST_WORDS:
        return unit.span
    reading = unit.reading
    inside = [
        span
        for block in reading.blocks_in(unit.span)
        for span in reading.sentences(block)
        if unit.span.covers(span)
    ]
    text = reading.document.text
    return max(
        inside,
        key=lambda span: (round(matcher.coverage(matcher.strengths(span.of(text))), 6), -span.start),
        default=unit.span,
    )


def weigh_spans(spans: Sequence[tuple[int, int]], scores: NDArray[np.float64]) -> tuple[int, float]:
    """Give the place of the best stretch and its worth: the chances of those it holds, less for its further words."""
    chances = np.exp(scores - scores.max())
    chances /= chances.sum()
    first, last = np.array(spans).T
    words = (last - first) / _SPARED
    # Summed over a grid of first and last words: a long enumeration has thousands of stretches, and millions of pairs.
    held = np.zeros((int(first.max()) + 1, int(last.max()) + 1))
    held[first, last] = chances * np.exp(words)
    held = held[::-1].cumsum(axis=0)[::-1].cumsum(axis=1)
    worth = held[first, last] * np.exp(-words)
    place = int(np.argmax(np.round(worth, 9)))
    return place, float(worth[place])


@lru_cache(maxsize=1)
def read_weights() -> dict[str, dict[str, float]]:
    """Read the weight of each feature for every kind of question in the table, and for any other kind (`ALL`)."""
    lines = WEIGHTS_FILE.read_text(encoding="utf-8").splitlines()
    kinds = lines[0].split("\t")[1:]
    found: dict[str, dict[str, float]] = {kind: {} for kind in kinds}
    for line in lines[1:]:
        name, *values = line.split("\t")
        own = dict(zip(kinds, (float(value or 0.0) for value in values), strict=True))
        for kind, value in own.items():
            total = value if kind == ALL else own[ALL] + value
            if total:
                found[kind][name] = total
    return found

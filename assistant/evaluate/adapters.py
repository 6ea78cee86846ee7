"""The evaluations that are no question sets, brought into the form of results."""

from __future__ import annotations

from pathlib import Path

from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.evaluate.extraction import ExtractionRow, evaluate_extraction
from assistant.evaluate.metadata import FieldFigures, evaluate_metadata
from assistant.evaluate.metrics import Figure, Row
from assistant.evaluate.results import Result
from assistant.evaluate.retrieval import RetrievalFigures, evaluate_decisions


def evaluate_retrieval(shared: Path, settings: Settings) -> tuple[Result, ...]:
    """Give one result for each way of searching, with a row a dev retrieval set."""
    figures = evaluate_decisions(shared, make_encoder(settings))
    described = (("encoder", Path(settings.encoder).name),)
    return tuple(
        Result(
            "retrieval", method, tuple(_search_row(item) for item in figures if item.row == method), described
        )
        for method in dict.fromkeys(item.row for item in figures)
    )


def evaluate_facts(shared: Path, settings: Settings) -> tuple[Result, ...]:
    """Give one result with a row for each set and kind of fact; the settings change nothing in it."""
    return (Result("extraction", "rules", tuple(_fact_row(item) for item in evaluate_extraction(shared))),)


def evaluate_labels(shared: Path, settings: Settings) -> tuple[Result, ...]:
    """Give one result with a row for each split and field of metadata; the settings change nothing in it."""
    return (Result("metadata", "rules", tuple(_field_row(item) for item in evaluate_metadata(shared))),)


def _field_row(figures: FieldFigures) -> Row:
    named = (
        ("right", figures.right, figures.documents),
        ("precision", figures.precision, figures.given),
        ("recall", figures.recall, figures.stated),
    )
    measured = tuple(Figure(name, value, None, None, count) for name, value, count in named if count)
    return Row(f"{figures.split}, {figures.field}", figures.documents, 0, measured)


def _fact_row(figures: ExtractionRow) -> Row:
    named = (
        ("precision", figures.precision, figures.found),
        ("recall", figures.recall, figures.gold),
        ("F1", figures.f1, figures.gold),
        ("value", figures.value, round(figures.recall * figures.gold)),
        ("right", figures.right, figures.gold),
    )
    measured = tuple(Figure(name, value, None, None, count) for name, value, count in named)
    return Row(f"{figures.set_name}, {figures.kind}", figures.gold, 0, measured)


def _search_row(figures: RetrievalFigures) -> Row:
    named = (
        ("recall@1", figures.recall_1),
        ("recall@5", figures.recall_5),
        ("recall@10", figures.recall_10),
        ("nDCG@10", figures.ndcg_10),
        ("MRR@10", figures.mrr_10),
    )
    count = figures.questions
    return Row(
        figures.set_name, count, 0, tuple(Figure(name, value, None, None, count) for name, value in named)
    )

"""The evaluations that are no question sets, brought into the form of results."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from assistant.config import Settings
from assistant.errors import UsageError
from assistant.evaluate.extraction import ExtractionRow, evaluate_extraction
from assistant.evaluate.facts import evaluate_passages
from assistant.evaluate.metadata import FieldFigures, evaluate_metadata
from assistant.evaluate.metrics import Figure, Row
from assistant.evaluate.pairing import WHOLE
from assistant.evaluate.results import Result
from assistant.evaluate.tallies import FactRow


@dataclass(frozen=True, slots=True)
class Request:
    """What an evaluation is asked: over which texts, and which sets (of `facts`: kinds) and rows (none: all)."""

    settings: Settings
    shared: Path | None
    write: Callable[[str], None]
    split: str | None = None
    sets: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    failures: bool = False


def evaluate_retrieval(request: Request) -> tuple[Result, ...]:
    """Give one result for each way of searching, with a row a set and half."""
    from assistant.evaluate.retrieval import measure_retrieval  # opens the index and the encoder

    figures = measure_retrieval(
        request.settings,
        request.shared,
        sets=request.sets,
        rows=request.rows,
        split=request.split,
        write=request.write,
        failures=request.failures,
    )
    described = (
        ("encoder", Path(request.settings.encoder).name),
        ("passage_chars", str(request.settings.passage_chars)),
    )
    return tuple(
        Result("retrieval", method, rows, described, request.split) for method, rows in figures.items()
    )


def evaluate_facts(request: Request) -> tuple[Result, ...]:
    """Give one result with a row for each set and kind of fact; the settings change nothing in it."""
    found = evaluate_extraction(_shared_of(request))
    return (Result("extraction", "rules", tuple(_fact_row(item) for item in found)),)


def evaluate_marked(request: Request) -> tuple[Result, ...]:
    """Give one result with a row for each kind of fact and split of the marked passages."""
    found = evaluate_passages(
        _shared_of(request),
        kinds=request.sets,
        split=request.split,
        write=request.write,
        failures=request.failures,
    )
    rows = tuple(_marked_row(item) for item in found)
    return (Result("facts", "rules", rows, split=request.split),)


def evaluate_labels(request: Request) -> tuple[Result, ...]:
    """Give one result with a row for each split and field of metadata; the settings change nothing in it."""
    found = evaluate_metadata(_shared_of(request))
    return (Result("metadata", "rules", tuple(_field_row(item) for item in found)),)


def _shared_of(request: Request) -> Path:
    if request.shared is None:
        raise UsageError("De map met echte teksten (../shared) ontbreekt.", "shared")
    return request.shared


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


def _marked_row(figures: FactRow) -> Row:
    low, high = figures.interval
    named = (
        ("precision", figures.precision, figures.found),
        ("recall", figures.recall, figures.gold),
    )
    placed = (
        ("span F1", figures.span_f1),
        ("overlap F1", figures.overlap_f1),
        ("value", figures.value),
    )
    measured = [
        *(Figure(name, value, None, None, count) for name, value, count in named),
        Figure("F1", figures.f1, low, high, figures.gold),
    ]
    if figures.kind not in WHOLE:
        measured.extend(
            Figure(name, value, None, None, figures.gold) for name, value in placed if value is not None
        )
    return Row(f"{figures.kind}, {figures.split}", figures.gold, 0, tuple(measured))

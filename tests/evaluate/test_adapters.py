"""Figures of evaluations in the form of results."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.evaluate import adapters
from assistant.evaluate.adapters import Request, evaluate_marked
from assistant.evaluate.tallies import FactRow


def test_a_theme_has_no_figures_of_its_place(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    rows = [
        FactRow(kind, "dev", 2, 4, 3, 0.5, 0.25, 0.3, (0.2, 0.4), 0.8, 0.6, 0.7)
        for kind in ("thema", "persoon")
    ]
    monkeypatch.setattr(adapters, "evaluate_passages", lambda shared, **given: rows)
    rows.append(FactRow("persoon: functie", "dev", 2, 4, 3, 0.5, 0.25, 0.3, (0.2, 0.4), 0.8))
    (result,) = evaluate_marked(Request(Settings(), tmp_path, print))
    named = {row.label: [figure.name for figure in row.figures] for row in result.rows}
    assert named["thema, dev"] == ["precision", "recall", "F1"]
    assert named["persoon, dev"] == ["precision", "recall", "F1", "span F1", "overlap F1", "value"]
    assert named["persoon: functie, dev"] == ["precision", "recall", "F1", "value"]
    assert [(row.answerable, row.figures[2].value, row.figures[2].low) for row in result.rows] == [
        (4, 0.3, 0.2)
    ] * 3

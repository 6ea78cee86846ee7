"""The benchmark of citations finds a citation that differs from its source."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Reading, parse_question
from assistant.config import Settings
from assistant.ingest import load_document
from benchmarks.citations import QUESTIONS, differs, make_units

TEXT = "# Nota\n\nDe brug is rood 🚲. Zij kost 3 euro.\n\nNodig zijn:\n\n- verf\n- een kwast\n"


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_citation_is_compared_with_the_source_as_it_is_read_again(tmp_path: Path, question: str) -> None:
    path = tmp_path / "nota.md"
    path.write_text(TEXT, encoding="utf-8")
    document = load_document(path, tmp_path, Settings())
    units = list(make_units(Reading(document, ()), random.Random(1)))
    assert len(units) == 7
    asked = parse_question(question)
    assert [differs(document, unit, asked) for unit in units] == [None] * len(units)
    other = replace(document, text=document.text.replace("rood", "blauw"))
    found = [wrong for unit in units if (wrong := differs(other, unit, asked)) is not None]
    assert any("nota.md" in wrong for wrong in found)

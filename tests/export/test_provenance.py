from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from assistant.config import Settings
from assistant.export import Provenance, describe_filters, describe_kinds, describe_settings
from assistant.types import Document, ExtractKind, Failure, Filters


def test_the_settings_are_those_that_decide_what_is_read(tmp_path: Path) -> None:
    told = dict(describe_settings(Settings(workers=7, ocr="off")))
    assert (told["LEESWIJZER_OCR"], told["LEESWIJZER_MAX_FILE_SECONDS"]) == ("off", "120")
    assert "LEESWIJZER_WORKERS" not in told
    assert "LEESWIJZER_THEMES" not in told
    own = tmp_path / "eigen.csv"
    own.write_text("code;naam;woorden\nfiets;Fiets;fietspad, fietsroute\n")
    told = dict(describe_settings(Settings(themes=own)))
    assert told["LEESWIJZER_THEMES"] == f"eigen.csv (sha256 {sha256(own.read_bytes()).hexdigest()})"


def test_filters_and_kinds_have_the_names_of_the_wire() -> None:
    filters = Filters(themes=("energie", "wonen"), since="2020", origin="vl")
    assert list(describe_filters(filters)) == [
        ("filter thema", "energie, wonen"),
        ("filter van", "2020"),
        ("filter herkomst", "vl"),
    ]
    assert describe_kinds((ExtractKind.DATE, ExtractKind.THEME)) == ("soorten", "thema, datum")
    assert describe_kinds(None)[1].count(", ") == len(ExtractKind) - 1


@pytest.mark.parametrize("failed", [True, False])
def test_facts_are_counted_with_the_document_that_they_are_of(failed: bool) -> None:
    made = Provenance()
    for number in range(3):
        made.begin(Document(f"{number}", f"{number}.txt", "ab", "Titel", "tekst", ()))
        for _ in range(number):
            made.count()
        if failed:
            made.fail(Failure(f"{number}.pdf", "stuk"))
    assert [row.facts for row in made.sources if row.reason is None] == [0, 1, 2]
    told = dict(made.describe())
    assert (told["gelezen"], told["mislukt"], told["feiten"]) == (3, 3 if failed else 0, 3)
    assert made.failed is failed

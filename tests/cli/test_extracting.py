from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.types import ExtractKind
from assistant.wire import FACT_COLUMNS

Run = Callable[..., Any]


def rows_of(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_the_facts_of_the_index_come_one_a_line(run: Run) -> None:
    done = run("extract")
    assert done.code == 0
    rows = rows_of(done.out)
    assert len(rows) > 5
    assert [(row["bestand"], row["start"]) for row in rows] == sorted(
        (row["bestand"], row["start"]) for row in rows
    )


def test_kinds_and_filters_limit_them(run: Run) -> None:
    rows = rows_of(
        run("extract", "--kind", "datum", "--kind", "regio", "--document", "nieuws/fietsroute.html").out
    )
    assert {row["soort"] for row in rows} <= {"datum", "regio"}
    assert {row["bestand"] for row in rows} == {"nieuws/fietsroute.html"}
    assert rows == rows_of(
        run("extract", "--kind", "datum,regio", "--document", "nieuws/fietsroute.html").out
    )


def test_files_are_read_without_an_index(run: Run, small_corpus: Path, tmp_path: Path) -> None:
    path = small_corpus / "nieuws" / "fietsroute.html"
    rows = rows_of(run("extract", "--kind", "datum", "bedrag", path, "--index", tmp_path / "leeg").out)
    assert {row["soort"] for row in rows} == {"datum", "bedrag"}
    assert {row["bestand"] for row in rows} == {"nieuws/fietsroute.html"}
    assert rows == rows_of(
        run("extract", "--kind", "datum", "--kind", "bedrag", "--document", "nieuws/fietsroute.html").out
    )


def test_a_bad_file_is_named_and_the_others_go_on(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "leeg.txt").write_text("")
    (folder / "goed.txt").write_text("Verslag\n\nOp 3 mei 2021 kwam de raad bijeen in Lommel.\n")
    (folder / "stuk.pdf").write_bytes(b"%PDF-1.7\nstuk")
    done = run("extract", folder)
    assert done.code == 1
    assert sorted(line.split(":")[1].strip() for line in done.err.splitlines()) == ["leeg.txt", "stuk.pdf"]
    assert {row["bestand"] for row in rows_of(done.out)} == {"goed.txt"}


def test_a_table_has_the_columns_of_the_wire_and_no_formula(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "feiten.csv"
    assert run("extract", "-o", target).code == 0
    rows = list(csv.reader(io.StringIO(target.read_text(), newline="")))
    assert tuple(rows[0]) == FACT_COLUMNS
    assert len(rows) == len(rows_of(run("extract").out)) + 1
    assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for row in rows for cell in row)
    assert run("extract", "--format", "csv").out.replace("\r\n", "\n") == target.read_text().replace(
        "\r\n", "\n"
    )


def test_loose_texts_keep_their_names_and_own_offsets(run: Run, tmp_path: Path) -> None:
    texts = {
        "t1": "😀 De raad van Eindhoven besloot op 15 juni 2020.",
        "t2": "Vorige maand kwam er € 1.000,50 bij.",
    }
    source = tmp_path / "teksten.jsonl"
    source.write_text(
        json.dumps({"kenmerk": "t1", "tekst": texts["t1"]})
        + "\n{}\n"
        + json.dumps({"kenmerk": "t2", "tekst": texts["t2"], "documentDatum": "2020-06-15"})
        + "\n"
        + json.dumps({"kenmerk": "t3", "tekst": "x", "documentDatum": "juni"})
        + "\n"
    )
    done = run("extract", "--lines", source, "--index", tmp_path / "leeg")
    assert done.code == 1
    assert [line.split(":")[0] for line in done.err.splitlines()] == ["regel 2", "regel 4"]
    rows = rows_of(done.out)
    assert [row["kenmerk"] for row in rows] == sorted(row["kenmerk"] for row in rows)
    assert {row["kenmerk"] for row in rows} == {"t1", "t2"}
    for row in rows:
        assert texts[row["kenmerk"]][row["start"] : row["eind"]] == row["tekst"]
        assert "document" not in row
    relative = next(row for row in rows if row["kenmerk"] == "t2" and row["soort"] == "datum")
    assert (relative["edtf"], relative["anker"]) == ("2020-05", "2020-06-15")
    table = run("extract", "--lines", source, "--format", "csv").out
    assert table.startswith("kenmerk,soort,tekst,")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["extract", "--kind", "weer"], "'weer' is geen soort; kies uit thema, regio"),
        (["extract", "bestaat-niet.pdf"], "bestaat-niet.pdf: dit bestand of deze map bestaat niet"),
        (["extract", "--kind", "datum", "regoi"], "regoi: dit bestand of deze map bestaat niet"),
        (["extract", "--format", "parquet"], "Schrijven als 'parquet' kan niet"),
        (["extract", "-o", "feiten.xlsx"], "Schrijven als 'xlsx' kan niet"),
        (["extract", "-o", "/bestaat/niet/feiten.csv"], "hier kan niet geschreven worden"),
        (["extract", "--lines", "x.jsonl", "y.pdf"], "--lines gaat niet samen"),
        (["extract", "--lines", "x.jsonl", "--theme", "energie"], "--lines gaat niet samen"),
        (["extract", "--lines", "x.jsonl", "-o", "x.jsonl"], "niet over de teksten heen"),
        (["extract", ".", "--theme", "energie"], "Filters werken op ingelezen documenten"),
    ],
)
def test_wrong_use_is_told_with_exit_code_2(run: Run, argv: list[str], words: str) -> None:
    done = run(*argv)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_every_kind_of_fact_can_be_asked_for(run: Run) -> None:
    from assistant.wire import KIND_WORDS

    for kind in ExtractKind:
        rows = rows_of(run("extract", "--kind", KIND_WORDS[kind]).out)
        assert {row["soort"] for row in rows} <= {KIND_WORDS[kind]}

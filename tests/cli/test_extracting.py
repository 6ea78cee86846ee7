from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from assistant import __version__
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
        (["extract", "--format", "pdf"], "Schrijven als 'pdf' kan niet; kies jsonl, csv, xlsx of parquet"),
        (["extract", "-o", "feiten.docx"], "Schrijven als 'docx' kan niet"),
        (
            ["extract", "-o", "/bestaat/niet/feiten.csv"],
            "feiten.csv: de map waarin dit moet komen, bestaat niet",
        ),
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


FORMS = ("jsonl", "csv", "xlsx", "parquet")


@pytest.mark.parametrize("form", FORMS)
def test_a_second_run_gives_the_same_bytes_whatever_the_number_of_processes(
    run: Run, small_corpus: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="het pakket pyarrow ontbreekt hier")
    made = []
    for number, workers in enumerate(("1", "3")):
        monkeypatch.setenv("LEESWIJZER_WORKERS", workers)
        assert run("extract", small_corpus, "-o", tmp_path / f"{number}.{form}").code == 0
        made.append((tmp_path / f"{number}.{form}").read_bytes())
    assert made[0] == made[1]
    assert len(made[0]) > 1000


def test_a_workbook_has_the_facts_and_where_they_come_from(run: Run, tmp_path: Path) -> None:
    target = tmp_path / "feiten.xlsx"
    asked = ("--kind", "datum", "regio", "--from", "2023")
    assert run("extract", *asked, "-o", target).code == 0
    book = openpyxl.load_workbook(target)
    rows = rows_of(run("extract", *asked).out)
    assert book.sheetnames == ["regio", "datum", "Herkomst"]
    for sheet in book.worksheets[:-1]:
        texts = [row[0] for row in sheet.iter_rows(min_row=2, values_only=True)]
        assert texts == [row["tekst"] for row in rows if row["soort"] == sheet.title]
    cells = list(book["Herkomst"].iter_rows(values_only=True))
    above = dict(row[:2] for row in cells)
    assert (above["soorten"], above["filter van"], above["feiten"]) == (
        "regio, datum",
        "2023",
        len(rows),
    )
    assert re.fullmatch("[0-9a-f]+", above["index"])
    assert (above["programma"], above["LEESWIJZER_OCR"]) == (f"Leeswijzer {__version__}", "auto")
    assert not [name for name in above if name and "WORKERS" in name]
    below = {row[0]: row for row in cells[cells.index((None,) * 8) + 2 :]}
    assert {*below} == {"beleid/nota-laadpalen.md", "besluiten/persbericht-kmo.txt"}
    for path, row in below.items():
        own = [fact for fact in rows if fact["bestand"] == path]
        assert (row[3], row[5]) == (own[0]["sha256"], len(own))


def test_the_themes_of_whole_documents_stand_where_they_come_from(run: Run, tmp_path: Path) -> None:
    """A filter on themes limits the facts, not what a document is about."""

    def themes_of(*asked: str) -> dict[str, str]:
        assert run("extract", *asked, "-o", tmp_path / "a.xlsx").code == 0
        sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Herkomst"]
        rows = list(sheet.iter_rows(values_only=True))
        head = next(place for place, row in enumerate(rows) if row[0] == "bestand")
        return {str(row[0]): str(row[6] or "") for row in rows[head + 1 :]}

    every = themes_of()
    assert {name.split(" | ")[0] for name in every.values()} > {"Mobiliteit"}
    several = next(path for path, names in every.items() if " | " in names)
    code = rows_of(run("extract", "--kind", "thema", "--document", several).out)[0]["code"]
    limited = themes_of("--theme", code)
    assert limited == {path: every[path] for path in limited}
    assert several in limited
    assert {*themes_of("--kind", "datum").values()} == {""}


def test_it_is_told_how_many_facts_a_file_has(run: Run, tmp_path: Path) -> None:
    source, target = tmp_path / "map", tmp_path / "feiten.xlsx"
    source.mkdir()
    (source / "goed.txt").write_text("Op 3 mei 2021, niet op 4 mei 2021.\n" * 600)
    done = run("extract", source, "--kind", "datum", "-o", target)
    assert (done.out, done.err) == ("", f"{target}: 1.200 feiten uit 1 document\n")
    (source / "leeg.txt").write_text("")
    failed, told = run("extract", source, "--kind", "Datum", "-o", target).err.splitlines()
    assert failed == "mislukt: leeg.txt: het bestand is leeg"
    assert told == f"{target}: 1.200 feiten uit 1 document; niet gelezen: 1"
    assert run("extract", source / "goed.txt", "--format", "csv", "-o", "-").err == ""


def test_files_of_several_paths_have_names_that_differ(run: Run, tmp_path: Path) -> None:
    """Two folders may hold a file of the same name; one file that is named twice is read once."""
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "nota.txt").write_text(f"Nota {name}\n\nOp 3 mei 2021 in Lommel.\n")
    (tmp_path / "los.txt").write_text("Op 4 mei 2021 in Gent.\n")
    one, two, loose = tmp_path / "een", tmp_path / "twee" / "nota.txt", tmp_path / "los.txt"
    rows = rows_of(run("extract", one, two, loose, one / "nota.txt", "--kind", "datum").out)
    assert [row["bestand"] for row in rows] == ["een/nota.txt", "twee/nota.txt", "los.txt"]
    assert [row["bestand"] for row in rows_of(run("extract", two, "--kind", "datum").out)] == ["nota.txt"]


def test_a_folder_that_cannot_be_looked_into_is_named(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "dicht").mkdir()
    (tmp_path / "goed.txt").write_text("Op 3 mei 2021 in Lommel.\n")
    look = os.scandir

    def refuse(path: str) -> Any:
        if str(path).endswith("dicht"):
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr("os.scandir", refuse)
    done = run("extract", tmp_path, "-o", tmp_path / "a.xlsx")
    assert done.code == 1
    assert done.err.startswith("mislukt: dicht: deze map kan niet worden gelezen")
    assert done.err.endswith("niet gelezen: 1\n")
    cells = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["Herkomst"].iter_rows(values_only=True))
    assert "dicht" in {row[0] for row in cells}


def test_a_folder_without_files_is_wrong_use(run: Run, tmp_path: Path) -> None:
    (tmp_path / "leeg").mkdir()
    done = run("extract", tmp_path / "leeg", "-o", tmp_path / "a.xlsx")
    assert (done.code, "leeg: hier staan geen bestanden om te lezen" in done.err) == (2, True)
    assert not (tmp_path / "a.xlsx").exists()


def test_a_file_that_failed_is_named_in_the_workbook(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "stuk.pdf").write_bytes(b"%PDF-1.7\nstuk")
    (folder / "goed.txt").write_text("Op 3 mei 2021 kwam de raad bijeen in Lommel.\n")
    assert run("extract", folder, "-o", tmp_path / "a.xlsx").code == 1
    cells = list(openpyxl.load_workbook(tmp_path / "a.xlsx")["Herkomst"].iter_rows(values_only=True))
    assert [(row[0], row[5] is not None, row[7] is not None) for row in cells[-2:]] == [
        ("goed.txt", True, False),
        ("stuk.pdf", False, True),
    ]


def test_the_file_that_is_written_is_not_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "goed.txt").write_text("Op 3 mei 2021 kwam de raad bijeen in Lommel.\n")
    made = []
    for _ in range(2):
        assert run("extract", tmp_path, "-o", tmp_path / "feiten.csv").code == 0
        made.append((tmp_path / "feiten.csv").read_bytes())
    assert made[0] == made[1]


def test_a_table_can_begin_with_a_mark_for_excel(run: Run, tmp_path: Path) -> None:
    assert run("extract", "--bom", "-o", tmp_path / "a.csv").code == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfsoort,")
    assert run("extract", "--format", "csv", "--bom").out.startswith("\ufeffsoort,")


def test_an_interrupted_run_leaves_the_file_of_the_run_before(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "feiten.xlsx"
    assert run("extract", "-o", target).code == 0
    before = target.read_bytes()

    def stop(*given: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("assistant.assistant.Assistant.document", stop)
    assert run("extract", "-o", target).code == 130
    assert target.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["feiten.xlsx"]


def test_facts_of_files_come_in_the_order_of_the_files(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first file takes longest, and a container and a bad file stand between the others."""
    monkeypatch.setenv("LEESWIJZER_WORKERS", "3")
    (tmp_path / "a.txt").write_text("Op 3 mei 2021 was er overleg in Lommel. " * 5_000)
    (tmp_path / "b.pdf").write_bytes(b"%PDF-1.7\nstuk")
    with zipfile.ZipFile(tmp_path / "c.zip", "w") as archive:
        for name in ("een.txt", "twee.txt"):
            archive.writestr(name, f"Op 4 mei 2021 was er overleg, staat in {name}.")
    (tmp_path / "d.txt").write_text("Op 5 mei 2021 was er overleg in Gent.")
    done = run("extract", "--kind", "datum", tmp_path)
    paths = list(dict.fromkeys(row["bestand"] for row in rows_of(done.out)))
    assert (done.code, paths) == (1, ["a.txt", "c.zip/een.txt", "c.zip/twee.txt", "d.txt"])


def test_what_a_screen_cannot_show_needs_a_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    done = run("extract", "--format", "xlsx")
    assert (done.code, "schrijf naar een bestand met -o" in done.err) == (2, True)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_program_that_is_stopped_leaves_no_half_file(tmp_path: Path, number: int, code: int) -> None:
    source, target = tmp_path / "teksten.jsonl", tmp_path / "feiten.xlsx"
    line = json.dumps({"tekst": "Op 3 mei 2021 was er overleg in Lommel over 5 miljoen euro. " * 200})
    source.write_text(f"{line}\n" * 2_000)
    target.write_text("goed")
    running = subprocess.Popen(
        [sys.executable, "-m", "assistant", "extract", "--lines", str(source), "-o", str(target)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "LEESWIJZER_WORKERS": "1"},
        stderr=subprocess.DEVNULL,
    )
    while running.poll() is None and not list(tmp_path.glob(".feiten*/*")):
        time.sleep(0.05)
    running.send_signal(number)
    assert running.wait(timeout=60) == code
    assert target.read_text() == "goed"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["feiten.xlsx", "teksten.jsonl"]


@pytest.mark.parametrize("form", FORMS)
def test_a_file_name_that_is_no_text_is_written_all_the_same(run: Run, tmp_path: Path, form: str) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="het pakket pyarrow ontbreekt hier")
    folder = tmp_path / "map"
    folder.mkdir()
    (folder / "a\udcff.txt").write_text("Op 3 mei 2021 kwam de raad bijeen in Lommel.\n")
    target = tmp_path / f"feiten.{form}"
    assert run("extract", folder, "-o", target).code == 0
    shown = run("extract", folder, "--format", "csv").out
    assert r"a\udcff.txt" in shown
    if form == "jsonl":
        assert rows_of(target.read_text())[0]["bestand"] == "a\udcff.txt"
    elif form == "xlsx":
        head, cells = openpyxl.load_workbook(target)["datum"].iter_rows(values_only=True)
        assert dict(zip(head, cells, strict=True))["bestand"] == r"a\udcff.txt"

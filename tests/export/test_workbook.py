from __future__ import annotations

import zipfile
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.export import Column, Provenance, Table, fact_table, write_export
from assistant.types import ExtractKind

Rows = list[dict[str, Any]]
DAYS = ("vroegst", "laatst", "documentDatum")


def load(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in openpyxl.load_workbook(path)}


def write(path: Path, rows: Rows, *columns: str) -> Path:
    own = tuple(Column(name) for name in columns)
    write_export(path, "xlsx", rows, Table(own, {"blad": own}), Provenance())
    return path


def test_every_kind_has_a_sheet_with_only_its_own_columns(
    tmp_path: Path, rows: Rows, provenance: Provenance
) -> None:
    write_export(tmp_path / "a.xlsx", "xlsx", rows, fact_table(), provenance)
    sheets = load(tmp_path / "a.xlsx")
    assert [*sheets] == [*fact_table().sheets, "Herkomst"]
    place = (
        *("zin", "kop", "titel", "documentDatum", "bestand"),
        *("pagina", "start", "eind", "document", "sha256"),
    )
    assert sheets["bedrag"][0][:3] == ("tekst", "waarde", "munt")
    assert sheets["persoon"][0] == ("tekst", "naam", "functie", "organisatie", *place)
    for kind, row in zip(ExtractKind, rows, strict=True):
        head, cells = sheets[row["soort"]]
        shown = {name: cell for name, cell in zip(head, cells, strict=True) if cell is not None}
        days = {name: shown.pop(name).date().isoformat() for name in DAYS if name in shown}
        told = {name: " | ".join(cell) if isinstance(cell, list) else cell for name, cell in row.items()}
        assert {"soort": row["soort"], **shown, **days} == told, kind


def test_days_and_numbers_are_real_ones(tmp_path: Path, rows: Rows, provenance: Provenance) -> None:
    write_export(tmp_path / "a.xlsx", "xlsx", rows, fact_table(), provenance)
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    dates, sums = book["datum"], book["bedrag"]
    assert (dates["C2"].value, dates["C2"].is_date, dates["C2"].number_format) == (
        datetime(2020, 3, 1),
        True,
        "yyyy-mm-dd",
    )
    assert (dates["B2"].value, dates["B2"].data_type) == ("2020-03-01", "s")
    assert (sums["B2"].value, sums["B2"].data_type, sums["B2"].number_format) == (10_700_000, "n", "#,##0")
    assert (sums["D2"].value, sums["D2"].number_format) == (12_500_000.5, "General")


def test_the_head_is_frozen_with_filters_and_wide_enough(
    tmp_path: Path, rows: Rows, provenance: Provenance
) -> None:
    write_export(tmp_path / "a.xlsx", "xlsx", rows * 3, fact_table(), provenance)
    for sheet in openpyxl.load_workbook(tmp_path / "a.xlsx").worksheets[:-1]:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.max_row == 4
        assert sheet["A1"].font.bold
        widths = [sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]]
        assert all(
            len(str(cell.value)) <= width + 1 <= 90 for cell, width in zip(sheet[1], widths, strict=True)
        )


@pytest.mark.parametrize("day", ["1815-06-18", "1900-01-01", "1900-02-28"])
def test_a_day_that_programs_do_not_agree_on_is_text(tmp_path: Path, rows: Rows, day: str) -> None:
    row = {**rows[2], "vroegst": day, "laatst": "9999-12-31"}
    write_export(tmp_path / "a.xlsx", "xlsx", [row], fact_table(), Provenance())
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["datum"]
    assert (sheet["C2"].value, sheet["C2"].data_type) == (day, "s")
    assert sheet["D2"].value == datetime(9999, 12, 31)


def test_the_first_day_after_the_29_february_that_never_was_is_a_real_one(tmp_path: Path, rows: Rows) -> None:
    row = {**rows[2], "vroegst": "1900-03-01", "documentDatum": "2020-06"}
    write_export(tmp_path / "a.xlsx", "xlsx", [row], fact_table(), Provenance())
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["datum"]
    assert sheet["C2"].value == datetime(1900, 3, 1)
    place = [cell.value for cell in sheet[1]].index("documentDatum")
    assert sheet[2][place].value == "2020-06"


def test_the_sheet_of_origin_names_documents_failures_and_what_was_asked(
    tmp_path: Path, rows: Rows, provenance: Provenance
) -> None:
    write_export(tmp_path / "a.xlsx", "xlsx", rows, fact_table(), provenance)
    cells = load(tmp_path / "a.xlsx")["Herkomst"]
    above = dict(row[:2] for row in cells if row[0] and row[1] and row[2] is None)
    assert above["programma"].startswith("Leeswijzer ")
    assert (above["index"], above["filter thema"]) == ("g7", "energie")
    assert (above["gelezen"], above["mislukt"], above["feiten"]) == (1, 1, len(rows))
    head = ("bestand", "titel", "datum", "sha256", "paginas", "feiten", "themas", "mislukt")
    place = cells.index(head)
    assert cells[place + 1 :] == [
        ("map/nota.pdf", "Nota", datetime(2020, 6, 15), "ab" * 32, 2, len(rows), "Energie | Zorg", None),
        ("map/stuk.pdf", None, None, None, None, None, None, "=het bestand is beschadigd"),
    ]
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert book["Herkomst"].auto_filter.ref == f"A{place + 1}:H{place + 3}"


def test_a_full_sheet_goes_on_in_another(
    tmp_path: Path, rows: Rows, provenance: Provenance, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.export.workbook.MOST_ROWS", 4)
    region = [{**rows[1], "start": place} for place in range(8)]
    provenance.sources *= 3
    write_export(tmp_path / "a.xlsx", "xlsx", region, fact_table([ExtractKind.REGION]), provenance)
    sheets = load(tmp_path / "a.xlsx")
    assert [name for name in sheets if name.startswith("regio")] == ["regio", "regio 2", "regio 3"]
    place = sheets["regio"][0].index("start")
    starts = [row[place] for name in ("regio", "regio 2", "regio 3") for row in sheets[name][1:]]
    assert starts == list(range(8))
    book = openpyxl.load_workbook(tmp_path / "a.xlsx")
    assert (book["regio 2"].freeze_panes, book["regio 2"].auto_filter.ref) == (
        "A2",
        book["regio 2"].dimensions,
    )
    assert book["regio 2"].max_row == 4


def test_what_does_not_fit_in_a_cell_is_shortened_and_counted(tmp_path: Path) -> None:
    texts = ["a" * 32_767, "a" * 32_768, "😀" * 16_383, "😀" * 16_384]
    sheets = load(write(tmp_path / "a.xlsx", [{"k": text} for text in texts], "k"))
    whole, shortened, also_whole, emoji = [row[0] for row in sheets["blad"][1:]]
    assert (whole, also_whole) == (texts[0], texts[2])
    assert shortened.endswith("a […ingekort: 32768 tekens]")
    assert len(shortened) == 32_767
    assert emoji.endswith("😀 […ingekort: 16384 tekens]")
    assert len(emoji.encode("utf-16-le")) // 2 <= 32_767
    assert next(row for row in sheets["Herkomst"] if row[0] == "ingekorte cellen")[1].startswith("2: ")


@pytest.mark.parametrize(
    "text", ["=1+1", "+31 6", "-5", "@som", "\tx", "{=1}", "http://x.nl", "1", "<r>a</r>"]
)
def test_no_text_is_computed_or_becomes_an_address(tmp_path: Path, text: str) -> None:
    """Fault 38: formula cells."""
    sheet = openpyxl.load_workbook(write(tmp_path / "a.xlsx", [{"k": text}], "k"))["blad"]
    assert (sheet["A2"].data_type, sheet["A2"].hyperlink) == ("s", None)
    assert sheet["A2"].value == text


@given(st.lists(st.text(max_size=8), min_size=1, max_size=6), st.sampled_from(["", *"=+-@\t\r\n", "<r>"]))
def test_every_text_is_written_as_text(texts: list[str], first: str) -> None:
    """Fault 38: whatever it begins with."""
    with TemporaryDirectory() as folder:
        path = write(Path(folder, "a.xlsx"), [{"k": first + text} for text in texts], "k")
        raw = zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in raw
        for row in openpyxl.load_workbook(path)["blad"].iter_rows(min_row=2):
            assert row[0].data_type in ("s", "inlineStr", "n")
            assert row[0].data_type != "n" or row[0].value is None


def test_the_same_rows_give_the_same_bytes(tmp_path: Path, rows: Rows, provenance: Provenance) -> None:
    for name in ("a", "b"):
        write_export(tmp_path / f"{name}.xlsx", "xlsx", rows, fact_table(), provenance)
    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_rows_that_stop_half_way_leave_nothing_behind(tmp_path: Path, rows: Rows) -> None:
    def stop() -> Any:
        yield rows[0]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_export(tmp_path / "a.xlsx", "xlsx", stop(), fact_table(), Provenance())
    assert list(tmp_path.iterdir()) == []

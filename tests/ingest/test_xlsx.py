"""Workbooks: tables on sheets, values as shown, and the attacks of rows 22-24 and 26 of the fault list."""

from __future__ import annotations

import datetime
import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from openpyxl.styles import Font

from assistant.errors import BrokenDocument, EmptyDocument


def save(book: openpyxl.Workbook) -> bytes:
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def make(*rows: tuple[object, ...], name: str = "Blad1") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    book.active.title = name
    for row in rows:
        book.active.append(row)
    return book


def rewrite(raw: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return stream.getvalue()


def test_every_sheet_is_a_heading_and_its_rows_carry_title_and_columns(load, blocks):
    book = make(
        ("Inwoners per gemeente",), (), ("Gemeente", "Inwoners", "Groei", "Peildatum"), name="Bevolking"
    )
    sheet = book.active
    for row in (
        ("Eindhoven", 246417, 0.0125, datetime.date(2024, 1, 1)),
        ("Best", 30500, 0.004, datetime.date(2024, 1, 1)),
    ):
        sheet.append(row)
    for number in (4, 5):
        for column, code in ((2, "#,##0"), (3, "0.0%"), (4, "d-m-yyyy")):
            sheet.cell(number, column).number_format = code
    costs = book.create_sheet("Kosten")
    costs.append(("Post", "Bedrag"))
    costs.append(("Kade", 1000.5))
    costs["B2"].number_format = "[$€-413] #,##0.00"
    assert blocks(load(save(book), "cijfers.xlsx")) == [
        ("heading", "Inwoners per gemeente"),
        ("heading", "Bevolking"),
        ("row", "Inwoners per gemeente: Eindhoven – Inwoners: 246.417; Groei: 1,3%; Peildatum: 1-1-2024"),
        ("row", "Inwoners per gemeente: Best – Inwoners: 30.500; Groei: 0,4%; Peildatum: 1-1-2024"),
        ("heading", "Kosten"),
        ("row", "Kosten: Kade – Bedrag: € 1.000,50"),
    ]


def test_the_strings_and_styles_that_excel_shares_are_read(load, blocks):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Projecten")
        bold = book.add_format({"bold": True})
        date = book.add_format({"num_format": "d mmmm yyyy"})
        sheet.write_row(0, 0, ["Project", "Begin", "Raming", "Klaar"], bold)
        sheet.write_rich_string(1, 0, "Kade ", bold, "noord")
        sheet.write_datetime(1, 1, datetime.datetime(2025, 3, 1), date)
        sheet.write_formula(1, 2, "=2*600", book.add_format({"num_format": "#,##0"}), 1200)
        sheet.write_boolean(1, 3, False)
    assert blocks(load(stream.getvalue(), "a.xlsx")) == [
        ("heading", "Projecten"),
        ("row", "Projecten: Kade noord – Begin: 1 maart 2025; Raming: 1.200; Klaar: ONWAAR"),
    ]


def test_merged_cells_and_a_header_of_two_rows_are_joined(load, blocks):
    book = make(
        ("Post", "2023", None, "2024", None), (None, "raming", "werkelijk", "raming", "werkelijk"), ("Kade", 1, 2, 3, 4),
        ("Sluis", 5, None, 7, 8),
    )  # fmt: skip
    for area in ("A1:A2", "B1:C1", "D1:E1", "B4:C4"):
        book.active.merge_cells(area)
    assert blocks(load(save(book), "a.xlsx")) == [
        ("row", "Kade – 2023, raming: 1; 2023, werkelijk: 2; 2024, raming: 3; 2024, werkelijk: 4"),
        ("row", "Sluis – 2023, raming: 5; 2023, werkelijk: 5; 2024, raming: 7; 2024, werkelijk: 8"),
    ]


def test_tables_apart_keep_their_own_columns_and_a_gap_keeps_those_above(load, blocks):
    book = make(
        ("Plaats", "Aantal"), ("Best", 3), (), ("Son", 4), (), ("Bron: eigen telling",), (), ("Jaar", "Som"), (2024, 9),
    )  # fmt: skip
    for address in ("A1", "B1", "A8", "B8"):
        book.active[address].font = Font(bold=True)
    assert blocks(load(save(book), "a.xlsx")) == [
        ("row", "Best – Aantal: 3"),
        ("row", "Son – Aantal: 4"),
        ("row", "Bron: eigen telling: 2024 – Som: 9"),
    ]


def test_a_bold_first_row_names_columns_of_words(load, blocks):
    book = make(("Wie", "Wat"), ("raad", "beslist"), ("college", "voert uit"))
    for cell in book.active[1]:
        cell.font = Font(bold=True)
    assert [text for _, text in blocks(load(save(book), "a.xlsx"))] == [
        "raad – Wat: beslist",
        "college – Wat: voert uit",
    ]


def test_hidden_sheets_and_formulas_without_outcome_are_told(load):
    book = make(("Plaats", "Aantal"), ("Best", "=1+2"), ("Son", 4))
    hidden = book.create_sheet("Geheim")
    hidden.append(("wachtwoord",))
    hidden.sheet_state = "veryHidden"
    document = load(save(book), "a.xlsx")
    assert "wachtwoord" not in document.text
    assert "1+2" not in document.text
    assert document.notices == (
        "het verborgen werkblad 'Geheim' is niet gelezen",
        "formules zonder bewaarde uitkomst zijn niet gelezen: 1",
    )


def test_the_stored_outcome_of_a_formula_is_read(load):
    raw = save(make(("Plaats", "Aantal"), ("Best", "=1+2")))
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    assert b"<v />" in sheet or b"<v/>" in sheet or b"<v></v>" in sheet
    for empty in (b"<v />", b"<v/>", b"<v></v>"):
        sheet = sheet.replace(empty, b"<v>3</v>")
    assert load(rewrite(raw, "xl/worksheets/sheet1.xml", sheet), "a.xlsx").text == "Best – Aantal: 3"


def test_the_line_at_the_top_is_the_title(load):
    assert (
        load(save(make(("Begroting 2025",), ("Post", "Som"), ("Kade", 5))), "x.xlsx").title
        == "Begroting 2025"
    )


def test_a_cell_at_the_far_end_and_a_million_empty_rows_cost_nothing(load):
    book = make(("Plaats", "Aantal"), ("Best", 3))
    book.active["XFD1048576"] = "ver weg"
    raw = save(book)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml")
    empty = b"".join(b'<row r="%d"/>' % number for number in range(3, 200_000))
    raw = rewrite(
        raw, "xl/worksheets/sheet1.xml", sheet.replace(b'<row r="1048576"', empty + b'<row r="1048576"')
    )
    assert load(raw, "ver.xlsx").text == "Best – Aantal: 3\n\nver weg"


def test_more_rows_than_the_limit_are_told(load, monkeypatch):
    monkeypatch.setattr("assistant.ingest.xlsx.MOST_ROWS", 3)
    document = load(
        save(make(("Plaats", "Aantal"), *((f"dorp {number}", number) for number in range(5)))), "a.xlsx"
    )
    assert document.text == "dorp 0 – Aantal: 0\ndorp 1 – Aantal: 1"
    assert document.notices == ("het werkblad 'Blad1' is maar voor een deel gelezen: het is te groot",)


def test_an_empty_workbook_is_reported(load):
    with pytest.raises(EmptyDocument):
        load(save(make()), "leeg.xlsx")


def _share() -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        book.add_worksheet().write_row(0, 0, ["a", "b"])
    return stream.getvalue()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"])
def test_xml_entities_are_never_read(load, part):
    evil = b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><a>&d;</a>'
    with pytest.raises(BrokenDocument, match="XML-entiteiten"):
        load(rewrite(_share(), part, evil), "kwaad.xlsx")


def test_a_bomb_is_refused_before_it_is_unpacked(load):
    bomb = rewrite(save(make(("a", "b"))), "xl/worksheets/sheet1.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        load(bomb, "bom.xlsx")


@pytest.mark.parametrize("size", [30, 1_000, 4_000])
def test_a_truncated_file_is_reported(load, size):
    with pytest.raises(BrokenDocument, match="beschadigd"):
        load(save(make(("a", "b")))[:size], "half.xlsx")

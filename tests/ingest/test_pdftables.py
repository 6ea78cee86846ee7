"""Tables of a PDF: ruled, half ruled, over a page turn, with captions; and boxes beside the text."""

from __future__ import annotations

import io

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=10, leading=12)
BOLD = ParagraphStyle("bold", parent=PLAIN, fontName="Helvetica-Bold")
INTRO = "De raad heeft in het voorjaar besloten hoe het geld over de plannen wordt verdeeld, en welke afdeling ze uitvoert."


def build(*story: object) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, leftMargin=60, rightMargin=60, invariant=1).build(list(story))
    return stream.getvalue()


def cells(rows: list[list[str]], *, bold: int = 1) -> list[list[Paragraph]]:
    return [
        [Paragraph(cell, BOLD if place < bold else PLAIN) for cell in row] for place, row in enumerate(rows)
    ]


def rows_of(blocks: list[tuple[str, str]]) -> list[str]:
    return [text for kind, text in blocks if kind == "row"]


GRID = ("GRID", (0, 0), (-1, -1), 0.5, "black")


def test_cells_of_several_lines_stay_whole_in_a_ruled_table(load, blocks):
    table = Table(
        cells([
            ["Plan", "Uitvoering", "Kosten"],
            ["Brug over de vaart bij het oude station", "de afdeling openbare werken van de gemeente", "2 miljoen"],
            ["Park", "de provincie", "1 miljoen"],
        ]),
        colWidths=[110, 120, 80],
        style=TableStyle([GRID]),
    )  # fmt: skip
    found = blocks(load(build(Paragraph(INTRO, PLAIN), Spacer(1, 12), table), "plan.pdf"))
    assert found[0] == ("paragraph", INTRO)
    assert rows_of(found) == [
        "Brug over de vaart bij het oude station – Uitvoering: de afdeling openbare werken van de gemeente; Kosten: 2 miljoen",
        "Park – Uitvoering: de provincie; Kosten: 1 miljoen",
    ]


def test_a_cell_over_rows_is_in_each_of_them_and_a_name_over_columns_above_each(load, blocks):
    table = Table(
        cells([
            ["Regio", "Kosten", ""],
            ["", "2023", "2024"],
            ["Noord", "2 miljoen", "3 miljoen"],
            ["", "nog onbekend", "4 miljoen"],
            ["Zuid", "5 miljoen", "6 miljoen"],
        ], bold=2),
        colWidths=[80, 100, 100],
        style=TableStyle([GRID, ("SPAN", (1, 0), (2, 0)), ("SPAN", (0, 0), (0, 1)), ("SPAN", (0, 2), (0, 3))]),
    )  # fmt: skip
    assert rows_of(blocks(load(build(table), "regio.pdf"))) == [
        "Noord – Kosten 2023: 2 miljoen; Kosten 2024: 3 miljoen",
        "Noord – Kosten 2023: nog onbekend; Kosten 2024: 4 miljoen",
        "Zuid – Kosten 2023: 5 miljoen; Kosten 2024: 6 miljoen",
    ]


@pytest.mark.parametrize("repeated", [0, 1])
def test_a_table_over_a_page_turn_keeps_its_header_and_caption(load, blocks, repeated):
    rows = [["Maatregel", "Trekker"], *([f"Maatregel nummer {n}", f"Dienst {n}"] for n in range(1, 61))]
    table = Table(cells(rows), colWidths=[200, 150], repeatRows=repeated, style=TableStyle([GRID]))
    caption = Paragraph("Tabel 1. Maatregelen en wie ze trekt", PLAIN)
    document = load(build(caption, table), "lang.pdf")
    assert rows_of(blocks(document)) == [
        f"Tabel 1. Maatregelen en wie ze trekt: Maatregel nummer {n} – Trekker: Dienst {n}"
        for n in range(1, 61)
    ]
    assert document.page_of(document.text.index("Maatregel nummer 60")) == 2


def test_a_row_that_is_cut_by_the_page_turn_keeps_its_name(load, blocks):
    long = " ".join(f"Punt {n} van de toelichting op dit plan." for n in range(1, 130))
    table = Table(
        cells([["Plan", "Toelichting"], ["Brug", long]]),
        colWidths=[80, 200],
        style=TableStyle([GRID]),
        splitInRow=1,
    )
    found = rows_of(blocks(load(build(table), "knip.pdf")))
    assert len(found) == 3
    assert all(row.startswith("Brug – Toelichting: ") for row in found)
    assert found[2].endswith("Punt 129 van de toelichting op dit plan.")


def test_a_table_with_rules_between_its_rows_alone(load, blocks):
    rows = [
        ["Fonds", "Begroot", "Status"],
        ["Zorg en welzijn in de wijk", "12", "op schema"],
        ["Wegen", "1.250", "vertraagd"],
        ["Groen", "7", "op schema"],
    ]
    table = Table(
        cells(rows, bold=0),
        colWidths=[90, 60, 90],
        style=TableStyle(
            [("LINEBELOW", (0, 0), (-1, -1), 0.5, "black"), ("LINEABOVE", (0, 0), (-1, 0), 0.5, "black")]
        ),
    )
    caption = Paragraph("Tabel 2. Fondsen.", PLAIN)
    assert rows_of(blocks(load(build(Paragraph(INTRO, PLAIN), table, caption), "fonds.pdf"))) == [
        "Tabel 2. Fondsen: Zorg en welzijn in de wijk – Begroot: 12; Status: op schema",
        "Tabel 2. Fondsen: Wegen – Begroot: 1.250; Status: vertraagd",
        "Tabel 2. Fondsen: Groen – Begroot: 7; Status: op schema",
    ]


def test_captions_between_tables_go_to_the_side_that_the_document_uses(load, blocks):
    def make(name: str) -> Table:
        return Table(
            cells([["Plan", "Kosten"], [name, "1 miljoen"]]), colWidths=[90, 90], style=TableStyle([GRID])
        )

    story = [
        Paragraph(INTRO, PLAIN), make("Brug"), Paragraph("Tabel 1. Noord", PLAIN),
        make("Park"), Paragraph("Tabel 2. Zuid", PLAIN),
        make("Kade"), Paragraph("Tabel 3. West", PLAIN), Spacer(1, 12), Paragraph(INTRO, PLAIN),
    ]  # fmt: skip
    assert rows_of(blocks(load(build(*story), "zijden.pdf"))) == [
        "Tabel 1. Noord: Brug – Kosten: 1 miljoen",
        "Tabel 2. Zuid: Park – Kosten: 1 miljoen",
        "Tabel 3. West: Kade – Kosten: 1 miljoen",
    ]


def test_text_along_the_side_of_a_page_is_read_as_words(load, blocks):
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4, invariant=1)
    canvas.setFont("Helvetica", 10)
    for number in range(8):
        canvas.drawString(
            90,
            700 - 14 * number,
            f"Regel {number} van de tekst waar niets tussendoor mag komen in deze alinea",
        )
    canvas.rotate(90)
    canvas.drawString(560, -70, "Uitvoering van het plan")
    canvas.showPage()
    canvas.save()
    found = blocks(load(stream.getvalue(), "zij.pdf"))
    assert ("paragraph", "Uitvoering van het plan") in found
    assert any("Regel 0 van" in text and "Regel 7 van" in text for _, text in found)


def test_a_second_table_in_the_same_frame_has_its_own_title_and_header(load, blocks):
    names = ["Grond", "Klachten in 2021", "Klachten in 2022"]
    title = (
        "Klachten bij de gemeente zelf, waarbij ook de klachten zijn geteld die later zijn ingetrokken "
        "of die door een andere organisatie zijn overgenomen en afgehandeld"
    )
    table = Table(
        cells([names, ["Geluid", "12", "14"], ["Afval", "3", "6"], [title, "", ""], names, ["Geluid", "40", "41"]], bold=0),
        colWidths=[150, 120, 120],
        style=TableStyle([GRID, ("SPAN", (0, 3), (2, 3))]),
    )  # fmt: skip
    assert rows_of(blocks(load(build(Paragraph(INTRO, PLAIN), Spacer(1, 12), table), "klachten.pdf"))) == [
        "Geluid – Klachten in 2021: 12; Klachten in 2022: 14",
        "Afval – Klachten in 2021: 3; Klachten in 2022: 6",
        f"{title}: Geluid – Klachten in 2021: 40; Klachten in 2022: 41",
    ]


def test_a_row_that_runs_on_under_a_name_over_columns_is_no_name(load, blocks):
    table = Table(
        cells([
            ["Wie", "", "Taak"],
            ["Deelnemer", "", "meldt reststromen"],
            ["Provincie", "Gedeputeerde", "stelt de regeling vast"],
            ["Provincie", "Toezichthouder", "controleert het logboek"],
        ]),
        colWidths=[100, 110, 160],
        style=TableStyle([GRID, ("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (1, 1))]),
    )  # fmt: skip
    assert rows_of(blocks(load(build(Paragraph(INTRO, PLAIN), Spacer(1, 12), table), "taken.pdf"))) == [
        "Deelnemer – Taak: meldt reststromen",
        "Provincie – Wie: Gedeputeerde; Taak: stelt de regeling vast",
        "Provincie – Wie: Toezichthouder; Taak: controleert het logboek",
    ]

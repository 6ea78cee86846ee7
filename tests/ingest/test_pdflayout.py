"""What a person sees on a page of a PDF: margins, notes, pulled quotations, headings, items."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

LINES = [
    "De commissie heeft in het voorjaar met de bewoners gesproken over wat er",
    "langs de vaart gaat veranderen. Zij vroegen om een fietspad, om meer bomen en",
    "om rust in de zomer. De commissie neemt die wensen mee in haar advies aan de",
    "raad, die er na de zomer over besluit. Tot die tijd blijft alles zoals het nu",
    "is en kan iedereen de plannen in het stadhuis bekijken en er iets over zeggen",
    "bij de griffie van de gemeente, die op werkdagen open is van negen tot vijf.",
]
TEXT = " ".join(LINES)


class Sheet:
    """A page on which text is written at points from the top left corner."""

    def __init__(self) -> None:
        self._stream = io.BytesIO()
        self._canvas = Canvas(self._stream, pagesize=A4, invariant=1)

    def write(self, lines: list[str], x: float, top: float, size: float = 10, *, bold: bool = False) -> None:
        for number, line in enumerate(lines):
            self._canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
            self._canvas.drawString(x, A4[1] - top - size - 1.2 * size * number, line)

    def mark(self, number: str, after: str, x: float, top: float) -> None:
        x += self._canvas.stringWidth(after, "Helvetica", 10)
        self.write([number], x, top - 2, 6)

    def turn(self) -> None:
        self._canvas.showPage()

    def close(self) -> bytes:
        self._canvas.showPage()
        self._canvas.save()
        return self._stream.getvalue()


def test_words_in_the_margin_of_a_letter_stay_out_of_its_sentences(load, blocks):
    sheet = Sheet()
    sheet.write(LINES, 60, 200)
    sheet.write(["Onze referentie", "RG-2024/10588"], 470, 212, 7, bold=True)
    found = blocks(load(sheet.close(), "brief.pdf"))
    assert ("paragraph", TEXT) in found
    assert ("paragraph", "Onze referentie RG-2024/10588") in found
    assert not [text for kind, text in found if kind == "heading"]


def test_headings_in_the_margin_stand_above_the_text_beside_them(load, blocks):
    sheet = Sheet()
    for number, name in enumerate(("Wensen", "Besluit")):
        sheet.write([name], 50, 100 + 120 * number, 10, bold=True)
        sheet.write(LINES, 160, 100 + 120 * number)
    assert blocks(load(sheet.close(), "nota.pdf")) == [
        ("heading", "Wensen"),
        ("paragraph", TEXT),
        ("heading", "Besluit"),
        ("paragraph", TEXT),
    ]


def test_a_note_follows_the_paragraph_that_marks_it(load, blocks):
    sheet = Sheet()
    sheet.write(LINES, 60, 100)
    sheet.mark("1", LINES[-1], 60, 160)
    sheet.write(["Vervolg"], 60, 200, 14, bold=True)
    sheet.write(LINES, 60, 230)
    sheet.mark("2", LINES[-1], 60, 290)
    sheet.write(["1 Verslag van de commissie, bijlage bij het advies.", "2 Zie de begroting."], 60, 700, 7)
    assert blocks(load(sheet.close(), "advies.pdf")) == [
        ("paragraph", TEXT),
        ("note", "1 Verslag van de commissie, bijlage bij het advies."),
        ("heading", "Vervolg"),
        ("paragraph", TEXT),
        ("note", "2 Zie de begroting."),
    ]


def test_a_quotation_pulled_out_in_large_type_is_no_heading(load, blocks):
    sheet = Sheet()
    sheet.write(["Plan voor de vaart"], 60, 60, 18, bold=True)
    sheet.write(LINES, 60, 100)
    sheet.write(["De bewoners willen vooral rust", "in de zomer."], 80, 200, 14, bold=True)
    sheet.write(LINES, 60, 260)
    assert blocks(load(sheet.close(), "plan.pdf"))[:3] == [
        ("heading", "Plan voor de vaart"),
        ("paragraph", TEXT),
        ("quote", "De bewoners willen vooral rust in de zomer."),
    ]


def test_a_heading_of_two_lines_is_one_and_levels_have_no_gaps(load):
    sheet = Sheet()
    sheet.write(["Een plan voor de vaart en voor", "alles wat ernaast ligt"], 60, 60, 20, bold=True)
    sheet.write(LINES, 60, 120)
    sheet.write(["2.3.1 Bodem en water"], 60, 220, 10)
    sheet.write(LINES, 60, 250)
    document = load(sheet.close(), "plan.pdf")
    headings = [(block.level, block.span.of(document.text)) for block in document.blocks if block.level]
    assert headings == [
        (1, "Een plan voor de vaart en voor alles wat ernaast ligt"),
        (2, "2.3.1 Bodem en water"),
    ]


def test_a_bold_item_does_not_take_the_item_under_it_along(load, blocks):
    sheet = Sheet()
    sheet.write(LINES, 60, 60)
    sheet.write(["•  Wensen van bewoners"], 70, 150, 10, bold=True)
    sheet.write(["•  een fietspad langs de vaart", "•  meer bomen"], 90, 162)
    assert blocks(load(sheet.close(), "lijst.pdf"))[1:] == [
        ("item", "Wensen van bewoners"),
        ("item", "een fietspad langs de vaart"),
        ("item", "meer bomen"),
    ]


def test_a_caption_of_two_lines_is_one_and_one_inside_a_paragraph_takes_nothing(load, blocks):
    sheet = Sheet()
    sheet.write(LINES, 60, 60)
    sheet.write(
        ["Figuur 1. Bomen langs de vaart in de zomer, met het", "fietspad van na de aanleg"], 60, 160, 8
    )
    sheet.write(LINES, 60, 220)
    sheet.turn()
    sheet.write(LINES[:3], 60, 260)
    sheet.write(["Foto: de kade in aanbouw"], 60, 320, 8)
    sheet.write(LINES[3:], 60, 350)
    found = blocks(load(sheet.close(), "foto.pdf"))
    captions = [text for kind, text in found if kind == "caption"]
    assert captions == [
        "Figuur 1. Bomen langs de vaart in de zomer, met het fietspad van na de aanleg",
        "Foto: de kade in aanbouw",
    ]
    assert {text for kind, text in found if kind == "paragraph"} == {TEXT}


def test_two_columns_whose_lines_stand_at_other_heights_are_not_read_across(load, blocks):
    narrow = [f"Regel {n} van de linker kolom over de vaart" for n in range(1, 9)]
    other = [f"Regel {n} van de rechter kolom over de kade" for n in range(1, 6)]
    sheet = Sheet()
    sheet.write([*narrow[:-1], f"{narrow[-1]}."], 50, 206)
    sheet.write([*other[:-1], f"{other[-1]}."], 310, 200)
    assert blocks(load(sheet.close(), "kolom.pdf")) == [
        ("paragraph", f"{' '.join(narrow)}."),
        ("paragraph", f"{' '.join(other)}."),
    ]


def test_a_short_last_column_is_text_and_no_margin(load, blocks):
    sheet = Sheet()
    sheet.write([f"Zin nummer {n} van de lange kolom hier." for n in range(1, 25)], 50, 200)
    sheet.write(["Vervolg"], 310, 200, 14, bold=True)
    sheet.write(["De raad besluit er na de zomer over, zoals", "eerder is beloofd."], 310, 222)
    assert blocks(load(sheet.close(), "kort.pdf"))[-2:] == [
        ("heading", "Vervolg"),
        ("paragraph", "De raad besluit er na de zomer over, zoals eerder is beloofd."),
    ]


def test_the_foot_of_a_single_page_is_no_text_and_its_last_note_is(load, blocks):
    sheet = Sheet()
    sheet.write(["Jaarplan Waterschap De Vliet"], 60, 30, 8)
    sheet.write(LINES, 60, 90)
    sheet.write(["1 Zie de begroting van vorig jaar"], 60, 700, 7)
    sheet.write(["Provinciaal blad 2024, 6121"], 60, 800)
    sheet.write(["1"], 500, 800)
    assert blocks(load(sheet.close(), "blad.pdf")) == [
        ("paragraph", TEXT),
        ("note", "1 Zie de begroting van vorig jaar"),
    ]


def test_an_imprint_and_a_lone_foot_are_no_text_and_a_label_beside_a_heading_is_no_part_of_it(load, blocks):
    sheet = Sheet()
    sheet.write(["Vergaderjaar 2023"], 60, 150)
    sheet.write(["Aanhangsel van de Handelingen"], 250, 150, 10, bold=True)
    sheet.write(LINES, 60, 200)
    sheet.write(["ah-tk-2023", "ISSN 0921"], 30, 800, 6)
    sheet.write(["Raad van Molendam, Aanhangsel"], 200, 810, 11)
    assert blocks(load(sheet.close(), "blad.pdf")) == [
        ("paragraph", "Vergaderjaar 2023"),
        ("heading", "Aanhangsel van de Handelingen"),
        ("paragraph", TEXT),
    ]

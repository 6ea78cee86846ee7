"""The words of the final text tied to their places: by rule, on PDFs made here, and on real ones."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import numpy as np
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from assistant.config import Settings
from assistant.ingest import boxes, find_files, load_document
from assistant.ingest.encoding import normalise
from assistant.ingest.reading import Piece
from assistant.types import BlockKind, Box, Document, Span, Word


def make_pieces(*lines: str) -> list[Piece]:
    """Give the words of some lines, each sign ten points wide and each line twenty high."""
    return [
        Piece(found.group(), 1, 10.0 * found.start(), 20.0 * place, 10.0 * found.end(), 20.0 * place + 12)
        for place, line in enumerate(lines)
        for found in re.finditer(r"\S+", line)
    ]


def place_words(text: str, pieces: list[Piece], *, backward: bool = False) -> list[Word]:
    found = boxes.place_words(text, Span(0, len(text)), pieces, backward=backward)
    return [Word(Span(start, end), Box(*place)) for start, end, *place in found]


def tell(text: str, *lines: str, backward: bool = False) -> list[tuple[str, float, float, int]]:
    """Give each placed word of `text` with its left and right edge and its line."""
    words = place_words(text, make_pieces(*lines), backward=backward)
    return [(word.span.of(text), word.box.x0, word.box.x1, round(word.box.top / 20)) for word in words]


def test_words_that_agree_have_the_places_of_their_pieces():
    assert tell("de stad bouwt", "de stad", "bouwt") == [
        ("de", 0, 20, 0),
        ("stad", 30, 70, 0),
        ("bouwt", 0, 50, 1),
    ]


def test_a_word_that_was_cut_has_a_place_on_both_lines():
    assert tell("met bewoners samen", "met bewo-", "ners samen") == [
        ("met", 0, 30, 0),
        ("bewo", 40, 90, 0),
        ("ners", 0, 40, 1),
        ("samen", 50, 100, 1),
    ]


def test_a_hyphen_that_stays_belongs_to_the_first_line():
    assert tell("in Noord-Brabant", "in Noord\ufffe", "Brabant") == [
        ("in", 0, 20, 0),
        ("Noord-", 30, 90, 0),
        ("Brabant", 0, 70, 1),
    ]


def test_a_bullet_that_was_taken_away_leaves_the_other_words_in_their_place():
    assert tell("goede planning", "• goede planning")[0] == ("goede", 20, 70, 0)


def test_a_mended_letter_a_ligature_and_a_wrong_accent_keep_the_place_of_the_word():
    assert tell("de O&I is efficiënt bij één", "de O&l is eﬃciént bij één") == [
        ("de", 0, 20, 0),
        ("O&I", 30, 50, 0),
        ("is", 70, 90, 0),
        ("efficiënt", 100, 170, 0),
        ("bij", 180, 210, 0),
        ("één", 220, 250, 0),
    ]


def test_what_is_put_before_a_row_has_no_place_and_its_cells_have():
    text = "Kosten per jaar: Brug – Kosten: 2; Jaar: 2024"
    assert tell(text, "Brug 2 2024", backward=True) == [
        ("Brug", 0, 40, 0),
        ("2;", 50, 60, 0),
        ("2024", 70, 110, 0),
    ]


def test_a_cell_with_the_words_of_its_header_is_found_in_the_cell():
    text = "Duitsland – Inzet: Inzet; Handel: Inzet"
    words = place_words(text, make_pieces("Duitsland Inzet Inzet"), backward=True)
    assert [word.span for word in words] == [Span(0, 9), Span(19, 25), Span(34, 39)]


def test_half_of_a_block_with_the_pieces_of_the_whole_finds_its_own():
    assert tell("drie vier", "een twee drie", "vier vijf") == [("drie", 90, 130, 0), ("vier", 0, 40, 1)]


def test_letters_set_one_by_one_are_found_also_where_a_sign_comes_back():
    drawn = "fase 2 van 2"
    words = place_words(drawn, make_pieces(*drawn.replace(" ", "")))
    assert ["".join(word.span.of(drawn) for word in words), words[4].box.top, words[-1].box.top] == [
        "fase2van2",
        80,
        160,
    ]


def test_a_piece_of_several_words_gives_each_its_share():
    piece = Piece("twee woorden", 3, 0.0, 0.0, 120.0, 10.0)
    words = place_words("twee woorden", [piece])
    assert [(word.span, word.box.x0, word.box.x1) for word in words] == [
        (Span(0, 4), 0, 40),
        (Span(5, 12), 50, 120),
    ]


PARTS = st.lists(
    st.sampled_from("de stad bouwt nieuwe huizen • 12 € aan-een wonin- gen - é".split()), max_size=30
)


@given(PARTS, st.data())
def test_whatever_is_taken_away_no_word_gets_the_place_of_another(parts, data):
    pieces = make_pieces(*parts)
    kept = [part for part in parts if data.draw(st.booleans())]
    text = " ".join(kept)
    words = place_words(text, pieces)
    spans = [word.span for word in words]
    assert spans == sorted(spans)
    assert all(before.end <= after.start for before, after in pairwise(spans))
    for word in words:
        drawn = parts[round(word.box.top / 20)]
        assert set(word.span.of(text)) & set(drawn)


def test_long_texts_that_do_not_agree_are_given_up_in_time():
    pieces = make_pieces(*["a b"] * 4_000)
    text = " ".join(["c"] * 8_000)
    assert place_words(text, pieces) == []


# Whole documents: what stands inside the boxes, according to PDFium.


def fold(text: str) -> str:
    """Give the signs by which a text and what is drawn can be compared."""
    plain = unicodedata.normalize("NFKD", normalise(text))
    return "".join(
        sign.lower()
        for sign in plain
        if not (sign.isspace() or unicodedata.combining(sign) or sign in "-\u00ad\ufffe\x02")
    )


class Drawn:
    """The signs of a page and the middles of their boxes, as PDFium tells them, page by page."""

    def __init__(self, raw: bytes) -> None:
        self._document = pypdfium2.PdfDocument(raw)
        self._pages: dict[int, tuple[list[str], np.ndarray]] = {}

    def read(self, word: Word) -> str:
        if word.box.page not in self._pages:
            self._pages = {word.box.page: self._read_page(word.box.page)}
        signs, middles = self._pages[word.box.page]
        box = word.box
        inside = (middles[:, 0] > box.x0) & (middles[:, 0] < box.x1)
        inside &= (middles[:, 1] > box.top) & (middles[:, 1] < box.bottom)
        return "".join(signs[place] for place in np.flatnonzero(inside))

    def _read_page(self, number: int) -> tuple[list[str], np.ndarray]:
        page = self._document[number - 1]
        textpage = page.get_textpage()
        width, height = page.get_size()
        signs, middles = [], []
        for index in range(textpage.count_chars()):
            left, bottom, right, top = textpage.get_charbox(index, loose=True)
            x, y = pdfium.c_int(), pdfium.c_int()
            # PDFium's own way from the page to what is shown, at a hundred dots a point.
            pdfium.FPDF_PageToDevice(
                page,
                0,
                0,
                round(100 * width),
                round(100 * height),
                0,
                (left + right) / 2,
                (bottom + top) / 2,
                x,
                y,
            )
            code = pdfium.FPDFText_GetUnicode(textpage, index)
            signs.append(chr(code))
            middles.append((x.value / 100, y.value / 100))
        textpage.close()
        page.close()
        return signs, np.array(middles).reshape(-1, 2)


def measure(document: Document, raw: bytes) -> tuple[float, float]:
    """Give the share of signs with a place, and the share of words that stand where they are said to."""
    assert document.layout is not None
    scanned = {page for page, _ in document.scanned}
    words = document.layout.words()
    placed = bytearray(len(document.text))
    for word in words:
        placed[word.span.start : word.span.end] = b"\1" * len(word.span)
    spans = [block.span for block in document.blocks if block.kind is not BlockKind.ROW]
    signs = [place for span in spans for place in range(span.start, span.end)]
    signs = [place for place in signs if not document.text[place].isspace()]
    # In a scan PDFium finds nothing.
    words = [word for word in words if word.box.page not in scanned]
    drawn = Drawn(raw)
    agree = sum(fold(word.span.of(document.text)).rstrip(".,;:") in fold(drawn.read(word)) for word in words)
    return sum(placed[place] for place in signs) / len(signs), agree / len(words)


def make(draw: Callable[[Canvas], None]) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(600, 600))
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def draw_text(canvas: Canvas) -> None:
    canvas.setFont("Helvetica", 11)
    lines = [
        "De gemeente Molendam werkt al jaren aan een groe-",
        "nere stad. Dat doet zij met bewoners en scholen uit",
        "de regio. Het was een lange weg met veel overleg.",
    ]
    for place, line in enumerate(lines):
        canvas.drawString(60, 500 - 15 * place, line)
    canvas.showPage()


TURNS = [0, 90, 180, 270]


@pytest.mark.parametrize("turn", TURNS)
@pytest.mark.parametrize("cropped", [False, True])
def test_boxes_are_where_the_words_are_on_the_page_as_it_is_shown(load, turn, cropped):
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make(draw_text)))
    page = writer.pages[0]
    if cropped:
        page.cropbox = pypdf.generic.RectangleObject((20, 40, 590, 570))
    # The text is turned the other way first, so that it is shown upright.
    if turn:
        page.add_transformation(pypdf.Transformation().translate(-300, -300).rotate(turn).translate(300, 300))
        page.rotation = turn
    stream = io.BytesIO()
    writer.write(stream)
    document = load(stream.getvalue(), "plan.pdf")
    assert document.text.startswith("De gemeente Molendam werkt")
    assert measure(document, stream.getvalue()) == (1, 1)


def test_the_boxes_of_a_quotation_are_one_a_line(load):
    document = load(make(draw_text), "plan.pdf")
    start = document.text.index("een groenere stad")
    boxes = document.layout.boxes_of(Span(start, start + len("een groenere stad")))
    assert [(box.page, round(box.top / 15)) for box in boxes] == [(1, 6), (1, 7)]
    assert boxes[0].x0 > boxes[1].x0 == pytest.approx(60, abs=1)
    assert document.layout.sizes == ((600.0, 600.0),)


def test_words_of_real_pdfs_stand_where_they_are_said_to(shared):
    folder = shared / "data" / "pdf"
    for path in find_files(folder):
        if path.stat().st_size < 300_000:
            check_real(path, folder)


def check_real(path: Path, folder: Path) -> None:
    document = load_document(path, folder, Settings())
    placed, agree = measure(document, path.read_bytes())
    assert placed > 0.995, path.name
    assert agree > 0.99, path.name

"""Lines and boxes that are drawn on a page."""

from __future__ import annotations

import io

import pypdfium2
from reportlab.pdfgen.canvas import Canvas

from assistant.ingest.glyphs import Sheet
from assistant.ingest.pdfproc import read_pdf
from assistant.ingest.rulings import find_rules


def read(draw) -> Sheet:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 300), invariant=1)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return read_pdf(stream.getvalue(), "x.pdf").sheets[0]


def test_level_and_upright_lines_come_from_strokes_boxes_and_thin_fills():
    def draw(canvas: Canvas) -> None:
        canvas.line(50, 200, 150, 200)
        canvas.line(50, 200, 90, 260)
        canvas.rect(200, 100, 0.5, 80, stroke=0, fill=1)
        canvas.rect(250, 50, 60, 20)

    sheet = read(draw)
    assert (50, 100, 150, 100) in sheet.lines
    assert (200.25, 120, 200.25, 200) in sheet.lines
    assert (250, 250, 310, 250) in sheet.lines
    assert (310, 230, 310, 250) in sheet.lines
    assert len(sheet.lines) == 6
    assert sheet.fills == []


def test_a_filled_box_is_kept_and_a_round_form_is_not():
    def draw(canvas: Canvas) -> None:
        canvas.rect(100, 100, 80, 40, stroke=0, fill=1)
        canvas.circle(300, 100, 30, stroke=0, fill=1)
        canvas.setFillAlpha(0.5)

    sheet = read(draw)
    assert sheet.fills == [(100, 160, 180, 200)]
    assert sheet.lines == []


def test_lines_follow_the_matrix_of_the_page():
    def draw(canvas: Canvas) -> None:
        canvas.translate(10, 20)
        canvas.scale(2, 2)
        canvas.line(20, 100, 40, 100)

    assert read(draw).lines == [(50, 80, 90, 80)]


def test_a_raised_digit_is_a_mark_beside_the_text_and_a_square_metre_is_none():
    def draw(canvas: Canvas) -> None:
        for x, y, size, words in (
            (50, 200, 10, "Het besluit"),
            (104, 204, 8, "2"),
            (50, 170, 10, "80 m"),
            (71, 174, 6, "2"),
        ):
            canvas.setFont("Helvetica", size)
            canvas.drawString(x, y, words)

    marked = {segment.text: segment.marks for segment in read(draw).segments}
    assert marked == {"Het besluit": ("2",), "80 m²": ()}


def test_the_number_before_a_note_stays_in_its_text():
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 5)
        canvas.drawString(50, 203, "3")
        canvas.setFont("Helvetica", 8)
        canvas.drawString(53, 200, "Zie het jaarverslag.")

    assert [(one.text, one.marks) for one in read(draw).segments] == [("3 Zie het jaarverslag.", ())]


def test_a_drawing_of_many_points_costs_a_bounded_amount():
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(400, 300), invariant=1)
    path = canvas.beginPath()
    path.moveTo(0, 0)
    for place in range(30_000):
        path.lineTo(place % 400, place % 300)
    canvas.drawPath(path)
    canvas.showPage()
    canvas.save()
    document = pypdfium2.PdfDocument(stream.getvalue())
    assert find_rules(document[0]) == ([], [])
    document.close()

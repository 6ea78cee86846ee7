"""Pages drawn by the worker process, and the PNG they come in."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Callable

import pytest
from reportlab.pdfgen.canvas import Canvas

from assistant.errors import BrokenDocument
from assistant.ingest.pdfproc import read_pdf, render_page


def make(draw: Callable[[Canvas], None], size: tuple[float, float] = (200, 100)) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=size)
    draw(canvas)
    canvas.save()
    return stream.getvalue()


def open_png(png: bytes) -> tuple[int, int, list[bytes]]:
    """Give width, channels and rows of a PNG without filters; every check sum is checked."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    chunks, place = {}, 8
    while place < len(png):
        (length,) = struct.unpack_from("!I", png, place)
        name, content = png[place + 4 : place + 8], png[place + 8 : place + 8 + length]
        assert struct.unpack_from("!I", png, place + 8 + length) == (zlib.crc32(name + content),)
        chunks[name] = content
        place += 12 + length
    width, height, depth, colour = struct.unpack_from("!IIBB", chunks[b"IHDR"])
    channels = {0: 1, 2: 3}[colour]
    raw = zlib.decompress(chunks[b"IDAT"])
    step = 1 + width * channels
    assert (depth, len(raw), set(raw[::step])) == (8, step * height, {0})
    return width, channels, [raw[at + 1 : at + step] for at in range(0, len(raw), step)]


def draw_square(canvas: Canvas) -> None:
    canvas.setFillColorRGB(1, 0, 0)
    canvas.rect(0, 50, 100, 50, stroke=0, fill=1)
    canvas.showPage()


def test_a_page_is_drawn_in_colour_at_the_asked_size():
    width, channels, rows = open_png(render_page(make(draw_square), "x.pdf", 1, 144))
    assert (width, len(rows), channels) == (400, 200, 3)
    assert rows[50][: 3 * 100] == b"\xff\0\0" * 100
    assert rows[150] == rows[50][3 * 200 :] * 2 == b"\xff" * 1200


def test_a_page_is_drawn_in_grey_for_character_recognition():
    width, channels, rows = open_png(render_page(make(draw_square), "x.pdf", 1, 72, grey=True))
    assert (width, len(rows), channels) == (200, 100, 1)
    assert rows[10][5] < 128
    assert rows[90][5] == 255


def test_a_huge_page_is_drawn_smaller_and_keeps_its_shape():
    width, _, rows = open_png(render_page(make(draw_square, (14_400, 7_200)), "x.pdf", 1, 300, grey=True))
    assert width * len(rows) <= 40_100_000
    assert width / len(rows) == pytest.approx(2, abs=0.01)


def test_a_page_that_is_not_there_is_an_error_and_the_next_is_drawn():
    raw = make(draw_square)
    with pytest.raises(BrokenDocument, match=r"x\.pdf"):
        render_page(raw, "x.pdf", 2, 72)
    assert render_page(raw, "x.pdf", 1, 72)


def test_pages_are_drawn_after_reading_without_sending_the_file_again():
    raw, other = make(draw_square), make(draw_square, (300, 100))
    assert len(read_pdf(raw, "x.pdf").sheets) == 1
    assert open_png(render_page(raw, "x.pdf", 1, 72))[0] == 200
    assert open_png(render_page(other, "y.pdf", 1, 72))[0] == 300
    assert open_png(render_page(raw, "x.pdf", 1, 72))[0] == 200

"""Presentations: slides as pages, and the attacks of rows 22-24 and 26 of the fault list."""

from __future__ import annotations

import builtins
import io
import zipfile

import pptx
import pytest
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from assistant.errors import BrokenDocument, MissingExtra


def save(show: object) -> bytes:
    stream = io.BytesIO()
    show.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()


def add_box(shapes, text, left, top):
    box = shapes.add_textbox(Inches(left), Inches(top), Inches(2), Inches(1))
    box.text_frame.text = text


@pytest.fixture
def show():
    made = pptx.Presentation()
    first = made.slides.add_slide(made.slide_layouts[0])
    first.shapes.title.text = "Voortgang haven"
    first.placeholders[1].text = "Werkgroep 4 juni 2024"
    second = made.slides.add_slide(made.slide_layouts[1])
    second.shapes.title.text = "Stand van zaken"
    body = second.placeholders[1].text_frame
    body.text = "De kade is klaar"
    deeper = body.add_paragraph()
    deeper.text, deeper.level = "noord en zuid", 1
    second.notes_slide.notes_text_frame.text = "Noem ook de sluis."
    return made


def test_slides_are_pages_with_headings_items_and_notes(load, show):
    document = load(save(show), "haven.pptx")
    found = [
        (document.page_of(b.span.start), b.kind.value, b.level, b.span.of(document.text))
        for b in document.blocks
    ]
    assert found == [
        (1, "heading", 1, "Voortgang haven"),
        (1, "paragraph", 0, "Werkgroep 4 juni 2024"),
        (2, "heading", 2, "Stand van zaken"),
        (2, "item", 1, "De kade is klaar"),
        (2, "item", 2, "noord en zuid"),
        (2, "note", 0, "Notitie van de spreker: Noem ook de sluis."),
    ]
    assert document.title == "Voortgang haven"


def test_shapes_are_read_from_the_top_and_from_the_left_and_placeholders_first(load, show, blocks):
    slide = show.slides.add_slide(show.slide_layouts[5])
    for text, left, top in (
        ("rechts onder.", 6, 5),
        ("rechts boven.", 6, 2.1),
        ("links onder.", 0, 5.2),
        ("links boven.", 0, 2),
    ):
        add_box(slide.shapes, text, left, top)
    group = slide.shapes.add_group_shape()
    add_box(group.shapes, "in een groep.", 3, 3.5)
    slide.shapes.title.text = "Volgorde"
    texts = [text for _, text in blocks(load(save(show), "a.pptx"))]
    assert texts[-6:] == [
        "Volgorde",
        "links boven.",
        "rechts boven.",
        "in een groep.",
        "links onder.",
        "rechts onder.",
    ]


def test_tables_and_charts_become_rows(load, show, blocks):
    slide = show.slides.add_slide(show.slide_layouts[6])
    table = slide.shapes.add_table(3, 3, Inches(0), Inches(0), Inches(4), Inches(1)).table
    for row, texts in enumerate((("Post", "2023", "2024"), ("Kade", "5", "6"), ("Sluis", "7", ""))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    table.cell(2, 1).merge(table.cell(2, 2))
    figures = CategoryChartData()
    figures.categories = ["noord", "zuid"]
    figures.add_series("Schepen", (120, 98.5))
    chart = slide.shapes.add_chart(
        XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(0), Inches(4), Inches(4), Inches(2), figures
    ).chart
    chart.has_title = True
    chart.chart_title.text_frame.text = "Schepen per haven"
    assert [text for kind, text in blocks(load(save(show), "a.pptx")) if kind == "row"] == [
        "Kade – 2023: 5; 2024: 6",
        "Sluis – 2023: 7; 2024: 7",
        "Schepen per haven: noord – Schepen: 120",
        "Schepen per haven: zuid – Schepen: 98,5",
    ]


def test_what_stands_on_every_slide_and_hidden_slides_are_left_out(load, show):
    for number in range(4):
        slide = show.slides.add_slide(show.slide_layouts[5])
        slide.shapes.title.text = f"Deel {number}"
        add_box(slide.shapes, f"Inhoud van deel {number}.", 1, 2)
        add_box(slide.shapes, "Havenbedrijf Noord", 1, 6)
    slide.element.set("show", "0")
    document = load(save(show), "a.pptx")
    assert "Havenbedrijf Noord" not in document.text
    assert "Inhoud van deel 2." in document.text
    assert "Inhoud van deel 3." not in document.text
    assert document.notices == ("de verborgen dia 6 is niet gelezen",)
    assert len(document.page_starts) == 6


def test_without_the_library_the_extra_is_named(show, monkeypatch):
    from assistant.ingest.pptx import load_pptx

    real = builtins.__import__

    def refuse(name, *rest, **more):
        if name.split(".")[0] == "pptx":
            raise ImportError(name)
        return real(name, *rest, **more)

    raw = save(show)
    monkeypatch.setattr(builtins, "__import__", refuse)
    with pytest.raises(MissingExtra, match=r"pip install 'leeswijzer\[office\]'"):
        load_pptx(raw, "a.pptx")


def rewrite(raw: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            new.writestr(part, content if part == name else old.read(part))
    return stream.getvalue()


def test_xml_entities_are_never_read(load, show):
    evil = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    with pytest.raises(BrokenDocument, match="XML-entiteiten"):
        load(rewrite(save(show), "ppt/slides/slide1.xml", evil), "a.pptx")


def test_a_bomb_is_refused_before_it_is_unpacked(load, show):
    bomb = rewrite(save(show), "ppt/slides/slide1.xml", b"<a>" + b" " * 30_000_000 + b"</a>")
    with pytest.raises(BrokenDocument, match="ZIP-bom"):
        load(bomb, "bom.pptx")


@pytest.mark.parametrize("content", [b"<a/>", b"<a>", b""])
def test_a_broken_slide_is_reported(load, show, content):
    with pytest.raises(BrokenDocument, match="beschadigd"):
        load(rewrite(save(show), "ppt/slides/slide1.xml", content), "a.pptx")


@pytest.mark.parametrize("size", [30, 3_000, 20_000])
def test_a_truncated_file_is_reported(load, show, size):
    with pytest.raises(BrokenDocument, match="beschadigd"):
        load(save(show)[:size], "half.pptx")

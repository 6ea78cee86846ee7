"""Notes on a board and labels of a drawing."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfgen.canvas import Canvas

from assistant.ingest.boards import group_segments, insert_drafts, is_scattered
from assistant.ingest.glyphs import Segment
from assistant.ingest.reading import Draft
from assistant.types import BlockKind

NOTES = (
    (60, 150, ("Wie betaalt het", "onderhoud van", "de brug?")),
    (220, 164, ("Meer bussen", "in het weekend")),
    (390, 157, ("Fietspad langs", "het kanaal", "verlichten")),
    (70, 330, ("Overleg met", "de buurgemeenten")),
    (230, 346, ("Subsidie voor", "zonnepanelen", "op scholen")),
    (395, 338, ("Parkeren bij", "het station")),
)


def make_notes() -> list[Segment]:
    found = []
    for left, top, lines in NOTES:
        for row, text in enumerate(lines):
            y, x1 = top + 14 * row, left + 6.0 * len(text)
            words, x = [], float(left)
            for word in text.split():
                words.append((word, x, y, x + 6 * len(word), y + 11))
                x += 6 * (len(word) + 1)
            found.append(Segment(text, left, y, x1, y + 11, 11, bold=False, words=tuple(words)))
    return found


def make_rows(*rows: tuple[str, ...]) -> list[Segment]:
    return [
        Segment(
            text,
            60 + 150 * column,
            100 + 16 * row,
            60 + 150 * column + 6 * len(text),
            112 + 16 * row,
            12,
            False,
        )
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
    ]


def test_notes_on_a_board_are_scattered_and_tables_and_running_text_are_not():
    assert is_scattered(make_notes())
    assert not is_scattered(make_rows(*[("Wijstland", "4,8", "2027")] * 8))
    assert not is_scattered(
        make_rows(*[("de inwoners van de gemeente willen", "een bus die in het weekend rijdt")] * 9)
    )
    assert not is_scattered([])


def test_the_lines_of_a_note_are_one_block_with_their_places():
    drafts = group_segments(make_notes(), 3)
    assert [draft.text for draft in drafts] == [
        *("Wie betaalt het onderhoud van de brug?", "Fietspad langs het kanaal verlichten"),
        *("Meer bussen in het weekend", "Overleg met de buurgemeenten"),
        *("Parkeren bij het station", "Subsidie voor zonnepanelen op scholen"),
    ]
    assert {draft.kind for draft in drafts} == {BlockKind.PARAGRAPH}
    assert [piece.text for piece in drafts[2].pieces] == ["Meer", "bussen", "in", "het", "weekend"]
    assert {(piece.page, piece.top) for piece in drafts[2].pieces} == {(3, 164), (3, 178)}


def test_large_type_is_a_heading_and_loose_ends_are_dropped():
    title = Segment("Ideeën voor het dorp", 200, 60, 420, 84, 24, bold=False)
    dirt = Segment("ea n", 500, 500, 520, 511, 11, bold=False)
    drafts = group_segments([*make_notes(), title, dirt], 1)
    assert (drafts[0].kind, drafts[0].text) == (BlockKind.HEADING, "Ideeën voor het dorp")
    assert len(drafts) == 1 + len(NOTES)


@pytest.mark.parametrize(("page", "texts"), [(1, "abnc"), (2, "abnc"), (3, "abcn"), (9, "abcn")])
def test_the_blocks_of_a_board_come_behind_what_else_is_on_its_page(page, texts):
    drafts = [Draft(BlockKind.PARAGRAPH, text, page=at) for text, at in (("a", 1), ("b", 1), ("c", 3))]
    loose = [Draft(BlockKind.PARAGRAPH, "n", page=page)]
    assert "".join(draft.text for draft in insert_drafts(drafts, loose)) == texts


def test_a_board_in_a_document_is_read_note_by_note(load, scan, blocks):
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for left, top, lines in NOTES:
        canvas.setFillColorRGB(1, 0.95, 0.6)
        canvas.rect(left - 12, 842 - top - 16 * len(lines) - 8, 125, 16 * len(lines) + 24, stroke=0, fill=1)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont("Helvetica", 11)
        for row, text in enumerate(lines):
            canvas.drawString(left, 842 - top - 14 * row, text)
    canvas.showPage()
    canvas.save()
    document = load(scan(stream.getvalue()), "bord.pdf")
    texts = {text for _, text in blocks(document)}
    assert {" ".join(lines) for *_, lines in NOTES} <= texts
    assert document.notices == (
        "pagina 1: tekst uit een schema, bord of dia; de volgorde kan anders zijn bedoeld",
    )
    assert document.scanned[0][1] > 0.85

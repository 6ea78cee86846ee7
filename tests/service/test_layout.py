from __future__ import annotations

import pytest

from assistant.config import Settings
from assistant.service.layout import Piece, Run, Section, lay_out
from assistant.service.pages import write_date
from assistant.types import Block, BlockKind, Document, Span


def make_document(*parts: tuple[BlockKind, str, int], pages: tuple[int, ...] = ()) -> Document:
    blocks, text = [], ""
    for kind, words, level in parts:
        blocks.append(Block(kind, Span(len(text), len(text) + len(words)), level))
        text += words + "\n"
    return Document("a" * 16, "a.txt", "a" * 64, "A", text, tuple(blocks), page_starts=pages)


def test_items_and_rows_stand_together() -> None:
    document = make_document(
        (BlockKind.HEADING, "Kop", 1),
        (BlockKind.ITEM, "een", 1),
        (BlockKind.ITEM, "twee", 2),
        (BlockKind.ROW, "Rijk – 2022: 15,0; 2024: 16,0", 0),
        (BlockKind.ROW, "Stad – 2024: 3,1", 0),
        (BlockKind.PARAGRAPH, "Slot.", 0),
    )
    assert list(lay_out(document)) == [
        Section("heading", (Piece("heading", 1, (Run(0, "Kop"),)),)),
        Section("list", (Piece("item", 1, (Run(4, "een"),)), Piece("item", 2, (Run(8, "twee"),)))),
        Section(
            "table",
            (
                Piece("row", 0, (Run(13, "Rijk"), Run(26, "15,0"), Run(38, "16,0"))),
                Piece("row", 0, (Run(43, "Stad"), Run(43, ""), Run(56, "3,1"))),
            ),
            columns=("2022", "2024"),
        ),
        Section("paragraph", (Piece("paragraph", 0, (Run(60, "Slot."),)),)),
    ]


def test_each_page_is_marked_where_it_begins() -> None:
    document = make_document(
        (BlockKind.PARAGRAPH, "Een.", 0),
        (BlockKind.PARAGRAPH, "Twee.", 0),
        (BlockKind.PARAGRAPH, "Drie.", 0),
        pages=(0, 5),
    )
    assert [section.page for section in lay_out(document)] == [1, 2, None]


def test_text_outside_the_blocks_is_not_lost() -> None:
    text = "los\nblok\n  ook los\n"
    document = Document("a" * 16, "a", "a" * 64, "A", text, (Block(BlockKind.PARAGRAPH, Span(4, 8)),))
    runs = [run for section in lay_out(document) for piece in section.pieces for run in piece.runs]
    assert runs == [Run(0, "los"), Run(4, "blok"), Run(9, "  ook los")]


def test_every_run_is_the_text_at_its_offset(small_settings: Settings) -> None:
    from assistant.assistant import Assistant

    with Assistant.open(small_settings) as assistant:
        for record in assistant.records():
            document = assistant.document(record.id)
            for section in lay_out(document):
                for piece in section.pieces:
                    for run in piece.runs:
                        assert document.text[run.start : run.start + len(run.text)] == run.text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2020", "2020"),
        ("2020-06", "juni 2020"),
        ("2020-06-05", "5 juni 2020"),
        ("", ""),
        (None, ""),
        ("2021-33", "2021-33"),
    ],
)
def test_a_date_is_written_in_words(value: str | None, words: str) -> None:
    assert write_date(value) == words

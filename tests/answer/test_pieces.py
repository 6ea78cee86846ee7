"""Paragraphs too long to be read at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from assistant.answer.pieces import LONGEST, cut_long
from assistant.types import Block, BlockKind, Blocks, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def blocks_of(text: str, kind: BlockKind = BlockKind.PARAGRAPH) -> Blocks:
    return Blocks.of([Block(kind, Span(0, len(text)))])


def test_a_long_paragraph_is_cut_where_sentences_begin_and_nothing_is_lost() -> None:
    text = " ".join(f"De dijk bij paal {number} is veilig." for number in range(600))
    pieces = cut_long(blocks_of(text), text)
    assert len(pieces) > 4
    texts = [piece.span.of(text) for piece in pieces]
    assert all(len(one) <= 4_000 and one.startswith("De dijk") and one.endswith("veilig.") for one in texts)
    assert " ".join(texts) == text


def test_words_without_sentences_are_cut_at_blanks_and_one_long_word_anywhere() -> None:
    words = "dijk " * 2_000
    assert {word for piece in cut_long(blocks_of(words), words) for word in piece.span.of(words).split()} == {
        "dijk"
    }
    signs = "x" * 9_000
    assert [len(piece.span) for piece in cut_long(blocks_of(signs), signs)] == [4_000, 4_000, 1_000]


def test_shorter_paragraphs_and_items_stay_whole() -> None:
    text = "De dijk is veilig. " * 1_000
    short = blocks_of(text[:LONGEST])
    assert cut_long(short, text) is short
    items = blocks_of(text, BlockKind.ITEM)
    assert cut_long(items, text) is items


def test_a_word_far_away_in_a_text_without_line_ends_says_nothing_of_a_sentence(desk: Desk) -> None:
    text = "De molen draait. " + "De dijk is veilig. " * 600 + "De sluis is dicht."
    weighed = desk.weigh("Is de sluis dicht naast de molen?", text)
    mill = [term.text for term in weighed.matcher.terms].index("molen")
    lock = next(unit for unit in weighed.units if unit.text == "De sluis is dicht.")
    assert lock.wide[mill] < 0.5

from __future__ import annotations

import pytest

from assistant.types import Box, Layout, Span, Word

LAYOUT = Layout.pack(
    [(595.0, 842.0)],
    [
        Word(Span(5, 9), Box(1, 44, 20, 70, 30)),
        Word(Span(0, 4), Box(1, 10, 20, 40, 30)),
        Word(Span(9, 14), Box(1, 10, 32, 50, 42)),
        Word(Span(15, 20), Box(2, 10, 20, 60, 30)),
    ],
)


def flat(boxes: tuple[Box, ...]) -> list[tuple[float, ...]]:
    return [
        (box.page, *(round(value, 1) for value in (box.x0, box.top, box.x1, box.bottom))) for box in boxes
    ]


def test_words_of_one_line_share_a_box_and_every_line_and_page_has_its_own() -> None:
    assert flat(LAYOUT.boxes_of(Span(0, 20))) == [
        (1, 10, 20, 70, 30),
        (1, 10, 32, 50, 42),
        (2, 10, 20, 60, 30),
    ]


def test_a_part_of_a_word_gets_its_share_of_the_width() -> None:
    assert flat(LAYOUT.boxes_of(Span(2, 4))) == [(1, 25, 20, 40, 30)]
    assert flat(LAYOUT.boxes_of(Span(9, 10))) == [(1, 10, 32, 18, 42)]


def test_between_two_words_there_is_no_box() -> None:
    assert LAYOUT.boxes_of(Span(4, 5)) == ()
    assert LAYOUT.boxes_of(Span(20, 30)) == ()


def test_words_in_two_columns_are_not_joined() -> None:
    layout = Layout.pack(
        [(595, 842)], [Word(Span(0, 4), Box(1, 10, 20, 40, 30)), Word(Span(5, 9), Box(1, 300, 20, 340, 30))]
    )
    assert len(layout.boxes_of(Span(0, 9))) == 2


def test_the_packed_form_gives_the_words_back_in_the_order_of_the_text() -> None:
    assert [word.span for word in LAYOUT.words()] == [Span(0, 4), Span(5, 9), Span(9, 14), Span(15, 20)]
    assert LAYOUT.sizes == ((595.0, 842.0),)


def test_places_beyond_the_measure_are_held_within_it() -> None:
    layout = Layout.pack([(9e9, 9e9)], [Word(Span(0, 1), Box(1, -5, -5, 9e9, 9e9))])
    (word,) = layout.words()
    assert (word.box.x0, word.box.top) == (0, 0)
    assert word.box.x1 == pytest.approx(6553.5)

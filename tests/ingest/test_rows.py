"""Which pieces of a line belong together."""

from __future__ import annotations

from assistant.ingest.glyphs import Segment
from assistant.ingest.rows import find_rows, join_touching


def place(text: str, x0: float, x1: float, top: float = 100, size: float = 10, rise: float = 0) -> Segment:
    return Segment(text, x0, top - rise, x1, top + size - rise, size, bold=False)


def show(rows: list[list[Segment]]) -> list[list[str]]:
    return [[segment.text for segment in row] for row in rows]


def test_wide_blanks_of_a_justified_line_do_not_part_its_words():
    lines = [
        place("De werkgroep is voor de derde keer bijeen geweest en", 50, 300, 100),
        *(place("heeft", 50, 75, 112), place("gestemd", 130, 170, 112), place("over", 225, 245, 112), place("het", 285, 300, 112)),
        place("voorstel.", 50, 95, 124),
    ]  # fmt: skip
    assert show(find_rows(lines))[1] == ["heeft gestemd over het"]


def test_one_blank_a_little_too_wide_is_closed_when_the_lines_around_run_on_there():
    lines = [
        place("De werkgroep is voor de derde keer bijeen geweest en", 50, 300, 100),
        *(place("heeft gestemd over", 50, 150, 112), place("het voorstel van de voorzitter", 160, 300, 112)),
        place("en van de andere leden die er waren, zonder bezwaar.", 50, 290, 124),
    ]
    assert show(find_rows(lines))[1] == ["heeft gestemd over het voorstel van de voorzitter"]


def test_two_columns_stay_apart_under_a_heading_over_both():
    lines = [place("Een kop die over allebei de kolommen heen staat", 50, 320, 100)]
    for number in range(1, 5):
        lines += [place("linker kolom regel", 50, 170, 100 + 12 * number), place("rechter kolom", 182, 320, 100 + 12 * number)]  # fmt: skip
    assert all(len(row) == 2 for row in find_rows(lines)[1:])


def test_cells_of_a_table_under_running_text_stay_apart():
    lines = [
        place("In de tabel hieronder staan alle kosten van de plannen", 50, 300, 100),
        place("die de raad in het voorjaar heeft vastgesteld voor ons", 50, 300, 112),
    ]
    for number in range(3):
        lines += [place("Brug", 50, 75, 124 + 12 * number), place("2 miljoen", 255, 300, 124 + 12 * number)]
    assert all(len(row) == 2 for row in find_rows(lines)[2:])


def test_a_sign_set_behind_a_word_is_part_of_its_line():
    lines = [place("Is dat waar", 50, 110), place("1", 110, 113, size=6, rise=1), place("?", 113, 118)]
    assert [(one.text, one.marks) for one in join_touching(lines)] == [("Is dat waar?", ("1",))]


def test_a_raised_number_before_a_text_is_the_number_of_a_note():
    lines = [place("3", 50, 54, size=5, rise=-1), place("Zie het jaarverslag.", 57, 140, size=8)]
    assert [one.text for one in join_touching(lines)] == ["3 Zie het jaarverslag."]

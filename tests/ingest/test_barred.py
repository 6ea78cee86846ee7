"""Tables in plain text whose cells stand between bars."""

from assistant.ingest.barred import turn_bars

TABLE = (
    "Bezetting\n\n"
    "Onderdeel | Norm 2033 | Geteld 2033\n"
    "Sluiswachters | 14 | 12\n"
    "Brugwachters | 9 | 11\n"
    "Loodsen | 6 | 6\n\n"
    "Alle wachters werken in ploegen van acht uur.\n"
)


def test_lines_with_bars_are_rows_with_the_names_of_their_columns(load, blocks):
    document = load(TABLE)

    assert [text for kind, text in blocks(document) if kind == "row"] == [
        "Sluiswachters – Norm 2033: 14; Geteld 2033: 12",
        "Brugwachters – Norm 2033: 9; Geteld 2033: 11",
        "Loodsen – Norm 2033: 6; Geteld 2033: 6",
    ]


def test_a_rule_of_dashes_and_bars_at_the_ends_part_no_cells():
    text = "| Jaar | Leden |\n|---|---|\n| 2031 | 40 |\n| 2032 | 44 |"

    assert turn_bars(text).split("\n") == ["Jaar\tLeden", "2031\t40", "2032\t44"]


def test_a_menu_of_one_or_two_lines_stays_as_it_is():
    menu = "Home | Nieuws | Contact\nAgenda | Kaart | Zoeken\n\nWelkom."

    assert turn_bars(menu) == menu

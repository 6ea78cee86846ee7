"""Running heads, watermarks, doubled lines and contents in plain text that was taken out of a PDF."""

from __future__ import annotations

import pytest

from assistant.ingest.copies import drop_doubled, halve_doubled
from assistant.ingest.plaincontents import drop_contents
from assistant.ingest.plainfurniture import drop_furniture
from assistant.ingest.runningheads import drop_heads
from assistant.ingest.watermark import drop_watermark, find_watermark

WORDS = (
    "sluis brug kade haven dijk polder gracht molen akker weide heide duin bos park plein straat wijk dorp stad streek"
).split()


def _line(number: int) -> str:
    """Give a line of a sentence that runs on, other than every other one."""
    first, second, third = (WORDS[number * step % len(WORDS)] for step in (1, 3, 7))
    begin = WORDS[number * 11 % len(WORDS)]
    return (
        f"{begin} en {second} gaan wij bij de {first} en de {third} in {3000 + number} samen herstellen en de"
    )


def _book(head: str, pages: int = 14) -> str:
    """Give pages of 24 lines, with the number of the next page and its head between them."""
    parts = []
    for page in range(pages):
        body = [_line(24 * page + row) for row in range(24)]
        parts.append("\n".join(body) + head.replace("#", str(page + 2)))
    return "".join(parts)


@pytest.mark.parametrize(
    "head",
    [
        " #\nPlan Molendam 2023-2028",
        "\n#\nPLAN VAN DE HAVENS 2023\n",
        "\nPlan Molendam 2023 - Water en land#",
        "\nPlan Molendam 2023Samen verder\n#Inhoud",
        "#PLAN VOOR DE HAVENS 2023-2027",
    ],
)
def test_a_head_between_pages_goes_and_nothing_else(head):
    text, told = drop_heads(_book(head))
    assert [line.strip() for line in text.split("\n") if line.strip()] == [
        _line(number) for number in range(336)
    ]
    assert list(told.values()) == [14]


@pytest.mark.parametrize(
    "lead",
    [
        "Subsidie voor de sluis nummer",
        "Artikel",
        "Wij willen dat de gemeente",
        "De subsidie",
        "Actie van de raad in",
    ],
)
def test_a_real_list_with_the_same_lead_stays(lead):
    text = "\n".join(f"{lead} {number}\n{_line(number).capitalize()}." for number in range(1, 40))
    assert drop_heads(text) == (text, {})
    glued = "\n".join(f"- {lead} {number} euro voor {WORDS[number % 20]}en" for number in range(1, 40))
    assert drop_heads(glued) == (glued, {})
    above = "\n".join(f"Maatregel {number}\n{lead} {_line(number)}." for number in range(1, 40))
    assert drop_heads(above) == (above, {})


def test_a_clause_that_comes_back_stays_also_before_compounds_and_addresses():
    text = "\n".join(
        f"{number}. De subsidie{WORDS[number % 20]} wordt vastgesteld.\nhttps://www.{WORDS[number % 20]}.nl/a"
        for number in range(40)
    )
    assert drop_heads(text) == (text, {})


def test_a_watermark_goes_where_it_is_glued_and_a_word_in_capitals_stays():
    lines = [f"CONCEPT{_line(number).capitalize()}" for number in range(80)]
    assert find_watermark(lines) == "CONCEPT"
    assert drop_watermark(["CONCEPTCONCEPTDe brug.CONCEPTDe sluis", "CONCEPT", "De kade"], "CONCEPT") == (
        ["De brug.", "De sluis", "De kade"],
        4,
    )
    assert find_watermark([f"ARTIKEL {number}" for number in range(200)]) is None
    assert find_watermark([f"GEMEENTEN {word}" for word in WORDS * 10]) is None


def test_lines_drawn_twice_stay_once_and_repeated_clauses_stay():
    lines = [line for number in range(40) for line in (_line(number), _line(number))]
    assert drop_doubled(lines) == ([_line(number) for number in range(40)], 40)
    few = [_line(number) for number in range(40)] + [_line(3)]
    assert drop_doubled(few) == (few, 0)


def test_a_line_that_holds_itself_twice_is_halved_where_there_are_several():
    doubled = ["Samen verderSamen verder", "Goed Goed", "Wonen  Wonen", "Een gewone regel"]
    assert halve_doubled(doubled) == (["Samen verder", "Goed", "Wonen", "Een gewone regel"], 3)
    assert halve_doubled(doubled[2:]) == (doubled[2:], 0)


CONTENTS = [
    "Inhoud",
    *(f"{word.capitalize()} en land {4 * place + 3}" for place, word in enumerate(WORDS[:9])),
]
CHAPTERS = [line for word in WORDS[:9] for line in (f"{word.capitalize()} en land", _line(len(word)))]


def test_a_table_of_contents_goes_when_its_lines_come_back_as_headings():
    assert drop_contents([*CONTENTS, *CHAPTERS], paged=False) == (["Inhoud", *CHAPTERS], 9)
    assert drop_contents([*CONTENTS[1:], *CHAPTERS], paged=True) == (CHAPTERS, 9)


def test_a_table_with_figures_stays():
    table = [*CONTENTS[1:], *CHAPTERS]
    assert drop_contents(table, paged=False) == (table, 0)
    assert drop_contents(CONTENTS, paged=False) == (CONTENTS, 0)


def test_what_is_left_out_is_told(load):
    document = load(_book(" #\nPlan Molendam 2023-2028", pages=40), "plan.txt")
    assert document.notices == (
        "de kop of voet ‘Plan Molendam 2023-2028’ van bladzijden is weggelaten (40 keer)",
    )
    assert "Plan Molendam" not in document.text
    assert all(_line(number) in document.text for number in range(960))


def test_short_texts_and_texts_with_pages_are_left_alone():
    assert drop_furniture("Een zin.\n" * 20) == ("Een zin.\n" * 20, ())
    paged = _book(" #\nPlan Molendam 2023-2028", pages=40).replace("\n", "\f", 1)
    assert drop_furniture(paged) == (paged, ())

"""Articles, pages, tables and figures that a question names are read, and left out of it."""

from __future__ import annotations

import pytest

from assistant.answer.chapterwords import find_references, leave_out

READ = [
    ("Wat staat er in artikel 5 over veren?", ["een artikel 5"], "Wat staat er over veren?"),
    ("Wie is volgens artikel 3, tweede lid, bevoegd?", ["een artikel 3, lid 2"], "Wie is bevoegd?"),
    (
        "Wat zegt artikel 5a lid 2 onder b over veren?",
        ["een artikel 5a, lid 2"],
        "Wat zegt het document over veren?",
    ),
    ("Wat kost een veer volgens artikel 2:14?", ["een artikel 2:14"], "Wat kost een veer?"),
    ("Wat kost een veer volgens de artikelen 3 en 4?", ["een artikel 3 of 4"], "Wat kost een veer?"),
    (
        "Wat kost een veer volgens artikel 12 van het veerreglement?",
        ["een artikel 12"],
        "Wat kost een veer in het veerreglement?",
    ),
    ("Wat kost een veer op pagina 12?", ["een pagina 12"], "Wat kost een veer?"),
    ("Wat kost een veer op blz. 3?", ["een pagina 3"], "Wat kost een veer?"),
    ("Wat kost een veer op p. 3 tot en met 5?", ["een pagina 3 tot en met 5"], "Wat kost een veer?"),
    (
        "Wat kost een veer op bladzijde 3 van het jaarverslag?",
        ["een pagina 3"],
        "Wat kost een veer in het jaarverslag?",
    ),
    ("Wat kost een veer op de laatste pagina?", ["een laatste pagina"], "Wat kost een veer?"),
    ("Wat kost een veer op pagina 5-3?", ["een pagina 3 tot en met 5"], "Wat kost een veer?"),
    ("Wat kost een veer op pagina 3, 4 en 9?", ["een pagina 3 of 4 of 9"], "Wat kost een veer?"),
    ("Wat kost een veer op pagina 0?", ["een pagina 0"], "Wat kost een veer?"),
    ("Wat kost een veer op pagina 99999?", ["een pagina 99999"], "Wat kost een veer?"),
    ("Is er een artikel 5?", ["een artikel 5"], "Is er een het document?"),
    ("Hoeveel veren varen er volgens figuur 3-1?", ["een figuur 3-1"], "Hoeveel veren varen er?"),
    ("Hoeveel veren staan er in tabel 4?", ["een tabel 4"], "Hoeveel veren staan er?"),
    ("Hoeveel veren varen er volgens fig. 2.1?", ["een figuur 2.1"], "Hoeveel veren varen er?"),
    (
        "Hoeveel veren staan er in tabel 1 en tabel 2?",
        ["een tabel 1", "een tabel 2"],
        "Hoeveel veren staan er?",
    ),
    (
        "Hoeveel veren staan er in hoofdstuk 2 en tabel 4?",
        ["een hoofdstuk 2", "een tabel 4"],
        "Hoeveel veren staan er?",
    ),
]


@pytest.mark.parametrize(("question", "shown", "rest"), READ)
def test_a_place_is_read_and_left_out(question: str, shown: list[str], rest: str) -> None:
    found = find_references(question)
    assert [ways[0].shown for ways in found] == shown
    for ways in reversed(found):
        question = leave_out(question, ways[0])
    assert question == rest


@pytest.mark.parametrize(
    "question",
    [
        "Waarom is artikel 5 gewijzigd?",
        "Welke gevolgen heeft artikel 5 voor de veerdienst?",
        "Wie mag op grond van artikel 5 varen?",
        "Wat eist artikel 7 Awb van de veerdienst?",
        "Hoe hoog is het tarief volgens artikel 20a Vpb?",
        "Hoeveel pagina's telt het rapport?",
        "Wie schreef het artikel over veren?",
        "Hoeveel tabellen staan er in het rapport?",
        "Wanneer is tabel 4 gemaakt?",
        "Wat verandert er door artikel 4 en artikel 5?",
    ],
)
def test_what_is_spoken_about_or_of_a_law_limits_nothing(question: str) -> None:
    assert find_references(question) == []


@pytest.mark.parametrize(
    ("question", "member"),
    [
        ("Wat zegt artikel 3, tweede lid, over veren?", "2"),
        ("Wat zegt artikel 3 lid 4 over veren?", "4"),
        ("Wat zegt het derde lid over veren volgens artikel 3?", ""),
        ("Wat zegt artikel 3, 2e lid, over veren?", "2"),
    ],
)
def test_the_paragraph_of_an_article_is_read(question: str, member: str) -> None:
    ((reference,),) = find_references(question)
    assert reference.member == member

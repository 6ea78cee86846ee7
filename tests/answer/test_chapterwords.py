"""The words of a question that name a chapter are read, and left out of it."""

from __future__ import annotations

import pytest

from assistant.answer.chapterwords import find_references, leave_out

READ = [
    ("Wat staat er in hoofdstuk 3 over veren?", "een hoofdstuk 3", "Wat staat er over veren?"),
    ("In hoofdstuk III, wie vaart er?", "een hoofdstuk 3", "Wie vaart er?"),
    ("In het derde hoofdstuk, wie vaart er?", "een hoofdstuk 3", "Wie vaart er?"),
    ("Wat kost een veer volgens paragraaf 2.1?", "een paragraaf 2.1", "Wat kost een veer?"),
    ("Wat kost een veer volgens § 2.1?", "een paragraaf 2.1", "Wat kost een veer?"),
    ("Welke veren staan er in bijlage B?", "een bijlage B", "Welke veren staan er?"),
    ("Welke veren staan er in de bijlage?", "een bijlage", "Welke veren staan er?"),
    ("Wat kost een veer volgens de samenvatting?", "een samenvatting", "Wat kost een veer?"),
    ("Wat zegt hoofdstuk 3 over veren?", "een hoofdstuk 3", "Wat zegt het document over veren?"),
    ("Wat zegt de conclusie over veren?", "een conclusie", "Wat zegt het document over veren?"),
    ("Welke veren uit hoofdstuk 2 en 4 varen?", "een hoofdstuk 2 of 4", "Welke veren varen?"),
    (
        "Welke veren varen er in hoofdstuk 2 en in hoofdstuk 4?",
        "een hoofdstuk 2 of 4",
        "Welke veren varen er?",
    ),
    (
        "Wat kost een veer in hoofdstuk 2 van het jaarverslag van 2020?",
        "een hoofdstuk 2",
        "Wat kost een veer in het jaarverslag van 2020?",
    ),
    (
        "In het hoofdstuk ‘Over het water’, wie vaart er?",
        "een hoofdstuk over ‘Over het water’",
        "Wie vaart er?",
    ),
    ("Wie vaart er in het hoofdstuk over het water?", "een hoofdstuk over ‘het water’", "Wie vaart er?"),
    (
        "Welke schippers worden in de paragraaf over veren en bruggen genoemd?",
        "een paragraaf over ‘veren en bruggen’",
        "Welke schippers worden genoemd?",
    ),
]


@pytest.mark.parametrize(("question", "shown", "rest"), READ)
def test_a_chapter_is_read_and_left_out(question: str, shown: str, rest: str) -> None:
    ((reference, *_),) = find_references(question)
    assert (reference.shown.replace("III", "3"), leave_out(question, reference)) == (shown, rest)


@pytest.mark.parametrize(
    "question",
    [
        "In welk hoofdstuk staan de veren?",
        "Hoeveel hoofdstukken heeft het rapport?",
        "Tot welke conclusie kwam de commissie?",
        "Welk deel van de schippers vaart?",
        "Wat waren de conclusies van de evaluatie?",
        "Wie schreef het voorwoord?",
        "Begint er een nieuw hoofdstuk in de veerdienst?",
        "Wat kost de titel?",
        "Wie schrijft het voorwoord?",
        "Wie werkte mee aan hoofdstuk 2?",
        "Wanneer is bijlage 2 vastgesteld?",
        "Welk rapport bevat de bijlage over veren?",
        "Wat is het verschil tussen hoofdstuk 2 en hoofdstuk 3?",
        "Hoeveel schippers werken er in de afdeling Veren?",
        "Gaat er in deel 2 miljoen euro om?",
    ],
)
def test_other_words_name_no_chapter(question: str) -> None:
    assert find_references(question) == []


def test_a_name_may_end_before_any_word_but_not_before_and() -> None:
    (ways,) = find_references("Wie vaart er in het hoofdstuk over veren en bruggen bij Lier?")
    assert [way.title for way in ways] == ["veren en bruggen bij Lier", "veren en bruggen"]


def test_common_nouns_are_no_firm_chapters() -> None:
    assert [
        [way.firm for way in ways] for ways in find_references("Wie vaart er in deel 2 of in hoofdstuk 3?")
    ] == [
        [False],
        [True],
    ]
    ((reference,),) = find_references("Wat moet er met de veren gebeuren volgens de aanbevelingen?")
    assert not reference.firm


def test_a_long_question_is_read_in_linear_time_and_names_few_chapters() -> None:
    assert len(find_references("in hoofdstuk 3 " * 3_000)) == 8
    commas = "Wie vaart er in hoofdstuk 3" + "," * 50_000 + "x"
    ((reference,),) = find_references(commas)
    assert leave_out(commas, reference).startswith("Wie vaart er ,")

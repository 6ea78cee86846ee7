"""Numbers with the thing they count."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Er kwamen ruim 770.000 bezoekers.", ["ruim 770.000"]),
        ("Vier scholen en 12 clubs doen mee.", ["Vier", "12"]),
        ("Het zijn vijfentwintig bomen.", ["vijfentwintig"]),
        ("Er staan tientallen huizen.", ["tientallen"]),
        ("Er wonen 2,5 miljoen mensen.", ["2,5 miljoen"]),
        ("Het is 1.250,50 meter.", ["1.250,50"]),
        ("Zo'n 30 leden stemden.", ["Zo'n 30"]),
        ("Dat is 40% van alles en 12 procent van de rest.", ["40%", "12 procent"]),
        ("Code A12 en B-13 tellen niet.", []),
        ("Een hond en een kat.", []),
        ("Niets te tellen.", []),
        ("Jaarlijks worden 22 000 mensen ziek, in 2020 300 meer.", ["22 000", "2020", "300"]),
    ],
)
def test_numbers_are_found_as_they_are_written(text: str, numbers: list[str]) -> None:
    assert [quantity.span.of(text) for quantity in find_quantities(text)] == numbers


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("De artikelen 9, 13 en 15 en lid 2, punt 24, gelden voor 12 clubs.", ["12"]),
        ("Lijn 491 telt 8 haltes; zie Kamerstukken II 2003/04, 29 435 (PB L 279).", ["8"]),
        ("Ondernemer A 3 keer, een enquête onder 618 bezoekers.", ["618"]),
        ("Per groep 12 kinderen, in groep 3 geen.", ["12"]),
        ("De 93e vergadering telde 40 leden.", ["40"]),
        ("Een miljoen bomen en een struik.", ["Een miljoen"]),
        ("Zij geven vier tot acht uur les, 3.000 à 4.000 keer.", ["vier tot acht", "3.000 à 4.000"]),
        ("Het groeide van 1.500 naar 2.900 plekken.", ["1.500", "2.900"]),
    ],
)
def test_a_reference_is_no_number_and_a_least_and_a_most_are_one(text: str, numbers: list[str]) -> None:
    assert [quantity.span.of(text) for quantity in find_quantities(text)] == numbers


def test_the_words_behind_a_number_come_with_their_ends() -> None:
    text = "Er staan 24 nieuwe huizen langs de dijk bij het dorp."
    (quantity,) = find_quantities(text)
    assert [word for word, _ in quantity.following] == ["nieuwe", "huizen", "langs", "de", "dijk"]
    assert [text[:end].split()[-1] for _, end in quantity.following] == [
        word for word, _ in quantity.following
    ]


def test_a_share_is_marked_as_such() -> None:
    percents = [quantity.percent for quantity in find_quantities("Eerst 40% en dan 12 huizen.")]
    assert percents == [True, False]


def test_the_words_about_a_number_are_in_its_span_and_not_in_its_number() -> None:
    text = "Meer dan 300 leden."
    (quantity,) = find_quantities(text)
    assert (quantity.span.of(text), quantity.number.of(text)) == ("Meer dan 300", "300")


@given(st.text(max_size=80))
def test_quantities_of_any_text_stand_in_order_inside_it(text: str) -> None:
    found = find_quantities(text)
    assert [quantity.span for quantity in found] == sorted(quantity.span for quantity in found)
    for quantity in found:
        assert quantity.span.covers(quantity.number)
        assert quantity.span.end <= len(text)
        for word, end in quantity.following:
            assert text[end - len(word) : end] == word


@pytest.mark.parametrize(
    "text",
    [
        "voertuigen als bedoeld in richtlijn 2031/46/EG",
        "steun op grond van Verordening (EU) nr. 651/2031",
        "zoals gewijzigd (Stb. 2031, 45)",
        "in de Staatscourant 2031, nr. 1234",
        "werkt volgens ISO 9001",
        "volgens richtlijn 92/43/EEG",
    ],
)
def test_the_number_of_a_rule_gazette_or_standard_counts_nothing(text: str) -> None:
    assert not find_quantities(text)


def test_a_number_behind_such_a_name_may_count() -> None:
    text = "In de Staatscourant stonden 12 besluiten over 30 scholen."
    assert [found.number.of(text) for found in find_quantities(text)] == ["12", "30"]

"""A name, year or figure of the question of which nothing is said near a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

_LETTERS = "alfa beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omikron pi".split()


def fill(season: str) -> str:
    """Give sixteen paragraphs about something else: far more than what is near."""
    return "\n\n".join(
        f"De stuurgroep bespreekt in {season} {word} de stand van de fietspaden en de banken in het park. "
        * 6
        for word in _LETTERS
    )


FILL, MORE = fill("bijeenkomst"), fill("vergadering")
ACTIVE = "Van de bedrijven is 59% internationaal actief, vooral met machines."


def lacking(desk: Desk, question: str, text: str, words: str) -> bool:
    """Tell whether the sentence with these words lacks something that the question names."""
    units = [unit for unit in desk.weigh(question, text).units if words in unit.text]
    assert units
    return bool(units[0].lacks)


@pytest.mark.parametrize(
    "question",
    [
        "Welk deel van de bedrijven is actief in Peru?",
        "Welk deel van de bedrijven was in 2011 internationaal actief?",
        "Welk deel van de 4.300 bedrijven is internationaal actief?",
    ],
)
def test_what_is_said_pages_on_is_missing_here(desk: Desk, question: str) -> None:
    text = f"# Handel\n\n{FILL}\n\n{ACTIVE}\n\n{MORE}\n\nPeru kreeg in 2011 bezoek van 4.300 bedrijven."
    assert lacking(desk, question, text, "59%")


@pytest.mark.parametrize(
    "text",
    [
        f"# Handel met Peru\n\n{ACTIVE}\n\n{MORE}",
        f"# Handel\n\nPeru is een belangrijke markt.\n\n{ACTIVE}\n\n{MORE}",
        f"# Handel\n\n{FILL}\n\nDe reis naar Peru was in mei.\n\nEr gingen gidsen mee.\n\n{ACTIVE}\n\n{MORE}",
        f"Aan het consulaat van Peru\n\n{FILL}\n\n{ACTIVE}",
    ],
)
def test_a_name_above_beside_or_at_the_head_of_the_text_is_there(desk: Desk, text: str) -> None:
    assert not lacking(desk, "Welk deel van de bedrijven is actief in Peru?", text, "59%")


def test_a_paragraph_that_ends_right_before_is_near_however_long_it_is(desk: Desk) -> None:
    long = " ".join(FILL.split("\n\n")[:4])
    text = f"# Handel\n\n{long} De reis ging naar Peru. Zij duurde lang.\n\n{ACTIVE}\n\n{MORE}"
    assert not lacking(desk, "Welk deel van de bedrijven is actief in Peru?", text, "59%")


@pytest.mark.parametrize("place", ["Duitse", "Nederlandse"])
def test_a_place_in_the_named_land_stands_for_it_and_the_own_land_is_understood(
    desk: Desk, place: str
) -> None:
    text = f"# Spoor\n\n{FILL}\n\nHet station krijgt een treinverbinding met Düsseldorf.\n\n{MORE}"
    assert not lacking(desk, f"Met welke {place} stad krijgt het station een treinverbinding?", text, "Düss")


@pytest.mark.parametrize(
    ("question", "lacks"),
    [
        ("Hoeveel subsidie kreeg de molen in 2021?", False),
        ("Hoeveel subsidie kreeg de molen in 2017?", False),
        ("Hoeveel subsidie kreeg de molen in 2012?", True),
    ],
)
def test_a_year_is_that_of_the_document_or_within_a_period_around(
    desk: Desk, question: str, lacks: bool
) -> None:
    text = (
        f"---\ndate: 2021-03-04\n---\n\n# Verslag\n\n{FILL}\n\n"
        f"In de periode 2015-2019 kreeg de molen 40.000 euro subsidie.\n\n{MORE}"
    )
    assert lacking(desk, question, text, "40.000") is lacks


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel euro kreeg de molen op 12 mei?",
        "Geldt de EER-regeling voor de molen?",
        "Kreeg de X van de molen subsidie?",
    ],
)
def test_the_day_of_a_date_half_a_common_noun_and_a_letter_need_not_be_there(
    desk: Desk, question: str
) -> None:
    text = f"# Verslag\n\n{FILL}\n\nDe molen kreeg 40.000 euro subsidie uit een regeling.\n\n{MORE}"
    assert not lacking(desk, question, text, "40.000")


def test_where_something_is_missing_there_is_no_answer_to_any_kind_of_question(desk: Desk) -> None:
    text = f"# Handel\n\n{FILL}\n\n{ACTIVE}\n\n{MORE}\n\nPeru wordt genoemd."
    for question in (
        "Welk deel van de bedrijven is actief in Peru?",
        "Zijn de bedrijven internationaal actief in Peru?",
        "Waarom zijn de bedrijven internationaal actief in Peru?",
    ):
        weighed = desk.weigh(question, text)
        assert all(unit.probability < 0.15 for unit in weighed.units if "59%" in unit.text)


@pytest.mark.parametrize("name", ["Peru", "Puerto Rico"])
def test_silence_tells_which_name_is_not_spoken_of_and_repeats_no_figure(desk: Desk, name: str) -> None:
    reading = desk.read(f"# Handel\n\n{FILL}\n\n{ACTIVE}\n\n{MORE}\n\n{name} kreeg in 2011 bezoek.")
    library = desk.library([reading])
    question = f"Welk deel van de bedrijven was in 2011 internationaal actief in {name}?"
    nowhere = Completeness(1, 1, 0, "proef")
    answer = compose_answer(question, desk.hits([reading])[:12], library, nowhere)
    assert not answer.answered
    assert f"zegt niets over {name}." in answer.text
    assert "2011" not in answer.text


@pytest.mark.parametrize("verb", ["Wil", "Vergelijk"])
def test_the_verb_that_opens_a_question_is_no_part_of_a_name(desk: Desk, verb: str) -> None:
    reading = desk.read(f"# Handel\n\n{FILL}\n\n{ACTIVE}\n\n{MORE}\n\n{FILL}\n\nPeru kreeg in 2011 bezoek.")
    question = f"{verb} Peru en de bedrijven die internationaal actief zijn?"
    answer = compose_answer(
        question, desk.hits([reading])[:12], desk.library([reading]), Completeness(1, 1, 0, "proef")
    )
    assert not answer.answered
    assert "zegt niets over Peru." in answer.text


@pytest.mark.parametrize(
    ("asked", "text", "named"),
    [
        ("Zonkracht Peru", "Peru kreeg bezoek.", "Zonkracht Peru"),
        ("Peruaanse dorpen", "Peruaanse wol is duur.", "Peruaanse dorpen"),
    ],
)
def test_silence_names_all_of_a_name_and_the_noun_of_an_adjective(
    desk: Desk, asked: str, text: str, named: str
) -> None:
    reading = desk.read(f"# Zonkracht\n\n{FILL}\n\n{ACTIVE}\n\n{MORE}\n\n{FILL}\n\n{text}")
    library = desk.library([reading])
    question = f"Welk deel van de bedrijven was internationaal actief in {asked}?"
    answer = compose_answer(question, desk.hits([reading])[:12], library, Completeness(1, 1, 0, "proef"))
    assert not answer.answered
    assert f"zegt niets over {named}." in answer.text

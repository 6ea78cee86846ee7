"""Two documents that name another for the same post, deed or place contradict each other; nearly anything else does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.answer.test_contradiction import dated
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

CHAIR = "Wie is de voorzitter van de Stichting Heimolen?"
KAREL = "De voorzitter van de Stichting Heimolen is Karel Dorst."
MIA = "De voorzitter van de Stichting Heimolen is Mia Verhulst."


def values(desk: Desk, question: str, *sentences: str) -> set[str]:
    """Ask over documents of one day, each with one sentence; give the values that contradict each other."""
    texts = [dated("2022-03-01", sentence) for sentence in sentences]
    return {variant.value for variant in reply(desk, question, *texts).variants}


@pytest.mark.parametrize(
    "sentence",
    [
        MIA,
        "Mia Verhulst is voorzitter van de Stichting Heimolen.",
        "Mia Verhulst is voorzitster van de Stichting Heimolen.",
        "Mia Verhulst, voorzitter van de Stichting Heimolen, opende de vergadering.",
        "Mia Verhulst (voorzitter van de Stichting Heimolen) opende de vergadering.",
        "Voorzitter Mia Verhulst van de Stichting Heimolen opende de vergadering.",
    ],
)
def test_another_holder_of_the_same_post_is_a_contradiction(desk: Desk, sentence: str) -> None:
    assert values(desk, CHAIR, KAREL, sentence) == {"Karel Dorst", "Mia Verhulst"}


@pytest.mark.parametrize(
    ("question", "one", "other", "found"),
    [
        (
            "Wie heeft de brug van Heimolen ontworpen?",
            "De brug van Heimolen is ontworpen door Karel Dorst.",
            "De brug van Heimolen werd ontworpen door Mia Verhulst.",
            {"Karel Dorst", "Mia Verhulst"},
        ),
        (
            "Wie voert het onderzoek naar de sluis uit?",
            "Het onderzoek naar de sluis van Heimolen wordt uitgevoerd door de Universiteit Gent.",
            "Het onderzoek naar de sluis van Heimolen wordt uitgevoerd door de Universiteit Utrecht.",
            {"de Universiteit Gent", "de Universiteit Utrecht"},
        ),
        (
            "Waar is de Stichting Heimolen gevestigd?",
            "De Stichting Heimolen is gevestigd in Gent.",
            "De Stichting Heimolen is gevestigd te Breda.",
            {"Gent", "Breda"},
        ),
        (
            "Wie is de directeur van de Stichting Heimolen?",
            "De directeur van de Stichting Heimolen is Karel Dorst.",
            "De directeur van de Stichting Heimolen is Mia Verhulst.",
            {"Karel Dorst", "Mia Verhulst"},
        ),
    ],
)
def test_another_doer_or_place_of_the_same_thing_is_a_contradiction(
    desk: Desk, question: str, one: str, other: str, found: set[str]
) -> None:
    assert values(desk, question, one, other) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "De voorzitter van de Stichting Heimolen is K. Dorst.",
        "De voorzitters van de Stichting Heimolen zijn Mia Verhulst en Piet Maas.",
        "Mia Verhulst en Piet Maas, voorzitter van de Stichting Heimolen, openden de vergadering.",
        "Mia Verhulst is samen met Piet Maas voorzitter van de Stichting Heimolen.",
        "Mia Verhulst is vicevoorzitter van de Stichting Heimolen.",
        "Mia Verhulst is voormalig voorzitter van de Stichting Heimolen.",
        "Mia Verhulst was voorzitter van de Stichting Heimolen.",
        "Mia Verhulst wordt voorzitter van de Stichting Heimolen.",
        "Mia Verhulst is waarnemend voorzitter van de Stichting Heimolen.",
        "Mia Verhulst volgt Karel Dorst op en is voorzitter van de Stichting Heimolen.",
        "Mia Verhulst is voorzitter van de raad van advies van de Stichting Heimolen.",
        "Mia Verhulst is voorzitter van de Stichting Broekerlo.",
        "Mia Verhulst is geen voorzitter van de Stichting Heimolen.",
        "Mia Verhulst is sinds 2021 voorzitter van de Stichting Heimolen, na Karel Dorst.",
        "Is Mia Verhulst voorzitter van de Stichting Heimolen?",
        f"{MIA}\n\nOok Karel Dorst kwam.",
    ],
)
def test_what_may_be_true_beside_it_is_no_contradiction(desk: Desk, sentence: str) -> None:
    assert values(desk, CHAIR, KAREL, sentence) == set()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Door wie is het onderzoek uitgevoerd?", "Het onderzoek is uitgevoerd door {}."),
        ("Waar is het bureau gevestigd?", "Het bureau is gevestigd in {}."),
    ],
)
def test_of_what_has_no_name_another_document_may_mean_another(desk: Desk, question: str, told: str) -> None:
    names = ("Gent", "Breda") if "gevestigd" in told else ("de Universiteit Gent", "de Universiteit Utrecht")
    assert values(desk, question, told.format(names[0]), told.format(names[1])) == set()


@pytest.mark.parametrize(
    ("question", "one", "other"),
    [
        (
            "Wie is de directeur van de Stichting Heimolen?",
            "Karel Dorst is directeur van de Stichting Heimolen.",
            "Mia Verhulst is directeur van de Stichting Heimolen.",
        ),
        (
            "Wie heeft de brug van Heimolen gebouwd?",
            "De brug van Heimolen is gebouwd door de Universiteit Gent en de gemeente Lier.",
            "De brug van Heimolen is gebouwd door de Universiteit Utrecht.",
        ),
        (
            "Wie heeft de brug van Heimolen gebouwd?",
            "De brug van Heimolen is gebouwd door de Universiteit Gent.",
            "Een deel van de brug van Heimolen is gebouwd door de Universiteit Utrecht.",
        ),
        (
            "Wie heeft de brug van Heimolen ontworpen?",
            "De brug van Heimolen is ontworpen door Karel Dorst.",
            "De brug van Heimolen is ontworpen door de Universiteit Utrecht.",
        ),
        (
            "Wie is de griffier van Utrecht?",
            "De griffier van de gemeente Utrecht is Karel Dorst.",
            "De griffier van de provincie Utrecht is Mia Verhulst.",
        ),
        (
            "Waar is de Stichting Heimolen gevestigd?",
            "De Stichting Heimolen is gevestigd in Gent.",
            "De Stichting Heimolen is gevestigd in België.",
        ),
        (
            "Waar is de Stichting Heimolen gevestigd?",
            "De Stichting Heimolen is gevestigd in Gent.",
            "De Stichting Heimolen is gevestigd in Breda en Lier.",
        ),
    ],
)
def test_two_doers_parts_and_places_within_each_other_are_no_contradiction(
    desk: Desk, question: str, one: str, other: str
) -> None:
    assert values(desk, question, one, other) == set()


@pytest.mark.parametrize("newest", [KAREL, MIA])
def test_a_holder_in_a_newer_document_overtakes_the_one_before_and_stands_first(
    desk: Desk, newest: str
) -> None:
    older = MIA if newest == KAREL else KAREL
    answer = reply(desk, CHAIR, dated("2020-03-01", older), dated("2022-05-01", newest))
    assert answer.variants == ()
    assert [(item.quote, item.newer) for item in answer.citations] == [(newest, None), (older, "2022-05-01")]


def test_what_happened_once_is_contradicted_by_an_older_document_too(desk: Desk) -> None:
    answer = reply(
        desk,
        "Wie heeft de brug van Heimolen ontworpen?",
        dated("2020-03-01", "De brug van Heimolen is ontworpen door Karel Dorst."),
        dated("2022-05-01", "De brug van Heimolen is ontworpen door Mia Verhulst."),
    )
    assert [(item.value, item.date) for item in answer.variants] == [
        ("Mia Verhulst", "2022-05-01"),
        ("Karel Dorst", "2020-03-01"),
    ]
    assert "documenten spreken elkaar tegen" in answer.text


@pytest.mark.parametrize(("date", "newest"), [("2020-03-01", False), ("2019-03-01", True)])
def test_the_text_calls_a_document_the_newest_only_where_it_is(desk: Desk, date: str, newest: bool) -> None:
    told = "De brug van Heimolen is ontworpen door {}."
    answer = reply(
        desk,
        "Wie heeft de brug van Heimolen ontworpen?",
        dated("2020-03-01", told.format("Karel Dorst")),
        dated(date, told.format("Mia Verhulst")),
    )
    assert len(answer.variants) == 2
    assert ("Het nieuwste document staat bovenaan" in answer.text) is newest


def test_a_post_in_a_document_without_a_date_may_have_passed_to_another(desk: Desk) -> None:
    assert reply(desk, CHAIR, dated("2022-05-01", KAREL), f"# Nota\n\n{MIA}").variants == ()

"""Follow-up questions made whole with what was asked and answered before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assistant.answer.conversation import find_spoken_document, is_as_asked, make_turn, resolve
from assistant.answer.conversation_turns import Turn
from assistant.types import Answer, Completeness

BRIDGE = Turn("Wie bouwde de brug bij Lutterveen in 2019?", "persoon", "Hanne Wolters")
FAIR = Turn("Hoeveel bezoekers trok de Oogstmarkt in 2019?", "aantal", "4.000")
HALL = Turn("In welke plaats ligt het Museum Halderoord?", "plaats", "Brielstede")
CLUB = Turn("Welke stichting beheert het Zandpad?", "organisatie", "Stichting Duinrand")


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        (FAIR, "En in 2021?", "Hoeveel bezoekers trok de Oogstmarkt in 2021?"),
        (FAIR, "en 2021?", "Hoeveel bezoekers trok de Oogstmarkt in 2021?"),
        (FAIR, "En een jaar eerder?", "Hoeveel bezoekers trok de Oogstmarkt in 2018?"),
        (FAIR, "En daarvoor?", "Hoeveel bezoekers trok de Oogstmarkt vóór 2019?"),
        (FAIR, "En de Lentemarkt?", "Hoeveel bezoekers trok de Lentemarkt in 2019?"),
        (FAIR, "En hoe was dat in 2017?", "Hoeveel bezoekers trok de Oogstmarkt in 2017?"),
        (Turn("Wat doet Gelderland voor boeren?", "lijst"), "En Vlaanderen?", "Wat doet Vlaanderen voor boeren?"),
        (Turn("Wat is het adres van de Raad Oost?", "plaats"), "En het nummer?", "Wat is het nummer van de Raad Oost?"),
        (Turn("Hoeveel geld gaat naar Noord?", "bedrag"), "En naar Zuid?", "Hoeveel geld gaat naar Zuid?"),
    ],
)  # fmt: skip
def test_a_fragment_takes_the_place_of_what_it_answers_to(before: Turn, asked: str, meant: str) -> None:
    assert resolve(asked, [before]) == (meant,)


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        (BRIDGE, "Waarom?", "Waarom bouwde Hanne Wolters de brug bij Lutterveen in 2019?"),
        (FAIR, "Op welke dagen?", None),
        (Turn("Is de Oogstmarkt uitgesteld?", "janee"), "Waarom?", "Waarom is de Oogstmarkt uitgesteld?"),
        (
            Turn("Is de Oogstmarkt uitgesteld?", "janee"),
            "Hoe komt dat?",
            "Waarom is de Oogstmarkt uitgesteld?",
        ),
        (Turn("Wanneer opende het Zandpad?", "moment"), "Door wie?", "Door wie opende het Zandpad?"),
    ],
)
def test_an_interrogative_alone_asks_the_same_otherwise(before: Turn, asked: str, meant: str | None) -> None:
    found = resolve(asked, [before])
    assert found == (meant,) if meant else found[0].startswith(asked[:-1])


@pytest.mark.parametrize(
    ("before", "asked", "meant"),
    [
        (BRIDGE, "Waar werkt zij?", "Waar werkt Hanne Wolters?"),
        (BRIDGE, "Wie is dat?", "Wie is Hanne Wolters?"),
        (BRIDGE, "Wat is haar functie?", "Wat is de functie van Hanne Wolters?"),
        (HALL, "Wat kost het?", "Wat kost het Museum Halderoord?"),
        (HALL, "Hoeveel zalen heeft dat museum?", "Hoeveel zalen heeft het Museum Halderoord?"),
        (HALL, "Waar is dat goed voor?", "Waar is het Museum Halderoord goed voor?"),
        (
            Turn("Waar werken twee boswachters?", "plaats"),
            "Hoe oud zijn ze?",
            "Hoe oud zijn twee boswachters?",
        ),
        (HALL, "Wat is het doel ervan?", "Wat is het doel van het Museum Halderoord?"),
        (FAIR, "Wie zong toen in Brielstede?", "Wie zong in 2019 in Brielstede?"),
        (CLUB, "Wat is hun taak?", "Wat is de taak van Stichting Duinrand?"),
        (FAIR, "Van wie komt dat cijfer?", "Van wie komt het cijfer over de Oogstmarkt?"),
        (
            Turn("Wie ging er mee met de delegatie naar Brielstede?", "lijst"),
            "Waarom gingen ze daarheen?",
            "Waarom gingen de delegatie naar Brielstede naar Brielstede?",
        ),
        (
            FAIR,
            "Hoeveel zijn het er geworden?",
            "Hoeveel bezoekers zijn er geworden, als het gaat om de Oogstmarkt?",
        ),
        (HALL, "Wie is er directeur?", "Wie is directeur van het Museum Halderoord?"),
        (HALL, "Wie is er burgemeester?", "Wie is burgemeester van Brielstede?"),
        (
            Turn("Hoe heet het programma van het Rijk?", "naam"),
            "Wanneer begon het?",
            "Wanneer begon het programma van het Rijk?",
        ),
        (BRIDGE, "Wanneer was dat?", "Wanneer bouwde Hanne Wolters de brug bij Lutterveen in 2019?"),
        (FAIR, "Met hoeveel procent is dat?", "Met hoeveel procent trok de Oogstmarkt in 2019?"),
    ],
)
def test_a_pronoun_stands_for_what_was_spoken_of(before: Turn, asked: str, meant: str) -> None:
    assert resolve(asked, [before])[0] == meant


def test_a_pronoun_may_also_stand_for_the_answer_before() -> None:
    found = resolve("Wanneer is die opgericht?", [CLUB])
    assert found == ("Wanneer is het Zandpad opgericht?", "Wanneer is Stichting Duinrand opgericht?")


@pytest.mark.parametrize(
    "asked",
    [
        "Wat is een veerdienst?",
        "Hoeveel kost een nieuw gemaal?",
        "Wat wordt onder een veerdienst verstaan?",
        "Wat moet ik mij bij een gemaal voorstellen?",
    ],
)
def test_a_question_for_any_thing_of_a_sort_is_asked_by_itself(asked: str) -> None:
    assert resolve(asked, [FAIR]) == (asked,)


def test_a_question_without_a_name_is_asked_about_the_topic_or_by_itself() -> None:
    assert resolve("Hoeveel zalen zijn er?", [HALL]) == (
        "Hoeveel zalen zijn er, als het gaat om het Museum Halderoord?",
        "Hoeveel zalen zijn er?",
    )


def test_a_noun_points_back_to_the_fuller_phrase() -> None:
    earlier = Turn("Wie opende het fieldlab in Brielstede?", "persoon")
    assert resolve("Wat kost het fieldlab?", [earlier])[0] == "Wat kost het fieldlab in Brielstede?"


def test_a_question_that_names_its_own_subject_stands_alone() -> None:
    assert resolve("Wie is burgemeester van Brielstede?", [FAIR]) == ()


@pytest.mark.parametrize(
    "asked", ["Met welke firma werkt de Zandbank samen?", "Hoe staat het met het plan Duinrand?"]
)
def test_a_whole_question_with_a_name_is_no_fragment_and_its_empty_het_no_pronoun(asked: str) -> None:
    assert resolve(asked, [FAIR]) == ()


def test_the_first_question_stands_alone() -> None:
    assert resolve("En in 2021?", []) == ()


def test_a_person_of_earlier_is_remembered_and_a_newer_topic_goes_first() -> None:
    turns = [BRIDGE, FAIR]
    assert resolve("Waar werkt hij?", turns) == ("Waar werkt Hanne Wolters?",)
    assert resolve("Wat kost het?", turns)[0] == "Wat kost de Oogstmarkt?"


@pytest.mark.parametrize(
    "asked", ["?", "en", "En?", "dat", "waarom waarom waarom", "En " + "in " * 40, "{{ x }}"]
)
def test_whatever_is_typed_gives_readings_of_bounded_length(asked: str) -> None:
    assert all(len(reading) < len(asked) + 700 for reading in resolve(asked, [BRIDGE, HALL]))


def test_a_place_and_a_bare_noun_yield_to_a_topic_with_a_name() -> None:
    turns = [
        HALL,
        Turn("Wie gaat in Brielstede over de tuinen?", "persoon"),
        Turn("Hoe hoog is de muur?", "aantal"),
    ]
    assert resolve("Hoeveel zalen zijn er?", turns)[0].endswith("als het gaat om het Museum Halderoord?")


def test_no_rule_reads_what_another_one_filled_in() -> None:
    earlier = Turn("Hoe vol is het stroomnet?", "aandeel")
    assert resolve("Waarom is dat net vol?", [earlier])[0] == "Waarom is het stroomnet vol?"


def test_the_document_quoted_last_is_the_one_that_is_spoken_of() -> None:
    turns = [Turn("Wat is A?", "definitie", "a", "d1"), Turn("Wat is B?", "definitie")]
    assert find_spoken_document(turns) == "d1"
    assert is_as_asked("Hoeveel zalen zijn er?", "En hoeveel zalen zijn er?")
    assert not is_as_asked("Hoeveel zalen heeft A?", "En hoeveel zalen zijn er?")


@pytest.mark.parametrize(
    "asked", ["Bedankt!", "Ok.", "Ja, ja, ja,", "Dank u.", "...", "(), wat is dat?", ";; , en die?"]
)
@pytest.mark.parametrize("before", [BRIDGE, FAIR, Turn("...", "onderwerp")])
def test_a_word_of_thanks_or_stray_signs_are_no_error(before: Turn, asked: str) -> None:
    assert all(reading.strip() for reading in resolve(asked, [before]))


@pytest.mark.parametrize("asked", ["Hoeveel?", "Waarom?", "En in 2020?", "En de brug?"])
def test_behind_signs_alone_a_fragment_has_nothing_to_stand_in(asked: str) -> None:
    assert all(reading.strip() for reading in resolve(asked, [Turn("...", "onderwerp")]))


def test_what_a_conversation_is_about_is_kept_with_each_turn() -> None:
    first = replace(_answer("Wat kost het Museum Halderoord?"), short="2 miljoen euro")
    turns = (make_turn(first, ()),)
    assert turns[0].topic == "het Museum Halderoord"
    carried = replace(
        _answer("Waar blijkt dat uit?"),
        resolved="Waar blijkt dat uit, als het gaat om het Museum Halderoord?",
    )
    turns = (*turns, make_turn(carried, turns))
    assert turns[1].topic == "het Museum Halderoord"
    turns = (*turns, make_turn(_answer("Wie leidt Duinrand?"), turns))
    assert turns[2].topic == "Duinrand"
    assert resolve("Waar ligt het?", turns)[0] == "Waar ligt Duinrand?"


def test_a_turn_without_those_before_it_keeps_no_topic_and_a_long_one_is_cut() -> None:
    assert make_turn(_answer("Wat kost het Museum Halderoord?")).topic is None
    long = make_turn(_answer(f"Wat kost het Museum {'Halderoord ' * 40}?"), ())
    assert long.topic is not None
    assert len(long.topic) <= 150
    assert len(long.question) <= 300


def _answer(question: str) -> Answer:
    return Answer("id", question, "bedrag", True, "", Completeness(1, 1, 0, "g"))

"""Which "die", "dat", "het" and "hun" of a question are pronouns of the conversation, and which are its own."""

from __future__ import annotations

import pytest

from assistant.answer.conversation import continues, resolve, weigh_alone
from assistant.answer.conversation_binding import is_owned_within
from assistant.answer.conversation_turns import Turn
from assistant.types import Answer, Completeness

BRIDGE = Turn("Waarom liep de Zwaanbrug uit?", "reden", "omdat het staal later kwam", "d1")


@pytest.mark.parametrize(
    "asked",
    [
        "Hoe lang loopt de concessie voor het stroomnet van Brielstede?",
        "Hoe heet de beheerder die De Zandbank moet aansluiten?",
        "Is er een veerdienst die al langer bestaat dan De Meeuw?",
        "Wat gebeurt er met een firma die zich op reis niet aan de code van Halderoord houdt?",
        "Wie leidde de groep die in mei 2024 naar Brielstede trok?",
        "Noem de zes bedrijven die mee naar Halderoord gingen.",
        "Bestaat er zekerheid dat de pont van Brielstede blijft varen?",
        "Waarvoor is het geld dat op de Oogstmarkt overbleef?",
        "In welke stukken gaat het over het Museum Halderoord?",
        "Hoe staat het volgens het tweede verslag met de Oogstmarkt?",
        "ZB, waar staat dat voor?",
        "Veren in Brielstede: welke zijn dat?",
        "De pont van Brielstede, wanneer is die klaar?",
        "Op welke manier wil Zandbank zijn zand op de markt brengen?",
        "In wiens opdracht bouwde Veldman de pont?",
    ],
)
def test_what_belongs_to_the_question_itself_points_at_nothing_before_it(asked: str) -> None:
    assert resolve(asked, [BRIDGE]) == ()


@pytest.mark.parametrize(
    "asked",
    [
        "Welke documenten noemen veren?",
        "Welke regels gelden voor projecten die energie besparen?",
        "Wie zegt dat de leerlingen door het reizen flexibeler worden?",
        "Houdt men er rekening mee dat er ondanks alle steun bedrijven omvallen?",
        "Klopt het dat de pont te laat is?",
        "Hoe werft de gemeente haar personeel?",
    ],
)
def test_a_question_without_a_name_keeps_its_words_and_may_be_of_the_topic(asked: str) -> None:
    bare = asked.rstrip("?")
    assert resolve(asked, [BRIDGE]) == (f"{bare}, als het gaat om de Zwaanbrug?", asked)


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Hoe heeft de gemeente dat aangepakt?", "Hoe heeft de gemeente de Zwaanbrug aangepakt?"),
        (
            "Wanneer heeft de raad dat besloten?",
            "Wanneer heeft de raad dat besloten, als het gaat om de Zwaanbrug?",
        ),
        ("Wat gebeurt er als dat mislukt?", "Wat gebeurt er als de Zwaanbrug mislukt?"),
        ("Bleef dat binnen de begroting?", "Bleef de Zwaanbrug binnen de begroting?"),
        ("Kost het geld?", "Kost de Zwaanbrug geld?"),
        ("Wat zijn hun plannen?", "Wat zijn de plannen van de Zwaanbrug?"),
        ("Wat kost die brug?", "Wat kost de Zwaanbrug?"),
        ("Wat kost dat project?", "Wat kost de Zwaanbrug?"),
        ("Wat vindt men van hun eerste plannen?", "Wat vindt men van de eerste plannen van de Zwaanbrug?"),
        ("Wie betaalt daar geld voor?", "Wie betaalt geld voor de Zwaanbrug?"),
        ("Waar gaat het over?", "Waar gaat de Zwaanbrug over?"),
    ],
)
def test_a_pronoun_still_points_back(asked: str, meant: str) -> None:
    assert resolve(asked, [BRIDGE])[0] == meant


def test_what_is_owned_may_have_its_owner_in_the_question() -> None:
    asked = "hoe wil de Zandbank haar zand verkopen"
    assert is_owned_within(asked, asked.index("haar"))
    assert not is_owned_within("wat zijn hun plannen", 9)


@pytest.mark.parametrize("asked", ["En hoeveel tegels zijn er nu gelegd?", "Hoeveel zalen zijn er?"])
def test_a_question_goes_on_that_says_so_or_is_about_hardly_anything(asked: str) -> None:
    assert continues(asked)
    assert not continues("Hoeveel woningen krijgen dit jaar een warmtepomp?")


def answer(confidence: float, *, answered: bool = True) -> Answer:
    looked_at = Completeness(documents=1, searched=1, failed=0, generation="g")
    return Answer("i", "v", "reden", answered, "t", looked_at, confidence=confidence)


def test_a_whole_question_is_asked_by_itself_unless_the_documents_are_surer_of_the_topic() -> None:
    alone, declined = answer(0.6), answer(0.1, answered=False)
    likelier, less, unsure = answer(0.7), answer(0.5), answer(0.32)
    asked = "Hoeveel woningen krijgen warmtepompen?"
    assert weigh_alone(less, alone, asked) is alone
    assert weigh_alone(likelier, alone, asked) is likelier
    assert weigh_alone(likelier, alone, "Hoeveel nieuwe woningen krijgen dit jaar warmtepompen?") is alone
    assert weigh_alone(less, declined, asked) is less
    assert not weigh_alone(answer(0.31), answer(0.2, answered=False), asked).answered
    assert weigh_alone(unsure, declined, asked) is unsure


def test_a_question_that_goes_on_is_of_the_topic_unless_it_is_much_surer_by_itself() -> None:
    topic = answer(0.5)
    asked = "En hoeveel nieuwe woningen krijgen dit jaar warmtepompen?"
    assert weigh_alone(topic, answer(0.65), asked) is topic
    assert weigh_alone(topic, answer(0.9), asked).confidence == 0.9
    assert weigh_alone(answer(0.1, answered=False), answer(0.4), asked).answered


def test_where_only_a_place_is_named_the_thing_there_is_spoken_of() -> None:
    voted = Turn("Hoeveel raadsleden stemden in Brielstede tegen het stroomnet?", "aantal", "3")
    assert resolve("Wat kost dat?", [voted])[0] == "Wat kost het stroomnet in Brielstede?"


def test_how_much_asks_for_what_was_spoken_of() -> None:
    delivered = Turn("Wie leverde pompen aan Brielstede?", "organisatie", "Veldman")
    assert resolve("Hoeveel?", [delivered])[0] == "Hoeveel pompen leverde Veldman aan Brielstede?"


def test_what_was_asked_about_last_goes_first_when_its_noun_says_what_it_is() -> None:
    hub = Turn("Hoeveel bedrijven doen mee aan de energiehub?", "aantal", "47")
    wall = Turn("Hoe hoog is de muur?", "aantal", "2 meter")
    assert resolve("Wie is de projectleider?", [BRIDGE, hub])[0].endswith("als het gaat om de energiehub?")
    assert resolve("Wie is de projectleider?", [BRIDGE, wall])[0].endswith("als het gaat om de Zwaanbrug?")


@pytest.mark.parametrize(
    "asked", ["Had de gemeente dat verwacht?", "Waarvoor is dat bedoeld?", "Wat kost dat stroomnet?"]
)
def test_a_word_that_was_not_spoken_of_is_not_swallowed(asked: str) -> None:
    assert resolve(asked, [BRIDGE])[0].startswith(asked.rstrip("?"))


@pytest.mark.parametrize(
    "asked", ["Wie vroeg daarnaar?", "Welke krant schreef erover?", "Wat betalen de bewoners?"]
)
def test_a_question_with_a_verb_is_no_fragment(asked: str) -> None:
    assert len(resolve(asked, [BRIDGE])[0].split()) <= len(asked.split()) + 7
    assert "liep" not in resolve(asked, [BRIDGE])[0]


def test_the_person_of_a_question_is_spoken_of_and_not_the_role_that_answers_it() -> None:
    who = Turn("Wie is Hanne Wolters?", "persoon", "Wethouder")
    assert resolve("Wat vindt zij van de brug?", [who])[0] == "Wat vindt Hanne Wolters van de brug?"
    role = Turn("Wie opende de Zwaanbrug?", "persoon", "Wethouder")
    assert "Wethouder" not in resolve("Wat zei zij toen?", [role])[0]


def test_those_who_are_spoken_of_in_passing_are_no_new_subject() -> None:
    paid = Turn("Wat betalen de bewoners per maand?", "bedrag", "38 euro")
    assert resolve("Wie stemde tegen?", [BRIDGE, paid])[0].endswith("als het gaat om de Zwaanbrug?")


def test_what_that_comes_from_is_asked_of_the_question_before() -> None:
    late = Turn("Hoeveel jaar is de Zwaanbrug te laat?", "aantal", "twee jaar")
    assert resolve("Waardoor komt dat?", [late])[0] == "Waarom is de Zwaanbrug te laat?"


def test_what_the_conversation_is_about_stays_until_something_else_is_asked() -> None:
    agenda = Turn("Hoeveel kost de Actieagenda Wulp?", "bedrag", "3 miljoen euro")
    share = Turn("Hoeveel van de Actieagenda Wulp komt van het Rijk?", "bedrag", "1 miljoen euro")
    aside = Turn("Hoeveel is voor Halderoord?", "bedrag", "2 miljoen euro")
    assert (
        resolve("Wanneer loopt die af?", [agenda, share, aside])[0] == "Wanneer loopt de Actieagenda Wulp af?"
    )
    other = Turn("Wie opende het Museum Halderoord vorig jaar?", "persoon", "Hanne Wolters")
    assert resolve("Wat kost het?", [agenda, share, other])[0] == "Wat kost het Museum Halderoord?"


def test_a_verb_at_the_beginning_is_no_part_of_a_name() -> None:
    late = Turn("Loopt ICADI vertraging op?", "janee", "Ja")
    assert resolve("Wat kost dat?", [late])[0] == "Wat kost ICADI?"

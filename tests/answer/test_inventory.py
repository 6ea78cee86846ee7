"""A question for all of something tells every sentence with its words, or what was looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.inventory import read_inventory
from assistant.assistant import Assistant
from assistant.types import Filters

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

TEXTS = {
    "haven.md": """# Verslag over de haven

Lier, 3 maart 2020

Van de toezegging over de haven is niets terug te vinden. De haven is oud.

## Toezeggingen

De kade bij de haven is stuk. De markt is druk.

## Projecten in het park

De projecten zijn:

- de vijver;
- de rozentuin;
- het hek.
""",
    "molens.md": "# Molens\n\nGenk, 9 mei 2019\n\nDe molen op de heuvel is niet hersteld. De molen aan het water is hersteld.\n",
    "brief.md": "# Brief\n\nGenk, 9 juni 2021\n\nZonder toezegging blijft de haven dicht. De brug kost 4.000 euro.\n",
}


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts(TEXTS)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Noem alle projecten over waterstof", "projecten over waterstof"),
        ("Geef een overzicht van alle maatregelen tegen lawaai.", "maatregelen tegen lawaai"),
        ("Som alle partners van Zonkracht op", "partners van Zonkracht"),
        ("Alle projecten in Lier die genoemd worden", "projecten in Lier"),
    ],
)
def test_the_words_of_a_question_for_all_of_something_are_read(question: str, words: str) -> None:
    phrase = read_inventory(question)
    assert phrase is not None
    assert phrase.text == words


@pytest.mark.parametrize(
    "question",
    [
        "Welke projecten zijn er?",
        "Zijn alle bussen groen?",
        "Noem alle tien partners van Lier",
        "Noem een brug",
        "Geef alle informatie over de brug",
    ],
)
def test_other_questions_and_a_number_of_things_ask_for_no_inventory(question: str) -> None:
    assert read_inventory(question) is None


def test_where_no_fact_is_found_every_sentence_with_the_words_is_listed(assistant: Assistant) -> None:
    answer = assistant.ask("Noem alle toezeggingen over de haven")
    assert (answer.answered, answer.kind, answer.short) == (True, "lijst", "3 zinnen")
    assert [item.quote for item in answer.citations] == [
        "Zonder toezegging blijft de haven dicht.",
        "Van de toezegging over de haven is niets terug te vinden.",
        "De kade bij de haven is stuk.",
    ]
    assert answer.tally is not None
    assert (answer.tally.documents, answer.tally.times) == (2, 3)
    assert 0.0 < answer.confidence < 0.9
    assert {item.score for item in answer.citations} == {answer.confidence}
    assert "zinnen met de woorden van ‘toezeggingen over de haven’" in answer.text


def test_a_filter_limits_the_sentences(assistant: Assistant) -> None:
    answer = assistant.ask("Noem alle toezeggingen over de haven", filters=Filters(documents=("brief.md",)))
    assert [item.path for item in answer.citations] == ["brief.md"]
    assert answer.short == "1 zin"


def test_nothing_found_says_what_was_looked_for(assistant: Assistant) -> None:
    facts = assistant.ask("Noem alle bedragen over de walvisvaart")
    assert (facts.answered, facts.tally and facts.tally.times) == (False, 0)
    assert "bedragen over ‘de walvisvaart’, gezocht in zinnen en koppen" in facts.text
    words = assistant.ask("Noem alle kastelen rond Oosterzele")
    assert not words.answered
    assert "zinnen met de woorden van ‘kastelen rond Oosterzele’" in words.text


def test_a_list_of_what_is_asked_stays_and_may_lack_something(assistant: Assistant) -> None:
    answer = assistant.ask("Noem alle projecten in het park")
    assert answer.short == "de vijver, de rozentuin en het hek"
    assert "niet volledig" in answer.text


def test_passages_that_list_nothing_are_said_to_be_no_whole_list(assistant: Assistant) -> None:
    answer = assistant.ask("Geef een overzicht van alle voordelen van de brug")
    assert answer.answered
    assert answer.short is None
    assert answer.text.startswith("Een volledige opsomming is niet gevonden.")


def test_what_is_denied_in_the_question_is_denied_in_the_sentences(assistant: Assistant) -> None:
    plain = assistant.ask("Noem alle molens die hersteld zijn")
    assert plain.short == "2 zinnen"
    denied = assistant.ask("Noem alle molens die niet hersteld zijn")
    assert denied.short == "1 zin"
    assert [item.quote for item in denied.citations] == ["De molen op de heuvel is niet hersteld."]


@pytest.mark.parametrize(
    "question", ["Alle molens zijn hersteld?", "Zijn alle molens hersteld?", "Alle molens moeten open?"]
)
def test_whether_all_are_so_is_asked_for_yes_or_no(assistant: Assistant, question: str) -> None:
    assert read_inventory(question) is None
    assert assistant.ask(question).kind == "janee"


def test_nothing_said_of_the_subject_is_said_so(assistant: Assistant) -> None:
    answer = assistant.ask("Welke projecten zijn er voor walvissen?")
    assert not answer.answered
    assert "‘walvissen’ komt in geen van de doorzochte documenten voor." in answer.text


def test_two_words_are_counted_apart(assistant: Assistant) -> None:
    for question in ("Hoe vaak komt haven voor en hoe vaak molen?", "Hoe vaak komen haven en molen voor?"):
        answer = assistant.ask(question)
        assert (answer.kind, answer.short) == ("aantal", "5 keer; 2 keer")
        assert "haven: 5 keer; molen: 2 keer" in answer.text


def test_of_two_words_that_stand_nowhere_both_are_named(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe vaak komen walvis en olifant voor?")
    assert not answer.answered
    assert "het woord ‘walvis’ en het woord ‘olifant’" in answer.text

"""What a question is about, and the thing it speaks of last."""

from __future__ import annotations

import pytest

from assistant.answer.conversation_phrases import find_phrases
from assistant.answer.conversation_topics import asks_what_is, find_local, find_topic


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("Wie is de voorzitter van de klankbordgroep?", "de klankbordgroep"),
        ("Wie was de bouwer van het Zandpad?", "het Zandpad"),
        ("Wat is het doel van Duinrand?", "Duinrand"),
        ("Wat vindt de Vissersbond van het Zandpad?", "het Zandpad"),
        ("Wat zegt het Zeeuws akkoord over vlonders?", "vlonders"),
        ("Wat wil de raad met het haventje?", "het haventje"),
        ("Hoeveel geld geeft Zeeland voor de vlonders?", "de vlonders"),
        ("Hoeveel betaalt Zeeland?", None),
        ("Wie betaalt het gemaal in Lutterveen?", "het gemaal in Lutterveen"),
        ("Wat is zilte landbouw?", "zilte landbouw"),
        ("Waarom is dat nodig?", None),
        ("Wie voert die taken uit?", None),
        ("Is dat een schending van het verdrag?", "het verdrag"),
        ("Wanneer begint de missie van Coöperatie Duinrand (CDR) daar?", "de missie van Coöperatie Duinrand"),
        ("Hoe lang duurt het voordat Duinrand opengaat?", "Duinrand"),
    ],
)
def test_the_topic_is_what_is_spoken_of(question: str, topic: str | None) -> None:
    assert find_topic(question) == topic


def test_zijn_is_a_verb_where_no_other_one_went_before() -> None:
    assert [phrase.determiner for phrase in find_phrases("Wat zijn Duinrand Dagen?")] == [""]
    assert [phrase.determiner for phrase in find_phrases("Wie leidt zijn Duinrand Huis?")] == ["zijn"]


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("Wanneer begint de bouw?", "de bouw"),
        ("Komt er een vlonder?", "een vlonder"),
        ("Wat is het windkompas?", "het windkompas"),
        ("Hoeveel kostte die reis, als het gaat om Duinrand?", "de reis"),
        ("Vroeg de raad naar een onderzoek?", "een onderzoek"),
        ("Wat zegt het akkoord over vlonders?", None),
        ("Waarom koos de klankbordgroep?", None),
        ("Wat is het doel van Duinrand?", None),
        ("Wat beveelt het bureau aan?", None),
    ],
)
def test_the_thing_named_last_has_an_article_and_does_nothing(question: str, thing: str | None) -> None:
    assert find_local(question) == thing


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Wat is jeugdreclassering?", True),
        ("Wat betekent zilte landbouw?", True),
        ("Wat is haar taak?", False),
        ("Wat is besloten?", False),
        ("Wat is er gebeurd?", False),
    ],
)
def test_a_question_for_what_something_is_sets_the_topic(question: str, asks: bool) -> None:
    assert asks_what_is(question) is asks

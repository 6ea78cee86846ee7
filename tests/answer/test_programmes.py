"""Programmes of parties: whose words they are, what is wanted of what is so now, and yes or no beside a ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.standpoints import opens_as_programme
from assistant.assistant import Assistant
from assistant.types import Completeness
from tests.answer.conftest import OpenTexts

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")

NVK = """# Kustland vooruit

De spoorlijn langs de dijk blijft open.

## Havens

Er komen hoogstens 14 marktdagen per haven. Het aanleggeld wordt afgeschaft.

## Vissers

Om de haring te sparen vaart de vloot twee weken niet. De boete op wildvissen is nu slechts een paar honderd euro.
We willen een boete van 7.000 euro voor wildvissers.
"""
SP = """# Sterk platteland

Droog wonen is geen weelde en daarom schaffen we het bruggeld af.

We willen de molenaars een toelage geven van 300 euro.
"""


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts({"NVK_2031.md": NVK, "SP_2031.md": SP, "nota.md": "# Nota\n\nDe veerdienst groeit.\n"})


@pytest.mark.parametrize(
    "question",
    [
        "Hoeveel marktdagen wil de SP per haven?",
        "Hoe hoog wil de SP de boete op wildvissen?",
        "Waarom wil de SP de haring sparen?",
    ],
)
def test_what_another_programme_says_is_not_told_of_the_one_that_is_named(
    assistant: Assistant, question: str
) -> None:
    """The letters of "SP" stand within "spoorlijn" and "sparen", which name nobody."""
    assert not assistant.ask(question).answered


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Hoeveel marktdagen wil NVK per haven?", "hoogstens 14 marktdagen"),
        ("Hoe hoog moet de toelage voor molenaars zijn volgens de SP?", "300 euro"),
        ("Hoe hoog moet de boete op wildvissen zijn volgens NVK?", "7.000 euro"),
        ("Wordt het aanleggeld volgens NVK afgeschaft?", "Ja"),
        ("Wil de SP het bruggeld afschaffen?", "Ja"),
    ],
)
def test_of_the_one_that_is_named_it_is_told(assistant: Assistant, question: str, short: str) -> None:
    assert assistant.ask(question).short == short


@pytest.mark.parametrize(
    "question",
    [
        "Wordt het aanleggeld afgeschaft als het aan NVK ligt?",
        "Wordt het aanleggeld afgeschaft, wat NVK betreft?",
        "Wordt het aanleggeld volgens de Nieuwe Vrije Kustpartij afgeschaft?",
        "Wordt het aanleggeld volgens de Nieuwe van het Kustland afgeschaft?",
    ],
)
def test_a_programme_is_named_in_more_ways(open_texts: OpenTexts, question: str) -> None:
    texts = {"NVK_2031.md": NVK, "NvhK_2031.md": NVK, "andere.md": "# Nota\n\nHet liggeld blijft.\n"}
    short = "NvhK" if "Kustland" in question else "NVK"
    assistant = open_texts(
        {name: text for name, text in texts.items() if not name.startswith("N") or short in name}
    )
    answer = assistant.ask(question)
    assert answer.short == "Ja"
    assert answer.citations[0].quote == "Het aanleggeld wordt afgeschaft."


@pytest.mark.parametrize(
    ("said", "question", "told"),
    [
        ("Roeien is geen straf en daarom verlagen we het bruggeld.", "Wordt het bruggeld verlaagd?", "Ja"),
        ("We verlagen het bruggeld, want het is niet eerlijk.", "Wordt het bruggeld verlaagd?", "Ja"),
        ("We verlagen het bruggeld niet, want het is eerlijk.", "Wordt het bruggeld verlaagd?", "Nee"),
        ("De Vlietbrug is niet veilig en gaat daarom dicht.", "Is de Vlietbrug veilig?", "Nee"),
        ("De veerpont vaart niet en daarom blijft de Vlietbrug open.", "Vaart de veerpont?", "Nee"),
        ("Er komt een nieuwe visafslag waar handelaren niet bieden.", "Komt er een nieuwe visafslag?", "Ja"),
    ],
)
def test_a_denial_counts_in_the_clause_that_is_asked_of(
    desk: Desk, said: str, question: str, told: str
) -> None:
    reading = desk.read(f"# Plan\n\nWe planten bomen. {said}\n")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == told


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("Sterk platteland\n\nDe programmacommissie: Anke Mol en Jan Bos.", True),
        ("Verkiezingsprogramma 2031", True),
        ("Nota\n\nDe commissie vergaderde.", False),
        ("Nota" + " dijk" * 2000 + " De programmacommissie vergaderde.", False),
    ],
)
def test_a_programme_is_known_by_its_first_pages(text: str, programme: bool) -> None:
    assert opens_as_programme(text) is programme


KWB = """# Kustland samen

## Bruggeld

Waarom is het bruggeld in onze havens zo hoog?

1 Varen is geen weelde en daarom schaffen we het bruggeld af.

Het verbod op stroomvissen blijft gehandhaafd. Een visser is bij vier zware overtredingen zijn vergunning kwijt.

Roeien onder werktijd mag langer: dat recht wordt verlengd van zes naar acht weken.

De raad eist dat sluiswachters 80% van de dag wachten.

T (088) 555 12 12

www.kustbode.example
"""


@pytest.fixture(scope="module")
def kwb(open_texts: OpenTexts) -> Assistant:
    return open_texts({"KWB_2031.md": KWB, "nota.md": "# Nota\n\nDe veerdienst groeit.\n"})


@pytest.mark.parametrize(
    "question", ["Wat wil KWB met het bruggeld?", "Wat gebeurt er met het bruggeld als het aan KWB ligt?"]
)
def test_what_a_programme_asks_itself_is_no_answer_beside_what_it_tells(
    kwb: Assistant, question: str
) -> None:
    answer = kwb.ask(question)
    assert answer.answered
    assert "schaffen we het bruggeld af" in answer.citations[0].quote
    assert not any("088" in cited.quote or "www" in cited.quote for cited in answer.citations)


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Bij hoeveel overtredingen verlies je volgens KWB je vergunning?", "vier zware overtredingen"),
        ("Hoe lang mogen moeders volgens KWB tijdens het werk roeien?", "acht weken"),
        ("Met hoeveel procent wil KWB de wachttijd van sluiswachters verhogen?", None),
    ],
)
def test_it_is_told_in_other_words(kwb: Assistant, question: str, short: str | None) -> None:
    assert kwb.ask(question).short == short


def test_what_stays_is_not_said_to_be_lifted(kwb: Assistant) -> None:
    assert kwb.ask("Wordt het verbod op stroomvissen volgens KWB opgeheven?").short != "Ja"
    assert kwb.ask("Wordt het verbod op stroomvissen volgens KWB gehandhaafd?").short == "Ja"


def test_the_one_who_does_it_is_not_what_is_wanted(desk: Desk) -> None:
    reading = desk.read("# Plan\n\nWe planten bomen. De gemeente trekt het beroep tegen Rijnwater in.\n")
    question = "Wat wil de partij met het beroep tegen Rijnwater?"
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short != "de gemeente"


def test_a_name_above_a_compound_post_is_told(desk: Desk) -> None:
    text = "# Plan\n\nDe schrijvers zijn: Jan Bos (voorzitter) en Els Mol.\n\nAnke Vos,\n\nPartijvoorzitter.\n\nWoord vooraf\n"
    reading = desk.read(text)
    for question, name in (("Wie is de partijvoorzitter?", "Anke Vos"), ("Wie is voorzitter?", "Jan Bos")):
        answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
        assert answer.short == name

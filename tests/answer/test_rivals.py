"""Another name in the place of the one that is asked is no answer; the name itself, above or before, still is."""

from __future__ import annotations

import pytest

from tests.answer.conftest import Desk

NEWS = """Een delegatie van de regio Veldhaven bezocht op 6 en 7 maart het Deense Skagenland. Aan de reis namen drie bedrijven deel.
Gedeputeerde Ilse Vreken leidde de delegatie. In Esbergen tekende zij een verklaring over opslag.

Skagenland telt ruim 720.000 inwoners en kent een sterke haven. In 2022 werkten in de regio Veldhaven 3.400 mensen in de sector.

De provincie Kempenrode werkt al sinds 2019 samen met Skagenland. Ook met het Noorse Rogamark heeft Veldhaven contacten.

Wim Peeters zit namens het fonds Nova in de werkgroep. De directie van Akton zit er niet in.

Bedrijventerrein De Vonder wordt met 14 hectare uitgebreid. Bedrijventerrein Noordkade is vol.
"""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Wie leidde de delegatie van Kempenrode?", "Kempenrode"),
        ("Hoeveel inwoners heeft Kempenrode?", "Kempenrode"),
        ("Hoeveel mensen werkten er in Rogamark in de sector?", "Rogamark"),
        ("Wie zit namens Akton in de werkgroep?", "Akton"),
        ("Met hoeveel hectare wordt bedrijventerrein Noordkade uitgebreid?", "Noordkade"),
    ],
)
def test_a_sentence_about_another_name_lacks_that_of_the_question(
    desk: Desk, question: str, name: str
) -> None:
    best = desk.weigh(question, NEWS).units[0]
    assert name in best.lacks, (best.text, best.lacks)


@pytest.mark.parametrize(
    "question",
    [
        "Wie leidde de delegatie van Veldhaven?",
        "Hoeveel inwoners heeft Skagenland?",
        "Hoeveel mensen werkten er in Veldhaven in de sector?",
        "Wie zit namens Nova in de werkgroep?",
        "Sinds wanneer werkt Kempenrode samen met Skagenland?",
        "Met hoeveel hectare wordt bedrijventerrein De Vonder uitgebreid?",
    ],
)
def test_a_sentence_about_the_name_itself_lacks_nothing(desk: Desk, question: str) -> None:
    assert desk.weigh(question, NEWS).units[0].lacks == ()


def test_a_name_in_the_heading_is_meant_below_it(desk: Desk) -> None:
    text = "# Nota\n\n## Lierdam\n\nIn Molenwijk wonen 300 mensen.\n\n## Geelhoek\n\nIn Oostwijk wonen 500 mensen.\n"
    best = desk.weigh("Hoeveel mensen wonen er in Lierdam?", text).units[0]
    assert best.text == "In Molenwijk wonen 300 mensen."
    assert best.lacks == ()


def test_a_place_within_the_asked_one_is_no_rival(desk: Desk) -> None:
    text = "In Maastricht deden 40 bedrijven mee aan de proef. In Groningen waren dat er 60. Ook Limburg helpt mee.\n"
    best = desk.weigh("Hoeveel bedrijven deden er in Limburg mee aan de proef?", text).units[0]
    assert best.lacks == ()


def test_initials_and_adjectives_are_said_in_other_words(desk: Desk) -> None:
    text = "De minister van Sociale Zaken opende het loket in mei. Het loket van SZW staat in Lier.\n"
    best = desk.weigh("Wanneer opende de minister van SZW het loket?", text).units[0]
    assert best.lacks == ()


def test_initials_in_brackets_are_the_same_one(desk: Desk) -> None:
    text = "Bosbeheer Noord (BBN) zorgt voor de bossen. BBN plantte vorig jaar 50.000 bomen.\n"
    assert desk.weigh("Hoeveel bomen plantte Bosbeheer Noord vorig jaar?", text).units[0].lacks == ()


def test_what_a_text_opens_with_is_what_it_is_about(desk: Desk) -> None:
    text = "De stad Breda krijgt deelfietsen.\n\nNa een proef in Rotterdam is de raad overtuigd. Er komen 300 fietsen.\n"
    assert desk.weigh("Hoeveel deelfietsen komen er in Breda?", text).units[0].lacks == ()

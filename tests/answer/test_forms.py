"""The form of a short answer: what may stand alone, and what is cut, widened or left to the quotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.evidence import Unit
from assistant.answer.forms import shape_short
from assistant.answer.question import parse_question
from assistant.types import Hit, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def shape(desk: Desk, question: str, text: str, short: str) -> str | None:
    """Give what is shown of a stretch of a sentence as the short answer to a question."""
    reading = desk.read(text)
    whole = reading.document.text
    start = whole.index(short)
    hit = Hit(desk.hits([reading])[0].passage, 1.0)
    block = reading.block_at(start)
    unit = Unit(reading, block, reading.sentences(block)[0], hit)
    return shape_short(parse_question(question), unit, Span(start, start + len(short)), short)


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Waarvoor dient de molenbon?",
            "De bon is er, want dit zorgt voor meer bezoek.",
            "zorgt voor meer bezoek",
        ),
        (
            "Hoe komen klanten bij de molen?",
            "Met de bus kunnen klanten tot de deur komen.",
            "kunnen klanten tot de deur komen",
        ),
        ("Welke eisen zijn er?", "De eisen: -het is dicht, -het is warm.", "-het is dicht"),
        ("Welke eisen zijn er?", "De hal is hoog, en droog en warm.", ", en droog"),
        (
            "Hoe staat het met het molenplan?",
            "Indien de raad wil, komt er geld voor het plan.",
            "Indien de raad wil",
        ),
        ("Wie beslist over de molen?", "Bij gevaar voor een molen of dienst beslist men snel.", "dienst"),
        ("Wie steunt Zonveld?", "De leden van Zonveld steunen elkaar.", "Zonveld"),
        (
            "Wat is het strafmaximum voor sluikstort?",
            "Het wettelijk strafmaximum voor dit delict is vier jaar cel.",
            "Het wettelijk strafmaximum voor dit delict",
        ),
        (
            "Wanneer is een vergunning nodig?",
            "Een vergunning is nodig en wordt snel verleend.",
            "wordt snel verleend",
        ),
    ],
)
def test_what_cannot_stand_alone_is_left_to_the_quotation(
    desk: Desk, question: str, text: str, short: str
) -> None:
    assert shape(desk, question, text, short) is None


@pytest.mark.parametrize(
    ("question", "text", "short", "shown"),
    [
        (
            "Wat is het doel van de molenbon?",
            "Met de molenbon wil de Vlaamse Raad de verschillen tussen dorpen verkleinen.",
            "wil de Vlaamse Raad de verschillen tussen dorpen verkleinen",
            "de verschillen tussen dorpen verkleinen",
        ),
        (
            "Wat is het doel van de eisen?",
            "De eisen beogen het voorkomen van hinder.",
            "beogen het voorkomen van hinder",
            "het voorkomen van hinder",
        ),
        (
            "Wie maakt het molenplan bekend?",
            "De Vlaamse minister bevoegd voor Omgeving moet ons molenplan bekendmaken.",
            "Omgeving",
            "de Vlaamse minister bevoegd voor Omgeving",
        ),
    ],
)
def test_a_stretch_is_cut_or_widened_to_what_can(
    desk: Desk, question: str, text: str, short: str, shown: str
) -> None:
    assert shape(desk, question, text, short) == shown


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wie beslist over de molen?", "Over de molen beslist de burgemeester.", "burgemeester"),
        ("Wie let op de molen?", "Er letten vrijwilligers op de molen.", "vrijwilligers"),
        ("Wie bouwt de molen?", "De molen komt van dcypher.", "dcypher"),
        ("Welk project is gekozen?", "Het project Zonneveld is gekozen.", "Het project Zonneveld"),
        ("Waarvoor dient de molen?", "De molen dient om meel te malen.", "om meel te malen"),
        ("Waarom is de molen dicht?", "De molen is dicht omdat het dak lekt.", "omdat het dak lekt"),
        ("Hoe staat het met de molen?", "De molen is bijna klaar.", "is bijna klaar"),
        ("Hoeveel daalde het?", "Het daalde met -3%.", "-3%"),
    ],
)
def test_what_can_stand_alone_stays(desk: Desk, question: str, text: str, short: str) -> None:
    assert shape(desk, question, text, short) == short


@pytest.mark.parametrize(
    ("question", "text", "short", "shown"),
    [
        ("Bij wie was het bezoek?", "Er is een bezoek gebracht aan de molen.", "gebracht aan de molen", None),
        ("Met wie praat de raad?", "De raad praat met partners in Lier.", "met partners in Lier", None),
        (
            "Van wie komt het plan?",
            "Het plan komt vanuit Lier en Genk.",
            "vanuit Lier en Genk",
            "Lier en Genk",
        ),
        ("Wie vroeg ernaar?", "Van der Berg vroeg ernaar.", "Van der Berg", "Van der Berg"),
        ("Hoe heet de kaart?", "De kaart is nog niet in staat.", "nog niet in staat", None),
    ],
)
def test_who_it_is_and_what_it_is_called_is_no_end_of_a_clause(
    desk: Desk, question: str, text: str, short: str, shown: str | None
) -> None:
    assert shape(desk, question, text, short) == shown

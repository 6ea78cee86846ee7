"""Reasons that no word opens are looked for only where something behind them says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.finders import why

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

_SENTENCES = [
    "De brug ging dicht omdat het dek was doorgeroest.",
    "De belangrijkste reden is het tekort aan schippers.",
    "Het lage water maakt dat de veerboot niet vaart.",
    "De sluis bleef dicht, waardoor de schepen moesten wachten.",
    "Een nieuwe kade draagt er ook toe bij.",
    "De gemeente draagt de kosten.",
    "De veerboot vaart elk uur.",
]


def _find(patterns: tuple[tuple[why._Opening, float], ...], text: str) -> list[str]:
    return [match.group("clause") for opening, _ in patterns for match in opening.pattern.finditer(text)]


@pytest.mark.parametrize("text", _SENTENCES)
def test_without_such_a_sign_the_short_pattern_finds_the_same(text: str) -> None:
    if not why._BEHIND_REASON.search(text):
        assert _find(why._REASONS, text) == _find(why._ALL_REASONS, text)


def test_the_sign_is_seen_where_a_reason_stands_before_it() -> None:
    signed = [text for text in _SENTENCES if why._BEHIND_REASON.search(text)]
    assert signed == _SENTENCES[2:6]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Het plan gaat uit van 2015, nadat het cijfer van 2013 onbetrouwbaar is gebleken.",
            "nadat het cijfer van 2013 onbetrouwbaar is gebleken",
        ),
        ("De plicht vloeit voort uit een richtlijn over molens.", "een richtlijn over molens"),
        ("Dit komt door het lage water in mei.", "door het lage water in mei"),
        ("De hal sluit bij gebrek aan geld.", "bij gebrek aan geld"),
        ("De stijging is te wijten aan de hoge prijzen.", "te wijten aan de hoge prijzen"),
        ("De kade sloot naar aanleiding van de storm.", "naar aanleiding van de storm"),
    ],
)
def test_a_cause_is_known_by_its_words(text: str, reason: str) -> None:
    assert reason in _find(why._REASONS, text)


def test_a_mere_earlier_event_is_no_cause() -> None:
    assert _find(why._REASONS, "De brug ging open nadat de raad was gekozen.") == []


def test_what_is_kept_in_view_is_an_aim() -> None:
    aims = _find(why._AIMS, "De kade wordt hoger met het oog op de winter.")
    assert aims == ["met het oog op de winter"]
    assert _find(why._AIMS, "De raad koopt bomen ter verbetering van de lucht.") == [
        "ter verbetering van de lucht"
    ]


def test_who_wrote_a_text_is_no_reason_and_nobody_who_acts(desk: Desk) -> None:
    line = "Geschreven door Anke Mol."
    reason = desk.best("Waarom ging de molen dicht?", f"De molen van Lier ging dicht in mei.\n\n{line}")
    assert reason is None or reason.short_text is None or "Anke" not in reason.short_text
    units = desk.weigh("Wie draait de molen?", f"De molen van Lier draait in mei.\n\n{line}").units
    assert all(unit.short_text != "Anke Mol" for unit in units)
    told = desk.best("Wie heeft de tekst over de molen geschreven?", f"De molen van Lier draait.\n\n{line}")
    assert told is not None
    assert told.short_text == "Anke Mol"


@pytest.mark.parametrize(
    ("question", "text", "reason"),
    [
        (
            "Waarom is de kade vertraagd?",
            "De raad kwam bijeen, omdat de vertraging van de kade een besluit vroeg.",
            None,
        ),
        (
            "Waarom is de kade vertraagd?",
            "De kade is vertraagd, omdat het water te hoog stond.",
            "omdat het water te hoog stond",
        ),
        ("Waarom stijgen de lasten?", "De lasten worden gedragen door de deelnemende gemeenten.", None),
        (
            "Waarom stijgen de lasten?",
            "De lasten stijgen door de hoge prijs van hout.",
            "door de hoge prijs van hout",
        ),
        (
            "Waarom is de kade vertraagd?",
            "De kade is vertraagd. Daar zijn twee redenen voor. Het hout kwam laat. Het water stond hoog.",
            "Het hout kwam laat. Het water stond hoog",
        ),
        ("Waarom sluit de kade?", "Woensdag 3 mei 2023. Daarom sluit de kade.", None),
        (
            "Waarom sluit de kade?",
            "Het hek is kapot. Daarom sluit de kade.",
            "Het hek is kapot",
        ),
    ],
)
def test_a_reason_is_not_what_is_asked_nor_who_does_it(
    desk: Desk, question: str, text: str, reason: str | None
) -> None:
    best = desk.best(question, text)
    told = None if best is None or best.short_text is None else best.short_text.rstrip(".")
    assert told == reason


def test_in_a_heading_what_follows_met_belongs_to_its_noun(desk: Desk) -> None:
    question = "Hoe gaan schippers om met de bruggen?"
    text = (
        "# Plan\n\n## 2 Bruggen met een tolhuis\n\n## 2.1 Varen\n\nSchippers gaan om de bruggen met een boog."
    )
    shorts = {unit.text: unit.short_text for unit in desk.weigh(question, text).units}
    assert shorts.get("2 Bruggen met een tolhuis", "gone") is None
    assert shorts["Schippers gaan om de bruggen met een boog."] == "met een boog"

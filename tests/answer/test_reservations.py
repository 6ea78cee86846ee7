"""Row 54 of the faults: "niet", "tenzij", "mits" and "behalve" are never cut from what they turn."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.answer.kinds import QuestionKind
from assistant.answer.quoting import widen
from assistant.answer.reservations import with_denial
from assistant.types import Span
from tests.answer.test_reply import reply

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def quote_of(desk: Desk, sentence: str, text: str) -> str:
    weighed = desk.weigh("Krijgt een tuin bij een school een bijdrage?", text)
    unit = next(unit for unit in weighed.units if unit.text.startswith(sentence) and not unit.items)
    return widen(unit, weighed.question).of(unit.reading.document.text)


@pytest.mark.parametrize(
    "sequel",
    [
        "Tenzij de tuin kleiner is dan een are.",
        "Dit geldt niet voor een daktuin.",
        "Dat is echter niet toegestaan in juli.",
        "Een uitzondering hierop is de moestuin.",
        "Hiervan kan worden afgeweken in juli.",
        "Behalve als de school dicht is.",
        "In afwijking hiervan krijgt een daktuin niets.",
    ],
)
def test_a_sentence_is_quoted_with_the_one_after_it_that_limits_it(desk: Desk, sequel: str) -> None:
    text = f"Een tuin bij een school krijgt een bijdrage. {sequel} De kleur is vrij.\n"
    assert quote_of(desk, "Een tuin", text) == f"Een tuin bij een school krijgt een bijdrage. {sequel}"


@pytest.mark.parametrize(
    "sequel", ["De kleur is vrij.", "Dit geldt niet alleen voor een tuin.", "Dat is een mooi plan."]
)
def test_a_sentence_that_limits_nothing_is_left_out(desk: Desk, sequel: str) -> None:
    text = f"Een tuin bij een school krijgt een bijdrage. {sequel}\n"
    assert quote_of(desk, "Een tuin", text) == "Een tuin bij een school krijgt een bijdrage."


def test_a_reservation_in_the_next_paragraph_is_quoted_too(desk: Desk) -> None:
    text = "Een tuin bij een school krijgt een bijdrage.\n\nDit geldt niet voor een daktuin. Verder niets.\n"
    quote = quote_of(desk, "Een tuin", text)
    assert quote.endswith("Dit geldt niet voor een daktuin.")


@pytest.mark.parametrize("lead", ["Een bijdrage vervalt, tenzij:", "Geen bijdrage krijgt:", "Verboden zijn:"])
def test_an_item_is_quoted_with_a_lead_in_that_turns_it(desk: Desk, lead: str) -> None:
    text = f"# Regeling\n\n{lead}\n\n- een tuin bij een school in Lier\n- een dak met gras\n"
    assert lead in quote_of(desk, "een tuin", text)


def test_an_item_is_quoted_with_the_reservation_after_its_list(desk: Desk) -> None:
    text = (
        "# Regeling\n\nEen bijdrage krijgt:\n\n- een tuin bij een school in Lier\n- een dak met gras\n\n"
        "Dit geldt niet voor een tuin van steen.\n"
    )
    assert quote_of(desk, "een tuin", text).endswith("Dit geldt niet voor een tuin van steen.")


def test_a_sentence_that_runs_over_two_blocks_is_quoted_whole(desk: Desk) -> None:
    text = "# Regeling\n\nEen tuin bij een school krijgt een bijdrage\n\ntenzij de tuin van steen is. Verder niets.\n"
    whole = "Een tuin bij een school krijgt een bijdrage\n\ntenzij de tuin van steen is."
    assert quote_of(desk, "Een tuin", text) == whole
    assert quote_of(desk, "tenzij", text) == whole


def test_a_short_answer_keeps_the_word_that_denies_it(desk: Desk) -> None:
    answer = reply(
        desk,
        "Wanneer gaat de sluis van Heimolen open?",
        "De sluis van Heimolen gaat niet op 4 maart 2021 open.\n",
    )
    assert answer.short == "niet op 4 maart 2021"


@pytest.mark.parametrize(
    ("text", "short", "kept"),
    [
        ("Hij duurt niet langer dan drie jaar.", "drie jaar", "niet langer dan drie jaar"),
        ("Iedereen behalve de burgemeester stemt.", "burgemeester", "behalve de burgemeester"),
        ("Het kan niet. Op 4 maart 2021 wel.", "4 maart 2021", "4 maart 2021"),
        ("Dat is niet waar, want hij kost 3 euro.", "3 euro", "3 euro"),
    ],
)
def test_only_a_denial_right_before_the_short_answer_belongs_to_it(
    desk: Desk, text: str, short: str, kept: str
) -> None:
    reading = desk.read(text + "\n")
    start = reading.document.text.index(short)
    span = with_denial(reading, Span(start, start + len(short)))
    assert span.of(reading.document.text) == kept


def test_a_short_answer_with_its_denial_lies_within_the_quotation(desk: Desk) -> None:
    weighed = desk.weigh(
        "Is de sluis dicht?", "De brug gaat niet op maandag open. Op dinsdag wel. De sluis is dicht.\n"
    )
    unit = next(unit for unit in weighed.units if unit.text == "De sluis is dicht.")
    text = unit.reading.document.text
    start = text.index("maandag")
    unit.short, unit.fit = Span(start, text.index(" wel")), 1.0
    question = replace(weighed.question, kind=QuestionKind.MOMENT)
    denied = with_denial(unit.reading, unit.short)
    assert denied.of(text) == "niet op maandag open. Op dinsdag"
    assert widen(unit, question).covers(denied)

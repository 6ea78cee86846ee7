"""A name is told whole, and an answer is not cut at the dot of an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.namebounds import cut_aside, widen_name
from assistant.answer.wording import flatten_short
from assistant.types import Completeness, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


@pytest.mark.parametrize(
    ("text", "name", "whole"),
    [
        ("Dat deed het Water- en Bosbureau in Lier.", "het Water-", "het Water- en Bosbureau"),
        ("Dat deed het Water- en Bosbureau in Lier.", "het Water", "het Water- en Bosbureau"),
        ("Gisteren kwam koningin Anna op bezoek.", "Anna", "koningin Anna"),
        (
            "Men vraagt het aan de Raad voor de Veerdiensten.",
            "de Veerdiensten",
            "de Raad voor de Veerdiensten",
        ),
        ("Dat bepalen lokale besturen zelf.", "besturen", "lokale besturen"),
        ("Dat bepalen de besturen zelf.", "besturen", "besturen"),
        ("Gisteren kwam Anna Mol op bezoek.", "Anna Mol", "Anna Mol"),
    ],
)
def test_what_belongs_to_a_name_is_told_with_it(desk: Desk, text: str, name: str, whole: str) -> None:
    reading = desk.read(f"# Nota\n\n{text}")
    start = reading.document.text.index(name)
    widened = widen_name(reading, Span(start, start + len(name)))
    assert widened.of(reading.document.text) == whole


def test_what_stands_between_dashes_is_no_part_of_a_name() -> None:
    assert cut_aside("Zonkracht– maker van boten – als eerste een") == "Zonkracht"
    assert cut_aside("Bureau Mol–Bos") == "Bureau Mol–Bos"


@pytest.mark.parametrize(
    ("short", "shown"),
    [
        (
            "de boot niet veilig is, of; de schipper geen diploma heeft",
            "de boot niet veilig is; de schipper geen diploma heeft",
        ),
        ("boten; en; veren", "boten; veren"),
        ("de kade en de brug; het veer", "de kade en de brug; het veer"),
    ],
)
def test_what_joins_items_is_left_out(short: str, shown: str) -> None:
    assert flatten_short(short) == shown


def test_a_manner_is_not_cut_in_an_address(desk: Desk) -> None:
    reading = desk.read(
        "# Regeling\n\nEen aanvraag voor een veer wordt gedaan door het opsturen van een aanmelding "
        "op de website van het veerfonds www.veerfonds.nl voor schippers."
    )
    answer = compose_answer(
        "Hoe wordt een aanvraag voor een veer gedaan?", desk.hits([reading]), desk.library([reading]), ALL
    )
    assert answer.short is not None
    assert answer.short.endswith("www.veerfonds.nl voor schippers")

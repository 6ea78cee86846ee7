"""How long a rule holds is asked as rules say it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.ruleterms import ask_as_rule

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

RULE = """# Subsidieregeling veren Lutterveen

## Artikel 1

De subsidie geldt voor schippers. Aanvragen worden ingediend tot 1 april 2032.

## Artikel 9

Deze regeling treedt in werking met ingang van 1 mei 2031 en vervalt op 1 juli 2035.

Lutterveen, 10 februari 2031
"""


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Tot wanneer geldt de veerregeling?", "Wanneer vervalt de veerregeling?"),
        (
            "Tot en met welke datum gelden de beleidsregels voor veren?",
            "Wanneer vervallen de beleidsregels voor veren?",
        ),
        ("Hoe lang is het besluit van kracht?", "Wanneer vervalt het besluit?"),
        ("Wanneer eindigt de Subsidieregeling veren?", "Wanneer vervalt de Subsidieregeling veren?"),
        ("Vanaf wanneer geldt de veerregeling?", "Wanneer treedt de veerregeling in werking?"),
        ("Tot wanneer loopt het project?", None),
        ("Tot wanneer loopt de vergunning van het veer?", None),
        ("Hoe lang duurt de behandeling van de regeling?", None),
        ("Wanneer vervalt de veerregeling?", None),
    ],
)
def test_a_rule_falls_or_comes_into_force(question: str, asked: str | None) -> None:
    assert ask_as_rule(question) == asked


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Tot wanneer geldt de Subsidieregeling veren Lutterveen?", "1 juli 2035"),
        ("Vanaf wanneer geldt de Subsidieregeling veren Lutterveen?", "1 mei 2031"),
        ("Hoe lang geldt de Subsidieregeling veren Lutterveen?", "1 juli 2035"),
    ],
)
def test_the_date_on_which_a_rule_falls_answers_till_when_it_holds(
    open_texts: OpenTexts, question: str, short: str
) -> None:
    answer = open_texts({"regeling.md": RULE}).ask(question)
    assert answer.short == short
    assert answer.question == question


def test_a_rule_that_does_not_say_it_is_not_dated_by_its_signature(open_texts: OpenTexts) -> None:
    text = RULE.replace(" en vervalt op 1 juli 2035", "")
    answer = open_texts({"regeling.md": text}).ask("Tot wanneer geldt de Subsidieregeling veren Lutterveen?")
    assert answer.short not in ("10 februari 2031", "1 mei 2031")

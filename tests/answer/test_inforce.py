"""When a rule begins and ends, and what its closing formulas do not tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer.contradiction import find_rivals
from assistant.answer.tellshort import tell_short
from assistant.answer.weighing import find_best

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

RULE = "Deze regeling treedt in werking met ingang van 1 mei 2031 en vervalt met ingang van 1 juni 2035."


def _tell(desk: Desk, question: str, text: str) -> str | None:
    weighed = desk.weigh(question, text)
    best = find_best(weighed)
    return None if best is None else tell_short(weighed, best)


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wanneer treedt de regeling in werking?", RULE, "1 mei 2031"),
        ("Wanneer vervalt de regeling?", RULE, "1 juni 2035"),
        (
            "Wanneer treedt het besluit in werking?",
            "Dit besluit treedt in werking met ingang van de tweede dag na de dagtekening van de Staatscourant waarin het wordt geplaatst.",
            "de tweede dag na de dagtekening van de Staatscourant waarin het wordt geplaatst",
        ),
        ("Wanneer vervalt de havenregeling?", "De havenregeling.\n\nDorrecht, 4 april 2030", None),
    ],
)
def test_the_date_stands_in_the_clause_that_says_it(
    desk: Desk, question: str, text: str, short: str | None
) -> None:
    assert _tell(desk, question, text) == short


def test_the_date_above_a_signature_is_when_it_was_signed(desk: Desk) -> None:
    text = "De havenregeling is vastgesteld.\n\nDorrecht, 4 april 2030"
    assert _tell(desk, "Wanneer is de havenregeling vastgesteld?", text) == "4 april 2030"


def test_two_rules_that_begin_on_other_days_do_not_contradict_each_other(desk: Desk) -> None:
    one = "# Regeling kaden\n\nDeze regeling treedt in werking op 1 mei 2031."
    other = "# Regeling kaden\n\nDeze regeling treedt in werking op 1 juli 2033."
    weighed = desk.weigh("Wanneer treedt de regeling in werking?", one, other)
    best = find_best(weighed)
    assert best is not None
    assert find_rivals(weighed.question, best, weighed.units, weighed.matcher) == []

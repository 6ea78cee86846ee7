"""Which words of a yes-or-no question say what is asked to be so."""

from __future__ import annotations

import pytest

from assistant.answer import parse_question
from assistant.answer.predicates import find_main_verbs


@pytest.mark.parametrize(
    ("question", "verbs"),
    [
        ("Stuurt het loket brieven naar bewoners?", {"Stuurt"}),
        ("Mogen scholen samen fuseren als dat beter is?", {"fuseren"}),
        ("Moeten bedrijven een verklaring meesturen?", {"meesturen"}),
        ("Is de brug al geopend?", {"geopend"}),
        ("Heeft Lier een haven?", set()),
    ],
)
def test_the_first_verb_and_what_goes_with_it_are_found(question: str, verbs: set[str]) -> None:
    assert find_main_verbs(parse_question(question)) == verbs

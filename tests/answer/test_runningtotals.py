"""What came together up to now is not the number of one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.question import parse_question
from assistant.answer.runningtotals import asks_running
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
ONE_YEAR = "# Veer van Lier\n\nHet veer vervoerde in 2031 samen 4.100 reizigers. De schippers zijn tevreden."
YEARS = """# Veer van Lier

Het veer vervoerde in het tweede jaar 4.100 reizigers.

Sinds de start vervoerde het veer 7.300 reizigers.
"""


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Hoeveel reizigers vervoerde het veer tot nu toe?", ONE_YEAR, None),
        ("Hoeveel reizigers vervoerde het veer in totaal tot en met 2031?", ONE_YEAR, None),
        ("Hoeveel reizigers vervoerde het veer in 2031?", ONE_YEAR, "4.100 reizigers"),
        ("Hoeveel reizigers vervoerde het veer tot nu toe?", YEARS, "7.300 reizigers"),
        ("Hoeveel reizigers vervoerde het veer in het tweede jaar?", YEARS, "4.100 reizigers"),
        (
            "Hoeveel reizigers vervoerde het veer tot nu toe?",
            "# Veer van Lier\n\nTot eind 2031 vervoerde het veer 9.000 reizigers.",
            "9.000 reizigers",
        ),
    ],
)
def test_the_number_of_one_year_is_no_running_total(
    desk: Desk, question: str, text: str, short: str | None
) -> None:
    reading = desk.read(text)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == short


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Hoeveel boten zijn er tot dusver verkocht?", True),
        ("Hoeveel boten zijn er sinds 2030 verkocht?", True),
        ("Hoeveel boten zijn er verkocht?", False),
        ("Wat betaal je sinds 2030 voor een boot?", False),
        ("Wat kost de kade in totaal?", False),
    ],
)
def test_a_question_asks_what_came_together(question: str, asked: bool) -> None:
    assert asks_running(parse_question(question)) is asked

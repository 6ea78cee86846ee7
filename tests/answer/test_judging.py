"""The chance that the documents hold the answer: hints, margins and both weighings together."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.hints import HINTS, read_hints
from assistant.answer.judging import COLUMNS, LEAST_CHANCE, judge_row, log_odds
from assistant.answer.margins import MARGINS, read_margins
from assistant.answer.scoring import JUDGED
from assistant.answer.weighing import find_best

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def hints_of(desk: Desk, question: str, text: str) -> dict[str, float]:
    """Give the hints of the first sentence for a question."""
    weighed = desk.weigh(question, text)
    return dict(zip(HINTS, read_hints(weighed.question, weighed.units[0], weighed.matcher), strict=True))


def test_a_plan_does_not_tell_what_is_asked_as_done(desk: Desk) -> None:
    plan = hints_of(desk, "Wanneer is de brug in Lier geopend?", "De brug in Lier zou op 3 mei 2021 openen.")
    assert (plan["planned"], plan["asks past"], plan["past planned"]) == (1.0, 1.0, 1.0)
    done = hints_of(desk, "Wanneer is de brug in Lier geopend?", "De brug in Lier is op 3 mei 2021 geopend.")
    assert (done["planned"], done["asks past"], done["past planned"]) == (0.0, 1.0, 0.0)
    wish = hints_of(desk, "Wanneer moet de brug in Lier open?", "De brug in Lier moet op 3 mei 2021 open.")
    assert (wish["planned"], wish["asks plan"], wish["past planned"]) == (1.0, 1.0, 0.0)


def test_a_short_answer_tells_its_form(desk: Desk) -> None:
    date = hints_of(desk, "Wanneer is de brug in Lier geopend?", "De brug in Lier is op 3 mei 2021 geopend.")
    assert (date["digit"], date["vague"], date["one word"]) == (1.0, 0.0, 0.0)
    assert 0.0 < date["long"] < 1.0


def test_without_a_short_answer_nothing_is_told_of_it(desk: Desk) -> None:
    none = hints_of(desk, "Wanneer is de brug in Lier geopend?", "De brug in Lier is mooi.")
    assert [none[name] for name in HINTS[6:]] == [0.0] * (len(HINTS) - 6)


def test_margins_tell_one_far_ahead_from_many_alike() -> None:
    row = [0.0] * len(JUDGED)
    ahead = dict(zip(MARGINS, read_margins([9.0, 1.0, 0.0], [row] * 3), strict=True))
    alike = dict(zip(MARGINS, read_margins([1.0, 1.0, 1.0], [row] * 3), strict=True))
    assert ahead["lead on 2nd"] > alike["lead on 2nd"] == 0.0
    assert ahead["first share"] > 0.9
    assert alike["first share"] == pytest.approx(1 / 3)
    assert alike["spread"] == pytest.approx(math.log(3) / 3)


def test_margins_of_one_sentence_are_finite_and_of_none_are_refused() -> None:
    assert all(map(math.isfinite, read_margins([2.0], [[0.5] * len(JUDGED)])))
    with pytest.raises(ValueError, match="no sentences"):
        read_margins([], [])


@given(st.lists(st.floats(-50.0, 50.0), min_size=len(COLUMNS), max_size=len(COLUMNS)), st.floats(0.0, 1.0))
def test_a_chance_lies_between_0_and_1(row: list[float], linear: float) -> None:
    assert 0.0 < judge_row(tuple(row), linear) < 1.0


def test_log_odds_have_an_end() -> None:
    assert log_odds(0.5) == 0.0
    assert log_odds(0.0) == log_odds(LEAST_CHANCE) == pytest.approx(-log_odds(1.0))


def test_the_evidence_of_a_question_is_that_of_its_best_sentence(desk: Desk) -> None:
    weighed = desk.weigh(
        "Wanneer is de brug in Lier geopend?", "De brug in Lier is op 3 mei 2021 geopend.\n\nHet regende."
    )
    best = find_best(weighed)
    assert best is not None
    assert best.text.startswith("De brug in Lier")
    assert len(weighed.row) == len(COLUMNS)
    assert weighed.linear == pytest.approx(best.probability)
    assert weighed.chance == pytest.approx(judge_row(weighed.row, weighed.linear))


def test_without_passages_there_is_no_chance(desk: Desk) -> None:
    weighed = desk.weigh("Wanneer is de brug in Lier geopend?")
    assert (weighed.chance, weighed.row) == (0.0, ())

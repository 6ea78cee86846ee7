from __future__ import annotations

from assistant.evaluate.gates import find_harm, find_problems
from assistant.evaluate.metrics import Figure, Row
from assistant.evaluate.results import Result


def make(right: float, declined: float | None, asked: int = 10) -> Result:
    figures = [Figure("right", right, right, right, asked)]
    if declined is not None:
        figures.append(Figure("declined", declined, declined, declined, 5))
    return Result("seeds", "answers", (Row("totaal", asked, 0, tuple(figures)),))


def test_a_gate_over_zero_questions_fails() -> None:
    assert find_problems(make(1.0, 1.0, asked=0)) == ["seeds: er zijn nul vragen gesteld"]
    assert find_problems(Result("seeds", "answers", ())) == ["seeds: er zijn nul vragen gesteld"]


def test_a_figure_below_its_floor_or_not_measured_is_named() -> None:
    assert find_problems(make(0.75, 0.60)) == []
    assert find_problems(make(0.74, 0.9)) == ["seeds: 'right' is 0.740, minder dan 0.75"]
    assert find_problems(make(0.9, None)) == ["seeds: 'declined' is niet gemeten"]


def search_result(method: str, title: float, short: float) -> Result:
    rows = tuple(
        Row(label, 9, 0, (Figure("nDCG@10", value, None, None, 9),))
        for label, value in (("title", title), ("short", short))
    )
    return Result("retrieval", method, rows)


def test_hybrid_search_may_be_worse_than_lexical_on_no_set_and_must_win_one() -> None:
    lexical = search_result("lexical", 0.8, 0.7)
    assert find_harm([lexical, search_result("hybrid", 0.8, 0.71)]) == []
    assert find_harm([lexical, search_result("hybrid", 0.9, 0.69)]) == [
        "short: hybride 0.690 is minder dan lexicaal 0.700"
    ]
    assert find_harm([lexical, search_result("hybrid", 0.8, 0.7)]) == [
        "retrieval: hybride is op geen enkele set beter dan lexicaal"
    ]
    assert find_harm([lexical]) == []

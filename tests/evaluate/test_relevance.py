from __future__ import annotations

import pytest

from assistant.evaluate.relevance import DEPTH, GAIN, NDCG, find_rank, measure_ranks


def test_the_first_right_passage_among_ten_decides_the_rank() -> None:
    assert find_rank([4, 7, 2], frozenset((2, 7))) == 1
    assert find_rank([4, 7], frozenset((1,))) == DEPTH
    assert find_rank([*range(DEPTH), 99], frozenset((99,))) == DEPTH
    assert find_rank([], frozenset((1,))) == DEPTH


def test_the_measures_are_those_of_their_definitions() -> None:
    row = measure_ranks("proef", [0, 2, 9, DEPTH])
    assert (row.label, row.answerable, row.unanswerable) == ("proef", 4, 0)
    values = {figure.name: figure.value for figure in row.figures}
    assert (values["recall@1"], values["recall@5"], values["recall@10"]) == (0.25, 0.5, 0.75)
    assert values[NDCG] == pytest.approx((1 + 0.5 + 0.2890648) / 4)
    assert values["MRR@10"] == pytest.approx((1 + 1 / 3 + 1 / 10) / 4)
    assert GAIN not in values


def test_an_interval_holds_its_figure_and_narrows_with_more_questions() -> None:
    few, many = (measure_ranks("proef", [0, 1, DEPTH] * times) for times in (5, 100))
    assert measure_ranks("proef", [0, 1, DEPTH] * 5) == few
    widths = []
    for row in (few, many):
        figure = next(figure for figure in row.figures if figure.name == NDCG)
        assert figure.low is not None and figure.high is not None
        assert figure.low < figure.value < figure.high
        widths.append(figure.high - figure.low)
    assert widths[1] < widths[0] / 3


def test_the_difference_with_the_baseline_is_drawn_in_pairs() -> None:
    ranks, baseline = [0, 1, 5, DEPTH] * 10, [1, 2, 6, DEPTH] * 10
    row = measure_ranks("proef", ranks, baseline)
    gain = next(figure for figure in row.figures if figure.name == GAIN)
    whole = next(figure for figure in row.figures if figure.name == NDCG)
    assert gain.low is not None and whole.low is not None and whole.high is not None
    # Each question gains, so in no resample the difference is below zero, however wide the figures are.
    assert 0 < gain.low < gain.value < whole.high - whole.low


def test_a_set_without_questions_has_no_figures() -> None:
    assert measure_ranks("leeg", []).figures == ()

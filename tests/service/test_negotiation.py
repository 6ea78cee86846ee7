from __future__ import annotations

import pytest

from assistant.service.negotiation import choose_type
from assistant.service.problems import Problem

OFFERED = ("application/json", "text/csv")


@pytest.mark.parametrize(
    ("accept", "chosen"),
    [
        (None, "application/json"),
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("TEXT/CSV; charset=utf-8", "text/csv"),
        ("text/*", "text/csv"),
        ("application/json;q=0.4, text/csv;q=0.8", "text/csv"),
        ("text/csv;q=0, */*", "application/json"),
        ("text/html, */*;q=0.1", "application/json"),
        ("application/*;q=0.5, text/csv;q=0.5", "application/json"),
    ],
)
def test_the_heaviest_offered_type_is_chosen(accept: str | None, chosen: str) -> None:
    assert choose_type(accept, OFFERED) == chosen


@pytest.mark.parametrize(
    "accept", ["text/html", "text/csv;q=0", "application/json;q=abc", "nan", "*/*;q=nan"]
)
def test_when_nothing_fits_it_says_what_there_is(accept: str) -> None:
    with pytest.raises(Problem, match="text/csv") as caught:
        choose_type(accept, OFFERED)
    assert caught.value.status_code == 406

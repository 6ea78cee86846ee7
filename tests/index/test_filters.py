"""Filters choose passages before anything is ranked."""

from __future__ import annotations

import pytest

from assistant.errors import UsageError
from assistant.index import Index
from assistant.index.filters import find_bounds
from assistant.types import Filters

# passages: 0-1 a.txt (2020), 2-4 beleid/energie.md (2021-06), 5 vlaams/kmo.txt (no date, "vl")


def chosen(index: Index, **filters: object) -> list[int]:
    mask = index.select(Filters(**filters))  # type: ignore[arg-type]
    assert mask is not None
    return [number for number, allowed in enumerate(mask) if allowed]


def test_no_filter_is_no_mask(index: Index) -> None:
    assert index.select(Filters()) is None


def test_documents_are_named_by_path_or_id(index: Index) -> None:
    assert chosen(index, documents=("a.txt",)) == [0, 1]
    assert chosen(index, documents=(index.records()[2].id, "a.txt")) == [0, 1, 5]


def test_a_document_that_is_not_there_is_named(index: Index) -> None:
    with pytest.raises(UsageError, match=r"weg\.txt") as caught:
        index.select(Filters(documents=("a.txt", "weg.txt")))
    assert caught.value.field == "documents"


@pytest.mark.parametrize(
    ("since", "until", "expected"),
    [
        ("2020", None, [0, 1, 2, 3, 4]),
        ("2021", None, [2, 3, 4]),
        (None, "2020", [0, 1]),
        ("2020-12-31", "2020-12-31", [0, 1]),
        ("2021-06-30", None, [2, 3, 4]),
        ("2021-07", None, []),
        (None, "2021-06-01", [0, 1, 2, 3, 4]),
        ("2022", "2019", []),
    ],
)
def test_dates_bound_inclusively_and_a_document_without_date_falls_outside(
    index: Index, since: str | None, until: str | None, expected: list[int]
) -> None:
    assert chosen(index, since=since, until=until) == expected


@pytest.mark.parametrize(
    "date", ["gisteren", "2020-13", "2021-02-29", "20", "2020-1", "", "0000", "2020; DROP"]
)
@pytest.mark.parametrize("field", ["since", "until"])
def test_what_is_no_date_is_refused_with_its_field(index: Index, date: str, field: str) -> None:
    with pytest.raises(UsageError) as caught:
        index.select(Filters(**{field: date}))  # type: ignore[arg-type]
    assert caught.value.field == field


def test_bounds_run_from_the_first_day_to_the_last() -> None:
    assert find_bounds("2020", "since") == ("2020-01-01", "2020-12-31")
    assert find_bounds("2020-02", "since") == ("2020-02-01", "2020-02-29")
    assert find_bounds("2020-02-03", "since") == ("2020-02-03", "2020-02-03")


def test_language_and_origin_must_be_equal(index: Index) -> None:
    assert chosen(index, origin="vl") == [5]
    assert chosen(index, origin="VL") == [5]
    assert chosen(index, language="fr") == []


def test_a_theme_must_stand_in_the_passage_itself(index: Index) -> None:
    assert chosen(index, themes=("energie",)) == [2]
    assert chosen(index, themes=("onbekend",)) == []


def test_a_country_takes_its_parts(index: Index) -> None:
    assert chosen(index, regions=("NL-NB",)) == [2]
    assert chosen(index, regions=("NL",)) == [2]
    assert chosen(index, regions=("NL", "BE")) == [2, 4]


def test_filters_together_all_hold(index: Index) -> None:
    assert chosen(index, regions=("NL",), themes=("energie",), since="2021") == [2]
    assert chosen(index, regions=("BE",), themes=("energie",)) == []


@pytest.mark.parametrize("text", ["' OR 1=1 --", '"; DROP TABLE documents; --', "%", "\0"])
def test_fault_43_a_filter_is_never_read_as_sql(index: Index, text: str) -> None:
    assert chosen(index, themes=(text,)) == []
    assert chosen(index, regions=(text,)) == []
    assert chosen(index, language=text) == []
    with pytest.raises(UsageError):
        index.select(Filters(documents=(text,)))
    assert len(index.records()) == 3

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from assistant.types import Filters
from assistant.wire import (
    Feitenverzoek,
    Feitenvragen,
    Passagevragen,
    Tekstregel,
    Vraagregel,
    Vraagverzoek,
    check_date,
    list_faults,
)


def faults_of(shape: type[Any], value: object) -> dict[str, str]:
    with pytest.raises(ValidationError) as caught:
        shape.model_validate(value)
    return {fault.veld: fault.detail for fault in list_faults(caught.value.errors())}


def test_a_question_needs_only_itself() -> None:
    asked = Vraagverzoek.model_validate({"vraag": "Wie?"})
    assert (asked.vraag, asked.aantal, asked.filters, asked.gesprek) == ("Wie?", 5, None, None)


def test_filters_take_one_value_or_a_list() -> None:
    asked = Vraagverzoek.model_validate(
        {"vraag": "Wie?", "filters": {"thema": "energie", "regio": ["NL-NB", "BE-VLG"], "van": "2020"}}
    )
    assert asked.filters is not None
    assert asked.filters.to_filters() == Filters(
        themes=("energie",), regions=("NL-NB", "BE-VLG"), since="2020"
    )


@pytest.mark.parametrize(
    ("value", "field", "detail"),
    [
        ({}, "vraag", "is verplicht"),
        ({"vraag": ""}, "vraag", "mag niet leeg zijn"),
        ({"vraag": " \n\t"}, "vraag", "mag niet leeg zijn"),
        ({"vraag": 5}, "vraag", "moet tekst zijn"),
        ({"vraag": "\ud800"}, "vraag", "bevat tekens die geen geldige Unicode zijn"),
        ({"vraag": "x", "aantal": False}, "aantal", "moet een geheel getal zijn"),
        ({"vraag": "x", "aantal": "5"}, "aantal", "moet een geheel getal zijn"),
        ({"vraag": "x", "aantal": 2.0}, "aantal", "moet een geheel getal zijn"),
        ({"vraag": "x", "aantal": float("nan")}, "aantal", "moet een geheel getal zijn"),
        ({"vraag": "x", "aantal": 0}, "aantal", "moet minstens 1 zijn"),
        ({"vraag": "x", "aantal": -3}, "aantal", "moet minstens 1 zijn"),
        ({"vraag": "x", "aantal": 10**9}, "aantal", "mag hoogstens 100 zijn"),
        ({"vraag": "x", "onzin": 1}, "onzin", "is geen bekend veld"),
        ({"vraag": "x", "filters": {"themas": []}}, "filters.themas", "is geen bekend veld"),
        ({"vraag": "x", "filters": {"document": [3]}}, "filters.document.0", "moet tekst zijn"),
        ({"vraag": "x", "filters": {"herkomst": "fr"}}, "filters.herkomst", "moet een van deze waarden zijn"),
        ({"vraag": "x", "filters": {"van": "2021-02-30"}}, "filters.van", "dit is geen datum"),
        ({"vraag": "x", "filters": {"van": "2021-03", "tot": "2021-02"}}, "filters", "'van' ligt na 'tot'"),
        ({"vraag": "x", "filters": []}, "filters", "moet een JSON-object zijn"),
        ([], "inhoud", "moet een JSON-object zijn"),
    ],
)
def test_a_wrong_question_is_refused_with_its_field_and_reason(
    value: object, field: str, detail: str
) -> None:
    faults = faults_of(Vraagverzoek, value)
    assert list(faults) == [field]
    assert faults[field].startswith(detail)


def test_every_wrong_field_is_named() -> None:
    assert list(faults_of(Vraagverzoek, {"vraag": 1, "aantal": "x", "q": 2})) == ["vraag", "aantal", "q"]


def test_a_period_within_one_year_is_in_order() -> None:
    for since, until in (
        ("2021-03", "2021"),
        ("2021", "2021"),
        ("2021-03-09", "2021-03"),
        ("2020", "2021-01"),
    ):
        Vraagverzoek.model_validate({"vraag": "x", "filters": {"van": since, "tot": until}})


def test_an_empty_parameter_counts_as_absent() -> None:
    asked = Feitenvragen.model_validate({"soort": [""], "document": ["", "a"], "van": "", "thema": []})
    assert asked.to_filters() == Filters(documents=("a",))
    assert asked.soort == []


def test_a_count_in_an_address_is_a_whole_number_in_digits() -> None:
    assert Passagevragen.model_validate({"zoek": "x", "aantal": "12"}).aantal == 12
    for wrong in ("1e9", "1_0", "2.0", " 3", "NaN", "drie", "٣", "0x1"):
        assert faults_of(Passagevragen, {"zoek": "x", "aantal": wrong}) == {
            "aantal": "moet een geheel getal zijn"
        }
    assert faults_of(Passagevragen, {"zoek": "x", "aantal": "1000000000"}) == {
        "aantal": "mag hoogstens 100 zijn"
    }


def test_a_text_for_facts_takes_its_date_in_camel_case_only() -> None:
    asked = Feitenverzoek.model_validate({"tekst": "x", "documentDatum": "2020-06", "soorten": ["datum"]})
    assert (asked.document_datum, asked.soorten) == ("2020-06", ["datum"])
    assert "document_datum" in faults_of(Feitenverzoek, {"tekst": "x", "document_datum": "2020"})
    assert "soorten.0" in faults_of(Feitenverzoek, {"tekst": "x", "soorten": ["dag"]})
    assert "tekst" in faults_of(Feitenverzoek, {"tekst": ""})


def test_a_line_of_a_batch_may_have_more_columns() -> None:
    assert Vraagregel.model_validate({"kenmerk": 7, "vraag": "x", "nummer": 3}).kenmerk == 7
    assert Tekstregel.model_validate({"tekst": ""}).tekst == ""
    assert "kenmerk" in faults_of(Vraagregel, {"kenmerk": True, "vraag": "x"})


@pytest.mark.parametrize("good", ["0001", "2020", "2020-12", "2020-02-29", "9999-12-31"])
def test_a_date_is_a_year_a_month_or_a_day(good: str) -> None:
    assert check_date(good) == good


@pytest.mark.parametrize(
    "bad",
    ["", "0000", "20", "2020-13", "2020-00", "2021-02-29", "2020-1", "2020-01-01T00", "2020\n", "２０２０"],
)
def test_another_date_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="geen datum"):
        check_date(bad)


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.floats() | st.text(), st.lists))
def test_whatever_comes_in_is_read_or_refused_in_words_that_utf8_can_hold(value: object) -> None:
    try:
        Vraagverzoek.model_validate({"vraag": value, "filters": {"document": value}})
    except ValidationError as error:
        for fault in list_faults(error.errors()):
            assert fault.veld.encode()
            assert fault.detail.encode()

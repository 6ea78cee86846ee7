"""Filters among the search words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import QuestionError
from assistant.search.fields import FIELDS, split_fields


@pytest.mark.parametrize(
    ("words", "text", "filters"),
    [
        ("subsidie thema:mobiliteit", "subsidie", (("thema", "mobiliteit"),)),
        ("van:2020 subsidie tot:2022-06", "subsidie", (("van", "2020"), ("tot", "2022-06"))),
        ('laadpalen regio:"Noord-Brabant" nu', "laadpalen nu", (("regio", "Noord-Brabant"),)),
        ("fiets Soort:brief,besluit", "fiets", (("soort", "brief,besluit"),)),
        ("fiets document:nota/plan.pdf", "fiets", (("document", "nota/plan.pdf"),)),
    ],
)
def test_a_name_with_a_value_is_a_filter(words: str, text: str, filters: tuple[tuple[str, str], ...]) -> None:
    found = split_fields(words)
    assert (found.text, found.filters) == (text, filters)


@pytest.mark.parametrize(
    "words",
    [
        "om 12:30 uur",
        "brief van: de minister",
        "Let op: thema : wonen",
        "https://www.brabant.nl/thema:x",
        "nota:bene en re:actie",
        '"thema:mobiliteit" als woorden',
        "verhouding 1:100 en a:b",
        "tot:",
        "urn:nbn:nl",
    ],
)
def test_another_colon_is_ordinary_text(words: str) -> None:
    found = split_fields(words)
    assert (found.text, found.filters) == (words, ())


def test_a_backslash_makes_a_name_ordinary_text() -> None:
    found = split_fields(r"brief \van:Jansen taal:nl")
    assert (found.text, found.filters) == ("brief van:Jansen", (("taal", "nl"),))


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        ("x theme:zorg", "thema"),
        ("x themas:zorg", "thema"),
        ("x from:2020", "van"),
        ("x reggio:NL", "regio"),
        ("x regoi:NL", "regio"),
    ],
)
def test_a_name_that_is_nearly_one_is_refused_with_the_right_one(words: str, meant: str) -> None:
    with pytest.raises(QuestionError, match=f"bedoelt u '{meant}:'"):
        split_fields(words)


def test_a_filter_cannot_be_excluded() -> None:
    with pytest.raises(QuestionError, match="-woord"):
        split_fields("subsidie -thema:zorg")


@given(st.text(alphabet='thema:regio van"\\- 2020\n', max_size=80) | st.text(max_size=120))
def test_any_text_is_parted_or_refused(words: str) -> None:
    try:
        found = split_fields(words)
    except QuestionError:
        return
    assert all(name in FIELDS and value for name, value in found.filters)
    assert found.filters or "\\" in words or found.text == words

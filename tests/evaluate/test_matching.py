from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluate.matching import Haystack, mend, normalise


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("de Tsjechié en Belgié", "tsjechie"),
        ("Amra Avdić schuift aan", "AMRA AVDIC"),
        ("juli 2019 – juni 2020", "juli 2019 - juni 2020"),
        ("postbus, 5200 MC ’s-Hertogenbosch", "'s-hertogenbosch"),
        ("de samenwer-\nking tussen", "samenwerking tussen"),
        ("kennis- en innovatieagenda", "kennis- en innovatieagenda"),
        ("ruim € 10,7\n miljoen", "10,7 miljoen"),
        ("een groei van 75% per jaar", "75%"),
        ("de KMO’s in Gent", "kmo"),
    ],
)
def test_a_string_is_found_whatever_its_case_accents_dashes_and_line_breaks(text: str, wanted: str) -> None:
    assert Haystack(text).holds(wanted)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("in het jaar 2030", "30"),
        ("10.000 banen", "10"),
        ("12,4 procent", "2,4"),
        ("circa 1.250 euro", "250"),
        ("een opdracht met kracht", "acht"),
        ("tientallen bomen", "tien"),
        ("de bomen", "BOM"),
        ("anything", ""),
    ],
)
def test_part_of_a_number_or_of_a_short_word_is_not_a_match(text: str, wanted: str) -> None:
    assert not Haystack(text).holds(wanted)


def test_groups_need_all_things_in_any_wording() -> None:
    text = Haystack("TNO en Fontys treden toe")
    assert text.holds_all((("tno",), ("hogeschool", "fontys")))
    assert not text.holds_all((("tno",), ("philips",)))
    assert text.share((("tno",), ("philips",))) == 0.5
    assert text.share(()) == 1.0


@given(st.text(max_size=80))
def test_normalising_twice_changes_nothing(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@given(st.text(alphabet="abcdé -\n", max_size=60))
def test_mending_never_adds_characters(text: str) -> None:
    normal = normalise(text)
    assert len(mend(normal)) <= len(normal)

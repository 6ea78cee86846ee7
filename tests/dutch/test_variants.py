"""Other names: Dutch and Flemish, short forms and full ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.dutch import find_variants
from assistant.dutch.variants import VARIANTS_FILE, load_variants


def names(text: str) -> list[str]:
    return [synonym.text for synonym in find_variants(text)]


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("steun voor het mkb", "kmo"),
        ("steun voor de kmo", "mkb"),
        ("wie zijn de gedeputeerden?", "deputé"),
        ("de wethouder van Financiën", "schepen"),
        ("beleid rond AI", "artificiële intelligentie"),
        ("kunstmatige intelligentie in de zorg", "artificiële intelligentie"),
        ("vragen van provinciale staten", "provincieraad"),
        ("een nieuwe subsidieregeling", "steunmaatregel"),
        ("aanbestedingen van de gemeente", "overheidsopdracht"),
    ],
)
def test_the_other_name_of_a_thing_is_found(question: str, name: str) -> None:
    assert name in names(question)


def test_a_member_with_capitals_answers_to_just_that_spelling() -> None:
    assert "bestuurlijke boete" in names("een GAS uitgeschreven")
    assert names("een gas ontsnapt") == []


def test_an_ambiguous_member_does_not_set_its_group_off() -> None:
    assert "wethouder" not in names("de schepen in de haven")


def test_the_name_that_was_used_is_not_among_its_own_variants() -> None:
    assert "mkb" not in names("het mkb")


def test_a_text_without_known_names_has_no_variants() -> None:
    assert find_variants("Eindhoven") == []
    assert find_variants("") == []


APART = [
    ("wethouder", "burgemeester"),
    ("rechter", "advocaat"),
    ("minister", "staatssecretaris"),
    ("huurder", "verhuurder"),
    ("winst", "verlies"),
    ("werkgever", "werknemer"),
    ("import", "export"),
    ("peuter", "kleuter"),
    ("vader", "moeder"),
    ("mensenhandel", "mensensmokkel"),
    ("coalitie", "oppositie"),
    ("stijging", "daling"),
    ("provincie", "gemeente"),
    ("leerling", "leraar"),
    ("subsidie", "belasting"),
    ("uitgaven", "inkomsten"),
]


@pytest.mark.parametrize(("one", "other"), APART)
def test_no_group_joins_different_things(one: str, other: str) -> None:
    assert other not in names(one)
    assert one not in names(other)


def test_no_group_is_in_another_one() -> None:
    groups = [frozenset(member.stems for member in group) for group in load_variants()]
    assert len(set(groups)) == len(groups)
    for place, group in enumerate(groups):
        assert not any(group <= other for other in groups[:place])


def test_the_file_holds_at_least_1000_groups_of_distinct_names() -> None:
    groups = load_variants()
    assert len(groups) >= 1_000
    for group in groups:
        assert len({member.text for member in group}) == len(group)
        assert all(member.stems for member in group), group


def test_a_group_of_one_is_refused_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "variants.tsv"
    path.write_text("# kop\nmkb\tkmo\neenzaam\n", encoding="utf-8")
    with pytest.raises(ValueError, match="line 3"):
        load_variants(path)


def test_the_file_says_how_it_is_to_be_read() -> None:
    assert VARIANTS_FILE.read_text(encoding="utf-8").startswith("#")

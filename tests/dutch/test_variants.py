"""Other names: Dutch and Flemish, short forms and full ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.dutch import find_variants, find_ways
from assistant.dutch.variants import VARIANTS_FILE, WAYS_FILE, load_variants


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
    assert find_variants("Eindhoven") == ()
    assert find_variants("") == ()


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


@pytest.mark.parametrize("path", [VARIANTS_FILE, WAYS_FILE])
def test_the_file_says_how_it_is_to_be_read(path: Path) -> None:
    assert path.read_text(encoding="utf-8").startswith("#")


def ways(text: str) -> list[str]:
    return [synonym.text for synonym in find_ways(text)]


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("Wanneer is de brug aangelegd?", "bouwen"),
        ("Wie kocht de grond?", "verwerven"),
        ("Hoe vraagt een school subsidie aan?", "indienen"),
        ("Hoe brengt de provincie bestaande netwerken in beeld?", "in kaart brengen"),
        ("Wat is de looptijd van de regeling?", "duur"),
    ],
)
def test_another_way_to_say_it_is_found(question: str, way: str) -> None:
    assert way in ways(question)
    assert all(synonym.loosely for synonym in find_ways(question))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        *APART,
        ("financieren", "coördineren"),
        ("financieren", "uitvoeren"),
        ("aanvragen", "toekennen"),
        ("openen", "bouwen"),
        ("begin", "einde"),
        ("deelnemer", "bezoeker"),
        ("import", "uitvoer"),
        ("noordkant", "zuidkant"),
    ],
)
def test_no_way_tells_of_another_thing(one: str, other: str) -> None:
    assert other not in ways(one)
    assert one not in ways(other)


def test_a_phrase_is_found_when_all_its_words_are_there() -> None:
    assert "in kaart brengen" not in ways("Wie brengt de post rond?")
    assert "in kaart brengen" not in ways("Welk beeld heeft de provincie?")


@pytest.mark.parametrize("path", [VARIANTS_FILE, WAYS_FILE])
def test_every_member_that_sets_its_group_off_does(path: Path) -> None:
    find = find_variants if path is VARIANTS_FILE else find_ways
    for group in load_variants(path):
        for member in group:
            others = {other.text for other in group if other.stems != member.stems}
            if member.triggers and member.stems and others:
                assert others <= {synonym.text for synonym in find(member.text)}, member


def test_the_file_of_ways_holds_no_denials_and_no_words_without_stems() -> None:
    groups = load_variants(WAYS_FILE)
    assert len(groups) >= 5_000
    for group in groups:
        assert all(member.stems for member in group), group
        assert len({member.stems for member in group}) == len(group), group
        assert not any(word in ("niet", "geen", "zonder") for member in group for word in member.text.split())


@pytest.mark.parametrize(
    "text", ["Wat is de uiterste datum?", "Is het tarief gelijk?", "Wat is haar beroep?"]
)
def test_one_content_word_of_an_idiom_does_not_set_it_off(text: str) -> None:
    assert not {"testament", "uniform", "inschakelen"} & set(ways(text))


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("Uit hoeveel leden bestaat de raad?", "omvatten"),
        ("Waaruit bestaat de raad?", "omvatten"),
        ("Waaronder valt de dienst?", "behoren tot"),
        ("Hoeveel duurder is de brug?", "prijs stijgen"),
        ("Wie heeft het geld nodig?", "behoeven"),
    ],
)
def test_a_phrase_with_one_content_word_is_found_with_its_small_words(question: str, way: str) -> None:
    assert way in ways(question)


@pytest.mark.parametrize(
    ("question", "way"),
    [
        ("Sinds welk jaar bestaat de raad?", "omvatten"),
        ("Wanneer viel de stad in de prijzen?", "behoren tot"),
        ("Wie leidt de dienst?", "resulteren in"),
        ("Waarom is de brug nodig?", "behoeven"),
    ],
)
def test_the_content_word_of_a_phrase_alone_does_not_set_it_off(question: str, way: str) -> None:
    assert way not in ways(question)


def test_nor_does_that_of_a_name() -> None:
    assert "jaarlijks" in names("Wat krijgt de school elk jaar?")
    assert "jaarlijks" not in names("In welk jaar begon de school?")
    assert "vergrijzing" not in names("Welke ouders doen mee?")

"""Enumerations in running text are read whole."""

from __future__ import annotations

import pytest

from assistant.answer.enumerations import find_enumerations, find_run_behind, with_number


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("Dit zijn buurlanden (met name Noorwegen, Zweden en Finland).", ["Noorwegen", "Zweden", "Finland"]),
        ("Wij kiezen drie thema's: zorg, energie en water.", ["zorg", "energie", "water"]),
        (
            "Het gaat om (1) een brug, (2) een tunnel en (3) een veerpont.",
            ["een brug", "een tunnel", "een veerpont"],
        ),
        ("De regio's delen ideeën.", []),
        ("Er leven dieren, onder meer mollen, muizen en ratten.", ["mollen", "muizen", "ratten"]),
    ],
)
def test_items_are_cut_at_commas_and_the_last_conjunction(text: str, items: list[str]) -> None:
    found = find_enumerations(text)
    assert [item.of(text) for enumeration in found[:1] for item in enumeration.items] == items


@pytest.mark.parametrize(
    "text",
    [
        "De streek is sterk vergrijsd en bestrijkt drie dalen.",
        "Voor elk plan is een bedrag genoemd en een datum afgesproken.",
        "De databank wordt vandaag aangevuld en gebruikt door velen.",
    ],
)
def test_verbs_that_stand_side_by_side_are_no_list(text: str) -> None:
    assert find_enumerations(text) == ()


def test_places_behind_items_do_not_break_the_list() -> None:
    text = "Mee doen: Lier, Genk en Balen in Vlaanderen, en Oss, Asten en Deurne in Brabant."
    items = max((found.items for found in find_enumerations(text)), key=len)
    assert [item.of(text) for item in items] == ["Lier", "Genk", "Balen", "Oss", "Asten", "Deurne"]


def test_a_list_inside_a_list_ends_at_its_own_conjunction() -> None:
    text = "Mee doen de provincie, de dorpen Lier, Genk en Balen, het waterschap en de bank."
    found = find_run_behind(text, text.index("dorpen") + len("dorpen"))
    assert found is not None
    assert [item.of(text) for item in found.items] == ["Lier", "Genk", "Balen"]
    assert find_run_behind("Er zijn veel dorpen.", 18) is None


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Het dorp scoort hoog op groei, toegevoegde waarde en gezondheid.",
            ["groei", "toegevoegde waarde", "gezondheid"],
        ),
        ("Dit jaar zullen Lier en Genk toetreden.", ["Lier", "Genk"]),
        (
            "De oorzaken zijn een lange kabel, een hoge muur en gestegen prijzen.",
            ["een lange kabel", "een hoge muur", "gestegen prijzen"],
        ),
        ("De schepen bezoekt Lier, Genk en Balen.", ["Lier", "Genk", "Balen"]),
        (
            "Er is gepraat met Houtbouw, Staalbouw en Glasbouw en zijn ook anderen gevraagd.",
            ["Houtbouw", "Staalbouw", "Glasbouw"],
        ),
        (
            "Hij vervangt de Raad voor de Scheepvaart, de Commissie Wegen en de Commissie Spoor en Tram.",
            ["de Raad voor de Scheepvaart", "de Commissie Wegen", "de Commissie Spoor en Tram"],
        ),
        (
            "De taken gaan naar het departement Werk en Zorg, het agentschap Wonen en de raad.",
            ["het departement Werk en Zorg", "het agentschap Wonen", "de raad"],
        ),
        (
            "Er is steun van de LOB (Landelijke Bond voor Ouderen), Zilver (een stichting) en de KBO.",
            ["de LOB", "Zilver", "de KBO"],
        ),
        (
            "Het plan heeft drie delen: een pad voor fietsers; een brug en een pad voor ruiters.",
            ["een pad voor fietsers", "een brug", "een pad voor ruiters"],
        ),
        ("De toets omvat: rust; reinheid; regelmaat.", ["rust", "reinheid", "regelmaat"]),
        ("Er zijn vier thema's, namelijk: zorg, wonen, water.", ["zorg", "wonen", "water"]),
        (
            "Er zijn vier thema's: zorg, kunst en cultuur, energie en water.",
            ["zorg", "kunst en cultuur", "energie", "water"],
        ),
        (
            "Op deze datum vervallen de Regels Water en de Regels Wegen.",
            ["de Regels Water", "de Regels Wegen"],
        ),
        (
            "De proef betreft de kennis en vaardigheden van deze vaklieden.",
            ["de kennis", "vaardigheden van deze vaklieden"],
        ),
    ],
)
def test_items_begin_behind_a_verb_and_keep_their_names(text: str, items: list[str]) -> None:
    found = find_enumerations(text)
    assert [item.of(text) for enumeration in found[:1] for item in enumeration.items] == items


def test_the_number_that_is_asked_decides_whether_an_en_stands_inside_an_item() -> None:
    text = "Wij kiezen voor zorg, kopen en huren van huizen en schoon water."
    found = find_enumerations(text)[0]
    assert len(found.items) == len(with_number(text, found, 4).items) == 4
    three = [item.of(text) for item in with_number(text, found, 3).items]
    assert three == ["zorg", "kopen en huren van huizen", "schoon water"]


def test_the_cells_of_a_row_are_no_list() -> None:
    assert find_enumerations("Risico: Brand – Kans: klein; Gevolg: schade; Maatregel: blussen") == ()


def test_a_verb_with_its_object_behind_and_is_no_item() -> None:
    assert not find_enumerations("Deze dorpen staan hoog in de lijst en bieden bovendien een haven.")
    assert find_enumerations("Het plan noemt investeren in bruggen en bouwen aan dijken.")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "Onzeker zijn het verloop van de ziekte, de duur van de crisis en de prijs van hulp.",
            ["het verloop van de ziekte", "de duur van de crisis", "de prijs van hulp"],
        ),
        (
            "Het gaat om investeren in bruggen, bouwen aan dijken en werken aan scholen.",
            ["investeren in bruggen", "bouwen aan dijken", "werken aan scholen"],
        ),
        (
            "Men noemt de pest en het conflict tussen de graaf en bisschop.",
            ["de pest", "het conflict tussen de graaf en bisschop"],
        ),
        (
            "De raad steunt de handel en het aantrekken van nieuwe bedrijven naar Lier.",
            ["de handel", "het aantrekken van nieuwe bedrijven"],
        ),
        (
            "Het Agentschap Dijkzorg en de Vlaamse Maatschappij voor Sociaal Bouwen werken samen.",
            ["Het Agentschap Dijkzorg", "de Vlaamse Maatschappij voor Sociaal Bouwen"],
        ),
    ],
)
def test_items_are_whole_with_what_belongs_to_their_nouns(text: str, items: list[str]) -> None:
    assert items in [[item.of(text) for item in found.items] for found in find_enumerations(text)]


def test_a_verb_that_ends_the_clause_before_is_no_item() -> None:
    assert not find_enumerations("Zij werken om te beschermen, de brug en de haven.")


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            "De stuurgroep bestaat uit de wethouders van Oosterzand, Lier en Mol, en een lid van het dagelijks bestuur.",
            ["de wethouders van Oosterzand, Lier en Mol", "een lid van het dagelijks bestuur"],
        ),
        (
            "In de jury zitten de burgemeesters van Lier, Mol en Geel, een griffier en een secretaris.",
            ["de burgemeesters van Lier, Mol en Geel", "een griffier", "een secretaris"],
        ),
        (
            "Wij werken samen met Lier, Mol en Geel, en met de provincie.",
            ["Lier", "Mol", "Geel", "de provincie"],
        ),
        ("Zij kiezen Lier, Mol en Geel.", ["Lier", "Mol", "Geel"]),
    ],
)
def test_names_that_go_with_one_noun_are_one_item_and_an_aside_begins_a_list_of_its_own(
    text: str, items: list[str]
) -> None:
    assert items in [[item.of(text) for item in found.items] for found in find_enumerations(text)]


def test_what_stands_before_an_aside_is_no_item_of_it() -> None:
    assert not find_enumerations(
        "Het plan is van de dienst Wegen, in opdracht van de gemeente en het waterschap."
    )

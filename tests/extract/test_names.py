"""Organisations and persons: names, short forms, roles, lists of those present, merging."""

from __future__ import annotations

import itertools

import pytest

from assistant.extract import find_extracts
from assistant.types import ExtractKind, OrganisationValue, PersonValue


def find_bodies(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Give words, name, short form and sort of the organisations in `text`."""
    found = []
    for extract in find_extracts(text, kinds=[ExtractKind.ORGANISATION]):
        assert isinstance(extract.value, OrganisationValue)
        assert extract.text == extract.span.of(text)
        found.append((extract.text, extract.value.name, extract.value.short, extract.value.sort))
    return found


def find_persons(text: str) -> list[tuple[str, str, str | None, str | None]]:
    """Give words, name, role and organisation of the persons in `text`."""
    found = []
    for extract in find_extracts(text, kinds=[ExtractKind.PERSON]):
        assert isinstance(extract.value, PersonValue)
        assert extract.text == extract.span.of(text)
        found.append((extract.text, extract.value.name, extract.value.role, extract.value.organisation))
    return found


def words(text: str) -> list[str]:
    """Give the words of the organisations in `text`."""
    return [body[0] for body in find_bodies(text)]


def test_a_short_form_in_brackets_stands_for_its_name_everywhere() -> None:
    text = "Het Zuidelijk Instituut voor Zonlicht (ZIZ) meet al jaren. Later hielp het ZIZ ons weer."
    name = "Zuidelijk Instituut voor Zonlicht"
    assert find_bodies(text) == [
        (name, name, "ZIZ", "kennisinstelling"),
        ("ZIZ", name, "ZIZ", "kennisinstelling"),
        ("ZIZ", name, "ZIZ", "kennisinstelling"),
    ]


def test_a_short_form_before_its_name_in_brackets_is_tied_to_it() -> None:
    text = "Wij spraken met ZVM (Zeeuwse Vereniging van Molens) en later weer met ZVM."
    assert {(body[1], body[2]) for body in find_bodies(text) if body[0] == "ZVM"} == {
        ("Zeeuwse Vereniging van Molens", "ZVM")
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De Provincie Limburg en de gemeente Eersel doen mee.", ["Provincie Limburg", "gemeente Eersel"]),
        ("Het Departement Cultuur, Jeugd en Media betaalt.", ["Departement Cultuur, Jeugd en Media"]),
        ("Bij Canalex nv werken veertig mensen.", ["Canalex nv"]),
        ("Steun komt van Houtbouw Merksem B.V. uit Geel.", ["Houtbouw Merksem B.V."]),
        ("Het ministerie van EZK nam deel.", ["ministerie van EZK"]),
        ("Vragen aan TU/e en KU Leuven.", ["TU/e", "KU Leuven"]),
        ("De ASML-campus groeit.", []),
        ("De raad en de gemeente vergaderen; het ministerie zwijgt.", []),
        ("De Raad van Bestuur kwam bijeen.", []),
        ("Het Brabantse Innovatie Congres was vol.", []),
        ("In de gemeente is de Stichting bekend.", []),
    ],
)
def test_bodies_are_known_by_name_or_by_what_they_are(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_a_name_of_which_nothing_is_known_needs_evidence() -> None:
    assert words("Het bedrijf Quorvex groeit en Quorvex zoekt personeel.") == ["Quorvex", "Quorvex"]
    assert words("Het project Quorvex loopt nog.") == []
    assert words("De opening in Quorvex was druk.") == []


def test_a_name_in_a_list_with_bodies_is_one() -> None:
    assert words("Aan tafel zaten ASML, Veldomar en Philips.") == ["ASML", "Veldomar", "Philips"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dat zei gedeputeerde Economie en Kennis Martijn van Lierop gisteren.",
            [("Martijn van Lierop", "Martijn van Lierop", "gedeputeerde Economie en Kennis", None)],
        ),
        (
            "An Peeters, directeur van Molenzorg, opende de dag.",
            [("An Peeters", "An Peeters", "directeur", "Molenzorg")],
        ),
        (
            "Vragen van het lid Wendelaar (PVV) aan minister Hoogvelt.",
            [("Wendelaar", "Wendelaar", "lid", "PVV"), ("Hoogvelt", "Hoogvelt", "minister", None)],
        ),
        (
            "Wij danken mevrouw De Wit en dr. J.A. de Vries.",
            [("De Wit", "De Wit", None, None), ("J.A. de Vries",) * 2 + (None, None)],
        ),
        ("De Jan Jansenstraat en het Piet Heingebouw zijn dicht.", []),
        ("In maart sprak de minister van Financiën.", []),
    ],
)
def test_persons_have_the_role_that_the_text_states(
    text: str, expected: list[tuple[str, str, str | None, str | None]]
) -> None:
    assert find_persons(text) == expected


def test_a_surname_later_is_the_person_named_before() -> None:
    text = "“Wij bouwen door”, zegt Femke Ooststroom, woordvoerder van KPN. Ooststroom is tevreden."
    assert [person[:3] for person in find_persons(text)] == [
        ("Femke Ooststroom", "Femke Ooststroom", "woordvoerder"),
        ("Ooststroom", "Femke Ooststroom", "woordvoerder"),
    ]


def test_a_list_of_those_present_gives_persons_with_the_body_above_them() -> None:
    text = "AANWEZIGEN\n\nVeldomar Advies\nYsolde Vrancart\nBram De Koster\nStad Gent\nRaf Zomers\n\nAGENDA\n\n9u00 Welkom"
    assert find_persons(text) == [
        ("Ysolde Vrancart", "Ysolde Vrancart", None, "Veldomar Advies"),
        ("Bram De Koster", "Bram De Koster", None, "Veldomar Advies"),
        ("Raf Zomers", "Raf Zomers", None, "Stad Gent"),
    ]
    assert words(text) == ["Veldomar Advies", "Stad Gent"]


def test_a_list_ends_where_running_text_begins() -> None:
    text = "Deelnemers\n\nBart Claes (Veldomar); Els Vos\n\nDe deelnemers bespraken hoe het verder moet met de straat."
    assert [person[0] for person in find_persons(text)] == ["Bart Claes", "Els Vos"]
    assert words(text) == ["Veldomar"]


def test_names_do_not_overlap() -> None:
    text = "De Stichting Jan van Eyck uit Gent, met Jan van Eyck en het Jan van Eyck Instituut."
    spans = sorted(
        (extract.span.start, extract.span.end)
        for extract in find_extracts(text, kinds=[ExtractKind.PERSON, ExtractKind.ORGANISATION])
    )
    assert all(one[1] <= two[0] for one, two in itertools.pairwise(spans))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "De regering benoemt Jan Claes, Els Vermeulen en Bertrando De Groot tot effectief bestuurder bij VITO.",
            [
                ("Jan Claes", "effectief bestuurder"),
                ("Els Vermeulen", "effectief bestuurder"),
                ("Bertrando De Groot", "effectief bestuurder"),
            ],
        ),
        (
            "Aan Karla Dings wordt eervol ontslag verleend als regeringscommissaris.",
            [("Karla Dings", "regeringscommissaris")],
        ),
        (
            "De raadsleden Piet Dams en Ria Vos stemden tegen.",
            [("Piet Dams", "raadsleden"), ("Ria Vos", "raadsleden")],
        ),
        ("Verslaggever: Bram Wouters", [("Bram Wouters", "Verslaggever")]),
        (
            "Hoogachtend,\n\nDe minister van Financiën,\n\nW.B. Hoekman",
            [("W.B. Hoekman", "minister van Financiën")],
        ),
        ("Met groet,\n\nLies Daems\nalgemeen directeur", [("Lies Daems", "algemeen directeur")]),
        (
            "Erbij waren Tom Wijnen (gemeente Eersel, projectleider warmte) en Kim Maas (voorzitter).",
            [("Tom Wijnen", "projectleider warmte"), ("Kim Maas", "voorzitter")],
        ),
        ("Hilde Crans, burgemeester-voorzitter, opent.", [("Hilde Crans", "burgemeester-voorzitter")]),
    ],
)
def test_roles_stand_behind_above_and_below_names_and_go_for_lists(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert [(person[0], person[2]) for person in find_persons(text)] == expected


def test_initials_are_the_person_named_in_full() -> None:
    assert [
        person[1] for person in find_persons("Tom Wijnen zit voor. Actie voor T. Wijnen: zaal huren.")
    ] == [
        "Tom Wijnen",
        "Tom Wijnen",
    ]


def test_an_article_of_a_law_has_no_member() -> None:
    assert find_persons("Volgens het tweede lid RWN en artikel 3, derde lid Burgerlijk Wetboek.") == []


def test_a_short_form_must_fit_its_name() -> None:
    text = "De Vereniging van Zeilers (Oost-Kaap) vaart, en de Vereniging van Roeiers (VvR) ook."
    assert words(text) == ["Vereniging van Zeilers", "Vereniging van Roeiers", "VvR"]


def test_a_name_stays_itself_before_a_person_and_in_a_compound() -> None:
    text = "Namens de Raad van State An Peeters; de VITO-test en het VDAB-besluit."
    assert words(text) == ["Raad van State"]
    assert [person[0] for person in find_persons(text)] == ["An Peeters"]


@pytest.mark.parametrize(
    "text",
    [
        "TNO " * 20_000,
        "A. " * 20_000,
        "Jan " * 20_000,
        "– " * 20_000,
        "Aanwezig: " * 20_000,
        "minister " * 20_000,
        "Raad van de " * 10_000,
        "Jan-" * 20_000,
        "( " * 20_000,
    ],
    ids=["bodies", "initials", "given", "dashes", "present", "roles", "links", "hyphens", "brackets"],
)
def test_rows_of_the_same_words_take_linear_time(text: str) -> None:
    kinds = [ExtractKind.PERSON, ExtractKind.ORGANISATION]
    assert all(extract.text == extract.span.of(text) for extract in find_extracts(text, kinds=kinds))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De commissaris van de Koning Ina Adelaar opent.", [("Ina Adelaar", "commissaris van de Koning")]),
        (
            "Daar waren premier Schoovaert, burgemeester Jan Dams en anderen.",
            [("Schoovaert", "premier"), ("Jan Dams", "burgemeester")],
        ),
        ("Voor akkoord,\n\nJ.P. Balk\nburgemeester", [("J.P. Balk", "burgemeester")]),
        ("A. Inleiding\n\nB. Energie\n\nN.V. Energie en de B.V. Bouw.", []),
    ],
)
def test_a_role_goes_with_its_own_name(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(person[0], person[2]) for person in find_persons(text)] == expected


def test_a_describing_noun_is_no_part_of_a_name() -> None:
    assert words("Onderzoeksbureau Veldom & Partners meldt dat.") == ["Veldom & Partners"]


def test_a_given_name_that_is_not_listed_is_one_before_a_role() -> None:
    text = "Dat zei Ewitto Bloemaard, directeur van KPN, en Quorvex Veldomar zweeg."
    assert [(person[0], person[2]) for person in find_persons(text)] == [("Ewitto Bloemaard", "directeur")]


def test_a_body_that_bears_a_name_is_no_person() -> None:
    text = "De Jan van Eyck Academie en de CPB-directeur Piet Hoving."
    assert words(text) == ["Jan van Eyck Academie"]
    assert [person[2:] for person in find_persons(text)] == [("directeur", "CPB")]


def test_a_public_body_is_known_with_its_first_capital_alone() -> None:
    text = "Dat ligt nu voor in het Vlaams parlement, na advies van de Vlaamse ombudsdienst."
    assert words(text) == ["Vlaams parlement", "Vlaamse ombudsdienst"]


def test_a_party_in_small_letters_is_no_party() -> None:
    assert words("Dat is in het Vlaams belang en dat van ons allen.") == []


def test_a_name_with_other_capitals_is_no_short_form() -> None:
    text = "De Vlaamse overheid betaalt. Later betaalt de Vlaamse Overheid weer."
    assert find_bodies(text) == [
        ("Vlaamse overheid", "Vlaamse overheid", None, "overheid"),
        ("Vlaamse Overheid", "Vlaamse overheid", None, "overheid"),
    ]


def test_a_word_of_the_word_list_is_no_given_name() -> None:
    assert find_persons("Plunderingen van de Noormannen staan niet in die tabel.") == []


def test_a_second_surname_ends_before_the_name_of_a_body() -> None:
    text = "Aanwezigen:\nEls Mwangale Otienko Vlaams Parlement\nJan Bosmans TNO\n"
    assert [person[0] for person in find_persons(text)] == ["Els Mwangale Otienko", "Jan Bosmans"]
    assert words(text) == ["Vlaams Parlement", "TNO"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Volgens directeur Jan Bosmans van TNO gaat het goed.", ("Jan Bosmans", "directeur", "TNO")),
        ("Jan Bosmans van TNO ziet dat anders.", ("Jan Bosmans", None, "TNO")),
        ("Projectleider Els Maes schuift namens TNO aan.", ("Els Maes", "Projectleider", "TNO")),
        ("Els Maes is directeur bij Agoria.", ("Els Maes", "directeur", "Agoria")),
        ("CEO Els Maes van Zonlux legt het uit.", ("Els Maes", "CEO", "Zonlux")),
        ("Wethouder Els Maes van Eindhoven komt ook.", ("Els Maes", "Wethouder", "Eindhoven")),
        ("Directeur Els Maes van Eindhoven komt ook.", ("Els Maes", "Directeur", None)),
        ("Gedeputeerde Els Maes (Mobiliteit) is blij.", ("Els Maes", "Gedeputeerde", None)),
        ("Els Maes\nProjectleider, gemeente Eersel\n", ("Els Maes", "Projectleider", "gemeente Eersel")),
    ],
)
def test_the_words_around_a_name_give_the_body_of_a_person(
    text: str, expected: tuple[str, str | None, str | None]
) -> None:
    assert [person[1:] for person in find_persons(text)] == [expected]


def test_a_party_for_all_is_that_of_each() -> None:
    found = find_persons("Vragen van de leden Bosmans en Peeters (beiden VVD) over de brug.")
    assert [(person[0], person[3]) for person in found] == [("Bosmans", "VVD"), ("Peeters", "VVD")]


def test_respective_roles_go_to_the_names_in_their_order() -> None:
    text = "De raad benoemt Jan Bosmans en Els Maes, als respectievelijk voorzitter en plaatsvervangend lid."
    assert [(person[0], person[2]) for person in find_persons(text)] == [
        ("Jan Bosmans", "voorzitter"),
        ("Els Maes", "plaatsvervangend lid"),
    ]


def test_one_strange_entry_does_not_end_a_list_of_those_present() -> None:
    text = (
        "Aanwezigen:\nDatahuis Zuid – extern team\nJan Bosmans\nBurgers\nEls Maes\n"
        "Boringen De Ridder NV\nPiet Willems\nTNO\nAn Peeters\n"
    )
    assert [(person[0], person[3]) for person in find_persons(text)] == [
        ("Jan Bosmans", None),
        ("Els Maes", None),
        ("Piet Willems", "Boringen De Ridder NV"),
        ("An Peeters", "TNO"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dat beslist de Vlaamse toewijzingscommissie elk jaar.",
            [("Vlaamse toewijzingscommissie", "adviesraad")],
        ),
        (
            "Dat ziet de Nederlandse drinkwaterinspectie.",
            [("Nederlandse drinkwaterinspectie", "toezichthouder")],
        ),
        ("Een Vlaamse toewijzingscommissie is er niet.", []),
        ("Dat ziet de Vlaamse commissie ook.", []),
    ],
)
def test_a_land_has_one_body_of_a_kind(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(body[0], body[3]) for body in find_bodies(text)] == expected


def test_a_body_behind_a_person_on_one_line_may_end_in_vzw() -> None:
    text = "Aanwezigen:\nHendrik Van Dale Zeeuwse Molens vzw\nJan Bosmans TNO\n"
    assert [person[0] for person in find_persons(text)] == ["Hendrik Van Dale", "Jan Bosmans"]


def test_the_last_head_tells_the_sort_of_a_name_that_begins_with_another_word() -> None:
    assert find_bodies("Het Slim Industries Netwerk groeit.")[0][3] == "samenwerkingsverband"

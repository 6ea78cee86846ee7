"""Lists of a sentence are shown without scraps of it."""

import pytest

from assistant.answer.wholeitems import is_scrap, split_items, tidy_list


@pytest.mark.parametrize(
    ("joined", "shown"),
    [
        ("Lier, Genk zijn beide havensteden aan een kanaal", "Lier, Genk"),
        ("Lier en Genk meebetalen", "Lier en Genk"),
        ("het bestuur, de raad steunen nog steeds op vrijwilligers", "het bestuur, de raad"),
        ("te behouden maakten de school, de bakker en de kapper", "de school, de bakker en de kapper"),
    ],
)
def test_a_verb_at_the_edge_of_a_list_is_cut_off(joined: str, shown: str) -> None:
    assert tidy_list(joined) == shown


@pytest.mark.parametrize(
    "joined",
    [
        "gesloten en winkels voorlopig",
        "omdat de nieuwe leerlingen en leraren terug",
        "de brug wacht op onderhoud, de sluis ook en het gemaal",
        "Lier de prijs en daarmee een plek op de lijst",
        "het dorp, de wijk bouwen ze samen en de brug",
    ],
)
def test_a_list_with_a_scrap_is_not_shown(joined: str) -> None:
    assert tidy_list(joined) is None


@pytest.mark.parametrize(
    "joined",
    [
        "de burgemeester, zijn vrouw en zijn kinderen",
        "toegevoegde waarde, gestegen prijzen en opgelegde boetes",
        "het onderzoeksinstituut Waterlab, de stichting Kade en Genk",
        "gereedschap, zoals hamers en zagen",
        "nieuwe vormen van opslag en betere leidingen",
        "bewoners die meedoen en winkels die sluiten",
        "om het dorp te verwarmen en het kanaal te sparen",
        "gebouwd, getest en verkocht",
        "12 stemmen voor, 3 stemmen tegen en 2 onthoudingen",
        "‘weduwe van’ en ‘kind van’",
        "lopen en fietsen",
    ],
)
def test_a_list_of_things_is_shown_as_it_is(joined: str) -> None:
    assert tidy_list(joined) == joined


def test_items_are_parted_by_semicolons_where_there_are_any() -> None:
    assert split_items("kunst, muziek en dans; de school; en sport") == [
        "kunst, muziek en dans",
        "de school",
        "sport",
    ]
    assert split_items("kunst, muziek en dans") == ["kunst", "muziek", "dans"]


def test_one_stretch_may_be_a_scrap_too() -> None:
    assert is_scrap("het gaat hierbij om bruggen")
    assert tidy_list("er zijn drie bruggen") is None
    assert tidy_list("drie bruggen") == "drie bruggen"

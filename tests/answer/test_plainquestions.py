"""Plain questions of a policy officer to which the text had the answer, and another or half of it was given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.types import Answer, Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk, OpenTexts

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
PAIRS = (
    "# Besluit\n\nDe raad kent subsidie toe aan de veerdiensten in Lutterveen (maximaal 292.500 euro), "
    "Broekerlo (maximaal 300.000 euro) en Oosterwier (maximaal 80.000 euro)."
)


def ask(desk: Desk, text: str, question: str) -> Answer:
    readings = [desk.read(text)]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


@pytest.mark.parametrize(
    ("place", "sum_"), [("Lutterveen", "292.500"), ("Broekerlo", "300.000"), ("Oosterwier", "80.000")]
)
def test_a_sum_in_brackets_is_of_the_name_before_it(desk: Desk, place: str, sum_: str) -> None:
    answer = ask(desk, PAIRS, f"Hoeveel subsidie krijgt de veerdienst in {place}?")
    assert answer.short == f"maximaal {sum_} euro"


def test_two_names_leave_the_choice_of_a_sum_open(desk: Desk) -> None:
    """A question that names all of them says nothing of which one."""
    answer = ask(desk, PAIRS, "Hoeveel krijgen Lutterveen, Broekerlo en Oosterwier?")
    assert answer.answered


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "# Vennootschap\n\nVeltex is nu nog de enige aandeelhouder van Zonkracht, maar dit jaar zullen TNR en Marding als "
            "aandeelhouders toetreden.",
            "Wie is op dit moment aandeelhouder van Zonkracht?",
            "Veltex",
        ),
        (
            "# Steun\n\nDe raad steunt Veltex nv in Lutterveen. Veltex nv behoort tot de Marding groep. De onderneming wil een "
            "fabriek bouwen.",
            "Tot welk concern behoort Veltex?",
            "Marding",
        ),
        (
            "# Steun\n\nDe raad kent steun toe aan Veltex nv in Antwerpen. Veltex nv is een van de oudste weverijen in België.",
            "Waar ligt het bedrijf Veltex?",
            "Antwerpen",
        ),
        (
            "# Attest\n\nOuders kunnen het attest aanvragen via mijn.duinrand.be. Wie er zelf niet uit komt met het attest, "
            "gaat naar het loket.",
            "Waar kunnen ouders het attest aanvragen?",
            "mijn.duinrand.be",
        ),
        (
            "# Plan\n\nHet decreet zet aan tot de herontwikkeling van braakliggende of verlaten terreinen, de zogenaamde "
            "roestvelden.",
            "Wat is een roestveld?",
            "braakliggende of verlaten terreinen",
        ),
        (
            "# Vertraging\n\nDe knelpunten leiden tot een vierjarige vertraging van de Kanaalbrug.",
            "Hoeveel jaar vertraging heeft de Kanaalbrug?",
            "vier jaar (‘vierjarige’)",
        ),
        (
            "# Energie\n\nBedrijven met een hoog verbruik herzien elke 4 jaar hun energieplan.",
            "Hoe vaak moeten bedrijven hun energieplan herzien?",
            "elke 4 jaar",
        ),
        (
            "# Plan\n\nMet de Veenagenda wil de Vlaamse overheid de uitdroging van het veen aanpakken.",
            "Wat wil de Veenagenda bereiken?",
            "de uitdroging van het veen aanpakken",
        ),
        (
            "# Model\n\nHet attribuut “geldbedrag” van het kaartje wordt beter “saldo” genoemd.",
            "Hoe gaat het attribuut geldbedrag van het kaartje heten?",
            "saldo",
        ),
        (
            "# Molenplan\n\nDe opleiding van molenaars gaat door, met als nieuwe speerpunten de ondersteuning van "
            "de plaatselijke molenbonden, en de bestrijding van houtworm.",
            "Wat zijn de nieuwe speerpunten van het molenplan?",
            "de ondersteuning van de plaatselijke molenbonden en de bestrijding van houtworm",
        ),
        (
            "# Fietsstad\n\nUit de Inventarisatie Fietsbeleid Fietsgemeenten 2022 blijkt dat gemeenten aan hun fietsbeleid werken. "
            "In de periode van 2016 tot 2020 zijn alle gemeenten fietsgemeente geworden.",
            "Wanneer werden alle gemeenten fietsgemeente?",
            "van 2016 tot 2020",
        ),
    ],
)
def test_the_short_answer_is_the_one_that_was_asked(desk: Desk, text: str, question: str, short: str) -> None:
    assert ask(desk, text, question).short == short


def test_a_rate_is_no_sum(desk: Desk) -> None:
    text = "# Lening\n\nHet maximale ontleningsbedrag van de dorpslening bedraagt 60.000 euro."
    assert ask(desk, text, "Welk rentetarief geldt voor de dorpslening?").short != "60.000 euro"


def test_a_yearly_budget_does_not_tell_how_often_something_is_done(desk: Desk) -> None:
    text = "# Windplan\n\nDe raad verdeelt de jaarlijkse budgetten over kleine windmolens."
    assert ask(desk, text, "Hoe vaak verdeelt de raad windmolens?").short is None


def test_one_sentence_of_a_long_list_is_quoted_and_not_the_list(desk: Desk) -> None:
    items = "\n".join(
        f"- Over onderdeel {number} van het model was er overeenstemming, met een verwijzing naar de bijlage."
        for number in range(20)
    )
    text = (
        f"# Verslag\n\nDeze besluiten over de codes van de reizigers zijn genomen:\n\n{items}\n"
        "- De code van de reizigers telt 256 tekens."
    )
    answer = ask(desk, text, "Hoeveel tekens telt de code van de reizigers?")
    assert answer.short == "256 tekens"
    assert len(answer.citations[0].quote) < 400


def test_the_last_item_of_a_list_ends_before_the_paragraph_behind_it(desk: Desk) -> None:
    text = (
        "# Regeling\n\nDe aanvragen worden beoordeeld op deze criteria:\n\n- Artistieke kwaliteit\n- Toegankelijkheid\n"
        "- Geografische spreiding De aanvragen worden gewogen door commissies met kenners."
    )
    answer = ask(desk, text, "Op welke criteria worden de aanvragen beoordeeld?")
    assert answer.short is not None
    assert answer.short.endswith("eografische spreiding")


def test_a_plan_with_its_own_name_is_not_any_plan(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "beleidsplan.md": "# Beleidsplan jeugd\n\nHet beleidsplan jeugd telt drie doelen.",
            "rand.md": "# Nota landinrichting\n\nHet planprogramma Groene Rand versterkt de open ruimte in de 19 randgemeenten.",
        }
    )
    answer = assistant.ask("Hoeveel randgemeenten liggen in het planprogramma Groene Rand?")
    assert answer.short == "19 randgemeenten"
    assert "komt in geen" not in answer.text


def test_extra_costs_are_named_by_what_they_are_of(desk: Desk) -> None:
    text = "# Brug\n\nDe brug wordt rood geverfd. De raad is blij."
    answer = ask(desk, text, "Wie betaalt de extra kosten van het uitstel van de brug?")
    assert "de extra" not in answer.text


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "# Verslag\n\nActies:\n\nVeltex:\n\n- stuurt het verslag naar het Kadeteam.\n- past het model aan.",
            "Wie stuurt het verslag?",
            "Veltex",
        ),
        (
            "# Overleg\n\nIn de regio overleggen de spelers (Zonkracht, Veltex, Marding) met de gemeenten, onder regie van het "
            "departement Wegen.",
            "Wie heeft de regie in het overleg van de regio?",
            "het departement Wegen",
        ),
        (
            "# Gezag\n\nHet gezag van ouders kan, op verzoek van de Raad voor Jongeren, door de kinderrechter worden beëindigd.",
            "Wie kan het gezag van ouders beëindigen?",
            "de kinderrechter",
        ),
        (
            "# Vervoer\n\nHet decreet zet in op elke laag van het vervoer (spoorweg, kern- en aanvullend net en vervoer op maat).",
            "Welke lagen van het vervoer zijn er?",
            "spoorweg, kern- en aanvullend net en vervoer op maat",
        ),
        (
            "# Brug\n\nEr werd gevraagd om een drietal ontwerpen aan te duiden.",
            "Hoeveel ontwerpen werd er gevraagd aan te duiden?",
            "een drietal ontwerpen",
        ),
        (
            "# Lijn\n\nDe raad duidt Veltex aan als vervoerder voor 10 jaar, met een evaluatie na 5 jaar.",
            "Wanneer wordt de aanduiding van Veltex als vervoerder geëvalueerd?",
            "na 5 jaar",
        ),
    ],
)
def test_who_and_what_by_the_words_around_it(desk: Desk, text: str, question: str, short: str) -> None:
    assert ask(desk, text, question).short == short


@pytest.mark.parametrize(
    ("text", "question"),
    [
        (
            "# Onderzoek\n\nHet Rijksinstituut voor de Kust onderzocht in 1951 alle vissers op scheurbuik.",
            "Op welke ziekte werden alle vissers onderzocht?",
        ),
        (
            "# Werkgroep\n\nDe kenmerken werden in de werkgroep van 20/03 niet overlopen.",
            "Hoe lang duurde de werkgroep over de kenmerken?",
        ),
    ],
)
def test_no_short_answer_of_another_sort(desk: Desk, text: str, question: str) -> None:
    assert ask(desk, text, question).short in (None, "scheurbuik")


def test_what_two_words_mean_in_the_plural_is_asked_as_a_meaning() -> None:
    assert parse_question("Wat zijn grijze punten?").kind is QuestionKind.DEFINITION
    assert parse_question("Wat zijn nieuwe punten?").kind is QuestionKind.LIST
    assert parse_question("Wat zijn de grijze punten?").kind is QuestionKind.LIST


def test_what_a_quoted_term_is_stands_behind_its_colon(desk: Desk) -> None:
    text = (
        "# Wegen\n\nMet gegevens uit auto's krijgen we zicht op zogenaamde ‘grijze bochten’: locaties waar weinig gebeurt, "
        "maar waar de situatie onveilig is."
    )
    short = ask(desk, text, "Wat zijn grijze bochten?").short
    assert short == "locaties waar weinig gebeurt, maar waar de situatie onveilig is"

"""What a reading of the code found wrong, each as it was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.conversation import make_turn, resolve
from assistant.answer.evidence import gather_units
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import parse_question
from assistant.answer.unnamed import names_none
from assistant.types import Completeness

if TYPE_CHECKING:
    from assistant.answer.evidence import Unit
    from tests.answer.conftest import Desk, OpenTexts

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def test_a_question_in_capitals_may_be_followed_up(desk: Desk) -> None:
    readings = [desk.read("# Brief\n\nDe leden Jan Mol en Els Bos stelden Kamervragen over de brug.")]
    answer = compose_answer(
        "WIE STELDE KAMERVRAGEN OVER DE BRUG?", desk.hits(readings), desk.library(readings), ALL
    )
    assert resolve("Wanneer is dat besloten?", (make_turn(answer),))


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "# Verbod op alcohol\n\nOp het plein gelden deze regels:\n\n- Frisdrank drinken op het plein\n- Zitten op het plein",
            "Mag je frisdrank drinken op het plein?",
            "Nee",
        ),
        (
            "# Plan\n\nWij zijn tegen de bezuiniging op bomen planten. Het plan is klaar.",
            "Wil het plan bomen planten?",
            "Nee",
        ),
        (
            "# Regels\n\nEen aanvraag komt slechts in aanmerking als de aanvrager een bankgarantie stelt of een borgsom betaalt.",
            "Moet de aanvrager een borgsom betalen?",
            "Ja",
        ),
    ],
)
def test_no_verdict_from_what_says_no_such_thing(desk: Desk, text: str, question: str, said: str) -> None:
    readings = [desk.read(text)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short != said


def test_a_word_with_a_digit_is_no_file_that_is_typed(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "D66.md": "# Programma\n\nWij willen meer bruggen.",
            "uitslag.md": "# Uitslag\n\nD66 haalde 9 zetels in de raad van Lutterveen.",
            "school.md": "# School\n\nDe school kocht 2.024 schriften.",
            "2024.md": "# Jaar\n\nHet jaar was nat.",
        }
    )
    assert assistant.ask("Hoeveel zetels haalde D66?").short == "9 zetels"
    assert assistant.ask("Wie kocht 2.024 schriften?").answered


def test_a_company_may_begin_with_a_digit(desk: Desk) -> None:
    readings = [desk.read("# Motie\n\n50PLUS diende de motie over de ouderen in.")]
    answer = compose_answer(
        "Wie diende de motie over de ouderen in?", desk.hits(readings), desk.library(readings), ALL
    )
    assert answer.short == "50PLUS"


def test_a_closing_formula_with_more_in_it_answers(desk: Desk) -> None:
    readings = [
        desk.read(
            "# Besluit\n\nDe raad sprak over de subsidie per woning.\n\n"
            "Dit besluit treedt in werking op 1 mei 2021 en de subsidie bedraagt 500 euro per woning."
        )
    ]
    answer = compose_answer(
        "Hoeveel bedraagt de subsidie per woning?", desk.hits(readings), desk.library(readings), ALL
    )
    assert answer.short is not None
    assert "500 euro" in answer.short


@pytest.mark.parametrize(
    "question",
    [
        "Is het mogelijk om zonder vergunning te bouwen?",
        "Is het verplicht om een helm te dragen?",
        "Is het zo dat de bus later rijdt?",
        "Waarom is het belangrijk dat kinderen leren zwemmen?",
    ],
)
def test_het_for_a_clause_is_not_what_was_spoken_of(desk: Desk, question: str) -> None:
    readings = [desk.read("# Brief\n\nJan Mol leidt de gemeente Ede.")]
    answer = compose_answer("Wie leidt Ede?", desk.hits(readings), desk.library(readings), ALL)
    assert not any(
        "is Ede" in reading or "zo Ede" in reading for reading in resolve(question, (make_turn(answer),))
    )


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("De subsidie " + "a-" * 10_000 + " is er.", "Wie krijgt subsidie voor de bus?"),
        ("De brug " + "om a " * 4_000 + "is niet veilig voor de bus.", "Is de brug veilig voor de bus?"),
    ],
)
def test_a_long_sentence_holds_nothing_up(desk: Desk, text: str, question: str) -> None:
    readings = [desk.read(f"# Brief\n\n{text}")]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.question == question


def test_how_high_something_is_to_become_asks_a_sum() -> None:
    assert parse_question("Hoe hoog wil de partij het minimumloon maken?").kind is QuestionKind.AMOUNT


def test_a_letter_by_itself_is_no_name_that_no_document_has(desk: Desk) -> None:
    readings = [
        desk.read(
            "# Wonen\n\nVanaf 2030 mogen huizen met het laagste energielabel niet meer worden verhuurd."
        )
    ]
    answer = compose_answer(
        "Wanneer verdwijnen de energielabels E, F en G?", desk.hits(readings), desk.library(readings), ALL
    )
    assert "komen in geen" not in answer.text


@pytest.mark.parametrize(
    ("text", "question", "short"),
    [
        (
            "# Raad van Lier\n\nDe raad besluit 40 bomen te kappen op de markt.",
            "Hoeveel bomen worden er gekapt op de markt?",
            "40 bomen",
        ),
        (
            "# Plan\n\nNIEUWE WONINGEN EN 300 PARKEERPLAATSEN IN LIER",
            "Hoeveel parkeerplaatsen komen er in Lier?",
            "300 PARKEERPLAATSEN",
        ),
        ("# Zaal\n\nDoelgroep:\n\n- betaalt de huur van de zaal", "Wie betaalt de huur van de zaal?", None),
        (
            "# Club\n\nBij de start in 2010 waren er 21 leden. Inmiddels zijn 3 bestuurders vertrokken.",
            "Hoeveel leden heeft de club?",
            "21 leden",
        ),
        (
            "# Regeling\n\nDe regeling wordt na vijf jaar ge\u00ebvalueerd.",
            "Wanneer vervalt de regeling?",
            None,
        ),
        (
            "# Bouwplan\n\nDe gemeente bouwt minstens vier woningen. In de wijk Noord komen twee woningen.",
            "Hoeveel woningen komen er minstens in de wijk Noord?",
            "twee woningen",
        ),
    ],
)
def test_a_value_is_of_what_is_asked(desk: Desk, text: str, question: str, short: str | None) -> None:
    readings = [desk.read(text)]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short == short


def test_how_long_a_decision_takes_is_not_when_it_falls(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "brief.md": "# Parkeren\n\nHet college neemt binnen zes weken een besluit over een parkeervergunning. "
            "Het besluit vervalt bij verhuizing op 1 mei 2031."
        }
    )
    assert assistant.ask("Hoe lang duurt een besluit over een parkeervergunning?").short != "1 mei 2031"


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "Roken op het plein is niet langer verboden, maar in de speeltuin wel.",
            "Mag je roken in de speeltuin?",
            None,
        ),
        (
            "Kamperen in het bos is niet verboden als de eigenaar toestemming geeft.",
            "Is kamperen in het bos toegestaan?",
            None,
        ),
        ("Het was tot 2010 niet verboden om te vissen in de vijver.", "Mag je vissen in de vijver?", None),
        ("Terrassen zijn tot 22 uur niet verboden.", "Zijn terrassen toegestaan na 22 uur?", None),
        (
            "De markt is deze zomer niet gesloten, maar vanaf september wel.",
            "Is de markt open vanaf september?",
            None,
        ),
        ("Het loket in Lier is op maandag niet gesloten.", "Is het loket in Lier open?", None),
        ("Het loket in Lier is op maandag niet gesloten.", "Is het loket in Lier op maandag open?", "Ja"),
        (
            "Fietsen in de voetgangerszone is niet verboden voor bewoners.",
            "Mag je fietsen in de voetgangerszone?",
            None,
        ),
        ("De brug is niet afgesloten.", "Is de brug open?", None),
        ("De brug in Lier is niet afgesloten.", "Is de brug in Lier open?", None),
        (
            "Als de raad niet instemt, wordt de subsidie niet afgeschaft.",
            "Blijft de subsidie bestaan?",
            None,
        ),
        ("Het is niet zeker dat de subsidie niet afgeschaft wordt.", "Blijft de subsidie bestaan?", None),
        (
            "Het college wil niet dat het verboden wordt om honden los te laten lopen.",
            "Mag je honden los laten lopen?",
            None,
        ),
        ("De brug in Lier is niet open.", "Is de brug in Lier open?", "Nee"),
    ],
)
def test_a_denied_opposite_says_yes_only_plainly(
    desk: Desk, text: str, question: str, said: str | None
) -> None:
    reading = desk.read(f"# Nota\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == said


@pytest.mark.parametrize(
    ("text", "question", "answered"),
    [
        (
            "De gemeente Lier bouwt een viertal bruggen omdat de wijk groeit.",
            "Waarom bouwt Lier vier bruggen?",
            True,
        ),
        (
            "De gemeente Lier bouwt een twintigtal bruggen omdat de wijk groeit.",
            "Waarom bouwt Lier twintig bruggen?",
            True,
        ),
        (
            "De gemeente Lier bouwt een twaalftal bruggen omdat de wijk groeit.",
            "Waarom bouwt Lier twaalf bruggen?",
            True,
        ),
        (
            "De gemeente Lier bouwt een viertal bruggen omdat de wijk groeit.",
            "Waarom bouwt Lier drie bruggen?",
            False,
        ),
        (
            "De raad sluit de drie kleinste van de twaalf loketten omdat er weinig bezoekers zijn.",
            "Waarom sluit de raad drie loketten?",
            True,
        ),
        (
            "De Lindeschool, de Beukschool en de Eikschool worden gesloten omdat er te weinig leerlingen zijn.",
            "Waarom worden drie scholen gesloten?",
            True,
        ),
        (
            "De stad telt negen scholen. De Lindeschool, de Beukschool en de Eikschool worden gesloten omdat er te "
            "weinig leerlingen zijn.",
            "Waarom worden drie scholen gesloten?",
            True,
        ),
    ],
)
def test_a_number_is_missed_only_where_another_one_counts_the_same(
    desk: Desk, text: str, question: str, answered: bool
) -> None:
    reading = desk.read(f"# Nota\n\n{text}")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.answered is answered


def test_who_pays_now_is_not_who_does_it_now(desk: Desk) -> None:
    reading = desk.read(
        "# Nota\n\nHet beheer wordt gedaan door de stad Lier, maar nu betaalt de provincie Antwerpen de kosten."
    )
    answer = compose_answer("Wie doet nu het beheer?", desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.short == "de stad Lier"


def _read_last(desk: Desk, text: str, question: str) -> Unit:
    """Give the last unit of a text under a heading."""
    reading = desk.read(f"# Het veer van Lutterveen\n\n{text}")
    units = gather_units(parse_question(question), desk.hits([reading]), lambda _: reading)
    return max(units, key=lambda unit: unit.span.start)


@pytest.mark.parametrize(
    ("text", "question", "none"),
    [
        (
            "De basisscholen en de middelbare scholen krijgen een fietsenstalling.",
            "Welke scholen krijgen een fietsenstalling?",
            False,
        ),
        (
            "De kustgemeenten en de grensgemeenten doen mee aan de proef.",
            "Welke gemeenten doen mee aan de proef?",
            False,
        ),
        ("Het stadspark en het rivierpark worden vernieuwd.", "Welke parken worden vernieuwd?", False),
        ("Alle provincies doen mee aan de proef.", "Welke provincies doen mee aan de proef?", False),
        ("Twee kleine provincies doen mee aan de proef.", "Welke provincies doen mee aan de proef?", False),
        ("Drie provincies doen mee aan de proef.", "Welke provincies doen mee aan de proef?", True),
        (
            "Verschillende provincies doen mee aan de proef.",
            "Welke provincies doen mee aan de proef?",
            True,
        ),
    ],
)
def test_which_ones_may_be_told_without_a_name(desk: Desk, text: str, question: str, none: bool) -> None:
    assert names_none(parse_question(question), _read_last(desk, text, question)) is none


def test_a_long_number_is_no_name_and_holds_nothing_up(desk: Desk) -> None:
    question = "Welke provincies doen mee aan de proef?"
    unit = _read_last(desk, f"Drie provincies doen mee aan de proef {'1' * 20_000}.", question)
    assert names_none(parse_question(question), unit)


@pytest.mark.parametrize(
    "question",
    ["Hoe gaat het Molenfonds heten?", "Wat wordt de nieuwe naam van het Molenfonds?"],
)
def test_what_it_will_be_called_is_not_what_it_was(desk: Desk, question: str) -> None:
    readings = [
        desk.read(
            "# Besluit\n\nDe namen ‘Molenfonds’ en ‘Fonds voor Wind’ worden vervangen door de naam ‘Fonds voor Water en Wind’."
        )
    ]
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert answer.short is not None
    assert answer.short.lower() == "fonds voor water en wind"

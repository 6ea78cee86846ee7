"""Yes, no, or neither: what a sentence says about a statement in the form of a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import QuestionKind, parse_question
from assistant.answer.deciding import order_telling
from assistant.answer.signs import read_signs
from assistant.answer.verdict import read_verdict

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

TABLE = """# Deelname

| Gemeente | Zorg | Energie | Water |
|---|---|---|---|
| Lier | ja | - | start in mei |
| Genk | nee | ja | n.v.t. |
"""


def verdict(desk: Desk, question: str, text: str, words: str | None = None) -> str | None:
    """Give the verdict of the best sentence, or of the one that holds `words`."""
    weighed = desk.weigh(question, text)
    unit = next(unit for unit in weighed.units if words is None or words in unit.text)
    signs = read_signs(weighed.question, unit, weighed.matcher, unit.score)
    found = read_verdict(weighed.question, unit, weighed.matcher, signs)
    return found.said if found is not None and found.is_certain else None


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Is de brug geopend?", "De brug is geopend.", "Ja"),
        ("Werd de brug in 2021 geopend?", "De brug werd in 2021 geopend.", "Ja"),
        ("Kost de brug 3 miljoen euro?", "De brug kost 3 miljoen euro.", "Ja"),
        ("Heeft de raad het plan goedgekeurd?", "De raad keurde het plan unaniem goed.", "Ja"),
        ("Is de brug geopend?", "De brug is niet geopend.", "Nee"),
        ("Krijgen scholen subsidie?", "Scholen krijgen geen subsidie.", "Nee"),
        ("Doet Genk mee?", "Genk doet niet meer mee.", "Nee"),
        ("Kost de brug 5 miljoen euro?", "De brug kost 3 miljoen euro.", "Nee"),
    ],
)
def test_a_sentence_that_holds_the_question_decides_it(
    desk: Desk, question: str, text: str, expected: str
) -> None:
    assert verdict(desk, question, text) == expected


def test_the_fore_part_of_a_compound_denies_nothing(desk: Desk) -> None:
    assert verdict(desk, "Is de pont betalend?", "De pont is betalend en niet-inwoners tellen mee.") == "Ja"


@pytest.mark.parametrize("sentence", ["De brug is niet geopend.", "Er is geen brug geopend."])
def test_a_negation_on_both_sides_is_a_yes(desk: Desk, sentence: str) -> None:
    assert verdict(desk, "Is de brug niet geopend?", sentence) == "Ja"


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Betalen leden rente over de lening?", "Leden betalen voor de lening een renteloos bedrag.", "Nee"),
        ("Krijgen de leden korting op de kaart?", "De leden krijgen de kaart zonder korting.", "Nee"),
        (
            "Is een keuring nodig voor fietsen?",
            "Een keuring is nodig voor auto's, maar niet voor fietsen.",
            "Nee",
        ),
        ("Is de brug duurder dan gedacht?", "De brug is duurder dan gedacht.", "Ja"),
        ("Gaan de gesprekken over de brug door?", "De gesprekken over de brug gaan door.", "Ja"),
        ("Krijgen gasten zonder kaart toegang?", "Gasten zonder kaart krijgen toegang.", "Ja"),
        ("Zijn alle scholen gerenoveerd?", "De meeste scholen zijn gerenoveerd.", "Nee"),
    ],
)
def test_only_what_is_said_of_the_same_denies(desk: Desk, question: str, text: str, expected: str) -> None:
    assert verdict(desk, question, text) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Krijgen bewoners korting op stroom?", "Er is gevraagd of bewoners korting op stroom krijgen."),
        ("Is de brug open?", "Het college onderzoekt of de brug open is."),
        ("Was de brug in 2022 geopend?", "De brug was in 2021 geopend."),
    ],
)
def test_what_is_asked_or_told_of_another_year_is_neither_yes_nor_no(
    desk: Desk, question: str, text: str
) -> None:
    assert verdict(desk, question, text) is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is de brug geopend?", "De brug wordt wellicht geopend."),
        ("Is de brug geopend?", "Of de brug wordt geopend, is nog onduidelijk."),
        ("Krijgen scholen subsidie?", "Scholen krijgen gedeeltelijk subsidie."),
        ("Is de brug geopend?", "De molen draait elke dag."),
        ("Ligt de brug in Genk?", "De brug ligt in Lier."),
    ],
)
def test_a_sentence_that_hedges_or_speaks_of_something_else_decides_nothing(
    desk: Desk, question: str, text: str
) -> None:
    assert verdict(desk, question, text) is None


@pytest.mark.parametrize(
    ("question", "row", "expected"),
    [
        ("Doet Lier mee aan zorg?", "Lier", "Ja"),
        ("Doet Lier mee aan energie?", "Lier", "Nee"),
        ("Doet Genk mee aan energie?", "Genk", "Ja"),
        ("Doet Genk mee aan zorg?", "Genk", "Nee"),
        ("Doet Genk mee aan water?", "Genk", "Nee"),
        ("Doet Lier mee aan water?", "Lier", "Ja"),
    ],
)
def test_the_cell_of_a_table_decides(desk: Desk, question: str, row: str, expected: str) -> None:
    assert verdict(desk, question, TABLE, row) == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Wordt de brug in 2021 geopend?", "De opening van de brug in 2021 is geschrapt.", "Nee"),
        ("Is de proef verplicht?", "De proef is vrijwillig.", "Nee"),
        ("Verdwijnt de premie voor dakgoten?", "De premie voor dakgoten is afgeschaft.", "Ja"),
        (
            "Is het loket alleen bedoeld voor boeren?",
            "Het loket is niet meer alleen bedoeld voor boeren.",
            "Nee",
        ),
        ("Is het loket bedoeld voor boeren?", "Het loket is niet alleen bedoeld voor boeren.", "Ja"),
        ("Zijn alle scholen gerenoveerd?", "Sommige scholen zijn gerenoveerd.", "Nee"),
        ("Staan er meer dan 40 molens in Lier?", "In Lier staan 52 molens.", "Ja"),
        ("Staan er minstens zestig molens in Lier?", "In Lier staan 52 molens.", "Nee"),
        ("Is de brug geopend?", "De brug is geopend, maar de tunnel nog niet.", "Ja"),
        ("Is de brug op dit moment geopend?", "De brug is geopend.", "Ja"),
        (
            "Zijn bussen vrijgesteld van de heffing?",
            "Voertuigen, met uitzondering van bussen, zijn vrijgesteld van de heffing.",
            "Nee",
        ),
        ("Telt reistijd mee voor de premie?", "Ja, reistijd telt mee voor de premie.", "Ja"),
        ("Ligt de bouw van de brug op schema?", "De bouw van de brug is enigszins vertraagd.", "Nee"),
        (
            "Verloopt de bouw van de brug eenvoudiger dan gedacht?",
            "De bouw van de brug blijkt complexer.",
            "Nee",
        ),
        (
            "Heeft het loket het beoogde aantal boeren gehaald?",
            "Het loket blijft achter bij het beoogde aantal boeren.",
            "Nee",
        ),
        ("Kampt alleen Lier met verzilting?", "Niet alleen Lier kampt met verzilting.", "Nee"),
        ("Neemt het aantal molens af?", "Het aantal molens steeg de afgelopen jaren.", "Nee"),
        ("Bestaat er zekerheid over de brug?", "De onzekerheid over de brug is groot.", "Nee"),
        (
            "Biedt een molenaar alle lessen aan?",
            "Er is nog geen enkele molenaar die alle lessen aanbiedt.",
            "Nee",
        ),
        (
            "Doet Lier ook mee aan de proef met bussen?",
            "Aan de proef met bussen doen Genk, Zwolle en Lier mee.",
            "Ja",
        ),
    ],
)
def test_opposites_refusals_and_limits_turn_the_answer(
    desk: Desk, question: str, text: str, expected: str
) -> None:
    assert verdict(desk, question, text) == expected


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Heeft de raad het plan goedgekeurd?", "De raad besprak het plan."),
        ("Is het loket alleen bedoeld voor boeren?", "Het loket is bedoeld voor boeren."),
        ("Kwam er een verbod op onderzoek naar zeehonden?", "Er kwam onderzoek naar zeehonden."),
        ("Krijgt een tuin een bijdrage?", "Een tuin krijgt geen bijdrage, tenzij zij bij een school ligt."),
        ("Zijn alle scholen gerenoveerd?", "Scholen zijn gerenoveerd."),
        (
            "Is de bus vrijgesteld van de heffing?",
            "Er zijn gesprekken over een bus die is vrijgesteld van de heffing.",
        ),
    ],
)
def test_what_only_comes_near_leaves_the_question_open(desk: Desk, question: str, text: str) -> None:
    assert verdict(desk, question, text) is None


def decide(desk: Desk, question: str, text: str) -> str | None:
    """Give the sentence that decides."""
    weighed = desk.weigh(question, text)
    units, said = order_telling(weighed.question, weighed.units, weighed.matcher)
    return units[0].text if said else None


def test_the_sentence_that_holds_most_of_the_question_decides(desk: Desk) -> None:
    text = "De brug over de Linge trekt veel bezoekers. De brug over de Linge is niet geschikt voor vrachtverkeer."
    found = decide(desk, "Is de brug over de Linge geschikt voor vrachtverkeer?", text)
    assert found == "De brug over de Linge is niet geschikt voor vrachtverkeer."


def test_sentences_that_disagree_leave_the_question_open(desk: Desk) -> None:
    text = "De brug over de Linge is geopend.\n\nDe brug over de Linge is niet geopend."
    assert decide(desk, "Is de brug over de Linge geopend?", text) is None


def test_a_denial_that_holds_more_of_the_question_goes_before_a_weak_yes(desk: Desk) -> None:
    text = "De gemeente Lier werkt aan fietsen.\n\nVoor de gemeente Lier is fietsen geen middel op zich."
    found = decide(desk, "Werkt de gemeente Lier aan fietsen als middel?", text)
    assert found == "Voor de gemeente Lier is fietsen geen middel op zich."


def test_a_flat_denial_decides_in_other_words(desk: Desk) -> None:
    question = "Moet wie subsidie voor de brug aanvraagt de gedragscode tekenen?"
    text = "Bij subsidie voor de brug wordt niet gevraagd om de gedragscode te onderschrijven."
    assert verdict(desk, question, text) == "Nee"


@pytest.mark.parametrize(
    "text",
    [
        "De regeling voor scholen geldt vanaf mei. Dit houdt in, dat aanvragen van voor mei niet meetellen.",
        "De regeling voor scholen geldt en telt niet mee voor de rest.",
    ],
)
def test_a_yes_does_not_pass_over_a_denial_in_its_sentence(desk: Desk, text: str) -> None:
    found = verdict(desk, "Geldt de regeling voor scholen?", text.replace(". Dit", "; dit"))
    assert found != "Ja"


def test_a_denial_of_the_same_goes_before_a_yes(desk: Desk) -> None:
    text = (
        "Doorwerken na het pensioen heeft geen invloed op de toeslag van Lier.\n\n"
        "Wie in Lier na het pensioen doorwerkt, ontvangt een toeslag."
    )
    found = decide(desk, "Kost doorwerken na het pensioen de toeslag van Lier?", text)
    assert found == "Doorwerken na het pensioen heeft geen invloed op de toeslag van Lier."


def test_what_is_denied_is_quoted_before_what_is_only_like_it(desk: Desk) -> None:
    text = "De brug over de Linge is een mooie brug.\n\nOver de brug mag geen verkeer."
    weighed = desk.weigh("Mag er verkeer over de brug?", text)
    units, _ = order_telling(weighed.question, weighed.units, weighed.matcher)
    assert units[0].text == "Over de brug mag geen verkeer."


@pytest.mark.parametrize(
    "question", ["Kost doorwerken een deel van het pensioen?", "Gold de regel ook voor scholen?"]
)
def test_a_question_without_an_interrogative_asks_whether_it_is_so(question: str) -> None:
    assert parse_question(question).kind is QuestionKind.YESNO


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Wat moet het proefproject opleveren?", QuestionKind.PURPOSE),
        ("Welk dubbel doel heeft de bonus?", QuestionKind.PURPOSE),
        ("Wat is volgens de raad de oorzaak van de daling?", QuestionKind.REASON),
        ("Hoever staat het plan voor de dijk?", QuestionKind.STATUS),
        ("Hoe staan de projecten er halverwege het jaar voor?", QuestionKind.STATUS),
        ("Wat vond de raad van het plan?", QuestionKind.TOPIC),
        ("Wat bedoelt de raad met een dorpsring?", QuestionKind.DEFINITION),
        ("Hoe wordt een dorpsring omschreven?", QuestionKind.DEFINITION),
    ],
)
def test_a_question_with_an_interrogative_never_asks_yes_or_no(question: str, kind: QuestionKind) -> None:
    assert parse_question(question).kind is kind


def test_a_sentence_that_is_no_likely_answer_does_not_say_yes(desk: Desk) -> None:
    weighed = desk.weigh("Is de brug geopend?", "De brug is geopend.")
    unit = weighed.units[0]
    said = []
    for unit.probability in (0.9, 0.4):
        signs = read_signs(weighed.question, unit, weighed.matcher, unit.score)
        found = read_verdict(weighed.question, unit, weighed.matcher, signs)
        said.append(found.said if found is not None and found.is_certain else None)
    assert said == ["Ja", None]


def test_a_word_that_only_reads_as_a_number_is_not_compared(desk: Desk) -> None:
    assert verdict(desk, "Staan er meer dan nan molens in Lier?", "In Lier staan 52 molens.") != "Nee"


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Kost de brug meer dan 5 miljoen euro?", "De brug kost 600.000 euro.", "Nee"),
        ("Kost de brug meer dan € 500.000?", "De brug kost € 2 miljoen.", "Ja"),
        ("Krijgt Lier in 2024 minstens 300 woningen?", "In 2024 krijgt Lier 250 woningen.", "Nee"),
        ("Krijgt Lier minstens 300 woningen?", "Lier krijgt minstens 400 woningen.", "Ja"),
        ("Krijgt Lier meer dan 300 woningen?", "Lier krijgt geen woningen.", "Nee"),
        ("Krijgt Lier meer dan 300 woningen?", "Lier krijgt minder dan 350 woningen.", None),
        ("Krijgt Lier meer dan 300 woningen?", "Lier krijgt niet meer dan 350 woningen.", None),
        ("Krijgt Lier maximaal 300 woningen?", "Lier krijgt minstens 250 woningen.", None),
        ("Duurt de bouw van de brug meer dan 2 jaar?", "De bouw van de brug duurt 18 maanden.", None),
        ("Duurt de bouw van de brug langer dan 2 jaar?", "De bouw van de brug duurt 30 maanden.", None),
        ("Krijgt Lier meer dan 20% van het budget?", "Lier krijgt 5000 euro van het budget.", None),
        ("Kost de brug meer dan 5 miljoen euro?", "De brug kost ongeveer 5 miljoen euro.", None),
        ("Kost de brug meer dan 5 miljoen euro?", "De brug kost geen 6 miljoen euro.", None),
        ("Kost de brug meer dan 5 miljoen euro?", "De brug kost vier tot acht miljoen euro.", None),
    ],
)
def test_a_number_is_compared_in_its_unit_and_as_far_as_it_is_certain(
    desk: Desk, question: str, text: str, expected: str | None
) -> None:
    assert verdict(desk, question, text) == expected


@pytest.mark.parametrize(
    ("question", "text", "expected"),
    [
        ("Is de lening van Lier renteloos?", "De renteloze lening van Lier bedraagt 5000 euro.", "Ja"),
        ("Helpt de werkgever jongeren in Lier?", "De werkgever helpt werkloze jongeren in Lier.", "Ja"),
        ("Betaalt Lier rente over de lening?", "De lening van Lier is renteloos.", "Nee"),
        (
            "Krijgen bewoners van Lier subsidie?",
            "Bewoners van Lier zonder eigen woning krijgen subsidie.",
            "Ja",
        ),
        ("Komen er ontslagen bij de fusie?", "De fusie verloopt zonder ontslagen.", "Nee"),
        ("Is een vergunning nodig voor de bouw?", "De bouw mag niet zonder vergunning beginnen.", None),
    ],
)
def test_what_a_sentence_is_without_reaches_no_further_than_its_noun(
    desk: Desk, question: str, text: str, expected: str | None
) -> None:
    assert verdict(desk, question, text) == expected


@pytest.mark.parametrize("question", ["Is dat verplicht?", "Is dit toegestaan?", "Is het meer dan 5?"])
def test_a_question_about_nothing_in_particular_gets_no_yes_or_no(desk: Desk, question: str) -> None:
    assert verdict(desk, question, "Een verplichte scholing van 4 dagen is toegestaan.") is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Heeft Lier een brug gebouwd?", "Lier gaat een brug bouwen."),
        ("Moet Lier de brug betalen?", "Lier mag de brug betalen."),
        ("Is het verboden om honden in Lier los te laten?", "Honden mogen in Lier niet loslopen."),
        ("Werkt Lier samen met Gent?", "Lier werkt niet samen met Brugge, wel met Gent."),
    ],
)
def test_what_is_meant_otherwise_leaves_the_question_open(desk: Desk, question: str, text: str) -> None:
    assert verdict(desk, question, text) is None


GOALS = """# Stand

| Project | Trekker | Doel 2026 | Stand mei |
|---|---|---|---|
| Tuinlab | Vossem | 60 leden | 31 leden |
"""


def test_a_filled_cell_is_no_yes(desk: Desk) -> None:
    assert verdict(desk, "Heeft het Tuinlab zijn doel van 60 leden gehaald?", GOALS, "Tuinlab") == "Nee"
    assert verdict(desk, "Is Vossem trekker van het Tuinlab?", GOALS, "Tuinlab") == "Ja"
    late = GOALS.replace("31 leden", "vertraagd")
    assert verdict(desk, "Is Lier trekker van het Tuinlab?", late, "Tuinlab") is None
    open_row = GOALS.replace("31 leden", "ontwerp gereed")
    assert verdict(desk, "Heeft het Tuinlab zijn doel van 60 leden gehaald?", open_row, "Tuinlab") is None


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Is de hub al in bedrijf?", "Een hub is een plek waarin bedrijven stroom delen."),
        ("Is een step een bromfiets?", "De tabel is niet van toepassing op een step en een bromfiets."),
        ("Is een step een bromfiets?", "Wie een bromfiets (m.u.v. een step) bezit, betaalt belasting."),
        ("Krijgt Lier een brug?", "Vragen van het lid Mol over de brug die Lier niet krijgt."),
        ("Opent de brug van Lier?", "De brug van Lier opent, als de raad instemt."),
    ],
)
def test_what_speaks_of_the_words_only_leaves_the_question_open(desk: Desk, question: str, text: str) -> None:
    assert verdict(desk, question, text) is None


def test_a_table_that_does_not_apply_is_denied_where_that_is_asked(desk: Desk) -> None:
    assert (
        verdict(desk, "Geldt de tabel voor een step?", "De tabel is niet van toepassing op een step.")
        == "Nee"
    )


def test_a_written_question_with_its_answer_goes_first(desk: Desk) -> None:
    asked = "Komt er een regeling voor winkels?"
    text = f"Over een regeling voor winkels is veel te doen. De raad wil een regeling voor winkels. {asked} Antwoord: Nee, die komt er niet."
    weighed = desk.weigh(asked, text)
    ordered, said = order_telling(weighed.question, weighed.units, weighed.matcher)
    assert said == "Nee"
    assert ordered[0].text in (asked, "Antwoord: Nee, die komt er niet.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("De molen van Lier is rendabel.", "Ja"),
        ("De molen van Lier is een bekende molen van hout.", None),
    ],
)
def test_what_is_asked_to_be_so_must_be_said(desk: Desk, text: str, expected: str | None) -> None:
    assert verdict(desk, "Is de molen van Lier rendabel?", text) == expected


WORKS = """# Werken

| Werk | Gestart | Akkoord |
|---|---|---|
| Sluis | start uitgesteld | ja, mits veilig |
| Kade | gestart in mei | akkoord geweigerd |
| Gemaal | nog niet gestart | V. Mol |
"""


@pytest.mark.parametrize(
    ("question", "row", "expected"),
    [
        ("Is de sluis gestart?", "Sluis", None),
        ("Is de kade gestart?", "Kade", "Ja"),
        ("Is het gemaal gestart?", "Gemaal", None),
        ("Is er akkoord voor de sluis?", "Sluis", None),
        ("Is er akkoord voor de kade?", "Kade", None),
        ("Is er akkoord voor het gemaal?", "Gemaal", None),
    ],
)
def test_a_cell_that_takes_back_its_yes_says_none(
    desk: Desk, question: str, row: str, expected: str | None
) -> None:
    assert verdict(desk, question, WORKS, row) == expected

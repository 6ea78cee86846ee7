"""The short answer in a sentence: of the asked kind, nearest to the words of the question."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import QuestionKind
from assistant.answer.finders.which import first_clause, join_items
from assistant.answer.shorts import FINDERS

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

BRIDGE = "De voetbrug over de Linge kost 640.000 euro."
SLUICE = "Burgemeester Piet Hendriks opende de sluis van Ravenhout samen met wethouder Mia Claes."
STEP = "In Zandwijk komen 1.250 woningen en 300 garages."
MEETING = "De bijeenkomst van 12 mei 2021 kostte 5.000 euro en telde 48 deelnemers."
SCHOOLS = "Aan de proef doen zeven scholen en ruim 2.300 leerlingen mee."
WORKS = "De bouw van de brug begon in 2019; de brug werd op 4 maart 2021 geopend."

SHORTS = [
    # persons with and without a role
    (
        "Wie leidt het project Zandpad?",
        "Projectleider Karin de Wolf leidt het project Zandpad.",
        "Karin de Wolf",
    ),
    ("Wie is de burgemeester?", SLUICE, "Piet Hendriks"),
    ("Wie is de wethouder?", SLUICE, "Mia Claes"),
    ("Wie opende de haven?", "De haven werd geopend door gedeputeerde Ton van der Meer.", "Ton van der Meer"),
    (
        "Wie is de directeur van de Stichting Maasbrug?",
        "Karin Vos, directeur van de Stichting Maasbrug, sprak met voorzitter Jan Smit.",
        "Karin Vos",
    ),
    (
        "Welke functie heeft Karin Vos?",
        "Op de foto staat Karin Vos, directeur Maasbrug.",
        "directeur Maasbrug",
    ),
    (
        "Wie ondertekende het akkoord?",
        "Het akkoord werd ondertekend door de minister van Waterstaat.",
        "de minister van Waterstaat",
    ),
    # organisations, places, names
    (
        "Welke organisatie beheert de brug?",
        "De organisatie achter de brug is Waterschap De Linge.",
        "Waterschap De Linge",
    ),
    ("Waar ligt de campus?", "De campus ligt in Eindhoven.", "Eindhoven"),
    ("In welk land ligt het zusterdorp?", "Het zusterdorp ligt in Frankrijk, vlak bij Rijsel.", "Frankrijk"),
    (
        "Op welk adres zit het loket?",
        "Het loket zit op Stationsstraat 12, 5611 AB Eindhoven.",
        "Stationsstraat 12, 5611 AB Eindhoven",
    ),
    ("Hoe heet het project?", "Het project heet ‘Samen Groener’ en loopt drie jaar.", "Samen Groener"),
    # counts with the asked noun, never a date, a sum or something else
    ("Hoeveel woningen komen er in Zandwijk?", STEP, "1.250 woningen"),
    ("Hoeveel garages komen er in Zandwijk?", STEP, "300 garages"),
    ("Hoeveel scholen doen mee aan de proef?", SCHOOLS, "zeven scholen"),
    ("Hoeveel leerlingen doen mee aan de proef?", SCHOOLS, "ruim 2.300 leerlingen"),
    ("Hoeveel deelnemers telde de bijeenkomst?", MEETING, "48 deelnemers"),
    # moments and periods
    ("Wanneer begon de bouw van de brug?", WORKS, "2019"),
    ("Op welke datum werd de brug geopend?", WORKS, "4 maart 2021"),
    ("Op welke dag was de bijeenkomst?", MEETING, "12 mei 2021"),
    (
        "Hoe lang duurt de behandeling van een aanvraag?",
        "De behandeling van een aanvraag duurt ten hoogste zes weken.",
        "ten hoogste zes weken",
    ),
    (
        "Over welke periode loopt het programma?",
        "Het programma loopt van 2021 tot en met 2027.",
        "van 2021 tot en met 2027",
    ),
    # sums and shares keep their unit and locale (fault 55)
    ("Hoeveel kost de voetbrug?", BRIDGE, "640.000 euro"),
    ("Hoe hoog is de vergoeding?", "De vergoeding bedraagt € 1.250,50 per woning.", "€ 1.250,50"),
    ("Welk bedrag kreeg de school?", "De school kreeg 40.000 euro, de club kreeg 7.500 euro.", "40.000 euro"),
    ("Hoeveel procent van de leden stemde voor?", "Van de leden stemde 61% voor en 39% tegen.", "61%"),
    ("Welk deel van de leden stemde voor?", "Ruim de helft van de leden stemde voor.", "Ruim de helft"),
    # lists, whole
    ("Welke drie steden doen mee?", "De proef loopt in Aalst, Lier en Genk.", "Aalst, Lier en Genk"),
    (
        "Welke thema's kiest het plan?",
        "Het plan kiest vier thema's: wonen, water, energie en zorg.",
        "wonen, water, energie en zorg",
    ),
    (
        "Noem de voorwaarden voor de premie",
        "De voorwaarden voor de premie zijn:\n\n- de woning is oud\n- de eigenaar woont er\n- het dak is dicht\n",
        "de woning is oud, de eigenaar woont er en het dak is dicht",
    ),
    # definitions and abbreviations
    (
        "Wat is een wijkpunt volgens de gemeente?",
        "De gemeente is eigenaar. Een wijkpunt is een plek waar buren elkaar helpen.",
        "een plek waar buren elkaar helpen",
    ),
    (
        "Waar staat RWB voor?",
        "Kent u de Raad voor Water en Bodem (RWB) en zijn advies?",
        "Raad voor Water en Bodem",
    ),
    (
        "Wat is een dorpstuin?",
        "Een dorpstuin is een stuk grond dat bewoners samen beheren.",
        "een stuk grond dat bewoners samen beheren",
    ),
    (
        "Wat betekent restwarmte?",
        "Restwarmte: warmte die overblijft na een productieproces.",
        "warmte die overblijft na een productieproces",
    ),
    ("Waar staat VGB voor?", "De Vereniging Groene Buurten (VGB) plant bomen.", "Vereniging Groene Buurten"),
    (
        "Waar staat VGB voor?",
        "Het Verbond voor Groene Buurten plant bomen, aldus VGB.",
        "Verbond voor Groene Buurten",
    ),
    (
        "Waar staat VGB voor?",
        "De Vereniging Groene Buurten / (VGB) plant bomen.",
        "Vereniging Groene Buurten /",
    ),
    ("Wat voor instelling is Groenrand?", "Er kwam bezoek van adviesbureau Groenrand.", "adviesbureau"),
    (
        "Wat is de dorpscanon?",
        "Wij maken een dorpscanon. Dat is een lijst van plekken die het dorp vormden.",
        "een lijst van plekken die het dorp vormden",
    ),
    ("Wat betekent de afkorting VGB?", "VGB (Vereniging Groene Buurten) plant.", "Vereniging Groene Buurten"),
    (
        "Wat is Zonkracht?",
        "In Lier wordt het plan door Zonkracht, het centrum voor nieuwe warmte, uitgevoerd.",
        "het centrum voor nieuwe warmte",
    ),
    # reasons, aims, manners, states
    (
        "Waarom is de sluis dicht?",
        "De sluis is dicht door ernstige roestvorming.",
        "door ernstige roestvorming",
    ),
    (
        "Waarom is de sluis dicht?",
        "Het water staat te hoog, waardoor de sluis dicht is.",
        "Het water staat te hoog",
    ),
    (
        "Waarom is de sluis dicht?",
        "Het water in de haven van Lier staat na de hevige regen van de eerste dagen van mei nog steeds een halve meter te hoog "
        "waardoor de sluis dicht is, meldt de havenmeester.",
        "Het water in de haven van Lier staat na de hevige regen van de eerste dagen van mei nog steeds een halve meter te hoog",
    ),
    (
        "Waarom is de sluis dicht?",
        "Het hoge water draagt eraan bij dat de sluis dicht is.",
        "Het hoge water draagt eraan bij",
    ),
    (
        "Wat is het hoofddoel van de dorpstuin?",
        "Het hoofddoel van de dorpstuin in Lier is het samenbrengen van buren.",
        "het samenbrengen van buren",
    ),
    (
        "Waar dient het loket voor?",
        "Het loket helpt boeren bij hun aanvraag.",
        "helpt boeren bij hun aanvraag",
    ),
    (
        "Hoe kan een boer bezwaar maken?",
        "Een boer die bezwaar maakt, kan iemand machtigen om dat te doen.",
        "kan iemand machtigen om dat te doen",
    ),
    (
        "Hoever staat de regeling?",
        "De regeling van 8 mei, nr. AD.12 (Stb. 3), wordt ingetrokken.",
        "De regeling van 8 mei, nr. AD.12 (Stb. 3), wordt ingetrokken",
    ),
    (
        "Waarom is de sluis gesloten?",
        "De sluis is gesloten omdat een deur is beschadigd.",
        "omdat een deur is beschadigd",
    ),
    (
        "Waarom werd het festival afgelast?",
        "Het festival werd afgelast vanwege de storm.",
        "vanwege de storm",
    ),
    (
        "Waardoor liep de bouw vertraging op?",
        "De bouw liep vertraging op door een tekort aan staal.",
        "door een tekort aan staal",
    ),
    (
        "Wat is het doel van de regeling?",
        "De regeling heeft tot doel bewoners te helpen bij het vergroenen.",
        "heeft tot doel bewoners te helpen bij het vergroenen",
    ),
    (
        "Hoe vermindert de stad het lawaai?",
        "De stad vermindert het lawaai door stil asfalt aan te leggen.",
        "door stil asfalt aan te leggen",
    ),
    ("Hoe staat het met de dijk?", "De dijk is voltooid. De weg nog niet.", "De dijk is voltooid"),
    (
        "Hoe ver is het plan voor de dijk?",
        "De dijk beschermt Lier. De werken aan de dijk bevinden zich in de fase van de gunning.",
        "De werken aan de dijk bevinden zich in de fase van de gunning",
    ),
    (
        "Hoe ver staat het besluit over de dijk?",
        "Het besluit over de dijk telt tien bladzijden. De raad keurt het besluit over de dijk voorlopig goed.",
        "De raad keurt het besluit over de dijk voorlopig goed",
    ),
]


@pytest.mark.parametrize(("question", "text", "short"), SHORTS)
def test_the_short_answer_is_of_the_asked_kind_and_stands_in_the_text(
    desk: Desk, question: str, text: str, short: str
) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short
    assert unit.short is not None
    if "\n" not in text:
        assert unit.short.of(unit.reading.document.text) == short


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Wie bouwt de sluis?", "De sluis wordt gebouwd."),
        ("Hoeveel bomen staan er?", "Op 12 mei 2021 stonden er 5.000 euro aan bomen, 40% van de begroting."),
        ("Waarom is de sluis dicht?", "De sluis is dicht."),
        ("Hoe laat is de rondleiding?", "De rondleiding op 3 juni 2021 duurt 2 uur en kost 9.15 euro."),
        ("Hoe hoog is de vergoeding?", "De vergoeding is 12 meter hoog."),
    ],
)
def test_what_is_of_another_kind_is_no_short_answer(desk: Desk, question: str, text: str) -> None:
    shorts = [unit.short_text for unit in desk.weigh(question, text).units]
    assert shorts == [None] * len(shorts)


def test_a_word_of_the_question_is_never_its_answer(desk: Desk) -> None:
    unit = desk.best("Waar ligt Eindhoven?", "Eindhoven ligt in Noord-Brabant.")
    assert unit is not None
    assert unit.short_text == "Noord-Brabant"
    again = desk.weigh("Hoeveel kost 640.000 euro?", BRIDGE).units
    assert [unit.short_text for unit in again] == [None]


def test_a_person_with_another_role_is_no_answer_to_who_has_it(desk: Desk) -> None:
    text = "Voorzitter Jan Smit van Stichting Maasbrug sprak."
    assert desk.best("Wie is de penningmeester van Stichting Maasbrug?", text) is None
    found = desk.best("Wie is de voorzitter van Stichting Maasbrug?", text)
    assert found is not None


def test_a_date_of_the_asked_precision_goes_before_another(desk: Desk) -> None:
    text = "De molen draait sinds 2019 en is op 4 maart 2021 vernieuwd."
    by_day = desk.best("Op welke datum is de molen vernieuwd?", text)
    assert by_day is not None
    assert (by_day.short_text, by_day.fit) == ("4 maart 2021", 1.0)
    vague = desk.best("Op welke datum is de molen vernieuwd?", "De molen is in 2019 vernieuwd.")
    assert vague is None


LETTER = "Geachte leden,\n\nHierbij de antwoorden over de molen (ingezonden 6 maart 2024, ontvangen 25 maart 2024)."
CALL = "De oproep voor dorpstuinen loopt van 3 mei 2021 tot en met 9 juli 2021."
PANEL = """# Overzicht

| Tuin | 30 juni 2023 | Gereed |
|---|---|---|
| Tuin Lier | vergunning | 4 maart 2024 |
"""
NEWS = "# Molen draait weer\n\n12 april 2022\n\nOp 9 april is de molen van Lier geopend.\n"


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wanneer werden de vragen over de molen gesteld?", LETTER, "6 maart 2024"),
        ("Wanneer zijn de vragen over de molen beantwoord?", LETTER, "25 maart 2024"),
        ("Wanneer is de Tuin Lier klaar?", PANEL, "4 maart 2024"),
        ("Datum van het bericht over de molen?", NEWS, "12 april 2022"),
        ("Op welke dag is de molen van Lier geopend?", NEWS, "9 april 2022 (‘9 april’)"),
        ("In welk seizoen opent de tuin?", "De tuin opent in het voorjaar, na 1 maart 2022.", "voorjaar"),
        (
            "Hoeveel maanden achtereen moet iemand er werken?",
            "Hij moet er ten minste drie aaneengesloten maanden werken, met 2 maanden proef.",
            "ten minste drie aaneengesloten maanden",
        ),
        (
            "Hoeveel uur studie vraagt de opleiding?",
            "De opleiding vraagt 840 studiebelastingsuren.",
            "840 studiebelastingsuren",
        ),
        (
            "Binnen welke termijn beslist het college over een bezwaar?",
            "Het college beslist over een bezwaar van 4 maart 2021 binnen zes weken.",
            "zes weken",
        ),
        (
            "Hoe laat begint de zitting?",
            "De zitting van 12 mei 2021 begint om 13.30 uur en duurt twee uur.",
            "13.30 uur",
        ),
        ("Hoe laat is de rondleiding?", "Rondleiding op 3 juni: 9u15 - 10u30, molen.", "9u15 - 10u30"),
        ("Hoe laat begint de zitting?", "De zitting begint om circa 20.00 uur.", "20.00 uur"),
        ("Vanaf hoe laat is muziek verboden?", "Muziek is verboden na 22.00 uur.", "22.00 uur"),
    ],
)
def test_a_moment_or_period_is_the_one_that_its_words_make_it(
    desk: Desk, question: str, text: str, short: str
) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short


GROWN = "Het fietsparkeren groeide van 1.500 naar 2.900 plaatsen; het doel was 3.500 plaatsen."


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Tot hoeveel plekken groeide het fietsparkeren?", GROWN, "2.900 plaatsen"),
        ("Hoeveel plekken had het fietsparkeren oorspronkelijk?", GROWN, "1.500"),
        ("Hoeveel plekken waren het doel voor het fietsparkeren?", GROWN, "3.500 plaatsen"),
        ("Hoeveel leden telt de raad van toezicht?", "Er kwam een vijfkoppige raad van toezicht.", "vijf"),
        ("Hoeveel hectare bos komt erbij?", "Erbij komt 4.000 bijkomende ha bos.", "4.000 bijkomende ha"),
        ("Hoeveel bomen komen er?", "Er komen een miljoen extra bomen.", "een miljoen extra bomen"),
        ("Hoeveel uren les geeft hij?", "Hij geeft vier tot acht uur les.", "vier tot acht uur"),
        ("Hoeveel mensen keken er?", "Er waren 30 vouchers voor 400 kijkers.", "400 kijkers"),
        ("Hoeveel parkeerplekken komen er?", "Er komen 40 parkeerplaatsen.", "40 parkeerplaatsen"),
        (
            "Hoeveel fietsplekken telt Lier?",
            "Het fietsparkeren in Lier groeide naar 40 plaatsen.",
            "40 plaatsen",
        ),
        ("Hoeveel doden telt Lier?", "In Lier telde men 40 verkeersdoden.", "40 verkeersdoden"),
        ("Hoeveel experts spraken er in Lier?", "In Lier spraken 40 deskundigen.", "40 deskundigen"),
        (
            "Met hoeveel werkgevers sprak het bureau?",
            "Het bureau hield 27 interviews met werkgevers en telde 618 bezoekers.",
            "27",
        ),
        (
            "Hoeveel oude dorpse gebouwen noemt het plan?",
            "Het plan noemt de 14 oude dorpse infrastructuren.",
            "14",
        ),
        ("Op welke plaats eindigde Lier?", "Lier eindigde op de derde plaats van 20.", "derde plaats"),
        (
            "Hoe vaak vergadert de raad?",
            "De raad van 12 leden vergadert ten minste tweemaal per jaar.",
            "ten minste tweemaal per jaar",
        ),
        (
            "Hoeveel erkende normen zijn er?",
            "Er zijn 28 erkende normen, 20 voorgestelde normen en 3 normen in ontwikkeling.",
            "28 erkende normen",
        ),
    ],
)
def test_a_count_is_told_by_what_is_counted(desk: Desk, question: str, text: str, short: str) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel scholen doen mee?", "Er doen scholen mee, zie artikel 12."),
        ("Hoeveel scholen doen mee?", "Scholen doen mee met één van de lessen."),
        ("Hoeveel scholen doen mee?", "1. Scholen doen mee."),
        ("Hoeveel scholen doen mee?", "Scholen doen mee met twee kleine aanpassingen."),
        ("Hoeveel scholen doen mee?", "Scholen doen mee, 1 op de 5 lessen."),
        ("Hoeveel schapen telt Lier?", "Lier telt 35.000 inwoners."),
        ("Op welke plaats eindigde Lier?", "Lier eindigde met 12 punten."),
    ],
)
def test_a_number_that_counts_nothing_that_is_asked_is_refused(desk: Desk, question: str, text: str) -> None:
    assert desk.best(question, text) is None


def test_the_last_part_of_a_name_is_counted_for_it_only_where_the_rest_is_spoken_of(desk: Desk) -> None:
    question = "Hoeveel muziekleerlingen telt Lier?"
    one = desk.best(question, "De muziekschool van Lier telt 80 leerlingen.")
    other = desk.best(question, "De sportschool van Lier telt 80 leerlingen.")
    assert one is not None
    assert other is None or other.fit < one.fit


def test_a_condition_is_no_count(desk: Desk) -> None:
    found = desk.best(
        "Hoeveel woningen telt de lijst?", "De lijst geldt voor straten met ten minste 1 woning."
    )
    assert found is None or found.fit <= 0.5


STREET = "De aanleg is eind 2020 gereed, zodat het werk aan de straat in mei 2021 kan beginnen."
TERM = "Het college beslist binnen zes weken, en kan dat met vier weken verlengen."
GRANTS = "Het gaat om Lier, Oude Kerk (2,6 miljoen euro); Genk, Tuinen en park (2,8 miljoen euro); en Aalst (2 miljoen euro)."
GROWTH = (
    "De bijdrage is met 0,6% verhoogd tot 1%, het aantal banen steeg (+2,4%), 40% van de banen is in de zorg."
)
DESK = "Het loket kost 700.000 euro per jaar en 190 euro per gesprek."
ROWS = "| Project | Doel | 30 juni 2023 | 30 juni 2024 |\n|---|---|---|---|\n| Proeftuin | 40 ideeën | 9 | 23 |\n"


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        ("Wanneer begint het werk aan de straat?", STREET, "mei 2021"),
        ("Wanneer is de aanleg van de straat klaar?", STREET, "eind 2020"),
        ("Binnen welke termijn beslist het college?", TERM, "zes weken"),
        ("Hoeveel subsidie krijgt Genk?", GRANTS, "2,8 miljoen euro"),
        ("Op welk percentage kwam de bijdrage uit?", GROWTH, "1%"),
        ("Met hoeveel procent is de bijdrage verhoogd?", GROWTH, "0,6%"),
        ("Hoeveel procent van de banen is in de zorg?", GROWTH, "40%"),
        ("Wat kost één gesprek aan het loket?", DESK, "190 euro"),
        ("Wat kost het loket per jaar?", DESK, "700.000 euro"),
        (
            "Wat betaalt een bewoner voor de toets?",
            "Voor de toets betaalt een bewoner twee keer 90 euro.",
            "twee keer 90 euro",
        ),
        ("Hoeveel ideeën telde de Proeftuin in 2024?", ROWS, "23"),
        ("Hoeveel ideeën waren het doel van de Proeftuin?", ROWS, "40 ideeën"),
    ],
)
def test_of_several_values_the_one_is_chosen_whose_words_are_asked(
    desk: Desk, question: str, text: str, short: str
) -> None:
    unit = desk.best(question, text)
    assert unit is not None
    assert unit.short_text == short


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Minstens welk percentage van de plekken krijgen buren?",
            "Buren krijgen 15% van de plekken extra, minstens 65% van de plekken in totaal.",
            "65%",
        ),
        (
            "Hoeveel bestuursleden mag de bond hooguit hebben?",
            "Het bestuur telt 3 of 4, ten hoogste negen leden.",
            "negen leden",
        ),
        ("Hoeveel bewoners telt Lier?", "Aan alle bewoners van Lier 1", None),
        ("In welk jaar opende de tuin?", "De tuin opende de afgelopen jaren.", None),
        (
            "Hoe vaak vergadert de bond?",
            "De bond met 36 uur per week vergadert eenmaal per 2 jaren.",
            "eenmaal per 2 jaren",
        ),
    ],
)
def test_a_least_or_a_most_a_note_and_a_vague_year_are_told_apart(
    desk: Desk, question: str, text: str, short: str | None
) -> None:
    unit = desk.best(question, text)
    assert (unit and unit.short_text) == short


def test_a_bound_is_written_with_the_year_that_the_text_is_of(desk: Desk) -> None:
    text = "# Oproep van 4 mei 2022\n\n4 mei 2022\n\nDe oproep loopt tot en met 9 juli.\n"
    unit = desk.best("Tot wanneer loopt de oproep?", text)
    assert unit is not None
    assert unit.short_text == "tot en met 9 juli 2022 (‘tot en met 9 juli’)"


def test_a_date_in_the_sentence_beside_is_near_when_that_sentence_is(desk: Desk) -> None:
    text = "De tunnel onder de dijk gaat open. Het feest is op 4 mei 2021. De Linge is een rivier met veel water."
    tunnel, _, river = desk.weigh("Wanneer gaat de tunnel onder de dijk open?", text).units[:3]
    assert (tunnel.short_text, tunnel.near > 0.2) == ("4 mei 2021", True)
    assert river.near < tunnel.near


def test_a_list_of_the_stated_length_fits_best(desk: Desk) -> None:
    text = "Het plan noemt als kleuren rood, geel en blauw. Andere kleuren van het plan zijn wit en zwart."
    three = desk.best("Welke drie kleuren noemt het plan?", text)
    two = desk.best("Welke twee kleuren noemt het plan?", text)
    assert three is not None
    assert two is not None
    assert three.short_text == "rood, geel en blauw"
    assert two.short_text == "wit en zwart"


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Wat moet het project Zandpad opleveren?",
            "Het project Zandpad resulteert in een plan voor de haven.",
            "resulteert in een plan voor de haven",
        ),
        (
            "Wat wil de raad met het Zandpad bereiken?",
            "Het Zandpad is een pad waarin de raad van Lier eerste wil worden.",
            "Het Zandpad is een pad waarin de raad van Lier eerste wil worden",
        ),
        (
            "Waarvoor is het contact met Arka er?",
            "Het contact met Arka zorgt ervoor dat de raad de regels kent.",
            "zorgt ervoor dat de raad de regels kent",
        ),
        (
            "Hoe is de haven verbeterd?",
            "De haven is goed. Daarvoor is een kade van hout gebouwd.",
            "Daarvoor is een kade van hout gebouwd",
        ),
    ],
)
def test_what_something_leads_to_or_what_was_done_is_its_aim_or_manner(
    desk: Desk, question: str, text: str, short: str
) -> None:
    best = desk.best(question, text)
    assert best is not None
    assert best.short_text == short


def test_an_aim_that_is_named_fits_better_than_any_other_clause_with_to(desk: Desk) -> None:
    question = "Wat is het doel van het Zandpad?"
    named = desk.best(question, "Het Zandpad heeft als doel het dorp te verbinden.")
    other = desk.best(question, "Op het Zandpad kwam de raad om de brug te openen.")
    assert named is not None
    assert other is not None
    assert named.fit > other.fit + 0.3


def test_a_list_fits_better_with_the_asked_number_of_items_behind_the_asked_noun(desk: Desk) -> None:
    text = "Het plan noemt de kleuren rood, geel en blauw. Het plan is er voor wonen, werken en spelen samen."
    three, four = (desk.best(f"Welke {number} kleuren noemt het plan?", text) for number in ("drie", "vier"))
    assert three is not None
    assert four is not None
    assert three.short_text == four.short_text == "rood, geel en blauw"
    assert three.fit > four.fit + 0.2


def test_items_below_a_lead_that_says_nothing_of_the_question_fit_less(desk: Desk) -> None:
    items = "\n\n- een leuning\n- een lamp\n- een trap"
    question = "Welke maatregelen zijn er voor de brug?"
    told, other = (
        desk.best(question, lead + items) for lead in ("Maatregelen voor de brug:", "# De brug\n\nWat rest:")
    )
    assert told is not None
    assert other is not None
    assert told.short_text == "een leuning, een lamp en een trap"
    assert told.fit > other.fit + 0.1


TABLE = """# Overzicht

| Project | Projectleider | Kosten | Gereed |
|---|---|---|---|
| Molen Lier | Karin Vos | 40.000 euro | 4 maart 2021 |
| Sluis Genk | Jan Smit | 75.000 euro | 2 april 2022 |
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Wie is projectleider van de Sluis Genk?", "Jan Smit"),
        ("Wie is projectleider van de Molen Lier?", "Karin Vos"),
        ("Wat zijn de kosten van de Sluis Genk?", "75.000 euro"),
        ("Wanneer is de Molen Lier gereed?", "4 maart 2021"),
    ],
)
def test_a_cell_of_the_right_row_and_column_answers(desk: Desk, question: str, short: str) -> None:
    unit = desk.best(question, TABLE)
    assert unit is not None
    assert unit.short_text == short


def test_every_kind_that_asks_for_something_has_a_finder() -> None:
    without = {
        QuestionKind.YESNO,
        QuestionKind.DOCUMENTS,
        QuestionKind.TOPIC,
        QuestionKind.COMPARISON,
    }
    assert set(FINDERS) == set(QuestionKind) - without


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("1. Wonen. Er komen huizen.", "Wonen"),
        ("- water: schoon en genoeg", "water"),
        ("(a) zorg dichtbij;", "zorg dichtbij"),
        ("• energie", "energie"),
        ("12:30 uur begint het", "12:30 uur begint het"),
    ],
)
def test_the_name_of_an_item_stands_before_its_colon_or_first_full_stop(text: str, name: str) -> None:
    assert first_clause(text) == name


@pytest.mark.parametrize(
    ("items", "joined"),
    [
        ([], ""),
        (["a"], "a"),
        (["a", "b"], "a en b"),
        (["a", "b", "c"], "a, b en c"),
        (["a, b", "c"], "a, b; c"),
        (["bos en hei", "duin"], "bos en hei; duin"),
    ],
)
def test_items_are_joined_so_that_they_stay_apart(items: list[str], joined: str) -> None:
    assert join_items(items) == joined


def test_one_reason_of_several_is_not_given_as_the_only_one(desk: Desk) -> None:
    best = desk.best(
        "Waarom is de brug later klaar?", "De brug is later klaar, onder meer omdat het staal duurder werd."
    )
    assert best is not None
    assert best.short_text == "onder meer omdat het staal duurder werd"


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Welke drie dorpen doen mee?",
            "Mee doen de provincie, de dorpen Lier, Genk en Balen, het waterschap en de bank.",
            "Lier, Genk en Balen",
        ),
        (
            "Welke maatregelen zijn er voor de brug?",
            "Voor de brug zijn er twee maatregelen: (1) een leuning en (2) een lamp.",
            "een leuning en een lamp",
        ),
        (
            "Welke vragen stonden op het programma?",
            "Op het programma stonden twee vragen: Hoe bouw je een brug? Wie betaalt dat?",
            "Hoe bouw je een brug? Wie betaalt dat?",
        ),
    ],
)
def test_a_list_is_taken_from_where_it_is_announced(desk: Desk, question: str, text: str, short: str) -> None:
    best = desk.best(question, text)
    assert best is not None
    assert best.short_text == short


def test_a_list_of_something_else_beside_the_asked_noun_is_not_announced_by_it(desk: Desk) -> None:
    text = "Het gaat om sectoren met veel zzp'ers en weinig scholing."
    best = desk.weigh("Welke sectoren krijgen steun?", text).units[0]
    assert best.fit < 0.95


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Wat is WATERLAB?",
            "In 2021 begint WATERLAB – landelijke proeftuin voor schoon water.",
            "landelijke proeftuin voor schoon water",
        ),
        (
            "Wat is een dorpsring?",
            "De kring van huizen om een brink heet een dorpsring.",
            "De kring van huizen om een brink",
        ),
        (
            "Waarom blijft de dijk belangrijk?",
            "De dijk blijft belangrijk. Niet alleen vanwege het water, maar ook vanwege de dieren.",
            "Niet alleen vanwege het water, maar ook vanwege de dieren.",
        ),
    ],
)
def test_a_definition_or_reason_may_stand_behind_or_before_what_it_explains(
    desk: Desk, question: str, text: str, short: str
) -> None:
    best = desk.best(question, text)
    assert best is not None
    assert best.short_text == short


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Met welke twee buren werkt Lier samen?",
            "Er is samenwerking tussen Lier, Genk en Balen.",
            "Genk en Balen",
        ),
        (
            "Welke musea doen mee?",
            "Er doen twee musea mee: Musea Lier en Huis Genk.",
            "Musea Lier en Huis Genk",
        ),
        (
            "Op welke graadmeters scoort Lier hoog?",
            "Lier scoort hoog op de drie kerngraadmeters groei, werk en wonen.",
            "groei, werk en wonen",
        ),
    ],
)
def test_a_list_has_the_items_that_are_asked_and_their_whole_names(
    desk: Desk, question: str, text: str, short: str
) -> None:
    assert desk.weigh(question, text).units[0].short_text == short


def test_a_sentence_with_the_list_goes_before_one_with_the_same_words(desk: Desk) -> None:
    text = (
        "De dorpen van het werkverband in de streek Lier zijn zeer verschillend.\n\n"
        "Mee doen aan het werkverband de dorpen Genk, Balen en Mol."
    )
    weighed = desk.weigh("Welke dorpen van de streek Lier doen mee aan het werkverband?", text)
    assert weighed.units[0].short_text == "Genk, Balen en Mol"


def test_a_sentence_that_says_why_goes_before_one_that_only_says_what(desk: Desk) -> None:
    text = (
        "De bus naar de markt van Lier rijdt sinds mei minder vaak.\n\n"
        "De bus naar Lier rijdt minder vaak omdat er te weinig chauffeurs zijn."
    )
    weighed = desk.weigh("Waarom rijdt de bus naar de markt van Lier minder vaak?", text)
    first = weighed.units[0]
    assert first.text.endswith("te weinig chauffeurs zijn.")


def test_a_reason_goes_on_to_the_sentence_that_hierdoor_points_at(desk: Desk) -> None:
    text = "Het loon wordt in mei verhoogd. Hierdoor komen clubs tekort. De raad geeft daarom steun."
    best = desk.best("Waarom geeft de raad steun?", text)
    assert best is not None
    assert best.short_text == "Het loon wordt in mei verhoogd. Hierdoor komen clubs tekort."


def test_a_sum_is_no_explanation_of_the_sentence_before_it(desk: Desk) -> None:
    text = "De bus rijdt minder vaak. Dat komt neer op vier ritten per dag."
    best = desk.weigh("Waarom rijdt de bus minder vaak?", text).units[0]
    assert best.short_text != "Dat komt neer op vier ritten per dag."


def test_items_below_a_sentence_about_something_else_fit_less(desk: Desk) -> None:
    text = "# Sterke sectoren\n\nDe streek pakt dit aan.\n\n- scholing\n- onderzoek\n- verkeer\n"
    other = "De gemeente telt veel sectoren. De streek pakt dit aan.\n\n- scholing\n- onderzoek\n- verkeer\n"
    fits = [
        max(unit.fit for unit in desk.weigh("Welke sectoren zijn sterk?", source).units if unit.items)
        for source in (text, other)
    ]
    assert fits[0] > fits[1]


@pytest.mark.parametrize(("header", "answers"), [("Omschrijving", True), ("Plaats", False)])
def test_a_cell_defines_only_under_a_header_that_says_so(desk: Desk, header: str, *, answers: bool) -> None:
    table = f"| Woord | {header} |\n|---|---|\n| Dorpsring | kring van huizen |\n| Brink | plein |\n"
    found = desk.weigh("Wat is een dorpsring?", table).units[0]
    assert (found.short_text == "kring van huizen") is answers


def test_a_name_made_of_words_of_the_question_is_no_answer(desk: Desk) -> None:
    best = desk.best(
        "Hoe heet de stap van de partners van Zonkracht?",
        "De Zonkracht-partners zetten de stap Lier Vooruit.",
    )
    assert best is not None
    assert best.short_text != "Zonkracht-partners"


def test_a_list_whose_first_name_the_question_gives_begins_at_its_second(desk: Desk) -> None:
    best = desk.best("Welke gemeenten werken samen met Lier?", "Lier, Wilgenzandbroek en Balen werken samen.")
    assert best is not None
    assert best.short is not None
    assert best.short_text == "Wilgenzandbroek en Balen"
    assert best.short.of(best.reading.document.text) == "Wilgenzandbroek en Balen"


def test_what_stands_before_the_sentence_is_as_far_from_its_words_as_the_text_says(desk: Desk) -> None:
    weighed = desk.weigh(
        "Waarom ging de brug dicht?",
        "Het staal van het dek was moe. Daarom ging, na lang beraad en in overleg, de brug in Lier dicht.\n",
        wholly=True,
    )
    unit = next(unit for unit in weighed.units if unit.text.startswith("Daarom"))
    assert unit.short_text == "Het staal van het dek was moe."
    assert 0.0 < unit.near < 0.6


def test_a_long_clause_is_given_to_its_end_and_not_cut_in_a_word(desk: Desk) -> None:
    reason = (
        "omdat het water in de rivier na de lange en bijzonder droge zomer van dit jaar op veel plaatsen langs de oever zo laag "
        "staat dat de grote en ook de meeste kleinere veerboten van de maatschappij bij de oude en de nieuwe aanlegsteigers "
        "aan de beide oevers van de rivier voortdurend vastlopen"
    )
    unit = desk.best("Waarom vaart de veerboot niet?", f"De veerboot vaart niet, {reason}.")
    assert unit is not None
    assert unit.short_text == reason


@pytest.mark.parametrize(
    "doer", ["minister Karin Vos", "de nieuwe burgemeester Karin Vos", "Vereniging Zandclub"]
)
def test_who_does_something_is_no_reason(desk: Desk, doer: str) -> None:
    weighed = desk.weigh(
        "Waarom werd de brug later geopend?", f"De brug zou in mei geopend worden door {doer}."
    )
    assert all(unit.short_text is None or "Vos" not in unit.short_text for unit in weighed.units)
    late = desk.best(
        "Waarom werd de brug later geopend?", "De brug werd later geopend door de hoge waterstand."
    )
    assert late is not None
    assert late.short_text == "door de hoge waterstand"


def test_a_long_clause_without_a_full_stop_ends_with_its_paragraph(desk: Desk) -> None:
    reason = (
        "omdat het water in de rivier na de lange en bijzonder droge zomer van dit jaar op veel plaatsen langs de oever zo laag "
        "staat dat de grote en ook de meeste kleinere veerboten van de maatschappij bij de oude en de nieuwe aanlegsteigers "
        "aan de beide oevers van de rivier voortdurend vastlopen"
    )
    text = f"De veerboot vaart niet, {reason}\n\nDe stad koopt volgend jaar nieuwe bussen"
    unit = desk.best("Waarom vaart de veerboot niet?", text)
    assert unit is not None
    assert unit.short_text == reason


GRANTS = """# Subsidies van de waterkring

| Vereniging | Aanvraag 2023 | Subsidie 2023 | Subsidie 2024 | Eigen bijdrage |
|---|---|---|---|---|
| De Rietkraag | 12.000 euro | 9.000 euro | 9.500 euro | 3.000 euro |
| Het Baken | 20.000 euro | 11.500 euro | 14.000 euro | 8.500 euro |
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hoeveel subsidie kreeg Het Baken in 2024?", "14.000 euro"),
        ("Hoeveel subsidie kreeg Het Baken in 2023?", "11.500 euro"),
        ("Welk bedrag staat er in de aanvraag van Het Baken?", "20.000 euro"),
        ("Hoe hoog is de eigen bijdrage van Het Baken?", "8.500 euro"),
    ],
)
def test_the_value_stands_under_the_header_that_is_asked_for(desk: Desk, question: str, value: str) -> None:
    units = desk.weigh(question, GRANTS).units
    assert next(unit for unit in units if "Baken" in unit.text).short_text == value


@pytest.mark.parametrize(
    ("question", "text", "short"),
    [
        (
            "Binnen welke termijn beslist de raad?",
            "De raad beslist binnen zes weken, welke termijn met vier weken verlengd kan worden.",
            "zes weken",
        ),
        (
            "Met hoeveel weken kan de termijn worden verlengd?",
            "De termijn is zes weken en kan met vier weken worden verlengd.",
            "vier weken",
        ),
        ("Hoe lang is de termijn?", "De termijn is verlengd tot negen weken.", "negen weken"),
    ],
)
def test_the_length_by_which_a_term_is_extended_is_not_the_term(
    desk: Desk, question: str, text: str, short: str
) -> None:
    best = desk.best(question, text)
    assert best is not None
    assert best.short_text is not None
    assert short in best.short_text


def test_the_year_of_a_gazette_is_no_moment(desk: Desk) -> None:
    text = "Het besluit (Staatsblad 2017, 12) ging in op 1 maart 2018."
    best = desk.best("Wanneer ging het besluit in?", text)
    assert best is not None
    assert best.short_text == "1 maart 2018"

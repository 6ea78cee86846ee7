"""Actions: doer, deed, status and deadline, and what is none."""

from __future__ import annotations

import pytest

from assistant.extract import find_extracts
from assistant.types import ActionValue, ExtractKind


def find(text: str, date: str = "2024-02-06", origin: str = "nl") -> list[tuple[str | None, str]]:
    return [(value.actor, value.status) for value in values(text, date, origin)]


def values(text: str, date: str = "2024-02-06", origin: str = "nl") -> list[ActionValue]:
    found = find_extracts(text, document_date=date, origin=origin, kinds=[ExtractKind.ACTION])
    assert all(extract.text == extract.span.of(text) for extract in found)
    return [extract.value for extract in found if isinstance(extract.value, ActionValue)]


@pytest.mark.parametrize(
    ("text", "actor", "status"),
    [
        ("We gaan de dijk bij Rietdam versterken.", "we", "planned"),
        ("De provincie zal het fietspad verbreden.", "provincie", "planned"),
        ("Volgend jaar wil het college drie pleinen vergroenen.", "college", "planned"),
        ("Daarnaast voeren wij gesprekken met telers.", "wij", "running"),
        ("Hierbij werken de gemeenten in de streek samen aan een visie.", "gemeenten", "running"),
        ("Het waterschap heeft de sluis gerepareerd en het gemaal vernieuwd.", "waterschap", "done"),
        ("Vorig jaar tekenden acht partijen een akkoord over stilte.", "acht partijen", "done"),
        ("De minister kent een subsidie toe aan de musea.", "minister", "done"),
        ("De brug wordt uitgebreid.", None, "running"),
        ("De brug wordt in 2026 uitgebreid.", None, "planned"),
        ("De brug is smal en wordt in 2026 verbreed.", None, "planned"),
        ("De haven werd gerealiseerd door de gemeente.", "gemeente", "done"),
        ("Door als gemeente deel te nemen zorgen we ervoor dat het lukt.", "we", "planned"),
        (
            "In het kader van het plan voor de erkende musea, keurt de minister een besluit goed.",
            "minister",
            "done",
        ),
        ("We voorzien een budget voor sport.", "we", "planned"),
        ("Het streven is om eind 2026 vijftig woningen op te leveren.", None, "planned"),
        ("De oplevering staat gepland voor 2026.", None, "planned"),
        ("De minister heeft toegezegd het onderzoek te publiceren.", "minister", "planned"),
        ("Het convenant is nog niet ondertekend.", None, "planned"),
        ("Er komt een nieuw loket voor telers.", None, "planned"),
        ("In 2026 wordt de regeling geëvalueerd.", None, "planned"),
        ("De raad beslist uiterlijk in maart 2025 over het zwembad.", "raad", "planned"),
        (
            "Om dit te versterken hebben het rijk en de provincie afspraken vastgelegd.",
            "rijk en de provincie",
            "done",
        ),
        ("Met het college is afgesproken dat de molen blijft.", None, "planned"),
        ("Met dit geld konden twee paden worden toegevoegd.", None, "done"),
        ("We beogen een groei van het aantal starters.", "we", "planned"),
        ("De gemeenten onderzoeken of een veerdienst haalbaar is.", "gemeenten", "running"),
        ("We hebben het voornemen om door te gaan.", "we", "planned"),
        ("De gemeente blijft zoeken naar een terrein.", "gemeente", "running"),
        ("De routekaart werd in mei vastgesteld.", None, "done"),
        ("De uitvoering van de pilot is vertraagd door personeelsgebrek.", None, "delayed"),
        ("De doelstelling van 40 laadpunten is niet gehaald.", None, "missed"),
        ("De regering keurt principieel het besluit over de sluizen goed.", "regering", "done"),
        ("Het college stelt het plan voor de haven definitief vast.", "college", "done"),
        ("De raad geeft zijn goedkeuring aan het plan.", "raad", "done"),
        ("Om de winter door te komen voorziet de stad een noodfonds voor telers.", "stad", "done"),
        ("Om dat te kunnen blijven volgen werd een comité opgericht.", None, "done"),
        ("Als trekker zal Fietsfonds vzw instaan voor de oproep.", "Fietsfonds vzw", "planned"),
        (
            "De wethouders voor water en groen zullen het meedelen aan wie er woont.",
            "wethouders voor water en groen",
            "planned",
        ),
        ("Die plannen worden aangepast.", None, "running"),
        ("Eerder keurde de raad al een reeks paden goed.", "raad", "done"),
        ("Daarnaast wordt voor twee sluizen een herstelling voorzien.", None, "running"),
        ("Vanaf mei 2026 komen er nieuwe cursussen voor telers.", None, "planned"),
        ("Vanaf mei zal de vernieuwing van start gaan in de haven.", None, "planned"),
        ("Ook wordt voorzien in een uitbreiding van het loket.", None, "running"),
        (
            "De voorzitter van de raad van Rietdam en de burgemeester bevoegd voor water zullen de sluis openen.",
            "voorzitter van de raad van Rietdam en de burgemeester bevoegd voor water",
            "planned",
        ),
    ],
)
def test_doer_and_status_follow_from_subject_and_verb(text: str, actor: str | None, status: str) -> None:
    assert find(text) == [(actor, status)]


@pytest.mark.parametrize(
    "text",
    [
        "Gaat de provincie het fietspad verbreden?",
        "De provincie telt 62 gemeenten.",
        "Nederland kent in 2020 een recessie.",
        "Start-ups hebben in de streek de potentie om te groeien.",
        "De route volgt het oude spoor dat de plaatsen verbond.",
        "Indien de aanvraag te laat is, neemt de gemeente contact op met de eigenaar.",
        "De wethouder vraagt of het loket open blijft.",
        "Als beheerder wil ik mijn gegevens kunnen delen.",
        "De burger moet de aanvraag binnen zes weken indienen.",
        "Een goed netwerk zorgt voor vertrouwen.",
        "Wij vinden dat het beter kan.",
        "De raad stelt vast dat de sluis lekt.",
        "Veelal wordt de termijn verlengd.",
        "In dat geval wordt het bedrag verlaagd.",
        "De brug zal in de regel op verzet stuiten.",
        "In artikel 4 van dat besluit is in 2019 bepaald dat de brug open blijft.",
        "Het gaat om telers die hier wonen, of zijn gestart.",
        "De reden is dat de werken zijn afgerond.",
        "In deze nota worden de paden beschreven.",
        "In de Waterwet wordt bepaald dat de sluis open blijft.",
        "De dienst is gebaseerd op een oud idee.",
        "Artikel 1\nDe lijst wordt vastgesteld.\nArtikel 2\nDe raad stelt regels.\nArtikel 3\nEr wordt betaald.",
    ],
)
def test_questions_facts_duties_and_laws_are_no_actions(text: str) -> None:
    assert find(text) == []


def test_a_text_full_of_rules_states_no_deeds_in_the_present() -> None:
    rule = "Indien de teler hieronder valt, is het tweede lid, van toepassing als bedoeld in artikel 3.\n"
    deed = "De kosten worden vergoed. De tarieven zijn opgenomen. De raad heeft het loket geopend."
    assert find(rule * 4 + deed) == [("raad", "done")]


def test_two_doers_with_a_verb_each_give_two_actions() -> None:
    text = "De provincie legt een fietspad aan en de gemeente Rietdam verbreedt in 2026 de brug."
    assert find(text) == [("provincie", "running"), ("gemeente Rietdam", "planned")]
    assert find("De provincie overlegt met de stad en de gemeente.") == [("provincie", "running")]


def test_the_deadline_is_the_date_tied_to_the_deed() -> None:
    (value,) = values("Uiterlijk in 2027 zullen we het akkoord van 3 mei 2019 uitvoeren.")
    assert value.deadline is not None and value.deadline.edtf == "2027"
    (value,) = values("Vanaf maart 2025 gaat de gemeente de wijk verbouwen.")
    assert value.deadline is None


@pytest.mark.parametrize(
    ("text", "action"),
    [
        ("De gemeente zal de kade herstellen in 2025.", "zal de kade herstellen"),
        ("De gemeente zal in 2025 de kade herstellen.", "zal in 2025 de kade herstellen"),
        ("In 2025 zal de gemeente de kade herstellen.", "zal de gemeente de kade herstellen"),
        ("Uiterlijk in 2025 zal de gemeente de kade herstellen.", "zal de gemeente de kade herstellen"),
    ],
)
def test_the_words_of_the_deed_stand_together_without_doer_and_deadline_at_the_ends(
    text: str, action: str
) -> None:
    (value,) = values(text)
    assert value.action == action


def test_the_programme_is_the_numbered_heading_above() -> None:
    text = "Prio 2 Schoon water\n\nWe gaan de vaart uitbaggeren.\n\nPrio 3 Rust\n\nWe gaan het pad verleggen."
    assert [value.programme for value in values(text)] == ["Prio 2 Schoon water", "Prio 3 Rust"]


def test_rows_of_a_table_give_deed_doer_and_deadline() -> None:
    text = "7 – Actie: Kade inspecteren; Wie: Anna Vos; Voor: 18 maart 2024; Status: loopt"
    (value,) = values(text)
    assert (value.action, value.actor, value.status) == ("Kade inspecteren", "Anna Vos", "running")
    assert value.deadline is not None and value.deadline.latest == "2024-03-18"


def test_rows_with_a_goal_give_what_was_aimed_at_and_reached() -> None:
    text = "Tabel 2. Stand: 1.2 Laadpalen – Doel: 400 palen; 30 juni 2023: 86; 30 juni 2024: 228; Status: vertraagd"
    (value,) = values(text)
    assert (value.action, value.target, value.realised, value.status) == (
        "1.2 Laadpalen", "400 palen", "228", "delayed",
    )  # fmt: skip


def test_items_under_a_heading_of_tasks_are_planned() -> None:
    text = (
        "Actiepunten\n\n- A. Vos: kaart tekenen (voor 1 mei 2024)\n- Opstellen van een lijst\n"
        "PROJECTTEAM\n- Verslag rondsturen\n\nDe zaal was vol en het was een mooie dag voor wie er was geweest."
    )
    assert [(value.actor, value.action) for value in values(text)] == [
        ("A. Vos", "kaart tekenen (voor 1 mei 2024)"),
        (None, "Opstellen van een lijst"),
        ("PROJECTTEAM", "Verslag rondsturen"),
    ]


@pytest.mark.parametrize(
    ("text", "target", "realised", "status"),
    [
        ("30 participanten, doelstelling 50", "50", "30 participanten", "running"),
        ("Leerplekken: doel: 100 / gerealiseerd: 145", "100", "145", "done"),
        ("De doelstelling van 40 bomen is niet gehaald.", "40 bomen", None, "missed"),
    ],
)
def test_a_goal_in_figures_is_set_against_what_was_reached(
    text: str, target: str, realised: str | None, status: str
) -> None:
    (value,) = values(text)
    assert (value.target, value.realised, value.status) == (target, realised, status)


def test_what_stands_before_the_articles_of_a_decision_is_read() -> None:
    text = (
        "Het college legde het plan voor aan de raad.\n\nArtikel 1\nDe lijst wordt vastgesteld.\n\n"
        "Artikel 2\nDe raad betaalt.\n\nArtikel 3\nDe raad stelt regels."
    )
    assert find(text) == [("college", "done")]


def test_what_is_due_after_the_document_is_still_to_be_done() -> None:
    (value,) = values("De minister stuurt de Kamer voor de zomer van 2025 een brief.", "2024-06")
    assert (value.status, value.actor) == ("planned", "minister")

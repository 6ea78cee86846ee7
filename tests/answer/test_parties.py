"""Who gets something, where it is handed in and who ordered it: one who plays another part is never the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.parties import find_part, names_nobody, trim_verb
from assistant.answer.question import parse_question
from assistant.answer.tellshort import tell_short
from assistant.answer.weighing import find_best
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

SHORTS = [
    # who gets it, and not who gives it
    (
        "Wie kan subsidie krijgen voor een botenhuis?",
        "De minister kan aan een roeivereniging subsidie verstrekken voor een botenhuis.",
        "een roeivereniging",
    ),
    (
        "Wie kan subsidie aanvragen voor een botenhuis?",
        "Op aanvraag van een havenbedrijf kan de gedeputeerde subsidie verlenen voor een botenhuis.",
        "een havenbedrijf",
    ),
    (
        "Aan wie wordt de botensubsidie verstrekt?",
        "Het college verstrekt de botensubsidie aan verenigingen met een eigen steiger.",
        "verenigingen",
    ),
    # where it is handed in
    (
        "Bij wie moet een schipper de aanvraag indienen?",
        "De aanvraag van de schipper wordt voor 1 mei ingediend bij de havendienst.",
        "de havendienst",
    ),
    (
        "Waar kan ik een losgeslagen boot melden?",
        "Ziet u een losgeslagen boot, meld dit dan aan het Nautisch Meldpunt.",
        "het Nautisch Meldpunt",
    ),
    # who ordered it, and not who made it
    (
        "Wie gaf opdracht voor de havenatlas?",
        "De havenatlas is in 2031 gemaakt door Bureau Kaap. Opdrachtgever voor de atlas is het Ministerie van Wateren.",
        "het Ministerie van Wateren",
    ),
    # "door" goes with its own noun or its own participle
    (
        "Wie moet de logboeken bewaren?",
        "De logboeken worden bewaard, tenzij anders bepaald door Rijks- of regionale wetgeving. "
        "Schippers van sleepboten op de rivier moeten de logboeken bewaren.",
        "Schippers van sleepboten",
    ),
    # a subject with a clause of its own
    (
        "Wie moet een aanvaring melden?",
        "Verhuurders van boten die in de haven varen, moeten een aanvaring melden bij de havendienst.",
        "verhuurders van boten",
    ),
]


def _tell(desk: Desk, question: str, text: str) -> str | None:
    """Give the short answer of the best sentence of a text."""
    weighed = desk.weigh(question, text)
    best = find_best(weighed)
    return None if best is None else tell_short(weighed, best)


@pytest.mark.parametrize(("question", "text", "short"), SHORTS)
def test_the_one_who_plays_the_asked_part_is_told(desk: Desk, question: str, text: str, short: str) -> None:
    assert _tell(desk, question, text) == short


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Wie kan subsidie krijgen voor een kade?", True),
        ("Wie komt in aanmerking voor een ligplaats?", True),
        ("Bij wie dien je het verzoek in?", False),
        ("Bij wie kan een schipper het verzoek indienen?", True),
        ("Wie gaf opdracht voor het onderzoek?", True),
        ("Wie voert in opdracht van de haven de keuring uit?", False),
        ("Wie opende de kade?", False),
    ],
)
def test_parts_are_asked_by_their_words(question: str, asks: bool) -> None:
    assert (find_part(parse_question(question)) is not None) is asks


def test_a_signature_does_not_tell_who_gets_it(desk: Desk) -> None:
    text = "# Regeling botenhuizen\n\nDe regeling is voor botenhuizen langs de rivier.\n\nDe Minister van Wateren,\nJ.P. Kraak"
    assert "Kraak" not in (_tell(desk, "Wie kan subsidie krijgen voor een botenhuis?", text) or "")


def test_a_day_or_a_rule_is_nobody(desk: Desk) -> None:
    question = "Wie regelt de ligplaatsen?"
    text = "De Havenregeling geldt vanaf 1 mei 2031 voor ligplaatsen."
    weighed = desk.weigh(question, text)
    unit = next(unit for unit in weighed.units if "ligplaatsen" in unit.text)
    for told in ("1 mei 2031", "Havenregeling"):
        start = unit.reading.document.text.index(told)
        assert names_nobody(weighed.question, unit, type(unit.span)(start, start + len(told)))


def test_a_name_stands_without_the_verb_behind_it() -> None:
    assert trim_verb("Havenbeheerders dragen") == "Havenbeheerders"
    assert trim_verb("de Dienst Wateren") == "de Dienst Wateren"


ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")
GRANTS = """# Subsidieregeling veren Lutterveen

1. De minister kan op aanvraag subsidie verstrekken aan een veerstichting voor het varen van veren.

2. De schippers dienen verslagen in bij de veerstichting.
"""


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Wie verstrekt de subsidie voor het varen van veren?", "de minister"),
        ("Van wie krijgt een veerstichting subsidie?", "de minister"),
        ("Door wie kan subsidie worden verstrekt voor veren?", "de minister"),
        ("Welke organisaties kunnen subsidie krijgen voor het varen van veren?", "een veerstichting"),
    ],
)
def test_who_gives_and_who_gets_are_told_apart(desk: Desk, question: str, short: str) -> None:
    reading = desk.read(GRANTS)
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert (answer.short or "").lower() == short


def test_a_giver_is_not_told_where_a_list_of_receivers_is_asked(desk: Desk) -> None:
    reading = desk.read("# Regeling\n\nDe minister kan subsidie verstrekken aan een schipper die vaart.")
    answer = compose_answer(
        "Wie kunnen als schipper subsidie krijgen?", desk.hits([reading]), desk.library([reading]), ALL
    )
    assert "minister" not in (answer.short or "")

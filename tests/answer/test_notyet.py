"""What is planned, nearly so or past says no yes to a question for what is so by now; nor does what is said of another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.evidence import gather_units
from assistant.answer.othernames import tells_of_other_name
from assistant.answer.question import parse_question
from assistant.types import Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def verdict(desk: Desk, text: str, question: str) -> str | None:
    reading = desk.read(f"---\ntitle: Stand van zaken\ndate: 2024-05-01\n---\n\n{text}\n")
    answer = compose_answer(question, desk.hits([reading]), desk.library([reading]), ALL)
    assert answer.answered
    return answer.short


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("De batterij aan de Harkweg wordt in 2025 geleverd.", "Is de batterij aan de Harkweg geleverd?"),
        ("De batterij aan de Harkweg wordt in 2025 geleverd.", "Is de batterij aan de Harkweg al geleverd?"),
        ("De bouw van de loods in Mere begint in 2026.", "Is de bouw van de loods in Mere gestart?"),
        ("De bouw van de loods in Mere begint in 2026.", "Is de bouw van de loods in Mere al begonnen?"),
        ("De school in Park opent in september de deuren.", "Is de school in Park geopend?"),
        (
            "Het besluit over bomen treedt op 1 januari 2030 in werking.",
            "Is het besluit over bomen in werking?",
        ),
        ("De centrale in Huissen sluit in 2026.", "Is de centrale in Huissen gesloten?"),
        ("De kering bij Hoef is bijna klaar.", "Is de kering bij Hoef klaar?"),
        ("De kering bij Hoef is in mei klaar.", "Is de kering bij Hoef al klaar?"),
        ("Het museum in Tiel was in 2020 open.", "Is het museum in Tiel open?"),
        ("De dijk bij Lomm wordt in 2026 verbreed.", "Is de dijk bij Lomm verbreed?"),
        ("De huur van de hal in Oss wordt in 2026 beëindigd.", "Is de huur van de hal in Oss beëindigd?"),
        ("De proef in Kerk wordt in 2026 geëvalueerd.", "Is de proef in Kerk geëvalueerd?"),
        ("De proef in Kerk loopt sinds 2022 en eindigt in 2026.", "Is de proef in Kerk geëindigd?"),
        (
            "De bijdrage voor Kolk kan worden ingetrokken als de boot lekt.",
            "Is de bijdrage voor Kolk ingetrokken?",
        ),
        ("De stad kan de bijdrage voor Kolk intrekken.", "Is de bijdrage voor Kolk ingetrokken?"),
        ("De kade in Rool moet worden hersteld.", "Is de kade in Rool hersteld?"),
        ("De tunnel bij Lent is over twee jaar klaar.", "Is de tunnel bij Lent klaar?"),
        (
            "De stad Horn heeft de grond aangekocht en verkoopt die in 2026.",
            "Heeft de stad Horn de grond verkocht?",
        ),
        ("Het beleid voor bomen is vanaf 1 maart 2026 van kracht.", "Is het beleid voor bomen van kracht?"),
        ("De tunnel bij Lent is uiterlijk 2027 klaar.", "Is de tunnel bij Lent klaar?"),
        ("De tunnel bij Lent is voor de zomer klaar.", "Is de tunnel bij Lent al klaar?"),
        ("Het depot in Wijk is dit najaar gereed.", "Is het depot in Wijk gereed?"),
    ],
)
def test_what_is_to_come_or_was_is_no_yes(desk: Desk, text: str, question: str) -> None:
    assert verdict(desk, text, question) is None


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        (
            "De batterij aan de Harkweg wordt in 2025 geleverd.",
            "Wordt de batterij aan de Harkweg geleverd?",
            "Ja",
        ),
        ("De brug in Laar is op 3 april geopend.", "Is de brug in Laar geopend?", "Ja"),
        ("In 2019 wordt de tunnel van Duin geopend.", "Is de tunnel van Duin geopend?", "Ja"),
        (
            "De huur van de zaal in Berg is verhoogd; in 2025 wordt zij weer verhoogd.",
            "Is de huur van de zaal in Berg verhoogd?",
            "Ja",
        ),
        ("De kade in Rool is vrijwel altijd open.", "Is de kade in Rool open?", "Ja"),
        ("De stal in Oord was in 2010 gesloten en is nu weer open.", "Is de stal in Oord open?", "Ja"),
        ("De haven van Mere is sinds 2020 open.", "Is de haven van Mere open?", "Ja"),
        ("De school in Kolm is klaar en gaat in september open.", "Is de school in Kolm klaar?", "Ja"),
        ("Het depot in Strand is al open en wordt in 2025 uitgebreid.", "Is het depot in Strand open?", "Ja"),
        (
            "Het college van Horn verleent op 5 mei de vergunning voor de kermis.",
            "Heeft het college van Horn de vergunning voor de kermis verleend?",
            "Ja",
        ),
        (
            "De stad Horn heeft de grond aangekocht en verkoopt die in 2026.",
            "Heeft de stad Horn de grond aangekocht?",
            "Ja",
        ),
        ("Het beleid voor bomen is sinds 2021 van kracht.", "Is het beleid voor bomen van kracht?", "Ja"),
        (
            "Het beleid voor bomen is vanaf 1 maart 2021 van kracht.",
            "Is het beleid voor bomen van kracht?",
            "Ja",
        ),
        (
            "De kade in Rool is hersteld en kan weer worden gebruikt.",
            "Is de kade in Rool hersteld?",
            "Ja",
        ),
        ("Op de kade in Rool mag worden gevist.", "Mag op de kade in Rool worden gevist?", "Ja"),
        ("De kerk in Dorp is verkocht.", "Is de kerk in Dorp verkocht?", "Ja"),
        ("Het museum in Tiel is in de zomer open.", "Is het museum in Tiel in de zomer open?", "Ja"),
        ("De proef in Kerk is in 2023 geëvalueerd.", "Is de proef in Kerk geëvalueerd?", "Ja"),
        ("De huur van de hal in Oss is beëindigd.", "Is de huur van de hal in Oss beëindigd?", "Ja"),
        (
            "De proef in Kerk is geëvalueerd en wordt in 2026 weer geëvalueerd.",
            "Is de proef in Kerk geëvalueerd?",
            "Ja",
        ),
        ("De sporthal in Berkum is nog niet klaar.", "Is de sporthal in Berkum al klaar?", "Nee"),
        (
            "De woningen in Veld worden pas in 2028 opgeleverd.",
            "Zijn de woningen in Veld al opgeleverd?",
            "Nee",
        ),
    ],
)
def test_what_is_done_or_denied_is_told(desk: Desk, text: str, question: str, said: str) -> None:
    assert verdict(desk, text, question) == said


@pytest.mark.parametrize(
    ("text", "question", "said"),
    [
        ("De boot in Horn vaart niet vaker dan twee keer per dag.", "Vaart de boot in Horn?", "Ja"),
        (
            "De boot in Horn vaart niet vaker dan twee keer per dag.",
            "Vaart de boot in Horn twee keer per dag?",
            None,
        ),
        (
            "De boot in Horn vaart niet vaker dan twee keer per dag.",
            "Vaart de boot in Horn vaker dan twee keer per dag?",
            "Nee",
        ),
        ("De toren in Mere is niet hoger dan 12 meter.", "Is de toren in Mere hoger dan 12 meter?", "Nee"),
        ("De toren in Mere is niet hoger dan 12 meter.", "Is de toren in Mere 12 meter hoog?", None),
        ("De tuin van Horn is niet groter dan de kade.", "Is de tuin van Horn groter dan de kade?", "Nee"),
        (
            "De subsidie voor daken bedraagt niet meer dan 5.000 euro.",
            "Bedraagt de subsidie voor daken 5.000 euro?",
            None,
        ),
        ("De subsidie voor daken bedraagt 5.000 euro.", "Bedraagt de subsidie voor daken 5.000 euro?", "Ja"),
        (
            "Een tent in Horn mag hoogstens drie dagen blijven.",
            "Mag een tent in Horn drie dagen blijven?",
            "Ja",
        ),
        ("De bus naar Horn rijdt niet.", "Rijdt de bus naar Horn?", "Nee"),
        (
            "De toren in Mere mag niet hoger dan 12 meter zijn.",
            "Mag de toren in Mere hoger zijn dan 12 meter?",
            "Nee",
        ),
        (
            "De toren in Mere mag niet hoger dan 12 meter zijn.",
            "Mag de toren in Mere boven de 12 meter zijn?",
            "Nee",
        ),
        ("De bus naar Horn rijdt niet later dan 11 uur.", "Rijdt de bus naar Horn na 11 uur?", "Nee"),
    ],
)
def test_a_bound_denies_nothing_and_tells_no_more_than_a_bound(
    desk: Desk, text: str, question: str, said: str | None
) -> None:
    assert verdict(desk, text, question) == said


@pytest.mark.parametrize(
    ("text", "asked", "said"),
    [
        (
            "Het contract met Rijnwater is getekend. Aqua wacht nog.",
            "Is het contract met Aqua al getekend?",
            None,
        ),
        ("Het contract met Aqua en Rijnwater is getekend.", "Is het contract met Aqua al getekend?", "Ja"),
        ("De inwoners van Gent zijn verzekerd.", "Zijn de inwoners van Gent verzekerd?", "Ja"),
    ],
)
def test_what_is_said_of_another_name_decides_nothing(
    desk: Desk, text: str, asked: str, said: str | None
) -> None:
    assert verdict(desk, text, asked) == said


def test_a_place_may_lie_in_the_one_that_is_asked_about(desk: Desk) -> None:
    asked = "Komen er trams in Vlaanderen?"
    reading = desk.read("Er komen trams in Gent.")
    units = gather_units(
        parse_question(asked), desk.hits([reading]), {reading.document.id: reading}.__getitem__
    )
    assert not any(tells_of_other_name(asked, unit) for unit in units)
    asked = "Is het contract met Aqua al getekend?"
    reading = desk.read("Het contract met Rijnwater is getekend.")
    units = gather_units(
        parse_question(asked), desk.hits([reading]), {reading.document.id: reading}.__getitem__
    )
    assert any(tells_of_other_name(asked, unit) for unit in units)

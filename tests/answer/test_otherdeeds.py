"""Why something was abolished is not told by why it was introduced, nor by why another one was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.types import Answer, Completeness

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def ask(desk: Desk, question: str, text: str) -> Answer:
    readings = [desk.read(f"# Nota\n\n{text}\n")]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL)


@pytest.mark.parametrize(
    ("question", "text"),
    [
        (
            "Waarom is de buurtsubsidie afgeschaft?",
            "Het college voerde de buurtsubsidie in omdat de wijken weinig geld hadden.\n\nIn 2024 is de buurtsubsidie afgeschaft.",
        ),
        (
            "Wat is de reden voor de afschaffing van de buurtsubsidie?",
            "Het college voerde de buurtsubsidie in omdat de wijken weinig geld hadden.\n\nIn 2024 is de buurtsubsidie afgeschaft.",
        ),
        (
            "Waarom weigerde het gezag de vergunning van Kolder?",
            "Het gezag verleende de vergunning van Kolder omdat de tank aan de eisen voldeed.",
        ),
        (
            "Waarom kreeg Kolder geen vergunning?",
            "Het gezag verleende de vergunning aan Kolder omdat de tank aan de eisen voldeed.",
        ),
        (
            "Waarom sloot de molen in Oord?",
            "De molen in Oord opende in 1998 omdat de bakkers meel zochten. In maart sloot de molen.",
        ),
        (
            "Waarom daalt de wachtlijst van de jachthaven?",
            "De wachtlijst van de jachthaven is gegroeid doordat er weinig steigers zijn.",
        ),
        (
            "Waarom is de bijdrage aan Kolder toegekend?",
            "De bijdrage aan Kolder is stopgezet omdat de tank leeg was.",
        ),
        (
            "Waarom stopte de stad met de aanleg van het viaduct?",
            "De stad begon met de aanleg van het viaduct omdat de rijen lang waren.",
        ),
        (
            "Waarom werd het tarief van het veer verlaagd?",
            "De stad verhoogde het tarief van het veer wegens de prijs van diesel.",
        ),
        (
            "Waarom koos de provincie niet voor Zuidermeer?",
            "Voor Zuidermeer koos de provincie omdat het daar vaak waait.",
        ),
        (
            "Waarom koos de provincie niet voor Zuidermeer?",
            "Voor Zuidermeer koos de provincie omdat het daar waait. De provincie koos niet voor Noordermeer omdat de bodem slap is.",
        ),
        (
            "Waarom is het verzoek van De Linde afgewezen?",
            "Het verzoek van De Linde is toegewezen omdat de buurt het steunt. Het verzoek van Ons Huis is afgewezen omdat de buurt boos was.",
        ),
        (
            "Waarom werd de vergunning van Brandstra geweigerd?",
            "De vergunning van Brandstra is geweigerd.\n\nDe aanvraag van Molema is geweigerd omdat het geluid te hard was.",
        ),
    ],
)
def test_the_reason_of_another_deed_or_of_another_name_is_no_answer(
    desk: Desk, question: str, text: str
) -> None:
    answer = ask(desk, question, text)
    assert answer.short is None


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (
            "Waarom is de buurtsubsidie ingevoerd?",
            "Het college voerde de buurtsubsidie in omdat de wijken weinig geld hadden. In 2024 is zij afgeschaft.",
            "geld",
        ),
        (
            "Waarom schafte het college de buurtsubsidie af?",
            "De buurtsubsidie is ingevoerd omdat er geld was. Het college schafte de buurtsubsidie af. De reden was dat niemand haar vroeg.",
            "niemand",
        ),
        (
            "Waarom is het bad in Oord dicht?",
            "Het bad in Oord gaat pas weer open als de pomp gemaakt is, want anders is het water vuil.",
            "water",
        ),
        (
            "Waarom sluit de bibliotheek niet?",
            "De bibliotheek blijft open, omdat de buurt haar niet kan missen.",
            "missen",
        ),
        (
            "Waarom is het viaduct nog niet open?",
            "De opening van het viaduct is uitgesteld doordat beton ontbreekt.",
            "beton",
        ),
        (
            "Waarom is de winkel gestopt?",
            "De winkel is gestopt door de verhoging van de huur.",
            "huur",
        ),
        (
            "Waarom nam het aantal bezoekers af?",
            "Het aantal bezoekers nam af omdat de prijs werd verhoogd.",
            "prijs",
        ),
        (
            "Waarom steeg het aantal klachten?",
            "Het aantal klachten daalde eerst, maar liep daarna op door de verbouwing van het station.",
            "verbouwing",
        ),
        (
            "Waarom werd de bijdrage aan Brandstra geweigerd?",
            "De raad van Utrecht weigerde de bijdrage aan Brandstra omdat de cijfers ontbraken.",
            "cijfers",
        ),
        (
            "Waarom rijdt de tram niet door de Kerkstraat?",
            "De tram rijdt niet door de Kerkstraat omdat die te smal is. De tram rijdt om het park heen, want daar is ruimte.",
            "smal",
        ),
        (
            "Waarom koos de provincie niet voor Noordermeer?",
            "De provincie koos niet voor Noordermeer omdat de bodem er slap is. Voor Zuidermeer koos de provincie omdat het daar waait.",
            "slap",
        ),
        (
            "Waarom gaat het windpark in Oosterveld niet door?",
            "Het windpark in Oosterveld gaat niet door vanwege de vogels.",
            "vanwege de vogels",
        ),
        (
            "Waarom groeit het windpark in Oosterveld?",
            "Het windpark in Oosterveld groeit niet alleen vanwege de wind, maar ook vanwege de ruimte.",
            "niet alleen vanwege de wind",
        ),
        (
            "Waarom wordt het tolhuis in Mere niet gesloopt?",
            "Het tolhuis in Mere mag niet worden gesloopt omdat het een monument is. Het tolhuis in Mere wordt gebruikt omdat er een winkel kwam.",
            "monument",
        ),
        (
            "Waarom is het bad dicht?",
            "Het bad opent in mei omdat de vloer lekt.",
            "vloer",
        ),
        (
            "Waarom werd de brug niet geopend?",
            "De opening van de brug is verschoven omdat het staal ontbrak.",
            "staal",
        ),
        (
            "Waarom voert de stad een nieuwe heffing in?",
            "De heffing van vroeger wordt afgeschaft omdat zij oneerlijk was.",
            "oneerlijk",
        ),
        (
            "Waarom kocht de gemeente het pand?",
            "De eigenaar verkocht het pand aan de gemeente omdat hij met pensioen ging.",
            "pensioen",
        ),
        (
            "Waarom kreeg Brandstra geen vergunning?",
            "Het bedrijf Brandstra kreeg geen vergunning omdat de aanvraag van Molema eerder kwam.",
            "Molema",
        ),
        (
            "Waarom is de regering van Ruritanië boos?",
            "In Ruritanië is het onrustig. De regering van De Wit is boos omdat de grens dicht is.",
            "grens",
        ),
        (
            "Waarom trok het college de vergunning van de kermis in?",
            "Het college trok de vergunning van de kermis in omdat er brand was geweest. De vergunning was in mei verleend.",
            "brand",
        ),
    ],
)
def test_the_reason_of_what_is_asked_stays(desk: Desk, question: str, text: str, said: str) -> None:
    answer = ask(desk, question, text)
    assert answer.short is not None
    assert said in answer.short


@pytest.mark.parametrize(
    ("question", "text", "said"),
    [
        (
            "Waarom werd de markt verplaatst?",
            "De markt werd verplaatst na klachten van omwonenden.",
            "na klachten van omwonenden",
        ),
        (
            "Waarom stelde de gemeente een nieuw plan op voor Weideveld?",
            "Na de vernietiging van het plan Weideveld stelde de gemeente een nieuw plan op.",
            "Na de vernietiging van het plan Weideveld stelde de gemeente een nieuw plan op",
        ),
        (
            "Waarom is de hal van Doorn ontruimd?",
            "De hal van Doorn is ontruimd op last van de brandweer.",
            "op last van de brandweer",
        ),
    ],
)
def test_what_came_before_may_be_the_reason(desk: Desk, question: str, text: str, said: str) -> None:
    assert ask(desk, question, text).short == said

"""Sentences that say what something is, and those that only hold its name."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from assistant.answer.explanations import MAY_SAY, SAYS, TELLS, find_explanation
from assistant.answer.weighing import find_best

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


@pytest.mark.parametrize(
    ("thing", "text", "said", "surely"),
    [
        (
            "wijkpunt",
            "Een wijkpunt is een plek waar buren elkaar helpen.",
            "een plek waar buren elkaar helpen",
            SAYS,
        ),
        (
            "wijkpunten",
            "Wijkpunt: een plek waar buren elkaar helpen.",
            "een plek waar buren elkaar helpen",
            SAYS,
        ),
        ("buurttoets", "De buurttoets (BT) houdt in dat buren oordelen.", "dat buren oordelen", SAYS),
        (
            "zacht land",
            "Met zacht land bedoelen we akkers zonder bebouwing.",
            "akkers zonder bebouwing",
            SAYS,
        ),
        (
            "boomgeld",
            "Onder boomgeld verstaat deze regeling het bedrag voor een gekapte boom.",
            "het bedrag voor een gekapte boom",
            SAYS,
        ),
        ("Zonveld", "Zonveld = het park met de panelen", "het park met de panelen", SAYS),
        (
            "valkans",
            "De valkans is de kans per jaar dat een boom omwaait.",
            "de kans per jaar dat een boom omwaait",
            SAYS,
        ),
        ("valkans", "(Valkans is de maat voor oude bomen).", "de maat voor oude bomen", SAYS),
        ("schuifplan", "Het schuifplan (een lijst van zalen) is klaar.", "een lijst van zalen", MAY_SAY),
        (
            "wijkzorg",
            "Wijkzorg is verpleging die aan huis komt.",
            "verpleging die aan huis komt",
            SAYS,
        ),
        (
            "object",
            "Een object is volgens het Parkbesluit (artikel 2) een toestel of een bouwsel.",
            "een toestel of een bouwsel",
            SAYS,
        ),
        ("buurttoets", "Een buurt toets is een oordeel van de buren.", "een oordeel van de buren", SAYS),
        (
            "Zonveld",
            "De stroom komt van Zonveld, het park met de panelen.",
            "het park met de panelen",
            MAY_SAY,
        ),
        (
            "zacht werken",
            "We willen zacht werken: we horen eerst de buren.",
            "we horen eerst de buren",
            MAY_SAY,
        ),
        (
            "wijkpunt",
            "Een plek waar buren elkaar helpen, heet een Wijkpunt.",
            "Een plek waar buren elkaar helpen",
            MAY_SAY,
        ),
        (
            "wijkpunt",
            "Een wijkpunt verbindt de buren met de zorg.",
            "verbindt de buren met de zorg",
            TELLS,
        ),
        (
            "buurttoets",
            "Met de buurttoets beoordelen de buren een plan.",
            "beoordelen de buren een plan",
            TELLS,
        ),
    ],
)
def test_a_sentence_says_what_a_thing_is(thing: str, text: str, said: str, surely: float) -> None:
    found = find_explanation(thing, text)
    assert found is not None
    assert (found.span.of(text), found.surely) == (said, surely)


@pytest.mark.parametrize(
    "text",
    [
        "De planning van het wijkpunt is kwetsbaar.",
        "Het wijkpunt is in mei verplaatst naar de markt.",
        "We breiden het wijkpunt uit naar de andere buurten.",
        "Wijkpunten zijn belangrijk.",
        "We bouwen een school, een wijkpunt, een brug en een hal.",
        "Lees de Handreiking wijkpunt (uitgave november 2007) na.",
        "Het plan voor het wijkpunt (hierna te noemen plan) is klaar.",
        "Een wijkpunt is een van de vier pijlers van het plan.",
        "Het wijkpunt is een goede zaak voor Lier.",
    ],
)
def test_a_sentence_with_its_name_does_not_say_what_a_thing_is(text: str) -> None:
    assert find_explanation("wijkpunt", text) is None


def test_a_sentence_without_end_is_read_at_once() -> None:
    started = time.perf_counter()
    for part in (
        "wijkpunt, ",
        "wijkpunt (a ",
        "met wijkpunt ",
        "wijkpunt in de ",
        "een wijkpunt is ",
        "a ",
        "(wijkpunt",
    ):
        find_explanation("wijkpunt", part * 400)
    assert time.perf_counter() - started < 3


@pytest.mark.parametrize(
    "text",
    [
        "Het wijkpunt is de afgelopen jaren sterk gegroeid.",
        "Het wijkpunt is een jaar later gesloten.",
        "Het wijkpunt is het niet eens met de raad.",
        "De wijkpunten zijn het hele jaar open.",
        "Een wijkpunt betekent niet dat er een loket komt.",
        "Een wijkpunt betekent veel werk voor de gemeente.",
        "Er was geen wijkpunt: de gemeente had geen geld.",
        "Het wijkpunt, de brug en de school worden gebouwd.",
    ],
)
def test_when_it_was_so_or_what_it_is_not_says_not_what_it_is(text: str) -> None:
    assert find_explanation("wijkpunt", text) is None


@pytest.mark.parametrize(
    "text",
    [
        "De Week van het Veer is een week waarin het veer gratis vaart.",
        "De Week van het Veer, een week waarin het veer gratis vaart, is in mei.",
    ],
)
def test_a_time_may_be_what_it_is(text: str) -> None:
    assert find_explanation("Week van het Veer", text) is not None


def test_the_full_name_of_a_body_does_not_tell_what_its_part_is(desk: Desk) -> None:
    text = "De Veldense Ontwikkelings Groep (VOG) bouwt mee. De VOG heeft in dit plan een belangrijke rol."
    named = desk.best("Wat is de VOG?", text)
    assert named is not None
    assert named.short_text == "Veldense Ontwikkelings Groep"
    part = desk.best("Wat is de rol van de VOG?", text)
    assert part is None or part.short_text != "Veldense Ontwikkelings Groep"


def test_a_sentence_that_says_it_goes_before_one_that_may(desk: Desk) -> None:
    answer = desk.weigh(
        "Wat is een valkans?",
        "De valkans (met bomen en takken) wordt elk jaar gemeten, en de valkans staat op de kaart van de valkans.",
        "De valkans is de kans per jaar dat een boom omwaait.",
    )
    best = find_best(answer)
    assert best is not None
    assert best.short_text == "de kans per jaar dat een boom omwaait"

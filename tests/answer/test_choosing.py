"""The learned short answer: a stretch of the sentence where no finder is sure of one."""

from __future__ import annotations

import math
import tracemalloc
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.answer.asking import find_slot
from assistant.answer.choosing import ALL, LEAST, choose_span, read_weights, set_short, weigh_spans
from assistant.answer.kinds import QuestionKind
from assistant.answer.spanfeatures import read_span, view_sentence
from assistant.answer.spans import cut_words, find_spans

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ANSWERS = [
    (
        "Wat voor contacten onderhoudt het waterschap in Duitsland?",
        "Het waterschap onderhoudt in Duitsland bestuurlijke contacten.",
        "bestuurlijke contacten",
    ),
    (
        "Wat zoekt de gemeente in de enquête?",
        "In de enquête zoekt de gemeente ontbrekende looproutes.",
        "ontbrekende looproutes",
    ),
    (
        "Waarin blinkt de haven van Zandwijk uit?",
        "De haven van Zandwijk blinkt uit in overslag van schroot.",
        "overslag van schroot",
    ),
    (
        "Welk beeld geeft de proef van de polder?",
        "De proef geeft het beeld van een zoute polder.",
        "een zoute polder",
    ),
    (
        "Onder wiens leiding komt de nieuwe pont er?",
        "De pont komt er onder leiding van het stadsbestuur, met steun van bewoners.",
        "het stadsbestuur",
    ),
    # several are asked for, and no list stands there
    (
        "Wat voor ondernemers kent de stad een premie toe?",
        "De stad kent startende ondernemers een premie toe.",
        "startende ondernemers",
    ),
]


@pytest.mark.parametrize(("question", "text", "short"), ANSWERS)
def test_what_has_no_name_is_answered_with_a_stretch_of_the_sentence(
    desk: Desk, question: str, text: str, short: str
) -> None:
    weighed = desk.weigh(question, text)
    unit = weighed.units[0]
    set_short(weighed.question, unit, weighed.matcher)
    assert unit.short is not None and unit.short_text is not None
    assert unit.short.of(unit.reading.document.text) == unit.short_text
    assert short in unit.short_text


def test_what_a_finder_is_sure_of_stays(desk: Desk) -> None:
    weighed = desk.weigh("Hoeveel kost de voetbrug?", "De voetbrug over de Linge kost 640.000 euro.")
    unit = weighed.units[0]
    set_short(weighed.question, unit, weighed.matcher)
    assert unit.short_text == "640.000 euro"


@pytest.mark.parametrize(
    "question",
    [
        "Is de brug open?",
        "Welke documenten noemen de brug?",
        "Waarom is de brug open?",
        "Hoe is de brug open?",
        "Wat staat er over de brug?",
        "Wat is de brug?",
        "brug voetgangers",
    ],
)
def test_what_asks_for_more_than_a_stretch_gets_none(desk: Desk, question: str) -> None:
    weighed = desk.weigh(question, "De brug is open voor voetgangers.")
    before = [unit.short for unit in weighed.units]
    for unit in weighed.units:
        set_short(weighed.question, unit, weighed.matcher)
    assert [unit.short for unit in weighed.units] == before


def test_a_stretch_that_is_rather_wrong_than_right_is_not_given(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    weighed = desk.weigh(
        "Wat zoekt de gemeente in de enquête?", "In de enquête zoekt de gemeente looproutes."
    )
    unit = weighed.units[0]
    monkeypatch.setitem(LEAST, weighed.question.kind, 1.0)
    assert choose_span(weighed.question, unit, weighed.matcher) is None
    monkeypatch.setitem(LEAST, weighed.question.kind, 0.0)
    assert choose_span(weighed.question, unit, weighed.matcher) is not None


def test_of_a_very_long_text_the_sentence_that_holds_the_question_is_looked_at(desk: Desk) -> None:
    filler = "- Er wordt veel gebouwd en er wordt ook veel gesloopt in de polder en langs de dijk.\n"
    weighed = desk.weigh(
        "Wat leent de stad uit in het arboretum?",
        "Wat er loopt:\n\n"
        + filler * 12
        + "- De stad leent in het arboretum snoeischaren uit.\n"
        + filler * 3,
    )
    listed = max(weighed.units, key=lambda unit: len(unit.text))
    chosen = choose_span(weighed.question, listed, weighed.matcher)
    assert chosen is not None
    assert "snoeischaren" in chosen.of(listed.reading.document.text)


def test_the_chances_of_what_a_stretch_holds_count_for_it() -> None:
    spans = [(0, 2), (0, 3), (1, 2), (4, 5)]
    place, worth = weigh_spans(spans, np.log(np.array([0.3, 0.25, 0.05, 0.4])))
    assert place == 1
    assert 0.4 < worth < 0.6


def test_a_long_enumeration_is_weighed_as_its_definition_says() -> None:
    cut = cut_words(
        f"De pont vaart langs {', '.join(f'Aar{chr(97 + at % 26)}' for at in range(40))} en Lier."
    )
    spans = list(find_spans(cut))
    scores = np.random.default_rng(5).normal(size=len(spans))
    chances = np.exp(scores) / np.exp(scores).sum()
    worth = [
        sum(
            chance * math.exp((other_last - other_first - last + first) / 5.0)
            for (other_first, other_last), chance in zip(spans, chances, strict=True)
            if first <= other_first and other_last <= last
        )
        for first, last in spans
    ]
    place, found = weigh_spans(spans, scores)
    assert place == int(np.argmax(worth))
    assert found == pytest.approx(worth[place])


def test_the_stretches_of_a_very_long_enumeration_are_weighed_in_little_memory() -> None:
    spans = [(first, last) for first in range(160) for last in range(first + 1, min(160, first + 45) + 1)]
    tracemalloc.start()
    weigh_spans(spans, np.zeros(len(spans)))
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 10_000_000


def test_the_table_has_a_column_for_all_and_weights_that_the_features_have(desk: Desk) -> None:
    weights = read_weights()
    assert {ALL, QuestionKind.PERSON.value, QuestionKind.NAME.value} <= weights.keys()
    weighed = desk.weigh("Wie leidt het loket?", "Het loket wordt geleid door Karin Vos.")
    unit, slot = weighed.units[0], find_slot("Wie leidt het loket?")
    view = view_sentence(slot, unit, weighed.matcher, unit.span)
    features = dict(read_span(slot, view, len(view.cut.words) - 2, len(view.cut.words)))
    assert features["is person"] == 1.0
    assert features["before P"] == 1.0
    assert features.keys() & weights[ALL].keys()

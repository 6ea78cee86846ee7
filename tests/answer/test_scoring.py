"""What must be there for an answer, and how evidence adds up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer.doubts import DOUBTS, SORTS, read_doubts
from assistant.answer.features import FEATURES, OF_SHORT, read_again, read_features
from assistant.answer.scoring import (
    ANSWER_WEIGHTS,
    CROSSED,
    DOUBT_WEIGHTS,
    JUDGED,
    MOST_GAINED,
    ORDER_WEIGHTS,
    THRESHOLD,
    doubt_score,
    judge,
    must_decline,
    order_score,
    read_evidence,
)

if TYPE_CHECKING:
    from tests.answer.conftest import Desk


def refused(desk: Desk, question: str, text: str) -> list[bool]:
    """Give for each sentence, in the order of the text, whether it can be no answer."""
    weighed = desk.weigh(question, text)
    units = sorted(weighed.units, key=lambda unit: unit.key)
    return [must_decline(weighed.question, unit, weighed.matcher) for unit in units]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel kost de brug?", "De brug is 85 meter lang."),
        ("Hoeveel procent stemde voor?", "De leden stemden voor."),
        ("Wanneer werd de brug geopend?", "De brug werd feestelijk geopend."),
        ("Hoe lang duurt de bouw?", "De bouw duurt lang."),
        ("Waar staat de afkorting VGB voor?", "De VGB plant bomen."),
        ("Wie is de penningmeester van Zandclub?", "Zandclub heeft een penningmeester."),
    ],
)
def test_without_a_value_of_the_asked_kind_there_is_no_answer(desk: Desk, question: str, text: str) -> None:
    assert refused(desk, question, text) == [True]


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel kost de brug in Ravenhout?", "De brug in Hemelrode kost 40.000 euro."),
        ("Wie is de voorzitter van Zandclub?", "Voorzitter Karin Vos van Waterclub sprak."),
        ("Wat doet Zandclub?", "Waterclub plant bomen."),
    ],
)
def test_without_the_name_of_the_question_there_is_no_answer(desk: Desk, question: str, text: str) -> None:
    assert refused(desk, question, text) == [True]


def test_the_name_may_stand_in_the_heading_or_the_sentence_beside_it(desk: Desk) -> None:
    below = "# Brug van Ravenhout\n\nDe aanleg kost 40.000 euro.\n"
    beside = "De brug van Ravenhout is nieuw. De aanleg kost 40.000 euro.\n"
    assert refused(desk, "Hoeveel kost de aanleg van de brug van Ravenhout?", below)[-1] is False
    assert refused(desk, "Hoeveel kost de aanleg van de brug van Ravenhout?", beside)[-1] is False


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2021 kostte de brug 40.000 euro.", False),
        ("In 2019 kostte de brug 40.000 euro.", True),
        ("Van 2020 tot 2022 kostte de brug 40.000 euro.", False),
        ("In 2019 en in 2021 kostte de brug 40.000 euro.", False),
    ],
)
def test_fault_53_a_sentence_about_another_year_is_no_answer(
    desk: Desk, text: str, *, expected: bool
) -> None:
    assert refused(desk, "Hoeveel kostte de brug in 2021?", text) == [expected]


def test_yes_or_no_needs_a_sentence_that_decides_or_holds_the_question(desk: Desk) -> None:
    assert refused(desk, "Is de brug geopend?", "De brug is geopend.") == [False]
    assert refused(desk, "Is de brug geopend?", "De molen draait.") == [True]


def test_the_role_of_one_person_is_not_given_to_the_place_of_another(desk: Desk) -> None:
    text = "Aanwezig waren Jan Vos (burgemeester Hemelrode) en Els Mol (schepen Ravenhout)."
    assert refused(desk, "Wie is de burgemeester van Ravenhout?", text) == [True]
    assert refused(desk, "Wie is de burgemeester van Hemelrode?", text) == [False]


def test_a_role_without_a_name_is_of_whom_the_document_is_about(desk: Desk) -> None:
    told = "# Verslag Ravenhout\n\nDe raad bouwt een brug.\n\n## Slot\n\nJan Vos, secretaris, sluit af.\n"
    asked = "Wie is de secretaris van Ravenhout?"
    assert refused(desk, asked, told)[-1] is False
    assert refused(desk, asked, told.replace("secretaris,", "secretaris Hemelrode,"))[-1] is True


def test_a_board_member_is_no_director(desk: Desk) -> None:
    text = "Jan Vos, bestuurslid Zandclub, sprak."
    assert refused(desk, "Wie is de directeur van Zandclub?", text) == [True]
    assert refused(desk, "Wie is bestuurder van Zandclub?", text) == [False]


def test_an_address_asked_for_in_other_words_must_be_spoken_of(desk: Desk) -> None:
    asked = "Wat is het e-mailadres van de provincie Noord-Brabant?"
    assert refused(desk, asked, "De provincie Noord-Brabant ligt in Nederland.") == [True]


def test_features_come_in_the_order_of_their_names(desk: Desk) -> None:
    weighed = desk.weigh("Hoeveel kostte de brug in 2021?", "In 2019 kostte de brug 40.000 euro.")
    features = dict(zip(FEATURES, read_features(weighed.units[0], weighed.matcher), strict=True))
    assert features["hit"] == 1.0
    assert features["fit"] == 1.0
    assert features["conflict"] == 1.0
    assert features["untyped"] == 0.0
    assert 0.0 < features["local"] <= features["context"] <= features["block"] <= 1.0
    assert set(ORDER_WEIGHTS) == set(FEATURES)
    assert set(ANSWER_WEIGHTS) == {*JUDGED, "bias"}
    assert tuple(DOUBT_WEIGHTS) == (*DOUBTS, "refused")
    crossed = {f"{one}*{other}" for one, other in CROSSED}
    assert set(JUDGED) <= {*FEATURES, *DOUBTS, *SORTS, "score", "refused", *crossed}


def test_features_tell_how_soon_and_how_literally_a_sentence_speaks_of_the_question(desk: Desk) -> None:
    text = "De houten brug staat in Lier. De verf is groen. Sinds kort, zo blijkt, staat ook in Lier een houten brug."
    weighed = desk.weigh("Waarom staat er een houten brug in Lier?", text)
    units = sorted(weighed.units, key=lambda unit: unit.key)
    one, other, last = (
        dict(zip(FEATURES, read_features(unit, weighed.matcher), strict=True)) for unit in units
    )
    assert one["first"] > last["first"] > other["first"] == 0.0
    assert one["exact"] == last["exact"] == 1.0 > other["exact"]
    assert (one["before"], last["after"]) == (0.0, 0.0)
    assert other["before"] == other["after"] == 1.0


def test_a_sentence_with_all_of_the_question_stands_above_one_with_little(desk: Desk) -> None:
    text = "De brug in Lier werd op 4 maart 2021 geopend.\n\nDe markt werd op 2 mei 2021 geopend.\n"
    weighed = desk.weigh("Wanneer werd de brug in Lier geopend?", text)
    assert [unit.short_text for unit in weighed.units] == ["4 maart 2021", "2 mei 2021"]
    assert weighed.units[0].probability > THRESHOLD
    assert weighed.units[0].probability > weighed.units[1].probability


def test_the_doubts_about_a_sentence_count_in_its_score(desk: Desk) -> None:
    weighed = desk.weigh("Wie opende de brug?", "De brug werd in Ravenhout geopend.")
    unit, matcher = weighed.units[0], weighed.matcher
    about = read_doubts(weighed.question, unit, matcher)
    refusal = must_decline(weighed.question, unit, matcher)
    change = doubt_score(about, refused=refusal)
    assert change != 0.0
    assert unit.score == pytest.approx(order_score(read_features(unit, matcher)) + change)
    assert doubt_score(about, refused=True) < doubt_score(about, refused=False)


def test_sentences_that_were_not_doubted_stay_behind_those_that_were(desk: Desk) -> None:
    text = " ".join(f"De brug in Lier kreeg {number} palen van hout." for number in range(100, 170))
    weighed = desk.weigh("Hoeveel palen kreeg de brug in Lier?", text)
    scores = [unit.score for unit in weighed.units]
    assert len(scores) == 70
    assert scores == sorted(scores, reverse=True)
    assert [unit.probability > 0.0 for unit in weighed.units] == [True] * 60 + [False] * 10


def doubts(desk: Desk, question: str, text: str) -> dict[str, float]:
    """Give the doubts about the last sentence of a text."""
    weighed = desk.weigh(question, text)
    unit = max(weighed.units, key=lambda unit: unit.key)
    return dict(zip((*DOUBTS, *SORTS), read_doubts(weighed.question, unit, weighed.matcher), strict=True))


def test_a_value_with_nothing_of_the_question_but_its_name_is_bare(desk: Desk) -> None:
    asked = "Hoeveel werknemers telt Zandclub?"
    assert doubts(desk, asked, "Zandclub telt 40 werknemers.")["bare"] == 0.0
    assert doubts(desk, asked, "De brug bij Zandclub kreeg 40 palen.")["bare"] == 1.0
    assert doubts(desk, "Waarom stopte Zandclub?", "Zandclub plant bomen.")["bare"] == 0.0


def test_the_more_of_the_question_is_told_the_less_the_doubt(desk: Desk) -> None:
    asked = "Wanneer werd de houten brug over het water geverfd?"
    little, more, most = (
        doubts(desk, asked, text)["told"]
        for text in ("De brug is oud.", "De brug is van hout en werd geverfd.", asked)
    )
    assert 0.0 < little < more < most <= 1.0


def test_another_name_is_a_rival_while_the_asked_one_is_far(desk: Desk) -> None:
    asked = "Hoeveel bomen plantte Zandclub?"
    assert doubts(desk, asked, "Waterclub plantte 40 bomen.")["rival"] == 1.0
    assert doubts(desk, asked, "Zandclub plantte met Waterclub 40 bomen.")["rival"] == 0.0
    assert doubts(desk, asked, "Er werden 40 bomen geplant.")["rival"] == 0.0


def test_why_without_a_reason_is_unmarked(desk: Desk) -> None:
    asked = "Waarom sloot Zandclub?"
    assert doubts(desk, asked, "Zandclub sloot vorig jaar.")["unmarked"] == 1.0
    assert doubts(desk, asked, "Zandclub sloot omdat het geld op was.")["unmarked"] == 0.0


def test_who_answered_with_no_person_is_nobody(desk: Desk) -> None:
    asked = "Wie opende de brug?"
    assert doubts(desk, asked, "Karin Vos opende de brug.")["nobody"] == 0.0
    assert doubts(desk, asked, "De brug werd geopend in Ravenhout.")["nobody"] == 1.0


def test_evidence_beside_other_evidence_is_their_product() -> None:
    features = [0.5 if name == "plain" else 0.0 for name in FEATURES]
    asked = [1.0 if name == "measured" else 0.0 for name in (*DOUBTS, *SORTS)]
    evidence = dict(zip(JUDGED, read_evidence(features, asked, 5.0, refused=True), strict=True))
    assert evidence["measured*plain"] == evidence["score"] == 0.5
    assert evidence["refused"] == 1.0
    assert evidence["refused*close"] == evidence["measured*lacking"] == 0.0


def test_a_unit_without_what_an_answer_needs_is_less_likely() -> None:
    middling = [0.5] * len(FEATURES), [0.5] * len((*DOUBTS, *SORTS)), 5.0
    assert judge(read_evidence(*middling, refused=True)) < judge(read_evidence(*middling, refused=False))


@given(st.lists(st.floats(0.0, 1.0), min_size=len(FEATURES), max_size=len(FEATURES)))
def test_a_probability_lies_between_0_and_1_and_the_score_is_linear(features: list[float]) -> None:
    score = order_score(features)
    evidence = read_evidence(features, [0.5] * len((*DOUBTS, *SORTS)), score, refused=False)
    assert 0.0 < judge(evidence) < 1.0
    assert order_score([2 * value for value in features]) == pytest.approx(2 * score)
    assert order_score([0.0] * len(FEATURES)) == 0.0


def test_a_short_answer_is_sought_only_where_it_can_still_matter(desk: Desk) -> None:
    text = "De brug kostte 3 miljoen euro. " + " ".join(
        f"In de tuin vond Jan {number} euro." for number in range(10, 80)
    )
    question = "Hoeveel kostte de brug?"
    some, every = desk.weigh(question, text), desk.weigh(question, text, wholly=True)
    assert some.units[0].short_text == every.units[0].short_text == "3 miljoen euro"
    assert [unit.span for unit in some.units[:10]] == [unit.span for unit in every.units[:10]]
    assert [unit.probability for unit in some.units[:10]] == [unit.probability for unit in every.units[:10]]
    sought = [sum(unit.short is not None for unit in weighed.units) for weighed in (some, every)]
    assert sought == [60, 71]


def test_a_short_answer_changes_the_features_that_tell_of_it_alone(desk: Desk) -> None:
    weighed = desk.weigh("Hoeveel kostte de brug?", "De brug kostte 3 miljoen euro. De tuin is groen.")
    for unit in weighed.units:
        before = replace(unit, short=None, fit=0.0, near=0.0, cue=0.0)
        read = read_features(before, weighed.matcher)
        assert read_again(read, unit) == read_features(unit, weighed.matcher)


def test_no_short_answer_adds_more_than_is_reckoned_with() -> None:
    without = dict.fromkeys(FEATURES, 0.0) | {"untyped": 1.0}
    best = dict.fromkeys(FEATURES, 0.0) | dict.fromkeys(OF_SHORT, 1.0) | {"untyped": 0.0}
    gained = order_score(tuple(best.values())) - order_score(tuple(without.values()))
    assert gained <= MOST_GAINED + 1e-9


def test_a_thing_that_is_to_be_explained_is_doubted_where_nothing_says_what_it_is(desk: Desk) -> None:
    asked = "Wat is een wijkpunt?"
    assert doubts(desk, asked, "Een wijkpunt is een plek waar buren elkaar helpen.")["undefined"] == 0.0
    assert doubts(desk, asked, "We breiden het wijkpunt uit naar de andere buurten.")["undefined"] == 1.0
    assert doubts(desk, "Waarom is er een wijkpunt?", "Het wijkpunt is nieuw.")["undefined"] == 0.0

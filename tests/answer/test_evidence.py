"""Sentences that may hold the answer, with what speaks for each."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pytest

from assistant.answer.evidence import (
    HEADING_SHARE,
    LEAST_SHARE,
    MOST_PASSAGES,
    MOST_UNITS,
    TITLE_SHARE,
    Unit,
    choose_units,
    gather_units,
    topic_strength,
)
from assistant.answer.question import parse_question
from assistant.answer.reading import Reading
from assistant.config import Settings
from assistant.embed import make_encoder
from assistant.types import Hit

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

NOTE = """# Nota Zandpad

De gemeente Lier legt het pad aan. Het kost 40.000 euro.

## Fietsers

De aanleg begint in mei.

De werken zijn:

- graven
- storten
"""


def unit_of(units: list[Unit], text: str) -> Unit:
    return next(unit for unit in units if unit.text == text)


def strength(unit: Unit, values: list[float], words: tuple[str, ...], word: str) -> float:
    return values[words.index(word)]


def test_units_are_sentences_and_whole_lists_without_doubles(desk: Desk) -> None:
    reading = desk.read(NOTE)
    hits = desk.hits([reading])
    units = gather_units(parse_question("Noem de werken"), [*hits, *hits], desk.library([reading]).readings)
    texts = [unit.text for unit in units]
    assert len({unit.key for unit in units}) == len(units)
    assert texts[:2] == ["De gemeente Lier legt het pad aan.", "Het kost 40.000 euro."]
    lists = [unit for unit in units if unit.items]
    assert [[reading.text_of(item).lstrip("-• ") for item in unit.items] for unit in lists] == [
        ["graven", "storten"]
    ]
    assert lists[0].text.startswith("De werken zijn:")
    plain = gather_units(parse_question("Wat kost het pad?"), hits, desk.library([reading]).readings)
    assert not [unit for unit in plain if unit.items]


def test_passages_far_below_the_best_are_left_out_unless_documents_are_asked_for(desk: Desk) -> None:
    readings = [desk.read(f"Het pad kost {number} euro.") for number in range(MOST_PASSAGES + 5)]
    library = desk.library(readings)
    near = [replace(hit, score=1.0) for hit in desk.hits(readings)]
    far = [replace(hit, score=1.0 if place < 3 else LEAST_SHARE - 0.01) for place, hit in enumerate(near)]
    asked, documents = (
        parse_question("Wat kost het pad?"),
        parse_question("Welke documenten gaan over het pad?"),
    )
    assert len(gather_units(asked, near, library.readings)) == MOST_PASSAGES
    assert len(gather_units(asked, far, library.readings)) == 3
    assert len(gather_units(documents, far, library.readings)) == len(readings)


def test_of_very_many_sentences_those_with_the_words_of_the_question_are_looked_at(desk: Desk) -> None:
    text = "De sluis van Lier is dicht. " + "De dijk is hoog. " * MOST_UNITS + "De sluis gaat in mei open."
    reading = desk.read(text)
    library = desk.library([reading])
    asked, documents = (
        parse_question("Wanneer gaat de sluis open?"),
        parse_question("Welke documenten zijn er?"),
    )
    units = gather_units(asked, desk.hits([reading]), library.readings)
    matcher = desk.matcher(asked.text)
    chosen = choose_units(asked, units, matcher)
    assert len(units) > len(chosen) == MOST_UNITS
    assert [unit for unit in units if unit in chosen] == chosen
    assert {"De sluis van Lier is dicht.", "De sluis gaat in mei open."} <= {unit.text for unit in chosen}
    assert choose_units(documents, units, matcher) == units
    assert choose_units(asked, units[:MOST_UNITS], matcher) == units[:MOST_UNITS]


def test_a_unit_takes_the_score_of_its_passage_relative_to_the_best(desk: Desk) -> None:
    reading = desk.read(NOTE)
    first, second = desk.hits([reading])
    hits = [Hit(first.passage, 0.8), Hit(second.passage, 0.4)]
    units = gather_units(parse_question("Wat kost het pad?"), hits, desk.library([reading]).readings)
    scores = {unit.text: unit.hit for unit in units}
    assert scores["Het kost 40.000 euro."] == 1.0
    assert scores["De aanleg begint in mei."] == pytest.approx(0.5)


def test_without_hits_there_is_no_evidence(desk: Desk) -> None:
    reading = desk.read(NOTE)
    assert gather_units(parse_question("Wat kost het pad?"), [], desk.library([reading]).readings) == []


def test_a_word_counts_most_in_the_sentence_and_less_in_the_heading_or_title(desk: Desk) -> None:
    weighed = desk.weigh("Wanneer begint de aanleg voor fietsers op de nota?", NOTE)
    words = tuple(term.text for term in weighed.matcher.terms)
    unit = unit_of(weighed.units, "De aanleg begint in mei.")
    assert strength(unit, unit.local, words, "aanleg") == 1.0
    assert strength(unit, unit.local, words, "fietsers") == 0.0
    assert strength(unit, unit.close, words, "fietsers") == pytest.approx(HEADING_SHARE)
    far = desk.weigh("Wat staat er over de molen in de sluis?", "# Molen\n\n## Dijk\n\nDe sluis is dicht.\n")
    dicht = unit_of(far.units, "De sluis is dicht.")
    words = tuple(term.text for term in far.matcher.terms)
    assert strength(dicht, dicht.context, words, "molen") >= TITLE_SHARE


def test_a_sentence_beside_it_helps_and_one_of_another_block_hardly(desk: Desk) -> None:
    text = "De sluis van Lier is nieuw. De kosten waren 40.000 euro.\n\nDe molen van Genk draait.\n"
    weighed = desk.weigh("Wat waren de kosten van de sluis en de molen?", text)
    words = tuple(term.text for term in weighed.matcher.terms)
    unit = unit_of(weighed.units, "De kosten waren 40.000 euro.")
    assert 0.4 < strength(unit, unit.close, words, "sluis") < 1.0
    assert strength(unit, unit.close, words, "molen") == 0.0


def test_an_item_is_read_with_the_line_that_leads_in_to_it(desk: Desk) -> None:
    weighed = desk.weigh("Horen graven bij de werken?", NOTE)
    words = tuple(term.text for term in weighed.matcher.terms)
    unit = next(unit for unit in weighed.units if unit.text.endswith("graven"))
    assert strength(unit, unit.local, words, "werken") == 0.0
    assert strength(unit, unit.close, words, "werken") > 0.4


def test_wider_context_never_takes_evidence_away(desk: Desk) -> None:
    for question in ("Wat kost het pad in Lier?", "Welke werken zijn er?", "Wanneer begint de aanleg?"):
        for unit in desk.weigh(question, NOTE).units:
            for local, close, context, wide in zip(
                unit.local, unit.close, unit.context, unit.wide, strict=True
            ):
                assert 0.0 <= local <= close <= context <= wide <= 1.0


def test_a_document_is_about_a_name_that_many_of_its_passages_hold() -> None:
    shares = [0.0, 0.05, 0.12, 0.2, 0.4, 0.5, 0.9, 1.0]
    strengths = [topic_strength(share) for share in shares]
    assert strengths[:2] == [0.0, 0.0]
    assert all(before <= after for before, after in pairwise(strengths))
    assert 0.0 < strengths[2] <= strengths[-1] < 1.0


def test_sentences_near_in_meaning_have_a_higher_cosine(desk: Desk) -> None:
    encoder = make_encoder(Settings())
    text = "De gemeente verleent subsidie voor zonnepanelen.\n\nDe kat slaapt op de mat.\n"
    units = desk.weigh(
        "Welke subsidie bestaat er voor zonnepanelen?", text, vectors=encoder.encode_queries
    ).units
    dense = {unit.text: unit.dense for unit in units}
    assert dense["De gemeente verleent subsidie voor zonnepanelen."] > dense["De kat slaapt op de mat."]
    assert all(np.isfinite(value) and -1.01 <= value <= 1.01 for value in dense.values())


def test_a_sentence_that_points_back_speaks_of_what_the_document_is_about(desk: Desk) -> None:
    text = "# Nieuws\n\nZonkracht begint in mei.\n\nHet kost veel.\n\nLier voert het project uit.\n\nGent kijkt toe."
    weighed = desk.weigh("Wie voert Zonkracht uit?", text)
    words = tuple(term.text for term in weighed.matcher.terms)
    points = unit_of(weighed.units, "Lier voert het project uit.")
    other = unit_of(weighed.units, "Gent kijkt toe.")
    assert strength(points, points.close, words, "Zonkracht") > strength(
        other, other.close, words, "Zonkracht"
    )


def test_a_document_speaks_of_its_writer_without_the_name(desk: Desk) -> None:
    text = "# Kader voor het water\n\nDe provincie geeft subsidie.\n\nOvereenkomsten met Lier en Genk eindigen.\n"
    reading = desk.read(text)
    other = replace(reading.document, organisation="Provincie Zandland")
    for document, held in ((reading.document, 0.0), (other, TITLE_SHARE)):
        known = Reading(document, ())
        units = desk.weigh_readings("Welke overeenkomsten eindigt Zandland?", [known]).units
        unit = unit_of(units, "Overeenkomsten met Lier en Genk eindigen.")
        terms = desk.matcher("Welke overeenkomsten eindigt Zandland?").terms
        place = next(place for place, term in enumerate(terms) if term.text == "Zandland")
        assert (unit.close[place], unit.wide[place]) == (0.0, held)

"""From hits to a reply: what is quoted, how far, and that nothing leaves unchecked."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from assistant.answer import compose_answer
from assistant.answer.lists import find_spread_list
from assistant.answer.quoting import cite, is_quoted, verify, widen
from assistant.answer.weighing import find_best, weigh
from assistant.errors import CitationError
from assistant.types import Answer, Completeness, Span

if TYPE_CHECKING:
    from tests.answer.conftest import Desk

ALL = Completeness(documents=1, searched=1, failed=0, generation="proef")


def reply(desk: Desk, question: str, *texts: str, limit: int = 5) -> Answer:
    readings = [desk.read(text) for text in texts]
    return compose_answer(question, desk.hits(readings), desk.library(readings), ALL, limit=limit)


BRIDGE = """# De voetbrug van Lier

De raad koos in 2019 voor een voetbrug. Zij kost 640.000 euro. De kleur is rood.

De brug werd op 4 maart 2021 geopend.
"""


def test_a_reply_gives_the_short_answer_the_quotation_and_its_number(desk: Desk) -> None:
    answer = reply(desk, "Wanneer werd de brug geopend?", BRIDGE)
    assert (answer.answered, answer.kind, answer.short) == (True, "moment", "4 maart 2021")
    assert answer.citations[0].quote == "De brug werd op 4 maart 2021 geopend."
    assert "4 maart 2021 [1]" in answer.text.splitlines()[0]
    assert "“De brug werd op 4 maart 2021 geopend.” [1]" in answer.text
    assert "4 maart 2021" in [fact.text for _, fact in answer.extracts]


def test_an_open_yes_or_no_quotes_what_bears_on_it_in_the_order_of_the_document(desk: Desk) -> None:
    text = (
        "De brug van Lier heeft een pad. Over de brug van Lier gaan fietsen. "
        "Voor auto's is de brug van Lier wellicht sterk."
    )
    answer = reply(desk, "Wordt de brug van Lier beter voor auto's?", text)
    starts = [citation.span.start for citation in answer.citations]
    assert answer.short is None
    assert answer.citations[0].quote == "Voor auto's is de brug van Lier wellicht sterk."
    assert len(starts) == 3
    assert starts[1:] == sorted(starts[1:])


def test_beside_a_yes_or_no_little_is_quoted_and_it_is_that_of_the_first_sentence(desk: Desk) -> None:
    text = (
        "De brug van Lier heeft een pad. Over de brug van Lier gaan fietsen. Er is een jaarlijkse keuring. "
        "Voor auto's is de brug van Lier niet sterk."
    )
    answer = reply(desk, "Is de brug van Lier sterk voor auto's?", text)
    assert answer.short == "Nee"
    assert answer.citations[0].quote == "Voor auto's is de brug van Lier niet sterk."
    assert len(answer.citations) == 2
    assert answer.text.startswith("Nee, op grond van de eerste passage hieronder [1]:")


def test_beside_a_value_none_of_another_name_is_quoted(desk: Desk) -> None:
    places = ("Lier", "Ede", "Mol", "Beek")
    text = "\n\n".join(f"De brug in {place} is {40 + at} meter lang." for at, place in enumerate(places))
    answer = reply(desk, "Hoe lang is de brug in Mol?", text)
    assert [citation.quote for citation in answer.citations] == ["De brug in Mol is 42 meter lang."]


def test_an_open_yes_or_no_with_a_small_chance_is_not_answered(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    text, question = "De brug van Lier heeft een pad.", "Heeft de brug van Lier een pad?"
    monkeypatch.setattr("assistant.answer.reply.UNDECIDED", 1.0)
    assert reply(desk, question, text).short == "Ja"
    monkeypatch.setattr("assistant.answer.reply.order_telling", lambda _, units, __: (list(units), None))
    assert not reply(desk, question, text).answered
    monkeypatch.setattr("assistant.answer.reply.UNDECIDED", 0.0)
    assert reply(desk, question, text).answered


PERMITS = """# Vergunningen voor windmolens in de zone Lier in 2004

De vergunningen voor windmolens in de zone Lier worden in 2004 met drie kleine regels afgegeven.
"""
GRANT = """# Subsidie voor veehouders met een omheining

De subsidie is een tegemoetkoming in de kosten, gemaakt door een veehouder voor een meter omheining.
De veehouder krijgt de subsidie per meter omheining na de bouw.
"""


@pytest.mark.parametrize(
    ("question", "text"),
    [
        ("Hoeveel vergunningen voor windmolens in de zone Lier zijn er in 2004 afgegeven?", PERMITS),
        ("Hoeveel subsidie krijgt een veehouder per meter omheining?", GRANT),
    ],
)
def test_a_question_for_a_value_is_not_answered_with_a_sentence_that_holds_none(
    desk: Desk, question: str, text: str
) -> None:
    answer = reply(desk, question, text)
    assert not answer.answered
    assert answer.nearby


def test_the_same_question_to_the_same_index_has_the_same_number(desk: Desk) -> None:
    first = reply(desk, "Wanneer werd de brug geopend?", BRIDGE)
    second = reply(desk, "Wanneer werd de brug  geopend?", BRIDGE)
    other = reply(desk, "Wanneer werd de brug gekozen?", BRIDGE)
    assert first.id == second.id != other.id
    assert len(first.id) == 16


def test_a_quotation_that_begins_with_a_pronoun_takes_the_sentence_before_it_along(desk: Desk) -> None:
    weighed = desk.weigh("Hoeveel kost zij?", BRIDGE)
    unit = next(unit for unit in weighed.units if unit.text.startswith("Zij kost"))
    quote = widen(unit, weighed.question).of(unit.reading.document.text)
    assert quote == "De raad koos in 2019 voor een voetbrug. Zij kost 640.000 euro."


def test_a_quotation_never_leaves_out_part_of_a_sentence(desk: Desk) -> None:
    text = (
        "Een tuin krijgt geen bijdrage, tenzij zij bij een school ligt, mits de school open is; "
        "dat geldt niet in juli.\n"
    )
    answer = reply(desk, "Krijgt een tuin bij een school een bijdrage?", text)
    assert answer.citations[0].quote == text.strip()


def test_sentences_of_one_place_are_quoted_once(desk: Desk) -> None:
    weighed = desk.weigh("Hoeveel kost zij?", BRIDGE)
    units = sorted(weighed.units, key=lambda unit: unit.key)
    citations = cite([*units, *units], weighed.question)
    spans = [citation.span for citation in citations]
    assert not any(one.overlaps(other) for one in spans for other in spans if one is not other)
    assert [citation.number for citation in citations] == list(range(1, len(citations) + 1))


def test_a_quotation_that_differs_from_its_source_is_withheld(desk: Desk) -> None:
    reading = desk.read(BRIDGE)
    library = desk.library([reading])
    weighed = weigh("Wanneer werd de brug geopend?", desk.hits([reading]), library)
    best = find_best(weighed)
    assert best is not None
    citation = cite([best], weighed.question)[0]
    verify([citation], library.readings)
    for wrong in (
        replace(citation, quote=citation.quote.replace("2021", "2022")),
        replace(citation, span=citation.span.shift(1)),
        replace(citation, quote="", span=Span(0, 0)),
    ):
        with pytest.raises(CitationError, match="klopt niet met de bron"):
            verify([wrong], library.readings)


def test_a_name_that_no_document_holds_is_named_in_the_refusal(desk: Desk) -> None:
    answer = reply(desk, "Wanneer werd de brug van Qwertystad geopend?", BRIDGE)
    assert (answer.answered, answer.citations, answer.short) == (False, (), None)
    assert "‘Qwertystad’ komt in geen van de doorzochte documenten voor." in answer.text
    assert 1 <= len(answer.nearby) <= 3


def test_without_hits_it_declines_and_shows_nothing(desk: Desk) -> None:
    reading = desk.read(BRIDGE)
    answer = compose_answer("Wat kost het?", [], desk.library([reading]), ALL)
    assert (answer.answered, answer.nearby, answer.confidence) == (False, (), 0.0)
    assert "hieronder" not in answer.text


@pytest.mark.parametrize("limit", [-1, 0, 1, 2])
def test_at_least_one_and_at_most_the_limit_is_quoted(desk: Desk, limit: int) -> None:
    text = "\n\n".join(
        f"Omdat het in week {number} regende, werd de brug van Lier later gebouwd." for number in range(9)
    )
    answer = reply(desk, "Waarom werd de brug van Lier later gebouwd?", text, limit=limit)
    assert answer.answered
    assert len(answer.citations) == max(1, limit)


def test_a_question_for_documents_names_each_of_them_once(desk: Desk) -> None:
    texts = (
        "# Brief A\n\nDe voetbrug van Lier is rood.\n\nDe voetbrug is lang.\n",
        "# Brief B\n\nDe voetbrug van Lier is duur.\n",
        "# Brief C\n\nDe bakker verkoopt brood.\n",
    )
    answer = reply(desk, "Welke documenten noemen de voetbrug van Lier?", *texts)
    assert sorted(citation.title for citation in answer.citations) == ["Brief A", "Brief B"]
    assert [f"[{number}]" in answer.text for number in (1, 2, 3)] == [True, True, False]
    assert answer.short is None


def test_a_list_over_headings_is_found_whole(desk: Desk) -> None:
    text = (
        "# Plan voor Lier\n\n## De vier speerpunten van het plan\n\nHet plan kiest vier speerpunten.\n\n"
        + "\n\n".join(
            f"### {name}\n\nHier staat meer over dit punt." for name in ("Wonen", "Water", "Zorg", "Energie")
        )
        + "\n"
    )
    weighed = desk.weigh("Welke vier speerpunten heeft het plan?", text)
    found = find_spread_list(weighed.question, weighed.matcher, weighed.units)
    assert found is not None
    assert found.short == "Wonen, Water, Zorg en Energie"
    quotes = [citation.quote for citation in cite(found.units, weighed.question)]
    assert quotes == ["Wonen", "Water", "Zorg", "Energie"]


def test_a_quotation_over_several_blocks_is_shown_on_one_line(desk: Desk) -> None:
    text = "# Regeling\n\nDe voorwaarden voor de premie zijn:\n\n- de woning is oud\n- het dak is dicht\n"
    answer = reply(desk, "Welke voorwaarden gelden voor de premie?", text)
    assert "\n" in answer.citations[0].quote
    shown = next(line for line in answer.text.splitlines() if line.startswith("“"))
    assert shown.split("”")[0][1:] == " ".join(answer.citations[0].quote.split())


def test_a_short_answer_that_no_quotation_holds_is_not_given(desk: Desk) -> None:
    weighed = desk.weigh("Wanneer werd de brug geopend?", BRIDGE)
    best = find_best(weighed)
    assert best is not None
    citations = cite([best], weighed.question)
    assert is_quoted(best, citations)
    assert not is_quoted(best, [replace(citations[0], span=Span(0, 5))])
    assert not is_quoted(best, [replace(citations[0], document_id="ander")])


def test_a_number_with_a_full_stop_in_it_does_not_end_a_reason(desk: Desk) -> None:
    text = "De brug van Lier werd later gebouwd omdat zij 38.500 euro meer kostte dan gedacht.\n"
    answer = reply(desk, "Waarom werd de brug van Lier later gebouwd?", text)
    assert answer.short is not None
    assert "38.500 euro" in answer.short


def test_a_list_of_more_items_than_any_text_names_is_not_found(desk: Desk) -> None:
    text = "# Collectief vervoer\n\nZeven organisaties in Lier sloten een akkoord over collectief vervoer."
    five = text + " Dat zijn Arka, Belto, Cinta, Dorvo en Elmo."
    assert not reply(
        desk, "Welke zeven organisaties sloten een akkoord over collectief vervoer?", text
    ).answered
    assert not reply(
        desk, "Welke zeven organisaties sloten een akkoord over collectief vervoer?", five
    ).answered
    named = reply(desk, "Welke vijf organisaties sloten een akkoord over collectief vervoer?", five)
    assert named.short == "Arka, Belto, Cinta, Dorvo en Elmo"


def test_beside_the_clause_that_says_why_stands_the_sentence_that_says_most(desk: Desk) -> None:
    told = "De brug van Lier kreeg in 2019 een houten pad voor fietsen en ruiters."
    reasons = [
        f"De {thing} pad omdat de {cause} te smal was."
        for thing, cause in (
            ("brug kreeg een houten", "dijk"),
            ("sluis kreeg een", "weg"),
            ("haven kreeg een", "kade"),
            ("molen kreeg een", "steeg"),
        )
    ]
    asked = "Waarom kreeg de brug van Lier in 2019 een houten pad voor fietsen en ruiters?"
    quotes = " ".join(item.quote for item in reply(desk, asked, "\n\n".join([told, *reasons])).citations)
    assert reasons[0] in quotes
    assert told in quotes


def test_a_heading_with_nothing_but_words_of_the_question_is_not_quoted_beside_the_answer(desk: Desk) -> None:
    text = "# Aanpak wateroverlast\n\n## Aanpak wateroverlast\n\nDe aanpak wateroverlast is bedoeld om de wijk droog te houden."
    answer = reply(desk, "Wat is het doel van de aanpak wateroverlast?", text)
    assert answer.answered
    assert "Aanpak wateroverlast" not in [citation.quote for citation in answer.citations]


def test_a_verb_that_opens_the_question_is_no_part_of_a_name_that_is_not_spoken_of(desk: Desk) -> None:
    readings = [desk.read("Geel krijgt een subsidie voor het veer."), desk.read("Lier telt 12.000 inwoners.")]
    question = "Krijgt Lier een subsidie voor het veer?"
    answer = compose_answer(question, desk.hits(readings), desk.library(readings), ALL)
    assert not answer.answered
    assert "zegt niets over Lier." in answer.text

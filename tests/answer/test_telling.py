"""Questions for everything are answered from the whole index, exactly, with every place."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from assistant.answer.conversation import make_turn
from assistant.answer.phrases import find_phrase, read_phrase
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.errors import UsageError
from assistant.ingestion import ingest
from assistant.types import ExtractKind, Filters, PersonValue, ThemeValue

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

TEXTS = {
    "brief.md": """# Brief over het waterstofplein

Utrecht, 3 maart 2020

De provincie bouwt een waterstofplein. Waterstof kost geld, en waterstof is schaars.
Trekker Mina Aalders leidt het werk.
""",
    "nota.md": """# Nota over vervoer

Breda, 9 juni 2021

De veerpont vaart op waterstof. In 2021 kost de veerpont 200.000 euro. In 2020 kostte de veerpont 150.000 euro.

De gemeente Bergdorp levert uiterlijk 1 mei 2022 een plan voor de kade.
De gemeente Bergdorp heeft in 2020 de steiger hersteld. De provincie levert uiterlijk 1 mei 2023 een plan voor het riool.

Het museum kost 70.000 euro. Trekker Joep Berends leidt de dienst en directeur Sanne Vink betaalt.
""",
    "jaarboek.md": "# Jaarboek\n\n"
    + "\n".join(
        f"## Deel {number}\n\n{'De tuin van het stadhuis is gesnoeid en de fontein is schoon. ' * 12}\n"
        for number in range(14)
    )
    + "\n## Slot\n\nHet vervoer van de planten was gratis.\n",
    **{
        f"vol/{number:02}.txt": f"Bericht {number}. De kermis van dorp {number} is voorbij.\n"
        for number in range(60)
    },
}


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts(TEXTS)


def test_times_are_counted_over_all_documents_with_every_place(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe vaak komt waterstof voor?")
    assert (answer.answered, answer.kind, answer.short) == (True, "aantal", "3 keer")
    tally = answer.tally
    assert tally is not None
    assert (tally.documents, tally.times) == (2, 3)
    assert [mention.path for mention in tally.mentions] == ["brief.md", "brief.md", "nota.md"]
    for mention in tally.mentions:
        text = assistant.document(mention.document_id).text
        assert text[mention.span.start : mention.span.end] == mention.quote


def test_each_document_is_cited_once_with_a_sentence_that_says_it(assistant: Assistant) -> None:
    answer = assistant.ask("Welke documenten noemen waterstof?")
    assert answer.kind == "documenten"
    assert [citation.path for citation in answer.citations] == ["brief.md", "nota.md"]
    assert all("waterstof" in citation.quote.lower() for citation in answer.citations)
    assert "Brief over het waterstofplein" in answer.text


def test_a_count_goes_on_past_the_passages_and_quotations_of_an_answer(assistant: Assistant) -> None:
    answer = assistant.ask("In hoeveel documenten komt de kermis voor?")
    assert answer.tally is not None
    assert (answer.short, answer.tally.documents, len(answer.tally.mentions)) == ("60 documenten", 60, 60)
    assert len(answer.citations) == 50


def test_a_filter_limits_what_is_counted(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe vaak komt waterstof voor?", filters=Filters(documents=("nota.md",)))
    assert answer.tally is not None
    assert (answer.tally.documents, answer.tally.times) == (1, 1)


def test_what_stands_nowhere_is_counted_as_nothing_and_not_answered(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe vaak komt kernfusie voor?")
    assert answer.tally is not None
    assert (answer.answered, answer.tally.times, answer.citations) == (False, 0, ())
    assert "kernfusie" in answer.text


def test_all_amounts_about_something_in_a_year_are_listed_and_no_others(assistant: Assistant) -> None:
    both = assistant.ask("Noem alle bedragen over de veerpont")
    assert both.short == "200.000 euro; 150.000 euro"
    one = assistant.ask("Noem alle bedragen over de veerpont in 2020")
    assert one.short == "150.000 euro"
    assert [citation.quote for citation in one.citations] == ["In 2020 kostte de veerpont 150.000 euro."]


def test_everybody_who_is_called_something_is_named_with_the_fact(assistant: Assistant) -> None:
    answer = assistant.ask("Wie worden er genoemd als trekker?")
    assert answer.short == "Mina Aalders; Joep Berends"
    values = [fact.value for _, fact in answer.extracts]
    assert [value.name for value in values if isinstance(value, PersonValue)] == [
        "Mina Aalders",
        "Joep Berends",
    ]


def test_every_line_with_a_fact_ends_with_its_number(assistant: Assistant) -> None:
    for question in ("Welke documenten noemen waterstof?", "Noem alle bedragen over de veerpont"):
        lines = [line for line in assistant.ask(question).text.splitlines() if line]
        assert all(line.rstrip(".").endswith("]") or line.endswith(":") for line in lines)


def test_the_same_question_gives_the_same_answer_each_time(assistant: Assistant) -> None:
    assert assistant.ask("Hoe vaak komt waterstof voor?") == assistant.ask("Hoe vaak komt waterstof voor?")


def test_a_document_that_the_question_names_is_the_only_one_that_answers(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe vaak komt waterstof voor in de brief van 3 maart 2020?")
    assert answer.question == "Hoe vaak komt waterstof voor in de brief van 3 maart 2020?"
    assert (answer.short, {citation.path for citation in answer.citations}) == ("2 keer", {"brief.md"})
    assert answer.completeness.documents == 1
    leader = assistant.ask("Wie is trekker volgens de brief van 3 maart 2020?")
    assert {citation.path for citation in leader.citations or leader.nearby} == {"brief.md"}
    assert leader.id != assistant.ask("Wie is trekker?").id


def test_documents_about_something_are_those_whose_title_says_so_before_those_that_mention_it(
    assistant: Assistant,
) -> None:
    about = assistant.ask("Welke documenten gaan over het waterstofplein?")
    assert [citation.path for citation in about.citations] == ["brief.md"]
    steeped = assistant.ask("Welke documenten gaan over de veerpont?")
    assert [citation.path for citation in steeped.citations] == ["nota.md"]


def test_documents_about_something_that_none_is_about_are_not_made_up(assistant: Assistant) -> None:
    assert not assistant.ask("Welke documenten gaan over de haven van Delfzijl?").answered


def test_a_count_equals_one_over_the_whole_texts_headings_included(assistant: Assistant) -> None:
    phrases = [
        read_phrase(word) for word in ("kosten", "veerpont", "provincie", "dorp 7", "Brief", "vervoer")
    ]
    for phrase in phrases:
        assert phrase is not None
        texts = [assistant.document(record.id).text for record in assistant.records()]
        answer = assistant.ask(f"Hoe vaak komt {phrase.text} voor?")
        assert answer.tally is not None
        assert answer.tally.times == sum(len(list(find_phrase(phrase, text))) for text in texts)


def test_what_a_filter_on_regions_hides_is_not_counted(assistant: Assistant) -> None:
    answer = assistant.ask("Hoe vaak komt waterstof voor?", filters=Filters(regions=("GM0344",)))
    assert answer.tally is not None
    assert {mention.path for mention in answer.tally.mentions} <= {"brief.md"}
    assert answer.tally.times < 3


def test_persons_are_counted_once_each_and_all_named(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel personen worden er genoemd?")
    assert (answer.kind, answer.short) == ("aantal", "3 personen")
    assert answer.text.startswith("Gevonden zijn 3 personen.")
    assert all(name in answer.text for name in ("Mina Aalders", "Joep Berends", "Sanne Vink"))


def test_facts_about_what_no_passage_holds_are_none(assistant: Assistant) -> None:
    assert assistant.ask("Welke data worden genoemd over de walvisvaart?").tally is None


def test_a_name_that_is_no_word_is_counted_in_small_letters_too(assistant: Assistant) -> None:
    capital, small = (
        assistant.ask(f"Hoe vaak komt {word} voor?").short for word in ("Waterstofplein", "waterstofplein")
    )
    assert capital == small == "2 keer"


def test_actions_are_listed_by_deadline_and_doer(assistant: Assistant) -> None:
    due = assistant.ask("Welke acties hebben een deadline in 2022?")
    assert due.answered
    assert [item.quote for item in due.citations] == [
        "De gemeente Bergdorp levert uiterlijk 1 mei 2022 een plan voor de kade."
    ]
    assert "acties met een termijn in 2022" in due.text
    own = assistant.ask("Geef alle acties van de gemeente Bergdorp")
    assert len(own.citations) == 2
    assert all("Bergdorp" in item.quote for item in own.citations)
    every = assistant.ask("Welke acties hebben een deadline?")
    assert [item.quote.split()[-1] for item in every.citations] == ["kade.", "riool."]


def test_documents_are_counted_and_those_of_a_year_alone(assistant: Assistant) -> None:
    everything = assistant.ask("Hoeveel documenten zijn er?")
    assert (everything.answered, everything.short) == (True, "63 documenten")
    of_year = assistant.ask("Hoeveel documenten uit 2020 zijn er?")
    assert [item.path for item in of_year.citations] == ["brief.md"]
    said = assistant.ask("Welke documenten uit 2021 noemen waterstof?")
    assert [item.path for item in said.citations] == ["nota.md"]
    assert said.completeness.documents == 1
    assert assistant.ask("Hoe vaak wordt waterstof genoemd in 2020?").short == "2 keer"
    none = assistant.ask("Hoeveel documenten uit 1999 zijn er?")
    assert (none.answered, none.text.strip()) == (False, "Er zijn geen documenten waarvoor dit geldt.")
    assert (
        "‘waterstof’ in documenten van 1999"
        in assistant.ask("Hoe vaak wordt waterstof genoemd in 1999?").text
    )


def test_the_year_of_a_question_leaves_the_limits_of_the_filter(assistant: Assistant) -> None:
    question = "Welke documenten uit 2021 noemen waterstof?"
    for until, paths in (("2021-06-08", []), ("2021-06", ["nota.md"]), ("2022", ["nota.md"])):
        answer = assistant.ask(question, filters=Filters(until=until))
        assert [item.path for item in answer.citations] == paths
    with pytest.raises(UsageError):
        assistant.ask(question, filters=Filters(until="morgen"))


def test_documents_without_a_passage_on_the_theme_are_not_listed(assistant: Assistant) -> None:
    themes = {
        (fact.value.code, record.path)
        for record, fact in assistant.extracts((ExtractKind.THEME,))
        if isinstance(fact.value, ThemeValue)
    }
    code = sorted(code for code, _ in themes)[0]
    answer = assistant.ask("Welke documenten zijn er?", filters=Filters(themes=(code,)))
    assert [item.path for item in answer.citations] == sorted({path for own, path in themes if own == code})


def test_documents_that_only_mention_what_others_are_about_are_told(assistant: Assistant) -> None:
    answer = assistant.ask("Welke documenten gaan over vervoer?")
    assert answer.tally is not None
    assert (answer.tally.documents, answer.tally.elsewhere) == (1, 1)
    assert [item.path for item in answer.citations] == ["nota.md"]
    assert "Nog één ander document noemt het ook." in answer.text


def test_a_document_that_only_its_title_places_does_not_hide_one_that_mentions_it(tmp_path: Path) -> None:
    texts = {
        "gamma-veerdienst.txt": "De boot vaart elk uur. Een kaartje kost twee euro.",
        "jaarboek.md": TEXTS["jaarboek.md"].replace("Het vervoer", "De veerdienst"),
    }
    for name, text in texts.items():
        (tmp_path / "corpus").mkdir(exist_ok=True)
        (tmp_path / "corpus" / name).write_text(text, encoding="utf-8")
    settings = replace(Settings(), corpus=tmp_path / "corpus", index=tmp_path / "index")
    ingest(settings)
    with Assistant.open(settings) as assistant:
        tally = assistant.ask("Welke documenten gaan over de veerdienst?").tally
    assert tally is not None
    assert (tally.documents, tally.elsewhere) == (1, 1)


def test_a_question_for_everything_that_names_its_subject_stands_alone_in_a_conversation(
    assistant: Assistant,
) -> None:
    turns = (make_turn(assistant.ask("Hoeveel kost het museum?")),)
    alone = assistant.ask("Welke documenten gaan over waterstof?", turns=turns)
    assert (alone.resolved, [item.path for item in alone.citations]) == (None, ["brief.md", "nota.md"])
    counted = assistant.ask("Hoe vaak komt waterstof voor?", turns=turns)
    assert (counted.resolved, counted.short) == (None, "3 keer")


def test_promises_are_those_below_their_own_heading(open_texts: OpenTexts) -> None:
    text = """# Brief met toezeggingen over het veer

Els Mol heeft de brief op 3 mei 2021 verstuurd.

## Stand

De provincie heeft het veer in 2020 hersteld.

## Onze toezeggingen

Wij zeggen u het volgende toe:

De provincie levert uiterlijk 1 mei 2022 een plan voor de kade.

De gemeente Bergdorp stuurt uiterlijk 1 juni 2022 een raming.
"""
    answer = open_texts({"brief.md": text}).ask("Welke toezeggingen staan in de brief?")
    assert [item.quote.split()[-1] for item in answer.citations] == ["kade.", "raming."]

"""Documents about something, within filters on regions: only passages that the filter allows count."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.assistant import Assistant
from assistant.types import Answer, Filters

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

FILLED = "De tuin van het stadhuis is gesnoeid en de fontein is schoon. " * 12
TEXTS = {
    "verslag.md": f"""# Verslag van het jaar

## Werk in Utrecht

In Utrecht is een brug gebouwd. {FILLED}

## Werk in Breda

In Breda is over waterstof gesproken. Waterstof is schaars. {FILLED}
""",
    "waterstof.md": f"""# Nota waterstof

## Inleiding

Waterstof is schaars en duur. {FILLED}

## Plaatsen

In Utrecht komt een proef. {FILLED}
""",
    "breda.md": "# Nota waterstof in Breda\n\nIn Breda rijden bussen op waterstof.\n",
}
UTRECHT = Filters(regions=("GM0344",))


@pytest.fixture(scope="module")
def assistant(open_texts: OpenTexts) -> Assistant:
    return open_texts(TEXTS)


def quotes(answer: Answer) -> list[tuple[str, str]]:
    return [(item.path, item.quote) for item in answer.citations]


def test_documents_are_about_what_much_of_them_says(assistant: Assistant) -> None:
    assert quotes(assistant.ask("Welke documenten gaan over waterstof?")) == [
        ("breda.md", "In Breda rijden bussen op waterstof."),
        ("verslag.md", "In Breda is over waterstof gesproken."),
        ("waterstof.md", "Waterstof is schaars en duur."),
    ]


def test_within_a_region_only_its_passages_say_what_a_document_is_about(assistant: Assistant) -> None:
    answer = assistant.ask("Welke documenten gaan over waterstof?", filters=UTRECHT)
    assert quotes(answer) == [("waterstof.md", "In Utrecht komt een proef.")]
    assert answer.tally is not None
    assert (answer.tally.documents, answer.tally.elsewhere) == (1, 0)


def test_a_heading_above_passages_of_other_regions_is_not_counted(assistant: Assistant) -> None:
    assert assistant.ask("Hoe vaak komt het woord werk voor?").short == "2 keer"
    within = assistant.ask("Hoe vaak komt het woord werk voor?", filters=UTRECHT)
    assert quotes(within) == [("verslag.md", "Werk in Utrecht")]
    assert within.short == "1 keer"


def test_names_alone_do_not_make_documents_be_about_what_stands_nowhere(assistant: Assistant) -> None:
    assert assistant.ask("Welke documenten gaan over Utrecht en Breda?").answered
    assert assistant.ask("Welke documenten gaan over waterstof in Utrecht en Breda?").answered
    assert not assistant.ask("Welke documenten gaan over skipistes in Utrecht en Breda?").answered

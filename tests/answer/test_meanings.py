"""The meaning of a common word is found among many passages that only speak of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from assistant.types import Filters

if TYPE_CHECKING:
    from tests.answer.conftest import OpenTexts

GLOSSARY = """# Woordenlijst

| Begrip | Definitie |
|---|---|
| kadehub | Een plek aan het water waar goederen van schip op fiets overgaan. |
| sluisuur | Het uur waarin de sluis voor vrachtschepen open is. |
"""
USES = {
    f"stuk-{place}.md": f"# Stuk {place}\n\n"
    + "\n\n".join(
        f"De kadehub van wijk {place}-{row} is druk. De gemeente volgt de kadehub waarin veel omgaat."
        for row in range(12)
    )
    for place in range(5)
}


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Wat is een kadehub?", "een plek aan het water waar goederen van schip op fiets overgaan"),
        ("Wat wordt verstaan onder sluisuur?", "het uur waarin de sluis voor vrachtschepen open is"),
    ],
)
def test_the_glossary_answers_before_those_that_use_the_word(
    open_texts: OpenTexts, question: str, short: str
) -> None:
    answer = open_texts({**USES, "woordenlijst.md": GLOSSARY}).ask(question)
    assert answer.short is not None
    assert answer.short.lower() == short
    assert answer.citations[0].title == "Woordenlijst"


def test_a_glossary_outside_the_filters_says_nothing(open_texts: OpenTexts) -> None:
    assistant = open_texts({**USES, "woordenlijst.md": GLOSSARY})
    others = tuple(record.id for record in assistant.records() if not record.path.startswith("woordenlijst"))
    answer = assistant.ask("Wat is een kadehub?", filters=Filters(documents=others))
    assert all(citation.title != "Woordenlijst" for citation in answer.citations)

"""Which parties want something is told with their programmes, which never say their names."""

from __future__ import annotations

import pytest

from assistant.answer.standpoints import ask_documents
from tests.answer.conftest import OpenTexts


@pytest.mark.parametrize(
    ("question", "asked"),
    [
        ("Welke partijen willen een brug?", "Welke documenten willen een brug?"),
        ("Welke partij is tegen sluizen?", "Welke documenten is tegen sluizen?"),
        ("Welke politieke partijen steunen het plan?", "Welke documenten steunen het plan?"),
        ("Welke partijen werken samen aan de brug?", None),
        ("Welke partijen willen geen brug?", "Welke documenten willen geen brug?"),
        ("Welke partijen zeggen niets over sluizen?", None),
        ("Welke partijen noemt DLO?", None),
        ("Welke partij wil de meeste bruggen?", None),
        ("Welke partij heeft het hoogste aantal zetels?", None),
        ("Welke partij diende de motie in?", None),
        ("Voor welke partijen wil de provincie kansen?", None),
    ],
)
def test_what_parties_want_is_asked_of_documents(question: str, asked: str | None) -> None:
    assert ask_documents(question) == asked


def test_the_programmes_that_speak_of_it_are_told(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "DLO.md": "# Verkiezingsprogramma DLO 2031\n\nWij willen een tweede brug over de Vliet.\n\nDe jeugd zwemt.",
            "VVZ.md": "# Vooruit\n\nVerkiezingsprogramma 2031-2035\n\nEr komt geen tweede brug over de Vliet.",
            "KLM.md": "# Verkiezingsprogramma KLM 2031\n\nWij verlagen de belasting op honden.",
            "nota.md": "# Nota brug\n\nDe aannemer en de gemeente willen een tweede brug over de Vliet.",
        }
    )
    answer = assistant.ask("Welke partijen willen een tweede brug over de Vliet?")
    assert answer.answered
    assert sorted(citation.path for citation in answer.citations) == ["DLO.md", "VVZ.md"]
    assert "Of een partij dit wil of juist niet, blijkt alleen uit het citaat." in answer.text
    assert answer.question == "Welke partijen willen een tweede brug over de Vliet?"


def test_without_programmes_parties_are_those_of_the_text(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "nota.md": "# Nota brug\n\nAannemer Lutterveen en de gemeente Ede willen een tweede brug over de Vliet."
        }
    )
    assert assistant.ask("Welke partijen willen een tweede brug over de Vliet?").kind != "documenten"


def test_where_no_programme_answers_the_other_documents_are_asked(open_texts: OpenTexts) -> None:
    assistant = open_texts(
        {
            "DLO.md": "# Verkiezingsprogramma DLO 2031\n\nWij willen een tweede brug over de Vliet.",
            "KLM.md": "# Verkiezingsprogramma KLM 2031\n\nWij verlagen de belasting op honden.",
            "raad.md": "# Verslag van de raad\n\nDe fracties DLO en Ouderenpartij steunen de motie over de regatta.",
        }
    )
    answer = assistant.ask("Welke partijen steunen de motie over de regatta?")
    assert answer.answered
    assert answer.citations[0].path == "raad.md"

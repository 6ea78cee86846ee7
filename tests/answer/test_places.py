"""An article, page, table or chapter by its place limits the answer, and can be looked at by itself."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from assistant.answer.conversation import make_turn
from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.ingestion import ingest
from assistant.types import SectionKind

REGULATION = """# Veerreglement Waterland

## Artikel 1. Tarieven

De overtocht kost 4 euro. Een fiets kost 2 euro.

## Artikel 2. Bevoegdheid

1. De havenmeester verleent de vergunning.

2. De dijkgraaf trekt de vergunning in.

## Artikel 3. Hoogwater

Bij hoogwater vaart het veer niet.
"""
DECISION = """# Besluit van de raad

De raad overweegt dat artikel 9 van de Gemeentewet geldt.

## Besluit

Artikel 1. De raad koopt een boot van 70.000 euro.

Artikel 2. De boot vaart elke dag. De kapitein is Mies Kuiper.

Artikel 4. De kosten zijn 1.200 euro per maand.

Namens de raad, de griffier
"""
REPORT = """# Jaarverslag van de haven

## Inleiding

De haven telt 8 kranen en 14 loodsen.

## Vloot

De vloot telt 21 boten.[^1]

### Zeilboten

Er zijn 6 zeilboten. Zij liggen aan de kade.

### Motorboten

Er zijn 15 motorboten.

[^1]: Geteld op 1 mei.

## Conclusie

De haven groeide met 3 kranen.
"""


def make_pdf() -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    for lines in (
        ["Logboek van het dok", "", "Het dok telt 12 werklieden. De kraan tilt 40 ton."],
        ["De helling is 55 meter lang. Het dok kostte 90.000 euro."],
    ):
        for number, line in enumerate(lines):
            canvas.setFont("Helvetica", 18 if line.startswith("Logboek") else 11)
            canvas.drawString(72, 760 - 30 * number, line)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("plaatsen")
    corpus = folder / "corpus"
    corpus.mkdir()
    for name, text in (("reglement.md", REGULATION), ("besluit.md", DECISION), ("verslag.md", REPORT)):
        (corpus / name).write_text(text, encoding="utf-8")
    (corpus / "logboek.pdf").write_bytes(make_pdf())
    settings = replace(Settings(), corpus=corpus, index=folder / "index")
    ingest(settings)
    with Assistant.open(settings) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "short"),
    [
        ("Hoeveel kost de overtocht volgens artikel 1?", "4 euro"),
        ("Hoeveel kost de boot volgens artikel 1?", "70.000 euro"),
        ("Wie trekt de vergunning in volgens artikel 2 van het veerreglement?", "De dijkgraaf"),
        ("Wie is de kapitein volgens artikel 2?", "Mies Kuiper"),
        ("Hoeveel kostte het dok op pagina 2?", "90.000 euro"),
        ("Hoeveel kranen telt de haven volgens de inleiding en de vloot?", "8 kranen"),
        ("Met hoeveel kranen groeide de haven volgens het laatste hoofdstuk?", "3 kranen"),
    ],
)
def test_the_answer_comes_from_there(assistant: Assistant, question: str, short: str) -> None:
    answer = assistant.ask(question)
    assert (answer.short or "").casefold() == short.casefold()
    assert answer.completeness.limits


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hoeveel kost de boot volgens artikel 2?", "en in artikel 2."),
        ("Hoeveel werklieden telt het dok op pagina 2?", "Gezocht is alleen op pagina 2."),
        ("Hoeveel kranen telt de haven in het tweede hoofdstuk?", "onder de kop ‘Vloot’"),
    ],
)
def test_what_stands_elsewhere_is_no_answer(assistant: Assistant, question: str, told: str) -> None:
    answer = assistant.ask(question)
    assert not answer.answered
    assert told in answer.text


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Wat staat er in artikel 9?", "Geen van de doorzochte documenten heeft zelf een artikel 9;"),
        (
            "Wat kost de boot volgens artikel 12?",
            "Geen van de doorzochte documenten heeft zelf een artikel 12;",
        ),
        ("Wat staat er in artikel 9 van de Gemeentewet?", "heeft zelf een artikel 9 van de Gemeentewet;"),
        ("Wat staat er in artikel 4 van het veerreglement?", "heeft zelf een artikel 4;"),
        ("Wat regelt artikel 2, derde lid, van het veerreglement?", "heeft zelf een artikel 2, lid 3;"),
        (
            "Wie verleent de vergunning volgens artikel 2, derde lid, van het veerreglement?",
            "heeft zelf een artikel 2, lid 3;",
        ),
        ("Wat staat er in artikel 9 Awb?", "heeft zelf een artikel 9 Awb;"),
        ("Wat staat er in artikel 9 awb?", "heeft zelf een artikel 9 awb;"),
        ("Is er een artikel 9?", "heeft zelf een artikel 9;"),
        ("Wat staat er op pagina 0?", "heeft een pagina 0 met tekst."),
        ("Wat staat er in tabel 3?", "een tabel 3 is niet als zodanig herkend"),
        ("Wat staat er in tabel 3 en figuur 2?", "is niet als zodanig herkend"),
        ("Wat kost de boot op pagina 3?", "Geen van de doorzochte documenten heeft een pagina 3 met tekst."),
    ],
)
def test_what_no_document_has_is_declined_with_its_reason(
    assistant: Assistant, question: str, reason: str
) -> None:
    answer = assistant.ask(question)
    assert not answer.answered
    assert reason in answer.text


def test_an_article_of_a_law_limits_nothing(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel kost de boot volgens artikel 9 van de Gemeentewet?")
    assert answer.completeness.limits == ()


def test_a_document_about_a_law_is_not_the_law(assistant: Assistant, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "brief.md").write_text(
        "# Brief over de Havenwet\n\nVolgens artikel 6 van de Havenwet betaalt een schip 35 euro havengeld.\n",
        encoding="utf-8",
    )
    settings = replace(Settings(), corpus=corpus, index=tmp_path / "index")
    ingest(settings)
    with Assistant.open(settings) as opened:
        asked = opened.ask("Hoeveel havengeld betaalt een schip volgens artikel 6 van de Havenwet?")
        assert (asked.short, asked.completeness.limits) == ("35 euro", ())
        assert not opened.ask("Wat staat er in artikel 6 van de Havenwet?").answered


def test_a_table_without_a_caption_limits_nothing_and_that_is_told(assistant: Assistant) -> None:
    answer = assistant.ask("Hoeveel kost de overtocht volgens tabel 3?")
    assert answer.short == "4 euro"
    assert "een tabel 3 is niet als zodanig herkend" in answer.text


def quotes(assistant: Assistant, question: str) -> list[tuple[str, str]]:
    answer = assistant.ask(question)
    assert answer.answered
    return [(citation.heading[-1], citation.quote) for citation in answer.citations]


def test_an_article_alone_is_given_whole_without_who_signed(assistant: Assistant) -> None:
    assert quotes(assistant, "Wat staat er in artikel 4?") == [
        ("Besluit", "Artikel 4. De kosten zijn 1.200 euro per maand.")
    ]
    assert quotes(assistant, "Wat bepaalt artikel 2, tweede lid, van het veerreglement?") == [
        ("Artikel 2. Bevoegdheid", "2. De dijkgraaf trekt de vergunning in.")
    ]


def test_a_document_named_right_behind_the_number_is_no_law(assistant: Assistant) -> None:
    assert assistant.ask("Wat staat er in artikel 3 Veerreglement?").text.count("heeft zelf") == 0


def test_no_more_documents_are_read_than_are_quoted(assistant: Assistant, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number in range(20):
        (corpus / f"verslag{number}.md").write_text(
            f"# Verslag {number}\n\n## Vervoer\n\nHet veer vaart {number + 2} keer.\n", encoding="utf-8"
        )
    settings = replace(Settings(), corpus=corpus, index=tmp_path / "index")
    ingest(settings)
    with Assistant.open(settings) as opened:
        answer = opened.ask("Wat staat er in het hoofdstuk ‘Vervoer’?")
        assert len(answer.citations) == 12
        assert "in het kort" in answer.text
        assert len(answer.completeness.limits) == 20


def test_a_chapter_alone_gives_its_headings_and_first_sentences(assistant: Assistant) -> None:
    expected = [
        ("Vloot", "De vloot telt 21 boten."),
        ("Zeilboten", "Er zijn 6 zeilboten."),
        ("Motorboten", "Er zijn 15 motorboten."),
    ]
    for question in ("In het tweede hoofdstuk?", "Wat staat er in het hoofdstuk ‘Vloot’?"):
        found = quotes(assistant, question)
        assert [heading for heading, _ in found] == [heading for heading, _ in expected]
        assert all(quote.startswith(start) for (_, quote), (_, start) in zip(found, expected, strict=True))
        assert not any("Geteld" in quote for _, quote in found)


def test_a_page_alone_gives_what_stands_on_it(assistant: Assistant) -> None:
    answer = assistant.ask("Wat staat er op pagina 2 van het logboek?")
    assert "55 meter" in answer.text
    assert "werklieden" not in answer.text


def test_facts_are_counted_on_the_page_alone(assistant: Assistant) -> None:
    assert "90.000 euro" in assistant.ask("Welke bedragen staan er op pagina 2?").text
    assert "90.000 euro" not in assistant.ask("Welke bedragen staan er op pagina 1?").text
    assert "1.200" not in assistant.ask("Welke bedragen staan er in artikel 1?").text


def test_a_follow_up_asks_the_same_of_another_part(assistant: Assistant) -> None:
    first = assistant.ask("Hoeveel kranen telt de haven?")
    asked = assistant.ask("In het tweede hoofdstuk?", turns=(make_turn(first),))
    assert asked.resolved == "Hoeveel kranen telt de haven in het tweede hoofdstuk?"
    assert "Vloot" in asked.completeness.headings
    paged = assistant.ask("En pagina 2?", turns=(make_turn(asked),))
    assert paged.resolved == "Hoeveel kranen telt de haven op pagina 2?"
    viewed = assistant.ask("Wat staat er in artikel 3?", turns=(make_turn(first),))
    assert viewed.resolved is None
    assert [citation.quote for citation in viewed.citations] == ["Bij hoogwater vaart het veer niet."]


def test_the_limits_tell_the_document_and_how_the_part_is_known(assistant: Assistant) -> None:
    limits = assistant.ask("Hoeveel kost de boot volgens artikel 1?").completeness.limits
    assert [(limit.path, limit.kind, limit.heading) for limit in limits] == [
        ("besluit.md", SectionKind.ARTICLE, "artikel 1"),
        ("reglement.md", SectionKind.HEADING, "Artikel 1. Tarieven"),
    ]


def test_a_table_is_known_by_its_caption(assistant: Assistant, tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "cijfers.html").write_text(
        "<h1>Cijfers</h1><p>De vloot in tabel 1 groeit.</p>"
        "<table><caption>Tabel 1. Vloot</caption><tr><th>Soort</th><th>Boten</th></tr>"
        "<tr><td>Zeilboot</td><td>6</td></tr></table>"
        "<table><caption>Tabel 2. Kosten</caption><tr><th>Soort</th><th>Boten</th></tr>"
        "<tr><td>Zeilboot</td><td>900</td></tr></table>",
        encoding="utf-8",
    )
    settings = replace(Settings(), corpus=corpus, index=tmp_path / "index")
    ingest(settings)
    with Assistant.open(settings) as opened:
        answer = opened.ask("Wat staat er in tabel 1?")
        assert "‘Tabel 1. Vloot’" in answer.text
        assert any("Zeilboot" in citation.quote for citation in answer.citations)
        assert not any("900" in citation.quote for citation in answer.citations)

"""Copies in another format and versions of one report, from the folder to the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.index import open_index
from assistant.ingestion import ingest
from assistant.types import DocumentRecord

BRIDGES = "Hemelrode Kruisbeek Oudewater Lindenhof Zandvoorde Meerdijk Vaartkant Molenbrug Kadeberg Sluiswijk".split()
PARTS = [
    f"In {place} ligt een brug van {20 + 3 * number} meter, die de gemeente in {1950 + number} liet bouwen voor de dorpen langs de vaart."
    for number, place in enumerate(BRIDGES)
]
ASKED = "Hoe lang is de brug in Meerdijk?"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    (tmp_path / "corpus").mkdir()
    return Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", workers=1)


def _write(settings: Settings, name: str, parts: list[str], title: str = "Beleidsnota bruggen") -> None:
    if name.endswith(".html"):
        body = f"<h1>{title}</h1>" + "".join(f"<p>{part}</p>" for part in parts)
        text = f"<html><head><title>{title}</title></head><body><main>{body}</main></body></html>"
    else:
        text = "\n\n".join((f"# {title}", *parts)) + "\n"
    (settings.corpus / name).write_text(text, encoding="utf-8")


def _records(settings: Settings) -> dict[str, DocumentRecord]:
    from assistant.embed import make_encoder

    with open_index(settings.index, make_encoder(settings)) as index:
        return {record.path: record for record in index.records()}


def _cited(settings: Settings) -> list[str]:
    with Assistant.open(settings) as assistant:
        return [citation.path for citation in assistant.ask(ASKED).citations]


def test_the_same_text_in_another_format_counts_once_and_answers_once(settings):
    _write(settings, "nota.html", PARTS)
    _write(settings, "nota.md", PARTS)
    report = ingest(settings)
    assert (report.added, report.copies, report.documents) == (("nota.html",), (("nota.md", "nota.html"),), 1)
    assert _cited(settings) == ["nota.html"]
    again = ingest(settings)
    assert (again.generation, again.copies, again.added) == (report.generation, report.copies, ())


def test_a_copy_takes_the_place_of_the_original_in_the_run_that_finds_it_gone(settings):
    _write(settings, "nota.html", PARTS)
    _write(settings, "nota.md", PARTS)
    ingest(settings)
    (settings.corpus / "nota.html").unlink()
    report = ingest(settings)
    assert (report.copies, list(_records(settings))) == ((), ["nota.md"])
    assert _cited(settings) == ["nota.md"]


def test_a_copy_that_is_edited_is_a_document_of_its_own(settings):
    _write(settings, "nota.html", PARTS)
    _write(settings, "nota.md", PARTS)
    ingest(settings)
    _write(settings, "nota.md", [*PARTS[:-1], PARTS[-1].replace("47 meter", "48 meter")])
    report = ingest(settings)
    assert (report.added, report.copies) == (("nota.md",), ())


def test_the_newest_version_is_known_and_forgotten_again(settings):
    _write(settings, "nota_v1.md", PARTS)
    first = ingest(settings)
    assert first.notices == ()
    _write(settings, "nota_v2.md", [*PARTS[:-1], "In Sluiswijk is de brug vorig jaar afgebroken."])
    report = ingest(settings)
    records = _records(settings)
    assert records["nota_v1.md"].version_of == records["nota_v2.md"].id
    assert records["nota_v2.md"].version_of is None
    assert report.notices == (
        ("nota_v1.md", "oudere versie; de nieuwste is nota_v2.md"),
        ("nota_v2.md", "nieuwste versie; ouder is nota_v1.md"),
    )
    (settings.corpus / "nota_v2.md").unlink()
    assert ingest(settings).notices == ()
    assert _records(settings)["nota_v1.md"].version_of is None


def test_two_yearly_reports_are_no_versions(settings):
    for year in (2020, 2021):
        _write(
            settings, f"{year}.md", [f"Dit verslag gaat over {year}.", *PARTS], f"Jaarverslag bruggen {year}"
        )
    report = ingest(settings)
    assert (report.documents, report.notices, report.copies) == (2, (), ())
    assert {record.period for record in _records(settings).values()} == {"2020/2020", "2021/2021"}

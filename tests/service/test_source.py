from __future__ import annotations

import gc
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import httpx2
import pytest

from assistant.config import Settings
from assistant.errors import IndexMissing
from assistant.ingestion import ingest
from assistant.service.source import Source

Serve = Callable[..., AbstractContextManager[str]]


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "brug.txt").write_text(
        "Nota brug\n\nDe brug bij Lommel is in 2021 gebouwd door firma Peeters.\n"
    )
    return Settings(corpus=corpus, index=tmp_path / "index", workers=1)


def test_without_an_index_the_service_says_what_to_do_and_takes_the_first_one(
    settings: Settings, serve_settings: Serve
) -> None:
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=30) as client:
        health = client.get("/v1/health")
        assert (health.status_code, health.json()["status"]) == (200, "geen index")
        refused = client.post("/v1/antwoorden", json={"vraag": "Wie bouwde de brug?"})
        assert (refused.status_code, refused.headers["content-type"]) == (503, "application/problem+json")
        assert "leeswijzer ingest" in refused.json()["detail"]
        assert str(settings.index) not in refused.text
        assert "leeswijzer ingest" in client.get("/").text
        assert client.get("/documenten/abc").status_code == 503
        assert client.post("/v1/feiten", json={"tekst": "In 2021."}).status_code == 200
        ingest(settings)
        assert client.get("/v1/health").json()["status"] == "ok"
        assert client.get("/v1/documenten").json()["totaal"] == 1


def test_a_newer_index_is_served_without_a_restart(settings: Settings, serve_settings: Serve) -> None:
    ingest(settings)
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=30) as client:
        before = client.get("/v1/health").json()["index"]
        (settings.corpus / "tunnel.txt").write_text("Nota tunnel\n\nDe tunnel bij Mol is in 2022 geopend.\n")
        ingest(settings)
        health = client.get("/v1/health").json()
        assert health["documenten"] == 2
        assert health["index"] != before
        assert "Nota tunnel" in client.get("/").text


def test_what_was_given_keeps_its_own_generation(settings: Settings) -> None:
    """Fault 9: switch of generation under load."""
    ingest(settings)
    source = Source(settings)
    first = source.get()
    generation = first.generation
    (settings.corpus / "tunnel.txt").write_text("Nota tunnel\n\nDe tunnel bij Mol is in 2022 geopend.\n")
    (settings.corpus / "brug.txt").unlink()
    ingest(settings)
    second = source.get()
    assert [record.path for record in second.records()] == ["tunnel.txt"]
    assert [record.path for record in first.records()] == ["brug.txt"]
    assert first.generation == generation != second.generation
    assert first.ask("Wie bouwde de brug?").completeness.generation == generation
    source.close()


def test_a_damaged_index_is_a_503_and_a_damaged_newer_one_is_left_alone(
    settings: Settings, serve_settings: Serve
) -> None:
    ingest(settings)
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=30) as client:
        assert client.get("/v1/documenten").json()["totaal"] == 1
        shutil.rmtree(settings.index)
        settings.index.mkdir()
        assert client.get("/v1/documenten").json()["totaal"] == 1
    with serve_settings(settings) as address:
        assert httpx2.get(f"{address}/v1/documenten").status_code == 503


def test_a_source_without_an_index_raises_each_time(settings: Settings) -> None:
    source = Source(settings)
    for _ in range(2):
        with pytest.raises(IndexMissing):
            source.get()


def test_the_service_settles_the_garbage_collector_once_it_has_opened_an_index(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    found, frozen = gc.get_threshold(), []
    monkeypatch.setattr(gc, "get_freeze_count", lambda: len(frozen))
    monkeypatch.setattr(gc, "freeze", lambda: frozen.append("frozen"))
    monkeypatch.setattr(gc, "unfreeze", frozen.clear)
    ingest(settings)
    source = Source(settings)
    try:
        source.get()
        source.get()
        assert frozen == ["frozen"]
        assert gc.get_threshold()[2] == 100
    finally:
        gc.set_threshold(*found)
        source.close()

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import quote

import httpx2
import pytest

from assistant.config import Settings
from assistant.ingestion import ingest


def test_documents_are_listed_by_path(client: httpx2.Client) -> None:
    found = client.get("/v1/documenten").json()
    assert [item["bestand"] for item in found["items"]] == [
        "beleid/nota-laadpalen.md",
        "besluiten/persbericht-kmo.txt",
        "nieuws/fietsroute.html",
        "proef/<img src=x onerror=alert(2)>.txt",
    ]
    assert found["totaal"] == 4
    first = found["items"][0]
    assert (first["titel"], first["datum"], first["taal"]) == (
        "Nota laadpalen Kempenrand",
        "2023-03-15",
        "nl",
    )


def test_a_document_tells_its_headings(client: httpx2.Client, ids: dict[str, str]) -> None:
    found = client.get(f"/v1/documenten/{ids['nota-laadpalen.md']}").json()
    text = client.get(f"/v1/documenten/{found['id']}/tekst").text
    assert [heading["tekst"] for heading in found["koppen"]] == [
        *("Nota laadpalen Kempenrand", "Aanleiding", "Subsidie", "Uitvoering")
    ]
    for heading in found["koppen"]:
        assert text[heading["start"] : heading["eind"]] == heading["tekst"]
    assert len(text) == found["tekens"]


def test_a_document_tells_its_themes_the_strongest_first(client: httpx2.Client, ids: dict[str, str]) -> None:
    themes = client.get(f"/v1/documenten/{ids['nota-laadpalen.md']}").json()["themas"]
    assert "mobiliteit" in [theme["code"] for theme in themes[:2]]
    scores = [theme["score"] for theme in themes]
    assert scores == sorted(scores, reverse=True)
    assert all(0 < score <= 1 for score in scores)
    known = {theme["code"]: theme for theme in client.get("/v1/themas").json()["items"]}
    for theme in themes:
        del theme["score"]
        assert theme == known[theme["code"]]


def test_the_text_is_plain_and_never_a_page(client: httpx2.Client, ids: dict[str, str]) -> None:
    response = client.get(f"/v1/documenten/{ids['<img src=x onerror=alert(2)>.txt']}/tekst")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["x-content-type-options"] == "nosniff"
    assert "<b onmouseover=" in response.text


def test_the_file_is_given_byte_for_byte(
    client: httpx2.Client, ids: dict[str, str], small_corpus: Path
) -> None:
    for item in client.get("/v1/documenten").json()["items"]:
        response = client.get(f"/v1/documenten/{item['id']}/bestand")
        assert response.content == (small_corpus / item["bestand"]).read_bytes()
        assert hashlib.sha256(response.content).hexdigest() == item["sha256"]


def test_a_web_page_from_the_corpus_is_saved_and_not_shown(
    client: httpx2.Client, ids: dict[str, str]
) -> None:
    """Fault 33: stored XSS."""
    response = client.get(f"/v1/documenten/{ids['fietsroute.html']}/bestand")
    assert response.headers["content-disposition"].startswith("attachment;")
    assert "sandbox" in response.headers["content-security-policy"]
    assert response.headers["x-content-type-options"] == "nosniff"


def test_a_hostile_file_name_is_written_safely(client: httpx2.Client, ids: dict[str, str]) -> None:
    response = client.get(f"/v1/documenten/{ids['<img src=x onerror=alert(2)>.txt']}/bestand")
    assert response.headers["content-disposition"] == (
        "inline; filename*=utf-8''%3Cimg%20src%3Dx%20onerror%3Dalert%282%29%3E.txt"
    )
    assert response.headers["content-type"] == "text/plain; charset=utf-8"


@pytest.mark.parametrize(
    "path",
    [
        "/v1/documenten/0000000000000000",
        "/v1/documenten/0000000000000000/tekst",
        "/v1/documenten/0000000000000000/bestand",
        "/v1/documenten/..%2f..%2fetc%2fpasswd/bestand",
        "/v1/documenten/%2e%2e/bestand",
        "/v1/documenten/%00/bestand",
        "/v1/documenten/beleid%2fnota-laadpalen.md/bestand",
        "/static/..%2f..%2fpyproject.toml",
        "/static/%2e%2e/%2e%2e/pyproject.toml",
        "/static//etc/passwd",
        "/static/%00",
        "/documenten/..%2f..%2fetc%2fpasswd",
    ],
)
def test_no_path_leads_out(client: httpx2.Client, path: str) -> None:
    """Fault 32: path traversal (encoded, absolute, NUL)."""
    response = client.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert "/etc" not in response.text


def test_one_range_is_served_and_a_flood_is_not(client: httpx2.Client, ids: dict[str, str]) -> None:
    """Fault 39: Range-header flood."""
    path = f"/v1/documenten/{ids['nota-laadpalen.md']}/bestand"
    whole = client.get(path).content
    part = client.get(path, headers={"Range": "bytes=2-5"})
    assert (part.status_code, part.content) == (206, whole[2:6])
    for flood in (
        "bytes=" + ",".join(f"{n}-{n}" for n in range(500)),
        "bytes=0-1,1-2",
        "bytes=5-2",
        "x",
        "bytes=-",
    ):
        response = client.get(path, headers={"Range": flood})
        assert (response.status_code, response.content) == (200, whole)
    outside = client.get(path, headers={"Range": "bytes=999999-"})
    assert (outside.status_code, outside.headers["content-type"]) == (416, "application/problem+json")


def test_a_file_that_changed_or_went_is_not_given(
    tmp_path: Path, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for name in ("a", "b", "c"):
        (corpus / f"{name}.txt").write_text(f"Nota {name}\n\nDe nota {name} gaat over de brug bij Lommel.\n")
    settings = Settings(corpus=corpus, index=tmp_path / "index", workers=1)
    ingest(settings)
    (tmp_path / "geheim.txt").write_text("geheim")
    (corpus / "a.txt").write_text("iets anders")
    (corpus / "b.txt").unlink()
    (corpus / "c.txt").unlink()
    (corpus / "c.txt").symlink_to(tmp_path / "geheim.txt")
    with serve_settings(settings) as address, httpx2.Client(base_url=address) as client:
        items = client.get("/v1/documenten").json()["items"]
        responses = [client.get(f"/v1/documenten/{item['id']}/bestand") for item in items]
    assert [response.status_code for response in responses] == [409, 404, 404]
    assert not any("geheim" in response.text or str(tmp_path) in response.text for response in responses)


def test_a_member_of_an_archive_is_given_by_itself(
    tmp_path: Path, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    note = b"# Nota veer\n\nHet veer bij Lommel vaart vanaf 2024 elk half uur.\n"
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("map/diep ünd tief.md", note.replace(b"Lommel", b"Hamont"))
    with zipfile.ZipFile(corpus / "stukken.zip", "w") as archive:
        archive.writestr("nota's/veer.md", note)
        archive.writestr("oud.zip", inner.getvalue())
    settings = Settings(corpus=corpus, index=tmp_path / "index", workers=1)
    ingest(settings)
    with serve_settings(settings) as address, httpx2.Client(base_url=address) as client:
        items = {item["bestand"]: item for item in client.get("/v1/documenten").json()["items"]}
        assert sorted(items) == ["stukken.zip/nota's/veer.md", "stukken.zip/oud.zip/map/diep ünd tief.md"]
        for path, item in items.items():
            response = client.get(f"/v1/documenten/{item['id']}/bestand")
            assert hashlib.sha256(response.content).hexdigest() == item["sha256"]
            assert response.headers["content-type"] == "text/plain; charset=utf-8"
            name = quote(path.rpartition("/")[2], safe="")
            assert response.headers["content-disposition"] == f"inline; filename*=utf-8''{name}"
            assert item["archief"] == "stukken.zip"
        (corpus / "stukken.zip").write_bytes(b"iets anders")
        assert client.get(f"/v1/documenten/{item['id']}/bestand").status_code == 409

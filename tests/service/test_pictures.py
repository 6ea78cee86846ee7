"""Pages as pictures, and where a quotation stands on them."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import httpx2
import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from assistant.config import Settings
from assistant.ingestion import ingest
from assistant.service import pictures
from assistant.service.pictures import Pictures

SENTENCES = (
    "De veerpont van Oudewater kost 640.000 euro per jaar en vaart elke dag.",
    "De gemeente betaalt de helft en de provincie betaalt de andere helft.",
)


def write_pdf(*pages: str) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(595, 842))
    for words in pages:
        canvas.setFont("Helvetica", 11)
        canvas.drawString(80, 842 - 100, words)
        canvas.showPage()
    canvas.save()
    return stream.getvalue()


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    folder = tmp_path_factory.mktemp("paginas")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "veerpont.pdf").write_bytes(write_pdf(*SENTENCES))
    (folder / "corpus" / "brug.md").write_text("# De brug\n\nDe brug is 85 meter lang.\n", encoding="utf-8")
    found = Settings(corpus=folder / "corpus", index=folder / "index", workers=1)
    ingest(found)
    return found


@pytest.fixture(scope="module")
def client(
    settings: Settings, serve_settings: Callable[..., AbstractContextManager[str]]
) -> Iterator[httpx2.Client]:
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=30) as found:
        yield found


@pytest.fixture(scope="module")
def ids(client: httpx2.Client) -> dict[str, str]:
    return {item["bestand"]: item["id"] for item in client.get("/v1/documenten").json()["items"]}


def measure(png: bytes) -> tuple[int, int]:
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack_from("!II", png, 16)
    return width, height


def test_a_page_is_given_as_a_picture_of_a_bounded_width(client: httpx2.Client, ids: dict[str, str]) -> None:
    address = f"/v1/documenten/{ids['veerpont.pdf']}/paginas/2"
    response = client.get(address)
    assert response.headers["content-type"] == "image/png"
    assert measure(response.content) == (1200, 1699)
    sizes = [measure(client.get(address, params={"breedte": wide}).content)[0] for wide in (100, 601, 2400)]
    assert sizes == [600, 1200, 2400]
    for wide in (99, 2401):
        problem = client.get(address, params={"breedte": wide})
        assert (problem.status_code, problem.json()["errors"][0]["veld"]) == (400, "breedte")


def test_a_picture_that_the_browser_has_is_not_sent_again(client: httpx2.Client, ids: dict[str, str]) -> None:
    address = f"/v1/documenten/{ids['veerpont.pdf']}/paginas/1"
    first = client.get(address)
    again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", first.headers["etag"])
    other = client.get(
        address.replace("paginas/1", "paginas/2"), headers={"If-None-Match": first.headers["etag"]}
    )
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("name", "page", "status", "words"),
    [
        ("veerpont.pdf", "3", 404, "Pagina 3 is er niet; het document heeft er 2."),
        ("brug.md", "1", 404, "Van dit document zijn er geen pagina's om te tonen; de tekst is er wel."),
        ("veerpont.pdf", "0", 400, "nummer"),
        ("veerpont.pdf", "een", 400, "nummer"),
    ],
)
def test_a_page_that_is_not_there_is_a_problem_document(
    client: httpx2.Client, ids: dict[str, str], name: str, page: str, status: int, words: str
) -> None:
    response = client.get(f"/v1/documenten/{ids[name]}/paginas/{page}")
    assert response.headers["content-type"] == "application/problem+json"
    assert response.status_code == status
    assert words in response.json()["detail"]


def test_a_document_that_is_not_there_has_no_pages(client: httpx2.Client) -> None:
    assert client.get("/v1/documenten/0000/paginas/1").status_code == 404
    assert client.get("/v1/documenten/0000/vlakken", params={"start": 0, "eind": 5}).status_code == 404


def test_a_file_that_has_changed_is_not_drawn(
    tmp_path: Path, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    (tmp_path / "corpus").mkdir()
    place = tmp_path / "corpus" / "veerpont.pdf"
    place.write_bytes(write_pdf(*SENTENCES))
    found = Settings(corpus=tmp_path / "corpus", index=tmp_path / "index", workers=1)
    ingest(found)
    with serve_settings(found) as address, httpx2.Client(base_url=address) as client:
        document = client.get("/v1/documenten").json()["items"][0]["id"]
        place.write_bytes(write_pdf("Iets anders."))
        assert client.get(f"/v1/documenten/{document}/paginas/1").status_code == 409
        place.unlink()
        assert client.get(f"/v1/documenten/{document}/paginas/1").status_code == 404


def test_the_boxes_of_a_quotation_lie_on_its_words(client: httpx2.Client, ids: dict[str, str]) -> None:
    document = ids["veerpont.pdf"]
    text = client.get(f"/v1/documenten/{document}/tekst").text
    start = text.index("De gemeente betaalt")
    found = client.get(
        f"/v1/documenten/{document}/vlakken", params={"start": start, "eind": start + len("De gemeente")}
    ).json()
    assert found["totaal"] == 1
    (box,) = found["items"]
    assert box["pagina"] == 2
    assert (box["x0"], box["x1"]) == pytest.approx(
        (80, 80 + stringWidth("De gemeente", "Helvetica", 11)), abs=2
    )
    assert 85 < box["boven"] < 95 < 100 < box["onder"] < 106
    pages = client.get(f"/v1/documenten/{document}").json()["bladzijden"]
    assert [(page["nummer"], page["breedte"], page["hoogte"]) for page in pages] == [
        (1, 595, 842),
        (2, 595, 842),
    ]


def test_a_quotation_in_a_document_without_pages_has_no_boxes(
    client: httpx2.Client, ids: dict[str, str]
) -> None:
    found = client.get(f"/v1/documenten/{ids['brug.md']}/vlakken", params={"start": 0, "eind": 6}).json()
    assert found == {"items": [], "totaal": 0}


@pytest.mark.parametrize(("start", "end"), [(5, 4), (-1, 4), ("x", 4)])
def test_offsets_that_cannot_be_are_refused(
    client: httpx2.Client, ids: dict[str, str], start: object, end: object
) -> None:
    response = client.get(
        f"/v1/documenten/{ids['veerpont.pdf']}/vlakken", params={"start": start, "eind": end}
    )
    assert response.status_code == 400


def test_offsets_beyond_the_text_have_no_boxes(client: httpx2.Client, ids: dict[str, str]) -> None:
    address = f"/v1/documenten/{ids['veerpont.pdf']}/vlakken"
    assert client.get(address, params={"start": 10**6, "eind": 10**7}).json()["totaal"] == 0


def test_an_answer_from_a_pdf_brings_the_boxes_of_its_quotation(client: httpx2.Client) -> None:
    body = {"vraag": "Hoeveel kost de veerpont van Oudewater?"}
    (source,) = client.post("/v1/antwoorden", json=body).json()["bronnen"]
    assert [box["pagina"] for box in source["vlakken"]] == [source["pagina"]] == [1]


def test_the_pictures_that_were_asked_for_longest_ago_are_let_go(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "_KEPT_BYTES", 10)
    kept = Pictures()
    kept.keep("a", b"12345")
    kept.keep("b", b"12345")
    assert kept.find("a") == b"12345"
    kept.keep("c", b"12345")
    assert (kept.find("a"), kept.find("b"), kept.find("c")) == (b"12345", None, b"12345")

"""Documents added and removed over HTTP, on a real server over a folder of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import threading
import time
import zipfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, suppress
from dataclasses import replace
from email.message import EmailMessage
from pathlib import Path

import httpx2
import pytest

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.index.generations import INGEST_LOCK_FILE, lock_index
from assistant.ingestion import deposit, ingest

Serve = Callable[..., AbstractContextManager[str]]

BRIDGE = b"Nota brug\n\nDe brug bij Lommel is in 2021 gebouwd door firma Peeters. De brug kostte 4,5 miljoen euro.\n"
TUNNEL = b"Nota tunnel\n\nDe tunnel bij Mol is op 3 mei 2022 geopend door wethouder Hanne Wolters.\n"
WHO = "Wie opende de tunnel bij Mol?"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "brug.txt").write_bytes(BRIDGE)
    settings = Settings(corpus=corpus, index=tmp_path / "index", workers=1)
    ingest(settings)
    return settings


@pytest.fixture
def asking(settings: Settings, serve_settings: Serve) -> Iterator[httpx2.Client]:
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=60) as client:
        yield client


def send(client: httpx2.Client, *files: tuple[str, bytes], **given: object) -> httpx2.Response:
    return client.post("/v1/documenten", files=[("bestanden", file) for file in files], **given)


def names(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.corpus.rglob("*") if path.is_file())


def ask(client: httpx2.Client, question: str) -> dict[str, object]:
    found: dict[str, object] = client.post("/v1/antwoorden", json={"vraag": question}).json()
    return found


def test_a_file_that_is_sent_answers_at_once_and_stands_in_the_folder(
    asking: httpx2.Client, settings: Settings
) -> None:
    assert not ask(asking, WHO)["beantwoord"]
    response = send(asking, ("tunnel.txt", TUNNEL))
    assert response.status_code == 201, response.text
    found = response.json()
    (item,) = found["items"]
    assert (item["bestand"], item["titel"], found["totaal"]) == ("tunnel.txt", "Nota tunnel", 1)
    assert "mislukkingen" not in found
    assert response.headers["location"] == f"/v1/documenten/{item['id']}"
    assert asking.get(response.headers["location"]).json()["sha256"] == item["sha256"]
    assert ask(asking, WHO)["kort"] == "Hanne Wolters"
    assert (settings.corpus / "tunnel.txt").read_bytes() == TUNNEL
    assert names(settings) == ["brug.txt", "tunnel.txt"]
    assert asking.get(f"/v1/documenten/{item['id']}/bestand").content == TUNNEL


def test_a_removed_document_answers_no_more_and_is_gone_everywhere(
    asking: httpx2.Client, settings: Settings
) -> None:
    """Fault 15: gone from the words, the vectors, the facts, the files and what is kept."""
    tunnel = send(asking, ("tunnel.txt", TUNNEL)).json()["items"][0]["id"]
    talk = ask(asking, WHO)
    assert talk["kort"] == "Hanne Wolters"
    response = asking.delete(f"/v1/documenten/{tunnel}")
    assert (response.status_code, response.content) == (204, b"")
    assert names(settings) == ["brug.txt"]
    after = ask(asking, WHO)
    assert not after["beantwoord"]
    assert "Wolters" not in json.dumps(after)
    assert asking.get("/v1/passages", params={"zoek": "tunnel Mol Wolters"}).text.count("Wolters") == 0
    assert "Wolters" not in asking.get("/v1/feiten").text
    for path in ("", "/tekst", "/bestand"):
        assert asking.get(f"/v1/documenten/{tunnel}{path}").status_code == 404
    assert asking.delete(f"/v1/documenten/{tunnel}").status_code == 404
    assert [item["bestand"] for item in asking.get("/v1/documenten").json()["items"]] == ["brug.txt"]


def test_the_last_document_can_be_removed_and_the_first_one_added(
    settings: Settings, serve_settings: Serve
) -> None:
    (settings.corpus / "brug.txt").unlink()
    fresh = replace(settings, index=settings.index.parent / "anders")
    with serve_settings(fresh) as address, httpx2.Client(base_url=address, timeout=60) as client:
        assert client.get("/v1/documenten").status_code == 503
        first = send(client, ("brug.txt", BRIDGE))
        assert first.status_code == 201
        assert client.delete(f"/v1/documenten/{first.json()['items'][0]['id']}").status_code == 204
        assert client.get("/v1/documenten").json() == {"items": [], "totaal": 0}
        assert client.get("/").status_code == 200


def test_a_broken_file_is_named_and_the_others_are_taken_in(
    asking: httpx2.Client, settings: Settings
) -> None:
    response = send(
        *(asking, ("stuk.pdf", b"%PDF-1.7 en verder niets"), ("tunnel.txt", TUNNEL)),
        *(("plaatje.png", b"\x89PNG\r\n"), ("leeg.txt", b"")),
    )
    assert response.status_code == 201
    found = response.json()
    assert [item["bestand"] for item in found["items"]] == ["tunnel.txt"]
    reasons = {fault["bestand"]: fault["reden"] for fault in found["mislukkingen"]}
    assert sorted(reasons) == ["leeg.txt", "plaatje.png", "stuk.pdf"]
    assert ".pdf" in reasons["plaatje.png"]
    assert all(reasons.values())
    assert names(settings) == ["brug.txt", "tunnel.txt"]
    whole = ask(asking, WHO)["volledigheid"]
    assert isinstance(whole, dict)
    assert (whole["documenten"], whole["doorzocht"], whole["mislukt"]) == (2, 2, 0)


def test_when_nothing_can_be_read_the_problem_names_each_file(
    asking: httpx2.Client, settings: Settings
) -> None:
    before = asking.get("/v1/documenten").json()
    response = send(asking, ("stuk.docx", b"geen zip"), ("oud.doc", b"\xd0\xcf\x11\xe0"))
    assert (response.status_code, response.headers["content-type"]) == (400, "application/problem+json")
    problem = response.json()
    assert problem["detail"].startswith("Er is niets toegevoegd: ")
    assert [error["veld"] for error in problem["errors"]] == ["bestanden"] * 2
    assert {error["detail"].partition(":")[0] for error in problem["errors"]} == {"stuk.docx", "oud.doc"}
    assert names(settings) == ["brug.txt"]
    assert asking.get("/v1/documenten").json() == before


def test_a_name_never_leads_out_of_the_folder(asking: httpx2.Client, settings: Settings) -> None:
    """Fault 32: path traversal."""
    response = send(asking, ("../../../etc/nota.txt", TUNNEL), ("/etc/.htaccess.txt", b"De brug is open.\n"))
    assert response.status_code == 201, response.text
    assert [item["bestand"] for item in response.json()["items"]] == ["nota.txt"]
    assert [fault["bestand"] for fault in response.json()["mislukkingen"]] == ["/etc/.htaccess.txt"]
    assert names(settings) == ["brug.txt", "nota.txt"]
    assert sorted(path.name for path in settings.corpus.parent.iterdir()) == ["corpus", "index"]


def test_a_name_that_is_taken_is_refused_and_the_old_file_stays(
    asking: httpx2.Client, settings: Settings
) -> None:
    response = send(asking, ("brug.txt", TUNNEL))
    assert response.status_code == 400
    assert "al een ander bestand met deze naam" in response.json()["errors"][0]["detail"]
    assert (settings.corpus / "brug.txt").read_bytes() == BRIDGE
    twice = send(asking, ("nieuw.txt", TUNNEL), ("nieuw.txt", TUNNEL + b"Later.\n"))
    assert twice.status_code == 201
    assert [fault["bestand"] for fault in twice.json()["mislukkingen"]] == ["nieuw.txt"]
    assert (settings.corpus / "nieuw.txt").read_bytes() == TUNNEL


def test_the_same_bytes_under_another_name_are_the_document_that_is_there(
    asking: httpx2.Client, settings: Settings
) -> None:
    again = send(asking, ("zelfde.txt", BRIDGE))
    assert again.status_code == 200
    assert [item["bestand"] for item in again.json()["items"]] == ["brug.txt"]
    both = send(asking, ("een.txt", TUNNEL), ("twee.txt", TUNNEL))
    assert both.status_code == 201
    assert both.json()["totaal"] == 1
    assert len(names(settings)) == 2


def test_all_files_with_the_bytes_of_a_document_go_with_it(settings: Settings, serve_settings: Serve) -> None:
    (settings.corpus / "map").mkdir()
    (settings.corpus / "map" / "kopie.txt").write_bytes(BRIDGE)
    ingest(settings)
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=60) as client:
        (item,) = client.get("/v1/documenten").json()["items"]
        assert client.delete(f"/v1/documenten/{item['id']}").status_code == 204
        assert client.get("/v1/documenten").json()["totaal"] == 0
    assert names(settings) == []


def pack(**members: bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, raw in members.items():
            archive.writestr(f"{name}.txt", raw)
    return held.getvalue()


def test_the_members_of_an_archive_come_in_and_cannot_go_one_by_one(
    asking: httpx2.Client, settings: Settings
) -> None:
    response = send(asking, ("stukken.zip", pack(tunnel=TUNNEL, leeg=b"")))
    assert response.status_code == 201
    found = response.json()
    assert [item["bestand"] for item in found["items"]] == ["stukken.zip/tunnel.txt"]
    assert [fault["bestand"] for fault in found["mislukkingen"]] == ["stukken.zip/leeg.txt"]
    refused = asking.delete(f"/v1/documenten/{found['items'][0]['id']}")
    assert refused.status_code == 409
    assert "'stukken.zip'" in refused.json()["detail"]
    assert ask(asking, WHO)["beantwoord"]
    # The bridge lies in the folder and in an archive: without the file the archive would still answer.
    assert send(
        asking, ("meer.zip", pack(brug=BRIDGE, sluis=b"Nota sluis\n\nDe sluis is in 2019 hersteld.\n"))
    )
    bridge = next(
        item["id"] for item in asking.get("/v1/documenten").json()["items"] if item["bestand"] == "brug.txt"
    )
    assert "'meer.zip'" in asking.delete(f"/v1/documenten/{bridge}").json()["detail"]
    assert "brug.txt" in names(settings)


@pytest.mark.parametrize("content", [{"json": {"a": 1}}, {"content": b"abc"}, {"data": {"bestanden": "x"}}])
def test_a_body_that_is_no_form_with_files_is_refused(
    asking: httpx2.Client, content: dict[str, object]
) -> None:
    response = asking.post("/v1/documenten", **content)
    assert response.status_code == 415
    assert "multipart/form-data" in response.json()["detail"]


def test_a_form_without_files_or_with_more_than_files_is_refused(asking: httpx2.Client) -> None:
    response = asking.post("/v1/documenten", files={"x": (None, "tekst")})
    assert response.status_code == 400
    assert response.json()["errors"] == [
        {"veld": "x", "detail": "x is geen bestand; stuur alleen bestanden, met hun naam."}
    ]
    broken = asking.post(
        "/v1/documenten", content=b"--x\r\nonzin", headers={"Content-Type": "multipart/form-data; boundary=x"}
    )
    assert broken.status_code == 400
    assert broken.headers["content-type"] == "application/problem+json"


def test_a_flood_of_parts_and_a_body_that_is_too_large_are_refused(
    settings: Settings, serve_settings: Serve
) -> None:
    """Fault 40: multipart flood, oversized body."""
    small = replace(settings, max_file_bytes=600_000)
    with serve_settings(small) as address, httpx2.Client(base_url=address, timeout=60) as client:
        flood = client.post("/v1/documenten", files=[("bestanden", (f"{n}.txt", b"x")) for n in range(500)])
        assert (flood.status_code, flood.headers["content-type"]) == (400, "application/problem+json")
        one = send(client, ("groot.txt", b"De brug. " * 80_000))
        assert one.status_code == 400
        assert "te groot" in one.json()["detail"]
        assert send(client, ("groot.txt", b"x" * 1_300_000)).status_code == 413
        head = b'--x\r\nContent-Disposition: form-data; name="bestanden"; filename="a.txt"\r\n\r\n'
        form = {"Content-Type": "multipart/form-data; boundary=x"}
        with suppress(httpx2.TransportError):  # whoever goes on sending may find the line cut
            parts = iter([head, *[b"x" * 100_000] * 20])
            assert client.post("/v1/documenten", content=parts, headers=form).status_code == 413
        assert client.get("/v1/health").json()["documenten"] == 1
    assert names(settings) == ["brug.txt"]


def test_who_may_not_write_is_told_so_and_nothing_changes(settings: Settings, serve_settings: Serve) -> None:
    for uploads, headers in (
        ("off", {}),
        ("local", {"X-Forwarded-For": "127.0.0.1"}),
        ("local", {"Via": "1.1 p"}),
    ):
        with (
            serve_settings(replace(settings, uploads=uploads)) as address,
            httpx2.Client(base_url=address, timeout=60, headers=headers) as client,
        ):
            document = client.get("/v1/documenten").json()["items"][0]["id"]
            for response in (
                send(client, ("tunnel.txt", TUNNEL)),
                client.delete(f"/v1/documenten/{document}"),
                client.delete("/v1/documenten/bestaat-niet"),
            ):
                assert response.status_code == 403
                assert "LEESWIJZER_UPLOADS" in response.json()["detail"]
            assert client.get("/v1/documenten").json()["totaal"] == 1
    with (
        serve_settings(replace(settings, uploads="on")) as address,
        httpx2.Client(base_url=address, timeout=60, headers={"X-Forwarded-For": "10.0.0.7"}) as client,
    ):
        assert send(client, ("tunnel.txt", TUNNEL)).status_code == 201


@pytest.mark.parametrize("headers", [{"Origin": "http://elders.example"}, {"Sec-Fetch-Site": "cross-site"}])
def test_another_site_cannot_add_or_remove(asking: httpx2.Client, headers: dict[str, str]) -> None:
    """Fault 44: CSRF; a form of another site can be sent without asking the browser first."""
    assert send(asking, ("tunnel.txt", TUNNEL), headers=headers).status_code == 403
    document = asking.get("/v1/documenten").json()["items"][0]["id"]
    assert asking.delete(f"/v1/documenten/{document}", headers=headers).status_code == 403
    assert asking.get("/v1/documenten").json()["totaal"] == 1


def test_while_another_ingest_runs_nothing_changes_and_the_caller_is_told(
    asking: httpx2.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 8: two writers."""
    monkeypatch.setattr(deposit, "_PATIENCE_S", 0.5)
    with lock_index(settings.index, INGEST_LOCK_FILE):
        response = send(asking, ("tunnel.txt", TUNNEL))
        assert (response.status_code, names(settings)) == (503, ["brug.txt"])
        assert "wordt juist bijgewerkt" in response.json()["detail"]
        document = asking.get("/v1/documenten").json()["items"][0]["id"]
        assert asking.delete(f"/v1/documenten/{document}").status_code == 503
        assert ask(asking, "Wie bouwde de brug bij Lommel?")["beantwoord"]
    assert send(asking, ("tunnel.txt", TUNNEL)).status_code == 201


def test_another_ingest_is_waited_for(asking: httpx2.Client, settings: Settings) -> None:
    held = threading.Event()

    def hold() -> None:
        with lock_index(settings.index, INGEST_LOCK_FILE):
            held.set()
            time.sleep(0.6)

    thread = threading.Thread(target=hold)
    thread.start()
    held.wait()
    assert send(asking, ("tunnel.txt", TUNNEL)).status_code == 201
    thread.join()


def test_a_run_that_fails_leaves_folder_and_index_as_they_were(
    asking: httpx2.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 2: disk full."""

    def refuse(*args: object, **given: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("assistant.ingestion.run.write_generation", refuse)
    assert send(asking, ("tunnel.txt", TUNNEL)).status_code == 503
    document = asking.get("/v1/documenten").json()["items"][0]["id"]
    assert asking.delete(f"/v1/documenten/{document}").status_code == 503
    monkeypatch.undo()
    assert names(settings) == ["brug.txt"]
    assert (settings.corpus / "brug.txt").read_bytes() == BRIDGE
    assert ask(asking, "Wie bouwde de brug bij Lommel?")["beantwoord"]


def test_several_callers_at_once_lose_nothing(asking: httpx2.Client, settings: Settings) -> None:
    """Four may wait; whoever comes fifth is told to come back, and does."""

    def add(number: int) -> int:
        raw = f"Nota {number}\n\nDe sluis van Dorp{number} is in 20{10 + number} hersteld.\n".encode()
        for _ in range(600):
            status = send(asking, (f"sluis-{number}.txt", raw)).status_code
            if status != 429:
                return status
            time.sleep(0.1)
        return 429

    with ThreadPoolExecutor(5) as pool:
        assert list(pool.map(add, range(5))) == [201] * 5
    assert asking.get("/v1/documenten").json()["totaal"] == 6
    assert names(settings) == ["brug.txt", *(f"sluis-{number}.txt" for number in range(5))]


def test_what_a_killed_process_left_in_the_folder_is_swept(asking: httpx2.Client, settings: Settings) -> None:
    old, young = settings.corpus / ".leeswijzer-oud", settings.corpus / ".leeswijzer-jong"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (1, 1))
    assert send(asking, ("tunnel.txt", TUNNEL)).status_code == 201
    assert names(settings) == [".leeswijzer-jong", "brug.txt", "tunnel.txt"]
    assert asking.get("/v1/documenten").json()["totaal"] == 2


def test_what_cannot_be_written_is_told_in_dutch(
    asking: httpx2.Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    aside = settings.corpus.rename(settings.corpus.with_name("weg"))
    refused = send(asking, ("tunnel.txt", TUNNEL))
    assert (refused.status_code, refused.json()["detail"]) == (
        503,
        "De documentenmap kan niet beschreven worden: de map bestaat niet. Er is niets veranderd.",
    )
    aside.rename(settings.corpus)
    assert ask(asking, "Wie bouwde de brug bij Lommel?")["beantwoord"]


def test_an_e_mail_goes_with_what_is_attached_to_it(asking: httpx2.Client, settings: Settings) -> None:
    message = EmailMessage()
    message["Subject"], message["From"], message["To"] = "Stukken over de sluis", "a@b.example", "c@d.example"
    message.set_content("Bijgaand de nota over de sluis van Weert. De sluis opent op 3 mei 2023.\n")
    message.add_attachment(TUNNEL, maintype="text", subtype="plain", filename="tunnel.txt")
    found = send(asking, ("stukken.eml", message.as_bytes())).json()
    paths = {item["bestand"]: item["id"] for item in found["items"]}
    assert sorted(paths) == ["stukken.eml", "stukken.eml/tunnel.txt"]
    assert asking.delete(f"/v1/documenten/{paths['stukken.eml/tunnel.txt']}").status_code == 409
    assert asking.delete(f"/v1/documenten/{paths['stukken.eml']}").status_code == 204
    assert not ask(asking, WHO)["beantwoord"]
    assert names(settings) == ["brug.txt"]


def test_files_in_the_folder_that_cannot_be_read_are_in_the_list(
    settings: Settings, serve_settings: Serve
) -> None:
    (settings.corpus / "stuk <b>.pdf").write_bytes(b"geen pdf")
    ingest(settings)
    with serve_settings(settings) as address, httpx2.Client(base_url=address, timeout=60) as client:
        found = client.get("/v1/documenten").json()
        assert (found["totaal"], [fault["bestand"] for fault in found["mislukkingen"]]) == (
            1,
            ["stuk <b>.pdf"],
        )
        page = client.get("/").text
    assert "1 bestand niet gelezen" in page
    assert "stuk &lt;b&gt;.pdf</strong>: " in page


def test_a_service_that_is_killed_while_it_takes_in_files_leaves_only_whole_ones(settings: Settings) -> None:
    """Faults 1 and 31: the index answers as before, and the next ingest takes in what was placed."""
    before = sorted(names(settings))
    places = ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    command = [sys.executable, "-m", "assistant", *places, "serve", "--port", "0"]
    files = {
        f"nota-{number}.txt": f"Nota {number}\n\n{'De brug is open. ' * 4_000}".encode()
        for number in range(30)
    }
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        address = server.stdout.readline().split(" op ")[1].split("/ ")[0]
        sending = threading.Thread(target=lambda: suppressed(lambda: post(address, files)))
        sending.start()
        while not any(name.startswith("nota") for name in names(settings)):
            time.sleep(0.005)
        server.kill()
        server.wait()
        sending.join()
    placed = [name for name in names(settings) if name.startswith("nota")]
    assert placed
    assert all((settings.corpus / name).read_bytes() == files[name] for name in placed)
    with Assistant.open(settings) as assistant:
        assert sorted(record.path for record in assistant.records()) == before
        assert assistant.ask("Wie bouwde de brug bij Lommel?").answered
    assert sorted(ingest(settings).added) == placed


def post(address: str, files: dict[str, bytes]) -> None:
    with httpx2.Client(base_url=address, timeout=60) as client:
        send(client, *files.items())


def suppressed(act: Callable[[], None]) -> None:
    with suppress(httpx2.TransportError):
        act()

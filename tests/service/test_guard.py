from __future__ import annotations

import logging
import socket
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from pathlib import Path
from urllib.parse import urlsplit

import httpx2
import pytest

from assistant.config import Settings
from assistant.service import guard

ALWAYS = {
    "api-version": "1.0.0",
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
}
POST_HEAD = "POST /v1/feiten HTTP/1.1\nHost: localhost\nContent-Type: application/json\n"
BODY = {"vraag": "Wie opende de fietsroute?"}


def call(address: str, head: str, body: Iterator[bytes] | None = None) -> bytes:
    """Send a request word for word; give the response as it came, until the server closes."""
    parts = urlsplit(address)
    received = b""
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=10) as stream:
        stream.sendall(head.replace("\n", "\r\n").encode("latin-1"))
        try:
            for chunk in body or ():
                stream.sendall(chunk)
        except (BrokenPipeError, ConnectionResetError):
            pass
        try:
            while data := stream.recv(65536):
                received += data
        except ConnectionResetError:
            pass
    return received


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/v1/health", 200),
        ("GET", "/v1/nergens", 404),
        ("GET", "/v1/passages", 400),
        ("GET", "/nergens", 404),
        ("GET", "/", 200),
        ("GET", "/static/style.css", 200),
        ("DELETE", "/v1/health", 405),
        ("GET", "/v1/antwoorden", 405),
        ("GET", "/v1/documenten/", 404),
        ("OPTIONS", "/v1/health", 405),
    ],
)
def test_every_response_carries_the_version_and_the_safety_headers(
    client: httpx2.Client, method: str, path: str, status: int
) -> None:
    response = client.request(method, path)
    assert response.status_code == status
    assert {name: response.headers[name] for name in ALWAYS} == ALWAYS
    policy = response.headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    if status >= 400:
        assert response.headers["content-type"] == "application/problem+json"
        assert set(response.json()) >= {"status", "title", "detail"}


def test_a_method_that_is_not_allowed_tells_which_is(client: httpx2.Client) -> None:
    assert client.delete("/v1/documenten").headers["allow"] == "GET, HEAD, POST"
    assert client.get("/v1/antwoorden").headers["allow"] == "POST"


def test_head_is_get_without_the_body(client: httpx2.Client) -> None:
    head, get = client.head("/v1/documenten"), client.get("/v1/documenten")
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len(get.content))


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80", "", "[::2]"]
)
def test_another_host_is_refused(client: httpx2.Client, host: str) -> None:
    """Fault 44: wrong Host on localhost (DNS rebinding)."""
    response = client.get("/v1/documenten", headers={"Host": host})
    assert response.status_code == 400
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["api-version"] == "1.0.0"


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:9", "127.0.0.1", "[::1]:8000"])
def test_the_local_names_are_known(client: httpx2.Client, host: str) -> None:
    assert client.get("/v1/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1", "http://localhost"])
def test_a_post_from_another_site_is_refused(client: httpx2.Client, origin: str) -> None:
    """Fault 44: CSRF."""
    response = client.post("/v1/antwoorden", json=BODY, headers={"Origin": origin})
    assert (response.status_code, response.json()["title"]) == (403, "Niet toegestaan")


def test_a_browser_that_says_cross_site_is_refused(client: httpx2.Client) -> None:
    response = client.post("/v1/antwoorden", json=BODY, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403


def test_a_post_from_the_own_page_is_taken(client: httpx2.Client, address: str) -> None:
    response = client.post("/v1/antwoorden", json=BODY, headers={"Origin": address})
    assert response.status_code == 200


def test_nothing_is_shared_with_other_origins(client: httpx2.Client) -> None:
    response = client.get("/v1/documenten", headers={"Origin": "https://evil.example"})
    assert "access-control-allow-origin" not in response.headers


def test_a_body_that_announces_too_much_is_refused_unread(
    address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Fault 40: oversized body."""
    monkeypatch.setattr(guard, "_LINGER_S", 0.1)  # nothing comes after the head
    head = f"{POST_HEAD}Content-Length: 9999999999\n\n"
    response = call(address, head)
    assert response.startswith(b"HTTP/1.1 413 ")
    assert b"application/problem+json" in response
    assert b"api-version: 1.0.0" in response.lower()


def test_who_is_refused_while_sending_can_send_on_and_gets_the_whole_answer(address: str) -> None:
    parts = urlsplit(address)
    head = f"{POST_HEAD}Content-Length: 2000000\n\n".replace("\n", "\r\n").encode()
    with socket.create_connection((parts.hostname or "", parts.port or 0), timeout=30) as stream:
        stream.sendall(head + b"a" * 1_000_000)
        response = stream.recv(1)  # the answer is here while a megabyte is still to come
        for _ in range(10):
            stream.sendall(b"a" * 100_000)
        while data := stream.recv(65536):
            response += data
    assert response.startswith(b"HTTP/1.1 413 ")
    assert b"groter dan 1 MB" in response
    assert response.endswith(b"}")


def test_a_body_that_comes_in_pieces_is_cut_off_at_the_limit(address: str) -> None:
    """Fault 40: bounded memory, whatever the caller announces."""
    head = f"{POST_HEAD}Transfer-Encoding: chunked\n\n"
    piece = b"10000\r\n" + b"a" * 0x10000 + b"\r\n"
    response = call(address, head, (piece for _ in range(2_000)))
    assert not response or response.startswith(b"HTTP/1.1 413 ")


def test_a_body_just_over_the_limit_is_refused(client: httpx2.Client) -> None:
    assert client.post("/v1/feiten", json={"tekst": "a" * 1_000_000}).status_code == 413
    assert client.post("/v1/feiten", json={"tekst": "a" * 900_000}).status_code == 200


def test_the_own_names_of_a_service_can_be_given(
    small_settings: Settings, serve_settings: Callable[..., AbstractContextManager[str]]
) -> None:
    with serve_settings(small_settings, hosts=["Beleid.Intern"], any_address=True) as address:
        statuses = {
            host: httpx2.get(f"{address}/v1/health", headers={"Host": host}).status_code
            for host in (
                "beleid.intern:8000",
                "10.0.0.7",
                "[fe80::1]:80",
                "evil.example",
                "10.0.0.7.evil.example",
            )
        }
    assert list(statuses.values()) == [200, 200, 200, 400, 400]


def test_an_unforeseen_error_tells_nothing_of_the_inside(
    tmp_path: Path,
    small_settings: Settings,
    serve_settings: Callable[..., AbstractContextManager[str]],
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Fault 47: no path, stack or text in an error."""
    from assistant.service import create_app

    app = create_app(small_settings)

    @app.get("/v1/stuk")
    def break_down() -> None:
        raise RuntimeError(f"geheim in {tmp_path}")

    import anyio

    async def ask() -> httpx2.Response:
        transport = httpx2.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx2.AsyncClient(transport=transport, base_url="http://localhost") as client:
            return await client.get("/v1/stuk")

    # In a thread of its own: a browser in this session keeps a loop running in the main one.
    with caplog.at_level(logging.ERROR, logger="leeswijzer.service"), ThreadPoolExecutor(1) as pool:
        response = pool.submit(anyio.run, ask).result()
    assert (response.status_code, response.headers["content-type"]) == (500, "application/problem+json")
    assert response.headers["api-version"] == "1.0.0"
    assert "geheim" not in response.text
    assert "RuntimeError" not in response.text
    assert [record.message for record in caplog.records] == ["onvoorziene fout"]


def test_the_log_has_one_clean_line_for_a_request_without_its_query(
    client: httpx2.Client, caplog: pytest.LogCaptureFixture
) -> None:
    """Faults 48 and 58: no line breaks or colours in the log, and no question."""
    with caplog.at_level(logging.INFO, logger="leeswijzer.service"):
        client.get("/v1/%0d%0anep%1b[31m?zoek=123456782")
        # The line is written after the response has left.
        until = time.monotonic() + 60
        while not caplog.records and time.monotonic() < until:
            time.sleep(0.01)
    (line,) = [record.getMessage() for record in caplog.records]
    assert line.startswith(r"GET /v1/\r\nnep\x1b[31m 404 ")
    assert "123456782" not in line


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        ("/v1/documenten", "GET, HEAD, POST"),
        ("/v1/documenten/abc", "DELETE, GET, HEAD"),
        ("/v1/taken", "GET, HEAD, POST"),
        ("/v1/antwoorden", "POST"),
        ("/", "GET"),
    ],
)
def test_a_wrong_method_is_answered_with_all_that_are_right(
    client: httpx2.Client, path: str, methods: str
) -> None:
    response = client.request("PATCH", path)
    assert (response.status_code, response.headers["allow"]) == (405, methods)

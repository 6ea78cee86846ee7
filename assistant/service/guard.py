"""The gate around every request: who may call, how much may come in, what each response carries."""

from __future__ import annotations

import asyncio
import ipaddress
import logging
import time
from collections.abc import Collection, Mapping
from contextlib import suppress
from types import MappingProxyType
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant.service.problems import Problem, make_problem

logger = logging.getLogger("leeswijzer.service")

API_VERSION: Final = "1.0.0"
LOCAL_HOSTS: Final = frozenset({"localhost", "127.0.0.1", "::1"})
CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "API-Version": API_VERSION,
    "Content-Security-Policy": CONTENT_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Cache-Control": "no-cache",
}
_SAFE_METHODS: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_LOGGED_PATH_CHARS: Final = 200
_LINGER_S: Final = 2.0
"""So long a body that is refused is taken in behind its answer, up to twice what is allowed; on a connection that
is closed while the caller still sends, the answer gets lost (RFC 9112, 9.6)."""


class Guard:
    """ASGI middleware, outermost of all.

    `hosts` are the names under which the service may be called besides the local ones: against
    DNS rebinding, a request for another Host is refused. With `any_address` every IP address is
    allowed too, for a service that listens on all of them. A state-changing request from another
    origin is refused, a body over `max_body_bytes` (or what `larger` allows on that path) is cut off while it comes in, HEAD is
    answered as GET without the body, and an error that nobody foresaw becomes a 500 without a
    word about the inside.
    """

    def __init__(
        self,
        app: ASGIApp,
        *,
        hosts: Collection[str] = (),
        any_address: bool = False,
        max_body_bytes: int = 1_000_000,
        larger: Mapping[str, int] = MappingProxyType({}),
    ) -> None:
        self._app = app
        self._hosts = LOCAL_HOSTS | {host.strip("[]").lower() for host in hosts}
        self._any_address = any_address
        self._max_body_bytes = max_body_bytes
        self._larger = larger

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        most = self._larger.get(scope["path"], self._max_body_bytes)
        exchange = _Exchange(scope, receive, send, most)
        refusal = self._refuse(Headers(scope=scope), scope["method"], most)
        if refusal is not None:
            await refusal(scope, receive, exchange.send)
        else:
            await self._pass_on(exchange)
        exchange.log()

    async def _pass_on(self, exchange: _Exchange) -> None:
        try:
            await self._app(exchange.inner_scope, exchange.receive, exchange.send)
        except Exception:
            # The last line of defence: whatever goes wrong inside, the caller gets a problem document.
            logger.exception("onvoorziene fout")
            if exchange.status:
                raise
            await make_problem(500)(exchange.inner_scope, exchange.receive, exchange.send)

    def _refuse(self, headers: Headers, method: str, most: int) -> Response | None:
        host = headers.get("host", "")
        if not self._knows(host):
            return make_problem(400, "Deze dienst antwoordt niet onder deze naam (de kop Host klopt niet).")
        if method not in _SAFE_METHODS and not _same_origin(headers, host):
            return make_problem(403, "Aanvragen vanaf een andere website worden niet aangenomen.")
        length = headers.get("content-length", "")
        if length.isdecimal() and int(length) > most:
            return make_problem(413, _describe_limit(most), headers={"Connection": "close"})
        return None

    def _knows(self, host: str) -> bool:
        name = _host_name(host)
        if name in self._hosts:
            return True
        if not self._any_address:
            return False
        try:
            ipaddress.ip_address(name)
        except ValueError:
            return False
        return True


class _Exchange:
    """One request with its response: counts what comes in and dresses what goes out."""

    def __init__(self, scope: Scope, receive: Receive, send: Send, max_body_bytes: int) -> None:
        self._method = scope["method"]
        self._path = scope["path"]
        self._receive = receive
        self._send = send
        self._left = max_body_bytes
        self._max_body_bytes = max_body_bytes
        self._ended = "expect" in Headers(scope=scope)  # who asks first has sent nothing
        self._began = time.monotonic()
        self.status = 0
        self.inner_scope = {**scope, "method": "GET"} if self._method == "HEAD" else scope

    async def receive(self) -> Message:
        message = await self._receive()
        self._left -= len(message.get("body", b""))
        self._ended = self._ended or not message.get("more_body", False)
        if self._left < 0:
            raise Problem(413, _describe_limit(self._max_body_bytes), headers={"Connection": "close"})
        return message

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = MutableHeaders(raw=message.setdefault("headers", []))
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        elif self._method == "HEAD" and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        elif self.status == 413 and not self._ended and not message.get("more_body", False):
            await self._send({**message, "more_body": True})
            await self._linger()
            message = {"type": "http.response.body"}
        await self._send(message)

    async def _linger(self) -> None:
        """Take in, and forget, what the caller still sends."""
        left = 2 * self._max_body_bytes
        with suppress(TimeoutError):
            async with asyncio.timeout(_LINGER_S):
                while left > 0:
                    message = await self._receive()
                    left -= len(message.get("body", b""))
                    if not message.get("more_body", False):
                        return

    def log(self) -> None:
        """Write one line: no query, no body, and nothing that could break or colour the log."""
        path = self._path[:_LOGGED_PATH_CHARS].encode("unicode_escape").decode("ascii")
        spent_ms = (time.monotonic() - self._began) * 1000
        logger.info("%s %s %d %.0f ms", self._method, path, self.status, spent_ms)


def _host_name(host: str) -> str:
    """Give the name in a Host header, without the port and the brackets of IPv6, in lower case."""
    if host.startswith("["):
        return host[1:].partition("]")[0].lower()
    return host.partition(":")[0].lower()


def _same_origin(headers: Headers, host: str) -> bool:
    if headers.get("sec-fetch-site", "none") not in ("same-origin", "none"):
        return False
    origin = headers.get("origin")
    return origin is None or origin.lower() in (f"http://{host.lower()}", f"https://{host.lower()}")


def _describe_limit(max_body_bytes: int) -> str:
    return f"De aanvraag is groter dan {max_body_bytes // 1_000_000 or 1} MB; deel hem op."

"""Errors as problem documents (RFC 9457): one table from error to status, and the handlers.

Nothing of the machine leaves here: no path, no stack, no text of a document.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, Final

from fastapi import FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException as AnyHTTPException

from assistant import errors
from assistant.wire import Probleem, Veldfout, list_faults

logger = logging.getLogger("leeswijzer.service")

TITLES: Final[dict[int, str]] = {
    400: "Ongeldige aanvraag",
    403: "Niet toegestaan",
    404: "Niet gevonden",
    405: "Methode niet toegestaan",
    406: "Geen passend formaat",
    409: "Past niet bij de toestand",
    413: "Aanvraag te groot",
    415: "Formaat niet ondersteund",
    416: "Bereik bestaat niet",
    429: "Te veel tegelijk",
    500: "Interne fout",
    501: "Niet beschikbaar",
    503: "Dienst niet beschikbaar",
}
_DETAILS: Final[dict[int, str]] = {
    400: "De aanvraag kon niet gelezen worden.",
    404: "Dit adres bestaat niet.",
    405: "Deze methode kan hier niet; de kop Allow noemt welke wel.",
    500: "Er ging iets mis in de dienst. Het voorval is vastgelegd; probeer het later opnieuw.",
}
ERROR_STATUSES: Final[dict[type[errors.LeeswijzerError], tuple[int, str | None]]] = {
    errors.UsageError: (400, None),
    errors.DocumentError: (400, None),
    errors.IndexMissing: (
        503,
        "Er is nog geen index. Zet documenten in de documentenmap en voer uit: leeswijzer ingest",
    ),
    errors.IndexDamaged: (
        503,
        "De index is beschadigd en wordt niet gebruikt. Maak hem opnieuw met: leeswijzer ingest",
    ),
    errors.IndexMismatch: (
        503,
        "De index is door een andere versie of met een ander model gemaakt. "
        "Maak hem opnieuw met: leeswijzer ingest. Of stel het model van de index weer in: LEESWIJZER_ENCODER",
    ),
    errors.IndexLocked: (503, "De index wordt juist bijgewerkt. Probeer het zo dadelijk opnieuw."),
    errors.UnusableIndex: (503, "Er is geen bruikbare index. Maak hem met: leeswijzer ingest"),
    errors.EncoderError: (503, "Het taalmodel kan niet geladen worden. Zie het logboek van de dienst."),
    errors.FolderError: (503, None),
    errors.ReadersError: (503, "Bestanden kunnen nu niet gelezen worden. Zie het logboek van de dienst."),
    errors.MissingExtra: (501, None),
    errors.LeeswijzerError: (500, _DETAILS[500]),
}
"""Error -> status and detail; detail None takes the message of the error, which names only input."""


class Problem(HTTPException):
    """A problem that a route raises itself; `detail` is Dutch and safe to show."""

    def __init__(
        self,
        status: int,
        detail: str,
        *,
        field: str | None = None,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(status, detail, dict(headers) if headers else None)
        self.field = field


def make_problem(
    status: int,
    detail: str | None = None,
    *,
    faults: Sequence[Veldfout] = (),
    headers: Mapping[str, str] | None = None,
) -> Response:
    """Give a problem document as `application/problem+json`."""
    title = TITLES.get(status) or HTTPStatus(status).phrase
    shape = Probleem(
        status=status,
        title=title,
        detail=detail or _DETAILS.get(status, title),
        errors=list(faults) or None,
    )
    return JSONResponse(shape.to_wire(), status, headers, media_type="application/problem+json")


def find_status(error: errors.LeeswijzerError) -> tuple[int, str]:
    """Give the status and the detail of `error`, by the nearest class in the table."""
    for kind in type(error).__mro__:
        if kind in ERROR_STATUSES:
            status, detail = ERROR_STATUSES[kind]
            return status, detail or str(error)
    return 500, _DETAILS[500]


def add_problem_handlers(app: FastAPI) -> None:
    """Make `app` answer every error with a problem document."""
    app.add_exception_handler(RequestValidationError, _answer_faults)
    app.add_exception_handler(AnyHTTPException, answer_http)
    app.add_exception_handler(errors.LeeswijzerError, _answer_own)


def _answer_faults(request: Request, error: Exception) -> Response:
    raised: Sequence[Any] = error.errors() if isinstance(error, RequestValidationError) else ()
    faults = list_faults(raised)
    named = "; ".join(f"{fault.veld} {fault.detail}" for fault in faults[:5])
    return make_problem(400, f"De aanvraag klopt niet: {named}.", faults=faults)


def answer_http(request: Request, error: Exception) -> Response:
    """Give the problem document for an HTTP error of a route or of the router."""
    if isinstance(error, Problem):
        faults = [Veldfout(veld=error.field, detail=error.detail)] if error.field else []
        return make_problem(error.status_code, error.detail, faults=faults, headers=error.headers)
    if isinstance(error, AnyHTTPException):
        methods = find_methods(request) if error.status_code == 405 else []
        headers = {"Allow": ", ".join(methods)} if methods else error.headers
        return make_problem(error.status_code, headers=headers)
    return make_problem(500)


def find_methods(request: Request) -> list[str]:
    """Give the methods that the contract has for the path of `request`: a route knows only of its own."""
    found: set[str] = set()
    for template, operations in request.app.openapi()["paths"].items():
        if re.fullmatch(re.sub(r"\{\w+\}", "[^/]+", template), request.url.path):
            found |= {name.upper() for name in operations}
    return sorted(found | {"HEAD"} if "GET" in found else found)


def _answer_own(request: Request, error: Exception) -> Response:
    if not isinstance(error, errors.LeeswijzerError):
        return make_problem(500)
    status, detail = find_status(error)
    if status >= 500:
        logger.error("%s: %s", type(error).__name__, str(error).encode("unicode_escape").decode("ascii"))
    field = error.field if isinstance(error, errors.UsageError) else None
    faults = [Veldfout(veld=field, detail=detail)] if field else []
    return make_problem(status, detail, faults=faults)

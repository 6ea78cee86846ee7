"""The pages for people: the chat page, a document to read, and errors. Templates lie in `web/`."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any, Final

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.staticfiles import StaticFiles
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant import __version__
from assistant.assistant import Assistant
from assistant.config import PACKAGE_DIR
from assistant.errors import EncoderError, UnusableIndex
from assistant.ingest import CONTAINERS, LOADERS
from assistant.service.choices import Choices, find_choices
from assistant.service.layout import lay_out
from assistant.service.permission import may_write
from assistant.service.pictures import has_pictures
from assistant.service.problems import TITLES, answer_http, find_status
from assistant.service.requests import CurrentSource
from assistant.service.source import Source
from assistant.types import ExtractKind
from assistant.wire import KIND_WORDS

WEB_DIR: Final = PACKAGE_DIR.parent / "web"
_MONTHS: Final = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
_ORIGINS: Final = {"nl": "Nederland", "vl": "Vlaanderen"}

router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)


class Pages:
    """Fills the templates; remembers the choices of the index that it saw last."""

    def __init__(self, folder: Path, address: str) -> None:
        self._environment = Environment(
            loader=FileSystemLoader(folder / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.filters["datum"] = write_date
        self._environment.filters["herkomst"] = lambda origin: _ORIGINS.get(origin, origin)
        self._environment.globals["versie"] = __version__
        self._environment.globals["suffixes"] = ",".join(sorted({*LOADERS, *CONTAINERS}))
        self._environment.globals["aan"] = lambda formal, informal: informal if address == "je" else formal
        self._environment.globals["kinds"] = [KIND_WORDS[kind] for kind in ExtractKind]
        self._lock = Lock()
        self._choices: tuple[str, Choices] | None = None

    def render(self, template: str, status: int = 200, **values: Any) -> HTMLResponse:
        """Give a page; every value is escaped by the template."""
        return HTMLResponse(self._environment.get_template(template).render(values), status)

    def choices(self, assistant: Assistant) -> Choices:
        """Give the choices of this index, looked up once for each generation."""
        with self._lock:
            if self._choices is None or self._choices[0] != assistant.generation:
                self._choices = (assistant.generation, find_choices(assistant))
            return self._choices[1]


def add_pages(app: FastAPI, address: str, folder: Path = WEB_DIR) -> None:
    """Add the pages and their styles and scripts to `app`; `address` is how they address the reader."""
    app.state.pages = Pages(folder, address)
    app.include_router(router)
    app.mount("/static", StaticFiles(directory=folder / "static"), name="static")
    app.add_exception_handler(404, _answer_missing)


@router.get("/")
def show_chat(request: Request, source: CurrentSource) -> HTMLResponse:
    """Show the page to ask questions on; without an index it says what to do."""
    pages: Pages = request.app.state.pages
    writable, most = may_write(request, source.settings), source.settings.max_file_bytes
    opened = _open(source)
    if isinstance(opened, str):
        return pages.render("page.html", choices=None, trouble=opened, writable=writable, most_bytes=most)
    return pages.render(
        "page.html", choices=pages.choices(opened), trouble=None, writable=writable, most_bytes=most
    )


@router.get("/documenten/{id}")
def read_document(request: Request, id: str, source: CurrentSource) -> HTMLResponse:
    """Show a document; the fragment `#start-eind` of the address marks a quotation."""
    pages: Pages = request.app.state.pages
    opened = _open(source)
    if isinstance(opened, str):
        return pages.render("error.html", 503, title=TITLES[503], detail=opened)
    record = next((record for record in opened.records() if record.id == id), None)
    if record is None:
        detail = "Dit document is er niet, of niet meer. Het kan opnieuw ingelezen of verwijderd zijn."
        return pages.render("error.html", 404, title=TITLES[404], detail=detail)
    return pages.render(
        "document.html",
        record=record,
        sections=lay_out(opened.document(id)),
        drawn=has_pictures(record),
        scanned=dict(record.scanned),
    )


@router.get("/favicon.ico")
def show_icon() -> Response:
    """Give no icon here: the pages name their own."""
    return Response(status_code=204)


def write_date(value: str | None) -> str:
    """Give a date of EDTF level 0 in Dutch words: 2020-06-15 is 15 juni 2020."""
    if not value:
        return ""
    year, *rest = value.split("-")
    if not rest or not rest[0].isdecimal() or not 1 <= int(rest[0]) <= 12:
        return value
    words = f"{_MONTHS[int(rest[0]) - 1]} {year}"
    return f"{int(rest[1])} {words}" if len(rest) > 1 and rest[1].isdecimal() else words


def _open(source: Source) -> Assistant | str:
    """Give the assistant, or what to do when there is none to give."""
    try:
        return source.get()
    except (UnusableIndex, EncoderError) as error:
        return find_status(error)[1]


def _answer_missing(request: Request, error: Exception) -> Response:
    """Answer 404 with a page to a browser, with a problem document to a program."""
    headers: Mapping[str, str] = request.headers
    if request.url.path.startswith("/v1") or "text/html" not in headers.get("accept", ""):
        return answer_http(request, error)
    pages: Pages = request.app.state.pages
    return pages.render("error.html", 404, title=TITLES[404], detail="Deze bladzijde bestaat niet.")

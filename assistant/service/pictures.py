"""Pages as pictures, and where on them a stretch of text stands."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import PurePosixPath
from threading import Lock
from typing import Annotated, Final

from fastapi import APIRouter, Query, Request
from fastapi import Path as PathParameter
from fastapi.responses import Response

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.errors import BrokenDocument, LockedDocument
from assistant.ingest import read_original, render_page
from assistant.service.documents import DocumentId, find_original
from assistant.service.problems import Problem
from assistant.service.requests import CurrentAssistant, CurrentSettings, find_record
from assistant.service.responses import ShapeResponse, describe_problems
from assistant.types import DocumentRecord, Span
from assistant.wire import Vlakken

router = APIRouter(prefix="/v1/documenten", tags=["documenten"])

_DRAWN: Final = frozenset({".pdf"})
_WIDTHS: Final = (600, 1_200, 2_400)
"""Pixels; what is asked for is rounded up to one of these, so that few pictures serve all screens."""
_POINTS: Final = 72.0
_USUAL_WIDTH: Final = 595.0
"""Points: A4, for a page whose size is not known."""
_KEPT_BYTES: Final = 64_000_000
_MOST_CHARS: Final = 2**31 - 1


class Pictures:
    """Draws pages, and keeps the last ones, up to `_KEPT_BYTES`."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: OrderedDict[str, bytes] = OrderedDict()
        self._bytes = 0

    def find(self, tag: str) -> bytes | None:
        """Give the picture with this tag, if it is kept."""
        with self._lock:
            if tag in self._kept:
                self._kept.move_to_end(tag)
            return self._kept.get(tag)

    def keep(self, tag: str, picture: bytes) -> None:
        """Keep a picture, and let go of those that were not asked for the longest."""
        with self._lock:
            if tag not in self._kept:
                self._kept[tag] = picture
                self._bytes += len(picture)
            while self._bytes > _KEPT_BYTES and len(self._kept) > 1:
                self._bytes -= len(self._kept.popitem(last=False)[1])


def has_pictures(record: DocumentRecord) -> bool:
    """Tell whether the pages of a document can be drawn."""
    return record.pages > 0 and PurePosixPath(record.path).suffix.lower() in _DRAWN


@router.get(
    "/{id}/paginas/{nummer}",
    summary="Een pagina als afbeelding",
    description="De pagina zoals zij in het oorspronkelijke bestand staat (PDF en scans), als PNG. De plaats van een "
    "citaat staat in `vlakken`, in punten; de maat van de pagina in punten staat in `bladzijden` van het document.",
    response_class=Response,
    response_description="De afbeelding",
    responses={
        200: {"content": {"image/png": {"schema": {"type": "string", "format": "binary"}}}},
        **describe_problems(400, 404, 409, 503),
    },
    operation_id="tekenPagina",
)
def draw_page(
    request: Request,
    id: DocumentId,
    nummer: Annotated[
        int, PathParameter(ge=1, le=1_000_000, description="De pagina, vanaf 1.", examples=[1])
    ],
    assistant: CurrentAssistant,
    settings: CurrentSettings,
    breedte: Annotated[
        int,
        Query(ge=100, le=_WIDTHS[-1], description="Breedte in beeldpunten; afgerond naar 600, 1200 of 2400."),
    ] = 1_200,
) -> Response:
    """Draw one page of the file that a document was read from, as long as it is still the same."""
    record = find_record(assistant, id)
    _check_page(record, nummer)
    width = next(size for size in _WIDTHS if breedte <= size)
    tag = f'"{record.sha256[:32]}-{nummer}-{width}"'
    if tag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={"ETag": tag})
    pictures: Pictures = request.app.state.pictures
    picture = pictures.find(tag)
    if picture is None:
        picture = _draw(assistant, settings, record, nummer, width)
        pictures.keep(tag, picture)
    return Response(picture, media_type="image/png", headers={"ETag": tag})


def _check_page(record: DocumentRecord, number: int) -> None:
    if not has_pictures(record):
        raise Problem(404, "Van dit document zijn er geen pagina's om te tonen; de tekst is er wel.")
    if number > record.pages:
        raise Problem(404, f"Pagina {number} is er niet; het document heeft er {record.pages}.")


def _draw(assistant: Assistant, settings: Settings, record: DocumentRecord, number: int, width: int) -> bytes:
    layout = assistant.layout(record.id)
    sizes = layout.sizes if layout else ()
    points = sizes[number - 1][0] if number <= len(sizes) else 0.0
    try:
        raw = read_original(find_original(record, settings), record.path, record.container)
        return render_page(raw, record.path, number, width * _POINTS / (points or _USUAL_WIDTH))
    except (BrokenDocument, LockedDocument) as error:
        raise Problem(404, f"Pagina {number} kan niet worden getekend; de tekst is er wel.") from error


@router.get(
    "/{id}/vlakken",
    summary="Waar een stuk tekst op de pagina staat",
    description="De rechthoeken van de tekst van `start` tot `eind`, een per regel. Leeg zonder pagina's.",
    response_model=Vlakken,
    response_description="De rechthoeken",
    responses=describe_problems(400, 404, 503),
    operation_id="vindVlakken",
)
def find_boxes(
    id: DocumentId,
    assistant: CurrentAssistant,
    start: Annotated[int, Query(ge=0, le=_MOST_CHARS, description="Begin, in Unicode-tekens.", examples=[0])],
    eind: Annotated[int, Query(ge=0, le=_MOST_CHARS, description="Einde, niet meegerekend.", examples=[40])],
) -> Response:
    """Find the boxes of a stretch of a document's text."""
    record = find_record(assistant, id)
    if eind < start:
        raise Problem(400, "eind ligt voor start.", field="eind")
    layout = assistant.layout(record.id)
    boxes = layout.boxes_of(Span(start, min(eind, record.chars))) if layout and start < record.chars else ()
    return ShapeResponse(Vlakken.from_boxes(boxes))

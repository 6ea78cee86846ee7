"""Documents: the list, one document, its text and the file it was read from."""

from __future__ import annotations

import hashlib
import mimetypes
import re
from pathlib import Path, PurePosixPath
from typing import Annotated, Final
from urllib.parse import quote

from fastapi import APIRouter, Request
from fastapi import Path as PathParameter
from fastapi.responses import FileResponse, PlainTextResponse, Response

from assistant.config import Settings
from assistant.ingest import read_original
from assistant.service.problems import Problem
from assistant.service.requests import CurrentAssistant, CurrentSettings, find_record
from assistant.service.responses import ShapeResponse, describe_problems
from assistant.types import DocumentRecord
from assistant.wire import DocumentDetail, Documenten

router = APIRouter(prefix="/v1/documenten", tags=["documenten"])

DocumentId = Annotated[
    str, PathParameter(description="Kenmerk van het document.", examples=["0f3c9a7be2d41c58"], max_length=100)
]

_SHOWN_TYPES: Final = {
    ".pdf": "application/pdf",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
}
"""What a browser may show in its window; all else is saved, HTML above all (it could run scripts)."""

_FILE_POLICY: Final = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; sandbox"
_PDF_POLICY: Final = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
)
"""A PDF without `sandbox`: browsers do not show one inside it, and it has no scripts of this origin."""

_ONE_RANGE = re.compile(r"bytes=(?P<start>[0-9]{1,15})-(?P<end>[0-9]{0,15})")
_CHUNK_BYTES: Final = 1 << 20


@router.get(
    "",
    summary="Lijst van documenten",
    description="Op volgorde van bestandsnaam. `mislukkingen` noemt de bestanden in de documentenmap die niet gelezen konden "
    "worden, met de reden.",
    response_model=Documenten,
    response_description="De documenten",
    responses=describe_problems(503),
    operation_id="lijstDocumenten",
)
def list_documents(assistant: CurrentAssistant) -> Response:
    """List the documents by path."""
    return ShapeResponse(Documenten.from_records(assistant.records(), assistant.status().failures))


@router.get(
    "/{id}",
    summary="Een document",
    response_model=DocumentDetail,
    response_description="Het document",
    responses=describe_problems(404, 503),
    operation_id="leesDocument",
)
def show_document(id: DocumentId, assistant: CurrentAssistant) -> Response:
    """Describe one document with its headings and themes."""
    record = find_record(assistant, id)
    shape = DocumentDetail.from_document(
        record, assistant.document(id), assistant.layout(id), assistant.themes(id)
    )
    return ShapeResponse(shape)


@router.get(
    "/{id}/tekst",
    summary="De tekst van een document",
    description="De opgeschoonde tekst waarnaar alle `start` en `eind` verwijzen, in UTF-8.",
    response_class=PlainTextResponse,
    response_description="De tekst",
    responses=describe_problems(404, 503),
    operation_id="leesTekst",
)
def show_text(id: DocumentId, assistant: CurrentAssistant) -> Response:
    """Give the text that all offsets point into."""
    find_record(assistant, id)
    return PlainTextResponse(assistant.document(id).text)


@router.get(
    "/{id}/bestand",
    summary="Het oorspronkelijke bestand",
    description="Het bestand zoals het ingelezen is. Is het sindsdien gewijzigd, dan volgt status 409.",
    response_class=Response,
    response_description="Het bestand",
    responses={
        200: {"content": {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}},
        **describe_problems(404, 409, 416, 503),
    },
    operation_id="leesBestand",
)
def send_file(
    request: Request, id: DocumentId, assistant: CurrentAssistant, settings: CurrentSettings
) -> Response:
    """Give the file that a document was read from, as long as it is still the same."""
    record = find_record(assistant, id)
    path = find_original(record, settings)
    name = PurePosixPath(record.path).name
    suffix = PurePosixPath(name).suffix.lower()
    kind = _SHOWN_TYPES.get(suffix) or mimetypes.guess_type(name)[0] or "application/octet-stream"
    headers = {"Content-Security-Policy": _PDF_POLICY if suffix == ".pdf" else _FILE_POLICY}
    manner = "inline" if suffix in _SHOWN_TYPES else "attachment"
    if record.container is not None:
        raw = read_original(path, record.path, record.container)
        headers["Content-Disposition"] = f"{manner}; filename*=utf-8''{quote(name, safe='')}"
        return Response(raw, media_type=kind, headers=headers)
    _keep_one_range(request, path.stat().st_size)
    return FileResponse(
        path, media_type=kind, filename=name, content_disposition_type=manner, headers=headers
    )


def find_original(record: DocumentRecord, settings: Settings) -> Path:
    """Give the file on disk that a document was read from, or the archive it is in.

    Raises Problem 404 when it is gone, and 409 when it has changed since.
    """
    path = _check_place(settings.corpus / (record.container or record.path), settings.corpus)
    if _hash_file(path) != (record.container_sha256 or record.sha256):
        raise Problem(409, "Het bestand is gewijzigd sinds het ingelezen is. Voer uit: leeswijzer ingest")
    return path


def _check_place(path: Path, corpus: Path) -> Path:
    """Give the real file when it lies in the corpus folder; a link that leads out of it does not count."""
    real = path.resolve()
    if not real.is_relative_to(corpus.resolve()) or not real.is_file():
        raise Problem(404, "Het oorspronkelijke bestand staat niet meer in de documentenmap.")
    return real


def _hash_file(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK_BYTES):
            digest.update(chunk)
    return digest.hexdigest()


def _keep_one_range(request: Request, size: int) -> None:
    """Drop a Range header unless it asks for one plain range; raises Problem 416 when that lies outside.

    Many small or overlapping ranges in one header are a known way to keep a server busy.
    """
    asked = request.headers.get("range")
    if asked is None:
        return
    match = _ONE_RANGE.fullmatch(asked.strip())
    if match is None or (match["end"] and int(match["end"]) < int(match["start"])):
        request.scope["headers"] = [
            (name, value) for name, value in request.scope["headers"] if name != b"range"
        ]
    elif int(match["start"]) >= size:
        raise Problem(
            416, "Dit deel van het bestand bestaat niet.", headers={"Content-Range": f"bytes */{size}"}
        )

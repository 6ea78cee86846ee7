"""Documents that come in and go: POST /v1/documenten and DELETE /v1/documenten/{id}."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Lock, Semaphore
from typing import Final

from fastapi import APIRouter, Request
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import Response
from starlette.datastructures import FormData, UploadFile

from assistant.config import Settings
from assistant.errors import IndexLocked, UnusableIndex, UsageError
from assistant.ingestion.deposit import (
    Arrival,
    Deposit,
    add_files,
    read_name,
    receive_file,
    remove_document,
    sweep,
)
from assistant.service.documents import DocumentId
from assistant.service.permission import require_writing
from assistant.service.problems import Problem, make_problem
from assistant.service.requests import CurrentSettings, CurrentSource, find_record
from assistant.service.responses import ShapeResponse, describe_problems
from assistant.service.source import Source
from assistant.types import DocumentRecord, Failure
from assistant.wire import DocumentItem, Mislukking, Toegevoegd, Veldfout

router = APIRouter(prefix="/v1/documenten", tags=["documenten"])

FIELD: Final = "bestanden"
MOST_FILES: Final = 100
"""Files of one request."""
_MULTIPART: Final = "multipart/form-data"
_MOST_WAITING: Final = 4
"""Requests that write or wait for their turn; each holds a thread that others answer questions with."""
_PATIENCE_S: Final = 60.0
_BODY: Final = {
    "requestBody": {
        "required": True,
        "content": {
            _MULTIPART: {
                "schema": {
                    "type": "object",
                    "required": [FIELD],
                    "properties": {
                        FIELD: {
                            "type": "array",
                            "items": {"type": "string", "format": "binary"},
                            "maxItems": MOST_FILES,
                            "description": "Een of meer bestanden, elk met zijn naam.",
                        }
                    },
                }
            }
        },
    }
}


class Turns:
    """Lets changes be made one after the other, and not too many of them wait."""

    def __init__(self) -> None:
        self._places = Semaphore(_MOST_WAITING)
        self._turn = Lock()

    @contextmanager
    def take(self) -> Iterator[None]:
        """Be the one that changes documents. Raises Problem 429, and IndexLocked after a while."""
        if not self._places.acquire(blocking=False):
            raise Problem(429, "Er worden al documenten verwerkt. Probeer het zo dadelijk opnieuw.")
        try:
            if not self._turn.acquire(timeout=_PATIENCE_S):
                raise IndexLocked("Een andere aanvraag wijzigt nu de documenten.")
            try:
                yield
            finally:
                self._turn.release()
        finally:
            self._places.release()


@router.post(
    "",
    status_code=201,
    summary="Voeg documenten toe",
    description="Bewaart de bestanden in de documentenmap en leest ze in; met het antwoord zijn ze te bevragen. Wat niet "
    "gelezen kan worden, staat met de reden in `mislukkingen` en wordt niet bewaard. Bestanden die er al "
    "zijn, staan in `items` zoals ze er al waren (status 200 als alles er al was). Is er niets te lezen, dan volgt "
    "status 400. Wie dit mag, bepaalt de beheerder met `LEESWIJZER_UPLOADS`.",
    response_model=Toegevoegd,
    response_description="De documenten",
    responses={
        200: {"model": Toegevoegd, "description": "Alle bestanden waren er al"},
        **describe_problems(400, 403, 413, 415, 429, 503),
    },
    openapi_extra=_BODY,
    operation_id="voegDocumentenToe",
)
async def add_documents(request: Request, settings: CurrentSettings, source: CurrentSource) -> Response:
    """Take in files."""
    require_writing(request, settings)
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != _MULTIPART:
        raise Problem(415, f"Stuur de bestanden met de kop Content-Type: {_MULTIPART}.")
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FILES) as form:
        return await run_in_threadpool(_add, form, request.app.state.turns, source)


@router.delete(
    "/{id}",
    status_code=204,
    summary="Verwijder een document",
    description="Verwijdert het bestand uit de documentenmap, en het document uit de index: daarna wordt er niet meer "
    "uit geantwoord. Een document uit een archief of e-mail kan niet los verwijderd worden (status 409). Wie "
    "dit mag, bepaalt de beheerder met `LEESWIJZER_UPLOADS`.",
    response_class=Response,
    response_description="Het document is verwijderd",
    responses=describe_problems(403, 404, 409, 429, 503),
    operation_id="verwijderDocument",
)
def delete_document(
    request: Request, id: DocumentId, settings: CurrentSettings, source: CurrentSource
) -> Response:
    """Remove a document."""
    require_writing(request, settings)
    turns: Turns = request.app.state.turns
    with turns.take():
        record = find_record(source.get(), id)
        try:
            remove_document(settings, record)
        except UsageError as error:
            raise Problem(409, str(error)) from error
        source.get()
    return Response(status_code=204)


def _add(form: FormData, turns: Turns, source: Source) -> Response:
    files = _list_files(form)
    failures: list[Failure] = []
    with turns.take():
        sweep(source.settings.corpus)
        arrivals = list(_receive(files, source.settings, failures))
        done = add_files(source.settings, arrivals, _list_records(source)) if arrivals else Deposit()
        records = [record for record in _list_records(source) if _holder_of(record) in done.paths]
    failures += done.failures
    if not records:
        return _refuse(failures)
    shape = Toegevoegd(
        items=[DocumentItem.from_record(record) for record in records],
        totaal=len(records),
        mislukkingen=[Mislukking.from_failure(failure) for failure in failures] or None,
    )
    response = ShapeResponse(shape)
    response.status_code = 201 if done.added else 200
    if len(records) == 1:
        response.headers["Location"] = f"/v1/documenten/{records[0].id}"
    return response


def _list_files(form: FormData) -> list[UploadFile]:
    """Give the files of a form; raises UsageError for a field that is none, and when there are none."""
    files: list[UploadFile] = []
    for name, value in form.multi_items():
        if not isinstance(value, UploadFile):
            field = _show(name)
            raise UsageError(f"{field} is geen bestand; stuur alleen bestanden, met hun naam.", field)
        files.append(value)
    if not files:
        raise UsageError(f"{FIELD} is verplicht: stuur minstens een bestand.", FIELD)
    return files


def _receive(files: Sequence[UploadFile], settings: Settings, failures: list[Failure]) -> Iterator[Arrival]:
    """Yield the files with a good name and size, each copied into the folder; the others are failures."""
    for file in files:
        given = file.filename or ""
        try:
            name = read_name(given)
        except UsageError as error:
            failures.append(Failure(_show(given), str(error)))
            continue
        if (file.size or 0) > settings.max_file_bytes:
            most = settings.max_file_bytes // 1_000_000
            failures.append(Failure(name, f"het bestand is te groot (hoogstens {most} MB)"))
        else:
            yield receive_file(settings, name, file.file)


def _list_records(source: Source) -> tuple[DocumentRecord, ...]:
    """Give the documents that there are: none when there is no index yet."""
    try:
        return source.get().records()
    except UnusableIndex:
        return ()


def _holder_of(record: DocumentRecord) -> str:
    return record.container or record.path


def _refuse(failures: Sequence[Failure]) -> Response:
    """Answer that no file could be taken in, and why."""
    faults = [Veldfout(veld=FIELD, detail=f"{failure.path}: {failure.reason}") for failure in failures]
    named = "; ".join(fault.detail for fault in faults[:5])
    return make_problem(400, f"Er is niets toegevoegd: {named}.", faults=faults)


def _show(name: str) -> str:
    """Give a name of the caller's, cut and made printable."""
    shown = name.encode("utf-8", "replace").decode()[:100]
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in shown) or "bestand"

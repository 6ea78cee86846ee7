"""Facts: from the documents, or from a text that is sent along."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Final

from fastapi import APIRouter, Body, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse

from assistant.assistant import Assistant
from assistant.extract import find_extracts
from assistant.service.negotiation import choose_type
from assistant.service.requests import CurrentAssistant, require_json
from assistant.service.responses import ShapeResponse, describe_problems, gather, join_items
from assistant.types import Document, DocumentRecord, Extract
from assistant.wire import (
    FACT_COLUMNS,
    Feit,
    Feiten,
    Feitenverzoek,
    Feitenvragen,
    Surroundings,
    find_kinds,
    resolve_filters,
    write_table,
)

router = APIRouter(prefix="/v1/feiten", tags=["feiten"])

CSV: Final = "text/csv"
_OFFERED: Final = ("application/json", CSV)
_CSV_CONTENT: Final[dict[str, Any]] = {CSV: {"schema": {"type": "string"}}}


@router.get(
    "",
    summary="Feiten uit de documenten",
    description="Thema's, regio's, datums en andere feiten met hun plaats in de tekst. "
    "Met `Accept: text/csv` een tabel; een cel die een rekenblad als formule zou lezen, krijgt een "
    "apostrof ervoor.",
    response_model=Feiten,
    response_description="De feiten",
    responses={200: {"content": _CSV_CONTENT}, **describe_problems(400, 406, 503)},
    operation_id="lijstFeiten",
)
def list_facts(
    request: Request, asked: Annotated[Feitenvragen, Query()], assistant: CurrentAssistant
) -> Response:
    """List the facts by path and place."""
    kind = choose_type(request.headers.get("accept"), _OFFERED)
    filters = resolve_filters(asked.to_filters(), assistant.records())
    found = list(assistant.extracts(find_kinds(asked.soort), filters))
    return _send(_name_sources(found, assistant), kind)


@router.post(
    "",
    summary="Feiten uit een losse tekst",
    description="Zoekt feiten in een tekst die niet in de index staat; plaatsen zijn plaatsen in die tekst.",
    response_model=Feiten,
    response_description="De feiten",
    responses={200: {"content": _CSV_CONTENT}, **describe_problems(400, 403, 406, 413, 415)},
    dependencies=[Depends(require_json)],
    operation_id="zoekFeiten",
)
def extract_facts(request: Request, asked: Annotated[Feitenverzoek, Body()]) -> Response:
    """Find the facts in a text that is not in the index; no index is needed."""
    kind = choose_type(request.headers.get("accept"), _OFFERED)
    kinds = find_kinds(asked.soorten or [])
    found = find_extracts(asked.tekst, document_date=asked.document_datum, kinds=kinds)
    around = Surroundings(asked.tekst)
    facts = [Feit.from_extract(extract, None, around) for extract in found]
    if kind == CSV:
        return _send(facts, kind)
    return ShapeResponse(Feiten(items=facts, totaal=len(facts)))


def _name_sources(found: Iterable[tuple[DocumentRecord, Extract]], assistant: Assistant) -> Iterator[Feit]:
    document: Document | None = None
    for record, extract in found:
        if document is None or document.id != record.id:
            document = assistant.document(record.id)
            around = Surroundings.of(document)
        yield Feit.from_extract(extract, document, around)


def _send(facts: Iterable[Feit], kind: str) -> Response:
    if kind == CSV:
        lines = write_table((fact.to_wire() for fact in facts), FACT_COLUMNS)
        headers = {"Content-Disposition": 'attachment; filename="feiten.csv"'}
        return StreamingResponse(gather(lines), media_type="text/csv; charset=utf-8", headers=headers)
    return StreamingResponse(gather(join_items(iter(facts))), media_type="application/json")

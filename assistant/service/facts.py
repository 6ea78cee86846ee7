"""Facts: from the documents, or from a text that is sent along."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Query, Request
from fastapi.responses import Response

from assistant.assistant import Assistant
from assistant.export import (
    Provenance,
    describe_document,
    describe_filters,
    describe_kinds,
    describe_settings,
    describe_text,
    fact_table,
)
from assistant.extract import find_extracts
from assistant.service.exports import choose_export, describe_exports, send_rows
from assistant.service.requests import CurrentAssistant, CurrentSettings, require_json
from assistant.service.responses import describe_problems
from assistant.types import ExtractKind, Filters
from assistant.wire import Feiten, Feitenverzoek, Feitenvragen, find_kinds, resolve_filters

router = APIRouter(prefix="/v1/feiten", tags=["feiten"])


@router.get(
    "",
    summary="Feiten uit de documenten",
    description="Thema's, regio's, datums en andere feiten met hun plaats in de tekst. "
    "Met `Accept` of `vorm` ook als regels JSON, CSV, Excel-werkmap of Parquet. In CSV krijgt een cel die een "
    "rekenblad als formule zou lezen, een apostrof ervoor.",
    response_model=Feiten,
    response_description="De feiten",
    responses={200: {"content": describe_exports()}, **describe_problems(400, 406, 501, 503)},
    operation_id="lijstFeiten",
)
def list_facts(
    request: Request, asked: Annotated[Feitenvragen, Query()], assistant: CurrentAssistant
) -> Response:
    """List the facts by path and place."""
    form = choose_export(request, asked.vorm)
    filters = resolve_filters(asked.to_filters(), assistant.records(), assistant.settings.themes)
    kinds = find_kinds(asked.soort)
    about = [*describe_settings(assistant.settings), describe_kinds(kinds)]
    provenance = Provenance([*about, ("index", assistant.generation), *describe_filters(filters)])
    rows = _read_index(assistant, kinds, filters, provenance)
    return send_rows(form, rows, fact_table(kinds), provenance, "feiten")


@router.post(
    "",
    summary="Feiten uit een losse tekst",
    description="Zoekt feiten in een tekst die niet in de index staat; plaatsen zijn plaatsen in die tekst.",
    response_model=Feiten,
    response_description="De feiten",
    responses={200: {"content": describe_exports()}, **describe_problems(400, 403, 406, 413, 415, 501)},
    dependencies=[Depends(require_json)],
    operation_id="zoekFeiten",
)
def extract_facts(
    request: Request, asked: Annotated[Feitenverzoek, Body()], settings: CurrentSettings
) -> Response:
    """Find the facts in a text that is not in the index; no index is needed."""
    form = choose_export(request)
    kinds = find_kinds(asked.soorten or [])
    provenance = Provenance([describe_kinds(kinds)])
    provenance.begin_text("tekst", asked.tekst)
    found = find_extracts(
        asked.tekst, document_date=asked.document_datum, kinds=kinds, themes=settings.themes
    )
    rows = describe_text(asked.tekst, found, provenance)
    return send_rows(form, rows, fact_table(kinds, loose=True), provenance, "feiten")


def _read_index(
    assistant: Assistant, kinds: Collection[ExtractKind] | None, filters: Filters, provenance: Provenance
) -> Iterator[dict[str, Any]]:
    for record, extracts in assistant.extracts_by_document(kinds, filters):
        themes = assistant.themes(record.id) if filters.themes else None
        yield from describe_document(assistant.document(record.id), extracts, provenance, themes)
    for failure in assistant.status().failures:
        provenance.note(failure)

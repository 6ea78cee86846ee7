"""Questions and passages: POST /v1/antwoorden and GET /v1/passages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Body, Depends, Query, Request
from fastapi.responses import Response, StreamingResponse

from assistant.answer.conversation import make_turn
from assistant.service.negotiation import choose_type
from assistant.service.permission import is_local
from assistant.service.requests import (
    CurrentAssistant,
    CurrentConversations,
    CurrentSettings,
    check_length,
    require_json,
)
from assistant.service.responses import ShapeResponse, describe_problems, write_event
from assistant.types import Filters
from assistant.wire import Antwoord, Passages, Passagevragen, Vraagverzoek, narrow, resolve_filters

router = APIRouter(prefix="/v1")

EVENT_STREAM: Final = "text/event-stream"
_SENTENCE = re.compile(r".+?(?:(?:\s*\[\d+\])+[.,;:!?]*\s*|$)", re.DOTALL)
"""A stretch of the text up to and including its marks `[n]`; joined, the stretches are the text."""

_CORE: Final = (
    *("id", "vraag", "soort", "beantwoord", "kort", "gesprek", "begrepen"),
    *("deels", "tegenspraak", "gevallen", "telling", "vervolgvragen"),
)
"""What goes before the sentences of an answer that comes in parts."""

_EXAMPLES: Final = {
    "eenvoudig": {"summary": "Een vraag", "value": {"vraag": "Wie vroeg de subsidie aan?"}},
    "met filters": {
        "summary": "Binnen een periode en een thema",
        "value": {
            "vraag": "Hoeveel geld gaat er naar laadpalen?",
            "filters": {"thema": ["mobiliteit"], "van": "2020", "tot": "2022-06"},
            "aantal": 3,
        },
    },
    "vervolgvraag": {
        "summary": "Een vraag bij het antwoord ervoor; `gesprek` komt uit dat antwoord",
        "value": {"vraag": "En in 2021?", "gesprek": "lw-…"},
    },
}


@router.post(
    "/antwoorden",
    tags=["vragen"],
    summary="Stel een vraag aan de documenten",
    description="Geeft een antwoord met letterlijke citaten, of zegt dat de documenten het niet bevatten. "
    "Met `Accept: text/event-stream` komt hetzelfde antwoord in delen: `kern`, `zin` (samen `tekst`), "
    "`bron`, `feit`, `nabij` en `volledigheid`, en tot slot `einde`.",
    response_model=Antwoord,
    response_description="Het antwoord",
    responses={
        200: {"content": {EVENT_STREAM: {"schema": {"type": "string"}}}},
        **describe_problems(400, 403, 406, 413, 415, 503),
    },
    dependencies=[Depends(require_json)],
    operation_id="stelVraag",
)
def answer_question(
    request: Request,
    asked: Annotated[Vraagverzoek, Body(openapi_examples=_EXAMPLES)],
    assistant: CurrentAssistant,
    settings: CurrentSettings,
    conversations: CurrentConversations,
) -> Response:
    """Answer a question, whole or in parts."""
    kind = choose_type(request.headers.get("accept"), ("application/json", EVENT_STREAM))
    check_length(asked.vraag, settings, "vraag")
    wanted = asked.filters.to_filters() if asked.filters else Filters()
    filters = resolve_filters(wanted, assistant.records(), settings.themes)
    caller = request.client.host if request.client else ""
    conversations.check_name(asked.gesprek, local=is_local(request))
    turns = conversations.find(caller, asked.gesprek)
    answer = assistant.ask(asked.vraag, filters=filters, limit=asked.aantal, turns=turns, suggest=True)
    name = conversations.keep(caller, asked.gesprek, (*turns, make_turn(answer, turns)))
    shape = Antwoord.from_answer(answer, assistant.document).model_copy(update={"gesprek": name})
    if kind == EVENT_STREAM:
        return StreamingResponse(_write_parts(shape), media_type=EVENT_STREAM)
    return ShapeResponse(shape)


@router.get(
    "/passages",
    tags=["vragen"],
    summary="Zoek passages",
    description="Geeft de passages die het best bij de woorden passen, de beste eerst. In `zoek` mogen "
    '"letterlijke woorden", `-woord` en filters staan: `thema:mobiliteit van:2020 regio:NL-NB`.',
    response_model=Passages,
    response_description="De passages",
    responses=describe_problems(400, 503),
    operation_id="zoekPassages",
)
def search_passages(
    asked: Annotated[Passagevragen, Query()], assistant: CurrentAssistant, settings: CurrentSettings
) -> Response:
    """Find passages."""
    check_length(asked.zoek, settings, "zoek")
    words, filters = narrow(asked.zoek, asked.to_filters(), assistant.records(), assistant.settings.themes)
    hits = assistant.search(words, filters=filters, limit=asked.aantal)
    return ShapeResponse(Passages.from_hits(hits, assistant.records()))


def _write_parts(answer: Antwoord) -> Iterator[str]:
    whole = answer.to_wire()
    yield write_event("kern", {name: whole[name] for name in _CORE if name in whole})
    for sentence in _SENTENCE.findall(answer.tekst):
        yield write_event("zin", {"tekst": sentence})
    for name, event in (("bronnen", "bron"), ("feiten", "feit"), ("nabij", "nabij")):
        for item in whole.get(name, []):
            yield write_event(event, item)
    yield write_event("volledigheid", whole["volledigheid"])
    yield write_event("einde", {"id": answer.id})

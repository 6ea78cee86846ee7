"""What the routes share: the assistant behind a request, and checks that a model cannot make."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Request

from assistant.assistant import Assistant
from assistant.config import Settings
from assistant.errors import UsageError
from assistant.service.conversations import Conversations
from assistant.service.problems import Problem
from assistant.service.source import Source
from assistant.types import DocumentRecord


def get_source(request: Request) -> Source:
    """Give the source of this application."""
    source: Source = request.app.state.source
    return source


def get_assistant(source: Annotated[Source, Depends(get_source)]) -> Assistant:
    """Give the assistant over the newest index; raises UnusableIndex when there is none."""
    return source.get()


def get_settings(source: Annotated[Source, Depends(get_source)]) -> Settings:
    """Give the settings of this application."""
    return source.settings


def get_conversations(request: Request) -> Conversations:
    """Give the conversations of this application."""
    conversations: Conversations = request.app.state.conversations
    return conversations


def require_json(request: Request) -> None:
    """Raise Problem 415 for a body that does not call itself JSON.

    A page of another site can send such a body without asking the browser first.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/json" and not (kind.startswith("application/") and kind.endswith("+json")):
        raise Problem(415, "Stuur JSON, met de kop Content-Type: application/json.")


def check_length(text: str, settings: Settings, field: str) -> None:
    """Raise UsageError when `text` is longer than a question may be."""
    limit = settings.max_question_chars
    if len(text) > limit:
        raise UsageError(f"{field} mag hoogstens {limit} tekens lang zijn; dit zijn er {len(text)}.", field)


def find_record(assistant: Assistant, document_id: str) -> DocumentRecord:
    """Give the record of a document; raises Problem 404 when there is none."""
    for record in assistant.records():
        if record.id == document_id:
            return record
    raise Problem(404, "Er is geen document met dit kenmerk; de lijst staat op /v1/documenten.")


CurrentAssistant = Annotated[Assistant, Depends(get_assistant)]
CurrentSettings = Annotated[Settings, Depends(get_settings)]
CurrentConversations = Annotated[Conversations, Depends(get_conversations)]
CurrentSource = Annotated[Source, Depends(get_source)]

"""Documents whose files are gone stop answering before anything new is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.config import Settings
from assistant.embed import Encoder
from assistant.index import Index, Kept, write_generation
from assistant.ingestion.folder import FolderFile
from assistant.ingestion.journal import REMOVED, Event, hold_events, release_events
from assistant.ingestion.plan import Plan
from assistant.ingestion.state import FolderState, save_state
from assistant.types import DocumentRecord


def find_gone(
    records: Sequence[DocumentRecord], files: Mapping[str, FolderFile], plan: Plan
) -> list[DocumentRecord]:
    """Give the documents of the index whose file is no longer in the folder under any name."""
    moved = {item.old.id for item in plan.kept}
    return [
        record
        for record in records
        if (record.container or record.path) not in files and record.id not in moved
    ]


def withdraw(
    settings: Settings,
    before: Index,
    gone: Sequence[DocumentRecord],
    encoder: Encoder,
    state: FolderState,
    now: str,
) -> str:
    """Write a generation without the documents `gone`, log them as removed, and give its name.

    Reading what is new may take hours; until then nothing may be quoted from what was taken away.
    """
    folder = settings.index
    events = [Event(now, REMOVED, record.path, old_id=record.id) for record in gone]
    hold_events(folder, before.generation, events)
    left = {record.id: record for record in before.records()}
    for record in gone:
        del left[record.id]
    generation = write_generation(folder, (), encoder, failures=before.failures, kept=Kept(before, left))
    release_events(folder, generation)
    if state.generation == before.generation:
        save_state(folder, replace(state, generation=generation))
    return generation

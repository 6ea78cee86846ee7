"""Gold questions put to a real assistant over a fresh index of the documents that they are about."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from assistant.assistant import Assistant, settle_memory
from assistant.config import Settings
from assistant.errors import UsageError
from assistant.evaluate.gold import GoldQuestion
from assistant.evaluate.metrics import Outcome, judge
from assistant.ingestion import ingest
from assistant.types import Answer


class Asker(Protocol):
    """Whatever answers a question; `assistant.assistant.Assistant` does."""

    def ask(self, question: str, /) -> Answer:
        """Give one cited answer."""
        ...


def ask_all(asker: Asker, questions: Sequence[GoldQuestion]) -> tuple[Outcome, ...]:
    """Ask every question and give the verdicts in the same order."""
    return tuple(judge(question, asker.ask(question.question)) for question in questions)


@contextmanager
def open_over(corpus: Path, settings: Settings, write: Callable[[str], None]) -> Iterator[Assistant]:
    """Give an assistant over a temporary index of `corpus`; the index is removed afterwards.

    Files that cannot be read are written out by name, because questions about them must fail.
    Raises UsageError when the folder holds no readable document.
    """
    with tempfile.TemporaryDirectory(prefix="leeswijzer-evaluate-") as folder:
        own = replace(settings, corpus=corpus, index=Path(folder) / "index")
        report = ingest(own)
        for failure in report.failed:
            write(f"Niet gelezen: {failure.path}: {failure.reason}")
        if not report.documents:
            raise UsageError(f"De map '{corpus.name}' bevat geen leesbare documenten.", "corpus")
        with Assistant.open(own) as assistant:
            settle_memory()
            yield assistant

"""The composition root: an open index with its encoder and templates; ask, search, extract."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain, islice
from pathlib import Path
from types import TracebackType

from assistant.answer import Library, Templates
from assistant.answer.constraints import Atlas
from assistant.answer.conversation_suggestions import MOST_SUGGESTIONS, leave_asked
from assistant.answer.conversation_turns import Turn
from assistant.answer.preamble import strip_preamble
from assistant.answer.vectors import VectorMemory
from assistant.assistant.counting import stands_alone
from assistant.assistant.inquiry import Inquiry
from assistant.assistant.view import View
from assistant.config import BUNDLED_ENCODER, Settings
from assistant.embed import Encoder, make_encoder
from assistant.errors import QuestionError, UsageError
from assistant.extract import document_themes, find_extracts, lies_in
from assistant.index import Index, current_generation, open_index
from assistant.index.within import keep_within
from assistant.search import make_reranker, tidy
from assistant.search import search as search_index
from assistant.types import (
    Answer,
    Document,
    DocumentRecord,
    Extract,
    ExtractKind,
    Filters,
    Hit,
    Layout,
    Status,
    ThemeValue,
)

_CONSTRAINING = (ExtractKind.REGION, ExtractKind.THEME)
"""Kinds of what a question can name that what is of it or lies in it holds."""


class Assistant:
    """Answers from one index. Reading is safe from several threads at once."""

    def __init__(self, settings: Settings, encoder: Encoder, index: Index) -> None:
        self.settings = settings
        self._encoder = encoder
        # Sentences are weighed with the bundled model, whatever model searches: it is light and at hand.
        reader = encoder if settings.encoder == BUNDLED_ENCODER else make_encoder(Settings())
        self._reranker = make_reranker(settings)
        self._vectors = VectorMemory(reader.encode_queries)
        self._templates = Templates(settings.prompts, settings.address, settings.terms)
        self._lock = threading.RLock()
        self._atlas = Atlas(partial(find_extracts, kinds=_CONSTRAINING, themes=settings.themes), lies_in)
        self._view = self._look(index)

    @classmethod
    def open(cls, settings: Settings) -> Assistant:
        """Open the index of `settings`; raises UnusableIndex when there is none, EncoderError, TemplateError."""
        encoder = make_encoder(settings)
        return cls(settings, encoder, open_index(settings.index, encoder))

    def close(self) -> None:
        """Let go of the files of the index."""
        self._view.index.close()

    def __enter__(self) -> Assistant:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def generation(self) -> str:
        """The name of the generation that answers."""
        return self._view.index.generation

    def refresh(self) -> bool:
        """Open a newer generation when the folder has one; give whether it did."""
        if current_generation(self.settings.index) == self.generation:
            return False
        with self._lock:
            if current_generation(self.settings.index) == self.generation:
                return False
            # The view before is left to the requests that still read from it.
            self._view = self._look(open_index(self.settings.index, self._encoder))
        return True

    def _look(self, index: Index) -> View:
        return View(index, self._vectors, self._templates, self._atlas)

    def ask(
        self,
        question: str,
        *,
        filters: Filters = Filters(),  # noqa: B008
        limit: int = 5,
        turns: Sequence[Turn] = (),
        suggest: bool = False,
    ) -> Answer:
        """Answer a question with quotations; raises QuestionError for an empty or too long one.

        `limit` bounds the number of quotations. With the `turns` of a conversation a follow-up is
        answered as it is understood there, which `resolved` then tells. With `suggest` the answer
        names next questions that the documents answer.
        """
        text = self._check_question(question)
        view = self._view
        asked = strip_preamble(text)
        inquiry = Inquiry(view, self._search, filters, limit)
        follows = bool(turns) and not stands_alone(asked)
        answer = inquiry.answer_follow_up(asked, turns) if follows else None
        answer = answer or inquiry.answer(asked)
        if answer.question != asked:
            answer = replace(answer, resolved=answer.question)
        if answer.question != text:
            answer = replace(answer, question=text)
        if suggest and answer.answered and answer.citations:
            said = (text, answer.resolved or asked, *(turn.question for turn in turns))
            proposed = leave_asked(chain(answer.suggestions, view.suggest(answer, filters)), said)
            answer = replace(answer, suggestions=tuple(islice(proposed, MOST_SUGGESTIONS)))
        elif answer.suggestions:
            answer = replace(answer, suggestions=())
        return view.locate(answer)

    def find_evidence(self, question: str) -> list[Hit]:
        """Give the passages whose sentences are weighed for an answer."""
        return Inquiry(self._view, self._search).find_evidence(question)

    @property
    def library(self) -> Library:
        """What answering reads: documents, word statistics, templates of the open generation."""
        return self._view.library

    def search(self, words: str, *, filters: Filters = Filters(), limit: int = 10) -> list[Hit]:  # noqa: B008
        """Give the best passages; raises QuestionError for an empty or too long query."""
        text = self._check_question(words)
        return self._search(self._view.index, text, filters, limit)

    def _search(self, index: Index, text: str, filters: Filters, limit: int) -> list[Hit]:
        return search_index(index, self._encoder, text, filters=filters, limit=limit, reranker=self._reranker)

    def _check_question(self, question: str) -> str:
        # Of signs that cannot be seen the question stays as it is; halves of surrogate pairs no text can hold.
        text = tidy(question) or " ".join(question.encode(errors="replace").decode().split())
        if not text:
            raise QuestionError("Stel een vraag: de vraag is leeg.", "vraag")
        if len(text) > self.settings.max_question_chars:
            raise QuestionError(
                f"De vraag telt {len(text)} tekens; hoogstens {self.settings.max_question_chars} is mogelijk.",
                "vraag",
            )
        return text

    def records(self) -> tuple[DocumentRecord, ...]:
        """Give the documents of the index, sorted by path."""
        return self._view.index.records()

    def document(self, document_id: str) -> Document:
        """Give a document with its text; raises UsageError for an unknown id."""
        return self._view.index.document(document_id)

    def layout(self, document_id: str) -> Layout | None:
        """Give where the words of a document stand; None without pages. Raises UsageError for an unknown id."""
        return self._view.index.layout_of(document_id)

    def original(self, document_id: str) -> Path:
        """Give the file on disk that a document was read from; of a member, the archive or mail it is in.

        Raises UsageError when it is not there (any more).
        """
        document = self._view.index.document(document_id)
        name = document.container or document.path
        root = self.settings.corpus.resolve()
        path = (root / name).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            raise UsageError(f"Het bestand '{name}' staat niet meer in de map met documenten.", "id")
        return path

    def extracts(
        self,
        kinds: Collection[ExtractKind] | None = None,
        filters: Filters = Filters(),  # noqa: B008
    ) -> Iterator[tuple[DocumentRecord, Extract]]:
        """Give the facts of the index with their document, in the order of path and offset."""
        for record, facts in self.extracts_by_document(kinds, filters):
            for fact in facts:
                yield record, fact

    def chosen(self, filters: Filters) -> frozenset[str]:
        """Give the ids of the documents that the filters allow."""
        return self._view.chosen(filters)

    def extracts_by_document(
        self,
        kinds: Collection[ExtractKind] | None = None,
        filters: Filters = Filters(),  # noqa: B008
    ) -> Iterator[tuple[DocumentRecord, list[Extract]]]:
        """Give every document that the filters allow, by path, with its facts in order; there may be none.

        Filters on themes and regions leave the facts that say so, and the others in the passages of those.
        """
        index = self._view.index
        chosen = self._view.chosen(filters)
        mask = index.select(filters) if filters.themes or filters.regions else None
        for record in index.records():
            if record.id in chosen:
                facts = [fact for _, fact in index.extracts(kinds, (record.id,))]
                if mask is not None:
                    numbers = [number for number in index.numbers_of(record.id) if mask[number]]
                    facts = keep_within(facts, filters, index.passages(numbers))
                yield record, facts

    def themes(self, document_id: str) -> list[ThemeValue]:
        """Give the themes of a document as a whole, the strongest first."""
        found = self._view.index.extracts((ExtractKind.THEME,), (document_id,))
        return document_themes(fact for _, fact in found)

    def find_extracts(
        self, text: str, *, document_date: str | None = None, kinds: Collection[ExtractKind] | None = None
    ) -> list[Extract]:
        """Give the facts of a text that is not in the index; offsets in that text."""
        return find_extracts(text, document_date=document_date, kinds=kinds, themes=self.settings.themes)

    def status(self) -> Status:
        """Give the state of the index."""
        index = self._view.index
        return Status(
            generation=index.generation,
            documents=index.sizes.documents,
            passages=index.sizes.passages,
            failures=index.failures,
            model=index.model,
            dimension=index.dimension,
            analyser=index.analyser,
            bytes=index.sizes.bytes,
            newest=max((record.date for record in index.records() if record.date), default=None),
            kinds=tuple(Counter(record.kind for record in index.records()).most_common()),
        )

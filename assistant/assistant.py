"""The composition root: an open index with its encoder and templates; ask, search, extract."""

from __future__ import annotations

import gc
import threading
from collections import Counter, OrderedDict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from types import TracebackType

import numpy as np

from assistant.answer import Library, Reading, Templates, compose_answer
from assistant.answer.census import CensusKind, read_census
from assistant.answer.census_actions import Bounds
from assistant.answer.comparison import join_halves, join_sides, names_both, read_comparison
from assistant.answer.conversation import (
    Turn,
    choose_reading,
    find_spoken_document,
    is_as_asked,
    make_turn,
    resolve,
)
from assistant.answer.conversation_suggestions import MOST_PROPOSED, MOST_SUGGESTIONS, ask_where, propose
from assistant.answer.evidence import MOST_PASSAGES
from assistant.answer.halves import read_halves
from assistant.answer.kinds import QuestionKind
from assistant.answer.matching import rarity_of
from assistant.answer.preamble import strip_preamble
from assistant.answer.question import parse_question
from assistant.answer.reply import identify
from assistant.answer.scope import read_scope
from assistant.answer.telling import take_census
from assistant.answer.vectors import VectorMemory
from assistant.config import BUNDLED_ENCODER, Settings
from assistant.dutch import content_stems, find_stems
from assistant.embed import Encoder, make_encoder
from assistant.errors import QuestionError, UsageError
from assistant.extract import document_themes, find_extracts
from assistant.index import Index, current_generation, open_index
from assistant.index.filters import Mask, find_bounds, select_documents
from assistant.index.lexical import HEAD, STEM
from assistant.index.within import keep_within
from assistant.search import make_reranker, tidy
from assistant.search import search as search_index
from assistant.types import (
    Answer,
    Citation,
    Completeness,
    DateValue,
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

_DOCUMENT_PASSAGES = 40
"""Passages that are found where documents are asked for; for other questions those that are weighed."""
_CHARS_KEPT = 32_000_000
"""Characters of the documents that are kept prepared: one byte each, two in a text with signs such as "€"."""
_TAKEN_OVER = 600
"""Characters that a follow-up may take over from the conversation."""


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
        self._view = _View(index, self._vectors, self._templates)

    @classmethod
    def open(cls, settings: Settings) -> Assistant:
        """Open the index of `settings`; raises UnusableIndex when there is none, EncoderError, TemplateError."""
        encoder = make_encoder(settings)
        _settle_memory()
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
            self._view = _View(open_index(self.settings.index, self._encoder), self._vectors, self._templates)
        return True

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
        follows = bool(turns) and not _stands_alone(asked)
        answer = self._compose_follow_up(view, asked, turns, filters, limit) if follows else None
        answer = answer or self._compose(view, asked, filters, limit)
        if answer.question != asked:
            answer = replace(answer, resolved=answer.question)
        if answer.question != text:
            answer = replace(answer, question=text)
        if suggest and answer.answered and answer.citations:
            answer = replace(
                answer, suggestions=tuple(islice(view.suggest(answer, filters), MOST_SUGGESTIONS))
            )
        return view.locate(answer)

    def _compose_follow_up(
        self, view: _View, asked: str, turns: Sequence[Turn], filters: Filters, limit: int
    ) -> Answer | None:
        """Answer a question as its conversation makes it whole; None when it stands alone.

        Where it may stand alone too, it is asked of the document that was spoken of last.
        """
        readings = [reading for reading in resolve(asked, turns) if len(reading) <= len(asked) + _TAKEN_OVER]
        if not readings:
            return None
        answer = self._compose(view, readings[0], filters, limit)
        spoken = {find_spoken_document(turns)} & view.chosen(filters)
        for reading in readings[1:]:
            alone = is_as_asked(reading, asked)
            if alone and not spoken:
                continue
            within = replace(filters, documents=tuple(map(str, spoken))) if alone else filters
            answer = choose_reading((answer, self._compose(view, reading, within, limit)))
        return answer

    def _compose(self, view: _View, text: str, filters: Filters, limit: int) -> Answer:
        scope = read_scope(text, view.index.records())
        named = view.chosen(filters) & scope.documents if scope else frozenset()
        if scope and named:
            answer = self._compose_within(
                view, scope.rest, replace(filters, documents=tuple(sorted(named))), limit
            )
            return replace(answer, id=identify(view.index.generation, text), question=text)
        return self._compose_within(view, text, filters, limit)

    def _compose_within(self, view: _View, text: str, filters: Filters, limit: int) -> Answer:
        counted = view.count(text, filters)
        if counted is not None:
            return counted
        halves = read_halves(text)
        if halves is not None:
            found = [self._compose_whole(view, halves[0].question, filters, limit)]
            turns = (make_turn(found[0]),) if halves[1].follows else ()
            second = self._compose_follow_up(view, halves[1].question, turns, filters, limit)
            found.append(second or self._compose_whole(view, halves[1].question, filters, limit))
            if any(answer.answered for answer in found):
                identity = identify(view.index.generation, text)
                whole = replace(found[0], id=identity, question=text)
                return join_halves(whole, halves, found, view.library.templates)
        return self._compose_whole(view, text, filters, limit)

    def _compose_whole(self, view: _View, text: str, filters: Filters, limit: int) -> Answer:
        hits = self._find_evidence(view, text, filters)
        answer = compose_answer(
            text, hits, view.library_within(filters), view.completeness(filters), limit=limit
        )
        sides = read_comparison(text)
        if sides is None or names_both(answer, sides):
            return answer
        answers = [self._compose_within(view, side.question, filters, limit) for side in sides]
        return join_sides(answer, sides, answers, view.library.templates)

    def find_evidence(self, question: str) -> list[Hit]:
        """Give the passages whose sentences are weighed for an answer."""
        return self._find_evidence(self._view, question, Filters())

    def _find_evidence(self, view: _View, question: str, filters: Filters) -> list[Hit]:
        asks_documents = parse_question(question).kind is QuestionKind.DOCUMENTS
        limit = _DOCUMENT_PASSAGES if asks_documents else MOST_PASSAGES
        return self._search(view.index, question, filters, limit)

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
        text = tidy(question) or " ".join(question.split())
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


def _stands_alone(text: str) -> bool:
    """Tell whether a question for everything names what it is about, so that no conversation need do so."""
    census = read_census(text, _read_bounds)
    if census is None:
        return False
    return census.kind is CensusKind.ALL or bool(census.subject and content_stems(census.subject))


def _read_bounds(words: str) -> Bounds | None:
    """Give the first and the last day of the time that words name; None when they name none."""
    found = find_extracts(words, document_date=None, kinds=(ExtractKind.DATE,))
    value = found[0].value if found else None
    return (value.earliest, value.latest) if isinstance(value, DateValue) and value.edtf else None


def _within_year(filters: Filters, year: int) -> Filters:
    """Give the filters with only documents of one year left; their own bounds on dates go on to count."""
    first, last = find_bounds(str(year), "since")
    since = first if filters.since is None else max(first, find_bounds(filters.since, "since")[0])
    until = last if filters.until is None else min(last, find_bounds(filters.until, "until")[1])
    return replace(filters, since=since, until=until)


_FULL_ROUND = 100
"""Rounds of the garbage collector over what is young before one over everything, about one in 280 questions.

With Python's 10 it was one in 25 to 35, each of .1 to .4 seconds: most of the 99th percentile. Answering makes no
cycles that last, and what is not in a cycle goes at once.
"""


def _settle_memory() -> None:
    """Leave what is in memory by now out of the rounds of the garbage collector, and make full ones rare.

    Once a process: code, word lists and the caches of words stay as long as it does.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        young, middle, full = gc.get_threshold()
        gc.set_threshold(young, middle, max(full, _FULL_ROUND))


class _View:
    """One generation with what is kept of it in memory."""

    def __init__(self, index: Index, vectors: VectorMemory, templates: Templates) -> None:
        self.index = index
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._chars = 0
        self._lock = threading.Lock()
        self.library = Library(
            readings=self.reading,
            rarity=self._rarity,
            present=self._present,
            presence=self._presence,
            vectors=vectors,
            templates=templates,
        )

    def library_within(self, filters: Filters) -> Library:
        """Give the library for a question with filters: a word is present when what they allow holds it."""
        allowed = self.index.select(filters)
        if allowed is None:
            return self.library
        return replace(self.library, present=partial(self._present_within, allowed))

    def reading(self, document_id: str) -> Reading:
        """Give a document prepared for answering; the ones used last are kept."""
        with self._lock:
            known = self._readings.get(document_id)
            if known is not None:
                self._readings.move_to_end(document_id)
                return known
        reading = Reading(self.index.document(document_id), partial(self.index.facts_between, document_id))
        with self._lock:
            if document_id in self._readings:
                return self._readings[document_id]  # another thread was first: one reading of a document
            self._readings[document_id] = reading
            self._chars += len(reading.document.text)
            while self._chars > _CHARS_KEPT and len(self._readings) > 1:
                self._chars -= len(self._readings.popitem(last=False)[1].document.text)
        return reading

    def count(self, text: str, filters: Filters) -> Answer | None:
        """Answer a question for everything ("in hoeveel documenten ...") from the whole index; None for another."""
        census = read_census(text, _read_bounds)
        if census is None:
            return None
        if census.dated is not None:
            filters = _within_year(filters, census.dated)
        return take_census(
            text, census, self.index, filters, self.library.templates, self.completeness(filters)
        )

    def suggest(self, answer: Answer, filters: Filters) -> Iterator[str]:
        """Yield next questions that are answered from the passages around the first quotation."""
        cited = answer.citations[0]
        reading = self.reading(cited.document_id)
        passages = self.index.passages_of(cited.document_id)
        library = self.library_within(filters)
        for proposed in islice(propose(answer, reading), MOST_PROPOSED):
            near = [Hit(passage, 1.0) for passage in passages if passage.span.overlaps(proposed.around)]
            found = compose_answer(proposed.question, near, library, answer.completeness, limit=1)
            if found.answered and found.short and found.short in proposed.expected:
                yield proposed.question
        where = ask_where(answer, reading) if answer.kind != QuestionKind.DOCUMENTS else None
        counted = self.count(where, filters) if where else None
        if where and counted is not None and counted.tally is not None and counted.tally.documents > 1:
            yield where

    def locate(self, answer: Answer) -> Answer:
        """Give the answer with the places of its quotations on their pages."""
        return replace(
            answer,
            citations=tuple(map(self._locate, answer.citations)),
            nearby=tuple(map(self._locate, answer.nearby)),
        )

    def _locate(self, citation: Citation) -> Citation:
        layout = self.index.layout_of(citation.document_id)
        if layout is None:
            return citation
        scanned = dict(self.reading(citation.document_id).document.scanned)
        boxes = layout.boxes_of(citation.span)
        return replace(citation, boxes=boxes, scanned=scanned.get(citation.page or 0))

    def chosen(self, filters: Filters) -> frozenset[str]:
        """Give the ids of the documents that the filters on documents, dates, language and origin allow."""
        allowed = select_documents(filters, self.index.records())
        return frozenset(
            record.id for record, fits in zip(self.index.records(), allowed, strict=True) if fits
        )

    def completeness(self, filters: Filters) -> Completeness:
        """Give what a question over these filters looks at."""
        records = self.index.records()
        chosen = self.chosen(filters)
        dates = [record.date for record in records if record.date and record.id in chosen]
        failed = len(self.index.failures)
        return Completeness(
            documents=len(chosen) + failed,
            searched=len(chosen),
            failed=failed,
            generation=self.index.generation,
            newest=max(dates, default=None),
        )

    def _rarity(self, stem: str) -> float:
        return rarity_of(self._holders(stem), self.index.sizes.passages)

    def _present(self, word: str) -> bool:
        return any(self._holders(stem) > 0 for stem in find_stems(word))

    def _present_within(self, allowed: Mask, word: str) -> bool:
        """Tell whether one of the allowed passages holds the word, in its text or in the headings above."""
        return any(
            bool(allowed[self.index.fields[name].holders(stem)].any())
            for stem in find_stems(word)
            for name in (STEM, HEAD)
        )

    def _holders(self, stem: str) -> int:
        """Give how many passages hold the stem, in their text or in the headings above."""
        return max(len(self.index.fields[name].holders(stem)) for name in (STEM, HEAD))

    def _presence(self, document_id: str, stem: str) -> float:
        """Give the share of a document's passages that hold the stem."""
        numbers = self.index.numbers_of(document_id)
        holders = self.index.fields[STEM].holders(stem)
        first, last = np.searchsorted(holders, (numbers.start, numbers.stop))
        return float(last - first) / max(1, len(numbers))

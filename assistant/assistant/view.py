"""One generation of the index with what is kept of it in memory: what answering reads, and what is counted over all."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property, partial
from itertools import islice

import numpy as np

from assistant.answer import Library, Reading, Templates, compose_answer
from assistant.answer.constraints import Atlas
from assistant.answer.conversation_suggestions import MOST_PROPOSED, ask_where, propose
from assistant.answer.inventory import take_inventory
from assistant.answer.kinds import QuestionKind
from assistant.answer.limits import name_headings, name_places
from assistant.answer.namebook import NameBook
from assistant.answer.standpoints import PROGRAMME_WORDS, is_programme, may_be_programme, opens_as_programme
from assistant.answer.telling import take_census
from assistant.answer.terms import rarity_of
from assistant.answer.titlenames import Spread
from assistant.answer.vectors import VectorMemory
from assistant.assistant.counting import read_counted, within_year
from assistant.dutch import find_stems
from assistant.index import Index
from assistant.index.filters import Mask, select_documents
from assistant.index.lexical import HEAD, STEM
from assistant.types import Answer, Citation, Completeness, Filters, Hit, Limit, Section

_CHARS_KEPT = 32_000_000
"""Characters of the documents that are kept prepared: one byte each, two in a text with signs such as "€"."""


class View:
    """One generation with what is kept of it in memory."""

    def __init__(self, index: Index, vectors: VectorMemory, templates: Templates, atlas: Atlas) -> None:
        self.index = index
        self._readings: OrderedDict[str, Reading] = OrderedDict()
        self._chars = 0
        self._lock = threading.Lock()
        self._vectors, self._templates, self._atlas = vectors, templates, atlas
        # What a question without filters may be answered from stays the same while the generation does.
        self._everything = frozenset(record.id for record in index.records())
        self._newest = max((record.date for record in index.records() if record.date), default=None)

    @property
    def library(self) -> Library:
        """What answering reads; made each time, as a view that kept it would never be let go of without the collector."""
        return Library(
            readings=self.reading,
            rarity=self._rarity,
            present=self._present,
            presence=self._presence,
            topicality=self._topicality,
            vectors=self._vectors,
            templates=self._templates,
            atlas=self._atlas,
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
        census = read_counted(text)
        if census is None:
            return None
        if census.dated is not None:
            filters = within_year(filters, census.dated)
        return take_census(text, census, self.index, filters, self._templates, self.completeness(filters))

    def complete(self, answer: Answer, filters: Filters) -> Answer:
        """Give the answer to a question for all of something with what the whole index says, where it lists nothing."""
        return take_inventory(answer, read_counted(answer.question), self.index, filters, self._templates)

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
        if filters.empty:
            return self._everything
        allowed = select_documents(filters, self.index.records())
        return frozenset(
            record.id for record, fits in zip(self.index.records(), allowed, strict=True) if fits
        )

    def completeness(self, filters: Filters) -> Completeness:
        """Give what a question over these filters looks at."""
        chosen = self.chosen(filters)
        failed = len(self.index.failures)
        return Completeness(
            documents=len(chosen) + failed,
            searched=len(chosen),
            failed=failed,
            generation=self.index.generation,
            newest=self._find_newest(chosen),
            headings=tuple(dict.fromkeys(name_headings(filters.sections))),
            places=tuple(dict.fromkeys(name_places(filters.sections))),
            limits=tuple(dict.fromkeys(map(self._name_limit, filters.sections))),
            only=self._name_only(chosen),
        )

    def _name_only(self, chosen: frozenset[str]) -> str | None:
        """Give the title of the one document that is chosen out of more."""
        if len(chosen) != 1 or chosen is self._everything:
            return None
        return next(record.title for record in self.index.records() if record.id in chosen)

    def _find_newest(self, chosen: frozenset[str]) -> str | None:
        """Give the newest date of these documents."""
        if chosen is self._everything:
            return self._newest
        dates = (record.date for record in self.index.records() if record.date and record.id in chosen)
        return max(dates, default=None)

    def _name_limit(self, section: Section) -> Limit:
        place = self.index.places_of(np.array([section.first], dtype=np.int64))[0]
        record = self.index.records()[place]
        return Limit(record.id, record.path, record.title, section.kind, section.heading)

    def _rarity(self, stem: str) -> float:
        return rarity_of(self._holders(stem), self.index.sizes.passages)

    @cached_property
    def names(self) -> NameBook:
        """What the documents are called; made when it is first asked for."""
        return NameBook(self.index.records())

    @cached_property
    def programmes(self) -> frozenset[str]:
        """The documents (ids) that are programmes of parties, by their names or their first lines."""
        stems = [stem for word in PROGRAMME_WORDS for stem in find_stems(word)]
        return frozenset(
            record.id
            for record in self.index.records()
            if is_programme(record)
            or (
                (may_be_programme(record) or any(self._presence(record.id, stem) for stem in stems))
                and opens_as_programme(self.reading(record.id).document.text)
            )
        )

    def spread(self, word: str, documents: frozenset[str]) -> Spread:
        """Give how a word is spread over these documents and the others: of its stems the one that is most elsewhere."""
        passages = sum(len(self.index.numbers_of(document)) for document in documents)
        counts = [self._count_within(stem, documents) for stem in find_stems(word)]
        theirs = min((within / holders for within, holders in counts if holders), default=1.0)
        return Spread(theirs, max((within for within, _ in counts), default=0) / max(1, passages))

    def _count_within(self, stem: str, documents: frozenset[str]) -> tuple[int, int]:
        """Give how many passages of these documents hold a stem in their text, and how many of all."""
        holders = self.index.fields[STEM].holders(stem)
        numbers = (self.index.numbers_of(document) for document in documents)
        ends = (np.searchsorted(holders, (run.start, run.stop)) for run in numbers)
        return sum(int(last - first) for first, last in ends), len(holders)

    def _present(self, word: str) -> bool:
        return any(self._holders(stem) > 0 for stem in find_stems(word)) or self.names.holds(word)

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
        return self._count_in(document_id, stem) / max(1, len(self.index.numbers_of(document_id)))

    def _topicality(self, document_id: str, stem: str) -> float:
        """Give the share of a document's passages that hold the stem, the first two of those left out."""
        count = self._count_in(document_id, stem)
        return max(0, count - 2) / max(1, len(self.index.numbers_of(document_id)))

    def _count_in(self, document_id: str, stem: str) -> int:
        """Give how many passages of a document hold the stem."""
        numbers = self.index.numbers_of(document_id)
        holders = self.index.fields[STEM].holders(stem)
        first, last = np.searchsorted(holders, (numbers.start, numbers.stop))
        return int(last - first)

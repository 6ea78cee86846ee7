"""A chapter as a constraint: "in hoofdstuk 3", "in het hoofdstuk over wonen", "volgens de samenvatting".

The answer comes from passages under a heading that the words name, and the words themselves are not looked for. What a
heading says is all there is to go by: a document whose chapters have no headings has none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answer.articles import find_articles
from assistant.answer.captions import find_captioned, name_captioned
from assistant.answer.chapterwords import find_references, leave_out, names_owner, without_chapters
from assistant.answer.headings import Fits, choose_fits, fold_heading, is_annex, list_pieces
from assistant.answer.joinedruns import join_runs
from assistant.answer.numbering import COUNTED
from assistant.answer.ordering import find_in_order
from assistant.answer.owners import find_owner, name_behind, names_law
from assistant.answer.pages import find_pages
from assistant.answer.placewords import find_law_article
from assistant.answer.references import ARTICLE, CAPTIONED, PAGE, Reference
from assistant.answer.scope import find_scope, names_any, still_asks
from assistant.answer.viewing import asks_contents
from assistant.index import Index
from assistant.index.contents import Run
from assistant.types import DocumentRecord, Section

_OPENING = frozenset(("voorwoord", "inleiding"))
"""Parts at the head of a document. On a page with a large picture their heading may stand behind their text."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where a question wants its answer from: `rest` is the question without the words for it.

    `sections` are empty when none of the documents has the chapter; `shown` then names it. `headed` tells that it would
    have a heading, `firm` that there is no answer without it or outside it; `contents` that nothing is asked but what stands there.
    `captioned` are the ways in which a table or figure is named that is not known.
    """

    rest: str
    sections: tuple[Section, ...]
    shown: str
    headed: bool = True
    firm: bool = True
    contents: bool = False
    captioned: tuple[str, ...] = ()


def read_chapter(text: str, index: Index, allowed: Collection[str]) -> Chapter | None:
    """Give the chapter, article or page that a question names, in the documents with the allowed ids; None without one.

    With two chapters both are looked in.
    """
    text = " ".join(text.split())
    found = find_references(text)
    foreign = _read_foreign(text, index.records())
    if foreign is not None or not found:
        return foreign
    table = _Table(index, index.records(), frozenset(allowed))
    if len(found) == 1:
        return _read_one(text, found[0], table)
    rest, chapters, unknown = text, list[Chapter](), list[Chapter]()
    for ways in reversed(found):  # what stands before them keeps its place
        chapter = _read_one(rest, ways, table)
        if chapter is not None and (chapter.sections or chapter.firm):
            rest, chapters = chapter.rest, [chapter, *chapters]
        elif chapter is not None:
            unknown.append(chapter)
    absent = next((chapter for chapter in chapters if not chapter.sections), None)
    if not chapters and unknown:
        absent = replace(unknown[-1], contents=asks_contents(without_chapters(text, saying=True)))
    if absent is not None or not chapters:
        return absent and replace(absent, rest=text)
    sections = tuple(dict.fromkeys(section for chapter in chapters for section in chapter.sections))
    return Chapter(rest, sections, "", contents=chapters[0].contents)


def _read_foreign(text: str, records: Sequence[DocumentRecord]) -> Chapter | None:
    """Give the article of a law that is no document, where only its words are asked for: "Wat staat er in artikel 5 Awb?"."""
    named = find_law_article(text)
    if named is None:
        return None
    article, law, rest = named
    if not asks_contents(rest) or find_owner(rest, law, records) is not None:
        return None
    return Chapter(text, (), f"{article.shown} {law}", headed=False, contents=True)


@dataclass(frozen=True, slots=True)
class _Table:
    """An index with its documents, and those that may be looked in."""

    index: Index
    records: Sequence[DocumentRecord]
    allowed: frozenset[str]

    def find(self, reference: Reference, documents: frozenset[str]) -> tuple[Section, ...]:
        """Give the sections that a reference names, in these documents."""
        if reference.noun == ARTICLE:
            return find_articles(reference, self.index, documents)
        if reference.noun == PAGE:
            return find_pages(reference, self.index, documents)
        if reference.noun in CAPTIONED:
            return find_captioned(reference, self.index, documents)
        return self._find_headed(reference, documents) or self._find_ordered(reference, documents)

    def _find_ordered(self, reference: Reference, documents: frozenset[str]) -> tuple[Section, ...]:
        """Give the chapters at the places that a reference names: the last one of each document."""
        if not reference.orders or reference.noun != "hoofdstuk":
            return ()
        found: list[Section] = []
        for place, record in enumerate(self.records):
            if record.id in documents:
                runs = list(self.index.contents.find((), (place,)))
                found += find_in_order(runs, record.title, reference.orders)
        return tuple(found)

    def _find_headed(self, reference: Reference, documents: frozenset[str]) -> tuple[Section, ...]:
        """Give the sections under a heading that a reference names."""
        ways = choose_fits(reference)
        if not ways:
            return ()
        annexes: list[int] = []
        if reference.noun == "bijlage":
            annexes = [
                place
                for place, record in enumerate(self.records)
                if is_annex(fold_heading(record.title), record.title)
            ]
        runs = [
            run
            for run in self.index.contents.find(list_pieces(reference), annexes)
            if self.records[run.document].id in documents
        ]
        for fits in ways:
            sections = tuple(self._keep(runs, fits))
            if sections:
                return self._reach_back(sections) if reference.noun in _OPENING else sections
        return ()

    def _keep(self, runs: Sequence[Run], fits: Fits) -> Iterator[Section]:
        """Yield the sections of the runs that fit."""
        return join_runs((run, fits(self.records[run.document].title, run.path)) for run in runs)

    def _reach_back(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Give sections with the passages right before each one that stand under no heading but the title."""
        runs = self.index.contents.runs
        found: list[Section] = []
        for section in sections:
            place = bisect_left(runs, section.first, key=lambda run: run.first)
            own, first = runs[place].document, section.first
            while place and self._opens(runs[place - 1], own):
                place -= 1
                first = runs[place].first
            found.append(replace(section, first=first))
        return tuple(found)

    def _opens(self, run: Run, document: int) -> bool:
        """Tell whether passages are of a document and under no heading but its title."""
        title = fold_heading(self.records[document].title)
        return run.document == document and all(fold_heading(heading) == title for heading in run.path)


def _read_one(text: str, ways: Sequence[Reference], table: _Table) -> Chapter | None:
    """Give the chapter of one reference, in the first way of reading it that a document has."""
    absent: Chapter | None = None
    elsewhere = False
    for reference in ways:
        rest, documents = leave_out(text, reference), table.allowed
        owner = names_owner(text, reference)
        scope = find_scope(rest, table.records)
        if scope is None and not reference.headed:
            scope = find_owner(rest, owner or name_behind(text, reference.end), table.records)
        if owner and scope is None and not names_any(owner):
            elsewhere = True  # the chapter of a law or of a book that is not here
            if reference.noun == ARTICLE and asks_contents(leave_out(text, reference).replace(owner, "")):
                return Chapter(text, (), f"{reference.shown} van {owner}", headed=False, contents=True)
            continue
        if scope is not None and scope.documents & documents:
            documents = scope.documents & documents
        left = rest if scope is None else scope.rest
        asks = still_asks(left)
        contents = asks_contents(left, of_chapter=reference.headed)
        if reference.says and not asks and not contents:
            continue  # "waarover gaat hoofdstuk 2": that is told elsewhere
        sections = table.find(reference, documents)
        if not sections and not contents and reference.noun == ARTICLE and names_law(owner):
            elsewhere = True
            continue  # a document about a law is not the law
        firm = reference.noun not in COUNTED
        made = Chapter(rest if asks else text, sections, reference.shown, reference.headed, firm, contents)
        if sections:
            return made
        if reference.firm or reference.noun in CAPTIONED:
            absent = absent or replace(made, firm=reference.firm, captioned=name_captioned(reference))
    return None if elsewhere else absent

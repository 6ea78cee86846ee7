"""A chapter as a constraint: "in hoofdstuk 3", "in het hoofdstuk over wonen", "volgens de samenvatting".

The answer comes from passages under a heading that the words name, and the words themselves are not looked for. What a
heading says is all there is to go by: a document whose chapters have no headings has none.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from assistant.answer.chapterwords import Reference, find_references, leave_out, names_owner
from assistant.answer.numbering import PLAIN, is_within, list_beginnings, read_numbering
from assistant.answer.scope import find_scope, names_any, still_asks
from assistant.dutch import analyse, content_stems, fold
from assistant.index import Index
from assistant.index.contents import Contents, Run
from assistant.types import DocumentRecord, Section

_CONTAINERS = frozenset(("deel", "titel", "afdeling"))
"""Labels of what chapters may lie in."""
_DEPTH = 1
"""Headings that may stand above the first number of a chapter: the title. Deeper a numbered heading counts other things."""
_BEGIN, _ENDING = 3, 2
"""Letters that a stem shares with nearly all its words, and those at its end that may differ in them."""
_MOST_NAME = 6
"""Words of a heading that may still be that of a summary or the like, besides its number."""
_WHOLE = 1.0
_ANNEXES = ("bijlage", "annex", "appendix")
_OPENING = frozenset(("voorwoord", "inleiding"))
"""Parts at the head of a document. On a page with a large picture their heading may stand behind their text."""

Fits = Callable[[str, tuple[str, ...]], str | None]
"""Gives the heading of a path, below a document's title, that a reference names; None when there is none."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Where a question wants its answer from: `rest` is the question without the words for it.

    `sections` are empty when none of the documents has the chapter; `shown` then names it.
    """

    rest: str
    sections: tuple[Section, ...]
    shown: str


def read_chapter(text: str, index: Index, allowed: Collection[str]) -> Chapter | None:
    """Give the chapter that a question names, in the documents with the allowed ids; None when it names none.

    With two chapters both are looked in.
    """
    text = " ".join(text.split())
    found = find_references(text)
    if not found:
        return None
    table = _Table(index.contents, index.records(), frozenset(allowed))
    if len(found) == 1:
        return _read_one(text, found[0], table)
    rest, chapters = text, list[Chapter]()
    for ways in reversed(found):  # what stands before them keeps its place
        chapter = _read_one(rest, ways, table)
        if chapter is not None:
            rest, chapters = chapter.rest, [chapter, *chapters]
    absent = next((chapter for chapter in chapters if not chapter.sections), None)
    if absent is not None or not chapters:
        return absent and Chapter(text, (), absent.shown)
    sections = tuple(dict.fromkeys(section for chapter in chapters for section in chapter.sections))
    return Chapter(rest, sections, "")


@dataclass(frozen=True, slots=True)
class _Table:
    """The headings of an index, and the documents that may be looked in."""

    contents: Contents
    records: Sequence[DocumentRecord]
    allowed: frozenset[str]

    def find(self, reference: Reference, documents: frozenset[str]) -> tuple[Section, ...]:
        """Give the sections that a reference names, in these documents."""
        ways = _choose_fits(reference)
        if not ways:
            return ()
        annexes: list[int] = []
        if reference.noun == "bijlage":
            annexes = [
                place
                for place, record in enumerate(self.records)
                if _is_annex(_fold(record.title), record.title)
            ]
        runs = [
            run
            for run in self.contents.find(_list_pieces(reference), annexes)
            if self.records[run.document].id in documents
        ]
        for fits in ways:
            sections = tuple(self._keep(runs, fits))
            if sections:
                return self._reach_back(sections) if reference.noun in _OPENING else sections
        return ()

    def _keep(self, runs: Sequence[Run], fits: Fits) -> Iterator[Section]:
        """Yield the sections of the runs that fit; those that follow each other under one heading are one."""
        last: Section | None = None
        owner = -1
        for run in runs:
            heading = fits(self.records[run.document].title, run.path)
            if heading is None:
                continue
            heading = " ".join(heading.split())
            if last is not None and (owner, last.heading, last.stop) == (run.document, heading, run.first):
                last = replace(last, stop=run.stop)
                continue
            if last is not None:
                yield last
            last, owner = Section(heading, run.first, run.stop), run.document
        if last is not None:
            yield last

    def _reach_back(self, sections: Sequence[Section]) -> tuple[Section, ...]:
        """Give sections with the passages right before each one that stand under no heading but the title."""
        runs = self.contents.runs
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
        title = _fold(self.records[document].title)
        return run.document == document and all(_fold(heading) == title for heading in run.path)


def _read_one(text: str, ways: Sequence[Reference], table: _Table) -> Chapter | None:
    """Give the chapter of one reference, in the first way of reading it that a document has."""
    absent: Chapter | None = None
    elsewhere = False
    for reference in ways:
        rest, documents = leave_out(text, reference), table.allowed
        owner = names_owner(text, reference)
        scope = find_scope(rest, table.records)
        if owner and scope is None and not names_any(owner):
            elsewhere = True
            continue  # the chapter of a law or of a book that is not here
        if scope is not None and scope.documents & documents:
            documents = scope.documents & documents
        asks = still_asks(rest if scope is None else scope.rest)
        if not asks and reference.says:
            continue  # "waarover gaat hoofdstuk 2": that is told elsewhere
        sections = table.find(reference, documents)
        if sections:
            return Chapter(rest if asks else text, sections, reference.shown)
        if reference.firm:
            absent = absent or Chapter(rest if asks else text, (), reference.shown)
    return None if elsewhere else absent


_fold = lru_cache(maxsize=50_000)(fold)


def _list_pieces(reference: Reference) -> tuple[str, ...]:
    """Give pieces of which every folded heading that a reference may name holds one."""
    if reference.numbers:
        numbers = [one for number in reference.numbers for one in number]
        return tuple(dict.fromkeys(way for one in numbers for way in list_beginnings(reference.noun, one)))
    if reference.names:
        return _ANNEXES if reference.names == ("bijlage",) else reference.names
    begins = [stem[: max(_BEGIN, len(stem) - _ENDING)] for stem in content_stems(reference.title)]
    return (max(begins, key=len),) if begins else ()


def _choose_fits(reference: Reference) -> tuple[Fits, ...]:
    """Give the ways in which a heading may fit, the strictest first; the next only where no heading fits the one before."""
    if reference.numbers:
        return (partial(_find_numbered, reference),)
    if reference.names == ("bijlage",):
        return (_find_annex,)
    if reference.names:
        return (partial(_find_named, reference.names),)
    stems = tuple(dict.fromkeys(content_stems(reference.title)))
    if not stems:
        return ()
    return tuple(partial(_find_titled, reference.noun, stems, share) for share in (_WHOLE, 0.0))


def _find_numbered(reference: Reference, title: str, path: tuple[str, ...]) -> str | None:
    plain = PLAIN if reference.firm and reference.noun != "bijlage" else reference.noun
    wanted = [one for number in reference.numbers for one in number]
    outermost = reference.noun == "hoofdstuk" and not any("." in one for one in wanted)
    for place, heading in enumerate(path):
        numbering = read_numbering(heading)
        if numbering is None or heading == title:
            continue
        called = numbering.label in (plain, reference.noun)
        reached = bool(numbering.label) or not outermost or place <= _DEPTH
        if called and reached and _hold_any(numbering.values, wanted):
            return heading
        if outermost and numbering.label not in _CONTAINERS:
            return None
    return None


def _hold_any(values: Collection[str], wanted: Sequence[str]) -> bool:
    return any(is_within(value, one) for value in values for one in wanted)


def _find_annex(title: str, path: tuple[str, ...]) -> str | None:
    return next((heading for heading in (title, *path) if _is_annex(_fold(heading), heading)), None)


def _is_annex(plain: str, heading: str) -> bool:
    """Tell whether a heading calls what is below it an annex."""
    if not any(name in plain for name in _ANNEXES):
        return False
    numbering = read_numbering(heading)
    return numbering is not None and numbering.label == "bijlage"


def _find_named(names: Sequence[str], title: str, path: tuple[str, ...]) -> str | None:
    for heading in path:
        words = _read_words(heading)
        if len(words) > _MOST_NAME or _fold(heading) == _fold(title):
            continue
        if " ".join(words) in names or any(word.endswith(name) for word in words for name in names):
            return heading
    return None


@lru_cache(maxsize=50_000)
def _read_words(heading: str) -> tuple[str, ...]:
    """Give the words of a heading, folded, without its number and signs."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(heading)).split()
    return tuple(word for word in words if word.isalpha())


def _find_titled(
    noun: str, stems: Sequence[str], share: float, title: str, path: tuple[str, ...]
) -> str | None:
    """Give the first heading that holds all stems: as words of their own, or with a lower share in compounds too."""
    if noun == "bijlage" and _find_annex(title, path) is None:
        return None
    for heading in path:
        plain = _fold(heading)
        if all(stem[:_BEGIN] in plain for stem in stems) and plain != _fold(title):
            held = _analyse(heading)
            if all(held.get(stem, 0.0) > 0.0 and held[stem] >= share for stem in stems):
                return heading
    return None


@lru_cache(maxsize=10_000)
def _analyse(heading: str) -> dict[str, float]:
    return dict(analyse(heading).stems)

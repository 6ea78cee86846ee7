"""The way of a question to its answer: in its conversation, of the documents it names, whole or in its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import compose_answer
from assistant.answer.captions import names_captioned
from assistant.answer.chapters import Chapter, read_chapter
from assistant.answer.comparison import join_halves, join_sides, names_both, read_comparison
from assistant.answer.conversation import (
    choose_reading,
    find_spoken_document,
    is_as_asked,
    make_turn,
    resolve,
    weigh_alone,
)
from assistant.answer.conversation_turns import Turn
from assistant.answer.declining import decline_absent, name_absent
from assistant.answer.evidence import MOST_PASSAGES
from assistant.answer.halves import read_halves
from assistant.answer.kinds import QuestionKind
from assistant.answer.overview import tell_contents
from assistant.answer.question import parse_question
from assistant.answer.reply import identify
from assistant.answer.scope import read_scope
from assistant.answer.telling import say_neither
from assistant.answer.viewing import views_part
from assistant.assistant.defining import add_defining
from assistant.assistant.view import View
from assistant.index import Index
from assistant.index.clipping import Clip
from assistant.types import Answer, Completeness, Filters, Hit

Search = Callable[[Index, str, Filters, int], list[Hit]]
"""What finds the best passages of an index for words, within filters, so many at most."""
_DOCUMENT_PASSAGES = 40
"""Passages that are found where documents are asked for; for other questions those that are weighed."""
_TAKEN_OVER = 600
"""Characters that a follow-up may take over from the conversation."""


def _shows_another(answer: Answer, chapter: Chapter) -> bool:
    """Tell whether only a table is asked for that is not known, and what is quoted does not name it."""
    return chapter.contents and not any(
        names_captioned(citation.quote, chapter.captioned) for citation in answer.citations[:1]
    )


def _differ(one: Answer, other: Answer) -> bool:
    """Tell whether two answers say something else: another short answer, or another first quotation."""
    first, second = (
        [(citation.document_id, citation.span) for citation in answer.citations[:1]]
        for answer in (one, other)
    )
    return (one.short, first) != (other.short, second)


@dataclass(frozen=True, slots=True)
class Inquiry:
    """Where an answer is sought: one view of the index, what the filters allow; `limit` bounds the quotations.

    `unknown` is a table that the question names and that is not known as such.
    """

    view: View
    search: Search
    filters: Filters = Filters()  # noqa: RUF009
    limit: int = 5
    unknown: str | None = None

    def answer_follow_up(self, asked: str, turns: Sequence[Turn]) -> Answer | None:
        """Answer a question as its conversation makes it whole; None when it stands alone.

        Where it may stand alone too, it is asked both ways. What was not chosen is the answer's suggestion where
        the documents answer it otherwise.
        """
        if views_part(asked):
            spoken = {find_spoken_document(turns)} & self.view.chosen(self.filters)
            viewed = self._of_documents(tuple(map(str, spoken))).answer(asked) if spoken else None
            return viewed if viewed is not None and viewed.answered else None
        readings = [reading for reading in resolve(asked, turns) if len(reading) <= len(asked) + _TAKEN_OVER]
        carried = [self.answer(reading) for reading in readings if not is_as_asked(reading, asked)]
        if len(carried) == len(readings):
            return choose_reading(carried) if carried else None
        alone = self.answer(asked)
        if not carried:
            return alone
        other = choose_reading(carried)
        chosen = weigh_alone(other, alone, asked, find_spoken_document(turns))
        if chosen is alone and alone.answered and other.answered and _differ(alone, other):
            return replace(alone, suggestions=(other.question,))
        return chosen

    def answer(self, text: str) -> Answer:
        """Answer a question, of the documents and from the chapter, article or page alone that it names."""
        chapter = read_chapter(text, self.view.index, self.view.chosen(self.filters))
        if chapter is None:
            return self._answer_of_named(text)
        limited = self._within(chapter)
        told = limited._tell_contents(text, chapter) if chapter.contents else None
        if told is not None:
            return told
        answer = limited._answer_of_named(chapter.rest)
        answer = replace(answer, id=identify(self.view.index.generation, text), question=text)
        if chapter.sections or not (chapter.firm or _shows_another(answer, chapter)):
            return answer
        return decline_absent(answer, name_absent(chapter), self.view.library.templates)

    def _within(self, chapter: Chapter) -> Inquiry:
        """Give the inquiry kept to a chapter; one that is not known for sure limits nothing, and is told."""
        unknown = None if chapter.sections or chapter.firm else chapter.shown
        return replace(self, filters=replace(self.filters, sections=chapter.sections), unknown=unknown)

    def _tell_contents(self, text: str, chapter: Chapter) -> Answer | None:
        """Tell what stands in a chapter; None where none is found."""
        library, looked_at = self.view.library, self._completeness()
        return tell_contents(
            text, chapter.sections, self.view.index, library.readings, library.templates, looked_at
        )

    def _completeness(self) -> Completeness:
        return replace(self.view.completeness(self.filters), unknown=self.unknown)

    def _answer_of_named(self, text: str) -> Answer:
        """Answer a question, of the documents alone that it names."""
        scope = read_scope(text, self.view.index.records())
        named = self.view.chosen(self.filters) & scope.documents if scope else frozenset()
        if scope and named:
            answer = self._of_documents(tuple(sorted(named)))._answer_whole_or_halves(scope.rest)
            return replace(answer, id=identify(self.view.index.generation, text), question=text)
        return self._answer_whole_or_halves(text)

    def find_evidence(self, text: str) -> list[Hit]:
        """Give the passages whose sentences are weighed for an answer."""
        asks_documents = parse_question(text).kind is QuestionKind.DOCUMENTS
        limit = _DOCUMENT_PASSAGES if asks_documents else MOST_PASSAGES
        hits = add_defining(
            text, self.search(self.view.index, text, self.filters, limit), self.view.index, self.filters
        )
        clip = Clip(self.view.index, self.filters.sections)
        return [replace(hit, passage=passage) for hit in hits for passage in clip.cut(hit.passage)]

    def _of_documents(self, documents: tuple[str, ...]) -> Inquiry:
        return replace(self, filters=replace(self.filters, documents=documents))

    def _answer_whole_or_halves(self, text: str) -> Answer:
        """Answer a question for everything, two questions in one, or any other."""
        counted = self.view.count(text, self.filters)
        if counted is not None:
            return counted
        halves = read_halves(text)
        if halves is not None:
            found = [self._answer_part(halves[0].question)]
            turns = (make_turn(found[0], ()),) if halves[1].follows else ()
            second = self.answer_follow_up(halves[1].question, turns)
            found.append(second or self._answer_part(halves[1].question))
            templates = self.view.library.templates
            whole = replace(found[0], id=identify(self.view.index.generation, text), question=text)
            if any(answer.answered for answer in found):
                return join_halves(whole, halves, found, templates)
            neither = say_neither(whole, found, templates)
            if neither is not None:
                return neither
        return self.view.complete(self._answer_whole(text), self.filters)

    def _answer_part(self, text: str) -> Answer:
        """Answer one of two questions: counted over the whole index, or any other."""
        return self.view.count(text, self.filters) or self._answer_whole(text)

    def _answer_whole(self, text: str) -> Answer:
        """Answer one question, with both sides of a comparison asked apart where no quotation compares them."""
        view, filters = self.view, self.filters
        # What a document says outside the chapter that is asked for is known to be said.
        library, looked_at = view.library_within(replace(filters, sections=())), self._completeness()
        answer = compose_answer(text, self.find_evidence(text), library, looked_at, limit=self.limit)
        sides = read_comparison(text)
        if sides is None or names_both(answer, sides):
            return answer
        answers = [self._answer_whole_or_halves(side.question) for side in sides]
        return join_sides(answer, sides, answers, view.library.templates)

"""The way of a question to its answer: in its conversation, of the documents it names, whole or in its parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import compose_answer
from assistant.answer.apart import Side
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
from assistant.answer.editions import Edition, find_absent_edition
from assistant.answer.evidence import MOST_PASSAGES
from assistant.answer.halves import read_halves
from assistant.answer.keptnouns import keeps_noun
from assistant.answer.kinds import QuestionKind
from assistant.answer.namedcounts import read_count
from assistant.answer.namedsides import read_sides, speaks_of_subject
from assistant.answer.obstacles import Obstacle
from assistant.answer.overview import tell_contents
from assistant.answer.question import parse_question
from assistant.answer.reply import identify
from assistant.answer.ruleterms import ask_as_rule, says_as_rule
from assistant.answer.scope import Scope, read_scope
from assistant.answer.seconding import keeps_subject, prefer_named, suffices
from assistant.answer.standpoints import LEAST_PROGRAMMES, ask_documents
from assistant.answer.telling import say_neither
from assistant.answer.titlenames import Named, find_named, without_known
from assistant.answer.viewing import views_part
from assistant.answer.wording import write_text
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

    `unknown` is a table that the question names and that is not known as such; `known` are the words of the question
    that name the documents in which it is sought.
    """

    view: View
    search: Search
    filters: Filters = Filters()  # noqa: RUF009
    limit: int = 5
    unknown: str | None = None
    known: tuple[str, ...] = ()

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
        """Answer a question; one for how long a rule holds also as rules say it, where that is the surer answer."""
        answer, other = self._answer_within_named(text), ask_as_rule(text)
        if other is None:
            return answer
        second = self._answer_within_named(other)
        told = second.answered and bool(second.citations) and says_as_rule(other, second.citations[0].quote)
        if not told or (answer.answered and answer.confidence >= second.confidence):
            return answer
        return replace(second, id=identify(self.view.index.generation, text), question=text)

    def _answer_within_named(self, text: str) -> Answer:
        """Answer a question, of the documents and from the chapter, article or page alone that it names."""
        chapter = read_chapter(text, self.view.index, self.view.chosen(self.filters))
        if chapter is None:
            return self._answer_of_named(text)
        limited = self._within(chapter)
        told = limited._tell_contents(text, chapter) if chapter.contents else None
        if told is not None:
            return told
        answer = limited._answer_of_named(chapter.rest)
        if chapter.sections and not (chapter.firm or answer.answered):
            return self._answer_of_named(text)  # what is said of it elsewhere
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
        """Answer a question, of the documents alone that it names, or of the programmes of parties where it asks which."""
        asked = ask_documents(text)
        programmes = self.view.programmes & self.view.chosen(self.filters) if asked else frozenset()
        if asked and len(programmes) >= LEAST_PROGRAMMES:
            answer = self._of_documents(tuple(sorted(programmes)))._answer_whole_or_halves(asked)
            if answer.answered:
                answer = replace(answer, id=identify(self.view.index.generation, text), question=text)
                return write_text(answer, self.view.library.templates)
        scope = read_scope(text, self.view.index.records())
        named = self.view.chosen(self.filters) & scope.documents if scope else frozenset()
        if scope and named:
            return self._answer_of_scope(text, scope, named)
        return self._answer_of_called(text)

    def _answer_of_scope(self, text: str, scope: Scope, named: frozenset[str]) -> Answer:
        """Answer a question of the documents of a kind or date, and of those the one alone that it also calls by its name."""
        chosen, known = self.view.chosen(self.filters), self.known
        called = find_named(text, self.view.names, self.view.spread)
        if len(called) == 1 and called[0].documents & chosen:
            edition = find_absent_edition(text, called[0], self.view.index.records())
            if edition is not None and called[0].documents.isdisjoint(named):
                return self._tell_edition(text, called[0], edition)
            if called[0].documents & named:
                named, known = called[0].documents & named, (*called[0].known, *called[0].names)
        within = replace(self._of_documents(tuple(sorted(named))), known=known)
        answer = within._answer_whole_or_halves(scope.rest)
        return replace(answer, id=identify(self.view.index.generation, text), question=text)

    def _answer_of_called(self, text: str) -> Answer:
        """Answer a question; also of the documents alone that it calls by their name, where that answers it better."""
        chosen = self.view.chosen(self.filters)
        found = find_named(text, self.view.names, self.view.spread)
        found = tuple(named for named in found if named.documents & chosen)
        sides = read_sides(text, found) if len(found) > 1 else ()
        if sides:
            return self._answer_sides(text, sides, found)
        if len(found) != 1:
            return self._answer_whole_or_halves(text)
        named = found[0]
        edition = find_absent_edition(text, named, self.view.index.records())
        if edition is not None:
            return self._tell_edition(text, named, edition)
        counted = read_count(text, named)
        within = self._of_documents(tuple(sorted(named.documents & chosen)))
        if counted is not None and (tally := within.view.count(counted, within.filters)) is not None:
            return replace(tally, id=identify(self.view.index.generation, text), question=text)
        if named.firm:
            return self._answer_within(text, named)
        first = self._answer_whole_or_halves(text)
        if first.tally is not None or first.kind == QuestionKind.DOCUMENTS:
            return first
        library = self.view.library
        if first.answered and not keeps_noun(first, named, library):
            first = decline_absent(first, Obstacle(), library.templates)
        if suffices(first, named):
            return first
        return prefer_named(first, self._answer_within(text, named), named, library.readings)

    def _tell_edition(self, text: str, named: Named, edition: Edition) -> Answer:
        """Tell that the document of the year that is asked for is not there, with the nearest of those that are."""
        found = self._of_called(named)._answer_whole_or_halves(named.rest)
        found = replace(found, id=identify(self.view.index.generation, text), question=text)
        return decline_absent(found, Obstacle(edition=edition), self.view.library.templates)

    def _answer_within(self, text: str, named: Named) -> Answer:
        """Answer a question of the documents alone that it names, where they speak of what is asked."""
        library = self.view.library
        answer = self._of_called(named)._answer_whole_or_halves(text)
        kept = keeps_subject(answer, named, library.rarity) and keeps_noun(answer, named, library)
        if not answer.answered or kept:
            return answer
        return decline_absent(answer, Obstacle(), library.templates)

    def _of_called(self, named: Named) -> Inquiry:
        """Give the inquiry in the documents that a question names, of which their names need not be met."""
        documents = named.documents & self.view.chosen(self.filters)
        return replace(self._of_documents(tuple(sorted(documents))), known=named.known)

    def _answer_sides(self, text: str, sides: Sequence[Side], named: Sequence[Named]) -> Answer:
        """Answer a question that puts documents side by side: of each its own, where it speaks of the subject."""
        templates = self.view.library.templates
        answers = []
        for side, one in zip(sides, named, strict=True):
            answer = self._of_called(one)._answer_whole_or_halves(side.question)
            edition = find_absent_edition("", one, self.view.index.records())
            if edition is not None or (answer.answered and not speaks_of_subject(answer, side, one)):
                answer = decline_absent(answer, Obstacle(edition=edition), templates)
            answers.append(answer)
        whole = decline_absent(answers[0], Obstacle(), templates)
        whole = replace(whole, id=identify(self.view.index.generation, text), question=text)
        return join_sides(replace(whole, completeness=self._completeness()), sides, answers, templates)

    def find_evidence(self, text: str) -> list[Hit]:
        """Give the passages whose sentences are weighed for an answer."""
        asks_documents = parse_question(text).kind is QuestionKind.DOCUMENTS
        limit = _DOCUMENT_PASSAGES if asks_documents else MOST_PASSAGES
        sought = without_known(text, self.known)
        hits = self.search(self.view.index, sought, self.filters, limit)
        hits = add_defining(sought, hits, self.view.index, self.filters)
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
        answer = compose_answer(
            text, self.find_evidence(text), library, looked_at, limit=self.limit, known=self.known
        )
        sides = read_comparison(text)
        if sides is None or names_both(answer, sides):
            return answer
        answers = [self._answer_whole_or_halves(side.question) for side in sides]
        return join_sides(answer, sides, answers, view.library.templates)

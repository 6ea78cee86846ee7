"""Who came after somebody, where the sentence says only "zij": "De raad verwelkomt Els Mol; zij volgt Jan Bos op."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.candidate import Candidate
from assistant.answer.names import Name, find_names
from assistant.answer.question import Question
from assistant.answer.succession import (
    asks_successor,
    find_predecessor_verb,
    find_pronoun,
    names_asked,
)


def find_unnamed_successor(question: Question, unit: Unit, names: Sequence[Name]) -> Iterator[Candidate]:
    """Give the person for whom a pronoun stands that follows somebody whom the question names.

    The last one named before the pronoun in its sentence, or else the one person of the sentence before.
    """
    asked = asks_successor(question.text)
    if asked is False:
        yield from _find_predecessor(question, unit, names)
        return
    place = find_pronoun(unit.text) if asked else None
    if place is None:
        return
    persons = [name for name in names if _may_be_person(name)]
    if not any(names_asked(question, name.text) for name in persons if name.span.start > place):
        return
    ahead = [name for name in persons if name.span.end <= place and not names_asked(question, name.text)]
    if ahead:
        yield Candidate(ahead[-1].span.shift(unit.span.start), 1.0)
        return
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    others = find_names(unit.reading, before[-1]) if before else ()
    found = [name for name in others if _may_be_person(name)]
    if len(found) == 1 and not names_asked(question, found[0].text):
        yield Candidate(found[0].span.shift(before[-1].start), 0.9)


def _find_predecessor(question: Question, unit: Unit, names: Sequence[Name]) -> Iterator[Candidate]:
    """Give whom a pronoun came after, where the sentence before names the one whom the question asks about: "Zij volgde Jan Bos op"."""
    place = find_predecessor_verb(unit.text)
    before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
    if place is None or not before:
        return
    spoken_of = find_names(unit.reading, before[-1])
    others = [name for name in spoken_of if name.kind == "person" and not names_asked(question, name.text)]
    if others or not any(names_asked(question, name.text) for name in spoken_of):
        return
    for name in names:
        if _may_be_person(name) and name.span.start >= place:
            yield Candidate(name.span.shift(unit.span.start), 1.0, anchor=unit.span)
            return


def _may_be_person(name: Name) -> bool:
    """Tell whether a name is that of a person, or may be one whose first name is not known."""
    return name.kind == "person" or (name.kind == "name" and " " in name.text)

"""Another name in the place of the one that is asked: "In België werden de laboratoria bezocht" for "in Nederland".

A sentence near which the name of a question is said may still tell of another: where it has another name behind the same
preposition, says of another what is asked of this one, or speaks of what was said to be another's ("de delegatie", of Lier,
for "de delegatie van Mol"). Only where the name stands neither in the sentence nor in a heading above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answer.adjectives import is_adjective
from assistant.answer.constraints import Atlas
from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.names import find_names
from assistant.answer.question import Question
from assistant.dutch import STOP_WORDS, fold
from assistant.dutch import stem as stem_word
from assistant.dutch.verbs import find_infinitive
from assistant.types import BlockKind, RegionValue, Span

_KINDS = frozenset(QuestionKind) - {
    QuestionKind.DOCUMENTS,
    QuestionKind.TOPIC,
    QuestionKind.YESNO,
    QuestionKind.DEFINITION,
    QuestionKind.COMPARISON,
}
"""Kinds that one value, name or sentence answers; for yes and no `bearing.py` looks for the names."""
_NAMED = frozenset({QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.PLACE, QuestionKind.LIST})
"""Kinds that names answer, so that a name in the sentence may be the answer."""
_SORT = r"(?:[a-zà-ÿ]{0,12}(?:regio|gemeente|provincie|stad|streek|dorp|wijk|land|bedrijf|firma|stichting|netwerk) )?"
_NAME = (
    r"[A-ZÀ-Þ][\w’'.&-]*[\w’'](?: (?:(?:van|de|den|der|het|aan|op|en) ){0,2}[A-ZÀ-Þ][\w’'.&-]*[\w’']){0,4}"
)
_THING = r"(?:(?:de|het) (?:[a-zà-ÿ]{3,20} )?)?"
_PLACED = re.compile(
    rf"(?<![\w-])(?P<word>(?i:in|te|uit|aan|naar|namens|bij|met)) {_THING}{_SORT}(?P<name>{_NAME})(?![\w-])"
)
"""A name behind a preposition."""
_OF = re.compile(
    rf"(?<![\w-])(?P<noun>[A-Za-zà-ÿ-]{{4,}}) (?P<word>van|in|aan|naar|bij|met|uit) (?:de |het )?{_SORT}(?P<name>{_NAME})(?![\w-])"
)
"""A noun, and the name that it is of."""
_ASKED_OF = re.compile(rf"(?<![\w-])(?P<verb>[a-z]{{2,}}) {_THING}{_SORT}(?P<name>{_NAME})(?![\w-])")
"""The verb of a question with whom it is asked of."""
_SAID_OF = re.compile(
    rf"(?:(?:De|Het) (?:[a-zà-ÿ]{{3,20}} )?|(?:Ook|Maar) {_THING})?{_SORT}(?P<name>{_NAME}) (?P<verb>[a-z]{{2,}})\b"
)
"""What a sentence begins with: whom it is about, and what that one does."""
_SORTED = re.compile(rf"(?<![\w-])(?P<sort>[A-Za-zà-ÿ][a-zà-ÿ-]{{4,}}) (?P<name>{_NAME})(?![\w-])")
"""A name behind the noun for what it is: "bedrijventerrein De Vonder"."""
_ADJECTIVE = re.compile(r"(?:se|sch|sche)$")
_LEAST_LETTERS = 3
_MOST_INITIALS = 6
_HAS = frozenset({"hebben", "tellen", "kennen", "bevatten", "omvatten", "bezitten"})
"""Verbs of which one may stand for another: what there is of something."""
_OPENING = 300
"""Letters at the head of a document that tell what it is about."""
_ASIDE = re.compile(
    r"\b(?:na|zoals|als|dan|voorbeeld|ervaring(?:en)?)(?: (?:de|het|een|eerdere?|een eerdere?))?(?: [a-zà-ÿ-]+)? $",
    re.IGNORECASE,
)
"""What stands before a place that is told of aside: "na een proef in Rotterdam"."""
_WITHIN = frozenset({"in", "te"})
_HELPING = {form: "hebben" for form in ("heeft", "hebben", "had", "hadden")} | {
    form: "zijn" for form in ("is", "zijn", "was", "waren")
}
_HEAD = 4
"""Letters before the preposition with which a sentence opens: a quotation mark, "Ook "."""


@dataclass(frozen=True, slots=True)
class _Slot:
    """Where the name of a question stands: behind a preposition, and behind a noun before that, as who does the verb, or
    behind the noun for what it is."""

    name: str
    word: str = ""
    noun: str = ""
    verb: str = ""
    sort: str = ""


def mark_rivals(question: Question, units: Sequence[Unit], atlas: Atlas) -> None:
    """Add to `lacks` of each unit the name of the question in the place of which another stands."""
    slots = _find_slots(question) if question.kind in _KINDS else []
    if not slots:
        return
    for unit in units:
        for slot in slots:
            if unit.reading.blocks[unit.block].kind is BlockKind.ROW or _holds(slot.name, unit.text):
                continue
            if _tells_of_rival(question, unit, slot, atlas):
                unit.lacks = tuple(dict.fromkeys((*unit.lacks, slot.name)))


def _find_slots(question: Question) -> list[_Slot]:
    """Give the slots of the names of a question that a text would repeat as they are: neither initials nor adjectives."""
    slots = [_Slot(found["name"], found["word"].lower()) for found in _PLACED.finditer(question.text)]
    slots.extend(
        _Slot(found["name"], found["word"], noun=stem_word(fold(found["noun"])))
        for found in _OF.finditer(question.text)
    )
    if question.kind not in _NAMED - {QuestionKind.PLACE}:
        for found in _ASKED_OF.finditer(question.text):
            verb = _find_verb(found["verb"])
            if verb is not None:
                slots.append(_Slot(found["name"], verb=verb))
    for found in _SORTED.finditer(question.text):
        sort = fold(found["sort"])
        if not (is_adjective(sort) or find_infinitive(sort) or sort in STOP_WORDS):
            slots.append(_Slot(found["name"], sort=sort))
    return [slot for slot in slots if _is_whole(slot.name)]


def _is_whole(name: str) -> bool:
    """Tell whether a name is no initials, no adjective and no half of a compound."""
    last = name.rpartition("-")[2]
    initials = name.replace("-", "").isupper() and len(name) <= _MOST_INITIALS
    return not (initials or _ADJECTIVE.search(name) or ("-" in name and last.islower()))


def _is_above(name: str, unit: Unit, rival: str) -> bool:
    """Tell whether a name stands in a heading or the title above a unit, or at the head of the text, and its rival does not."""
    reading = unit.reading
    document = reading.document
    above = " ".join((document.title, *map(reading.text_of, reading.parents[unit.block])))
    return any(_holds(name, text) and not _holds(rival, text) for text in (above, document.text[:_OPENING]))


def _are_one(unit: Unit, name: str, other: str) -> bool:
    """Tell whether a document gives one of two names in brackets behind the other: "Staatsbosbeheer (SBB)"."""
    text = unit.reading.document.text
    return f"{name} ({other})" in text or f"{other} ({name})" in text


def _holds(name: str, text: str) -> bool:
    """Tell whether a text has a word of a name, or its initials."""
    plain = fold(text)
    words = [word for word in re.split(r"[\s.&-]+", name) if word[:1].isupper()]
    if any(fold(word)[:5] in plain for word in words if len(word) >= _LEAST_LETTERS):
        return True
    initials = "".join(word[0] for word in words)
    return len(initials) > 1 and initials in text


def _tells_of_rival(question: Question, unit: Unit, slot: _Slot, atlas: Atlas) -> bool:
    """Tell whether a unit has a rival in the slot, or speaks of what is said of one just before."""
    if slot.verb:
        return _does_the_same(question, unit, slot)
    if slot.sort:
        alike = [found for found in _SORTED.finditer(unit.text) if fold(found["sort"]) == slot.sort]
        return bool(alike) and all(_is_rival(question, unit, slot, found, atlas) for found in alike)
    if slot.noun:
        return _is_of_other(question, unit, slot, atlas)
    before = _text_before(unit)
    near = _holds(slot.name, before)
    alike = [told for told in _PLACED.finditer(unit.text) if told["word"].lower() == slot.word]
    if any(_lies_within(told["name"], slot.name, atlas) for told in alike):
        return False
    for told in alike:
        if not _is_rival(question, unit, slot, told, atlas):
            continue
        topical = told.start() <= _HEAD or slot.word == "namens"
        if topical or (not near and question.kind not in _NAMED):
            return True
    return slot.word in _WITHIN and _is_placed_elsewhere(question, unit, slot, atlas)


def _is_placed_elsewhere(question: Question, unit: Unit, slot: _Slot, atlas: Atlas) -> bool:
    """Tell whether what a unit tells is placed by the sentences before it in its block, or the heading above, in a rival."""
    reading = unit.reading
    start = reading.blocks[unit.block].span.start
    before = reading.document.text[start : unit.span.start]
    if _holds(slot.name, before):
        return False
    for text in (before, *map(reading.text_of, reading.parents[unit.block][-1:])):
        places = [
            found
            for found in _PLACED.finditer(text)
            if found["word"].lower() in _WITHIN and not _ASIDE.search(text, 0, found.start())
        ]
        if places:
            return _is_rival(question, unit, slot, places[-1], atlas)
    return False


def _text_before(unit: Unit) -> str:
    """Give what stands before a unit: the rest of its block, and the block before that."""
    reading = unit.reading
    start = reading.blocks[max(0, unit.block - 1)].span.start
    return reading.document.text[start : unit.span.start]


def _is_rival(question: Question, unit: Unit, slot: _Slot, told: re.Match[str], atlas: Atlas) -> bool:
    """Tell whether the name that was found is another one, no part of the answer and no place within that of the question."""
    name = told["name"]
    if _ADJECTIVE.search(name) or _holds(name, question.text) or _is_above(slot.name, unit, name):
        return False
    if _are_one(unit, slot.name, name):
        return False
    own = told.string is unit.text and unit.short is not None
    if (
        own
        and unit.short is not None
        and unit.short.overlaps(Span(*told.span("name")).shift(unit.span.start))
    ):
        return False
    initials = "".join(word[0] for word in slot.name.split() if word[0].isupper())
    return name != initials and not _lies_within(name, slot.name, atlas)


def _lies_within(one: str, other: str, atlas: Atlas) -> bool:
    """Tell whether of two names one is a place in the other, either way round."""
    inner, outer = (
        [fact.value for fact in atlas.find(name) if isinstance(fact.value, RegionValue)]
        for name in (one, other)
    )
    return any(atlas.lies_in(a, b) or atlas.lies_in(b, a) for a in inner for b in outer)


def _does_the_same(question: Question, unit: Unit, slot: _Slot) -> bool:
    """Tell whether a unit begins with another name that does what the question asks of this one."""
    said = _SAID_OF.match(unit.text)
    if said is None or unit.items or _holds(said["name"], question.text):
        return False
    if _are_one(unit, slot.name, said["name"]):
        return False
    verb = _find_verb(said["verb"])
    same = verb == slot.verb or (verb in _HAS and slot.verb in _HAS)
    if verb is None or not same or (verb == "zijn" and _holds(slot.name, _text_before(unit))):
        return False
    names = find_names(unit.reading, unit.span)
    return any(
        name.kind != "person" and name.span.start <= said.start("name") < name.span.end for name in names[:1]
    )


def _find_verb(word: str) -> str | None:
    return _HELPING.get(word) or find_infinitive(fold(word))


def _is_of_other(question: Question, unit: Unit, slot: _Slot, atlas: Atlas) -> bool:
    """Tell whether the noun of the slot is of another name in the unit, or where it was last said before."""
    own = next(_same_noun(unit.text, slot), None)
    if own is not None:
        return _is_rival(question, unit, slot, own, atlas)
    if question.kind in _NAMED - {QuestionKind.PERSON} or not _has_noun(unit.text, slot.noun):
        return False
    before = _text_before(unit)
    if _holds(slot.name, before):
        return False
    last = list(_same_noun(before, slot))[-1:]
    return any(_is_rival(question, unit, slot, told, atlas) for told in last)


def _same_noun(text: str, slot: _Slot) -> Iterator[re.Match[str]]:
    """Yield where a text has the noun of a slot with its preposition and a name."""
    for told in _OF.finditer(text):
        if told["word"] == slot.word and stem_word(fold(told["noun"])) == slot.noun:
            yield told


def _has_noun(text: str, noun: str) -> bool:
    return any(stem_word(fold(word)) == noun for word in re.findall(r"[^\W\d_]{4,}", text))

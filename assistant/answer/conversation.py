"""A conversation: what was asked and answered so far, and a follow-up question made whole with it.

Rules only. A fragment ("En in 2021?", "En Vlaanderen?", "Waarom?", "Door wie?") takes the place of what
it answers to in the question before; a pronoun ("hij", "dat", "daar", "ervan") is replaced by what the
conversation is about; a question without any name of its own is asked about that too. Often two readings
are possible: they are given in the order of likelihood, and the documents decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from assistant.answer.chapterwords import find_references, without_chapters
from assistant.answer.conversation_fragments import fill_in, read_fragment
from assistant.answer.conversation_phrases import (
    find_things,
    find_topic,
    has_own_subject,
    is_specific,
    is_verbal,
    names_topic,
    recall_phrase,
)
from assistant.answer.conversation_pronouns import Antecedents, replace_pronouns
from assistant.answer.cues import PERSON_NOUNS, ROLE_WORDS
from assistant.answer.kinds import QuestionKind
from assistant.answer.references import PAGE
from assistant.dutch import content_stems, fold
from assistant.types import Answer

MOST_TURNS = 8
"""Turns that are looked back over; what was said before them is out of mind."""
_MOST_QUESTION, _MOST_SHORT = 300, 100
"""Characters of a question, and of a short answer, that a follow-up can take over."""
_SURER, _FAR_SURER = 0.2, 0.5
"""How much surer the documents must be of a later reading than of an earlier one, and than of one that stays in the
document that is spoken of."""
_MARKS = re.compile(r"[^\w'’-]+")
_LEAD = re.compile(
    r"^(?:(?:en|maar|oké|ok|dus|ja|goed|dank(?: u| je)?|bedankt|mooi|nou|nog (?:even|iets) over [^:]{1,60}:|trouwens|verder)[\s,.:!]+)+",
    re.IGNORECASE,
)
_CONTINUES = re.compile(r"^(?:en|maar|dus|nou|nog (?:even|iets) over)\b", re.IGNORECASE)
_ABOUT = "als het gaat om"
_FEW_WORDS, _MANY_WORDS = 2, 4
"""Words with content of a question that seldom is whole ("Wie leidt het overleg"), and of one that mostly is."""
_ASIDE = re.compile(r"\b(?:eigenlijk|precies|ook alweer)\b\s*|\bdan(?=\s*[?.!]*$)", re.IGNORECASE)
_THINGS = frozenset((QuestionKind.ORGANISATION, QuestionKind.NAME, QuestionKind.DOCUMENTS))
"""Kinds of which the short answer is a thing that can be spoken about next."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A question as it was understood, what kind it was, and its short answer (None: none, or declined).

    `document` is the id of the document that was quoted first.
    """

    question: str
    kind: str
    short: str | None = None
    document: str | None = None


def make_turn(answer: Answer) -> Turn:
    """Give what is kept of an answer for the questions after it."""
    understood = answer.resolved or _LEAD.sub("", answer.question)
    short = answer.short if answer.answered and answer.short and len(answer.short) <= _MOST_SHORT else None
    document = answer.citations[0].document_id if answer.answered and answer.citations else None
    return Turn(understood[:_MOST_QUESTION], answer.kind, short, document)


def resolve(text: str, turns: Sequence[Turn]) -> tuple[str, ...]:
    """Give the readings of a question in its conversation, the likeliest first; empty when it stands alone.

    A reading that is the question itself says that it may stand alone.
    """
    if not turns:
        return ()
    turns = turns[-MOST_TURNS:]
    asked = " ".join(text.split())
    bare = _LEAD.sub("", asked)
    bare = _count_again(bare, turns)
    placed = _ask_elsewhere(bare, turns[-1].question)
    if placed:
        return (placed,)
    fragment = read_fragment(bare, led=bare != asked)
    if fragment is not None:
        before, short = turns[-1].question, turns[-1].short if _names(turns[-1]) else None
        filled = fill_in(fragment, before, short)
        if filled and len(find_references(filled)) > len(find_references(before)):
            # Another chapter takes the place of the one before.
            filled = fill_in(fragment, without_chapters(before, saying=True), short)
        return (_close(_TWICE.sub(r"\1", filled)),) if filled else ()
    found = [_close(reading) for reading in _read_sentence(bare, turns)]
    return tuple(dict.fromkeys(reading for reading in found if reading))


def _ask_elsewhere(bare: str, before: str) -> str:
    """Give the question before asked of another part of a document, where that is all that is said: "In hoofdstuk 3?"."""
    found = find_references(bare)
    if (
        not found
        or re.fullmatch(r"[\s?!.]*(?:het document)?[\s?!.]*", without_chapters(bare, saying=True), re.I)
        is None
    ):
        return ""
    asked = bare.rstrip(" ?.!")
    if found[0][0].says:
        asked = f"{'op' if found[0][0].noun == PAGE else 'in'} {asked}"
    rest = without_chapters(before, saying=True).rstrip(" ?.!")
    return _close(f"{rest} {asked[:1].lower()}{asked[1:]}")


_TWICE = re.compile(r"\b(hoofdstuk|paragraaf|bijlage)(?: \1)+\b", re.IGNORECASE)
_COUNTED_AGAIN = re.compile(
    r"^hoeveel (?P<verb>zijn|waren|zitten|zaten|worden|werden|komen|kwamen) (?:(?:het|dat) )?er(?P<rest>(?: (?!in |van |bij ).+)?)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhoeveel (?P<rest>.+)", re.IGNORECASE)
_MOST_COUNTED = 3


def _count_again(bare: str, turns: Sequence[Turn]) -> str:
    """Give "hoeveel zijn het er geworden" with the noun that an earlier question counted."""
    again = _COUNTED_AGAIN.match(bare.rstrip(" ?.!"))
    counted = next((noun for turn in reversed(turns) if (noun := _find_counted(turn.question))), None)
    if again is None or counted is None:
        return bare
    return f"hoeveel {counted} {again['verb']} er{again['rest']}"


def _find_counted(question: str) -> str:
    """Give the noun between "hoeveel" and the verb; empty when nothing is counted."""
    found = _COUNTED.search(question)
    words = found["rest"].split() if found else []
    nouns = list(takewhile(lambda word: not is_verbal(word), words))
    return " ".join(nouns) if 0 < len(nouns) <= min(_MOST_COUNTED, len(words) - 1) else ""


def _read_sentence(bare: str, turns: Sequence[Turn]) -> Iterator[str]:
    # Where the answers before were sought is no part of what they were about.
    turns = [replace(turn, question=without_chapters(turn.question)) for turn in turns]
    antecedents = _find_antecedents(turns)
    recalled = recall_phrase(bare, [turn.question for turn in reversed(turns)])
    changed = False
    if recalled == bare and _OF_ANY.match(bare):
        yield bare
        return
    for known in antecedents:
        replaced = replace_pronouns(recalled, known)
        changed = changed or replaced != bare
        if has_own_subject(replaced) or _ABOUT in bare:
            if replaced != bare:
                yield replaced
            continue
        about = "" if known.topic in replaced else f", {_ABOUT} {known.topic}"
        yield f"{replaced.rstrip(' ?.!')}{about}"
        if not changed:
            yield bare
            return


_OF_ANY = re.compile(
    r"(?:wat (?:is|betekent)|(?:wat|hoeveel) kost) een [\w-]+(?: [\w-]+){0,2}[ ?.!]*$|"
    r"wat (?:wordt|verstaat men|bedoelt men|moet ik mij|houdt)\b.*\been [\w-]+ (?:verstaan|bedoeld|voorstellen|in)[ ?.!]*$|"
    r"wat (?:verstaat|bedoelt) men (?:onder|met) een [\w-]+[ ?.!]*$",
    re.IGNORECASE,
)
"""A question for what any thing of a sort is or costs: of the subject before it says nothing."""


def is_as_asked(reading: str, text: str) -> bool:
    """Tell whether a reading is the question itself: then it is asked of the document that was spoken of last."""
    return reading == _close(_LEAD.sub("", " ".join(text.split())))


def continues(text: str) -> bool:
    """Tell whether a question goes on: it says so ("En hoeveel ...", "Maar wanneer ...") or is about hardly anything."""
    return bool(_CONTINUES.match(text.strip())) or _count_words(text) <= _FEW_WORDS


def find_spoken_document(turns: Sequence[Turn]) -> str | None:
    """Give the id of the document that was quoted last; None when nothing was."""
    return next((turn.document for turn in reversed(turns[-MOST_TURNS:]) if turn.document), None)


def _find_antecedents(turns: Sequence[Turn]) -> list[Antecedents]:
    """Give what pronouns may stand for, the likeliest first: the topic of late, or the answer before."""
    persons = {turn.short for turn in turns if turn.kind == QuestionKind.PERSON}
    recent = [turn.question for turn in reversed(turns)]
    recent.sort(key=lambda question: not _says_topic(question))  # of a place or a bare noun little is said
    topics: list[str] = [
        topic for question in recent if (topic := _topic_of(question)) and topic not in persons
    ]
    focus = _find_focus(turns, persons)
    if focus is not None:
        topics.insert(0, focus)
    last = turns[-1]
    moment = last.short if last.kind in (QuestionKind.MOMENT, QuestionKind.PERIOD) else None
    spoken = topics[:1]
    if last.kind in _THINGS and last.short:
        spoken.append(last.short)
    others = [last.question[item.inner : item.end] for item in find_things(last.question) if item.named]
    if others and topics and others[0] not in topics[0]:
        spoken.append(others[0])
    person, place = _last_person(turns), _last_of(turns, QuestionKind.PLACE)
    group = last.short if last.kind == QuestionKind.ORGANISATION else None
    found = [Antecedents(topic, person, place, moment, last.short, last.question) for topic in spoken]
    said = fold(" ".join(f"{turn.question} {turn.short or ''}" for turn in turns))
    found = [replace(known, said=_MARKS.sub(" ", said)) for known in found]
    return [replace(found[0], group=group), *found[1:]] if found else []


def _find_focus(turns: Sequence[Turn], persons: set[str | None]) -> str | None:
    """Give what the conversation is about: until a question without it says what it is about itself.

    "Hoeveel van de Actieagenda komt van het Rijk?" is still about the Actieagenda, and so is "Hoeveel is voor Vlaanderen?".
    """
    focus: str | None = None
    for turn in turns:
        topic = _topic_of(turn.question)
        if not topic or topic in persons or not _says_topic(turn.question):
            continue
        if focus is None or not (fold(focus) in fold(turn.question) or _names_aside(turn.question)):
            focus = topic
    return focus


def _names_aside(question: str) -> bool:
    """Tell whether a short question names only for whom, where or whence: "Hoeveel is voor Vlaanderen?"."""
    named = [phrase for phrase in find_things(question) if phrase.named]
    return continues(question) and bool(named) and all(phrase.preposition in _ASIDES for phrase in named)


_ASIDES = frozenset("voor naar uit bij in".split())


def _topic_of(question: str) -> str | None:
    """Give what a question is about; that of the conversation where it was carried."""
    carried = question.partition(f", {_ABOUT} ")[2].rstrip(" ?.!")
    return carried or find_topic(question)


def _says_topic(question: str) -> bool:
    """Tell whether a question says what it is about: by a name, a noun that tells enough, or what was carried."""
    topic = _topic_of(question)
    return _ABOUT in question or names_topic(question) or (topic is not None and is_specific(topic))


def _last_of(turns: Sequence[Turn], kind: QuestionKind) -> str | None:
    return next((turn.short for turn in reversed(turns) if turn.kind == kind and turn.short), None)


_WHO_IS = re.compile(
    r"wie (?:is|was) (?P<name>[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+)*? ?[A-ZÀ-Þ][\w'’-]+)\s*\?*$", re.IGNORECASE
)


def _last_person(turns: Sequence[Turn]) -> str | None:
    """Give the person last spoken of: whom a question "wie is NAAM" names, or who was the answer; a bare role is none."""
    for turn in reversed(turns):
        asked = _WHO_IS.match(turn.question)
        if asked is not None and _is_personal(asked["name"]):
            return asked["name"]
        if turn.kind == QuestionKind.PERSON and turn.short and not _is_role(turn.short):
            return turn.short
    return None


def _is_personal(name: str) -> bool:
    """Tell whether words are a first and last name, not "de directeur" or an organisation with a small word."""
    words = name.split()
    return len(words) > 1 and words[0][:1].isupper() and words[-1][:1].isupper() and not _is_role(words[0])


def _is_role(words: str) -> bool:
    return fold(words) in PERSON_NOUNS or fold(words) in ROLE_WORDS


def choose_reading(answers: Sequence[Answer]) -> Answer:
    """Give the answer to the reading that the documents bear out: the first, unless a later one is far surer."""
    best = answers[0]
    for answer in answers[1:]:
        if answer.answered and (not best.answered or answer.confidence > best.confidence + _SURER):
            best = answer
    return best


def weigh_alone(carried: Answer, alone: Answer, text: str, spoken: str | None = None) -> Answer:
    """Give the answer to a question as it was asked, or with what the conversation is about.

    A question that can be understood by itself is taken so: what was spoken of before it is carried only where the
    documents are surer of that, and much surer where by itself they do not answer it or it has many words. One that
    goes on is about what was spoken of, unless the documents are much surer of it by itself. The document that was
    `spoken` of last (its id) decides too: what is carried is to be answered from it.
    """
    continued = continues(text)
    if spoken and alone.answered and carried.answered:
        at_home = [
            bool(answer.citations) and answer.citations[0].document_id == spoken
            for answer in (carried, alone)
        ]
        if not at_home[0] and not continued:
            return alone
        if at_home == [True, False] and continued:
            return alone if alone.confidence > carried.confidence + _FAR_SURER else carried
    first, second = (carried, alone) if continued else (alone, carried)
    margin = 0.0 if continued != first.answered and _count_words(text) < _MANY_WORDS else _SURER
    return second if second.answered and second.confidence > first.confidence + margin else first


def _count_words(text: str) -> int:
    """Give how many different words with content a question has."""
    return len(set(content_stems(text)))


def _names(turn: Turn) -> bool:
    return turn.kind in (QuestionKind.PERSON, QuestionKind.ORGANISATION, QuestionKind.NAME)


def _close(text: str) -> str:
    plain = " ".join(_ASIDE.sub("", text).split()).rstrip(" ?.!,")
    return f"{plain[:1].upper()}{plain[1:]}?" if plain else ""

"""What a follow-up can speak of: the topic of the conversation, the thing named last, the persons, the many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answer.conversation_clauses import ABOUT, tell_gist
from assistant.answer.conversation_groups import answers_who, find_many
from assistant.answer.conversation_phrases import find_things
from assistant.answer.conversation_topics import (
    asks_what_is,
    find_local,
    find_teller,
    find_topic,
    is_specific,
    is_telling,
    names_topic,
    tells_topic,
)
from assistant.answer.conversation_turns import Antecedents, Turn
from assistant.answer.cues import ORGANISATION_NOUNS, PERSON_NOUNS, PLACE_NOUNS, ROLE_WORDS
from assistant.answer.kinds import QuestionKind
from assistant.dutch import content_stems, fold

_THINGS = frozenset((QuestionKind.ORGANISATION, QuestionKind.NAME, QuestionKind.DOCUMENTS))
"""Kinds of which the short answer is a thing that can be spoken about next."""
_CONTINUES = re.compile(r"^(?:en|maar|dus|nou|nog (?:even|iets) over)\b", re.IGNORECASE)
_FEW_WORDS = 2
"""Words with content of a question that seldom is whole: "Wie leidt het overleg"."""
_MARKS = re.compile(r"[^\w'’-]+")
_ASIDES = frozenset("voor naar uit bij in".split())
_TITLES = "professor|prof|minister|staatssecretaris|wethouder|schepen|gedeputeerde|deputé|burgemeester|mevrouw|meneer|de heer"
_WHO_IS = re.compile(
    rf"wie (?:is|was) (?P<name>(?:(?:{_TITLES})\.? )?[A-ZÀ-Þ][\w.'’-]*(?: [\w.'’-]+)*?(?: ?[A-ZÀ-Þ][\w'’-]+)?)\s*\?*$",
    re.IGNORECASE,
)


_HOLDS_ROLE = re.compile(
    r"\b[Ww]elke (?:functie|rol|taak|baan) (?:heeft|had|vervult|bekleedt) (?P<name>[A-ZÀ-Þ][\w'’-]+(?: [\w'’-]+)*? ?[A-ZÀ-Þ][\w'’-]+)\s*\?*$"
)


def continues(text: str) -> bool:
    """Tell whether a question goes on: it says so ("En hoeveel ...", "Maar wanneer ...") or is about hardly anything."""
    return bool(_CONTINUES.match(text.strip())) or count_words(text) <= _FEW_WORDS


def count_words(text: str) -> int:
    """Give how many different words with content a question has."""
    return len(set(content_stems(text)))


def find_antecedents(turns: Sequence[Turn]) -> list[Antecedents]:
    """Give what pronouns may stand for, the likeliest first: the topic of late, or the answer before."""
    persons, person = _find_persons(turns), _last_person(turns)
    recent = [turn.question for turn in reversed(turns)]
    recent.sort(key=lambda question: not _says_topic(question))  # of a place or a bare noun little is said
    topics: list[str] = [
        topic for question in recent if (topic := _topic_of(question)) and fold(topic) not in persons
    ]
    focus = find_focus(turns)
    if focus is not None:
        topics.insert(0, focus)
    last = turns[-1]
    named = [last.question[item.inner : item.end] for item in find_things(last.question) if item.named]
    if not topics:  # who gives, or who is spoken of
        topics = [name for name in (*named[-1:], person) if name][:1]
    moment = last.short if last.kind in (QuestionKind.MOMENT, QuestionKind.PERIOD) else None
    spoken = topics[:1]
    if last.kind in _THINGS and last.short:
        spoken.append(last.short)
    if named and topics and named[0] not in topics[0] and fold(named[0]) not in persons:
        spoken.append(named[0])
    place = _last_of(turns, QuestionKind.PLACE)
    group = last.short if last.kind == QuestionKind.ORGANISATION else None
    found = [Antecedents(topic, person, place, moment, last.short, last.question) for topic in spoken]
    said = _MARKS.sub(" ", fold(" ".join(f"{turn.question} {turn.short or ''}" for turn in turns)))
    many, doing, gist = find_many(turns), find_many(turns, doing=True), tell_gist(last.question)
    teller = next((told for turn in reversed(turns) if (told := find_teller(turn.question))), None)
    found = [replace(known, said=said, many=many, doing=doing, gist=gist, teller=teller) for known in found]
    local = find_local(last.question) if found else None
    if local is not None and fold(local.split()[-1]) in fold(found[0].topic):
        local = None
    found = [replace(known, local=local) for known in found]
    return [replace(found[0], group=group), *found[1:]] if found else []


def find_focus(turns: Sequence[Turn]) -> str | None:
    """Give what the conversation is about: until a question without it says what it is about itself.

    "Hoeveel van de Actieagenda komt van het Rijk?" is still about the Actieagenda, and so is "Hoeveel is voor Vlaanderen?".
    """
    persons = _find_persons(turns)
    known = max((place for place, turn in enumerate(turns) if turn.topic), default=-1)
    focus = turns[known].topic if known >= 0 else None
    for place, turn in enumerate(turns[known + 1 :], start=known + 1):
        topic = _topic_of(turn.question)
        gist = tell_gist(turns[place - 1].question) if place else ""
        if focus is not None and gist and topic == gist:
            continue  # all that was asked before was carried: what it is about stays
        if not topic or fold(topic) in persons or not _says_topic(turn.question):
            continue
        if focus is None or not (_holds(turn.question, focus) or _names_aside(turn.question)):
            focus = topic
    return focus


def _holds(question: str, topic: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(fold(topic))}(?!\w)", fold(question)) is not None


def _find_persons(turns: Sequence[Turn]) -> str:
    """Give who was answered or asked about, folded: persons are no topic, nor is one of several who were named."""
    named = [
        turn.short
        for turn in turns
        if answers_who(turn) or (turn.kind == QuestionKind.PERSON and not _WHO_IS.match(turn.question))
    ]
    return fold("; ".join(filter(None, [*named, _last_person(turns)])))


def _names_aside(question: str) -> bool:
    """Tell whether a short question names only for whom, where or whence: "Hoeveel is voor Vlaanderen?"."""
    named = [phrase for phrase in find_things(question) if phrase.named]
    return continues(question) and bool(named) and all(phrase.preposition in _ASIDES for phrase in named)


def _topic_of(question: str) -> str | None:
    """Give what a question is about; that of the conversation where it was carried."""
    carried = question.partition(f", {ABOUT} ")[2].rstrip(" ?.!")
    return carried or find_topic(question)


def _says_topic(question: str) -> bool:
    """Tell whether a question says what it is about: by a name, a noun that tells enough, or what was carried."""
    topic = _topic_of(question)
    if ABOUT in question or topic is None or asks_what_is(question):
        return topic is not None or names_topic(question)
    return (
        is_specific(topic)
        or tells_topic(question)
        or (names_topic(question) and (not topic.islower() or is_telling(topic)))
    )


def _last_of(turns: Sequence[Turn], kind: QuestionKind) -> str | None:
    return next((turn.short for turn in reversed(turns) if turn.kind == kind and turn.short), None)


def _last_person(turns: Sequence[Turn]) -> str | None:
    """Give the person last spoken of: whom a question "wie is NAAM" names, or who was the answer; a bare role is none."""
    for turn in reversed(turns):
        asked = _WHO_IS.match(turn.question)
        if asked is not None and _is_personal(asked["name"]):
            return asked["name"]
        held = _HOLDS_ROLE.search(turn.question)
        if held is not None:
            return held["name"]
        one = turn.short and not answers_who(turn) and not _is_role(turn.short)
        if turn.kind == QuestionKind.PERSON and one:
            return turn.short
    return None


def _is_personal(name: str) -> bool:
    """Tell whether words are a first and last name or one with a title, not "de directeur" or an organisation."""
    words = name.split()
    titled = re.match(rf"(?:{_TITLES})\b", name, re.IGNORECASE) is not None
    return (
        len(words) > 1
        and words[-1][:1].isupper()
        and (titled or (words[0][:1].isupper() and not _is_role(words[0])))
    )


def _is_role(words: str) -> bool:
    """Tell whether an answer to "wie" is a bare role, or a body: "de voorzitter", "gemeente Lutterveen"."""
    first = fold(words.split()[0]) if words.split() else ""
    bodies = ORGANISATION_NOUNS | PLACE_NOUNS | {"de", "het"}
    return first in bodies or fold(words) in PERSON_NOUNS or fold(words) in ROLE_WORDS

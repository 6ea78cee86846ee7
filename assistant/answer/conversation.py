"""A conversation: what was asked and answered so far, and a follow-up question made whole with it.

Rules only. A fragment ("En in 2021?", "En Vlaanderen?", "Waarom?", "Door wie?") takes the place of what
it answers to in the question before; a pronoun ("hij", "dat", "daar", "ervan") is replaced by what the
conversation is about; a question without any name of its own is asked about that too. Often two readings
are possible: they are given in the order of likelihood, and the documents decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from assistant.answer.chapterwords import find_references, without_chapters
from assistant.answer.conversation_antecedents import (
    continues,
    count_words,
    find_antecedents,
    find_focus,
)
from assistant.answer.conversation_clauses import ABOUT, speaks_of_clause
from assistant.answer.conversation_fragments import Fragment, fill_in, read_fragment
from assistant.answer.conversation_groups import answers_who, find_many
from assistant.answer.conversation_phrases import is_verbal
from assistant.answer.conversation_pronouns import replace_pronouns
from assistant.answer.conversation_recall import recall_phrase
from assistant.answer.conversation_times import names_year, shifts_year
from assistant.answer.conversation_topics import asks_what_is, has_own_subject
from assistant.answer.conversation_turns import MOST_TURNS, Turn
from assistant.answer.kinds import QuestionKind
from assistant.answer.references import PAGE
from assistant.types import Answer

_MOST_QUESTION, _MOST_SHORT, _MOST_TOPIC = 300, 100, 150
"""Characters of a question, of a short answer, and of what is spoken of, that a follow-up can take over."""
_SURER, _FAR_SURER = 0.2, 0.5
"""How much surer the documents must be of a later reading than of an earlier one, and than of one that stays in the
document that is spoken of."""
_LEAD = re.compile(
    r"^(?:(?:en|maar|oké|ok|dus|ja|goed|dank(?: u| je)?|bedankt|mooi|nou|nog (?:even|iets) over [^:]{1,60}:|trouwens|verder)[\s,.:!]+)+",
    re.IGNORECASE,
)
_MANY_WORDS = 4
"""Words with content of a question that mostly is whole."""
_ASIDE = re.compile(r"\b(?:eigenlijk|precies|ook alweer)\b\s*|\bdan(?=\s*[?.!]*$)", re.IGNORECASE)


def make_turn(answer: Answer, turns: Sequence[Turn] | None = None) -> Turn:
    """Give what is kept of an answer for the questions after it; with the `turns` before it, what they are about too."""
    understood = answer.resolved or _LEAD.sub("", answer.question)
    short = answer.short if answer.answered and answer.short and len(answer.short) <= _MOST_SHORT else None
    document = answer.citations[0].document_id if answer.answered and answer.citations else None
    turn = Turn(understood[:_MOST_QUESTION], answer.kind, short, document)
    if turns is None:
        return turn
    focus, before = find_focus([*turns, turn]), find_focus(turns)
    if before is not None and focus and focus not in answer.question and focus in (find_many(turns) or ""):
        focus = before  # "Wat vragen ze?" is still about what they were asked about
    return replace(turn, topic=focus[:_MOST_TOPIC] if focus else None)


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
        turn = _find_dated(fragment, turns)
        before, short = turn.question, turn.short if _names(turn) else None
        filled = fill_in(fragment, before, short)
        if filled is None and not fragment.asking:
            earlier = (fill_in(fragment, turn.question, None) for turn in reversed(turns[:-1]))
            filled = next(filter(None, earlier), None)
        if filled and len(find_references(filled)) > len(find_references(before)):
            # Another chapter takes the place of the one before.
            filled = fill_in(fragment, without_chapters(before, saying=True), short)
        return (_close(_TWICE.sub(r"\1", filled)),) if filled else ()
    found = [_close(reading) for reading in _read_sentence(bare, turns)]
    return tuple(dict.fromkeys(reading for reading in found if reading))


def _find_dated(fragment: Fragment, turns: Sequence[Turn]) -> Turn:
    """Give the turn that a fragment goes on from: for "en het jaar daarvoor?" the last one that names a year."""
    if fragment.asking or not shifts_year(fragment.text):
        return turns[-1]
    return next((turn for turn in reversed(turns) if names_year(turn.question)), turns[-1])


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
_MORE_OF = re.compile(
    r"^(?P<asked>.+? (?:zijn|waren|komen|kwamen|worden|werden)) (?:het|dat) er "
    r"(?P<rest>(?:nu |maar |niet |toch )?(?:zo ?veel|zo weinig|minder|meer|fors|veel|weinig)\b.*)$",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\bhoeveel (?P<rest>.+)", re.IGNORECASE)
_BEHIND_COUNTED = frozenset(
    "er werken staan liggen wonen leven lopen rijden varen zitten spelen bestaan horen vallen".split()
)
"""Words behind the noun that is counted, some of which could be nouns too."""
_MOST_COUNTED = 3


def _count_again(bare: str, turns: Sequence[Turn]) -> str:
    """Give "hoeveel zijn het er geworden" and "waarom zijn dat er minder" with the noun that an earlier question counted."""
    again = _COUNTED_AGAIN.match(bare.rstrip(" ?.!"))
    counted = next((noun for turn in reversed(turns) if (noun := _find_counted(turn.question))), None)
    if counted is not None and (more := _MORE_OF.match(bare.rstrip(" ?.!"))):
        amount, than, other = more["rest"].partition(" dan ")
        return f"{more['asked']} er {amount} {counted}{than}{other}"
    if again is None or counted is None:
        return bare
    return f"hoeveel {counted} {again['verb']} er{again['rest']}"


def _find_counted(question: str) -> str:
    """Give the noun between "hoeveel" and the verb; empty when nothing is counted."""
    found = _COUNTED.search(question)
    words = found["rest"].split() if found else []
    nouns = list(takewhile(lambda word: not (is_verbal(word) or word in _BEHIND_COUNTED), words))
    return " ".join(nouns) if 0 < len(nouns) <= min(_MOST_COUNTED, len(words) - 1) else ""


def _read_sentence(bare: str, turns: Sequence[Turn]) -> Iterator[str]:
    # Where the answers before were sought is no part of what they were about.
    turns = [replace(turn, question=without_chapters(turn.question)) for turn in turns]
    antecedents = find_antecedents(turns)
    recalled = recall_phrase(bare, [turn.question for turn in reversed(turns)])
    changed = False
    if recalled == bare and (_OF_ANY.match(bare) or asks_what_is(bare)):
        yield bare
        return
    gist = antecedents[0].gist if antecedents else ""
    if gist and speaks_of_clause(bare, turns[-1].question):
        yield f"{replace_pronouns(bare, antecedents[0], clause=True).rstrip(' ?.!')}, {ABOUT} {gist}"
        return
    for known in antecedents:
        replaced = replace_pronouns(recalled, known)
        changed = changed or replaced != bare
        if has_own_subject(replaced) or ABOUT in replaced:
            if replaced != bare:
                yield replaced
            continue
        about = "" if known.topic in replaced else f", {ABOUT} {known.topic}"
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


def find_spoken_document(turns: Sequence[Turn]) -> str | None:
    """Give the id of the document that was quoted last; None when nothing was."""
    return next((turn.document for turn in reversed(turns[-MOST_TURNS:]) if turn.document), None)


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
    margin = 0.0 if continued != first.answered and count_words(text) < _MANY_WORDS else _SURER
    return second if second.answered and second.confidence > first.confidence + margin else first


def _names(turn: Turn) -> bool:
    return answers_who(turn) or turn.kind in (
        QuestionKind.PERSON,
        QuestionKind.ORGANISATION,
        QuestionKind.NAME,
    )


def _close(text: str) -> str:
    plain = " ".join(_ASIDE.sub("", text).split()).rstrip(" ?.!,")
    return f"{plain[:1].upper()}{plain[1:]}?" if plain else ""

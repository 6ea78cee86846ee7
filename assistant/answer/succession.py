"""Who came after whom: "Els Mol volgt Jan Bos op" names two persons, of whom a question wants one.

The verb, its voice and the order of the two names tell which; the other one is no answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.names import Name
from assistant.answer.question import Question
from assistant.dutch import fold

_LATER_ASKED = re.compile(
    r"\b[Ww]ie (?:volg(?:t|de|den)|verving(?:en)?|vervangt)\b.*|\b[Ww]ie (?:heeft|zal|gaat|moet|mag) .*\b(?:opgevolgd|opvolgen|vervangen)\b|"
    r"\b[Dd]oor wie (?:is|wordt|werd|zal) .*\b(?:opgevolgd|vervangen|opvolgen)\b|\bopvolg(?:er|ster) van\b|"
    r"\b[Ww]ie (?:neemt|nam|kwam|komt) .*\b(?:over van|(?:in de )?plaats van)\b"
)
_EARLIER_ASKED = re.compile(
    r"\b[Ww]ie (?:is|wordt|werd|was) .*\b(?:opgevolgd|vervangen) door\b|\b[Ww]ie (?:is|wordt|werd|was) door .*\b(?:opgevolgd|vervangen)\b|"
    r"\bvoorgang(?:er|ster) van\b|\b[Ww]ie maakte? plaats voor\b|"
    r"\b[Ww]ie was (?:de )?[a-zà-ÿ-]+ (?:van .+ )?v[oó]{2}r [A-ZÀ-Þ][\w’'-]+ (?:(?:van|de|den|der) )*[A-ZÀ-Þ]"
)
_GAP = r"[^<>.;]{0,90}?"
_LATER, _EARLIER = r"<(?P<later>\d+)>", r"<(?P<earlier>\d+)>"
_FOLLOWS = r"\b(?:volgt|volgde|opvolgt|opvolgde|(?:verving|vervangt)(?![^.;]* door\b))\b"
"""A verb whose subject comes later; with "door" somebody else puts the one in the place of the other."""
_IN_TURN = re.compile(r"\brespectievelijk\b|\bresp\.", re.IGNORECASE)
"""Several who come after several: which one after which is not read."""
_PASSED = r"\b(?:opgevolgd|vervangen)\b"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_LATER}{_GAP}{_FOLLOWS}{_GAP}{_EARLIER}",
        rf"^[^<>]*{_FOLLOWS}{_GAP}{_LATER}{_GAP}{_EARLIER}",
        rf"{_LATER}{_GAP}\b(?:die|zal|gaat|heeft)\b{_GAP}{_EARLIER}{_GAP}\b(?:opvolgt|opvolgde|opvolgen|vervangt|verving|vervangen|opgevolgd)\b"
        r"(?! (?:door|werd|wordt|is)\b)",
        rf"{_EARLIER}{_GAP}{_PASSED} (?:werd |wordt |is )?door{_GAP}{_LATER}",
        rf"\b(?:vervangt|verving|vervangen){_GAP}{_EARLIER}{_GAP} door{_GAP}{_LATER}",
        rf"{_EARLIER}{_GAP}\bdoor{_GAP}{_LATER}{_GAP}{_PASSED}",
        rf"{_LATER}{_GAP}\b(?:opvolg(?:er|ster) van|ter vervanging van|in (?:de )?plaats van|in opvolging van|over van){_GAP}{_EARLIER}",
        rf"opvolg(?:er|ster) van{_GAP}{_EARLIER}[^<>.;,]{{0,90}}?\b(?:is|wordt|werd|heet){_GAP}{_LATER}",
        rf"{_EARLIER}{_GAP}\b(?:zijn|haar|diens) opvolg(?:er|ster)\b{_GAP}{_LATER}",
        rf"{_EARLIER}{_GAP}\bvoorgang(?:er|ster) van{_GAP}{_LATER}",
        rf"{_LATER}{_GAP}\b(?:zijn|haar|diens) voorgang(?:er|ster)\b{_GAP}{_EARLIER}",
        rf"{_EARLIER}{_GAP}\b(?:maakte? plaats voor|(?:geeft|gaf|draagt|droeg)\b{_GAP}(?:door|over) aan){_GAP}{_LATER}",
    )
)
"""Sentences with a number between angle brackets for each name: who comes later and who came earlier."""


_BY_PRONOUN = re.compile(
    r"\b(?:[Hh]ij|[Zz]e|[Zz]ij)\b[^.;]{0,90}?\b(?:(?:volgt|volgde) [A-ZÀ-Þ][^.;]{1,60}? op\b|opvolg(?:er|ster) van [A-ZÀ-Þ])|"
    r"\b(?:volgt|volgde) (?:hij|zij|ze) [A-ZÀ-Þ][^.;]{1,60}? op\b|\b(?:[Hh]ij|[Zz]e|[Zz]ij) (?:vervangt|verving) (?=[A-ZÀ-Þ])"
)


_NAMED = re.compile(
    r"\b(?:volg(?:t|de)|verving|vervangt|opvolg(?:er|ster) van|voorgang(?:er|ster) van|vervangen door|opgevolgd door|plaats voor|"
    r"heeft|werd|wordt|is) "
    r"(?:(?:de heer|mevrouw|burgemeester|wethouder|schepen|voorzitter|directeur|gedeputeerde|minister) )?"
    r"(?P<name>[A-ZÀ-Þ][\w’'-]+(?: (?:(?:van|de|den|der|het|ter|ten|te|in|el|al) )*[A-ZÀ-Þ][\w’'-]+)+)"
)
"""The one whose successor is asked: a name of two words at least, which is a person's."""
_SAYS = re.compile(
    r"opvolg|opgevolgd|\bvolgt|\bvolgde|volgen|vervang|verving|\bplaats\b|voorgang|\bover(?:nemen|genomen|dragen|gedragen)|\bdraagt?\b.*\bover\b|"
    r"\bdroeg\b.*\bover\b|\bneemt\b.*\bover\b|\bnam\b.*\bover\b|aftred|treedt|afgetreden|ontslag|benoem|nieuwe?\b|voormalig|aangesteld|stelt\b"
)
"""Words of coming after somebody."""


@lru_cache(maxsize=100)
def asks_successor(text: str) -> bool | None:
    """Tell whether a question asks who came after somebody (True) or before (False); None when it asks neither."""
    if not any(sign.isupper() for sign in text[1:]):
        return None
    if _EARLIER_ASKED.search(text):
        return False
    return True if _LATER_ASKED.search(text) else None


_BEFORE_PRONOUN = re.compile(
    r"\b(?:[Hh]ij|[Zz]e|[Zz]ij)\b[^.;]{0,90}?\b(?:volgt|volgde|opvolg(?:er|ster) van|vervangt|verving|in de plaats van)\b|"
    r"\b(?:volgt|volgde) (?:hij|zij|ze)\b"
)


def find_predecessor_verb(text: str) -> int | None:
    """Give where a sentence goes on behind a pronoun and what says that it came after somebody; None in any other."""
    found = _BEFORE_PRONOUN.search(text)
    return None if found is None else found.end()


def names_asked(question: Question, name: str) -> bool:
    """Tell whether a name is one that the question has: its last word, or its only one."""
    known = {fold(token.text) for token in question.words if any(sign.isupper() for sign in token.text)}
    return fold(name.split()[-1]) in known


def find_pronoun(text: str) -> int | None:
    """Give where the pronoun stands of who came after somebody: "zij volgt Jan Bos op"; None without one."""
    found = _BY_PRONOUN.search(text)
    return None if found is None else found.start()


def mark_unfollowed(question: Question, units: Sequence[Unit]) -> None:
    """Add to `lacks` of each unit the one whose successor is asked, where it does not tell who came after him or her.

    Neither the sentence nor the one before it names him, or nothing in it speaks of coming after somebody.
    """
    if question.kind is not QuestionKind.PERSON or asks_successor(question.text) is None:
        return
    said = _NAMED.search(question.text)
    if said is None:
        return
    names = [fold(word) for word in said["name"].split() if word[0].isupper()]
    for unit in units:
        before = [span for span in unit.reading.sentences(unit.block) if span.end <= unit.span.start]
        near = before[-1].of(unit.reading.document.text) if before else ""
        words = set(map(fold, re.findall(r"[^\W\d_][\w’'-]*", f"{near} {unit.text}")))
        above = " ".join(map(unit.reading.text_of, unit.reading.parents[unit.block]))
        if names[-1] not in words or not _SAYS.search(fold(f"{above} {unit.text}")):
            unit.lacks = tuple(dict.fromkeys((*unit.lacks, said["name"])))


def find_relatives(question: Question, text: str, names: Sequence[Name]) -> tuple[bool, list[Name]]:
    """Tell whether a sentence says who came after whom, of one of those whom the question names, and give who is asked for."""
    asked = asks_successor(question.text)
    if asked is None or _IN_TURN.search(text):
        return False, []
    known = {fold(token.text) for token in question.words if any(sign.isupper() for sign in token.text)}
    told, found = False, []
    for later, earlier in _find_pairs(text, names):
        one, other = (later, earlier) if asked else (earlier, later)
        is_other, is_one = (fold(name.text.split()[-1]) in known for name in (other, one))
        told = told or is_other or is_one
        if is_other and not is_one:
            found.append(one)
    # "Hij volgde Els Mol op": whoever he is, it tells whom she made place for, and not who came after anybody else.
    by_pronoun = _BY_PRONOUN if asked else _BEFORE_PRONOUN
    return told or by_pronoun.search(text) is not None, found


def _find_pairs(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, Name]]:
    """Give the pairs of a later and an earlier one that a sentence tells: of persons, where it names two."""
    persons = [name for name in names if name.kind == "person"]
    names = persons if len(persons) > 1 else names
    marked, end = "", 0
    for place, name in enumerate(names):
        marked += text[end : name.span.start].replace("<", " ").replace(">", " ") + f"<{place}>"
        end = name.span.end
    marked += text[end:].replace("<", " ").replace(">", " ")
    for pattern in _PATTERNS:
        for found in pattern.finditer(marked):
            later, earlier = names[int(found["later"])], names[int(found["earlier"])]
            if (later.kind == "person") == (earlier.kind == "person"):  # the town of a post follows nobody
                yield later, earlier

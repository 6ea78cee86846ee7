"""Whose post it is: how well a person answers a question for who has a role, leads, or comes after somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.cues import ROLE_WORDS
from assistant.answer.evidence import Unit
from assistant.answer.initials import abbreviates
from assistant.answer.matching import Matcher
from assistant.answer.names import Name
from assistant.answer.question import Question
from assistant.answer.roles import LED, asked_holder, asks_leader, asks_role, is_leader, same_role
from assistant.dutch import fold
from assistant.types import Span

WRONG_ROLE = 0.2
"""Fit of a person with another role than the one asked for: too little to be an answer."""
_LABEL = re.compile(
    r"(?:^|[;.•|]\s*|\s{2,})(?P<label>[A-ZÀ-Þ]?[\w-]+(?: [\w-]+){0,2}): ?(?:de heer|mevrouw|dhr\.|mw\.|mevr\.)? ?$"
)
"""A label before a name: "Verslag: Piet Vos"."""
_LABELLED = 0.5
"""How well a label must hold a word of the question, for the name behind it to be the answer."""
_BEFORE_POST = 40
"""Characters before a post in which its body can stand ("de VN-gezant", "de Linge voorzitter")."""
_SUCCEEDS = re.compile(
    r"\bvolg(?:t|de|en|den) (?:de heer |mevrouw )?[A-ZÀ-Þ].*\bop\b|\bopvolg(?:er|ster)\b|\bin de plaats van\b|\bvoorganger\b|"
    r"\b(?:vervang\w*|verving\w*) (?:de heer |mevrouw )?[A-ZÀ-Þ]|\bplaatsvervanger\b"
)
"""A question for one who comes in another's place."""
_SUCCESSION = re.compile(
    r"vervang|verving|volg(?:t|d|er|ing)|\bplaats\b|overgenomen|\b(?:neemt|nam)\b.*\bover\b|\bnieuwe?\b|voleindig",
    re.IGNORECASE,
)
"""Words of a sentence in which somebody comes in another's place."""
_GENERAL = frozenset(
    "raad bestuur toezicht commissarissen college directie staten kamer strategie strategy development".split()
)
"""Words with a capital that name no body of their own: "voorzitter Raad van Bestuur"."""
_MOST = 0.6
"""The share of the words of a body that its post must hold."""
_REPLACED = re.compile(r"\bvervang\w*\b(?P<old>[^.;]{3,300}?)\bdoor\b(?P<new>[^.;]{3,300})", re.IGNORECASE)
_OF_HIM = re.compile(r"\b(?:hem|haar|hij|zij|diens|zijn plaats)\b", re.IGNORECASE)
_LEAVING, _NOT_HIS = 0.5, 0.6
"""Shares left to one who is replaced, and to one who replaces another than the one asked about."""


def with_role(name: Name) -> Span:
    """Give the stretch of a name with the role beside it: what is near the role is near the person."""
    if name.role is None:
        return name.span
    return Span(min(name.span.start, name.role.start), max(name.span.end, name.role.end))


def person_fit(question: Question, name: Name, unit: Unit, matcher: Matcher, share: float) -> float:
    """Give how well a person answers "wie"; `share` is what his part in the sentence leaves him."""
    role_asked = asks_role(question)
    if not role_asked and asks_leader(question):
        return 1.0 if is_leader(name.post) else 0.9 * share if LED.search(unit.text) else 0.5
    if not role_asked:
        return 0.9 * share
    if not name.post:
        return 0.7 if same_role(question, unit.text) else 0.5
    if same_role(question, name.post):
        return WRONG_ROLE if is_of_other(question, name, unit.text, matcher) else 1.0
    # "benoemt A en B als leden, C en D als plaatsvervangers": whose role it is, is not said for sure.
    return 0.4 if name.role is None and same_role(question, unit.text) else WRONG_ROLE


def find_shares(question: Question, unit: Unit, names: Sequence[Name], matcher: Matcher) -> dict[Name, float]:
    """Give the share of their fit that is left to persons where the question asks who comes in another's place.

    "vervangt A en B respectievelijk door C en D": D comes for B. Without the one asked about in the sentence, or before
    one with "haar" or "hem", nobody does.
    """
    if not _SUCCEEDS.search(question.text):
        return {}
    asked = {fold(token.text) for token in question.words if token.text[0].isupper()}
    own = [bool(asked & {fold(word) for word in name.text.split()}) for name in names]
    if not _SUCCESSION.search(unit.text):
        return dict.fromkeys(names, _LEAVING) if asked else {}
    if not any(own):
        told = not asked or _OF_HIM.search(unit.text) or _is_near(unit, asked, matcher)
        return {} if told else dict.fromkeys(names, WRONG_ROLE)
    replaced = _REPLACED.search(unit.text)
    if replaced is None:
        return {}
    leave, come = (
        [
            place
            for place, name in enumerate(names)
            if replaced.start(group) <= name.span.start < replaced.end(group)
        ]
        for group in ("old", "new")
    )
    shares = {names[place]: _LEAVING for place in leave}
    if "respectiev" in unit.text and len(come) >= len(leave):
        pairs = zip(leave, come, strict=False)
        shares |= {names[new]: 1.0 if own[old] else _NOT_HIS for old, new in pairs}
    return shares


def _is_near(unit: Unit, asked: set[str], matcher: Matcher) -> bool:
    """Tell whether one of the names is said in the sentence, beside it or in a heading above."""
    return any(
        fold(term.text) in asked and held >= _LABELLED
        for term, held in zip(matcher.terms, unit.close, strict=True)
    )


def label_of(text: str, name: Name, matcher: Matcher) -> Span | None:
    """Give the stretch of a name with a label that says what the question asks ("Foto: ...", "Verslaggever: ...")."""
    found = _LABEL.search(text[: name.span.start])
    held = found is not None and any(_says(word, matcher) for word in found["label"].split())
    return Span(found.start("label"), name.span.end) if found is not None and held else None


def _says(word: str, matcher: Matcher) -> bool:
    """Tell whether a word of a label holds a word of the question, or goes on from it ("Verslaggever")."""
    plain = fold(word)
    return any(strength >= _LABELLED for _, strength in matcher.worth(word)) or any(
        len(term.stem) > 3 and plain.startswith(term.stem) for term in matcher.terms
    )


def is_of_other(question: Question, name: Name, text: str, matcher: Matcher) -> bool:
    """Tell whether a post is that of another body than the question asks about: it names one, and not this one."""
    holder = asked_holder(question)
    bodies = [
        word
        for word in name.post.split()[1:]
        if word[0].isupper() and fold(word.strip(",.")) not in ROLE_WORDS | _GENERAL
    ]
    if holder and not bodies:
        return _signs_for_other(holder, text[: name.span.start], matcher)
    if not holder:
        return False
    start = with_role(name).start if name.role is None or name.role.start < name.span.start else 0
    before = re.split(r"[,;()]", text[max(0, start - _BEFORE_POST) : start])[-1]
    held = [strength for strength, _ in matcher.match(f"{before} {name.post}")]
    asked = {fold(word) for word in holder.split()}
    found = [
        strength >= _LABELLED
        for term, strength in zip(matcher.terms, held, strict=True)
        if fold(term.text) in asked
    ]
    return bool(found) and sum(found) < _MOST * len(found)


_SIGNS_FOR = re.compile(
    r"^(?:(?:[Hh]et|[Dd]e|[Nn]amens) ){0,2}(?:[Bb]estuur|[Dd]irectie|[Rr]aad|College|Stichting|Vereniging|[\w-]*[Ff]onds|Commissariaat|Autoriteit)\b"
    r"[^.;:]{3,160},\s*(?:[Nn]amens deze,?\s*)?$"
)
"""The body above a name at the foot of a text: "Het bestuur van de Stichting Wilgenfonds, namens deze, "."""


def _signs_for_other(holder: str, before: str, matcher: Matcher) -> bool:
    """Tell whether a name stands below another body than the one whose post is asked for."""
    if _SIGNS_FOR.match(before) is None or abbreviates(holder, before):
        return False
    asked = {fold(word) for word in holder.split()}
    held = matcher.strengths(before)
    found = [
        strength >= _LABELLED
        for term, strength in zip(matcher.terms, held, strict=True)
        if fold(term.text) in asked
    ]
    return bool(found) and sum(found) < _MOST * len(found)

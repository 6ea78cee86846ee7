"""Pronouns of a follow-up question, replaced by what they stand for in the conversation."""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer.conversation_binding import is_bound, is_owned_within
from assistant.answer.conversation_clauses import ABOUT
from assistant.answer.conversation_phrases import PREPOSITIONS, VERBS, is_time, is_verbal
from assistant.answer.conversation_pointing import AFTER_PRONOUN, TAKES_PLACE, WITH_GIST, replace_pointed
from assistant.answer.conversation_turns import Antecedents
from assistant.answer.cues import ROLE_WORDS
from assistant.dutch.verbs import is_infinitive

_WORD = r"(?<![\w-]){}(?![\w'-])"
_FULL_FORMS = {"heen": "naar", "naartoe": "naar", "mee": "met", "toe": "tot"}
_FUSED = re.compile(
    r"(?<!jaar )\b(?:er|daar|hier)(?P<preposition>van|bij|uit|voor|over|in|aan|op|heen|naartoe|naar|mee|door|onder|tegen|toe|achter)\b",
    re.IGNORECASE,
)
_PARTED = re.compile(
    r"\bdaar (?P<between>(?:[\w'’-]+ ){0,4}?[\w'’-]+) (?P<preposition>voor|over|tegen|van)$",
    re.IGNORECASE,
)
"""The two parts of "daarvoor" apart: "krijgt het daar geld voor"."""
_ADDED = re.compile(r"\b(?:komt|komen|kwam|kwamen|krijgt|krijgen|kreeg|kregen)\b.* erbij\b", re.IGNORECASE)
"""A verb with "erbij" that points at nothing: more come."""
_GOAL = re.compile(r"\bnaar (?:de |het )?[A-ZÀ-Þ][\w-]*(?: [A-ZÀ-Þ][\w-]*)*")
"""Where to: what "erheen" points back to."""
_IDIOM = re.compile(
    r"\b(?:gaat|ging|staat|stond|zit|zat|komt|is|was) het(?:(?= (?:met|om)\b|$)|(?= (?:.+ )?(?:met|over) \S))",
    re.IGNORECASE,
)
"""Where "het" stands for nothing: "hoe staat het met", "om hoeveel mensen gaat het"."""
_IMPERSONAL = re.compile(
    r"\b(?:is|was|wordt|werd|lijkt|blijft) het (?:(?:niet|ook|nog|wel|nu|echt|zo|toch|altijd|al|hier) ){0,2}"
    r"(?:waar|zo|mogelijk|verplicht|toegestaan|verboden|nodig|belangrijk|wenselijk|verstandig|bekend|duidelijk|de bedoeling|juist|terecht|"
    r"logisch|raadzaam|zeker|goed|slecht|jammer|tijd|vereist|gebruikelijk|moeilijk|lastig|makkelijk|gevaarlijk|strafbaar|zinvol|nuttig)"
    r"(?: (?:dat|of|om|als|voor)\b|.* te [a-zà-ÿ]+$)",
    re.IGNORECASE,
)
"""Where "het" stands for the clause behind it: "is het mogelijk om zonder vergunning te bouwen"."""
_WHO = re.compile(
    r"^(?P<who>wie|wat) (?P<verb>is|zijn|was|waren) (?:dat|dit|hij|zij|ze|die|het)$", re.IGNORECASE
)
_OWNED = re.compile(
    r"\b(?P<owner>hun|haar|diens|zijn) (?!(?:hun|haar|diens|zijn|zij|hij|ze|er|het|dat|die|de|een|nu|ook|al|niet|geen|daar)\b)"
    r"(?P<noun>(?:(?:eerste|laatste|tweede|nieuwe|oude|eigen|huidige|vorige|volgende|\w+(?:ige|lijke|ische)) )?[a-zà-ÿ-]{3,})\b",
    re.IGNORECASE,
)
_SHE = re.compile(_WORD.format(r"(?:hij|hem|zij|ze|haar)"), re.IGNORECASE)
_THAT = re.compile(_WORD.format(r"(?:het|dat|dit|die|deze|zij|ze|hen)"), re.IGNORECASE)
_THEY = re.compile(_WORD.format(r"(?:zij|ze|hen|die|deze)"), re.IGNORECASE)
_THERE = re.compile(_WORD.format(r"daar"), re.IGNORECASE)
_THEN = re.compile(_WORD.format(r"toen"), re.IGNORECASE)
_NEAR = 25
"""Characters before "hun" or "haar": further on, somebody in the question itself is meant."""


_MARKS = {
    "topic": "\ue000",
    "person": "\ue001",
    "place": "\ue002",
    "group": "\ue003",
    "many": "\ue004",
    "doing": "\ue005",
}


def replace_pronouns(question: str, known: Antecedents, *, clause: bool = False) -> str:
    """Give the question with its pronouns replaced; unchanged when it has none, or nothing to point at.

    `clause` tells that its "dat" stands for all that was asked before, and stays.
    """
    bare = question.rstrip(" ?.!")
    who = _WHO.match(bare)
    if who:
        return f"{who.group('who')} {who.group('verb')} {known.answer or known.topic}"
    # Marks stand for what is filled in, so that no rule reads what another one wrote.
    filled = {mark: getattr(known, name) for name, mark in _MARKS.items() if getattr(known, name)}
    marked = replace(
        known, heard=known.topic, **{name: mark for name, mark in _MARKS.items() if mark in filled}
    )
    rules = (_role_there, _owned, _fused, _person, _many, replace_pointed, _thing, _place, _time)
    for rule in (_owned, _person, _many, _time) if clause else rules:
        bare = rule(bare, marked)
    if WITH_GIST in bare:
        bare = f"{bare.replace(WITH_GIST, '')}, {ABOUT} {known.gist or known.topic}"
    for mark, words in filled.items():
        bare = bare.replace(mark, words)
    return bare if bare != question.rstrip(" ?.!") else question


_OF_PLACES = frozenset("burgemeester wethouder schepen gouverneur gemeentesecretaris gedeputeerde".split())
_ROLE_THERE = re.compile(
    r"^(?P<who>wie (?:is|was|zijn|waren)) (?:er|daar) (?P<role>[a-zà-ÿ-]+)$", re.IGNORECASE
)


def _role_there(text: str, known: Antecedents) -> str:
    """Replace "er" before a role: "wie is er burgemeester" asks the burgemeester of the place or topic."""
    found = _ROLE_THERE.match(text)
    if found is None or found["role"].lower() not in ROLE_WORDS:
        return text
    place = known.place if found["role"].lower() in _OF_PLACES else None
    return f"{found['who']} {found['role']} van {place or known.topic}"


def _owned(text: str, known: Antecedents) -> str:
    def give(match: re.Match[str]) -> str:
        many = match["owner"].lower() == "hun"
        owner = ((known.group or known.many) if many else known.person) or known.topic
        if match["owner"].lower() == "zijn" and not _owns(text, match, known):
            return match.group()
        return f"de {match['noun']} van {owner}"

    found = _OWNED.search(text)
    if found and (is_owned_within(text, found.start()) or _THEY.search(text, 0, found.start())):
        return text
    return _OWNED.sub(give, text, count=1) if found and 0 < found.start() <= _NEAR else text


def _owns(text: str, match: re.Match[str], known: Antecedents) -> bool:
    """Tell whether "zijn" is whose, not a verb: "wat is zijn taak", and no "wat zijn grensvouchers"."""
    before = text[: match.start()].split()
    behind = bool(before) and before[-1].lower() in PREPOSITIONS
    if (is_verbal(match["noun"]) and not behind) or match["noun"].lower().startswith(("er", "daar", "hier")):
        return False
    if behind and match["noun"].endswith("st"):
        return False  # "op zijn vroegst"
    return behind or (known.person is not None and any(map(is_verbal, before)))


def _fused(text: str, known: Antecedents) -> str:
    def give(match: re.Match[str]) -> str:
        word = match["preposition"].lower()
        goal = _GOAL.search(known.asked) if word in ("heen", "naartoe") else None
        if goal is not None:
            return goal.group()
        money = _MONEY.match(known.asked)
        if word == "van" and money:
            return f"van het {money['noun']}"
        if word == "van" and _HOW_MANY.match(text[: match.start()]) and known.many:
            return f"van {known.many}"
        near = known.local if match.group().lower().startswith(("daar", "hier")) else None
        return f"{_FULL_FORMS.get(word, word)} {_definite(near) if near else known.topic}"

    if _ADDED.search(text):
        return text
    parted = _PARTED.search(text)
    if parted is not None and parted["between"].lower() not in PREPOSITIONS:
        return f"{text[: parted.start()]}{parted['between']} {parted['preposition']} {known.topic}"
    return _FUSED.sub(give, text, count=1)


_MONEY = re.compile(r"hoeveel (?:extra )?(?P<noun>geld|budget)\b", re.IGNORECASE)
_HOW_MANY = re.compile(r"hoeveel $", re.IGNORECASE)


def _definite(thing: str, article: str = "de") -> str:
    """Give a thing that was new ("een aftakking") as one that is known."""
    return f"{article} {thing[4:]}" if thing.startswith("een ") else thing


def _person(text: str, known: Antecedents) -> str:
    """Replace "hij", "zij" and "haar" by the person; "zij" with a plural verb means others."""
    if known.person is None:
        near = known.local if known.local and known.local.startswith(("de ", "een ")) else None
        thing = _definite(near) if near else known.topic
        return re.sub(_WORD.format(r"(?:hij|hem)"), thing, text, count=1, flags=re.IGNORECASE)
    found = _SHE.search(text)
    if found is None or (found.group().lower() in ("zij", "ze") and _plural_beside(text, found)):
        return text
    return text[: found.start()] + known.person + text[found.end() :]


_SHORT_PLURALS = frozenset("zijn gaan doen staan zien slaan hen".split())


def _plural_beside(text: str, found: re.Match[str]) -> bool:
    before = text[: found.start()].split()
    after = text[found.end() :].split()
    if before and is_verbal(before[-1]) and not _is_plural_verb(before[-1]):
        return False  # "wat moet ze betalen"
    return any(map(_is_plural_verb, before[-1:] + after[:1]))


def _is_plural_verb(word: str) -> bool:
    plain = word.lower()
    return plain in _SHORT_PLURALS or (plain.endswith("en") and len(plain) > 3)


def _many(text: str, known: Antecedents) -> str:
    """Replace "ze", "hen" and "die" with a plural verb by those who were spoken of as many."""
    found = _THEY.search(text)
    if known.many is None or found is None:
        return text
    word = found.group().lower()
    if word in ("die", "deze") and not _stands_alone(text, found):
        return text
    if word != "hen" and not _plural_beside(text, found):
        return text
    many = known.many if word in ("die", "deze") else known.doing
    return text[: found.start()] + (many or known.many) + text[found.end() :]


def _thing(text: str, known: Antecedents) -> str:
    if _IDIOM.search(text) or _IMPERSONAL.search(text):
        return text
    found = next((match for match in _THAT.finditer(text) if _stands_alone(text, match)), None)
    if found is None:
        return text
    told = _TELLS.match(text) if known.teller else None
    if told is not None and known.teller and told.start("who") == found.start():
        return text[: found.start()] + known.teller + text[found.end() :]
    return text[: found.start()] + _find_thing(found.group().lower(), known) + text[found.end() :]


def _find_thing(word: str, known: Antecedents) -> str:
    """Give what "het", "dat" or "die" points at: the thing named last where article and pronoun agree, else the topic."""
    near = known.local or ""
    neuter = word in ("het", "dat", "dit")
    agrees = near.startswith(("een ", "het " if neuter else "de "))
    if word in ("ze", "zij", "hen"):
        return known.group or known.topic
    if not near or not (agrees or word in ("dat", "dit")):
        return known.topic
    return _definite(near, "het" if neuter else "de")


_TELLS = re.compile(
    r"wat (?:zegt|zei|zeggen|staat|schrijft|meldt|vermeldt|bepaalt) (?P<who>het|dat|dit|die|deze|ze|hij)\b.* over ",
    re.IGNORECASE,
)


def _stands_alone(text: str, match: re.Match[str]) -> bool:
    """Tell whether "het" or "dat" is a pronoun: no noun follows."""
    after = text[match.end() :].split()
    if not after:
        return not is_bound(text, match)
    if is_bound(text, match):
        return False
    word = after[0].lower().strip(",")
    if match.group().lower() in ("ze", "zij", "hen"):
        return True
    if match.start() == 0 and match.group().lower() in ("het", "de"):
        return False
    if word == "extra" and match.group().lower() == "het":
        return False
    if word in AFTER_PRONOUN or word in PREPOSITIONS or word[:1].isdecimal():
        return True
    if word == "plaats" and TAKES_PLACE.search(text[: match.start()]):
        return True
    helped = text[: match.start()].split()[-1:]
    if len(after) == 1 and is_infinitive(word) and helped and helped[0].lower() in VERBS:
        return True  # "wie kan die aanvragen"
    return is_verbal(word) and (len(after) == 1 or match.group().lower() != "het")


def _place(text: str, known: Antecedents) -> str:
    return _THERE.sub(lambda _: f"in {known.place}" if known.place else f"bij {known.topic}", text, count=1)


def _time(text: str, known: Antecedents) -> str:
    year = re.search(
        r"\b(?:in|op|van|sinds|eind|medio|begin) (?:\d{1,2} )?(?:\w+ )?(?:19|20)\d\d\b", known.asked
    )
    if known.moment and is_time(known.moment):
        return _THEN.sub(
            f"in {known.moment}"
            if not known.moment[0].isdecimal() or len(known.moment) == 4
            else f"op {known.moment}",
            text,
        )
    return _THEN.sub(year.group(), text) if year else text

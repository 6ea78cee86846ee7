"""Questions that ask two things at once: each half is asked by itself, and what was not found is said.

"Wanneer en waar was de opening?" shares what is asked about; "Wie leidt het fonds en wanneer begon het?"
names it once, so that its second half is asked as a follow-up to the first. "Hoe vaak komt fiets voor en hoe vaak bus?"
shares its verb: each half is counted by itself.
"""

from __future__ import annotations

import re
from dataclasses import replace

from assistant.answer.apart import Side
from assistant.dutch.verbs import find_infinitive

_PREPOSITIONS = (
    r"(?:op (?:basis|grond) van|aan de hand van|naar aanleiding van|in het kader van|tot en met|in|op|van|voor|met|bij|door|"
    r"aan|naar|uit|tot|sinds|vanaf|tegen|om|binnen|onder|per|na|tijdens|gedurende|volgens|via|over|tussen|namens|wegens|rond|"
    r"vanuit|krachtens|boven|zonder)"
)
_BEFORE = rf"(?:{_PREPOSITIONS} )?"
_ASKS = (
    rf"{_BEFORE}(?:wie|waar|wanneer|waarom|hoeveel|hoe(?: (?:lang|groot|hoog|oud|duur|vaak|ver|snel|breed|zwaar)\b)?"
    r"(?! \w+ en)|welke? (?!(?:van|niet|wel)\b)[^\W\d_]+)"
)
_SHARED = re.compile(rf"^(?P<one>{_ASKS}) en (?P<two>{_ASKS}) (?P<rest>.{{8,}})$", re.IGNORECASE)
_ASKS_AGAIN = (
    rf"{_ASKS}|wat(?= (?:kost\w*|is|was|zijn|waren|doet|doen|deed|krijg\w*|kreeg|moet\w*|mag|mogen|kan|kunnen|gebeurt|gebeurde|"
    r"verandert|betekent|betaal\w*|levert|lever\w*) )|waar(?:voor|mee|in|op|toe|door|uit)(?= (?:is|was|zijn|waren|word\w*|werd\w*|dien\w*|"
    r"moet\w*|mag|mogen|kan|kunnen|besta\w*) )"
)
_ASKS_WHETHER = r"(?:is|was|heeft|had|kan|mag|wordt|werd)(?= (?:hij|zij|ze|het|dat|die|er)\b)"
_JOINED = re.compile(
    rf"^(?P<first>(?P<one>{_ASKS}|wat)\b.+?)(?:[?.,]? en|\?) "
    rf"(?P<second>(?P<two>{_ASKS_AGAIN}|{_ASKS_WHETHER})\b.*)$",
    re.IGNORECASE,
)
_VERBS = re.compile(
    rf"^(?P<one>{_ASKS}) (?P<did>[a-z]{{4,}}) en (?:(?P<two>{_ASKS}) )?(?P<does>[a-z]{{4,}}) (?P<rest>.{{5,}})$",
    re.IGNORECASE,
)
_TIMES = (
    r"(?:hoe vaak|hoeveel (?:keer|maal)|in hoeveel (?:documenten|stukken|teksten|bronnen|rapporten|verslagen|brieven|"
    r"besluiten|beslissingen|nota's|notities|berichten|artikelen))"
)
_CALLED = r"(?:voor|genoemd|vermeld|gebruikt|besproken)"
_COMES = r"(?:komt|komen|wordt|worden|werd|werden)"
_BACK = rf"(?:{_COMES}|in|op|per|is|was|zijn|dat|dit|ze|zij|daar|er|gemiddeld|het (?:voor|in|op|per|er|dan)|het$)\b"
"""What opens no second thing: "hoe vaak in 2023", "hoe vaak is dat per document"."""
_COUNTED = re.compile(
    rf"^(?P<ask>{_TIMES}) (?P<verb>{_COMES}) (?P<one>.{{1,80}}?) (?P<end>{_CALLED}),? en "
    rf"(?P<again>{_TIMES}|in hoeveel)(?: {_COMES})?(?: (?!{_BACK})(?P<two>.{{1,80}}?)(?: {_CALLED})?)?$",
    re.IGNORECASE,
)
_ITEM = r"[\"“„‘']?(?:[A-ZÀ-Þ0-9][\w.&-]*(?: (?:van |de |het |voor )*[A-ZÀ-Þ0-9][\w.&-]*)*|(?![\w-]+(?:e|-) )[\w-]+)[\"”’']?"
"""What is counted by itself: a name, or a word that is no adjective before a noun."""
_COUNTED_BOTH = re.compile(
    rf"^(?P<ask>{_TIMES}) (?P<verb>komen|worden|werden) (?:de woorden )?(?P<one>{_ITEM}) en (?P<two>{_ITEM})"
    rf" (?P<end>{_CALLED})$"
)
_SINGULAR = {"komen": "komt", "worden": "wordt", "werden": "werd"}
_PREPOSITION = re.compile(rf"{_PREPOSITIONS} (?=welke?\b)", re.IGNORECASE)
_ANOTHER = re.compile(
    rf"^{_BEFORE}(?:wie|wat|waar\w*|wanneer|hoe\w*|welke?)\b.*? en {_BEFORE}"
    r"(?:wie|wanneer|waarom|hoeveel|hoe (?:lang|groot|hoog|oud|duur|vaak|snel)|welke?|waar(?:voor|mee|toe|door)?|wat)\b",
    re.IGNORECASE,
)
_THIRD = re.compile(rf"^{_ASKS}(?:, {_ASKS})+$", re.IGNORECASE)
"""What stands before "en" in three questions in one: "wanneer, waar en door wie"."""
_COMPARES = re.compile(r"\b(?:verschil\w*|vergelijk\w*) .*\b(?:tussen|met) (?:wie|wat)\b", re.IGNORECASE)
"""Questions in which a second interrogative asks no second thing: "tussen wie huurt en wie koopt"."""
_ITS_OWN_NAME = re.compile(rf"{_ASKS_WHETHER}|{_BEFORE}hoeveel \w+$", re.IGNORECASE)
"""A second half that is told as its name: "op hoeveel jaar"."""


def read_halves(text: str) -> tuple[Side, Side] | None:
    """Give the two questions in one, each named by its interrogative; None for any other question."""
    bare = " ".join(text.split()).strip(" ?!.")
    counted = _read_counted(bare)
    if counted is not None:
        return counted
    shared = _SHARED.match(bare)
    if shared is not None:
        one, two, rest = shared["one"], shared["two"], shared["rest"]
        ahead = _PREPOSITION.match(one)
        two = f"{ahead.group()}{two}" if ahead and re.match(r"welke?\b", two, re.IGNORECASE) else two
        return _side(one, f"{one} {rest}"), _side(two, f"{two} {rest}")
    verbs = _VERBS.match(bare)
    if verbs is not None and all(find_infinitive(verbs[part].lower()) for part in ("did", "does")):
        one, two, rest = verbs["one"], verbs["two"] or verbs["one"], verbs["rest"]
        return _side(f"{one} {verbs['did']}", f"{one} {verbs['did']} {rest}"), _side(
            f"{two} {verbs['does']}", f"{two} {verbs['does']} {rest}"
        )
    joined = _JOINED.match(bare)
    if joined is None or _THIRD.match(joined["first"]) or _COMPARES.search(bare):
        return None
    second = joined["second"]
    name = second if _ITS_OWN_NAME.match(second) else joined["two"]
    return _side(joined["one"], joined["first"]), _side(name, second, follows=True)


def asks_more(text: str) -> bool:
    """Tell whether a question that is asked as one holds another interrogative behind "en": a part may stay unanswered."""
    bare = " ".join(text.split()).strip(" ?!.")
    return bool(_ANOTHER.match(bare)) and not _COMPARES.search(bare) and read_halves(text) is None


def asks_two_counts(text: str) -> bool:
    """Tell whether a question wants two things counted, each by itself."""
    return _read_counted(" ".join(text.split()).strip(" ?!.")) is not None


def _read_counted(bare: str) -> tuple[Side, Side] | None:
    """Give the two counts in one question: "hoe vaak komt fiets voor en hoe vaak bus", "hoe vaak komen fiets en bus voor".

    Each half is counted as it asks: "hoe vaak komt fiets voor en in hoeveel documenten" wants two counts of one thing.
    """
    found = _COUNTED.match(bare)
    if found is not None:
        ask, again = found["ask"], found["again"]
        if again.lower() == "in hoeveel":  # "in hoeveel documenten komt fiets voor en in hoeveel bus"
            if found["two"] is None or not ask.lower().startswith(again.lower()):
                return None
            again = ask
        if found["two"] is None and again.lower() == ask.lower():
            return None
        one, two = found["one"], found["two"] or found["one"]
    else:
        found = _COUNTED_BOTH.match(f"{bare[:1].lower()}{bare[1:]}")
        if found is None or any(_is_half_quoted(found[part]) for part in ("one", "two")):
            return None
        ask = again = found["ask"]
        one, two = found["one"], found["two"]
    verb = _SINGULAR.get(found["verb"].lower(), found["verb"].lower())
    end = found["end"]

    def side(asks: str, what: str) -> Side:
        return replace(_side("", f"{asks} {verb} {what} {end}"), name=what.strip(_MARKS))

    return side(ask, one), side(again, two)


_MARKS = "\"“”„‘’'"


def _is_half_quoted(what: str) -> bool:
    """Tell whether one of two marks stands around words: "wonen en werken" in marks is one thing; 's-Hertogenbosch is not marked."""
    return not re.match(r"['’‘][st]\b", what) and (what[0] in _MARKS) is not (what[-1] in _MARKS)


def _side(name: str, asked: str, *, follows: bool = False) -> Side:
    return Side(
        name.lower(), f"{asked[:1].upper()}{asked[1:]}?", f"{asked[:1].lower()}{asked[1:]}", follows=follows
    )

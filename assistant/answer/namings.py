"""Whom or what a sentence names for one point: the holder of a post, the doer of something, the place of something.

Only sentences of a plain form are read: "De voorzitter van X is A", "A, voorzitter van X", "X is gebouwd door A",
"X is gevestigd in A". One that speaks of more than one, of another time or of a change says nothing that
another sentence can contradict.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.answer.evidence import Unit
from assistant.answer.names import Name, find_names
from assistant.answer.textwords import read_words
from assistant.answer.verbs import find_roots
from assistant.dutch import STOP_WORDS, fold
from assistant.types import BlockKind, ExtractKind, RegionValue, Span

_MARK = "§"
"""Stands for the name in the words of a point."""
_SINGLE = frozenset(
    """voorzitter burgemeester ceo directeur-generaal secretaris-generaal dijkgraaf rector korpschef
    gemeentesecretaris griffier penningmeester hoofdredacteur""".split()
)
"""Posts that one person holds. Ministers and governors are left out: every country has its own."""
_LED = frozenset(
    """directeur secretaris projectleider projectmanager programmamanager programmaleider
    programmadirecteur trekker woordvoerder decaan conservator bibliothecaris""".split()
)
"""Posts that one person holds where the text says "de" of them."""
_POST = r"(?P<fore>(?:(?!van\b|bij\b)[a-zà-ÿ-]+ ){0,2}?)(?P<role>[A-ZÀ-Þ]?[a-zà-ÿ-]+)"
_WHOSE = r" (?:van|bij) (?P<whose>[^,.;:()§?!]{2,90}?)"
_END = r"(?= ?(?:[.,;)]|$))"
_TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^(?P<sure>[Dd]e) {_POST}{_WHOSE} (?:is|heet) (?:de heer |mevrouw )?{_MARK}{_END}",
        rf"{_MARK} is (?P<sure>de )?{_POST}{_WHOSE}{_END}",
        rf"{_MARK}(?:, | \()(?P<sure>de )?{_POST}{_WHOSE}{_END}",
        rf"(?:^|[ ,;(])(?P<sure>de |De |)(?P<fore>)(?P<role>[A-ZÀ-Þ]?[a-zà-ÿ-]+){_WHOSE},? {_MARK}",
        rf"(?:^|[ ,;(])(?P<sure>de |De |)(?P<fore>)(?P<role>[A-ZÀ-Þ]?[a-zà-ÿ-]+) {_MARK}{_WHOSE}"
        r"(?= (?:is|heeft|had|zei|zegt|opent|opende|stelt|wil|vindt|vond|ontving|ondertekende|noemt|noemde)\b| ?(?:[.,;)]|$))",
    )
)
"""The ways in which a sentence tells whose post it is, with `sure` where it says "de"."""
_BY = re.compile(rf"\bdoor (?:de |het )?(?:[a-zà-ÿ]+ )?{_MARK}")
_PLACED = re.compile(rf"\b(?:in|te) (?:de |het )?(?:[a-zà-ÿ]+ )?{_MARK}")
_DEED = re.compile(
    r"\b(?:ontworpen|gebouwd|opgericht|geschreven|opgesteld|bedacht|ontdekt|uitgevonden|uitgevoerd|beheerd|geleid|"
    r"voorgezeten|gecoördineerd|geëxploiteerd|onderhouden|aangelegd|gerestaureerd|verbouwd)\b"
)
"""What one person or body does."""
_SETTLED = re.compile(
    r"\b(?:gevestigd|gelegen|gehuisvest|ondergebracht|geboren|opgericht|gebouwd|ligt|staat|zetelt|"
    r"hoofdkantoor|zetel|hoofdzetel)\b"
)
"""What is in one place; not what takes place, which may do so again elsewhere."""
_ONCE = re.compile(r"\b(?:ontworpen|gebouwd|opgericht|geschreven|bedacht|ontdekt|uitgevonden|geboren)\b")
"""What happened once and for all, so that a later document cannot give a newer answer."""
_UNSURE = re.compile(
    r"\b(?:niet|geen|nooit|onder meer|onder anderen?|o\.a\.|mede|ook|tevens|samen|beiden?|[eé][eé]n van|deels|"
    r"gedeeltelijk|grotendeels|gezamenlijk|vooral|voornamelijk|co-\w+|a\.i\.|(?:ad )?interim|waarnemen\w*|plaatsverv\w*|vervang\w*|"
    r"verving\w*|opvolg\w*|opgevolgd|volgde?n?|voorganger\w*|voormalige?|toenmalige?|gewezen|vorige|oud-\w+|"
    r"ex-\w+|destijds|eerder|eerst|vroeger|aanvankelijk|oorspronkelijk|beoogde?|kandidaat\w*|aantredende?|"
    r"aftredende?|scheidende?|aan(?:getreden|gesteld)|afgetreden|benoemd|zal|zou|zullen|zouden|kan|moet|mogelijk|misschien|"
    r"waarschijnlijk|volgens|of|geweest|had|tijdelijk|respectievelijk|resp|zowel|alsook|afwisselend|verhui\w+|"
    r"dochter\w*|filia\w+|vestigingen|nevenvestiging|per|elke?|iedere?|sommige|enkele|deel|delen|stuk|fase)\b",
    re.IGNORECASE,
)
"""Words of more than one holder, of another time, of a change, of a doubt or of a part."""
_PAST = re.compile(r"\b(?:was|waren|werd|werden|wordt|worden)\b")
"""What holds no more or not yet, where a post is told."""
_MORE = re.compile(
    rf"{_MARK}(?: ?[/&]| en\b| met\b|, (?:en )?(?=[A-ZÀ-Þ]))|[A-ZÀ-Þ][\w’'-]*(?:,| en| &| ?/) (?:de |het |in |te |door )?{_MARK}"
)
"""A name beside another."""
_CLASSES = frozenset(
    """gemeente stad provincie ministerie stichting vereniging universiteit hogeschool bedrijf firma bureau studio instituut
    organisatie dienst agentschap departement ziekenhuis groep groupe bouwbedrijf architect architecten van der den
    the and voor""".split()
)
"""Words of a name that others have too."""
_NAMED = re.compile(r"\s(?:[A-ZÀ-Þ]|\d)")
"""A name or number in a point: "het onderzoek" of one document need not be that of another."""
_MOST = 200
"""Characters of the longest sentence that is read: a longer one says more than one thing."""
_ALIKE = 0.75
"""The share of the words of either sentence that must be words of both: all but one of four or five."""


@dataclass(frozen=True, slots=True)
class Naming:
    """One name for one point: `sort` is "post", "doer" or "place", `point` the words of the point.

    `words` are those of the name that make it out, `text` is the name as it stands; `once` tells that no later
    document can give a newer answer.
    """

    sort: str
    text: str
    words: frozenset[str]
    point: frozenset[str]
    once: bool
    person: bool
    place: RegionValue | None = None


def read_naming(unit: Unit) -> Naming | None:
    """Give what a unit names by its short answer; None where it is not told plainly."""
    if unit.short is None or unit.items or unit.reading.blocks[unit.block].kind is BlockKind.ROW:
        return None
    if len(unit.text) > _MOST or not unit.span.covers(unit.short):
        return None
    if unit.text.rstrip().endswith("?") or _UNSURE.search(unit.text):
        return None
    name = _find_name(unit, unit.short)
    if name is not None and name.kind == "person" and (post := _read_post(unit, name)) is not None:
        return post
    if name is not None and (doer := _read_doer(unit, name)) is not None:
        return doer
    return _read_place(unit, unit.short)


def name_differently(one: Naming, other: Naming) -> bool:
    """Tell whether two sentences name something else for the same point."""
    if one.sort != other.sort or one.person != other.person or one.words & other.words:
        return False
    if not _share_point(one, other):
        return False
    if one.place is None or other.place is None:
        return not _are_alike(one, other)
    return _apart(one.place, other.place)


def _share_point(one: Naming, other: Naming) -> bool:
    """Tell whether two points are the same; one of "Utrecht" may be that of the town or of the province, not of both."""
    classes = [naming.point & _CLASSES for naming in (one, other)]
    if classes[0] and classes[1] and classes[0] != classes[1]:
        return False
    points = [naming.point - _CLASSES for naming in (one, other)]
    common = len(points[0] & points[1]) / max(1, len(points[0] | points[1]))
    return common >= (1.0 if one.sort == "post" else _ALIKE)


def is_told_in(naming: Naming, unit: Unit) -> bool:
    """Tell whether the document of a unit holds a name of some word that makes it out: it may tell of a change."""
    return not naming.words.isdisjoint(_fold_words(unit.reading.document.text))


@lru_cache(maxsize=8)
def _fold_words(text: str) -> frozenset[str]:
    """Give the words of a whole document; kept, for each of its sentences may be compared with one of another."""
    return frozenset(map(fold, set(re.findall(r"[^\W\d_][\w’'-]*", text))))


def _are_alike(one: Naming, other: Naming) -> bool:
    """Tell whether one name may be another way to write the other: initials, or a slip of the pen."""
    short, long = sorted((one, other), key=lambda naming: len(naming.text))
    initials = "".join(word[0] for word in re.findall(r"[^\W\d_]\w*", long.text) if word[0].isupper())
    if len(initials) > 1 and short.text.casefold().startswith(initials.casefold()):
        return True
    return any(left[:4] == right[:4] for left in one.words for right in other.words)


def _apart(one: RegionValue, other: RegionValue) -> bool:
    """Tell whether two places are surely not the same, nor one inside the other: two of one level with a code of its own."""
    sure = not one.alternatives and not other.alternatives and one.code and other.code
    return bool(sure) and one.level == other.level and one.code != other.code


def _find_name(unit: Unit, short: Span) -> Name | None:
    """Give the one name that the short answer is or has."""
    inside = short.shift(-unit.span.start)
    names = [name for name in find_names(unit.reading, unit.span) if name.span.overlaps(inside)]
    return names[0] if len(names) == 1 else None


def _marked(unit: Unit, span: Span) -> str | None:
    """Give the words of a unit with the mark for a stretch of it; None where others stand beside that."""
    text = unit.text.rstrip()
    marked = f"{text[: span.start]}{_MARK}{text[span.end :]}"
    return None if _MARK in text or _MORE.search(marked) else marked


def _read_post(unit: Unit, name: Name) -> Naming | None:
    marked = _marked(unit, name.span)
    if marked is None or _PAST.search(unit.text):
        return None
    for pattern in _TOLD:
        found = pattern.search(marked)
        if found is None:
            continue
        role = fold(found["role"]).replace("voorzitster", "voorzitter")
        if role not in (_SINGLE | _LED if found["sure"] else _SINGLE):
            continue
        if " en " in found["whose"] or not any(sign.isupper() for sign in found["whose"]):
            continue
        point = _words(f"{found['fore']} {found['whose']}") | {role}
        return Naming("post", name.text, _own_words(name.text), point, once=False, person=True)
    return None


def _read_doer(unit: Unit, name: Name) -> Naming | None:
    marked = _marked(unit, name.span)
    if marked is None or not (_BY.search(marked) and _DEED.search(marked) and _NAMED.search(marked)):
        return None
    once = bool(_ONCE.search(marked))
    return Naming("doer", name.text, _own_words(name.text), _words(marked), once, name.kind == "person")


def _read_place(unit: Unit, short: Span) -> Naming | None:
    facts = [
        fact
        for fact in unit.reading.facts_in(unit.span, ExtractKind.REGION)
        if fact.span.overlaps(short) and isinstance(fact.value, RegionValue)
    ]
    value = facts[0].value if len(facts) == 1 else None
    if not isinstance(value, RegionValue):
        return None
    marked = _marked(unit, facts[0].span.shift(-unit.span.start))
    if marked is None or not (_PLACED.search(marked) and _SETTLED.search(marked) and _NAMED.search(marked)):
        return None
    words = _own_words(facts[0].text) | _own_words(value.name)
    once = bool(_ONCE.search(marked))
    return Naming("place", facts[0].text, words, _words(marked), once, person=False, place=value)


def _own_words(name: str) -> frozenset[str]:
    """Give the words that make a name out, without capitals; all of them where there are no others."""
    words = frozenset(fold(word) for word in re.findall(r"[^\W\d_][\w’'-]*", name) if len(word) > 1)
    return words - _CLASSES or words


def _words(text: str) -> frozenset[str]:
    """Give the words of a point: stems, verbs by their root, names of classes as they are; small words say nothing."""
    return frozenset(
        plain if plain in _CLASSES else min(find_roots(word.text), default=word.stem)
        for word in read_words(text.replace(_MARK, " "))
        if (plain := fold(word.text)) not in STOP_WORDS
    )

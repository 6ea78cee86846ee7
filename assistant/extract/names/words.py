"""What a word says about names, looked up once for each form.

The lists are in `data/words.toml` and `data/given_names.txt`; what is a common word comes from the
lexicon.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from assistant.dutch import STOP_WORDS, fold, load_lexicon
from assistant.extract.names.bodies import Node, load_first_words, load_roots
from assistant.extract.regions.gazetteer import load_heads
from assistant.extract.source import LONGEST_WORD

DATA_DIR = Path(__file__).resolve().parent / "data"
COMMON = 20
"""Occurrences in the reference texts from which a word with a capital is an ordinary word."""
_ROLE_ENDING = 9
"""Letters from which a word is a role by its ending."""


@cache
def _read() -> dict[str, dict[str, str]]:
    with (DATA_DIR / "words.toml").open("rb") as file:
        return tomllib.load(file)


def read_list(name: str) -> frozenset[str]:
    """Give a list of `data/words.toml`."""
    return frozenset(_read()["lists"][name].split())


@cache
def load_given_names() -> frozenset[str]:
    """Give the known given names, with their capitals."""
    lines = (DATA_DIR / "given_names.txt").read_text("utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


HEADS = _read()["heads"]
CUES = _read()["cues"]
PARTICLES = read_list("particles")
TITLES = read_list("titles")
ADDRESSES = read_list("addresses")
ROLES = read_list("roles")
SURNAME_ROLES = read_list("surname_roles")
OTHER = read_list("other")
_ROLE_ENDINGS = tuple(read_list("role_endings"))
_OTHER_ENDINGS = tuple(sorted(OTHER))
_ENDINGS = tuple(sorted(read_list("endings")))
_NOT_HEADS = read_list("not_heads")
_SURNAMES = read_list("surnames")
_PORTFOLIO = tuple(read_list("portfolio_endings"))
_ATTENDANCE = read_list("attendance")
INITIALS = frozenset(("Th", "Ch", "Ph", "Jh", "Chr", "IJ", "Joh", "Tj", "Fr", "Jac", "Wm"))
"""Initials of more than one letter."""
_OPENERS = read_list("openers_of_names")
_SORT_OF_ENDING = {
    "instituut": "kennisinstelling", "ministerie": "ministerie", "dienst": "agentschap", "agentschap": "agentschap",
    "raad": "adviesraad", "autoriteit": "toezichthouder", "inspectie": "toezichthouder", "bank": "bedrijf",
    "universiteit": "kennisinstelling", "hogeschool": "kennisinstelling", "vereniging": "vereniging",
    "federatie": "vereniging", "verbond": "vereniging", "stichting": "stichting", "commissie": "adviesraad",
    "academie": "kennisinstelling", "museum": "museum", "ziekenhuis": "zorginstelling",
}  # fmt: skip


@dataclass(slots=True)
class Word:
    """A form of a word: itself, folded, and what it can be. Never changed once made.

    `proper` tells of a capital at the beginning or inside. `sort` is that of the body whose name the
    word heads ("" without a sort), None when it heads none. `node` is where known bodies go on that
    begin with the word. `common` tells of a word with a capital that it is an ordinary one in small
    letters, `unknown` that it has a capital and is neither that nor a place, `plain` that nothing else
    is known of it either; `thing` that it ends as the name of something else than a body does, `ordinary` that it is no name alone,
    `starts` that a name may begin at it, `personal` that a person may: a known given name or an initial.
    """

    text: str
    low: str
    capital: bool = False
    upper: bool = False
    camel: bool = False
    given: bool = False
    role: bool = False
    address: bool = False
    place: bool = False
    common: bool = False
    attendance: bool = False
    sort: str | None = None
    node: Node | None = None
    starts: bool = True
    personal: bool = False
    proper: bool = False
    unknown: bool = False
    plain: bool = False
    thing: bool = False
    ordinary: bool = False


def _list_plurals(role: str) -> tuple[str, ...]:
    """Give the forms that `is_plural_role` takes for plurals of a role, and some more."""
    return f"{role}s", f"{role}en", f"{role}sen", f"{role.removesuffix('lid')}leden"


_ROLE_TAILS = (*_ROLE_ENDINGS, *(form for ending in _ROLE_ENDINGS for form in _list_plurals(ending)))


_TAIL_ENDS = frozenset(tail[-3:] for tail in _ROLE_TAILS)


class Words(dict[str, Word | None]):
    """Form without white space -> `Word`; None for what cannot be in a name by itself.

    Remembers each form; holds at most `LIMIT`, so that memory does not grow with the corpus.
    """

    LIMIT = 200_000

    def __missing__(self, form: str) -> Word | None:
        small = form.isascii() and form.islower()
        word = None if small and not _may_matter(form) else _read_word(form)
        if len(form) <= LONGEST_WORD:
            if len(self) >= self.LIMIT:
                self.clear()
            self[form] = word
        return word


def _may_matter(form: str) -> bool:
    """Tell whether a word in small letters can be in a name: the cheap question before the dear one."""
    return form in load_small_words() or (form[-3:] in _TAIL_ENDS and form.endswith(_ROLE_TAILS))


@cache
def load_small_words() -> frozenset[str]:
    """Give the words in small letters that are looked at in any case."""
    plural = {form for role in ROLES for form in _list_plurals(role)}
    return load_first_words() | HEADS.keys() | ROLES | SURNAME_ROLES | ADDRESSES | TITLES | plural


def _read_word(text: str) -> Word | None:
    if not text or len(text) > LONGEST_WORD or not text[0].isalpha():
        return _read_number(text)
    low = fold(text)
    capital = text[0].isupper()
    sort = _find_sort(low, capital=capital)
    node = load_roots().get(low) if text in load_first_words() else None
    role = _may_matter(low) and is_role(low)
    address = low in ADDRESSES or low in TITLES
    camel = len(text) > 3 and not text.islower() and not text[2:].islower() and _is_camel(text)
    if not (capital or camel or sort is not None or node or role or address):
        return None
    word = Word(text, low, capital, role=role, address=address, sort=sort, node=node, camel=camel)
    _describe(word)
    return word


def _is_camel(text: str) -> bool:
    return any(map(str.isupper, text[2:])) and any(map(str.islower, text))


def _describe(word: Word) -> None:
    """Say what else a word can be that is of note."""
    text, low, capital = word.text, word.low, word.capital
    given_names = load_given_names()
    word.proper = capital or word.camel
    word.upper = text.isupper() and len(text) > 1
    word.given = text in given_names or (word.upper and len(text) > 3 and text.title() in given_names)
    word.place = load_heads()[text] is not None
    word.common = _is_common(text)
    word.attendance = capital and low in _ATTENDANCE
    word.unknown = capital and not word.common and not word.place
    word.thing = low.endswith(_OTHER_ENDINGS)
    headed = word.role or word.sort is not None or word.node is not None
    word.plain = word.unknown and len(text) > 1 and not (word.upper or word.camel or headed)
    word.starts = (
        headed or word.address or word.attendance or word.given or word.camel or word.upper
        or len(text) == 1 or (capital and not word.common) or low in _OPENERS
    )  # fmt: skip
    word.personal = word.given or text in INITIALS or (len(text) == 1 and capital)
    word.ordinary = (word.common or word.place) and not (
        word.upper or word.camel or word.role or word.address or word.sort is not None or word.personal
    )


def _read_number(text: str) -> Word | None:
    node = load_roots().get(text.lower()) if text[:1].isdigit() else None
    return Word(text, text, common=True, node=node) if node is not None else None


@lru_cache(maxsize=50_000)
def is_role(low: str) -> bool:
    """Tell whether a folded word names what somebody is, or what several are."""
    if len(low) > LONGEST_WORD or not low.replace("-", "").isalpha():
        return False
    if low in ROLES or low in SURNAME_ROLES or (len(low) >= _ROLE_ENDING and low.endswith(_ROLE_ENDINGS)):
        return True
    return is_plural_role(low)


def is_plural_role(low: str) -> bool:
    """Tell whether a folded word is the plural of a role ("raadsleden", "directeurs")."""
    single = low[: -1 if low.endswith("s") else -2]
    if low.endswith("leden"):
        single = low.removesuffix("leden") + "lid"
    elif low.endswith("ssen"):
        single = low.removesuffix("sen")
    return (
        low.endswith(("leden", "s", "en"))
        and len(low) > 4
        and (single in ROLES or (len(single) >= _ROLE_ENDING and single.endswith(_ROLE_ENDINGS)))
    )


def is_portfolio(word: Word) -> bool:
    """Tell whether a word with a capital is a field of work ("directeur Internationalisering")."""
    return word.capital and word.common and word.sort is None and word.low.endswith(_PORTFOLIO)


def is_surname(word: Word) -> bool:
    """Tell whether an ordinary word with a capital is a surname as well."""
    return word.low in _SURNAMES


def _find_sort(low: str, *, capital: bool) -> str | None:
    if low in HEADS:
        return HEADS[low]
    if not capital:
        return None
    if low in CUES:
        return CUES[low]
    if len(low) > _ROLE_ENDING and low.endswith(_ENDINGS) and low not in _NOT_HEADS:
        ending = next(ending for ending in _ENDINGS if low.endswith(ending))
        return _SORT_OF_ENDING.get(ending, "")
    return None


def _is_common(text: str) -> bool:
    plain = text.lower()
    if plain in STOP_WORDS or len(plain) == 1:
        return True
    lexicon = load_lexicon()
    if not lexicon.knows_exactly(plain):
        return False
    return len(plain) < 4 or lexicon.frequency(plain) >= COMMON


@cache
def load_words() -> Words:
    """Give the table of forms, empty at first."""
    return Words()

"""One letter for every word of a text: the part that it can have in a sentence about a deed.

A text of words becomes a string of letters, over which clauses are looked for at the speed of C:

- `w` we, `k` ik, `Z` ze or hij, `a` an agent ("provincie"), `o` a name by its look ("VNG"), `j` a work ("project"),
  `t` a determiner;
- `f` a deed in the singular of the present, `n` its infinitive or plural, `v` its past, `p` its
  participle, `B` what is `f` or `p` ("versterkt"), `C` what is `v` or `p` ("onderzocht");
- `F`, `N`, `V`, `P`, `G` and `K` the same for what happens by itself ("start", "volgt");
- `S` a verb that states no deed, `u` zal, `g` gaat, `l` wil, `m` moet and kan, `x` wordt, `y` werd,
  `z` is, `h` heeft, `H` had;
- `s` die and dat, `R` another word that begins a subordinate clause, `O` om, `T` te, `r` a preposition, `e` en, `M` maar, `b` an
  adverb that may open a sentence, `q` niet;
- `,` `:` (also a semicolon), `(` `)` `"` signs, `.` what may end a sentence, `|` a break, `d` a number,
  `_` a hyphen inside a word, `i` a span of time ("jaar", "maart"), `-` any other word.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from assistant.dutch.verbs import conjugate
from assistant.extract.actions.sentences import mark_word
from assistant.extract.source import LONGEST_WORD, mend

DATA_DIR = Path(__file__).resolve().parent / "data"
MANY_WORDS = 200_000
"""So many different words are remembered; then the memory starts anew."""

_BRAND = re.compile(r"[A-Z]{2,6}|[A-Z][a-z]+[A-Z]\w+|[A-Z]{2,}[a-z]\w*")
"""A name by its look alone: an abbreviation or capitals inside the word (VNG, PhotonDelta)."""
_NO_BRANDS = frozenset(
    "AI ICT IT HR MKB PDF URL API XML JSON RDF UML CV BTW CO TV NL VL BE OK II III IV VI VII".split()
)
NO_CUE = " "
LATER, AMISS, GOAL, PLAN = map(frozenset, ("LY", "XY", "GQ", "PQ"))
"""Cues of what is still to come, of delay and denial, of goals in figures, of plans and promises."""
STAND, WRITTEN, NOW, USUAL = map(frozenset, ("S", "WP", "N", "U"))
"""Cues of how work stands, of what is put on paper, of the present day, of what mostly happens."""
RULE, TERM = "R", "T"
"""Cues of rules, and of the term of a government."""
HALF = "S"
"""Letter of a verb that is half of another: only with its particle ("kent ... toe") it states a deed."""
_TAIL, _SHORTEST = 3, 7
"""Nouns that others end in are kept by so many letters; words with such an end are at least so long."""
_SIGNS = {",": ",", ":": ":", ";": ":", "(": "(", ")": ")", "[": "(", "]": ")"}
_SIGNS |= dict.fromkeys("\"'‘’“”„«»", '"') | dict.fromkeys(".!?…", ".")
_SORTS = {"deeds": "fnvpBC", "decisions": "fnvpBC", "happenings": "FNVPGK", "states": "SSSSSS"}
"""Letters of a section of `verbs.txt`: third person, infinitive, past, participle, and what is two of these."""


class _Tags(dict[str, str]):
    """Words as they stand in a `Source`, with their letters, made when they are first met."""

    def __init__(self) -> None:
        """Take the tables."""
        super().__init__()
        self._letters, self._cues = _read_letters(), _read_cues()

    def __missing__(self, word: str) -> str:
        shown = word.strip()
        if "\n" in shown:
            shown = mend(word)
        if len(word) > LONGEST_WORD:
            return ("-" if shown else "|") + NO_CUE + mark_word(word, shown)
        if len(self) > MANY_WORDS:
            self.clear()
        lower = shown.lower()
        part = self._letters.get(lower) or _choose_part(word, shown, lower)
        tag = self[word] = part + self._cues.get(lower, NO_CUE) + mark_word(word, shown)
        return tag


@cache
def open_tags() -> dict[str, str]:
    """Give three letters for each word: its part, what it may say of a deed, and its mark for sentences.

    A lookup never fails.
    """
    return _Tags()


@cache
def list_verbs(section: str) -> tuple[tuple[str, str], ...]:
    """Give the verbs of a section of `verbs.txt` as particle (or "") and the rest."""
    found: list[tuple[str, str]] = []
    name = ""
    for line in (DATA_DIR / "verbs.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            name = line.strip("[]")
        elif name == section and not line.startswith("#"):
            found += [
                (particle, core) for particle, _, core in (word.rpartition("|") for word in line.split())
            ]
    return tuple(found)


@cache
def read_forms() -> dict[str, tuple[str, str]]:
    """Give for every form of the verbs its letter and its infinitive; an earlier section prevails.

    In a main clause the particle of a verb stands apart, so there is a form without it too.
    """
    forms: dict[str, tuple[str, str]] = {}
    halves: dict[str, tuple[str, str]] = {}
    for section, letters in _SORTS.items():
        own: dict[str, tuple[str, str]] = {}
        for particle, core in list_verbs(section):
            for form, letter in _inflect(particle, core, letters):
                kept = own.get(form, (letter, ""))[0]
                own[form] = (_merge(kept, letter, letters), particle + core)
            if particle:
                halves |= {
                    form: (HALF, core) for form, letter in _inflect("", core, letters) if letter not in "pP"
                }
        forms = own | forms
    return halves | forms


def _inflect(particle: str, core: str, letters: str) -> Iterator[tuple[str, str]]:
    """Give the forms of a verb as one word."""
    thirds, pasts, participles = conjugate(core, particle)
    third, infinitive, past, participle, *_ = tuple(letters)
    yield from ((particle + form, third) for form in thirds)
    yield from ((particle + form, past) for form in pasts)
    yield particle + core, infinitive
    yield from ((form, participle) for form in participles)


def list_particles(core: str) -> dict[str, str]:
    """Give the particles with which a verb states a deed or a happening, with the section of each."""
    return _read_particles().get(core, {})


@cache
def _read_particles() -> dict[str, dict[str, str]]:
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for section in ("states", "happenings", "deeds", "decisions"):
        for particle, core in list_verbs(section):
            if particle:
                found[core][particle] = section
    return dict(found)


@cache
def can_happen(core: str) -> bool:
    """Tell whether a particle makes a verb of what happens by itself."""
    return "happenings" in list_particles(core).values()


def _merge(one: str, other: str, letters: str) -> str:
    third, infinitive, past, _, either, both = tuple(letters)
    if infinitive in (one, other):
        return infinitive
    if one == other or {one, other} == {third, past}:
        return third if third in (one, other) else one
    return both if past in (one, other) else either


@cache
def _open_table() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = tomllib.loads((DATA_DIR / "words.toml").read_text(encoding="utf-8"))
    return table


@cache
def _read_letters() -> dict[str, str]:
    """Give the letters of the words in `words.toml` and of the forms of verbs; the former prevail."""
    letters = {form: letter for form, (letter, _) in read_forms().items()}
    listed: dict[str, str] = {}
    for letter, words in _open_table()["parts"].items():
        for word in words.split():
            listed.setdefault(word, letter)
    return letters | listed


@cache
def _read_cues() -> dict[str, str]:
    """Give the letters of the cues in `words.toml`."""
    return {word: letter for letter, words in _open_table()["cues"].items() for word in words.split()}


@cache
def _nouns() -> dict[str, str]:
    """Give the letters of the nouns of `words.toml`; an agent prevails."""
    return {
        word.removeprefix("-"): letter
        for name, letter in (("works", "j"), ("agents", "a"))
        for word in _open_table()["nouns"][name].split()
    }


@cache
def _noun_ends() -> dict[str, tuple[tuple[str, str], ...]]:
    """Give the nouns that other words end in, with their letter, by their last letters; agents first."""
    ends: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
    for name, letter in (("agents", "a"), ("works", "j")):
        for word in _open_table()["nouns"][name].split():
            if word.startswith("-"):
                ends[word[-_TAIL:]].append((word[1:], letter))
    return {tail: tuple(words) for tail, words in ends.items()}


def _choose_part(raw: str, shown: str, lower: str) -> str:
    """Give the letter of what stands in no table as it is: breaks, signs, numbers, brands, nouns."""
    if not shown:
        return "|"
    if raw == "-":
        return "_"
    first = shown[0]
    if not first.isalnum():
        sign = _SIGNS.get(first, "-")
        return sign if sign != "." or raw[-1].isspace() else "-"
    if first.isdigit():
        return "d"
    if "’" in lower:
        lower = lower.replace("’", "'")
        if lower in _read_letters():
            return _read_letters()[lower]
    if shown != lower and _BRAND.fullmatch(shown) and shown not in _NO_BRANDS:
        return "o"
    return _nouns().get(lower) or _find_end(lower)


def _find_end(word: str) -> str:
    if len(word) >= _SHORTEST:
        for end, letter in _noun_ends().get(word[-_TAIL:], ()):
            if word.endswith(end):
                return letter
    return "-"

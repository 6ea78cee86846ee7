"""One letter for each word of a sentence with a date: what it says of a happening.

- `N` a noun of a happening, also in the midst of a sentence ("bezoek"), `n` one in a line of its own;
- `V` a past ("opende"), `P` a participle, `Q` what is one of these, `f` a present or an infinitive,
  `F` the same of what happens by itself ("start"), `B` what is `f` or `P`; `s` a verb of what merely
  is so ("bedroeg"), `S` its plural or infinitive;
- `k` what begins to be so ("beschikbaar", "van kracht"), `i` "kracht" alone, `a` a figure ("aantal"),
  `b` a ground ("op grond van");
- `w` wordt, `y` werd, `z` is, `Z` was, `h` heeft, `H` had, `u` zal, `g` gaat, `K` kan, `m` moet and wil;
- `W` we and ik, `o` nu, `d` what begins a subordinate clause, `c` a condition, `q` niet, `e` en, `r` a
  preposition, `T` te, `t` a determiner, `,` `:` `(` `)` signs, `.` the end of a sentence, `-` any other word.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache

from assistant.dutch.verbs import conjugate, find_infinitive, read_verbs
from assistant.extract.actions.tags import DATA_DIR, MANY_WORDS, open_tags
from assistant.extract.source import LONGEST_WORD, mend

_OWN = dict.fromkeys("als indien wanneer tenzij mits zodra zolang wie degene degenen".split(), "c")
_OWN |= {
    "was": "Z",
    "waren": "Z",
    "nu": "o",
    "ging": "V",
    "kan": "K",
    "kunnen": "K",
    "te": "T",
    "gingen": "V",
    "we": "W",
    "wij": "W",
    "ik": "W",
    "of": "e",
    "omdat": "d",
}
_OWN |= dict.fromkeys(
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag vandaag middag avond dag werkdag weekdag".split(),
    "-",
)
_LETTERS = {"x": "w", "y": "y", "z": "z", "h": "h", "H": "H", "u": "u", "g": "g", "l": "m", "m": "m"}
_LETTERS |= {
    "q": "q",
    "s": "d",
    "R": "d",
    "O": "d",
    "e": "e",
    "M": "e",
    "r": "r",
    "t": "t",
    "|": ".",
    ".": ".",
}
_LETTERS |= {",": ",", "(": "(", ")": ")", '"': "-", ":": ":", "v": "V", "V": "V", "p": "P", "P": "P"}
_LETTERS |= {"C": "Q", "K": "Q", "B": "B", "G": "B", "f": "f", "n": "f", "F": "F", "N": "F"}
"""Letters of `tags` -> letters of this module; a half verb ("S") is looked at more closely."""
_SEPARATED = re.compile(
    r"(?:aan|af|bij|door|goed|in|mee|na|neer|om|op|over|plaats|samen|terug|toe|uit|vast|voor|vrij|weg)ge.+(?:d|t|en)"
)
"""The shape of a participle with its particle, which the word list may lack."""
_VERBAL = re.compile(r".{2,}(?:[dt]e|[dt]en)|.{4,}t|(?:.*ge|be|ver|ont|her|er).+(?:d|t|en)")
"""The shape of a regular past or a participle; of other words only what ends as an irregular past is looked up."""


class _Marks(dict[str, str]):
    """Words as they stand in a `Source`, with their letter, made when they are first met."""

    def __missing__(self, word: str) -> str:
        if len(word) > LONGEST_WORD:
            return "." if word.isspace() else "-"
        if len(self) > MANY_WORDS:
            self.clear()
        mark = self[word] = _choose_mark(word)
        return mark


def mark_words(words: Iterable[str]) -> str:
    """Give the letters of words that stand in a row.

    "In werking" is a turn and "de werking" is none; nor is "de plaats", and "de werken" are no verb.
    """
    marks = "".join(map(open_marks().__getitem__, words))
    return marks.replace("ri", "rk").replace("tk", "t-").replace("tS", "t-")


@cache
def open_marks() -> dict[str, str]:
    """Give a letter for each word; a lookup never fails."""
    return _Marks()


def _choose_mark(raw: str) -> str:
    shown = mend(raw)
    word = shown.lower()
    own = _OWN.get(word) or _list_words().get(shown)
    if own:
        return own
    tag = open_tags()[raw][0]
    letter = _LETTERS.get(tag)
    if letter:
        return letter
    noun = _find_noun(word)
    if noun or not word.isalpha() or (shown[0].isupper() and tag != "S"):
        return noun or "-"
    shaped = word[-4:] in _list_past_ends() or _VERBAL.fullmatch(word)
    return _read_verb(word) if tag == "S" or (tag == "-" and shaped) else "-"


def _find_noun(word: str) -> str:
    """Give the letter of a noun of a happening, also at the end of a compound ("werkbezoek")."""
    if word[-3:] not in _list_noun_ends():
        return ""
    for letter, nouns in _list_nouns():
        if word.endswith(nouns):
            return letter
    return ""


def _read_verb(word: str) -> str:
    """Give the letter of a form of a verb that is in no list of deeds."""
    infinitive = find_infinitive(word)
    if infinitive is None:
        return "P" if _SEPARATED.fullmatch(word) else "-"
    _, pasts, participles = conjugate(infinitive)
    if word in pasts:
        return "Q" if word in participles else "V"
    if word in participles or "ge" in word[:-2]:
        return "P" if not word.endswith(("de", "te")) else "-"
    return "f" if word.endswith("t") else "-"


@cache
def _list_past_ends() -> frozenset[str]:
    """Give the last four letters of irregular forms, the whole of shorter ones."""
    return frozenset(form[-4:] for form in read_verbs())


@cache
def _read_table() -> dict[str, str]:
    table: dict[str, str] = tomllib.loads((DATA_DIR / "events.toml").read_text(encoding="utf-8"))
    return table


@cache
def _list_nouns() -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple(
        (letter, tuple(_read_table()[name].split())) for letter, name in (("N", "happenings"), ("n", "nouns"))
    )


@cache
def _list_noun_ends() -> frozenset[str]:
    """Give the last three letters of the nouns; a quick look that most words do not pass."""
    return frozenset(noun[-3:] for _, nouns in _list_nouns() for noun in nouns)


@cache
def _list_words() -> dict[str, str]:
    """Give the letters of whole words: figures, turns, and the forms of verbs of states."""
    letters = {word: "a" for word in _read_table()["figures"].split()}
    letters |= {word: "k" for word in _read_table()["turns"].split()}
    letters |= {word: "b" for word in _read_table()["grounds"].split()}
    letters |= {word: "i" for word in _read_table()["placed_turns"].split()}
    for verb in _read_table()["states"].split():
        particle, _, core = verb.rpartition("|")
        thirds, pasts, participles = conjugate(core, particle)
        letters |= dict.fromkeys(participles, "-")
        letters |= dict.fromkeys((particle + core,) if particle else (core, *pasts), "S")
        if not particle:
            letters |= dict.fromkeys({*thirds, *(form for form in pasts if not form.endswith("en"))}, "s")
    return letters

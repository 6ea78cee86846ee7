"""Words that were cut at a line's end: with or without the hyphen, or with a blank after it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from assistant.dutch import load_lexicon

CUT_MARKS = "-\u00ad\ufffe"
"""Signs at a line's end that may mean a cut word: hyphen, soft hyphen, PDFium's mark."""

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LEFT = re.compile(r"[^\W_]+(?:[-'’/&.][^\W_]+)*$")
_RIGHT = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_BRACKETED = re.compile(r"(?:^|[\s(‘“\"'])((?:[^\W\d_]+-?)?\(([^\W\d_]+-?)\))$")
_STRAY = re.compile(r"(?<![\w-])([^\W\d_]{2,}(?:-[^\W\d_]+)*)- ([^\W\d_]{2,})(?![\w-])")
_ADDRESS = re.compile(r"(?:https?:|www\.|@)\S*$")
_ADDRESS_WINDOW = 200
_TAIL_WINDOW = 80

_CONJUNCTIONS = frozenset(
    "en of én óf als tot noch dan respectievelijk resp maar naar versus and or und et".split()
)
# Free-standing short words that keep their hyphen in a compound (Woordenlijst 2015, rule 6.I:
# abbreviations and single letters) and prefixes that take one (rule 6.F).
_KEEPERS = frozenset(
    """
    ai ap avg b2b bbp bbz btw bv cao cbs cda cd cpb dna dvd eu ez fte gps hbo hr hrm http ict igo ip it kmo ki led
    lng mbo mkb mri ngo nv oa ov p2p pc pgb pr rtv r&d sms tv tno usb vbo vdab vmbo vn vr vso vwo vzw wmo wo wifi
    oud ex non niet ooit adjunct aspirant interim sint quasi semi- vice- publiek sociaal
    """.split()
)
_VOWEL_CLASH = frozenset("aa ae ai au ee ei eu ie ii ij oe oi oo ou ui uu".split())
_LONGEST_WORD = 60
_LINKS = ("", "s", "-")


def count_words(lines: Iterable[str]) -> Counter[str]:
    """Count the words that stand unbroken in `lines`, in lower case.

    The last word of a line that ends in a hyphen and the first word after it are no evidence.
    """
    counts: Counter[str] = Counter()
    cut = False
    for line in lines:
        words = [match.group().lower() for match in _WORD.finditer(line)]
        if cut and words:
            words = words[1:]
        cut = line.rstrip().endswith(tuple(CUT_MARKS))
        counts.update(words[:-1] if cut else words)
    return counts


class Joiner:
    """Joins the lines of one document; `seen` counts the words that stand unbroken in it."""

    def __init__(self, seen: Counter[str] | None = None) -> None:
        self.seen = Counter[str]() if seen is None else seen

    def join_lines(self, lines: Iterable[str]) -> str:
        """Give one line: the given ones, with words that were cut made whole."""
        parts: list[str] = []
        tail = ""
        for line in lines:
            line = " ".join(line.split())
            if not line:
                continue
            cut, glue = self._bridge(tail, line)
            if cut and parts:
                parts[-1] = parts[-1][: len(parts[-1]) - cut]
            parts.extend((glue, line))
            tail = line
        return "".join(parts)

    def join(self, left: str, right: str) -> str:
        """Give `left` and `right` as one line."""
        return self.join_lines((left, right))

    def _bridge(self, left: str, right: str) -> tuple[int, str]:
        """Give how many signs go off the end of `left`, and what comes between."""
        if not left:
            return 0, ""
        if left.endswith(("\u00ad", "\ufffe")):
            return 1, self._hyphen(left[-1 - _TAIL_WINDOW : -1], right, soft=True)
        if left.endswith("-") and len(left) > 1 and (left[-2].isalnum() or left[-2] in ")."):
            return 1, self._hyphen(left[-1 - _TAIL_WINDOW : -1], right, soft=False)
        if left.endswith(")") and self._is_split_bracket(left[-_TAIL_WINDOW:], right):
            return 0, ""
        if left[-1] in "/_=&?%+#" and (left[-1] == "/" or _ADDRESS.search(left[-_ADDRESS_WINDOW:])):
            return 0, "" if not left.endswith(" /") else " "
        if left.endswith("_-"):
            return 0, ""
        return 0, " "

    def _hyphen(self, left: str, right: str, *, soft: bool) -> str:
        before, after = _LEFT.search(left), _RIGHT.match(right)
        if _ADDRESS.search(left):
            return "-"
        if after is None:
            return "-" if right[:1] in "(‘'“\"" else "- "
        if before is None:
            return "-"
        return self.decide(before.group(), after.group(), soft=soft)

    def decide(self, left: str, right: str, *, soft: bool = False) -> str:
        """Give what stands between two halves: "" (one word), "-" or "- " (suspended compound)."""
        if right.lower() in _CONJUNCTIONS:
            return "- "
        if left[-1].isdecimal() or right[0].isdecimal():
            return "-"
        if right[0].isupper() and not (left.isupper() and right.isupper()):
            return "-"
        if len(left) > 1 and left.isupper() and right[0].islower():
            return "-"
        return self._by_evidence(left.lower(), right.lower(), soft=soft)

    def _by_evidence(self, left: str, right: str, *, soft: bool) -> str:
        whole, split = self.seen[left + right], self.seen[f"{left}-{right}"]
        if whole != split:
            return "" if whole > split else "-"
        last, first = left.rpartition("-")[2], right.partition("-")[0]
        if (whole := self.seen[last + first]) != (split := self.seen[f"{last}-{first}"]):
            return "" if whole > split else "-"
        if len(last) == 1 or last in _KEEPERS:
            return "" if _weight(last + first) > 1 and last not in _KEEPERS else "-"
        whole, split = _weight(last + first), max(_weight(f"{last}-{first}"), _weight(f"{left}-{first}"))
        if whole != split:
            return "" if whole > split else "-"
        clash = last[-1] + first[0] in _VOWEL_CLASH
        return "-" if clash and not soft and is_word(last) and is_word(first) else ""

    def _is_split_bracket(self, left: str, right: str) -> bool:
        """Tell whether "(inter)" at a line's end belongs to "nationaal" on the next."""
        found, after = _BRACKETED.search(left), _RIGHT.match(right)
        if found is None or after is None or not right[0].islower():
            return False
        first = after.group().lower()
        whole = found.group(1).replace("(", "").replace(")", "").lower() + first
        if not found.group(1).lstrip("(")[1:].replace(")", "").islower():
            return False
        return bool(self.seen[whole]) or load_lexicon().knows(whole) or (len(whole) > 8 and is_word(whole))

    def rate_join(self, left: str, right: str) -> int:
        """Give how sure it is that `right` goes on with the word cut at the end of `left`.

        2: together they make a known word, or one whose rest is no word by itself; 1: a compound
        that nobody has seen, or half of a suspended one; 0: no word.
        """
        before, after = _LEFT.search(left[:-1][-_TAIL_WINDOW:]), _RIGHT.match(right)
        if before is None or after is None:
            return 0
        last, first = before.group().lower().rpartition("-")[2], after.group().lower().partition("-")[0]
        if self.seen[last + first] or load_lexicon().knows(last + first):
            return 2
        if first in _CONJUNCTIONS:
            return 1
        if not is_word(last + first):
            return 0
        return 1 if load_lexicon().knows(first) else 2

    def mend_strays(self, text: str) -> str:
        """Join words with a hyphen and a blank in them ("eco- systeem") where that is certain."""
        return _STRAY.sub(self._mend_stray, text) if "- " in text else text

    def _mend_stray(self, match: re.Match[str]) -> str:
        left, right = match.group(1), match.group(2)
        if right.lower() in _CONJUNCTIONS or right[0].isupper() or len(left) < 3:
            return match.group()
        whole = (left + right).lower()
        if self.seen[whole] or load_lexicon().frequency(whole) > 0:
            return left + right
        return match.group()


def _weight(word: str) -> int:
    """Give how well the lexicon knows `word`: 0 not, 1 as a compound, more as a word itself."""
    lexicon = load_lexicon()
    if lexicon.knows(word):
        return 2 + lexicon.frequency(word)
    return 1 if "-" not in word and is_word(word) else 0


@lru_cache(maxsize=100_000)
def is_word(word: str) -> bool:
    """Tell whether the lexicon knows `word`, or both parts of it as a compound."""
    lexicon = load_lexicon()
    if lexicon.knows(word):
        return True
    cuts = range(3, min(len(word), _LONGEST_WORD) - 2)
    return any(lexicon.knows(word[cut:]) and _is_first_part(word[:cut]) for cut in cuts)


def _is_first_part(part: str) -> bool:
    lexicon = load_lexicon()
    return any(
        lexicon.knows(part.removesuffix(link))
        for link in _LINKS
        if part.endswith(link) and len(part) > len(link) + 2
    )

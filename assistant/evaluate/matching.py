"""Whether a gold string occurs in an answer: blind to case, accents, dashes and line breaks."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

Groups = tuple[tuple[str, ...], ...]
"""Required things, each a tuple of alternative wordings."""

_PLAIN = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "´": "'",
        "`": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "\u00ad": None,
        "\u200b": None,
        "\ufeff": None,
    }
)
_CUT = re.compile(r"(?<=[^\W\d_])-\s+(?=[^\W\d_])")
_WHOLE_WORD_CHARS = 4
_SPACE = re.compile(r"\s+")


def normalise(text: str) -> str:
    """Give `text` in lower case, without accents, with plain quotes and dashes and single spaces."""
    decomposed = unicodedata.normalize("NFKD", text.translate(_PLAIN))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPACE.sub(" ", bare.casefold()).strip()


def mend(normal: str) -> str:
    """Join words cut at a line's end ("cofinan- ciering") in an already normalised text."""
    return _CUT.sub("", normal)


class Haystack:
    """A text that is searched for gold strings, normalised once.

    Both the text as it stands and the text with cut words joined count, because "kennis- en
    innovatieagenda" must be found as it stands and "cofinan- ciering" as one word. A string
    that begins or ends with a digit only matches a whole number: "30" is not found in "2030",
    "10" not in "10.000" and "2,4" not in "12,4". A word of at most four letters must stand by
    itself: "acht" is not found in "opdracht", "BOM" not in "bomen".
    """

    __slots__ = ("_forms",)

    def __init__(self, text: str) -> None:
        normal = normalise(text)
        self._forms = (normal, mend(normal))

    def holds(self, wanted: str) -> bool:
        """Tell whether `wanted` occurs."""
        needle = normalise(wanted)
        if not needle:
            return False
        pattern = _pattern(needle)
        return any(pattern.search(form) for form in self._forms)

    def holds_any(self, alternatives: Sequence[str]) -> bool:
        """Tell whether one of the wordings occurs."""
        return any(self.holds(alternative) for alternative in alternatives)

    def holds_all(self, groups: Groups) -> bool:
        """Tell whether every required thing occurs in at least one of its wordings."""
        return all(self.holds_any(group) for group in groups)

    def share(self, groups: Groups) -> float:
        """Give the share of the required things that occur; 1 when nothing is required."""
        if not groups:
            return 1.0
        return sum(self.holds_any(group) for group in groups) / len(groups)


@lru_cache(maxsize=4096)
def _pattern(needle: str) -> re.Pattern[str]:
    if len(needle) <= _WHOLE_WORD_CHARS and needle.isalpha():
        return re.compile(rf"(?<!\w){needle}(?!\w)")
    before = r"(?<!\d)(?<!\d[.,])" if needle[0].isdigit() else ""
    after = r"(?![.,]?\d)" if needle[-1].isdigit() else ""
    return re.compile(before + re.escape(needle) + after)

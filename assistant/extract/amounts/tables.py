"""The unit that the head of a table's column gives: "Budget (x € 1.000): 450", "in mln euro: 5,1".

The readers write a row of a table as "Caption: row – Head: cell; Head: cell". A head holds for the
number behind its colon; a caption that says "(bedragen x € 1.000)" for the cells of its row, but
for those of which the head speaks of something else.
"""

from __future__ import annotations

import re
from typing import Final

from assistant.extract.amounts.figures import Figure, lower
from assistant.extract.source import Source

_HEAD_CHARS: Final = 90
_ROW_CHARS: Final = 600
_SCALE = r"duizend(?:en)?|miljoen(?:en)?|mln\.?|mio\.?|miljard(?:en)?|mld\.?|mrd\.?"
_MONEY = r"€|euro|eur"
_THOUSAND = re.compile(
    rf"[x×*]\s?(?:{_MONEY})?\s?(?P<times>1[. ]?000(?:[. ]?000)?|{_SCALE})|[x×*]\s?(?:{_MONEY})\s?(?P<k>1\s?k)",
    re.IGNORECASE,
)
_WORDS = re.compile(
    rf"(?P<scale>{_SCALE})\s?(?:{_MONEY})|(?:{_MONEY})\s?(?P<after>{_SCALE})|\b(?P<short>[km])€|€\s?(?P<behind>[km])\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"\((?:in\s)?(?:€|euro|eur)\)|\bin\s(?:€|euro)(?!\w)", re.IGNORECASE)
_PERCENT = re.compile(r"\((?:in\s)?(?:%|procent)\)|\bin\s(?:%|procent)(?!\w)|^%$", re.IGNORECASE)
_OTHER = re.compile(r"%|\b(?:aantal|aantallen|jaar|aandeel|fte|vte|nummer|nr|datum|procent)\b", re.IGNORECASE)
_BOUNDS: Final = ";\n\t–|"


def read_column(source: Source, figure: Figure) -> tuple[str, float] | None:
    """Give the unit and the scale of a bare number in a cell; None when no head is certain."""
    before = source.word(figure.first - 1) if figure.first else ""
    if before != ":" or figure.start != source.starts[figure.first] or figure.suffix:
        return None
    colon = source.starts[figure.first - 1]
    begin = max(0, colon - _HEAD_CHARS)
    head = re.split(rf"[{_BOUNDS}]", source.text[begin:colon])[-1].strip()
    found = read_head(head)
    if found or _OTHER.search(head):
        return found
    row = source.text.rfind("\n", max(0, colon - _ROW_CHARS), colon) + 1
    caption, _, _ = source.text[max(row, colon - _ROW_CHARS) : colon].partition(":")
    scaled = _THOUSAND.search(caption) or re.search(
        rf"\bin\s(?:{_SCALE})\s(?:{_MONEY})", caption, re.IGNORECASE
    )
    return read_head(caption) if scaled else None


def read_head(head: str) -> tuple[str, float] | None:
    """Give what a column's head says of its numbers: ("EUR", 1000) for "Budget (x € 1.000)"."""
    if _PERCENT.search(head):
        return "%", 1.0
    if match := _THOUSAND.search(head):
        times = match["times"] or match["k"]
        digits = re.sub(r"\D", "", times)
        if not re.search(_MONEY, head, re.IGNORECASE):
            return None
        return "EUR", float(digits) if len(digits) > 1 else _factor(times)
    if match := _WORDS.search(head):
        return "EUR", _factor(next(group for group in match.groups() if group))
    return ("EUR", 1.0) if _PLAIN.search(head) else None


def is_scale(source: Source, figure: Figure) -> bool:
    """Tell whether a sum is the scale of a table, as in "bedragen x € 1.000" and "in duizend euro"."""
    if figure.value() not in (1e3, 1e6):
        return False
    if not figure.numeral.digits and lower(source, figure.first - 1) == "in":
        return True
    before = source.text[max(0, figure.start - 3) : figure.start].rstrip()
    return before[-1:] in ("x", "X", "×", "*") and not before[-2:-1].isalnum()


def _factor(word: str) -> float:
    low = word.lower().rstrip(".")
    if low.startswith(("mld", "mrd", "miljard")):
        return 1e9
    return 1e3 if low[0] in "d1k" else 1e6

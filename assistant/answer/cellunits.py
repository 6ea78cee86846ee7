"""The unit of a bare number in a table, which stands in the header of its column or in the caption: "Budget (mln euro): 12,0"."""

from __future__ import annotations

import re

from assistant.answer.evidence import Unit
from assistant.answer.kinds import QuestionKind
from assistant.answer.question import Question
from assistant.answer.rows import caption_end, find_cells, row_label
from assistant.dutch import fold
from assistant.types import BlockKind, Span

_BARE = re.compile(r"(?P<sign>€ ?|EUR ?)?(?P<number>[-+–]?\d[\d.,]*(?: \d{3})*)(?:,-)?")
_SCALES = (
    (re.compile(r"mln|miljoen(?:en)?|milj"), "miljoen"),
    (re.compile(r"mld|miljard(?:en)?"), "miljard"),
    (re.compile(r"duizend(?:en)?|1[. ]?000|k(?= ?€| ?euro)"), "duizend"),
)
_MONEY = re.compile(r"€|\beuro'?s?\b|\beur\b|k€")
_SHARE = re.compile(r"%|\bprocent(?:en)?\b|\bpercent\b")
_PLAIN = (
    "km|kilometer|meter|m2|m²|m3|ha|hectare|kg|kilo|ton|liter|kwh|mwh|mw|uur|uren|dagen|weken|maanden|jaar|jaren|minuten|fte|personen|"
    "inwoners|woningen|stuks|leerlingen|studenten|bedrijven|plaatsen"
)
_SAID = re.compile(
    r"(?:\((?:(?:bedragen|cijfers|aantallen) )?(?:in |x ?|× ?)?(?P<held>[^()]{1,30})\)"
    r"|\b(?:bedragen |cijfers )?in (?P<led>(?:miljoen(?:en)?|mln|miljard(?:en)?|mld|duizend(?:en)?)(?: euro|\.? €)?|euro|%|procent(?:en)?)(?![\w])"
    r"|(?:\bx|×) ?(?P<times>(?:€ ?)?(?:1[. ]?000(?:[. ]000)?|1 miljoen|miljoen|mln)(?: ?(?:€|euro))?))",
    re.IGNORECASE,
)
"""Where a header or caption says the unit: in brackets, behind "in" or "x"."""
_OF_TABLE = frozenset({QuestionKind.AMOUNT, QuestionKind.SHARE})
"""Kinds of question whose unit may be that of the whole table."""
_COUNTED = re.compile(r"\b(?:aantal|aantallen|jaar|nr|nummer|fte|rang|stuks|personen)\b")
"""Headers of a column that has no share in it."""
_IN_MONEY = re.compile(r"€$|^(?:€|EUR|[Ee]uro(?:['’]?s)?)\b|\b(?:EUR|[Ee]uro(?:['’]?s)?)$|^€")
"""A header that is or ends in a sign for euros: "Tarief €", "EUR"."""
_UNIT = re.compile(rf"(?:(?:in|per|x|×) )?(?:{_PLAIN})")


def with_cell_unit(question: Question, unit: Unit, short: Span, shown: str) -> str:
    """Give a bare number out of a row with the unit of its column, its row or its caption; anything else as it is."""
    if not unit.reading.blocks.is_kind(unit.block, BlockKind.ROW):
        return shown
    bare = _BARE.fullmatch(shown.strip())
    if bare is None:
        return shown
    text, inside = unit.text, short.shift(-unit.span.start)
    header = next((header for header, cell in find_cells(text) if cell.covers(inside)), None)
    if header is None:
        return shown
    said = read_unit(header)
    if said is None and question.kind in _OF_TABLE and not _COUNTED.search(fold(header)):
        above = map(read_unit, (row_label(text).of(text), text[: caption_end(text)]))
        said = next(
            (found for found in above if found and (found == "%") is (question.kind is QuestionKind.SHARE)),
            None,
        )
    return shown if said is None else _join(bare, said)


def read_unit(words: str) -> str | None:
    """Give the unit that a header or caption says: "miljoen euro", "%", "km"; None without one."""
    for found in _SAID.finditer(words):
        told = fold(found["held"] or found["led"] or found["times"])
        if re.fullmatch(r"(?:€ ?)?1[. ]?000[. ]000(?: ?(?:€|euro))?", told):
            told = told.replace("1.000.000", "miljoen").replace("1 000 000", "miljoen")
        scale = next((name for pattern, name in _SCALES if pattern.search(told)), "")
        if _MONEY.search(told):
            return f"{scale} euro".strip()
        if _SHARE.search(told):
            return "%"
        if scale:
            return f"{scale} euro" if _MONEY.search(fold(words)) else scale
        if _UNIT.fullmatch(told):
            return re.sub(r"^(?:in|x|×) ", "", told)
    if words.rstrip().endswith("%"):
        return "%"
    return "euro" if _IN_MONEY.search(words.strip()) else None


def _join(bare: re.Match[str], said: str) -> str:
    """Give a number with its unit; the sign for euros that it has itself is not said again."""
    number = bare["number"]
    if said == "%":
        return f"{number}%" if not bare["sign"] else bare.group()
    if bare["sign"]:
        scale = said.removesuffix("euro").strip()
        return f"{bare['sign']}{number} {scale}".strip()
    return f"{number} {said}"

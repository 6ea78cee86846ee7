"""A list as a short answer: of things that can be what is asked for, and none that is a paragraph or a lead-in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer.evidence import Unit
from assistant.answer.finders.which import first_clause, join_items
from assistant.answer.itemsorts import is_of_other_sort
from assistant.answer.nounphrases import is_body
from assistant.answer.question import Question
from assistant.answer.wholeitems import is_long, keep_whole, split_items, tidy_list
from assistant.answer.wording import flatten_short
from assistant.dutch import fold

_SIGN = re.compile(r"\b(?P<one>[A-ZÀ-Þ][\w-]*) & (?P<other>[A-ZÀ-Þ][\w-]*)")


def show_list(question: Question, unit: Unit, shown: str) -> str | None:
    """Give the list of a unit as it is shown, of one in a sentence from `shown`; None where it cannot be the answer."""
    if unit.items:
        items = _name_items(unit)
        joined = None if any(map(is_long, items)) else flatten_short(join_items(items))
    else:
        joined = tidy_list(_with_signs(unit, shown))
        items = split_items(joined or "")
    if joined is None or is_of_other_sort(question, items, (unit,)):
        return None
    return joined if _may_list(question, items) else None


def _with_signs(unit: Unit, shown: str) -> str:
    """Give a list with the names whole that were parted at "&" between capitals: "de Code Kunst & Kracht"."""
    for name in _SIGN.finditer(unit.text):
        parted = re.compile(rf"\b{re.escape(name['one'])}(?:[,;]| en) {re.escape(name['other'])}\b")
        shown = parted.sub(name.group(), shown)
    return shown


def _name_items(unit: Unit) -> list[str]:
    """Give the names of the items below a lead, of those that are items themselves."""
    kept = keep_whole([unit.reading.text_of(item) for item in unit.items])
    named = [first_clause(item) for item in kept]
    return [*named[:-1], _without_paragraph(named[-1], named[:-1])] if len(named) > 1 else named


_RUNS_ON = re.compile(
    r"(?<=[a-zà-ÿ]) (?=(?:De|Het|Een|Deze|Dit|Dat|Er|In|Op|Bij|Voor|Wij|We|Als|Om|Door|Daarnaast|Hiervoor|Hierbij|Daarbij|Na) [a-zà-ÿ]+ )"
)
"""Where a paragraph begins that was read as the end of the last item."""


def _without_paragraph(item: str, others: Sequence[str]) -> str:
    """Give the last item without the paragraph behind it, where the items are names: none holds a full stop."""
    found = _RUNS_ON.search(item)
    return item if found is None or any("." in other for other in others) else item[: found.start()]


def _may_list(question: Question, items: Sequence[str]) -> bool:
    """Tell whether items can be what is asked for: "wie" wants persons and bodies, and only "vragen" wants questions."""
    if question.asked == "wie":
        return 2 * sum(map(_is_somebody, items)) >= len(items)
    if _GETS.search(fold(question.text)) and any(map(_TO_DO.search, items)):
        return False
    return not any(item.endswith("?") for item in items) or "vra" in (question.asked or "vra")


_GETS = re.compile(
    r"\b(?:kreeg|kregen|krijgt|krijgen|ontving|ontvingen|ontvangt|verval\w*|vervielen|ingetrokken|wonnen|won)\b"
)
_TO_DO = re.compile(r"\bte [a-zà-ÿ]{3,}n$")
"""What somebody gets or what ends is no deed: "de kwaliteit te verbeteren"."""


def _is_somebody(item: str) -> bool:
    """Tell whether an item is a name, or of persons or a body."""
    if _THING.match(fold(item)):
        return False
    return any(map(str.isupper, item)) or any(map(is_body, item.split()))


_THING = re.compile(
    r"(?:de|het|een|dit|deze) (?:[a-zà-ÿ-]+e )?[a-zà-ÿ-]*(?:formulier(?:en)?|voorschriften|regeling(?:en)?|besluit(?:en)?|"
    r"wet(?:ten)?|reglement(?:en)?|"
    r"regels|verordening(?:en)?|aanvra(?:ag|gen)|subsidies?)\b"
)
"""A paper or rule, whatever names stand in it."""

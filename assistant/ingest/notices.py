"""What the reader of a PDF has to know about its pages, in Dutch."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from assistant.ingest.glyphs import Fault, Sheet

_FAULTS = {
    Fault.DAMAGED: "niet gelezen; de pagina is beschadigd",
    Fault.CRASHED: "niet gelezen; het lezen van deze pagina liep vast of brak af",
    Fault.LARGE: "niet gelezen; het document bevat meer tekst dan de grens toelaat",
    Fault.LIMIT: "niet gelezen; het document gaat over de grens van wat gelezen wordt",
    Fault.RESCUED: "gelezen met een tweede programma; volgorde en plaats van de woorden zijn niet zeker",
}
_EDGE_SIGNS = 20
"""Fewer signs beyond the edge of a page are crop marks and the like."""


def list_notices(sheets: Sequence[Sheet], count: int) -> tuple[str, ...]:
    """Give what is to be told about the pages of a file that says to have `count` of them."""
    numbered = list(enumerate(sheets, start=1))
    told = [
        (f"{name_pages(number for number, sheet in numbered if sheet.fault is fault)}", words)
        for fault, words in _FAULTS.items()
    ]
    rest = range(len(sheets) + 1, count + 1)
    told.append((_name_range(rest[0], rest[-1]) if rest else "", _FAULTS[Fault.LIMIT]))
    told += [
        (
            name_pages(number for number, sheet in numbered if sheet.layer),
            "de tekst is de onzichtbare tekstlaag van een scan; controleer haar in het beeld",
        ),
        (
            name_pages(number for number, sheet in numbered if sheet.cut),
            "alleen het begin is gelezen; er staat meer op dan de grens toelaat",
        ),
        (
            name_pages(number for number, sheet in numbered if sheet.unseen),
            f"verborgen tekst (wit, doorzichtig of onleesbaar klein) is overgeslagen"
            f" ({sum(sheet.unseen for sheet in sheets)} woorden)",
        ),
        (
            name_pages(number for number, sheet in numbered if sheet.hidden > _EDGE_SIGNS),
            "tekst buiten de pagina is overgeslagen",
        ),
    ]
    return tuple(f"pagina {pages}: {words}" for pages, words in told if pages)


def name_pages(numbers: Iterable[int]) -> str:
    """Give page numbers in rising order as "1, 3-5"; empty when there are none."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ", ".join(_name_range(first, last) for first, last in runs)


def _name_range(first: int, last: int) -> str:
    return str(first) if first == last else f"{first}-{last}"

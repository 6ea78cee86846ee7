"""What a plain text that was taken out of a PDF has beside its text: left out, and told."""

from __future__ import annotations

from assistant.ingest.copies import drop_doubled, halve_doubled
from assistant.ingest.plaincontents import drop_contents
from assistant.ingest.runningheads import drop_heads
from assistant.ingest.watermark import drop_watermark, find_watermark

_DOUBLED = 20
"""Lines that stand twice in themselves, from which a text is taken to be drawn twice."""
_FEWEST = 100
"""A text of fewer lines has too few pages to know its heads by."""


def drop_furniture(text: str) -> tuple[str, tuple[str, ...]]:
    """Give a text without watermark, running heads, doubled lines and table of contents, and what is told of them.

    Nothing is left out of a text without running heads at the distances of pages: what recurs in minutes, lists and
    rules is content. A text with form feeds has its pages, and is left to what knows those.
    """
    text_read = text
    lines = text.split("\n")
    if len(lines) < _FEWEST or "\f" in text:
        return text, ()
    told: list[str] = []
    if word := find_watermark(lines):
        lines, count = drop_watermark(lines, word)
        told.append(f"het watermerk ‘{word}’ is weggelaten ({count} keer)")
    lines, halved = halve_doubled(lines)
    if word or halved >= _DOUBLED:
        lines, count = drop_doubled(lines)
        halved += count
    text, heads = drop_heads("\n".join(lines))
    if not heads:
        return text_read, ()
    told += [
        f"de kop of voet ‘{head}’ van bladzijden is weggelaten ({count} keer)"
        for head, count in heads.items()
    ]
    lines, count = halve_doubled(text.split("\n"))
    if halved + count:
        told.append(f"{halved + count} regels die dubbel stonden zijn eenmaal gelezen")
    lines, count = drop_contents(lines, paged=bool(heads))
    if count:
        told.append(f"de inhoudsopgave is weggelaten ({count} regels)")
    return "\n".join(lines), tuple(told)

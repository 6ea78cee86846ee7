"""All facts of a text: one function, one table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from pkgutil import resolve_name

from assistant.extract.source import Source, read_source
from assistant.types import Extract, ExtractKind

EXTRACTORS: dict[ExtractKind, str] = {
    ExtractKind.THEME: "assistant.extract.themes:find_themes",
    ExtractKind.REGION: "assistant.extract.regions:find_regions",
    ExtractKind.DATE: "assistant.extract.dates:find_dates",
    ExtractKind.AMOUNT: "assistant.extract.amounts:find_quantities",
    ExtractKind.SHARE: "assistant.extract.amounts:find_quantities",
}
"""Where a kind of fact is found, as "module:function"; one function may find several kinds.

Each function takes a `Source` and gives extracts in order of their place.
"""


@cache
def _load_extractor(name: str) -> Callable[[Source], list[Extract]]:
    found: Callable[[Source], list[Extract]] = resolve_name(name)
    return found


def find_extracts(
    text: str,
    *,
    document_date: str | None = None,
    origin: str | None = None,
    kinds: Collection[ExtractKind] | None = None,
) -> list[Extract]:
    """Give the facts of `text`, sorted by start, end and kind; `text[span.start:span.end]` is each one's text.

    `document_date` (EDTF level 0) is what relative dates are resolved against; `origin` ("nl" or
    "vl") decides between places of the same name. `kinds` limits what is looked for; kinds without
    an extractor give nothing.
    """
    wanted = [kind for kind in EXTRACTORS if kinds is None or kind in kinds]
    source = read_source(text, document_date, origin)
    functions = dict.fromkeys(EXTRACTORS[kind] for kind in wanted)
    found = [
        extract for name in functions for extract in _load_extractor(name)(source) if extract.kind in wanted
    ]
    return sorted(found, key=lambda extract: (extract.span, extract.kind))

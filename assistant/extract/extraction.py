"""All facts of a text: one function, one table of kinds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from functools import cache
from pathlib import Path
from pkgutil import resolve_name

from assistant.extract.collector import rest_collector
from assistant.extract.source import read_source
from assistant.types import Extract, ExtractKind

EXTRACTORS: dict[ExtractKind, str] = {
    ExtractKind.THEME: "assistant.extract.themes:find_themes",
    ExtractKind.REGION: "assistant.extract.regions:find_regions",
    ExtractKind.DATE: "assistant.extract.dates:find_dates",
    ExtractKind.AMOUNT: "assistant.extract.amounts:find_quantities",
    ExtractKind.SHARE: "assistant.extract.amounts:find_quantities",
    ExtractKind.COUNT: "assistant.extract.amounts:find_quantities",
    ExtractKind.ORGANISATION: "assistant.extract.names:find_names",
    ExtractKind.PERSON: "assistant.extract.names:find_names",
}
"""Where a kind of fact is found, as "module:function"; one function may find several kinds.

Each function takes a `Source` and gives extracts in order of their place.
"""

COMPOSERS: dict[ExtractKind, str] = {
    ExtractKind.ACTION: "assistant.extract.actions:find_deeds",
    ExtractKind.EVENT: "assistant.extract.actions:find_deeds",
}
"""Kinds of fact that are made of others, as in `EXTRACTORS`.

Each function takes a `Source` and all extracts that the rows of `EXTRACTORS` found in it, sorted.
"""


@cache
def _load(name: str) -> Callable[..., list[Extract]]:
    found: Callable[..., list[Extract]] = resolve_name(name)
    return found


def find_extracts(
    text: str,
    *,
    document_date: str | None = None,
    origin: str | None = None,
    kinds: Collection[ExtractKind] | None = None,
    themes: Path | None = None,
) -> list[Extract]:
    """Give the facts of `text`, sorted by start, end and kind; `text[span.start:span.end]` is each one's text.

    `document_date` (EDTF level 0) is what relative dates are resolved against; `origin` ("nl" or
    "vl") decides between places of the same name. `kinds` limits what is looked for; kinds without
    an extractor give nothing. `themes` is a vocabulary of the user's own; UsageError when it is not one.
    """
    wanted = frozenset(ExtractKind if kinds is None else kinds)
    composers = dict.fromkeys(name for kind, name in COMPOSERS.items() if kind in wanted)
    needed = [name for kind, name in EXTRACTORS.items() if composers or kind in wanted]
    with rest_collector():
        source = read_source(text, document_date, origin, themes)
        found = _sort(extract for name in dict.fromkeys(needed) for extract in _load(name)(source))
        made = [extract for name in composers for extract in _load(name)(source, found)]
        return _sort(extract for extract in [*found, *made] if extract.kind in wanted)


def _sort(extracts: Iterable[Extract]) -> list[Extract]:
    # numbers, for spans compare by way of Python
    return sorted(extracts, key=lambda extract: (extract.span.start, extract.span.end, extract.kind))

"""Filters whose codes are looked up in the vocabularies, so that a slip is not an empty result."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from functools import cache
from pathlib import Path

from assistant.errors import UsageError
from assistant.extract import Theme, load_regions, load_themes
from assistant.types import DocumentRecord, Filters


def resolve_filters(
    filters: Filters, records: Iterable[DocumentRecord], themes: Path | None = None
) -> Filters:
    """Give the filters with official codes; names and other case are accepted too.

    Raises UsageError, naming the field, for a document that is not among `records` and for a
    theme or region that the vocabularies do not have; `themes` is a vocabulary of the user's own.
    """
    if filters.documents:
        known = {name for record in records for name in (record.id, record.path)}
        for document in filters.documents:
            if document not in known:
                raise UsageError(f"{_quote(document)} is geen bekend document.", "document")
    return replace(
        filters,
        themes=_look_up(filters.themes, _theme_codes(load_themes(themes)), "thema"),
        regions=_look_up(filters.regions, _region_codes(), "regio"),
    )


def _look_up(given: tuple[str, ...], known: dict[str, tuple[str, ...]], field: str) -> tuple[str, ...]:
    codes = []
    for item in given:
        owners = known.get(item.casefold(), ())
        if len(owners) > 1:
            raise UsageError(
                f"{_quote(item)} kan meer dan één {field} zijn. Geef de code: {' of '.join(owners)}.", field
            )
        if not owners:
            near = get_close_matches(item[:60].casefold(), known, n=1)
            hint = f" Bedoelt u '{' of '.join(known[near[0]])}'?" if near else ""
            raise UsageError(f"{_quote(item)} is geen bekende code voor {field}.{hint}", field)
        codes.append(owners[0])
    return tuple(codes)


def _quote(given: str) -> str:
    """Give what the caller wrote, cut and printable."""
    return "'" + "".join(char if char.isprintable() else "�" for char in given[:60]) + "'"


@cache
def _theme_codes(themes: tuple[Theme, ...]) -> dict[str, tuple[str, ...]]:
    return _table((theme.code, theme.name) for theme in themes)


@cache
def _region_codes() -> dict[str, tuple[str, ...]]:
    return _table((region.code, region.name) for region in load_regions() if region.code)


def _table(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Give code and name, folded, to the codes that bear it: more than one for a name that is shared."""
    names: dict[str, set[str]] = defaultdict(set)
    codes = {}
    for code, name in pairs:
        codes[code.casefold()] = (code,)
        names[name.casefold()].add(code)
    return {name: tuple(sorted(owners)) for name, owners in names.items()} | codes

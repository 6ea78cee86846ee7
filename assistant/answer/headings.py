"""Which heading a reference to a chapter names: by its number, by its name, or as a part that every report has."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import lru_cache, partial

from assistant.answer.numbering import COUNTED, PLAIN, is_within, list_beginnings, read_numbering
from assistant.answer.references import Reference
from assistant.dutch import analyse, content_stems, fold

_CONTAINERS = frozenset(("deel", "titel", "afdeling"))
"""Labels of what chapters may lie in."""
DEPTH = 1
"""Headings that may stand above the first number of a chapter: the title. Deeper a numbered heading counts other things."""
_BEGIN, _ENDING = 3, 2
"""Letters that a stem shares with nearly all its words, and those at its end that may differ in them."""
_MOST_NAME = 6
"""Words of a heading that may still be that of a summary or the like, besides its number."""
_WHOLE = 1.0
_ANNEXES = ("bijlage", "annex", "appendix")

Fits = Callable[[str, tuple[str, ...]], str | None]
"""Gives the heading of a path, below a document's title, that a reference names; None when there is none."""


fold_heading = lru_cache(maxsize=50_000)(fold)


def list_pieces(reference: Reference) -> tuple[str, ...]:
    """Give pieces of which every folded heading that a reference may name holds one."""
    if reference.numbers:
        numbers = [one for number in reference.numbers for one in number]
        return tuple(dict.fromkeys(way for one in numbers for way in list_beginnings(reference.noun, one)))
    if reference.names:
        return _ANNEXES if reference.names == ("bijlage",) else reference.names
    begins = [stem[: max(_BEGIN, len(stem) - _ENDING)] for stem in content_stems(reference.title)]
    return (max(begins, key=len),) if begins else ()


def choose_fits(reference: Reference) -> tuple[Fits, ...]:
    """Give the ways in which a heading may fit, the strictest first; the next only where no heading fits the one before."""
    if reference.numbers:
        return (partial(_find_numbered, reference),)
    if reference.names == ("bijlage",):
        return (_find_annex,)
    if reference.names:
        return (partial(_find_named, reference.names),)
    stems = tuple(dict.fromkeys(content_stems(reference.title)))
    if not stems:
        return ()
    return tuple(partial(_find_titled, reference.noun, stems, share) for share in (_WHOLE, 0.0))


def _find_numbered(reference: Reference, title: str, path: tuple[str, ...]) -> str | None:
    plain = PLAIN if reference.firm and reference.noun != "bijlage" else reference.noun
    wanted = [one for number in reference.numbers for one in number]
    outermost = reference.noun == "hoofdstuk" and not any("." in one for one in wanted)
    for place, heading in enumerate(path):
        numbering = read_numbering(heading)
        if numbering is None or heading == title or (numbering.label in COUNTED and numbering.label != plain):
            continue
        called = numbering.label in (plain, reference.noun)
        reached = bool(numbering.label) or not outermost or place <= DEPTH
        if called and reached and _hold_any(numbering.values, wanted):
            return heading
        if outermost and numbering.label not in _CONTAINERS:
            return None
    return None


def _hold_any(values: Collection[str], wanted: Sequence[str]) -> bool:
    return any(is_within(value, one) for value in values for one in wanted)


def _find_annex(title: str, path: tuple[str, ...]) -> str | None:
    return next((heading for heading in (title, *path) if is_annex(fold_heading(heading), heading)), None)


def is_annex(plain: str, heading: str) -> bool:
    """Tell whether a heading calls what is below it an annex."""
    if not any(name in plain for name in _ANNEXES):
        return False
    numbering = read_numbering(heading)
    return numbering is not None and numbering.label == "bijlage"


def _find_named(names: Sequence[str], title: str, path: tuple[str, ...]) -> str | None:
    for heading in path:
        words = _read_words(heading)
        if len(words) > _MOST_NAME or fold_heading(heading) == fold_heading(title):
            continue
        if " ".join(words) in names or any(word.endswith(name) for word in words for name in names):
            return heading
    return None


@lru_cache(maxsize=50_000)
def _read_words(heading: str) -> tuple[str, ...]:
    """Give the words of a heading, folded, without its number and signs."""
    words = "".join(sign if sign.isalnum() else " " for sign in fold(heading)).split()
    return tuple(word for word in words if word.isalpha())


def _find_titled(
    noun: str, stems: Sequence[str], share: float, title: str, path: tuple[str, ...]
) -> str | None:
    """Give the first heading that holds all stems: as words of their own, or with a lower share in compounds too."""
    if noun == "bijlage" and _find_annex(title, path) is None:
        return None
    for heading in path:
        plain = fold_heading(heading)
        if all(stem[:_BEGIN] in plain for stem in stems) and plain != fold_heading(title):
            held = _analyse(heading)
            if all(held.get(stem, 0.0) > 0.0 and held[stem] >= share for stem in stems):
                return heading
    return None


@lru_cache(maxsize=10_000)
def _analyse(heading: str) -> dict[str, float]:
    return dict(analyse(heading).stems)

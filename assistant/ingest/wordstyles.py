"""The styles and the numbering of a Word document.

Terms and rules are those of ECMA-376, part 1: sections 17.7 (styles) and 17.9 (numbering).
"""

from __future__ import annotations

from typing import Any

from assistant.ingest.numbering import LevelStyle, ListCounter

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FIGURES = {
    "lowerLetter": "letter", "upperLetter": "LETTER", "lowerRoman": "roman", "upperRoman": "ROMAN",
    "decimalZero": "zero", "none": "", "bullet": "",
}  # fmt: skip
_MOST_PARENTS = 20
_DEEPEST_HEADING = 9
_OFF = ("0", "false", "off", "none")


def tag(name: str) -> str:
    """Give the full name of an element or attribute of WordprocessingML."""
    return _WORD + name


def value_of(element: Any, path: str) -> str | None:
    """Give the `w:val` of the element at `path` ("pPr/pStyle") under another; None without one."""
    found = element.find("/".join(map(tag, path.split("/"))))
    return None if found is None else str(found.get(tag("val"), ""))


def number_of(text: str | None, default: int) -> int:
    """Give a whole number as it stands in an attribute; the default for anything else."""
    digits = (text or "").lstrip("-")
    usable = digits.isascii() and digits.isdecimal() and len(digits) < 9
    return int(text or "") if usable else default


def is_on(element: Any, name: str) -> bool | None:
    """Tell whether a switch such as `w:b` is on in run properties; None when it is not set."""
    found = element.find(tag(name)) if element is not None else None
    return None if found is None else found.get(tag("val"), "1") not in _OFF


class WordStyles:
    """The styles of a document by their id."""

    def __init__(self, root: Any | None) -> None:
        self._styles = {
            style.get(tag("styleId"), ""): style
            for style in (() if root is None else root.iterchildren(tag("style")))
        }
        self.default = next(
            (
                name
                for name, style in self._styles.items()
                if style.get(tag("type")) == "paragraph" and style.get(tag("default")) in ("1", "true")
            ),
            "",
        )

    def names_of(self, style: str) -> tuple[str, ...]:
        """Give the names of a style and of those it is based on."""
        return tuple(value_of(element, "name") or "" for element in self._chain(style))

    def level_of(self, style: str) -> int:
        """Give the outline level (from 1) of a paragraph style; 0 for running text."""
        for element in self._chain(style):
            if (told := value_of(element, "pPr/outlineLvl")) is not None:
                level = number_of(told, _DEEPEST_HEADING) + 1
                return level if 0 < level <= _DEEPEST_HEADING else 0
        return 0

    def switch_of(self, style: str, name: str) -> bool | None:
        """Tell whether `w:b` or `w:vanish` is on in a style; None when the style does not say so."""
        for element in self._chain(style):
            if (told := is_on(element.find(tag("rPr")), name)) is not None:
                return told
        return None

    def numbering_of(self, style: str) -> tuple[str | None, int | None]:
        """Give the list and the level (from 0) that a style puts its paragraphs in."""
        for element in self._chain(style):
            number = value_of(element, "pPr/numPr/numId")
            if number is not None:
                level = value_of(element, "pPr/numPr/ilvl")
                return number, None if level is None else number_of(level, 0)
        return None, None

    def _chain(self, style: str) -> list[Any]:
        chain: list[Any] = []
        while len(chain) < _MOST_PARENTS and (element := self._styles.get(style)) is not None:
            chain.append(element)
            style = value_of(element, "basedOn") or ""
        return chain


class WordNumbering:
    """Counts the numbered paragraphs of a document in the order in which they are asked for."""

    def __init__(self, root: Any | None) -> None:
        found = () if root is None else root
        self._abstract = {
            element.get(tag("abstractNumId"), ""): element
            for element in found
            if element.tag == tag("abstractNum")
        }
        self._lists = {
            element.get(tag("numId"), ""): element for element in found if element.tag == tag("num")
        }
        self._counters: dict[str, ListCounter] = {}
        self._begun: set[tuple[str, int]] = set()

    def step(self, number: str, level: int | None, style: str) -> tuple[int, str] | None:
        """Go to the next paragraph of a list; give its depth (from 1) and the number shown.

        `level` is from 0; None takes the level that belongs to the paragraph's style. None when
        the document does not know the list.
        """
        entry = self._lists.get(number)
        if entry is None:
            return None
        key = value_of(entry, "abstractNumId") or ""
        base = self._find_base(self._abstract.get(key))
        if level is None:
            level = self._find_level(base, style)
        counter = self._counters.get(key)
        if counter is None:
            counter = self._counters[key] = ListCounter(_read_levels(base))
        start = None
        if (number, level) not in self._begun:
            self._begun.add((number, level))
            start = _override(entry, level, counter)
        return level + 1, counter.step(level + 1, start)

    def _find_base(self, abstract: Any | None) -> Any | None:
        """Give the definition with the levels, also when it is that of a list style."""
        link = value_of(abstract, "numStyleLink") if abstract is not None else None
        if not link:
            return abstract
        for other in self._abstract.values():
            if value_of(other, "styleLink") == link:
                return other
        return abstract

    @staticmethod
    def _find_level(base: Any | None, style: str) -> int:
        for entry in () if base is None else base.iterchildren(tag("lvl")):
            if value_of(entry, "pStyle") == style:
                return number_of(entry.get(tag("ilvl")), 0)
        return 0


def _override(entry: Any, level: int, counter: ListCounter) -> int | None:
    """Take over what a list changes in its definition; give the number at which it begins anew."""
    for change in entry.iterchildren(tag("lvlOverride")):
        if number_of(change.get(tag("ilvl")), -1) != level:
            continue
        own = change.find(tag("lvl"))
        if own is not None:
            counter.styles[level + 1] = _read_level(own)
        start = value_of(change, "startOverride")
        return number_of(start, 1) if start is not None else None
    return None


def _read_levels(abstract: Any | None) -> dict[int, LevelStyle]:
    if abstract is None:
        return {}
    return {
        number_of(entry.get(tag("ilvl")), 0) + 1: _read_level(entry)
        for entry in abstract.iterchildren(tag("lvl"))
    }


def _read_level(entry: Any) -> LevelStyle:
    kind = value_of(entry, "numFmt") or "decimal"
    pattern = value_of(entry, "lvlText") or ""
    return LevelStyle(
        "" if kind == "bullet" else pattern,
        _FIGURES.get(kind, "decimal"),
        number_of(value_of(entry, "start"), 0 if value_of(entry, "start") is None else 1),
        plain=is_on(entry, "isLgl") is True,
        restarts=value_of(entry, "lvlRestart") != "0",
    )

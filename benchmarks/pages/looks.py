"""Fonts and styles of the own documents."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from benchmarks.pages.lines import Style

_FONTS = Path("/usr/share/fonts/truetype")
_FAMILIES = {
    "serif": (
        "liberation/LiberationSerif-Regular.ttf",
        "liberation/LiberationSerif-Bold.ttf",
        "Times-Roman",
        "Times-Bold",
    ),
    "sans": (
        "liberation/LiberationSans-Regular.ttf",
        "liberation/LiberationSans-Bold.ttf",
        "Helvetica",
        "Helvetica-Bold",
    ),
    "wide": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf", "Helvetica", "Helvetica-Bold"),
    "book": ("dejavu/DejaVuSerif.ttf", "dejavu/DejaVuSerif-Bold.ttf", "Times-Roman", "Times-Bold"),
}
"""Files of the plain and the bold font, and the standard fonts that stand in where they are absent."""


@dataclass(frozen=True, slots=True)
class Look:
    """The styles of one document."""

    text: Style
    bold: str
    title: Style
    head: Style
    small: Style
    embedded: bool


def make_look(family: str, size: float, **given: object) -> Look:
    """Give the styles in a family of fonts with text of `size` points."""
    plain_file, bold_file, plain, bold = _FAMILIES[family]
    embedded = (_FONTS / plain_file).is_file() and (_FONTS / bold_file).is_file()
    if embedded:
        plain, bold = family, f"{family}-bold"
        for name, file in ((plain, plain_file), (bold, bold_file)):
            pdfmetrics.registerFont(TTFont(name, str(_FONTS / file)))
    text = replace(Style(plain, size), **given)  # type: ignore[arg-type]
    if not embedded:
        text = replace(text, ligatures=False)
    head = replace(text, font=bold, cut=False, justify=False, before=0.5, after=0.25)
    return Look(
        text,
        bold,
        replace(head, size=1.8 * size, leading=1.2, before=0.0, after=0.6),
        replace(head, size=1.2 * size),
        replace(text, size=0.78 * size, justify=False, cut=False, after=0.2),
        embedded,
    )

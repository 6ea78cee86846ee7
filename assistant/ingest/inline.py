"""Marks inside a line of Markdown: emphasis, links, footnote marks and HTML tags, taken away."""

from __future__ import annotations

import html
import re

from assistant.dutch import load_lexicon

_ANY = re.compile(r"[*_`{\[\]<>\\&~]")
"""Without any of these signs a line has no marks: most cells of a table, which may be a million."""
_SUP = re.compile(r"<sup>\s*\[?(\d{1,3}|\*+)\]?\s*</sup>", re.I)
_SQUARED = re.compile(r"(?<![\w])(k?m|cm|dm|hm|mm|ft)<sup>([23])</sup>", re.I)
_NOTE_MARK = re.compile(r"\[\^[^\]\s]{1,40}\]")
_IMAGE = re.compile(r"!\[([^\]]*)\]\([^)\s]*(?:\s+\"[^\"]*\")?\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(<?([^()<>\s]*(?:\([^()\s]*\)[^()<>\s]*)*)>?(?:\s+\"[^\"]*\")?\)")
_REFERENCE = re.compile(r"\[([^\[\]]+)\]\[[^\[\]]*\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_BREAK = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>|<!--.*?-->")
_CODE = re.compile(r"(`+)([^`]+)\1")
_STARS = re.compile(
    r"(?<![\\*])(?!(?<=\d)\*(?=\d))(\*{1,3})(?=\S)((?:[^*]|(?<=\\)\*|(?<=\d)\*(?=\d))+?)(?<=\S)\1(?!\*)(?!(?<=\d\*)\d)"
)
"""Stars around a stretch; one between two digits multiplies."""
_WORD_LONG = 5
"""Letters of a stretch that is a word by itself: "**term**uitleg" are two, "**B**V" is one."""
_UNDERSCORES = re.compile(r"(?<![\\\w])(_{1,3})(?=\S)([^_]+)(?<=\S)\1(?!\w)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|<>~&$])")
_ATTRIBUTES = re.compile(r"(?<=[)\]*_`])\{:?\s*(?:[.#][\w-]|[\w-]+=)[^{}]*\}")
"""Classes and names behind a link or picture, for the looks of the page (`{ .button }`)."""
_STRUCK = re.compile(r"~~([^~]+)~~")


def strip_marks(line: str) -> str:
    """Give the words of a line of Markdown, without the marks.

    Footnote marks go, so that sentences stay whole; a link keeps its text, or its target when it
    has none; pictures go.
    """
    if not _ANY.search(line):
        return " ".join(line.split())
    line = _SQUARED.sub(lambda found: found.group(1) + ("²" if found.group(2) == "2" else "³"), line)
    line = _ATTRIBUTES.sub("", _NOTE_MARK.sub("", _SUP.sub("", line)))
    line = _IMAGE.sub("", line)
    line = _AUTOLINK.sub(lambda found: found.group(1).removeprefix("mailto:"), line)
    line = _LINK.sub(lambda found: found.group(1) or found.group(2), line)
    line = _REFERENCE.sub(r"\1", line)
    line = _TAG.sub("", _BREAK.sub(" ", line))
    line = _CODE.sub(r"\2", line)
    for _ in range(2):
        line = _UNDERSCORES.sub(r"\2", _STARS.sub(_without_stars, line))
    line = _STRUCK.sub(r"\1", line)
    line = _ESCAPE.sub(r"\1", line).replace("\\_", "_")
    return " ".join(html.unescape(line).split())


def _without_stars(found: re.Match[str]) -> str:
    """Give the stretch between stars; a word glued to the text around it is set apart."""
    inner, line = found.group(2), found.string
    if len(inner) < _WORD_LONG:
        return inner
    ahead, after = (
        _TAIL.search(line[max(0, found.start() - _MOST) : found.start()]),
        _HEAD.match(line, found.end()),
    )
    first, last = _HEAD.match(inner), _TAIL.search(inner[-_MOST:])
    before = ahead and first and not _is_word(ahead.group() + first.group())
    behind = after and last and not _is_word(last.group() + after.group())
    return f"{' ' if before else ''}{inner}{' ' if behind else ''}"


_MOST = 40
"""Letters of a word that are looked at."""
_HEAD, _TAIL = re.compile(r"[^\W\d_]+"), re.compile(r"[^\W\d_]+\.?$")


def _is_word(letters: str) -> bool:
    """Tell whether a word of which a part is marked is one word: "**belang**rijk"."""
    return load_lexicon().knows_exactly(letters.lower())


def is_bold(line: str) -> bool:
    """Tell whether the whole line is strong text."""
    line = line.strip()
    for mark in ("***", "**", "__"):
        if line.startswith(mark) and line.endswith(mark) and len(line) > 2 * len(mark):
            return mark not in line[len(mark) : -len(mark)]
    return line.lower().startswith(("<b>", "<strong>")) and line.lower().endswith(("</b>", "</strong>"))

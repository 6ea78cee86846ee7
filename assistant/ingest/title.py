"""The title of a document: what its text says first, then its format, then its file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.dutch import split_sentences
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import KNOWN_HEADINGS, has_heading_shape, is_question_heading
from assistant.types import BlockKind

_LONGEST = 160
_OPENING_CHARS = 90
_NEAR = 8
"""A title is among the first blocks."""
_LEAST_PHRASE = 2
_GENERIC = re.compile(
    r"(?:microsoft word\s*-\s*)?(?:untitled|naamloos|none|null|document\d*|titel|title|presentatie\d*|powerpoint.*|slide \d+"
    r"|.*\.(?:docx?|pdf|pptx?|indd|qxd|xlsx?|txt|odt|html?))?\s*",
    re.I,
)
_SUBJECT = re.compile(r"(?:betreft|onderwerp)\s*:\s*(\S.{4,})", re.I)
_QUESTIONS = re.compile(
    r"(?:schriftelijke\s+)?vra(?:ag|gen) van (?:het lid|de leden|de heer|mevrouw|[A-Z])", re.I
)
_ASIDE = re.compile(r"\s*\((?:ingezonden|ontvangen)[^()]*\)\.?")
_LETTERHEAD = re.compile(
    r"(?:tweede kamer der staten-generaal|eerste kamer|ministerie van|vergaderjaar|provincie [\w-]+$|gemeente [\w-]+$"
    r"|vlaamse overheid$|departement [\w-]+$|vlaams parlement$|aanhangsel van)",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SMALL = frozenset("de het een en of van voor met in op aan bij door naar om te tot uit over".split())


def find_title(drafts: Sequence[Draft], stated: str | None, stem: str, *, told: bool, paged: bool) -> str:
    """Give the title of a document.

    In order: a stated subject ("Betreft: ..."), a heading at the beginning, what the format
    states, the subject that comes back in the headings, a file name of real words, the beginning
    of the first sentence, the file name. Headings that were not `told` by the format but guessed
    are no title of a paged document, and in plain text only after a first line like a title.
    """
    if subject := _find_stated_subject(drafts):
        return _shorten(subject)
    heading = None if paged and not told else _find_first_heading(drafts)
    if not told and not paged and drafts and has_heading_shape(drafts[0].text):
        heading = drafts[0].text
    if heading:
        return _shorten(heading)
    if stated and is_telling(stated):
        return _shorten(" ".join(stated.split()))
    name = _read_name(stem)
    telling = name if paged and not told and len(_LETTERS.findall(name)) >= 2 else None
    return _shorten(_find_subject(drafts) or telling or _find_opening(drafts) or name)


def is_telling(title: str) -> bool:
    """Tell whether a title from metadata says something ("Microsoft Word - Document1" does not)."""
    title = title.strip()
    return len(title) > 3 and _GENERIC.fullmatch(title) is None and any(sign.isalpha() for sign in title)


def _find_stated_subject(drafts: Sequence[Draft]) -> str | None:
    """Give the subject line of a letter, or of parliamentary questions, among the first blocks."""
    for draft in drafts[: 2 * _NEAR]:
        if found := _SUBJECT.match(draft.text):
            return found.group(1)
        if draft.kind is not BlockKind.ITEM and _QUESTIONS.match(draft.text):
            return _ASIDE.sub("", draft.text)
    return None


def _find_first_heading(drafts: Sequence[Draft]) -> str | None:
    """Give the heading at the beginning, unless it is one that every report has ("Voorwoord")."""
    near = [draft for draft in drafts[: 3 * _NEAR] if draft.kind is BlockKind.HEADING]
    top = min((draft.level for draft in near if not _LETTERHEAD.match(draft.text)), default=0)
    chars = 0
    for place, draft in enumerate(drafts[: 3 * _NEAR]):
        if draft.kind is BlockKind.HEADING and draft.level == top and not _LETTERHEAD.match(draft.text):
            known = draft.text.lower() in KNOWN_HEADINGS or is_question_heading(draft.text)
            return None if known else _complete(draft, drafts[place + 1 :])
        chars += len(draft.text)
        if chars > 400:
            return None
    return None


def _complete(heading: Draft, following: Sequence[Draft]) -> str:
    """Give a heading that ends in a colon with the heading under it."""
    if heading.text.endswith(":") and following and following[0].kind is BlockKind.HEADING:
        return f"{heading.text} {following[0].text}"
    return heading.text


def _find_subject(drafts: Sequence[Draft]) -> str | None:
    """Give the first heading with the run of words that the document speaks of most.

    The words must be in two headings at least: a report repeats its name.
    """
    headings = [draft.text for draft in drafts if draft.kind is BlockKind.HEADING]
    spread = Counter(phrase for text in headings for phrase in set(_find_phrases(text)))
    repeated = {phrase for phrase, count in spread.items() if count >= 2}
    if not repeated:
        return None
    body = Counter(phrase for draft in drafts for phrase in _find_phrases(draft.text) if phrase in repeated)
    best = max(repeated, key=lambda phrase: (body[phrase] * len(phrase) ** 2, len(phrase), phrase))
    if body[best] < 4:
        return None
    return next(text for text in headings if best in set(_find_phrases(text)))


def _find_phrases(text: str) -> Iterator[tuple[str, ...]]:
    """Give every run of 2 to 5 words with capitals."""
    words = _WORD.findall(text[:5_000])
    for start in range(len(words)):
        for stop in range(start + _LEAST_PHRASE, min(start + 5, len(words)) + 1):
            run = words[start:stop]
            if not all(word[0].isupper() for word in run) or run[0].lower() in _SMALL:
                break
            yield tuple(run)


def _find_opening(drafts: Sequence[Draft]) -> str | None:
    """Give the beginning of the first sentence, cut between words."""
    for draft in drafts:
        if draft.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTE) and len(draft.text) > 20:
            first = split_sentences(draft.text)[0].of(draft.text)
            return (
                cut_words(first, _OPENING_CHARS).rstrip(".")
                if len(first) <= _OPENING_CHARS
                else cut_words(first, _OPENING_CHARS)
            )
    return drafts[0].text if drafts else None


def _read_name(stem: str) -> str:
    spaced = stem.replace("_", " ")
    return " ".join((spaced if " " in spaced else spaced.replace("-", " ")).split())


def _shorten(title: str) -> str:
    return cut_words(title.strip(" \t:;,-–"), _LONGEST)


def cut_words(text: str, most: int) -> str:
    """Give `text`, or as many whole words of it as `most` characters hold, with an ellipsis."""
    if len(text) <= most:
        return text
    kept = text[: most - 1]
    if text[most - 1] != " " and " " in kept:
        kept = kept[: kept.rindex(" ")]
    return kept.rstrip(" ,;:–-(") + "…"

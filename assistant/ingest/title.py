"""The title of a document: what its text says first, then its format, then its file name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from assistant.dutch import split_sentences
from assistant.ingest.chapters import NUMBER
from assistant.ingest.firstline import find_first_line, read_name
from assistant.ingest.formaltitle import find_cited_title, find_formal_heading, find_short_title, is_article
from assistant.ingest.reading import Draft
from assistant.ingest.shapes import KNOWN_HEADINGS, ends_sentence, is_question_heading
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
_SUBJECT = re.compile(
    r"(?i:betreft|betreffende|onderwerp)\s*(?:[:–-]\s*|(?=(?-i:[A-ZÀ-Þ])[^.?!]{4,140}$))(?!\s)(\S.{4,})"
)
_BARE_SUBJECT = re.compile(r"(?:betreft|onderwerp)\s*:?", re.I)
_LABEL = re.compile(
    r"(?:pers-?|nieuws)bericht(?: .{0,40}regering)?|memo(?:randum)?|brief|notitie|nota|verslag|notulen|agenda|rapport|bijlage \d*|openbaar|concept"
    r"|(?:nieuws)?brief|ter (?:informatie|besluitvorming|bespreking)|vertrouwelijk|besluit|advies|circulaire",
    re.I,
)
"""What sort of text it is, above its title."""
_PLACED = re.compile(
    r"['’]?[A-Z][\w'’ -]{1,30},\s+(?:\w+dag\s+)?\d{1,2}\s+\w+\s+\d{4}|(?:\w+dag\s+)?\d{1,2}\s+[a-z]+\s+\d{4}|datum\b.*",
    re.I,
)
_TELLING_WORDS = 4
_FEWEST_WORDS = 2
_SORTS = frozenset(
    """hulpmiddel maatregel vereiste onderwerp thema rapport verslag notitie nota brief memo advies besluit regeling bijlage
    document pagina artikel factsheet beschrijving omschrijving toelichting uitleg overzicht""".split()
)
"""Words that are above every page of a sort."""
_LONGEST_SUBTITLE = 120
_NO_SUBTITLE = re.compile(
    r".*\b(?:vastgesteld|opgesteld) (?:door|op)\b|(?:hoofdstuk|deel|artikel|paragraaf|bijlage|vraag|punt)\s+\w{1,4}\b|\d{1,2}(?:\.\d{1,2})*\.?\s",
    re.I,
)
_SUBTITLE = re.compile(
    r"\w*rapport(?:age)?\b|\w*verslag\b|samenvatting|\bconcept|definitie(?:f|ve)|\bversie\b|\bdeel \d|beleids\w+|\w*nota\b|\bvisie|programma"
    r"|\b(?:19|20)\d\d\b|kwartaal|halfjaar|uitvoeringsjaar|\bperiode\b|evaluatie|advies|notitie|handreiking|\w+agenda\b|\w+akkoord\b|werkgroep|\bplan\b",
    re.I,
)
_QUESTIONS = re.compile(
    r"(?:schriftelijke\s+)?vra(?:ag|gen) van (?:het lid|de leden|de heer|mevrouw|[A-Z])", re.I
)
_ASIDE = re.compile(r"\s*\((?:ingezonden|ontvangen)[^()]*\)\.?")
_LETTERHEAD = re.compile(
    r"(?:tweede kamer der staten-generaal|eerste kamer|ministerie van|vergaderjaar|provincie [\w-]+$|gemeente [\w-]+$"
    r"|vlaamse overheid$|departement [\w-]+$|vlaams parlement$|aanhangsel van|arrondissement [\w-]+(?:,|$)|waterschap [\w-]+$"
    r"|(?:provincie|gemeente|stad) [\w-]+ en (?:de )?(?:provincie|gemeente|stad) [\w-]+$|stichting (?:[\w-]+ ?){1,4}$)",
    re.I,
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_NUMBER = re.compile(rf"^{NUMBER}\s+")
_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SMALL = frozenset("de het een en of van voor met in op aan bij door naar om te tot uit over".split())


def find_title(
    drafts: Sequence[Draft],
    stated: str | None,
    stem: str,
    *,
    told: bool,
    paged: bool,
    fronted: bool = False,
) -> str:
    """Give the title of a document.

    In order: a stated subject ("Betreft: ..."), the short title of a decree, a heading at the
    beginning, what the format states, the subject that comes back in the headings, a file name of
    real words, the beginning of the first sentence, the file name. Headings that were not `told` by
    the format but guessed are no title of a paged document, and in plain text only after a first
    line like a title. What was `fronted`, stated at the head of the file by its writer, goes before a
    heading that is not of the highest level.
    """
    if subject := _find_stated_subject(drafts):
        return _shorten(subject)
    if formal := find_formal_heading(drafts):
        return _shorten(find_short_title(formal, drafts))
    if told or paged:
        heading = _find_first_heading(drafts) if told else _find_guessed_heading(drafts, stem)
    else:
        heading = find_first_line(drafts, _is_above) or _find_first_heading(drafts)
    if heading and is_article(heading) and (cited := find_cited_title(drafts, stem)):
        return _shorten(cited)
    named = " ".join((stated or "").split())
    if heading and not (is_telling(named) and _says_less(heading, named, drafts, fronted=fronted)):
        return _shorten(heading)
    if named and is_telling(named):
        return _shorten(named)
    name = read_name(stem)
    telling = name if paged and not told and len(_LETTERS.findall(name)) >= 2 else None
    return _shorten(_find_subject(drafts) or telling or _find_opening(drafts) or name)


def _says_less(heading: str, named: str, drafts: Sequence[Draft], *, fronted: bool) -> bool:
    """Tell whether a heading says less than the title that is stated.

    One word that every page of its sort has above it ("Maatregel") says less than a title of several
    words, and a heading below the highest level than a title at the head of the file.
    """
    bare = " " not in heading
    if fronted:
        top = any(
            draft.kind is BlockKind.HEADING and draft.level == 1 and draft.text == heading for draft in drafts
        )
        return bare or not top
    least = _FEWEST_WORDS if heading.lower() in _SORTS else _TELLING_WORDS
    return bare and len(named.split()) >= least


def find_long_title(drafts: Sequence[Draft], title: str) -> str | None:
    """Give the whole formal heading of a decree of which `title` is the short title; None for another text."""
    formal = find_formal_heading(drafts)
    if formal is None or formal.rstrip(" .") == title:
        return None
    return formal if title == _shorten(find_short_title(formal, drafts)) else None


def is_telling(title: str) -> bool:
    """Tell whether a title from metadata says something ("Microsoft Word - Document1" does not)."""
    title = title.strip()
    return len(title) > 3 and _GENERIC.fullmatch(title) is None and any(sign.isalpha() for sign in title)


def _find_stated_subject(drafts: Sequence[Draft]) -> str | None:
    """Give the subject line of a letter, or of parliamentary questions, among the first blocks."""
    for place, draft in enumerate(drafts[: 2 * _NEAR]):
        if found := _SUBJECT.match(draft.text):
            return found.group(1)
        if _BARE_SUBJECT.fullmatch(draft.text) and (following := drafts[place + 1 : place + 2]):
            return following[0].text
        if draft.kind is not BlockKind.ITEM and _QUESTIONS.match(draft.text):
            return _ASIDE.sub("", draft.text)
    return None


def _find_first_heading(drafts: Sequence[Draft]) -> str | None:
    """Give the heading at the beginning, unless it is one that every report has ("Voorwoord")."""
    near = [
        draft
        for draft in drafts[: 3 * _NEAR]
        if draft.kind is BlockKind.HEADING and not _is_above(draft.text)
    ]
    top = min((draft.level for draft in near), default=0)
    chars = 0
    for place, draft in enumerate(drafts[: 3 * _NEAR]):
        if draft.kind is BlockKind.HEADING and draft.level == top and not _is_above(draft.text):
            words = _NUMBER.sub("", draft.text)
            known = words.lower() in KNOWN_HEADINGS or is_question_heading(draft.text)
            return None if known else _complete(draft, drafts[place + 1 :])
        chars += len(draft.text)
        if chars > 400:
            return None
    return None


def _is_above(text: str) -> bool:
    """Tell whether a line stands above a title: a letterhead, a sort of text, a place with a date."""
    return (
        any(pattern.fullmatch(text.strip(" .:")) for pattern in (_LABEL, _PLACED))
        or _LETTERHEAD.match(text) is not None
    )


def _find_guessed_heading(drafts: Sequence[Draft], stem: str) -> str | None:
    """Give the first line of a paged text when it looks like a heading and the file is named after it."""
    named = {word.lower() for word in _LETTERS.findall(stem.replace("_", " "))}
    first = drafts[0] if drafts else None
    if first is None or first.kind is not BlockKind.HEADING or _is_above(first.text):
        return None
    return first.text if named & {word.lower() for word in _LETTERS.findall(first.text)} else None


def find_subtitle(drafts: Sequence[Draft], title: str) -> str | None:
    """Give the line right under the title that says which one of its sort it is; None when there is none.

    It names a sort of text, an edition or a period ("Samenvatting van het eindrapport").
    """
    for place, draft in enumerate(drafts[: 2 * _NEAR]):
        if draft.text.strip(" \t:;,-–") != title:
            continue
        for following in drafts[place + 1 : place + 2]:
            text = following.text
            fits = (
                following.kind in (BlockKind.HEADING, BlockKind.PARAGRAPH) and len(text) <= _LONGEST_SUBTITLE
            )
            chapter = text.lower() in KNOWN_HEADINGS or _NO_SUBTITLE.match(text) is not None
            if (
                fits
                and not chapter
                and not _is_above(text)
                and not ends_sentence(text)
                and _SUBTITLE.search(text)
            ):
                return text
        return None
    return None


def _complete(heading: Draft, following: Sequence[Draft]) -> str:
    """Give a heading that ends in a colon, or is continued in small letters, with the heading under it."""
    under = following[0] if following and following[0].kind is BlockKind.HEADING else None
    if under is not None and (heading.text.endswith(":") or under.text[:1].islower()):
        return f"{heading.text} {under.text}"
    return heading.text


def _find_subject(drafts: Sequence[Draft]) -> str | None:
    """Give the run of words that the document speaks of most, as its first heading writes it.

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
    heading = next(text for text in headings if best in set(_find_phrases(text)))
    begin = re.search(r"[\W_]+".join(map(re.escape, best)), heading)
    return begin.group() if begin else heading


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

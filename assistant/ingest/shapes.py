"""What a line is by its looks: list item, heading, caption, person, page number, contents line."""

from __future__ import annotations

import re

BULLETS = "•●○▪▫■□◦‣⁃∙·➢➤►▶✓✔❖◆*–—-"
_BULLET = re.compile(
    rf"(?:[{re.escape(BULLETS.rstrip('*–—-'))}]\s*|[*–—-]\s+|o\s{{2,}}|o\s(?=[A-ZÀ-Þ\d“‘(]))(?=\S)"
)
_ROUND = BULLETS.rstrip("*–—-·∙")
_NUMBER = re.compile(r"(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\)|(?:\d{1,2}|[a-z])\.)\s+(?=\S)")
_ITEM_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s")
_CLOSERS = "\"'”’»)]"
_ENDS_SENTENCE = re.compile(rf"[.!?…:;][{re.escape(_CLOSERS)}]*$")

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
DATE_LINE = re.compile(rf"(?:\d{{1,2}}\s+)?(?:{_MONTHS})\s+\d{{4}}|\d{{1,2}}[-/.]\d{{1,2}}[-/.]\d{{4}}", re.I)
_CAPTION = re.compile(
    r"(?:figuur|fig\.|afbeelding|foto(?:'s|’s|grafie)?|beeld|tabel|grafiek|kaart|bron|illustratie|infographic"
    r"|sfeerbeeld|diagram|schema|kader)\b(?:\s+\d[\w.-]*)?\s*[:.–-]?\s*(?=[\w©‘“(])|©",
    re.I,
)
_CAPTION_MARK = re.compile(
    r"(?:figuur|fig\.|afbeelding|tabel|grafiek|kaart|schema)\s+\d|(?:foto(?:'s|’s|grafie)?|bron|beeld)\s*:|©|sfeerbeeld\b",
    re.I,
)
_ROLES = (
    "directeur|bestuurder|bestuurslid|voorzitter|secretaris|penningmeester|manager|ceo|cto|cfo|coo|minister"
    "|minister-president|staatssecretaris|gedeputeerde|wethouder|burgemeester|schepen|commissaris|co[öo]rdinator"
    "|adviseur|consultant|onderzoeker|hoogleraar|professor|lector|docent|leraar|woordvoerder|projectleider"
    "|programmaleider|programmamanager|teamleider|hoofd|afdelingshoofd|eigenaar|ondernemer|oprichter|founder|partner"
    "|lid|kamerlid|raadslid|medewerker|expert|specialist|architect|ontwerper|dijkgraaf|algemeen|financieel"
    "|bestuursvoorzitter|vicevoorzitter|president|rector|decaan|afgevaardigd|zaakvoerder|gouverneur|student|inwoner"
)
_NAME = r"[A-ZÀ-Þ][\w'’.-]+(?:\s+(?:van|de|der|den|ten|ter|het|'t|’t|la|le|el|Van|De|Der|Den))*\s+[A-ZÀ-Þ][\w'’-]+(?:\s+[A-ZÀ-Þ][\w'’-]+)?"
_PERSON = re.compile(rf"[–—-]?\s*{_NAME}\s*(?:,|\s[–—-]\s|\()\s*(?:\w+[\s-]+){{0,3}}?(?:{_ROLES})\b", re.I)
_NAME_FIRST = re.compile(rf"[–—-]?\s*{_NAME}\s*(?:,|\s[–—-]|\()")
_SIGNATURE = re.compile(rf"\b(?:{_ROLES})\b.*?{_NAME}$")
_PAGE_NUMBER = re.compile(
    r"[-–|\s]*(?:(?:pagina|pag\.|blz\.|p\.|page)\s*)?\d{1,4}(?:\s*(?:/|van|of|\|)\s*\d{1,4})?[-–|\s]*", re.I
)
_DOTTED_ENTRY = re.compile(r"\S.*?(?:\.{4,}|(?:\. ){4,}\.?|…{2,})[\s.]*\d{1,3}\s*")
_ENTRY_ON_LIST = re.compile(r"\S.*?(?:\t+\s*|\s{2,})\d{1,3}\s*")
CONTENTS_TITLES = frozenset(("inhoud", "inhoudsopgave", "inhoudstafel", "inhoudsopgaaf", "contents"))
_PATTERN = re.compile(
    r"(?:prio(?:riteit)?|hoofdstuk|deel|bijlage|paragraaf|artikel|stap|actie|vraag|antwoord|thema|doel|pijler|spoor)"
    r"\s+\d+[a-z]?\b|\d{1,2}(?:\.\d{1,2}){1,4}\.?\s+\S",
    re.I,
)
_QUESTION = re.compile(r"(?:vraag|vragen|antwoord|antwoorden)\s+\d[\d, en-]*$", re.I)
_TIMED = re.compile(r"\d{1,2}[u:h.]\d{2}\s*(?:u\b|uur\b)?\s*(?:[-–]|tot\b)")
_ENTRY = re.compile(rf"{_TIMED.pattern}|" r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[A-ZÀ-Þ]")
KNOWN_HEADINGS = frozenset(
    """voorwoord inleiding samenvatting conclusie conclusies colofon inhoud inhoudsopgave leeswijzer aanleiding
    achtergrond bijlage bijlagen aanbevelingen begrippenlijst literatuur bronnen toelichting agenda aanwezigen
    verontschuldigd afkortingen managementsamenvatting nawoord slotwoord doelstelling werkwijze methode resultaten
    vervolg dankwoord""".split()
)
# Words that cannot be the last of a heading: what follows them is still to come.
_DANGLING = frozenset(
    """de het een en of van voor met in op aan bij door naar om te tot uit over onder tussen tegen per als dat die
    deze dit der den des is zijn wordt worden heeft hebben was waren maar ook niet nog zo dan wel er al om
    onze ons hun haar zich hoe waar wie wat welke via binnen buiten zonder tijdens na sinds laten kan kunnen""".split()
)
_PULLED_WORDS = 5
_CONTACT = re.compile(r"https?://|www\.|@\w+\.|\b\d{4}\s?[A-Z]{2}\b|\btel(?:efoon)?\b|\bpostbus\b", re.I)


def ends_sentence(text: str) -> bool:
    """Tell whether `text` ends with a full stop or its like, with closing quotes or brackets."""
    return _ENDS_SENTENCE.search(text[-6:]) is not None


def find_item_mark(line: str) -> int:
    """Give the length of the bullet or number with which a list item begins; 0 when there is none."""
    found = _BULLET.match(line) or _NUMBER.match(line)
    return found.end() if found else 0


def is_bulleted(line: str) -> bool:
    """Tell whether `line` begins with a bullet (no number)."""
    return _BULLET.match(line) is not None


def is_clear_item(line: str) -> bool:
    """Tell whether `line` begins with a mark that cannot stand inside a sentence ("•", "1.  ")."""
    found = find_item_mark(line)
    return found > 0 and (line[0] in _ROUND or line[0] == "o" or line[:found].endswith(("  ", "\t")))


def begins_entry(line: str) -> bool:
    """Tell whether `line` begins with a time or a numbered heading, and so is no middle of a text."""
    return _ENTRY.match(line) is not None


def is_timed(text: str) -> bool:
    """Tell whether a text is an entry of a programme: "13u00 – 13u10 Welkom"."""
    return _TIMED.match(text) is not None


def find_item_number(line: str) -> int | None:
    """Give the number with which an item begins ("3. " gives 3)."""
    found = _ITEM_NUMBER.match(line)
    return int(found.group(1)) if found else None


def is_page_number(line: str) -> bool:
    """Tell whether `line` holds a page number and nothing else."""
    return len(line) < 24 and _PAGE_NUMBER.fullmatch(line) is not None


def is_contents_line(line: str, *, listed: bool = False) -> bool:
    """Tell whether `line` is an entry of a table of contents: words, leader, page number.

    Under the title of such a table (`listed`) blanks or a tab are a leader too; elsewhere a
    number after blanks is a figure.
    """
    if len(line) >= 200:
        return False
    return _DOTTED_ENTRY.fullmatch(line) is not None or (
        listed and _ENTRY_ON_LIST.fullmatch(line) is not None
    )


_WHO_WAS_THERE = re.compile(
    r"(?:aanwezigen?|afwezig|verontschuldigd|notulist|gasten?|kopie)\b[^:]{0,40}: ?\S", re.IGNORECASE
)
"""A line of minutes with its label: "Verontschuldigd: Els Mol (Lier)"."""


def is_contents_title(text: str) -> bool:
    """Tell whether a block is the title of a table of contents."""
    return text.strip(" :").lower() in CONTENTS_TITLES


def is_caption(text: str) -> bool:
    """Tell whether a short text is a caption, a credit or a source line."""
    return len(text) < 250 and _CAPTION_MARK.match(text) is not None


def is_person(text: str) -> bool:
    """Tell whether a short text names a person with a role ("Jan Maas, directeur Voorbeeld")."""
    if len(text) > 140 or ends_sentence(text):
        return False
    first = _NAME_FIRST.match(text)
    return first is not None and _PERSON.match(text) is not None


def is_signature(text: str) -> bool:
    """Tell whether a short text is an office with a name ("gedeputeerde Economie Jan Maas")."""
    return len(text) < 140 and not ends_sentence(text) and _SIGNATURE.search(text) is not None


def is_quoted(text: str) -> bool:
    """Tell whether the whole text stands between quotation marks."""
    return len(text) > 2 and text[0] in "‘“\"«'" and text[-1] in "’”\"»'"


def is_pulled(text: str) -> bool:
    """Tell whether a text in large type is a quotation pulled out of the running text: a whole sentence."""
    return text.endswith((".", ".”", ".’", '."')) and len(text.split()) >= _PULLED_WORDS and text[0].isupper()


def is_numbered_heading(text: str) -> bool:
    """Tell whether a heading has a number of its own ("Prio 3", "Hoofdstuk 2", "4.1 Doel")."""
    return _PATTERN.match(text) is not None


def is_question_heading(text: str) -> bool:
    """Tell whether the text is the head of a numbered question or answer ("Vraag 3 en 4")."""
    return len(text) < 40 and _QUESTION.match(text) is not None


def has_heading_shape(text: str) -> bool:
    """Tell whether `text` may be a heading: short, no end of a sentence, a proper beginning."""
    if not 2 < len(text) <= 120 or len(text.split()) > 16:
        return False
    if text.endswith((".", ";", ":", ",", "-", "–")):
        return False
    if is_person(text) or is_caption(text) or is_page_number(text) or DATE_LINE.fullmatch(text):
        return False
    first = text.lstrip("‘“\"«'’(")[:1]
    if _WHO_WAS_THERE.match(text):
        return False
    if not (first.isupper() or first.isdigit()) or _CONTACT.search(text):
        return False
    return not ends_on_dangling(text) and any(sign.isalpha() for sign in text)


def ends_on_dangling(text: str) -> bool:
    """Tell whether the last word cannot be the last of its sentence ("van", "de", "en")."""
    return text[-40:].split()[-1].lower() in _DANGLING

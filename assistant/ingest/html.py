"""Web pages to blocks: the main content, without menus, banners and scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.errors import BrokenDocument
from assistant.ingest.dates import parse_date
from assistant.ingest.encoding import decode, normalise
from assistant.ingest.reading import Reading
from assistant.ingest.webmain import find_main
from assistant.ingest.webtext import read_blocks

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_MUCH = 0.8
"""Menus and footers are often more than half of the text of a page; a share above this is named."""
_NOTICE = "van de zichtbare tekst van de pagina is {} procent weggelaten als menu, voettekst of omlijsting"
_DEEPEST = 500
"""Deeper nesting is an attack: the parser needs quadratic time for it."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,2000}?(/?)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr p li td th tr option dt dd tbody thead tfoot".split()
)
_META_TITLES = ("meta[property='og:title']", "meta[name='dcterms.title']", "meta[name='DC.title']")
_META_SITES = (
    "meta[name='dcterms.publisher']",
    "meta[name='DCTERMS.publisher']",
    "meta[name='DC.publisher']",
    "meta[property='og:site_name']",
)
_META_DATES = (
    "meta[property='article:published_time']",
    "meta[name='dcterms.issued']",
    "meta[name='DCTERMS.issued']",
    "meta[name='dcterms.date']",
    "meta[name='DC.date']",
    "meta[name='date']",
    "meta[itemprop='datePublished']",
    "meta[property='article:modified_time']",
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_SITE_PART = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")


def load_html(raw: bytes, path: str) -> Reading:
    """Give the blocks of a web page. Raises BrokenDocument."""
    from selectolax.lexbor import LexborHTMLParser

    text, notices = _decode_page(raw, path)
    _check_depth(text, path)
    tree = LexborHTMLParser(text)
    title, site = _find_title(tree), _find_site(tree)
    date, source = _find_date(tree)
    roots, left_out = find_main(tree)
    drafts = [draft for root in roots for draft in read_blocks(root)]
    if left_out >= _MUCH:
        notices = (*notices, _NOTICE.format(round(100 * left_out)))
    return Reading(
        tuple(drafts),
        title=title,
        date=date,
        date_source=source,
        notices=notices,
        left_out=left_out,
        site=site,
    )


def _decode_page(raw: bytes, path: str) -> tuple[str, tuple[str, ...]]:
    """Decode by the page's own charset when it names a one-byte one, else as any text."""
    found = _CHARSET.search(raw[:4096])
    if found and found.group(1).lower() in (b"iso-8859-1", b"windows-1252", b"iso-8859-15", b"latin1"):
        return normalise(raw.decode("cp1252", errors="replace")), ()
    return decode(raw, path)


def _check_depth(text: str, path: str) -> None:
    depth = 0
    for closing, name, closed in _TAG.findall(text):
        if name.lower() in _VOID or closed:
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        if depth > _DEEPEST:
            raise BrokenDocument(path, "de webpagina is dieper genest dan een echte pagina")


def _find_title(tree: LexborHTMLParser) -> str | None:
    for selector in _META_TITLES:
        node = tree.css_first(selector)
        content = node.attributes.get("content") if node else None
        if content and content.strip():
            return normalise(content)
    node = tree.css_first("title")
    words = " ".join(normalise(node.text()).split()) if node else ""
    return _SITE_PART.sub("", words) or None


def _find_site(tree: LexborHTMLParser) -> str | None:
    """Give the name of the site or publisher: of a meta element, else the last part of the title."""
    for selector in _META_SITES:
        node = tree.css_first(selector)
        content = node.attributes.get("content") if node else None
        if content and content.strip():
            return " ".join(normalise(content).split())
    node = tree.css_first("title")
    part = _SITE_PART.search(" ".join(normalise(node.text()).split())) if node else None
    return part.group().strip(" |–—-") if part else None


def _find_date(tree: LexborHTMLParser) -> tuple[str | None, str | None]:
    """Give the date of a `<time>` element before the meta elements, with its source."""
    for node in tree.css("time"):
        words = node.attributes.get("datetime") or node.text()
        if value := parse_date(words):
            return value, "tekst"
    for selector in _META_DATES:
        meta = tree.css_first(selector)
        content = meta.attributes.get("content") if meta else None
        if content and (value := parse_date(content)):
            return value, "metadata"
    return None, None

"""Web pages to blocks: the main content, without menus, banners and scripts."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from assistant.errors import BrokenDocument
from assistant.ingest.dates import parse_date
from assistant.ingest.encoding import decode, normalise
from assistant.ingest.reading import Reading
from assistant.ingest.webtext import read_blocks

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_DROPPED = (
    "script, style, noscript, template, iframe, svg, canvas, video, audio, object, embed, form, button, select, input,"
    " textarea, nav, aside, dialog, [hidden], [aria-hidden=true], [role=navigation], [role=search], [role=dialog],"
    " [role=banner], [role=contentinfo], [role=complementary], [role=menu], [role=alert]"
)
_FRAME = "body > header, body > footer, body > div > header, body > div > footer, body > div > div > footer"
_DEBRIS = re.compile(
    r"(?:^|[\s_-])(?:nav(?:bar|igation|igatie)?|menu|breadcrumbs?|kruimelpad|cookies?|cookie-?(?:bar|banner|consent|melding)"
    r"|share|sharing|social|delen|sidebar|side-bar|skip-?links?|footer|site-header|related|gerelateerd|comments?|reacties"
    r"|newsletter|nieuwsbrief|pagination|paginering|toolbar|popup|modal|advert(?:isement)?|print-?only|sr-only"
    r"|visually-?hidden|screen-reader-text)(?:$|[\s_-])",
    re.I,
)
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_MAIN = ("main", "[role=main]", "article", "#content", "#main-content", "#main", ".content", ".main-content")
_LEAST_SHARE = 0.4
"""An element is the main content when it holds at least this share of the page's text."""
_LINKED = 0.6
"""An element named like a menu is dropped when it is short, or when links are this share of it."""
_SHORT_CHARS = 400
_DEEPEST = 500
"""Deeper nesting is an attack: the parser needs quadratic time for it."""
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)[^<>]{0,2000}?(/?)>")
_VOID = frozenset(
    "area base br col embed hr img input link meta source track wbr p li td th tr option dt dd tbody thead tfoot".split()
)
_META_TITLES = ("meta[property='og:title']", "meta[name='dcterms.title']", "meta[name='DC.title']")
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
    title = _find_title(tree)
    date, source = _find_date(tree)
    _drop_debris(tree)
    root = _find_main(tree)
    drafts = read_blocks(root) if root is not None else []
    return Reading(tuple(drafts), title=title, date=date, date_source=source, notices=notices)


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


def _drop_debris(tree: LexborHTMLParser) -> None:
    for selector in (_DROPPED, _FRAME):
        for node in tree.css(selector):
            node.decompose()
    for node in tree.css("[class], [id], [style]"):
        if node.tag in ("html", "body", "main", "article") or node.parent is None:
            continue
        hidden = _INVISIBLE.search(node.attributes.get("style") or "") is not None
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        if hidden or (_DEBRIS.search(names) and _is_slight(node)):
            node.decompose()


def _is_slight(node: LexborNode) -> bool:
    """Tell whether an element has little text, or mostly links."""
    words = len(" ".join(node.text().split()))
    if words <= _SHORT_CHARS:
        return True
    linked = sum(len(" ".join(link.text().split())) for link in node.css("a"))
    return linked >= _LINKED * words


def _find_main(tree: LexborHTMLParser) -> LexborNode | None:
    body = tree.body
    if body is None:
        return None
    whole = len(body.text())
    for selector in _MAIN:
        found = tree.css(selector)
        if found:
            best = max(found, key=lambda node: len(node.text()))
            if len(best.text()) >= _LEAST_SHARE * whole:
                return best
    return body

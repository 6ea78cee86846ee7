"""What of a web page is its main content: menus, banners, shares, comments and footers go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_UNSEEN = (
    "script, style, noscript, template, iframe, svg, canvas, video, audio, object, embed, select, input, textarea,"
    " datalist, head"
)
_FRAME = (
    "nav, dialog, footer, [role=navigation], [role=search], [role=dialog], [role=banner], [role=contentinfo],"
    " [role=complementary], [role=menu], [role=menubar], [role=alert], [role=alertdialog]"
)
_HEADER = "body > header, body > div > header, body > form > header"
_UNSHOWN = "[hidden], [aria-hidden=true], [style]"
_INVISIBLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FOLDED = re.compile(r"accordion|accordeon|collaps|panel|tab-?(?:pane|content)|uitklap|fold|toggle", re.I)
"""Names of what a reader opens by a click: hidden at first, and part of the text."""
_EDGE = r"(?:^|[\s_-])(?:{})(?:$|[\s_-])"
_DEBRIS = re.compile(
    _EDGE.format(
        r"nav(?:bar|igation|igatie)?|menu|breadcrumbs?|kruimelpad|cookies?|cookie-?(?:bar|banner|consent|melding)"
        r"|cookieconsent|share|sharing|sharedaddy|social|delen|sidebar|side-bar|widget|skip-?links?|footer|colophon"
        r"|site-header|masthead|related|gerelateerd|more-news|meer-nieuws|newsletter|nieuwsbrief|feedback|pagination"
        r"|paginering|toolbar|popup|modal|advert(?:isement)?|print-?only|sr-only|visually-?hidden|screen-reader-text"
    ),
    re.I,
)
_REPLIES = re.compile(_EDGE.format(r"comments?|comment-list|reacties|respond|disqus"), re.I)
_ELSEWHERE = re.compile(
    r"(?:lees|bekijk|kijk|zie) ook\b.{0,20}|(?:meer|ander|laatste|recent|recente|gerelateerd|gerelateerde)"
    r" (?:nieuws|nieuwsberichten|berichten|artikelen|pagina's)|deel (?:dit|deze)\b.{0,30}|delen:?|volg ons\b.{0,30}"
    r"|(?:\d+ )?reacties?|was deze (?:informatie|pagina) nuttig\??",
    re.I,
)
"""Headings of parts that lead elsewhere."""
_MAIN = ("main", "[role=main]", "article", "#content", "#main-content", "#main", ".content", ".main-content")
_LEAST_SHARE = 0.4
"""An element is the main content when it holds at least this share of what is left of the page."""
_LINKED = 0.6
"""An element named like a menu is dropped when it is short, or when links are this share of it."""
_SHORT_CHARS = 400
_MENU_LINKS = 3
_MENU_ENTRY = 25
"""Links of a menu have no more characters on average."""
_HELD = ("html", "body", "main", "article", "form")


@dataclass(slots=True)
class _Weight:
    """Characters under an element, those in links among them, and the number of links."""

    chars: int = 0
    linked: int = 0
    links: int = 0


def find_main(tree: LexborHTMLParser) -> tuple[list[LexborNode], float]:
    """Give the elements with the main content, in order, and the share of visible text left out.

    The tree is changed: what is left out is taken away. The share is in [0, 1].
    """
    _drop(tree, _UNSEEN)
    body = tree.body
    if body is None:
        return [], 0.0
    weights = _weigh(body)
    visible = weights[body.mem_id].chars
    _drop_frame(tree, weights)
    _drop_named(tree, weights)
    _drop_elsewhere(tree, weights)
    weights = _weigh(body)
    root = _choose_root(tree, body, weights)
    if root is body:
        _drop_menus(body, weights)
    title = _find_title_outside(tree, root)
    kept = _weigh(root)[root.mem_id].chars
    return ([title] if title is not None else []) + [root], 1 - kept / visible if visible else 0.0


def _drop(tree: LexborHTMLParser, selector: str) -> None:
    for node in tree.css(selector):
        node.decompose()


def _weigh(root: LexborNode) -> dict[int, _Weight]:
    """Give the weight of every element under `root`, and of itself, by its id; in one walk."""
    weights: dict[int, _Weight] = {root.mem_id: _Weight()}
    stack: list[tuple[LexborNode, int, bool, bool]] = [(root, 0, False, False)]
    while stack:
        node, above, inside, done = stack.pop()
        own = weights.setdefault(node.mem_id, _Weight())
        if done:
            if above in weights:
                total = weights[above]
                total.chars, total.linked = total.chars + own.chars, total.linked + own.linked
                total.links += own.links + (node.tag == "a")
            continue
        inside = inside or node.tag == "a"
        stack.append((node, above, inside, True))
        child = node.first_child
        while child is not None:
            if child.is_text_node:
                count = len(" ".join((child.text_content or "").split()))
                own.chars += count
                own.linked += count if inside else 0
            elif child.is_element_node:
                stack.append((child, node.mem_id, inside, False))
            child = child.next
    return weights


def _is_slight(weight: _Weight) -> bool:
    """Tell whether an element has little text, or mostly links."""
    return weight.chars <= _SHORT_CHARS or weight.linked >= _LINKED * weight.chars


def _drop_frame(tree: LexborHTMLParser, weights: dict[int, _Weight]) -> None:
    """Drop what the page's own marks call its frame, what is filled in, and what is not shown."""
    _drop(tree, _FRAME)
    for node in tree.css(_HEADER):
        if node.css_first("h1") is None:
            node.decompose()
    for node in tree.css("aside"):
        weight = weights.get(node.mem_id, _Weight())
        if not _is_inside(node, ("main", "article")) or weight.linked >= _LINKED * weight.chars:
            node.decompose()
    for node in tree.css("button, [role=button]"):
        # A question that opens its answer is a heading with a button in it.
        if not _is_inside(node, ("h1", "h2", "h3", "h4", "h5", "h6", "summary", "dt")):
            node.decompose()
    _drop_forms(tree, weights)
    _drop_unshown(tree)


def _drop_forms(tree: LexborHTMLParser, weights: dict[int, _Weight]) -> None:
    """Drop what a visitor fills in; some systems put the whole page into one form, which stays."""
    whole = weights[tree.body.mem_id].chars if tree.body else 0
    for node in tree.css("form"):
        if weights.get(node.mem_id, _Weight()).chars < _LEAST_SHARE * whole and node.css_first("h1") is None:
            node.decompose()


def _drop_unshown(tree: LexborHTMLParser) -> None:
    """Drop what is never shown; what a click opens stays."""
    opened = {
        name
        for node in tree.css("[aria-controls]")
        for name in (node.attributes.get("aria-controls") or "").split()
    }
    for node in tree.css(_UNSHOWN):
        if _is_unshown(node) and not _is_folded(node, opened):
            node.decompose()


def _is_unshown(node: LexborNode) -> bool:
    marks = node.attributes
    if "hidden" in marks or (marks.get("aria-hidden") or "").lower() == "true":
        return node.tag not in ("html", "body")
    return _INVISIBLE.search(marks.get("style") or "") is not None


def _is_folded(node: LexborNode, opened: set[str]) -> bool:
    marks = node.attributes
    names = f"{marks.get('class') or ''} {marks.get('id') or ''}"
    return (
        (marks.get("id") or "") in opened
        or marks.get("role") == "tabpanel"
        or _FOLDED.search(names) is not None
        or _is_inside(node, ("details",))
    )


def _drop_named(tree: LexborHTMLParser, weights: dict[int, _Weight]) -> None:
    whole = weights[tree.body.mem_id].chars if tree.body else 0
    for node in tree.css("[class], [id]"):
        if node.tag in _HELD or node.parent is None:
            continue
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}"
        weight = weights.get(node.mem_id, _Weight())
        replies = _REPLIES.search(names) and weight.chars < 0.8 * whole and node.tag not in ("span", "p")
        if replies or (_DEBRIS.search(names) and _is_slight(weight)):
            node.decompose()


def _drop_elsewhere(tree: LexborHTMLParser, weights: dict[int, _Weight]) -> None:
    """Drop the parts of which the heading says that they lead elsewhere ("Lees ook")."""
    whole = weights[tree.body.mem_id].chars if tree.body else 0
    for heading in tree.css("h2, h3, h4, h5"):
        part = heading.parent
        if part is None or part.tag not in ("section", "div", "aside", "li") or not _is_first(heading):
            continue
        words = " ".join(heading.text().split())
        slight = weights.get(part.mem_id, _Weight()).chars < 0.5 * whole
        if slight and len(words) < 60 and _ELSEWHERE.fullmatch(words) and part.css_first("h1") is None:
            part.decompose()


def _is_first(node: LexborNode) -> bool:
    """Tell whether no text or element with text stands before `node` under the same parent."""
    before = node.prev
    while before is not None:
        if (before.text() or "").strip():
            return False
        before = before.prev
    return True


def _is_inside(node: LexborNode, tags: tuple[str, ...]) -> bool:
    above = node.parent
    while above is not None:
        if above.tag in tags:
            return True
        above = above.parent
    return False


def _choose_root(tree: LexborHTMLParser, body: LexborNode, weights: dict[int, _Weight]) -> LexborNode:
    whole = weights[body.mem_id].chars
    for selector in _MAIN:
        found = tree.css(selector)
        if found:
            best = max(found, key=lambda node: weights.get(node.mem_id, _Weight()).chars)
            if weights.get(best.mem_id, _Weight()).chars >= _LEAST_SHARE * whole:
                return best
    return body


def _drop_menus(body: LexborNode, weights: dict[int, _Weight]) -> None:
    """Drop elements that hold three or more short links and hardly anything else.

    Only where nothing marks the main content: inside it, a list of links may be what the page is for.
    """
    for node in _outermost(body, weights):
        node.decompose()


def _outermost(body: LexborNode, weights: dict[int, _Weight]) -> list[LexborNode]:
    found: list[LexborNode] = []
    stack = [body]
    while stack:
        node = stack.pop()
        if node is not body and _is_menu(node, weights.get(node.mem_id, _Weight())):
            found.append(node)
        else:
            stack.extend(_find_children(node))
    return found


def _find_children(node: LexborNode) -> Iterator[LexborNode]:
    child = node.first_child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def _is_menu(node: LexborNode, weight: _Weight) -> bool:
    if weight.links < _MENU_LINKS or weight.linked > _MENU_ENTRY * weight.links:
        return False
    separators = 2 * weight.links
    return weight.chars - weight.linked <= separators and node.css_first("h1, h2, h3, h4, h5, h6") is None


def _find_title_outside(tree: LexborHTMLParser, root: LexborNode) -> LexborNode | None:
    """Give the only h1 of the page when it stands before the main content and not in it."""
    found = tree.css("h1")
    if len(found) != 1 or root.css_first("h1") is not None or root.tag == "body":
        return None
    return found[0] if found[0].text().strip() else None

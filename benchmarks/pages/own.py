"""The own PDFs: documents in the layouts that policy texts come in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportlab.lib.pagesizes import A4

from benchmarks.pages.crossed import set_crossed, set_margins
from benchmarks.pages.gold import GoldPage
from benchmarks.pages.looks import Look, make_look
from benchmarks.pages.parts import (
    FOOT,
    PARTS,
    add_box,
    add_caption,
    add_story,
    add_title,
    make_columns,
)
from benchmarks.pages.setting import Frame, Leaf, Setter
from benchmarks.pages.stories import Story, load_stories
from benchmarks.pages.tabling import Grid, add_table


def set_report(stories: Sequence[Story]) -> Setter:
    """One column, justified, with footnotes, running head and foot."""
    look = make_look("serif", 10.5, justify=True)
    setter = Setter(
        "rapport-een-kolom.pdf",
        A4,
        make_columns(
            1, look, "Gebiedsplan Hoge Vliet", "Stuurgroep Maasvallei | definitieve versie", title_room=50
        ),
    )
    setter.turn()
    add_title(setter, stories[0].title, look)
    add_story(setter, stories[0], look, notes=PARTS["notes"][:2])
    setter.add("heading", stories[1].title, replace(look.head, size=14), level=1)
    add_story(setter, stories[1], look, notes=PARTS["notes"][2:], first=3)
    return setter


def set_columns(
    name: str,
    stories: Sequence[Story],
    count: int,
    order: str,
    look: Look,
    gutter: float,
    *,
    spread: bool = False,
) -> Setter:
    """Columns of running text under a title across all of them."""
    setter = Setter(
        name,
        A4,
        make_columns(
            count, look, "Beleidsagenda grensregio", "Voortgangsbericht najaar", title_room=56, gutter=gutter
        ),
        order=order,
        spread=spread,
    )
    setter.turn()
    add_title(setter, stories[0].title, look)
    add_story(setter, stories[0], look)
    for story in stories[1:]:
        setter.add("heading", story.title, replace(look.head, size=1.45 * look.text.size), level=1)
        add_story(setter, story, look)
    return setter


def set_magazine(stories: Sequence[Story]) -> Setter:
    """Two columns with a box, a pull quote and a picture with its caption; the box is drawn first."""
    look = make_look("sans", 9.5)
    plain = make_columns(2, look, "", "Magazine Over de grens", title_room=56, gutter=24)

    def make(setter: Setter, leaf: Leaf, number: int) -> list[Frame]:
        frames = plain(setter, leaf, number)
        each = frames[0].width
        if number == 1:
            box = Frame(leaf, frames[1].x, setter.height - FOOT - 170, each, setter.height)
            add_box(setter, box, "Cijfers van de proef", (PARTS["boxes"][0], PARTS["boxes"][1]), look)
            frames[1].bottom = setter.height - FOOT - 185
        if number == 2:
            quote = Frame(leaf, frames[0].x, 300, each, 400)
            flow = setter.new_flow()
            big = replace(look.head, size=15, leading=1.25)
            end = setter.add_at("quote", PARTS["quotes"][0], big, quote, flow=flow)
            frames[0].bottom = 285
            frames.insert(1, Frame(leaf, frames[0].x, end + 14, each, setter.height - FOOT))
            leaf.shapes.append((frames[-1].x, 70, each, 150, 0.8))
            setter.add_at(
                "caption",
                "Foto: de nieuwe kade van Sluiskil in aanbouw",
                look.small,
                Frame(leaf, frames[-1].x, 224, each, 300),
                flow=setter.new_flow(),
            )
            frames[-1].y = 250
        return frames

    setter = Setter("magazine.pdf", A4, make)
    setter.turn()
    add_title(setter, stories[0].title, look)
    for story in stories:
        if story is not stories[0]:
            setter.add("heading", story.title, replace(look.head, size=14), level=1)
        add_story(setter, story, look)
    return setter


def set_tables(stories: Sequence[Story]) -> Setter:
    """Tables with cells of several lines, merged first cells, figures, and one over a page turn."""
    look = make_look("sans", 9.5)
    setter = Setter(
        "tabellen.pdf", A4, make_columns(1, look, "Bijlagen bij de begroting", "Provincie", title_room=50)
    )
    setter.turn()
    add_title(setter, "Bijlage 2 Maatregelen en middelen", look)
    setter.add("paragraph", stories[0].blocks[1][1], look.text)
    add_caption(setter, "Tabel 1 Maatregelen per programma", look)
    grid = Grid((90, 190, 110, 90), replace(look.text, size=8.5), look.bold)
    add_table(setter, grid, PARTS["measures"][0], PARTS["measures"][1:], "Tabel 1 Maatregelen per programma")
    setter.add("paragraph", stories[0].blocks[2][1], look.text)
    add_caption(setter, "Tabel 2 Lasten en baten in duizend euro", look)
    grid = Grid((180, 75, 75, 75, 75), look.text, look.bold, ruled=False, right=(1, 2, 3, 4))
    add_table(
        setter, grid, PARTS["figures"][0], PARTS["figures"][1:], "Tabel 2 Lasten en baten in duizend euro"
    )
    setter.add("paragraph", stories[1].blocks[1][1], look.text)
    setter.add("paragraph", stories[1].blocks[2][1], look.text)
    add_caption(setter, "Tabel 3 Toezeggingen en moties", look)
    grid = Grid((50, 250, 100, 80), replace(look.text, size=9), look.bold)
    add_table(setter, grid, PARTS["promises"][0], PARTS["promises"][1:], "Tabel 3 Toezeggingen en moties")
    setter.add("paragraph", stories[1].blocks[4][1], look.text)
    return setter


def set_letter(stories: Sequence[Story]) -> Setter:
    """A letter with letterhead, references in the margin, and numbered questions with answers."""
    look = make_look("sans", 9.5)
    label = replace(look.small, size=7, after=0.0)

    def make(setter: Setter, leaf: Leaf, number: int) -> list[Frame]:
        side = setter.width - 150
        setter.add_at(
            "furniture",
            "Ministerie van Ruimte en Grensstreken",
            replace(look.small, font=look.bold),
            Frame(leaf, 250, 30, 220, 60),
        )
        for place, (kind, text) in enumerate(PARTS["side"] if number == 1 else PARTS["side"][-2:]):
            style = replace(label, font=look.bold) if kind == "head" else label
            setter.add_at("furniture", text, style, Frame(leaf, side, 150 + 11 * place, 110, 500))
        setter.add_at(
            "furniture",
            f"Pagina {number} van 2",
            label,
            Frame(leaf, side, setter.height - 40, 90, setter.height),
        )
        return [Frame(leaf, 70, 300 if number == 1 else 110, side - 100, setter.height - FOOT)]

    setter = Setter("brief.pdf", A4, make)
    setter.turn()
    leaf = setter.frame.leaf
    address = Frame(leaf, 70, 120, 260, 240)
    tight = replace(look.text, after=0.0, cut=False)
    for line in ("Aan de voorzitter van de Provinciale Staten", "Postbus 4100", "5200 MB Oudewaard"):
        setter.add_at("paragraph", line, tight, address)
    for name, value in (("Datum", "17 oktober 2024"), ("Betreft", "Beantwoording vragen over de nevengeul")):
        address.y += 8
        setter.add_at("paragraph", f"{name} {value}", tight, address)
    for text in PARTS["opening"]:
        setter.add("paragraph", text, look.text)
    for number, (question, answer) in enumerate(PARTS["questions"], start=1):
        setter.add("heading", f"Vraag {number}", replace(look.head, size=9.5), level=2)
        setter.add("paragraph", question, look.text)
        setter.add("heading", f"Antwoord {number}", replace(look.head, size=9.5), level=2)
        setter.add("paragraph", answer, look.text)
    setter.add("paragraph", "Hoogachtend,", look.text)
    setter.add("paragraph", "de minister van Ruimte en Grensstreken, mr. A.J. van Leur", look.text)
    return setter


def set_slides(stories: Sequence[Story]) -> Setter:
    """Slides: large type, few words, a foot on each, and tables with merged cells."""
    look = make_look("wide", 18, cut=False)

    def make(setter: Setter, leaf: Leaf, number: int) -> list[Frame]:
        setter.add_at(
            "furniture",
            f"Regiodag 12 juni 2024 | {number}",
            replace(look.small, size=9),
            Frame(leaf, 40, 376, 400, 400),
        )
        return [Frame(leaf, 40, 40, 640, 365)]

    setter = Setter("dias.pdf", (720, 405), make, order="shuffled")
    for head, lines in PARTS["slides"]:
        setter.turn()
        setter.add("heading", head, replace(look.head, size=28), level=1)
        for line in lines:
            setter.add("item", line, replace(look.text, indent=22), bullet="▪")
    for head, name in (("Wie doet wat?", "roles"), ("Partijen en taken", "parties")):
        setter.turn()
        setter.add("heading", head, replace(look.head, size=28), level=1)
        grid = Grid((110, 190, 330), replace(look.text, size=10), look.bold)
        add_table(setter, grid, PARTS[name][0], PARTS[name][1:])
    return setter


def set_turned(stories: Sequence[Story]) -> Setter:
    """A page of text, then a page that /Rotate shows on its side, with text in two columns."""
    look = make_look("book", 9)

    def make(setter: Setter, leaf: Leaf, number: int) -> list[Frame]:
        if number == 1:
            return make_columns(1, look, "Jaarplan", "", title_room=50)(setter, leaf, number)
        leaf.turned = True
        return [Frame(leaf, 60, 80, 340, 530), Frame(leaf, 430, 80, 340, 530)]

    setter = Setter("gedraaid.pdf", A4, make)
    setter.turn()
    add_title(setter, stories[0].title, look)
    for story in stories:
        if story is not stories[0]:
            setter.add("heading", story.title, replace(look.head, size=13), level=1)
        add_story(setter, story, look)
    return setter


def set_rules(stories: Sequence[Story]) -> Setter:
    """Numbered articles with lettered parts."""
    look = make_look("serif", 10)
    setter = Setter(
        "regeling.pdf",
        A4,
        make_columns(1, look, "Subsidieregeling grenspark", "Provinciaal blad 2024, 6121", title_room=50),
    )
    setter.turn()
    add_title(setter, "Subsidieregeling grenspark 2024-2027", look)
    for head, parts in PARTS["rules"]:
        setter.add("heading", head, look.head, level=2)
        for mark, text in parts:
            deep = mark.endswith(("a.", "b.", "c."))
            style = replace(look.text, indent=28 if deep else 14, after=0.2)
            setter.add(
                "item" if mark else "paragraph", f"{mark} {text}".strip(), style if mark else look.text
            )
    return setter


def make_documents() -> list[tuple[str, bytes, list[GoldPage]]]:
    """Give name, PDF and truth of every own document; the same bytes on every run."""
    stories = load_stories()
    two, three = make_look("serif", 10), make_look("wide", 8, ligatures=True)
    setters: list[tuple[Setter, tuple[str, ...]]] = [
        (set_report(stories[:2]), ("one column", "notes")),
        (set_columns("twee-kolommen.pdf", stories[2:5], 2, "reading", two, 22), ("two columns",)),
        (
            set_columns(
                "twee-kolommen-rijen.pdf",
                (stories[4], stories[5], stories[0]),
                2,
                "rows",
                replace(two, text=replace(two.text, hyphen="\u00ad")),
                18,
            ),
            ("two columns",),
        ),
        (
            set_columns("drie-kolommen.pdf", stories[1:4], 3, "shuffled", three, 16),
            ("three columns", "ligatures"),
        ),
        (
            set_columns(
                "drie-kolommen-rijen.pdf",
                (stories[3], stories[5], stories[1]),
                3,
                "rows",
                make_look("sans", 8.5, justify=True),
                14,
            ),
            ("three columns",),
        ),
        (
            set_columns(
                "losse-woorden.pdf",
                (stories[5], stories[2]),
                2,
                "reading",
                make_look("book", 9, justify=True),
                22,
                spread=True,
            ),
            ("two columns", "no blanks"),
        ),
        (set_magazine((stories[2], stories[4], stories[0])), ("two columns", "boxes")),
        (set_tables((stories[0], stories[3])), ("tables",)),
        (set_letter(stories), ("letter",)),
        (set_slides(stories), ("slides",)),
        (set_turned((stories[1], stories[5])), ("rotated",)),
        (set_rules(stories), ("one column", "articles")),
        (set_crossed((stories[6], stories[3])), ("two columns", "tables")),
        (set_margins((stories[6], stories[2])), ("margin",)),
    ]
    made = []
    for setter, tags in setters:
        raw, pages = setter.finish(tags)
        made.append((setter.name, raw, pages))
    return made

"""What speaks for a theme in a paragraph and around it."""

from __future__ import annotations

import pytest

from assistant.extract.evidence import Paragraph, describe, gather_evidence
from assistant.extract.source import read_source
from assistant.extract.terms import Term, Terms
from assistant.extract.themes import find_paragraphs

CARE, WORK = 0, 1
TERMS = Terms(
    [
        Term(CARE, 1.0, "ziekenhuis"),
        Term(CARE, 0.5, "zorg"),
        Term(CARE, 1.0, "zorg voor oud*"),
        Term(WORK, 0.5, "werk"),
    ],
    {},
)


def gather(text: str) -> list[Paragraph]:
    """Give the paragraphs that hold terms."""
    return gather_evidence(read_source(text), TERMS, find_paragraphs(text))


def test_terms_are_weighed_by_paragraph_and_theme() -> None:
    long = "en zo staat het al jaren in de stukken van deze vergadering, "
    text = f"{long}Niets.\n\n{long}zorg in het ziekenhuis en werk, {long}\n\n{long}werk"
    one, two = gather(text)
    assert (one.strengths, one.sure) == ({CARE: 1.5, WORK: 0.5}, {CARE: 1})
    assert (two.strengths, two.sure) == ({WORK: 0.5}, {})
    assert text[one.start : one.end].strip().startswith("en zo") and two.end == len(text)


def test_a_repeated_term_adds_a_little_and_a_short_line_doubles() -> None:
    long = "van wat wij in dit lange stuk van de vergadering te zeggen hebben."
    (once,), (twice,) = gather(f"De zorg {long}"), gather(f"De zorg en de zorg {long}")
    assert once.strengths[CARE] == 0.5
    assert 0.5 < twice.strengths[CARE] < 1.0
    (line,) = gather(f"De zorg\n{long}")
    assert line.strengths[CARE] == 1.0


def test_the_strongest_term_is_the_one_that_weighs_most_where_it_first_stands() -> None:
    (paragraph,) = gather("Zorg, werk en zorg, ook zorg voor ouderen in een ziekenhuis.")
    words = read_source("Zorg, werk en zorg, ook zorg voor ouderen in een ziekenhuis.").plain
    first, last = paragraph.strongest(CARE)
    assert words[first : last + 1] == ["zorg", "voor", "ouderen"]
    first, last = paragraph.strongest(WORK)
    assert words[first : last + 1] == ["werk"]


def test_what_is_said_before_and_behind_weighs_the_same_and_fades_with_the_distance() -> None:
    def around(before: str, behind: str) -> tuple[float, ...]:
        rows = list(describe(gather(f"{before}het werk{behind}")))
        return next(
            row for found in rows for theme, row in found.items() if theme == WORK and len(found) == 1
        )

    near = around("zorg en werk\n\n", "")[2]
    assert near == pytest.approx(around("", "\n\nzorg en werk")[2])
    assert near > around("zorg en werk\n\n" + 20 * "niets.\n\n", "")[2] > 0
    assert around("zorg en werk\n\n" + 50_000 * "niets.\n\n", "")[2] == 0


def test_the_part_of_a_theme_counts_all_that_is_said_around() -> None:
    alone, *_ = describe(gather("het werk"))
    beside, *_ = describe(gather("het werk\n\nhet ziekenhuis"))
    assert alone[WORK][3] == 1
    assert 0 < beside[WORK][3] < 1

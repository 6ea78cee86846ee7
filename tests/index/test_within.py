from __future__ import annotations

from assistant.index.within import keep_within
from assistant.types import AmountValue, Extract, ExtractKind, Filters, Passage, RegionValue, Span, ThemeValue

PASSAGES = [Passage(str(start), "d", Span(start, start + 10), "x" * 10) for start in (10, 40)]


def amount(start: int) -> Extract:
    return Extract(ExtractKind.AMOUNT, Span(start, start + 1), "x", AmountValue(1, "EUR"))


def theme(start: int, code: str) -> Extract:
    return Extract(ExtractKind.THEME, Span(start, start + 1), "x", ThemeValue(code, code, 1.0))


def region(start: int, code: str, country: str) -> Extract:
    return Extract(ExtractKind.REGION, Span(start, start + 1), "x", RegionValue(code, "", country, code))


def test_other_facts_stay_when_they_begin_in_one_of_the_passages() -> None:
    facts = [amount(start) for start in (0, 9, 10, 19, 20, 39, 40, 49, 50)]
    kept = keep_within(facts, Filters(themes=("zorg",)), PASSAGES)
    assert [fact.span.start for fact in kept] == [10, 19, 40, 49]
    assert keep_within(facts, Filters(themes=("zorg",)), []) == []


def test_a_theme_or_region_that_is_named_stays_wherever_it_stands_and_no_other_does() -> None:
    facts = [theme(0, "zorg"), theme(12, "wonen"), region(5, "BE", "BE"), region(41, "NIS11002", "BE")]
    assert keep_within(facts, Filters(themes=("zorg",)), PASSAGES) == [facts[0], facts[3]]
    assert keep_within(facts, Filters(regions=("BE",)), PASSAGES) == facts[1:]

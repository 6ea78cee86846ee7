"""The figures of extraction on the seeds and the date specifications."""

from __future__ import annotations

from pathlib import Path

from assistant.evaluate.extraction import ODD_SPECS, evaluate_extraction, load_seed_gold


def test_the_marked_words_stand_at_their_offsets(seeds: Path) -> None:
    for name, facts in load_seed_gold().items():
        with (seeds / name).open(encoding="utf-8", newline="") as file:
            text = file.read()
        assert all(text[fact["start"] : fact["end"]] == fact["text"] for fact in facts)
        assert [fact["start"] for fact in facts] == sorted(fact["start"] for fact in facts)


def test_dates_and_regions_reach_the_figures_that_the_project_asks_for(shared: Path) -> None:
    rows = {(row.set_name, row.kind): row for row in evaluate_extraction(shared)}
    seeds_dates, seeds_regions = rows["seeds", "date"], rows["seeds", "region"]
    assert seeds_dates.recall >= 0.97 and seeds_dates.right >= 0.93
    assert seeds_regions.recall >= 0.97 and seeds_regions.right >= 0.95
    assert rows["dates-dev", "date"].right >= 0.80
    assert rows["dates-dev zonder vreemde", "date"].right >= 0.95
    assert len(ODD_SPECS) < 30

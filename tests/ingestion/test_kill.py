"""Killing ingest at any moment leaves the last good index answering, and the next run finishes the rest."""

from __future__ import annotations

from pathlib import Path

from benchmarks.kills import measure_kills


def test_fault_1_a_kill_at_twelve_moments_leaves_a_good_index_and_no_process(tmp_path: Path) -> None:
    outcome = measure_kills(tmp_path, moments=12, seed=3)
    assert outcome.answered == outcome.finished == outcome.identical == 12
    assert outcome.left_behind == 0
    assert outcome.cut_off > 0

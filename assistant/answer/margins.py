"""How the sentences of one question stand beside each other: one far ahead is another case than many alike."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from assistant.answer.scoring import JUDGED, SHARPNESS

MARGINS = (
    "lead on 2nd",
    "lead on 5th",
    "lead on 10th",
    "first share",
    "spread",
    "refused share",
    "highest local",
    "highest fit",
    "fitting share",
    "telling",
    "number",
)
_PLACES = ((1, 3.0), (4, 5.0), (9, 5.0))
"""Which sentence behind the first, and the lead on it that is written as 1."""
_LOCAL, _FIT, _REFUSED = map(JUDGED.index, ("local", "fit", "refused"))
_FITTING, _TELLING = 0.6, 0.7
"""The fit of a sure value, and the share of the question that a sentence holds which speaks of it."""


def read_margins(scores: Sequence[float], evidence: Sequence[Sequence[float]]) -> tuple[float, ...]:
    """Give the margins in the order of `MARGINS`, from the scores of the judged sentences and what each rests on.

    The lead of the highest score on others, its share and the entropy of the softmax of all; the share of sentences
    that are refused; the most that one holds of the question and the best fit; how many fit, and speak of it; their
    number. Raises ValueError without sentences.
    """
    if not scores:
        raise ValueError("no sentences to compare")
    ordered = np.sort(np.array(scores))[::-1]
    chances = np.exp((ordered - ordered[0]) * SHARPNESS)
    chances /= chances.sum()
    rows = np.array(evidence)
    leads = (float(ordered[0] - ordered[min(place, len(ordered) - 1)]) / scale for place, scale in _PLACES)
    return (
        *leads,
        float(chances[0]),
        float(-(chances * np.log(chances + 1e-12)).sum()) / 3.0,
        float(rows[:, _REFUSED].mean()),
        float(rows[:, _LOCAL].max()),
        float(rows[:, _FIT].max()),
        float((rows[:, _FIT] >= _FITTING).mean()),
        float((rows[:, _LOCAL] >= _TELLING).sum()) / 10.0,
        len(scores) / 60.0,
    )

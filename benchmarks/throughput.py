"""How many sentences a core codes in a second, and how much memory that takes.

    python benchmarks/throughput.py FILE [--jobs N] [--compare]

FILE has one sentence a line, plain or gzipped. Pseudo-articles of 20 lines, dated 2005-06-01, are
coded; the time is the CPU time of all processes, loading included. The last line printed is
`sentences_per_core_second N peak_mb N`. With --compare, two processes are timed against one by the
clock, and the machine should have nothing else to do.
"""

from __future__ import annotations

import argparse
import gzip
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from dragoman.model.runs import Refusal
from dragoman.model.text import Article
from dragoman.running.runs import code_all

LINES_AN_ARTICLE = 20
PUBLISHED = "2005-06-01"


def main() -> None:
    """Code the file as asked and print what it took."""
    options = _options()
    articles = list(pseudo_articles(options.file))
    started = time.perf_counter()
    coded = events = 0
    for output in code_all(articles, jobs=options.jobs):
        if isinstance(output, Refusal):
            print(output, file=sys.stderr)
        else:
            coded += 1
            events += len(output.events)
    wall = time.perf_counter() - started
    lines = sum(article.text.count("\n") + 1 for article in articles)
    print(f"{lines} sentences, {coded} of {len(articles)} articles, {events} events, {wall:.1f} s")
    # Taken before the comparison, whose processes would count with those waited for.
    speed, peak = lines / cpu_seconds(), peak_mb(options.jobs)
    if options.compare:
        one, two = (_wall_seconds(options.file, jobs) for jobs in (1, 2))
        print(f"one process {one:.1f} s, two {two:.1f} s: {one / two:.2f} times as fast")
    print(f"sentences_per_core_second {speed:.0f} peak_mb {peak:.0f}")


def pseudo_articles(file: Path) -> Iterator[Article]:
    """Articles of 20 lines each from a file of sentences."""
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(file, "rt", encoding="utf-8") as stream:
        lines = [line.strip() for line in stream if line.strip()]
    for first in range(0, len(lines), LINES_AN_ARTICLE):
        text = "\n".join(lines[first : first + LINES_AN_ARTICLE])
        yield Article(id=f"lines-{first + 1}", text=text, published=PUBLISHED)


def cpu_seconds() -> float:
    """The CPU time of this process and those it has waited for, from their start."""
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def peak_mb(jobs: int) -> float:
    """The memory of all processes at their peaks; the largest child stands for each of them."""
    own = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    child = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    kilobytes = own + (jobs * child if jobs > 1 else 0)
    return kilobytes * (1 if sys.platform == "darwin" else 1024) / 1e6


def _wall_seconds(file: Path, jobs: int) -> float:
    started = time.perf_counter()
    subprocess.run(
        [sys.executable, __file__, str(file), "--jobs", str(jobs)], check=True, capture_output=True
    )
    return time.perf_counter() - started


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("file", type=Path)
    parser.add_argument("--jobs", type=int, default=1, help="processes to code with")
    parser.add_argument("--compare", action="store_true", help="time two processes against one")
    return parser.parse_args()


if __name__ == "__main__":
    main()

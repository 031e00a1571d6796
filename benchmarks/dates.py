"""How well dates are found and resolved, on TimeML files.

    python benchmarks/dates.py FOLDER            last line: found 92.0 interval 88.0
    python benchmarks/dates.py FOLDER --timex    last line: strict 80.0 relaxed 90.0 value 78.0

FOLDER holds .tml files with gold TIMEX3. `find_dates` marks up their text, and a scorer counts:
`score_resolved.py` (the days of each date) or `score_timex.py` (spans and values), from --tools.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from dragoman.coding.dates.dates import DateExpression, anchor_of, find_dates, timexes

TOOLS = Path(__file__).parents[2] / "shared" / "tools"
TEXT = re.compile(r"<TEXT>(.*)</TEXT>", re.DOTALL)
# Values that name their days themselves; another is written as FIRST/LAST.
CALENDAR = re.compile(r"\d{4}(-(\d\d|W\d\d|Q\d|S[PU]|FA|WI)|$)|\d{3}$")
CREATED = re.compile(r'<DCT>.*?value="([^"]*)"', re.DOTALL)


def plain_text(markup: str) -> str:
    """The text of a TimeML file, its tags taken out."""
    body = TEXT.search(markup)
    return html.unescape(re.sub(r"<[^>]+>", "", body[1] if body else markup))


def marked_up(text: str, found: list[DateExpression], *, as_days: bool) -> str:
    """The text with TIMEX3 tags; FIRST/LAST where days are wanted that the value does not name."""
    out, past = [], 0
    for number, one in enumerate(found, start=1):
        has_days = as_days and one.first and not CALENDAR.match(one.value)
        value = f"{one.first}/{one.last}" if has_days else one.value
        tag = f'<TIMEX3 tid="t{number}" type="{one.type}" value="{html.escape(value)}">'
        out += [html.escape(text[past : one.start]), tag, html.escape(one.text), "</TIMEX3>"]
        past = one.end
    return "<TimeML><TEXT>" + "".join(out) + html.escape(text[past:]) + "</TEXT></TimeML>"


def tag_folder(folder: Path, out: Path, *, as_days: bool) -> None:
    """Writes a file of the product's own TIMEX3 for every gold file."""
    for path in sorted(folder.glob("*.tml")):
        markup = path.read_text(encoding="utf-8", errors="replace")
        created = CREATED.search(markup)
        text = plain_text(markup)
        found = timexes(find_dates(text, anchor_of(created[1] if created else None)))
        (out / path.name).write_text(marked_up(text, found, as_days=as_days), encoding="utf-8")


def score(scorer: Path, folder: Path, out: Path) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(scorer), str(folder), str(out)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def summary(printed: str, *, is_timex: bool) -> str:
    """The last line: the scorer's figures in short."""
    if is_timex:
        f1 = dict(re.findall(r"^(\S+)\s+P .* F1 ([\d.]+)$", printed, re.MULTILINE))
        names = {"strict": "strict", "relaxed": "relaxed", "value": "value(relaxed)"}
        return " ".join(f"{name} {float(f1[key]):.1f}" for name, key in names.items())
    found = re.search(r"found \d+ \(([\d.]+)%\)", printed)
    interval = re.search(r"same interval \d+ \(([\d.]+)% of gold", printed)
    return f"found {found[1] if found else 0} interval {interval[1] if interval else 0}"


def main() -> None:
    """Marks up the folder, scores it, prints the scorer's words and the figures in short."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--timex", action="store_true", help="spans and values instead of days")
    parser.add_argument("--tools", type=Path, default=TOOLS, help="the folder of the scorers")
    parser.add_argument("--keep", type=Path, help="keep the tagged files here")
    options = parser.parse_args()
    scorer = options.tools / ("score_timex.py" if options.timex else "score_resolved.py")
    with tempfile.TemporaryDirectory() as scratch:
        out = options.keep or Path(scratch)
        out.mkdir(parents=True, exist_ok=True)
        tag_folder(options.folder, out, as_days=not options.timex)
        printed = score(scorer, options.folder, out)
    print(printed, end="")
    print(summary(printed, is_timex=options.timex))


if __name__ == "__main__":
    main()

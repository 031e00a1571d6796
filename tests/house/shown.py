"""Documents show what their commands print: `python tests/house/shown.py [--write] FILE…`.

A fenced block marked `console` shows commands, each on a line that opens with "$ " (with "> " for
the lines that continue it), and under each what it prints. The commands of a document run one after
another in a scratch folder in which `examples` and `docs` stand. Prints where a document shows
something else, exit status 1; with --write the document is put right instead, which
`make documents` does.
"""

from __future__ import annotations

import difflib
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)
PROMPT, MORE = "$ ", "> "


def main() -> int:
    """Check or rewrite each document named; exit status 1 where one showed something else."""
    names = [name for name in sys.argv[1:] if name != "--write"]
    wrong = [name for name in names if not _agrees(Path(name), is_written="--write" in sys.argv)]
    return 1 if wrong else 0


def _agrees(path: Path, *, is_written: bool) -> bool:
    shown = path.read_text(encoding="utf-8")
    printed = rerun(shown)
    if is_written:
        path.write_text(printed, encoding="utf-8")
        return True
    old, new = (text.splitlines(keepends=True) for text in (shown, printed))
    sys.stdout.writelines(difflib.unified_diff(old, new, f"{path.name} shows", "it prints"))
    return shown == printed


def rerun(document: str) -> str:
    """The document with what its commands print now."""
    with tempfile.TemporaryDirectory() as folder:
        for name in ("examples", "docs"):
            (Path(folder) / name).symlink_to(ROOT / name)
        return BLOCK.sub(lambda block: "".join(_replayed(block[0], folder)), document)


def _replayed(block: str, folder: str) -> Iterator[str]:
    for command in commands(block):
        yield PROMPT + command.replace("\n", f"\n{MORE}") + "\n"
        yield _output(command, folder)


def commands(block: str) -> list[str]:
    """The commands a block shows.

    >>> commands("$ echo one\\none\\n$ cat <<END\\n> two\\n> END\\ntwo\\n")
    ['echo one', 'cat <<END\\ntwo\\nEND']
    """
    found: list[str] = []
    goes_on = False
    for line in block.splitlines():
        if line.startswith(PROMPT):
            found.append(line.removeprefix(PROMPT))
            goes_on = True
        elif goes_on and line.startswith(MORE):
            found[-1] += "\n" + line.removeprefix(MORE)
        else:
            goes_on = False
    return found


def _output(command: str, folder: str) -> str:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={**os.environ, "PATH": path, "LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(f"exit status {done.returncode} of: {command}\n{done.stderr}")
    return done.stdout + done.stderr  # in a pipe either may come first, here always in this order


if __name__ == "__main__":
    sys.exit(main())

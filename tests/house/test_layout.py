"""The house keeps its layout: light import, short functions and files, promises kept."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "dragoman").rglob("*.py"))
HEAVY = (
    "duckdb",
    "pyarrow",
    "onnxruntime",
    "tokenizers",
    "numpy",
    "trafilatura",
    "py3langid",
    "httpx2",
)
LONGEST_FUNCTION = 40
LONGEST_FILE = 300
UNWANTED_NAMES = {"utils", "helpers", "common", "manager", "base", "misc"}


def test_importing_dragoman_loads_nothing_heavy():
    script = "import sys, dragoman; print(*[m for m in sys.argv[1:] if m in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", script, *HEAVY], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []


def test_every_promised_name_is_there():
    import dragoman

    assert dragoman.__all__ == sorted(dragoman.__all__)
    assert all(getattr(dragoman, name) is not None for name in dragoman.__all__)


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_file_stays_short_and_named_for_what_it_holds(path):
    assert path.stem not in UNWANTED_NAMES
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST_FILE
    long = [
        f"{node.name} has {_length(node)} lines"
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.FunctionDef) and _length(node) > LONGEST_FUNCTION
    ]
    assert long == []


def _length(node: ast.FunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant):
        lines -= (first.end_lineno or first.lineno) - first.lineno + 1
    return lines


TABLES = sorted((ROOT / "src" / "dragoman" / "tables").glob("*.csv"))


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.name)
def test_a_table_says_what_it_holds_its_source_key_and_changes(path):
    header = [line for line in path.read_text(encoding="utf-8").splitlines() if line[:1] == "#"]
    said = {line.lstrip("# ").partition(":")[0].lower() for line in header}
    assert {"what", "source", "key", "changes"} <= said

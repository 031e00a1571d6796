"""The documents tell what is there: outputs are printed by running, commands and files exist."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from dragoman.cli import main

ROOT = Path(__file__).resolve().parents[2]
PLACES = ("src/", "docs/", "tests/", "benchmarks/", "training/", "examples/")
FOLDERS = (ROOT, ROOT / "docs", ROOT / "docs" / "decisions", ROOT / "examples", ROOT / "training")
DOCUMENTS = sorted(path for folder in FOLDERS for path in folder.glob("*.md"))
SCRIPTS = [f"/{path.as_posix()}" for place in PLACES for path in (ROOT / place).rglob("*.py")]
BENCHMARKS = sorted((ROOT / "benchmarks").glob("*.py"))
TABLES = sorted((ROOT / "src" / "dragoman" / "tables").glob("*.csv"))
TEXTS = {path: path.read_text(encoding="utf-8") for path in DOCUMENTS}
SHOWN = [path for path in DOCUMENTS if "```console\n" in TEXTS[path]]
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M))


def _options(group: click.Group, prefix: str = "") -> Iterator[tuple[str, set[str]]]:
    """The commands of a group and of the groups in it, each with its options."""
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from _options(command, f"{prefix}{name} ")
        else:
            yield f"{prefix}{name}", {o for p in command.params for o in p.opts if o[0] == "-"}


COMMANDS = dict(_options(main))
NAMES = "|".join(COMMANDS)


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", SHOWN, ids=_name)
def test_a_document_shows_what_its_commands_print(path):
    done = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "house" / "shown.py"), str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout + done.stderr, done.returncode) == ("", 0), "make documents puts it right"


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_the_links_of_a_document_lead_somewhere(path):
    links = re.findall(r"\]\((?!https?:|#)([^)#\s]+)", TEXTS[path])
    assert [link for link in links if not (path.parent / link).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_a_path_a_document_names_is_there(path):
    named = [word.rstrip("/") for word in _quoted(TEXTS[path])]
    missing = [word for word in named if word.startswith(PLACES) and not list(ROOT.glob(word))]
    missing += [word for word in named if word.endswith(".py") and not _is_script(word)]
    assert missing == []


def test_each_room_of_coding_is_told_with_files_that_it_has():
    coding = ROOT / "src" / "dragoman" / "coding"
    told = re.findall(r"^ *\| `(\w+)/` \|(.*)$", TEXTS[ROOT / "docs" / "how-it-works.md"], re.M)
    rooms = {path.parent.name for path in coding.glob("*/__init__.py")} - {"llm"}
    assert {room for room, _ in told} == rooms
    named = [(room, name) for room, row in told for name in re.findall(r"`(\w+\.py)`", row)]
    assert [each for each in named if not coding.joinpath(*each).exists()] == []


@pytest.mark.parametrize("path", DOCUMENTS, ids=_name)
def test_a_make_target_a_document_names_is_there(path):
    assert set(re.findall(r"\bmake ([a-z]+)`", TEXTS[path])) <= TARGETS


def test_every_command_and_option_is_documented():
    everything = "\n".join(TEXTS.values())
    undocumented = [
        f"{name} {option}"
        for name, options in COMMANDS.items()
        for option in (name, *options - {"--output"})
        if not re.search(rf"(?<![\w-]){re.escape(option)}(?![\w-])", everything)
    ]
    assert undocumented == []


def test_every_option_a_document_gives_dragoman_is_one():
    unknown = [
        (_name(path), command, option)
        for path, text in TEXTS.items()
        for command, rest in re.findall(rf"^(?:\$ |    )dragoman ({NAMES})([^|;$\n]*)", text, re.M)
        for option in re.findall(r"\s(--?[a-z][a-z-]*)", rest)
        if option not in COMMANDS[command]
    ]
    assert unknown == []


def test_every_benchmark_is_described():
    document = TEXTS[ROOT / "docs" / "benchmarks.md"]
    assert [path.name for path in BENCHMARKS if path.name not in document] == []


@pytest.mark.parametrize("path", BENCHMARKS, ids=lambda p: p.name)
def test_a_benchmark_loads_and_its_examples_hold(path):
    command = [sys.executable, "-m", "doctest", str(path)]
    done = subprocess.run(command, capture_output=True, check=False)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.parametrize("path", TABLES, ids=lambda p: p.name)
def test_a_table_is_described_with_its_columns(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    columns = next(line for line in lines if not line.startswith("#"))
    document = TEXTS[ROOT / "docs" / "tables.md"].replace("*", "")
    assert f"| {path.name} | {columns.replace(',', ', ')} |" in document


def test_every_event_type_and_mode_stands_in_the_codebook():
    from dragoman.tables.load import load

    codebook = TEXTS[ROOT / "docs" / "codebook.md"]
    rows = load("scores", ("type", "mode"))
    lines = {line.split("|")[1].strip(): line for line in codebook.splitlines() if "|" in line}
    assert [row for row in rows if row["mode"] not in lines.get(row["type"], "")] == []


def test_no_floor_is_above_the_figure_the_documents_give():
    floors = tomllib.loads((ROOT / "tests" / "gold" / "floors.toml").read_text(encoding="utf-8"))
    document = TEXTS[ROOT / "docs" / "benchmarks.md"]
    above = {}
    for name, floor in floors.items():
        row = re.search(rf"^\| {name} \|.*`([^`]+)` \|[^|]*\|$", document, re.M)
        assert row, f"docs/benchmarks.md has no row {name}"
        said = {n: float(v) for n, v in re.findall(r"(\w+) (-?[\d.]+)", row[1])}
        above |= {(name, n): v for n, v in floor["least"].items() if v > said[n]}
    assert above == {}


def _is_script(word: str) -> bool:
    """Whether a path, or the end of one, is that of a script."""
    return any(script.endswith(f"/{word}") for script in SCRIPTS)


def _quoted(text: str) -> list[str]:
    """The words between backticks, without what stands in blocks."""
    outside = re.sub(r"^```.*?^```$", "", text, flags=re.M | re.S)
    return re.findall(r"`([^`\s]+)`", outside)

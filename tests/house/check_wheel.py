"""Build the wheel from a clean copy, install it alone, and code an article with the network shut.

Run by `make wheel`. It needs a package index for the wheel's dependencies, and so stands apart
from the tests, which need none.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ARTICLE = {
    "id": "wheel-1",
    "published": "2020-03-04",
    "text": "Norwegian Foreign Minister Ine Eriksen Søreide met her Chilean counterpart in Oslo on"
    " Tuesday. Norway condemned the Russian attack on Georgia.",
}
SHUT = """
import socket
def refuse(*args, **kwargs):
    raise OSError("the network is shut in this check")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
"""
LIMIT_BYTES = 340_000_000


def main() -> int:
    """Build, install and code; prints the install's size. Exit status 0 when all of it worked."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        run(sys.executable, "-m", "build", "--wheel", "--outdir", str(place), str(ROOT))
        wheel = next(place.glob("dragoman-*.whl"))
        venv.create(place / "venv", with_pip=True)
        python = place / "venv" / "bin" / "python"
        run(
            str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--no-compile", "--only-binary", ":all:", str(wheel),
        )  # fmt: skip
        site = next((place / "venv" / "lib").glob("python*/site-packages"))
        size = sum(f.stat().st_size for f in installed_files(site))
        (site / "sitecustomize.py").write_text(SHUT, encoding="utf-8")
        (place / "article.json").write_text(json.dumps(ARTICLE), encoding="utf-8")
        done = run(
            str(python.with_name("dragoman")), "code", str(place / "article.json"), cwd=place
        )
    types = {json.loads(line)["type"] for line in done.splitlines()}
    assert {"CONSULT", "ACCUSE"} <= types, f"the installed wheel coded only {sorted(types)}"
    assert size <= LIMIT_BYTES, f"the core install takes {size / 1e6:.0f} MB"
    print(f"wheel {size / 1e6:.0f} MB installed alone, coded {sorted(types)} without a network")
    return 0


def installed_files(site: Path) -> list[Path]:
    """What the wheel and its dependencies brought: all but pip itself."""
    return [
        path
        for path in site.rglob("*")
        if path.is_file()
        and path.relative_to(site).parts[0].split("-")[0] not in ("pip", "setuptools")
    ]


def run(*command: str, cwd: Path = ROOT) -> str:
    """The standard output of a command that must succeed."""
    return subprocess.run(command, cwd=cwd, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(main())

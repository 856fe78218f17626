"""The wheel alone, outside the checkout and without what developers need besides, screens the samples."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, distribution, requires
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
_PROGRAM = "import sys; sys.path[:0] = sys.argv[1:2]; del sys.argv[1]; from screener.cli import main; main()"


def needed(package: str, seen: dict[str, None]) -> None:
    """Into `seen`: what `package` needs at run time, and what that needs, as far as it is installed here."""
    for line in requires(package) or ():
        name, _, marker = line.partition(";")
        name = re.split(r"[\s<>=!~\[(]", name.strip(), maxsplit=1)[0]
        if "extra ==" in marker or name in seen:
            continue
        try:
            distribution(name)
        except PackageNotFoundError:  # not for this Python or this system
            continue
        seen[name] = None
        needed(name, seen)


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel unpacked, beside links to the run-time libraries alone: works without a network."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    site = folder / "site"
    subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", site, wheel], check=True, capture_output=True)
    packages: dict[str, None] = {}
    needed("screen-resumes", packages)
    for package in packages:
        for file in distribution(package).files or ():
            top = Path(file).parts[0]
            source, link = Path(str(distribution(package).locate_file(top))), site / top
            if top not in ("..", "__pycache__") and source.exists() and not link.exists():
                link.symlink_to(source)
    return site


def screen(site: Path, where: Path, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-I", "-S", "-c", _PROGRAM, site, *arguments], cwd=where, capture_output=True, text=True, check=False)


def test_the_wheel_holds_the_compiled_knowledge_of_its_data_files(installed: Path) -> None:
    program = "import sys; sys.path[:0] = sys.argv[1:2]; from screener.taxonomy import compiled; print(len(compiled._copied()) > 0)"
    result = subprocess.run([sys.executable, "-I", "-S", "-c", program, installed], capture_output=True, text=True, check=True)
    assert result.stdout == "True\n"


def test_the_wheel_alone_screens_the_samples(installed: Path, tmp_path: Path) -> None:
    result = screen(installed, tmp_path, "run", ROOT / "samples" / "resumes", "--role", "senior-backend", "--as-of", "2026-11-01", "--out", "report")
    assert result.returncode == 0, result.stderr
    rows = (tmp_path / "report" / "candidates.csv").read_text(encoding="utf-8-sig").count("\n") - 1
    assert rows == sum(path.is_file() for path in (ROOT / "samples" / "resumes").iterdir())
    assert (tmp_path / "report" / "candidates.xlsx").stat().st_size > 10_000


def test_developers_libraries_are_not_there(installed: Path, tmp_path: Path) -> None:
    program = f"import sys; sys.path[:0] = [{str(installed)!r}]; import pytest"
    result = subprocess.run([sys.executable, "-I", "-S", "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert "ModuleNotFoundError" in result.stderr

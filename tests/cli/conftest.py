from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.cli.builders import BACKEND, BAKER, screen, write_pdf

ANSI = re.compile("\x1b|\x9b")


@dataclass(frozen=True, slots=True)
class Said:
    """What a command left: exit status, output, errors."""

    status: int
    out: str
    err: str


Shell = Callable[..., Said]


@pytest.fixture(autouse=True)
def _cache(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Nothing is kept from one test to the next, nor for the person who runs them."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture
def shell(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Shell:
    """Runs `screen ARGUMENTS` in an empty folder, output not going to a terminal."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path) -> Said:
        capsys.readouterr()
        status = screen(monkeypatch, *arguments)
        out, err = capsys.readouterr()
        return Said(status, out, err)

    return run


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    """A folder with two readable résumés, one that is not, and a file to leave aside."""
    folder = tmp_path / "inbox"
    write_pdf(folder / "mira.pdf", BACKEND)
    write_pdf(folder / "more/otto.pdf", BAKER)
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing more")
    (folder / "notes.xyz").write_text("not a résumé")
    return folder

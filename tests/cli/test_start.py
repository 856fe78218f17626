"""What every command shares: a quick start, the version, the exit when nobody reads on."""

from __future__ import annotations

import subprocess
import sys

import pytest

from screener import __version__
from tests.cli.conftest import Shell

HEAVY = ("spacy", "pandas", "numpy", "pdfplumber", "pdfminer", "pypdfium2", "docx", "xlsxwriter", "pebble")


@pytest.mark.parametrize("arguments", [["--help"], ["run", "--help"], ["eval", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments: list[str]) -> None:
    program = (
        "import sys\n"
        "from screener.cli import main\n"
        f"sys.argv = ['screen', *{arguments!r}]\n"
        "try:\n    main()\n"
        "except SystemExit as stop:\n    assert not stop.code, stop.code\n"
        f"print(*sorted(set({HEAVY!r}) & set(sys.modules)), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout
    assert done.stderr.split() == []


def test_the_version_is_told(shell: Shell) -> None:
    said = shell("--version")
    assert (said.status, said.out) == (0, f"screen {__version__}\n")


def test_without_a_command_the_help_is_shown(shell: Shell) -> None:
    said = shell()
    assert "Commands:" in said.out + said.err


def test_a_reader_that_goes_away_is_no_mistake() -> None:
    command = f"{sys.executable} -m screener.cli roles show | true; exit ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")

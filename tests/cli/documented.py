"""The sessions that documentation shows: run again, so that what it says stays true. `python -m tests.cli.documented` writes them anew.

A page is one session in one folder. A block "```markdown NAME" (or toml) is the content of a file, a block "```console" holds commands
after "$ " with the output of each. `samples` is there; beside `screen`, `head -n N FILE` and `echo $?` are known.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
PAGES = ("drafting.md", "impact.md", "diff.md", "many-roles.md")
_BLOCK = re.compile(r"^```(?P<kind>\w+)(?: (?P<file>[\w.-]+))?\n(?P<body>.*?)^```$", re.DOTALL | re.MULTILINE)
_SECONDS = re.compile(r"(?<= in )\d+\.\d s\b")


def replayed(page: str, folder: Path) -> str:
    """The page with every command's output as it is now. folder: an empty one to work in; the session's files are left there."""
    session = _Session(folder)
    return _BLOCK.sub(lambda block: session.block(block), page)


class _Session:
    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._status = 0
        (folder / "samples").symlink_to(ROOT / "samples")

    def block(self, block: re.Match[str]) -> str:
        if block["file"]:
            (self._folder / block["file"]).write_text(block["body"], encoding="utf-8")
        if block["kind"] != "console":
            return block.group()
        commands = [line for line in block["body"].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{command}\n{self._run(command[2:])}" for command in commands) + "```"

    def _run(self, command: str) -> str:
        words = shlex.split(command)
        if command == "echo $?":
            return f"{self._status}\n"
        if words[:2] == ["head", "-n"]:
            lines = (self._folder / words[3]).read_text(encoding="utf-8").splitlines(keepends=True)
            return "".join(lines[: int(words[2])])
        if words[0] != "screen":
            raise ValueError(f"no documented command: {command}")
        environment = os.environ | {"PYTHONPATH": str(ROOT), "XDG_CACHE_HOME": str(self._folder / "cache"), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, "-m", "screener.cli", *words[1:]],
            cwd=self._folder,
            env=environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        self._status = done.returncode
        if self._status == 1:
            raise RuntimeError(f"{command}: a mistake of the program\n{done.stderr}")
        return _SECONDS.sub("2.0 s", done.stdout + done.stderr)


def main() -> None:
    """Write the sessions of all pages anew, and the pictures that they made."""
    for name in PAGES:
        path = ROOT / "docs" / name
        with TemporaryDirectory() as folder:
            path.write_text(replayed(path.read_text(encoding="utf-8"), Path(folder)), encoding="utf-8")
            for picture in Path(folder).glob("*.svg"):
                (ROOT / "docs" / "images" / picture.name).write_bytes(picture.read_bytes())


if __name__ == "__main__":
    main()

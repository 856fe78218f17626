"""What one run leaves for the next: when all went well for the last time, and which mail was sent. Owner only, written whole or not."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from screener.report.folder import open_private
from screener.report.jsonl import json_document

STATE_NAME = "state.json"


@dataclass(frozen=True, slots=True)
class State:
    """last_success: seconds since 1970, 0 for never; mailed: the identifier of the mail that was sent last."""

    last_success: float = 0.0
    mailed: str = ""


def read_state(folder: Path) -> State:
    """The state; a new one where there is none or it was damaged, for all that it costs is a second mail."""
    try:
        data = json.loads((folder / STATE_NAME).read_bytes())
        return State(float(data["last_success"]), str(data["mailed"]))
    except (OSError, ValueError, KeyError, TypeError):
        return State()


def write_state(folder: Path, state: State) -> None:
    write_whole(folder / STATE_NAME, json_document(asdict(state)))


def write_whole(path: Path, content: bytes, *, mode: int = 0o600) -> None:
    """Write a file in one step; its owner alone can read it unless `mode` says otherwise. Raises OSError."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.unlink(missing_ok=True)
    with open_private(new) as file:
        file.write(content)
        os.fchmod(file.fileno(), mode)
    new.replace(path)

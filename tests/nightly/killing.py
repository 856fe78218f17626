"""Nights that are ended with SIGKILL at every step they take on the disk, and run again.

`python -m tests.nightly.killing FOLDER HOW_MANY` makes its inboxes in FOLDER, runs an undisturbed night and as many killed ones (0: one
for each step), and prints as JSON how many steps there were and, for each night that was killed and run again, the names that differ.
The steps are told by the interpreter's own audit events, in the process that runs the job; each night is a process of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from screener import parse
from screener.nightly import load_config, run_night
from tests.cli.builders import BACKEND, BAKER, write_pdf
from tests.nightly.builders import MORNING, Clock, Told, config_file, files_in, one_parser, surroundings

_STEPS = frozenset({"os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.truncate", "shutil.rmtree"})
_WRITING = os.O_WRONLY | os.O_RDWR
POSTINGS = ("one", "two")


def is_step(home: bytes, event: str, arguments: tuple[Any, ...]) -> bool:
    """Whether something changes below `home`, or is about to."""
    if event == "open":
        path, _, flags = arguments
        return bool(flags & _WRITING) and isinstance(path, str | bytes) and os.fsencode(path).startswith(home)
    return event in _STEPS


def night(home: Path, kill_at: int, at: datetime = MORNING) -> int:
    """Run a night in a process of its own that is killed before that step; 0: never. Returns its steps, or minus the signal that ended it."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        try:
            me, steps, place = os.getpid(), [0], os.fsencode(home)

            def watch(event: str, arguments: tuple[Any, ...]) -> None:
                if os.getpid() == me and is_step(place, event, arguments):
                    steps[0] += 1
                    if steps[0] == kill_at:
                        os.kill(me, signal.SIGKILL)

            config = load_config(home / "nightly.toml")
            sys.addaudithook(watch)
            result = run_night(config, at.date(), surroundings(Clock(at)), Told().journal)
            os.write(writing, str(steps[0]).encode() if result.well else b"-99")
        finally:
            os._exit(0)
    os.close(writing)
    _, status = os.waitpid(process, 0)
    with os.fdopen(reading) as told:
        return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else int(told.read() or "-98")


def prepare(home: Path) -> None:
    """Two inboxes that have changed since an earlier night, which is past its day and to be deleted."""
    config_file(home, *POSTINGS)
    write_pdf(home / "inbox/one/mira.pdf", BACKEND)
    write_pdf(home / "inbox/one/otto.pdf", BAKER)
    write_pdf(home / "inbox/two/otto.pdf", BAKER)
    night(home, 0, MORNING - timedelta(days=40))
    (home / "inbox/one/otto.pdf").unlink()
    write_pdf(home / "inbox/two/mira.pdf", BACKEND)


def differing(one: Path, other: Path) -> list[str]:
    """Names in the outboxes and the state that are in one alone or have another content; the lock and the cache are no results."""
    here, there = files_in(one / "outbox"), files_in(other / "outbox")
    here |= {name: content for name, content in files_in(one / "state").items() if name == "state.json"}
    there |= {name: content for name, content in files_in(other / "state").items() if name == "state.json"}
    # The log of a run names the inbox, which is another folder here.
    names = (name for name in here.keys() | there.keys() if here.get(name) != there.get(name) and not name.endswith("run.log"))
    return sorted({*names, *(f"{name} is missing" for name in here.keys() ^ there.keys())})


def main(folder: Path, how_many: int) -> dict[str, Any]:
    parse.build_parser = one_parser
    one_parser()
    start, plain = folder / "start", folder / "plain"
    prepare(start)
    shutil.copytree(start, plain, symlinks=True)
    steps = night(plain, 0)
    moments = range(1, steps + 1) if how_many == 0 else sorted({1 + (steps - 1) * k // (how_many - 1) for k in range(how_many)})
    ended, unequal = [], {}
    for moment in moments:
        home = folder / "killed"
        shutil.copytree(start, home, symlinks=True)
        ended.append(night(home, moment))
        again = night(home, 0)
        found = differing(plain, home)
        if found or again < 0:
            unequal[moment] = [*found, str(again)]
        shutil.rmtree(home)
    return {"steps": steps, "killed": len(ended), "ended": sorted(set(ended)), "unequal": unequal}


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]), int(sys.argv[2]))))

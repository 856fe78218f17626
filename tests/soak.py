"""What only shows on many files: `make soak`, or `python -m tests.soak --files 1000` for a short one. Not run by pytest.

1. A folder with one hostile file in a hundred is screened, once undisturbed and once ended with SIGKILL at three random moments and
   started again each time: both reports must be equal, byte for byte.
2. The same folder again, unchanged: how much of the time is left with the cache.
3. A folder ten times as large: how much more memory that takes.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from tests.hostile.corpus import FILES

SAMPLES = Path(__file__).parents[1] / "samples/resumes"
_ROLE = ("--role", "senior-backend", "--as-of", "2026-11-01", "--ocr", "off", "--pages", "none", "--quiet")
_LENIENT = {"drawing bomb.pdf", "one line of ten megabytes.txt", "one run.docx", "one line.html", "flate bomb.pdf"}
"""Those that use up all the time or memory that there is: one of each is enough."""
_A_FOLDER = 1000
_A_LOOK = 0.2
"""Seconds between looks at how much memory a run takes."""
_KILLED = (0.05, 0.25)
"""When a run is ended, as a share of the time of a whole one: three of them never come to the end, for each begins where the last was."""


@dataclass(frozen=True, slots=True)
class Took:
    """seconds: by the clock. memory: the most that the process held that writes the report, in megabytes. worker: that any one did."""

    status: int
    seconds: float
    memory: float
    worker: float


def write_corpus(folder: Path, count: int, *, hostile: bool = True) -> None:
    """So many files: the samples over and over, each a little different, and one hostile file in a hundred if wanted."""
    sources = [(path.suffix.lower(), path.read_bytes()) for path in sorted(SAMPLES.iterdir()) if path.suffix.lower() in (".pdf", ".docx")]
    bad = [(Path(name).suffix, make()) for name, make in FILES.items() if name not in _LENIENT]
    for number in range(count):
        suffix, data = bad[number // 100 % len(bad)] if hostile and number % 100 == 99 else sources[number % len(sources)]
        place = folder / f"{number // _A_FOLDER:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"cv-{number:06d}{suffix}").write_bytes(_changed(data, number))
    for name in sorted(_LENIENT) if hostile and count >= _A_FOLDER else ():
        (folder / name).write_bytes(FILES[name]())


def _changed(data: bytes, number: int) -> bytes:
    """The same document in other bytes: a comment at the end of a PDF or of a zip archive."""
    note = b"%d" % number
    end = data.rfind(b"PK\x05\x06")
    if data.startswith(b"PK") and end >= 0 and data[end + 20 : end + 22] == b"\0\0":
        return data[: end + 20] + len(note).to_bytes(2, "little") + note
    return data + b"\n%% %s\n" % note if data.startswith(b"%PDF") else data


def screen(folder: Path, out: Path, cache: Path | None, jobs: int, *, kill_after: float | None = None) -> Took:
    """One run of the program in a process of its own."""
    caching = ("--no-cache",) if cache is None else ("--cache", str(cache))
    command = [sys.executable, "-m", "screener.cli", "run", str(folder), *_ROLE, "--jobs", str(jobs), "--out", str(out), *caching]
    started = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memory = 0.0
    while True:
        memory = max(memory, _most_memory(process.pid))
        ended, status, usage = os.wait4(process.pid, os.WNOHANG)
        if ended:
            return Took(os.waitstatus_to_exitcode(status), time.monotonic() - started, memory, usage.ru_maxrss / 1024)
        if kill_after is not None and time.monotonic() - started > kill_after:
            os.kill(process.pid, signal.SIGKILL)
        time.sleep(_A_LOOK)


def _most_memory(process: int) -> float:
    """The most memory that a process has held so far, in megabytes; 0 where it is gone."""
    told = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{process}/status").read_text())
    return int(told[1]) / 1024 if told else 0.0


def differing(one: Path, other: Path) -> list[str]:
    """Names of outputs that are not equal; run.log and the times in record.jsonl may differ."""
    names = {path.name for folder in (one, other) for path in folder.iterdir() if path.is_file()} - {"run.log", "record.jsonl"}
    return sorted(name for name in names if not _equal(one / name, other / name))


def _equal(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def soak(home: Path, files: int, many: int, jobs: int) -> int:
    """Prints what came of it; returns 0 when everything is as it should be."""
    inbox = home / "inbox"
    write_corpus(inbox, files)
    cold = screen(inbox, home / "plain", home / "cache a", jobs)
    print(
        f"{files} files, nothing known: {cold.seconds:.0f} s, {1000 * cold.seconds / files:.1f} ms a file, {cold.memory:.0f} MB (its workers up to {cold.worker:.0f} MB), status {cold.status}"
    )
    warm = screen(inbox, home / "again", home / "cache a", jobs)
    ratio = warm.seconds / cold.seconds
    print(f"the same again:           {warm.seconds:.0f} s, {ratio:.2f} of it (at most 0.20)")
    chance = random.Random(files)
    for moment in (chance.uniform(*_KILLED) * cold.seconds for _ in range(3)):
        killed = screen(inbox, home / "killed", home / "cache b", jobs, kill_after=moment)
        print(f"ended with SIGKILL after  {killed.seconds:.0f} s, status {killed.status}")
    last = screen(inbox, home / "killed", home / "cache b", jobs)
    unequal = differing(home / "plain", home / "killed") + differing(home / "plain", home / "again")
    print(f"started once more:        {last.seconds:.0f} s; reports that differ: {unequal or 'none'}")
    growth = 0.0
    if many:
        write_corpus(home / "many", many)
        large = screen(home / "many", home / "large", None, jobs)
        growth = large.memory / cold.memory
        print(f"{many} files: {large.seconds:.0f} s, {large.memory:.0f} MB, {growth:.2f} times as much memory (at most 1.30)")
    return 1 if unequal or cold.status or warm.status or last.status or ratio > 0.2 or growth > 1.3 else 0


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--many", type=int, default=100_000, help="files for the question of memory; 0 leaves it out")
    parser.add_argument("--jobs", type=int, default=2)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="soak-") as home:
        return soak(Path(home), chosen.files, chosen.many, chosen.jobs)


if __name__ == "__main__":
    sys.exit(main())

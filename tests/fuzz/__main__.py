"""`make fuzz`: every reader is given changed files for a fixed short time. What it finds lies in tests/hostile/crashes, for a test to keep.

`python -m tests.fuzz --seconds 300` divides so much time among all targets; name some to run only those. What was worth keeping of the
inputs stays in .fuzz/, so that the next run begins there. Exit status 1 when something was found.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from importlib.util import find_spec

from tests.fuzz.seeds import ROOT
from tests.fuzz.targets import TARGETS

CRASHES = ROOT / "tests/hostile/crashes"
_KEPT = ROOT / ".fuzz"
_ONE_INPUT, _MEMORY = 25, 2_048
"""What one input may take: seconds, and megabytes of memory (spaCy and the taxonomy take a third of that by themselves)."""
_START = 120
"""Seconds for a target to import what it needs and to end."""


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"any of {', '.join(TARGETS)}; all unless given")
    parser.add_argument("--seconds", type=int, default=300, help="for all targets together")
    chosen = parser.parse_args()
    if unknown := [name for name in chosen.targets if name not in TARGETS]:
        parser.error(f"there is no target {', '.join(unknown)}; there are {', '.join(TARGETS)}")
    if find_spec("atheris") is None:
        print("Fuzzing needs Atheris, which has no wheel for every machine. Install it with: pip install 'screen-resumes[fuzz]'", file=sys.stderr)
        return 2
    names = chosen.targets or list(TARGETS)
    found = [name for name in names if not fuzz(name, max(chosen.seconds // len(names), 5))]
    print(f"{len(names)} targets; something was found in: {', '.join(found) or 'none'}")
    return 1 if found else 0


def fuzz(name: str, seconds: int) -> bool:
    """Give one target changed inputs for so many seconds; whether it stood that."""
    target = TARGETS[name]
    inputs, crashes = _KEPT / name, CRASHES / name
    inputs.mkdir(parents=True, exist_ok=True)
    crashes.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (inputs / f"seed-{number:03d}").write_bytes(seed)
    words = _KEPT / f"{name}.words"
    words.write_text("".join(f'"{_escaped(word)}"\n' for word in target.words), encoding="ascii")
    before = set(crashes.iterdir())
    options = (f"-max_total_time={seconds}", f"-max_len={target.longest}", f"-timeout={_ONE_INPUT}", f"-rss_limit_mb={_MEMORY}", *([f"-dict={words}"] if target.words else []))
    command = [sys.executable, "-m", "tests.fuzz.one", name, *options, f"-artifact_prefix={crashes}/", "-print_final_stats=1", str(inputs)]
    with (_KEPT / f"{name}.log").open("wb") as log:
        try:
            status = subprocess.run(command, cwd=ROOT, stdout=log, stderr=log, timeout=seconds + _START, check=False).returncode
        except subprocess.TimeoutExpired:
            status = -1
    new = [path for path in crashes.iterdir() if path not in before and not path.name.startswith("slow-unit")]
    print(f"{name:<12} {seconds:>4} s  {_executed(name)}  {'stood it' if status == 0 else f'status {status}, see .fuzz/{name}.log'}")
    for path in new:
        print(f"  {path.relative_to(ROOT)}")
    if not any(crashes.iterdir()):
        crashes.rmdir()
    return status == 0


def _escaped(word: str) -> str:
    """The bytes of a word as libFuzzer's dictionaries write them."""
    return "".join(f"\\x{byte:02x}" for byte in word.encode())


def _executed(name: str) -> str:
    lines = (_KEPT / f"{name}.log").read_text(encoding="utf-8", errors="replace").splitlines()
    told = [line.rpartition(" ")[2] for line in lines if line.startswith("stat::number_of_executed_units:")]
    return f"{told[0] if told else '?':>9} inputs"


if __name__ == "__main__":
    sys.exit(main())

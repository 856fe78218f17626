"""The whole program in processes of its own: its start, its growth, its cache; and how much two workers gain."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path

from screener.batch import Options, find_inputs
from screener.batch.engine import warm_parser
from screener.batch.screen import read_into
from screener.batch.waiting import put_by
from screener.batch.worker import limits_for, read_file
from screener.rules import load_role
from tests.bench.measured import Ratio, Target, costs
from tests.bench.reading import AS_OF, ROOT
from tests.soak import write_corpus

_FIRST_ROW = """
import sys
from datetime import date
from pathlib import Path
from screener.batch import screen_folder
from screener.rules import load_role
print(next(screen_folder([Path(sys.argv[1])], load_role("senior-backend"), as_of=date(2026, 11, 1))).outcome)
"""
_COMPILED = tempfile.TemporaryDirectory(prefix="bench-compiled-")  # gone when this process ends
_ROLE = ("--role", "senior-backend", "--as-of", "2026-11-01", "--ocr", "off")


def python(*arguments: str | Path) -> Callable[[], object]:
    """A call that runs a process of its own to its end, with compiled modules where an install keeps them."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = _COMPILED.name
    return lambda: subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=True, capture_output=True)


def cold_starts(file: Path, home: Path, rounds: int) -> list[Ratio]:
    """From nothing to the first row of one file, in Python and on the command line, in times of the bare import of spaCy.

    Modules and knowledge are compiled already, as an install leaves them.
    """
    python("-c", "from screener.taxonomy.compiled import compile_knowledge; compile_knowledge()")()
    explain = python("-m", "screener.cli", "explain", file, *_ROLE)
    starts = (
        ("cold start to the first row: time ÷ a bare `import spacy`", python("-c", _FIRST_ROW, file), Target(1.5, at_least=False)),
        ("`screen explain` of one file ÷ the same", explain, None),
        ("`screen run` of one file, csv alone ÷ the same", screen(file, home / "report", "--no-cache", "--format", "csv"), None),
    )
    values: list[list[float]] = [[] for _ in starts]
    for number in range(rounds + 1):
        spacy = costs(python("-c", "import spacy"))
        for (_, start, _), found in zip(starts, values, strict=True):
            cost = costs(start)
            if number:  # the first round compiles the modules
                found.append(cost / spacy)
    return [Ratio(label, found, target) for (label, _, target), found in zip(starts, values, strict=True)]


def screen(folder: Path, out: Path, *options: str | Path) -> Callable[[], object]:
    """A call of the whole program over a folder, two workers, every output."""
    return python("-m", "screener.cli", "run", folder, *_ROLE, "--pages", "none", "--quiet", "--jobs", "2", "--out", out, *options)


def growth(home: Path, counts: Sequence[int], rounds: int) -> tuple[dict[int, float], list[Ratio]]:
    """Milliseconds of processor time a file for folders of so many files, the program's start taken off, and the ratios of neighbours.

    rounds: of all but the largest.
    """
    write_corpus(home / "1", 1, hostile=False)
    start = min(costs(screen(home / "1", home / "report", "--no-cache")) for _ in range(2))
    per_file: dict[int, list[float]] = {count: [] for count in counts}
    for count in counts:
        write_corpus(home / str(count), count, hostile=False)
        for _ in range(rounds if count <= 1000 else 1):
            per_file[count].append(1000 * (costs(screen(home / str(count), home / "report", "--no-cache")) - start) / count)
    ratios = [
        Ratio(f"growth: time a file of {large:,} files ÷ of {small:,}", _ratios(per_file[large], per_file[small]), Target(1.1, at_least=False))
        for small, large in pairwise(counts)
    ]
    return {count: min(values) for count, values in per_file.items()}, ratios


def _ratios(ones: Sequence[float], others: Sequence[float]) -> list[float]:
    return [one / other for one, other in zip(ones, others, strict=False)]


def cached(folder: Path, home: Path, count: int, rounds: int) -> Ratio:
    """The same folder for the second time, by the clock, for that is what whoever waits for the report has of it."""
    values = []
    for number in range(rounds):
        cache = home / f"cache {number}"
        first, again = (_clock(screen(folder, home / "report", "--cache", cache)) for _ in range(2))
        values.append(again / first)
    return Ratio(f"cached ÷ uncached run of {count:,} files, by the clock", values, Target(0.2, at_least=False))


def _clock(run: Callable[[], object]) -> float:
    started = time.perf_counter()
    run()
    return time.perf_counter() - started


def scaling(folder: Path, rounds: int) -> list[Ratio]:
    """What two workers gain, what two plain processes gain with the same work, and the one as a share of the other; by the clock."""
    files, options, parser = find_inputs([folder]).files, Options(load_role("senior-backend"), AS_OF, ocr="off"), warm_parser()

    def plainly(part: int, parts: int) -> None:
        for file in files[part::parts]:
            put_by(file, read_file(file, parser, options.how))

    def workers(jobs: int) -> float:
        return _clock(lambda: list(read_into(files, options, put_by, jobs=jobs, limits=limits_for(options.how))))

    own, plain = [], []
    for _ in range(rounds):
        own.append(workers(1) / workers(2))
        plain.append(_clock(lambda: _forked(plainly, 1)) / _clock(lambda: _forked(plainly, 2)))
    return [
        Ratio("two workers ÷ one: résumés a second", own),
        Ratio("two plain processes ÷ one, the same work", plain),
        Ratio("two workers' gain ÷ two plain processes'", _ratios(own, plain), Target(0.8)),
    ]


def _forked(work: Callable[[int, int], None], parts: int) -> None:
    """The work in so many plain processes at once."""
    children = []
    for part in range(parts):
        child = os.fork()
        if child == 0:
            work(part, parts)
            os._exit(0)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)

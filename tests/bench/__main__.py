"""`python -m tests.bench`: measure, print the table, write docs/benchmarks.md."""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from statistics import median

from tests.bench import reading, running
from tests.bench.measured import Ratio
from tests.bench.page import write_page

SAMPLES = reading.ROOT / "samples/resumes"


def main() -> None:
    """Measure and tell."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--folder", type=Path, help="more PDFs than those of the samples")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--many", action="store_true", help="also 10,000 files")
    parser.add_argument("--docs", type=Path, default=reading.ROOT / "docs", help="where benchmarks.md goes")
    chosen = parser.parse_args()
    folders = [SAMPLES, *([chosen.folder] if chosen.folder else [])]
    files = reading.readable([path for folder in folders for path in sorted(folder.rglob("*.pdf"))])
    counts = [100, 1000, *([10_000] if chosen.many else [])]
    with tempfile.TemporaryDirectory(prefix="bench-") as home:
        # Whole processes first: what this one has loaded by then would be copied into those that it forks.
        ratios = running.cold_starts(files[0], Path(home), chosen.rounds)
        growth, grown = running.growth(Path(home), counts, min(chosen.rounds, 3))
        largest = counts[-1]
        ratios += [*grown, running.cached(Path(home) / str(largest), Path(home), largest, 1 if chosen.many else min(chosen.rounds, 3))]
        ratios += running.scaling(Path(home) / "1000", min(chosen.rounds, 3))
    times = reading.time_contenders(files, chosen.rounds)
    ratios = [*reading.ratios(times), *ratios]
    megabytes = reading.peak_megabytes()
    show(times, growth, ratios, len(files))
    print(f"\n{reading.LONG_PAGES} pages of text: {megabytes} MB at most, in a process of its own")
    write_page(chosen.docs, len(files), times, growth, ratios, megabytes, reading.LONG_PAGES)


def show(times: reading.Times, growth: dict[int, float], ratios: list[Ratio], files: int) -> None:
    """Print all figures."""
    print(f"{files} PDF files\n\n{'':40}{'ms a file':>10}")
    for name, seconds in times.items():
        print(f"{name:40}{1000 * median(seconds) / files:10.1f}")
    for count, cost in growth.items():
        print(f"{f'the whole program, {count:,} files':40}{cost:10.1f}")
    print(f"\n{'ratio':60}{'min':>7}{'median':>8}{'max':>7}{'target':>9}")
    for ratio in ratios:
        label, low, middle, high, target, reached = ratio.cells
        print(f"{label:60}{low:>7}{middle:>8}{high:>7}{target:>9}{'  missed' if '*' in reached else ''}")


if __name__ == "__main__":
    main()

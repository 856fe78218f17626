"""docs/benchmarks.md and its chart."""

from __future__ import annotations

import os
import platform
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median

import matplotlib as mpl
from matplotlib.figure import Figure

from tests.bench.measured import Ratio
from tests.bench.reading import OTHERS, PARSING, STOCK, Times

CHART = "images/benchmarks.svg"
_OWN, _OTHER = "#2563a8", "#9aa5b1"
_HEADER = "| ratio | lowest | median | highest | target | reached |\n|---|---|---|---|---|---|\n"


def write_page(
    docs: Path, files: int, times: Times, growth: Mapping[int, float], ratios: Sequence[Ratio], megabytes: int, pages: int
) -> None:
    """Write the page and the chart into the folder `docs`."""
    draw_chart(docs / CHART, files, times, growth)
    table = _HEADER + "".join(f"| {' | '.join(ratio.cells)} |\n" for ratio in ratios)
    text = f"""# Benchmarks

`make bench` measured this and wrote it (`make bench FOLDER=…` takes the PDFs of a folder of yours as well, `make bench MANY=1` also screens
10,000 files): {files} PDF files; one machine with {os.cpu_count()} processors, Python {platform.python_version()}. Machines and moments differ, so
what counts are ratios of what was measured in one run; times are those of the processor unless the clock is named.{_busy()}

{table}
{pages} pages of text: {megabytes} MB at most, in a process of its own.

![Milliseconds a résumé, and growth with the number of files]({CHART})

- Whole screening is reading, parsing and judging; the others only give text. `pdftotext` is started for each file, as whoever uses it would.
- Cold start: from nothing to the first row of one PDF (`screen_folder`), and to the end of two commands, all libraries and the taxonomy loaded
  on the way; modules and taxonomy are compiled already, as an install leaves them.
- Two workers: the same files with `--jobs 1` and `--jobs 2`. How much two processes gain at all depends on the machine; so two plain processes
  that share the same work are timed in the same round.
- Growth and cache: the whole program with every output but pictures of pages, over copies of the samples with small changes; for growth its
  start is taken off.
"""
    (docs / "benchmarks.md").write_text(text, encoding="utf-8")


def _busy() -> str:
    """A warning when more programs wanted to run than there are processors, apart from the two that were measured."""
    load = os.getloadavg()[2]
    if load <= (os.cpu_count() or 1) + 1:
        return ""
    return f" **Other programs kept the machine busy (load {load:.0f}): what was measured by the clock says little this time.**"


def draw_chart(file: Path, files: int, times: Times, growth: Mapping[int, float]) -> None:
    """The chart: the same bytes for the same figures and version of matplotlib."""
    with mpl.rc_context({"svg.hashsalt": "benchmarks", "svg.fonttype": "none", "font.family": "sans-serif", "font.size": 9}):
        figure = Figure(figsize=(9, 3.2), layout="constrained")
        left, right = figure.subplots(1, 2, width_ratios=[3, 2])
        shown = sorted(((name, values) for name, values in times.items() if name not in (PARSING, STOCK)), key=lambda item: median(item[1]))
        names = [name.replace("`", "") for name, _ in shown]
        bars = left.barh(names, [1000 * median(values) / files for _, values in shown], color=[_OTHER if name in OTHERS else _OWN for name, _ in shown])
        left.bar_label(bars, fmt="%.1f", padding=3)
        left.invert_yaxis()
        left.set_title("Milliseconds of processor time a résumé", loc="left")
        points = right.bar([f"{count:,}" for count in growth], list(growth.values()), color=_OWN)
        right.bar_label(points, fmt="%.1f", padding=2)
        right.set_title("The whole program, by number of files", loc="left")
        for axes in (left, right):
            axes.spines[["top", "right"]].set_visible(False)
            axes.margins(x=0.12)
        file.parent.mkdir(parents=True, exist_ok=True)
        figure.savefig(file, metadata={"Date": None, "Creator": None})

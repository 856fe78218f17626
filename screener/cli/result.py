"""What `screen run` shows when it is done: people, counts, and the files that need a look."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from screener.cli.terminal import OUTCOME_STYLES, bullet_list, console_for_output, safe
from screener.decision import OUTCOMES
from screener.report.cells import printable

if TYPE_CHECKING:
    from screener.batch import Run
    from screener.report import SummaryRow

_MOST_ROWS = 50
_MOST_NAMES = 20


def print_result(run: Run, seconds: float) -> None:
    """The table of people, the counts, and by name what was unreadable or left aside."""
    console = console_for_output()
    readable = [row for row in run.report.rows if row.outcome != "unreadable"]
    if readable:
        console.print(_table(readable[:_MOST_ROWS]))
    if len(readable) > _MOST_ROWS:
        console.print(f"… and {len(readable) - _MOST_ROWS} more in the report")
    _print_counts(console, run, seconds)
    unreadable = [(row.file, row.reason) for row in run.report.rows if row.outcome == "unreadable"]
    bullet_list(console, f"Unreadable: {len(unreadable)}", unreadable, most=_MOST_NAMES, rest="candidates.csv")
    ignored = [(path.file, path.reason) for path in run.inputs.ignored]
    bullet_list(console, f"Ignored: {len(ignored)}", ignored, most=_MOST_NAMES, rest="run.json")


def print_warning(sentence: str) -> None:
    """What is worth knowing though the run goes on, apart from the output."""
    print(f"screen: {printable(sentence)}", file=sys.stderr)


def _table(rows: list[SummaryRow]) -> Table:
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, expand=True)
    table.add_column("outcome", width=13)
    table.add_column("score", width=5, justify="right")
    table.add_column("years", width=5, justify="right")
    table.add_column("degree", width=9)
    table.add_column("candidate", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("file", ratio=1, no_wrap=True, overflow="ellipsis")
    for row in rows:
        years = "" if row.years_relevant is None else f"{row.years_relevant:.1f}"
        outcome = Text(row.outcome, style=OUTCOME_STYLES[row.outcome])
        table.add_row(outcome, str(row.score), years, row.degree_level, safe(row.candidate), safe(row.file))
    return table


def _print_counts(console: Console, run: Run, seconds: float) -> None:
    counts = run.report.counts
    total = sum(counts.values())
    told = Text(", ").join(Text(f"{counts.get(outcome, 0)} {outcome}", style=OUTCOME_STYLES[outcome]) for outcome in OUTCOMES)
    console.print(Text.assemble(f"{total} file{'' if total == 1 else 's'} in {seconds:.1f} s: ", told))
    if run.partial:
        console.print(Text(f"Stopped early: {len(run.inputs.files) - total} more were not read", style="bold"))

"""What `screen run` shows for several roles: people × roles, and the files that need a look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from screener.cli.terminal import OUTCOME_STYLES, bullet_list, console_for_output, safe
from screener.decision import OUTCOMES, Outcome

if TYPE_CHECKING:
    from screener.batch import RolesRun
    from screener.report.matrix import Standing

_MOST_ROWS = 50
_MOST_NAMES = 20
_MOST_COLUMNS = 13
"""More roles than this do not stand side by side in 80 columns."""
_MARKS: dict[Outcome, str] = {"meets": "●", "review": "◐", "does_not_meet": "○", "unreadable": " "}


def print_matrix(run: RolesRun, seconds: float) -> None:
    """The best people over all roles with their scores, the counts of each role, and by name what was unreadable or left aside."""
    console = console_for_output()
    shown = run.roles[:_MOST_COLUMNS]
    _print_people(console, run)
    if len(run.roles) > len(shown):
        console.print(f"… and {len(run.roles) - len(shown)} more roles in the report")
    _print_roles(console, run)
    files = f"{len(run.rows)} file{'' if len(run.rows) == 1 else 's'}"
    console.print(Text(f"{files}, {len(run.roles)} roles in {seconds:.1f} s"))
    if run.partial:
        console.print(Text(f"Stopped early: {len(run.inputs.files) - len(run.rows)} more were not read", style="bold"))
    unreadable = [(row.file, row.standings[0].reason) for row in run.rows if row.standings[0].outcome == "unreadable"]
    bullet_list(console, f"Unreadable: {len(unreadable)}", unreadable, most=_MOST_NAMES, rest="matrix.csv")
    ignored = [(path.file, path.reason) for path in run.inputs.ignored]
    bullet_list(console, f"Ignored: {len(ignored)}", ignored, most=_MOST_NAMES, rest="run.json")


def _print_people(console: Console, run: RolesRun) -> None:
    readable = [row for row in run.rows if row.standings[0].outcome != "unreadable"]
    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, expand=True)
    table.add_column("candidate", ratio=1, no_wrap=True, overflow="ellipsis")
    for number in range(1, min(len(run.roles), _MOST_COLUMNS) + 1):
        table.add_column(str(number), justify="right", min_width=3)
    for row in readable[:_MOST_ROWS]:
        table.add_row(safe(row.candidate or row.file), *map(_cell, row.standings[:_MOST_COLUMNS]))
    if readable:
        console.print(table)
    if len(readable) > _MOST_ROWS:
        console.print(f"… and {len(readable) - _MOST_ROWS} more in the report")


def _cell(standing: Standing) -> Text:
    """The score, with a mark that says the outcome without any colour."""
    return Text(f"{_MARKS[standing.outcome]}{standing.score}", style=OUTCOME_STYLES[standing.outcome])


def _print_roles(console: Console, run: RolesRun) -> None:
    """The number of each role, its name, and how many people it has of each outcome."""
    table = Table(box=None, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("", justify="right")
    table.add_column("role", no_wrap=True, overflow="ellipsis")
    for outcome in OUTCOMES[:3]:
        table.add_column(f"{_MARKS[outcome]} {outcome}", justify="right", style=OUTCOME_STYLES[outcome])
    for number, (options, report) in enumerate(zip(run.roles, run.reports, strict=True), 1):
        table.add_row(str(number), safe(options.role.id), *(str(report.counts.get(outcome, 0)) for outcome in OUTCOMES[:3]))
    console.print(table)

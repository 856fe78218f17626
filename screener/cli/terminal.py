"""Text on the screen: 80 columns, colours only where they are wanted, and nothing from a résumé that a terminal would obey."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from screener.decision import Outcome, Verdict
from screener.report.cells import printable

OUTCOME_STYLES: dict[Outcome, str] = {"meets": "green", "review": "yellow", "does_not_meet": "red", "unreadable": "magenta"}
VERDICT_STYLES: dict[Verdict, str] = {"met": "green", "unclear": "yellow", "not_met": "red"}

_WIDEST = 100
_NARROWEST = 60


def console_for_output() -> Console:
    """The console for what a command was asked for: 80 columns when it goes to a file or another program."""
    console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=False)
    console.width = max(_NARROWEST, min(console.width, _WIDEST)) if console.is_terminal else 80
    return console


def safe(text: str, style: str = "") -> Text:
    """`text` from a file or a résumé on one line, without anything that a terminal or rich would take for a command."""
    return Text(printable(text), style=style)


def bullet_list(console: Console, title: str, items: Sequence[tuple[str, str]], *, most: int, rest: str) -> None:
    """`title`, then `name: reason` for each item; beyond `most` of them the number of others and where (`rest`) they are."""
    if not items:
        return
    console.print(Text(title, style="bold"))
    for name, reason in items[:most]:
        print_indented(console, Text.assemble(safe(name), ": ", safe(reason)), 2)
    if len(items) > most:
        console.print(f"  … and {len(items) - most} more: see {rest}")


def print_indented(console: Console, text: Text, columns: int, label: Text | None = None) -> None:
    """Print `text` wrapped, `columns` in from the left, with `label` in the room before its first line."""
    before = label.copy() if label else Text()
    before.truncate(columns, pad=True)
    for line in text.wrap(console, console.width - columns):
        line.rstrip()
        console.print(Text.assemble(before, line), soft_wrap=True)
        before = Text(" " * columns)


def shortened(text: str, longest: int) -> str:
    """`text` on one line, cut where it is longer than `longest` characters."""
    flat = " ".join(text.split())
    return flat if len(flat) <= longest else flat[: longest - 1].rstrip() + "…"

"""`screen show`: an earlier run on the terminal, all people or one of them, page by page."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from screener.cli.quotes import Quotes
from screener.cli.terminal import OUTCOME_STYLES, VERDICT_STYLES, console_for_output, print_indented, safe
from screener.errors import UsageError

if TYPE_CHECKING:
    from screener.decision import Finding, Outcome, Screening

_INDENT = 12
_VERDICT_WORDS = {"met": "met", "not_met": "not met", "unclear": "unclear"}
_PARTS = {"required": "Required", "preferred": "Preferred", "note": "Worth knowing"}


def show_command(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The output folder of a run.", exists=True, file_okay=False)],
    who: Annotated[
        str, typer.Argument(metavar="ID", help="A file, a pseudonym, or the beginning of a SHA-256; without it, everybody.")
    ] = "",
    outcome: Annotated[str, typer.Option("--outcome", metavar="NAME", help="Only meets, review, does_not_meet or unreadable.")] = "",
) -> None:
    """Show a run: everybody on a line each, or one person with every requirement, its verdict, reason and quote."""
    people = _people(run, outcome)
    chosen = _chosen(people, who) if who else None
    console = console_for_output()
    # Colours get through less, and what fits on the screen needs no key to leave; whoever set LESS knows better.
    os.environ.setdefault("LESS", "-FRX")
    with console.pager(styles=not console.no_color) if console.is_terminal else nullcontext():
        if chosen is None:
            _print_all(console, people)
        else:
            _print_person(console, chosen)


def _people(run: Path, outcome: str) -> list[Screening]:
    from screener.decision import OUTCOMES
    from screener.report import read_screenings

    if outcome and outcome not in OUTCOMES:
        raise UsageError(f"There is no outcome {outcome}; there are {', '.join(OUTCOMES)}.")
    try:
        return [person for person in read_screenings(run) if not outcome or person.outcome == outcome]
    except FileNotFoundError as error:
        raise UsageError(f"There is no results.jsonl in {run}: name the output folder of a run of one role, with jsonl.") from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageError(f"{run} holds no run that can be understood: its files were changed or cut off.") from error


def _chosen(people: Sequence[Screening], who: str) -> Screening:
    """The one person that `who` means. Raises UsageError when there is none, or more."""
    exact = [person for person in people if who == person.file]
    found = exact or [person for person in people if who in _names(person) or (len(who) >= 4 and person.sha256.startswith(who.lower()))]
    if len(found) != 1:
        several = f"{len(found)} files of the run: {', '.join(person.file for person in found[:5])}" if found else "nobody in the run"
        raise UsageError(f"{who} means {several}; name one by its file as the list shows it.")
    return found[0]


def _names(person: Screening) -> Iterator[str]:
    yield from (Path(person.file).name, Path(person.file).stem, Path(person.file).stem.removeprefix("candidate-"))
    if person.name:
        yield person.name


def _print_all(console: Console, people: Sequence[Screening]) -> None:
    from screener.report.rows import summary_row

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False, expand=True)
    table.add_column("outcome", width=13)
    table.add_column("score", width=5, justify="right")
    table.add_column("candidate", ratio=1, no_wrap=True, overflow="ellipsis")
    table.add_column("file", ratio=1, no_wrap=True, overflow="ellipsis")
    for row in map(summary_row, people):
        score = "" if row.score is None else str(row.score)
        table.add_row(_outcome(row.outcome), score, safe(row.candidate), safe(row.file))
    console.print(table)
    console.print(f"{len(people)} file{'' if len(people) == 1 else 's'}.")


def _print_person(console: Console, person: Screening) -> None:
    if person.resume is None or person.decision is None:
        failure = person.failure
        console.print(Text.assemble(safe(person.file, "bold"), ": ", _outcome(person.outcome)))
        print_indented(console, safe(f"{failure.message} {failure.advice}" if failure else ""), 2)
        return
    console.print(Text.assemble(safe(person.name or "No name found", "bold"), " (", safe(person.file), ")"))
    told = Text.assemble(_outcome(person.outcome), f", score {person.decision.score}. ", safe(person.decision.reason))
    print_indented(console, told, 0)
    if person.flags:
        print_indented(console, safe(", ".join(person.flags)), 2, Text("⚑ "))
    quotes = Quotes(person.resume.document)
    for importance, title in _PARTS.items():
        findings = [finding for finding in person.decision.findings if finding.importance == importance]
        if findings:
            console.print(Text(f"\n{title}", style="bold"))
        for finding in findings:
            _print_finding(console, finding, quotes)


def _print_finding(console: Console, finding: Finding, quotes: Quotes) -> None:
    label = Text(f"  {_VERDICT_WORDS[finding.verdict]}", style=VERDICT_STYLES[finding.verdict])
    print_indented(console, Text.assemble(safe(finding.requirement, "bold"), safe(f": {finding.reason}")), _INDENT, label)
    if finding.evidence:
        print_indented(console, quotes.quote(finding.evidence[0]), _INDENT)


def _outcome(outcome: Outcome) -> Text:
    return Text(outcome, style=OUTCOME_STYLES[outcome])

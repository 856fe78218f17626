"""`screen diff`: what changed from one run to the next, and why."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from screener.cli.terminal import console_for_output, print_indented, safe

if TYPE_CHECKING:
    from collections.abc import Sequence

    from screener.comparing import Difference, PersonChange

SOMETHING_CHANGED = 4
_MOST_VERDICTS = 6

RunFolder = Annotated[Path, typer.Argument(help="The output folder of a run.", exists=True, file_okay=False)]


def diff_command(
    before: RunFolder,
    after: RunFolder,
    json_file: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write all changes to a file.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing: the exit status tells whether something changed.")] = False,
) -> None:
    """Compare two runs: who entered, left or is judged otherwise, and why. Exit status 0: nothing changed; 4: something did."""
    from screener.comparing import compare_runs, read_run
    from screener.report.jsonl import json_document

    difference = compare_runs(read_run(before), read_run(after))
    if json_file:
        json_file.touch(mode=0o600)  # it names candidates
        json_file.write_bytes(json_document(difference))
    if not quiet:
        _print(console_for_output(), difference)
    if difference.any_change:
        raise typer.Exit(SOMETHING_CHANGED)


def _print(console: Console, difference: Difference) -> None:
    for change in difference.runs:
        print_indented(console, safe(f"{change.before} → {change.after}"), 16, Text(change.what, style="bold"))
    if difference.runs:
        console.print()
    lists = (
        ("Entered", difference.entered),
        ("Left", difference.left),
        ("Another outcome", difference.changed),
        ("The same outcome, judged otherwise", difference.shifted),
    )
    for title, people in lists:
        _print_people(console, title, people)
    same = difference.unchanged
    console.print(
        f"{same} file{'' if same == 1 else 's'} as before." if difference.any_change else f"Nothing changed: {same} files as before."
    )


def _print_people(console: Console, title: str, people: Sequence[PersonChange]) -> None:
    if people:
        console.print(Text(f"{title}: {len(people)}", style="bold"))
    for person in people:
        print_indented(console, _heading(person), 2)
        for verdict in person.verdicts[:_MOST_VERDICTS]:
            told = f"{verdict.requirement}: {verdict.before or 'not asked'} → {verdict.after or 'not asked'}. {verdict.reason}"
            print_indented(console, safe(told), 6)
        rest = len(person.verdicts) - _MOST_VERDICTS
        if rest > 0:
            console.print(f"      … and {rest} more: see --json")
    if people:
        console.print()


def _heading(person: PersonChange) -> Text:
    from screener.comparing import CAUSES

    name = f"{person.candidate} ({person.file})" if person.candidate else person.file
    was = f", was {person.was}" if person.was else ""
    scores = f", score {person.score_before} → {person.score_after}" if person.score_before != person.score_after else ""
    alone = not person.before or not person.after
    outcome = person.before or person.after if alone or person.before == person.after else f"{person.before} → {person.after}"
    told = f": {outcome}" + ("" if alone else scores)
    why = f" because {' and '.join(CAUSES[cause] for cause in person.causes)}" if person.causes else ""
    return Text.assemble(safe(name, "bold"), safe(f"{was}{told}{why}"))

"""`screen roles impact`: what a role would do to real candidates, before anybody is judged by it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from screener.cli.options import AsOf, Jobs, Ocr, Reader, default_jobs, reading, today
from screener.cli.terminal import OUTCOME_STYLES, VERDICT_STYLES, console_for_output, print_indented, safe

if TYPE_CHECKING:
    from screener.comparing import Impact, Move, RequirementImpact
    from screener.decision import Outcome, Screening
    from screener.extract import How

_BAR = 13
_MOST_MOVES = 20
_LEGEND = {
    "removes": "people who do not meet the role because of this requirement alone",
    "holds": "people who go to review because of it alone",
    "margin": "people whom only its margin keeps from not meeting it",
}


def impact_command(
    role: Annotated[str, typer.Argument(metavar="ROLE", help="A shipped role or a role file.")],
    source: Annotated[Path, typer.Argument(metavar="FOLDER_OR_RUN", help="Résumés, or the output folder of a run.", exists=True)],
    against: Annotated[str | None, typer.Option("--against", metavar="ROLE", help="The role that it would replace.")] = None,
    as_of: AsOf = None,
    json_file: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write all figures to a file.")] = None,
    chart: Annotated[Path | None, typer.Option("--chart", metavar="FILE.svg", help="Write the chart to a file.")] = None,
    jobs: Jobs = None,
    reader: Reader = "auto",
    ocr: Ocr = "auto",
) -> None:
    """Show what each requirement of a role does to candidates: whom it alone removes, and what a step looser or tighter would change."""
    from screener.comparing import as_svg, impact_of
    from screener.report.jsonl import json_document
    from screener.rules import load_role

    asked, other = load_role(role), load_role(against) if against else None
    screenings, day = _screenings(source, as_of, asked, jobs or default_jobs(), reading(reader, ocr))
    impact = impact_of(screenings, asked, as_of=day, against=other)
    if json_file:
        _write(json_file, json_document(impact))
    if chart:
        _write(chart, as_svg(impact).encode())
    _print(console_for_output(), impact)


def _screenings(source: Path, as_of: date | None, role: object, jobs: int, how: How) -> tuple[Iterable[Screening], date]:
    """The people: of a run as they were read then and on its day, of a folder anew."""
    from screener.batch import screen_folder
    from screener.comparing import is_run, read_results, read_run
    from screener.comparing.reading import RESULTS_NAME
    from screener.rules import Role

    if is_run(source):
        return read_results(source / RESULTS_NAME), as_of or read_run(source).as_of
    assert isinstance(role, Role)
    day = as_of or today()
    return screen_folder([source], role, as_of=day, reader=how.reader, ocr_tool=how.ocr, converter=how.converter, jobs=jobs), day


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)  # it names files of candidates
    path.write_bytes(content)


def _print(console: Console, impact: Impact) -> None:
    console.print(safe(f"{impact.title} ({impact.role}, version {impact.version}), as of {impact.as_of.isoformat()}", "bold"))
    people = f"{impact.people} people" if impact.people != 1 else "1 person"
    unreadable = f"; {impact.unreadable} unreadable" if impact.unreadable else ""
    console.print(Text.assemble(f"{people}: ", _counts(impact.outcomes), unreadable))
    console.print()
    console.print(_table(impact.requirements))
    for term, meaning in _LEGEND.items():
        print_indented(console, safe(meaning, "dim"), 10, Text(f"  {term}", style="dim"))
    _print_steps(console, impact)
    if impact.replacement:
        replaced = impact.replacement
        console.print(Text(f"\nInstead of {replaced.role}, version {replaced.version}", style="bold"))
        console.print(Text.assemble("  before: ", _counts(replaced.outcomes)))
        console.print(Text.assemble("  after:  ", _counts(impact.outcomes)))
        _print_moves(console, replaced.moves)


def _counts(outcomes: dict[Outcome, int]) -> Text:
    return Text(", ").join(Text(f"{count} {outcome}", style=OUTCOME_STYLES[outcome]) for outcome, count in outcomes.items())


def _table(requirements: Sequence[RequirementImpact]) -> Table:
    from screener.comparing import as_bars

    table = Table(box=SIMPLE_HEAD, padding=(0, 1, 0, 0), pad_edge=False, show_edge=False)
    table.add_column("requirement", width=17, no_wrap=True, overflow="ellipsis")
    table.add_column("", width=_BAR)
    for heading, width in (("met", 3), ("unclear", 7), ("not met", 7), ("removes", 7), ("holds", 5), ("margin", 6)):
        table.add_column(heading, width=width, justify="right")
    for index, each in enumerate(requirements):
        if each.importance == "note":
            continue
        bars = Text.assemble(*((characters, VERDICT_STYLES[part]) for part, characters in as_bars(each, _BAR)))  # type: ignore[index] # parts are verdicts
        alone = [_or_blank(len(files)) for files in (each.removes, each.holds_back, each.within_margin)]
        name = safe(each.id, "bold" if each.importance == "required" else "")
        last = index + 1 == len(requirements) or requirements[index + 1].importance != each.importance
        table.add_row(name, bars, str(each.met), str(each.unclear), str(each.not_met), *alone, end_section=last)
    return table


def _or_blank(count: int) -> str:
    return str(count) if count else ""


def _print_steps(console: Console, impact: Impact) -> None:
    """What each step would move; those that move nobody are only counted."""
    moving = [step for step in impact.steps if step.moves]
    console.print(Text("\nOne step looser or tighter", style="bold"))
    for step in moving:
        sign = "−" if step.direction == "looser" else "+"
        print_indented(
            console, safe(f"{step.change}: {_in_words(step.moves)}"), 24, Text(f" {sign} {step.requirement}", overflow="ellipsis")
        )
    rest = len(impact.steps) - len(moving)
    if rest:
        console.print(f"  {rest} other step{'' if rest == 1 else 's'} would move nobody.")


def _in_words(moves: Sequence[Move]) -> str:
    pairs: dict[tuple[str, str], int] = {}
    for move in moves:
        pairs[move.before, move.after] = pairs.get((move.before, move.after), 0) + 1
    return ", ".join(f"{count} from {before} to {after}" for (before, after), count in pairs.items())


def _print_moves(console: Console, moves: Sequence[Move]) -> None:
    if not moves:
        console.print("  Nobody moves.")
    for move in moves[:_MOST_MOVES]:
        print_indented(console, safe(f"{move.file}: {move.before} → {move.after}. {move.reason}"), 4)
    if len(moves) > _MOST_MOVES:
        console.print(f"    … and {len(moves) - _MOST_MOVES} more: see --json")

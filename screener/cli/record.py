"""`screen verify`, `screen purge`, `screen forget`: proof that a run is whole, and the end of what may not be kept."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from screener.cli.caching import CacheFolder, cache_folder
from screener.cli.options import now, today
from screener.cli.terminal import console_for_output, print_indented, safe

DOES_NOT_BELONG = 4
_RUNS = Path("screening")

RunFolder = Annotated[Path, typer.Argument(metavar="RUN", help="The output folder of a run.", exists=True, file_okay=False)]
_Roots = Annotated[
    list[Path] | None, typer.Argument(metavar="FOLDER", help="Runs, or folders with runs in them.", show_default="screening")
]


def verify_command(
    run: RunFolder,
    inputs: Annotated[
        list[Path] | None, typer.Option("--inputs", metavar="PATH", help="Folder or file of the résumés, to compare.")
    ] = None,
    head: Annotated[str, typer.Option("--head", metavar="HASH", help="The last line's hash, as it was noted before.")] = "",
) -> None:
    """Prove that a run's outputs, inputs and log belong together. Exit status 0: they do; 4: they do not."""
    from screener.records import verify_run

    found = verify_run(run, inputs or (), head=head)
    console = console_for_output()
    for problem in found.problems:
        print_indented(console, safe(problem), 2)
    compared = f", {found.inputs} inputs" if inputs else ""
    console.print(safe(f"{found.outputs} outputs{compared} and {found.events} lines of the log compared."))
    console.print(safe(f"Last line: {found.head}"), soft_wrap=True)
    if found.problems:
        console.print("They do not belong together.")
        raise typer.Exit(DOES_NOT_BELONG)
    console.print("All belong together.")


def purge_command(
    folders: _Roots = None,
    cache: CacheFolder = None,
    only_tell: Annotated[bool, typer.Option("--dry-run", help="Only tell what would be deleted.")] = False,
) -> None:
    """Delete runs past the day that they may be kept until, and what the cache holds of their files; a tombstone stays."""
    from screener.records import purge_runs

    done = purge_runs(folders or [_RUNS], now(), today=today(), forget=_forget_in(cache_folder(cache)), only_tell=only_tell)
    console = console_for_output()
    for folder in done.purged:
        print_indented(console, safe(f"{'Would delete' if only_tell else 'Deleted'}: {os.fspath(folder)}"), 2)
    undated = f", {done.undated} without a last day" if done.undated else ""
    console.print(safe(f"{len(done.purged)} past their day, {done.kept} not{undated}."))


def forget_command(
    who: Annotated[str, typer.Argument(metavar="SHA256|FILE", help="A hash, a file on this machine, or a file's name in a run.")],
    folders: _Roots = None,
    cache: CacheFolder = None,
) -> None:
    """Erase one person from runs and from the cache, and log that it was done. The résumé itself stays where it is."""
    from screener.records import forget_person, hashes_of

    roots = folders or [_RUNS]
    console = console_for_output()
    runs, lines = 0, 0
    for sha256 in sorted(hashes_of(roots, who)):
        done = forget_person(roots, sha256, now(), forget=_forget_in(cache_folder(cache)))
        runs, lines = runs + len(done.runs), lines + done.lines
        for folder in done.runs:
            print_indented(console, safe(f"Erased from {os.fspath(folder)}"), 2)
        for path in done.removed:
            print_indented(console, safe(f"Deleted, for it could not be written again: {os.fspath(path)}"), 2)
    console.print(
        safe(f"Erased from {runs} run{'' if runs == 1 else 's'}, {lines} line{'' if lines == 1 else 's'} of logs, and the cache.")
    )


def _forget_in(folder: Path) -> Callable[[frozenset[str]], None]:
    from screener.cache import forget_files

    return lambda hashes: forget_files(folder, hashes)

"""`screen eval`: how right the program is on documents that careful readers have labelled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from screener.cli.options import DEFAULT_ROLE, AsOf, Jobs, Ocr, Reader, RoleName, default_jobs, ocr_tool, today


def evaluate_command(
    truth: Annotated[Path, typer.Argument(metavar="TRUTH.csv", help="One labelled row a document.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The documents.")],
    role: RoleName = DEFAULT_ROLE,
    as_of: AsOf = None,
    misses: Annotated[bool, typer.Option("--misses", help="List each wrong answer with the text that misled.")] = False,
    earlier: Annotated[
        Path | None, typer.Option("--compare", metavar="OLD.json", help="Tell what got better and worse since an earlier --json.")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write all figures and answers to a file.")] = None,
    html_file: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page with charts.")] = None,
    jobs: Jobs = None,
    reader: Reader = "auto",
    ocr: Ocr = "off",
) -> None:
    """Measure the program against a truth file."""
    from screener.batch import screen_folder
    from screener.cli.terminal import safe
    from screener.evaluation import (
        as_html,
        as_json,
        changes_as_text,
        changes_between,
        evaluate,
        load_answers,
        load_truth,
        misses_as_text,
        scores_as_text,
    )
    from screener.rules import load_role

    truths = load_truth(truth)
    before = load_answers(earlier) if earlier else None
    day, tool = as_of or today(), ocr_tool(ocr)
    screenings = screen_folder([folder], load_role(role), as_of=day, reader=reader, ocr_tool=tool, jobs=jobs or default_jobs())
    evaluation = evaluate(truths, screenings)
    changes = None if before is None else changes_between(before, evaluation.comparisons)
    if json_file:
        _write(json_file, as_json(evaluation))
    if html_file:
        _write(html_file, as_html(evaluation, changes))
    blocks = [
        misses_as_text(evaluation) if misses else "",
        scores_as_text(evaluation),
        changes_as_text(changes) if changes else "",
    ]
    for line in "\n\n".join(block for block in blocks if block).splitlines():
        typer.echo(safe(line).plain)


def _write(path: Path, text: str) -> None:
    """Write a file that its owner alone may read: it quotes the documents."""
    path.touch(mode=0o600)
    path.write_text(text, encoding="utf-8")

"""`screen eval`: how right the program is on documents that careful readers have labelled."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from screener.cli.options import DEFAULT_ROLE, AsOf, Jobs, Reader, RoleName, default_jobs, today


def evaluate_command(
    truth: Annotated[Path, typer.Argument(metavar="TRUTH.csv", help="One labelled row a document.")],
    folder: Annotated[Path, typer.Argument(metavar="FOLDER", help="The documents.")],
    role: RoleName = DEFAULT_ROLE,
    as_of: AsOf = None,
    misses: Annotated[bool, typer.Option("--misses", help="List each wrong answer with the text that misled.")] = False,
    json_file: Annotated[Path | None, typer.Option("--json", metavar="OUT", help="Write all figures and answers to a file.")] = None,
    jobs: Jobs = None,
    reader: Reader = "auto",
) -> None:
    """Measure the program against a truth file."""
    from screener.batch import screen_folder
    from screener.evaluation import as_json, evaluate, load_truth, misses_as_text, scores_as_text
    from screener.rules import load_role

    truths = load_truth(truth)
    screenings = screen_folder([folder], load_role(role), as_of=as_of or today(), reader=reader, jobs=jobs or default_jobs())
    evaluation = evaluate(truths, screenings)
    if json_file:
        json_file.touch(mode=0o600)  # it quotes the documents
        json_file.write_text(as_json(evaluation), encoding="utf-8")
    if misses and evaluation.misses:
        typer.echo(misses_as_text(evaluation) + "\n")
    typer.echo(scores_as_text(evaluation))

"""`screen explain`: one person and one role, as a note to a colleague or to the person concerned."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from screener.cli.options import DEFAULT_ROLE, AsOf, Ocr, Reader, ResumeFile, RoleName, reading, today


def explain_command(
    file: ResumeFile,
    role: RoleName = DEFAULT_ROLE,
    as_of: AsOf = None,
    reader: Reader = "auto",
    ocr: Ocr = "auto",
    audience: Annotated[
        Literal["colleague", "candidate"], typer.Option("--for", help="Whom the note is for: the candidate's says how to object.")
    ] = "colleague",
    contact: Annotated[
        str, typer.Option(metavar="TEXT", help="Whom a candidate can write to, as in \"jobs@example.org\".")
    ] = "the people you sent your application to",
) -> None:
    """Explain the judgement of one résumé: each requirement with its verdict, the words it rests on, and where they stand."""
    from screener.batch import read_one
    from screener.cli.candidate_note import print_candidate_note, print_unread_note
    from screener.cli.note import Judged, print_note
    from screener.errors import UnreadableDocumentError
    from screener.rules import load_role
    from screener.screening import judge

    asked, day = load_role(role), as_of or today()
    try:
        resume = read_one(file, reading(reader, ocr))
    except UnreadableDocumentError as error:
        if audience == "colleague":
            raise
        print_unread_note(file.name, asked.title, error.message, contact)
        return
    judged = Judged(file.name, resume, judge(resume, asked, as_of=day), asked, day)
    if audience == "candidate":
        print_candidate_note(judged, contact)
    else:
        print_note(judged)

"""`screen roles draft`: a job description to a role file for a person to edit."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from screener.errors import UsageError

if TYPE_CHECKING:
    from screener.drafting import RoleDraft


def draft_command(
    posting: Annotated[
        Path, typer.Argument(metavar="JD_FILE", help="A job description: text, Markdown, HTML, PDF, DOCX …", exists=True, dir_okay=False)
    ],
    out: Annotated[Path | None, typer.Option("-o", "--out", metavar="FILE", help="Where to write it.", show_default="the screen")] = None,
    force: Annotated[bool, typer.Option("--force", help="Write over a file that is there already.")] = False,
) -> None:
    """Draft a role from a job description: each rule beside the words it came from, for you to check and change."""
    from screener.drafting import as_toml, draft_role
    from screener.extract import extract

    if out and out.exists() and not force:
        raise UsageError(f"{out} is there already; name another file, or say --force to write over it.")
    draft = draft_role(extract(posting))
    text = as_toml(draft, posting.name)
    if out is None:
        typer.echo(text, nl=False)
        return
    try:
        out.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"{out} cannot be written: {error.strerror}.") from error
    _print_summary(draft, out)


def _print_summary(draft: RoleDraft, out: Path) -> None:
    from rich.text import Text

    from screener.cli.terminal import console_for_output, print_indented, safe

    console = console_for_output()
    console.print(safe(f"{draft.role.title}: a draft in {out}", "bold"))
    for importance in ("required", "preferred", "note"):
        made = [each.requirement for each in draft.drafted if each.requirement.importance == importance]
        if made:
            listed = ", ".join(requirement.id for requirement in made)
            print_indented(console, safe(listed), 16, Text(f"  {len(made)} {importance}"))
    for refusal in draft.refused:
        print_indented(console, safe(f"“{refusal.sentence.text}”: {refusal.why}"), 16, Text("  refused", style="red"))
    told = sum(1 for each in draft.drafted if each.comments)
    advice = f"{told} of {len(draft.drafted)} carry a comment on what was assumed. Read them all, then: screen roles check {out}"
    print_indented(console, safe(advice), 0)

"""`screen audit`: how the people of each group fared in a run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from screener.cli.options import today
from screener.cli.terminal import console_for_output, safe

_SELECTED: dict[str, tuple[Literal["meets", "review"], ...]] = {"meets": ("meets",), "meets+review": ("meets", "review")}


def audit_command(
    run: Annotated[Path, typer.Argument(metavar="RUN", help="The output folder of a run.", exists=True, file_okay=False)],
    groups: Annotated[
        Path,
        typer.Option("--groups", metavar="GROUPS.csv", help="file or sha256, and sex, race_ethnicity …: what people said of themselves."),
    ],
    selected: Annotated[
        Literal["meets", "meets+review"],
        typer.Option(help="Whose outcome counts as selected; `unclear` passes a requirement like `review`."),
    ] = "meets",
    html_file: Annotated[Path | None, typer.Option("--html", metavar="FILE", help="Write a page.")] = None,
    xlsx_file: Annotated[
        Path | None, typer.Option("--xlsx", metavar="FILE", help="Write a workbook with the summary that LL144 asks for.")
    ] = None,
    json_file: Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write all figures.")] = None,
    quiet: Annotated[bool, typer.Option("--quiet", help="Print nothing.")] = False,
) -> None:
    """Adverse impact: selection rates and impact ratios by group, overall and at each requirement, with tests."""
    import io

    from screener.auditing import as_html, as_json, as_text, audit_run, read_groups, read_judged, write_xlsx

    audit = audit_run(read_judged(run), read_groups(groups), on=today(), selected=_SELECTED[selected])
    if html_file:
        _write(html_file, as_html(audit).encode())
    if xlsx_file:
        content = io.BytesIO()
        write_xlsx(audit, content)
        _write(xlsx_file, content.getvalue())
    if json_file:
        _write(json_file, as_json(audit))
    if not quiet:
        console = console_for_output()
        for line in as_text(audit).splitlines():
            console.print(safe(line), soft_wrap=True)


def _write(path: Path, content: bytes) -> None:
    path.touch(mode=0o600)
    path.write_bytes(content)

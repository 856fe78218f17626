"""The commands, in one table. Each loads what it needs when it is called, so that `screen --help` answers at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated

import typer

from screener import __version__
from screener.cli.audit import audit_command
from screener.cli.decisions import decisions_command
from screener.cli.diff import diff_command
from screener.cli.evaluate import evaluate_command
from screener.cli.explain import explain_command
from screener.cli.parse import parse_command
from screener.cli.record import forget_command, purge_command, verify_command
from screener.cli.reveal import reveal_command
from screener.cli.roles import roles_app
from screener.cli.run import run_command
from screener.cli.show import show_command

COMMANDS: dict[str, Callable[..., None]] = {
    "run": run_command,
    "show": show_command,
    "explain": explain_command,
    "parse": parse_command,
    "eval": evaluate_command,
    "diff": diff_command,
    "audit": audit_command,
    "decisions": decisions_command,
    "reveal": reveal_command,
    "verify": verify_command,
    "purge": purge_command,
    "forget": forget_command,
}

# Without pretty exceptions: those print the values of variables, which hold text of résumés.
app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)
for name, command in COMMANDS.items():
    app.command(name)(command)
app.add_typer(roles_app, name="roles")


def _print_version(wanted: bool) -> None:
    if wanted:
        print(f"screen {__version__}")
        raise typer.Exit


@app.callback()
def _screen(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version and exit.")] = False,
) -> None:
    """Screen résumés for a role, with evidence for every verdict."""

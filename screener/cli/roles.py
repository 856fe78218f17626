"""`screen roles`: which roles there are, what they ask, whether a role file is right; drafting one, and what it would do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from screener.cli.draft import draft_command
from screener.cli.impact import impact_command
from screener.cli.options import DEFAULT_ROLE

if TYPE_CHECKING:
    from screener.rules import Role

roles_app = typer.Typer(no_args_is_help=True, help="List, show, check, draft and try out roles.")

RoleArgument = Annotated[str, typer.Argument(metavar="NAME_OR_FILE", help="A shipped role or a role file.")]


@roles_app.command("list")
def list_command() -> None:
    """List the roles that come with the program."""
    from screener.rules import load_role, shipped_roles

    for name in shipped_roles():
        role = load_role(name)
        typer.echo(f"{name:<24} version {role.version}  {role.title}")


@roles_app.command("show")
def show_command(role: RoleArgument = DEFAULT_ROLE) -> None:
    """Show what a role asks, in the order of its file."""
    from screener.rules import load_role

    _print_role(load_role(role))


@roles_app.command("check")
def check_command(role: RoleArgument) -> None:
    """Check a role file: every mistake in it at once, with its place."""
    from screener.cli.terminal import safe
    from screener.rules import load_role

    found = load_role(role)
    asked = len(found.requirements)
    required = sum(requirement.importance == "required" for requirement in found.requirements)
    count = f"{asked} requirement{'' if asked == 1 else 's'}, {required} required"
    typer.echo(safe(f"{role} is right: {found.id}, version {found.version}, {count}.").plain)


@roles_app.command("schema")
def schema_command() -> None:
    """Print the JSON Schema of role files, for an editor that completes and checks them."""
    import json

    from screener.rules import role_schema

    typer.echo(json.dumps(role_schema(), indent=2, ensure_ascii=False))


roles_app.command("draft")(draft_command)
roles_app.command("impact")(impact_command)


def _print_role(role: Role) -> None:
    from rich.text import Text

    from screener.cli.terminal import console_for_output, print_indented, safe

    console = console_for_output()
    console.print(safe(f"{role.title} ({role.id}, version {role.version})", "bold"))
    for importance in ("required", "preferred", "note"):
        asked = [requirement for requirement in role.requirements if requirement.importance == importance]
        if asked:
            console.print(Text(f"\n{importance.capitalize()}", style="bold"))
        for requirement in asked:
            print_indented(console, safe(requirement.text), 26, Text(f"  {requirement.id}", overflow="ellipsis"))

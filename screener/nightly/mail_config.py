"""What the configuration says about the mail with the night's summary."""

from __future__ import annotations

from dataclasses import dataclass
from email.errors import HeaderParseError
from email.headerregistry import Address
from pathlib import Path
from typing import Literal, cast, get_args

from screener.rules.tables import Table, shown

Security = Literal["starttls", "tls", "none"]
_PORTS: dict[Security, int] = {"starttls": 587, "tls": 465, "none": 25}


@dataclass(frozen=True, slots=True)
class Smtp:
    """A server that takes mail. security: of the connection. The password comes from an environment variable or from a file."""

    host: str
    port: int
    security: Security
    user: str
    password_variable: str
    password_file: Path | None
    authority: Path | None
    seconds: int


@dataclass(frozen=True, slots=True)
class Mail:
    """From whom, to whom. names: whether files are named in it. folder: where it is put as a file; smtp: who sends it."""

    sender: str
    to: tuple[str, ...]
    names: bool
    folder: Path | None
    smtp: Smtp | None


def read_mail(table: Table, problems: list[str], home: Path) -> Mail | None:
    """The `[mail]` table; None when there is none."""
    data = table.table("mail")
    if data is None:
        return None
    inner = Table(data, "mail", problems)
    smtp = inner.table("smtp")
    mail = Mail(
        sender=_address(inner, "from", inner.text("from")),
        to=tuple(_address(inner, f"to[{index}]", text) for index, text in enumerate(inner.texts("to", "address"))),
        names=inner.flag("names", False),
        folder=home / inner.text("folder") if inner.has("folder") else None,
        smtp=None if smtp is None else _smtp(Table(smtp, "mail.smtp", problems), home),
    )
    if not (inner.has("folder") or inner.has("smtp")):
        inner.problem("", '"folder" (for .eml files), [mail.smtp], or both are needed')
    inner.close()
    return mail


def _address(table: Table, key: str, text: str) -> str:
    try:
        if text and not Address(addr_spec=text).domain:
            raise ValueError("no domain")
    except (ValueError, IndexError, HeaderParseError):
        table.problem(key, f"an address like hr@example.org is needed, not {shown(text)}")
    return text


def _smtp(table: Table, home: Path) -> Smtp:
    security = cast(Security, table.choice("security", get_args(Security), "starttls"))
    user = table.text("user") if table.has("user") else ""
    variable = table.text("password_variable") if table.has("password_variable") else ""
    file = home / table.text("password_file") if table.has("password_file") else None
    if table.has("password"):
        table.skip("password")
        table.problem("password", "a password does not belong here: name its password_variable or its password_file")
    elif bool(user) != bool(variable or file):
        table.problem("user", "user goes with password_variable or password_file, and they with it")
    if variable and file:
        table.problem("password_file", "password_variable is given as well: one of them is enough")
    if user and security == "none":
        table.problem("security", 'a password is not sent over an open connection: "starttls" or "tls" is needed')
    smtp = Smtp(
        host=table.text("host"),
        port=table.integer("port", 1, 65_535, _PORTS[security]),
        security=security,
        user=user,
        password_variable=variable,
        password_file=file,
        authority=home / table.text("authority") if table.has("authority") else None,
        seconds=table.integer("seconds", 1, 600, 30),
    )
    table.close()
    return smtp

"""The configuration of the nightly job: read from TOML, and checked so that a wrong one tells all its mistakes at once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from screener.errors import DataFileError, UsageError
from screener.nightly.mail_config import Mail, read_mail
from screener.remote import is_url, place_of
from screener.report import FORMATS, check_formats
from screener.rules.requirement_file import read_id
from screener.rules.tables import Table, shown

DEFAULT_CACHE_MEGABYTES = 2000
_MOST_DAYS = 3650
_MOST_SECONDS = 86_400


@dataclass(frozen=True, slots=True)
class Posting:
    """One job that people apply for. inbox, outbox: paths or URLs, as the file has them (see places).

    role: a shipped role's name, or the path of a role file. retention: days that a night is kept. formats: of the report.
    """

    id: str
    role: str
    inbox: str
    outbox: str
    retention: int
    formats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Settle:
    """When a file counts as whole. age: seconds since it was last changed; watch: seconds between two looks that must see the same."""

    age: int = 60
    watch: int = 5


@dataclass(frozen=True, slots=True)
class Config:
    """The whole configuration. home: the folder that relative paths start from: the file's own.

    state: the job's own folder (lock, log, cache, what was done last). jobs: child processes, None: as many as there are processors.
    """

    home: Path
    state: Path
    log: Path | None
    metrics: Path | None
    jobs: int | None
    ocr: str
    settle: Settle
    cache: Path
    cache_megabytes: int
    mail: Mail | None
    postings: tuple[Posting, ...]

    def path(self, text: str) -> Path:
        """A path of the file."""
        return self.home / text


def load_config(path: Path) -> Config:
    """Raises UsageError when the file cannot be read, DataFileError with every mistake in it."""
    try:
        data = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise UsageError(f"The configuration {path} cannot be read: {error.strerror}.") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(path.name, (f"not valid TOML: {error}",)) from error
    problems: list[str] = []
    config = _config(Table(data, "", problems), problems, path.absolute().parent)
    if problems:
        raise DataFileError(path.name, tuple(problems))
    return config


def _config(table: Table, problems: list[str], home: Path) -> Config:
    retention = table.integer("retention", 1, _MOST_DAYS) if table.has("retention") else None
    postings = [_posting(data, f"posting[{index}]", problems, retention) for index, data in enumerate(table.tables("posting"))]
    if not table.has("posting"):
        table.problem("posting", "at least one [[posting]] is needed, with id, role, inbox and outbox")
    _check_together(table, postings, home)
    state = home / table.text("state")
    cache, megabytes = _cache(table, problems, home, state)
    config = Config(
        home=home,
        state=state,
        log=_log(table, home, state),
        metrics=_metrics(table, home),
        jobs=table.integer("jobs", 1, 256) if table.has("jobs") else None,
        ocr=table.choice("ocr", ("auto", "off"), "auto"),
        settle=_settle(table, problems),
        cache=cache,
        cache_megabytes=megabytes,
        mail=read_mail(table, problems, home),
        postings=tuple(postings),
    )
    table.close()
    return config


def _posting(data: Mapping[str, Any], path: str, problems: list[str], retention: int | None) -> Posting:
    label = data.get("id")
    table = Table(data, path, problems, label if isinstance(label, str) else "")
    posting = Posting(
        id=read_id(table),
        role=table.text("role"),
        inbox=_place(table, "inbox"),
        outbox=_place(table, "outbox"),
        retention=table.integer("retention", 1, _MOST_DAYS, retention),
        formats=_formats(table),
    )
    table.close()
    return posting


def _place(table: Table, key: str) -> str:
    """A path or a URL."""
    text = table.text(key)
    if is_url(text):
        try:
            place_of(text)
        except UsageError as error:
            table.problem(key, str(error))
            return ""
    return text


def _parts(home: Path, text: str) -> tuple[str, ...]:
    """A folder from the outside in, to see which lies in which."""
    return tuple(place_of(text).shown.split("/")) if is_url(text) else (home / text).resolve().parts


def _formats(table: Table) -> tuple[str, ...]:
    if not table.has("formats"):
        return FORMATS
    formats = table.texts("formats", "format")
    try:
        check_formats(formats)
    except UsageError as error:
        table.problem("formats", str(error))
    if formats and "jsonl" not in formats:
        table.problem("formats", '"jsonl" is needed: each night is compared with the one before by it')
    return formats


def _check_together(table: Table, postings: list[Posting], home: Path) -> None:
    """What only shows when all postings are known."""
    ids = [posting.id for posting in postings if posting.id]
    for repeated in sorted({each for each in ids if ids.count(each) > 1}):
        table.problem("posting", f"{shown(repeated)} is the id of several postings")
    outboxes = [_parts(home, posting.outbox) for posting in postings if posting.outbox]
    for posting in postings:
        place = _parts(home, posting.outbox)
        if posting.outbox and sum(each == place[: len(each)] for each in outboxes) > 1:
            table.problem("posting", f"the outbox {shown(posting.outbox)} is that of another posting, or inside it: each needs its own")


def _cache(table: Table, problems: list[str], home: Path, state: Path) -> tuple[Path, int]:
    inner = Table(table.table("cache") or {}, "cache", problems)
    folder = home / inner.text("folder") if inner.has("folder") else state / "cache"
    megabytes = inner.integer("megabytes", 1, 10_000_000, DEFAULT_CACHE_MEGABYTES)
    inner.close()
    return folder, megabytes


def _settle(table: Table, problems: list[str]) -> Settle:
    inner = Table(table.table("settle") or {}, "settle", problems)
    settle = Settle(inner.integer("age", 0, _MOST_SECONDS, Settle().age), inner.integer("watch", 0, _MOST_SECONDS, Settle().watch))
    inner.close()
    return settle


def _log(table: Table, home: Path, state: Path) -> Path | None:
    """None: to the standard error stream."""
    if not table.has("log"):
        return state / "log.jsonl"
    text = table.text("log")
    return None if text == "-" else home / text


def _metrics(table: Table, home: Path) -> Path | None:
    if not table.has("metrics"):
        return None
    text = table.text("metrics")
    if text and not text.endswith(".prom"):
        table.problem("metrics", f'the name of a file that ends in ".prom" is needed (others are not collected), not {shown(text)}')
    try:
        import prometheus_client  # noqa: F401 - whether it is there
    except ImportError:
        table.problem("metrics", 'the package prometheus-client is needed: install "screen-resumes[metrics]", or leave this key out')
    return home / text

"""What can change a result besides the files: versions and options, for the record of a run."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Sequence
from importlib.metadata import version
from importlib.resources import files

from screener import __version__
from screener.batch.confine import Limits
from screener.batch.worker import Options
from screener.extract.legacy import described
from screener.report import IgnoredPath, RoleChange, RoleRule, RunRecord
from screener.report.jsonl import json_line
from screener.rules import Role, kind_of, name_of, plainly

_TOOLS = ("pdfplumber", "pdfminer.six", "pypdfium2", "python-docx", "spacy")
"""Libraries that take part in what is read or understood."""


_MORE_TOOLS = ("charset-normalizer", "lxml", "msgspec", "numpy", "pillow")

_READING = ("document.py", "resume.py", "decision.py", "screening.py", "extract", "parse", "taxonomy", "cache", "batch/likeness.py")
"""The parts of the program that take part in it."""


def run_record(options: Options, ignored: Sequence[IgnoredPath], *, expected: int | None = None) -> RunRecord:
    """The record of a run with these options over so many files."""
    return RunRecord(
        program=__version__,
        role_id=options.role.id,
        role_version=options.role.version,
        role_title=options.role.title,
        role_sha256=hashlib.sha256(json_line(options.role)).hexdigest(),
        rules=_rules(options.role),
        changes=tuple(RoleChange(each.version, each.date, each.author, each.why) for each in options.role.history),
        as_of=options.as_of,
        taxonomy=_taxonomy_digest(),
        tools=_tools(options),
        options={"ocr": options.ocr, "reader": options.reader},
        ignored=tuple(ignored),
        expected=expected,
    )


def _rules(role: Role) -> tuple[RoleRule, ...]:
    """What the role asks, in plain words: those who read a report know nothing of rules."""
    return tuple(
        RoleRule(each.id, name_of(each), each.importance, kind_of(each), each.weight, plainly(each), each.text)
        for each in role.requirements
    )


def reading_version(options: Options, limits: Limits) -> str:
    """All that a reading depends on besides the file's bytes, for the cache. The role and the day are not among it."""
    # The code itself rather than its number: whoever changes it must not be shown what it gave before.
    parts = (_digest_of_code(), _taxonomy_digest(), _tools(options), options.reader, options.ocr, limits)
    return repr(parts)


def versions(options: Options) -> dict[str, str]:
    """All that must be the same on two machines for the same results, by name: the whole program and more libraries than a record names."""
    libraries = {name: version(name) for name in _MORE_TOOLS}
    return {"program": _digest_of_code(("",)), "taxonomy": _taxonomy_digest()} | libraries | _tools(options)


def _tools(options: Options) -> dict[str, str]:
    """Versions by name; those of the machine's own programs only where they take part."""
    tools = {"python": platform.python_version()} | {name: version(name) for name in _TOOLS}
    if options.how.ocr:
        tools["tesseract"] = options.how.ocr.description
    if options.converter:
        tools["doc"] = described(options.converter)
    return tools


def _taxonomy_digest() -> str:
    """One SHA-256 over all of the taxonomy's data files, hexadecimal."""
    digest = hashlib.sha256()
    for file in sorted(files("screener.taxonomy").joinpath("data").iterdir(), key=lambda file: file.name):
        if file.is_file():
            digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _digest_of_code(parts: Sequence[str] = _READING) -> str:
    """One SHA-256 over the code of some parts of the program, of those that read and understand documents if not told, hexadecimal."""
    digest = hashlib.sha256()
    waiting = [files("screener").joinpath(name) for name in parts]
    while waiting:
        place = waiting.pop()
        if place.is_dir():
            waiting += sorted(place.iterdir(), key=lambda child: child.name)
        elif place.name.endswith((".py", ".toml")):
            digest.update(place.name.encode() + b"\0" + place.read_bytes() + b"\0")
    return digest.hexdigest()

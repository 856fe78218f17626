"""Mails and archives among the inputs, each in the place of the files inside it."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from screener.batch.failures import failure_of
from screener.batch.file_list import FileList
from screener.batch.inputs import InputFile, Inputs, Source, find_inputs
from screener.batch.pool import Limits, run_pool
from screener.decision import Failure
from screener.errors import UsageError
from screener.extract import CONTAINER_SUFFIXES, Member, expand
from screener.report import IgnoredPath
from screener.report.cells import printable

_MOST_NAMED = 20

_Inside = tuple[tuple[InputFile, ...], tuple[IgnoredPath, ...]]


def open_inputs(
    paths: Sequence[Source], *, jobs: int = 1, limits: Limits | None = None, aside: Collection[Path] = ()
) -> Inputs:
    """As `find_inputs`, with the files inside mails and archives (`mail.eml/cv.pdf`) in the place of those.

    They are looked into in child processes, like everything that opens a document; jobs: number of them; 0 looks in this process.
    """
    inputs = find_inputs(paths, aside)
    containers = [file for file in inputs.files if _holds_others(file)]
    if not containers:
        return Inputs(FileList(inputs.files), inputs.ignored)
    opened = map(look_inside, containers) if jobs == 0 else _looked_inside(containers, min(jobs, len(containers)), limits or Limits())
    inside = list(opened)
    files = [file for file in inputs.files if not _holds_others(file)]
    files += [file for found, _ in inside for file in found]
    ignored = {*inputs.ignored, *(path for _, left in inside for path in left)}
    return Inputs(FileList(sorted(files, key=lambda file: file.name)), tuple(sorted(ignored)))


def _holds_others(file: InputFile) -> bool:
    return file.failure is None and file.path.suffix.lower() in CONTAINER_SUFFIXES


def find_file(path: Path, limits: Limits) -> InputFile:
    """The one file that a path names, which may lie inside a mail or archive. Raises UsageError when there is none, or more than one."""
    holder = next((each for each in (path, *path.parents) if each.is_file()), None)
    if holder is None:
        raise UsageError(f"There is no file {path}.")
    container = InputFile(holder, holder.name)
    if holder.suffix.lower() not in CONTAINER_SUFFIXES:
        if holder != path:
            raise UsageError(f"{holder} is no mail or archive: there is no file {path}.")
        return container
    [(files, _)] = _looked_inside([container], 1, limits)
    wanted = (holder.name / path.relative_to(holder)).as_posix()
    found = [file for file in files if file.name == wanted] if holder != path else [*files]
    if len(found) != 1:
        raise UsageError(f"Name one of the files in {holder}: {', '.join(printable(file.name) for file in files[:_MOST_NAMED])}.")
    return found[0]


def look_inside(container: InputFile) -> _Inside:
    """The files in a mail or archive, and those left aside. What is neither, whatever its name, is itself."""
    members = expand(container.path)
    files = tuple(_file_of(container, member) for member in members if not member.ignored)
    return files, tuple(IgnoredPath(_name_of(container, member), member.ignored) for member in members if member.ignored)


def _looked_inside(containers: Sequence[InputFile], jobs: int, limits: Limits) -> list[_Inside]:
    def lose(container: InputFile, failure: Failure) -> _Inside:
        return (replace(container, failure=failure),), ()

    return list(run_pool(containers, look_inside, lose, jobs=max(jobs, 1), limits=limits))


def _file_of(container: InputFile, member: Member) -> InputFile:
    if member.failure is None and not member.way:
        return container
    sha256 = hashlib.sha256(member.data).hexdigest() if member.failure is None else ""
    failure = failure_of(member.failure) if member.failure else None
    return replace(container, name=_name_of(container, member), way=member.way, sha256=sha256, failure=failure)


def _name_of(container: InputFile, member: Member) -> str:
    """The member's name behind that of its container as the run knows it."""
    return container.name + member.name.removeprefix(container.path.name)

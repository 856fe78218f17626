"""The outputs of a run written again from its results.jsonl, without somebody: what is left is as it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from screener.decision import Screening
from screener.document import PageImage
from screener.report import IgnoredPath, RunRecord, WantedPages, read_screenings, write_report, write_run_log
from screener.report.html.pictures import PICTURES_NAME
from screener.report.json_resume import FOLDER_NAME as JSON_RESUMES_NAME
from screener.report.record import role_from
from screener.report.writing import LOG_NAME, OUTPUTS

_PIXELS_A_POINT = 2
_MOST_PIXELS = 5_900_000
"""Larger pictures were drawn at another scale, which they do not tell: they are left out."""


def write_without(folder: Path, record: dict[str, Any], sha256: str, names: frozenset[str]) -> None:
    """Write the outputs of a run with results.jsonl again, without the file of this hash. names: those it bears in the run."""
    formats = {output.format for output in OUTPUTS if (folder / output.name).exists()}
    formats |= {"json-resume"} if (folder / JSON_RESUMES_NAME).is_dir() else set()
    log = log_without(folder, names)
    write_report(
        _others(folder, sha256, names),
        run_record_from(record),
        folder,
        formats,
        locate=_locate(log),
        draw=_redraw(folder / PICTURES_NAME),
        pages="all",
    )
    write_run_log(folder, log)


def run_record_from(record: dict[str, Any]) -> RunRecord:
    """What run.json tells of a run, besides its inputs."""
    role = record["role"]
    rules, changes = role_from(role)
    return RunRecord(
        program=record["program"],
        role_id=role["id"],
        role_version=role["version"],
        role_title=role["title"],
        role_sha256=role["sha256"],
        rules=rules,
        changes=changes,
        as_of=date.fromisoformat(record["as_of"]),
        taxonomy=record["taxonomy"],
        tools=record["tools"],
        options=record["options"],
        ignored=tuple(IgnoredPath(each["file"], each["reason"]) for each in record["ignored"]),
        partial=bool(record.get("partial")),
    )


def _others(folder: Path, sha256: str, names: frozenset[str]) -> Iterator[Screening]:
    """Everybody else, and nobody with a hint that there was another."""
    for screening in read_screenings(folder):
        if screening.sha256 == sha256:
            continue
        left = tuple(other for other in screening.duplicates if other.file not in names)
        flags = tuple(flag for flag in screening.flags if flag != "duplicate" or left or not screening.duplicates)
        yield replace(screening, duplicates=left, flags=flags)


def log_without(folder: Path, names: frozenset[str]) -> list[str]:
    """The lines of run.log, but those that name one of the files."""
    path = folder / LOG_NAME
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    last = {Path(name).name for name in names}
    return [line for line in lines if not any(line.endswith(name) for name in last)]


def _locate(log: Sequence[str]) -> Callable[[str], Path | None]:
    """Where files lie, as far as the paths that the run was given still lead to them."""
    roots = [Path(line.removeprefix("path: ")) for line in log if line.startswith("path: ")]

    def locate(name: str) -> Path | None:
        places = (root / name if root.is_dir() else root for root in roots)
        return next((place for place in places if place.exists() and place.name == Path(name).name), None)

    return locate


def _redraw(pictures: Path) -> Callable[[Sequence[WantedPages]], Iterator[Sequence[PageImage]]]:
    """The pictures that the run has, read before they are replaced: no document is opened again."""

    def draw(wanted: Sequence[WantedPages]) -> Iterator[Sequence[PageImage]]:
        for request in wanted:
            paths = ((page, pictures / f"{request.sha256}-{page}.png") for page in request.pages)
            images = (_image(page, path.read_bytes()) for page, path in paths if path.is_file())
            yield [image for image in images if image]

    return draw


def _image(page: int, png: bytes) -> PageImage | None:
    from PIL import Image  # here: only a page with pictures needs it

    with Image.open(BytesIO(png)) as image:
        width, height = image.size
    return None if width * height > _MOST_PIXELS else PageImage(page, width / _PIXELS_A_POINT, height / _PIXELS_A_POINT, png)

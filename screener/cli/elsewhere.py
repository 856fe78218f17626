"""Folders of a run that are not on this machine: copied before it, delivered after it."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import TYPE_CHECKING, Annotated, Any

import typer

from screener.errors import UsageError

if TYPE_CHECKING:
    from screener.batch import Source

Mirror = Annotated[
    Path | None,
    typer.Option("--mirror", metavar="DIR", help="Where copies from URLs are kept for the next run.", show_default="they are not kept"),
]

_ENDED = 128 + signal.SIGTERM


@contextmanager
def sources_of(paths: Sequence[str], mirror: Path | None) -> Iterator[list[Source]]:
    """What a run reads: the paths, and copies of what is elsewhere. Without `mirror` those are gone afterwards."""
    from screener.batch import copied
    from screener.remote import is_url, place_of

    urls = {path: place_of(path).shown for path in paths if is_url(path)}
    if not urls:
        yield [Path(path) for path in paths]
        return
    with _cleaning_up(), _folder_for_copies(mirror) as folder:
        # A folder each, called so that nothing in a URL can be part of a path.
        copies = {path: copied(path, folder / sha256(shown.encode()).hexdigest()[:16]) for path, shown in urls.items()}
        yield [copies[path] if path in copies else Path(path) for path in paths]


@contextmanager
def _folder_for_copies(mirror: Path | None) -> Iterator[Path]:
    if mirror is None:
        with TemporaryDirectory(prefix="screen-") as folder:
            yield Path(folder)
        return
    try:
        mirror.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UsageError(f"{mirror} cannot be used for copies of files: {error.strerror}.") from error
    yield mirror


class Outbox:
    """Where a report goes. folder: on this machine, to be written into first; failed: whether it could not be delivered from there."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder = folder
        self.failed = False
        self._url = url

    def deliver(self) -> str:
        """Put the report where it belongs, and return that place. Raises UsageError when it cannot be put there: then it stays here."""
        if not self._url:
            return str(self.folder)
        from screener.remote import apart, deliver
        from screener.report.folder import RECORD_NAME

        try:
            return apart(deliver, self.folder, self._url, last=RECORD_NAME).url
        except UsageError as error:
            self.failed = True
            raise UsageError(f"{error} The report was not delivered; it lies in {self.folder}.") from error


@contextmanager
def outbox_of(out: str, *, blind: bool) -> Iterator[Outbox]:
    """For a URL, a folder that holds of an earlier report there what a new one goes on from, and that is gone once it was delivered.

    Raises UsageError when nothing should be put there.
    """
    from screener.remote import apart, bring_back, is_url, place_of

    if not is_url(out):
        yield Outbox(Path(out), "")
        return
    place_of(out)
    if blind:
        raise UsageError("A blind run puts the key of who is who beside the report: name a folder of this machine with --out.")
    from screener.records.log import LOG_NAME
    from screener.report.folder import RECORD_NAME

    with _cleaning_up():
        outbox = Outbox(Path(mkdtemp(prefix="screen-")), out)
        try:
            apart(bring_back, out, outbox.folder, last=RECORD_NAME, names=(RECORD_NAME, LOG_NAME))
            yield outbox
        finally:
            if not outbox.failed:
                shutil.rmtree(outbox.folder, ignore_errors=True)


@contextmanager
def _cleaning_up() -> Iterator[None]:
    """SIGTERM ends the program by way of what is to be cleaned up, which a second one does not disturb; where a run listens for it, the
    run comes first."""
    ending = False

    def end(*_: Any) -> None:
        nonlocal ending
        ending = True
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        raise SystemExit(_ENDED)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        if not ending:
            signal.signal(signal.SIGTERM, before)

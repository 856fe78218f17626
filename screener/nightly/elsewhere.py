"""Inboxes and outboxes that are URLs: copied into the job's own folder before the work, and delivered from there after it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from screener.batch import Copy, copied
from screener.errors import ScreenerError, UsageError
from screener.nightly.config import Config, Posting
from screener.nightly.nights import Nights
from screener.nightly.places import Arrivals, Arrived, LocalPlaces, Places
from screener.nightly.settling import look, unsettled
from screener.nightly.state import write_whole
from screener.nightly.surroundings import Surroundings
from screener.remote import apart, deliver, is_url, place_of, put_text
from screener.report.folder import RECORD_NAME
from screener.report.jsonl import json_document

_INBOXES, _OUTBOXES = "inboxes", "outboxes"
_LATEST = "latest.txt"
"""Tells the name of the newest night, for a bucket knows no links."""


def places_of(config: Config) -> Places:
    """How this configuration's inboxes and outboxes are reached."""
    elsewhere = any(is_url(place) for posting in config.postings for place in (posting.inbox, posting.outbox))
    return PlacesAnywhere(config, config.state / _INBOXES) if elsewhere else LocalPlaces(config)


@contextmanager
def places_to_rehearse(config: Config) -> Iterator[Places]:
    """The same for a look at what there is: of what is elsewhere only the names are copied, and nothing of them stays."""
    with TemporaryDirectory(prefix="screen-") as folder:
        yield PlacesAnywhere(config, Path(folder), names_only=True)


class PlacesAnywhere:
    """Each inbox and each outbox is a folder of this machine or a URL.

    copies: the folder for copies of inboxes; names_only: see `copied`. Nights for elsewhere are made, and kept, in the state folder, where
    the night before is found; what lies at the URL is never read.
    """

    def __init__(self, config: Config, copies: Path, *, names_only: bool = False) -> None:
        self._config = config
        self._copies = copies
        self._names_only = names_only
        self._local = LocalPlaces(config)

    def fetch(self, postings: Sequence[Posting], around: Surroundings) -> Arrivals:
        here = [posting for posting in postings if not is_url(posting.inbox)]
        arrivals = dict(self._local.fetch(here, around)) if here else {}
        found = {posting.id: self._copy(posting) for posting in postings if is_url(posting.inbox)}
        # What is written bit by bit is looked at twice, as it is in a folder of this machine.
        twice = [posting for posting in postings if not self._names_only and posting.id in found and not place_of(posting.inbox).flat]
        first = {posting.id: look(copy.path) for posting in twice if isinstance(copy := found[posting.id], Copy)}
        if first and self._config.settle.watch:
            around.sleep(self._config.settle.watch)
        for posting in twice:
            found[posting.id] = self._copy(posting)
        for name, copy in found.items():
            if isinstance(copy, ScreenerError):
                arrivals[name] = copy
            else:
                changing = unsettled(first[name], look(copy.path), around.now(), self._config.settle.age) if name in first else frozenset()
                arrivals[name] = Arrived(copy.path, changing, copy)
        return arrivals

    def nights_folder(self, posting: Posting) -> Path:
        return self._config.state / _OUTBOXES / posting.id if is_url(posting.outbox) else self._local.nights_folder(posting)

    def deliver(self, posting: Posting) -> None:
        try:
            if is_url(posting.outbox):
                self._deliver(posting)
        except RuntimeError as error:
            raise _mistake(error) from error

    def _deliver(self, posting: Posting) -> None:
        nights, note = self.nights_folder(posting), self._config.state / _OUTBOXES / f"{posting.id}.json"
        delivered = _read_note(note, place_of(posting.outbox).shown)
        for folder in _folders(nights):
            mark = _mark(folder)
            if delivered.get(folder.name) != mark:
                url = f"{posting.outbox.rstrip('/')}/{folder.name}"
                apart(deliver, folder, url, last=RECORD_NAME, ended=not (folder / RECORD_NAME).exists())
                delivered[folder.name] = mark
                _write_note(note, place_of(posting.outbox).shown, delivered)
        newest = [night.folder.name for night in Nights(nights).all()][-1:]
        if newest and delivered.get(_LATEST) != newest[0]:
            apart(put_text, f"{posting.outbox.rstrip('/')}/{_LATEST}", f"{newest[0]}\n")
            _write_note(note, place_of(posting.outbox).shown, delivered | {_LATEST: newest[0]})

    def _copy(self, posting: Posting) -> Copy | ScreenerError:
        try:
            return copied(posting.inbox, self._copies / posting.id, may_be_empty=True, names_only=self._names_only)
        except ScreenerError as error:
            return error
        except RuntimeError as error:
            return _mistake(error)


def _mistake(error: RuntimeError) -> UsageError:
    """One of this program, of which only the kind is told (see `apart`): it costs the posting and not the night."""
    return UsageError(f"A mistake of the program: {error}.")


def _folders(nights: Path) -> list[Path]:
    """Of nights, and of what is left of those that were deleted."""
    return sorted(path for path in nights.iterdir() if path.is_dir() and not path.is_symlink() and not path.name.startswith("."))


def _mark(folder: Path) -> str:
    """Changes whenever a file of the folder does, told by size and time."""
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    seen = [(path.relative_to(folder).as_posix(), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return sha256(repr(seen).encode()).hexdigest()


def _read_note(path: Path, url: str) -> dict[str, str]:
    """What was delivered to the URL; nothing where that is not known: then it is delivered again, which costs a look."""
    try:
        note = json.loads(path.read_bytes())
        return {str(name): str(mark) for name, mark in note["delivered"].items()} if note["url"] == url else {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _write_note(path: Path, url: str, delivered: dict[str, str]) -> None:
    write_whole(path, json_document({"url": url, "delivered": delivered}))

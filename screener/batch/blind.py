"""What the outputs of a run may tell: everything, or all but who the people are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from screener.batch.waiting import Waiting, take_up
from screener.decision import Screening
from screener.document import Document
from screener.report import Draw, RunRecord
from screener.report.blind import Blind, KeyEntry, blinded, blinded_ignored, draw_blinded, key_path, pseudonyms, write_key
from screener.resume import Resume


@dataclass(frozen=True, slots=True)
class Blinding:
    """That a run is blind. schools: names of schools are masked as well."""

    schools: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """What the outputs tell: the record, each screening, where files lie, and pictures of pages."""

    record: RunRecord
    show: Callable[[Screening], Screening]
    locate: Callable[[str], Path | None]
    draw: Draw


def hidden(everybody: Iterable[Waiting], folder: Path, blinding: Blinding) -> Blind:
    """Pseudonyms for everybody; who is who goes into the key of the run in `folder`. everybody: can be gone through more than once."""
    names = pseudonyms((waiting.file, waiting.sha256) for waiting in everybody)
    write_key(key_path(folder), (_entry(waiting, names[waiting.file]) for waiting in everybody))
    return Blind(names, blinding.schools)


def blindly(record: RunRecord, everybody: Iterable[Waiting], blind: Blind) -> Telling:
    """All but who the people are. everybody: as above."""
    options = {**record.options, "blind": "identities and schools" if blind.schools else "identities"}
    return Telling(
        replace(record, ignored=blinded_ignored(record.ignored), options=options),
        partial(blinded, blind=blind),
        lambda _: None,
        lambda wanted: draw_blinded(wanted, _documents(everybody, blind)),
    )


def _entry(waiting: Waiting, pseudonym: str) -> KeyEntry:
    known = take_up(waiting)
    name = known.contact.name if isinstance(known, Resume) else None
    return KeyEntry(pseudonym, waiting.file, waiting.sha256, name.text if name else "")


def _documents(everybody: Iterable[Waiting], blind: Blind) -> Iterator[tuple[str, Document]]:
    for waiting in everybody:
        known = take_up(waiting)
        if isinstance(known, Resume):
            screening = blinded(Screening(waiting.file, waiting.sha256, resume=known), blind)
            assert screening.resume is not None  # it had one
            yield screening.file, screening.resume.document

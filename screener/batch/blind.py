"""What the outputs of a run may tell: everything, or all but who the people are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from screener.batch.waiting import Show, Waiting, take_up
from screener.decision import Screening
from screener.document import Document
from screener.report import Draw, RunRecord
from screener.report.blind import Blind, KeyEntry, blinded, blinded_ignored, draw_blinded, key_path, pseudonyms, write_key


@dataclass(frozen=True, slots=True)
class Blinding:
    """That a run is blind. schools: names of schools are masked as well."""

    schools: bool = False


@dataclass(frozen=True, slots=True)
class Telling:
    """What the outputs tell: the record, each screening, where files lie, and pictures of pages."""

    record: RunRecord
    show: Show
    locate: Callable[[str], Path | None]
    draw: Draw


def hidden(everybody: Iterable[Waiting], folder: Path, blinding: Blinding) -> Blind:
    """Pseudonyms for everybody; who is who goes into the key of the run in `folder`. everybody: can be gone through more than once."""
    names = pseudonyms((waiting.file, waiting.sha256) for waiting in everybody)
    write_key(key_path(folder), (_entry(take_up(waiting), names[waiting.file]) for waiting in everybody))
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


def _entry(screening: Screening, pseudonym: str) -> KeyEntry:
    return KeyEntry(pseudonym, screening.file, screening.sha256, screening.name)


def _documents(everybody: Iterable[Waiting], blind: Blind) -> Iterator[tuple[str, Document]]:
    for waiting in everybody:
        screening = blinded(take_up(waiting), blind)
        if screening.resume:
            yield screening.file, screening.resume.document

"""What travels between the machine of a run and the workers of a cluster."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from screener.batch.confine import Limits
from screener.batch.inputs import InputFile
from screener.batch.worker import Found, Options


@dataclass(frozen=True, slots=True)
class Order:
    """What is done with every document of a run. make: see `Reading`; a function that can be pickled.

    keep: whether the cache wants the readings. versions: what a worker must have too (see `record.versions`).
    """

    options: Options
    make: Callable[[InputFile, Found], Any]
    limits: Limits
    keep: bool
    versions: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parcel:
    """One document on its way. name: of its file in the run."""

    name: str
    sha256: str
    contents: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of one document. made: what the order makes of it. content, likeness: for the cache, packed."""

    made: Any = field(repr=False)
    content: bytes | None = field(default=None, repr=False)
    likeness: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a worker cannot read: the end of a sentence that begins with its name."""

    reason: str


Told = tuple[Answer, ...] | Refusal
"""What a worker says to some parcels: an answer to each, or why there is none."""

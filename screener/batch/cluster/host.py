"""`python -m screener.batch.cluster.host NUMBER`: reads documents for one worker of a cluster, in a child process with limits.

A process of its own, because workers run threads and event loops, which do not survive a fork, and mostly may not have children that
`multiprocessing` starts. NUMBER: the descriptor of the connection to the worker. It ends with the worker, or when nothing was asked of it
for a while.
"""

from __future__ import annotations

import os
import pickle
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from screener.batch.cluster.order import Answer, Order, Parcel, Refusal, Told
from screener.batch.engine import warm_parser
from screener.batch.failures import KILLED, failure_of
from screener.batch.inputs import InputFile
from screener.batch.likeness import likeness_of
from screener.batch.pool import KeptChild
from screener.batch.record import versions
from screener.batch.worker import Found, Options, may_be_kept
from screener.cache import Known, pack, settled
from screener.decision import Failure
from screener.extract.legacy import find_converter
from screener.extract.ocr import find_tool
from screener.screening import read_bytes_of_resume

if TYPE_CHECKING:
    from screener.parse import Parser

_IDLE_SECONDS = 600.0
"""After so long without a request the process ends: a cluster's memory is not for one run alone."""


def main() -> None:
    """Answer requests, each an order (pickled, so that an unchanged one is known by its bytes) and the parcels."""
    connection: Connection[Told, tuple[bytes, Sequence[Parcel]]] = Connection(int(sys.argv[1]))
    parser = warm_parser()
    known, child, refusal = b"", None, None
    while connection.poll(_IDLE_SECONDS):
        try:
            order, parcels = connection.recv()
        except EOFError:
            break
        if order != known:
            if child:
                child.close()
            known, (child, refusal) = order, _prepared(pickle.loads(order), parser)
        # Whatever can be received while there is work is the end of the worker: it asks for one thing at a time.
        connection.send(refusal or tuple(child.do(parcels, stop=lambda: connection.poll(0))) if child else refusal or ())
    if child:
        child.close()


def _prepared(order: Order, parser: Parser) -> tuple[KeptChild[Parcel, Answer] | None, Refusal | None]:
    """A child that follows the order; or why it cannot be followed here."""
    options = _as_here(order.options)
    if differing := differences(order.versions, versions(options)):
        return None, Refusal(f"has other versions than this machine ({differing})")

    def answer(parcel: Parcel, known: Known, *, keep: bool = True) -> Answer:
        known, data = settled(known)
        content, likeness = None if data is None else pack(data), likeness_of(known)
        made = order.make(InputFile(Path(), parcel.name), Found(parcel.sha256, known, content=content, likeness=likeness))
        return Answer(made, content if keep and order.keep and may_be_kept(known) else None, likeness)

    def work(parcel: Parcel) -> Answer:
        try:
            known: Known = read_bytes_of_resume(parcel.contents, parser, options.how)
        except Exception as error:  # noqa: BLE001 - a mistake of this program in one document must not cost the others their rows
            known = failure_of(error)
        return answer(parcel, known)

    def lose(parcel: Parcel, failure: Failure) -> Answer:
        return answer(parcel, failure, keep=failure is not KILLED)

    return KeptChild(work, lose, order.limits), None


def _as_here(options: Options) -> Options:
    """The options with the programs of this machine in the place of the other's."""
    path = os.environ.get("PATH", os.defpath)
    tool = find_tool(path, os.environ.get("TESSDATA_PREFIX", "")) if options.ocr_tool else None
    return replace(options, ocr_tool=tool, converter=find_converter(path) if options.converter else "")


def differences(there: Mapping[str, str], here: Mapping[str, str]) -> str:
    """What two machines have not in common, for a person; empty when they are alike. there: the one that asks."""
    names = [name for name in {**there, **here} if there.get(name) != here.get(name)]
    return ", ".join(_difference(name, here.get(name, "none"), there.get(name, "none")) for name in names)


def _difference(name: str, here: str, there: str) -> str:
    return name if name in ("program", "taxonomy") else f"{name} {here} instead of {there}"  # those two are long digests


if __name__ == "__main__":
    main()

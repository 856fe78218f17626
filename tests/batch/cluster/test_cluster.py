"""A Dask cluster gives the same bytes as this machine alone, whatever becomes of its workers."""

from __future__ import annotations

import json
import pickle
import signal
import sys
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from screener.batch import Engine, Limits, Options, dask_engine, find_inputs, on_this_machine, run_roles, run_screening, screen_files
from screener.batch.cluster import client, host, sending
from screener.batch.cluster.client import Cluster
from screener.batch.cluster.order import Answer, Order
from screener.batch.record import versions
from screener.batch.screen import Judging, read_into
from screener.batch.worker import limits_for
from screener.cache import CacheSettings
from screener.decision import Screening
from screener.errors import UsageError
from screener.rules import load_role
from tests.batch.cluster.machines import Machines, machines, wait_for
from tests.hostile.corpus import FILES

SAMPLES = Path(__file__).parents[3] / "samples/resumes"
OPTIONS = Options(load_role("senior-backend"), date(2026, 11, 1), ocr="off")
Folder = dict[str, bytes]


def outputs(folder: Path) -> Folder:
    return {path.name: path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix != ".xlsx"}


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The samples, an archive of some, and a file that uses up the memory it is given."""
    folder = tmp_path_factory.mktemp("inbox")
    for path in SAMPLES.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    with zipfile.ZipFile(folder / "sent together.zip", "w") as archive:
        for path in sorted(SAMPLES.glob("*.pdf"))[:2]:
            archive.writestr(path.name, path.read_bytes() + b"\n%")
    (folder / "endless.pdf").write_bytes(FILES["drawing bomb.pdf"]())
    return folder


@pytest.fixture(scope="module")
def here() -> list[Screening]:
    """The samples, screened on this machine."""
    return list(screen_files(find_inputs([SAMPLES]).files, OPTIONS, jobs=2))


@pytest.fixture(scope="module")
def limits() -> Limits:
    return Limits(computing=1)


@pytest.fixture(scope="module")
def local(inbox: Path, limits: Limits, tmp_path_factory: pytest.TempPathFactory) -> Folder:
    """The report as this machine writes it. Links lead from a report to the files, so all reports lie equally deep and far."""
    folder = tmp_path_factory.mktemp("reports") / "local"
    run_screening([inbox], OPTIONS, folder, pages="none", jobs=2, limits=limits)
    return outputs(folder)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Machines]:
    """A scheduler and one worker, with a nanny."""
    with machines(tmp_path_factory.mktemp("cluster")) as cluster:
        cluster.start_worker()
        with Cluster(cluster.address, print) as connection:
            wait_for(lambda: len(connection.workers()) == 1)
        yield cluster


@pytest.fixture
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reports") / "cluster"


@pytest.fixture
def warnings() -> list[str]:
    return []


@pytest.fixture
def engine(cluster: Machines, warnings: list[str]) -> Iterator[Engine]:
    with dask_engine(cluster.address, OPTIONS, warnings.append) as engine:
        yield engine


def screened(inbox: Path, engine: Engine, **more: Any) -> list[Screening]:
    how = {"limits": limits_for(OPTIONS.how), **more}
    return list(read_into(find_inputs([inbox]).files, OPTIONS, Judging(OPTIONS), jobs=2, engine=engine, **how))


def test_a_worker_that_is_killed_midway_costs_no_row_and_changes_no_byte(
    cluster: Machines, inbox: Path, local: Folder, limits: Limits, place: Path, warnings: list[str]
) -> None:
    victim = cluster.start_worker(nanny=False)
    with Cluster(cluster.address, print) as connection:
        wait_for(lambda: len(connection.workers()) == 2)

    def killing(rows: Iterator[Any], _total: int) -> Iterator[Any]:
        yield next(rows)
        victim.send_signal(signal.SIGKILL)
        yield from rows

    settings = CacheSettings(place.with_name("cache"))
    with dask_engine(cluster.address, OPTIONS, warnings.append) as engine:
        run = run_screening([inbox], OPTIONS, place, pages="none", jobs=2, limits=limits, cache=settings, watch=killing, engine=engine)
    assert victim.wait() == -signal.SIGKILL
    assert not run.partial
    assert outputs(place) == local
    assert warnings == []
    again = place.with_name("again12")  # as long a name
    with dask_engine(cluster.address, OPTIONS, warnings.append) as engine:
        run_screening([inbox], OPTIONS, again, pages="none", limits=limits, cache=settings, engine=engine)
    assert outputs(again) == local


def test_what_the_cache_knows_is_not_sent(engine: Engine, inbox: Path, place: Path, limits: Limits, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = CacheSettings(place.with_name("cache"))
    run_screening([inbox], OPTIONS, place, formats=["csv"], limits=limits, cache=settings, engine=engine)
    sent = count_sent(monkeypatch)
    run_screening([inbox], OPTIONS, place, formats=["csv"], limits=limits, cache=settings, engine=engine)
    assert sent == []


def count_sent(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many documents each sheaf held that was sent from now on."""
    sent: list[int] = []
    send = Cluster.send

    def counting(self: Cluster, order: bytes, parcels: Any) -> Any:
        sent.append(len(parcels))
        return send(self, order, parcels)

    monkeypatch.setattr(Cluster, "send", counting)
    return sent


def test_a_hostile_file_costs_its_own_row_and_no_worker(cluster: Machines, engine: Engine, inbox: Path, limits: Limits) -> None:
    with Cluster(cluster.address, print) as connection:
        before = connection.workers()
        rows = screened(inbox, engine, limits=limits)
        assert connection.workers() == before
    assert [row.failure.code for row in rows if row.file == "endless.pdf" and row.failure] == ["too-large"]
    assert rows == list(screen_files(find_inputs([inbox]).files, OPTIONS, jobs=2, limits=limits))


def test_several_roles_are_judged_where_the_document_is_read(engine: Engine, tmp_path: Path) -> None:
    roles = [OPTIONS, replace(OPTIONS, role=load_role("data-engineer"))]
    for name, each in (("a", engine), ("b", on_this_machine)):
        run_roles([SAMPLES], roles, tmp_path / name, formats=["csv", "jsonl"], engine=each)
    assert outputs(tmp_path / "a") == outputs(tmp_path / "b")


def test_few_documents_are_on_their_way_at_once(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "_MOST_TOGETHER", 1)
    sent = count_sent(monkeypatch)
    most, received = 0, 0
    receive = Cluster.receive

    def counting(self: Cluster, future: Any, stop: Callable[[], bool]) -> tuple[Answer, ...] | None:
        nonlocal most, received
        most = max(most, len(sent) - received)
        received += 1
        return receive(self, future, stop)

    monkeypatch.setattr(Cluster, "receive", counting)
    assert len(screened(SAMPLES, engine)) == len(find_inputs([SAMPLES]).files)
    assert 1 < most <= 3  # for a cluster of one thread


def test_a_run_that_is_stopped_reports_what_is_done(engine: Engine, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "_MOST_TOGETHER", 2)
    asked = count()
    run = run_screening([SAMPLES], OPTIONS, place, pages="none", engine=engine, stop=lambda: next(asked) > 25)
    record = json.loads((place / "run.json").read_text())
    assert run.partial
    assert record["partial"] is True
    assert 0 < record["counts"]["files"] < len(run.inputs.files)


def test_what_is_too_large_to_travel_is_read_here(
    engine: Engine, here: list[Screening], warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "LARGEST_SENT", 10_000)
    sent = count_sent(monkeypatch)
    assert screened(SAMPLES, engine) == here
    assert 0 < sum(sent) < len(here)
    assert warnings == []


def test_a_worker_of_another_version_that_joins_late_reads_nothing(
    engine: Engine, here: list[Screening], warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sending, "versions", lambda options: versions(options) | {"numpy": "0.1"})
    assert screened(SAMPLES, engine) == here
    assert len(warnings) == 1
    assert warnings[0].startswith("A worker has other versions than this machine (numpy ")
    assert warnings[0].endswith(" instead of 0.1): what it was given is read on this machine.")


def test_a_worker_of_another_version_is_refused_before_anything_is_read(cluster: Machines) -> None:
    order = Order(OPTIONS, Judging(OPTIONS), Limits(), False, versions(OPTIONS) | {"taxonomy": "0"})
    with Cluster(cluster.address, print) as connection, pytest.raises(UsageError, match=r"^The worker tcp://\S+ has other versions .*taxonomy"):
        connection.check(pickle.dumps(order))


def test_only_what_differs_is_named() -> None:
    assert host.differences({"a": "1", "b": "2"}, {"a": "1", "b": "2"}) == ""
    assert host.differences({"a": "1", "b": "2", "program": "x"}, {"a": "1", "b": "3", "c": "4", "program": "y"}) == (
        "b 3 instead of 2, program, c 4 instead of none"
    )


def test_nothing_of_a_document_and_no_name_of_a_file_is_in_the_cluster_s_logs(cluster: Machines, engine: Engine) -> None:
    rows = screened(SAMPLES, engine)
    logs = cluster.logs()
    assert "Starting" in logs
    assert [row.file for row in rows if row.file in logs] == []
    assert "Quansah" not in logs


def test_a_cluster_without_workers_is_told_and_one_that_loses_all_is_done_without(
    tmp_path: Path, here: list[Screening], warnings: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_ALONE_SECONDS", 0.5)
    monkeypatch.setattr(client, "_FETCH_SECONDS", 0.5)
    with machines(tmp_path) as cluster:
        with pytest.raises(UsageError, match="has no workers"), dask_engine(cluster.address, OPTIONS, warnings.append):
            pass
        worker = cluster.start_worker(nanny=False)
        with Cluster(cluster.address, print) as connection:
            wait_for(lambda: len(connection.workers()) == 1)
        with dask_engine(cluster.address, OPTIONS, warnings.append) as engine:
            worker.kill()
            assert screened(SAMPLES, engine) == here
    assert warnings[-1:] == ["No worker of the cluster is left: documents are read on this machine until there is one."]


def test_where_no_scheduler_answers_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "_CONNECT_SECONDS", 1)
    with pytest.raises(UsageError, match=r"^No Dask scheduler answers at tcp://127.0.0.1:9 "):
        Cluster("tcp://127.0.0.1:9", print)
    with pytest.raises(UsageError, match=r"^No Dask scheduler answers at no address "):
        Cluster("no address", print)


def test_without_dask_a_sentence_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"pip install 'screen-resumes\[dask\]'"):
        Cluster("tcp://127.0.0.1:9", print)

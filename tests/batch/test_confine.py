"""What a child process may use, and what happens to the document that makes it use more."""

from __future__ import annotations

import os
import resource
import socket
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from screener.batch.inputs import InputFile
from screener.batch.pool import Limits, run_pool

FILES = [InputFile(Path(f"{number}.pdf"), f"{number}.pdf") for number in range(4)]


def told(harm: Callable[[], str], limits: Limits) -> list[str]:
    """What becomes of four files of which the second one does `harm`."""
    return list(
        run_pool(FILES, lambda file: harm() if file.name == "1.pdf" else "read", lambda _, failure: failure.code, jobs=1, limits=limits)
    )


def compute() -> str:
    while True:
        pass


def open_many() -> str:
    try:
        files = [Path("/dev/null").open() for _ in range(500)]  # noqa: SIM115 - the point is to keep them open
    except OSError as error:
        return error.strerror or ""
    return f"{len(files)} files were opened"


def write_much(path: Path) -> str:
    try:
        path.write_bytes(bytes(2 << 20))
    except OSError as error:
        return error.strerror or ""
    return "2 MB were written"


def call_out(port: int) -> str:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=5).close()
    except OSError:
        return "no way out"
    return "connected"


def attempt(connection: socket.socket) -> str:
    try:
        connection.send(b"hello")
    except OSError as error:
        return error.strerror or ""
    return "sent"


def raise_limits() -> str:
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (4096, 4096))
        resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (ValueError, OSError):
        return "refused"
    return "raised"


def test_endless_computing_ends_by_the_processor_s_clock() -> None:
    assert told(compute, Limits(computing=1)) == ["read", "timed-out", "read", "read"]


def test_time_used_by_earlier_documents_is_not_counted_against_later_ones() -> None:
    def work(_: InputFile) -> str:
        started = time.process_time()
        while time.process_time() < started + 0.6:
            pass
        return "read"

    assert list(run_pool(FILES, work, lambda _, failure: failure.code, jobs=1, limits=Limits(computing=1))) == ["read"] * 4


def test_few_files_can_be_open_at_once() -> None:
    assert told(open_many, Limits(files=32))[1] == "Too many open files"


def test_little_can_be_written(tmp_path: Path) -> None:
    assert told(lambda: write_much(tmp_path / "big"), Limits(written=1 << 20))[1] == "File too large"


def test_limits_cannot_be_raised_from_within() -> None:
    def attempt() -> str:
        if os.geteuid() == 0:
            os.setuid(65534)  # root may raise any limit; what is tested is that nobody else can
        return raise_limits()

    assert told(attempt, Limits())[1] == "refused"


def test_no_child_reaches_the_network_where_the_system_allows_that_to_be_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert call_out(port) == "connected"
        reached = told(lambda: call_out(port), Limits())[1]
    assert (reached == "no way out") is _may_leave_the_network()


def _may_leave_the_network() -> bool:
    """Whether this system lets a process of this user have a network of its own."""
    import ctypes

    child = os.fork()
    if child == 0:
        flags = 0x40000000 if os.geteuid() == 0 else 0x50000000
        os._exit(0 if ctypes.CDLL(None).unshare(flags) == 0 else 1)
    return os.waitpid(child, 0)[1] == 0


def test_a_connection_that_the_parent_has_open_is_of_no_use_to_a_child() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server, socket.create_connection(server.getsockname()) as ours:
        theirs, _ = server.accept()
        with theirs:
            assert told(lambda: attempt(ours), Limits())[1] == "Socket operation on non-socket"
            theirs.setblocking(False)
            with pytest.raises(BlockingIOError):
                theirs.recv(5)
            assert ours.send(b"hello") == 5  # the parent's own stays
            theirs.setblocking(True)
            assert theirs.recv(5) == b"hello"


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_run_that_is_told_to_stop_gives_what_is_done_in_order(jobs: int) -> None:
    given: list[int] = []
    for number in run_pool(range(200), lambda task: task, lambda task, _: task, jobs=jobs, limits=Limits(), stop=lambda: len(given) >= 5):
        given.append(number)
    assert 5 <= len(given) < 200
    assert given == sorted(set(given))


def test_what_is_printed_while_a_document_is_read_reaches_nobody(capfd: pytest.CaptureFixture[str]) -> None:
    def talk() -> str:
        os.write(1, b"Testova")
        os.write(2, b"Testova")
        print("Testova", flush=True)
        os.abort()

    assert told(talk, Limits()) == ["read", "crashed", "read", "read"]
    said = capfd.readouterr()
    assert "Testova" not in said.out + said.err

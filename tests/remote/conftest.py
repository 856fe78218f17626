from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.remote.servers import S3Server, set_up_access


@pytest.fixture(scope="session")
def _s3_server() -> Iterator[S3Server]:
    server = S3Server()
    server.start()
    yield server
    server.stop()


@pytest.fixture
def s3(_s3_server: S3Server, monkeypatch: pytest.MonkeyPatch) -> S3Server:
    """An empty bucket on a server of our own, to which this process and its children have access."""
    _s3_server.empty()
    set_up_access(monkeypatch, _s3_server)
    return _s3_server

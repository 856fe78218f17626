"""`screen run --engine`: what a command line can get wrong. What a cluster does is tested in tests/batch/cluster."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.batch.cluster import client
from tests.cli.conftest import Shell


@pytest.mark.parametrize("options", [("--engine", "dask"), ("--scheduler", "tcp://127.0.0.1:9")])
def test_an_engine_and_its_scheduler_belong_together(shell: Shell, inbox: Path, tmp_path: Path, options: tuple[str, ...]) -> None:
    said = shell("run", inbox, "--role", "senior-backend", "--out", tmp_path / "out", *options)
    assert said.status == 2
    assert said.err == "screen: --engine dask and --scheduler ADDRESS belong together: give both, or neither.\n"
    assert not (tmp_path / "out").exists()


def test_a_scheduler_that_does_not_answer_is_told_before_anything_is_made(
    shell: Shell, inbox: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(client, "_CONNECT_SECONDS", 1)
    said = shell("run", inbox, "--role", "senior-backend", "--out", tmp_path / "out", "--engine", "dask", "--scheduler", "tcp://127.0.0.1:9")
    assert said.status == 2
    assert said.err.startswith("screen: No Dask scheduler answers at tcp://127.0.0.1:9 ")
    assert not (tmp_path / "out").exists()

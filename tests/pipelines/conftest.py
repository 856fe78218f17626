"""One parser for all nights of a test session: to build it takes longer than everything that is tested here."""

from __future__ import annotations

import pytest

from tests.nightly.builders import one_parser


@pytest.fixture(autouse=True)
def _one_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screener.parse.build_parser", one_parser)

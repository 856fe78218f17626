"""What fuzzing has found stays found: every file in crashes/, by the target that it was found with, is read or refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.batch.pool import Limits, run_pool
from screener.extract import EXTRACTORS
from tests.fuzz.targets import TARGETS

_KEPT = sorted(path for path in (Path(__file__).parent / "crashes").rglob("*") if path.is_file())


def test_there_is_a_target_for_every_kind_of_file() -> None:
    assert EXTRACTORS.keys() - {"image"} <= TARGETS.keys()  # pictures are read by Tesseract alone
    assert {"mail", "zip", "dates", "degrees", "skills", "role", "decisions"} <= TARGETS.keys()


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_stands_its_own_seeds(name: str) -> None:
    for seed in TARGETS[name].seeds()[:8]:
        TARGETS[name].run(seed)


def test_what_was_found_once_is_read_or_refused_and_takes_no_more_than_its_share() -> None:
    def read(path: Path) -> str:
        try:
            TARGETS[path.parent.name].run(path.read_bytes())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is what the test is about
            return f"{path.parent.name}/{path.name}: {type(error).__name__}"
        return ""

    assert len(_KEPT) > 3
    found = run_pool(_KEPT, read, lambda path, failure: f"{path.name}: {failure.message}", jobs=1, limits=Limits(computing=5))
    assert [problem for problem in found if problem] == []

"""Three nights in a row leave what was read and kept in three-nights."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pipelines.three_nights import GOLDENS, run


def test_three_nights_leave_what_was_read_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    left = run(tmp_path, lambda: capsys.readouterr().out, monkeypatch.setattr)
    kept = {path.relative_to(GOLDENS).as_posix(): path.read_text(encoding="utf-8") for path in GOLDENS.rglob("*") if path.is_file()}
    assert sorted(left) == sorted(kept)
    for name, text in left.items():
        assert text == kept[name], f"{name}: python -m tests.pipelines.three_nights writes it anew"

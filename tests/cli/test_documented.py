"""What the documentation shows is what the commands print."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.documented import PAGES, ROOT, replayed


@pytest.mark.parametrize("name", PAGES)
def test_every_session_of_the_page_is_as_it_is_now(name: str, tmp_path: Path) -> None:
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert replayed(page, tmp_path) == page
    for picture in tmp_path.glob("*.svg"):
        assert picture.read_bytes() == (ROOT / "docs" / "images" / picture.name).read_bytes()

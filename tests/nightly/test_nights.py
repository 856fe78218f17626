"""The folders of an outbox: whole or not there, none replaced, `latest` always the newest."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.nightly.nights import Nights
from tests.nightly.builders import DAY


def night(nights: Nights, day: date, record: str = "{}") -> str:
    working = nights.begin()
    (working / "run.json").write_text(record)
    name = nights.publish(working, day).folder.name
    nights.point_latest()
    return name


def latest(nights: Nights) -> str:
    return str((nights.outbox / "latest").readlink())


def test_a_night_has_the_name_of_its_day_and_later_ones_of_the_day_a_number(tmp_path: Path) -> None:
    nights = Nights(tmp_path / "out")
    assert [night(nights, DAY), night(nights, DAY), night(nights, DAY)] == ["2026-11-01", "2026-11-01-2", "2026-11-01-3"]
    assert latest(nights) == "2026-11-01-3"
    assert nights.outbox.stat().st_mode & 0o077 == 0


def test_nine_and_ten_are_in_order(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    for _ in range(11):
        night(nights, DAY)
    assert [each.number for each in nights.all()] == list(range(1, 12))
    assert latest(nights) == "2026-11-01-11"


def test_latest_stays_where_it_is_when_an_earlier_day_is_made_up_for(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    night(nights, DAY)
    assert night(nights, DAY - timedelta(days=3)) == "2026-10-29"
    assert latest(nights) == "2026-11-01"


def test_a_number_whose_night_was_deleted_is_not_given_again(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    night(nights, DAY)
    (tmp_path / "2026-11-01/run.json").unlink()
    (tmp_path / "2026-11-01/tombstone.json").write_text("{}")
    nights.point_latest()
    assert not (tmp_path / "latest").is_symlink()
    assert night(nights, DAY) == "2026-11-01-2"


def test_a_night_that_is_being_deleted_is_none(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    night(nights, DAY)
    (tmp_path / "2026-11-01/tombstone.json").write_text("{}")
    assert nights.all() == ()


def test_the_night_before_is_the_last_of_an_earlier_day(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    assert nights.before(DAY) is None
    for day in (DAY - timedelta(days=4), DAY - timedelta(days=2), DAY - timedelta(days=2), DAY):
        night(nights, day)
    before = nights.before(DAY)
    assert before
    assert before.folder.name == "2026-10-30-2"


def test_what_is_not_a_nights_folder_is_left_alone(tmp_path: Path) -> None:
    for name in ("2026-13-01", "2026-11-01-1", "2026-11-01-02", "2026-11-01-x", "notes"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "run.json").write_text("{}")
    (tmp_path / "2026-10-01").write_text("a file")
    (tmp_path / "2026-10-02").symlink_to("notes")
    assert Nights(tmp_path).all() == ()


def test_the_same_record_is_the_same_night(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    night(nights, DAY, "a")
    night(nights, DAY, "b")
    working = nights.begin()
    (working / "run.json").write_text("b")
    same = nights.same(working, DAY)
    assert same
    assert same.folder.name == "2026-11-01-2"
    assert nights.same(working, DAY + timedelta(days=1)) is None


def test_what_a_dead_run_left_is_cleared(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    assert not nights.clear()
    (nights.begin() / "candidates.csv").write_text("half")
    (tmp_path / ".latest").symlink_to("2026-11-01")
    assert nights.clear()
    assert list(tmp_path.iterdir()) == []


def test_a_link_that_leads_elsewhere_is_not_followed_when_it_is_cleared(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter.txt").write_text("keep")
    (tmp_path / "out").mkdir()
    (tmp_path / "out/.working").symlink_to(tmp_path / "mine")
    assert Nights(tmp_path / "out").clear()
    assert (tmp_path / "mine/letter.txt").read_text() == "keep"


def test_a_folder_of_somebody_called_latest_is_told(tmp_path: Path) -> None:
    nights = Nights(tmp_path)
    (tmp_path / "latest").mkdir()
    with pytest.raises(UsageError, match="is not a link of this program"):
        night(nights, DAY)


def test_an_outbox_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="cannot be written to: Not a directory"):
        Nights(tmp_path / "file/out").begin()

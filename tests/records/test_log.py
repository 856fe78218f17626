"""The log: only added to, and every other change shows."""

from __future__ import annotations

import json
import threading
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.errors import UsageError
from screener.records import LOG_NAME, add_event, read_log
from screener.records.log import erase_events, not_answered_for
from tests.records.builders import NOW


def run_with(folder: Path, events: int) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "run.json").write_text("{}")
    (folder / LOG_NAME).unlink(missing_ok=True)
    for number in range(events):
        add_event(folder, "decided", NOW, person=f"p{number}", note="é")
    return folder


def test_each_line_carries_the_hash_of_the_one_before(tmp_path: Path) -> None:
    import hashlib

    lines = (run_with(tmp_path, 3) / LOG_NAME).read_bytes().splitlines()
    assert json.loads(lines[0])["before"] == "0" * 64
    assert [json.loads(line)["before"] for line in lines[1:]] == [hashlib.sha256(line).hexdigest() for line in lines[:-1]]
    assert read_log(tmp_path).problems == ()
    assert read_log(tmp_path).head == hashlib.sha256(lines[-1]).hexdigest()


def test_moments_are_told_in_utc(tmp_path: Path) -> None:
    assert add_event(run_with(tmp_path, 0), "revealed", NOW).data["at"] == "2026-11-24T12:30:00Z"


def test_its_owner_alone_can_read_it(tmp_path: Path) -> None:
    assert (run_with(tmp_path, 1) / LOG_NAME).stat().st_mode & 0o777 == 0o600


def test_a_folder_without_a_run_has_no_log(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no run"):
        add_event(tmp_path, "decided", NOW)
    assert read_log(tmp_path).events == ()


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 6), st.data())
def test_any_change_to_a_line_that_another_follows_shows(tmp_path_factory: pytest.TempPathFactory, count: int, data: st.DataObject) -> None:
    folder = run_with(tmp_path_factory.mktemp("run"), count)
    lines = (folder / LOG_NAME).read_bytes().splitlines(keepends=True)
    place = data.draw(st.integers(0, count - 2))
    change = data.draw(st.sampled_from(["byte", "drop", "double", "swap", "empty"]))
    if change == "byte":
        at = data.draw(st.integers(0, len(lines[place]) - 2))
        lines[place] = lines[place][:at] + bytes([(lines[place][at] + 1) % 128 or 1]) + lines[place][at + 1 :]
    elif change == "drop":
        del lines[place]
    elif change == "double":
        lines.insert(place, lines[place])
    elif change == "swap":
        lines[place], lines[place + 1] = lines[place + 1], lines[place]
    else:
        lines[place] = b'{"event":"erased","was":"00","before":"00"}\n'
    (folder / LOG_NAME).write_bytes(b"".join(lines))
    assert read_log(folder).problems


def test_lines_added_at_the_same_time_all_stand_in_the_chain(tmp_path: Path) -> None:
    folder = run_with(tmp_path, 0)
    threads = [threading.Thread(target=add_event, args=(folder, "decided", NOW), kwargs={"person": str(each)}) for each in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    log = read_log(folder)
    assert (len(log.events), log.problems) == (12, ())


def test_an_erased_line_keeps_the_chain_and_is_told(tmp_path: Path) -> None:
    folder = run_with(tmp_path, 4)
    assert erase_events(folder, lambda event: event.data.get("person") == "p1", "forgotten", NOW) == 1
    log = read_log(folder)
    assert log.problems == not_answered_for(log.events) == ()
    assert [event.name for event in log.events] == ["decided", "erased", "decided", "decided", "forgotten"]
    assert '"p1"' not in (folder / LOG_NAME).read_text()


def test_emptying_a_line_by_hand_shows(tmp_path: Path) -> None:
    folder = run_with(tmp_path, 3)
    lines = [json.loads(line) for line in (folder / LOG_NAME).read_bytes().splitlines()]
    lines[1] = {"event": "erased", "was": lines[2]["before"], "before": lines[1]["before"]}
    (folder / LOG_NAME).write_text(
        "".join(f"{json.dumps(line, ensure_ascii=False, separators=(',', ':'))}\n" for line in lines[:2])
        + (folder / LOG_NAME).read_text().splitlines()[2]
        + "\n"
    )
    log = read_log(folder)
    assert (log.problems, len(not_answered_for(log.events))) == ((), 1)


def test_nothing_is_erased_from_a_log_that_was_tampered_with(tmp_path: Path) -> None:
    folder = run_with(tmp_path, 2)
    lines = (folder / LOG_NAME).read_bytes().splitlines(keepends=True)
    (folder / LOG_NAME).write_bytes(lines[1])
    with pytest.raises(UsageError, match="tampered"):
        erase_events(folder, lambda _: True, "forgotten", NOW)
    assert (folder / LOG_NAME).read_bytes() == lines[1]

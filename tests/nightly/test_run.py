"""A whole night: what is kept, what is doubled, what fails alone, what is deleted."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.nightly import Config, Journal, NightResult, Posting, run_night
from screener.nightly.nights import Nights
from screener.nightly.places import LocalPlaces
from screener.records import verify_run
from tests.nightly.builders import DAY, MORNING, POSTING, Clock, Told, configured, files_in, surroundings

TEXT = "Ada Probe\n\nExperience\nBackend Engineer, Example Works\n01/2015 - 12/2022\nPython, SQL\n\nEducation\nBSc Computer Science, 2014\n"


def put(folder: Path, posting: str, *names: str) -> None:
    for name in names:
        (folder / "inbox" / posting / name).write_text(TEXT.replace("Ada", name.removesuffix(".txt").capitalize()))


def night(config: Config, days: int = 0, *, stop: Callable[[], bool] = lambda: False, told: Told | None = None) -> NightResult:
    clock = Clock(MORNING + timedelta(days=days))
    return run_night(config, clock.at.date(), surroundings(clock, stop=stop), (told or Told()).journal)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_night_is_sealed_with_the_day_that_it_may_be_kept_until(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    put(tmp_path, "one", "ada.txt")
    night(config)
    folder = tmp_path / "outbox/one/2026-11-01"
    assert verify_run(folder, [tmp_path / "inbox/one"]).problems == ()
    sealed = json.loads((folder / "record.jsonl").read_bytes())
    assert sealed["keep_until"] == "2026-12-01"
    assert "changes.csv" in sealed["outputs"]


def test_a_second_run_on_the_day_changes_nothing_when_nothing_changed(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    put(tmp_path, "one", "ada.txt")
    night(config)
    before = files_in(tmp_path / "outbox")
    [done] = night(config).done
    assert done.again
    assert files_in(tmp_path / "outbox") == before


def test_a_second_run_on_the_day_replaces_nothing_and_is_compared_with_the_night_before(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    put(tmp_path, "one", "ada.txt")
    night(config, days=-1)
    put(tmp_path, "one", "bea.txt")
    night(config)
    before = files_in(tmp_path / "outbox/one/2026-11-01")
    put(tmp_path, "one", "cem.txt")
    [done] = night(config).done
    assert names(tmp_path / "outbox/one") == ["2026-10-31", "2026-11-01", "2026-11-01-2", "latest"]
    assert files_in(tmp_path / "outbox/one/2026-11-01") == before
    assert done.changes
    assert (done.changes.before, [row.file for row in done.changes.of("new")]) == ("2026-10-31", ["bea.txt", "cem.txt"])


def test_an_inbox_that_is_empty_gives_an_empty_night(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    put(tmp_path, "one", "ada.txt")
    night(config)
    (tmp_path / "inbox/one/ada.txt").unlink()
    [done] = night(config, days=1).done
    assert (done.error, done.files) == ("", 0)
    assert done.changes
    assert [row.file for row in done.changes.of("left")] == ["ada.txt"]


def test_a_night_before_that_was_damaged_costs_the_comparison_alone(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    put(tmp_path, "one", "ada.txt")
    night(config)
    (tmp_path / "outbox/one/2026-11-01/results.jsonl").write_text("{}\n")
    result = night(config, days=1)
    assert result.well
    assert result.done[0].changes is None
    assert "its files were changed or cut off" in result.done[0].unclear


def test_a_stopped_night_shows_nothing_and_the_next_run_does_it(tmp_path: Path) -> None:
    config = configured(tmp_path, "one", "two")
    put(tmp_path, "one", *(f"a{number}.txt" for number in range(30)))
    put(tmp_path, "two", "ada.txt")
    asked = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 5

    told = Told()
    stopped = night(config, stop=stop, told=told)
    assert (stopped.stopped, stopped.well, stopped.done) == (True, False, ())
    assert '"event":"posting-stopped"' in told.text
    assert names(tmp_path / "outbox/one") == []
    assert night(config).well
    assert [names(tmp_path / f"outbox/{posting}") for posting in ("one", "two")] == [["2026-11-01", "latest"]] * 2


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(28, "No space left on device", "report.html"), "No space left on device (report.html)."),
        (UsageError("There is no such thing."), "There is no such thing."),
        (TypeError("Ada Probe was born"), "A mistake of the program: TypeError in test_run.py, line "),
    ],
)
def test_one_postings_trouble_costs_the_others_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, told: str) -> None:
    config = configured(tmp_path, "one", "two")
    put(tmp_path, "one", "ada.txt")
    put(tmp_path, "two", "ada.txt")
    publish = Nights.publish

    def fail_once(nights: Nights, *arguments: object) -> object:
        if nights.outbox.name == "one":
            raise error
        return publish(nights, *arguments)  # type: ignore[arg-type] # passed on as they come

    monkeypatch.setattr(Nights, "publish", fail_once)
    journal = Told()
    result = night(config, told=journal)
    assert not result.well
    assert [done.error[: len(told)] for done in result.done] == [told, ""]
    assert "Ada" not in journal.text
    assert [names(tmp_path / f"outbox/{posting}") for posting in ("one", "two")] == [[], ["2026-11-01", "latest"]]


def test_nights_past_their_day_are_deleted_and_known_files_stay_known(tmp_path: Path) -> None:
    config = configured(tmp_path, "one", "two")
    put(tmp_path, "one", "ada.txt", "bea.txt")
    night(config)
    (tmp_path / "inbox/one/bea.txt").unlink()
    assert night(config, days=30).purged == ()
    assert night(config, days=31).purged == ("one/2026-11-01", "two/2026-11-01")
    assert names(tmp_path / "outbox/one/2026-11-01") == ["tombstone.json"]
    with sqlite3.connect(tmp_path / "state/cache/readings.sqlite") as cache:
        known = [Path(bytes(path).decode()).name for (path,) in cache.execute("SELECT path FROM file")]
    assert known == ["ada.txt"]


def test_the_day_to_keep_counts_from_the_clock_and_not_from_the_night_that_is_made_up_for(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    result = run_night(config, DAY - timedelta(days=365), surroundings(), Told().journal)
    assert result.purged == ()
    assert json.loads((tmp_path / "outbox/one/2025-11-01/record.jsonl").read_bytes())["keep_until"] == "2026-12-01"


def test_a_deletion_that_fails_is_told_and_costs_no_report(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    night(config)
    (tmp_path / "outbox/one/2026-11-01/record.jsonl").write_text('{"event":"written","before":"","outputs":{},"keep_until":"soon"}\n')
    result = night(config, days=1)
    assert result.troubles[0].startswith("Nights past their day could not be deleted: ")
    assert result.done[0].error == ""


def test_outboxes_of_another_kind_are_given_every_posting_that_has_a_night(tmp_path: Path) -> None:
    """What a store that is not a folder hangs on to: files are fetched before, nights are delivered after."""
    config = configured(tmp_path, "one", "two")
    put(tmp_path, "two", "ada.txt")
    (tmp_path / "inbox/one").rmdir()
    delivered = []

    class Elsewhere(LocalPlaces):
        def deliver(self, posting: Posting) -> None:
            delivered.append((posting.id, names(self.nights_folder(posting))))
            raise UsageError("The store is away.")

    result = run_night(config, DAY, surroundings(), Told().journal, Elsewhere(config))
    assert delivered == [("two", ["2026-11-01", "latest"])]
    assert result.troubles == ("The nights of two could not be delivered: The store is away.",)


def test_an_inbox_that_cannot_even_be_looked_at_costs_the_others_nothing(tmp_path: Path) -> None:
    config = configured(tmp_path, "one", more=POSTING.format("two").replace("inbox/two", "i" * 300))
    two, one = night(config).done
    assert (two.error.endswith("cannot be looked at: File name too long."), one.error) == (True, "")


def test_a_log_that_cannot_be_written_to_is_told_and_costs_no_report(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")

    def full(_: bytes) -> None:
        raise OSError(28, "No space left on device")

    result = run_night(config, DAY, surroundings(), Journal(full, lambda: MORNING))
    assert result.troubles == ("The log could not be written to: No space left on device.",)
    assert names(tmp_path / "outbox/one") == ["2026-11-01", "latest"]


def test_the_log_names_files_and_never_what_they_say(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    put(tmp_path, "one", "ada.txt", "od\x1b[31md.txt")
    told = Told()
    night(config, told=told)
    for line in told.lines:
        assert json.loads(line)["at"] == "2026-11-01T02:30:00Z"
    assert not any(word in told.text for word in ("Probe", "Example Works", "\x1b", "\\u001b"))


def test_what_a_run_that_died_left_is_cleared_and_told(tmp_path: Path) -> None:
    config = configured(tmp_path, "one")
    (tmp_path / "outbox/one/.working").mkdir(parents=True)
    (tmp_path / "outbox/one/.working/candidates.csv").write_text("half")
    told = Told()
    assert night(config, told=told).well
    assert '"event":"unfinished-cleared"' in told.text
    assert names(tmp_path / "outbox/one") == ["2026-11-01", "latest"]

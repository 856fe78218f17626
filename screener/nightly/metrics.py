"""The night in figures, for the textfile collector of Prometheus' node exporter. The only place for prometheus_client."""

from __future__ import annotations

from pathlib import Path

from screener.decision import OUTCOMES
from screener.nightly.result import NightResult
from screener.nightly.state import write_whole

_PREFIX = "screen_nightly"
_CHANGES = ("new", "changed", "other", "left")


def write_metrics(path: Path, result: NightResult, last_success: float) -> None:
    """Write the file in one step. It holds no names but those of postings, and everybody may read it. Raises OSError."""
    from prometheus_client import CollectorRegistry, Gauge, generate_latest

    registry = CollectorRegistry()

    def gauge(name: str, meaning: str, *labels: str) -> Gauge:
        return Gauge(f"{_PREFIX}_{name}", meaning, labels, registry=registry)

    gauge("last_run_timestamp_seconds", "When the last run ended.").set(result.ended.timestamp())
    gauge("last_success_timestamp_seconds", "When a run ended last with everything done; 0: never.").set(last_success)
    gauge("last_run_success", "Whether the last run did everything.").set(result.well)
    gauge("last_run_duration_seconds", "How long the last run took.").set((result.ended - result.began).total_seconds())
    gauge("last_run_stopped", "Whether the last run was stopped before its end.").set(result.stopped)
    gauge("lock_recovered", "Whether the last run took over from one that had died.").set(result.recovered is not None)
    gauge("purged_nights", "Nights that the last run deleted since they were past their day.").set(len(result.purged))
    success = gauge("posting_success", "Whether the posting has a report of the last run.", "posting")
    seconds = gauge("posting_duration_seconds", "How long the posting took.", "posting")
    files = gauge("posting_files", "Files of the posting by outcome.", "posting", "outcome")
    changes = gauge("posting_changes", "Files by how they differ from the night before.", "posting", "change")
    waiting = gauge("posting_waiting_files", "Files left aside since they were still being written to.", "posting")
    lost = gauge("posting_not_fetched_files", "Files that could not be fetched from an inbox elsewhere.", "posting")
    for done in result.done:
        name = done.posting.id
        success.labels(name).set(not done.error)
        if done.error:
            continue
        seconds.labels(name).set(done.seconds)
        waiting.labels(name).set(len(done.waiting))
        lost.labels(name).set(len(done.lost))
        for outcome in OUTCOMES:
            files.labels(name, outcome).set(done.counts.get(outcome, 0))
        for change in _CHANGES if done.changes else ():
            changes.labels(name, change).set(len(done.changes.of(change)) if done.changes else 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    # Not by the library's own function: under a strict umask the collector, another user, could not read what that writes.
    write_whole(path, generate_latest(registry), mode=0o644)

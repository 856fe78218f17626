"""The record of runs: a log that is only added to, proof that all belongs together, and the end of what may not be kept. No clock."""

from screener.records.decided import Decided, record_decisions
from screener.records.forget import Forgotten, forget_person, hashes_of
from screener.records.log import LOG_NAME, Event, Log, add_event, read_log
from screener.records.purge import TOMBSTONE_NAME, Purge, purge_runs
from screener.records.runs import runs_under, seal, seal_all
from screener.records.verify import Verification, verify_run

__all__ = [
    "LOG_NAME", "TOMBSTONE_NAME", "Decided", "Event", "Forgotten", "Log", "Purge", "Verification", "add_event", "forget_person",
    "hashes_of", "purge_runs", "read_log", "record_decisions", "runs_under", "seal", "seal_all", "verify_run",
]  # fmt: skip

"""Every night: each posting's inbox, screened for its role into a folder named for the day. No clock: whoever calls brings it."""

from screener.nightly.config import Config, Posting, load_config
from screener.nightly.journal import Journal, opened_journal
from screener.nightly.lock import BusyError
from screener.nightly.places import Arrived, LocalPlaces, Places
from screener.nightly.rehearsal import rehearse
from screener.nightly.result import NightResult
from screener.nightly.run import run_night
from screener.nightly.summary import summary
from screener.nightly.surroundings import Surroundings

__all__ = [
    "Arrived", "BusyError", "Config", "Journal", "LocalPlaces", "NightResult", "Places", "Posting", "Surroundings", "load_config",
    "opened_journal", "rehearse", "run_night", "summary",
]  # fmt: skip

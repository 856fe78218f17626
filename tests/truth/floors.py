"""The floors under the figures that the program reaches on labelled documents: `python -m tests.truth.floors` measures them anew."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from screener.batch import Options, find_inputs, screen_files
from screener.evaluation import Evaluation, evaluate, load_truth
from screener.rules import load_role

ROOT = Path(__file__).parents[2]
FLOORS = Path(__file__).with_name("floors.toml")
SETS = {
    "invented": ROOT / "tests" / "truth",
    "samples": ROOT / "samples",
    "apart-1": ROOT / "tests" / "truth" / "apart-1",
    "apart-2": ROOT / "tests" / "truth" / "apart-2",
}
"""The labelled sets: each a folder with truth.csv and resumes."""
AS_OF = date(2026, 11, 1)
AT_MOST = frozenset({"false_rejects", "false_passes", "to_review"})
"""Rates that are good when they are low: their limit is a ceiling, which may only fall."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of floors.toml: the limits from a day on, and what had been measured on that day."""

    set: str
    day: date
    limits: Mapping[str, float]
    measured: Mapping[str, float]


def load_floors() -> dict[str, list[Entry]]:
    """The entries of each set, oldest first."""
    data = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    entries = [Entry(each["set"], each["day"], each["limits"], each["measured"]) for each in data["entry"]]
    return {name: [entry for entry in entries if entry.set == name] for name in SETS}


@lru_cache
def measure(name: str) -> Evaluation:
    """Screen a set in this process, and compare."""
    folder = SETS[name]
    files = find_inputs([folder / "resumes"]).files
    screenings = screen_files(files, Options(load_role("senior-backend"), AS_OF, ocr="off"), jobs=0)
    return evaluate(load_truth(folder / "truth.csv"), screenings)


def figures(evaluation: Evaluation) -> dict[str, float]:
    """Every figure that has a limit, from 0 to 1, cut to three decimals."""
    overall = evaluation.overall
    rates = {share.name: share.rate for share in (*overall.columns, *overall.decisions)}
    return {name: int(1000 * rate + 1e-6) / 1000 for name, rate in {**rates, "skills": overall.skills.f1}.items()}


def beyond(limits: Mapping[str, float], measured: Mapping[str, float]) -> list[str]:
    """What lies on the wrong side of its limit, in words."""
    return [
        f"{name} is {measured[name]}, and its {'ceiling' if name in AT_MOST else 'floor'} is {limit}"
        for name, limit in limits.items()
        if (measured[name] > limit if name in AT_MOST else measured[name] < limit)
    ]


def _as_toml() -> Iterator[str]:
    for name in SETS:
        measured = figures(measure(name))
        yield f'[[entry]]\nset = "{name}"\nday = {date.today().isoformat()}'
        for table in ("limits", "measured"):
            yield "\n".join([f"[entry.{table}]", *(f"{key} = {value}" for key, value in measured.items())])


if __name__ == "__main__":
    print("\n".join(_as_toml()))

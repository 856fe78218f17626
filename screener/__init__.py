"""Résumé screening that people can trust: read, understand, judge, report, with evidence for every word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from screener.report import RunFrames

__version__ = "0.1.0"
__all__ = ["__version__", "read_run"]


def read_run(folder: Path | str) -> RunFrames:
    """The tables of the run in `folder` as pandas frames: `candidates`, `findings`, and `record`, the content of run.json.

    Raises screener.errors.UsageError when there is no run with a results.jsonl.
    """
    from screener import report  # when it is called: pandas takes its time

    return report.read_run(folder)

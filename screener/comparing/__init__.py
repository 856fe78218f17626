"""Runs and roles held against each other: what a role does to real candidates, and what changed between two runs. No clock, no screen."""

from screener.comparing.chart import as_bars, as_svg
from screener.comparing.diff import CAUSES, Cause, Difference, PersonChange, compare_runs
from screener.comparing.impact import Impact, Move, Replacement, RequirementImpact, StepImpact, impact_of
from screener.comparing.reading import RecordedRun, is_run, read_results, read_run

__all__ = [
    "CAUSES", "Cause", "Difference", "Impact", "Move", "PersonChange", "RecordedRun", "Replacement", "RequirementImpact", "StepImpact",
    "as_bars", "as_svg", "compare_runs", "impact_of", "is_run", "read_results", "read_run",
]  # fmt: skip

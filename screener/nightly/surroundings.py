"""What the job is given rather than finds for itself: clock, environment, the machine's programs, the wish to stop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from screener.extract.ocr import OcrTool


@dataclass(frozen=True, slots=True)
class Surroundings:
    """now: the time, with its zone; sleep: passes seconds; stop: whether to come to an end.

    environment: variables, for passwords. ocr_tool, converter: see `screener.batch.Options`. jobs: child processes unless the
    configuration names a number.
    """

    now: Callable[[], datetime]
    sleep: Callable[[float], None]
    stop: Callable[[], bool]
    environment: Mapping[str, str]
    ocr_tool: OcrTool | None = None
    converter: str = ""
    jobs: int = 1

    def today(self) -> date:
        """The day where the job runs."""
        return self.now().date()

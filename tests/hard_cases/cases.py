"""The cases made of a source by one program or several, as `cases.toml` lists them."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from tests.hard_cases.makers import AT_HAND, MAKERS

HERE = Path(__file__).parent
SOURCES, KEPT, EXPECTED = HERE / "sources", HERE / "kept", HERE / "expected"


@dataclass(frozen=True, slots=True)
class Case:
    """name: what is odd. maker: which program made the file. lines: whether the lines are told too, and not the words alone."""

    name: str
    maker: str
    source: Path
    lines: bool = True

    @property
    def id(self) -> str:
        return f"{self.name}.{self.maker}"

    def data(self) -> bytes:
        """The file."""
        make, suffix = MAKERS[self.maker]
        return make(self.source) if self.maker in AT_HAND else (KEPT / f"{self.id}.{suffix}").read_bytes()

    def expected(self) -> str:
        """What a person reads, written by hand."""
        return (EXPECTED / f"{self.name}.txt").read_text(encoding="utf-8").rstrip("\n")


def kept_cases() -> list[Case]:
    """All cases that have a source."""
    table = tomllib.loads((HERE / "cases.toml").read_text(encoding="utf-8"))
    return [
        Case(name, maker, SOURCES / entry["source"], entry.get("lines", True)) for name, entry in table.items() for maker in entry["makers"]
    ]

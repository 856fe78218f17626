"""The report's words explained, from legend.toml beside this file."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from screener.errors import DataFileError

_NAME = "legend.toml"
SECTIONS = ("run", "outcome", "candidates", "findings", "roles", "verdict", "importance", "flag")


@dataclass(frozen=True, slots=True)
class LegendSection:
    """A heading and what stands under it: (word, meaning) pairs in the order of the file."""

    key: str
    title: str
    entries: tuple[tuple[str, str], ...]

    def meaning(self, word: str) -> str:
        """What `word` means here; empty when it is not listed."""
        return dict(self.entries).get(word, "")


@lru_cache(maxsize=1)
def load_legend() -> dict[str, LegendSection]:
    """The sections of the file by their key, in the order of SECTIONS."""
    return read_legend(files("screener.report").joinpath(_NAME).read_text(encoding="utf-8"))


def read_legend(text: str) -> dict[str, LegendSection]:
    """The sections that a TOML text holds. Raises DataFileError with every mistake in it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(_NAME, (f"not valid TOML: {error}",)) from error
    titles = data.get("sections", {})
    problems = [f"sections.{key}: a title is needed" for key in SECTIONS if not isinstance(titles.get(key), str)]
    problems += [f"{key}: a table of words and meanings is needed" for key in SECTIONS if not _is_texts(data.get(key))]
    problems += [f"{key}: unknown section" for key in data if key not in (*SECTIONS, "sections")]
    if problems:
        raise DataFileError(_NAME, tuple(problems))
    return {key: LegendSection(key, titles[key], tuple(data[key].items())) for key in SECTIONS}


def _is_texts(table: object) -> bool:
    return isinstance(table, dict) and bool(table) and all(isinstance(meaning, str) and meaning for meaning in table.values())

"""Words of dates: months, seasons, "present", "since", in seven languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from screener.document import Value
from screener.errors import DataFileError
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data

_FILE = "dates.toml"


class DateWords(Value, frozen=True):
    """months: word to 1-12. periods: word to first and last month. durations: unit to months. onwards: present without a dash
    before it. All words in lower case."""

    months: Mapping[str, int]
    periods: Mapping[str, tuple[int, int]]
    present: tuple[str, ...]
    onwards: tuple[str, ...]
    between: tuple[str, ...]
    since: tuple[str, ...]
    open_since: tuple[str, ...]
    durations: Mapping[str, int]
    document: tuple[str, ...]


@knowledge
def load_date_words() -> DateWords:
    """The words of `dates.toml`. Raises DataFileError naming every mistake."""
    data = read_data(_FILE)
    problems: list[str] = []
    months = _inverted(data, "months", range(1, 13), problems)
    durations = _inverted(data, "durations", (1, 12), problems)
    periods: dict[str, tuple[int, int]] = {}
    for word, bounds in data.get("periods", {}).items():
        if not (isinstance(bounds, list) and len(bounds) == 2 and 1 <= bounds[0] <= bounds[1] <= 12):
            problems.append(f"periods.{word}: first and last month, 1 to 12, in order")
            continue
        periods[word] = (bounds[0], bounds[1])
    if problems:
        raise DataFileError(_FILE, tuple(problems))
    return DateWords(
        months=months,
        periods=periods,
        present=tuple(data["present"]["words"]),
        onwards=tuple(data["present"]["onwards"]),
        between=tuple(data["between"]["words"]),
        since=tuple(data["since"]["words"]),
        open_since=tuple(data["since"]["open"]),
        durations=durations,
        document=tuple(data["document"]["words"]),
    )


def _inverted(data: dict[str, Any], table: str, allowed: range | tuple[int, ...], problems: list[str]) -> dict[str, int]:
    """From number → words to word → number; a word under two numbers is a problem."""
    result: dict[str, int] = {}
    for key, words in data.get(table, {}).items():
        if not key.isdigit() or int(key) not in allowed:
            problems.append(f"{table}.{key}: not one of {', '.join(map(str, allowed))}")
            continue
        for word in words:
            if result.setdefault(word, int(key)) != int(key):
                problems.append(f"{table}.{key}: {word!r} also stands under {result[word]}")
    if not result:
        problems.append(f"{table}: empty")
    return result

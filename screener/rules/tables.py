"""Reading a TOML table key by key, collecting every problem with its key path instead of stopping at the first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from typing import Any


class Table:
    """One table of a file that people write. Each reader returns a usable value, and notes a problem when the file gives none.

    path: where the table stands (`requirement[2]`), empty for the top; label: shown after the key, to tell tables apart.
    problems: the list that all tables of a file share.
    """

    def __init__(self, data: Mapping[str, Any], path: str, problems: list[str], label: str = "") -> None:
        self._data = data
        self._path = path
        self._problems = problems
        self._label = f" ({label})" if label else ""
        self._known: set[str] = set()

    def problem(self, key: str, message: str) -> None:
        """Note a mistake under `key` (empty: the table itself)."""
        place = ".".join(part for part in (self._path, key) if part) or "the file"
        self._problems.append(f"{place}{self._label}: {message}")

    def has(self, key: str) -> bool:
        return key in self._data

    def text(self, key: str, default: str | None = None) -> str:
        value = self._value(key, default)
        if value is not None and not (isinstance(value, str) and value.strip()):
            self.problem(key, f"text is needed, not {shown(value)}")
            return default or ""
        return value or ""

    def choice(self, key: str, allowed: Iterable[str], default: str | None = None) -> str:
        value = self._value(key, default)
        if value is None:
            return default or ""
        return value if self._named(key, value, tuple(allowed), "one of its values") else (default or "")

    def name(self, key: str, allowed: Iterable[str], noun: str) -> str:
        value = self._value(key, None)
        return value if value is not None and self._named(key, value, tuple(allowed), noun) else ""

    def names(self, key: str, allowed: Iterable[str], noun: str, *, may_be_empty: bool = False) -> tuple[str, ...]:
        """A list of known names without repeats (one name alone is a list of one); those that are not known are problems."""
        self._known.add(key)
        values = self._data.get(key, [])
        values = [values] if isinstance(values, str) else values
        if not isinstance(values, list) or not (values or may_be_empty):
            self.problem(key, f"a list of at least one {noun} is needed, not {shown(values)}")
            return ()
        allowed = tuple(allowed)
        good = []
        for index, value in enumerate(values):
            if not self._named(f"{key}[{index}]", value, allowed, noun):
                continue
            if value in good:
                self.problem(f"{key}[{index}]", f"{shown(value)} stands there twice")
                continue
            good.append(value)
        return tuple(good)

    def texts(self, key: str, noun: str) -> tuple[str, ...]:
        """A list of texts (one alone is a list of one)."""
        values = self._value(key, None)
        if values is None:
            return ()
        values = [values] if isinstance(values, str) else values
        if not isinstance(values, list) or not values:
            self.problem(key, f"a list of at least one {noun} is needed, not {shown(values)}")
            return ()
        wrong = [value for value in values if not (isinstance(value, str) and value.strip())]
        for value in wrong:
            self.problem(f"{key}[{values.index(value)}]", f"the {noun} is needed, not {shown(value)}")
        return tuple(value for value in values if value not in wrong)

    def skip(self, key: str) -> None:
        """A key whose problem has been told already."""
        self._known.add(key)

    def number(self, key: str, low: float, high: float, default: float | None = None) -> float:
        """A number with low ≤ number ≤ high."""
        value = self._value(key, default)
        if value is None:
            return low
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            self.problem(key, f"a number from {low:g} to {high:g} is needed, not {shown(value)}")
            return low if default is None else default
        return float(value)

    def integer(self, key: str, low: int, high: int, default: int | None = None) -> int:
        value = self._value(key, default)
        if value is None:
            return low
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            self.problem(key, f"a whole number from {low} to {high} is needed, not {shown(value)}")
            return low if default is None else default
        return value

    def flag(self, key: str, default: bool) -> bool:
        value = self._value(key, default)
        if not isinstance(value, bool):
            self.problem(key, f"true or false (without quotes) is needed, not {shown(value)}")
            return default
        return value

    def table(self, key: str) -> Mapping[str, Any] | None:
        """The `[key]` table; None when there is none."""
        value = self._value(key, {}) if self.has(key) else None
        if value is not None and not isinstance(value, dict):
            self.problem(key, f"a table that begins with [{key}] is needed, not {shown(value)}")
            return None
        return value

    def day(self, key: str) -> date:
        value = self._value(key, None)
        if value is not None and type(value) is not date:
            self.problem(key, f"a date like 2026-01-31 (without quotes) is needed, not {shown(value)}")
        return value if type(value) is date else date.min

    def tables(self, key: str) -> list[Mapping[str, Any]]:
        """The `[[key]]` tables."""
        self._known.add(key)
        values = self._data.get(key, [])
        if not (isinstance(values, list) and all(isinstance(value, dict) for value in values)):
            self.problem(key, f"tables that begin with [[{key}]] are needed")
            return []
        return values

    def close(self) -> None:
        """Everything that no reader asked for is a problem."""
        for key in self._data:
            if key not in self._known:
                self.problem(key, f"no such key here{suggestion(key, self._known)}")

    def _value(self, key: str, default: Any) -> Any:
        self._known.add(key)
        if key not in self._data:
            if default is None:
                self.problem(key, "missing")
            return default
        return self._data[key]

    def _named(self, key: str, value: object, allowed: tuple[str, ...], noun: str) -> bool:
        if isinstance(value, str) and value in allowed:
            return True
        hint = suggestion(value, allowed) if isinstance(value, str) else ""
        if not hint and isinstance(value, str) and len(allowed) <= 6:
            hint = f"; it can be {', '.join(allowed)}"
        self.problem(key, f"{shown(value)} is not {'a ' if noun[0] not in 'aeiou' else ''}{noun}{hint}")
        return False


def suggestion(word: str, allowed: Iterable[str]) -> str:
    """`; did you mean "postgresql"?` when something near `word` is allowed, else nothing."""
    near = get_close_matches(word.lower(), sorted(allowed), n=1, cutoff=0.6)
    return f'; did you mean "{near[0]}"?' if near else ""


def shown(value: object) -> str:
    """A value of the file, short enough for a message."""
    text = f'"{value}"' if isinstance(value, str) else ("nothing" if value == [] else repr(value))
    return text if len(text) <= 60 else text[:57] + "…"

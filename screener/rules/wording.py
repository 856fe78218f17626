"""The sentences that people read, made from the templates of `wording/LANGUAGE.toml`, so that another language is another file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

from screener.document import Span

_LANGUAGE = "en"
_LONGEST_QUOTE = 80
_QUOTE_BEFORE = 30
_SPACES = re.compile(r"\s")


def say(key: str, **values: object) -> str:
    """The sentence for `key` ("years.met") with its gaps filled. Raises KeyError for a key or a gap that does not exist."""
    return templates()[key].format_map(values)


@lru_cache(maxsize=1)
def templates() -> Mapping[str, str]:
    """Every template, as "group.key"."""
    text = files("screener.rules").joinpath("wording", f"{_LANGUAGE}.toml").read_text(encoding="utf-8")
    groups: dict[str, dict[str, Any]] = tomllib.loads(text)
    return {f"{group}.{key}": template for group, table in groups.items() for key, template in table.items()}


def word(group: str, key: str) -> str:
    """A word for a code, such as a level of degrees; the code itself, with spaces, when no word is known."""
    return templates().get(f"{group}.{key}", key.replace("-", " "))


def month(number: int) -> str:
    """ "Jan 2019" for a month number (`year * 12 + month - 1`)."""
    return say("month.form", month=templates()["month.names"].split()[number % 12], year=number // 12)


def listed(items: Sequence[str], last: str = "and") -> str:
    """ "Python, Java and Go"."""
    if len(items) < 2:
        return "".join(items)
    return say("list.form", first=", ".join(items[:-1]), joint=word("list", last), last=items[-1])


def figure(number: float) -> str:
    """ "5" for 5.0, "4.8" for 4.8."""
    return f"{number:g}"


def duration(years: float) -> str:
    """ "1 year", "4.8 years"."""
    return say("duration.one" if years == 1 else "duration.many", years=figure(years))


def quoted(context: Span, words: Span) -> str:
    """The line of the résumé that holds `words`, in quotation marks; of a long one the part around them, cut between words."""
    text = _SPACES.sub(" ", context.text)
    start = words.start - context.start
    first = max(0, min(start - _QUOTE_BEFORE, len(text) - _LONGEST_QUOTE))
    last = first + _LONGEST_QUOTE
    part = text[first:last]
    if first:
        part = "…" + (part.partition(" ")[2] or part)
    if last < len(text):
        part = (part.rpartition(" ")[0] or part) + "…"
    return say("quote.form", text=part.removeprefix("•").strip())


def sentence_start(text: str) -> str:
    """The text with a capital as its first letter."""
    return text[:1].upper() + text[1:]


def joined(sentences: Iterable[str]) -> str:
    """Several sentences as one: "A · B."."""
    return " · ".join(sentence.rstrip(".") for sentence in sentences) + "."

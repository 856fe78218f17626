"""The sentences that people read, made from the templates of `wording/LANGUAGE.toml`, so that another language is another file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from screener.document import Span
from screener.errors import UsageError

_LONGEST_QUOTE = 80
_QUOTE_BEFORE = 30
_SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Wording:
    """The sentences of one language. templates: each as "group.key"."""

    language: str
    templates: Mapping[str, str]

    def say(self, key: str, **values: object) -> str:
        """The sentence for `key` ("years.met") with its gaps filled. Raises KeyError for a key or a gap that does not exist."""
        return self.templates[key].format_map(values)

    def word(self, group: str, key: str, unknown: str = "") -> str:
        """A word for a code, such as a level of degrees; when none is known, `unknown` or the code itself with spaces."""
        return self.templates.get(f"{group}.{key}", unknown or key.replace("-", " "))

    def month(self, number: int) -> str:
        """ "Jan 2019" for a month number (`year * 12 + month - 1`)."""
        return self.say("month.form", month=self.templates["month.names"].split()[number % 12], year=number // 12)

    def listed(self, items: Sequence[str], last: str = "and") -> str:
        """ "Python, Java and Go"."""
        if len(items) < 2:
            return "".join(items)
        return self.say("list.form", first=", ".join(items[:-1]), joint=self.word("list", last), last=items[-1])

    def figure(self, number: float) -> str:
        """ "5" for 5.0, "4.8" for 4.8."""
        return f"{number:g}".replace(".", self.templates["number.decimal"])

    def duration(self, years: float) -> str:
        """ "1 year", "4.8 years"."""
        return self.say("duration.one" if years == 1 else "duration.many", years=self.figure(years))

    def quoted(self, context: Span, words: Span) -> str:
        """The line of the résumé that holds `words`, in quotation marks; of a long one the part around them, cut between words."""
        return self.say("quote.form", text=_excerpt(context, words))


@lru_cache
def load_wording(language: str = "en") -> Wording:
    """The sentences of a language (ISO 639-1). Raises UsageError when none are shipped in it."""
    if language not in languages():
        raise UsageError(f'There are no sentences in the language "{language}"; there are {", ".join(languages())}.')
    text = files("screener.rules").joinpath("wording", f"{language}.toml").read_text(encoding="utf-8")
    groups: dict[str, dict[str, Any]] = tomllib.loads(text)
    return Wording(language, {f"{group}.{key}": template for group, table in groups.items() for key, template in table.items()})


@lru_cache(maxsize=1)
def languages() -> tuple[str, ...]:
    """The languages that sentences are shipped in, sorted."""
    folder = files("screener.rules").joinpath("wording")
    return tuple(sorted(entry.name.removesuffix(".toml") for entry in folder.iterdir() if entry.name.endswith(".toml")))


def sentence_start(text: str) -> str:
    """The text with a capital as its first letter."""
    return text[:1].upper() + text[1:]


def joined(sentences: Iterable[str]) -> str:
    """Several sentences as one: "A · B."."""
    return " · ".join(sentence.rstrip(".") for sentence in sentences) + "."


def _excerpt(context: Span, words: Span) -> str:
    text = _SPACES.sub(" ", context.text)
    start = words.start - context.start
    first = max(0, min(start - _QUOTE_BEFORE, len(text) - _LONGEST_QUOTE))
    last = first + _LONGEST_QUOTE
    part = text[first:last]
    if first:
        part = "…" + (part.partition(" ")[2] or part)
    if last < len(text):
        part = (part.rpartition(" ")[0] or part) + "…"
    return part.removeprefix("•").strip()

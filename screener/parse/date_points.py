"""Points in time as a text writes them: "Jan '15", "01/2018", "Q1 2018", "Summer '17", "2016-05", a year alone.

Nothing is ever filled in from today: a point is as precise as its words. A two-digit year is of this century below 50.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from screener.taxonomy.dates import load_date_words
from screener.taxonomy.folding import matched_key

_CENTURY_PIVOT = 50
_YEAR = r"(?:19[4-9]\d|20[0-9]\d)"
_MONTH_NUMBER = r"(?:1[0-2]|0?[1-9])"
_APOSTROPHE = "['’‘`´]"
_LONGEST_MONTH = 12
_TWO_DIGITS = re.compile(r"\d\d")
_LIKELY = re.compile(rf"{_YEAR}|{_APOSTROPHE}\d\d|\d\d?[/.]\d\d|\d\d-\d\d\s[-–—]\s|[^\W\d_]{{3}}\.?\s\d\d(?!\d)")


class Point(NamedTuple):
    """text[start:end] names year `year`, from month `first` to month `last` (both None: the year alone).

    year is None for a month that borrows its year from the other end of a range ("May–Aug 2013").
    sure: False for forms that are a date only in company ("08/19").
    """

    start: int
    end: int
    year: int | None
    first: int | None = None
    last: int | None = None
    sure: bool = True


def may_hold_dates(text: str, start: int, end: int) -> bool:
    """Whether text[start:end] holds what no date can do without. Cheap, for most lines hold none."""
    return bool(_TWO_DIGITS.search(text, start, end) and _LIKELY.search(text, start, end))


def find_points(text: str, start: int, end: int) -> Iterator[Point]:
    """Every point in text[start:end], in order, not overlapping."""
    for match in _pattern().finditer(text, start, end):
        point = _READERS[match.lastgroup or ""](match)
        if point is not None:
            yield point


def full_year(digits: str) -> int:
    """'2018' → 2018, '18' → 2018, '98' → 1998."""
    year = int(digits)
    if len(digits) == 4:
        return year
    return year + (2000 if year < _CENTURY_PIVOT else 1900)


def alternatives(words: object) -> str:
    """A regular expression for any of `words`, longest first, spaces matching any one white space."""
    ordered = sorted(words, key=lambda word: (-len(word), word))  # type: ignore[call-overload]  # any iterable of str
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in ordered)


def begins_like(words: Collection[str]) -> str:
    """A condition to put before a long expression: that a word begins here like one of `words`. So few places are looked at twice."""
    letters = "".join(sorted({word[0] for word in words}))
    return rf"(?=[{letters}])(?={alternatives({word[:3].split()[0] for word in words})})"


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    words = load_date_words()
    month = alternatives(words.months)
    period = alternatives(words.periods)
    year = rf"(?:{_YEAR}|{_APOSTROPHE}?\d\d(?!\d))"
    forms = (
        rf"(?P<y1>{_YEAR})(?:\s?[/.]\s?|-)(?P<m1>{_MONTH_NUMBER})(?![\d%])(?:[-/.](?P<d1>[0-3]\d)(?!\d))?(?![./]\d{{3}})(?P<year_first>)",
        rf"(?<![\w/.-])(?P<d2>[0-3]?\d)(?P<s2>[./-])\s?(?P<m2>[0-3]?\d)(?P=s2)\s?(?P<y2>{_YEAR}|\d\d)(?![\d/])(?P<day_first>)",
        rf"(?:(?<![\w/.-])|(?<=\d{{4}}-))(?P<m3>{_MONTH_NUMBER})(?:\s?/\s?|[.-]|\.\s)(?P<y3>{_YEAR})(?!\d)(?P<month_first>)",
        rf"(?<![\w/.-])(?<![\d/.–—-][ ])(?P<m11>{_MONTH_NUMBER})(?P<s11>\s?[-–—]\s?|/)(?P<m12>{_MONTH_NUMBER})(?!(?P=s11))"
        rf"(?:[/.]\s?|\s)(?P<y11>{_YEAR})(?!\d)(?P<months>)",
        rf"(?<=[-–—]\s)(?P<m14>{_MONTH_NUMBER})\s(?P<y14>{_YEAR})(?!\d)(?P<month_apart>)",
        rf"(?<![^\W_])(?:(?P<d4>[0-3]?\d)(?:(?:st|nd|rd|th|er|\.|º)?\s(?:of\s|de\s)?|-))?(?P<n4>{month})(?![^\W\d_])\.?"
        rf"(?:,?\s?[0-3]?\d(?:st|nd|rd|th)?,?\s(?={_YEAR}))?[\s,/-]{{0,2}}(?:(?:of|de|del|di)\s)?(?P<y4>{year})(?P<named>)",
        rf"(?<![^\W_])(?P<n5>{period})(?:[\s/,-]{{0,2}}(?:(?:of|de)\s)?|(?=['’‘]))(?P<y5>{_YEAR}|{_APOSTROPHE}\d\d(?!\d))(?P<period>)",
        rf"(?P<y6>{_YEAR})[\s/-]?(?P<n6>[qh][1-4])(?![^\W_])(?P<period_last>)",
        rf"(?P<y10>{_YEAR}),?\s(?P<n10>{month})(?![^\W_])(?!\.?,?\s?{_YEAR})(?:\.?\s?[-–—]\s?(?P<n12>{month})(?![^\W_])(?!\.?,?\s?\d))?(?P<named_last>)",
        rf"(?<![^\W_])(?P<n7>{month})(?![^\W\d_])\.?(?=\s?(?:[-–—/]|to|bis|à|a|until|till)\s?(?:[0-3]?\d\.?\s)?(?:{month})(?![^\W\d_]))(?P<month_only>)",
        r"(?<![\d/.])(?P<m8>1[0-2]|0?[1-9])[/.](?P<y8>\d\d)(?![\d/%]|\.\d)(?P<short>)",
        r"(?:(?<![\w/.-])(?=\d\d-\d\d\s[-–—]\s(?:\d\d-\d\d(?![\d-])|[^\W\d_]))|(?<=\d\d-\d\d\s[-–—]\s))(?P<m13>1[0-2]|0[1-9])-(?P<y13>\d\d)(?![\d-])(?P<dashed>)",
        r"(?<![\w’'‘])['’‘](?P<y9>\d\d)(?![\ds])(?P<apostrophe>)",
        rf"(?<![\w.,$€£#+])(?P<year>{_YEAR})(?![\d%])(?![.,]\d)(?![^\W\d_]{{2}})",
    )
    starts = rf"(?:(?=\d|{_APOSTROPHE})|(?<![^\W_]){begins_like([*words.months, *words.periods])})"
    return re.compile(rf"{starts}(?:{'|'.join(forms)})", re.IGNORECASE)


def _year_first(match: re.Match[str]) -> Point:
    month = int(match["m1"])
    return Point(match.start(), match.end(), int(match["y1"]), month, month)


def _day_first(match: re.Match[str]) -> Point | None:
    day, month = int(match["d2"]), int(match["m2"])
    if month > 12 >= day:  # month before day, as the United States write it
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return Point(match.start(), match.end(), full_year(match["y2"]), month, month)


def _month_first(match: re.Match[str]) -> Point:
    month = int(match["m3"])
    return Point(match.start(), match.end(), int(match["y3"]), month, month)


def _months(match: re.Match[str]) -> Point:
    """Two months of one year: "07/08 2004", "03–09/2019"; behind the name of a month ("May 10–12 2015") they are days."""
    first, last = int(match["m11"]), int(match["m12"])
    before = match.string[max(match.start() - _LONGEST_MONTH, 0) : match.start()].rstrip(" .").rpartition(" ")[2]
    if first >= last or matched_key(before) in load_date_words().months:
        return Point(match.start("y11"), match.end(), int(match["y11"]))
    return Point(match.start(), match.end(), int(match["y11"]), first, last)


def _month_apart(match: re.Match[str]) -> Point:
    month = int(match["m14"])
    return Point(match.start(), match.end(), int(match["y14"]), month, month)


def _named(match: re.Match[str]) -> Point:
    month = load_date_words().months[matched_key(match["n4"])]
    digits = match["y4"]
    bare = digits.lstrip("'’‘`´")
    return Point(match.start(), match.end(), full_year(bare), month, month, sure=len(bare) == 4 or bare != digits)


def _named_last(match: re.Match[str]) -> Point:
    months = load_date_words().months
    first = months[matched_key(match["n10"])]
    last = months[matched_key(match["n12"])] if match["n12"] else first
    return Point(match.start(), match.end(), int(match["y10"]), first, max(first, last))


def _month_only(match: re.Match[str]) -> Point:
    month = load_date_words().months[matched_key(match["n7"])]
    return Point(match.start(), match.end(), None, month, month, sure=False)


def _period(match: re.Match[str]) -> Point:
    first, last = load_date_words().periods[matched_key(match["n5"])]
    return Point(match.start(), match.end(), full_year(match["y5"].lstrip("'’‘`´")), first, last)


def _period_last(match: re.Match[str]) -> Point | None:
    bounds = load_date_words().periods.get(matched_key(match["n6"]))
    return bounds and Point(match.start(), match.end(), int(match["y6"]), *bounds)


def _short(match: re.Match[str]) -> Point:
    month = int(match["m8"])
    return Point(match.start(), match.end(), full_year(match["y8"]), month, month, sure=False)


def _dashed(match: re.Match[str]) -> Point:
    """"09-16 - 03-17": a month and a year of two digits, only in a range."""
    month = int(match["m13"])
    return Point(match.start(), match.end(), full_year(match["y13"]), month, month, sure=False)


def _apostrophe(match: re.Match[str]) -> Point:
    return Point(match.start(), match.end(), full_year(match["y9"]), sure=False)


def _year(match: re.Match[str]) -> Point:
    return Point(match.start("year"), match.end("year"), int(match["year"]))


_READERS = {
    "year_first": _year_first,
    "day_first": _day_first,
    "month_first": _month_first,
    "months": _months,
    "month_apart": _month_apart,
    "named": _named,
    "named_last": _named_last,
    "month_only": _month_only,
    "period": _period,
    "period_last": _period_last,
    "short": _short,
    "dashed": _dashed,
    "apostrophe": _apostrophe,
    "year": _year,
}

"""What looks like a date or a place beside an entry: the pieces that layouts push to the margins."""

from __future__ import annotations

import re

_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:0?[1-9]|1[0-2])[/.]\d\d(?!\d)|['’]\d\d(?!\d)")
_DIGIT = re.compile(r"\d")
_NOW = ("present", "current", "now", "today", "ongoing", "heute", "aujourd", "actuel", "présent", "actual", "oggi", "heden")
_MONTHS = (
    "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|fév|avr|mai|jui|aoû|déc|mär|okt|dez|ene|abr|ago|dic|gen|mag|giu|lug|set|ott"
    "|fev|out|mrt|mei"
)
_DATE_WORD = re.compile(
    rf"(?:{_MONTHS})\w*|to|until|till|since|from|and|present|current|now|today|ongoing|start|end|expected|years?|yrs?|months?|mos?"
    r"|spring|summer|fall|autumn|winter|bis|seit|von|heute|jahre?|monate?|depuis|de|à|au|aujourd|hui|actuel\w*|présent|ans?|mois"
    r"|presente|attuale|actual\w*|desde|hasta|al|dal|oggi|heden",
    re.IGNORECASE,
)
_OPEN_RANGE = re.compile(rf"(?:[-–—~]|\b(?:to|until|till|bis|à|au|al|a))\s*\Z|[-–—~]\s*\b(?:{_MONTHS})\w*\.?\s*\Z", re.IGNORECASE)
_CLOSING, _DASH = re.compile(r"[-–—~]\s*\w"), re.compile(r"[-–—~]")
_WORD = re.compile(r"[^\W\d_]{2,}")
_MAX_LENGTH = 48
_MAX_OTHER_WORDS = 1


def looks_like_date(text: str) -> bool:
    """Whether a short piece of text is a date or a range of dates, with hardly a word beside it."""
    if len(text) > _MAX_LENGTH or not (_says_now(text) or (_DIGIT.search(text) and _DATE.search(text))):
        return False
    return sum([_DATE_WORD.fullmatch(word) is None for word in _WORD.findall(text)]) <= _MAX_OTHER_WORDS


def is_open_range(text: str) -> bool:
    """Whether a date goes on on the next line: "Jan 2020 –", "Feb 2015 – Dec"."""
    return len(text) <= _MAX_LENGTH and _OPEN_RANGE.search(text) is not None and looks_like_date(text)


def closes_range(start: str, text: str) -> bool:
    """Whether a text ends the range of dates that `start` begins, with a dash before it: "Jan 2020" over "– Mar 2022"."""
    closed = _CLOSING.match(text) is not None and looks_like_date(text) and looks_like_date(start)
    return closed and _DASH.search(start) is None


def _says_now(text: str) -> bool:
    small = text.lower()
    return any(map(small.__contains__, _NOW)) and any(word.startswith(_NOW) for word in _WORD.findall(small))

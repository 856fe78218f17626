"""What looks like a date or a place beside an entry: the pieces that layouts push to the margins."""

from __future__ import annotations

import re

_DATE = re.compile(
    r"(?<!\d)(?:19|20)\d\d(?!\d)|(?<!\d)(?:0?[1-9]|1[0-2])[/.]\d\d(?!\d)|['’]\d\d(?!\d)"
    r"|\b(?:present|current|now|today|ongoing|heute|aujourd|actuel|présent|presente|actual|oggi|heden)",
    re.IGNORECASE,
)
_OPEN_RANGE = re.compile(r"(?:[-–—~]|\b(?:to|until|till|bis|à|au|al|a))\s*\Z", re.IGNORECASE)
_MAX_LENGTH = 48


def looks_like_date(text: str) -> bool:
    """Whether a short piece of text holds a year, a month in figures or a word for today."""
    return len(text) <= _MAX_LENGTH and _DATE.search(text) is not None


def is_open_range(text: str) -> bool:
    """Whether a date goes on on the next line: "Jan 2020 –"."""
    return looks_like_date(text) and _OPEN_RANGE.search(text) is not None

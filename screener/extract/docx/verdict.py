"""How far the text of a Word file can be trusted."""

from __future__ import annotations

import re

from screener.document import Reading
from screener.extract.docx.whole import Contents
from screener.extract.unreadable import unreadable

_WORD = re.compile(r"\w+")
_FEW_WORDS = 20
_THIN = 60


def judge_reading(contents: Contents) -> tuple[Reading, tuple[str, ...]]:
    """The reading verdict and the flags. Raises UnreadableDocumentError when there is not one word."""
    words = sum(len(_WORD.findall(line.text)) for line in contents.lines)
    if not words:
        raise unreadable("only-images" if contents.pictures else "no-words")
    flags = {"hidden-text"} if contents.hidden else set()
    if words < _FEW_WORDS and contents.pictures:
        flags.add("scanned")
    return _verdict(words, contents.pictures), tuple(sorted(flags))


def _verdict(words: int, pictures: int) -> Reading:
    reasons = [f"only {words} words"] if words < _THIN else []
    if words < _FEW_WORDS and pictures:
        reasons.append("the rest may be in pictures")
    if words < _FEW_WORDS:
        return Reading("failed", round(words / _THIN, 2), tuple(reasons))
    if words < _THIN:
        return Reading("doubtful", round(words / _THIN, 2), tuple(reasons))
    return Reading()

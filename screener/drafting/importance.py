"""How strongly each part of a sentence is asked for: by the part of the posting, and by its own words."""

from __future__ import annotations

import re
from dataclasses import dataclass

from screener.decision import Importance
from screener.drafting.drafted import Weigh
from screener.drafting.posting import Sentence
from screener.parse.words import Words
from screener.taxonomy.drafting import load_drafting_words

_INDEPENDENT = re.compile(
    r"(?i)\b(?:experience|knowledge|familiarity|proficiency|skills?|degree|bachelor|master|ph\.?d|doctorate|certifi\w+)\b"
)
_JOINED = re.compile(r"(?i)\b(?:and|or|und|oder)\b")
_CLAUSE_START = re.compile(r"(?:^|[,;(:–-])\s?(?:and |but |or )?$")
_NEAR = 12
_TERMS = tuple((f"{importance}.{side}", importance, side) for importance in ("preferred", "required") for side in ("after", "before"))


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    importance: Importance
    side: str


def weigh(sentence: Sentence, base: Importance) -> Weigh:
    """The importance at each offset of the sentence; `base` where its own words say nothing."""
    words = sentence.words
    regions: list[tuple[int, int, Importance]] = []
    free = 0
    for cue in _cues(words):
        if cue.side == "before":
            regions.append((cue.end, _scope_end(sentence.text, cue.end), cue.importance))
        else:
            regions.append((_scope_start(sentence.text, free, cue.start), cue.start, cue.importance))
        free = cue.end

    def importance_at(offset: int) -> Importance:
        return next((importance for start, end, importance in regions if start <= offset < end), base)

    return importance_at


def _cues(words: Words) -> list[_Cue]:
    """The words of importance in text order; where several overlap the longest counts."""
    lists = load_drafting_words().lists
    found: list[_Cue] = []
    for index in range(len(words.plain)):
        for name, importance, side in _TERMS:
            hit = words.phrase_at(lists[name], index)
            if (
                hit
                and (side == "before") == _opens_a_clause(words.text, hit[0].start, hit[0].end)
                and not (importance == "required" and side == "before")
            ):
                found.append(_Cue(hit[0].start, hit[0].end, "preferred" if importance == "preferred" else "required", side))
    kept: list[_Cue] = []
    for cue in sorted(found, key=lambda each: (each.start, -each.end)):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def _opens_a_clause(text: str, start: int, end: int) -> bool:
    alone = text[:start].endswith("(") and text[end : end + 1] == ")"  # "Docker (preferred)"
    return not alone and _CLAUSE_START.search(text[max(0, start - _NEAR) : start]) is not None


def _scope_start(text: str, free: int, end: int) -> int:
    """Where what a trailing cue speaks of begins: after the cue before it, inside its brackets, or after the last comma of its own."""
    begin = free
    bracket = text.rfind("(", begin, end)
    if bracket >= 0 and ")" not in text[bracket:end] and text[bracket + 1 : end].strip():
        return bracket + 1
    comma = max(text.rfind(", ", begin, end), text.rfind(" but ", begin, end))
    if comma > begin and _INDEPENDENT.search(text, comma, end) and _INDEPENDENT.search(text, begin, comma):
        return comma
    if comma > begin and _JOINED.search(text, begin, comma) and not _JOINED.search(text, comma, end):
        return comma  # "Jira and TestRail, SQL is a plus": the list before the comma is complete
    return begin


def _scope_end(text: str, start: int) -> int:
    bracket = text.find(")", start)
    return bracket if bracket >= 0 and "(" not in text[start:bracket] else len(text)

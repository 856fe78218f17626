"""Jobs that are told in sentences, as a letter tells them: "In July 2013 I moved to …. I stayed until the end of 2018"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from screener.document import Span
from screener.parse.date_points import alternatives
from screener.parse.draft import Draft
from screener.parse.headers import score
from screener.resume import DateRange, PartialDate, Position, SectionKind
from screener.taxonomy.work import load_work

_SENTENCE_END = re.compile(r"[.!?](?=\s+[\"“(]?[A-ZÀ-Þ])")
_ELSEWHERE: frozenset[SectionKind] = frozenset(("education", "projects", "volunteering", "publications", "courses", "references", "awards"))
_TITLE = re.compile(
    r"(?<![^\W_])(?:as|been|was|am|als|bin|war|comme|suis|como|soy)\s"
    r"(?:an?\s|the\s|eine?\s|une?\s|una?\s)?(?P<title>[^.,;:()]{3,60})"
)
_TITLE_END = re.compile(r"\s(?:at|for|in|on|with|of|by|from|bei|für|beim|chez|pour|dans|en|de|para|and|und|et|y|where|who)\s")
_LAST_PART = frozenset(("end", "ende", "fin", "finales"))
_NEAR_END = 40  # characters between the word that ends a job and its date
_LONGEST_TELLING = 3  # sentences from the one in which a job begins to the one in which it ends


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    text: str
    dates: tuple[DateRange, ...]


def told_positions(draft: Draft) -> list[Position]:
    """The jobs that sentences of the document tell with their dates, in text order."""
    sentences = list(_sentences(draft))
    found: list[tuple[int, DateRange]] = []
    for index in range(len(sentences)):
        dates = _dates_told(draft, sentences, index)
        if dates is not None:
            found.append((index, dates))
    result = []
    for number, (index, dates) in enumerate(found):
        following = found[number + 1][0] if number + 1 < len(found) else len(sentences)
        end = max(_end_of_telling(draft, sentences[index:following]), dates.span.end)
        result.append(_position(draft, sentences[index], dates, end))
    return result


def _sentences(draft: Draft) -> Iterator[_Sentence]:
    """The sentences of the parts that may tell of jobs; a heading is none."""
    text, starts = draft.document.text, [dates.span.start for dates in draft.dates]
    for section in draft.sections:
        if section.kind in _ELSEWHERE:
            continue
        start = section.heading.end if section.heading else section.span.start
        ends = [match.end() for match in _SENTENCE_END.finditer(text, start, section.span.end)]
        for end in [*ends, section.span.end]:
            begin = start + len(text[start:end]) - len(text[start:end].lstrip())
            inside = tuple(draft.dates[bisect_left(starts, begin) : bisect_left(starts, end)])
            if begin < end:
                yield _Sentence(begin, end, " ".join(text[begin:end].lower().replace("’", "'").split()), inside)
            start = end


def _dates_told(draft: Draft, sentences: Sequence[_Sentence], index: int) -> DateRange | None:
    """The dates of the job that begins to be told in a sentence; None when none does."""
    sentence, patterns = sentences[index], _patterns()
    if not sentence.dates:
        return None
    ranges = [dates for dates in sentence.dates if not dates.problem and (dates.current or (dates.end and dates.end != dates.start))]
    began = patterns["began"].search(sentence.text)
    if ranges and (began or patterns["held"].search(sentence.text)):
        return ranges[0]
    if not began:
        return None
    start = sentence.dates[0]
    for later in sentences[index : index + _LONGEST_TELLING]:
        if later is not sentence and patterns["began"].search(later.text):
            return None
        for dates in later.dates:
            if dates is not start and _ends_there(draft, later, dates):
                end = _last_month(draft, dates)
                return DateRange(draft.span(start.span.start, dates.span.end), start.start, end, problem=_problem(start.start, end))
    return None


def _ends_there(draft: Draft, sentence: _Sentence, dates: DateRange) -> bool:
    """Whether a word that ends a job stands shortly before a date."""
    before = " ".join(draft.document.text[max(sentence.start, dates.span.start - _NEAR_END) : dates.span.start].lower().split())
    return _patterns()["ended"].search(f"{before} ") is not None or dates.span.text.lower().startswith(load_work().ended)


def _last_month(draft: Draft, dates: DateRange) -> PartialDate:
    """The end as it is told: "the end of 2018" is its last month."""
    end = dates.end or dates.start
    before = draft.document.text[max(dates.span.start - _NEAR_END, 0) : dates.span.start].lower().split()
    last = end.month is None and not _LAST_PART.isdisjoint(before[-2:])
    return PartialDate(end.year, 12) if last else end


def _problem(start: PartialDate, end: PartialDate) -> str:
    return "reversed" if (end.year, end.month or 12) < (start.year, start.month or 1) else ""


def _end_of_telling(draft: Draft, sentences: Sequence[_Sentence]) -> int:
    """Where what is told of a job ends: before the next one, or with the section."""
    last = bisect_right([section.span.start for section in draft.sections], sentences[0].start)
    section = draft.sections[last - 1].span.end
    return max((sentence.end for sentence in sentences if sentence.end <= section), default=sentences[0].end)


def _position(draft: Draft, sentence: _Sentence, dates: DateRange, end: int) -> Position:
    heading = draft.span(sentence.start, min(max(dates.span.end, sentence.start + 1), sentence.end))
    return Position(
        span=draft.span(sentence.start, end), heading=heading, kind="job", title=_title(draft, sentence), employer=None, dates=dates
    )


def _title(draft: Draft, sentence: _Sentence) -> Span | None:
    """What the person was, where the sentence says so: "as a software engineer in April 2018"."""
    for match in _TITLE.finditer(draft.document.text, sentence.start, sentence.end):
        words = match["title"]
        stop = _TITLE_END.search(words)
        words = words[: stop.start()] if stop else words
        if score(" ".join(words.split()))[0] >= 0.6:
            return draft.span(match.start("title"), match.start("title") + len(words.rstrip()))
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    knowledge = load_work()
    groups = {"began": knowledge.began, "held": knowledge.held, "ended": knowledge.ended}
    return {name: re.compile(rf"(?<![^\W_])(?:{alternatives(words)})(?![^\W_])") for name, words in groups.items()}

"""Component `screener_dates`: the date ranges of a text, each as precise as it is written.

Two steps: points in time are found first (date_points), then joined to ranges by what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.date_points import Point, alternatives, find_points, full_year, may_hold_dates
from screener.parse.draft import Draft, draft_of
from screener.resume import DateRange, PartialDate
from screener.taxonomy.dates import load_date_words
from screener.taxonomy.folding import matched_key

_EARLIEST_WORK = 1940
_LONGEST_YEARS = 60
_LONGEST_ADDRESS = 200
_GAP = re.compile(r"[ \n\t]")
_DASH = "[-–—―−~→]"
_LINE = rf"(?:{_DASH}{{1,2}}>?|=>)"  # also an arrow: "2018 -> 2020"
# "2015–17 Developer" is a range; behind a dash with spaces two digits before a word may count something ("2015 – 12 people").
_TAIL_YEAR = re.compile(
    rf"(?:{_DASH}['’‘]?|\s?(?:{_DASH}|/)\s?['’‘]?(?=\d\d(?!\s?[^\W\d_]{{3}})))(?P<year>\d\d)(?![\d/.%:]|\s?{_DASH}|[^\W_])"
)
_YEAR_FIRST = re.compile(r"\n(?:19|20)\d\d(?!\d)")
_CENTURIES = frozenset(("\n19", "\n20"))
_LONGEST_MONTH = 12
_LONGEST_LEAD = 28  # "fecha de incorporación: "
_OPEN_END = re.compile(rf"\s?{_LINE}\s?(?=$|[\n\t|(,·•])")


@Language.component("screener_dates")
def dates(doc: Doc) -> Doc:
    """Fill `draft.dates` in text order, and the date that the document states of itself."""
    draft = draft_of(doc)
    draft.dates = find_date_ranges(draft)
    draft.stated_date = _stated_date(draft)
    return doc


def find_date_ranges(draft: Draft) -> list[DateRange]:
    """Every date range and lone date of the draft's document, in text order."""
    text = draft.document.text
    points = [
        point
        for start, end in _stretches(draft)
        if may_hold_dates(text, start, end)
        for point in find_points(text, start, end)
        if not _in_address(text, point)
    ]
    ranges: list[DateRange] = []
    index = 0
    while index < len(points):
        following = points[index + 1] if index + 1 < len(points) else None
        found, used = _range_at(draft, points[index], following)
        index += used
        if found is not None:
            ranges.append(found)
    return ranges


def _stretches(draft: Draft) -> Iterator[tuple[int, int]]:
    """The lines of a document, each with the year that begins the next one where it ends with a month: "until September", "2020 …"."""
    text, taken = draft.document.text, 0
    for line in draft.document.lines:
        start, end = max(line.start, taken), line.end
        year = _YEAR_FIRST.match(text, end) if text[end : end + 3] in _CENTURIES else None
        if year and _patterns()["month_at_end"].search(text, max(end - _LONGEST_MONTH, start), end):
            end = taken = year.end()
        if start < end:
            yield start, end


def _in_address(text: str, point: Point) -> bool:
    """Whether the point is part of a web address or an identifier (a DOI, a ticket)."""
    before = _GAP.split(text[max(point.start - _LONGEST_ADDRESS, 0) : point.start])[-1]
    return "://" in before or "www." in before or "@" in before or before.count("/") > 1


def _range_at(draft: Draft, point: Point, following: Point | None) -> tuple[DateRange | None, int]:
    """The range that starts at `point`, and how many points it used up."""
    text = draft.document.text
    patterns = _patterns()
    if following is not None and _joined(text, point, following):
        return _closed(draft, point, following), 2
    if point.year is None:
        return None, 1
    start = PartialDate(point.year, point.first)
    if match := patterns["until_present"].match(text, point.end):
        return DateRange(draft.span(_with_since(text, point.start), match.end()), start, current=True), 1
    if (point.first is None or point.sure) and (match := _TAIL_YEAR.match(text, point.end)):
        year = full_year(match["year"])
        if point.first is None and point.year < year <= point.year + _LONGEST_YEARS:
            return DateRange(draft.span(point.start, match.end()), start, PartialDate(year)), 1
    if not point.sure:
        return None, 1
    if match := _OPEN_END.match(text, point.end):
        return DateRange(draft.span(point.start, match.end()), start, current=True), 1
    since = patterns["since"].search(text, max(point.start - _LONGEST_LEAD, 0), point.start)
    if since is not None:
        return DateRange(draft.span(since.start("word"), point.end), start, current=True), 1
    return _alone(draft, point), 1


def _joined(text: str, point: Point, following: Point) -> bool:
    """Whether what stands between two points makes them the ends of one range."""
    between = text[point.end : following.start]
    if len(between) > 24:
        return False
    if _patterns()["between"].fullmatch(between):
        if following.year is None or not (point.sure or following.sure or point.first is not None):
            return False
        # Two short forms ("6/15-8/18") are dates when they run forward, else fractions.
        return (
            point.sure or following.sure or point.year is None or (point.year, point.first or 1) <= (following.year, following.last or 12)
        )
    # A line that breaks before the dash, which then looks like a bullet: "(Fall 2012\n• May 2014)".
    if between == "\n• ":
        return text[following.end : following.end + 1] == ")" and text.rfind("(", 0, point.start) > text.rfind(")", 0, point.start)
    # The "from" and "to" columns of a table.
    return (
        between == "\t"
        and point.sure
        and following.sure
        and (point.year or 0) <= (following.year or 0)
        and bool(point.first) == bool(following.first)
    )


def _closed(draft: Draft, point: Point, following: Point) -> DateRange:
    """A range with two ends; a start without a year borrows it from the end."""
    assert following.year is not None
    start_year = point.year
    if start_year is None:
        crosses = point.first is not None and following.last is not None and point.first > following.last
        start_year = following.year - 1 if crosses else following.year
    start, end = PartialDate(start_year, point.first), PartialDate(following.year, following.last)
    span = draft.span(_with_since(draft.document.text, point.start), following.end)
    return DateRange(span, start, end, problem=_problem(start, end) or _duration_problem(draft, start, end, following.end))


def _alone(draft: Draft, point: Point) -> DateRange:
    """One date by itself: a year stands for itself, a season for its months, a month for a start."""
    assert point.year is not None
    span = draft.span(point.start, point.end)
    start = PartialDate(point.year, point.first)
    if match := _patterns()["no_year"].match(draft.document.text, point.end):  # "2012 – 2102": an end that no job can have
        return DateRange(draft.span(point.start, match.end()), start, problem="implausible")
    if point.first is None:
        return DateRange(span, start, start)
    if point.last != point.first:
        return DateRange(span, start, PartialDate(point.year, point.last))
    return DateRange(span, start)


def _problem(start: PartialDate, end: PartialDate) -> str:
    if (end.year, end.month or 12) < (start.year, start.month or 1):
        return "reversed"
    if start.year < _EARLIEST_WORK or end.year - start.year > _LONGEST_YEARS:
        return "implausible"
    return ""


def _duration_problem(draft: Draft, start: PartialDate, end: PartialDate, offset: int) -> str:
    """`implausible` when a duration written beside the range contradicts it by more than a year."""
    match = _patterns()["duration"].match(draft.document.text, offset)
    if match is None:
        return ""
    units = load_date_words().durations
    stated = int(match["n1"]) * units[matched_key(match["u1"])]
    if match["n2"]:
        stated += int(match["n2"]) * units[matched_key(match["u2"])]
    months = (end.year - start.year) * 12 + (end.month or 6) - (start.month or 6)
    return "implausible" if abs(months - stated) > 13 else ""


def _with_since(text: str, start: int) -> int:
    """Where the range starts when "from" or "since" stands before it."""
    match = _patterns()["lead"].search(text, max(start - 12, 0), start)
    return match.start("word") if match else start


def _stated_date(draft: Draft) -> date | None:
    """The date that the document gives as its own ("Last updated in March 2026"), its first day when only the month is told."""
    text = draft.document.text
    lowered = text.lower()
    told = any(word in lowered for word in load_date_words().document)
    match = _patterns()["document"].search(text) if told else None
    if match is None:
        return None
    for found in draft.dates:
        if match.end() <= found.span.start <= match.end() + 12 and found.start.month:
            return date(found.start.year, found.start.month, 1)
    return None


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    words = load_date_words()
    present = alternatives(words.present)
    between = alternatives(words.between)
    units = alternatives(words.durations)
    flags = re.IGNORECASE
    return {
        "between": re.compile(
            rf"[\s)]?\s?(?:{_LINE}|{_DASH}?\s?(?:{between}){_DASH}?)\s?\s?(?:(?:the|the\send\sof|ende|fin)\s)?", flags
        ),
        "until_present": re.compile(
            rf"\s?(?:{_LINE}\s?(?:(?:{between})\s)?|(?:{between})\s|[/,(]\s?)\(?(?:the\s)?(?:{present})(?![^\W_])\)?"
            rf"|\t(?:{present})(?![^\W_])|\s(?:{alternatives(words.onwards)})(?![^\W_])",
            flags,
        ),
        "month_at_end": re.compile(rf"(?<![^\W_])(?:{alternatives(words.months)})\.?$", flags),
        "since": re.compile(rf"(?<![^\W_])(?P<word>{alternatives(words.open_since)})(?:\s(?:the|le|el|o|dem|il))?(?:\s|:\s?)$", flags),
        "lead": re.compile(rf"(?<![^\W_])(?P<word>{alternatives(words.since)})[\s:]$", flags),
        "duration": re.compile(
            rf"\s?[(\[·,|/]\s?(?P<n1>\d{{1,2}})\s?(?P<u1>{units})\b\.?(?:[\s,]{{1,2}}(?:and\s|und\s|et\s|y\s)?(?P<n2>\d{{1,2}})\s?(?P<u2>{units})\b)?",
            flags,
        ),
        "no_year": re.compile(
            rf"\s?{_DASH}\s?(?:(?:{alternatives(words.months)})\.?\s|[01]?\d[/.])?(?!(?:19|20)\d\d(?!\d))\d{{3,5}}(?![\w.,:/-])", flags
        ),
        "document": re.compile(rf"(?<![^\W_])(?:{alternatives(words.document)})(?:(?<=[:.])|(?![^\W\d_]))", flags),
    }

"""Where the entries of a section begin, which lines are their headings, and which date is theirs.

A heading is found by its date: dates stand in headings, on a line of their own or beside the title or the employer. How many lines of
a heading stand above its date line is learned from the entries themselves, since one document keeps to one shape. Entries without
any date are found by their titles.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from screener.parse.headers import pieces_of, title_and_employer
from screener.parse.lines import TextLine
from screener.resume import DateRange
from screener.taxonomy.dates import load_date_words
from screener.taxonomy.work import load_work

_MOST_ABOVE = 3
_MOST_BELOW = 2
_TOOL = 0.1  # how little the name of a tool looks like an employer
_DATED_STYLE = 2  # ranges: with so many, a section dates all of its entries
_WRAPPED_WORDS = 3
_FAR_YEAR = 3000
_LEAD_IN = 12
_LONGEST_LEAD = 80
_LONGEST_BULLET = 90
_BULLET_TAIL, _BULLET_HEADING_WORDS = 2, 12
_PLACE_BEHIND = re.compile(r"\)?,\s[A-ZÀ-Þ][\w'’.-]{1,20}(?:,?\s[\w'’.-]{1,20}){0,3}")
_ABBREVIATION = re.compile(r"(?:[A-ZÀ-Þ]\.\s?\w{0,2}\.?|[\s.](?:Inc|Ltd|Co|Corp|Bros|Cía|r\.l|p\.A|V)\.)$")  # a company's form
_MOST_TIMES = 6  # on one line
_BETWEEN_SENTENCES = re.compile(r"[.;]\s")
_DATE_COMPANY = 130  # characters: a longer line with a date in it is a sentence


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading (lines[first:last + 1]) and the date that belongs to it. last is the last line of the heading.

    lead: how many characters of that line belong to the heading, None for all: a sentence may follow.
    """

    first: int
    last: int
    dates: DateRange | None
    lead: int | None = None


def find_entries(block: list[TextLine]) -> list[Entry]:
    """The entries of a section, in order, not overlapping."""
    dated = _dated(block)
    above = _usual_above(block, dated)
    entries: list[Entry] = []
    ranges = sum(is_range(_main_date(block[index])) for index in dated)
    free = 0
    for number, index in enumerate(dated):
        following = dated[number + 1] if number + 1 < len(dated) else len(block)
        first = index
        limit = above if number else max(above, min(index, _MOST_ABOVE))
        while first > free and index - first < limit and (step := _heading_above(block, first, free)):
            first -= step
        entries += _undated(block, free, first) if ranges < _DATED_STYLE else []
        last = _below(block, index, following, first)
        lead = block[index].lead if block[index].bullet else None
        if last == index and last + 1 < following and _told_below(block, first, index):
            last, lead = index + 1, block[index + 1].lead
        main = _main_date(block[index])
        entries.append(Entry(first, last, main, lead))
        entries += [Entry(first, last, other, lead) for other in _besides(block[index], main)]
        free = last + 1
    entries += _undated(block, free, len(block)) if ranges < _DATED_STYLE else []
    return entries


def _heading_above(block: list[TextLine], first: int, free: int) -> int:
    """How many lines the heading line above `first` takes: 1, or 2 when it wraps by a word or so; 0 when there is none."""
    above = block[first - 1]
    if _heads(above) and _same_entry(block, first):
        return 1
    wraps = above.continues and not above.dates and len(above.text.split()) <= _WRAPPED_WORDS and above.text[-1:] != "."
    return 2 if wraps and first - 1 > free and _heads(block[first - 2]) and titled([block[first - 2]]) else 0


def _dated(block: list[TextLine]) -> list[int]:
    """The lines whose dates begin an entry. Where ranges do, a lone date needs a title where the other entries have theirs."""
    listed = _lists_employers(block)
    dated = [index for index in range(len(block)) if _dates_entry(block, index, listed=listed)]
    ranges = [index for index in dated if is_range(_main_date(block[index]))]
    if len(ranges) < 2:
        return dated
    before, behind = (1, 1) if _usual_above(block, ranges) else (0, 2)
    return [index for index in dated if index in ranges or titled(block[max(index - before, 0) : index + behind])]


def _dates_entry(block: list[TextLine], index: int, *, listed: bool) -> bool:
    """Whether the date on this line dates an entry, rather than being told in a sentence. listed: see `_lists_employers`."""
    line = block[index]
    if not line.dates or line.continues:
        return False
    main = _main_date(line)
    if "\t" in line.text and is_range(main) and _row_heading(line) <= _DATE_COMPANY:
        return True
    if line.bullet:
        # Some templates set a bullet before each job: then it opens with a title and a real range.
        lead = line.lead if line.lead < len(line.text) else min(len(line.text), _LONGEST_BULLET)
        dated = main.span.end - line.start <= lead + 1 and (lead < len(line.text) or len(line.text) <= _LONGEST_BULLET)
        post = max((piece.title for piece in pieces_of(line, lead)), default=0.0) >= 0.6
        return is_range(main) and ((dated and post) or (listed and _names_employer(line)))
    if line.text.startswith("(") and len(line.rest.split()) > 2 and not titled([line]):
        return False
    if _told_in_passing(line, main, block[index - 1] if index else None) and not _leads_roles(block, index):
        return False
    at_edge = line.dates[0].span.start - line.start <= 12 or line.end - line.dates[-1].span.end <= 40
    if is_range(main):
        return len(line.text) <= _DATE_COMPANY and (at_edge or line.label_like)
    return line.label_like and at_edge and len(line.rest.split()) <= 9


def _lists_employers(block: list[TextLine]) -> bool:
    """Whether a section is one list, in which bullets name employers with their dates ("• Old Mill – 2015 to 2018")."""
    return sum(map(_names_employer, block)) > 1 and not any(line.label_like and line.dates and titled([line]) for line in block)


def _names_employer(line: TextLine) -> bool:
    """Whether a bullet holds a few words and a range of dates at its end, or only a place behind it (", Salamanca")."""
    if not (line.bullet and line.dates and is_range(_main_date(line))):
        return False
    behind = line.text[line.dates[-1].span.end - line.start :]
    if len(behind) > _BULLET_TAIL and not _PLACE_BEHIND.fullmatch(behind):
        return False
    return 1 < len(line.rest.split()) <= _BULLET_HEADING_WORDS


def _told_in_passing(line: TextLine, dates: DateRange, above: TextLine | None) -> bool:
    """Whether a date ends a sentence, or a title whose own dates stand above ("Team Lead since 2019"), rather than dating an entry."""
    if dates.span.start - line.start <= _LEAD_IN:
        return False
    since = dates.span.text.split()[0].lower() in load_date_words().open_since
    dated_above = above is not None and any(is_range(found) for found in above.dates) and not titled([above])
    if not is_range(dates) or since:
        return dated_above or (since and len(line.rest.split()) > 4 and not titled([line]))
    return False


def _leads_roles(block: list[TextLine], index: int) -> bool:
    """Whether a line that tells since when its post is held ("Team Lead (since 2019)") is the first of the dated roles of one employer."""
    above = _main_date(block[index - 1]) if index and block[index - 1].dates else None
    later = next((line for line in block[index + 1 :] if line.dates and is_range(_main_date(line))), None)
    if above is None or later is None or not (titled([block[index]]) and titled([later])):
        return False
    role = _main_date(later)
    return not role.current and role.start.year >= above.start.year and _extent(role) < _extent(above)


def _row_heading(line: TextLine) -> int:
    """How long the cells of a row are up to the one behind its date: a row may hold the description too."""
    cells = line.text.split("\t")
    end = 0
    for number, cell in enumerate(cells):
        end += len(cell) + 1
        if end > line.dates[0].span.start - line.start:
            return len("\t".join(cells[: number + 2]))
    return len(line.text)


def _main_date(line: TextLine) -> DateRange:
    """The range of a line; when it holds several (the roles inside a job), the longest."""
    ranges = [found for found in line.dates if is_range(found)]
    return max(ranges, key=_extent, default=line.dates[0])


def _besides(line: TextLine, main: DateRange) -> list[DateRange]:
    """The other ranges of a line that lie outside its main one: a post held twice ("2012 – 2015, 2018 – 2019"), roles on one line."""
    between = line.dates[0].span.end - line.start, max(line.dates[-1].span.start - line.start, 0)
    if len(line.dates) > _MOST_TIMES or _BETWEEN_SENTENCES.search(line.text, *between):
        return []
    return [found for found in line.dates if found is not main and is_range(found) and not found.problem and _outside(found, main)]


def _outside(one: DateRange, other: DateRange) -> bool:
    """Whether one range ends before the other begins, or begins when it has ended."""
    return _before(one, other) or _before(other, one)


def _before(one: DateRange, other: DateRange) -> bool:
    """Whether one range has ended when the other begins."""
    if one.end is None or one.current:
        return False
    return (one.end.year, one.end.month or 1) <= (other.start.year, other.start.month or 12)


def _extent(dates: DateRange) -> int:
    """About how many months a range lasts; one that goes on outlasts all others."""
    end = (_FAR_YEAR, 1) if dates.current else (dates.end.year, dates.end.month or 6) if dates.end else (dates.start.year, 1)
    return (end[0] - dates.start.year) * 12 + end[1] - (dates.start.month or 6)


def is_range(found: DateRange) -> bool:
    """Whether dates have two ends; those of one and the same month have."""
    return found.current or (found.end is not None and (found.end != found.start or found.end.month is not None))


def _heads(line: TextLine) -> bool:
    return line.label_like and not line.dates and not _is_labelled_list(line.text)


def _is_labelled_list(text: str) -> bool:
    """Whether a line lists things under a label of its own ("Familiar with: Ansible, Chef, Jenkins"); "Employer: …" labels a heading."""
    label, colon, rest = text.partition(":")
    return bool(colon) and rest.count(",") > 1 and label.strip().lower() not in load_work().labels


def _same_entry(block: list[TextLine], first: int) -> bool:
    """Whether the line above `first` is set close enough to be part of the same heading (a prose line above is not)."""
    above = block[first - 1]
    text = above.text.rstrip()
    return not (text.endswith(".") and len(text.split()) > 4 and not _ABBREVIATION.search(text))


def _usual_above(block: list[TextLine], dated: list[int]) -> int:
    """How many heading lines usually stand above the date line: the most frequent count, the first entry's at a tie."""
    counts: Counter[int] = Counter()
    free = 0
    for number, index in enumerate(dated):
        count = 0
        while index - count > free and count < _MOST_ABOVE and _heads(block[index - count - 1]) and _same_entry(block, index - count):
            count += 1
        exact = number == 0 or (index - count > free and (block[index - count - 1].bullet or block[index - count - 1].continues))
        if exact:
            counts[count] += 1
        free = index + 1
    if not counts:
        return 1
    first = next(iter(counts))
    best = max(counts.values())
    return first if counts[first] == best else next(count for count, times in counts.items() if times == best)


def _below(block: list[TextLine], index: int, following: int, first: int) -> int:
    """The last line of the heading: lines below the date belong to it while title or employer are still missing."""
    last = index
    while last + 1 < following and last - index < _MOST_BELOW:
        candidate = block[last + 1]
        if not _heads(candidate):
            break
        pieces = [piece for line in block[first : last + 1] for piece in pieces_of(line)]
        title, employer = title_and_employer(pieces)
        below = pieces_of(candidate)
        gives_title = title is None and any(piece.title >= 0.6 for piece in below)
        gives_employer = employer is None and title is not None and len(candidate.text.split()) <= 8 and not _lists_tools(candidate)
        gives_place = bool(below) and all(piece.place for piece in below)
        if not (gives_title or gives_employer or gives_place or not pieces):
            break
        last += 1
    return last


def _lists_tools(line: TextLine) -> bool:
    """Whether a line is a list of tools ("C#, .NET, SQL Server") rather than an employer."""
    pieces = pieces_of(line)
    return len(pieces) > 1 and sum(piece.employer <= _TOOL for piece in pieces if not piece.place) * 2 > len(pieces)


def _told_below(block: list[TextLine], first: int, index: int) -> bool:
    """Whether the title opens the sentence below the date ("Engineer, Old Mill Inc. Built the …") and stands nowhere above."""
    candidate = block[index + 1]
    if candidate.bullet or candidate.lead > _LONGEST_LEAD or titled(block[first : index + 1]):
        return False
    return any(piece.title >= 0.75 for piece in pieces_of(candidate, candidate.lead))


def _undated(block: list[TextLine], start: int, stop: int) -> list[Entry]:
    """Entries without a date among lines[start:stop]: short lines with a job title, followed by a description."""
    entries: list[Entry] = []
    index = start
    while index < stop:
        line = block[index]
        group_end = index
        while group_end < stop and _heads(block[group_end]) and group_end - index < _MOST_ABOVE and not _lists(block, index, group_end):
            group_end += 1
        follows = bool(entries) and _lists(block, entries[-1].first, index)
        starts_group = index == 0 or block[index - 1].bullet or block[index - 1].continues or index == start == 0 or follows
        group = block[index:group_end]
        if group and starts_group and titled(group):
            entries.append(Entry(index, group_end - 1, None))
            index = group_end
        else:
            index += 1
            if not line.bullet and group:
                index = max(index, group_end)
    return entries


def _lists(block: list[TextLine], first: int, index: int) -> bool:
    """Whether the line begins another entry of a list that gives title and employer on one line each."""
    return index > first and all(titled([line]) and len(pieces_of(line)) > 1 for line in (block[first], block[index]))


def titled(group: list[TextLine]) -> bool:
    return any(piece.title >= 0.75 and len(piece.text.split()) <= 7 for line in group for piece in pieces_of(line))

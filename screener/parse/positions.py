"""Component `screener_positions`: jobs, internships, projects and volunteer posts, each with its heading, dates and description."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping
from functools import lru_cache

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Span
from screener.parse.date_points import begins_like
from screener.parse.draft import Draft, draft_of
from screener.parse.headers import Piece, pieces_of, title_and_employer
from screener.parse.lines import TextLine, text_lines
from screener.parse.narrative import told_positions
from screener.parse.position_entries import Entry, find_entries, is_range, titled
from screener.parse.sections import heading_kind, words_of
from screener.resume import Position, PositionKind, Section, SectionKind
from screener.taxonomy.work import load_work

_SECTIONS: dict[SectionKind, PositionKind] = {"experience": "job", "volunteering": "volunteer", "projects": "project", "other": "job"}
_WITHOUT_EXPERIENCE: dict[SectionKind, PositionKind] = {**_SECTIONS, "volunteering": "job"}
_FALLBACK: dict[SectionKind, PositionKind] = dict.fromkeys(
    ("header", "summary", "skills", "languages", "interests", "awards", "certificates"), "job"
)
"""Where jobs may stand in a document that heads them with no known word."""
_SAYS_SO: frozenset[SectionKind] = frozenset(("experience", "volunteering", "projects"))  # the heading tells that these are positions
_HEAD = 600  # characters in which a person is introduced


@Language.component("screener_positions")
def positions(doc: Doc) -> Doc:
    """Fill `draft.positions` in text order."""
    draft = draft_of(doc)
    lines = text_lines(draft)
    headed = any(section.kind == "experience" for section in draft.sections)
    freelance = _goes_by_freelance(draft)
    for kind, block in _blocks(draft, lines, _SECTIONS if headed else _WITHOUT_EXPERIENCE):
        found = _block_positions(draft, kind, block)
        if freelance and kind == "project":  # then projects are what others call jobs, each for a client
            found = [replace(each, kind="job") if each.title and each.dates and is_range(each.dates) else each for each in found]
        draft.positions += found
    if not any(position.kind in ("job", "internship") for position in draft.positions):
        for kind, block in _blocks(draft, lines, _FALLBACK):
            draft.positions += _block_positions(draft, kind, block)
        draft.positions.sort(key=lambda position: position.span.start)
    draft.positions = _open_latest(draft.positions)
    if sum(position.kind == "job" for position in draft.positions) <= 1 and len(told := told_positions(draft)) > 1:
        draft.positions = told
    return doc


def _goes_by_freelance(draft: Draft) -> bool:
    """Whether the person is introduced as working freelance, in the lines above the first heading."""
    head = draft.document.text[: draft.sections[0].span.end if draft.sections else 0][:_HEAD]
    return _kind_patterns()["freelance"].search(head) is not None


def _block_positions(draft: Draft, kind: PositionKind, block: list[TextLine]) -> list[Position]:
    """The positions of one section."""
    entries = find_entries(block)
    if block[0].section not in _SAYS_SO:  # then only a range of dates beside a title does
        entries = [
            entry
            for entry in entries
            if entry.dates is not None and is_range(entry.dates) and titled(block[entry.first : entry.last + 1])
        ]
    found = [_position(draft, kind, block, entry, end) for entry, end in zip(entries, _ends(entries, len(block)), strict=True)]
    return [position for position in found if position is not None]


def _ends(entries: list[Entry], last: int) -> list[int]:
    """The line before which each entry ends: where the next one begins; entries of one heading end together."""
    ends: list[int] = []
    for entry, later in zip(reversed(entries), [None, *reversed(entries)], strict=False):
        ends.append(last if later is None else ends[-1] if later.first == entry.first else later.first)
    return ends[::-1]


def _blocks(draft: Draft, lines: list[TextLine], kinds: Mapping[SectionKind, PositionKind]) -> list[tuple[PositionKind, list[TextLine]]]:
    """The lines of each section of these kinds, without the section's heading."""
    result: list[tuple[PositionKind, list[TextLine]]] = []
    starts, ends = [line.start for line in lines], [line.end for line in lines]
    for section in draft.sections:
        found = kinds.get(section.kind) or ("job" if _teaches(section) else None)
        if found is None or _known_other(section):
            continue
        kind: PositionKind = found
        if section.kind == "volunteering" and kind == "job" and not _leads(section):
            kind = "volunteer"
        start = section.heading.end if section.heading else section.span.start
        first, behind = bisect_left(starts, section.span.start), bisect_right(ends, section.span.end)
        block = [line for line in lines[first:behind] if line.end > start]
        if block:
            result.append((kind, block))
    return result


def _leads(section: Section) -> bool:
    """Whether a heading speaks of leading, which is a job where nothing else is headed as one."""
    return section.heading is not None and "leadership" in words_of(section.heading.text)


def _teaches(section: Section) -> bool:
    """Whether a heading is of teaching, which is a job where a title and dates stand below it."""
    return section.kind == "courses" and section.heading is not None and "teaching" in words_of(section.heading.text)


def _known_other(section: Section) -> bool:
    """Whether the heading names something that is known to hold no positions ("Availability")."""
    return (
        section.kind == "other"
        and section.heading is not None
        and heading_kind(words_of(section.heading.text), prominent=False)[0] is not None
    )


def _position(draft: Draft, kind: PositionKind, block: list[TextLine], entry: Entry, following: int) -> Position | None:
    """The position of an entry whose description ends before block[following]; None when it is not one (a study, a bare date)."""
    heading_lines = block[entry.first : entry.last + 1]
    pieces = [piece for line in heading_lines[:-1] for piece in pieces_of(line)] + pieces_of(heading_lines[-1], entry.lead)
    title, employer = title_and_employer(pieces)
    patterns = _kind_patterns()
    end = heading_lines[-1].end if entry.lead is None else heading_lines[-1].start + entry.lead
    heading = draft.span(heading_lines[0].start, end)
    if patterns["pause"].search(heading.text) or (patterns["study"].search(heading.text) and not _is_post(title)):
        return None
    if title is None and (entry.dates is None or not is_range(entry.dates)):
        return None
    if any(line.text.lower().strip() in load_work().students for line in block[entry.first : entry.last + 2]):
        return None  # "Student" on a line of its own, at a course
    span = draft.span(heading_lines[0].start, block[following - 1].end)
    return Position(
        span=span,
        heading=heading,
        kind=_kind(kind, heading.text, title, span.text[len(heading.text) :]),
        title=_span(draft, title),
        employer=_span(draft, employer),
        dates=entry.dates,
    )


def _is_post(title: Piece | None) -> bool:
    """Whether a title names a post, rather than a degree ("Master of Science") or being a student."""
    if title is None:
        return False
    nouns = {word for word in words_of(title.text) if word in load_work().title_nouns}
    return bool(nouns - load_work().also_studies)


_ALSO_EMPLOYED = frozenset(("consultant", "independent"))  # said of employees, too


def _open_latest(found: list[Position]) -> list[Position]:
    """The positions, the latest one going on when it shows only the month of its start beside jobs that show both ends."""
    dated = [position for position in found if position.kind == "job" and position.dates is not None]
    if not any(position.dates and is_range(position.dates) for position in dated):
        return found
    latest = max(dated, key=lambda position: (position.dates.start.year, position.dates.start.month or 0) if position.dates else (0, 0))
    dates = latest.dates
    if dates is None or dates.end is not None or dates.current or latest.title is None:
        return found
    return [replace(item, dates=replace(dates, current=True)) if item is latest else item for item in found]


def _span(draft: Draft, piece: Piece | None) -> Span | None:
    return draft.span(piece.start, piece.end) if piece else None


def _kind(kind: PositionKind, heading: str, title: Piece | None, told: str) -> PositionKind:
    """The kind of a position: what its heading says, or the first word of what is told of it, else that of its section."""
    patterns = _kind_patterns()
    if patterns["volunteer"].search(heading) or (_is_member(title) and patterns["membership"].search(heading)):
        return "volunteer"
    if kind == "job" and patterns["project"].search(heading):
        return "project"
    opening = patterns["internship"].match(told, len(told) - len(told.lstrip(" \n\t•")))
    said = patterns["internship"].search(title.text if title else heading) or (opening and _opens_a_remark(told, opening.end()))
    if kind == "job" and said:
        return "internship"
    return kind


def _is_member(title: Piece | None) -> bool:
    """Whether a title tells of belonging to something ("Board Member"), rather than of a post ("Member of Technical Staff")."""
    return title is not None and {word for word in words_of(title.text) if word in load_work().title_nouns} == {"member"}


def _opens_a_remark(told: str, end: int) -> bool:
    """Whether the word that ends there leads a remark ("Stage encadré par …", "Internship at …"), not a name ("Stage Manager of …")."""
    return told[end : end + 1] in (" ", ".", ":", ",", "\n", "") and not told[end + 1 : end + 2].isupper()


@lru_cache(maxsize=1)
def _kind_patterns() -> dict[str, re.Pattern[str]]:
    knowledge = load_work()
    words = {
        "volunteer": knowledge.volunteer,
        "membership": knowledge.membership,
        "project": knowledge.project,
        "internship": knowledge.internship,
        "study": knowledge.study,
        "pause": knowledge.pauses,
        "freelance": tuple(sorted(knowledge.freelance - _ALSO_EMPLOYED)),
    }
    return {name: _any_of(group) for name, group in words.items()}


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    spellings = "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in words)
    return re.compile(rf"(?i)(?<![^\W_]){begins_like(words)}(?:{spellings})(?![^\W_])")

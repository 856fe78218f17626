"""What each mention of a skill is worth: held, or taken away by the words around it or by the section it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from spacy.tokens import Doc

from screener.parse.draft import Draft
from screener.parse.matching import Match, phrase_matcher
from screener.parse.tokenizer import ResumeTokenizer
from screener.resume import Scope, SectionKind
from screener.taxonomy.phrase_book import NEVER, load_scope_book
from screener.taxonomy.skill_scopes import Cue, Reach, SkillScopes

Region = tuple[int, int, Scope]
"""Tokens from start to end (exclusive) whose skills have this scope."""

_CLAUSE_TOKENS, _LIST_TOKENS, _STATEMENT_TOKENS, _LONGEST_NAME = 30, 150, 24, 10
_STOPS = frozenset(".;!?•")
_OPENERS = frozenset("(-:")


@dataclass(frozen=True, slots=True)
class ScopeReader:
    """Reads the scopes of one Doc's mentions; made once. cues: by the key that `find` gives them."""

    scopes: SkillScopes
    find: Callable[[Doc], list[Match]]
    cues: Mapping[str, tuple[Cue, ...]]

    def regions(self, doc: Doc, draft: Draft, skills: Mapping[int, int]) -> list[Region]:
        """Where cues reach, in text order. skills: start token of each name of a skill → its end token."""
        page = _Page(doc, draft.document.text, skills, {end: start for start, end in skills.items()}, self.scopes)
        found: list[Region] = []
        for key, start, end in self.find(doc):
            for cue in self.cues[key]:
                if cue.sections and draft.section_at(doc[start].idx) not in cue.sections:
                    continue
                if (cue.after or cue.unless_after) and not page.allows(cue, start):
                    continue
                reached = _REACHES[cue.reach](page, start, end)
                if reached is not None:
                    found.append((*reached, cue.scope))
        return sorted(found)

    def of_section(self, kind: SectionKind) -> Scope:
        """The scope of a mention that no cue reaches."""
        return self.scopes.sections.get(kind, "held")


def make_scope_reader(tokenizer: ResumeTokenizer, scopes: SkillScopes) -> ScopeReader:
    """The reader of the docs that `tokenizer` makes, over the shipped cues."""
    book = load_scope_book()
    cues = {key: () if key == NEVER else tuple(scopes.cues[int(number)] for number in key.split(",")) for key in book.keys}
    return ScopeReader(scopes, phrase_matcher(tokenizer, book), cues)


def scope_at(regions: Sequence[Region], start: int) -> Scope | None:
    """The scope that the nearest cue before it gives the mention beginning at token `start`; None when none reaches it."""
    index = bisect_right(regions, start, key=itemgetter(0))
    while index and start - regions[index - 1][0] <= _LIST_TOKENS + _LONGEST_NAME:
        first, end, scope = regions[index - 1]
        if first <= start < end:
            return scope
        index -= 1
    return None


@dataclass(frozen=True, slots=True)
class _Page:
    """A Doc, the skills named in it (ends by starts, starts by ends), and the small words that decide how far a cue reaches."""

    doc: Doc
    text: str
    skills: Mapping[int, int]
    starts: Mapping[int, int]
    scopes: SkillScopes

    def norm(self, index: int) -> str:
        norm: str = self.doc[index].norm_
        return norm

    def breaks_before(self, index: int) -> bool:
        """Whether a new line that does not run on from the one before begins at token `index`."""
        token = self.doc[index]
        if index == 0 or self.text[token.idx - 1] != "\n":
            return False
        return not (self.norm(index - 1) in self.scopes.run_on or token.text[0].islower())

    def allows(self, cue: Cue, start: int) -> bool:
        """Whether the words before token `start`, back to the beginning of its statement, are those that `cue` asks for."""
        before: set[str] = set()
        for index in range(start - 1, max(start - _STATEMENT_TOKENS, 0) - 1, -1):
            if self.norm(index) in _STOPS or self.breaks_before(index + 1):
                break
            before.add(self.norm(index))
        return cue.unless_after.isdisjoint(before) and not (cue.after and cue.after.isdisjoint(before))

    def next_skill(self, index: int) -> int | None:
        """The skill that begins at `index`, or after nothing but list separators and small words; None when something else follows."""
        for here in range(index, min(len(self.doc), index + 4)):
            if self.breaks_before(here):
                return None
            if here in self.skills:
                return here
            if self.norm(here) in _STOPS or self.norm(here) not in self.scopes.separators | self.scopes.fillers:
                return None
        return None


def _reach_clause(page: _Page, _start: int, end: int) -> tuple[int, int] | None:
    index, limit, open_brackets = end, min(len(page.doc), end + _CLAUSE_TOKENS), 0
    while index < limit:
        norm = page.norm(index)
        open_brackets += (norm == "(") - (norm == ")")
        if norm in _STOPS or open_brackets < 0 or page.breaks_before(index):
            break
        if index in page.skills:
            index = page.skills[index]
            continue
        if norm in page.scopes.ends or (norm in (",", "|") and page.next_skill(index + 1) is None):
            break
        index += 1
    return end, index


def _reach_next(page: _Page, _start: int, end: int) -> tuple[int, int] | None:
    index = end
    while index < len(page.doc) and page.norm(index) in page.scopes.fillers and not page.breaks_before(index):
        index += 1
    if index not in page.skills or page.breaks_before(index):
        return None
    following: int | None = index
    reached = index
    while following is not None and following - end < _LIST_TOKENS:
        reached = page.skills[following]
        following = page.next_skill(reached)
    return end, reached


def _reach_list(page: _Page, _start: int, end: int) -> tuple[int, int] | None:
    index, limit = end, min(len(page.doc), end + _LIST_TOKENS)
    while index < limit and page.norm(index) not in _STOPS and not (index > end + 1 and page.breaks_before(index)):
        index += 1
    return end, index


def _reach_before(page: _Page, start: int, _end: int) -> tuple[int, int] | None:
    if start < 2 or page.norm(start - 1) not in _OPENERS or page.breaks_before(start):
        return None
    first = page.starts.get(start - 1)
    return None if first is None else (first, start - 1)


def _reach_line(page: _Page, start: int, end: int) -> tuple[int, int] | None:
    while start and page.text[page.doc[start].idx - 1] != "\n":
        start -= 1
    while end < len(page.doc) and page.text[page.doc[end].idx - 1] != "\n":
        end += 1
    return start, end


_REACHES: Mapping[Reach, Callable[[_Page, int, int], tuple[int, int] | None]] = {
    "clause": _reach_clause,
    "next": _reach_next,
    "list": _reach_list,
    "before": _reach_before,
    "line": _reach_line,
}

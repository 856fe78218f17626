"""What each mention of a skill is worth: held, or taken away by the words around it or by the section it stands in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc
from spacy.vocab import Vocab

from screener.document import Document
from screener.parse.matching import phrase_matcher
from screener.resume import Scope, SectionKind
from screener.taxonomy.skill_scopes import Reach, SkillScopes

Region = tuple[int, int, Scope]
"""Tokens from start to end (exclusive) whose skills have this scope."""

_EXCEPTION = "exception"
_CLAUSE_TOKENS = 30
_LIST_TOKENS = 150
_STOPS = frozenset(".;!?•")
_SEPARATORS = frozenset(", | / & · - ( ) : and or nor und oder noch et ou ni y o e".split())
_FILLERS = frozenset("a an any the some more in of with de en avec mit con about much basic".split())
_RUN_ON = frozenset(", and or nor with in of to the / & including und oder mit et ou avec de y con".split())


@dataclass(frozen=True, slots=True)
class ScopeReader:
    """Reads the scopes of one Doc's mentions; made once."""

    scopes: SkillScopes
    find: Callable[[Doc], list[tuple[str, int, int]]]

    def regions(self, doc: Doc, document: Document, skills: Mapping[int, int]) -> list[Region]:
        """Where cues reach. skills: start token of each name of a skill → its end token."""
        words = _Words(doc, document)
        found: list[Region] = []
        for key, start, end in self.find(doc):
            if key != _EXCEPTION:
                cue = self.scopes.cues[int(key)]
                reached = _REACHES[cue.reach](words, start, end, skills, self.scopes.ends)
                if reached is not None:
                    found.append((*reached, cue.scope))
        return sorted(found)

    def of_section(self, kind: SectionKind) -> Scope:
        """The scope of a mention that no cue reaches."""
        return self.scopes.sections.get(kind, "held")


def make_scope_reader(vocab: Vocab, tokenize: Callable[[str], Doc], scopes: SkillScopes) -> ScopeReader:
    """The reader of a parser's docs: `vocab` and `tokenize` are those that make them."""
    phrases = {_EXCEPTION: scopes.exceptions} | {str(number): cue.phrases for number, cue in enumerate(scopes.cues)}
    return ScopeReader(scopes, phrase_matcher(vocab, tokenize, phrases))


def scope_at(regions: list[Region], start: int) -> Scope | None:
    """The scope that the nearest cue gives the mention beginning at token `start`; None when none reaches it."""
    for first, end, scope in reversed(regions[: bisect_right([first for first, _, _ in regions], start)]):
        if first <= start < end:
            return scope
    return None


class _Words:
    """The words of a Doc, and where its lines end."""

    def __init__(self, doc: Doc, document: Document) -> None:
        self.doc = doc
        self.text = document.text
        self.count = len(doc)

    def norm(self, index: int) -> str:
        norm: str = self.doc[index].norm_
        return norm

    def breaks_before(self, index: int) -> bool:
        """Whether a new line that does not run on from the one before begins at token `index`."""
        token = self.doc[index]
        if token.idx == 0 or self.text[token.idx - 1] != "\n":
            return False
        return not (self.norm(index - 1) in _RUN_ON or token.text[0].islower())


def _reach_clause(words: _Words, _start: int, end: int, skills: Mapping[int, int], ends: frozenset[str]) -> tuple[int, int] | None:
    index = end
    while index < min(words.count, end + _CLAUSE_TOKENS):
        if index in skills:
            index = skills[index]
            continue
        norm = words.norm(index)
        if norm in _STOPS or norm in ends or words.breaks_before(index):
            break
        if norm in (",", "|") and _next_skill(words, index + 1, skills) is None:
            break
        index += 1
    return end, index


def _reach_next(words: _Words, _start: int, end: int, skills: Mapping[int, int], _ends: frozenset[str]) -> tuple[int, int] | None:
    index = end
    while index < words.count and words.norm(index) in _FILLERS and not words.breaks_before(index):
        index += 1
    if index not in skills or words.breaks_before(index):
        return None
    reached = skills[index]
    following = _next_skill(words, reached, skills)
    while following is not None and following > reached:
        reached = skills[following]
        following = _next_skill(words, reached, skills)
    return end, reached


def _reach_list(words: _Words, _start: int, end: int, _skills: Mapping[int, int], _ends: frozenset[str]) -> tuple[int, int] | None:
    index = end
    while index < min(words.count, end + _LIST_TOKENS):
        if words.norm(index) in _STOPS or (index > end + 1 and words.breaks_before(index)):
            break
        index += 1
    return end, index


def _reach_before(words: _Words, start: int, _end: int, skills: Mapping[int, int], _ends: frozenset[str]) -> tuple[int, int] | None:
    if start < 2 or words.norm(start - 1) not in ("(", "-", ":", ","):
        return None
    ends = {end: first for first, end in skills.items() if end <= start - 1}
    first = ends.get(start - 1)
    if first is None or words.norm(start - 1) == "," or words.breaks_before(start):
        return None
    return first, start - 1


_Reacher = Callable[[_Words, int, int, Mapping[int, int], frozenset[str]], "tuple[int, int] | None"]
_REACHES: Mapping[Reach, _Reacher] = {"clause": _reach_clause, "next": _reach_next, "list": _reach_list, "before": _reach_before}


def _next_skill(words: _Words, index: int, skills: Mapping[int, int]) -> int | None:
    """The skill that begins at `index`, or after nothing but list separators and small words; None when something else follows."""
    limit = min(words.count, index + 4)
    while index < limit:
        if index in skills:
            return index
        if words.breaks_before(index) or words.norm(index) not in _SEPARATORS | _FILLERS:
            return None
        index += 1
    return None

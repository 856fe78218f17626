"""Which names of skills to believe: a name that is also a common word ("Go", "Spring", "Excel") needs a list or a cue around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc

from screener.parse.draft import Draft
from screener.parse.matching import Match
from screener.taxonomy.skills import Ambiguity, alias_key

_STOPS = frozenset((".", "•", "!", "?"))
_GLUE = frozenset(("-", "'", "&", ".", "_", "@", "#"))
_GLUED_ENDINGS = frozenset(("based", "lang", "driven", "only", "like", "powered"))
_LEFT, _RIGHT = 18, 12
"""Words of a statement in which a cue is looked for, before and after the name."""


@dataclass(frozen=True, slots=True)
class NameRules:
    """The rules for ambiguous names: by `alias_key`, and then by the exact spelling that a rule asks for.

    separators: what stands between the names of a list.
    """

    by_key: Mapping[str, Mapping[str, Ambiguity]]
    separators: frozenset[str]


def name_rules(ambiguous: Mapping[str, Ambiguity], separators: frozenset[str]) -> NameRules:
    """The rules of a taxonomy, ready for look-up. A name in lower case but for its first letter may stand all in capitals, too."""
    by_key: dict[str, dict[str, Ambiguity]] = {}
    for name, rule in ambiguous.items():
        rules = by_key.setdefault(alias_key(name), {})
        rules[name] = rule
        if name[0].isupper() and name[1:].islower():
            rules.setdefault(name.upper(), rule)
    return NameRules(by_key, separators)


def believable(doc: Doc, draft: Draft, found: Sequence[Match], rules: NameRules) -> list[Match]:
    """The matches that are skills, of all that look like one. found: in text order."""
    text = draft.document.text
    doubts = [rules.by_key.get(alias_key(_surface(doc, text, match))) for match in found]
    kept: list[Match] = []
    for first, end in _chains(doc, found, rules.separators):
        strong = sum(doubt is None for doubt in doubts[first:end])
        for index in range(first, end):
            doubt = doubts[index]
            if doubt is None or _believe(_Name(doc, draft, found[index], strong, end - first), rules.separators, doubt):
                kept.append(found[index])
    return kept


@dataclass(frozen=True, slots=True)
class _Name:
    """An ambiguous name where it stands. strong: names without doubt in its list; listed: names in its list, itself among them."""

    doc: Doc
    draft: Draft
    match: Match
    strong: int
    listed: int


def _believe(name: _Name, separators: frozenset[str], rules: Mapping[str, Ambiguity]) -> bool:
    if _is_glued(name):
        return False
    exact = rules.get(_surface(name.doc, name.draft.document.text, name.match))
    if exact is not None and (exact.casual or _has_word_before(name, exact) or _has_cue(name, exact)):
        return True
    if not all(rule.listed for rule in rules.values()):
        return False
    in_skills = name.draft.section_at(name.doc[name.match[1]].idx) == "skills"
    if in_skills and exact is not None and (name.listed > 1 or _stands_alone(name, separators)):
        return True
    return name.strong > (0 if exact is not None or in_skills else 1)


def _surface(doc: Doc, text: str, match: Match) -> str:
    last = doc[match[2] - 1]
    return text[doc[match[1]].idx : last.idx + len(last)].replace("\n", " ").replace("\t", " ")


def _chains(doc: Doc, found: Sequence[Match], separators: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Runs of names with nothing but list separators between them, as index ranges over `found`."""
    first = 0
    for index in range(1, len(found) + 1):
        if index == len(found) or not _adjacent(doc, found[index - 1][2], found[index][1], separators):
            if index > first:
                yield first, index
            first = index


def _adjacent(doc: Doc, end: int, start: int, separators: frozenset[str]) -> bool:
    if start - end > 3:
        return False
    return all(doc[index].norm_ in separators for index in range(end, start))


def _is_glued(name: _Name) -> bool:
    """Whether the name is a part of a longer word: "C-level", "R'n'B", "J. C. Smith"."""
    _, start, end = name.match
    doc = name.doc
    if start and not doc[start - 1].whitespace_ and doc[start - 1].norm_ in _GLUE:
        return True
    if doc[end - 1].whitespace_ or end == len(doc) or doc[end].norm_ not in _GLUE:
        return False
    following = doc[end + 1] if end + 1 < len(doc) and not doc[end].whitespace_ else None
    return following is not None and following.is_alpha and following.norm_ not in _GLUED_ENDINGS


def _stands_alone(name: _Name, separators: frozenset[str]) -> bool:
    """Whether the name is a whole item: between separators, or the ends of its line."""
    _, start, end = name.match
    doc, text = name.doc, name.draft.document.text
    begins = start == 0 or doc[start - 1].norm_ in separators or text[doc[start].idx - 1] in "\n\t"
    finish = doc[end - 1].idx + len(doc[end - 1])
    ends = end == len(doc) or doc[end].norm_ in separators or text[finish] in "\n\t"
    return begins and ends


def _has_word_before(name: _Name, rule: Ambiguity) -> bool:
    start = name.match[1]
    return start > 0 and name.doc[start - 1].norm_ in rule.before


def _has_cue(name: _Name, rule: Ambiguity) -> bool:
    _, start, end = name.match
    doc = name.doc
    left = range(start - 1, max(start - (rule.window or _LEFT), 0) - 1, -1)
    right = range(0) if rule.window else range(end, min(end + _RIGHT, len(doc)))
    for indices in (left, right):
        for index in indices:
            norm = doc[index].norm_
            if norm in rule.cues:
                return True
            if norm in _STOPS:
                break
    return False

"""How a sentence joins the skills that it names: "and", "or", "such as", "at least two of", brackets and slashes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from screener.drafting.drafted import Weigh
from screener.drafting.posting import says
from screener.parse.words import words_in
from screener.taxonomy.drafting import load_drafting_words
from screener.taxonomy.folding import matched_key
from screener.taxonomy.skills import load_skills

Joint = Literal["or", "and", "comma", "slash", "opens", "none"]

_FILLER = (
    r"(?:(?:the|a|an|some|either|both|also|with|in|of|for|good|solid|strong|basic|modern|our|your|using|ideally|even|maybe|"
    r"especially|particularly) )"
)
_OR = re.compile(r"[ ,]*(?:and/or|or|oder|ou)\b[^.;:()]{0,40}")
_AND = re.compile(r"[ ,]*(?:and|und|et|plus|as well as|together with|along with|&|\+)(?: |$)[^.;:()]{0,40}")
_COMMA = re.compile(rf" ?[,•|] {_FILLER}{{0,2}}")
_SLASH = re.compile(r" ?/ ?")
_WITH = re.compile(r",? (?:with|using|through|by|via|in)\b")
_NEW_ITEM = re.compile(r",|\b(?:and|or|plus|und|oder)\b")
_UNKNOWN = re.compile(r" ?, (?P<name>[A-Z][\w+#.-]*(?: [A-Z0-9][\w+#.-]*){0,2}) ?(?P<joint>,? (?:and|or) |, |/)")
"""A name between two known skills that no list of skills knows."""
_SUCH_AS = re.compile(r", (?:e\.g|for example|such as|for instance|like|z\.B|including)")
_AT_LEAST = re.compile(r"(?i)\b(two|three|four|2|3|4)(?: \(\d\))?(?: or more)? (?:of|from)\b[^.;]{0,40}$")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}
_BEFORE, _AFTER = 60, 26


@dataclass(frozen=True, slots=True)
class Named:
    """A skill named at text[start:end]."""

    id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Group:
    """Skills of which `at_least` so many are asked, named between start and end.

    examples: the posting names them as examples of something wider. head: the wider skill that it names before them, if any.
    added: those that it does not name, offered because it leaves the list open. unknown: names in the list that no taxonomy knows.
    """

    ids: tuple[str, ...]
    at_least: int
    start: int
    end: int
    examples: bool = False
    head: str = ""
    added: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def all_of_each(group: Group) -> Iterator[tuple[str, ...]]:
    """The alternatives of each skill that a group asks: all in one when any of them will do, one by one when all are asked."""
    if group.at_least == len(group.ids):
        yield from ((each,) for each in group.ids)
    else:
        yield group.ids


def group_skills(text: str, named: Sequence[Named], importance_at: Weigh) -> list[Group]:
    """The groups that the skills of a sentence form, in text order; skills that are asked differently stand in different groups.

    named: without overlaps, in text order.
    """
    groups: list[Group] = []
    for run in _runs(text, named, importance_at):
        groups += _grouped(text, run, groups)
    return [_with_peers(text, _with_unknown(text, group)) for group in groups if not _is_told_by(text, group, groups)]


def _is_told_by(text: str, group: Group, groups: Sequence[Group]) -> bool:
    """Whether it is one skill that every skill of the next group implies ("infrastructure as code with Terraform or Pulumi")."""
    following = next((each for each in groups if each.start >= group.end), None)
    if following is None or len(group.ids) != 1 or not _WITH.match(text, group.end):
        return False
    return all(group.ids[0] in load_skills().implied[each] for each in following.ids) and following.at_least == 1


def _with_unknown(text: str, group: Group) -> Group:
    """The group with the names inside its list that no taxonomy knows."""
    names = tuple(match["name"] for match in _UNKNOWN.finditer(text, group.start, group.end))
    known = load_skills().skills
    lower = {alias.lower() for each in group.ids for alias in known[each].aliases}
    return replace(group, unknown=tuple(name for name in names if name.lower() not in lower))


def _joint(text: str, left: Named, right: Named) -> Joint:
    gap = text[left.end : right.start]
    if _SLASH.fullmatch(gap):
        return "and" if frozenset((left.id, right.id)) in load_drafting_words().together else "slash"
    unknown = _UNKNOWN.fullmatch(gap)
    if unknown:
        return _UNKNOWN_JOINTS.get(unknown["joint"].strip(" ,"), "comma")
    if _opens(gap):
        return "opens"
    for joint, pattern in _JOINTS:
        if pattern.fullmatch(gap):
            return joint
    return "none"


_UNKNOWN_JOINTS: dict[str, Joint] = {"and": "and", "or": "or"}
_JOINTS: tuple[tuple[Joint, re.Pattern[str]], ...] = (("or", _OR), ("and", _AND), ("comma", _COMMA))


def _opens(gap: str) -> bool:
    """Whether the gap begins a list of examples of what stands before it."""
    before, bracket, inside = gap.partition("(")
    if len(gap) > _BEFORE or _NEW_ITEM.search(before[1:] if _SUCH_AS.match(gap) else before) or "." in before.replace("e.g.", ""):
        return False
    if bracket:
        return not inside.strip(" :,") or says("lists.examples", inside) or says("lists.one_of", inside)
    return says("lists.examples", gap) or gap.rstrip().endswith(":")


@dataclass(frozen=True, slots=True)
class _Run:
    """Skills in one list. joints: what stands between them. head: the skill of which they are examples."""

    named: tuple[Named, ...]
    joints: tuple[Joint, ...]
    head: Named | None = None


def _runs(text: str, named: Sequence[Named], importance_at: Weigh) -> Iterator[_Run]:
    current: list[Named] = []
    joints: list[Joint] = []
    head: Named | None = None
    for each in named:
        alike = bool(current) and importance_at(current[-1].start) == importance_at(each.start)
        joint = _joint(text, current[-1], each) if alike else "none"
        if not current:
            current = [each]
        elif joint in ("none", "opens"):
            opener = current.pop() if joint == "opens" else None
            if current:
                yield _Run(tuple(current), tuple(joints[: len(current) - 1]), head)
            current, joints, head = [each], [], opener
        else:
            current.append(each)
            joints.append(joint)
    if current:
        yield _Run(tuple(current), tuple(joints), head)


def _grouped(text: str, run: _Run, before: Sequence[Group]) -> list[Group]:
    run = _without_the_rest(text, run)
    start, end = run.named[0].start, run.named[-1].end
    prefix = text[max(before[-1].end if before else 0, start - _BEFORE) : start]
    suffix = text[end : end + _AFTER]
    ids = tuple(dict.fromkeys(each.id for each in run.named))
    whole = Group(ids, 1, start, end)
    wanted = _AT_LEAST.search(prefix)
    if wanted:
        return [replace(whole, at_least=min(_NUMBERS[matched_key(wanted[1])], len(ids)))]
    examples = says("lists.examples", _nearest(prefix)) or (run.head is not None and "(" not in text[run.head.end : start])
    bracketed = _in_brackets(prefix) and "and" not in run.joints
    others = says("lists.others", suffix)
    if says("lists.one_of", _nearest(prefix)):
        return [replace(whole, examples=examples or others)]
    if examples or others or bracketed or run.head:
        return [_under_head(text, whole, run.head, examples=examples or others)]
    return _joined(run)


def _nearest(prefix: str) -> str:
    """The words before a list that speak of it: none from before a comma or semicolon, but for one behind "e.g."."""
    return re.split(r"(?<!\.)[,;] (?!e\.g|for example)", prefix)[-1]


def _without_the_rest(text: str, run: _Run) -> _Run:
    """Without a last name that only says what the others are ("HubSpot, Salesforce, or similar CRM")."""
    if len(run.named) > 1 and says("lists.others", text[run.named[-2].end : run.named[-1].start]):
        return _Run(run.named[:-1], run.joints[:-1], run.head)
    return run


def _in_brackets(prefix: str) -> bool:
    return prefix.count("(") > prefix.count(")")


def _under_head(text: str, group: Group, head: Named | None, *, examples: bool) -> Group:
    """The group with the wider skill before it: alone where every example implies it, beside them otherwise."""
    if head is None:
        return replace(group, examples=examples)
    implied = load_skills().implied
    nouns = words_in(text).phrases(load_drafting_words().category_nouns, 0, len(text))
    if all(head.id in implied[each] or head.id == each for each in group.ids) and not says("lists.kinds", text[head.end : group.start]):
        return replace(group, ids=(head.id,), start=head.start, head=head.id)
    if says("lists.kinds", text[head.end : group.start]):
        return replace(group, start=head.start, examples=True)
    if any(hit.start <= head.start < hit.end and set(group.ids) <= set(category.skills) for hit, category in nouns):
        return replace(group, start=head.start, examples=examples)
    return replace(
        group, ids=(head.id, *(each for each in group.ids if each != head.id)), start=head.start, examples=examples, head=head.id
    )


def _joined(run: _Run) -> list[Group]:
    """A plain list: commas mean what the next "and" or "or" says, and "and" parts what "or" joins."""
    joints: list[Joint] = []
    following: Joint = "and"
    for joint in reversed(run.joints):
        if joint in ("or", "and"):
            following = joint
        joints.append(following if joint == "comma" else joint)
    parts: list[list[Named]] = [[run.named[0]]]
    for each, joint in zip(run.named[1:], reversed(joints), strict=True):
        if joint == "and":
            parts.append([each])
        else:
            parts[-1].append(each)
    return _with_singles_together([Group(tuple(dict.fromkeys(n.id for n in part)), 1, part[0].start, part[-1].end) for part in parts])


def _with_singles_together(groups: Sequence[Group]) -> list[Group]:
    """Neighbours of one skill each become one group that asks them all."""
    merged: list[Group] = []
    for group in groups:
        last = merged[-1] if merged else None
        if last and last.at_least == len(last.ids) and len(group.ids) == 1:
            ids = tuple(dict.fromkeys((*last.ids, *group.ids)))
            merged[-1] = replace(last, ids=ids, at_least=len(ids), end=group.end)
        else:
            merged.append(group)
    return merged


def _with_peers(text: str, group: Group) -> Group:
    """An open list with the other skills of its kind."""
    if not group.examples or (group.head and len(group.ids) == 1):
        return group
    examples = [each for each in group.ids if each != group.head]
    categories = load_drafting_words().categories
    named = [category for _, category in words_in(text).phrases(load_drafting_words().category_nouns, 0, len(text))]
    fitting = [each for each in (*named, *sorted(categories, key=lambda each: len(each.skills))) if set(examples) <= set(each.skills)]
    added = tuple(each for each in fitting[0].skills if each not in group.ids) if fitting else ()
    return replace(group, ids=(*group.ids, *added), added=added)

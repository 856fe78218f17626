"""Component `screener_work`: which families of work each position belongs to, from its title and from what was done there."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from msgspec.structs import replace
from spacy.language import Language
from spacy.tokens import Doc

from screener.document import Span
from screener.parse.draft import Draft, draft_of
from screener.parse.headers import score
from screener.parse.phrase_index import Hit, PhraseIndex
from screener.parse.words import without_feminine
from screener.resume import DateRange, Position, Skill, Work
from screener.taxonomy.skills import load_skills
from screener.taxonomy.work import UNKNOWN_TITLE, Family, load_work

_OPEN_CLASSES = frozenset((UNKNOWN_TITLE, "business", "consulting", "engineer", "lead", "executive"))
"""Classes of titles that leave open what the work was."""
_UNTOLD_CLASSES = frozenset(("consulting", "engineer", "lead"))
"""Those of them whose work is as likely to be software as not."""
_MOSTLY = 0.85
_FAR_OFF = 12 * 2100
_HEADLINE_LINES = 6
_LEGIBLE_WORDS = 5
_SHOWN_GROUNDS = 3
_NEIGHBOURS = 50
"""So many positions before and behind a job are looked at for what was done inside it: more than any career lists."""
_FEW, _SEVERAL = 3, 5
_LOST_SPACE = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
_IN_BRACKETS = re.compile(r"\s\([\w+#./&-]{2,20}(?:\s[\w+#./&-]{2,20})?\)")
_PARTS = re.compile(r"\s?[&/+,;|→]\s?|\s(?:and|und|et|y|e)\s")


@dataclass(slots=True)
class _Grounds:
    """What a description says for one family: words by their text in lower case, which are strong, whether a skill is among them."""

    words: dict[str, Span] = field(default_factory=dict)
    strong: set[str] = field(default_factory=set)
    skilled: bool = False


_Skills = Sequence[tuple[tuple[str, ...], Mapping[int, Span]]]
"""Families of work that a skill speaks for, with its first mention in each position, by the position's index."""


@Language.component("screener_work")
def work(doc: Doc) -> Doc:
    """Fill `work` and `legible` of every position."""
    draft = draft_of(doc)
    if draft.positions:
        headline, skills = _headline_class(draft), _own_skills(draft)
        draft.positions = [_judged(draft, index, headline, skills) for index in range(len(draft.positions))]
    return doc


@lru_cache(maxsize=4096)
def title_class(title: str) -> str:
    """The class of a job title: that of the phrases in it which stands first in the taxonomy; UNKNOWN_TITLE when none is."""
    hits = list(_title_index().find(title)) or list(_title_index().find(" ".join(map(without_feminine, title.lower().split()))))
    hits = [hit for hit in hits if not any(_within(hit, other) for other in hits)]
    order = _class_order()
    return min((order[hit.phrase] for hit in hits), default=(len(order), UNKNOWN_TITLE))[1]


@lru_cache(maxsize=4096)
def title_classes(title: str) -> tuple[str, ...]:
    """The classes of a title that may name several posts ("Founder & Software Engineer"), in order, UNKNOWN_TITLE left out."""
    found = [title_class(part) for part in _PARTS.split(title)]
    if " " not in title and all(each == UNKNOWN_TITLE for each in found):  # words that lost their spaces: "SeniorSoftwareEngineer"
        found = [title_class(_LOST_SPACE.sub(" ", title))]
    return tuple(dict.fromkeys(each for each in found if each != UNKNOWN_TITLE)) or (title_class(title),)


def _within(hit: Hit, other: Hit) -> bool:
    return other.words > hit.words and other.start <= hit.start and hit.end <= other.end


def _own_skills(draft: Draft) -> _Skills:
    """The skills that speak for families of work: which, and where in the positions they are named and count."""
    found = ((_families_of_skill(skill.id), _first_mentions(skill)) for skill in draft.skills if skill.held)
    return [(families, mentions) for families, mentions in found if families]


def _first_mentions(skill: Skill) -> dict[int, Span]:
    first: dict[int, Span] = {}
    for mention in skill.held:
        if not mention.via and mention.position is not None:
            first.setdefault(mention.position, mention.span)
    return first


def _judged(draft: Draft, index: int, headline: str, skills: _Skills) -> Position:
    """The position with its families of work."""
    position = draft.positions[index]
    if _holds_roles(draft, index):  # each of them is judged for itself
        return replace(position, work=(), legible=True)
    nested = _nested(draft, index)
    classes = _classes(position, [draft.positions[each] for each in nested])
    described = bool(nested) or _described(position)
    # A job without a title is read by the one that the person goes by, but never surely without a word of its own.
    assumed = classes == (UNKNOWN_TITLE,) and not _title_words(position) and described and position.kind == "job"
    if assumed:
        classes = (headline,)
    grounds = _grounds(draft, (index, *nested), skills)
    found = []
    for family in _families_naming(classes):
        sure = {title: certainty for title in classes if (certainty := _certainty(family, title, grounds))}
        if sure:
            best = next((title for title in sure if sure[title] == "clear"), next(iter(sure)))
            told = bool(grounds[family.id].words)
            if best in _OPEN_CLASSES and described and not told:
                continue  # an engineer whose work is told, in words of another trade
            certainty = "possible" if assumed and not told else sure[best]
            found.append(_work(family, certainty, best, position, grounds[family.id]))
    legible = classes != (UNKNOWN_TITLE,) or described or bool(found) or _names_a_trade(position)
    if not described and not found and skills and set(classes) <= _UNTOLD_CLASSES:
        legible = False  # a consultant with skills of the trade: of what, the document tells elsewhere or not at all
    return replace(position, work=tuple(found), legible=legible)


def _classes(position: Position, nested: Sequence[Position]) -> tuple[str, ...]:
    """The classes of a position's title; where that leaves the work open, also those of the titles held inside it."""
    classes = title_classes(_full_title(position))
    if set(classes) <= _OPEN_CLASSES:
        held = [each for project in nested if project.title for each in title_classes(project.title.text) if each != UNKNOWN_TITLE]
        classes = tuple(dict.fromkeys((*held, *classes)))
    return classes


def _full_title(position: Position) -> str:
    """A position's title with the few words in brackets right behind it ("Software Engineer (iOS)"), which tell of what kind."""
    if position.title is None:
        return position.heading.text
    behind = position.heading.text[max(position.title.end - position.heading.start, 0) :]
    match = _IN_BRACKETS.match(behind)
    return position.title.text + (match.group() if match else "")


def _described(position: Position) -> bool:
    told = position.span.text[position.heading.end - position.span.start :]
    return len(told.split(None, _LEGIBLE_WORDS)) >= _LEGIBLE_WORDS


def _nested(draft: Draft, index: int) -> tuple[int, ...]:
    """What was done inside a job and is listed with dates of its own, by index.

    Projects for a client, or under a job that tells nothing else, as consultancies list them; and the roles under an employer's heading
    that names no title itself.
    """
    position = draft.positions[index]
    if position.kind != "job" or position.dates is None:
        return ()
    untold = not _described(position)
    first = max(index - _NEIGHBOURS, 0)
    inside = [
        (number, inner)
        for number, inner in enumerate(draft.positions[first : index + _NEIGHBOURS + 1], first)
        if inner.dates is not None and inner is not position and _within_dates(inner.dates, position.dates)
    ]
    projects = [number for number, inner in inside if inner.kind == "project" and (untold or _for_a_client(inner))]
    roles = [number for number, inner in inside if inner.kind == "job" and inner.span.start > position.span.start]
    is_open = set(title_classes((position.title or position.heading).text)) <= _OPEN_CLASSES
    holds = is_open and (untold or (len(roles) > 1 and _is_freelance(position)))
    return (*projects, *(roles if holds else ()))


def _holds_roles(draft: Draft, index: int) -> bool:
    """Whether a position is an employer's heading with roles of several trades below it, which take up about all of its time."""
    position = draft.positions[index]
    if position.kind != "job" or position.dates is None or _title_words(position) or _described(position):
        return False
    roles = [
        (inner.dates, inner.title.text)
        for inner in draft.positions[index + 1 : index + _NEIGHBOURS + 1]
        if inner.dates is not None
        and inner.kind == "job"
        and inner.title is not None
        and _within_dates(inner.dates, position.dates)
    ]
    trades = {each for _, title in roles for each in title_classes(title)} - _OPEN_CLASSES
    return len(trades) > 1 and _months([dates for dates, _ in roles]) >= _MOSTLY * _months([position.dates])


def _months(ranges: Sequence[DateRange]) -> int:
    """About how many months these ranges take up together; what goes on is taken to end at one day far off."""
    taken: set[int] = set()
    for dates in ranges:
        end = dates.end or dates.start
        last = _FAR_OFF if dates.current else 12 * end.year + (end.month or 12)
        taken.update(range(12 * dates.start.year + (dates.start.month or 1), last + 1))
    return len(taken)


def _is_freelance(position: Position) -> bool:
    """Whether a title is of somebody who works for several clients."""
    return any(word.strip("().,:") in load_work().freelance for word in position.heading.text.lower().split())


def _for_a_client(project: Position) -> bool:
    labels = {re.split(r"[\t:]", line, maxsplit=1)[0].strip().lower() for line in project.span.text.splitlines()}
    return bool(labels & load_work().client_labels)


def _within_dates(inner: DateRange, outer: DateRange) -> bool:
    """Whether one range lies inside another, in whole years where a month is missing."""
    starts = (inner.start.year, inner.start.month or 12) >= (outer.start.year, outer.start.month or 1)
    if outer.current:
        return starts
    if inner.current or inner.end is None or outer.end is None:
        return False
    return starts and (inner.end.year, inner.end.month or 1) <= (outer.end.year, outer.end.month or 12)


def _names_a_trade(position: Position) -> bool:
    """Whether a title of no class still says what the work was ("Florist"), unlike "Associate"."""
    return bool(_title_words(position) - load_work().vague)


def _title_words(position: Position) -> set[str]:
    """The words of a title that are used of posts."""
    words = {word.lower() for word in position.title.text.split()} if position.title else set()
    return words & load_work().title_nouns


def _certainty(family: Family, title: str, grounds: Mapping[str, _Grounds]) -> str:
    """`clear`, `possible` or empty: how sure a position with this class of title and this description is of the family."""
    own = grounds[family.id]
    total, strong = len(own.words), len(own.strong)
    if title in family.clear:
        return "clear"
    if title in family.likely:
        rivals = sum(len(grounds[rival].words) for rival in family.rivals)
        if rivals < 2 or total * 2 >= rivals:
            return "clear"
        return "possible" if total else ""
    if title in family.described:
        return "clear" if total >= 2 or strong else "possible"
    if title in family.strong:
        if strong >= 2 or (strong and total >= 2) or total >= _SEVERAL:
            return "clear"
        return "possible" if strong or total >= _FEW or (title == UNKNOWN_TITLE and own.skilled) else ""
    return "possible" if title in family.doubtful and strong >= 2 else ""


def _grounds(draft: Draft, told: Sequence[int], skills: _Skills) -> defaultdict[str, _Grounds]:
    """The cues and skills that the texts of these positions (a job and its projects) hold, by family."""
    result: defaultdict[str, _Grounds] = defaultdict(_Grounds)
    by_cue = _families_by_cue()
    hits = [
        hit
        for index in told
        for start, end in _told_work(draft.positions[index])
        for hit in _cue_index().find(draft.document.text, start, end)
    ]
    longest = {hit.start: hit for hit in sorted(hits, key=lambda hit: hit.words)}
    reach = 0
    for hit in sorted(longest.values(), key=lambda hit: hit.start):
        if hit.end <= reach:  # within a longer phrase, which has been counted
            continue
        reach = hit.end
        for name, strong in by_cue[hit.phrase]:
            result[name].words.setdefault(hit.phrase, draft.span(hit.start, hit.end))
            if strong:
                result[name].strong.add(hit.phrase)
    for families, mentions in skills:
        span = min((mentions[index] for index in told if index in mentions), key=lambda span: span.start, default=None)
        for name in families:
            if span and not _told(result[name], span):
                result[name].words.setdefault(span.text.lower(), span)
                result[name].skilled = True
    return result


def _told_work(position: Position) -> tuple[tuple[int, int], ...]:
    """Where a position tells what was done: its title and its description, not the name of the employer."""
    title = ((position.title.start, position.title.end),) if position.title else ()
    return (*title, (position.heading.end, position.span.end))


def _told(grounds: _Grounds, span: Span) -> bool:
    """Whether the words are part of, or hold, ones that are counted already."""
    return any(known.start < span.end and span.start < known.end for known in grounds.words.values())


def _work(family: Family, certainty: str, title: str, position: Position, grounds: _Grounds) -> Work:
    """The finding, with the words that it rests on: the title where that decides, else the description's own."""
    by_title = title in family.clear or (title in family.likely and position.title is not None)
    spans = sorted(grounds.words.values(), key=lambda span: span.start)
    if by_title and position.title is not None:
        reason, span = position.title.text, position.title
    elif spans:
        reason, span = ", ".join(dict.fromkeys(span.text for span in spans[:_SHOWN_GROUNDS])), spans[0]
    else:
        reason, span = "", position.title or position.heading
    return Work(family.id, "clear" if certainty == "clear" else "possible", " ".join(reason.split()), span)


def _headline_class(draft: Draft) -> str:
    """The class of the title that the person goes by: above the first section."""
    header = draft.sections[0] if draft.sections else None
    for line in draft.document.lines[:_HEADLINE_LINES]:
        if header is None or line.start >= header.span.end:
            break
        text = draft.document.text[line.start : line.end]
        if len(text) <= 60 and score(text)[0] >= 0.75 and (found := title_class(text)) != UNKNOWN_TITLE:
            return found
    return UNKNOWN_TITLE


@lru_cache(maxsize=1)
def _class_order() -> dict[str, tuple[int, str]]:
    """Phrase of a title to the rank and name of its class; the first class wins a phrase that two name."""
    order: dict[str, tuple[int, str]] = {}
    for rank, (name, phrases) in enumerate(load_work().classes.items()):
        for phrase in phrases:
            order.setdefault(phrase, (rank, name))
    return order


@lru_cache(maxsize=4096)
def _families_naming(classes: tuple[str, ...]) -> tuple[Family, ...]:
    """The families that a position with one of these classes of titles may belong to."""
    families = load_work().families.values()
    named = {family.id: family.clear | family.likely | family.described | family.strong | family.doubtful for family in families}
    return tuple(family for family in families if not named[family.id].isdisjoint(classes))


@lru_cache(maxsize=4096)
def _families_of_skill(skill: str) -> tuple[str, ...]:
    """The families of work that a skill speaks for."""
    entry = load_skills().skills.get(skill)
    families = frozenset(entry.families) if entry else frozenset()
    return tuple(name for name, family in load_work().families.items() if families & family.skill_families)


@lru_cache(maxsize=1)
def _title_index() -> PhraseIndex:
    return PhraseIndex(_class_order())


@lru_cache(maxsize=1)
def _families_by_cue() -> dict[str, list[tuple[str, bool]]]:
    """Cue to the families it speaks for, and whether it is a strong one of theirs."""
    result: dict[str, list[tuple[str, bool]]] = {}
    for family in load_work().families.values():
        strong = set(family.strong_cues)
        for cue in dict.fromkeys((*family.cues, *family.strong_cues)):
            result.setdefault(cue, []).append((family.id, cue in strong))
    return result


@lru_cache(maxsize=1)
def _cue_index() -> PhraseIndex:
    return PhraseIndex(_families_by_cue())

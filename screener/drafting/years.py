"""The years that a sentence asks for, and of what."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from screener.drafting.drafted import Drafted, Weigh
from screener.drafting.lists import Group, all_of_each
from screener.drafting.posting import Sentence, says
from screener.parse.words import words_in
from screener.rules.role import NoteRequirement, SkillYearsRequirement, YearsRequirement
from screener.taxonomy.claims import load_claim_words
from screener.taxonomy.drafting import load_drafting_words
from screener.taxonomy.folding import matched_key
from screener.taxonomy.skills import load_skills

_REACH = 110
"""Characters behind a figure that tell what the years are of."""
_LEAD = 28
_SHORT = 2
_TRADES = frozenset(("business", "science"))
_MARGIN = 0.5
_PLAIN = frozenset(
    [
        "of",
        "in",
        "as",
        "a",
        "an",
        "the",
        "and",
        "or",
        "with",
        "at",
        "on",
        "for",
        "to",
        "your",
        "our",
        "experience",
        "experiences",
        "professional",
        "relevant",
        "practical",
        "work",
        "working",
        "hands",
        "proven",
        "related",
        "prior",
        "previous",
        "total",
        "full",
        "time",
        "paid",
        "solid",
        "overall",
        "commercial",
        "industry",
        "industrial",
        "field",
        "similar",
        "role",
        "roles",
        "position",
        "positions",
        "job",
        "jobs",
        "environment",
        "minimum",
        "least",
        "is",
        "are",
        "required",
        "preferred",
        "plus",
        "desirable",
        "essential",
        "must",
        "more",
        "track",
        "record",
        "strong",
        "demonstrable",
        "demonstrated",
        "successful",
        "post",
        "you",
        "have",
        "yrs",
        "years",
        "s",
    ]
)

_RECENT = re.compile(r"(?i)\b(?:last|past|letzten)[ ]$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of years at text[start:end]. most: the upper end of a range, else None."""

    start: int
    end: int
    least: int
    most: int | None


@lru_cache(maxsize=1)
def _figure() -> re.Pattern[str]:
    numbers = "|".join(sorted((re.escape(word) for word in load_claim_words().numbers), key=len, reverse=True))
    number = rf"(?:\d{{1,2}}|{numbers})"
    more = r"(?: ?\+| ?plus| or more| and more)?"
    return re.compile(
        rf"(?i)(?<![\w.,$€£])(?P<least>{number})(?: \(\d{{1,2}}\+?\))?{more}"
        rf"(?: ?(?:-|–|—|to|bis) ?(?P<most>{number})(?: \(\d{{1,2}}\))?)?{more}"
        rf"[ -](?:full )?(?:consecutive )?(?:years?|yrs?|jahren?|ans|años|anni)\b['’]?"
    )


def figures(sentence: Sentence) -> list[Figure]:
    """Every number of years in a sentence that can be of experience, in text order."""
    found = []
    for match in _figure().finditer(sentence.text):
        other = says("years.something_else", sentence.text[match.end() : match.end() + _LEAD])
        if not other and not _is_recency(sentence.text, match.start()):
            most = match["most"]
            found.append(Figure(match.start(), match.end(), _value(match["least"]), _value(most) if most else None))
    return found


def recency(sentence: Sentence) -> float | None:
    """Within how many years a skill must have been used ("in the last three years"); None when the sentence does not say."""
    for match in _figure().finditer(sentence.text):
        if _is_recency(sentence.text, match.start()):
            return float(_value(match["least"]))
    return None


def _is_recency(text: str, start: int) -> bool:
    return _RECENT.search(text[max(0, start - _LEAD) : start]) is not None


def _value(text: str) -> int:
    return int(text) if text.isdigit() else load_claim_words().numbers[matched_key(text)]


def is_ceiling(sentence: Sentence, figure: Figure) -> bool:
    """Whether the figure is a most, not a least ("no more than three years")."""
    return says("years.ceiling", sentence.text[max(0, figure.start - _LEAD) : figure.start])


def draft_years(
    sentence: Sentence, importance_at: Weigh, groups: Sequence[Group], title_work: tuple[str, ...]
) -> tuple[list[Drafted], list[Group]]:
    """A requirement for each figure, and the groups of skills that none of them took.

    title_work: the families of work that the posting's title names, for "a similar role".
    """
    found = [figure for figure in figures(sentence) if figure.least and not is_ceiling(sentence, figure)]
    drafted: list[Drafted] = []
    left = list(groups)
    for index, figure in enumerate(found):
        stop = found[index + 1].start if index + 1 < len(found) else len(sentence.text)
        before = found[index - 1].end if index else 0
        made, taken = _draft(sentence, figure, (before, min(stop, figure.end + _REACH)), importance_at, left, title_work)
        drafted += made
        left = [group for group in left if group not in taken]
    return drafted, left


def _draft(
    sentence: Sentence, figure: Figure, bounds: tuple[int, int], importance_at: Weigh, groups: Sequence[Group], title_work: tuple[str, ...]
) -> tuple[list[Drafted], list[Group]]:
    importance = importance_at(figure.start)
    common: dict[str, Any] = {"text": sentence.text, "importance": importance, "minimum": float(figure.least), "margin": _margin(figure)}
    comments = _comments(figure)
    tail = sentence.text[figure.end : bounds[1]]
    behind = [group for group in groups if figure.end <= group.start < bounds[1]]
    families = work_in(tail) or (() if behind else work_in(sentence.text[bounds[0] : figure.start]))
    if families:
        return [Drafted(YearsRequirement(id="experience", of=families, **common), sentence, comments)], []
    own = behind or [group for group in groups if bounds[0] <= group.start and group.end <= figure.start]
    if own:
        requirements = [SkillYearsRequirement(id=f"{each[0]}-years", skills=each, **common) for group in own for each in all_of_each(group)]
        return [Drafted(requirement, sentence, comments) for requirement in requirements], own
    if says("years.same_work", tail) and title_work:
        told = (*comments, f"“{sentence.text[figure.end : bounds[1]].strip(' .')}”: taken for the work that the title names.")
        return [Drafted(YearsRequirement(id="experience", of=title_work, **common), sentence, told)], []
    general = Drafted(YearsRequirement(id="experience", **common), sentence, comments)
    subject = _subject(tail)
    if not subject:
        return [general], []
    trade = next((word for word in words_in(subject).plain if _is_trade(word)), "")
    if trade:
        requirement = SkillYearsRequirement(id=f"{trade}-years", skills=(trade,), **common)
        return [Drafted(requirement, sentence, comments)], []
    told = (*comments, f"The taxonomy knows no such work as “{subject}”: years of any work are counted, so read the note beside it too.")
    note = NoteRequirement(id="kind-of-experience", text=sentence.text, importance="note")
    why = f"Whether the years are of “{subject}” could not be turned into a rule: a question for a person."
    return [Drafted(general.requirement, sentence, told), Drafted(note, sentence, (why,))], []


def _is_trade(word: str) -> bool:
    """Whether the word alone names a trade that the skills know ("marketing", "nursing")."""
    known = load_skills().skills.get(word)
    return known is not None and not _TRADES.isdisjoint(known.families)


def _comments(figure: Figure) -> tuple[str, ...]:
    if figure.most is None:
        return ()
    return (f"The upper end of the range, {figure.most} years, is no rule: having more experience than asked is no fault.",)


def _margin(figure: Figure) -> float:
    return _MARGIN if figure.least >= _SHORT else 0.0


def work_in(text: str) -> tuple[str, ...]:
    """The families of work that the words name, in text order. Software in general gives way to what is more special."""
    found = dict.fromkeys(family for _, families in words_in(text).phrases(load_drafting_words().work, 0, len(text)) for family in families)
    if len(found) > 1 and " or " not in text:
        found.pop("software", None)
    return tuple(found)


def _subject(tail: str) -> str:
    """What the years are of, in the posting's words; empty when it is just any experience."""
    words = words_in(tail)
    special = [index for index, word in enumerate(words.plain) if word not in _PLAIN and len(word) > 1]
    if not special:
        return ""
    return tail[words.starts[special[0]] : words.ends[special[-1]]]

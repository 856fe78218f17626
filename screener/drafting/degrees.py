"""The degree that a sentence asks for: the lowest level that will do, the fields, and whether equivalents are accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from screener.decision import Importance
from screener.drafting.drafted import Drafted, Weigh
from screener.drafting.posting import Sentence, says
from screener.drafting.years import figures, work_in
from screener.parse.degrees.mentions import Vocabulary, find_mentions
from screener.parse.words import Words
from screener.resume import DEGREE_LEVELS
from screener.rules.role import DegreeRequirement, YearsRequirement
from screener.taxonomy.degrees import load_degrees
from screener.taxonomy.drafting import load_drafting_words
from screener.taxonomy.fields import load_fields

_LEVELS: tuple[tuple[str, str], ...] = (
    ("degrees.doctorate", "doctorate"),
    ("degrees.advanced", "master"),
    ("degrees.master", "master"),
    ("degrees.bachelor", "bachelor"),
    ("degrees.any_degree", "bachelor"),
)
_OR = re.compile(r"\bor (?:an additional |another |at least |a minimum of )?$|\bor [^,;]{0,30}$")
_BESIDE = 4
"""Letters between a level and the word "degree" that it belongs to."""


@dataclass(frozen=True, slots=True)
class _Named:
    start: int
    end: int
    level: str
    families: tuple[str, ...] = ()


def draft_degrees(sentence: Sentence, importance_at: Weigh, *, equivalent: bool) -> list[Drafted]:
    """One requirement for each importance with which degrees are named.

    equivalent: another sentence of the posting accepts equivalents.
    """
    words = sentence.words
    named = _named(words)
    by_importance: dict[Importance, list[_Named]] = {}
    for each in named:
        by_importance.setdefault(importance_at(each.start), []).append(each)
    drafted = []
    reached = ""
    for importance in ("required", "preferred"):
        group = by_importance.get(importance, [])
        level = min((each.level for each in group), key=DEGREE_LEVELS.index, default="")
        if level and level != reached:
            drafted.append(_drafted(sentence, words, group, level, importance, equivalent=equivalent))
            reached = level
    return drafted


def names_a_degree(sentence: Sentence) -> bool:
    """Whether the sentence speaks of a degree at all."""
    return bool(_named(sentence.words))


def degree_end(sentence: Sentence) -> int:
    """Where the first degree named in the sentence ends; -1 when there is none."""
    return next((each.end for each in _named(sentence.words)), -1)


def _drafted(sentence: Sentence, words: Words, group: list[_Named], level: str, importance: Importance, *, equivalent: bool) -> Drafted:
    fields = _fields(words, group)
    told_here = says("degrees.equivalent", sentence.text)
    instead = _instead(sentence, words, group[0].end, importance)
    alternative = instead is None and any(figure.start > group[0].end for figure in figures(sentence))
    comments = []
    if len({each.level for each in group}) > 1:
        comments.append(f"Several levels are named; the lowest of them, {level}, is asked.")
    if not fields:
        comments.append("No field is named that the taxonomy knows: any field is accepted.")
    if instead is not None:
        comments.append("The years that will do in place of the degree stand in `or_years`.")
    if alternative:
        comments.append("The words also name years that can stand in for the degree or go with it: a missing degree goes to a person.")
    elif equivalent and not told_here:
        comments.append("Another sentence of the posting accepts an equivalent: a missing degree goes to a person.")
    review = told_here or equivalent or alternative
    requirement = DegreeRequirement(
        id="degree", text=sentence.text, importance=importance, level=level, fields=fields, otherwise="review" if review else "not_met",
        instead=instead,
    )  # fmt: skip
    return Drafted(requirement, sentence, tuple(comments))


def _instead(sentence: Sentence, words: Words, start: int, importance: Importance) -> YearsRequirement | None:
    """The years of work that the sentence accepts in place of the degree ("or four years of relevant work")."""
    for figure in figures(sentence):
        lead = sentence.text[start : figure.start]
        if (
            figure.start > start
            and _OR.search(lead)
            and not any(start <= each.start < figure.start and each.start > start + lead.rfind(" or ") for each in _named(words))
        ):
            of = work_in(sentence.text[figure.end :])
            return YearsRequirement(id="degree", text=sentence.text, importance=importance, minimum=float(figure.least), of=of)
    return None


def _named(words: Words) -> list[_Named]:
    """Every degree that the words name, in text order."""
    found = [
        _Named(mention.hit.start, mention.hit.end, mention.level, mention.name.fields)
        for mention in find_mentions(words, Vocabulary(load_degrees(), load_fields()))
        if mention.level != "none"
    ]
    lists = load_drafting_words().lists
    for name, level in _LEVELS:
        for hit, _ in words.phrases(lists[name], 0, len(words.text)):
            # "Bachelor's degree", "degree (BSc)": the name beside it says the level.
            reach = _BESIDE if name == "degrees.any_degree" else 0
            if name == "degrees.advanced":
                found = [each for each in found if not hit.start <= each.start < hit.end]
            if not any(hit.start <= each.end + reach and each.start <= hit.end + reach for each in found) and not _says_no_level(
                words, hit.start
            ):
                found.append(_Named(hit.start, hit.end, level))
    return sorted(found, key=lambda each: each.start)


def _says_no_level(words: Words, start: int) -> bool:
    """Whether "degree" is the everyday word ("a high degree of")."""
    return words.text[:start].rstrip().endswith(("high", "certain", "great", "some", "any"))


def _fields(words: Words, group: list[_Named]) -> tuple[str, ...]:
    start = group[0].end
    stop = next(
        (hit.start for hit, _ in words.phrases(load_drafting_words().lists["degrees.equivalent"], start, len(words.text))), len(words.text)
    )
    found = dict.fromkeys(family for each in group for family in each.families)
    found |= dict.fromkeys(_families(words, start, stop))
    if not found:
        found = dict.fromkeys(_families(words, 0, start))
    return tuple(found)


def _families(words: Words, start: int, end: int) -> Iterator[str]:
    """The families of the fields named in a stretch; those of a group ("a technical subject") where nothing more exact is named."""
    fields = load_fields()
    named = [(hit.start, hit.end, families) for hit, families in words.phrases(fields.names, start, end)]
    for index in range(words.first_from(start), words.first_from(end)):
        families = fields.abbreviations.get(words.plain[index], ()) if words.written(index).replace(".", "").isupper() else ()
        if families:
            named.append((words.starts[index], words.ends[index], families))
    groups = [
        (hit.start, hit.end, families)
        for hit, families in words.phrases(load_drafting_words().groups, start, end)
        if not any(begin < hit.end and hit.start < stop for begin, stop, _ in named) and (len(families) == 1 or not named)
    ]
    for _, _, families in sorted(named + groups):
        yield from families

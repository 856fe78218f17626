"""The skills that a sentence asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from screener.decision import Importance
from screener.document import Document, DocumentFacts, Line
from screener.drafting.drafted import Drafted, Weigh
from screener.drafting.extras import SOFT_LISTS, phrase_lists
from screener.drafting.lists import Group, Named, group_skills
from screener.drafting.posting import Sentence, says
from screener.drafting.years import recency, work_in
from screener.parse.draft import attach_draft, draft_of
from screener.parse.skills import SkillReader, make_skill_reader
from screener.parse.tokenizer import make_doc, make_language
from screener.resume import Section
from screener.rules.role import SkillsRequirement
from screener.taxonomy.drafting import load_drafting_words
from screener.taxonomy.skills import alias_key, load_skills

_FIRM = ("held", "wished", "learning")
"""Scopes that still name the skill as asked: a posting that wants "willingness to learn Rust" asks for Rust."""
_NEXT_ASK = re.compile(r"(?i)\b(?:experience (?:with|using)|knowledge of|proficien\w+ (?:in|with)|skills in|familiarity with)\b")

_OWN = re.compile(r"(?i)\bwe (?:use|work with|have|run|are on)\b[^.;)]{0,80}")
"""What the company says of itself inside a requirement ("we use React; the others teach the same")."""


@lru_cache(maxsize=1)
def _pipeline() -> Language:
    return make_language()


@lru_cache(maxsize=1)
def _reader() -> SkillReader:
    reader: SkillReader = make_skill_reader(_pipeline())
    return reader


def skills_named(text: str) -> list[Named]:
    """The skills that a text names as asked for, in text order and without overlaps."""
    if not text:
        return []
    document = Document(text, (Line(0, len(text)),), DocumentFacts("text"))
    doc = attach_draft(make_doc(_pipeline(), document), document)
    draft_of(doc).sections = [Section("skills", document.span(0, len(text)))]
    reader = _reader()
    found = [
        Named(skill.id, mention.span.start, mention.span.end)
        for skill in draft_of(reader(doc)).skills
        for mention in skill.mentions
        if not mention.via and mention.scope in _FIRM and not _is_everyday_word(text, mention.span.start, mention.span.end)
    ]
    found += [each for each in _capitalised(doc, text) if each.start not in {other.start for other in found}]
    return sorted(found, key=lambda each: (each.start, -each.end))


def _is_everyday_word(text: str, start: int, end: int) -> bool:
    """Whether an ambiguous name is not written just as the skill is ("Solid knowledge")."""
    exact = _reader().rules.by_key.get(alias_key(text[start:end]))
    return exact is not None and text[start:end] not in exact


def _capitalised(doc: Doc, text: str) -> Iterator[Named]:
    """Ambiguous names that a posting writes as names, inside a sentence ("Strong Excel skills"): it speaks of nothing else."""
    for identity, first, last in _reader().find(doc):
        start, end = doc[first].idx, doc[last - 1].idx + len(doc[last - 1])
        surface = text[start:end]
        if first and len(surface) > 1 and surface[0].isupper() and surface in _reader().rules.by_key.get(alias_key(surface), ()):
            yield Named(identity, start, end)


def skill_groups(sentence: Sentence, importance_at: Weigh, degree_end: int = -1, *, without_work: bool = False) -> list[Group]:
    """The groups of skills in a sentence; behind a degree only what is asked beside it, so that no field of study is taken for a skill.

    without_work: names of kinds of work ("machine learning") are left to the years that the sentence asks.
    """
    begin = 0
    if degree_end >= 0:
        ask = _NEXT_ASK.search(sentence.text, degree_end)
        begin = ask.end() if ask else len(sentence.text)
    own = [match.span() for match in _OWN.finditer(sentence.text)]
    if says("lists.not_skills", sentence.text):
        return []
    soft = load_drafting_words().soft_skills
    named = [each for each in skills_named(sentence.text) if each.start >= begin and each.id not in soft and not _inside(each, own)]
    if named and {each.id for each in named} <= load_drafting_words().practices and set(phrase_lists(sentence.text)) - SOFT_LISTS:
        return []
    if not {each.id for each in named} <= load_drafting_words().practices:
        named = [each for each in named if each.id not in load_drafting_words().practices]
    if without_work:
        named = [each for each in named if not work_in(sentence.text[each.start : each.end])]
    groups = group_skills(sentence.text, named, importance_at)
    return groups or (list(_category_alone(sentence)) if degree_end < 0 else [])


def _inside(named: Named, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= named.start < end for start, end in spans)


def _category_alone(sentence: Sentence) -> Iterator[Group]:
    """A group of skills named by its noun alone ("a cloud provider"): any of them."""
    for hit, category in sentence.words.phrases(load_drafting_words().category_nouns, 0, len(sentence.text)):
        yield Group(category.skills, 1, hit.start, hit.end, examples=True, added=category.skills)


def draft_skills(sentence: Sentence, importance_at: Weigh, groups: Sequence[Group]) -> list[Drafted]:
    """A requirement for each group; what is preferred and asked in full becomes one for each skill, so that each counts by itself."""
    drafted = []
    within = recency(sentence)
    for group in groups:
        importance = importance_at(group.start)
        if importance == "preferred" and group.at_least == len(group.ids):
            drafted += [_drafted(sentence, importance, (each,), 1, group, within) for each in group.ids]
        else:
            drafted.append(_drafted(sentence, importance, group.ids, group.at_least, group, within))
    return drafted


def _drafted(
    sentence: Sentence, importance: Importance, ids: tuple[str, ...], at_least: int, group: Group, within: float | None
) -> Drafted:
    identity = ids[0] if len(ids) == 1 else "-or-".join(ids[:2]) if at_least == 1 else "-and-".join(ids[:2])
    requirement = SkillsRequirement(
        id=identity, text=sentence.text, importance=importance, of=ids, at_least=at_least, used_within=within
    )  # fmt: skip
    return Drafted(requirement, sentence, tuple(_comments(group)))


def _comments(group: Group) -> Iterator[str]:
    names = load_skills().skills
    if group.added and len(group.added) == len(group.ids):
        yield "The posting names the kind alone; any of these is accepted: strike what should not count."
    elif group.added:
        listed = ", ".join(names[each].name for each in group.added)
        yield f"The posting names examples; these of the same kind are added, strike what should not count: {listed}."
    elif group.examples:
        yield "The posting leaves the list open; add what else should count."
    if group.unknown:
        yield f"The taxonomy does not know: {', '.join(group.unknown)}. No rule asks for it."
    if group.head and len(group.ids) == 1:
        yield "The examples that the posting names are kinds of this skill and count for it."

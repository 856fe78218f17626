"""The skills that a résumé names, each mention with what it is worth (component `screener_skills`)."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import itemgetter

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.draft import Draft, draft_of
from screener.parse.matching import Match, phrase_matcher
from screener.parse.scope import Region, ScopeReader, make_scope_reader, scope_at
from screener.parse.skill_context import NameRules, believable, name_rules
from screener.parse.tokenizer import make_tokenizer
from screener.resume import Skill, SkillMention
from screener.taxonomy.skill_scopes import load_skill_scopes
from screener.taxonomy.skills import SkillTaxonomy, load_skills

_NEVER = "-"
_NAME_REST = 16
"""Letters that a name may have beside the skill's: "Corporation", a first name."""


@dataclass(frozen=True, slots=True)
class SkillReader:
    """Callable `Doc -> Doc` that fills the draft's skills, sorted by id."""

    taxonomy: SkillTaxonomy
    find: Callable[[Doc], list[Match]]
    scopes: ScopeReader
    rules: NameRules

    def __call__(self, doc: Doc) -> Doc:
        draft = draft_of(doc)
        names = _names(draft)
        found = [match for match in self.find(doc) if match[0] != _NEVER and not _is_name(doc, match, names)]
        named = believable(doc, draft, found, self.rules)
        regions = self.scopes.regions(doc, draft, {start: end for _, start, end in found})
        mentions: defaultdict[str, list[SkillMention]] = defaultdict(list)
        for key, start, end in named:
            mention = self._mention(doc, draft, regions, start, end)
            mentions[key].append(mention)
            for implied in self.taxonomy.implied[key]:
                mentions[implied].append(replace(mention, via=key))
        draft.skills = [Skill(key, tuple(mentions[key])) for key in sorted(mentions)]
        return doc

    def _mention(self, doc: Doc, draft: Draft, regions: list[Region], start: int, end: int) -> SkillMention:
        first, last = doc[start].idx, doc[end - 1]
        span = draft.span(first, last.idx + len(last))
        section = draft.section_at(first)
        scope = scope_at(regions, start) or self.scopes.of_section(section)
        return SkillMention(span, draft.document.line_span(first), section, scope, draft.position_at(first))


def _names(draft: Draft) -> list[tuple[int, int]]:
    """Where the person and the employers are named: "Tom Jenkins", "Oracle". In order."""
    spans = [position.employer for position in draft.positions]
    return sorted((span.start, span.end) for span in (draft.contact.name, *spans) if span is not None)


def _is_name(doc: Doc, match: Match, names: list[tuple[int, int]]) -> bool:
    """Whether the match is, but for a word or two ("Inc."), the whole name of a person or employer."""
    if not names:
        return False
    start, last = doc[match[1]].idx, doc[match[2] - 1]
    index = bisect_right(names, start, key=itemgetter(0)) - 1
    if index < 0:
        return False
    first, end = names[index]
    finish = last.idx + len(last)
    return finish <= end and (end - first) - (finish - start) <= _NAME_REST


@Language.factory("screener_skills")
def make_skill_reader(nlp: Language, name: str = "screener_skills") -> SkillReader:
    """The component, over the shipped taxonomy; reads the draft's sections and positions where there are any."""
    del name
    taxonomy, tokenize = load_skills(), make_tokenizer(nlp.vocab)
    names = {_NEVER: taxonomy.never} | {skill.id: skill.aliases for skill in taxonomy.skills.values()}
    find = phrase_matcher(nlp.vocab, tokenize, names)
    scopes = load_skill_scopes()
    return SkillReader(
        taxonomy, find, make_scope_reader(nlp.vocab, tokenize, scopes), name_rules(taxonomy.ambiguous, scopes.separators)
    )

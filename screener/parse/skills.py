"""The skills that a résumé names, each mention with what it is worth (component `screener_skills`)."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.draft import Draft, draft_of
from screener.parse.matching import Match, phrase_matcher
from screener.parse.scope import Region, ScopeReader, make_scope_reader, scope_at
from screener.parse.skill_context import NameRules, believable, name_rules
from screener.parse.tokenizer import make_tokenizer
from screener.resume import Skill, SkillMention
from screener.taxonomy.phrase_book import NEVER, load_skill_book
from screener.taxonomy.skill_scopes import load_skill_scopes
from screener.taxonomy.skills import SkillTaxonomy, load_skills

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
        found = [match for match in self.find(doc) if match[0] != NEVER]
        found = _without_names(doc, draft, found)
        named = believable(doc, draft, found, self.rules)
        regions = self.scopes.regions(doc, draft, {start: end for _, start, end in found})
        mentions: defaultdict[str, list[SkillMention]] = defaultdict(list)
        for key, start, end in named:
            mention = self._mention(doc, draft, regions, start, end)
            mentions[key].append(mention)
            for implied in self.taxonomy.implied[key]:
                mentions[implied].append(_implied(mention, key))
        draft.skills = [Skill(key, tuple(mentions[key])) for key in sorted(mentions)]
        return doc

    def _mention(self, doc: Doc, draft: Draft, regions: list[Region], start: int, end: int) -> SkillMention:
        first, last = doc[start].idx, doc[end - 1]
        span = draft.span(first, last.idx + len(last))
        section = draft.section_at(first)
        scope = scope_at(regions, start) or self.scopes.of_section(section)
        if scope == "held" and section != "skills" and _in_a_field(draft, first):
            scope = "coursework"
        return SkillMention(span, draft.line_span(first), section, scope, draft.position_at(first))


def _in_a_field(draft: Draft, offset: int) -> bool:
    """Whether a name is that of a degree's field ("BSc Software Engineering"), which tells what was studied."""
    return any(degree.field.start <= offset < degree.field.end for degree in draft.degrees if degree.field)


def _implied(mention: SkillMention, key: str) -> SkillMention:
    """The mention as one of a skill that the skill `key`, named there, implies."""
    return SkillMention(mention.span, mention.context, mention.section, mention.scope, mention.position, via=key)


def _without_names(doc: Doc, draft: Draft, found: list[Match]) -> list[Match]:
    """The matches without those that are, but for a word or two, the name of the person or of an employer ("Tom Jenkins", "Oracle").

    A name that holds several skills was read wrongly, so it takes none away.
    """
    starts = [doc[match[1]].idx for match in found]
    dropped: set[int] = set()
    for name in (draft.contact.name, *(position.employer for position in draft.positions)):
        if name is not None:
            first, after = bisect_left(starts, name.start), bisect_left(starts, name.end)
            if after - first == 1 and len(name.text) - len(doc[found[first][1] : found[first][2]].text) <= _NAME_REST:
                dropped.add(first)
    return [match for index, match in enumerate(found) if index not in dropped]


@Language.factory("screener_skills")
def make_skill_reader(nlp: Language, name: str = "screener_skills") -> SkillReader:
    """The component, over the shipped taxonomy; reads the draft's sections and positions where there are any."""
    del name  # spaCy gives every factory the name of its pipe
    taxonomy, tokenizer = load_skills(), make_tokenizer(nlp.vocab)
    scopes, find = load_skill_scopes(), phrase_matcher(tokenizer, load_skill_book())
    return SkillReader(taxonomy, find, make_scope_reader(tokenizer, scopes), name_rules(taxonomy.ambiguous, scopes.separators))

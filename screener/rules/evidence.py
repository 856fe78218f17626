"""The evidence requirement and the note: words of a phrase list, or skills, said of the person's own work."""

from __future__ import annotations

from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import EvidenceRequirement
from screener.rules.skill import showings_of
from screener.rules.wording import quoted, say


def check_evidence(requirement: EvidenceRequirement, facts: Facts) -> Ruling:
    """`met` when any of the phrases or skills is found; nothing can speak against it."""
    if not (requirement.phrases or requirement.skills):
        return Ruling("unclear", say("evidence.ask"), mentioned=False)
    phrases = [mention.context for mention in facts.qualifications.phrases if mention.phrases in requirement.phrases]
    skills = [skill for skill in facts.qualifications.skills if skill.id in requirement.skills]
    spans = distinct([*phrases, *(showing.mention.context for showing in showings_of(skills, facts))])
    if spans:
        return Ruling("met", say("evidence.met", quote=quoted(spans[0].text)), spans)
    return Ruling("unclear", say("evidence.absent"), mentioned=False)

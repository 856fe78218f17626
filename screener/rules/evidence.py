"""The evidence requirement and the note: words of a phrase list, or skills, said of the person's own work."""

from __future__ import annotations

from screener.resume import PhraseMention, SkillMention
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import EvidenceRequirement
from screener.rules.skill import showings_of
from screener.rules.tally import EMPLOYMENT


def check_evidence(requirement: EvidenceRequirement, facts: Facts) -> Ruling:
    """`met` when any of the phrases or skills is found, those said of a job first; nothing can speak against it."""
    if not (requirement.phrases or requirement.skills):
        return Ruling("unclear", facts.say("evidence.ask"), mentioned=False)
    phrases = [mention for mention in facts.qualifications.phrases if mention.phrases in requirement.phrases]
    if len(phrases) > 1:
        jobs = [position.span for position in facts.qualifications.positions if position.kind in EMPLOYMENT]
        phrases.sort(key=lambda mention: not any(job.start <= mention.span.start < job.end for job in jobs))
    skills = showings_of([skill for skill in facts.qualifications.skills if skill.id in requirement.skills], facts)
    mentions: list[PhraseMention | SkillMention] = [*phrases, *(showing.mention for showing in skills)]
    if not mentions:
        return Ruling("unclear", facts.say("evidence.absent"), mentioned=False)
    reason = facts.say("evidence.met", quote=facts.wording.quoted(mentions[0].context, mentions[0].span))
    return Ruling("met", reason, distinct(mention.context for mention in mentions))

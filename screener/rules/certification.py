"""The certification requirement: a certificate by any of its names."""

from __future__ import annotations

from screener.resume import Certificate
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import CertificationRequirement
from screener.taxonomy.folding import words_of


def check_certification(requirement: CertificationRequirement, facts: Facts) -> Ruling:
    """Met by a certificate held; one under way, or none, is for a person: nothing can speak against it."""
    named = named_in(requirement, facts)
    held = [each for each in named if each.status == "held"]
    if held:
        return Ruling("met", facts.say("certification.met", quote=_quote(held[0], facts)), distinct(each.span for each in held))
    if named:
        reason = facts.say("certification.in_progress", quote=_quote(named[0], facts))
        return Ruling("unclear", reason, distinct(each.span for each in named))
    names = facts.wording.listed(requirement.names, "or")
    return Ruling("unclear", facts.say("certification.absent", names=names), mentioned=False)


def named_in(requirement: CertificationRequirement, facts: Facts) -> list[Certificate]:
    """The certificates of one of the names asked for, held or not, in text order."""
    return [each for each in facts.qualifications.certificates if any(_names(each, name) for name in requirement.names)]


def _names(certificate: Certificate, name: str) -> bool:
    """Whether the certificate's line holds the name as whole words, whatever their case, accents and hyphens."""
    line, wanted = words_of(certificate.span.text), words_of(name)
    return any(line[index : index + len(wanted)] == wanted for index in range(len(line) - len(wanted) + 1))


def _quote(certificate: Certificate, facts: Facts) -> str:
    return facts.wording.quoted(certificate.span, certificate.span)

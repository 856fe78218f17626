"""From findings to a decision: the outcome, the score that orders people inside it, and one sentence of why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction

from screener.decision import Decision, Finding, Outcome, Verdict
from screener.rules.checking import Assessment
from screener.rules.measures import LANGUAGE, NOT_A_RESUME
from screener.rules.role import Role, exact
from screener.rules.spoken import language_name
from screener.rules.vocabulary import load_vocabulary
from screener.rules.wording import Wording, joined, load_wording


def decide(assessment: Assessment, role: Role) -> Decision:
    """The decision that the findings of `check` lead to. Raises ValueError when they were not made for this role."""
    findings = assessment.findings
    if [finding.requirement for finding in findings] != [requirement.id for requirement in role.requirements]:
        raise ValueError(f"these are not the findings for the role {role.id}")
    outcome, reason = _outcome(assessment, load_wording(assessment.language))
    return Decision(outcome, score(findings), reason, findings, assessment.measures, assessment.flags)


def score(findings: Sequence[Finding]) -> int:
    """100 × the weight of what is met ÷ the weight of all that is required or preferred, halves up; 0 when nothing is."""
    counted = [finding for finding in findings if finding.importance != "note"]
    whole = _weight_of(counted)
    met = _weight_of(finding for finding in counted if finding.verdict == "met")
    return int(100 * met / whole + Fraction(1, 2)) if whole else 0


def _weight_of(findings: Iterable[Finding]) -> Fraction:
    """The weights together: there are few different ones, and fractions take their time."""
    weights = Counter(finding.weight for finding in findings)
    return sum((exact(weight) * count for weight, count in weights.items()), Fraction())


def _outcome(assessment: Assessment, wording: Wording) -> tuple[Outcome, str]:
    findings, flags = assessment.findings, assessment.flags
    if NOT_A_RESUME in flags:
        return "review", wording.say("decision.not_a_resume" if assessment.well_read else "decision.hardly_read")
    language = next((flag.removeprefix(LANGUAGE) for flag in flags if flag.startswith(LANGUAGE)), "")
    if language:
        return "review", wording.say("decision.language", language=language_name(language, load_vocabulary(), wording))
    required = [finding for finding in findings if finding.importance == "required"]
    for verdict, outcome in _DECIDING:
        reasons = [finding.reason for finding in required if finding.verdict == verdict]
        if reasons:
            return outcome, wording.say(f"decision.{outcome}", reasons=joined(reasons))
    return "meets", _praise(findings, wording)


def _praise(findings: Sequence[Finding], wording: Wording) -> str:
    preferred = [finding for finding in findings if finding.importance == "preferred"]
    met = sum(finding.verdict == "met" for finding in preferred)
    return wording.say("decision.meets" if preferred else "decision.meets_all", met=met, all=len(preferred))


_DECIDING: tuple[tuple[Verdict, Outcome], ...] = (("not_met", "does_not_meet"), ("unclear", "review"))
"""What one required finding does to the outcome, the gravest first."""

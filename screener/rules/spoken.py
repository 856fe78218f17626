"""The language requirement: how well a language is spoken, on the scale of CEFR."""

from __future__ import annotations

from screener.resume import SpokenLanguage
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import LanguageRequirement
from screener.taxonomy.spoken import CEFR


def check_language(requirement: LanguageRequirement, facts: Facts) -> Ruling:
    """Met, or not, on the level that the text gives; words such as "good" leave a low and a high one."""
    named = [each for each in facts.qualifications.languages if each.language == requirement.language]
    gaps = {"language": facts.vocabulary.languages[requirement.language], "asked": requirement.level}
    gaps["language"] = facts.wording.word("spoken", requirement.language, gaps["language"])
    if not named:
        written = facts.qualifications.language == requirement.language
        return Ruling("unclear", facts.say("language.written" if written else "language.absent", **gaps), mentioned=written)
    asked = CEFR.index(requirement.level)
    best = max(named, key=lambda each: (CEFR.index(each.low), CEFR.index(each.high), -each.span.start))
    evidence = distinct(each.context for each in sorted(named, key=lambda each: each is not best))
    gaps["quote"] = facts.wording.quoted(best.context, best.span)
    gaps["level"] = _told(best)
    if CEFR.index(best.low) >= asked:
        return Ruling("met", facts.say("language.met", **gaps), evidence)
    if all(CEFR.index(each.high) < asked - requirement.margin for each in named):
        return Ruling("not_met", facts.say("language.below", **gaps), evidence)
    return Ruling("unclear", facts.say("language.unclear" if best.stated else "language.unstated", **gaps), evidence)


def _told(spoken: SpokenLanguage) -> str:
    return spoken.low if spoken.low == spoken.high else f"{spoken.low}–{spoken.high}"

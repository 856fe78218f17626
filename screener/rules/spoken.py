"""The language requirement: how well a language is spoken, on the scale of CEFR."""

from __future__ import annotations

from screener.resume import SpokenLanguage
from screener.rules.facts import Facts, Ruling, distinct
from screener.rules.role import LanguageRequirement
from screener.rules.vocabulary import Vocabulary
from screener.rules.wording import Wording
from screener.taxonomy.spoken import CEFR


def check_language(requirement: LanguageRequirement, facts: Facts) -> Ruling:
    """Met, or not, on the level that the text gives; words such as "good" leave a low and a high one."""
    named = [each for each in facts.qualifications.languages if each.language == requirement.language]
    gaps = {"language": language_name(requirement.language, facts.vocabulary, facts.wording), "asked": requirement.level}
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


def language_name(code: str, vocabulary: Vocabulary, wording: Wording) -> str:
    """The name of a language (ISO 639-1) as a person reads it; one without a known name keeps its code."""
    return wording.word("spoken", code, vocabulary.languages.get(code, code))


def _told(spoken: SpokenLanguage) -> str:
    return spoken.low if spoken.low == spoken.high else f"{spoken.low}–{spoken.high}"

"""What a requirement asks, in sentences for people who do not read role files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from screener.rules.role import (
    BarRequirement,
    CertificationRequirement,
    DegreeRequirement,
    EvidenceRequirement,
    LanguageRequirement,
    Requirement,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)
from screener.rules.vocabulary import Vocabulary, load_vocabulary
from screener.rules.wording import Wording, load_wording, sentence_start


def plainly(requirement: Requirement, vocabulary: Vocabulary | None = None, wording: Wording | None = None) -> str:
    """The rule itself, without the words that it came from: "At least 5 years of backend development. Up to 0.5 years fewer …"."""
    told = _Plain(vocabulary or load_vocabulary(), wording or load_wording())
    return " ".join(map(sentence_start, told.sentences(requirement)))


def name_of(requirement: Requirement, vocabulary: Vocabulary | None = None) -> str:
    """A short name for people: the skill's where the requirement asks for one alone, else its id in words."""
    single = requirement.single if isinstance(requirement, SkillsRequirement) else ""
    return (vocabulary or load_vocabulary()).skills.get(single) or sentence_start(requirement.id.replace("-", " "))


class _Plain:
    def __init__(self, vocabulary: Vocabulary, wording: Wording) -> None:
        self._vocabulary = vocabulary
        self._wording = wording
        self._say = wording.say

    def sentences(self, requirement: Requirement) -> Iterator[str]:
        yield from self._asked(requirement)
        if isinstance(requirement, BarRequirement) and requirement.margin:
            yield self._say("asks.margin", years=self._wording.duration(requirement.margin))
        if requirement.importance == "note":
            yield self._say("asks.note")
        else:
            yield self._say("asks.silence" if requirement.silence == "not_met" else "asks.silence_unclear")

    def _asked(self, asked: Requirement) -> Iterator[str]:
        match asked:
            case DegreeRequirement():
                yield from self._degree(asked)
            case YearsRequirement():
                yield self._say("asks.years", years=self._wording.duration(asked.minimum), work=self._work(asked.of))
            case SkillYearsRequirement():
                yield self._say("asks.skill_years", years=self._wording.duration(asked.minimum), names=self._skills(asked.skills, "or"))
            case SkillsRequirement():
                yield from self._some(asked)
            case CertificationRequirement():
                yield self._say("asks.certification", names=self._wording.listed(asked.names, "or"))
            case LanguageRequirement():
                yield from self._language(asked)
            case EvidenceRequirement():
                if not asked.phrases and not asked.skills:
                    yield self._say("evidence.ask")
                    return
                names = [self._vocabulary.phrases.get(each, each) for each in asked.phrases]
                names += [self._vocabulary.skills.get(each, each) for each in asked.skills]
                yield self._say("asks.evidence", names=self._wording.listed(names, "or"))

    def _degree(self, asked: DegreeRequirement) -> Iterator[str]:
        level = self._wording.word("plain_level", asked.level)
        fields = self._wording.listed([each.replace("-", " ") for each in asked.fields], "or")
        yield self._say("asks.degree", level=level, fields=fields) if asked.fields else self._say("asks.degree_any", level=level)
        if asked.otherwise == "review":
            yield self._say("asks.degree_review")
        if asked.instead:
            yield self._say("asks.degree_instead", years=self._wording.duration(asked.instead.minimum), work=self._work(asked.instead.of))

    def _some(self, asked: SkillsRequirement) -> Iterator[str]:
        if asked.single:
            yield self._say("asks.skill", names=self._skills(asked.of, "and"))
        elif asked.at_least == len(asked.of):
            yield self._say("asks.skills_all", names=self._skills(asked.of, "and"))
        elif asked.at_least == 1:
            yield self._say("asks.skills_one", names=self._skills(asked.of, "or"))
        else:
            yield self._say("asks.skills_any", count=asked.at_least, names=self._skills(asked.of, "or"))
        if asked.used_within:
            yield self._say("asks.recent", years=self._wording.duration(asked.used_within))

    def _language(self, asked: LanguageRequirement) -> Iterator[str]:
        name = self._wording.word("spoken", asked.language, self._vocabulary.languages[asked.language])
        yield self._say("asks.language", language=name, level=asked.level)
        if asked.margin:
            count = self._say("steps.one") if asked.margin == 1 else self._say("steps.many", count=asked.margin)
            yield self._say("asks.margin_levels", count=count)

    def _skills(self, ids: Iterable[str], last: str) -> str:
        return self._wording.listed([self._vocabulary.skills.get(each, each) for each in ids], last)

    def _work(self, families: Sequence[str]) -> str:
        names = [self._wording.word("family", each, self._vocabulary.work.get(each, each)) for each in families]
        return self._wording.listed(names, "or") or self._wording.word("work", "any")

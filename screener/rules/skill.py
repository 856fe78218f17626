"""The skills requirement: how well each skill is shown, and what that decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from screener.document import Span
from screener.resume import Scope, Skill, SkillMention
from screener.rules.facts import Facts, Ruling, distinct, names_of
from screener.rules.recency import last_month
from screener.rules.role import SkillsRequirement, exact
from screener.rules.wording import sentence_start
from screener.rules.years import Interval, bounds

SHOWN: frozenset[Scope] = frozenset({"held", "certificate"})
"""The scopes that say that the person has the skill or did something with it."""

_PLACES = ("dated_job", "job", "project", "certificate", "list")
"""Where a skill is shown, strongest first."""


@dataclass(frozen=True, slots=True)
class Showing:
    """One mention that counts. place: one of _PLACES. months: of the job that it stands in; last: the month it surely reached."""

    skill: str
    mention: SkillMention
    place: str
    months: Interval | None
    last: int | None

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Strongest first: named rather than implied, then the place, then the latest job, then the text's order."""
        return bool(self.mention.via), _PLACES.index(self.place), -(self.months.last if self.months else 0), self.mention.span.start


def check_skills(requirement: SkillsRequirement, facts: Facts) -> Ruling:
    """Whether enough of the skills are shown. Only a denial ("no experience with …") speaks against one; silence does not."""
    named = [skill for skill in facts.qualifications.skills if skill.id in requirement.of]
    showings = showings_of(named, facts)
    shown = list(dict.fromkeys(showing.skill for showing in showings))
    recent = [showing for showing in showings if _recent(showing, requirement, facts)]
    fresh = list(dict.fromkeys(showing.skill for showing in recent))
    if len(fresh) >= requirement.at_least:
        return _met(fresh, recent, facts)
    if len(shown) >= requirement.at_least:
        return _not_recent(requirement, [showing for showing in showings if showing.skill not in fresh], facts)
    lacking = [skill for skill in named if skill.id not in shown]
    denied = [skill for skill in lacking if any(mention.scope == "negated" for mention in skill.mentions)]
    if len(requirement.of) - len(denied) < requirement.at_least:
        return _denied(denied, facts)
    if showings:
        return _some(requirement, shown, showings, facts)
    if lacking:
        return _weaker(lacking, facts)
    names = ", ".join(names_of(requirement.of, facts))
    return Ruling("unclear", facts.say("skill.absent" if requirement.single else "skill.absent_all", names=names), mentioned=False)


def shown_skills(requirement: SkillsRequirement, facts: Facts) -> list[str]:
    """Ids of the skills asked for that are shown, the best shown first."""
    return list(dict.fromkeys(showing.skill for showing in _asked_showings(requirement, facts)))


def recently_shown(requirement: SkillsRequirement, facts: Facts) -> list[str]:
    """Those of them that were surely used within the years asked for; all of them when none are."""
    return list(
        dict.fromkeys(showing.skill for showing in _asked_showings(requirement, facts) if _recent(showing, requirement, facts))
    )


def _asked_showings(requirement: SkillsRequirement, facts: Facts) -> list[Showing]:
    return showings_of((skill for skill in facts.qualifications.skills if skill.id in requirement.of), facts)


def showings_of(skills: Iterable[Skill], facts: Facts) -> list[Showing]:
    """Every mention of the skills that counts, strongest first."""
    showings = [_showing(skill.id, mention, facts) for skill in skills for mention in skill.mentions if mention.scope in SHOWN]
    return sorted(showings, key=lambda showing: showing.rank)


def where(showing: Showing, facts: Facts) -> str:
    """ "used in a job (Jan 2019 – Oct 2023)", "implied by PostgreSQL, named in the text"."""
    dates = f"{facts.wording.month(showing.months.first)} – {facts.wording.month(showing.months.last)}" if showing.months else ""
    place = facts.say(f"where.{showing.place}", dates=dates)
    via = showing.mention.via
    return facts.say("where.implied", via=facts.vocabulary.skills.get(via, via), where=place) if via else place


def _showing(skill: str, mention: SkillMention, facts: Facts) -> Showing:
    position = facts.qualifications.positions[mention.position] if mention.position is not None else None
    months = bounds(position.dates, facts.calendar).point if position else None
    if mention.scope == "certificate":
        place = "certificate"
    elif position is None or position.kind == "volunteer":
        place = "project" if position or mention.section == "projects" else "list"
    elif position.kind == "project":
        place = "project"
    else:
        place = "dated_job" if months else "job"
    return Showing(skill, mention, place, months, last_month(position.dates, facts.calendar) if position else None)


def _met(shown: list[str], showings: list[Showing], facts: Facts) -> Ruling:
    best = showings[0]
    gaps = {
        "names": sentence_start(facts.wording.listed(names_of(shown, facts))),
        "best": facts.vocabulary.skills[best.skill],
        "where": where(best, facts),
    }
    key = "skill.met" if len(shown) == 1 else "skill.met_several"
    return Ruling("met", facts.say(key, **gaps), _quotes(showing.mention for showing in showings))


def _denied(denied: list[Skill], facts: Facts) -> Ruling:
    mentions = [mention for skill in denied for mention in skill.mentions if mention.scope == "negated"]
    quote = facts.wording.quoted(mentions[0].context, mentions[0].span)
    return Ruling("not_met", facts.say("skill.negated", quote=quote), _quotes(mentions))


def _some(requirement: SkillsRequirement, shown: list[str], showings: list[Showing], facts: Facts) -> Ruling:
    names = facts.wording.listed(names_of(shown, facts))
    reason = facts.say("skill.some", count=len(shown), asked=requirement.at_least, names=names)
    return Ruling("unclear", reason, _quotes(showing.mention for showing in showings))


def _weaker(lacking: list[Skill], facts: Facts) -> Ruling:
    """Named, but not as something the person has or did."""
    first = lacking[0].mentions[0]
    name = facts.vocabulary.skills[lacking[0].id]
    quote = facts.wording.quoted(first.context, first.span)
    reason = facts.say("skill.weaker", name=sentence_start(name), how=facts.say(f"how.{first.scope}"), quote=quote)
    return Ruling("unclear", reason, _quotes(mention for skill in lacking for mention in skill.mentions))


def _recent(showing: Showing, requirement: SkillsRequirement, facts: Facts) -> bool:
    if requirement.used_within is None:
        return True
    return showing.last is not None and showing.last >= facts.calendar.last - exact(requirement.used_within) * 12


def _not_recent(requirement: SkillsRequirement, older: list[Showing], facts: Facts) -> Ruling:
    """Shown, but not surely within the years asked for: a person may have used it since without saying so."""
    best = max(older, key=lambda showing: (showing.last or 0, -showing.mention.span.start))
    gaps = {"name": sentence_start(facts.vocabulary.skills[best.skill]), "years": facts.wording.duration(requirement.used_within or 0)}
    if best.last is None:
        return Ruling("unclear", facts.say("skill.no_date", **gaps), _quotes(showing.mention for showing in older))
    reason = facts.say("skill.older", date=facts.wording.month(best.last), **gaps)
    return Ruling("unclear", reason, _quotes(showing.mention for showing in [best, *older]))


def _quotes(mentions: Iterable[SkillMention]) -> tuple[Span, ...]:
    return distinct(mention.context for mention in mentions)

"""The note to a colleague: what was decided, on which words, and what to ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from rich.console import Console
from rich.text import Text

from screener.cli.quotes import Quotes, heading
from screener.cli.terminal import OUTCOME_STYLES, VERDICT_STYLES, console_for_output, print_indented, safe, shortened
from screener.decision import Decision, Finding, JobYears, Measures
from screener.document import Document
from screener.report.legend import load_legend
from screener.resume import OtherSkill, Position, Resume
from screener.rules import Question, Role, SkillUse, questions, skill_uses
from screener.rules.skill_use import RECENT_YEARS, Strength
from screener.taxonomy.skills import load_skills

_COUNTS_STYLES = {"yes": "green", "no": "red", "unclear": "yellow"}
_INDENT = 12
_LONGEST_HIDDEN = 160
_MOST_SKILLS = 10
_LANGUAGE = "language-"


@dataclass(frozen=True, slots=True)
class Judged:
    """One file with all that was said of it."""

    file: str
    resume: Resume
    decision: Decision
    role: Role
    as_of: date


def print_note(judged: Judged) -> None:
    """Print the note."""
    console, quotes = console_for_output(), Quotes(judged.resume.document)
    resume, decision = judged.resume, judged.decision
    name = resume.contact.name.text if resume.contact.name else "No name found"
    console.print(Text.assemble(safe(name, "bold"), " (", safe(judged.file), ")"))
    console.print(safe(f"{judged.role.title} ({judged.role.id}, version {judged.role.version}), as of {judged.as_of.isoformat()}"))
    outcome = Text(decision.outcome.replace("_", " "), style=f"bold {OUTCOME_STYLES[decision.outcome]}")
    console.print()
    print_indented(console, Text.assemble(outcome, f", score {decision.score}. ", safe(decision.reason)), 0)
    is_resume = resume.qualifications.is_resume
    if is_resume:
        _print_required(console, decision, quotes)
    _print_questions(console, judged)
    if is_resume:
        _print_shown(console, "Preferred", decision, "preferred", quotes)
        _print_work(console, resume, decision.measures, quotes)
        _print_skills(console, judged, quotes)
        _print_other_skills(console, resume.other_skills, quotes)
        _print_shown(console, "Worth knowing", decision, "note", quotes)
    _print_document(console, resume.document, sorted({*resume.flags, *decision.flags}))


def asked_of(judged: Judged) -> tuple[Question, ...]:
    """What would settle the matter; of what is no résumé only the résumé is asked for."""
    asked = questions(judged.decision, judged.resume.qualifications, judged.role, as_of=judged.as_of)
    return asked if judged.resume.qualifications.is_resume else tuple(question for question in asked if not question.requirement)


def requirement_name(finding: Finding) -> str:
    """A short name for a person: the skill's, else the requirement's."""
    skill = load_skills().skills.get(finding.skill)
    return skill.name if skill else finding.requirement.replace("-", " ")


def duration(job: JobYears | None) -> str:
    """ "4 y 10 m"; nothing for a job without usable dates."""
    years, months = divmod(job.months if job else 0, 12)
    return " ".join(f"{number} {unit}" for number, unit in ((years, "y"), (months, "m")) if number)


def job_reason(job: JobYears, position: Position) -> str:
    """Why a job counts or not; a title that stands in the line above is not said again."""
    verdict, colon, ground = job.reason.partition(": ")
    told = " ".join(position.heading.text.split()).casefold()
    return f"{verdict}, going by its title" if colon and job.counts == "yes" and ground.casefold() in told else job.reason


def _years(years: float) -> str:
    return "1 year" if years == 1 else f"{years:g} years"


def job_heading(position: Position) -> str:
    """A job on one line, with its dates."""
    return heading(position.heading.text, position.dates.span.text if position.dates else "")


def _print_required(console: Console, decision: Decision, quotes: Quotes) -> None:
    findings = [finding for finding in decision.findings if finding.importance == "required"]
    if findings:
        console.print(Text("\nRequired", style="bold"))
    for finding in findings:
        print_indented(console, safe(finding.text), _INDENT, _label(finding))
        _print_with_quote(console, finding.reason, finding, quotes)


def _print_questions(console: Console, judged: Judged) -> None:
    """What would settle the matter, in words that can be sent as they are."""
    asked = asked_of(judged)
    if asked:
        console.print(Text("\nTo ask", style="bold"))
    for question in asked:
        print_indented(console, safe(question.text), 2)


def _print_shown(console: Console, title: str, decision: Decision, importance: str, quotes: Quotes) -> None:
    """What is shown, a point a line and its quote, and in one sentence which points of the score are not mentioned."""
    findings = [finding for finding in decision.findings if finding.importance == importance]
    told = [finding for finding in findings if finding.mentioned]
    silent = [requirement_name(finding) for finding in findings if not finding.mentioned and importance != "note"]
    if told or silent:
        console.print(Text(f"\n{title}", style="bold"))
    for finding in told:
        _print_point(console, finding, quotes)
    if silent:
        print_indented(console, safe(f"Not mentioned: {', '.join(silent)}."), 2)


def _print_point(console: Console, finding: Finding, quotes: Quotes) -> None:
    """The reason for a skill, which names it; for anything else what is asked, whose quote is its reason."""
    said = finding.text if finding.kind in ("evidence", "note") and finding.evidence else finding.reason
    _print_with_quote(console, said, finding, quotes, _label(finding))


def _print_with_quote(console: Console, said: str, finding: Finding, quotes: Quotes, label: Text | None = None) -> None:
    """What is said, and under it the strongest quote; the place of one that was given before stands in the same line."""
    span = finding.evidence[0] if finding.evidence else None
    if span and not quotes.was_given(span) and quotes.is_in(span, said):
        print_indented(console, Text.assemble(safe(said), " ", quotes.where(span)), _INDENT, label)
        return
    if span and quotes.was_given(span):
        print_indented(console, Text.assemble(safe(said.rstrip(".")), " ", quotes.quote(span)), _INDENT, label)
        return
    print_indented(console, safe(said), _INDENT, label)
    if span:
        print_indented(console, quotes.quote(span), _INDENT)


def _label(finding: Finding) -> Text:
    return Text(f"  {finding.verdict.replace('_', ' ')}", style=VERDICT_STYLES[finding.verdict])


def _print_work(console: Console, resume: Resume, measures: Measures, quotes: Quotes) -> None:
    positions = resume.qualifications.positions
    if not positions:
        return
    console.print(Text("\nWork", style="bold"))
    print_indented(console, safe(_years_in_words(measures)), 2)
    for claim in resume.qualifications.claims:
        if claim.years == measures.years_claimed:
            mark = " " if quotes.was_given(claim.context) else ": "
            said = f"The text claims {_years(claim.years)}{mark}"
            print_indented(console, Text.assemble(said, quotes.quote(claim.context)), 2)
            break
    counted = {job.position: job for job in measures.jobs}
    for index, position in enumerate(positions):
        job = counted.get(index)
        where = f"{job_heading(position)} ({quotes.place(position.heading)})"
        print_indented(console, safe(where), _INDENT, Text(f"  {duration(job)}"))
        reason = safe(job_reason(job, position), _COUNTS_STYLES[job.counts]) if job else safe(f"does not count: {position.kind}")
        print_indented(console, reason, _INDENT)


def _print_skills(console: Console, judged: Judged, quotes: Quotes) -> None:
    """All skills in three sentences, the strongest first: those of the last years, those of earlier jobs, and those only named."""
    uses = skill_uses(judged.resume.qualifications, as_of=judged.as_of)
    if uses:
        console.print(Text("\nSkills", style="bold"))
    for strength, (title, told) in _SKILL_TITLES.items():
        items = [told(use, quotes) for use in uses if use.strength == strength and not use.via]
        if items:
            more = f" and {len(items) - _MOST_SKILLS} more" if len(items) > _MOST_SKILLS else ""
            print_indented(console, safe(f"{title}: {', '.join(items[:_MOST_SKILLS])}{more}."), 2)


def _print_other_skills(console: Console, others: Sequence[OtherSkill], quotes: Quotes) -> None:
    """What is listed and the taxonomy does not know, in one sentence, with the place behind what stands together."""
    shown = others[:_MOST_SKILLS]
    names: dict[str, list[str]] = {}
    for other in shown:
        names.setdefault(quotes.place(other.span), []).append(" ".join(other.span.text.split()))
    more = f" and {len(others) - len(shown)} more" if len(others) > len(shown) else ""
    told = ", ".join(f"{', '.join(found)} ({place})" for place, found in names.items())
    if told:
        print_indented(console, safe(f"Listed besides, and not known to the program: {told}{more}."), 2)


def _recent_skill(use: SkillUse, quotes: Quotes) -> str:
    return f"{use.name} {use.years:.1f} y ({quotes.place(use.span)})"


def _earlier_skill(use: SkillUse, quotes: Quotes) -> str:
    until = f" until {use.last.year}" if use.last else ""
    return f"{use.name} {use.years:.1f} y{until} ({quotes.place(use.span)})"


def _named_skill(use: SkillUse, quotes: Quotes) -> str:
    return f"{use.name} ({quotes.place(use.span)})"


_SKILL_TITLES: dict[Strength, tuple[str, Callable[[SkillUse, Quotes], str]]] = {
    "recent": (f"In jobs of the last {RECENT_YEARS} years", _recent_skill),
    "used": ("In earlier jobs", _earlier_skill),
    "listed": ("Named, but in no dated job", _named_skill),
}


def _years_in_words(measures: Measures) -> str:
    """One sentence on the years; the bounds only where they differ."""
    if measures.years_experience is None:
        return "No job carries a date."
    relevant, low, high = measures.years_relevant or 0.0, measures.years_low, measures.years_high
    between = f" (between {low:.1f} and {high:.1f})" if low is not None and high is not None and low != high else ""
    part = "all" if relevant == measures.years_experience else f"{relevant:.1f}" if relevant else "none"
    return f"{measures.years_experience:.1f} years of dated work; {part} of it counts for the role{between}."


def _print_document(console: Console, document: Document, flags: Sequence[str]) -> None:
    console.print(Text("\nDocument", style="bold"))
    pages = "1 page" if document.facts.page_count == 1 else f"{document.facts.page_count} pages"
    doubts = f" ({'; '.join(document.reading.reasons)})" if document.reading.reasons else ""
    print_indented(console, safe(f"{document.facts.format}, {pages}; the reading is {document.reading.verdict}{doubts}."), 2)
    for flag in flags:
        print_indented(console, safe(f"{flag}: {flag_in_words(flag)}"), 2)
    for hidden in document.hidden:
        words = shortened(hidden.text, _LONGEST_HIDDEN)
        print_indented(console, safe(f"Hidden on page {hidden.page} ({hidden.reason}), never used as evidence: “{words}”"), 2)


def flag_in_words(flag: str) -> str:
    """What a flag means, as the report's legend has it."""
    known = load_legend()["flag"]
    if flag.startswith(_LANGUAGE):
        return f"Written in another language than English ({flag.removeprefix(_LANGUAGE)})."
    return known.meaning(flag) or "See the documentation."

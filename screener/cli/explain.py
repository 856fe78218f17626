"""`screen explain`: one person and one role, requirement by requirement, as a note to a colleague."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

from screener.cli.options import DEFAULT_ROLE, AsOf, Reader, ResumeFile, RoleName, today
from screener.cli.terminal import OUTCOME_STYLES, VERDICT_STYLES, console_for_output, print_indented, safe, shortened
from screener.decision import Decision, Finding, JobYears, Measures
from screener.document import Document, Span

if TYPE_CHECKING:
    from screener.resume import Position, Resume

_HEADINGS = {"required": "Required", "preferred": "Preferred", "note": "Worth knowing"}
_COUNTS_STYLES = {"yes": "green", "no": "red", "unclear": "yellow"}
_INDENT = 12
_LONGEST_QUOTE = 160


def explain_command(file: ResumeFile, role: RoleName = DEFAULT_ROLE, as_of: AsOf = None, reader: Reader = "auto") -> None:
    """Explain the judgement of one résumé: each requirement with its verdict, the words it rests on, page and line."""
    from screener.batch import read_one
    from screener.rules import load_role
    from screener.screening import judge

    asked, day = load_role(role), as_of or today()
    resume = read_one(file, reader=reader)
    decision = judge(resume, asked, as_of=day)
    console = console_for_output()
    name = resume.contact.name.text if resume.contact.name else "No name found"
    console.print(Text.assemble(safe(name, "bold"), " (", safe(file.name), ")"))
    console.print(safe(f"{asked.title} ({asked.id}, version {asked.version}), as of {day.isoformat()}"))
    _print_judgement(console, decision)
    _print_jobs(console, resume, decision.measures)
    _print_document(console, resume.document, sorted({*resume.flags, *decision.flags}))


def _print_judgement(console: Console, decision: Decision) -> None:
    outcome = Text(decision.outcome.replace("_", " "), style=f"bold {OUTCOME_STYLES[decision.outcome]}")
    console.print()
    print_indented(console, Text.assemble(outcome, f", score {decision.score}. ", safe(decision.reason)), 0)
    for importance, heading in _HEADINGS.items():
        findings = [finding for finding in decision.findings if finding.importance == importance]
        told = [finding for finding in findings if finding.mentioned or importance == "required"]
        silent = [finding.skill or finding.requirement for finding in findings if finding not in told]
        if findings:
            console.print(Text(f"\n{heading}", style="bold"))
        for finding in told:
            _print_finding(console, finding)
        if silent:
            print_indented(console, safe(f"Not mentioned: {', '.join(silent)}."), 2)


def _print_finding(console: Console, finding: Finding) -> None:
    """Verdict, what is asked, why, and the words it rests on; what would only be said twice is left out."""
    quoted = finding.kind in ("evidence", "note") and finding.evidence
    asked = "" if finding.skill and finding.importance != "required" else finding.text
    told = [text for text in (asked, "" if quoted else finding.reason) if text]
    label: Text | None = Text(f"  {finding.verdict.replace('_', ' ')}", style=VERDICT_STYLES[finding.verdict])
    for text in [*map(safe, told), *map(_quote, finding.evidence[:1])]:
        print_indented(console, text, _INDENT, label)
        label = None


def _print_jobs(console: Console, resume: Resume, measures: Measures) -> None:
    if not resume.qualifications.positions:
        return
    console.print(Text("\nWork", style="bold"))
    print_indented(console, safe(_years_in_words(measures)), 2)
    counted = {job.position: job for job in measures.jobs}
    for index, position in enumerate(resume.qualifications.positions):
        _print_job(console, position, counted.get(index))


def _print_job(console: Console, position: Position, job: JobYears | None) -> None:
    heading = " ".join(position.heading.text.split())
    dates = position.dates.span.text if position.dates else ""
    where = heading if dates in heading else f"{heading} ({dates})"
    print_indented(console, safe(shortened(where, _LONGEST_QUOTE)), _INDENT, Text(f"  {_duration(job)}"))
    reason = safe(job.reason, _COUNTS_STYLES[job.counts]) if job else safe(f"does not count: {position.kind}")
    print_indented(console, reason, _INDENT)


def _duration(job: JobYears | None) -> str:
    """ "4 y 10 m"; nothing for a job without usable dates."""
    years, months = divmod(job.months if job else 0, 12)
    return " ".join(f"{number} {unit}" for number, unit in ((years, "y"), (months, "m")) if number)


def _years_in_words(measures: Measures) -> str:
    """One sentence on the years; the bounds only where they differ."""
    if measures.years_experience is None:
        dated = "No job carries a date."
    else:
        dated = f"{measures.years_experience:.1f} years of dated work, {measures.years_relevant or 0.0:.1f} of them count for the role"
        low, high = measures.years_low, measures.years_high
        dated += f" (between {low:.1f} and {high:.1f})." if low is not None and high is not None and low != high else "."
    return dated + (f" The text claims {measures.years_claimed:g} years." if measures.years_claimed is not None else "")


def _print_document(console: Console, document: Document, flags: Sequence[str]) -> None:
    console.print(Text("\nDocument", style="bold"))
    pages = "1 page" if document.facts.page_count == 1 else f"{document.facts.page_count} pages"
    doubts = f" ({'; '.join(document.reading.reasons)})" if document.reading.reasons else ""
    print_indented(console, safe(f"{document.facts.format}, {pages}; the reading is {document.reading.verdict}{doubts}."), 2)
    if flags:
        print_indented(console, safe(f"Flags: {', '.join(flags)}."), 2)
    for hidden in document.hidden:
        words = shortened(hidden.text, _LONGEST_QUOTE)
        print_indented(console, safe(f"Hidden on page {hidden.page} ({hidden.reason}), never used as evidence: “{words}”"), 2)


def _quote(span: Span) -> Text:
    words = shortened(span.text.removeprefix("•"), _LONGEST_QUOTE)
    return Text.assemble("“", safe(words), f"” (page {span.page}, line {span.line})", style="dim")

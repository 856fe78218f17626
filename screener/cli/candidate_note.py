"""The note to the person concerned: what was read, what follows, what could not be told, and how to object. Plain words, no codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich.console import Console
from rich.text import Text

from screener.cli.note import Judged, asked_of, job_heading, job_reason, requirement_name
from screener.cli.quotes import Quotes
from screener.cli.terminal import console_for_output, print_indented, safe, shortened
from screener.decision import JobYears, Outcome, Verdict

_RESULTS: dict[Outcome, str] = {
    "meets": "Your document shows everything that is required for this role.",
    "review": "Your document leaves something open that is required, so a person looks at it.",
    "does_not_meet": "Going by your document, something that is required is not met. It is marked below, with the words it rests on.",
    "unreadable": "Your document could not be read, so a person looks at it.",
}
_VERDICTS: dict[Verdict, str] = {"met": "Shown", "not_met": "Not met", "unclear": "Open"}
_PROBLEMS = {
    "claimed-exceeds-dated": "You state more years of experience than the dates of your jobs add up to.",
    "document-older-than-a-year": "The document is more than a year old, so “present” in it may mean then or now.",
    "future-date": "A date lies in the future.",
    "low-quality-text": "Parts of the text came out damaged or incomplete.",
    "not-a-resume": "The document does not look like a résumé, or too little of it could be read.",
    "ocr": "The text was recognised from a picture and may hold errors.",
    "ocr-timeout": "Some pages are pictures, whose words could not be read in time.",
    "reversed-dates": "A period ends before it starts.",
    "scanned": "Some pages are pictures, whose words could not be read.",
    "undated-jobs": "No job carries a date, so the years could not be counted.",
}
"""What a flag means to the person; a flag that is not here says nothing that the person could use."""
_READABLE = "Send it again as PDF or DOCX, without a password and with text that can be selected and copied, not a picture of it."
_LANGUAGE = "language-"
_OTHER_LANGUAGE = "The document is in a language that the program does not judge: a person reads it."
_LONGEST_HIDDEN = 160
_LABEL = 12
_HOLDS = "Holds"

_OBJECTING = (
    "Something was read wrongly, or is missing? Say which line it is and what is right, or send a corrected document: it is read anew.",
    "You see it otherwise? Ask for a person to look at the result and say why you disagree. Nobody has to accept a program's result as the"
    " last word; where the GDPR applies it is your right (articles 15, 16 and 22).",
    "Your name, age, gender, nationality, address and photograph play no part in the result: that part of the program never sees them.",
)


def print_candidate_note(judged: Judged, contact: str) -> None:
    """Print the note. contact: whom the person can write to."""
    console, quotes = console_for_output(), Quotes(judged.resume.document)
    console.print(safe(f"Your application as {judged.role.title}", "bold"))
    day = f"{judged.as_of.day} {judged.as_of.strftime('%B %Y')}"
    opening = f"This is what a program read in your document ({judged.file}), counted to {day}. It reads and sorts; people decide."
    print_indented(console, safe(opening), 0)
    _print_title(console, "Result")
    print_indented(console, safe(_RESULTS[judged.decision.outcome]), 2)
    if judged.resume.qualifications.is_resume:
        _print_required(console, judged, quotes)
        _print_welcome(console, judged, quotes)
        _print_work(console, judged, quotes)
        _print_others(console, judged)
    _print_list(console, "What could not be read, or not be told", _problems(judged))
    _print_list(console, "What you could tell us", _questions(judged))
    _print_list(console, "If you want to correct or contest this", (f"Write to {contact}.", *_OBJECTING))


def print_unread_note(file: str, title: str, message: str, contact: str) -> None:
    """Print the note for a document that could not be read. title: of the role; message: what happened."""
    console = console_for_output()
    console.print(safe(f"Your application as {title}", "bold"))
    opening = f"A program could not read your document ({file}), so nothing was judged. A person decides what happens next."
    print_indented(console, safe(opening), 0)
    _print_list(console, "What happened", (message,))
    _print_list(console, "What you can do", (_READABLE, f"Or write to {contact}."))


def _print_title(console: Console, title: str) -> None:
    console.print(Text(f"\n{title}", style="bold"))


def _print_required(console: Console, judged: Judged, quotes: Quotes) -> None:
    """Each thing that the role cannot do without: whether it was found, and in which words."""
    findings = [finding for finding in judged.decision.findings if finding.importance == "required"]
    if findings:
        _print_title(console, "What the role requires")
    for finding in findings:
        print_indented(console, safe(finding.text), _LABEL, Text(f"  {_VERDICTS[finding.verdict]}"))
        said = safe(_to_you(finding.reason))
        span = finding.evidence[0] if finding.evidence else None
        if span and (quotes.was_given(span) or quotes.is_in(span, finding.reason)):
            said = Text.assemble(said, " ", quotes.where(span))
        print_indented(console, said, _LABEL)
        if span and not quotes.was_given(span):
            print_indented(console, Text.assemble("You write: ", quotes.quote(span)), _LABEL)


def _print_welcome(console: Console, judged: Judged, quotes: Quotes) -> None:
    """What helps: found with its words, and by name what was not found."""
    findings = [finding for finding in judged.decision.findings if finding.importance == "preferred"]
    if findings:
        _print_title(console, "What is welcome besides")
    for finding in findings:
        if finding.mentioned:
            words: list[str | Text]
            span = finding.evidence[0] if finding.evidence else None
            if span and quotes.is_in(span, finding.reason) and finding.verdict != "met":  # what keeps it open says its words
                words, name = [" ", quotes.where(span)], finding.reason
            else:
                words = [" " if quotes.was_given(span) else ": ", quotes.quote(span)] if span else []
                name = _capitalised(requirement_name(finding)) if finding.skill else finding.text.rstrip(".")
            label = Text(f"  {_VERDICTS[finding.verdict]}")
            print_indented(console, Text.assemble(safe(name), *words), _LABEL, label)
    if silent := [requirement_name(finding) for finding in findings if not finding.mentioned]:
        print_indented(console, safe(f"Not found in your document: {', '.join(silent)}."), 2)


def _print_work(console: Console, judged: Judged, quotes: Quotes) -> None:
    positions = judged.resume.qualifications.positions
    if not positions:
        return
    _print_title(console, "Your work, as it was read")
    counted = {job.position: job for job in judged.decision.measures.jobs}
    for index, position in enumerate(positions):
        where = f"{job_heading(position)} ({quotes.place(position.heading)})"
        print_indented(console, safe(where), 4, Text("  •"))
        if index in counted:
            print_indented(console, safe(_counted_in_words(counted[index], job_reason(counted[index], position))), 4)


def _print_others(console: Console, judged: Judged) -> None:
    """What was read in lists of skills and does not count, as nothing is known of it."""
    if others := judged.resume.other_skills:
        _print_title(console, "What you list besides")
        told = ", ".join(" ".join(other.span.text.split()) for other in others)
        print_indented(console, safe(f"The program does not know these, so they count neither for nor against you: {told}."), 2)


def _to_you(reason: str) -> str:
    """A reason as it is said to the person concerned."""
    return f"You hold{reason.removeprefix(_HOLDS)}" if reason.startswith(_HOLDS) else reason


def _counted_in_words(job: JobYears, reason: str) -> str:
    """ "5 years 9 months; counts, going by its title."."""
    years, months = divmod(job.months, 12)
    parts = [f"{number} {unit}{'' if number == 1 else 's'}" for number, unit in ((years, "year"), (months, "month")) if number]
    return f"{' '.join(parts) or 'No time could be counted'}; {reason}."


def _problems(judged: Judged) -> Iterator[str]:
    """What was hard to read or cannot be told."""
    reading = judged.resume.document.reading
    if reading.reasons:
        yield f"The document could not be read in full: {'; '.join(reading.reasons)}."
    for flag in sorted({*judged.resume.flags, *judged.decision.flags}):
        if flag in _PROBLEMS:
            yield _PROBLEMS[flag]
        elif flag.startswith(_LANGUAGE):
            yield _OTHER_LANGUAGE
    for hidden in judged.resume.document.hidden:
        yield f"Words that cannot be seen on page {hidden.page} were not used: “{shortened(hidden.text, _LONGEST_HIDDEN)}”."


def _questions(judged: Judged) -> Iterator[str]:
    return (question.text for question in asked_of(judged))


def _print_list(console: Console, title: str, sentences: Iterable[str]) -> None:
    """The sentences as a list under their title; no title when there are none."""
    told = list(sentences)
    if told:
        _print_title(console, title)
    for sentence in told:
        print_indented(console, safe(sentence), 4, Text("  •"))


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]

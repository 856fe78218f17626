"""A person as JSON Resume (https://jsonresume.org/schema, version 1.0.0): what was read, in the words of the document."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from screener.decision import Screening
from screener.document import Span
from screener.report.folder import open_private
from screener.report.jsonl import json_document
from screener.report.reading import screening_of_line
from screener.resume import Contact, DateRange, Degree, PartialDate, Position, Resume, SpokenLanguage
from screener.taxonomy.skills import load_skills
from screener.taxonomy.spoken import load_spoken_languages

FOLDER_NAME = "json-resume"
SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\Z")
_KINDS = {"job": "work", "internship": "work", "volunteer": "volunteer", "project": "projects"}
_EMPLOYER = {"work": "name", "volunteer": "organization", "projects": "entity"}
_TITLE = {"work": "position", "volunteer": "position", "projects": "name"}


def write_json_resumes(lines: Iterable[bytes], folder: Path) -> None:
    """Write a file for each readable one of these lines of results.jsonl into `folder`, named by the hash of its bytes.

    Files of equal bytes are numbered, in the order of the lines.
    """
    folder.mkdir(mode=0o700)
    seen: dict[str, int] = {}
    for line in lines:
        screening = screening_of_line(line)
        if screening.resume is None:
            continue
        seen[screening.sha256] = number = seen.get(screening.sha256, 0) + 1
        name = f"{screening.sha256}{f'-{number}' if number > 1 else ''}.json"
        with open_private(folder / name) as file:
            file.write(json_document(json_resume(screening)))


def json_resume(screening: Screening) -> dict[str, Any]:
    """The document of a screening that was read. Fields that the résumé does not tell are left out; `x-screen` says where it comes from."""
    resume = screening.resume
    assert resume is not None
    found = resume.qualifications
    sections: dict[str, list[dict[str, Any]]] = {"work": [], "volunteer": [], "projects": []}
    for position in found.positions:
        sections[_KINDS[position.kind]].append(_position(position, _KINDS[position.kind]))
    return {
        "$schema": SCHEMA,
        "basics": _basics(screening.name, resume.contact),
        **sections,
        "education": [_degree(degree) for degree in found.degrees],
        "skills": _skills(resume),
        "languages": [_language(language) for language in found.languages],
        "certificates": [{"name": certificate.span.text} for certificate in found.certificates],
        "meta": {"version": "v1.0.0", "x-screen": {"file": screening.file, "sha256": screening.sha256}},
    }


def _basics(name: str, contact: Contact) -> dict[str, str]:
    emails = [span.text for span in contact.emails if _EMAIL.match(span.text)]
    told = {"name": name, "email": next(iter(emails), ""), "phone": _text(next(iter(contact.phones), None))}
    return _without_empty(told)


def _position(position: Position, section: str) -> dict[str, str]:
    title = position.title or position.heading
    told = {_EMPLOYER[section]: _text(position.employer), _TITLE[section]: title.text, **_dates(position.dates)}
    body = position.span.text.removeprefix(position.heading.text).strip()
    return _without_empty(told | {"description" if section == "projects" else "summary": body})


def _degree(degree: Degree) -> dict[str, str]:
    level = "" if degree.level == "none" else degree.level
    told = {"institution": _text(degree.institution), "area": _text(degree.field), "studyType": level or degree.span.text}
    return _without_empty(told | _dates(degree.dates))


def _skills(resume: Resume) -> list[dict[str, Any]]:
    names = load_skills().skills
    held = [skill for skill in resume.qualifications.skills if skill.held]
    others = [" ".join(other.span.text.split()) for other in resume.other_skills]
    return [
        {
            "name": names[skill.id].name if skill.id in names else skill.id,
            "keywords": list(dict.fromkeys(mention.span.text for mention in skill.held)),
        }
        for skill in held
    ] + ([{"name": "Other", "keywords": others}] if others else [])


def _language(language: SpokenLanguage) -> dict[str, str]:
    name = load_spoken_languages().titles.get(language.language, language.language)
    level = language.low if language.low == language.high else f"{language.low} to {language.high}"
    return _without_empty({"language": name, "fluency": level if language.stated else ""})


def _dates(dates: DateRange | None) -> dict[str, str]:
    """Start and end as ISO 8601, as precise as the text; a range that cannot be is left out, and "Present" has no end."""
    if dates is None or dates.problem:
        return {}
    return {"startDate": _iso(dates.start), "endDate": _iso(dates.end) if dates.end else ""}


def _iso(point: PartialDate) -> str:
    if not 1000 <= point.year <= 2999:
        return ""
    return f"{point.year}-{point.month:02}" if point.month else str(point.year)


def _text(span: Span | None) -> str:
    return span.text if span else ""


def _without_empty(told: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in told.items() if value}

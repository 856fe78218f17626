"""`screen parse`: what one file says, as JSON."""

from __future__ import annotations

import sys

from screener.cli.options import Ocr, Reader, ResumeFile, reading


def parse_command(file: ResumeFile, reader: Reader = "auto", ocr: Ocr = "auto") -> None:
    """Print the facts of a résumé as JSON, each with the place it was read from."""
    from screener.batch import read_one
    from screener.report.jsonl import json_document

    resume = read_one(file, reading(reader, ocr))
    document = resume.document
    facts = {
        "file": file.name,
        "facts": document.facts,
        "reading": document.reading,
        "flags": resume.flags,
        "contact": resume.contact,
        "qualifications": resume.qualifications,
        "other_skills": resume.other_skills,
        "sections": [{"kind": section.kind, "start": section.span.start, "end": section.span.end} for section in resume.sections],
        "hidden": document.hidden,
        "text": document.text,
    }
    sys.stdout.write(json_document(facts).decode())

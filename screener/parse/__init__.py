"""Document → Resume. The only room for spaCy: one pipeline of named components, each `Doc -> Doc`, in the order of PIPELINE."""

from __future__ import annotations

from screener.document import Document

# Importing a component registers it under the name that PIPELINE uses.
from screener.parse import (  # noqa: F401  # see above
    certificates,
    claims,
    contact,
    dates,
    degrees,
    language,
    other_skills,
    phrases,
    positions,
    sections,
    skills,
    spoken,
    work,
)
from screener.parse.draft import Draft, attach_draft, draft_of
from screener.parse.tokenizer import make_doc, make_language
from screener.resume import Qualifications, Resume

PIPELINE = (
    "screener_sections",
    "screener_dates",
    "screener_contact",
    "screener_positions",
    "screener_degrees",
    "screener_skills",
    "screener_spoken",
    "screener_other_skills",
    "screener_work",
    "screener_claims",
    "screener_phrases",
    "screener_certificates",
    "screener_language",
)


class Parser:
    """Reads documents with one spaCy pipeline, made once."""

    def __init__(self) -> None:
        self.nlp = make_language()
        for name in PIPELINE:
            self.nlp.add_pipe(name)

    def parse(self, document: Document) -> Resume:
        """What `document` says: facts with their spans."""
        doc = attach_draft(make_doc(self.nlp, document), document)
        return _resume(draft_of(self.nlp(doc)))


def build_parser() -> Parser:
    """A parser, ready to use: costs about a second for spaCy and the taxonomy, so make one and keep it."""
    return Parser()


def _resume(draft: Draft) -> Resume:
    document = draft.document
    facts = document.facts
    qualifications = Qualifications(
        degrees=tuple(draft.degrees),
        positions=tuple(draft.positions),
        skills=tuple(draft.skills),
        claims=tuple(draft.claims),
        phrases=tuple(draft.phrases),
        reading=document.reading,
        document_date=draft.stated_date or facts.modified or facts.created,
        language=draft.language,
        is_resume=draft.is_resume,
        certificates=tuple(draft.certificates),
        languages=tuple(draft.languages),
    )
    flags = tuple(sorted({*document.flags, *draft.flags}))
    others = tuple(draft.other_skills)
    return Resume(document, qualifications, draft.contact, tuple(draft.sections), flags, draft.written_in, others)

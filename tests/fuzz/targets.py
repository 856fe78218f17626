"""What is fuzzed: one function of bytes for each reader of other people's files and each reader of text.

A target swallows the errors that its reader declares and nothing else; whatever else comes out is a mistake of the program.
"""

from __future__ import annotations

import re
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from screener.cache.kept import pack, settled, unpack
from screener.decision import Failure
from screener.document import Document, Span, Value
from screener.drafting import as_toml, draft_role
from screener.errors import DataFileError, UnreadableDocumentError, UsageError
from screener.extract import EXTRACTORS, expand, extract_bytes
from screener.extract.docx import read_docx
from screener.extract.html import read_html
from screener.extract.legacy import read_doc
from screener.extract.mhtml import read_mhtml
from screener.extract.normalise import normalise_line
from screener.extract.odt import read_odt
from screener.extract.pdf import read_pdf
from screener.extract.rtf import read_rtf
from screener.extract.sniff import sniff
from screener.extract.text import read_text
from screener.extract.unreadable import CASES
from screener.parse import Parser, build_parser
from screener.parse.degrees.reader import read_degrees
from screener.report.decisions import read_decisions
from screener.resume import Resume
from screener.rules import load_role
from screener.rules.role_file import parse_role
from screener.screening import judge
from tests.fuzz import seeds, sheets
from tests.parse.builders import document, draft_after

_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""What no text of a document may hold: controls, marks of direction, halves of characters."""

_AS_OF = date(2026, 11, 1)


@dataclass(frozen=True, slots=True)
class Target:
    """run: the reader, from bytes. seeds: what to begin with. words: pieces worth putting in. longest: bytes of an input."""

    run: Callable[[bytes], None]
    seeds: Callable[[], list[bytes]]
    words: tuple[str, ...] = ()
    longest: int = 40_000


class BrokenPromiseError(AssertionError):
    """The reader raised nothing, but what it gave is not what it promises."""


def check_document(document: Document) -> None:
    """Lines cover the text without overlap, and nothing that a terminal obeys is in it."""
    if document.lines and document.lines[-1].end != len(document.text):
        raise BrokenPromiseError("the last line does not end with the text")
    if any(line.end + 1 != following.start for line, following in zip(document.lines, document.lines[1:], strict=False)):
        raise BrokenPromiseError("lines do not cover the text")
    if any(_UNSEEN.search(text) for text in (document.text, document.facts.producer, *(piece.text for piece in document.hidden))):
        raise BrokenPromiseError("control characters in the text")


def check_spans(text: str, value: object) -> None:
    """Every fact quotes the text where it says."""
    for span in _spans(value):
        if text[span.start : span.end] != span.text:
            raise BrokenPromiseError("a span does not quote the text")


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from _spans(item)
    elif isinstance(value, Value):
        for name in value.__struct_fields__:
            yield from _spans(getattr(value, name))


def _document(read: Callable[[bytes], Document]) -> Callable[[bytes], None]:
    def run(data: bytes) -> None:
        try:
            check_document(read(data))
        except UnreadableDocumentError:
            return

    return run


def _inside(archive: Callable[[], bytes], name: str, read: Callable[[bytes], Document]) -> Callable[[bytes], None]:
    """The reader of an archive, given one of its members."""
    whole = lru_cache(archive)
    return _document(lambda data: read(seeds.with_member(whole(), name, data)))


def _sniffed(data: bytes) -> None:
    kind = sniff(data)
    if kind not in EXTRACTORS and kind not in CASES:
        raise BrokenPromiseError("a kind that nothing is said about")


def _files_inside(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        file.write(data)
        file.flush()
        members = expand(Path(file.name))
    if len({member.name for member in members}) < len(members) or not any(not member.ignored for member in members):
        raise BrokenPromiseError("members without names of their own")


def _lines(data: bytes) -> str:
    """The bytes as lines that a document could hold."""
    return "\n".join(filter(None, (normalise_line(line) for line in data.decode("utf-8", "replace").splitlines())))


def _dates(data: bytes) -> None:
    draft = draft_after(_lines(data), "screener_dates")
    check_spans(draft.document.text, draft.dates)


def _degrees(data: bytes) -> None:
    made = document(_lines(data))
    check_spans(made.text, read_degrees(made))


def _skills(data: bytes) -> None:
    draft = draft_after(_lines(data), "screener_skills")
    check_spans(draft.document.text, draft.skills)


@lru_cache
def _parser() -> Parser:
    return build_parser()


def _resume(data: bytes) -> None:
    made = document(_lines(data))
    resume = _parser().parse(made)
    check_spans(made.text, (resume.qualifications, resume.contact, resume.sections, judge(resume, load_role("senior-backend"), as_of=_AS_OF)))


def _role(data: bytes) -> None:
    try:
        parse_role(data, "role.toml")
    except DataFileError as error:
        str(error)


def _posting(data: bytes) -> None:
    try:
        drafted = as_toml(draft_role(read_text(data)), "posting.md")
    except (UnreadableDocumentError, UsageError):
        return
    tomllib.loads(drafted)


def _decisions(data: bytes) -> None:
    with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
        file.write(seeds.with_member(sheets.workbook(), sheets.MEMBER, data))
        file.flush()
        try:
            read_decisions(Path(file.name))
        except UsageError as error:
            str(error)


def _kept(data: bytes) -> None:
    known = unpack(pack(data))
    if known is not None and not isinstance(known, Resume | Failure):
        raise BrokenPromiseError("neither a résumé nor a failure")


def _kept_seeds() -> list[bytes]:
    resumes = [_parser().parse(document(_lines(text))) for text in seeds.texts()[:4]]
    packed = [settled(known)[1] for known in (*resumes, Failure("empty", "Nothing.", "Ask again."))]
    return [data for data in packed if data is not None]


_DATES = ("January", "Sept.", "Mai", "2015", "’15", "01/2015", "2015-07", "since", "until", "Present", "heute", "depuis", " – ", "-", "\t", "Q3", "Summer")
_DEGREES = ("Bachelor of Science", "B.Sc.", "M.S.", "MBA", "Ph.D.", "Diplom", "Master", "in", "of", "Computer Science", "University", "GPA 3.9", "expected", "•")
_SKILLS = ("Python", "C/C++", "C#", "Go", "Node.js", "no experience with", "learning", "Skills:", "(", ")", ",", "and", "familiar with", "Java", "REST")
_HEADINGS = ("EXPERIENCE", "EDUCATION", "SKILLS", "REFERENCES", "Engineer at", "Ltd", "mira@example.org", "+49 30 555", "10+ years of")

TARGETS: dict[str, Target] = {
    "pdf": Target(_document(lambda data: read_pdf(data, reader="pdfium")), seeds.BYTES["pdf"]),
    "pdf-careful": Target(_document(lambda data: read_pdf(data, reader="pdfplumber")), seeds.BYTES["pdf"], longest=12_000),
    "pdf-content": Target(_document(lambda data: read_pdf(sheets.page(data))), sheets.contents, ("BT", "ET", " Tf", " Td", " Tj", " Tm", " Tr", "q", "Q", " rg")),
    "docx": Target(_document(read_docx), seeds.BYTES["docx"]),
    "docx-story": Target(
        _inside(lambda: seeds.BYTES["docx"]()[0], "word/document.xml", read_docx),
        lambda: list(seeds.members_of(seeds.BYTES["docx"](), "word/document.xml")),
        ("<w:p>", "<w:tbl>", "<w:tab/>", "<w:vanish/>", "w:val=", "<mc:AlternateContent>", "<w:fldSimple>", "<w:sdt>", "<w:ins>"),
    ),
    "odt": Target(_document(read_odt), seeds.BYTES["odt"]),
    "odt-story": Target(
        _inside(seeds.odt, "content.xml", read_odt),
        lambda: list(seeds.members_of([seeds.odt()], "content.xml")),
        ("<text:p>", "<text:s text:c=", "<table:table-cell ", "number-columns-repeated=", "<text:span>", "<draw:frame>", "<text:note>"),
    ),
    "rtf": Target(_document(read_rtf), seeds.BYTES["rtf"], ("\\par", "\\u8226?", "\\uc", "\\bin", "{\\*", "\\'e9", "\\cell", "\\row", "\\fonttbl", "\\v")),
    "html": Target(_document(read_html), seeds.BYTES["html"], ("<p>", "<table>", "colspan=", "style=", "<ul>", "&#", "<!--", "display:none", "<pre>")),
    "text": Target(_document(read_text), seeds.BYTES["text"], ("# ", "|---|", "**", "](", "\n===\n", "> ", "- ", "\ufeff", "\u202e", "\x1b[", "```")),
    "mhtml": Target(_document(read_mhtml), seeds.BYTES["mhtml"], ("Content-Type:", "boundary=", "quoted-printable", "charset=", "--x")),
    "mail": Target(_files_inside, seeds.BYTES["mail"], ("Content-Type:", "boundary=", "message/rfc822", "filename*=", "=?utf-8?b?", "base64", "charset=")),
    "zip": Target(_files_inside, seeds.BYTES["zip"]),
    "doc": Target(_document(lambda data: read_doc(data, "")), seeds.BYTES["doc"]),
    "any": Target(_document(extract_bytes), lambda: [data for make in seeds.BYTES.values() for data in make()[:5]], longest=12_000),
    "sniff": Target(_sniffed, lambda: [data[:6_000] for make in seeds.BYTES.values() for data in make()[:5]]),
    "dates": Target(_dates, seeds.texts, _DATES, 2_000),
    "degrees": Target(_degrees, seeds.texts, _DEGREES + _DATES, 2_000),
    "skills": Target(_skills, seeds.texts, _SKILLS, 2_000),
    "resume": Target(_resume, seeds.texts, _HEADINGS + _SKILLS + _DEGREES + _DATES, 4_000),
    "role": Target(_role, sheets.roles, ("[[requirement]]", "kind = ", "any_of = [", "minimum = ", "inf", "nan", "1e999", "id = "), 8_000),
    "posting": Target(_posting, sheets.postings, ("Requirements:", "years of", "degree", "nice to have", "- ", "## ", "or", "5+"), 6_000),
    "decisions": Target(_decisions, sheets.sheets, ('<c r="', "<is><t>", "<v>", ' t="s"', "invite"), 20_000),
    "kept": Target(_kept, _kept_seeds),
}

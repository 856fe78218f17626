"""Component `screener_claims`: years of experience that the text merely claims ("10+ years of backend development")."""

from __future__ import annotations

import re
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.draft import Draft, draft_of
from screener.parse.phrase_index import PhraseIndex
from screener.parse.work import title_class
from screener.resume import Claim
from screener.taxonomy.work import UNKNOWN_TITLE, load_work

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20,
    "a decade": 10, "one decade": 10, "two decades": 20, "zwei": 2, "drei": 3, "vier": 4, "fünf": 5, "sechs": 6, "sieben": 7, "acht": 8, "neun": 9, "zehn": 10,
    "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6, "siete": 7, "ocho": 8, "nueve": 9, "diez": 10,
}  # fmt: skip
_YEARS = r"(?:years?|yrs?|jahren?|jahre|ans|années|años|anos|anni|jaar)"
_CLAIM = re.compile(
    rf"(?i)(?<![\w.,-])(?:(?P<number>\d{{1,2}}(?:[.,]\d)?)(?:\s?[-–]\s?\d{{1,2}})?\s?\+?\s?{_YEARS}|(?P<word>{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})\+?"
    rf"(?:\s?\(\d{{1,2}}\))?(?:\s{_YEARS}|(?<=decade)|(?<=decades)))(?![^\W_])['’]?(?P<tail>[^\n.;•]{{0,110}}(?:\n(?!•)[^\n.;•]{{0,60}})?)"
)
_OF_WORK = re.compile(
    r"(?i)\b(?:experience|experienced|expertise|in the (?:industry|field)|building|developing|designing|writing|working|engineering|delivering|shipping|leading|background|"
    r"berufserfahrung|erfahrung|d['’]expérience|expérience|de experiencia|experiencia|experiência|esperienza|ervaring|professional|hands-on|as an?)\b"
)
_NOT_OF_THE_PERSON = re.compile(r"(?i)\b(?:old|ago|warranty|running|university|degree|course|program(?:me)?|contract|plan|roadmap|client|customer|in a row|consecutive)\b")
_BEFORE = re.compile(r"(?i)\b(?:experience|erfahrung|expérience|experiencia)\b\s?[:(–-]?\s?$|\b(?:with|over|have|has|bring|of)\s(?:over\s|more than\s)?$")
_MOST_YEARS = 50


@Language.component("screener_claims")
def claims(doc: Doc) -> Doc:
    """Fill `draft.claims` in text order."""
    draft = draft_of(doc)
    for match in _CLAIM.finditer(draft.document.text):
        found = _claim(draft, match)
        if found is not None:
            draft.claims.append(found)
    return doc


def _claim(draft: Draft, match: re.Match[str]) -> Claim | None:
    """A claim, when the words around the figure say that it is about the person's work."""
    section = draft.section_at(match.start())
    if section in ("education", "references", "publications", "courses") or draft.position_at(match.start()) is not None:
        return None
    years = float(_NUMBERS[match["word"].lower()]) if match["word"] else float(match["number"].replace(",", "."))
    tail = match["tail"] or ""
    near = tail[:60]
    text = draft.document.text
    if not 0 < years <= _MOST_YEARS or _NOT_OF_THE_PERSON.search(near[:25]):
        return None
    if not (_OF_WORK.search(near) or (_BEFORE.search(text, max(match.start() - 30, 0), match.start()) and section in ("summary", "header"))):
        return None
    if section == "skills" and not re.search(r"(?i)experience|erfahrung|expérience|experiencia", near):
        return None
    start = match.start()
    end = match.start("tail") if match["tail"] is not None else match.end()
    return Claim(draft.span(start, end), years, draft.document.line_span(start), _families(near))


def _families(text: str) -> tuple[str, ...]:
    """The families of work that a claim names; empty when it is about work in general."""
    found = title_class(text)
    named = [name for name, family in load_work().families.items() if found != UNKNOWN_TITLE and found in family.clear]
    named += [name for name, index in _family_names().items() if name not in named and any(index.find(text))]
    return tuple(named)


@lru_cache(maxsize=1)
def _family_names() -> dict[str, PhraseIndex]:
    return {name: PhraseIndex([*family.strong_cues, name.replace("-", " ")]) for name, family in load_work().families.items()}

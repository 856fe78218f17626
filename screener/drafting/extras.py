"""Certificates, spoken languages, and what only words of a résumé can show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from screener.drafting.drafted import Drafted, Weigh
from screener.drafting.posting import Sentence, says
from screener.drafting.refusals import refused_in
from screener.parse.words import words_in
from screener.rules.role import CertificationRequirement, EvidenceRequirement, LanguageRequirement, NoteRequirement
from screener.taxonomy.drafting import load_drafting_words
from screener.taxonomy.folding import fold
from screener.taxonomy.phrases import load_phrases, pattern
from screener.taxonomy.spoken import load_spoken_languages

_CERTIFIED = re.compile(
    r"\b(?P<name>[A-Z][\w+/-]*(?: [A-Z][\w+/-]*){0,3}) (?:certifi(?:cation|cations|cate|cates|ed)|accreditation|qualification|licen[cs]e)\b"
)
_NOT_A_NAME = frozenset(
    (
        "Relevant",
        "Industry",
        "Professional",
        "Technical",
        "Any",
        "A",
        "An",
        "The",
        "Other",
        "Current",
        "Valid",
        "Teaching",
        "Vocational",
        "Comparable",
        "Driving",
    )
)
_SPEAKING = re.compile(
    r"(?i)\b(?:speak|spoken|written|fluen\w*|language|languages|verbal|oral|proficien\w*|command|communicate|communication|skills|knowledge|level|sprach\w*|kenntnisse)\b"
)
_COMPOUND = re.compile(r"(\w{4,30})(kenntnisse)")
"""German: "Deutschkenntnisse"."""
_NATIVE = ("C2", "C2")
"""The level of a native speaker: asked for as such it is refused."""
_FEW_WORDS = 5
_USUAL_LEVEL = "B2"
SOFT_LISTS = frozenset(("problem-solving", "communication", "teamwork", "leadership"))


def draft_certificates(sentence: Sentence, importance_at: Weigh) -> list[Drafted]:
    """One requirement with every certificate that the sentence names."""
    listed = [(match.start(), match.group()) for match in _known().finditer(sentence.text)]
    told = [(match.start(), match["name"]) for match in _CERTIFIED.finditer(sentence.text) if match["name"].split()[0] not in _NOT_A_NAME]
    if not told and not listed:
        return []
    names = tuple(
        dict.fromkeys(name for _, name in sorted(listed + [each for each in told if not any(known in each[1] for _, known in listed)]))
    )
    requirement = CertificationRequirement(
        id="certificate", text=sentence.text, importance=importance_at(min(start for start, _ in listed + told)), names=names
    )
    return [Drafted(requirement, sentence, ("Any of these certificates will do; add other names that they go by.",))]


@lru_cache(maxsize=1)
def _known() -> re.Pattern[str]:
    names = sorted(load_drafting_words().certificates, key=len, reverse=True)
    written = (re.escape(name) + (r"(?: [A-Z][\w-]*){0,4}" if " " in name else "") for name in names)
    return re.compile(rf"(?<!\w)(?:{'|'.join(written)})(?![\w+])")


def draft_languages(sentence: Sentence, importance_at: Weigh) -> Iterator[Drafted]:
    """A requirement for each language that people speak which the sentence asks for."""
    text = _COMPOUND.sub(r"\1 \2", sentence.text)
    words, known = words_in(text), load_spoken_languages()
    stated_levels = [(hit.start, hit.end, level) for hit, level in words.phrases(known.levels, 0, len(text))]
    levels = [each for each in stated_levels if each[2] != _NATIVE]
    names = [(hit.start, hit.end, language) for hit, language in words.phrases(known.names, 0, len(text))]
    asked = levels or (not stated_levels and (len(words.plain) <= _FEW_WORDS or _SPEAKING.search(text)) and not any(refused_in(sentence)))
    if not names or not asked:
        return
    for index, (start, end, language) in enumerate(names):
        until = names[index + 1][0] if index + 1 < len(names) else len(text)
        after = [level for begin, stop, level in levels if end <= begin and stop <= until and _is_beside(text[end:begin])]
        before = [level for _, stop, level in levels if stop <= start and "," not in text[stop:start]]
        stated = (after or before[-1:])[:1]
        comment = "A level below goes to a person."
        if not stated:
            comment = f"No level is stated; {_USUAL_LEVEL} is a guess to be corrected. {comment}"
        requirement = LanguageRequirement(
            id=fold(known.titles[language]).replace(" ", "-"), text=sentence.text, importance=importance_at(start), language=language,
            level=stated[0][0] if stated else _USUAL_LEVEL, margin=1,
        )  # fmt: skip
        yield Drafted(requirement, sentence, (comment,))


def _is_beside(gap: str) -> bool:
    """Whether a level behind a language belongs to it, and not to the next one ("good German and very good English")."""
    return " and " not in gap and "," not in gap


def draft_words(sentence: Sentence, importance_at: Weigh) -> list[Drafted]:
    """For a sentence of which no other rule came: ways of working as evidence, soft skills and all else as notes."""
    found = phrase_lists(sentence.text)
    ways = tuple(each for each in found if each not in SOFT_LISTS)
    ways = tuple(each for each in ways if each not in load_drafting_words().wide_phrases) or ways
    if ways and sentence.role == "asked" and not (says("soft.phrases", sentence.text) and len(ways) < len(found)):
        comment = "Words of a résumé can show this, but their absence proves nothing: preferred, whatever the posting says."
        importance = "preferred" if importance_at(0) == "required" else importance_at(0)
        requirement = EvidenceRequirement(id=ways[0], text=sentence.text, importance=importance, phrases=ways)
        return [Drafted(requirement, sentence, (comment,))]
    note = NoteRequirement(id=found[0] if found else "note", text=sentence.text, importance="note", phrases=found)
    return [Drafted(note, sentence, (_why_a_note(sentence.text),))]


def _why_a_note(text: str) -> str:
    if says("conditions.phrases", text):
        return "A condition of the post that no résumé settles: a question for a person."
    if says("soft.phrases", text) or set(phrase_lists(text)) & SOFT_LISTS:
        return "A soft skill: shown, never decisive."
    return "Could not be turned into a rule: a question for a person."


def phrase_lists(text: str) -> tuple[str, ...]:
    """The lists of phrases of the taxonomy that the text holds words of."""
    folded = fold(text)
    return tuple(identity for identity, matcher in _matchers() if matcher.search(folded))


@lru_cache(maxsize=1)
def _matchers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry.id, re.compile(pattern(entry.words))) for entry in load_phrases().lists.values())

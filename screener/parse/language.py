"""Component `screener_language`: the language of the text, and whether it is a résumé at all."""

from __future__ import annotations

import re
from collections import Counter

from spacy.language import Language
from spacy.tokens import Doc

from screener.parse.draft import Draft, draft_of
from screener.taxonomy.languages import load_language_words

_WORD = re.compile("[a-zß-öø-ɏḀ-ỿ]{2,}")  # of Latin letters: other scripts tell their language by themselves
_NOT_LATIN = re.compile("[^\0-\u036f\U00010000-\U0010ffff]")  # what it is not: to compile what it is takes forty times as long
_SAMPLE = 20_000  # characters
_MINIMUM = 12  # function words before a language other than English is believed
_WORTH = 3  # small words that a word of résumés stands for, however often it is there
_SHARE_OF_OTHERS = 0.2  # of all function words before a second language is told
_RESUME_SECTIONS = frozenset(("experience", "education", "skills", "summary", "projects", "certificates", "volunteering", "courses"))
_LANGUAGES_OF_HEADINGS = frozenset(("en", "de", "fr", "es", "pt", "it", "nl"))
"""Only in these the sections of a résumé are known, so that their absence tells something."""


@Language.component("screener_language")
def language(doc: Doc) -> Doc:
    """Fill `draft.language`, `draft.written_in` and `draft.is_resume`."""
    draft = draft_of(doc)
    text = draft.document.text[:_SAMPLE]
    words = Counter(_WORD.findall(text.lower()))
    draft.language = _language(text, words)
    draft.written_in = (draft.language, *_other_languages(words, draft.language))
    draft.is_resume = _is_resume(draft, words)
    return doc


def _language(text: str, words: Counter[str]) -> str:
    """ISO 639-1 code of the language whose function words, or whose script, the text is made of; English when nothing tells."""
    knowledge = load_language_words()
    foreign = _NOT_LATIN.findall(text)
    if len(foreign) * 4 > len(text):
        for code, (first, last) in knowledge.scripts.items():
            if sum(first <= character <= last for character in foreign) * 2 > len(foreign):
                return code
    counts: Counter[str] = Counter()
    for word in knowledge.languages.keys() & words.keys():
        for code in knowledge.languages[word]:
            counts[code] += words[word]
    for word in knowledge.resume.keys() & words.keys():
        for code in knowledge.resume[word]:
            counts[code] += _WORTH
    if not counts:
        return "en"
    best, count = min(counts.items(), key=lambda item: (-item[1], item[0]))
    return best if count >= _MINIMUM and count > counts["en"] * 1.2 else "en"


def _other_languages(words: Counter[str], main: str) -> list[str]:
    """The languages that much of the rest is written in, by the small words that belong to one language alone; the most used first."""
    known = load_language_words().languages
    counts: Counter[str] = Counter()
    for word in known.keys() & words.keys():
        if len(known[word]) == 1:
            counts[known[word][0]] += words[word]
    enough = max(_MINIMUM, counts.total() * _SHARE_OF_OTHERS)
    return sorted((code for code, count in counts.items() if code != main and count >= enough), key=lambda code: (-counts[code], code))


def _is_resume(draft: Draft, words: Counter[str]) -> bool:
    """Whether the text is somebody's résumé: it names jobs, studies or sections of one, and is not a template's filling text."""
    if draft.language not in _LANGUAGES_OF_HEADINGS:  # a person looks at it anyway
        return True
    dummy = load_language_words().filler
    filler = sum(words[word] for word in dummy & words.keys())
    if filler >= 8 and filler * (8 if draft.degrees else 12) > words.total():
        return False
    kinds = {section.kind for section in draft.sections} & _RESUME_SECTIONS
    if len(kinds) >= 2 or len(draft.positions) >= 2:
        return True
    told = bool(kinds or draft.positions)
    return told and (bool(draft.degrees) or sum(bool(skill.held) for skill in draft.skills) >= 5)

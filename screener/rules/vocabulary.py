"""The names that a role may use, gathered from the taxonomy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from screener.taxonomy.fields import field_families, related_families
from screener.taxonomy.phrases import load_phrases
from screener.taxonomy.skills import load_skills
from screener.taxonomy.spoken import load_spoken_languages
from screener.taxonomy.work import load_work


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """skills: id to the name that a person reads. fields: family of degree fields to the families that a requirement for it accepts.

    work, phrases, languages: family of work, list of phrases, spoken language (ISO 639-1), to the name that a person reads.
    """

    skills: Mapping[str, str]
    fields: Mapping[str, frozenset[str]]
    work: Mapping[str, str]
    phrases: Mapping[str, str]
    languages: Mapping[str, str]


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The names of the shipped taxonomy."""
    return Vocabulary(
        skills={entry.id: entry.name for entry in load_skills().skills.values()},
        fields={family: related_families(family) for family in field_families()},
        work={family.id: family.name for family in load_work().families.values()},
        phrases={entry.id: entry.title for entry in load_phrases().lists.values()},
        languages=load_spoken_languages().titles,
    )

"""The knowledge about kinds of work agrees with itself and with the skills."""

from __future__ import annotations

from screener.taxonomy.skills import load_skills
from screener.taxonomy.work import load_work


def test_every_family_of_skills_that_work_names_is_in_the_taxonomy() -> None:
    known = set(load_skills().families)
    named = {name for family in load_work().families.values() for name in family.skill_families}
    assert named <= known


def test_no_class_of_titles_stands_at_two_strengths_in_one_family() -> None:
    for family in load_work().families.values():
        groups = [family.clear, family.likely, family.described, family.strong, family.doubtful]
        assert sum(map(len, groups)) == len(frozenset().union(*groups)), family.id


def test_every_word_is_in_lower_case() -> None:
    knowledge = load_work()
    words = [*knowledge.title_nouns, *knowledge.employers, *knowledge.places, *knowledge.labels]
    words += [phrase for phrases in knowledge.classes.values() for phrase in phrases]
    words += [cue for family in knowledge.families.values() for cue in (*family.cues, *family.strong_cues)]
    assert [word for word in words if word != word.lower()] == []

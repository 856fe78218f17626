"""The words of job postings."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest

from screener.errors import DataFileError
from screener.taxonomy import drafting
from screener.taxonomy.drafting import load_drafting_words
from screener.taxonomy.loading import read_data
from screener.taxonomy.skills import load_skills

Change = Callable[[dict[str, Any]], object]


def test_every_category_names_skills_of_the_taxonomy() -> None:
    known = load_skills().skills
    assert [each.nouns[0] for each in load_drafting_words().categories if not set(each.skills) <= set(known)] == []


def test_every_refused_trait_says_why() -> None:
    assert all(len(trait.why) > 20 and trait.phrases for trait in load_drafting_words().refused)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda data: data["category"][0]["skills"].append("pyhton"), "category[1]: no skill 'pyhton'"),
        (lambda data: data["headings"].update(wishes=["wishes"]), "headings.wishes: no such kind of part"),
        (lambda data: data["work"].update(cooking=["cooking"]), "work: no family of work 'cooking'"),
        (lambda data: data["degrees"]["groups"].update(stem=["magic"]), "degrees.groups.stem: no family of fields 'magic'"),
        (lambda data: data["years"].update(units=[]), "years.units: a list of phrases is needed"),
        (lambda data: data["refused"][0].pop("why"), "refused[1].why: missing"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(change: Change, told: str, monkeypatch: pytest.MonkeyPatch) -> None:
    data = deepcopy(read_data("drafting.toml"))
    change(data)
    monkeypatch.setattr(drafting, "read_data", lambda _: data)
    with pytest.raises(DataFileError) as error:
        load_drafting_words.__wrapped__()
    assert told in error.value.problems

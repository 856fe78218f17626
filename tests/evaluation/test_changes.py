"""Two evaluations side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from screener.errors import UsageError
from screener.evaluation import Comparison, as_json, changes_as_text, changes_between, evaluate, load_answers
from tests.evaluation.test_evaluation import TRUTH, screening


def answer(file: str, column: str, got: str, expected: str) -> Comparison:
    return Comparison(file, column, got, expected, got in expected.split("|"))


def test_answers_that_became_right_or_wrong_are_told_with_their_file() -> None:
    before = [answer("a", "degree_level", "master", "bachelor"), answer("a", "outcome", "meets", "meets"), answer("b", "outcome", "meets", "meets")]
    after = [answer("a", "degree_level", "bachelor", "bachelor"), answer("a", "outcome", "review", "meets"), answer("b", "outcome", "meets", "meets")]
    changes = changes_between(before, after)
    assert [(change.file, change.column, change.before, change.after) for change in changes.better] == [("a", "degree_level", "master", "bachelor")]
    assert [(change.file, change.column, change.before, change.after) for change in changes.worse] == [("a", "outcome", "meets", "review")]
    text = changes_as_text(changes)
    assert "1 better, 1 worse" in text
    assert "worse   a  outcome: meets → review, expected meets" in text


def test_a_wrong_answer_that_is_wrong_in_another_way_is_no_change() -> None:
    assert not changes_between([answer("a", "years_backend", "1.0", "5.0")], [answer("a", "years_backend", "2.0", "5.0")]).worse


def test_a_skill_that_nobody_names_any_more_is_better_and_a_new_wrong_one_is_worse() -> None:
    other = answer("a", "outcome", "meets", "meets")
    before = [other, Comparison("a", "skills", "java", "", False), Comparison("a", "skills", "", "sql", False)]
    after = [other, Comparison("a", "skills", "python", "", False), Comparison("a", "skills", "sql", "sql", True)]
    changes = changes_between(before, after)
    assert [change.skill for change in changes.better] == ["java", "sql"]
    assert [change.skill for change in changes.worse] == ["python"]


def test_documents_that_only_one_has_are_named_and_change_nothing() -> None:
    changes = changes_between([answer("a", "outcome", "meets", "meets")], [answer("b", "outcome", "review", "meets")])
    assert (changes.better, changes.worse, changes.gone, changes.added) == ((), (), ("a",), ("b",))
    assert "only in the earlier one: a" in changes_as_text(changes)


def test_of_very_many_documents_the_first_are_named() -> None:
    text = changes_as_text(changes_between([], [answer(f"{number:03}", "outcome", "meets", "meets") for number in range(50)]))
    assert text.splitlines()[-1] == "  only in this one: 30 more"


def test_what_was_written_is_read_back(tmp_path: Path) -> None:
    evaluation = evaluate([TRUTH], [screening("java", "git")])
    path = tmp_path / "old.json"
    path.write_text(as_json(evaluation))
    assert changes_between(load_answers(path), evaluation.comparisons) == changes_between(evaluation.comparisons, evaluation.comparisons)
    assert len(load_answers(path)) == len(evaluation.comparisons)


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"answers": [1]}', json.dumps({"answers": [{"file": 1, "column": "", "got": "", "expected": "", "right": True}]})])
def test_a_file_that_is_no_evaluation_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "old.json"
    path.write_text(content)
    for wrong in (path, tmp_path / "none.json"):
        with pytest.raises(UsageError, match=wrong.name):
            load_answers(wrong)

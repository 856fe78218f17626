"""Screenings beside the truth: what counts as right, and the figures that come of it."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from msgspec.structs import replace as with_facts

from screener.decision import Decision, Failure, Finding, Measures, Outcome, Screening, Verdict
from screener.document import Document, DocumentFacts, Line, Span
from screener.evaluation import Comparison, Truth, as_html, as_json, compare, evaluate, misses_as_text, scores_as_text
from screener.resume import DateRange, Degree, PartialDate, Position, Qualifications, Resume

TRUTH = Truth(
    file="a.pdf",
    readable="yes",
    degree_level=("bachelor",),
    degree_in_progress=("",),
    degree_related=("yes",),
    years_experience=(9.0,),
    years_backend=(8.0,),
    skills=frozenset({"java", "sql"}),
    skills_optional=frozenset({"git"}),
    outcome=("meets",),
)
MEASURES = Measures(degree_level="bachelor", degree_related="yes", years_experience=9.0, years_relevant=8.0)


def span(text: str) -> Span:
    return Span(text, 0, len(text), 1, 1)


def skill(name: str, verdict: Verdict = "met") -> Finding:
    evidence = (span(f"Knows {name} well"),) if verdict == "met" else ()
    return Finding(name, name, "preferred", "skills", verdict, "", evidence, skill=name)


def screening(
    *skills: str | Finding,
    file: str = "a.pdf",
    outcome: Outcome = "meets",
    measures: Measures = MEASURES,
    facts: Qualifications | None = None,
) -> Screening:
    findings = tuple(skill(item) if isinstance(item, str) else item for item in skills)
    document = Document("x", (Line(0, 1),), DocumentFacts("pdf"))
    resume = Resume(document, facts or Qualifications())
    return Screening(file, "00", resume, Decision(outcome, 50, "For reasons.", findings, measures))


def unread(file: str = "a.pdf") -> Screening:
    return Screening(file, "00", failure=Failure("scanned", "Only pictures.", "Ask for text."))


def answer(truth: Truth, given: Screening, column: str) -> Comparison:
    [found] = [comparison for comparison in compare(truth, given) if comparison.column == column]
    return found


@pytest.mark.parametrize(
    ("column", "measure", "got", "allowed", "right"),
    [
        ("degree_level", "degree_level", "master", ("bachelor",), False),
        ("degree_level", "degree_level", "none", ("none", "bachelor"), True),
        ("degree_related", "degree_related", "", ("", "yes"), True),
        ("degree_related", "degree_related", "unstated", ("no",), False),
        ("degree_in_progress", "degree_in_progress", "bachelor", ("",), False),
        ("years_experience", "years_experience", 9.2, (9.0,), True),
        ("years_experience", "years_experience", 9.3, (9.0,), False),
        ("years_experience", "years_experience", 9.3, (9.0, 9.4), True),
        ("years_experience", "years_experience", None, (0.1,), False),
        ("years_experience", "years_experience", 0.1, (None,), False),
        ("years_experience", "years_experience", None, (None,), True),
        ("years_backend", "years_relevant", 1.5, (1.0,), True),
        ("years_backend", "years_relevant", 1.6, (1.0,), False),
        ("years_backend", "years_relevant", 11.0, (10.0,), True),
        ("years_backend", "years_relevant", 11.1, (10.0,), False),
        ("years_backend", "years_relevant", None, (0.0,), False),
        ("years_backend", "years_relevant", 0.3, (0.0,), True),
    ],
)
def test_what_is_right(column: str, measure: str, got: str | float | None, allowed: tuple[str | float | None, ...], right: bool) -> None:
    truth = replace(TRUTH, **{column: allowed})
    given = screening(measures=with_facts(MEASURES, **{measure: got}))
    assert answer(truth, given, column).right is right


def test_skills_are_counted_one_by_one_and_optional_ones_neither_way() -> None:
    given = screening("java", "git", "python", skill("sql", "unclear"))
    skills = [comparison for comparison in compare(TRUTH, given) if comparison.column == "skills"]
    assert [(item.got, item.expected, item.right) for item in skills] == [("python", "", False), ("java", "java", True), ("", "sql", False)]
    score = evaluate([TRUTH], [given]).overall.skills
    assert (score.right, score.wrong, score.missed) == (1, 1, 1)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.5, 0.5)


def test_a_readable_document_that_was_not_read_is_wrong_in_every_column() -> None:
    truth = replace(TRUTH, years_experience=(None,), degree_related=("",))
    assert [comparison.right for comparison in compare(truth, unread())] == [False] * 8


@pytest.mark.parametrize(
    ("readable", "given", "columns", "right"),
    [("scan", unread(), 1, True), ("no", unread(), 1, True), ("no", screening(), 1, False), ("scan", screening("java", "sql"), 8, True)],
)
def test_scans_and_unreadable_documents_are_expected_to_be_unreadable(readable: str, given: Screening, columns: int, right: bool) -> None:
    compared = compare(replace(TRUTH, readable=readable), given)
    assert len(compared) == columns
    assert answer(replace(TRUTH, readable=readable), given, "outcome").right is right


@pytest.mark.parametrize(
    ("got", "true", "false_reject", "false_pass"),
    [
        ("does_not_meet", ("meets",), 1, 0),
        ("does_not_meet", ("review", "meets"), 1, 0),
        ("does_not_meet", ("meets", "does_not_meet"), 0, 0),
        ("meets", ("does_not_meet",), 0, 1),
        ("review", ("meets",), 0, 0),
        ("review", ("does_not_meet",), 0, 0),
    ],
)
def test_false_rejects_and_false_passes(got: Outcome, true: tuple[str, ...], false_reject: int, false_pass: int) -> None:
    figures = evaluate([replace(TRUTH, outcome=true)], [screening(outcome=got)]).overall
    assert (figures.false_rejects.count, figures.false_passes.count) == (false_reject, false_pass)
    assert figures.to_review.count == (got == "review")


def test_files_on_one_side_only_are_named() -> None:
    evaluation = evaluate([TRUTH, replace(TRUTH, file="b.pdf")], [screening(), screening(file="c.pdf")])
    assert evaluation.without_document == ("b.pdf",)
    assert evaluation.without_truth == ("c.pdf",)
    assert "b.pdf" in scores_as_text(evaluation)


def test_a_miss_is_listed_with_the_text_that_misled() -> None:
    degree = Degree(span("MBA"), span("MBA, School of Trade"), "master", "held")
    job = Position(
        span("Engineer"), span("Engineer, Acme"), "job", dates=DateRange(span("2010 - 2020"), PartialDate(2010), PartialDate(2020))
    )
    given = screening(
        "java",
        "sql",
        "python",
        outcome="review",
        measures=with_facts(MEASURES, degree_level="master", years_experience=10.0),
        facts=Qualifications(degrees=(degree,), positions=(job,)),
    )
    listed = misses_as_text(evaluate([TRUTH], [given]))
    assert "degree_level: got master, expected bachelor\n    [master, held] MBA, School of Trade" in listed
    assert "years_experience: got 10.0, expected 9.0\n    [job] 2010 - 2020: Engineer, Acme" in listed
    assert "skills: got python, expected (empty)\n    Knows python well" in listed
    assert "outcome: got review, expected meets\n    For reasons." in listed
    assert "java" not in listed


@pytest.mark.parametrize(
    ("column", "got", "allowed", "counts"),
    [
        ("degree_level", "master", ("master",), (1, 0, 0)),
        ("degree_level", "none", ("none",), (0, 0, 0)),
        ("degree_level", "master", ("none",), (0, 1, 0)),
        ("degree_level", "none", ("master",), (0, 0, 1)),
        ("degree_level", "bachelor", ("master",), (0, 1, 1)),
        ("degree_level", "none", ("bachelor", "none"), (0, 0, 0)),
        ("degree_level", "master", ("bachelor", "none"), (0, 1, 0)),
        ("years_experience", None, (None,), (0, 0, 0)),
        ("years_experience", 0.0, (0.0,), (1, 0, 0)),
        ("years_experience", None, (5.0,), (0, 0, 1)),
        ("years_experience", 9.0, (5.0,), (0, 1, 1)),
    ],
)
def test_a_field_counts_values_given_and_values_due(
    column: str, got: str | float | None, allowed: tuple[str | float | None, ...], counts: tuple[int, int, int]
) -> None:
    given = screening(measures=with_facts(MEASURES, **{column: got}))
    field = evaluate([replace(TRUTH, **{column: allowed})], [given]).overall.fields[column]
    assert (field.right, field.wrong, field.missed) == counts


def test_documents_are_told_apart_by_layout_format_and_language() -> None:
    truths = [
        replace(TRUTH, file="a.pdf", language="en", layout="sidebar"),
        replace(TRUTH, file="b.DOCX", language="de", layout="sidebar"),
        replace(TRUTH, file="c.docx", language="en"),
    ]
    evaluation = evaluate(truths, [screening(file="a.pdf"), screening(file="b.DOCX", outcome="review"), screening(file="c.docx")])
    told = [(part.kind, part.value, part.figures.documents, part.figures.columns[-1].count) for part in evaluation.parts]
    assert told == [
        ("layout", "sidebar", 2, 1),
        ("format", "docx", 2, 1),
        ("format", "pdf", 1, 1),
        ("language", "en", 2, 2),
        ("language", "de", 1, 0),
    ]


def test_without_layouts_in_the_truth_there_is_no_such_table() -> None:
    assert "by layout" not in scores_as_text(evaluate([TRUTH], [screening()]))


def test_confusion_tables_count_true_and_given_values_in_the_order_of_the_ladder() -> None:
    truths = [replace(TRUTH, file=str(number), degree_level=level) for number, level in enumerate((("master",), ("master", "bachelor"), ("none",)))]
    given = [screening(file=str(number), measures=with_facts(MEASURES, degree_level=level)) for number, level in enumerate(("bachelor", "bachelor", "none"))]
    [degree, outcome] = evaluate(truths, given).confusions
    assert (degree.column, degree.values) == ("degree_level", ("none", "bachelor", "master"))
    assert degree.counts == ((1, 0, 0), (0, 1, 0), (0, 1, 0))
    assert (outcome.values, outcome.counts) == (("meets",), ((3,),))


def test_the_text_fits_80_columns_and_the_json_tells_the_same() -> None:
    evaluation = evaluate([TRUTH, replace(TRUTH, file="x" * 200)], [screening("java", "git")])
    text = scores_as_text(evaluation)
    assert max(map(len, text.splitlines())) <= 80
    data = json.loads(as_json(evaluation))
    assert data["fields"]["skills"] == {"right": 1, "wrong": 0, "missed": 1, "precision": 1.0, "recall": 0.5, "f1": 0.6667}
    assert data["shares"]["outcome"] == {"count": 1, "of": 1, "rate": 1.0, "low": 0.2065, "high": 1.0}
    assert data["confusion"]["outcome"] == {"meets": {"meets": 1}}
    assert [(part["kind"], part["value"], part["documents"]) for part in data["parts"]] == [("format", "pdf", 1)]
    assert len(data["answers"]) == len(evaluation.comparisons)


def test_a_table_with_every_value_fits_80_columns() -> None:
    levels = ("none", "associate", "bachelor", "master", "doctorate")
    truths = [replace(TRUTH, file=level, degree_level=(level,), layout="a layout with a very long name") for level in levels]
    given = [unread("none"), *(screening(file=level, measures=with_facts(MEASURES, degree_level=level)) for level in levels[1:])]
    assert max(map(len, scores_as_text(evaluate(truths, given)).splitlines())) <= 80


def test_nothing_to_compare_gives_no_division_by_zero() -> None:
    evaluation = evaluate([], [])
    assert evaluation.overall.skills.f1 == evaluation.overall.skills.precision == evaluation.overall.columns[0].rate == 0.0
    assert "0/0" in scores_as_text(evaluation)
    assert "0 documents" in as_html(evaluation)

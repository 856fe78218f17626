"""Years that a text merely claims."""

from __future__ import annotations

import pytest

from tests.parse.builders import draft_after


def claimed(text: str) -> list[tuple[float, tuple[str, ...]]]:
    return [(claim.years, claim.families) for claim in draft_after(text, "screener_claims").claims]


@pytest.mark.parametrize(("text", "years"), [
    ("Engineer with 10+ years of experience in finance", 10), ("8 years building reliable systems", 8), ("over a decade of experience", 10),
    ("fifteen years of professional software development", 15), ("3-5 years of experience", 3), ("2.5 yrs experience", 2.5), ("Experience: 7 years", 7),
    ("12 Jahre Erfahrung in der Softwareentwicklung", 12), ("6 ans d'expérience en développement", 6), ("más de 9 años de experiencia", 9),
    ("eight years' experience of databases", 8), ("with five years of full-stack development experience", 5),
])
def test_claims_are_read_in_words_and_figures(text: str, years: float) -> None:
    assert [found for found, _ in claimed(f"Ana Sample\nPROFILE\n{text}\nSKILLS\nGo")] == [years]


@pytest.mark.parametrize("text", ["over a\ndecade of experience", "Over A Decade of experience", "fıfteen years of experience"])
def test_claims_are_read_across_lines_and_in_any_letters(text: str) -> None:
    assert len(claimed(f"Ana Sample\nPROFILE\n{text}\nSKILLS\nGo")) == 1


@pytest.mark.parametrize("text", [
    "I am 35 years old", "a company 100 years old", "served 5 years' worth of data", "a 3 year degree", "2 years ago", "the last 10 minutes", "won three years in a row",
])
def test_other_years_are_no_claims(text: str) -> None:
    assert claimed(f"Ana Sample\nPROFILE\n{text}\nSKILLS\nGo") == []


def test_a_claim_names_the_work_it_is_about() -> None:
    ((years, families),) = claimed("PROFILE\n6 years of backend development experience\nSKILLS\nGo")
    assert years == 6
    assert "backend" in families
    assert claimed("PROFILE\n6 years of experience\nSKILLS\nGo") == [(6, ())]


def test_figures_inside_a_job_are_not_claims_of_the_person() -> None:
    assert claimed("EXPERIENCE\nDeveloper, Old Mill Inc\t2018 - 2020\n• Moved 10 years of experience data to SQL") == []

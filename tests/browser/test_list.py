"""The list of people: order, filters, and an address that keeps them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import OpenTab, Tab

ADA, BRUNO, CHIARA, NOBODY = "Ada Beispiel", "Bruno Muster", "Chiara Ficticia", "locked.pdf"
ALL = [ADA, BRUNO, CHIARA, NOBODY]


def test_it_opens_in_the_order_of_the_report_with_nothing_to_complain_of(tab: Tab) -> None:
    assert tab.names() == ALL
    assert tab.complaints == []


@pytest.mark.parametrize(
    ("head", "first", "second"),
    [
        ("Candidate", [ADA, BRUNO, CHIARA, NOBODY], [NOBODY, CHIARA, BRUNO, ADA]),
        ("Outcome", [ADA, BRUNO, CHIARA, NOBODY], [NOBODY, CHIARA, BRUNO, ADA]),
        ("Score", [ADA, BRUNO, CHIARA, NOBODY], [NOBODY, CHIARA, BRUNO, ADA]),
        ("Degree", [BRUNO, ADA, CHIARA, NOBODY], [NOBODY, CHIARA, ADA, BRUNO]),
        ("Years", [ADA, BRUNO, CHIARA, NOBODY], [NOBODY, CHIARA, BRUNO, ADA]),
    ],
)
def test_a_head_sorts_one_way_then_the_other_then_not_at_all(tab: Tab, head: str, first: list[str], second: list[str]) -> None:
    column = tab.page.locator("thead th", has_text=head)
    button = column.locator("button")
    button.click()
    assert tab.names() == first
    one_way = column.get_attribute("aria-sort")
    button.click()
    assert tab.names() == second
    assert {one_way, column.get_attribute("aria-sort")} == {"ascending", "descending"}
    button.click()
    assert tab.names() == ALL
    assert column.get_attribute("aria-sort") == "none"


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [
        ("#q", "bruno", [BRUNO]),
        ("#q", "INBOX docx", [BRUNO]),
        ("#q", "M.Sc. physics", [BRUNO]),
        ("#q", "parcel desk", [ADA]),
        ("#q", "kubernetes", []),
        ("#q", "reason for review", [BRUNO]),
        ("#min", "4", [ADA, BRUNO]),
        ("#max", "4.8", [BRUNO, CHIARA]),
    ],
)
def test_a_field_filters_as_it_is_filled(tab: Tab, field: str, value: str, expected: list[str]) -> None:
    tab.page.fill(field, value)
    assert tab.names() == expected
    assert tab.page.locator("#shown").inner_text() == f"{len(expected)} of 4"
    assert tab.page.locator("#nobody").is_visible() == (not expected)


@pytest.mark.parametrize(
    ("field", "value", "expected"),
    [("#degree", "bachelor", [ADA, BRUNO]), ("#degree", "master", [BRUNO]), ("#flag", "hidden-text", [BRUNO]), ("#flag", "encrypted", [NOBODY])],
)
def test_a_choice_filters(tab: Tab, field: str, value: str, expected: list[str]) -> None:
    tab.page.select_option(field, value)
    assert tab.names() == expected


def test_skills_filter_one_after_the_other_and_are_taken_off_again(tab: Tab) -> None:
    for skill in ("java", "postgresql"):
        tab.page.fill("#skill", skill)
        tab.page.keyboard.press("Enter")
    assert tab.names() == [ADA]
    tab.page.get_by_label("Remove the filter Java").click()
    tab.page.get_by_label("Remove the filter PostgreSQL").click()
    assert tab.names() == ALL


def test_an_outcome_of_the_overview_filters_and_a_second_press_takes_it_off(tab: Tab) -> None:
    card = tab.page.locator("[data-filter-outcome=review]")
    card.click()
    assert tab.names() == [BRUNO]
    assert card.get_attribute("aria-pressed") == "true"
    card.click()
    assert tab.names() == ALL


def test_a_requirement_shows_whom_it_ruled_out(tab: Tab) -> None:
    row = tab.page.locator(".funnel tr", has_text="Experience")
    assert row.locator("td.number").inner_text() == "2"
    row.locator("button", has_text="1 not met").click()
    assert tab.names() == [CHIARA]


def test_the_address_keeps_filters_and_order(tab: Tab, open_tab: OpenTab, small: Path) -> None:
    tab.page.select_option("#degree", "bachelor")
    tab.page.fill("#min", "4")
    tab.page.locator("thead button", has_text="Years").click()
    tab.page.locator("thead button", has_text="Years").click()
    assert tab.names() == [BRUNO, ADA]
    again = open_tab(small, hash=tab.hash())
    assert again.names() == [BRUNO, ADA]
    assert again.page.input_value("#degree") == "bachelor"
    again.page.click("#reset")
    assert sorted(again.names()) == sorted(ALL)
    assert again.hash() == "#sort=years"


def test_the_window_stays_filled_when_what_is_above_the_list_folds(open_tab: OpenTab, large: Path) -> None:
    tab = open_tab(large, hash="#outcome=review")
    tab.page.evaluate("() => { for (let n = 0; n < 40; n += 1) document.querySelector('.cards').append(h('div', {}, h('br'))); }")
    tab.page.wait_for_timeout(100)
    before = len(tab.names())
    tab.page.evaluate("document.querySelector('.overview').remove()")
    tab.page.wait_for_timeout(100)
    assert len(tab.names()) > before


def test_only_what_is_near_the_window_is_drawn_of_two_thousand(open_tab: OpenTab, large: Path) -> None:
    tab = open_tab(large)
    assert tab.page.locator("#shown").inner_text() == "2000 of 2000"
    assert len(tab.names()) < 60
    tab.scroll_to_end()
    tab.page.wait_for_selector("tr[aria-rowindex='2001']")
    assert len(tab.names()) < 60
    tab.page.fill("#q", "number1234")
    assert tab.names() == ["Person Number1234"]
    assert tab.person("Person Number1234").locator("#panel h2").inner_text() == "Person Number1234"

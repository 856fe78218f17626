"""Light and dark, paper, and people who use a screen reader."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import OpenTab, Tab

_SERIOUS = frozenset({"serious", "critical"})


def brightness(tab: Tab) -> int:
    """Of the page's ground, 0 to 255."""
    colour = tab.page.evaluate("getComputedStyle(document.body).backgroundColor")
    return sum(int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(",")) // 3


def serious(tab: Tab) -> list[tuple[str, list[str]]]:
    """What axe calls serious or worse: the rule, and the elements that break it."""
    found = Axe().run(tab.page).response
    assert len(found["passes"]) > 10
    return [(each["id"], [node["html"] for node in each["nodes"]]) for each in found["violations"] if each["impact"] in _SERIOUS]


def test_axe_would_find_a_mistake(tab: Tab) -> None:
    tab.page.evaluate("() => { find('help-button').removeAttribute('aria-label'); find('help-button').textContent = ''; find('help-button').title = ''; }")
    assert [rule for rule, _ in serious(tab)] == ["button-name"]


def test_the_page_follows_the_system_and_the_button_overrules_it(open_tab: OpenTab, small: Path) -> None:
    assert brightness(open_tab(small, scheme="light")) > 200
    tab = open_tab(small, scheme="dark")
    assert brightness(tab) < 60
    tab.page.click("#theme")
    assert brightness(tab) > 200
    tab.page.click("#theme")
    assert brightness(tab) < 60
    tab.page.click("#theme")
    assert tab.page.evaluate("document.documentElement.dataset.theme") is None


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("person", ["", "Ada", "Bruno", "locked.pdf"])
def test_axe_finds_nothing_serious(open_tab: OpenTab, small: Path, scheme: str, person: str) -> None:
    tab = open_tab(small, scheme=scheme)
    if person:
        tab.person(person)
        if tab.page.locator(".quote").count():
            tab.page.locator(".quote").first.click()
    assert serious(tab) == []


def test_axe_finds_nothing_serious_in_the_help(tab: Tab) -> None:
    tab.page.keyboard.press("?")
    assert serious(tab) == []


def printed(tab: Tab) -> str:
    """The words on paper."""
    document = pypdfium2.PdfDocument(BytesIO(tab.page.pdf(prefer_css_page_size=True)))
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def test_all_people_come_onto_paper(open_tab: OpenTab, large: Path) -> None:
    tab = open_tab(large, hash="#outcome=review")
    text = printed(tab)
    assert all(f"Number{number:04}" in text for number in range(1, 2000, 3))
    assert "Number0000" not in text
    assert 0 < len(tab.names()) < 60


def test_the_list_is_as_before_after_printing(tab: Tab) -> None:
    printed(tab)
    assert len(tab.names()) == 4
    assert tab.page.locator("details[open]").count() == 0


def test_a_person_who_is_open_comes_onto_paper_alone(tab: Tab) -> None:
    tab.person("Bruno")
    text = printed(tab)
    assert "M.Sc. Physics, 2011" in text
    assert "Chiara" not in text


@pytest.mark.parametrize("width", [1440, 1000, 420])
def test_nothing_runs_out_of_the_window(open_tab: OpenTab, small: Path, width: int) -> None:
    tab = open_tab(small, width=width)
    assert tab.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    tab.person("Ada")
    assert tab.page.evaluate("find('panel').scrollWidth <= innerWidth")

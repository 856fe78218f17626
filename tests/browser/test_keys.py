"""Going through a list without a mouse."""

from __future__ import annotations

from tests.browser.conftest import Tab


def current(tab: Tab) -> str:
    return tab.page.locator("tr[aria-current] .name").inner_text()


def test_j_and_k_go_down_and_up_and_o_opens(tab: Tab) -> None:
    for key, expected in (("j", "Ada Beispiel"), ("j", "Bruno Muster"), ("j", "Chiara Ficticia"), ("k", "Bruno Muster")):
        tab.page.keyboard.press(key)
        assert current(tab) == expected
    tab.page.keyboard.press("o")
    assert tab.page.locator("#panel h2").inner_text() == "Bruno Muster"
    tab.page.keyboard.press("j")
    assert tab.page.locator("#panel h2").inner_text() == "Chiara Ficticia"
    tab.page.keyboard.press("k")
    assert tab.page.locator("#panel h2").inner_text() == "Bruno Muster"


def test_the_ends_of_the_list_hold(tab: Tab) -> None:
    for _ in range(9):
        tab.page.keyboard.press("j")
    assert current(tab) == "locked.pdf"
    for _ in range(9):
        tab.page.keyboard.press("k")
    assert current(tab) == "Ada Beispiel"


def test_a_slash_searches_letters_are_typed_there_and_escape_leaves(tab: Tab) -> None:
    tab.page.keyboard.press("/")
    tab.page.keyboard.type("jo")
    assert tab.page.input_value("#q") == "jo"
    assert tab.page.locator("tr[aria-current]").count() == 0
    tab.page.keyboard.press("Escape")
    assert tab.page.evaluate("document.activeElement === document.body")


def test_escape_closes_the_person_and_the_focus_is_where_it_was(tab: Tab) -> None:
    tab.person("Bruno")
    assert tab.page.evaluate("document.activeElement.id") == "panel"
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("#panel").is_hidden()
    assert tab.page.evaluate("document.activeElement.textContent") == "Bruno Muster"


def test_a_question_mark_opens_the_help_and_escape_closes_it_alone(tab: Tab) -> None:
    tab.person("Bruno")
    tab.page.keyboard.press("?")
    assert tab.page.locator("#help").is_visible()
    tab.page.keyboard.press("j")
    tab.page.keyboard.press("Escape")
    assert tab.page.locator("#help").is_hidden()
    assert tab.page.locator("#panel h2").inner_text() == "Bruno Muster"


def test_keys_with_a_modifier_are_left_to_the_browser(tab: Tab) -> None:
    tab.page.keyboard.press("Control+j")
    assert tab.page.locator("tr[aria-current]").count() == 0


def test_a_list_of_nobody_can_be_walked(tab: Tab) -> None:
    tab.page.fill("#q", "nobody of this name")
    tab.page.keyboard.press("Escape")
    for key in ("j", "o", "k"):
        tab.page.keyboard.press(key)
    assert tab.page.locator("#panel").is_hidden()
    assert tab.complaints == []

"""A real browser, and reports for it to open."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from screener.decision import Screening
from screener.report import RoleRule, prepare_output_folder, write_report
from tests.browser import people
from tests.machine import find_browser
from tests.report.builders import RUN, unreadable

WIDTH, HEIGHT = 1440, 900


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = find_browser()
    if path is None:
        pytest.fail("These tests need Chromium; install it, for example with `apt-get install chromium`.", pytrace=False)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        yield browser
        browser.close()


@dataclass
class Tab:
    """A page of the browser, and what went on in it: every address asked for (without those that the page's
    policy stopped before they were sent), every error and complaint of the console."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, hash: str = "") -> Page:
        self.page.goto("about:blank")
        self.page.goto(self.address + hash)
        self.page.wait_for_selector("body.searchable #rows tr", state="attached")
        return self.page

    def names(self) -> list[str]:
        """The people in the list, from the top."""
        return self.page.locator("#rows .name").all_inner_texts()

    def scroll_to_end(self) -> None:
        """Scroll to the end, and wait until the page has drawn what stands there: it hears of scrolling with the next frame."""
        self.page.evaluate(
            "() => new Promise((done) => {"
            " scrollTo(0, document.body.scrollHeight); requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(done)));"
            " })"
        )

    def hash(self) -> str:
        return str(self.page.evaluate("location.hash"))

    def person(self, name: str) -> Page:
        """Open a person."""
        self.page.locator("#rows .name", has_text=name).click()
        self.page.wait_for_selector("#panel:not([hidden]) h2")
        return self.page


OpenTab = Callable[..., Tab]


@pytest.fixture
def open_tab(browser: Browser) -> Iterator[OpenTab]:
    """Opens a report in a tab of its own. scheme: what the system prefers, `light` or `dark`."""
    contexts = []

    def open_tab(folder: Path, *, scheme: str = "light", hash: str = "", width: int = WIDTH) -> Tab:
        context = browser.new_context(viewport={"width": width, "height": HEIGHT}, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type] # a literal
        context.set_default_timeout(5_000)
        contexts.append(context)
        tab = Tab(context.new_page(), (folder / "report.html").as_uri())
        tab.page.on("request", lambda request: tab.requests.append(request.url))
        tab.page.on("requestfailed", lambda request: request.failure == "csp" and tab.requests.remove(request.url))
        tab.page.on("console", lambda message: tab.complaints.append(message.text))
        tab.page.on("pageerror", lambda error: tab.complaints.append(str(error)))
        tab.open(hash)
        return tab

    yield open_tab
    for context in contexts:
        context.close()


def report_of(folder: Path, screenings: Iterable[Screening]) -> Path:
    """A report with page pictures for Ada."""
    prepare_output_folder(folder)
    rule = RoleRule("degree", "Degree", "required", "degree", 1.0, "A degree.", "The role asks for <b>degree</b>.")
    write_report(screenings, replace(RUN, rules=(rule,)), folder, ["html"], draw=people.draw_ada, pages="all")
    return folder


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report about four files."""
    screenings = (people.ada(), people.bruno(), people.chiara(), unreadable("locked.pdf"))
    return report_of(tmp_path_factory.mktemp("small"), screenings)


@pytest.fixture(scope="session")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report about 2,000 people."""
    return report_of(tmp_path_factory.mktemp("large"), people.crowd(2000))


@pytest.fixture
def tab(open_tab: OpenTab, small: Path) -> Tab:
    return open_tab(small)

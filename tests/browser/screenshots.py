"""Pictures of report.html for docs/images: `python -m tests.browser.screenshots RUN_FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from tests.machine import find_browser

FOLDER = Path(__file__).parents[2] / "docs" / "images"
_PERSON = "Amara Okonkwo"
_QUOTE = "PostgreSQL"


def _open(browser: Browser, run: Path, scheme: str) -> Page:
    size = {"width": 1440, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type] # literals
    page = context.new_page()
    page.goto((run / "report.html").absolute().as_uri())
    page.wait_for_selector("#rows .name")
    return page


def _open_person(page: Page) -> None:
    """A person with a quote marked on the page."""
    page.locator("#rows .name", has_text=_PERSON).click()
    page.locator(".quote", has_text=_QUOTE).first.click()
    page.wait_for_function("[...document.querySelectorAll('.page img')].some((image) => image.complete && image.naturalWidth)")
    page.locator("#panel").focus()


def main() -> None:
    run = Path(sys.argv[1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for scheme, suffix in (("light", ""), ("dark", "-dark")):
            page = _open(browser, run, scheme)
            page.screenshot(path=FOLDER / f"report-overview{suffix}.png")
            _open_person(page)
            page.screenshot(path=FOLDER / f"report-person{suffix}.png")
        browser.close()


if __name__ == "__main__":
    main()

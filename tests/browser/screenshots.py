"""Pictures of a run's report.html and workbook for docs/images: `python -m tests.browser.screenshots RUN_FOLDER`.

Needs Chromium, and LibreOffice for the workbook.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, Page, expect, sync_playwright

from screener.extract.pictures import draw_pages
from tests.machine import find_browser

FOLDER = Path(__file__).parents[2] / "docs" / "images"
_PERSON = "Amara Okonkwo"
_QUOTE = "PostgreSQL"


def _open(browser: Browser, run: Path, scheme: str) -> Page:
    size = {"width": 1440, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type] # literals
    page = context.new_page()
    page.goto((run / "report.html").absolute().as_uri())
    page.wait_for_selector("body.searchable")
    return page


def _open_person(page: Page) -> None:
    """A person with a quote marked on the page."""
    page.locator("#rows .name", has_text=_PERSON).first.click()
    page.locator(".quote", has_text=_QUOTE).first.click()
    expect(page.locator(".page img").first).to_have_js_property("complete", True)
    page.locator("#panel").focus()


def take_page(run: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser())
        for scheme, suffix in (("light", ""), ("dark", "-dark")):
            page = _open(browser, run, scheme)
            page.screenshot(path=FOLDER / f"report-overview{suffix}.png")
            _open_person(page)
            page.screenshot(path=FOLDER / f"report-person{suffix}.png")
        browser.close()


def take_workbook(run: Path) -> None:
    """The first sheet as it is printed."""
    office = shutil.which("soffice")
    if office is None:
        raise SystemExit("The picture of the workbook needs LibreOffice: install it, for example with `sudo apt-get install libreoffice-calc`.")
    with TemporaryDirectory() as scratch:
        command = [office, "--headless", f"-env:UserInstallation=file://{scratch}/profile", "--convert-to", "pdf", "--outdir", scratch]
        subprocess.run([*command, str(run / "candidates.xlsx")], check=True, capture_output=True)
        [image] = draw_pages(Path(scratch) / "candidates.pdf", [1])
    (FOLDER / "workbook.png").write_bytes(image.png)


def main() -> None:
    run = Path(sys.argv[1])
    FOLDER.mkdir(parents=True, exist_ok=True)
    take_page(run)
    take_workbook(run)


if __name__ == "__main__":
    main()

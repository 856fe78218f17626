"""Figures of report.html with 2,000 people in a real browser: `python -m tests.browser.bench`.

The people are those of samples/resumes over and over, so that the page holds as much of each as a real run's.
"""

from __future__ import annotations

import hashlib
import statistics
from collections.abc import Iterator
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from playwright.sync_api import Page, sync_playwright

from screener.batch import screen_folder
from screener.decision import Screening
from screener.report import prepare_output_folder, write_report
from screener.rules import load_role
from tests.machine import find_browser
from tests.report.builders import RUN

PEOPLE = 2000
_SAMPLES = Path(__file__).parents[2] / "samples" / "resumes"
_REPEATS = 5

_FILTER = """
async (word) => {
    const field = document.getElementById("q");
    const started = performance.now();
    field.value = word;
    field.dispatchEvent(new Event("input"));
    document.body.getBoundingClientRect();
    const computed = performance.now() - started;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    return computed;
}
"""
_OPEN = """
() => {
    const started = performance.now();
    document.querySelector("#rows .name").click();
    document.body.getBoundingClientRect();
    return performance.now() - started;
}
"""
_PAINT = "performance.getEntriesByName('first-contentful-paint')[0].startTime"
_INTERACTIVE = "performance.getEntriesByType('navigation')[0].domInteractive"


def many(count: int) -> Iterator[Screening]:
    """The samples again and again, each time as another file."""
    screenings = list(screen_folder([_SAMPLES], load_role("senior-backend"), as_of=date(2026, 11, 1), jobs=2))
    for number, screening in enumerate(islice(cycle(screenings), count)):
        file = f"{number:04}-{screening.file}"
        yield replace(screening, file=file, sha256=hashlib.sha256(file.encode()).hexdigest())


def figures(page: Page, address: str) -> dict[str, float]:
    """Milliseconds until the page is painted and all read, and for a filter and for opening a person (medians)."""
    paints, reads = [], []
    for _ in range(_REPEATS):
        page.goto("about:blank")
        page.goto(address)
        page.wait_for_timeout(200)
        paints.append(page.evaluate(_PAINT))
        reads.append(page.evaluate(_INTERACTIVE))
    words = ("master", "review", "java post", "a", "nobody has this", "")
    filters = [page.evaluate(_FILTER, word) for word in words * _REPEATS]
    opened = page.evaluate(_OPEN)
    return {
        "first paint": statistics.median(paints), "slowest first paint": max(paints), "all read": statistics.median(reads),
        "filter": statistics.median(filters), "slowest filter": max(filters), "open a person": opened,
    }  # fmt: skip


def main() -> None:
    with TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = prepare_output_folder(Path(scratch) / "out")
        write_report(many(PEOPLE), RUN, folder, ["html"])
        page = playwright.chromium.launch(executable_path=find_browser()).new_page(viewport={"width": 1440, "height": 900})
        print(f"report.html, {PEOPLE} people: {(folder / 'report.html').stat().st_size / 1e6:.1f} MB")
        for name, milliseconds in figures(page, (folder / "report.html").as_uri()).items():
            print(f"  {name}: {milliseconds:.0f} ms")


if __name__ == "__main__":
    main()

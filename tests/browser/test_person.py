"""One person: verdicts and quotes, and each quote where it stands in the document."""

from __future__ import annotations

import hashlib
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from screener.extract.pdf.render import render_pages
from tests.browser import people
from tests.browser.conftest import OpenTab, Tab

TOLERANCE = 0.006
"""Of a page's height: half a line of the print. A box may be a little larger than the letters."""


def ink(page: int, line: int) -> tuple[float, float, float, float]:
    """Where the letters of a line of Ada's PDF really are on the picture of its page: left, top, right, bottom as shares of it."""
    [image] = render_pages(people.ada_pdf(), [page])
    picture = Image.open(BytesIO(image.png)).convert("L").point(lambda value: 255 * (value < 128))
    per_point = picture.height / image.height
    baseline = people.FIRST_BASELINE + people.LEADING * line
    band = (0, round((baseline - people.LEADING / 2) * per_point), picture.width, round((baseline + people.LEADING / 2) * per_point))
    box = picture.crop(band).getbbox()
    assert box is not None
    return box[0] / picture.width, (band[1] + box[1]) / picture.height, box[2] / picture.width, (band[1] + box[3]) / picture.height


def mark_on_picture(page: Page) -> tuple[int, tuple[float, float, float, float]]:
    """The page that the marked quote is on, and the mark's place as shares of the picture that the browser shows."""
    mark = page.locator(".mark.active")
    assert mark.count() == 1
    sheet = page.locator(".page", has=mark)
    box, picture = mark.bounding_box(), sheet.locator("img").bounding_box()
    assert box
    assert picture
    left, top = (box["x"] - picture["x"]) / picture["width"], (box["y"] - picture["y"]) / picture["height"]
    return int(sheet.get_attribute("data-page") or 0), (left, top, left + box["width"] / picture["width"], top + box["height"] / picture["height"])


@pytest.mark.parametrize(
    ("quote", "page", "line"), [(people.DEGREE, 1, 3), (people.JOB, 2, 0), (people.JAVA, 2, 1), (people.CLAIM, 1, 1)]
)
def test_a_quote_is_marked_where_it_stands_on_the_picture_of_its_page(tab: Tab, quote: str, page: int, line: int) -> None:
    tab.person("Ada")
    tab.page.locator(".quote", has_text=quote).first.click()
    number, (left, top, right, bottom) = mark_on_picture(tab.page)
    ink_left, ink_top, ink_right, ink_bottom = ink(page, line)
    assert number == page
    assert left <= ink_left + TOLERANCE
    assert top <= ink_top + TOLERANCE
    assert right >= ink_right - TOLERANCE
    assert bottom >= ink_bottom - TOLERANCE
    assert right - left < (ink_right - ink_left) + 4 * TOLERANCE
    assert bottom - top < people.LEADING / 842 * 0.6


def test_the_picture_is_loaded_and_the_mark_is_in_sight(tab: Tab) -> None:
    tab.person("Ada")
    tab.page.locator(".quote", has_text=people.JAVA).first.click()
    expect(tab.page.locator('.page[data-page="2"] img')).to_have_js_property("complete", True)
    assert tab.page.evaluate("document.querySelector('.page[data-page=\"2\"] img').naturalWidth") > 1000
    box = tab.page.locator(".mark.active").bounding_box()
    assert box
    assert 0 < box["y"] < 900


def test_every_requirement_has_its_verdict_reason_and_quote(tab: Tab) -> None:
    tab.person("Bruno")
    found = {}
    for finding in tab.page.locator(".finding").all():
        quotes = finding.locator(".quote").all_inner_texts()
        found[finding.get_attribute("data-requirement")] = (finding.locator(".pill").inner_text(), finding.locator(".why").inner_text(), quotes)
    assert found == {
        "degree": ("unclear", "About degree.", ["“M.Sc. Physics, 2011”"]),
        "experience": ("met", "About experience.", ["“Engineer since 2022”"]),
    }
    assert tab.page.locator(".findings .brief").all_inner_texts() == ["Java"]


def test_a_document_without_pages_is_shown_as_text_with_its_marks(tab: Tab) -> None:
    tab.person("Bruno")
    tab.page.locator(".quote", has_text="Physics").click()
    assert tab.page.locator("mark.active").all_inner_texts() == ["M.Sc. Physics, 2011"]
    assert tab.page.locator("mark:not(.active)").all_inner_texts() == ["Engineer since 2022"]


def test_pages_can_be_seen_as_the_text_that_was_read(tab: Tab) -> None:
    tab.person("Ada")
    tab.page.locator(".quote", has_text=people.JOB).first.click()
    tab.page.get_by_role("button", name="Text", exact=True).click()
    assert tab.page.locator("mark.active").all_inner_texts() == [people.JOB]
    assert "Page 2" in tab.page.locator(".text").inner_text()


def test_hidden_text_is_shown_as_what_it_is(tab: Tab) -> None:
    tab.person("Bruno")
    alarm = tab.page.get_by_role("region", name="Hidden text")
    assert "python java kubernetes expert" in alarm.inner_text()
    assert "does not see" in alarm.inner_text()
    assert "python java kubernetes" not in tab.page.locator(".text").inner_text()


def test_jobs_skills_and_claims_are_drawn(tab: Tab) -> None:
    tab.person("Ada")
    assert "8 y 8 m" in tab.page.get_by_role("region", name="Jobs").inner_text()
    period = tab.page.locator(".job .period").bounding_box()
    lane = tab.page.locator(".job .lane").bounding_box()
    assert period
    assert lane
    # Mar 2018 to the end of October 2026, on a line from 2018 to there.
    assert period["x"] - lane["x"] == pytest.approx(lane["width"] * (2 / 12) / (8 + 10 / 12), abs=2)
    assert period["x"] + period["width"] == pytest.approx(lane["x"] + lane["width"], abs=2)
    assert "Java" in tab.page.get_by_role("region", name="Skills").inner_text()
    assert "12.0" in tab.page.get_by_role("region", name="Years").inner_text()


def test_a_link_leads_to_the_person_and_the_quote(tab: Tab, open_tab: OpenTab, small: Path) -> None:
    tab.person("Ada")
    tab.page.locator(".quote", has_text=people.JAVA).first.click()
    again = open_tab(small, hash=tab.hash())
    again.page.wait_for_selector(".mark.active")
    assert again.page.locator("#panel h2").inner_text() == "Ada Beispiel"
    assert mark_on_picture(again.page)[0] == 2


def test_a_link_leads_to_the_last_of_many_people(open_tab: OpenTab, large: Path) -> None:
    tab = open_tab(large)
    tab.page.fill("#q", "number1997")
    tab.person("Number1997")
    again = open_tab(large, hash="#" + tab.hash().rpartition("&")[2])
    again.page.wait_for_selector("#panel .finding")
    assert again.page.locator("#panel h2").inner_text() == "Person Number1997"


def test_back_closes_the_person_and_forward_opens_it_again(tab: Tab) -> None:
    tab.person("Bruno")
    tab.page.go_back()
    assert tab.page.locator("#panel").is_hidden()
    tab.page.go_forward()
    assert tab.page.locator("#panel h2").inner_text() == "Bruno Muster"


def test_an_unreadable_file_says_what_to_do(tab: Tab) -> None:
    tab.person("locked.pdf")
    assert "Ask for a copy without one." in tab.page.locator("#panel").inner_text()


def test_a_person_unknown_to_the_report_opens_nothing(open_tab: OpenTab, small: Path) -> None:
    tab = open_tab(small, hash="#p=0123456789ab&e=degree.0")
    assert tab.page.locator("#panel").is_hidden()
    assert tab.complaints == []


def test_pictures_are_named_by_content_and_lie_beside_the_page(small: Path) -> None:
    digest = hashlib.sha256(people.ada_pdf()).hexdigest()
    assert sorted(path.name for path in (small / "pages").iterdir()) == [f"{digest}-1.png", f"{digest}-2.png"]


def test_what_to_ask_is_copied_for_a_mail(tab: Tab) -> None:
    tab.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    tab.person("Bruno")
    assert tab.page.locator("[aria-label='To ask'] li").all_inner_texts() == list(people.QUESTIONS)
    copy = tab.page.get_by_role("button", name="Copy the questions")
    copy.focus()
    tab.page.keyboard.press("Enter")
    expect(tab.page.locator("#announce")).to_have_text("Copied")
    assert tab.page.evaluate("navigator.clipboard.readText()") == "".join(f"- {each}\n" for each in people.QUESTIONS).rstrip("\n")


def test_they_are_copied_where_a_page_may_not_use_the_clipboard(tab: Tab) -> None:
    tab.page.context.grant_permissions(["clipboard-read"])
    tab.person("Bruno")
    tab.page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('refused')); }")
    tab.page.get_by_role("button", name="Copy the questions").click()
    expect(tab.page.locator("#announce")).to_have_text("Copied")
    assert tab.page.evaluate("navigator.clipboard.readText()").startswith(f"- {people.QUESTIONS[0]}")
    assert tab.page.evaluate("document.activeElement.id") == "copy-questions"


def test_nobody_is_asked_anything_when_nothing_is_open(tab: Tab) -> None:
    tab.person("Ada")
    assert tab.page.locator("[aria-label='To ask']").count() == 0


def test_the_file_says_what_it_is(tab: Tab) -> None:
    tab.person("Ada")
    told = dict(zip(*(tab.page.locator(f".made {each}").all_inner_texts() for each in ("dt", "dd")), strict=True))
    assert (told["Format"], told["Pages"], told["Language"], told["Fonts"]) == ("pdf", "2", "English", "Helvetica")
    assert "ReportLab" in told["Made by"]
    assert "Created" in told


def test_the_rules_of_the_role_can_be_unfolded(tab: Tab) -> None:
    tab.page.locator(".rules summary").click()
    assert tab.page.locator(".rules tbody tr").all_inner_texts() == ["Degree\trequired\tA degree.\tThe role asks for <b>degree</b>.\t1"]

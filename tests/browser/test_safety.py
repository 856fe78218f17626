"""Nothing from a résumé runs, and nothing leaves the page."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from msgspec.structs import replace

from screener.decision import Screening
from tests.browser import people
from tests.browser.conftest import OpenTab, Tab, report_of

ATTACKS = (
    "<script>window.ran = 1</script>",
    "</script><script>window.ran = 1</script>",
    "<!--<script>",
    "<img src=x onerror='window.ran = 1'>",
    "\"><svg onload=window.ran=1>",
    "' onmouseover='window.ran=1",
    "javascript:window.ran=1",
    "{{ 7 * 7 }}{% raw %}",
    "${window.ran = 1}",
    "&lt;script&gt;window.ran = 1&lt;/script&gt;",
    "__proto__",
    "<iframe srcdoc='<script>parent.ran = 1</script>'>",
    "<base href=https://example.org/><link rel=stylesheet href=//example.org/x.css>",
)


def hostile(attack: str) -> Screening:
    """A person who says nothing else, in every place where a text of theirs goes."""
    document = people.text_document(attack, "at work " + attack)
    screening = people.person(
        f"{attack.replace('/', '_')}.docx", document, "review", 50, name=attack, verdicts=("met", "met", "met"), quotes=(attack, attack, attack),
        job=attack, claim=attack, skills=(attack, "java"), flags=(attack,), reason=attack,
    )  # fmt: skip
    assert screening.decision
    findings = tuple(replace(finding, requirement=attack, text=attack, reason=attack) for finding in screening.decision.findings[:1])
    measures = replace(screening.decision.measures, degree_field=attack)
    return replace(screening, decision=replace(screening.decision, findings=(*findings, *screening.decision.findings[1:]), measures=measures))


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return report_of(tmp_path_factory.mktemp("hostile"), map(hostile, ATTACKS))


def test_nothing_from_a_resume_runs_and_each_text_is_shown_as_it_is(open_tab: OpenTab, folder: Path) -> None:
    tab = open_tab(folder)
    tab.scroll_to_end()
    assert sorted(tab.names()) == sorted(ATTACKS)
    for attack in ATTACKS:
        tab.page.locator("#rows .name").nth(tab.names().index(attack)).click()
        assert tab.page.locator("#panel h2").inner_text() == attack
        tab.page.locator(".quote").first.click()
        assert attack in tab.page.locator("mark.active").all_inner_texts()
        for button in tab.page.locator("#panel button:not([aria-label=Close])").all()[:12]:
            button.hover()
        tab.page.keyboard.press("Escape")
    assert tab.page.evaluate("window.ran") is None
    assert tab.complaints == []
    assert tab.page.locator("iframe, base, link, img, svg[onload], [onerror], [onmouseover]").count() == 0


def test_an_address_made_by_somebody_else_runs_nothing(open_tab: OpenTab, small: Path) -> None:
    tab = open_tab(small, hash="#q=<img src=x onerror=window.ran=1>&skill=<script>window.ran=1</script>&verdict=9x&flag=a,b&sort=-constructor")
    assert "<script>window.ran=1</script>" in unquote(tab.page.locator("#chosen").inner_text())
    assert tab.page.evaluate("window.ran") is None
    assert tab.complaints == []


def test_no_request_leaves_the_page(tab: Tab, small: Path) -> None:
    for name in ("Ada", "Bruno", "Chiara"):
        tab.person(name)
        tab.page.wait_for_timeout(100)
        tab.page.keyboard.press("Escape")
    pictures = [(small / "pages" / path.name).as_uri() for path in (small / "pages").iterdir()]
    assert {address.partition("#")[0] for address in tab.requests} - {"about:blank"} == {(small / "report.html").as_uri(), *pictures}


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.append(Object.assign(document.createElement('script'), {text: 'window.ran = 1'}))",
        "document.body.innerHTML = '<b>x</b>'",
        "document.body.append(Object.assign(document.createElement('img'), {src: 'https://example.org/x.png'}))",
        "document.body.setAttribute('onclick', 'window.ran = 1'); document.body.click()",
        "document.body.append(Object.assign(document.createElement('iframe'), {src: 'https://example.org/'}))",
        "fetch('https://example.org/').catch(() => 0)",
        "document.body.append(Object.assign(document.createElement('style'), {textContent: 'body { display: none }'}))",
        "document.body.append(Object.assign(document.createElement('link'), {rel: 'stylesheet', href: 'https://example.org/x.css'}))",
    ],
)
def test_even_if_something_got_in_the_policy_stops_it(tab: Tab, attempt: str) -> None:
    before = list(tab.requests)
    tab.page.evaluate(f"() => {{ try {{ {attempt} }} catch (error) {{ console.log(String(error)) }} }}")
    tab.page.wait_for_timeout(100)
    assert tab.page.evaluate("window.ran") is None
    assert [address for address in tab.requests if address not in before and not address.startswith("file:")] == []
    assert any("Content Security Policy" in complaint or "Trusted" in complaint for complaint in tab.complaints)
    assert tab.page.locator("body").is_visible()

"""Text of a résumé inside the page: it ends no element, starts none, and is read back as it was."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from screener.decision import Screening
from screener.report.html.page import data_block, link_to, write_page
from screener.report.html.person import ROW_FIELDS, person_of
from screener.report.jsonl import json_line
from tests.report.builders import RUN, finding, screening, unreadable

ATTACKS = (
    "</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>", "' autofocus onfocus='x",
    "&lt;b&gt;", "{{ 7 * 7 }}", "{% include '/etc/passwd' %}", "\u2028\u2029", "]]>", "\udc80.pdf", "\x00\x1b[2J",
)  # fmt: skip


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text of each script."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[tuple[dict[str, str | None], str]] = []
        self._inside = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self._inside = tag in ("script", "style")
        if self._inside:
            self.scripts.append((dict(attrs), ""))

    def handle_endtag(self, _tag: str) -> None:
        self._inside = False

    def handle_data(self, data: str) -> None:
        if self._inside:
            attributes, before = self.scripts[-1]
            self.scripts[-1] = (attributes, before + data)


def page_of(*screenings: Screening, links: tuple[str, ...] = ()) -> str:
    file = BytesIO()
    people = [person_of(each, RUN.as_of) for each in screenings]
    write_page(file, people, RUN, links or ("",) * len(people), {}, (person.details for person in people))
    return file.getvalue().decode("utf-8")


def skeleton(page: str) -> list[tuple[str, tuple[str, ...]]]:
    """The page's elements and the names of their attributes, whatever the texts are."""
    return [(tag, tuple(attributes)) for tag, attributes in Elements(page).found]


def everywhere(text: str) -> Screening:
    """A person whose every text is `text`."""
    return screening(
        text or "x", name=text or None, reason=text, findings=(finding(text, reason=text, quote=text),), flags=(text,), text=text + "\nb",
    )  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_hostile_text_changes_no_element_of_the_page(attack: str) -> None:
    plain, hostile = page_of(everywhere("plain")), page_of(everywhere(attack))
    assert skeleton(hostile) == skeleton(plain)


@given(st.text())
def test_any_text_changes_no_element_of_the_page(text: str) -> None:
    assert skeleton(page_of(everywhere(text))) == skeleton(page_of(everywhere("plain")))


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_a_data_block_means_what_its_json_means_and_holds_no_sign_of_markup(text: str) -> None:
    block = data_block(json_line({"text": text}))
    assert json.loads(block) == {"text": text}
    assert not set(block) & set(b"<>&")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("../inbox/ada.pdf", "../inbox/ada.pdf"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29"),
        ("../a b#c?d.pdf", "../a%20b%23c%3Fd.pdf"),
        ("../\udcff.pdf", "../%FF.pdf"),
        ("Zoë.pdf", "Zo%C3%AB.pdf"),
        ("\\\\server\\share.pdf", "%5C%5Cserver%5Cshare.pdf"),
    ],
)
def test_a_link_is_a_relative_path_whatever_the_file_is_called(path: str, expected: str) -> None:
    assert link_to(path) == expected


def test_the_policy_names_the_one_script_and_the_one_style_that_the_page_has() -> None:
    elements = Elements(page_of(screening(), unreadable()))
    [policy] = [attributes["content"] for tag, attributes in elements.found if attributes.get("http-equiv") == "Content-Security-Policy"]
    code = [text for attributes, text in elements.scripts if attributes.get("type") != "application/json"]
    hashes = re.findall(r"'sha256-([^']+)'", policy or "")
    assert sorted(hashes) == sorted(base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in code)
    assert len(code) == 2
    assert policy
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy


def test_no_element_of_the_page_has_a_handler_a_style_or_a_foreign_address() -> None:
    for tag, attributes in Elements(page_of(screening(), unreadable())).found:
        assert not [name for name in attributes if name.startswith("on") or name in ("style", "src", "srcset", "action")], tag
        assert str(attributes.get("href", "#")).startswith("#")


def test_the_script_has_no_way_from_text_to_markup_or_code() -> None:
    folder = Path(__file__).parents[3] / "screener/report/html/assets"
    code = "\n".join(path.read_text("utf-8") for path in folder.glob("*.js"))
    for sink in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "new Function", "setTimeout(", "http:", "https:"):
        assert code.replace("http://www.w3.org/2000/svg", "").count(sink) == 0, sink


def test_the_row_has_a_value_for_each_field_and_nothing_personal_that_the_page_does_not_show() -> None:
    row = json.loads(person_of(screening(emails=("secret@example.org",)), RUN.as_of).row)
    assert len(row) == len(ROW_FIELDS)
    assert dict(zip(ROW_FIELDS, row, strict=True))["name"] == "Ada Beispiel"
    assert "secret@example.org" not in str(row)


def test_the_order_of_people_alone_decides_the_bytes() -> None:
    people = (screening("a.pdf"), screening("b.pdf", "review", 10), unreadable())
    assert page_of(*people) == page_of(*people)
    assert page_of(*people) != page_of(*people[::-1])


def test_people_asked_for_different_things_stand_side_by_side() -> None:
    page = page_of(screening(findings=(finding("degree"), finding("years", "unclear"))), screening("b", findings=(finding("other", "not_met"),)))
    data = next(json.loads(text) for attributes, text in Elements(page).scripts if attributes.get("id") == "report-data")
    assert [asked["id"] for asked in data["asked"]] == ["degree", "years", "other"]
    assert [row[data["fields"].index("verdicts")] for row in data["rows"]] == ["mu-", "--n"]


def test_a_page_of_very_many_holds_the_details_of_the_first_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("screener.report.html.page.MAX_DETAILED", 2)
    elements = Elements(page_of(*(screening(f"{number}.pdf") for number in range(4))))
    data = next(json.loads(text) for attributes, text in elements.scripts if attributes.get("id") == "report-data")
    assert (len(data["rows"]), data["detailed"]) == (4, 2)
    assert [attributes["id"] for attributes, _ in elements.scripts if str(attributes.get("id")).startswith("person-")] == ["person-0", "person-1"]


def test_a_person_keeps_their_place_when_only_the_judgement_changes() -> None:
    first, second = screening(), replace(screening(outcome="review", score=1), flags=("x",))
    assert person_of(first, RUN.as_of).id == person_of(second, RUN.as_of).id
    assert person_of(first, RUN.as_of).id != person_of(screening("other.pdf"), RUN.as_of).id

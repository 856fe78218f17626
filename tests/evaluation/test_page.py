"""The page: complete, and nothing from a document runs in it."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from xml.etree import ElementTree

from msgspec.structs import replace as with_facts

from screener.evaluation import as_html, changes_between, evaluate
from tests.evaluation.test_evaluation import MEASURES, TRUTH, screening

HOSTILE = '</style><script>alert(1)</script><img src=x onerror=alert(2)>"\'&{{ 7*7 }}\x1b[2J'


def page(file: str = "a.pdf") -> str:
    truth = replace(TRUTH, file=file, layout="two-columns", language="en")
    evaluation = evaluate([truth], [screening("java", "python", file=file, measures=with_facts(MEASURES, degree_field=file), outcome="review")])
    return as_html(evaluation, changes_between(evaluate([truth], [screening("java", file=file)]).comparisons, evaluation.comparisons))


def test_it_shows_every_figure_chart_and_wrong_answer() -> None:
    shown = page()
    for heading in ("Right answers", "Decisions", "Fields", "Confusion: degree level", "By layout", "By format", "By language", "Since the", "Wrong answers: 3"):
        assert heading in shown, heading
    assert shown.count("<svg") >= 15
    assert "100.0%, between 20.7-100.0%" in shown
    assert "Knows python well" in shown


def test_a_hostile_document_stays_text() -> None:
    shown = page(HOSTILE)
    assert "<script" not in shown
    assert "<img" not in shown
    assert "{{ 7*7 }}" in shown
    assert "\x1b" not in shown
    assert "&lt;/style&gt;&lt;script&gt;" in shown


def test_the_policy_allows_its_own_style_and_nothing_else() -> None:
    shown = page()
    [style] = re.findall("<style>(.*?)</style>", shown, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert policy in shown.replace("&#39;", "'")
    assert re.search(r"\sstyle=|\son\w+=|https?://|<link|<script", shown) is None


def test_the_markup_is_well_formed() -> None:
    body = page(HOSTILE).partition("<main>")[2].partition("</main>")[0]
    tree = ElementTree.fromstring(f"<main>{body}</main>")
    assert len(tree.findall("section")) >= 8

"""Languages that a person speaks, with the level that the text gives."""

from __future__ import annotations

import pytest

from tests.parse.builders import draft_after


def spoken(text: str) -> list[tuple[str, str, str, bool]]:
    draft = draft_after(text, "screener_spoken")
    for each in draft.languages:
        assert draft.document.text[each.span.start : each.span.end] == each.span.text
        assert each.context.start <= each.span.start < each.context.end
    return [(each.language, each.low, each.high, each.stated) for each in draft.languages]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("English (C1), German (native)", [("en", "C1", "C1", True), ("de", "C2", "C2", True)]),
        ("English: fluent\nFrench: B1/B2", [("en", "C1", "C2", True), ("fr", "B1", "B2", True)]),
        ("Spanish – basic", [("es", "A1", "A2", True)]),
        ("English\tfluent\tC1", [("en", "C1", "C1", True)]),  # the code outweighs the word
        ("Native or bilingual proficiency in Dutch", [("nl", "C2", "C2", True)]),
        ("English (full professional proficiency)", [("en", "C1", "C2", True)]),
        ("English\nFull professional proficiency\nPolish\nLimited working", [("en", "C1", "C2", True), ("pl", "B1", "B2", True)]),
        ("Portuguese", [("pt", "A1", "C2", False)]),
        ("English, German: B2", [("en", "A1", "C2", False), ("de", "B2", "B2", True)]),
        ("Englisch (verhandlungssicher), Französisch (Grundkenntnisse)", [("en", "C1", "C2", True), ("fr", "A1", "A2", True)]),
        ("Anglais : courant | Allemand : notions", [("en", "C1", "C2", True), ("de", "A1", "A2", True)]),
        ("Inglés (avanzado), Español (nativo)", [("en", "B2", "C1", True), ("es", "C2", "C2", True)]),
        ("Python, Java", []),
    ],
)
def test_a_section_of_languages_is_read_line_by_line(lines: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert spoken(f"Ann Example\n\nLanguages\n{lines}\n\nInterests\nChess") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Summary\nFluent in English and German.", [("en", "C1", "C2", True), ("de", "C1", "C2", True)]),
        ("Summary\nA person who likes to polish interfaces.", []),
        ("Summary\nI have worked for English and French publishers.", []),  # no level: no statement of a skill
        ("Skills\nPython, Go, German (B2)", [("de", "B2", "B2", True)]),
        ("Experience\nEngineer, Example Ltd, 2019 - 2021\n• Advanced search for the German market", []),
        ("Education\nAdvanced German, Example School, 2012", []),
    ],
)
def test_elsewhere_only_a_language_with_its_level_counts(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    assert spoken(f"Ann Example\n\n{text}") == expected

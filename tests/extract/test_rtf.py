"""RTF: words, looks and tables out of control words."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from screener.document import Document
from screener.errors import UnreadableDocumentError
from screener.extract import extract_bytes
from screener.extract.rtf import read_rtf

_HEAD = (
    r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fcharset204 Arial CYR;}{\f2\fcharset2 Wingdings;}}"
    r"{\colortbl;\red255\green255\blue255;\red0\green0\blue0;\red32\green56\blue100;}{\stylesheet{\s1 heading 1;}}"
    r"{\*\generator Example Writer;}{\info{\title Kubernetes}{\creatim\yr2019\mo5\dy6}{\printim\yr2020\mo1\dy1}}"
)


def _read(body: str) -> Document:
    return read_rtf((_HEAD + body + "}").encode("ascii"))


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (r"Ada Example\par Engineer", ["Ada Example", "Engineer"]),
        ("Ada\n Example\\par", ["Ada Example"]),
        (r"Zo\'eb M\u252?ller\par", ["Zoë Müller"]),
        (r"{\uc0 \u8364 5}\par", ["€5"]),
        (r"{\f1 \'c8\'e2\'e0\'ed}\par", ["Иван"]),
        (r"{\f2 (} 030 123\par", ["030 123"]),
        (r"a\tab b\line c\par", ["a\tb", "c"]),
        (r"2018\endash 2020\~now \{x\}\par", ["2018–2020 now {x}"]),
        (r"{\listtext\'b7\tab}Item\par{\listtext }Heading\par", ["• Item", "Heading"]),
        (r"{\*\unknown Nothing}Text{\pict\pngblip 89504e47}\par", ["Text"]),
        (r"Kept{\deleted gone}\par", ["Kept"]),
        (r"\trowd\intbl 2018\cell Acme\cell\row\trowd\intbl 2019\cell Bolt\cell\row\pard After\par", ["2018\tAcme", "2019\tBolt", "After"]),
        (r"{\header Ada\par}Body{\footnote Note}\par{\footer Foot\par}", ["Ada", "Body", "Note", "Foot"]),
        (r'{\field{\*\fldinst HYPERLINK "mailto:ada@example.org"}{\fldrslt Write}}\par', ["Write ada@example.org"]),
        (r"{\field{\*\fldinst DATE}{\fldrslt 2020}}\par", ["2020"]),
        (r"{\shp{\*\shpinst{\sp{\sn x}{\sv y}}{\shptxt Boxed\par}}}", ["Boxed"]),
        (r"a\bin3 }}}b\par", ["ab"]),
    ],
)
def test_every_word_is_read_once(body: str, expected: list[str]) -> None:
    assert _read(body).text.split("\n") == expected


@pytest.mark.parametrize(
    ("body", "reason"),
    [(r"{\v Secret}", "vanish"), (r"{\cf1 Secret}", "colour"), (r"{\fs2 Secret}", "tiny"), (r"{\cf3\cb3 Secret}", "colour")],
)
def test_hidden_text_is_kept_apart(body: str, reason: str) -> None:
    document = _read(rf"Visible\par {body}\par")
    assert document.text == "Visible"
    assert [(hidden.text, hidden.reason) for hidden in document.hidden] == [("Secret", reason)]


@pytest.mark.parametrize("body", [r"{\cf1\cb3 Seen}", r"{\cf2 Seen}", r"\cbpat3{\cf1 Seen}", r"{\v0 Seen}"])
def test_text_that_is_seen_is_not_hidden(body: str) -> None:
    assert _read(body + r"\par").text == "Seen"


def test_looks_and_facts_are_told() -> None:
    document = _read(r"\pard\outlinelevel0{\b\fs32 Jobs}\par\pard Acme\par")
    assert [(line.heading, line.bold, line.size) for line in document.lines] == [(True, True, 16.0), (False, False, 12.0)]
    assert (document.facts.format, document.facts.producer, document.facts.created) == ("rtf", "Example Writer", date(2019, 5, 6))


def test_a_file_without_words_is_refused() -> None:
    with pytest.raises(UnreadableDocumentError):
        _read("")


def test_deep_nesting_never_crashes() -> None:
    assert _read(r"Top\par" + "{" * 100_000).text == "Top"


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(["{", "}", r"\par ", r"\b", r"\u-1?", r"\bin9", r"\cell ", r"\row ", r"\'zz", "text", r"\fs", r"\cf9", "\\"]),
        max_size=40,
    )
)
def test_broken_files_are_read_or_refused_but_never_crash(pieces: list[str]) -> None:
    assert extract_bytes((r"{\rtf1 Words\par " + "".join(pieces)).encode()).text.startswith("Words")

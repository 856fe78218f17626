"""Whatever a Word file is built of: each word once, and a document that keeps its own rules."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.extract.docx.word_files import paragraph, read_body, run, table

_WRAPPERS = ("ins", "smartTag", "moveTo", "bdo", "hyperlink", "customXml")
_TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="<>&\ufffe\uffff"), max_size=12)


def _boxed(content: str) -> str:
    """A text box that says the same once more for programs that know only the older kind."""
    old = f"<w:pict><v:textbox><w:txbxContent>{content.replace('word#', 'twice').replace('other#', 'twice')}</w:txbxContent></v:textbox></w:pict>"
    new = f"<w:drawing><wps:txbx><w:txbxContent>{content}</w:txbxContent></wps:txbx></w:drawing>"
    both = f'<mc:Choice Requires="wps">{new}</mc:Choice><mc:Fallback>{old}</mc:Fallback>'
    return f"<w:p><w:r><mc:AlternateContent>{both}</mc:AlternateContent></w:r></w:p>"


def _controlled(content: str) -> str:
    return f"<w:sdt><w:sdtContent>{content}</w:sdtContent></w:sdt>"


def _celled(content: str) -> str:
    return table((content, content.replace("word", "other")))


_PARAGRAPHS = st.one_of(
    st.just(paragraph("word#")),
    st.just(paragraph("word#", "<w:b/>")),
    st.sampled_from(_WRAPPERS).map(lambda name: f"<w:p><w:{name}>{run('word# ')}</w:{name}>{run('word#')}</w:p>"),
)
_BLOCKS = st.recursive(
    _PARAGRAPHS,
    lambda inner: st.one_of(
        inner.map(_boxed), inner.map(_controlled), inner.map(_celled), st.lists(inner, min_size=1, max_size=3).map("".join)
    ),
    max_leaves=8,
)


def _numbered(content: str) -> tuple[str, list[str]]:
    """The content with a different number behind each word, and the words."""
    pieces = content.split("#")
    ends = [f"x{index}x" for index in range(len(pieces) - 1)]
    words = [re.search(r"[a-z]+\Z", piece).group() + end for piece, end in zip(pieces, ends, strict=False)]  # type: ignore[union-attr]  # always there
    return "".join(piece + end for piece, end in zip(pieces, [*ends, ""], strict=True)), words


@settings(max_examples=150, deadline=None)
@given(_BLOCKS)
def test_every_word_is_read_exactly_once(content: str) -> None:
    numbered, words = _numbered(content)
    assert sorted(read_body(numbered).text.split()) == sorted(words)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(_TEXT, max_size=3), max_size=4))
def test_lines_cover_the_text_and_are_plain(paragraphs: list[list[str]]) -> None:
    content = "".join(f"<w:p>{''.join(run(text) + '<w:r><w:tab/></w:r>' for text in texts)}</w:p>" for texts in paragraphs)
    document = read_body(paragraph("First") + content)
    assert "\n".join(document.text[line.start : line.end] for line in document.lines) == document.text
    for row in document.text.split("\n"):
        assert row
        assert row == row.strip()
        assert "  " not in row
        assert all(character.isprintable() or character == "\t" for character in row)

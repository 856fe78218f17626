"""Web pages: what a browser shows, and nothing else."""

from __future__ import annotations

import pytest

from screener.errors import UnreadableDocumentError
from screener.extract import extract_bytes
from screener.extract.html import read_html

_PAGE = """<!DOCTYPE html><html><head><title>CV</title><style>p {color: red}</style></head><body>
<h1>Ada  Example</h1><p>Engineer<br>Berlin &amp; Paris<!-- nobody --></p>
<ul><li>Built <b>services</b></li><li><p>Ran them</p></li></ul>
<table><tr><td>2018 – 2020</td><td>Acme</td></tr><tr><td><table><tr><td>Inner</td></tr></table></td></tr></table>
<div>One<div>Two</div>Three</div><script>var x = "Kubernetes"</script><a href="mailto:ada@example.org">Write</a>
<pre>a
b</pre><img alt="Kubernetes" src="x.png"></body></html>"""


def test_a_page_is_read_as_a_browser_shows_it() -> None:
    document = extract_bytes(_PAGE.encode())
    assert document.text.split("\n") == [
        "Ada Example",
        "Engineer",
        "Berlin & Paris",
        "• Built services",
        "• Ran them",
        "2018 – 2020\tAcme",
        "Inner",
        "One",
        "Two",
        "Three",
        "Write ada@example.org",
        "a",
        "b",
    ]
    assert [line.heading for line in document.lines].index(True) == 0
    assert document.facts.format == "html"


@pytest.mark.parametrize(
    ("style", "reason"),
    [
        ("display:none", "invisible"),
        ("visibility: hidden", "invisible"),
        ("opacity:0", "invisible"),
        ("color:#fff", "colour"),
        ("color:white", "colour"),
        ("color:rgb(255, 255, 255)", "colour"),
        ("font-size:1px", "tiny"),
        ("font-size:0", "tiny"),
        ("position:absolute;left:-9999px", "off-page"),
    ],
)
def test_text_that_a_browser_does_not_show_is_hidden(style: str, reason: str) -> None:
    document = read_html(f'<html><p>Visible</p><p style="{style}">Secret <i>word</i></p>'.encode())
    assert document.text == "Visible"
    assert {hidden.reason for hidden in document.hidden} == {reason}
    assert document.flags == ("hidden-text",)


@pytest.mark.parametrize("style", ["color:white;background:#203864", "color:white;background:url(x.png)", "font-size:8px", "color:#777"])
def test_text_that_a_browser_shows_is_not_hidden(style: str) -> None:
    assert read_html(f'<html><p style="{style}">Seen</p>'.encode()).text == "Seen"


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_pages_of_every_usual_encoding_are_read(encoding: str) -> None:
    meta = "" if encoding == "utf-16" else f"<meta charset={encoding}>"
    assert extract_bytes(f"<html><head>{meta}</head><body>Zoë Müller".encode(encoding)).text == "Zoë Müller"


@pytest.mark.parametrize("page", [b"<html>", b"<html><img src=x>", b"<html><script>x</script>"])
def test_a_page_without_words_is_refused(page: bytes) -> None:
    with pytest.raises(UnreadableDocumentError):
        read_html(page)


_SHEET = b"""<html><style>/* p {display: none} */ .gone, #id7 {display: none} @media print { .seen {display: none} }
p.white {color: #fff} .dark .white {color: red} .dark {background: #203864}</style>"""


@pytest.mark.parametrize(
    ("element", "is_seen"),
    [
        (b"<p class='gone x'>Word</p>", False),
        (b"<p id='id7'>Word</p>", False),
        (b"<p class='white'>Word</p>", False),
        (b"<p class='white' style='color:black'>Word</p>", True),
        (b"<div class='dark'><p class='white'>Word</p></div>", True),
        (b"<p class='seen'>Word</p>", True),
        (b"<p>Word</p>", True),
    ],
)
def test_style_sheets_count(element: bytes, is_seen: bool) -> None:
    document = read_html(_SHEET + b"<p>First</p>" + element)
    assert (document.text == "First\nWord") == is_seen
    assert (document.hidden == ()) == is_seen


def test_a_page_saved_with_its_pictures_is_read() -> None:
    head = b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n--b\r\n"
    page = b"Content-Type: text/html; charset=utf-8\r\n\r\n<html><p>Ada Example</p></html>\r\n"
    document = extract_bytes(head + page + b"--b\r\nContent-Type: image/png\r\n\r\nx\r\n--b--\r\n")
    assert (document.text, document.facts.format) == ("Ada Example", "mhtml")


def test_a_saved_page_without_page_is_damaged() -> None:
    with pytest.raises(UnreadableDocumentError) as raised:
        extract_bytes(b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n--b--\n")
    assert raised.value.code == "damaged"


def test_deep_nesting_never_crashes() -> None:
    document = read_html(b"<html><p>Top</p>" + b"<div>" * 5000 + b"Deep")
    assert document.text.startswith("Top")

"""The old .doc format: read through programs that stand in for the real converters."""

from __future__ import annotations

from pathlib import Path

import pytest

from screener.document import Document
from screener.errors import UnreadableDocumentError
from screener.extract import extract_bytes, legacy
from screener.extract.legacy import described, find_converter
from tests.extract.docx.word_files import body, paragraph, word_file

_DOC = bytes.fromhex("D0CF11E0A1B11AE1") + "WordDocument".encode("utf-16-le")


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder that is the whole search path."""
    folder = tmp_path / "bin"
    folder.mkdir()
    return folder


def _read(programs: Path) -> Document:
    return extract_bytes(_DOC, converter=find_converter(str(programs)))


def _program(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\nPATH=/usr/bin:/bin\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def test_without_a_converter_the_advice_is_to_save_it_anew(programs: Path) -> None:
    assert programs.is_dir()
    with pytest.raises(UnreadableDocumentError) as raised:
        _read(programs)
    assert raised.value.code == "unsupported"
    assert "DOCX" in raised.value.advice


def test_no_other_program_is_started_unless_asked(programs: Path) -> None:
    _program(programs, "antiword", "echo Ada")
    with pytest.raises(UnreadableDocumentError):
        extract_bytes(_DOC)


def test_libreoffice_makes_a_word_file_of_it(programs: Path, tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    made.write_bytes(word_file(body(paragraph("Ada Example"))))
    _program(programs, "soffice", f'mkdir "$6" && cp "{made}" "$6/cv.docx"')
    document = _read(programs)
    assert (document.text, document.facts.format, document.facts.readers) == ("Ada Example", "doc", ("soffice",))


def test_libreoffice_goes_before_antiword(programs: Path) -> None:
    for name in ("antiword", "soffice"):
        _program(programs, name, "exit 0")
    assert find_converter(f"/nowhere:{programs}") == str(programs / "soffice")
    assert find_converter("/nowhere") == ""


def test_antiword_makes_text_of_it(programs: Path) -> None:
    _program(programs, "antiword", "echo 'Ada Example'")
    document = _read(programs)
    assert (document.text, document.facts.format, document.facts.readers) == ("Ada Example", "doc", ("antiword",))


@pytest.mark.parametrize("script", ["exit 1", "exit 0", "sleep 30"])
def test_a_converter_that_fails_or_hangs_makes_the_file_unreadable(programs: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(legacy, "TIMEOUT", 0.5)
    _program(programs, "soffice", script)
    with pytest.raises(UnreadableDocumentError) as raised:
        _read(programs)
    assert raised.value.code == "damaged"


@pytest.mark.parametrize(
    ("name", "script", "told"),
    [
        ("soffice", "echo LibreOffice 7.4.7.2 40", "soffice 7.4.7.2"),
        ("antiword", "echo 'Version: 0.37 (21 Oct 2005)' >&2; exit 1", "antiword 0.37"),
        ("soffice", "exit 1", "soffice unknown"),
    ],
)
def test_the_version_of_a_converter_is_told(tmp_path: Path, name: str, script: str, told: str) -> None:
    program = tmp_path / name
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    assert described(str(program)) == told


def test_a_converter_that_is_gone_has_no_version(tmp_path: Path) -> None:
    assert described(str(tmp_path / "antiword")) == "antiword unknown"

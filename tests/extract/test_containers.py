"""Mails and archives: each file inside is a file of its own."""

from __future__ import annotations

from email.message import EmailMessage
from pathlib import Path

import pytest

from screener.errors import UnreadableDocumentError
from screener.extract import containers, expand, member_bytes
from tests.extract.docx.word_files import archive, body, paragraph, word_file

_WORD = word_file(body(paragraph("Ada Example")))


def mail_of(*attachments: tuple[str, str, bytes], text: str = "Please find my CV attached.") -> bytes:
    message = EmailMessage()
    message["From"], message["Subject"] = "ada@example.org", "CV"
    message.set_content(text)
    for name, kind, data in attachments:
        maintype, subtype = kind.split("/")
        message.add_attachment(data, maintype=maintype, subtype=subtype, filename=name)
    return message.as_bytes()


def _expanded(tmp_path: Path, name: str, data: bytes) -> dict[str, bytes | str]:
    """Name → bytes, or the code of the failure."""
    path = tmp_path / name
    path.write_bytes(data)
    members = [member for member in expand(path) if not member.ignored]
    for member in members:
        if member.way and not member.failure:
            assert member_bytes(path, member.way) == member.data
    return {member.name: member.failure.code if member.failure else member.data for member in members}


def test_a_file_that_holds_no_others_is_itself(tmp_path: Path) -> None:
    assert _expanded(tmp_path, "cv.docx", _WORD) == {"cv.docx": _WORD}
    assert [member.failure.code for member in expand(tmp_path / "none.eml") if member.failure] == ["not-opened"]


def test_the_attachments_of_a_mail_are_files(tmp_path: Path) -> None:
    mail = mail_of(("Lebenslauf März.docx", "application/octet-stream", _WORD), ("logo.png", "image/png", b"\x89PNG\r\n\x1a\n"))
    assert _expanded(tmp_path, "mail.eml", mail) == {"mail.eml/Lebenslauf März.docx": _WORD}


def test_a_picture_counts_when_the_mail_has_nothing_else(tmp_path: Path) -> None:
    mail = mail_of(("scan.png", "image/png", b"\x89PNG\r\n\x1a\n"))
    assert set(_expanded(tmp_path, "mail.eml", mail)) == {"mail.eml/scan.png"}


def test_a_mail_without_attachment_is_its_own_text(tmp_path: Path) -> None:
    assert _expanded(tmp_path, "mail.eml", mail_of(text="Ada Example, engineer")) == {"mail.eml/message.txt": b"Ada Example, engineer\n"}


def test_a_forwarded_mail_is_opened_too(tmp_path: Path) -> None:
    outer = EmailMessage()
    outer["From"] = "board@example.org"
    outer.set_content("Forwarded")
    inner = EmailMessage()
    inner["From"] = "ada@example.org"
    inner.set_content("Hello")
    inner.add_attachment(_WORD, maintype="application", subtype="octet-stream", filename="cv.docx")
    outer.add_attachment(inner)
    assert _expanded(tmp_path, "mail.eml", outer.as_bytes()) == {"mail.eml/message.eml/cv.docx": _WORD}


def test_a_zip_of_resumes_is_opened_without_its_clutter(tmp_path: Path) -> None:
    data = archive({"a/cv.docx": _WORD, "__MACOSX/a/._cv.docx": b"x", "a/.DS_Store": b"x", "~$cv.docx": b"x", "folder/": b""})
    assert _expanded(tmp_path, "board.zip", data) == {"board.zip/a/cv.docx": _WORD}


def _ignored(tmp_path: Path, name: str, data: bytes) -> dict[str, str]:
    """Name → why it is left aside."""
    path = tmp_path / name
    path.write_bytes(data)
    return {member.name: member.ignored for member in expand(path) if member.ignored}


def test_what_is_left_aside_is_named_with_the_reason(tmp_path: Path) -> None:
    invitation, logo = ("interview.ics", "text/calendar", b"BEGIN:VCALENDAR"), ("logo.png", "image/png", b"\x89PNG\r\n\x1a\n")
    assert _ignored(tmp_path, "mail.eml", mail_of(("cv.docx", "application/octet-stream", _WORD), invitation, logo)) == {
        "mail.eml/message.txt": "the mail's own text",
        "mail.eml/interview.ics": "a kind of file that is not read (.ics)",
        "mail.eml/logo.png": "a picture",
    }
    board = archive({"cv.docx": _WORD, "__MACOSX/._cv.docx": b"x", ".git/cv.txt": b"x", "~$cv.docx": b"x", "face.jpg": b"x", "README": b"x"})
    assert _ignored(tmp_path, "board.zip", board) == {
        "board.zip/__MACOSX/._cv.docx": "left by the program that made the archive",
        "board.zip/.git/cv.txt": "its folder's name begins with a dot",
        "board.zip/~$cv.docx": "a temporary file of an office program",
        "board.zip/face.jpg": "a kind of file that is not read (.jpg)",
        "board.zip/README": "a file without a suffix",
    }


def test_a_document_counts_whatever_the_mail_calls_it(tmp_path: Path) -> None:
    mail = mail_of(("Bewerbung", "application/octet-stream", _WORD))
    assert _expanded(tmp_path, "mail.eml", mail) == {"mail.eml/Bewerbung": _WORD}


def test_an_archive_of_other_files_alone_says_so(tmp_path: Path) -> None:
    assert _expanded(tmp_path, "x.zip", archive({"face.jpg": b"x"})) == {"x.zip": "unsupported"}


def test_a_file_that_is_not_inside_any_more_cannot_be_had(tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(archive({"cv.docx": _WORD}))
    for way in [("gone.docx",), ("cv.docx", "inner.docx"), ("cv.docx", 3)]:
        with pytest.raises(UnreadableDocumentError):
            member_bytes(path, way)


def test_a_zip_in_a_mail_is_opened(tmp_path: Path) -> None:
    mail = mail_of(("all.zip", "application/zip", archive({"cv.docx": _WORD})))
    assert _expanded(tmp_path, "mail.eml", mail) == {"mail.eml/all.zip/cv.docx": _WORD}


def test_an_archive_without_files_says_so(tmp_path: Path) -> None:
    assert _expanded(tmp_path, "none.zip", archive({})) == {"none.zip": "empty"}


@pytest.mark.parametrize("name", ["../../etc/passwd.docx", "/etc/passwd.docx", "..\\..\\passwd.docx", "a/./b\x1b[2J.docx"])
def test_no_name_leads_out_of_its_archive(tmp_path: Path, name: str) -> None:
    (found,) = _expanded(tmp_path, "x.zip", archive({name: _WORD}))
    assert ".." not in found
    assert found.startswith("x.zip/")
    assert found.isprintable()


def test_attachments_of_one_name_are_told_apart(tmp_path: Path) -> None:
    mail = mail_of(("cv.docx", "application/octet-stream", _WORD), ("cv.docx", "application/octet-stream", _WORD + b"x"))
    assert set(_expanded(tmp_path, "mail.eml", mail)) == {"mail.eml/cv.docx", "mail.eml/cv (2).docx"}


def test_one_damaged_member_does_not_lose_the_others(tmp_path: Path) -> None:
    data = bytearray(archive({"bad.txt": b"text " * 50, "good.txt": b"good"}))
    at = data.index(b"bad.txt") + len("bad.txt")
    data[at : at + 4] = b"\xff\xff\xff\xff"
    assert _expanded(tmp_path, "x.zip", bytes(data)) == {"x.zip/bad.txt": "damaged", "x.zip/good.txt": b"good"}


def test_a_locked_member_says_so(tmp_path: Path) -> None:
    data = bytearray(archive({"cv.txt": b"text"}))
    data[data.rindex(b"cv.txt") - 46 + 8] |= 1
    assert _expanded(tmp_path, "x.zip", bytes(data)) == {"x.zip/cv.txt": "encrypted"}


def test_archives_inside_archives_end(tmp_path: Path) -> None:
    data = archive({"cv.docx": _WORD})
    for _ in range(10):
        data = archive({"n.zip": data})
    (found,) = _expanded(tmp_path, "n.zip", data)
    assert found.count("/") == containers.MAX_DEPTH


def test_what_comes_out_of_an_archive_is_limited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    many = archive({f"{index}.txt": b"text" for index in range(20)})
    monkeypatch.setattr(containers, "MAX_FILES", 5)
    found = _expanded(tmp_path, "x.zip", many)
    assert list(found.values()).count("too-large") == 1
    assert len(found) == 6


def test_a_mail_that_is_nested_without_end_never_crashes(tmp_path: Path) -> None:
    parts = "".join(f'Content-Type: multipart/mixed; boundary="b{index}"\n\n--b{index}\n' for index in range(3000))
    assert _expanded(tmp_path, "mail.eml", f"From: ada@example.org\nMIME-Version: 1.0\n{parts}".encode())

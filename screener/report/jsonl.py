"""Any value of this package as JSON: by its fields, in their own order; dates as ISO 8601."""

from __future__ import annotations

import json
import re
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

import msgspec
from msgspec.structs import asdict

from screener.decision import Screening
from screener.document import Value

# Legal in JSON, but some readers end a line there, and a terminal obeys the C1 controls and the marks of direction.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
_UNSAFE_BYTES = re.compile(rb"\x7f|\xc2[\x80-\x9f]|\xd8\x9c|\xe2\x80[\x8e\x8f\xa8-\xae]|\xe2\x81[\xa6-\xa9]|\xef\xbb\xbf")
"""The same in UTF-8."""
_PLAIN_BYTES = bytes(range(0x7F))


def _as_data(value: object) -> Any:
    """The step that `json` calls for what it does not know; the result is encoded in turn."""
    if isinstance(value, Value):
        return asdict(value)
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: getattr(value, item.name) for item in fields(value)}
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no form in JSON")


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":"), default=_as_data)
_FAST = msgspec.json.Encoder(enc_hook=_as_data)
_INDENTED = json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2, default=_as_data)


def _as_bytes(text: str) -> bytes:
    if text.isascii() and "\x7f" not in text:
        return text.encode("ascii")
    text = _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)
    # Lone surrogates stand for bytes of a file name that are not UTF-8: as `\udcNN` the file stays valid UTF-8 and Python reads them back.
    return text.encode("utf-8", "backslashreplace")


def json_line(value: object) -> bytes:
    """`value` as one line of UTF-8 JSON, without its newline."""
    try:
        # What it makes is what `json` makes, several times faster.
        line = _FAST.encode(value)
    except UnicodeEncodeError:  # lone surrogates
        return _as_bytes(_ENCODER.encode(value))
    # Lines are long and mostly ASCII: what is left of one without that is looked through in no time.
    return _as_bytes(line.decode()) if _UNSAFE_BYTES.search(line.translate(None, _PLAIN_BYTES)) else line


def json_document(value: object) -> bytes:
    """`value` as indented UTF-8 JSON for people, with a newline at the end."""
    return _as_bytes(_INDENTED.encode(value)) + b"\n"


def screening_line(screening: Screening) -> bytes:
    """A whole screening as one line: its own fields, with `outcome` after the file's hash."""
    data = asdict(screening)
    head = {"file": data.pop("file"), "sha256": data.pop("sha256"), "outcome": screening.outcome}
    return json_line(head | data)

"""The syntax of Rich Text Format 1.9: braces, control words with a number, characters by code, and text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_TOKEN = re.compile(
    rb"\\([A-Za-z]{1,32})(-?\d{1,10})?[ ]?"  # control word, its number, the space that ends it
    rb"|\\'([0-9A-Fa-f]{2})"  # a byte of the code page
    rb"|\\([^A-Za-z])"  # control symbol
    rb"|([{}])"
    rb"|([^\\{}]+)",  # text
    re.DOTALL,
)
_LINE_ENDS = re.compile(rb"[\r\n]+")


@dataclass(frozen=True, slots=True)
class Token:
    """kind: `word` (value is its name), `symbol`, `open`, `close`, `bytes` (data, in the code page that is in force)."""

    kind: Literal["word", "symbol", "open", "close", "bytes"]
    value: str = ""
    number: int | None = None
    data: bytes = b""


def tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file; the raw bytes behind \\bin are left out."""
    at = 0
    while match := _TOKEN.match(data, at):
        at = match.end()
        word, number, code, symbol, brace, text = match.groups()
        if word is not None:
            value = int(number) if number is not None else None
            if word == b"bin":
                at += max(value or 0, 0)
                continue
            yield Token("word", word.decode("ascii"), value)
        elif code is not None:
            yield Token("bytes", data=bytes([int(code, 16)]))
        elif symbol is not None:
            yield Token("symbol", symbol.decode("latin-1"))
        elif brace is not None:
            yield Token("open" if brace == b"{" else "close")
        else:
            plain = _LINE_ENDS.sub(b"", text)
            if plain:
                yield Token("bytes", data=plain)

"""Text that is safe to put into a cell: one line, printable, and never a formula.

What a spreadsheet runs is described by OWASP as "CSV injection": a cell that starts with `=`, `+`, `-`, `@`, a tab or a carriage return.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_FORMULA_STARTS = frozenset("=+-@＝＋－＠\t\r")
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
"""Characters that take no room: a spreadsheet may skip them before it decides what a cell holds."""

_LINE_BREAKS = re.compile("[\t\n\x0b\x0c\r\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1 controls: the latter hold a one-character terminal escape
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks and overrides of direction: they make `fdp.exe` look like `exe.pdf`
    "\ufeff\ufdd0-\ufdef\ufffe\uffff"  # byte order mark and noncharacters: not allowed in the XML of a workbook
    "\U000e0000-\U000e007f]"  # tags: text that no person sees and that a program downstream may still read
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_SUSPECT = re.compile(r"(?:^|;)[\W_]")
"""Where a formula could start at all; most cells have no such place."""
_PHONE = re.compile(r"[+＋][\d\s().\-/]*\Z")


def _show_surrogate(match: re.Match[str]) -> str:
    code = ord(match.group())
    # Python reads a byte that is not UTF-8 as U+DC80 to U+DCFF (PEP 383); any other lone surrogate shows its own number.
    return f"\\x{code - 0xDC00:02x}" if 0xDC80 <= code <= 0xDCFF else f"\\u{code:04x}"


def printable(text: str) -> str:
    """`text` on one line, without control characters; bytes of a name that are not UTF-8 show as `\\xNN`."""
    if text.isprintable():  # to Python nothing is that is looked for below
        return text
    text = _SURROGATE.sub(_show_surrogate, _LINE_BREAKS.sub(" ", text))
    return _UNPRINTABLE.sub("", text)


def joined(items: Iterable[str]) -> str:
    """A list as one cell: `;` between the items and in none of them."""
    return ";".join(printable(item).replace(";", ",").strip() for item in items)


def starts_formula(text: str) -> bool:
    """Whether a spreadsheet could take `text` for a formula, leading white space and invisible characters skipped."""
    if text[:1].isalnum():
        return False
    rest = text.lstrip(" \n\u00a0\u3000" + _INVISIBLE)
    return rest[:1] in _FORMULA_STARTS and rest != ""


def is_phone(text: str) -> bool:
    """Whether `text` is nothing but an international number: `+`, digits, spaces, brackets, dots, dashes, slashes."""
    return _PHONE.match(text) is not None


def neutralised(text: str) -> str:
    """`text` with a `'` before everything that a spreadsheet would run.

    Where the list separator is `;`, a spreadsheet cuts a cell of a CSV at each one, so a formula is looked for after those as well;
    there a telephone number keeps its look, for it can only become a number.
    """
    if (text[:1].isalnum() and ";" not in text) or _SUSPECT.search(text) is None:  # the first is quicker, and says the same of most
        return text
    first, *others = text.split(";")
    return ";".join([_guarded(first), *map(_guarded_but_phone, others)])


def neutralised_phones(text: str) -> str:
    """A list of telephone numbers for a cell that is text by its type: they keep their look, and all else is neutralised."""
    return ";".join(map(_guarded_but_phone, text.split(";")))


def _guarded(text: str) -> str:
    return f"'{text}" if starts_formula(text) else text


def _guarded_but_phone(text: str) -> str:
    return text if is_phone(text.strip()) else _guarded(text)


def shortened(text: str, limit: int) -> str:
    """`text` cut to `limit` UTF-16 units, ending in `…` where something was left out."""
    if len(text) <= limit // 2 or len(text.encode("utf-16-le", "surrogatepass")) // 2 <= limit:
        return text
    units = text.encode("utf-16-le", "surrogatepass")[: (limit - 1) * 2]
    return units.decode("utf-16-le", "ignore") + "…"

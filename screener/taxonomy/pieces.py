"""How a text is cut into words and signs, and what two of them share that are the same but for case, quotes and hyphens.

One compiled expression, made from the table `_PIECES`, says what stays together: `C#`, `Node.js`, an address; everything else is split.
"""

from __future__ import annotations

import re

_LATIN = "0-9A-Za-zÀ-ÖØ-öø-ɏ"
_LABEL = rf"[{_LATIN}][{_LATIN}-]{{0,62}}"
_PATH = r"/[^\s,;|•()<>\[\]\"]*(?<=[\w/])"
_PLAIN_DOMAINS = "com|org|net|io|dev|edu|gov|ai|app|info|uk|fr|nl|ca|au|ch|eu|br"
_WORDLIKE_DOMAINS = "in|it|be|at|us|me|co|de|es|se|pt|pl|tech"  # also words, or ends of words: only before a path

_PIECES = (
    r"(?:https?://|www\.)[^\s,;|•()<>\[\]\"]*[\w/]",  # an address, without the full stop after it
    r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}",  # an e-mail address
    r"(?i:asp|vb|ado|ml)\.(?i:net)(?![^\W\d_])",
    rf"(?=[{_LATIN}-]{{3}})(?:{_LABEL}\.){{1,4}}(?:(?:{_PLAIN_DOMAINS})(?:{_PATH})?|(?:{_WORDLIKE_DOMAINS}){_PATH})(?![\w@])",
    rf"[{_LATIN}]{{1,40}}\.(?i:js|ts|io|ai|py|jl)(?!\w)",  # Node.js, Socket.IO
    r"(?<!\w)\.(?i:net)(?![^\W\d_])",
    r"[A-Za-z]\+\+|(?i:[cfjq])#(?!#)",
    r"\d+(?:\.\d+|,\d{3}(?!\d))+",  # 3.11, 1,000, 2019.03
    r"(?:[A-Za-z]\.)+[A-Za-z]{1,4}(?!\w)|(?i:ph\.d)(?!\w)",  # B.Tech, e.g
    rf"[{_LATIN}]+",
    rf"[^\W_{_LATIN}]+",  # words of other scripts
    r"([^\w\s]|_)\1*",  # a sign, however often repeated
    r"\s",
)
"""What a token is, first match first. Repetitions are bounded or cannot overlap, so hostile text costs linear time."""

_PIECE = re.compile("|".join(_PIECES))

_SIGNS = str.maketrans(dict.fromkeys("‘’ʼ`´", "'") | dict.fromkeys("“”", '"') | dict.fromkeys("‐‑‒–—−", "-"))
_PAIRS = {"''": '"', "’’": '"'}
"""Two signs that typewriters and TeX write for one."""


def pieces_of(chunk: str) -> list[str]:
    """The words and signs of a text without spaces, in their order; together they are the text."""
    return [match.group() for match in _PIECE.finditer(chunk)]


def norm_of(piece: str) -> str:
    """A word in lower case, a sign with one kind of quote and hyphen."""
    return _PAIRS.get(piece) or piece.lower().translate(_SIGNS)

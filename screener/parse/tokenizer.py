"""Text to tokens, for résumés.

spaCy's stock tokenizer glues what résumés write without spaces (`C#/.NET`, `Python|Java`, `2015–2018`), breaks `C#`, and takes a slow
path through every text of many lines. Here one compiled expression, made from the table `_PIECES`, says what a token is; everything
else is split. Phrases (skills, degrees, cues) are made with the same tokenizer, so they match whatever way a name is cut.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from spacy.attrs import IS_ALPHA, NORM  # type: ignore[import-not-found]  # a compiled module, which ships no types
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from screener.document import Document

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
_REMEMBERED = 1 << 15
"""How many texts between spaces a tokenizer keeps the tokens of."""

_SIGNS = str.maketrans(dict.fromkeys("‘’ʼ`´", "'") | dict.fromkeys("“”", '"') | dict.fromkeys("‐‑‒–—−", "-"))
_PAIRS = {"''": '"', "’’": '"'}
"""Two signs that typewriters and TeX write for one."""


class ResumeTokenizer:
    """Callable `str -> Doc` over `vocab`, as `Language.tokenizer` wants it."""

    def __init__(self, vocab: Vocab) -> None:
        self.vocab = vocab
        self._keys = lru_cache(_REMEMBERED)(self._cut)

    def __call__(self, text: str) -> Doc:
        """The Doc of `text`; newlines and tabs become spaces, so `token.idx` is the offset in `text`.

        Where spaces follow each other (documents have none such) the second and later ones become tokens, as offsets must stay.
        """
        words: list[Any] = []
        spaces: list[bool] = []
        *chunks, last = text.replace("\n", " ").replace("\t", " ").split(" ")
        for keys, gaps in map(self._keys, chunks):
            words += keys
            spaces += gaps
        if last:
            keys, gaps = self._keys(last)
            words += keys
            spaces += (*gaps[:-1], False)
        return Doc(self.vocab, words=words, spaces=spaces)

    def norms(self, text: str) -> list[int]:
        """The NORM of every token in the Doc of `text`, as the vocabulary's keys, without making the Doc."""
        strings = self.vocab.strings
        *chunks, last = text.replace("\n", " ").replace("\t", " ").split(" ")
        keys = [key for chunk in (*chunks, *([last] if last else ())) for key in self._keys(chunk)[0]]
        return [strings.add(_norm(strings[key])) for key in keys]

    def first_norm(self, text: str) -> int:
        """The first of these norms; `text` is not empty and begins with no space."""
        strings = self.vocab.strings
        return strings.add(_norm(strings[self._keys(text.split(maxsplit=1)[0])[0][0]]))

    def _cut(self, chunk: str) -> tuple[tuple[int, ...], tuple[bool, ...]]:
        """The tokens of a text without spaces, as the vocabulary's keys, and for each whether a space follows: after the last one it does.

        An empty chunk stands between two spaces: the second of them is then a token of its own.
        """
        pieces = [match.group() for match in _PIECE.finditer(chunk)] or [" "]
        return tuple(map(self.vocab.strings.add, pieces)), (*(False,) * (len(pieces) - 1), bool(chunk))


def make_language() -> Language:
    """A pipeline with this tokenizer and no components yet. Of no language: those of languages bring exceptions for another tokenizer."""
    return Language(create_tokenizer=lambda nlp: make_tokenizer(nlp.vocab))


def make_tokenizer(vocab: Vocab) -> ResumeTokenizer:
    """The tokenizer for `nlp.tokenizer` and for every phrase that is to match in its docs.

    vocab: holds no words yet. Changes what it computes for a word: only IS_ALPHA and NORM, as the others (like_url, is_stop …) cost more
    than the whole tokenizing; and NORM becomes lower case with one kind of quote and hyphen.
    """
    untyped: Any = vocab
    untyped.lex_attr_getters = {IS_ALPHA: untyped.lex_attr_getters[IS_ALPHA], NORM: _norm}
    return ResumeTokenizer(vocab)


def make_doc(nlp: Language, document: Document) -> Doc:
    """The Doc over `document.text`, with equal offsets; its draft is not started yet."""
    doc = nlp.tokenizer(document.text)
    assert isinstance(doc, Doc)
    return doc


def _norm(word: str) -> str:
    return _PAIRS.get(word) or word.lower().translate(_SIGNS)

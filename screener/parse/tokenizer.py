"""Text to tokens, for résumés.

spaCy's stock tokenizer glues what résumés write without spaces (`C#/.NET`, `Python|Java`, `2015–2018`), breaks `C#`, and takes a slow
path through every text of many lines. Here a token is a piece as `taxonomy.pieces` cuts it. Phrases (skills, degrees, cues) are cut the
same way, so they match whatever way that is.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from spacy.attrs import IS_ALPHA, NORM  # type: ignore[import-not-found]  # a compiled module, which ships no types
from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from screener.document import Document
from screener.taxonomy.pieces import norm_of, pieces_of

_REMEMBERED = 1 << 15
"""How many texts between spaces a tokenizer keeps the tokens of."""


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
        return [strings.add(norm_of(strings[key])) for key in keys]

    def _cut(self, chunk: str) -> tuple[tuple[int, ...], tuple[bool, ...]]:
        """The tokens of a text without spaces, as the vocabulary's keys, and for each whether a space follows: after the last one it does.

        An empty chunk stands between two spaces: the second of them is then a token of its own.
        """
        pieces = pieces_of(chunk) or [" "]
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
    untyped.lex_attr_getters = {IS_ALPHA: untyped.lex_attr_getters[IS_ALPHA], NORM: norm_of}
    return ResumeTokenizer(vocab)


def make_doc(nlp: Language, document: Document) -> Doc:
    """The Doc over `document.text`, with equal offsets; its draft is not started yet."""
    doc = nlp.tokenizer(document.text)
    assert isinstance(doc, Doc)
    return doc

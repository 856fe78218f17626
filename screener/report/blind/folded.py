"""Text without case and accents, letter for letter: what stands at a place in it stands at the same place of the text."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


def flat(text: str) -> str:
    """`text` in small letters without accents, of the same length."""
    return "".join(map(_flat, text))


@lru_cache(maxsize=4096)
def _flat(letter: str) -> str:
    low = unicodedata.normalize("NFD", letter)[0].lower()
    return low if len(low) == 1 else letter

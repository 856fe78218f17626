"""Reports without identities: pseudonyms for files and people, and masks over all words that give somebody away."""

from screener.report.blind.names import KEY_SUFFIX, KeyEntry, key_of, key_path, pseudonyms, read_key, write_key
from screener.report.blind.pictures import draw_blinded
from screener.report.blind.screenings import Blind, blinded, blinded_ignored

__all__ = [
    "KEY_SUFFIX", "Blind", "KeyEntry", "blinded", "blinded_ignored", "draw_blinded", "key_of", "key_path", "pseudonyms", "read_key",
    "write_key",
]  # fmt: skip

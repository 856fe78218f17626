"""What reading and parsing files gave, kept between runs, so that only new files cost time; judging is never kept.

One SQLite file in a folder that its owner alone can enter. A reading is found by the file's bytes and by everything else that it
depends on (program, taxonomy, tools, options), so nothing in here can be out of date, only unused.
"""

from screener.cache.forgetting import forget_files
from screener.cache.kept import Known, Learned, Mark, Packed, mark_of, pack, settled, unpack
from screener.cache.lookup import Lookup
from screener.cache.store import DEFAULT_LIMIT, Cache, CacheSettings, Warn, open_cache

__all__ = [
    "DEFAULT_LIMIT", "Cache", "CacheSettings", "Known", "Learned", "Lookup", "Mark", "Packed", "Warn", "forget_files", "mark_of",
    "open_cache", "pack", "settled", "unpack",
]  # fmt: skip

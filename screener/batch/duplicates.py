"""Which files hold the very same bytes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from pathlib import Path

from screener.batch.worker import sha256_of
from screener.errors import UnreadableDocumentError


def same_bytes(paths: Iterable[Path]) -> frozenset[Path]:
    """Those of `paths` whose bytes another of them has too. Only files of equal size are opened; what cannot be opened is left out."""
    alike = (twin for group in _groups(paths, _size) for twin in _groups(group, sha256_of))
    return frozenset(path for group in alike for path in group)


def _size(path: Path) -> int:
    return path.stat().st_size


def _groups(paths: Iterable[Path], key: Callable[[Path], Hashable]) -> Iterator[list[Path]]:
    """The paths that share a key with another one."""
    groups: dict[Hashable, list[Path]] = defaultdict(list)
    for path in paths:
        try:
            groups[key(path)].append(path)
        except (OSError, UnreadableDocumentError):
            continue
    return (group for group in groups.values() if len(group) > 1)

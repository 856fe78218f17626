"""The names under which reports show files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def unique_names(files: Sequence[tuple[Path, str]]) -> list[str]:
    """One name for each (folder, name within it): the name within, with as many parts of the folder before it as tell equal ones apart."""
    names = [name for _, name in files]
    known = {folder: folder.resolve().parts for folder in {folder for folder, _ in files}}
    folders = [known[folder] for folder, _ in files]
    deepest = max((len(parts) for parts in known.values()), default=0)
    for depth in range(1, deepest + 1):
        counts = Counter(names)
        if all(count == 1 for count in counts.values()):
            break
        names = [
            "/".join([*parts[-depth:], within]) if counts[name] > 1 else name
            for name, parts, (_, within) in zip(names, folders, files, strict=True)
        ]
    return names

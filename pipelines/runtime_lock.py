"""The part of requirements.lock that the program needs at run time, with its hashes, for an installation without the tools of developers.

python pipelines/runtime_lock.py requirements.lock pyproject.toml [EXTRA…] > runtime.lock

Needs nothing but Python. What needs what is told by the comments `# via` of the lock.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path

_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==")


def key(requirement: str) -> str:
    """The name of a requirement, in the one way that all its spellings share."""
    found = _NAME.match(requirement.strip())
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""


def runtime_lock(lock: str, project: str, extras: Sequence[str]) -> str:
    """The entries of the lock that the project needs with these extras. Raises KeyError for an extra or a package that is not there."""
    data = tomllib.loads(project)["project"]
    wanted = {key(each) for each in data["dependencies"]}
    wanted |= {key(each) for extra in extras for each in data["optional-dependencies"][extra]}
    entries = _entries(lock)
    if missing := sorted(wanted - entries.keys()):
        raise KeyError(f"not in the lock: {', '.join(missing)}; make it anew with `make lock`")
    while more := {name for name, (_, via) in entries.items() if name not in wanted and via & wanted}:
        wanted |= more
    return "".join(text for name, (text, _) in entries.items() if name in wanted)


def _entries(lock: str) -> dict[str, tuple[str, set[str]]]:
    """Of each package its lines, and the packages that need it."""
    entries: dict[str, tuple[str, set[str]]] = {}
    for text in re.split(r"^(?=[A-Za-z0-9])", lock, flags=re.MULTILINE):
        if pin := _PIN.match(text):
            comments = text[text.index("# via") :] if "# via" in text else ""
            via = {key(line.replace("# via", "").strip(" #")) for line in comments.splitlines()}
            entries[key(pin[1])] = text, via - {""}
    return entries


if __name__ == "__main__":
    arguments = sys.argv[1:]
    try:
        print(runtime_lock(Path(arguments[0]).read_text(), Path(arguments[1]).read_text(), arguments[2:]), end="")
    except (KeyError, IndexError, OSError) as error:
        sys.exit(f"runtime_lock: {error}")

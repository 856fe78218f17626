"""The knowledge of the data files in the form that loads fastest, made once when the package is built or installed.

Reading, checking and spelling out the files takes a quarter of a second; decoding what came of that takes milliseconds. As with Python's
own compiled modules nothing depends on the copy: without it, or when a file of this folder has changed since, the files are read.
"""

from __future__ import annotations

import gc
import hashlib
import os
from collections.abc import Callable, Mapping
from functools import lru_cache, update_wrapper
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, get_type_hints

import msgspec

Known = TypeVar("Known")

COPY = Path(__file__).with_name("compiled.msgpack")
"""Where the copy lies: its own place, so that it is as trustworthy as the code beside it."""

_FOLDER = Path(__file__).parent
_MADE_OF = ("*.py", "data/*.toml", "../resume.py")
_LOADERS: dict[str, Callable[[], object]] = {}


def knowledge(load: Callable[[], Known]) -> Callable[[], Known]:
    """A loader of data files that works once a process, and spares itself the work where the copy holds what would come of it.

    load: without the copy. What it gives is made of values, mappings, tuples, frozen sets, texts and numbers.
    """
    name = f"{load.__module__.rpartition('.')[2]}.{load.__name__}"
    _LOADERS[name] = load

    def loaded() -> Known:
        kept = _copied().get(name)
        if kept is not None:
            try:
                known: Known = _decoded(kept, get_type_hints(load)["return"])
            except msgspec.DecodeError:  # the files tell the same, only slower
                pass
            else:
                return known
        return load()

    return update_wrapper(lru_cache(maxsize=1)(loaded), load)


def compile_knowledge(copy: Path = COPY) -> None:
    """Write the copy of all that the data files of the package say. Raises DataFileError with the mistakes of a wrong one."""
    for module in sorted(_FOLDER.glob("*.py")):
        import_module(f"screener.taxonomy.{module.stem}")
    known = {name: _plain(load()) for name, load in sorted(_LOADERS.items())}
    content = _digest() + msgspec.msgpack.encode({name: msgspec.msgpack.encode(value) for name, value in known.items()})
    unfinished = copy.with_suffix(f".{os.getpid()}")
    unfinished.write_bytes(content)
    unfinished.replace(copy)  # who starts meanwhile finds the old copy or the new one


@lru_cache(maxsize=1)
def _copied() -> Mapping[str, bytes]:
    """The knowledge of each loader, still encoded; nothing when there is no copy, or an old or damaged one."""
    try:
        content = COPY.read_bytes()
        digest = _digest()
        return msgspec.msgpack.decode(content[len(digest) :], type=dict[str, bytes]) if content.startswith(digest) else {}
    except (OSError, msgspec.DecodeError):
        return {}


def _decoded(content: bytes, kind: type[Known]) -> Known:
    """What `content` holds. Python's collector of garbage rests meanwhile: it would look at many new objects, and all of them stay."""
    wanted = gc.isenabled()
    gc.disable()
    try:
        return msgspec.msgpack.decode(content, type=kind)
    finally:
        if wanted:
            gc.enable()


def _digest() -> bytes:
    """What the copy was made of: the data, and the code that gives it its form."""
    digest = hashlib.blake2b(digest_size=32)
    for file in sorted(file for pattern in _MADE_OF for file in _FOLDER.glob(pattern)):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.digest()


def _plain(value: Any) -> Any:
    """The value as maps and lists, for the same bytes each time: a set has no order of its own."""
    if isinstance(value, msgspec.Struct):
        return {name: _plain(getattr(value, name)) for name in value.__struct_fields__}
    if isinstance(value, Mapping):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, (set, frozenset)):
        return sorted(map(_plain, value))
    if isinstance(value, (list, tuple)):
        return [_plain(item) for item in value]
    return value

"""The compiled copy of the knowledge: it tells what the data files tell, or nothing."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

import screener
from screener.taxonomy import compiled

PACKAGE = Path(screener.__file__).parent
LOADERS = sorted(
    (f"{module.stem}.{name}", loader)
    for module in (PACKAGE / "taxonomy").glob("*.py")
    for name, loader in vars(import_module(f"screener.taxonomy.{module.stem}")).items()
    if name.startswith("load_") and loader.__module__.endswith(f".{module.stem}")
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("compiled") / "compiled.msgpack"
    compiled.compile_knowledge(copy)
    return copy


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Makes the package use the copy that it is given."""

    def use(copy: Path) -> None:
        monkeypatch.setattr(compiled, "COPY", copy)
        compiled._copied.cache_clear()
        for _, loader in LOADERS:
            loader.cache_clear()

    yield use
    monkeypatch.undo()
    use(compiled.COPY)


def shape(value: Any) -> Any:
    """The value with its types and the order of what has one."""
    if isinstance(value, Struct):
        return type(value), tuple(shape(getattr(value, name)) for name in value.__struct_fields__)
    if isinstance(value, Mapping):
        return dict, tuple((key, shape(item)) for key, item in value.items())
    if isinstance(value, tuple):
        return tuple, tuple(map(shape, value))
    return type(value), value


@pytest.mark.parametrize(("name", "loader"), LOADERS, ids=[name for name, _ in LOADERS])
def test_the_copy_tells_what_the_files_tell(name: str, loader: Any, made: Path, use: Callable[[Path], None]) -> None:
    use(made)
    assert name in compiled._copied()
    assert shape(loader()) == shape(loader.__wrapped__())


def test_a_copy_that_is_cut_short_is_not_used(made: Path, tmp_path: Path, use: Callable[[Path], None]) -> None:
    content = made.read_bytes()
    for length in (0, 20, 32, 33, len(content) // 2, len(content) - 1):
        (tmp_path / "short").write_bytes(content[:length])
        use(tmp_path / "short")
        assert not compiled._copied()


def test_one_loader_s_damage_is_that_loader_s_alone(made: Path, use: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch) -> None:
    use(made)
    damaged = {**compiled._copied(), "dates.load_date_words": b"\x80"}
    monkeypatch.setattr(compiled, "_copied", lambda: damaged)
    loaders = dict(LOADERS)
    assert loaders["dates.load_date_words"]() == loaders["dates.load_date_words"].__wrapped__()


def python(folder: Path, program: str, **environment: str) -> str:
    """What the program prints, with the package that lies in `folder`."""
    done = subprocess.run([sys.executable, "-c", program], cwd=folder, env=os.environ | environment, capture_output=True, check=True, text=True)
    return done.stdout.strip()


def test_the_copy_has_the_same_bytes_each_time(tmp_path: Path) -> None:
    program = f"from pathlib import Path; from screener.taxonomy.compiled import *; compile_knowledge(Path({str(tmp_path)!r}, input()))"
    for seed in ("1", "2"):
        subprocess.run([sys.executable, "-c", program], cwd=PACKAGE.parent, env=os.environ | {"PYTHONHASHSEED": seed}, input=seed, text=True, check=True)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()


@pytest.mark.parametrize(("file", "change"), [("data/listed.toml", "# more\n"), ("listed.py", "# more\n"), ("../resume.py", "# more\n")])
def test_a_copy_is_not_used_once_what_it_was_made_of_has_changed(file: str, change: str, tmp_path: Path) -> None:
    shutil.copytree(PACKAGE, tmp_path / "screener", ignore=shutil.ignore_patterns("__pycache__", "*.msgpack"))
    python(tmp_path, "from screener.taxonomy.compiled import *; compile_knowledge()", PYTHONPATH=str(tmp_path))
    count = "from screener.taxonomy import compiled; print(compiled.__file__, len(compiled._copied()))"
    before = python(tmp_path, count, PYTHONPATH=str(tmp_path)).split()
    with (tmp_path / "screener" / "taxonomy" / file).open("a") as stream:
        stream.write(change)
    after = python(tmp_path, count, PYTHONPATH=str(tmp_path)).split()
    assert before == [str(tmp_path / "screener/taxonomy/compiled.py"), str(len(LOADERS))]
    assert after[1] == "0"

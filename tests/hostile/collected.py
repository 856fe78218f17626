"""Every regular expression of the package, also those that are put together at run time from the taxonomy, with the place that makes it.

`python -m tests.hostile.collected` writes them as JSON: in a process of its own, for what is compiled while a module is loaded has to be
seen too. A place that makes expressions and was never reached is named, so that none is forgotten.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_PACKAGE = ROOT / "screener"
_CALLS = frozenset(("compile", "search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"))
_STAY = frozenset(("match", "fullmatch"))


@dataclass(frozen=True, slots=True)
class Expression:
    """place: file and line of the package. searched: it is looked for anywhere in a text, and not only where it stands."""

    place: str
    pattern: str
    flags: int
    searched: bool


@dataclass(frozen=True, slots=True)
class Collected:
    """unseen: places that make expressions and were not reached."""

    expressions: tuple[Expression, ...]
    unseen: tuple[str, ...]


@lru_cache
def collected() -> Collected:
    """The expressions, from a process of its own."""
    run = subprocess.run([sys.executable, "-m", "tests.hostile.collected"], cwd=ROOT, capture_output=True, check=True, text=True)
    told = json.loads(run.stdout)
    return Collected(tuple(Expression(*each) for each in told["expressions"]), tuple(told["unseen"]))


@dataclass(frozen=True, slots=True)
class _Call:
    """A call of the module `re` in the source: its lines, which function, the name that it is given to, its pattern if that stands there."""

    first: int
    last: int
    function: str
    name: str
    constant: str | bytes | None
    variable: str
    flags: int


def _calls(source: str) -> Iterator[_Call]:
    tree = ast.parse(source)
    names = {
        id(part): _target(node)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value
        for part in ast.walk(node.value)
    }
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CALLS and _is_name(node.func.value, "re")):
            continue
        first = node.args[0]
        constant = first.value if isinstance(first, ast.Constant) and isinstance(first.value, str | bytes) else None
        variable = first.id if isinstance(first, ast.Name) else ""
        yield _Call(node.lineno, node.end_lineno or node.lineno, node.func.attr, names.get(id(node), ""), constant, variable, _flags(node))


def _flags(call: ast.Call) -> int:
    """The flags, where they are written out."""
    found = 0
    for part in [*call.args[1:], *(keyword.value for keyword in call.keywords)]:
        for node in ast.walk(part):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "re":
                found |= int(getattr(re, node.attr))
    return found


def _is_searched(call: _Call, source: str) -> bool:
    """Whether the expression is looked for anywhere; so it is thought of one whose use is not plain to see."""
    if call.function != "compile":
        return call.function not in _STAY
    tree = ast.parse(source)
    uses = set(re.findall(rf"\b{re.escape(call.name)}\.(\w+)", source)) if call.name else set()
    holders = {call.name, *(_target(node) for node in tree.body if any(_is_name(part, call.name) for part in ast.walk(node)))}
    loops = [node for node in ast.walk(tree) if isinstance(node, ast.For | ast.comprehension) and any(_is_name(node.iter, name) for name in holders)]
    for loop in loops:
        targets = {part.id for part in ast.walk(loop.target) if isinstance(part, ast.Name)}
        uses |= {found for target in targets for found in re.findall(rf"\b{target}\.(\w+)\(", source) if found in _CALLS}
    return not uses or not uses <= _STAY


def _is_name(node: ast.AST, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name and bool(name)


def _target(statement: ast.stmt) -> str:
    """The name that a statement of the module gives a value to."""
    target = statement.targets[0] if isinstance(statement, ast.Assign) else statement.target if isinstance(statement, ast.AnnAssign) else None
    return target.id if isinstance(target, ast.Name) else ""


def _record() -> dict[str, dict[int, set[tuple[str, int]]]]:
    """From now on, what the package compiles: file → line → patterns with their flags."""
    seen: dict[str, dict[int, set[tuple[str, int]]]] = {}
    compile_ = re._compile  # type: ignore[attr-defined] # all functions of the module go through it

    def recording(pattern: Any, flags: Any) -> Any:
        made = compile_(pattern, flags)
        frame = sys._getframe(1)
        while frame.f_back is not None and "/re/" in frame.f_code.co_filename:
            frame = frame.f_back
        if frame.f_code.co_filename.startswith(str(_PACKAGE)) and isinstance(made.pattern, str | bytes):
            seen.setdefault(frame.f_code.co_filename, {}).setdefault(frame.f_lineno, set()).add((_as_text(made.pattern), made.flags))
        return made

    re._compile = recording  # type: ignore[attr-defined] # as above
    return seen


def _as_text(pattern: str | bytes) -> str:
    return pattern if isinstance(pattern, str) else pattern.decode("latin-1")


def _reach_all() -> None:
    """Load every module, and call what makes expressions when it is first asked for them."""
    for module in pkgutil.walk_packages([str(_PACKAGE)], "screener."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    for name in sorted(sys.modules):
        if name.startswith("screener."):
            for value in list(vars(sys.modules[name]).values()):
                if hasattr(value, "cache_info") and not inspect.signature(value).parameters:
                    value()
    from screener.parse import build_parser, phrases
    from screener.report.blind import home, mask

    build_parser()
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789":
        phrases._lists_with(letter)
    mask._pattern(("mira", "testova"))
    list(home.named("leeds", "Leeds", "leeds"))


def _module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def main() -> None:
    seen = _record()
    _reach_all()
    expressions: list[tuple[str, str, int, bool]] = []
    unseen: list[str] = []
    for path in sorted(_PACKAGE.rglob("*.py")):
        source, lines = path.read_text(encoding="utf-8"), seen.get(str(path), {})
        for call in _calls(source):
            place = f"{path.relative_to(ROOT).as_posix()}:{call.first} {call.name}".rstrip()
            found = {each for line, patterns in lines.items() if call.first <= line <= call.last for each in patterns}
            constant = call.constant if call.constant is not None else getattr(sys.modules.get(_module(path)), call.variable, None)
            if not found and isinstance(constant, str | bytes):
                made = re.compile(constant, call.flags)
                found = {(_as_text(made.pattern), made.flags)}
            expressions += [(place, pattern, flags, _is_searched(call, source)) for pattern, flags in sorted(found)]
            unseen += [] if found else [place]
    json.dump({"expressions": expressions, "unseen": unseen}, sys.stdout)


if __name__ == "__main__":
    main()

"""One target under Atheris: `python -m tests.fuzz.one TARGET [libFuzzer options] FOLDER…`. Meant for `python -m tests.fuzz`."""

from __future__ import annotations

import sys

import atheris

# What is imported under this is watched: which lines an input reaches decides whether it is kept and changed further.
with atheris.instrument_imports(include=["screener"]):
    from tests.fuzz.targets import TARGETS


def main(arguments: list[str]) -> None:
    target = TARGETS[arguments[1]]
    atheris.Setup([arguments[0], *arguments[2:]], target.run)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv)

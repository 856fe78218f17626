"""Makes the kept files anew with the programs that this machine has: `python -m tests.hard_cases [CASE…]`."""

from __future__ import annotations

import sys

from tests.hard_cases.cases import KEPT, kept_cases
from tests.hard_cases.makers import AT_HAND, MAKERS


def main(wanted: list[str]) -> None:
    for case in kept_cases():
        if case.maker in AT_HAND or (wanted and case.name not in wanted):
            continue
        make, suffix = MAKERS[case.maker]
        try:
            made = make(case.source)
        except (FileNotFoundError, ImportError, OSError) as error:
            print(f"{case.id}: kept as it is, {case.maker} can't run here ({type(error).__name__})")
            continue
        (KEPT / f"{case.id}.{suffix}").write_bytes(made)


if __name__ == "__main__":
    main(sys.argv[1:])

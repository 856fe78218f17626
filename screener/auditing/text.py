"""An audit as text, 80 columns wide: outcome and scores in full, of each requirement the group with the lowest ratio."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from screener.auditing.audit import Audit, Table
from screener.auditing.rates import GroupRate
from screener.auditing.words import (
    ASSUMPTIONS,
    attributes_in_words,
    category_in_words,
    facts,
    measure_in_words,
    p_value,
    percent,
    ratio,
    remarks,
    unknown_in_words,
)

_WIDTH = 80
_NAME = 26


def as_text(audit: Audit) -> str:
    """The audit, its lines at most 80 characters long."""
    lines = [wrapped for name, value in facts(audit) for wrapped in _wrapped(f"{name}: {value}", 2)]
    for table in audit.tables:
        if table.measure.kind != "requirement":
            lines += ["", f"{measure_in_words(table.measure, audit)}, by {attributes_in_words(table.attributes)}", *_group_lines(table)]
    for attributes in dict.fromkeys(table.attributes for table in audit.tables):
        lines += ["", f"Each requirement, by {attributes_in_words(attributes)}: the group with the lowest ratio"]
        lines += _requirement_lines([table for table in audit.tables if table.attributes == attributes])
    lines.append("")
    for assumption in ASSUMPTIONS:
        lines += _wrapped(assumption, 0)
    return "\n".join(lines) + "\n"


def _group_lines(table: Table) -> Iterator[str]:
    yield f"  {'group':{_NAME}} {'people':>6} {'selected':>8} {'rate':>8} {'ratio':>6}  {'p'}"
    for rate in table.rates:
        cells = f"{rate.people:>6} {rate.selected:>8} {percent(rate):>8} {ratio(rate):>6}  {p_value(rate) or _no_p(rate)}"
        yield f"  {_cut(category_in_words(rate.category))} {cells}".rstrip()
        if told := remarks(rate):
            yield from _wrapped(f"! {told}", 4)
    yield f"  ({unknown_in_words(table)})"


def _requirement_lines(tables: list[Table]) -> Iterator[str]:
    yield f"  {'requirement':{_NAME}} {'ratio':>6}  {'p':16}  group"
    for table in tables:
        ranked = [rate for rate in table.rates if rate.impact_ratio is not None]
        if table.measure.kind != "requirement" or not ranked:
            continue
        lowest = min(ranked, key=lambda rate: rate.impact_ratio or 0.0)
        name = category_in_words(lowest.category)
        mark = " !" if lowest.below_four_fifths else ""
        room = _WIDTH - _NAME - 29 - len(mark)
        shown = name if len(name) <= room else name[: room - 1] + "…"
        yield f"  {_cut(table.measure.id)} {ratio(lowest):>6}  {p_value(lowest):16}  {shown}{mark}"


def _no_p(rate: GroupRate) -> str:
    return "highest rate" if rate.highest else ""


def _cut(text: str) -> str:
    return text.ljust(_NAME) if len(text) <= _NAME else text[: _NAME - 1] + "…"


def _wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * (indent + 2))

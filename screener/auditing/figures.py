"""An audit as JSON: all its figures, nobody's name or file."""

from __future__ import annotations

from typing import Any

from screener.auditing.audit import Audit, Table
from screener.auditing.rates import GroupRate
from screener.report.jsonl import json_document


def as_json(audit: Audit) -> bytes:
    """The figures, indented."""
    run = audit.run
    counts = ("judged", "unreadable", "without_row", "unmatched", "duplicates", "median", "selected", "on")
    role = {"id": run.role_id, "version": run.role_version, "title": run.role_title}
    about = {"role": role, "program": run.program, "as_of": run.as_of, **{name: getattr(audit, name) for name in counts}}
    return json_document(about | {"tables": [_table(table) for table in audit.tables]})


def _table(table: Table) -> dict[str, Any]:
    rates = [_rate(rate) for rate in table.rates]
    return {"measure": table.measure, "attributes": table.attributes, "unknown": table.unknown, "groups": rates}


def _rate(rate: GroupRate) -> dict[str, Any]:
    return {
        "category": rate.category, "people": rate.people, "selected": rate.selected, "rate": rate.rate, "impact_ratio": rate.impact_ratio,
        "below_four_fifths": rate.below_four_fifths, "highest": rate.highest, "set_apart": rate.set_apart,
        "significance": rate.significance, "warnings": rate.warnings,
    }  # fmt: skip

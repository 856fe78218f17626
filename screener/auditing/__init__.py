"""Adverse impact of a run on groups of people, from a file of groups that screening never opens. No clock, no screen."""

from screener.auditing.audit import Audit, Measure, Table, audit_run
from screener.auditing.figures import as_json
from screener.auditing.groups import Groups, read_groups
from screener.auditing.page import as_html
from screener.auditing.people import JudgedPerson, JudgedRun, read_judged
from screener.auditing.rates import GroupRate, rates_of
from screener.auditing.text import as_text
from screener.auditing.workbook import write_xlsx

__all__ = [
    "Audit", "GroupRate", "Groups", "JudgedPerson", "JudgedRun", "Measure", "Table", "as_html", "as_json", "as_text", "audit_run",
    "rates_of", "read_groups", "read_judged", "write_xlsx",
]  # fmt: skip

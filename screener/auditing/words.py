"""The words of an audit, the same in the table, the page and the workbook."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from screener.auditing.audit import Audit, Measure, Table
from screener.auditing.groups import RACE, SEX
from screener.auditing.rates import SMALL_GROUP, Category, GroupRate
from screener.report.cells import printable

_ATTRIBUTES = {SEX: "sex", RACE: "race/ethnicity"}
_WARNINGS = {"small-group": f"fewer than {SMALL_GROUP} people", "one-person": "one person more would reach 0.80"}
_TESTS = {"fisher": "Fisher", "z": "z-test"}
ASSUMPTIONS = (
    "Impact ratio: the rate of a group divided by the highest rate of any group. Below 0.80 the four-fifths rule of the Uniform Guidelines "
    "(29 CFR 1607.4 D) takes it as a sign of adverse impact; it is neither proof of discrimination nor, above, of its absence.",
    "p: how often chance alone would give a difference so large or larger, two-sided. Fisher's exact test takes the totals as given. The "
    "z-test of two proportions (pooled variance, no correction for continuity) is used where at least 5 are expected in every cell. Both "
    "assume that people are judged independently of each other. The group with the highest rate was chosen after looking and many groups "
    "are compared, so that one in twenty such values lies below 0.05 by chance, and more.",
    "A group below 2 % of the people whose group is known is set apart: its rate is shown, but its impact ratio is not worked out and it "
    "is no measure for others, because a rate of so few tells little (6 RCNY § 5-301).",
    f"Warnings: a rate of fewer than {SMALL_GROUP} people swings widely; where one person judged otherwise would lift a ratio to 0.80, "
    "the finding hangs on that person.",
    "Groups are those of the file of groups, never inferred from names, pictures or schools.",
)


def attributes_in_words(attributes: tuple[str, ...]) -> str:
    """As in `sex and race/ethnicity`."""
    return " and ".join(_ATTRIBUTES.get(name, printable(name.replace("_", " "))) for name in attributes)


def category_in_words(category: Category) -> str:
    """As in `Female · Asian`."""
    return " · ".join(printable(part) for part in category)


def measure_in_words(measure: Measure, audit: Audit) -> str:
    """What counts as selected, in a sentence without its stop."""
    outcomes = " or ".join(audit.selected)
    if measure.kind == "score":
        return f"Score above the median of {audit.median:g}" if audit.median is not None else "Score above the median"
    if measure.kind == "requirement":
        return f"Requirement {printable(measure.id)} ({measure.importance})"
    return f"Overall: {outcomes}"


def rate_word(table: Table) -> str:
    """What the law calls the rate of this table."""
    return "scoring rate" if table.measure.kind == "score" else "selection rate"


def percent(rate: GroupRate) -> str:
    """The rate with one decimal, halves up."""
    return f"{_rounded(100 * rate.selected / Decimal(rate.people), '0.1')} %"


def ratio(rate: GroupRate) -> str:
    """The impact ratio with two decimals; as many more as show that it is below 0.80; `–` where there is none."""
    if rate.impact_ratio is None:
        return "–"
    exact = Decimal(repr(rate.impact_ratio))
    for places in ("0.01", "0.001", "0.0001", "0.00001"):
        shown = _rounded(exact, places)
        if not (rate.below_four_fifths and shown >= Decimal("0.8")):
            break
    return str(shown)


def p_value(rate: GroupRate) -> str:
    """As in `0.031 (Fisher)`; empty where nothing was compared."""
    if rate.significance is None:
        return ""
    p = rate.significance.p_value
    return f"{'< 0.001' if p < 0.001 else f'{p:.3f}'} ({_TESTS[rate.significance.test]})"


def remarks(rate: GroupRate) -> str:
    """What must be known of a group's figures."""
    told = ["set apart: below 2 %"] if rate.set_apart else []
    told += ["below four fifths"] if rate.below_four_fifths else []
    told += [_WARNINGS[warning] for warning in rate.warnings]
    return "; ".join(told)


def unknown_in_words(table: Table) -> str:
    """How many people are not in a table."""
    people = "1 person" if table.unknown == 1 else f"{table.unknown} people"
    return f"{people} with an unknown {attributes_in_words(table.attributes)} not included" if table.unknown else "nobody unknown"


def facts(audit: Audit) -> tuple[tuple[str, str], ...]:
    """What the audit rests on, as (name, value)."""
    run = audit.run
    lines = [
        ("Role", f"{run.role_title or run.role_id} ({run.role_id}, version {run.role_version})"),
        ("Program", f"screen {run.program}, judged as of {run.as_of.isoformat()}"),
        ("Date of the audit", audit.on.isoformat()),
        ("People judged", str(audit.judged)),
        ("Selected", f"those whose outcome is {' or '.join(audit.selected)}"),
        ("Not judged", f"{audit.unreadable} unreadable files, in no table"),
    ]
    counted = (
        ("Not in the file of groups", audit.without_row),
        ("Rows of it without a file of the run", audit.unmatched),
        ("People with another file in the run", audit.duplicates),
    )
    return (*((name, printable(value)) for name, value in lines), *((name, str(count)) for name, count in counted if count))


def _rounded(value: Decimal, places: str) -> Decimal:
    return value.quantize(Decimal(places), ROUND_HALF_UP)

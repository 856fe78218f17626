"""The truth about a folder of sources, as the CSV that the evaluation reads: one row a file."""

import csv
import io
from collections.abc import Iterable

from samples.maker.source import Source
from samples.maker.years import years

COLUMNS = (
    "file",
    "language",
    "readable",
    "resume",
    "degree_level",
    "degree_in_progress",
    "degree_related",
    "years_experience",
    "years_backend",
    "skills",
    "skills_optional",
    "outcome",
    "note",
    "layout",
    "producer",
)


def truth_csv(sources: Iterable[Source]) -> str:
    """The rows in order of file name; cells with alternatives hold them joined by `|`."""
    rows = sorted((truth_row(source) for source in sources), key=lambda row: row["file"])
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def truth_row(source: Source) -> dict[str, str]:
    """What is true of one file. `jobs` are [first, last, kind]; kinds: backend, other, internship."""
    truth = source.truth
    jobs = [(str(start), str(end), str(kind)) for start, end, kind in truth.get("jobs", [])]
    return {
        "file": source.look.file,
        "language": truth.get("language", "en"),
        "readable": truth.get("readable", "yes"),
        "resume": truth.get("resume", "yes"),
        "degree_level": truth.get("degree", ""),
        "degree_in_progress": truth.get("in_progress", ""),
        "degree_related": truth.get("related", ""),
        "years_experience": truth.get("years", years(jobs)),
        "years_backend": truth.get("years_backend", years(jobs, frozenset({"backend"}))),
        "skills": ";".join(sorted(truth.get("skills", []))),
        "skills_optional": ";".join(sorted(truth.get("optional", []))),
        "outcome": truth["outcome"],
        "note": _note(jobs, truth),
        "layout": _layout(source),
        "producer": source.look.producer,
    }


def _layout(source: Source) -> str:
    """How the page is arranged, for results by layout: what is in `look`, or text boxes, or a table when most lines are rows of one."""
    if source.look.producer == "raw-docx" and (source.region("box") or source.region("side")):
        return "text-boxes"
    main = [block.kind for block in source.region("main") if block.kind != "heading"]
    return "table" if 2 * main.count("row") > len(main) else source.look.layout


def _note(jobs: list[tuple[str, str, str]], truth: dict[str, object]) -> str:
    parts = [f"{start}..{end} {kind}" if start != end else f"{start} {kind}" for start, end, kind in jobs]
    if "claims" in truth:
        parts.append(f"claims {truth['claims']}")
    if "note" in truth:
        parts.append(str(truth["note"]))
    return "; ".join(parts)

"""The order in which a person reads the segments of a page, joined into rows."""

from __future__ import annotations

from screener.extract.pdf.rows import Row, Segment, level


def rows_of(segments: list[Segment], _width: float) -> list[Row]:
    """Segments in content order as rows: neighbours on one line, from left to right, become one row."""
    rows: list[Row] = []
    for segment in segments:
        last = rows[-1].segments[-1] if rows else None
        if last is not None and not last.hyphen and level(last, segment) and segment.x0 >= last.x1:
            rows[-1].segments.append(segment)
        else:
            rows.append(Row([segment]))
    return rows

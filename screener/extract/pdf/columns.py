"""Pages of two columns that were written row by row, as the export of a table does it: read the left column first, then the right one.

A gap down the page alone shows nothing: tables of labels and values have one too, and so have flush-right dates. Only where both sides
carry section headings are they columns.
"""

from __future__ import annotations

from collections import Counter

from screener.extract.pdf.rows import Row, Segment
from screener.taxonomy.headings import load_headings

_MIN_PAIRS = 3
_EDGE = 3.0  # points


def columns_apart(rows: list[Row]) -> list[Row]:
    """The rows with those of an interleaved pair of columns put one column after the other."""
    edge = _column_edge(rows)
    if edge is None:
        return rows
    done: list[Row] = []
    band: list[Row] = []
    for row in rows:
        across = any(segment.x0 < edge - _EDGE and segment.x1 > edge + _EDGE for segment in row.segments)
        if across or (len(row.segments) > 1 and not any(abs(segment.x0 - edge) <= _EDGE for segment in row.segments)):
            done += _one_after_the_other(band, edge)
            done.append(row)
            band = []
        else:
            band.append(row)
    return done + _one_after_the_other(band, edge)


def _column_edge(rows: list[Row]) -> float | None:
    """The left edge of a right column whose rows alternate with those of a left one; None when there is none."""
    pairs = [row for row in rows if len(row.segments) == 2]
    if len(pairs) < _MIN_PAIRS:
        return None
    [(key, count)] = Counter(round(row.segments[1].x0 / _EDGE) for row in pairs).most_common(1)
    if count < _MIN_PAIRS:
        return None
    edge = key * _EDGE
    right = [segment for row in rows for segment in row.segments if abs(segment.x0 - edge) <= _EDGE]
    left = [segment for row in rows for segment in row.segments if segment.x1 < edge]
    return edge if any(map(is_heading, right)) and any(map(is_heading, left)) else None


def is_heading(segment: Segment) -> bool:
    """Whether a segment is set like a heading and says what headings say."""
    text = segment.text
    known = load_headings()
    words = text.lower().strip(" :")
    return (text.isupper() or segment.words[0].bold) and words in known.kinds and words not in known.weak


def _one_after_the_other(band: list[Row], edge: float) -> list[Row]:
    """A band of rows as its left column and then its right one; as it is where only one side is written on."""
    paired = [index for index, row in enumerate(band) if len(row.segments) > 1 and row.x1 > edge]
    if not paired:
        return band
    first = paired[0]
    left = [Row([s for s in row.segments if s.x0 < edge - _EDGE]) for row in band[first:]]
    right = [Row([s for s in row.segments if s.x0 >= edge - _EDGE]) for row in band[first:]]
    return band[:first] + [row for row in left if row.segments] + [row for row in right if row.segments]

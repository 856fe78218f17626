"""Headings in the margin, beside the text that they stand for, with no more than a space between the two: "Education MSc Geology".

The lines below show where the text begins; what says a heading, or is set otherwise, up to just there is a piece of its own.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import cache

from screener.extract.pdf.rows import Segment
from screener.taxonomy.headings import load_headings

_MIN_LINES = 2
_MOST_WORDS = 4
_LEAST_GAP = 0.2  # of the line's height


def labels_apart(segments: list[Segment]) -> list[Segment]:
    """The segments, with those cut in two that run a heading in the margin and the text beside it together."""
    first_words = _first_words()
    if not any(len(segment.words) > 1 and segment.words[0].text.lower().strip(":") in first_words for segment in segments):
        return segments
    edges = Counter(round(segment.x0) for segment in segments)
    done: list[Segment] = []
    for segment in segments:
        count = _label_words(segment, edges) if segment.words[0].text.lower().strip(":") in first_words else 0
        if count:
            label, text = segment.words[:count], segment.words[count:]
            done += [replace(segment, words=label, x1=label[-1].x1), replace(segment, words=text, x0=text[0].x0)]
        else:
            done.append(segment)
    return done


@cache
def _first_words() -> frozenset[str]:
    """The words that headings begin with."""
    return frozenset(heading.split()[0] for heading in load_headings().kinds if heading)


def _label_words(segment: Segment, edges: Counter[int]) -> int:
    """How many words at the start of a segment are a heading in the margin; 0 for none."""
    words = segment.words
    for count in range(1, min(_MOST_WORDS + 1, len(words))):
        x0 = words[count].x0
        if x0 - words[count - 1].x1 < _LEAST_GAP * segment.height:
            continue
        lines = sum(edges[round(x0) + step] for step in (-1, 0, 1))
        if lines >= _MIN_LINES and _is_label(segment, count):
            return count
    return 0


def _is_label(segment: Segment, count: int) -> bool:
    """Whether the first words are set apart from the others, and say what headings say."""
    label, first = segment.words[:count], segment.words[count]
    said = " ".join([word.text for word in label])
    apart = label[0].bold != first.bold or said.endswith(":") or (said.isupper() and not first.text.isupper())
    return apart and said.lower().strip(" :") in load_headings().kinds

"""Text that a page writes but may not show: cut off by a clipping path, in a layer that is switched off, or inside a form of its own."""

from __future__ import annotations

import ctypes
from collections.abc import Collection, Sequence

from screener.extract.pdf import calls

_MAX_PATHS, _MAX_POINTS = 8, 24
_SLACK = 0.5  # points
_LAYER = "OC".encode("utf-16-le")
_SOME_LAYERS = 200  # text objects with marks that are looked at: a page with layers has one among them, or hides little

_bounds = (ctypes.c_float * 4)()
_bound_addresses = tuple(ctypes.addressof(_bounds) + 4 * index for index in range(4))
_point = (ctypes.c_float * 2)()
_point_addresses = (ctypes.addressof(_point), ctypes.addressof(_point) + 4)
_name = ctypes.create_string_buffer(8)
_name_length = ctypes.c_ulong()

Sides = tuple[float, float, float, float]


def doubtful_objects(text_objects: Sequence[int], on_page: Collection[int]) -> dict[int, str]:
    """Place in `text_objects` → why it may not be seen (a reason of `HiddenText`), for those where only a drawing can tell.

    on_page: the text objects that stand on the page itself; the others stand inside a form.
    """
    clips = list(map(calls.clip_path, text_objects))
    found = {k: "covered" for k, item in enumerate(text_objects) if calls.clip_count(clips[k]) > 0 and _is_cut(item, clips[k])}
    found |= {k: "invisible" for k, item in enumerate(text_objects) if item not in on_page}
    marked = [k for k, count in enumerate(map(calls.mark_count, text_objects)) if count > 0]
    if any(_in_layer(text_objects[k]) for k in marked[:: 1 + len(marked) // _SOME_LAYERS]):
        found |= {k: "invisible" for k in marked if _in_layer(text_objects[k])}
    return found


def _is_cut(item: int, clip: int) -> bool:
    """Whether an object is not wholly inside of its clipping paths, as far as their boxes tell."""
    if not calls.object_bounds(item, *_bound_addresses):
        return False
    left, bottom, right, top = _bounds
    for number in range(min(calls.clip_count(clip), _MAX_PATHS)):
        box = _path_box(clip, number)
        inside = box[0] - _SLACK <= left and box[1] - _SLACK <= bottom and right <= box[2] + _SLACK and top <= box[3] + _SLACK
        if not inside:
            return True
    return False


def _path_box(clip: int, number: int) -> Sides:
    """left, bottom, right, top of a clipping path; the whole plane for one of too many points."""
    count = calls.clip_segment_count(clip, number)
    if count <= 0 or count > _MAX_POINTS:
        return (float("-inf"), float("-inf"), float("inf"), float("inf"))
    xs, ys = [], []
    for index in (0, 2) if count in (4, 5) else range(count):  # two corners of a rectangle tell it
        if calls.segment_point(calls.clip_segment(clip, number, index), *_point_addresses):
            xs.append(_point[0])
            ys.append(_point[1])
    return (min(xs), min(ys), max(xs), max(ys)) if xs else (float("-inf"), float("-inf"), float("inf"), float("inf"))


def _in_layer(item: int) -> bool:
    """Whether one of the marks around an object puts it into a layer."""
    for index in range(calls.mark_count(item)):
        known = calls.mark_name(calls.mark(item, index), ctypes.addressof(_name), 8, ctypes.addressof(_name_length))
        if known and _name.raw[: _name_length.value].rstrip(b"\0") == _LAYER.rstrip(b"\0"):
            return True
    return False

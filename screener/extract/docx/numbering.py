"""Lists: whether a paragraph is an item of one."""

from __future__ import annotations

from dataclasses import dataclass, field

from screener.extract.docx.xml import Element, W, number, val


@dataclass(slots=True)
class Numbering:
    """Which (numId, level) show a mark in front of their paragraphs."""

    root: Element | None
    _formats: dict[tuple[str, int], str] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        if self.root is None:
            return
        abstract = {element.get(W + "abstractNumId", ""): _level_formats(element) for element in self.root.iterfind(W + "abstractNum")}
        for num in self.root.iterfind(W + "num"):
            number_id = num.get(W + "numId", "")
            levels = dict(abstract.get(val(num.find(W + "abstractNumId")) or "", {}))
            for override in num.iterfind(W + "lvlOverride"):
                levels.update(_level_formats(override))
            self._formats.update({(number_id, level): kind for level, kind in levels.items()})

    def marks(self, numbering: tuple[str, int]) -> bool:
        """Whether an item of that list and level has a bullet or number in front."""
        number_id, _ = numbering
        return number_id != "0" and self._formats.get(numbering, "bullet") != "none"


def _level_formats(element: Element) -> dict[int, str]:
    return {int(number(level.get(W + "ilvl")) or 0): val(level.find(W + "numFmt")) or "decimal" for level in element.iterfind(W + "lvl")}

"""The impact of a role as a drawing: one bar a requirement, parted into met, unclear and not met."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from screener.comparing.impact import Impact, RequirementImpact

_PARTS = (("met", "#2f855a", "█"), ("unclear", "#d69e2e", "▒"), ("not_met", "#c53030", "░"))
_LEFT, _WIDTH, _RIGHT = 250, 420, 130
_ROW, _BAR, _TOP = 26, 16, 76
_LONGEST_NAME = 34


def as_bars(requirement: RequirementImpact, width: int) -> list[tuple[str, str]]:
    """The bar of a requirement in `width` characters: (part, characters) for met, unclear and not met; each person counts."""
    total = requirement.met + requirement.unclear + requirement.not_met
    bars, drawn, counted = [], 0, 0
    for name, _, character in _PARTS:
        counted += getattr(requirement, name)
        end = round(width * counted / total) if total else 0
        bars.append((name, character * (end - drawn)))
        drawn = end
    return bars


def as_svg(impact: Impact) -> str:
    """The whole drawing as SVG: no script, no link, no outside font."""
    rows = [each for each in impact.requirements if each.importance != "note"]
    width, height = _LEFT + _WIDTH + _RIGHT, _TOP + _ROW * len(rows) + 14
    title = f"{impact.title}: what each requirement does to {impact.people} people"
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" '
        f'aria-labelledby="title" font-family="system-ui, sans-serif" font-size="13">',
        f'<title id="title">{_shown(title)}</title>',
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text x="16" y="26" font-size="16" font-weight="600" fill="#1a202c">{_shown(impact.title)}</text>',
        *_legend(impact),
    ]
    for number, requirement in enumerate(rows):
        lines += _bar(requirement, _TOP + _ROW * number, impact.people)
    return "\n".join([*lines, "</svg>"]) + "\n"


def _legend(impact: Impact) -> Iterator[str]:
    told = f"{impact.role}, version {impact.version}, as of {impact.as_of.isoformat()}: {impact.people} people"
    yield f'<text x="16" y="48" fill="#4a5568">{_shown(told)}</text>'
    for place, (name, colour, _) in enumerate(_PARTS):
        x = _LEFT + place * 90
        yield f'<rect x="{x}" y="56" width="10" height="10" fill="{colour}"/>'
        yield f'<text x="{x + 15}" y="65" font-size="11" fill="#4a5568">{name.replace("_", " ")}</text>'
    yield f'<text x="{_LEFT + _WIDTH + 10}" y="65" font-size="11" fill="#4a5568">removes alone</text>'


def _bar(requirement: RequirementImpact, top: int, people: int) -> Iterator[str]:
    weight = ' font-weight="600"' if requirement.importance == "required" else ""
    middle = top + _BAR - 4
    name = requirement.id if len(requirement.id) <= _LONGEST_NAME else requirement.id[: _LONGEST_NAME - 1] + "…"
    yield f'<text x="{_LEFT - 10}" y="{middle}" text-anchor="end" fill="#1a202c"{weight}>{_shown(name)}</text>'
    x = float(_LEFT)
    for part, colour, _ in _PARTS:
        count = getattr(requirement, part)
        width = _WIDTH * count / people if people else 0.0
        if count:
            told = f"{count} {part.replace('_', ' ')}"
            yield f'<rect x="{x:.1f}" y="{top}" width="{width:.1f}" height="{_BAR}" fill="{colour}"><title>{told}</title></rect>'
            if width > 16:
                yield f'<text x="{x + width / 2:.1f}" y="{middle}" text-anchor="middle" font-size="11" fill="#ffffff">{count}</text>'
        x += width
    if requirement.removes:
        yield f'<text x="{_LEFT + _WIDTH + 10}" y="{middle}" font-weight="600" fill="#c53030">{len(requirement.removes)}</text>'


def _shown(text: str) -> str:
    return escape("".join(letter for letter in text if letter.isprintable()))

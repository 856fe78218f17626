"""PDF by Typst (its compiler comes from the package index): one column, or a grid with a narrow column."""

import re
import tempfile
from pathlib import Path

import typst

from samples.maker.source import BOLD, Block, Source, spaced

FONTS = {"sans": "DejaVu Sans Mono", "serif": "Libertinus Serif", "modern": "New Computer Modern"}
SPECIAL = re.compile(r"([\\#$*_`<>@\[\]~/=+\-])")


def make(source: Source) -> bytes:
    """The PDF's bytes; fonts are the compiler's own, so that the machine's don't matter."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.typ"
        page.write_text(_page(source), encoding="utf-8")
        return bytes(typst.Compiler(page, ignore_system_fonts=True).compile(format="pdf", timestamp=0))


def _page(source: Source) -> str:
    look, made = source.look, source.look.made
    justify = str("justified" in look.options).lower()
    language = source.truth.get("language", "en")
    date = f"datetime(year: {made.year}, month: {made.month}, day: {made.day}, hour: 9, minute: 0, second: 0)"
    head = (
        f'#set document(date: {date})\n#set page(paper: "a4", margin: 17mm)\n'
        f'#set text(font: "{FONTS[look.font]}", size: {look.size}pt, lang: "{language}")\n'
        f"#set par(leading: 0.55em, spacing: 0.6em, justify: {justify})\n#set list(marker: [{look.bullet}])\n"
    )
    if source.region("side"):
        side, main = _region(source, "side"), _region(source, "main")
        cells = (side, main) if look.layout == "sidebar-left" else (main, side)
        widths = "30%, 1fr" if look.layout == "sidebar-left" else "1fr, 30%"
        return f"{head}{_region(source, 'head')}\n#grid(columns: ({widths}), column-gutter: 8mm, [{cells[0]}], [{cells[1]}])\n"
    if source.region("left"):
        columns = f"{_region(source, 'left')}\n#colbreak()\n{_region(source, 'right')}"
        return f"{head}{_region(source, 'head')}\n#columns(2, gutter: 8mm)[{columns}]\n"
    return head + _region(source, "head") + _region(source, "main")


def _region(source: Source, region: str) -> str:
    return "\n".join(_markup(block, source) for block in source.region(region)) + "\n"


def _markup(block: Block, source: Source) -> str:
    accent = source.look.accent
    text = _inline(block.text)
    right = f" #h(1fr) {_inline(block.right)}" if block.right else ""
    if block.kind == "heading":
        shape = {"spaced": spaced, "upper": str.upper, "rule": str.upper}.get(source.look.heading, str)
        rule = f'#v(-4pt)#line(length: 100%, stroke: 0.6pt + rgb("{accent}"))' if source.look.heading == "rule" else ""
        tracking = ", tracking: 2pt" if source.look.heading == "tracked" else ""
        return f'\n#v(5pt)#text(size: 1.2em, weight: "bold", fill: rgb("{accent}"){tracking})[{_inline(shape(block.text))}]\n{rule}\n'
    if block.kind == "row":
        cells = ", ".join("[" + _inline(cell).replace("\\/\\/", " \\ ") + "]" for cell in block.cells)
        return f"\n#grid(columns: (24%, 1fr), {cells})\n"
    return {
        "name": f'\n#text(size: 2em, weight: "bold", fill: rgb("{accent}"))[{text}]\n',
        "strong": f"\n#v(2pt)*{text}*{right}\n",
        "soft": f"\n_{text}_{right}\n",
        "bullet": f"- {text}",
        "rule": "\n#line(length: 100%, stroke: 0.4pt)\n",
        "page": "\n#pagebreak()\n",
        "hidden": f"\n#text(size: 3pt, fill: white)[{text}]\n",
    }.get(block.kind, f"\n{text}{right}\n")


def _inline(text: str) -> str:
    return BOLD.sub(r"*\1*", SPECIAL.sub(r"\\\1", text).replace("\\*\\*", "**"))

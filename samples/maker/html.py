"""A source as one HTML page, for the producers that print HTML: themes differ in structure, not only in colour."""

from collections.abc import Iterator
from html import escape

from samples.maker.source import BOLD, Block, Source, spaced

FONTS = {
    "sans": "'Liberation Sans', sans-serif",
    "serif": "'Liberation Serif', serif",
    "lato": "Lato, sans-serif",
    "dejavu": "'DejaVu Sans', sans-serif",
    "mono": "'Liberation Mono', monospace",
}
TAGS = {"name": "h1", "heading": "h2", "strong": "h3", "soft": "h4", "contact": "address", "text": "p"}
CSS = """
@page {{ size: A4; margin: {margin}; }}
body {{ font: {size}pt/1.34 {font}; color: #222; margin: 0; }}
h1 {{ font-size: 2em; margin: 0 0 .1em; color: {accent}; }}
h2 {{ font-size: 1.15em; margin: .9em 0 .3em; color: {accent}; }}
h3, h4 {{ font-size: 1em; margin: .5em 0 0; }} h4 {{ font-weight: normal; font-style: italic; margin: 0; }}
p, address {{ margin: 0 0 .15em; font-style: normal; }}
ul {{ margin: .1em 0 .3em; padding-left: 1.2em; }}
.r {{ float: right; font-weight: normal; font-style: normal; }}
table {{ width: 100%; border-collapse: collapse; }} td {{ vertical-align: top; padding: 1px 10px 3px 0; }}
td:first-child {{ width: 22%; }}
.page {{ page-break-before: always; }}
.side {{ width: 30%; }} .hidden {{ color: #fff; font-size: 5pt; }}
.left, .right {{ width: 48%; }}
.f .left, .f .side.sl, .f .main.ml {{ float: left; }} .f .right, .f .side.sr, .f .main.mr {{ float: right; }}
.f .main {{ width: 66%; }}
.band .side {{ background: {accent}; color: #fff; padding: 12px; box-sizing: border-box; }}
.band .side h1, .band .side h2, .band .side h3 {{ color: #fff; }}
.rule h2 {{ border-bottom: 1px solid {accent}; text-transform: uppercase; }}
.tracked h2 {{ letter-spacing: .28em; text-transform: uppercase; font-weight: normal; }}
.upper h2 {{ text-transform: uppercase; }}
.bar h2 {{ background: {accent}; color: #fff; padding: 2px 6px; }}
.centred h1, .centred address {{ text-align: center; }}
.plainlist ul {{ list-style: none; padding-left: 0; }}
.timeline .main {{ border-left: 2px solid {accent}; padding-left: 12px; }}
"""


def page(source: Source) -> str:
    """The page; regions in the order of the source, so that the content order is the author's."""
    look = source.look
    css = CSS.format(size=look.size, font=FONTS[look.font], accent=look.accent, margin="14mm 15mm")
    classes = " ".join([look.heading, look.layout, *look.options, *(["f"] if look.layout != "one-column" else [])])
    body = "".join(f'<div class="{_region_class(region, look.layout)}">{"".join(_html(source, region))}</div>' for region in source.blocks)
    language = source.truth.get("language", "en")
    head = f'<meta charset="utf-8"><meta name="dcterms.created" content="{look.made}"><title></title><style>{css}</style>'
    return f'<!doctype html><html lang="{language}"><head>{head}</head><body class="{classes}">{body}</body></html>'


def _region_class(region: str, layout: str) -> str:
    side = {"sidebar-left": {"side": " sl", "main": " mr"}, "sidebar-right": {"side": " sr", "main": " ml"}}
    return region + side.get(layout, {}).get(region, "")


def _html(source: Source, region: str) -> Iterator[str]:
    open_tag = ""
    for block in source.region(region):
        wanted = {"bullet": "ul", "row": "table"}.get(block.kind, "")
        if wanted != open_tag:
            yield (f"</{open_tag}>" if open_tag else "") + (f"<{wanted}>" if wanted else "")
            open_tag = wanted
        yield _element(block, source)
    if open_tag:
        yield f"</{open_tag}>"


def _element(block: Block, source: Source) -> str:
    if block.kind == "rule":
        return "<hr>"
    if block.kind == "page":
        return '<div class="page"></div>'
    if block.kind == "row":
        return "<tr>" + "".join(f"<td>{_inline(cell).replace('//', '<br>')}</td>" for cell in block.cells) + "</tr>"
    if block.kind == "bullet":
        if "typed-bullets" in source.look.options:
            return f"<li>{source.look.bullet} {_inline(block.text)}</li>"
        return f"<li>{_inline(block.text)}</li>"
    if block.kind == "hidden":
        return f'<p class="hidden">{_inline(block.text)}</p>'
    text = spaced(block.text) if block.kind == "heading" and source.look.heading == "spaced" else block.text
    right = f'<span class="r">{_inline(block.right)}</span>' if block.right else ""
    tag = TAGS[block.kind]
    return f"<{tag}>{right}{_inline(text)}</{tag}>" if "right-first" in source.look.options else f"<{tag}>{_inline(text)}{right}</{tag}>"


def _inline(text: str) -> str:
    return BOLD.sub(r"<b>\1</b>", escape(text, quote=False))

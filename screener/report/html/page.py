"""The page: templates, style and script put together under a policy that lets nothing else run.

Text of a résumé reaches the page in two ways only: through Jinja2's autoescape, or as JSON in a data block, from where the
script puts it into text nodes. The policy (CSP) names the page's own style and script by their hashes.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import islice
from typing import BinaryIO
from urllib.parse import quote

from jinja2 import Template
from markupsafe import Markup

from screener.report.cells import printable
from screener.report.html import charts
from screener.report.html.overview import Overview, overview_of, verdicts_of
from screener.report.html.person import ROW_FIELDS, Person
from screener.report.html.still import digest, template_of
from screener.report.jsonl import json_line
from screener.report.legend import load_legend
from screener.report.plots import plots
from screener.report.record import RunRecord

SCRIPTS = (
    "dom.js", "model.js", "state.js", "table.js", "filters.js", "drawings.js", "document.js", "panel.js", "keys.js", "main.js",
)  # fmt: skip
"""The parts of the page's script, in order."""
STYLES = ("colours.css", "report.css", "panel.css", "print.css")
MAX_DETAILED = 5_000
"""Beyond it the page would no longer open quickly: those at the end of the list have their row, and their details in results.jsonl."""

_POLICY = (
    "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; img-src 'self'; base-uri 'none'; form-action 'none';"
    " require-trusted-types-for 'script'; trusted-types 'none'"
)
# What ends a script element, opens a comment in one, or starts a character reference.
_UNSAFE = {b"<": b"\\u003c", b">": b"\\u003e", b"&": b"\\u0026"}

_DATA = "<!-- data -->"
"""Where the data goes; no text of a document or role can look like that, its `<` being escaped."""

Pictures = Mapping[str, Sequence[tuple[float, ...]]]
"""By SHA-256 of a file: (page, width, height) of each picture there is, in points."""


def data_block(line: bytes) -> bytes:
    """JSON that means the same and can stand inside a script element."""
    for sign, escape in _UNSAFE.items():
        line = line.replace(sign, escape)
    return line


def link_to(path: str) -> str:
    """A relative path as an address: no character of a file's name can make it anything else."""
    return quote(os.fsencode(path), safe="/")


def write_page(
    file: BinaryIO, people: Iterable[Person], run: RunRecord, links: Iterable[str], pictures: Pictures, details: Iterable[bytes]
) -> None:
    """Write the page.

    people, links, details: in the order of the outputs: each person, the way to their file (empty for none) and `Person.details`.
    people is gone through twice, and none of them stays in memory.
    """
    overview = overview_of(people)
    script, style = _assets()
    file.write(_head(overview, run, script, style).encode("utf-8", "backslashreplace"))
    file.write(b'<script type="application/json" id="report-data">')
    file.writelines(_data(overview, people, run, links, pictures))
    file.write(f"</script>\n<script>{script}</script>\n".encode())
    for number, line in enumerate(islice(details, MAX_DETAILED)):
        file.write(b'<script type="application/json" id="person-%d">%s</script>\n' % (number, data_block(line)))
    file.write(b"</body>\n</html>\n")


def _head(overview: Overview, run: RunRecord, script: str, style: str) -> str:
    """The page up to its data."""
    return _template().render(
        policy=_POLICY.format(script=digest(script), style=digest(style)),
        style=Markup(style),  # the package's own
        run=run,
        title=printable(run.role_title or run.role_id),
        overview=overview,
        plots=[Markup(plot.svg) for plot in plots(overview.plotted)],  # names of requirements in them are escaped
        charts=charts,
        legend=load_legend(),
    )


def _data(overview: Overview, people: Iterable[Person], run: RunRecord, links: Iterable[str], pictures: Pictures) -> Iterator[bytes]:
    """The block that the list is made from: what is asked, and one array a person, in pieces."""
    about = {
        "fields": (*ROW_FIELDS, "verdicts", "link"),
        "asked": overview.asked,
        "asOf": [run.as_of.year, run.as_of.month],
        "detailed": min(overview.files, MAX_DETAILED),
        "pictures": pictures,
        "flags": dict(load_legend()["flag"].entries),
    }
    yield data_block(json_line(about).removesuffix(b"}")) + b',"rows":['
    for number, (person, link) in enumerate(zip(people, links, strict=True)):
        rest = json_line((verdicts_of(person, overview.asked), link_to(link)))
        yield (b",\n" if number else b"\n") + data_block(person.row.removesuffix(b"]") + b"," + rest.removeprefix(b"["))
    yield b"]}"


@lru_cache(maxsize=1)
def _assets() -> tuple[str, str]:
    """The page's script and style, as they stand in it."""
    folder = files("screener.report.html").joinpath("assets")
    script = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS)
    style = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in STYLES)
    return f'"use strict";\n{script}', style


@lru_cache(maxsize=1)
def _template() -> Template:
    return template_of("screener.report.html", "report.html.j2", {"printable": printable, "words": lambda text: text.replace("_", " ")})

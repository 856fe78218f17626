"""The page: templates, style and script put together under a policy that lets nothing else run.

Text of a résumé reaches the page in two ways only: through Jinja2's autoescape, or as JSON in a data block, from where the
script puts it into text nodes. The policy (CSP) names the page's own style and script by their hashes.
"""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any, BinaryIO
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from screener.report.cells import printable
from screener.report.html import charts
from screener.report.html.overview import JUDGED, asked_of, overview_of, verdicts_of
from screener.report.html.person import ROW_FIELDS, Person
from screener.report.jsonl import json_line
from screener.report.legend import load_legend
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


def write_page(file: BinaryIO, people: Sequence[Person], run: RunRecord, links: Sequence[str], pictures: Pictures) -> None:
    """Write the page. people: in the order of the outputs. links: the way to the file of each, empty for none."""
    file.write(_head(people, run, links, pictures).encode("utf-8", "backslashreplace"))
    for number, person in enumerate(people[:MAX_DETAILED]):
        file.write(b'<script type="application/json" id="person-%d">%s</script>\n' % (number, data_block(person.details)))
    file.write(b"</body>\n</html>\n")


def _head(people: Sequence[Person], run: RunRecord, links: Sequence[str], pictures: Pictures) -> str:
    """The page up to the details of people."""
    # `Markup` stands for what is safe in its place: the package's own files, and JSON that `data_block` has seen to.
    script, style = _assets()
    overview = overview_of(people)
    legend = load_legend()
    page: str = _template().render(
        policy=_POLICY.format(script=_digest(script), style=_digest(style)),
        script=Markup(script),
        style=Markup(style),
        data=Markup(_data(people, run, links, pictures).decode("utf-8")),
        run=run,
        title=printable(run.role_title or run.role_id),
        overview=overview,
        columns=charts.histogram(overview.bins),
        charts=charts,
        judged=JUDGED,
        legend=legend,
        skills=sorted({skill for person in people for skill in person.skills}, key=lambda name: (name.casefold(), name)),
    )
    return page


def _data(people: Sequence[Person], run: RunRecord, links: Sequence[str], pictures: Pictures) -> bytes:
    """The block that the table is made from: what is asked, and one array a person."""
    asked = asked_of(people)
    about = {
        "fields": ROW_FIELDS,
        "asked": asked,
        "verdicts": [verdicts_of(person, asked) if person.asked else "" for person in people],
        "role": printable(run.role_title or run.role_id),
        "asOf": [run.as_of.year, run.as_of.month],
        "detailed": min(len(people), MAX_DETAILED),
        "links": [link_to(link) for link in links],
        "pictures": pictures,
        "flags": dict(load_legend()["flag"].entries),
        "rows": [],
    }
    rows = b",\n".join(person.row for person in people)
    return data_block(json_line(about).removesuffix(b"[]}") + b"[" + rows + b"]}")


@lru_cache(maxsize=1)
def _assets() -> tuple[str, str]:
    """The page's script and style, as they stand in it."""
    folder = files("screener.report.html").joinpath("assets")
    script = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in SCRIPTS)
    style = "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in STYLES)
    return f'"use strict";\n{script}', style


def _digest(text: str) -> str:
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _template() -> Any:
    environment = Environment(
        loader=PackageLoader("screener.report.html", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["words"] = lambda text: text.replace("_", " ")
    return environment.get_template("report.html.j2")

"""What pages have in common: templates that escape, and a policy under which nothing runs that is not the page's own.

A page made here has no script at all; its style is named in the policy by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

_POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def template_of(package: str, name: str, filters: Mapping[str, Callable[..., Any]], **names: Any) -> Template:
    """A template of the package's folder `templates`. names: what it may use besides what it is rendered with."""
    environment = Environment(
        loader=PackageLoader(package, "templates"), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= filters
    environment.globals |= names
    return environment.get_template(name)


def colours_and(package: str, name: str) -> str:
    """The report's colours, and a style sheet from the package's folder `templates`."""
    colours = files("screener.report.html").joinpath("assets", "colours.css").read_text(encoding="utf-8")
    return colours + files(package).joinpath("templates", name).read_text(encoding="utf-8")


def rendered(template: Template, style: str, **values: Any) -> str:
    """The page. style: a sheet of this program's own; the template puts it, and the policy, where they belong."""
    return template.render(policy=_POLICY.format(style=digest(style)), style=Markup(style), **values)


def digest(text: str) -> str:
    """The hash by which a policy names a style or a script."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()

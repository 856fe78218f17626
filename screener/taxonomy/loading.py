"""Reading TOML data files so that a wrong one tells all its mistakes at once."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from screener.errors import DataFileError


def read_data(name: str) -> dict[str, Any]:
    """The TOML file `name` of the package's taxonomy data. Raises DataFileError when it is not TOML or names no source and licence."""
    text = files("screener.taxonomy").joinpath("data").joinpath(name).read_text(encoding="utf-8")
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(name, (f"not valid TOML: {error}",)) from error
    source = data.get("source")
    if not (isinstance(source, dict) and source.get("name") and source.get("licence")):
        raise DataFileError(name, ("source: a table with `name` and `licence` is needed",))
    return data

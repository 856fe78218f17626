"""Part of every build and install, editable ones too: makes the copy of the knowledge that loads fastest (screener.taxonomy.compiled)."""

from __future__ import annotations

import sys
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledKnowledge(BuildHookInterface):  # type: ignore[type-arg]  # its parameter is the builder's configuration, unused here
    """Writes screener/taxonomy/compiled.msgpack, which `artifacts` in pyproject.toml puts into the wheel."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Called by hatchling before it gathers the files."""
        del version, build_data
        sys.path.insert(0, self.root)
        try:
            from screener.taxonomy.compiled import compile_knowledge

            compile_knowledge()
        finally:
            sys.path.remove(self.root)

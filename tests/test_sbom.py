"""The bill of materials names what the program needs, and refuses a licence that nobody approved."""

from __future__ import annotations

import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from tests import sbom

DECLARED = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text(encoding="utf-8"))["project"]["dependencies"]


@pytest.mark.parametrize("name", [Requirement(text).name for text in DECLARED])
def test_every_package_that_the_program_needs_may_be_shipped(name: str) -> None:
    parts = [sbom.component(package) for package in (distribution(name), *sbom.needed(name))]
    assert sbom.unknown_licences({"components": parts}) == []
    assert all(part["purl"].endswith(f"@{part['version']}") for part in parts)


def test_a_licence_that_nobody_approved_is_named() -> None:
    parts = [{"name": "theirs", "licenses": [{"license": {"name": "AGPL-3.0-only"}}]}]
    assert sbom.unknown_licences({"components": parts}) == ["theirs: AGPL-3.0-only"]


@pytest.mark.parametrize("licence", ["AGPL-3.0-only", "GPL-3.0-or-later", "GNU General Public License v3 (GPLv3)", "Proprietary"])
def test_strong_copyleft_and_private_licences_are_not_on_the_list(licence: str) -> None:
    assert sbom._identifier(licence) not in sbom.LICENCES.values()

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


@pytest.mark.parametrize(
    "told", ["License-Expression: AGPL-3.0-only", "License-Expression: MIT AND GPL-2.0-only", "License: GNU GPL 3", "Classifier: License :: OSI Approved :: GNU Affero General Public License v3"]
)
def test_a_package_under_such_a_licence_is_found_however_deep_it_is_needed(told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needed = {"invented-program": "Requires-Dist: invented-between", "invented-between": "License: MIT\nRequires-Dist: invented-strict", "invented-strict": told}
    for name, lines in needed.items():
        folder = tmp_path / f"{name.replace('-', '_')}-1.0.dist-info"
        folder.mkdir()
        (folder / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{lines}\n", encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    found = sbom.unknown_licences(sbom.bill("invented-program"))
    assert [line.partition(":")[0] for line in found] == ["invented-strict"]

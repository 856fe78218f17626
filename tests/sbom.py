"""The bill of materials of an installation: every package that the program needs at run time, with version, licence and hashes.

`python -m tests.sbom FILE` writes it as CycloneDX 1.6 (JSON), the same for the same packages. Exit status 1 when a licence is not among
LICENCES: what may be shipped is decided by a person and written down here.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "screen-resumes"

APPROVED = frozenset({"dependency licenses"})
"""Without an identifier of their own, looked at by a person: what PDFium is built from (pypdfium2 ships the texts)."""

LICENCES: dict[str, str] = {
    r"mit|mit license|the mit license.*|expat": "MIT",
    r"apache.?2\.0|apache license,? version 2\.0|apache software license|apache license 2\.0": "Apache-2.0",
    r"bsd|bsd license|bsd.3.clause.*|3-clause bsd license|new bsd|bsd-derived": "BSD-3-Clause",
    r"bsd.2.clause.*": "BSD-2-Clause",
    r"isc.*": "ISC",
    r"psf.*|python software foundation license": "PSF-2.0",
    r"mpl.?2\.0|mozilla public license 2\.0.*": "MPL-2.0",
    r"zlib.*": "Zlib",
    r"unlicense|the unlicense.*": "Unlicense",
    r"mit-cmu|hpnd|historical permission notice.*": "MIT-CMU",
    r"lgpl.*|gnu (?:library or )?lesser general public license.*": "LGPL-3.0-only",
    r"mit-0": "MIT-0",
    r"0bsd": "0BSD",
    r"cc0.*": "CC0-1.0",
}
"""What packages call their licence (lower case, an expression) → its SPDX identifier. Permissive ones, and weak copyleft for libraries."""


def needed(name: str) -> list[Distribution]:
    """The packages that `name` needs on this platform, without those of its extras, by name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        here = distribution(waiting.pop())
        for text in here.requires or ():
            wanted = Requirement(text)
            key = canonicalize_name(wanted.name)
            if key not in found and (wanted.marker is None or wanted.marker.evaluate({"extra": ""})):
                found[key] = distribution(wanted.name)
                waiting.append(wanted.name)
    return [found[key] for key in sorted(found)]


def licences_of(package: Distribution) -> list[str]:
    """SPDX identifiers; what is not on the list stands as the package wrote it."""
    told = list(_told(package)) or ["unknown"]
    return sorted({_identifier(text) for text in told})


def _told(package: Distribution) -> Iterator[str]:
    """What a package says of its licence, in the most exact place that it has."""
    metadata = package.metadata
    expression = metadata.get("License-Expression")
    classifiers = [line.rpartition("::")[2].strip() for line in metadata.get_all("Classifier") or () if line.startswith("License ::")]
    plain = (metadata.get("License") or "").strip().partition("\n")[0]
    if expression:
        yield from re.split(r"\s+(?:AND|OR|WITH)\s+|[()]", expression)
    elif exact := [text for text in classifiers if text != "OSI Approved"]:
        yield from exact
    elif plain:
        yield from re.split(r"\s+(?:AND|and|OR|or)\s+|,\s*", plain)


def _identifier(text: str) -> str:
    return next((name for form, name in LICENCES.items() if re.fullmatch(form, text.strip().lower())), text.strip())


def component(package: Distribution) -> dict[str, Any]:
    name = canonicalize_name(package.metadata["Name"])
    return {
        "type": "library",
        "bom-ref": f"pkg:pypi/{name}@{package.version}",
        "name": name,
        "version": package.version,
        "licenses": [{"license": _licence(text)} for text in licences_of(package)],
        "purl": f"pkg:pypi/{name}@{package.version}",
        "hashes": _hashes(package),
    }


def _licence(text: str) -> dict[str, str]:
    return {"id": text} if text in LICENCES.values() else {"name": text}


def _hashes(package: Distribution) -> list[dict[str, str]]:
    """SHA-256 of the record of the package's files, each of which stands in there with its own."""
    record = package.read_text("RECORD")
    if record is None:
        return []
    lines = sorted(line for line in record.splitlines() if "sha256=" in line and ".dist-info/" not in line)
    return [{"alg": "SHA-256", "content": hashlib.sha256("\n".join(lines).encode()).hexdigest()}]


def bill(name: str = PROGRAM) -> dict[str, Any]:
    """The whole document."""
    packages = needed(name)
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": name, "version": distribution(name).version}},
        "components": [component(package) for package in packages],
    }


def unknown_licences(document: dict[str, Any]) -> list[str]:
    """`name: licence` of each component whose licence nobody has approved."""
    told = [(part["name"], each["license"].get("name")) for part in document["components"] for each in part["licenses"]]
    return [f"{name}: {licence}" for name, licence in told if licence is not None and licence not in APPROVED]


def main(arguments: list[str]) -> int:
    document = bill()
    Path(arguments[0]).write_text(json.dumps(document, indent=2) + "\n", encoding="utf-8")
    unknown = unknown_licences(document)
    for line in unknown:
        print(f"not on the list of licences: {line}", file=sys.stderr)
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

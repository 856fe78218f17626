"""Zip files with the same bytes every time: fixed times, fixed order, fixed compression."""

import io
import zipfile

STAMP = (2026, 9, 1, 12, 0, 0)


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip of these parts in this order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content, compresslevel=9)
    return buffer.getvalue()


def repacked(content: bytes) -> bytes:
    """The same zip with fixed times."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return packed({name: archive.read(name) for name in archive.namelist()})

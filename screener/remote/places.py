"""URLs of folders and files: which there are, what they say, and how they are shown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from screener.errors import UsageError

_URL = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*)://(.*)", re.DOTALL)
_HOSTS = {"s3": "bucket", "gs": "bucket", "sftp": "server"}
SCHEMES = tuple(_HOSTS)


@dataclass(frozen=True, slots=True)
class Place:
    """A folder or file elsewhere. host: the bucket, or the server (with `:port` where one is given); user: on a server, or empty.

    path: within it, without slashes at the ends; empty for all of it.
    """

    scheme: str
    host: str
    path: str
    user: str = ""

    @property
    def shown(self) -> str:
        """The URL without who asks."""
        return f"{self.scheme}://{self.host}/{self.path}".rstrip("/")

    @property
    def flat(self) -> bool:
        """Whether there are no folders, only names with slashes in them; such a place shows a file only once it is whole."""
        return self.scheme != "sftp"

    @property
    def name(self) -> str:
        """The last part: what a folder is called."""
        return (self.path or self.host).rpartition("/")[2]


def is_url(text: str) -> bool:
    """Whether it names a place elsewhere rather than a path."""
    return _URL.match(text) is not None


def shown(text: str) -> str:
    """A URL as it may be printed and kept: without user and password. A path stays as it is."""
    found = _URL.match(text)
    if found is None:
        return text
    host, slash, path = found[2].partition("/")
    return f"{found[1].lower()}://{host.rpartition('@')[2]}{slash}{path}"


def place_of(url: str) -> Place:
    """The place that a URL names. Raises UsageError for one that is not known, holds a password, or is no URL of a folder or file."""
    found = _URL.match(url)
    if found is None:
        raise UsageError(f"{url} is not a URL like s3://bucket/folder.")
    scheme, (host, _, path) = found[1].lower(), found[2].partition("/")
    asking, at, host = host.rpartition("@")
    if scheme not in SCHEMES:
        known = ", ".join(f"{each}://" for each in SCHEMES)
        raise UsageError(f"{shown(url)}: files can be fetched from and put to {known} and folders of this machine.")
    if ":" in asking or (at and scheme != "sftp"):
        raise UsageError(
            f"{shown(url)}: take what is secret out of the URL, where others can read it, and set up access as docs/remote.md tells."
        )
    path = path.strip("/")
    if not host or any(part in ("", ".", "..") for part in path.split("/") if path):
        raise UsageError(f"{shown(url)} does not name a folder or file: write it like {scheme}://{_HOSTS[scheme]}/folder.")
    if scheme == "sftp" and not path:
        raise UsageError(f"{shown(url)} names no folder: write its path behind the server.")
    return Place(scheme, host, path, asking)

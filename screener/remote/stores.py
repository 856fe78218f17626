"""A connection to where files lie: fsspec, with one library for each kind of place, and what their errors mean in a sentence.

Trying again is left to those libraries: botocore does it for s3 (AWS_MAX_ATTEMPTS, AWS_RETRY_MODE), gcsfs for gs. The one for sftp does
not, so tenacity does, with a new connection.
"""

from __future__ import annotations

import errno
import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from operator import methodcaller
from typing import Any

from screener.errors import UsageError
from screener.remote.places import Place

_ATTEMPTS = 5
_LONGEST_PAUSE = 10.0
"""Seconds between two attempts."""

_CONNECTING = 30
"""Seconds after which a server that does not answer counts as unreachable."""


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of place. extra: of this package, which brings the library. misread: names that the library takes for other ones.

    tags: what of an object's description changes with its bytes. tries_again: the library does it itself.
    """

    extra: str
    module: str
    filesystem: str
    tags: tuple[str, ...]
    misread: re.Pattern[str]
    tries_again: bool


@dataclass(frozen=True, slots=True)
class Found:
    """A file there. name: relative to the place, forward slashes, as it was found. tag: changes when its bytes do.

    changed: when they did last, in seconds since 1970, where a file can be seen before it is whole.
    """

    name: str
    size: int
    tag: str
    changed: float | None = None


_NEVER = re.compile(r"(?!)")
_KINDS: Mapping[str, _Kind] = {
    "s3": _Kind("s3", "s3fs", "S3FileSystem", ("ETag",), re.compile(r"\?versionId="), tries_again=True),
    "gs": _Kind("gcs", "gcsfs", "GCSFileSystem", ("generation", "etag"), re.compile(r"#\d+\Z"), tries_again=True),
    "sftp": _Kind("sftp", "sshfs", "SSHFileSystem", ("mtime",), _NEVER, tries_again=False),
}


class UnreachableError(UsageError):
    """Nothing about a file: the place does not answer, or no longer."""


class Store:
    """A place with the library that reads and writes there; the first call loads it. Raises UsageError when it is not installed."""

    def __init__(self, place: Place) -> None:
        self.place = place
        self._kind = _KINDS[place.scheme]
        self._fs: Any = None

    @property
    def root(self) -> str:
        """The place's path as the library wants it, without a slash at its end."""
        if self.place.scheme == "sftp":
            return f"/{self.place.path}"
        return f"{self.place.host}/{self.place.path}".rstrip("/")

    def path_of(self, name: str) -> str:
        return f"{self.root}/{name}"

    def misreads(self, name: str) -> bool:
        """Whether the library would take another object for the one of this name."""
        return self._kind.misread.search(name) is not None

    def describe(self, name: str, info: Mapping[str, Any]) -> Found:
        """A file as the library found it."""
        changed = info.get("mtime")
        tag = " ".join(str(info[key]) for key in self._kind.tags if info.get(key) is not None)
        return Found(name, int(info["size"] or 0), tag, None if self.place.flat or changed is None else changed.timestamp())

    def call(self, method: str, *arguments: Any, **options: Any) -> Any:
        """What a method of the library's file system gives, tried again where that may help."""
        work = methodcaller(method, *arguments, **options)
        if self._kind.tries_again:
            return work(self._filesystem())
        from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_random_exponential

        attempts = Retrying(
            stop=stop_after_attempt(_ATTEMPTS),
            wait=wait_random_exponential(multiplier=0.5, max=_LONGEST_PAUSE),
            retry=retry_if_exception(is_unreachable),
            before_sleep=lambda _: self._forget(),
            reraise=True,
        )
        return attempts(lambda: work(self._filesystem()))

    def _forget(self) -> None:
        """The next call connects anew."""
        self._fs = None

    def _filesystem(self) -> Any:
        if self._fs is None:
            library = self._library()
            self._fs = getattr(library, self._kind.filesystem)(**self._options())
        return self._fs

    def _library(self) -> Any:
        try:
            return import_module(self._kind.module)
        except ImportError as error:
            extra = self._kind.extra
            raise UsageError(
                f"{self.place.scheme}:// needs a library that is not installed: install it with `pip install 'screen-resumes[{extra}]'`."
            ) from error

    def _options(self) -> dict[str, Any]:
        """No list and no connection is taken from an earlier use; who asks is settled by what the provider's own tools use."""
        options: dict[str, Any] = {"skip_instance_cache": True}
        if self.place.scheme != "sftp":
            options["use_listings_cache"] = False
        else:
            host, _, port = self.place.host.partition(":")
            # The library's own choice is to trust every server; the empty tuple means the user's known_hosts.
            options |= {"host": host, "known_hosts": (), "connect_timeout": _CONNECTING, "keepalive_interval": _CONNECTING}
            options |= {"sftp_client_kwargs": {"path_errors": "surrogateescape"}}
            options |= {"port": int(port)} if port.isdecimal() else {}
            options |= {"username": self.place.user} if self.place.user else {}
        return options


_GONE = frozenset({"FileNotFoundError", "SFTPNoSuchFile", "SFTPNoSuchPath"})
_FORBIDDEN = frozenset({"PermissionError", "SFTPPermissionDenied", "PermissionDenied"})
_UNKNOWN_WHO = frozenset({"NoCredentialsError", "PartialCredentialsError", "DefaultCredentialsError", "ProfileNotFound", "RefreshError"})
_UNKNOWN_SERVER = frozenset({"HostKeyNotVerifiable"})
_SILENT = frozenset(
    {"ConnectionError", "TimeoutError", "HTTPClientError", "IncompleteReadError", "ClientConnectionError", "ClientPayloadError"}
    | {"gaierror", "TransportError", "DisconnectError", "SFTPConnectionLost", "SFTPNoConnection", "ChannelOpenError"}
)
_SILENT_NUMBERS = frozenset(
    {None, errno.EIO, errno.EREMOTEIO, errno.EBUSY, errno.EPIPE, errno.ENETUNREACH, errno.EHOSTUNREACH, errno.EHOSTDOWN, errno.ENETDOWN}
)
"""None: several attempts to connect failed in different ways. EREMOTEIO, EBUSY: what s3fs makes of 500 and 503."""
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EROFS})


def _names(error: BaseException) -> frozenset[str]:
    """Of the error's class and those above it: each library has errors of its own, without a common base."""
    return frozenset(each.__name__ for each in type(error).__mro__)


def is_unreachable(error: BaseException) -> bool:
    """Whether it says nothing about a file, but that the place did not answer, so that the same may succeed later."""
    names = _names(error)
    if isinstance(error, UnreachableError):
        return True
    if names & (_GONE | _FORBIDDEN | _UNKNOWN_WHO | _UNKNOWN_SERVER):
        return False
    return bool(names & _SILENT) or (type(error) is OSError and error.errno in _SILENT_NUMBERS)


def why(error: BaseException) -> str:
    """What an error of a library means, as the end of a sentence; never its own words, which may hold more than may be told."""
    names = _names(error)
    if names & _GONE:
        return "it is not there"
    if names & _FORBIDDEN:
        return "access is denied"
    if names & _UNKNOWN_WHO:
        return "no credentials were found: set up access as docs/remote.md tells"
    if names & _UNKNOWN_SERVER:
        return "the server's key is not in your known_hosts: connect once with ssh and check it"
    if isinstance(error, OSError) and error.errno in _NO_ROOM:
        return "this machine has no room for it"
    if is_unreachable(error):
        return "the server does not answer, or broke off"
    return f"it was refused ({type(error).__name__})"


def refusal(place: Place, error: BaseException) -> UsageError:
    """The sentence that ends a command."""
    if isinstance(error, UsageError):
        return error
    kind = UnreachableError if is_unreachable(error) else UsageError
    return kind(f"{place.shown}: {why(error)}.")

"""What a child process that opens documents may use: little memory, computing, files and disk, and no network."""

from __future__ import annotations

import ctypes
import faulthandler
import os
import resource
import socket
import stat
import sys
from dataclasses import dataclass
from pathlib import Path

_CLONE_NEWUSER, _CLONE_NEWNET = 0x10000000, 0x40000000
_SET_PARENT_DEATH_SIGNAL, _SET_NO_NEW_PRIVILEGES = 1, 38
_SIGKILL = 9


@dataclass(frozen=True, slots=True)
class Limits:
    """What one document may cost.

    seconds: wall time. computing: processor time, in seconds. memory: address space, in bytes, beyond what the program itself takes
    before it opens a document. files: descriptors open at once. written: bytes of any one file that it writes.
    """

    seconds: float = 60.0
    computing: int = 10
    memory: int = 1 << 30
    files: int = 64
    written: int = 16 << 20


def confine(limits: Limits) -> None:
    """Bind this process, for good, by all limits but those of time; called once, before the first document."""
    program = Path("/proc/self/statm")
    taken = int(program.read_text().split()[0]) * resource.getpagesize() if program.exists() else 0
    _lower(resource.RLIMIT_AS, taken + limits.memory)
    _lower(resource.RLIMIT_NOFILE, _open_files() + limits.files)
    _lower(resource.RLIMIT_FSIZE, limits.written)
    _lower(resource.RLIMIT_CORE, 0)
    _say_nothing()
    _let_go_of_connections()
    if sys.platform == "linux":
        _leave_the_network()


def allow_computing(seconds: int) -> None:
    """Give this process so many more seconds of processor time; beyond them it is ended by SIGXCPU."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    highest = resource.getrlimit(resource.RLIMIT_CPU)[1]
    soft = int(used.ru_utime + used.ru_stime) + 1 + seconds
    resource.setrlimit(resource.RLIMIT_CPU, (soft if highest == resource.RLIM_INFINITY else min(soft, highest), highest))


def _lower(kind: int, value: int) -> None:
    highest = resource.getrlimit(kind)[1]
    value = value if highest == resource.RLIM_INFINITY else min(value, highest)
    resource.setrlimit(kind, (value, value))


def _open_files() -> int:
    descriptors = Path("/proc/self/fd")
    return max((int(entry.name) for entry in descriptors.iterdir()), default=0) + 1 if descriptors.exists() else 64


def _say_nothing() -> None:
    """What libraries print may hold text of a document: it reaches nobody."""
    faulthandler.disable()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
    sys.stdout = sys.stderr = os.fdopen(nowhere, "w")


def _let_go_of_connections() -> None:
    """A connection that the parent has open would lead out of any network: its number leads nowhere from here on."""
    descriptors = Path("/proc/self/fd") if sys.platform == "linux" else Path("/dev/fd")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for number in [int(entry.name) for entry in descriptors.iterdir()] if descriptors.exists() else []:
        if _is_connection(number):
            os.dup2(nowhere, number)
    os.close(nowhere)


def _is_connection(descriptor: int) -> bool:
    """Whether it leads to another machine, or could: pipes and sockets between processes of this one do not."""
    try:
        if not stat.S_ISSOCK(os.fstat(descriptor).st_mode):
            return False
        with socket.socket(fileno=os.dup(descriptor)) as copy:
            return copy.family != socket.AF_UNIX
    except OSError:  # closed meanwhile, as the one that lists the folder is
        return False


def _leave_the_network() -> None:
    """Move into a network of its own that has no way out; where the system does not allow that, all else still holds."""
    system = ctypes.CDLL(None)
    system.prctl(_SET_NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    system.prctl(_SET_PARENT_DEATH_SIGNAL, _SIGKILL, 0, 0, 0)
    if system.unshare(_CLONE_NEWNET) != 0 and os.geteuid() != 0:
        # A user namespace lets anybody do it; root would lose its right to read the files of others in one.
        system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)

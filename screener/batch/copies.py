"""An inbox elsewhere, copied to where a run can read it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from screener.batch.inputs import Copy
from screener.decision import Failure
from screener.extract import is_read

if TYPE_CHECKING:
    from screener.remote import Missing


def copied(url: str, mirror: Path, *, may_be_empty: bool = False, names_only: bool = False) -> Copy:
    """The files at `url`, copied into the folder `mirror` as far as they are not there already (see `fetch`).

    What a run leaves aside by its name is not copied, only named. The copying is done in a process of its own, so that the children that
    open documents inherit neither connection nor credentials.
    names_only: the copies are empty, to see what there is. Raises UsageError when the place cannot be read at all.
    """
    from screener.remote import apart, fetch, nothing, shown  # here: only who reads from elsewhere needs it

    fetched = apart(fetch, url, mirror, wanted=nothing if names_only else is_read, may_be_empty=may_be_empty)
    return Copy(fetched.path, shown(url), tuple((each.name, _failure(each)) for each in fetched.missing), fetched.left)


def _failure(missing: Missing) -> Failure:
    return Failure("not-fetched", f"The file could not be fetched: {missing.reason}.", "Look at it where it lies, and screen again.")

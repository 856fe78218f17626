"""Every error a person can meet, each with what happened and what to do about it.

All fields go to `super().__init__`, so that an error survives the trip out of a child process.
"""


class ScreenerError(Exception):
    """Base of the errors that this program raises on purpose."""


class UnreadableDocumentError(ScreenerError):
    """A file that cannot be read: becomes an `unreadable` row, never a crash.

    code: a short stable word (`encrypted`, `empty`, `damaged`, `scanned`, `unsupported`, `too-large`, `crashed`, `timed-out`).
    message: what happened. advice: what to do. Neither ever holds text of the document.
    """

    def __init__(self, code: str, message: str, advice: str) -> None:
        super().__init__(code, message, advice)
        self.code = code
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}"


class DataFileError(ScreenerError):
    """A TOML file (role or taxonomy) with mistakes: all of them at once, each with its key path."""

    def __init__(self, file: str, problems: tuple[str, ...]) -> None:
        super().__init__(file, problems)
        self.file = file
        self.problems = problems

    def __str__(self) -> str:
        listed = "\n".join(f"  - {problem}" for problem in self.problems)
        return f"{self.file} has {len(self.problems)} problem(s):\n{listed}"


class UsageError(ScreenerError):
    """The command cannot be carried out as it was given: one clear sentence."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message

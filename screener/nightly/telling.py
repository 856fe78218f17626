"""After the work: the mail, the metrics, and what the next run is to know. What fails here is told, and costs no report."""

from __future__ import annotations

from dataclasses import replace
from email.policy import SMTP
from pathlib import Path

from screener.errors import ScreenerError
from screener.nightly.config import Config
from screener.nightly.journal import Journal
from screener.nightly.mail import compose, send
from screener.nightly.mail_config import Mail
from screener.nightly.metrics import write_metrics
from screener.nightly.result import NightResult
from screener.nightly.state import State, read_state, write_state, write_whole
from screener.nightly.summary import essence, subject, summary
from screener.nightly.surroundings import Surroundings


def tell_of(result: NightResult, config: Config, around: Surroundings, journal: Journal) -> NightResult:
    """The result, with the troubles that telling had."""
    state = read_state(config.state)
    if config.mail:
        result, mailed = _mail(result, config.mail, state.mailed, around, journal)
        state = replace(state, mailed=mailed)
    if result.well:
        state = replace(state, last_success=result.ended.timestamp())
    result = _remember(result, config.state, state, journal)
    return _measure(result, config.metrics, state.last_success, journal)


def _mail(result: NightResult, mail: Mail, mailed: str, around: Surroundings, journal: Journal) -> tuple[NightResult, str]:
    """Put by and sent; and the identifier of the mail that was sent last."""
    message = compose(mail, subject(result), summary(result, names=mail.names), result.ended, essence(result))
    identifier = str(message["Message-ID"])
    try:
        if mail.folder:
            write_whole(mail.folder / f"{result.day.isoformat()}.eml", message.as_bytes(policy=SMTP))
            journal.tell("mail-written", recipients=len(mail.to))
        if mail.smtp and identifier != mailed:
            send(message, mail.smtp, around.environment)
            journal.tell("mail-sent", recipients=len(mail.to))
            mailed = identifier
    except (ScreenerError, OSError) as error:
        result = _troubled(result, journal, "mail-failed", str(error))
    return result, mailed


def _remember(result: NightResult, folder: Path, state: State, journal: Journal) -> NightResult:
    try:
        write_state(folder, state)
    except OSError as error:
        return _troubled(result, journal, "state-failed", f"What was done could not be noted: {error.strerror}.")
    return result


def _measure(result: NightResult, path: Path | None, last_success: float, journal: Journal) -> NightResult:
    if path is None:
        return result
    try:
        write_metrics(path, result, last_success)
    except OSError as error:
        return _troubled(result, journal, "metrics-failed", f"The metrics could not be written to {path}: {error.strerror}.")
    return result


def _troubled(result: NightResult, journal: Journal, event: str, text: str) -> NightResult:
    journal.tell(event, "error", text=text)
    return replace(result, troubles=(*result.troubles, text))

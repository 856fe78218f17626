"""The summary as a mail: put into a folder as an .eml file, sent through SMTP, or both."""

from __future__ import annotations

import hashlib
import smtplib
import ssl
from collections.abc import Mapping
from datetime import datetime
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from pathlib import Path

from screener.errors import UsageError
from screener.nightly.mail_config import Mail, Smtp


def compose(mail: Mail, subject: str, text: str, at: datetime, essence: str) -> EmailMessage:
    """The mail. Those of the same essence have the same identifier, so that nobody is shown the same night twice."""
    message = EmailMessage(policy=SMTP)
    message["From"] = mail.sender
    message["To"] = ", ".join(mail.to)
    message["Subject"] = subject
    message["Date"] = format_datetime(at)
    digest = hashlib.sha256("\0".join([mail.sender, *mail.to, essence]).encode()).hexdigest()
    message["Message-ID"] = f"<{digest[:32]}@{mail.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(text, cte="quoted-printable")
    return message


def send(message: EmailMessage, smtp: Smtp, environment: Mapping[str, str]) -> None:
    """Raises UsageError when it could not be sent; the message never holds the password."""
    password = _password(smtp, environment)
    try:
        context = ssl.create_default_context(cafile=smtp.authority)
        if smtp.security == "tls":
            server: smtplib.SMTP = smtplib.SMTP_SSL(smtp.host, smtp.port, timeout=smtp.seconds, context=context)
        else:
            server = smtplib.SMTP(smtp.host, smtp.port, timeout=smtp.seconds)
        with server:
            if smtp.security == "starttls":
                server.starttls(context=context)
            if smtp.user:
                _login(server, smtp, password)
            server.send_message(message)
    except (OSError, smtplib.SMTPException) as error:
        raise UsageError(f"The mail could not be sent through {smtp.host}, port {smtp.port}: {_reason(error)}.") from error


def _login(server: smtplib.SMTP, smtp: Smtp, password: str) -> None:
    try:
        server.login(smtp.user, password)
    except (smtplib.SMTPAuthenticationError, smtplib.SMTPServerDisconnected) as error:  # some servers say no by hanging up
        raise UsageError(
            f"The mail could not be sent through {smtp.host}, port {smtp.port}: it did not accept the user {smtp.user} with that password."
        ) from error


def _reason(error: Exception) -> str:
    """What the server or the system said, without addresses and replies that could hold more."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not trusted ({error.verify_message})"
    if isinstance(error, smtplib.SMTPResponseException):
        return f"it answered {error.smtp_code} ({type(error).__name__})"
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "it closed the connection"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return type(error).__name__


def _password(smtp: Smtp, environment: Mapping[str, str]) -> str:
    if not smtp.user:
        return ""
    if smtp.password_file:
        return _from_file(smtp.password_file)
    password = environment.get(smtp.password_variable, "")
    if not password:
        raise UsageError(f"The mail could not be sent: the variable {smtp.password_variable} with the password is not set.")
    return password


def _from_file(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        told = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise UsageError(f"The mail could not be sent: the password in {path} cannot be read: {told}.") from error

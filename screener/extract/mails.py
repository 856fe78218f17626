"""The parts of an e-mail."""

from __future__ import annotations

import email
import email.policy
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import EmailMessage

from screener.extract.unreadable import unreadable

_ERRORS = (ValueError, LookupError, AttributeError, TypeError, RecursionError)
"""What the standard library's parser raises on mails that are not what they should be."""
_AS_IT_CAME = email.policy.default.clone(refold_source="none")
"""Writes header lines as they were read: to fold some long ones anew the standard library never comes to an end."""
_MAIL = "message/rfc822"
_BODIES = {"text/plain": "message.txt", "text/html": "message.html"}


@dataclass(frozen=True, slots=True)
class Part:
    """An attachment or the text of a mail. number: which of all its parts, from 0. name: as the mail gives it."""

    number: int
    name: str
    data: bytes
    is_body: bool = False
    is_picture: bool = False
    is_mail: bool = False


def parts_of(data: bytes) -> tuple[Part, ...]:
    """The attachments of a mail and, once, its own text. Raises UnreadableDocumentError for what is no mail."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        parts = [_part(number, leaf) for number, leaf in enumerate(_leaves(message))]
    except _ERRORS as error:
        raise unreadable("damaged") from error
    known = [part for part in parts if part is not None]
    body = next((part.number for part in known if part.is_body), None)
    return tuple(part for part in known if not part.is_body or part.number == body)


def part_bytes(data: bytes, number: int) -> bytes:
    """The bytes of a part. Raises UnreadableDocumentError when there is no such part."""
    found = [part.data for part in parts_of(data) if part.number == number]
    if not found:
        raise unreadable("damaged")
    return found[0]


def _part(number: int, leaf: EmailMessage) -> Part | None:
    name, kind = leaf.get_filename(), leaf.get_content_type()
    if kind == _MAIL:
        return Part(number, name or "message.eml", _attached_message(leaf), is_mail=True)
    if name or leaf.get_content_disposition() == "attachment":
        return Part(number, name or "attachment", _payload(leaf), is_picture=leaf.get_content_maintype() == "image")
    return Part(number, _BODIES[kind], _payload(leaf), is_body=True) if kind in _BODIES else None


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something, without looking inside attached messages."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part.is_multipart() and part.get_content_type() != _MAIL:
            waiting += reversed([child for child in part.iter_parts() if isinstance(child, EmailMessage)])
        else:
            yield part


def _attached_message(part: EmailMessage) -> bytes:
    payload = part.get_payload()
    inner = payload[0] if isinstance(payload, list) and payload else None
    return inner.as_bytes(policy=_AS_IT_CAME) if isinstance(inner, EmailMessage) else b""


def _payload(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""

"""Web pages saved with their pictures in one file (MHTML), which Word and job boards also call .doc."""

from __future__ import annotations

import email
import email.policy

from screener.document import Document, DocumentFacts
from screener.extract.html import page_contents
from screener.extract.lines import document_of
from screener.extract.unreadable import unreadable

_PARSING_ERRORS = (ValueError, LookupError, AttributeError, TypeError, RecursionError)


def read_mhtml(data: bytes) -> Document:
    """The text of the page inside. Raises UnreadableDocumentError when there is none, or it shows not one word."""
    return document_of(page_contents(page_inside(data)), DocumentFacts("mhtml", readers=("html",)))


def page_inside(data: bytes) -> bytes:
    """The page itself, without its pictures. Raises UnreadableDocumentError when there is none."""
    try:
        message = email.message_from_bytes(data, policy=email.policy.default)
        pages = [part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/html"]
    except _PARSING_ERRORS as error:
        raise unreadable("damaged") from error
    page = next((page for page in pages if isinstance(page, bytes)), None)
    if page is None:
        raise unreadable("damaged")
    return page

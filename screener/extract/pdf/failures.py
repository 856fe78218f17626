"""What pdfminer and pdfplumber raise on damaged files: whatever the damaged part makes them trip over."""

from __future__ import annotations

import struct
import zlib

from pdfminer.psexceptions import PSException
from pdfplumber.utils.exceptions import PdfminerException

PDFMINER_FAILURES: tuple[type[Exception], ...] = (
    PSException,
    PdfminerException,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    RecursionError,
    OSError,
    struct.error,
    zlib.error,
)

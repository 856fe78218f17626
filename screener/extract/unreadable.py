"""Why a file cannot be read, in words for a person: one table of every case that reading can meet.

docs/errors.md tells the same cases to people who look them up.
"""

from __future__ import annotations

from screener.errors import UnreadableDocumentError

_SAVE_AS = "Save it as PDF or DOCX and screen that file."
_ASK_AGAIN = "Ask for the file again, or open it in its own program and save it once more as PDF or DOCX."

CASES: dict[str, tuple[str, str, str]] = {
    "not-opened": ("not-opened", "The file could not be opened.", "Check that it still exists and that you may read it."),
    "too-large": ("too-large", "The file is larger than 50 MB.", "Save it with smaller pictures, as PDF for instance, and screen that."),
    "inflates": ("too-large", "The file unpacks to far more data than any résumé holds.", _ASK_AGAIN),
    "crowded": ("too-large", "The file is packed from far more parts than any résumé holds.", _ASK_AGAIN),
    "long": ("too-large", "The document holds far more text than any résumé.", "Look at the file yourself, or ask for the résumé alone."),
    "empty": ("empty", "The file holds no bytes at all.", "Ask for the file again: it was probably lost on the way."),
    "no-words": ("empty", "The document opens, but there is not one word on its pages.", "Ask for the file again."),
    "only-images": (
        "scanned",
        "The document holds pictures and not one word of text: probably a scan.",
        "Install Tesseract, which reads pictures of text (`sudo apt-get install tesseract-ocr`), and screen it again without `--ocr off`; "
        "or ask for a file with real text.",
    ),
    "only-pictures": (
        "scanned",
        "The document holds pictures and not one word of text.",
        "Save it as PDF and screen that file with text recognition (docs/ocr.md), or ask for a file with real text.",
    ),
    "no-words-seen": (
        "scanned",
        "The document holds pictures alone, and text recognition found no words in them.",
        "Look at it yourself, or ask for a file with real text.",
    ),
    "recognised-late": (
        "timed-out",
        "The document holds pictures alone, and recognising them took too long.",
        "Screen it again when the machine is less busy.",
    ),
    "encrypted": ("encrypted", "The document is locked with a password.", "Ask for a copy without a password."),
    "damaged": ("damaged", "The file is damaged or was cut short: its parts cannot be unpacked.", _ASK_AGAIN),
    "damaged-xml": ("damaged", "The document's inner structure is not what a word processor writes.", _ASK_AGAIN),
    "doc": (
        "unsupported",
        "This is a Word document in the old .doc format of before 2007.",
        "Install LibreOffice or antiword and screen it again, save it as PDF or DOCX with Word, or ask for such a file.",
    ),
    "doc-damaged": ("damaged", "The program that converts old Word documents (.doc) could not open this one.", _ASK_AGAIN),
    "office": ("unsupported", "This is an old office file (.xls, .ppt, .msg …), not a document with pages of text.", _SAVE_AS),
    "spreadsheet": ("unsupported", "This is a spreadsheet, not a document.", _SAVE_AS),
    "presentation": ("unsupported", "This is a presentation, not a document.", _SAVE_AS),
    "opendocument": ("unsupported", "This is an OpenDocument file, but a spreadsheet, presentation or drawing.", _SAVE_AS),
    "word-xml": ("unsupported", "This is a Word document saved as one XML file.", _SAVE_AS),
    "pages": ("unsupported", "This is a document of Apple Pages.", _SAVE_AS),
    "zip": ("unsupported", "This is a zip archive, not a document.", "Unpack it and screen the files inside."),
    "nothing-inside": ("empty", "There is no file inside.", "Ask for the résumé itself, as PDF or DOCX."),
    "nothing-readable": (
        "unsupported",
        "No file inside is of a kind that is read.",
        "Look at what is inside, and ask for the résumé itself, as PDF or DOCX.",
    ),
    "archive": ("unsupported", "This is a packed archive, not a document.", "Unpack it and screen the files inside."),
    "email": ("unsupported", "This is an e-mail, not a document.", "Save its attachments and screen them."),
    "html": ("unsupported", "This is a web page.", _SAVE_AS),
    "rtf": ("unsupported", "This is a document in Rich Text Format (RTF).", _SAVE_AS),
    "text": ("unsupported", "This is plain text without pages.", _SAVE_AS),
    "image": (
        "scanned",
        "This is a picture, not a document with text.",
        "Install Tesseract, which reads pictures of text (`sudo apt-get install tesseract-ocr`), and screen it again without `--ocr off`; "
        "or ask for a file with real text.",
    ),
    "unknown": ("unsupported", "This is not a kind of file that holds a résumé's text.", _ASK_AGAIN),
}
"""Case → (code, message, advice). Several cases may share a code: the code is for programs, the message for people."""


def unreadable(case: str) -> UnreadableDocumentError:
    """The error to raise for one of CASES."""
    return UnreadableDocumentError(*CASES[case])

"""How well a page was read, and what that makes of the document."""

from __future__ import annotations

import re

from screener.document import Reading, ReadingVerdict
from screener.extract.pdf.words import PageQuality, PageWords

_MIN_WORDS = 5  # on a page with pictures; with fewer it is a scan or a full-page image
_TOLD_LOSS = 0.02  # of a page: with less, the reading is as good as whole
_LONG_WORD = 22  # letters; longer ones are words run together, but for a compound now and then
_RUN_TOGETHER_SHARE = 0.02
_REPAIRED_SHARE = 0.2  # of the words of a page: with fewer, those that were read tell well enough how wide a space is
_LOSS_OF_REPAIRS = 0.1
_VOWELS = re.compile(r"[aeiouyàâäáãåæèéêëìíîïòóôöõøùúûüœаеёиоуыэюяαεηιουω]", re.IGNORECASE)
_LATIN_WORD = re.compile(r"[A-Za-zÀ-ɏ]{4,}")
_LATIN_LETTERS = re.compile(r"[A-Za-zÀ-ɏ]")
_NO_VOWEL_SHARE = 0.3
_MIN_JUDGED_WORDS, _SAMPLE = 20, 100
_GOOD, _FAILED = 0.9, 0.4


def quality_of(page: PageWords) -> PageQuality:
    """What the words of a page tell of how it was read; `doubts` are words of `DOUBTS`."""
    if page.quality is None:
        judged = _judged(page)
        page.quality = PageQuality(judged.share, (*judged.doubts, "late")) if page.late else judged
    return page.quality


def _judged(page: PageWords) -> PageQuality:
    if not page.width:
        return PageQuality(0.0, ("unread",))
    if not page.words:
        return PageQuality(0.0, ("no-text",)) if page.pictures else PageQuality(1.0)
    if len(page.words) < _MIN_WORDS and page.pictures:
        return PageQuality(0.3, ("little-text",))
    losses = {
        "unmapped": _unmapped_loss(page),
        "run-together": _run_together_loss(page),
        "missing-spaces": _missing_spaces_loss(page),
        "garbled": _garbled_loss(page),
    }
    return PageQuality(max(0.0, 1.0 - sum(losses.values())), tuple(doubt for doubt, loss in losses.items() if loss))


_LETTER_DOUBTS = frozenset({"unmapped", "garbled", "run-together"})
DOUBTS = {
    "unread": "{pages} too damaged to be opened",
    "no-text": "{pages} without text: pictures alone, probably a scan",
    "little-text": "{pages} with hardly any text beside pictures",
    "unmapped": "{pages} with characters that have no Unicode value",
    "run-together": "{pages} with words run together",
    "missing-spaces": "{pages} with spaces between words left out, put back by the distance of their letters",
    "garbled": "{pages} with letters that make no words",
    "recognised": "{pages} recognised from pictures",
    "uncertain": "{pages} hard to recognise: letters may be wrong",
    "incomplete": "{pages} with print that was not recognised",
    "late": "{pages} with pictures that took too long to recognise: screen the file again when the machine is less busy",
}
"""What can be wrong with a page → how it is told."""
LATE = "ocr-timeout"
_FLAGS = {"no-text": "scanned", "recognised": "ocr", "late": LATE}
_NEVER_GOOD = frozenset({"no-text", "unread", "uncertain", "incomplete", "late"})


def reading_of(pages: list[PageWords], page_count: int) -> tuple[Reading, tuple[str, ...]]:
    """The verdict on a document, and its flags."""
    qualities = [(page.number, quality_of(page)) for page in pages]
    reasons = [_reason(doubt, [number for number, quality in qualities if doubt in quality.doubts]) for doubt in DOUBTS]
    weights = [max(len(page.words), 150) for page in pages]
    score = sum(quality.share * weight for (_, quality), weight in zip(qualities, weights, strict=True)) / max(sum(weights), 1)
    if page_count > len(pages):
        reasons.append(f"only the first {len(pages)} of {page_count} pages were read")
        score = min(score, 0.8)
    doubts = {doubt for _, quality in qualities for doubt in quality.doubts}
    flags = {flag for doubt, flag in _FLAGS.items() if doubt in doubts}
    if any(quality.share < 1 - _TOLD_LOSS and set(quality.doubts) & _LETTER_DOUBTS for _, quality in qualities):
        flags.add("low-quality-text")
    return Reading(_verdict(score, doubts), round(score, 3), tuple(reason for reason in reasons if reason)), tuple(sorted(flags))


def _verdict(score: float, doubts: set[str]) -> ReadingVerdict:
    if score < _FAILED:
        return "failed"
    return "good" if score >= _GOOD and not doubts & _NEVER_GOOD else "doubtful"


def _reason(doubt: str, numbers: list[int]) -> str:
    if not numbers:
        return ""
    listed = ", ".join(map(str, numbers[:5])) + (" …" if len(numbers) > 5 else "")
    return DOUBTS[doubt].format(pages=f"page{'s' if len(numbers) > 1 else ''} {listed}")


def _unmapped_loss(page: PageWords) -> float:
    return min(1.0, 5 * page.unmapped / max(page.characters, 1))


def _run_together_loss(page: PageWords) -> float:
    long = sum([len(word.text) > _LONG_WORD and word.text.isalpha() and _LATIN_LETTERS.match(word.text) is not None for word in page.words])
    return min(1.0, 10 * long / len(page.words)) if long > _RUN_TOGETHER_SHARE * len(page.words) else 0.0


def _missing_spaces_loss(page: PageWords) -> float:
    """Spaces put back from the boxes are right nearly always: a doubt for the careful reader to settle, hardly a loss."""
    share = page.repaired / max(len(page.words), 1)
    return _LOSS_OF_REPAIRS * share if share > _REPAIRED_SHARE else 0.0


def _garbled_loss(page: PageWords) -> float:
    """Fonts with a wrong map give letters without meaning: hardly any text is without vowels."""
    plain = [word.text for word in page.words[:_SAMPLE] if _LATIN_WORD.fullmatch(word.text) and not word.text.isupper()]
    if len(plain) < _MIN_JUDGED_WORDS:
        return 0.0
    share = sum([_VOWELS.search(text) is None for text in plain]) / len(plain)
    return min(1.0, 2 * share) if share > _NO_VOWEL_SHARE else 0.0

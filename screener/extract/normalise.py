"""The raw text of one line, made plain: the same words whatever program wrote the file."""

from __future__ import annotations

import re
import unicodedata

# What asks for more than taking a bullet off: most lines have none of it.
_ODD_CHARACTER = re.compile("[^\t -~¡-§©«¬®-±µ-¸»¿-ſ–—‘-”†•€]")
_ODD_MARKS = ("  ", "\t\t", "\t ", " \t", "...", "___", "----", "====", "–––", "———", "(cid:")
_ODD_LETTERS = re.compile(r"[ \t][^\W\d_] [^\W\d_] ")

_CID = re.compile(r"\(cid:\d{1,6}\)")
_DOT_LEADER = re.compile(r"\s?(?:\.\s?){3,}\.\s?")
_RULE = re.compile(r"_{3,}|-{4,}|[–—]{3,}|={4,}|[─━═]{2,}")
_WIDE_GAP = re.compile(r" ?\t[ \t]*")
_SPACES = re.compile(r" {2,}")

# Glyphs of Symbol and Wingdings that word processors use as bullets (private-use codes of those two fonts).
_SYMBOL_BULLETS = "\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf0a8\uf06e\uf071\uf06c\uf0be\uf02d\uf09f\uf077"
_BULLET_GLYPHS = "•●▪■◦○‣∙⁃⬤◆◇◘▫□❖➢➤►▶▸✓✔✦❑❒✧⚫◉⦿⁌⁍➔➣➧" + _SYMBOL_BULLETS
_BULLET = re.compile(rf"[{_BULLET_GLYPHS}][\s{_BULLET_GLYPHS}]*")
# A dash, an asterisk, a middle dot or the letter o is a bullet only with a space and a word behind it.
_DASH_BULLET = re.compile(r"(?:[-–—−*·¤]\s+(?=[^\W\d_]|[\"'(])|[·¤](?=[^\W\d_])|o\s+(?=[A-Z]))(?!(?:Present|Current|Now|Till)\b)")
BULLET = "• "

_REPLACED = str.maketrans(
    {
        "\xa0": " ",
        "™": "",
        "℠": "",
        "´": "'",
        "¨": "",
        "\u2010": "-",
        "\u2011": "-",
        "\u2012": "–",
        "\u2015": "—",
        "−": "-",
        "∕": "/",
        "\x0b": " ",
        "\x0c": " ",
        "\r": " ",
        "\n": " ",
        "\u2028": " ",
        "\u2029": " ",
    }
)
# Line-end hyphens as PDFium marks them: it has joined the two lines already.
_JOINED_HYPHEN = re.compile("(\\w{0,30})[\ufffe\x02]\\s?(?=(\\w?))")
_SOFT_HYPHEN = "\xad"
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})

# A line break after one of these takes the place of the space of a compound ("full-\nstack"), not of a syllable.
_COMPOUND_HEAD_WORDS = """
    full front back end real long short high low well self non cross multi single open closed third first second two three one
    object event test domain user client server part state best fast hands cutting large small mid senior junior problem decision
    team result detail cloud cost customer business role rule model machine peer end-to highly service quality production mission
    security zero award industry world
"""
_COMPOUND_HEADS = frozenset(_COMPOUND_HEAD_WORDS.split())

_LETTER_RUN = re.compile(r"(?<!\S)[^\W\d_](?: [^\W\d_]){4,}(?!\S)")
_WORD_GAP = re.compile(r"( {2,}| ?\t ?)")
_LAST_WORD = re.compile(r"(?<!\w)\w+\Z")
_MIN_SPACED_TOKENS = 4
_MIN_SPACED_LETTERS, _MAX_SPACED_LETTERS = 5, 30


def normalise_line(raw: str, *, visible_soft_hyphens: bool = False) -> str:
    """The text of one line: NFKC, words one space apart, wide gaps as one tab, a bullet as "• ", no control or private-use character.

    visible_soft_hyphens: U+00AD stands for a hyphen that is drawn (PDF), rather than a place to break (DOCX).
    """
    text, bullet = _without_bullet(raw)
    if _is_plain(text):
        return bullet + text if text else bullet.strip()
    text = _CID.sub("", raw).translate(_REPLACED)
    text = _JOINED_HYPHEN.sub(_rejoined, text)
    text = text.replace(_SOFT_HYPHEN, "-" if visible_soft_hyphens else "")
    text, bullet = _without_bullet(text)
    text = unicodedata.normalize("NFKC", text).replace("⁄", "/")
    if not text.isascii():
        text = "".join(_kept(character) for character in text)
    elif not text.isprintable():
        text = "".join(character for character in text if character == "\t" or character.isprintable())
    text = join_letter_spacing(text)
    text = _WIDE_GAP.sub("\t", _SPACES.sub(" ", _RULE.sub(" ", text)))
    text = _WIDE_GAP.sub("\t", _DOT_LEADER.sub("\t", text)).strip()
    return bullet + text if text else bullet.strip()


def _is_plain(raw: str) -> bool:
    """Whether nothing is to be done to a line without its bullet."""
    if raw[:1].isspace() or raw[-1:].isspace() or (raw[1:2] == " " == raw[3:4] and raw[0].isalpha()):
        return False
    if _ODD_CHARACTER.search(raw):
        return False
    return not any(map(raw.__contains__, _ODD_MARKS)) and _ODD_LETTERS.search(raw) is None


def join_letter_spacing(text: str) -> str:
    """ "E X P E R I E N C E" as "EXPERIENCE"; words stay apart where more than one space or a tab is between them.

    A line of nothing but one to three capitals at a time ("C O N TA C T") is taken for letter-spaced as a whole.
    """
    if " " not in text:
        return text
    parts = [part for part in _WORD_GAP.split(text) if part]
    if _is_letter_spaced([token for part in parts if not part.isspace() for token in part.split(" ")]):
        return "".join([_gap(part) or part.replace(" ", "") for part in parts])
    return "".join([_gap(part) or _join_spaced_word(part) for part in parts])


def join_hyphenated(left: str, right: str) -> str | None:
    """Two lines as one where the word at the end of the first goes on in the second; None where it does not."""
    if len(left) < 3 or not right or left[-1] not in "-\xad\u2010\ufffe\x02" or not left[-2].isalpha() or not right[0].islower():
        return None
    match = _LAST_WORD.search(left[:-1])
    head = match.group() if match else ""
    return left[:-1] + ("-" if _is_compound(head) and left[-1] != _SOFT_HYPHEN else "") + right


def _rejoined(match: re.Match[str]) -> str:
    head, tail = match.group(1), match.group(2)
    keep = _is_compound(head) or not tail[:1].islower()
    return head + ("-" if keep and head and tail else "")


def _is_compound(head: str) -> bool:
    return head.lower() in _COMPOUND_HEADS


def _without_bullet(text: str) -> tuple[str, str]:
    """The text behind a bullet at its start, and the bullet as it is to be written ("" when there is none)."""
    if text[:1].isalnum() and text[0] != "o":
        return text, ""
    stripped = text.lstrip()
    match = _BULLET.match(stripped) or _DASH_BULLET.match(stripped)
    if match is None:
        return text, ""
    return stripped[match.end() :], BULLET


def _kept(character: str) -> str:
    if character.isascii() and (character.isprintable() or character == "\t"):
        return character
    code = ord(character)
    if 0x2600 <= code <= 0x27BF or 0x1F000 <= code <= 0x1FAFF or character == "\ufffd":
        return " "  # pictographs: the icon before a phone number says nothing in words
    category = unicodedata.category(character)
    if category in _DROPPED_CATEGORIES:
        return " " if category == "Co" else ""
    return " " if category == "Zs" else character


def _gap(part: str) -> str:
    """The gap between two words of a letter-spaced line, "" when the part is a word."""
    return "" if not part.isspace() else "\t" if "\t" in part else " "


def _is_letter_spaced(tokens: list[str]) -> bool:
    """Whether these are the letters of a heading rather than words: one to three capitals each, most of them alone."""
    singles = sum([len(token) == 1 for token in tokens])
    long = len(tokens) >= _MIN_SPACED_TOKENS and sum(map(len, tokens)) >= _MIN_SPACED_LETTERS
    return long and 2 * singles >= len(tokens) and all(len(token) <= 3 and token.isalpha() and token.isupper() for token in tokens)


def _join_spaced_word(text: str) -> str:
    tokens = text.split(" ")
    return "".join(tokens) if _is_letter_spaced(tokens) else _LETTER_RUN.sub(_joined_run, text)


def _joined_run(match: re.Match[str]) -> str:
    run = match.group()
    return run if len(run) > 2 * _MAX_SPACED_LETTERS or len(set(run.upper())) < _MIN_SPACED_LETTERS - 1 else run.replace(" ", "")

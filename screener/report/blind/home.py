"""Where somebody lives: the town of the address at the head, wherever it is named again, and addresses in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set

from screener.report.blind.folded import flat
from screener.taxonomy.identity import load_identity_words

Piece = tuple[int, int]
_TOWN = r"[^\W\d_a-zß-ÿ][\w'’.-]*(?:[ -][^\W\d_a-zß-ÿ][\w'’.-]*){0,2}"
"""Up to three words with capitals."""
_AFTER_STREET = re.compile(rf",? ?(?:[A-Z]{{1,2}}-)?\d{{4,6}},? {_TOWN}|, {_TOWN}(?:,? [A-Z]{{1,2}}\d[A-Z\d]? ?\d[A-Z]{{2}})?")
_POSTCODE = re.compile(rf"(?<!\w)[A-Z]{{1,2}}\d[A-Z\d]? \d[A-Z]{{2}}(?!\w)|(?<!\w){_TOWN}, [A-Z]{{2}} \d{{5}}(?!\w)")
"""British postcodes, and an American town with its own."""
_CODE_AND_TOWN = re.compile(rf"(?<!\w)(?:[A-Z]{{1,2}}-)?\d{{4,6}} (?P<town>{_TOWN})")
_TOWN_FIRST = re.compile(rf"\s*(?P<town>{_TOWN}), (?P<land>[^,\d]*[^,\d\s])(?: \d{{4,6}})?\s*")
_TOWN_ALONE = re.compile(rf"\s*(?P<town>{_TOWN})(?: \(\d{{2,5}}\))?\s*")
_TOWN_AND_CODE = re.compile(rf"\s*(?P<town>{_TOWN}) \(\d{{2,5}}\)\s*")
_SHORTEST = 3


def with_town(text: str, start: int, end: int) -> Piece:
    """The piece of a street and its number, with the town behind it."""
    match = _AFTER_STREET.match(text, end)
    return start, match.end() if match else end


def postcodes(text: str) -> Iterator[Piece]:
    """Postcodes that look like nothing else."""
    return (match.span() for match in _POSTCODE.finditer(text))


def towns(cells: Iterable[str], beside: Iterable[str], streets: re.Pattern[str], facts: Set[str]) -> set[str]:
    """Names of towns, folded, that the cells of a head give as somebody's own.

    beside: what stands in one line with an e-mail address or number. facts: folded words that may not be taken for one.
    """
    found = {match.group("town") for part in beside if (match := _TOWN_ALONE.fullmatch(part)) and not _is_land(part)}
    for cell in cells:
        if match := _TOWN_AND_CODE.fullmatch(cell):
            found.add(match.group("town"))
        if match := _CODE_AND_TOWN.search(cell):
            found.add(match.group("town"))
        if match := streets.search(flat(cell)):
            _, end = with_town(cell, *match.span())
            found |= {part for part in re.split(r"[\d,]+", cell[match.end() : end]) if part.strip().istitle()}
        match = _TOWN_FIRST.fullmatch(cell)
        if match and _is_land(match.group("land")):
            found.add(match.group("town"))
    names = {flat(each.strip()) for each in found}
    return {name for name in names if len(name) >= _SHORTEST and facts.isdisjoint(name.split())}


def named(town: str, text: str, even: str) -> Iterator[Piece]:
    """Where the town is named, with a capital: "Reading" is one and "reading" is not."""
    for match in re.finditer(rf"(?<!\w){re.escape(town)}(?!\w)", even):
        if text[match.start()].isupper():
            yield match.span()


def _is_land(text: str) -> bool:
    return flat(text.strip()) in load_identity_words().lands or re.fullmatch(r"[A-Z]{2}", text.strip()) is not None

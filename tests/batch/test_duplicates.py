"""Files that are alike are linked, whatever their order, and none is dropped."""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import Any, ClassVar

import pytest
from msgspec.structs import replace

from screener.batch.duplicates import find_duplicates, link_duplicates
from screener.batch.likeness import Signature, signature_of, similarity
from screener.batch.spool import Spool
from screener.decision import Decision, Failure, Measures, Screening
from screener.document import Document, DocumentFacts, Line, Span
from screener.resume import Contact, Qualifications, Resume

WORDS = [first + second for first in ("ba", "co", "di", "fu", "ge", "hy", "ki", "lo", "mu", "ne") for second in "bcdfghjklmnpqrstvwxz"]


def prose(seed: int, count: int = 400) -> list[str]:
    """A text of invented words."""
    return random.Random(seed).choices(WORDS, k=count)


def spans(*texts: str) -> tuple[Span, ...]:
    return tuple(Span(text, 0, len(text), 1, 1) for text in texts)


def screening(
    file: str, text: Sequence[str] | str, *, sha256: str = "", name: str = "", email: str = "", phone: str = "", flags: tuple[str, ...] = ()
) -> Screening:
    words = text if isinstance(text, str) else " ".join(text)
    contact = Contact(spans(name)[0] if name else None, spans(email) if email else (), spans(phone) if phone else ())
    resume = Resume(Document(words, (Line(0, len(words)),), DocumentFacts("pdf")), Qualifications(), contact)
    return Screening(file, sha256 or f"of {file}", resume, Decision("review", 0, "", (), Measures()), flags=flags)


def linked(*screenings: Screening) -> dict[str, list[tuple[str, str]]]:
    return {row.file: [(other.file, other.likeness) for other in row.duplicates] for row in link_duplicates(screenings) if row.duplicates}


def changed(words: list[str], count: int) -> list[str]:
    """The text with `count` of its words replaced, evenly spread."""
    result, step = list(words), len(words) // count
    for index in range(count):
        result[index * step] = f"changed{index}"
    return result


def test_the_same_bytes_the_same_words_and_nearly_the_same_words() -> None:
    text = prose(1)
    found = linked(
        screening("a.pdf", text, sha256="11"),
        screening("b.pdf", text, sha256="11"),
        screening("c.docx", ", ".join(word.upper() for word in text)),
        screening("d.pdf", changed(text, 3)),
        screening("other.pdf", prose(2)),
    )
    assert found["a.pdf"] == [("b.pdf", "same-bytes"), ("c.docx", "same-text"), ("d.pdf", "similar-text")]
    assert found["d.pdf"] == [("a.pdf", "similar-text"), ("b.pdf", "similar-text"), ("c.docx", "similar-text")]
    assert "other.pdf" not in found


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize(("changes", "alike"), [(2, True), (5, True), (20, False), (60, False)])
def test_nearly_the_same_means_nine_tenths_of_the_runs_of_words(seed: int, changes: int, alike: bool) -> None:
    text = prose(seed)
    assert bool(linked(screening("a.pdf", text), screening("b.pdf", changed(text, changes)))) is alike


def test_the_estimate_is_near_the_true_similarity() -> None:
    errors = []
    for seed in range(30):
        text = prose(seed)
        other = changed(text, 10)
        one, two = ({tuple(words[index : index + 3]) for index in range(len(words) - 2)} for words in (text, other))
        true = len(one & two) / len(one | two)
        errors.append(similarity(signature_of(screening("a", text)), signature_of(screening("b", other))) - true)
    assert abs(sum(errors) / len(errors)) < 0.02
    assert max(map(abs, errors)) < 0.12


def test_one_person_s_files_are_linked_by_an_address_however_it_is_written() -> None:
    found = linked(
        screening("2024.pdf", prose(1), name="Mira Testová", email="Mira@Example.org"),
        screening("2026.pdf", prose(2), name="TESTOVA, MIRA", email="mira@example.org", phone="+44 7700 900123"),
        screening("short.pdf", prose(3), phone="07700 900 123"),
        screening("stranger.pdf", prose(4), name="Otto Probe", email="otto@example.org"),
    )
    assert found == {
        "2024.pdf": [("2026.pdf", "same-person"), ("short.pdf", "same-person")],
        "2026.pdf": [("2024.pdf", "same-person"), ("short.pdf", "same-person")],
        "short.pdf": [("2024.pdf", "same-person"), ("2026.pdf", "same-person")],
    }


def test_people_of_other_names_who_share_an_address_are_not_one_person() -> None:
    agency = {"email": "people@agency.example"}
    assert linked(screening("a.pdf", prose(1), name="Mira Testova", **agency), screening("b.pdf", prose(2), name="Otto Probe", **agency)) == {}


def test_an_address_in_very_many_texts_is_nobody_s() -> None:
    assert linked(*(screening(f"{number}.pdf", prose(number), email="people@agency.example") for number in range(21))) == {}


def test_texts_without_words_and_too_short_a_number_link_nothing() -> None:
    assert linked(screening("a.pdf", "", phone="112"), screening("b.pdf", "", phone="112"), screening("c.pdf", "one two")) == {}


def test_unreadable_files_are_linked_by_their_bytes_alone() -> None:
    failure = Failure("encrypted", "Locked.", "Ask.")
    rows = [Screening(name, sha256, failure=failure) for name, sha256 in (("a.pdf", "11"), ("b.pdf", "11"), ("c.pdf", ""), ("d.pdf", ""))]
    assert linked(*rows) == {"a.pdf": [("b.pdf", "same-bytes")], "b.pdf": [("a.pdf", "same-bytes")]}


def test_nothing_is_dropped_and_nothing_else_changes() -> None:
    rows = [screening("b.pdf", prose(1), flags=("ocr",)), screening("a.pdf", prose(1)), screening("c.pdf", prose(2), flags=("ocr",))]
    given = list(link_duplicates(rows))
    assert [row.file for row in given] == ["b.pdf", "a.pdf", "c.pdf"]
    assert [row.flags for row in given] == [("duplicate", "ocr"), ("duplicate",), ("ocr",)]
    assert [replace(row, flags=(), duplicates=()) for row in given] == [replace(row, flags=()) for row in rows]


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_files_changes_no_link(seed: int) -> None:
    text = prose(1)
    rows = [
        *(screening(f"near {number}.pdf", changed(text, number)) for number in range(2, 12)),
        screening("mail.pdf", prose(2), email="mira@example.org"),
        screening("mail and near.pdf", changed(text, 4)[:-1], email="mira@example.org"),
        *(screening(f"stranger {number}.pdf", prose(number + 10)) for number in range(5)),
    ]
    shuffled = random.Random(seed).sample(rows, len(rows))
    assert linked(*shuffled) == linked(*rows)


def test_of_very_many_the_first_twenty_are_named() -> None:
    found = linked(*(screening(f"{number:03}.pdf", prose(1)) for number in range(50)))
    assert len(found) == 50
    assert [name for name, _ in found["000.pdf"]] == [f"{number:03}.pdf" for number in range(1, 21)]


def test_a_signature_is_small() -> None:
    signature = signature_of(screening("a.pdf", prose(1, count=20_000)))
    assert len(signature.bins) + len(signature.words) <= 512


def test_a_folder_of_thousands_is_linked_without_comparing_all_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    compared = 0

    def counted(one: Signature, other: Signature) -> float:
        nonlocal compared
        compared += 1
        return similarity(one, other)

    monkeypatch.setattr("screener.batch.duplicates.similarity", counted)
    signatures = [signature_of(screening(f"{number}.pdf", prose(number // 2, count=60)[: 60 - number % 2])) for number in range(2000)]
    assert len(find_duplicates(signatures)) > 1900
    assert compared < 20 * len(signatures)


def test_a_spool_gives_back_what_was_put_in_as_often_as_it_is_asked() -> None:
    with Spool[str]() as spool:
        for value in ("a", "", "c" * 10_000):
            spool.append(value)
        assert list(spool) == list(spool) == ["a", "", "c" * 10_000]


def test_places_of_a_spool_are_filled_in_any_order_and_gaps_close() -> None:
    with Spool[str]() as spool:
        for place in (3, 0, 5):
            spool.put(place, f"value {place}")
        spool.close_gaps()
        assert list(spool) == ["value 0", "value 3", "value 5"]
        assert (len(spool), spool[1], spool[0]) == (3, "value 3", "value 0")


def test_signatures_are_gone_through_once_and_only_those_that_may_be_alike_are_asked_for_again() -> None:
    class Counted(list[Signature]):
        asked: ClassVar[list[int]] = []

        def __getitem__(self, place: Any) -> Any:
            self.asked.append(place)
            return super().__getitem__(place)

    rows = [screening(f"{number}.pdf", prose(number), email=f"{number}@example.org") for number in range(40)]
    signatures = Counted(map(signature_of, [*rows, screening("copy.pdf", prose(7), email="7@example.org")]))
    found = find_duplicates(signatures)
    assert {index: [each.file for each in found[index]] for index in found} == {7: ["copy.pdf"], 40: ["7.pdf"]}
    assert set(Counted.asked) == {7, 40}

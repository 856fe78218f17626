"""Names, addresses and telephone numbers of invented people."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from spacy.tokens import Doc
from spacy.vocab import Vocab

from screener.document import Document
from screener.parse.contact import contact as read_contact
from screener.parse.draft import attach_draft, draft_of
from tests.parse.builders import document, draft_after


def contact(text: str) -> tuple[str, list[str], list[str]]:
    found = draft_after(text, "screener_contact").contact
    return found.name.text if found.name else "", [span.text for span in found.emails], [span.text for span in found.phones]


@pytest.mark.parametrize(("header", "name"), [
    ("Ana Lucía Ferrante\nSoftware Engineer", "Ana Lucía Ferrante"), ("ANA FERRANTE", "ANA FERRANTE"), ("Dr. Ana Ferrante\nLeeds", "Dr. Ana Ferrante"),
    ("Curriculum Vitae\nAna Ferrante", "Ana Ferrante"), ("Name: Ana Ferrante\nLeeds", "Ana Ferrante"), ("Ana Ferrante | Leeds | ana@example.com", "Ana Ferrante"),
    ("RESUME\nSenior Developer\nAna Ferrante", "Ana Ferrante"), ("Ana van der Ferrante", "Ana van der Ferrante"), ("Ana Ferrante, M.Sc.\nx", "Ana Ferrante"), ("田中 花子\nx", "田中 花子"),
])
def test_the_name_is_found_in_the_header(header: str, name: str) -> None:
    assert contact(f"{header}\nEXPERIENCE\nOld Mill Inc")[0] == name


@pytest.mark.parametrize(("header", "name"), [
    ("IMA SAMPLE\nimasample1@example.com", "IMA SAMPLE"),
    ("europass\tCurriculum Vitae Íñigo Larra Otxo\ninigo.lo@example.es", "Íñigo Larra Otxo"),
    ("Consultant Profile – P. R. Venkatar\nLeeds", "P. R. Venkatar"),
    ("Dana Kowal backend / platform\ndana@example.dev", "Dana Kowal"),
    ("Callum J. Farquhar BSc (Hons)\nDundee", "Callum J. Farquhar"),
    ("Lebenslauf\nName\tTorsten Bräu\nGeburtsdatum\t03.07.1988", "Torsten Bräu"),
    ("Green Harbour Lane\nAna Ferrante\nana.ferrante@example.com", "Ana Ferrante"),
])
def test_the_name_is_found_behind_what_introduces_it_and_confirmed_by_the_address(header: str, name: str) -> None:
    assert contact(f"{header}\nEXPERIENCE\nOld Mill Inc")[0] == name


def test_words_of_other_parts_are_no_name() -> None:
    assert contact("Senior Developer\nEDUCATION\nBSc, Lakeside\nExpected Graduation Date: June 2027\nEMPLOYERS\nOld Mill Group")[0] == ""


def test_a_name_set_large_over_two_lines_is_one() -> None:
    made = document("Ana\nFerrante\nEngineer\nLeeds")
    large = tuple(replace(line, size=16.0 if number < 2 else 9.0) for number, line in enumerate(made.lines))
    draft = attach_draft(Doc(Vocab()), Document(made.text, large, made.facts))
    found = draft_of(read_contact(draft)).contact.name
    assert found is not None
    assert found.text.split() == ["Ana", "Ferrante"]


def test_a_document_without_a_name_has_none() -> None:
    assert contact("SUMMARY\nBuilt many things for many people over the years.\nEXPERIENCE\nOld Mill Inc")[0] == ""


@pytest.mark.parametrize("phone", ["(512) 555-0142", "+44 7700 900123", "+49 30 23125 012", "512.555.0142", "02 61 91 00 01"])
def test_phone_numbers_of_many_countries_are_found(phone: str) -> None:
    assert contact(f"Ana Ferrante\n{phone} | ana@example.com\nEXPERIENCE")[1:] == (["ana@example.com"], [phone])


@pytest.mark.parametrize("text", ["2015 - 2018", "2015–2018", "01.02.2017 - 31.03.2019", "123 456", "10.1234/5678.9012", "US Patent 11,234,567"])
def test_dates_and_other_numbers_are_no_phone_numbers(text: str) -> None:
    assert contact(f"Ana Ferrante\n{text}\nEXPERIENCE")[2] == []


def test_addresses_of_referees_are_not_the_persons() -> None:
    assert contact("Ana Ferrante\nana@example.com\nEXPERIENCE\nOld Mill\nREFERENCES\nBo Other, bo@example.org, (512) 555-0143")[1:] == (["ana@example.com"], [])

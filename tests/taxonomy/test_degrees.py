"""The names of degrees and fields: right levels and families, and data files that tell all their mistakes at once."""

from __future__ import annotations

from typing import Any

import pytest

from screener.errors import DataFileError
from screener.resume import DEGREE_LEVELS
from screener.taxonomy import degrees as degrees_module
from screener.taxonomy import fields as fields_module
from screener.taxonomy.degrees import load_degrees
from screener.taxonomy.fields import field_families, load_fields, related_families
from screener.taxonomy.folding import PhraseTable, Value, fold, words_of

SOURCE = {"name": "made for a test", "licence": "CC0-1.0"}
LISTS = {section: {name: ["word"] for name in names} for section, names in degrees_module._WORD_LISTS.items()}


def level_of(name: str) -> str:
    return looked_up(load_degrees().names, name).level


def families_of(name: str) -> tuple[str, ...]:
    return looked_up(load_fields().names, name)


def looked_up(table: PhraseTable[Value], name: str) -> Value:
    words = words_of(name)
    return dict(table.by_first[words[0]])[words]


@pytest.mark.parametrize(
    ("level", "names"),
    [
        ("none", ["High School Diploma", "Abitur", "Baccalauréat", "Diploma", "Bootcamp", "Ausbildung", "Certificate", "GED"]),
        ("associate", ["Associate of Applied Science", "A.A.S.", "HND", "Foundation Degree", "DUT", "BTS", "DEUG", "Técnico Superior"]),
        (
            "bachelor",
            ["B.Tech", "B.E.", "B.Sc.", "BA", "B.Com", "BCA", "BBA", "LLB", "Licence", "Laurea triennale", "Grado", "Licenciatura"],
        ),
        ("bachelor", ["Bacharelado", "Kandidatexamen", "Ingeniería", "Licencjat", "Bachelor's degree", "B. Sc. (Hons)", "Graduação"]),
        ("master", ["M.Sc.", "M.Tech", "MBA", "MCA", "MS", "Master", "M.Phil", "Diplôme d'ingénieur", "Laurea magistrale", "Diplom"]),
        ("master", ["Dipl.-Ing.", "Diplom-Informatiker", "Mestrado", "Maestría", "Máster", "Magister", "Civilingenjör", "Yüksek Lisans"]),
        ("doctorate", ["PhD", "Ph.D.", "Doctorate", "Dr.-Ing.", "Dr. rer. nat.", "Doctorat", "Doktor", "DPhil", "Dottorato", "Doutorado"]),
    ],
)
def test_names_stand_on_their_level(level: str, names: list[str]) -> None:
    assert {name: level_of(name) for name in names} == dict.fromkeys(names, level)


@pytest.mark.parametrize(
    ("family", "names"),
    [
        (
            "computing",
            ["Computer Science", "Software Engineering", "Information Technology", "Information Systems", "Informatics", "Data Science"],
        ),
        (
            "computing",
            ["Informatik", "Wirtschaftsinformatik", "Informatique", "Génie logiciel", "Ingeniería Informática", "Ciência da Computação"],
        ),
        (
            "computing",
            ["Artificial Intelligence", "Cyber Security", "Ingegneria Informatica", "Datavetenskap", "Informatyka", "Tietotekniikka"],
        ),
        ("electrical", ["Electrical Engineering", "Electronics & Communication Engineering", "Telecommunications", "Elektrotechnik"]),
        ("mathematics", ["Mathematics", "Maths", "Statistics", "Applied Mathematics", "Mathématiques", "Wirtschaftsmathematik"]),
        ("mechanical", ["Mechanical Engineering", "Maschinenbau"]),
        ("civil", ["Civil Engineering", "Architecture"]),
        ("physics", ["Physics"]),
        ("biology", ["Biology"]),
        ("business", ["Business Administration", "BWL", "Marketing"]),
        ("media", ["Digital Media"]),
    ],
)
def test_fields_belong_to_their_family(family: str, names: list[str]) -> None:
    assert [name for name in names if family not in families_of(name)] == []


def test_computing_accepts_electrical_engineering_and_mathematics_and_nothing_else() -> None:
    assert related_families("computing") == {"computing", "electrical", "mathematics"}


def test_business_accepts_itself_alone_and_an_unknown_family_is_an_error() -> None:
    assert related_families("business") == {"business"}
    with pytest.raises(KeyError):
        related_families("astrology")


@pytest.mark.parametrize("name", ["Business Administration", "Mechanical Engineering", "Physics", "Biology", "Law", "Digital Media"])
def test_unrelated_fields_share_no_family_with_computing(name: str) -> None:
    assert related_families("computing").isdisjoint(families_of(name))


def test_every_related_family_is_a_family() -> None:
    assert {other for family in field_families() for other in related_families(family)} == set(field_families())


def test_folding_keeps_every_offset() -> None:
    text = "İngénieur ß Łódź B.Sc. “Straße” ﬁ"
    assert len(fold(text)) == len(text)
    assert fold("Diplôme d’Ingénieur") == "diplome d'ingenieur"


def test_a_wrong_degree_file_tells_all_its_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong: dict[str, Any] = {
        "source": SOURCE,
        "degree": [
            {"level": "guru", "names": ["guru degree"]},
            {"level": "master", "names": ["guru degree"], "fields": ["astrology"]},
            {"level": "bachelor"},
        ],
        **LISTS,
        "status": {**LISTS["status"], "held": []},
    }
    monkeypatch.setattr(degrees_module, "read_data", lambda _: wrong)
    with pytest.raises(DataFileError) as caught:
        degrees_module.load_degrees.__wrapped__()
    told = "\n".join(caught.value.problems)
    assert all(
        part in told for part in ("'guru' is none of", "stands in degree[0] already", "no family 'astrology'", "no names", "status.held")
    )
    assert "guru" not in DEGREE_LEVELS


def test_a_wrong_field_file_tells_all_its_mistakes(monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {"source": SOURCE, "family": {"stars": {"names": ["moon", "Moon"], "related": ["sun"]}, "empty": {"title": "Empty"}}}
    monkeypatch.setattr(fields_module, "read_data", lambda _: wrong)
    with pytest.raises(DataFileError) as caught:
        fields_module.load_fields.__wrapped__()
    told = "\n".join(caught.value.problems)
    assert all(part in told for part in ("stars.title", "stands there twice", "no family 'sun'", "empty.names", "generic.names"))

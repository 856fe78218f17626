"""`screen explain --for candidate`: plain words for the person concerned, and how to object."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screener.cli.candidate_note import _PROBLEMS
from screener.report.legend import load_legend
from screener.rules import load_role
from tests.cli.builders import BACKEND, BAKER, write_pdf
from tests.cli.conftest import Shell

OPTIONS = ("--for", "candidate", "--as-of", "2026-11-01")
UNDATED = BACKEND.replace("01/2015 - 12/2022\n", "")
FLAGS = [flag for flag, _ in load_legend()["flag"].entries]


def note(shell: Shell, folder: Path, text: str, *options: str) -> str:
    """The note on one line."""
    said = shell("explain", write_pdf(folder / "mine.pdf", text), *OPTIONS, *options)
    assert (said.status, said.err) == (0, "")
    assert max(map(len, said.out.splitlines())) <= 80
    return " ".join(said.out.split())


@pytest.mark.parametrize(
    ("text", "result"),
    [
        (BACKEND, "shows everything that is required"),
        (UNDATED, "leaves something open that is required, so a person looks at it"),
        (BAKER, "something that is required is not met"),
    ],
)
def test_the_result_is_told_in_a_sentence(shell: Shell, tmp_path: Path, text: str, result: str) -> None:
    assert result in note(shell, tmp_path, text)


@pytest.mark.parametrize("text", [BACKEND, UNDATED, BAKER])
def test_nothing_internal_is_told(shell: Shell, tmp_path: Path, text: str) -> None:
    told = note(shell, tmp_path, text)
    ids = [requirement.id for requirement in load_role("senior-backend").requirements if "-" in requirement.id]
    codes = [flag for flag in FLAGS if "-" in flag]
    for internal in ("score", "version", "does_not_meet", "not_met", "unclear", "flag", "pdfium", "weight", "senior-backend", *ids, *codes):
        assert re.search(rf"(?<![\w-]){re.escape(internal)}(?![\w-])", told) is None, internal


def test_what_was_read_is_quoted_with_its_place(shell: Shell, tmp_path: Path) -> None:
    told = note(shell, tmp_path, BACKEND)
    assert re.search(r"You hold a bachelor's degree in Computer Science\. You write: “BSc Computer Science, .*?” \(page 1, line \d+\)", told)
    assert "Senior Backend Engineer, Example Works GmbH · 01/2015 - 12/2022 (page 1, line 4) 8 years; counts, going by its title." in told
    assert "Not found in your document: " in told


def test_what_could_not_be_told_is_said_and_asked(shell: Shell, tmp_path: Path) -> None:
    told = note(shell, tmp_path, UNDATED)
    assert "No job carries a date, so the years could not be counted." in told
    assert "What you could tell us" in told


def test_how_to_correct_and_contest_is_always_said_and_to_whom(shell: Shell, tmp_path: Path) -> None:
    for text in (BACKEND, UNDATED, BAKER):
        told = note(shell, tmp_path, text, "--contact", "jobs@example.org")
        assert "Write to jobs@example.org." in told
        assert "send a corrected document" in told
        assert "Ask for a person to look at the result" in told
        assert "play no part in the result" in told
    assert "Write to the people you sent your application to." in note(shell, tmp_path, BACKEND)


def test_every_flag_that_a_person_can_do_something_about_has_its_words() -> None:
    assert set(_PROBLEMS) == set(FLAGS) - {"hidden-text", "duplicate", "encrypted", "language-XX"}


def test_a_document_that_cannot_be_read_has_its_note_too(shell: Shell, inbox: Path) -> None:
    said = shell("explain", inbox / "broken.pdf", *OPTIONS, "--contact", "jobs@example.org")
    told = " ".join(said.out.split())
    assert (said.status, said.err) == (0, "")
    assert "could not read your document (broken.pdf), so nothing was judged" in told
    assert "Send it again as PDF or DOCX" in told
    assert "write to jobs@example.org" in told


def test_another_language_is_told_in_words(shell: Shell, tmp_path: Path) -> None:
    portuguese = """João Exemplo
Experiência profissional
Programador na Empresa Exemplo, de janeiro de 2015 até dezembro de 2022
Desenvolvi serviços em Python para os clientes da empresa e fui responsável pela manutenção dos sistemas
Trabalhei com uma equipe que não tinha muita experiência e também com os fornecedores
Formação acadêmica
Licenciatura em Informática, Universidade do Exemplo, 2010 - 2014
Idiomas
Português, inglês e espanhol"""
    told = note(shell, tmp_path, portuguese)
    assert "a language that the program does not judge: a person reads it" in told
    assert "so a person looks at it" in told

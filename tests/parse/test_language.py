"""The language of a text, and whether it is a résumé."""

from __future__ import annotations

import pytest

from tests.parse.builders import draft_after

_TEXTS = {
    "en": "I have worked on the design of services for the bank and on the tools that are used by all teams in the company, with a focus on quality.",
    "de": "Ich habe die Dienste der Bank entwickelt und mit dem Team für die Kunden betrieben, sowie die Schnittstellen zu den Partnern und den Test von der Software im Haus.",
    "fr": "J'ai développé les services de la banque et des outils pour les équipes, avec une attention sur la qualité dans tous les projets du groupe et au sein de la direction.",
    "es": "He desarrollado los servicios del banco y las herramientas para los equipos, con una atención a la calidad en todos los proyectos que son de la empresa y su grupo.",
    "nl": "Ik heb de diensten van de bank ontwikkeld en met het team voor de klanten gebouwd, en ook aan het testen van een systeem op naar mijn mening hoog niveau door te meten.",
    "pl": "Tworzenie usług dla banku oraz narzędzi do pracy na potrzeby zespołu, przez co praca jest szybsza i nie wymaga zmian w systemie przy wdrożeniu po testach do produkcji od zera na nowo.",
    "ru": "Разработка сервисов банка и инструментов для команд, поддержка и развитие платежной системы компании",
    "ja": "銀行のサービスの設計と開発をしました。チームのためのツールもつくりました。",
}


@pytest.mark.parametrize(("language", "text"), _TEXTS.items())
def test_the_language_is_told_by_its_small_words_or_its_script(language: str, text: str) -> None:
    assert draft_after(f"{text}\n{text}", "screener_language").language == language


@pytest.mark.parametrize(("texts", "expected"), [
    (("de",), ("de",)),
    (("de", "de", "fr"), ("de", "fr")),
    (("fr", "de", "fr"), ("fr", "de")),
    (("en",), ("en",)),
])
def test_all_languages_that_much_of_a_text_is_in_are_told_the_main_one_first(texts: tuple[str, ...], expected: tuple[str, ...]) -> None:
    text = "\n".join(_TEXTS[language] for language in texts)
    assert draft_after(f"{text}\n{text}\n{text}", "screener_language").written_in == expected


def test_a_few_words_of_another_language_are_no_second_one() -> None:
    text = "\n".join([_TEXTS["en"]] * 6)
    assert draft_after(f"{text}\nArbeit mit dem Team für die Kunden und das Haus", "screener_language").written_in == ("en",)


def test_a_list_of_product_names_is_taken_for_english() -> None:
    assert draft_after("Java, Python, Docker, Kubernetes", "screener_language").language == "en"


@pytest.mark.parametrize(("text", "expected"), [
    ("Ana Sample\nEXPERIENCE\nDeveloper, Old Mill Inc\t2018 - 2020\n• Built things\nEDUCATION\nBSc Physics, 2014", True),
    ("Invoice 2026-17\nPayable by 1 May 2026\n12 hours of work at 80\nTotal 960", False),
    ("Your Name\nEXPERIENCE\nLorem ipsum dolor sit amet, consectetur adipiscing elit\nLorem ipsum dolor sit amet elit tempor incididunt labore\nEDUCATION\nLorem ipsum", False),
])
def test_what_is_no_resume_is_told(text: str, expected: bool) -> None:
    assert draft_after(text, "screener_language").is_resume is expected

"""Short résumés in languages that are not judged: told by name and sent to a person, never judged as if they were English."""

from __future__ import annotations

from datetime import date

import pytest

from screener.decision import Decision
from screener.parse import build_parser
from screener.resume import Resume
from screener.rules import load_role
from screener.screening import judge
from tests.parse.builders import document

PARSER = build_parser()

ENGLISH = """Nora Quist
Summary
Backend engineer with ten years of services in Java for logistics and the habit of leaving a system simpler than it was.
Experience
Backend Engineer, Tandem Freight\tMarch 2014 - Present
• Built the ordering services in Java with Spring for all of the warehouses in the north.
• Designed the PostgreSQL schema that is used by the billing and the planning teams.
Education
MSc Computer Science, Alder University, 2009 - 2014
Skills
Java, Python, SQL, Docker"""

RESUMES = {
    "nl": (
        "Dutch",
        """Joost Verhagen
Werkervaring
Softwareontwikkelaar, Elzenhof Logistiek
maart 2015 - heden
• Ontwikkelen van webdiensten in Java en Spring voor het plannen van ritten.
• Beheer van de databases op PostgreSQL.
Opleiding
HBO Informatica, Hogeschool Elzen, 2010 - 2014
Vaardigheden
Java, Python, SQL, Docker""",
    ),
    "it": (
        "Italian",
        """Livia Ontano
Esperienze professionali
Sviluppatrice backend, Ontano Trasporti
marzo 2014 - oggi
• Sviluppo di servizi REST in Java per la gestione degli ordini.
• Progettazione della base dati con PostgreSQL.
Istruzione
Laurea magistrale in Informatica, Università di Ontani, 2009 - 2014
Competenze
Java, Python, SQL, Docker""",
    ),
    "pt": (
        "Portuguese",
        """Duarte Amieiro
Experiência profissional
Programador, Amieiro Transportes
março de 2014 - presente
• Desenvolvimento de serviços REST em Java para a gestão de encomendas.
• Modelação de bases de dados em PostgreSQL.
Formação
Licenciatura em Engenharia Informática, Universidade de Amieiros, 2009 - 2013
Competências
Java, Python, SQL, Docker""",
    ),
    "pl": (
        "Polish",
        """Zofia Olszyna
Doświadczenie zawodowe
Programistka, Olszyna Transport
marzec 2014 - obecnie
• Tworzenie usług REST w języku Java oraz utrzymanie systemu zamówień.
• Projektowanie baz danych w PostgreSQL.
Wykształcenie
Magister inżynier informatyki, Politechnika Olszyńska, 2009 - 2014
Umiejętności
Java, Python, SQL, Docker""",
    ),
    "sv": (
        "Swedish",
        """Alva Alström
Arbetslivserfarenhet
Systemutvecklare, Alströms Frakt
mars 2014 - nu
• Utvecklade tjänster i Java och Spring för beställningar.
• Ansvarade för databaser i PostgreSQL.
Utbildning
Civilingenjör i datateknik, Alby tekniska högskola, 2009 - 2014
Kunskaper
Java, Python, SQL, Docker""",
    ),
    "tr": (
        "Turkish",
        """Defne Kızılağaç
İş Deneyimi
Yazılım Geliştirici, Kızılağaç Lojistik
Mart 2014 - devam ediyor
• Sipariş yönetimi için Java ile REST servisleri geliştirdim.
• PostgreSQL veritabanlarının tasarımı.
Eğitim
Bilgisayar Mühendisliği Lisans, Kızılağaç Üniversitesi, 2009 - 2013
Yetenekler
Java, Python, SQL, Docker""",
    ),
    "ru": (
        "Russian",
        """Ольга Ольхова
Опыт работы
Разработчик, Ольха Логистика
март 2014 — настоящее время
• Разработка сервисов REST на Java для управления заказами.
• Проектирование баз данных PostgreSQL.
Образование
Магистр информатики, Ольховский университет, 2009 - 2014
Навыки
Java, Python, SQL, Docker""",
    ),
    "zh": (
        "Chinese",
        """桤木小雨
工作经历
后端工程师，桤木物流
2014年3月 - 至今
• 使用Java开发订单管理服务接口。
• 设计PostgreSQL数据库。
教育背景
计算机科学硕士，桤木大学，2009 - 2014
技能
Java, Python, SQL, Docker""",
    ),
    "ar": (
        "Arabic",
        """نورة الحور
الخبرة العملية
مطورة برمجيات، شركة الحور للنقل
مارس 2014 - حتى الآن
• تطوير خدمات الويب بلغة Java لإدارة الطلبات.
• تصميم قواعد البيانات PostgreSQL.
التعليم
ماجستير علوم الحاسوب، جامعة الحور، 2009 - 2014
المهارات
Java, Python, SQL, Docker""",
    ),
    "hi": (
        "Hindi",
        """नूरा शर्मा
कार्य अनुभव
सॉफ्टवेयर डेवलपर, एल्डर लॉजिस्टिक्स
मार्च 2014 - वर्तमान
• ऑर्डर प्रबंधन के लिए Java में सेवाएँ बनाईं।
• PostgreSQL डेटाबेस का डिज़ाइन।
शिक्षा
कंप्यूटर विज्ञान में स्नातकोत्तर, एल्डर विश्वविद्यालय, 2009 - 2014
कौशल
Java, Python, SQL, Docker""",
    ),
}


def read_and_judged(text: str) -> tuple[Resume, Decision]:
    resume = PARSER.parse(document(text))
    return resume, judge(resume, load_role("senior-backend"), as_of=date(2026, 11, 1))


@pytest.mark.parametrize("code", RESUMES)
def test_a_short_resume_in_another_language_goes_to_a_person_with_the_reason(code: str) -> None:
    name, text = RESUMES[code]
    resume, decision = read_and_judged(text)
    assert resume.qualifications.language == code
    assert decision.flags == (f"language-{code}",)
    assert decision.outcome == "review"
    assert f"the document is in {name}" in decision.reason


@pytest.mark.parametrize("code", ["nl", "it", "pl"])
def test_an_english_resume_with_a_shorter_translation_behind_it_is_judged_as_english(code: str) -> None:
    resume, decision = read_and_judged(f"{ENGLISH}\n{RESUMES[code][1]}")
    assert resume.qualifications.language == "en"
    assert decision.outcome == "meets"


@pytest.mark.parametrize("code", ["nl", "it", "pl", "ru"])
def test_another_language_with_a_few_words_of_english_is_not_judged_as_english(code: str) -> None:
    _, decision = read_and_judged(f"{RESUMES[code][1]}\nI built the ordering services for all of the warehouses in the north.")
    assert decision.flags == (f"language-{code}",)


def test_an_english_resume_with_foreign_names_of_schools_and_employers_is_english() -> None:
    foreign = ENGLISH.replace("Alder University", "Universitet Alby, Högskola Alby").replace("Tandem Freight", "Opleiding Elzen Universiteit")
    resume, _ = read_and_judged(foreign)
    assert resume.qualifications.language == "en"

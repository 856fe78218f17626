"""Degrees of other languages and countries."""

from __future__ import annotations

import pytest

from tests.parse.degree_text import listed


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "MSc Informatik (laufend)\n"
            "Technische Universität Neustadt\n"
            "seit 10/2022\n"
            "B.Sc. Informatik\n"
            "Hochschule Altdorf\n"
            "10/2018 – 09/2022",
            "master in_progress computing @ Technische Universität Neustadt ; bachelor held computing @ Hochschule Altdorf",
        ),
        ("Diplom-Informatiker (FH), Fachhochschule Altdorf, 2001 – 2005", "master held computing @ Fachhochschule Altdorf"),
        ("10/1998 - 03/2004\tTU Neustadt, Studium der Elektrotechnik, Abschluss: Diplom-Ingenieur", "master held electrical @ TU Neustadt"),
        ("Promotion zum Dr.-Ing. in Informatik, Universität Altdorf, 2010", "doctorate held computing @ Universität Altdorf"),
        ("Ausbildung zum Fachinformatiker Anwendungsentwicklung, Berufsschule Altdorf, 2010 – 2013\nAbitur, Gymnasium Altdorf, 2010", ""),
        (
            "Bachelor of Arts Betriebswirtschaftslehre (abgebrochen)\nUniversität Altdorf, 2010 – 2012",
            "bachelor not_finished business @ Universität Altdorf",
        ),
        (
            "2016 – 2019\tDiplôme d'ingénieur en informatique, INSA Valbourg\n"
            "2014 – 2016\tDUT Informatique, IUT de Valbourg\n"
            "2014\tBaccalauréat scientifique, Lycée Jules Martin",
            "master held computing @ INSA Valbourg ; associate held computing @ IUT de Valbourg",
        ),
        (
            "Licence Informatique, Université de Valbourg, 2012-2015\nMaster 2 Génie Logiciel, Université de Valbourg, 2015-2017",
            "bachelor held computing @ Université de Valbourg ; master held computing @ Université de Valbourg",
        ),
        (
            "Licence professionnelle Réseaux et télécommunications\nUniversité de Valbourg\n2013",
            "bachelor held electrical @ Université de Valbourg",
        ),
        ("BTS Services informatiques aux organisations, Lycée Saint-Éloi, 2015", "associate held computing @ Lycée Saint-Éloi"),
        (
            "Master Data Science (en cours)\nÉcole polytechnique de Valbourg",
            "master in_progress computing @ École polytechnique de Valbourg",
        ),
        (
            "Grado en Ingeniería Informática, Universidad de Villanueva, 2010 - 2014\n"
            "Máster en Ciencia de Datos, Universidad de Villanueva, 2014 - 2015",
            "bachelor held computing @ Universidad de Villanueva ; master held computing @ Universidad de Villanueva",
        ),
        (
            "Ingeniero en Sistemas Computacionales\nInstituto Tecnológico de Monteverde\n2006 - 2011",
            "bachelor held computing @ Instituto Tecnológico de Monteverde",
        ),
        ("Técnico Superior en Desarrollo de Aplicaciones Web, IES Villanueva, 2016", "associate held computing"),
        (
            "Licenciatura en Administración de Empresas — Universidad de Monteverde (trunca)",
            "bachelor not_finished business @ Universidad de Monteverde",
        ),
        (
            "Bacharelado em Ciência da Computação\n"
            "Universidade Federal de Serra Azul\n"
            "2011 - 2015\n"
            "Mestrado em Engenharia Elétrica\n"
            "Universidade Federal de Serra Azul\n"
            "2016 - 2018",
            "bachelor held computing @ Universidade Federal de Serra Azul ; master held electrical @ Universidade Federal de Serra Azul",
        ),
        (
            "Laurea Triennale in Ingegneria Informatica, Università di Pontevecchio, 2012\n"
            "Laurea Magistrale in Informatica, Università di Pontevecchio, 2015",
            "bachelor held computing @ Università di Pontevecchio ; master held computing @ Università di Pontevecchio",
        ),
        ("Dottorato di ricerca in Matematica, Università di Pontevecchio, 2019", "doctorate held mathematics @ Università di Pontevecchio"),
        ("HBO Bachelor Informatica, Hogeschool Waterstad, 2012 - 2016", "bachelor held computing @ Hogeschool Waterstad"),
        ("Civilingenjör Datateknik, Tekniska högskolan i Norrby, 2008 – 2013", "master held computing @ Tekniska högskolan i Norrby"),
        ("Magister inżynier, Informatyka, Politechnika Zielonogórska, 2007-2012", "master held computing @ Politechnika Zielonogórska"),
        (
            "Yüksek Lisans, Bilgisayar Mühendisliği, Karadağ Üniversitesi, 2018\n"
            "Lisans, Bilgisayar Mühendisliği, Karadağ Üniversitesi, 2015",
            "master held computing @ Karadağ Üniversitesi ; bachelor held computing @ Karadağ Üniversitesi",
        ),
        ("High School Diploma, Lincoln High School, 2010", ""),
        ("Diploma in Computer Engineering, Government Polytechnic, 2009", ""),
        (
            "Erasmus exchange semester, Universidad de Villanueva, 2015\nBSc Economics, University of Eastmoor, 2013 – 2016",
            "bachelor held economics @ University of Eastmoor",
        ),
        ("Wirtschaftsinformatik (B.Sc.), Universität Altdorf, 2015–2018", "bachelor held computing @ Universität Altdorf"),
        ("Ingénieur en informatique – ENSI Valbourg – 2010", "master held computing"),
        (
            "Graduate Diploma in Information Technology, Kuringai University, 2012\nBachelor of Nursing, Kuringai University, 2006",
            "bachelor held medicine @ Kuringai University",
        ),
        (
            "Universität Altdorf\nDr. rer. nat. in Informatik · (2013 - 2017)\nUniversität Altdorf\nDiplom, Physik · (2007 - 2013)",
            "doctorate held computing @ Universität Altdorf ; master held physics @ Universität Altdorf",
        ),
        (
            "09/2012-03/2018: Studium der Informatik an der Universität Altdorf, Abschluss: Master of Science (Note: 1,3)",
            "master held computing @ Universität Altdorf",
        ),
        (
            "10/2015 – 09/2018 Duales Studium Wirtschaftsinformatik (B.Sc.), DHBW Altdorf in Kooperation mit Blaudrachen GmbH",
            "bachelor held computing @ DHBW Altdorf",
        ),
        (
            "Bachelor of Engineering (B. Eng.), Elektro- und Informationstechnik, Hochschule Altdorf",
            "bachelor held electrical @ Hochschule Altdorf",
        ),
        (
            "Master of Science (M. Sc.) Angewandte Informatik, Schwerpunkt Bildverarbeitung\nHochschule Altdorf",
            "master held computing @ Hochschule Altdorf",
        ),
        ("Studium Maschinenbau (ohne Abschluss), TU Neustadt, 2008 – 2010\nAusbildung zum Industriekaufmann, 2010 – 2013", ""),
        (
            "2010-2013 École d'ingénieurs ESIV, Valbourg – Diplôme d'ingénieur, spécialité informatique",
            "master held computing @ École d'ingénieurs ESIV",
        ),
        (
            "Doctorat en informatique, Université de Valbourg, soutenue en 2015\n"
            "Master Recherche Informatique, Université de Valbourg, 2011",
            "doctorate held computing @ Université de Valbourg ; master held computing @ Université de Valbourg",
        ),
        ("Bac +5 Informatique, Université de Valbourg, 2012", ""),
        (
            "Máster Universitario en Ingeniería del Software, Universidad de Villanueva, 2012\n"
            "Ingeniería Técnica en Informática de Gestión, Universidad de Villanueva, 2010",
            "master held computing @ Universidad de Villanueva ; bachelor held computing @ Universidad de Villanueva",
        ),
        (
            "Doble Grado en Ingeniería Informática y Matemáticas\nUniversidad de Villanueva · 2012 - 2017",
            "bachelor held computing+mathematics @ Universidad de Villanueva",
        ),
        (
            "Licenciada en Ciencias de la Computación\nUniversidad de Monteverde, 2004",
            "bachelor held computing @ Universidad de Monteverde",
        ),
        ("Engenharia da Computação, Universidade de Serra Azul, 2012 - 2016", "bachelor held computing @ Universidade de Serra Azul"),
        (
            "Tecnólogo em Análise e Desenvolvimento de Sistemas\nFaculdade Mirante\n2012 - 2014",
            "associate held computing @ Faculdade Mirante",
        ),
        (
            "Kandidatexamen i datavetenskap, Norrby universitet, 2012\nMasterexamen i programvaruteknik, Norrby universitet, 2014",
            "bachelor held computing @ Norrby universitet ; master held computing @ Norrby universitet",
        ),
        ("Inżynier, Informatyka, Politechnika Zielonogórska, 2010", "bachelor held computing @ Politechnika Zielonogórska"),
        ("Бакалавр, Информатика, Полесский университет, 2012", "bachelor held - @ Полесский университет"),
        (
            "Bachelor in Engineering of Systems and Computing, Universidad de Monteverde",
            "bachelor held computing @ Universidad de Monteverde",
        ),
        (
            "École Supérieure d'Informatique de Valbourg\nTitre d'ingénieur, 2012 - 2015",
            "master held - @ École Supérieure d'Informatique de Valbourg",
        ),
        ("Magister der Informatik, Universität Altdorf", "master held computing @ Universität Altdorf"),
        (
            "Bachelor of Science (B.Sc.), Informatik – voraussichtlich 03/2027, Hochschule Altdorf",
            "bachelor in_progress computing @ Hochschule Altdorf",
        ),
        (
            "Post Graduate Diploma in Management (PGDM), Ganga Institute of Management, 2014\n"
            "B.Tech, Mechanical, Kaveri Institute of Technology, 2012",
            "master held business @ Ganga Institute of Management ; bachelor held mechanical @ Kaveri Institute of Technology",
        ),
        (
            "PG Diploma in Advanced Computing, Tech Training Centre, 2014\nB.E. (E&TC), Prism College of Engineering, 2013",
            "bachelor held electrical @ Prism College of Engineering",
        ),
        ("BCIT-like College Diploma, Computer Systems Technology, 2010", ""),
    ],
)
def test_degrees_of_other_languages_and_countries(entry: str, expected: str) -> None:
    assert listed(entry) == expected

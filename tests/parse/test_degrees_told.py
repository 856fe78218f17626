"""Degrees in whole documents: in a summary, behind a name, under odd headings or none."""

from __future__ import annotations

import pytest

from tests.parse.degree_text import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ana Bright, M.Sc.\nana@mail.example\nExperience\nSoftware Engineer, Blue Kite Ltd\tJan 2018 - Present\n• Built APIs in Python",
            "master held -",
        ),
        (
            "ANA BRIGHT M.SC.\n"
            "Software Architect\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "master held -",
        ),
        (
            "Dr. Ana Bright\nana@mail.example\nExperience\nSoftware Engineer, Blue Kite Ltd\tJan 2018 - Present\n• Built APIs in Python",
            "doctorate held -",
        ),
        ("Ana Bright, PhD\nExperience\nSoftware Engineer, Blue Kite Ltd\tJan 2018 - Present\n• Built APIs in Python", "doctorate held -"),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "Software engineer who holds a PhD in Physics from Lakeside University and likes clean code.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "doctorate held physics",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "M.Sc. graduate in Computer Science with 5 years of experience in backend development.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "master held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Profile\n"
            "Computer science student currently pursuing a Bachelor's degree in Computer Science at Baxter College.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor in_progress computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Profile\n"
            "Backend developer with a Bachelor of Engineering (Computer Science) and a passion for testing. Currently working at Blue Kite.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Profile\n"
            "PhD candidate in Machine Learning seeking an internship.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "doctorate in_progress computing",
        ),
        (
            "Ana Bright\n"
            "Backend developer\n"
            "BSc Computer Science, University of Eastmoor, 2010 - 2013\n"
            "Blue Kite Ltd, developer, 2013 - 2018\n"
            "Java, Python",
            "bachelor held computing",
        ),
        (
            "Ana Bright\nUniversity of Eastmoor\t2010 - 2013\nBSc Computer Science\nBlue Kite Ltd\t2013 - 2018\nDeveloper",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Academic Background\n"
            "B.Tech in Electronics and Communication Engineering\n"
            "Kaveri Institute of Technology, 2010\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held electrical",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Qualifications\n"
            "B.Tech (Information Technology), Kaveri University, 2010, 72%\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education & Certifications\n"
            "AWS Certified Solutions Architect\t2021\n"
            "Bachelor of Science in Mathematics\n"
            "Northfield University\n"
            "Scrum Master (PSM I)\t2019\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held mathematics",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Certifications\n"
            "AWS Certified Developer\t2024\n"
            "Education\n"
            "B.S. Computer Science\n"
            "Baxter College\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "Engineer with a Master's degree in Computer Science.\n"
            "Education\n"
            "MSc Computer Science, University of Eastmoor, 2012\n"
            "BSc Physics, University of Eastmoor, 2010",
            "master held computing ; bachelor held physics",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "Currently pursuing a Master's in Computer Science at Lakeside University.\n"
            "Education\n"
            "MS Computer Science, Lakeside University\t2024 - 2026\n"
            "BS Mathematics, Hilltop College\t2020 - 2024",
            "master in_progress computing ; bachelor held mathematics",
        ),
        (
            "Max Klein\n"
            "Lebenslauf\n"
            "Ausbildung\n"
            "10/2010 – 09/2013\tBachelor of Science Informatik\n"
            "Hochschule Altdorf\n"
            "Abschlussnote: 1,8\n"
            "08/2002 – 06/2010\tGymnasium Altdorf\n"
            "Abitur\n"
            "Berufserfahrung\n"
            "10/2013 – heute\tSoftwareentwickler, Blaudrachen GmbH",
            "bachelor held computing",
        ),
        (
            "Max Klein\n"
            "Bildungsweg\n"
            "2014 – 2016\tMasterstudium Wirtschaftsinformatik, Universität Altdorf\n"
            "Masterarbeit: Prozesse im Wandel\n"
            "2011 – 2014\tBachelorstudium Wirtschaftsinformatik, Universität Altdorf",
            "master held computing ; bachelor held computing",
        ),
        (
            "Max Klein\n"
            "Studium\n"
            "Seit 10/2022\tMaster Informatik, TU Neustadt\n"
            "voraussichtlicher Abschluss: 09/2024\n"
            "2018 – 2022\tBachelor Informatik, TU Neustadt",
            "master in_progress computing ; bachelor held computing",
        ),
        (
            "Lise Petit\n"
            "Formation\n"
            "2018\tMaster en informatique, Université de Valbourg\n"
            "2016\tLicence de mathématiques, Université de Valbourg\n"
            "2013\tBaccalauréat S, Lycée Jules Martin\n"
            "Divers\n"
            "Permis de conduire, licence B",
            "master held computing ; bachelor held mathematics",
        ),
        (
            "Luz Prado\n"
            "Formación académica\n"
            "2010 - 2015 Ingeniería de Telecomunicación, Universidad de Villanueva\n"
            "2016 - actualidad Doctorado en Informática (en curso), Universidad de Villanueva",
            "bachelor held electrical ; doctorate in_progress computing",
        ),
        (
            "Rui Prado\n"
            "Formação acadêmica\n"
            "Graduação em Sistemas de Informação, Universidade de Serra Azul, 2015\n"
            "Pós-graduação em Gestão de Projetos, Faculdade Mirante, 2018\n"
            "Ensino médio, Escola Estadual Aurora, 2010",
            "bachelor held computing",
        ),
        ("Rui Prado\nFormação\nMestrado Integrado em Engenharia Informática, Universidade do Mar, 2010 - 2015", "master held computing"),
    ],
)
def test_degrees_are_found_wherever_a_resume_tells_them(text: str, expected: str) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("• Lakeside University\tExpected June 2027\nBS in Computer Engineering; minor in business\tGPA: 3.59", "bachelor in_progress computing"),
        ("Lakeside University\t2018 – Present\nUndergraduate student in the Department of Computer Science", "bachelor in_progress -"),
        ("2019–2023\tBSc (Hons) Computer Science - Lakeside University\nFinal Year Project: [A sorter of shells]", "bachelor held computing"),
        ("BSc Computer Science, Lakeside University, 2019\nContinuing ed: cloud basics, currently learning Go", "bachelor held computing"),
        ("B.S. Computer Science, Lakeside University – 91 of 120 credits, expected May 2027", "bachelor in_progress computing"),
        ("B.S. Computer Science, Lakeside University – 91 of 120 credits", "bachelor not_finished computing"),
        ("B.S. Computer & Information\nScience\nLakeside University\n2007 - 2011", "bachelor held computing"),
        ("University of Lakeside\tJune 2011 — January 2014\nInformation Technology — Bachelor (GPA 4.0)", "bachelor held computing"),
        ("Two year AA degree in general studies", "associate held humanities"),
        ("Associated Degree in Computer Hardware Engineering", "associate held computing"),
        ("• Lakeside University\tHanoi\nEngineer of Information Technology; GPA: 3.03\tSep. 2016 – May. 2021", "bachelor held computing"),
        ("Sep 2018 -\tJun 2019\tMaster Cloud Computing\tEspoo\nLakeside University", "master held computing"),
        ("Engineer’s degree\t1999 - 2004\nMathematics and Scientific Modeling.", "master held mathematics"),
        ("BcSc in Computer Science\nUniversity of Lakeside\n2013 - 2018", "bachelor held computing"),
        ("Bachelor degree Computer Engineer\nUniversity of Lakeside 2009", "bachelor held computing"),
        (
            "Promotion im Maschinenbau\nseit 11.2013: Technische Universität Seestadt\nerwartet 1.2027: Dissertation (Arbeitstitel)\n"
            "Master of Science in Maschinenbau\n10.2011 – 10.2013: Technische Universität Seestadt",
            "doctorate in_progress mechanical ; master held mechanical",
        ),
    ],
)
def test_how_far_a_degree_has_come_is_read_from_its_own_lines(entry: str, expected: str) -> None:
    assert told(f"Ana Bright\nEducation\n{entry}") == expected


def test_a_line_of_contact_below_a_headline_says_nothing_of_the_degree() -> None:
    text = "Ana Bright\nIngénieur en informatique\nLyon | Permis B depuis 2006\nFormations\n2009-2012\tIngénieur en informatique, École du Lac"
    assert told(text) == "master held computing"


def test_what_a_bullet_below_a_degree_says_of_its_dates_is_said_of_it() -> None:
    assert told("Ana Bright\nEducation\nLakeside University\n• Bachelor of Software Engineering\n• Jan/2020 - in progress") == "bachelor in_progress computing"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("M.Sc. in Informatics, Lakeside University (thesis submitted, awaiting award)", "master in_progress computing"),
        ("Master of Data Science, Lakeside University\nDen Master habe ich im Oktober 2021 angefangen.", "master in_progress computing"),
        ("Lakeside University\nMestrado em Informática - Não finalizado", "master not_finished computing"),
    ],
)
def test_more_ways_to_say_that_a_degree_is_not_held(entry: str, expected: str) -> None:
    assert told(f"Ana Bright\nEducation\n{entry}") == expected


def test_a_degree_under_way_behind_its_dates_in_a_section_of_jobs() -> None:
    text = "Ana Bright\nBerufserfahrung & Bildung\n2025 - Heute: MSE in Data Science, Universität Altdorf\n2019 - 2023: Bachelor in Informatik, Universität Altdorf"
    assert told(text) == "master in_progress computing ; bachelor held computing"

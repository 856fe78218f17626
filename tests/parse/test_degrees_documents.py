"""Whole documents: other languages, odd shapes, summaries that agree or not with the list of studies."""

from __future__ import annotations

import pytest

from tests.parse.degree_text import told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ugo Prati\n"
            "Istruzione e formazione\n"
            "Laurea in Informatica, Università di Pontevecchio, 2009\n"
            "Diploma di maturità scientifica, Liceo Volta, 2004",
            "bachelor held computing",
        ),
        (
            "Piet Vos\n"
            "Opleiding\n"
            "Master Computer Science\tUniversiteit Waterstad\t2014 - 2016\n"
            "Bachelor Informatica\tHogeschool Waterstad\t2010 - 2014\n"
            "VWO\tSint Joris College\t2004 - 2010",
            "master held computing ; bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "MBA, Weston Business School, 2016\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "master held business",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "Bachelor’s Degree in Computer Science – Northfield University – 2012 to 2016 – GPA 3.6\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "Baxter College\t2018 – 2022\n"
            "B.S. Computer Science, minor in Business\n"
            "Relevant coursework: Master theorem, Algorithms, Bachelor colloquium\n"
            "Student of Dr. Carl Stone\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "University of Eastmoor\n"
            "PhD Computer Science\t2018 - 2022\n"
            "Supervisor: Prof. Carl Stone\n"
            "MSc Computer Science\t2016 - 2017\n"
            "BSc Mathematics and Computer Science\t2013 - 2016",
            "doctorate held computing ; master held computing ; bachelor held computing+mathematics",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "University of Eastmoor — BSc, Computer Science\n"
            "September 2013 - June 2016\n"
            "Lakeside University — MSc, Data Science\n"
            "September 2016 - Present",
            "bachelor held computing ; master in_progress computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "Master of Science\tLakeside University\n"
            "Computer Science\t2016 - 2018\n"
            "Bachelor of Science\tHilltop College\n"
            "Biology\t2012 - 2016",
            "master held computing ; bachelor held biology",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "2016 - 2018\n"
            "Lakeside University\n"
            "Master of Science in Computer Science\n"
            "2012 - 2016\n"
            "Hilltop College\n"
            "Bachelor of Science in Biology",
            "master held computing ; bachelor held biology",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "M.S.\n"
            "Computer Science\n"
            "Lakeside University\n"
            "2018\n"
            "B.S.\n"
            "Mechanical Engineering\n"
            "Hilltop College\n"
            "2014",
            "master held computing ; bachelor held mechanical",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "Degree: Bachelor of Science\n"
            "Major: Computer Science\n"
            "School: Hilltop College\n"
            "Year: 2014",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "Course\tInstitution\tYear\tMarks\n"
            "B.E. (Computer)\tPrism College of Engineering\t2012\t68%\n"
            "HSC\tModern Junior College\t2008\t80%\n"
            "SSC\tModern School\t2006\t85%",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Education\n"
            "Hilltop College, Dover\n"
            "Bachelor of Science, Computer Information Systems, cum laude\n"
            "Dean's List 2012, 2013\n"
            "Associate of Science, General Studies, 2010",
            "bachelor held computing ; associate held humanities",
        ),
        (
            "Ana Bright\nana@mail.example\nEducation\nB.S. in Computer Science\nHilltop College, Dover, ME\nGraduated: May 2014",
            "bachelor held computing",
        ),
        (
            "Ana Bright\nana@mail.example\nEducation\nB.S. in Computer Science (to be completed 2027)\nHilltop College, Jackson, MS",
            "bachelor in_progress computing",
        ),
        (
            "Ana Bright\nana@mail.example\nEducation\nI finished a bachelor in software engineering at Northfield University in 2012.",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "EDUCATION\n"
            "NORTHFIELD UNIVERSITY, BOSTON, MA\n"
            "MASTER OF SCIENCE IN COMPUTER SCIENCE, MAY 2015\n"
            "MAY BE SHOWN ON REQUEST AS PDF",
            "master held computing",
        ),
        (
            "Ana Bright\nana@mail.example\nSkills\nJava, SQL\nBachelor of Science in Computer Science\nNorthfield University\n2010 - 2014",
            "bachelor held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Certifications\n"
            "AWS Certified Developer 2020\n"
            "Master of Science in Data Science, Lakeside University, 2018",
            "master held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "I graduated from Lakeside University with a degree in Mathematics.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held mathematics",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "Graduated with a Master's degree in Information Systems from Lakeside University. Scrum Master.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "master held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "Backend engineer (MSc CS) focusing on Go.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "master held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "B.Tech graduate with 4 years of experience.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor held -",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "MCA with 8 years of experience in Java.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "master held computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "My team has 3 PhDs. I have no degree in computer science but 10 years of practice.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor not_finished computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Summary\n"
            "Dropped out of a BSc in Computer Science to found a company.\n"
            "Experience\n"
            "Software Engineer, Blue Kite Ltd\tJan 2018 - Present\n"
            "• Built APIs in Python",
            "bachelor not_finished computing",
        ),
        (
            "Ana Bright\n"
            "ana@mail.example\n"
            "Experience\n"
            "PhD Researcher, Lakeside University\t2015 - 2019\n"
            "• Worked on compilers\n"
            "Education\n"
            "PhD Computer Science, Lakeside University\t2015 - 2019",
            "doctorate held computing",
        ),
    ],
)
def test_degrees_of_a_whole_document(text: str, expected: str) -> None:
    assert told(text) == expected

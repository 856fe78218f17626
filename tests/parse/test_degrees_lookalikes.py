"""Words that only look like degrees, and degrees that are easily missed: each is a mistake that other readers make."""

from __future__ import annotations

import pytest

from tests.parse.degree_text import listed, told

JOB = "Experience\nSoftware Engineer, Blue Kite Ltd\tJan 2018 - Present\n"


@pytest.mark.parametrize(
    "words",
    [
        "MS Office, MS Excel and MS SQL Server",
        "Microsoft MS Project and MS Word",
        "Certified Scrum Master and former webmaster",
        "Master of ceremonies at many events, toastmaster and quizmaster",
        "Owner of the master branch and of master data",
        "Mastered Kubernetes; a Kafka master",
        "An experienced BA who wants to be the best she can be",
        "BE READY FOR CHANGE, BE KIND, AS EVER",
        "Lives in Boston, MA 02110, or in Jackson, MS, or Augusta, ME",
        "12 Oak Dr., Dover",
        "Reports to Dr. Carl Stone",
        "Associate Professor at Lakeside University",
        "Sales Associate of the year",
        "Bachelor party planner and Bachelor recruiter",
        "Holds a driving licence B, an open source licence and a software licence",
        "Looks after bachelor students and master theses",
        "Taught master's students in computer science",
        "A bachelor's degree in Computer Science is required for this job",
    ],
)
@pytest.mark.parametrize("heading", ["Summary", "Skills", "Interests", "References"])
def test_words_that_only_look_like_degrees(words: str, heading: str) -> None:
    assert told(f"Ana Bright\n{heading}\n{words}\n{JOB}") == ""


@pytest.mark.parametrize(
    "line",
    [
        "Associate Software Engineer, Blue Kite\t2018 - 2020",
        "Associate Professor, Lakeside University\t2010 - 2014",
        "Sales Associate, Shopland\t2015 - 2017",
        "Teaching Assistant, Lakeside University\t2018 - 2020\n• Taught bachelor students and graded master theses",
        "Researcher, Lakeside University\t2018 - 2020\n• Supervised two bachelor's theses in computer science",
        "Developer, Blue Kite\t2018 - 2020\n• Worked with Dr. Carl Stone on Ph.D. tooling for a university",
        "Recruiter, Blue Kite\t2018 - 2020\n• Hired bachelor and master graduates from every university",
        "Support, Shopland\t2018 - 2019\nRequirements: Bachelor's degree in Computer Science or equivalent",
        "Scrum Master, Blue Kite\t2018 - 2020\n• Kept the master branch green",
    ],
)
def test_jobs_and_what_was_done_there_give_no_degree(line: str) -> None:
    assert told(f"Ana Bright\nExperience\n{line}\nSkills\nPython") == ""


@pytest.mark.parametrize(
    "entry",
    [
        "High school diploma, Lincoln High School, 2010",
        "Lincoln High School\nGrad. May 2011",
        "Diploma in Computer Engineering, Government Polytechnic, 2009",
        "Web Development Bootcamp, General School of Code, 2019",
        "Certificate in Data Science, Learnify, 2020",
        "Nanodegree, Machine Learning Engineer, 2021",
        "Semester abroad, University of Eastmoor, 2014",
        "Thesis: How bachelor students use master data",
        "Courses: Master microservices with Java; Become a Python master",
        "Ausbildung zum Fachinformatiker, 2010 - 2013",
        "Abitur, Gymnasium Altdorf, 2010",
        "Baccalauréat S, Lycée Jules Martin, 2010",
        "Permis de conduire : licence B",
        "GCSEs and A levels, Eastmoor Sixth Form College",
    ],
)
def test_schools_diplomas_certificates_and_details_are_no_degrees(entry: str) -> None:
    assert listed(entry) == ""


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Scrum Master (PSM), 2019\nMBA, Weston Business School, 2016", "master held business @ Weston Business School"),
        ("MBA, 2016", "master held business"),
        ("B.E., 2010", "bachelor held -"),
        ("B.E. in Civil Engineering", "bachelor held civil"),
        ("BE (Computer Engineering)", "bachelor held computing"),
        ("MS, Computer Science\tBoston, MA", "master held computing"),
        ("MA, Philosophy", "master held humanities"),
        ("MCA, 2012\nBCA, 2009", "master held computing ; bachelor held computing"),
        ("Bachelor's, Information Systems, Hilltop College, 2010 - 2014", "bachelor held computing @ Hilltop College"),
        ("A.A. in Business, Hilltop College, 2010", "associate held business @ Hilltop College"),
        ("B.S. Computer Science, Baxter College, expected 2027", "bachelor in_progress computing @ Baxter College"),
    ],
)
def test_the_same_letters_where_they_are_a_degree(entry: str, expected: str) -> None:
    assert listed(entry) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ana Bright, Ph.D.", "doctorate held -"),
        ("Dr. Ana Bright", "doctorate held -"),
        ("ANA BRIGHT M.SC.", "master held -"),
        ("Ana Bright MBA", "master held business"),
        ("Ana Bright", ""),
    ],
)
def test_a_degree_beside_the_name(line: str, expected: str) -> None:
    assert told(f"{line}\nSoftware architect\n{JOB}") == expected


@pytest.mark.parametrize(
    "part",
    [
        "Summary\nMBA-led teams and helped PhDs commercialise work.",
        "Education\nSelf-taught developer",
        "Education\nNo formal degree",
        "Projects\nDegree planner: a tool for bachelor and master students of University of Eastmoor",
        "Awards\nBest Master Thesis, Lakeside University, 2015",
        "Publications\nPhD thesis, Lakeside University, 2012",
        "Volunteering\nMentor for bachelor students, Lakeside University, 2015",
        "Languages\nEnglish: C1 (BA in English not completed)",
    ],
)
def test_other_parts_of_a_resume_give_no_degree(part: str) -> None:
    assert told(f"Ana Bright\n{part}\n{JOB}") == ""

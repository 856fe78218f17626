"""Several degrees, each with its own field and school, and studies that are not held."""

from __future__ import annotations

import pytest

from tests.parse.degree_text import listed


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "Master of Computer Applications (MCA)\n"
            "Ganga University, 2011\n"
            "Bachelor of Computer Applications (BCA)\n"
            "Ganga University, 2008",
            "master held computing @ Ganga University ; bachelor held computing @ Ganga University",
        ),
        (
            "Ph.D. in Physics, Lakeside University, 2009\n"
            "M.S. in Physics, Lakeside University, 2005\n"
            "B.S. in Physics, Hilltop College, 2003",
            "doctorate held physics @ Lakeside University ; master held physics @ Lakeside University ; bachelor held physics @ Hilltop College",
        ),
        (
            "Lakeside University\nM.S. Data Science\t2016 - 2018\nB.S. Statistics\t2012 - 2016",
            "master held computing @ Lakeside University ; bachelor held mathematics @ Lakeside University",
        ),
        (
            "BS/MS Computer Science, Baxter Institute of Technology, 2012 - 2017",
            "bachelor held computing @ Baxter Institute of Technology ; master held computing @ Baxter Institute of Technology",
        ),
        (
            "M.Tech, VLSI Design\tKaveri Institute of Technology\t2018\nB.E., ECE\tAnand College of Engineering\t2015",
            "master held electrical @ Kaveri Institute of Technology ; bachelor held electrical @ Anand College of Engineering",
        ),
        (
            "BSc, Northfield University\nMSc, Northfield University",
            "bachelor held - @ Northfield University ; master held - @ Northfield University",
        ),
        (
            "Completed MCA from Ganga University in 2012\nCompleted B.Sc (Maths) from Ganga University in 2009",
            "master held computing @ Ganga University ; bachelor held mathematics @ Ganga University",
        ),
        (
            "LLB Law, University of Eastmoor, 2010; LLM, University of Eastmoor, 2011",
            "bachelor held law @ University of Eastmoor ; master held law @ University of Eastmoor",
        ),
        (
            "HND Computing, Hilltop College, 2008\nFoundation Degree in Web Design, Hilltop College, 2010",
            "associate held computing @ Hilltop College ; associate held design @ Hilltop College",
        ),
        (
            "Computing Science (MSc) - Waterstad University - 2014 to 2016\nComputing Science (BSc) - Waterstad University - 2011 to 2014",
            "master held computing @ Waterstad University ; bachelor held computing @ Waterstad University",
        ),
        (
            "Waterstad University\n09/2011 - 07/2014\nBSc Econometrics\nThesis on option pricing\n09/2014 - 07/2015\nMSc Finance",
            "bachelor held economics @ Waterstad University ; master held business @ Waterstad University",
        ),
        (
            "Dual degree: B.Tech and M.Tech in Computer Science and Engineering, Kaveri Institute of Technology, 2009 - 2014",
            "bachelor held computing @ Kaveri Institute of Technology ; master held computing @ Kaveri Institute of Technology",
        ),
        (
            "Graduation: B.Sc (Physics) from Ganga University in 2005\n"
            "Post Graduation: MCA from Ganga University in 2008\n"
            "Intermediate: UP Board, 2002\n"
            "High School: UP Board, 2000",
            "bachelor held physics @ Ganga University ; master held computing @ Ganga University",
        ),
        (
            "NORTHFIELD UNIVERSITY\n"
            "Master of Science, Computer Science\n"
            "GPA: 3.9/4.0\n"
            "Courses: Machine Learning, Databases\n"
            "NORTHFIELD UNIVERSITY\n"
            "Bachelor of Arts, Mathematics\n"
            "GPA: 3.7/4.0",
            "master held computing @ NORTHFIELD UNIVERSITY ; bachelor held mathematics @ NORTHFIELD UNIVERSITY",
        ),
        (
            "Aug 2021 – May 2023\n"
            "MS in Computer Science\n"
            "Lakeside University\n"
            "Aug 2016 – Jun 2020\n"
            "B.Tech in Civil Engineering\n"
            "Kaveri Institute of Technology",
            "master held computing @ Lakeside University ; bachelor held civil @ Kaveri Institute of Technology",
        ),
        (
            "MS in Computer Science\n"
            "Aug 2021 – May 2023\n"
            "Lakeside University\n"
            "B.Tech in Civil Engineering\n"
            "Aug 2016 – Jun 2020\n"
            "Kaveri Institute of Technology",
            "master held computing @ Lakeside University ; bachelor held civil @ Kaveri Institute of Technology",
        ),
        (
            "BS, MS Computer Science – Lakeside University – 2010, 2012",
            "bachelor held computing @ Lakeside University ; master held computing @ Lakeside University",
        ),
        (
            "Harbour College\nMaster's, Human-Computer Interaction\n2017 - 2019\nHarbour College\nBachelor's, Psychology\n2013 - 2017",
            "master held computing @ Harbour College ; bachelor held psychology @ Harbour College",
        ),
        (
            "Harbour College\n"
            "Master's degree, Computer Software Engineering · (2017 - 2019)\n"
            "Harbour College\n"
            "Bachelor's degree, Psychology · (2013 - 2017)",
            "master held computing @ Harbour College ; bachelor held psychology @ Harbour College",
        ),
        (
            "Degree\tYear\tUniversity\n"
            "Master of Technology (Computer Science)\t2014\tGanga University\n"
            "Bachelor of Technology (Computer Science)\t2012\tGanga University",
            "master held computing @ Ganga University ; bachelor held computing @ Ganga University",
        ),
        (
            "BSEE, Lakeside University, 1995; MSEE, Lakeside University, 1997",
            "bachelor held electrical @ Lakeside University ; master held electrical @ Lakeside University",
        ),
        (
            "Hilltop College, Associate Degree in Computer Programming, 2003\n"
            "Hilltop University, Bachelor Degree in Information Systems, 2005",
            "associate held computing @ Hilltop College ; bachelor held computing @ Hilltop University",
        ),
        (
            "MSc in Advanced Computing – Distinction\n"
            "River College London\n"
            "BEng in Electronic Engineering – First Class\n"
            "Harare City University",
            "master held computing @ River College London ; bachelor held electrical @ Harare City University",
        ),
    ],
)
def test_several_degrees_keep_their_own_fields_and_schools(entry: str, expected: str) -> None:
    assert listed(entry) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Expected graduation: May 2027\nB.S. Computer Science, Baxter College", "bachelor in_progress computing @ Baxter College"),
        ("B.S. Computer Science, Baxter College, Expected May 2027", "bachelor in_progress computing @ Baxter College"),
        (
            "Baxter College\tBoston, MA\nBachelor of Science in Computer Science\tAnticipated Dec 2026",
            "bachelor in_progress computing @ Baxter College",
        ),
        ("Pursuing Master of Science in Cyber Security, Northfield University", "master in_progress computing @ Northfield University"),
        (
            "Northfield University\t2023 - Present\nMSc Artificial Intelligence\nUniversity of Eastmoor\t2019 - 2022\nBSc Physics",
            "master in_progress computing @ Northfield University ; bachelor held physics @ University of Eastmoor",
        ),
        (
            "Coursework towards a Bachelor's degree in Computer Science\nHilltop College, 2009 - 2011",
            "bachelor not_finished computing @ Hilltop College",
        ),
        ("B.S. Computer Science (dropped out), Hilltop College, 2009 - 2011", "bachelor not_finished computing @ Hilltop College"),
        (
            "BSc Computer Science, University of Eastmoor, 2015 - 2018 (completed 2 of 3 years)",
            "bachelor not_finished computing @ University of Eastmoor",
        ),
        ("Lakeside University, Ph.D. candidate in Statistics, 2021 – present", "doctorate in_progress mathematics @ Lakeside University"),
        ("Final year student, BSc Computer Science, University of Eastmoor", "bachelor in_progress computing @ University of Eastmoor"),
        (
            "2022 –\tMSc Robotics, University of Eastmoor\n2018 – 2021\tBEng Mechanical Engineering, University of Eastmoor",
            "master in_progress mechanical @ University of Eastmoor ; bachelor held mechanical @ University of Eastmoor",
        ),
        ("M.S. Candidate, Computer Science, Lakeside University", "master in_progress computing @ Lakeside University"),
        (
            "Candidate for Bachelor of Science in Finance, May 2026\nLakeside University",
            "bachelor in_progress business @ Lakeside University",
        ),
        (
            "Lakeside University\nB.S. in Computer Science (in progress, 90 of 120 credits)",
            "bachelor in_progress computing @ Lakeside University",
        ),
        (
            "Ph.D. in Computer Science (ABD), Lakeside University, 2012\nM.S. in Computer Science, Lakeside University, 2008",
            "doctorate not_finished computing @ Lakeside University ; master held computing @ Lakeside University",
        ),
        ("Bachelor of Science in Computer Science — withdrew 2011\nHilltop College", "bachelor not_finished computing @ Hilltop College"),
        ("BSc Computer Science, University of Eastmoor (on hold since 2020)", "bachelor not_finished computing @ University of Eastmoor"),
        (
            "Bachelor's in Computer Science\nHilltop College - Dover, DE\nSeptember 2022 to Present",
            "bachelor in_progress computing @ Hilltop College",
        ),
        (
            "Currently enrolled: MSc Cyber Security (part-time), University of Eastmoor\nBSc Computing, University of Eastmoor, 2016",
            "master in_progress computing @ University of Eastmoor ; bachelor held computing @ University of Eastmoor",
        ),
        (
            "Lakeside University, Springfield\nB.S. Computer Science, Junior, GPA 3.7\nExpected: 05/2027",
            "bachelor in_progress computing @ Lakeside University",
        ),
        (
            "Bachelor of Science in Computer Science\tLakeside University\nGraduating June 2027",
            "bachelor in_progress computing @ Lakeside University",
        ),
        (
            "BS Computer Science - Lakeside University - Attended 2008 - 2010, did not graduate",
            "bachelor not_finished computing @ Lakeside University",
        ),
        ("BSc Computer Science (Open University, part time), started 2024", "bachelor in_progress computing @ Open University"),
    ],
)
def test_studies_under_way_or_left_are_not_held(entry: str, expected: str) -> None:
    assert listed(entry) == expected

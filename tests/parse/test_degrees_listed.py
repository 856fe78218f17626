"""Lists of studies in every shape: one line or four, in any order."""

from __future__ import annotations

import pytest

from tests.parse.degree_text import listed


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "Northfield University\nBachelor of Science in Computer Science\tSep 2014 - Jun 2018",
            "bachelor held computing @ Northfield University",
        ),
        ("B.Sc. Computer Science, Northfield University, 2014 – 2018", "bachelor held computing @ Northfield University"),
        ("2014 - 2018\tNorthfield University\nBSc Mathematics", "bachelor held mathematics @ Northfield University"),
        ("2014 - 2018\nB.Eng. Mechanical Engineering\nUniversity of Eastmoor", "bachelor held mechanical @ University of Eastmoor"),
        (
            "B.Tech (CSE), Kaveri Institute of Technology, 2012-2016, 8.1 CGPA\n"
            "XII, Sunrise Public School, CBSE, 2012\n"
            "X, Sunrise Public School, CBSE, 2010",
            "bachelor held computing @ Kaveri Institute of Technology",
        ),
        (
            "BACHELOR OF ENGINEERING IN ELECTRONICS AND COMMUNICATION\nANAND COLLEGE OF ENGINEERING, 2010",
            "bachelor held electrical @ ANAND COLLEGE OF ENGINEERING",
        ),
        (
            "Hilltop College — Dover, DE\nAssociate of Applied Science, Network Administration — May 2012",
            "associate held computing @ Hilltop College",
        ),
        ("A.A.S. in Web Development, Hilltop Community College (2015)", "associate held computing @ Hilltop Community College"),
        ("MBA, Weston School of Business, 2015", "master held business @ Weston School of Business"),
        ("BA (Hons) History, University of Eastmoor, First Class\t2007 – 2010", "bachelor held humanities @ University of Eastmoor"),
        ("MEng Computing (First Class Honours)\nRiver College London\n2012 – 2016", "master held computing @ River College London"),
        (
            "Bachelor's degree, Information Technology\nSt. Olga State University\n2009 – 2013",
            "bachelor held computing @ St. Olga State University",
        ),
        (
            "St. Olga State University\nBachelor's degree in Applied Mathematics and Computer Science",
            "bachelor held computing+mathematics @ St. Olga State University",
        ),
        (
            "Specialist degree, Software Engineering, Polesk State Technical University, 2005-2010",
            "master held computing @ Polesk State Technical University",
        ),
        ("Integrated M.Tech in Software Engineering\nVelan University\t2010 – 2015", "master held computing @ Velan University"),
        (
            "Bachelor of Science, Computer Engineering; Minor in Mathematics\nBaxter Institute of Technology, 2011",
            "bachelor held computing @ Baxter Institute of Technology",
        ),
        ("B.A. Philosophy, minor in Computer Science\nBaxter College, 2011", "bachelor held humanities @ Baxter College"),
        (
            "Double major in Economics and Computer Science (B.A.)\nBaxter College, 2011",
            "bachelor held computing+economics @ Baxter College",
        ),
        (
            "Certified Kubernetes Administrator, 2022\nBSc Biology, University of Eastmoor, 2011 – 2014",
            "bachelor held biology @ University of Eastmoor",
        ),
        (
            "University of Eastmoor | BSc Computer Science | 2015 – 2018\n"
            "Thesis: Bachelor students and their use of Master data\n"
            "Grade: 1.7",
            "bachelor held computing @ University of Eastmoor",
        ),
        (
            "University of Eastmoor, Master of Science\nField of study: Electrical Engineering\n2003",
            "master held electrical @ University of Eastmoor",
        ),
        (
            "Bachelor of Technology\nKaveri Institute of Technology\nBranch: Information Technology\n2016",
            "bachelor held computing @ Kaveri Institute of Technology",
        ),
        ("Computer Science, BSc\tUniversity of Eastmoor\t2014", "bachelor held computing @ University of Eastmoor"),
        ("Bachelor of Science\nNorthfield University\n2012 - 2016", "bachelor held - @ Northfield University"),
        ("B.E from Anand College of Engineering in 2009 with 72%", "bachelor held - @ Anand College of Engineering"),
        ("Juris Doctor, Weston School of Law, 2012", "doctorate held law @ Weston School of Law"),
        (
            "Doctor of Philosophy (Ph.D.), Computer Science\t2015 – 2020\nLakeside University",
            "doctorate held computing @ Lakeside University",
        ),
        (
            "• BSc Software Engineering, University of Eastmoor (2016)\n• Scrum Master certification (2018)",
            "bachelor held computing @ University of Eastmoor",
        ),
        (
            "BEng Electrical and Electronic Engineering 2:1 University of Eastmoor 2009-2012",
            "bachelor held electrical @ University of Eastmoor",
        ),
        (
            "Northfield University Sep 2012 - May 2016\nB.S. in Computer Science Springfield, IL",
            "bachelor held computing @ Northfield University",
        ),
        ("B.Com, Ganga University, 2006\nCA Inter, 2008", "bachelor held business @ Ganga University"),
        ("Bachelor in Computer Science at Northfield University", "bachelor held computing @ Northfield University"),
        ("BFA Graphic Design\nWeston College of Art and Design\n2010", "bachelor held arts+design @ Weston College of Art and Design"),
        (
            "BS Information Systems, 2016\nHilltop College\nNanodegree, Machine Learning Engineer, 2019",
            "bachelor held computing @ Hilltop College",
        ),
        (
            "B.S., Electrical Engineering and Computer Science, University of Westbay, 1999",
            "bachelor held computing+electrical @ University of Westbay",
        ),
        (
            "Bachelor Degree in Computer Science (2008-2012)\nState Polytechnic University, Bell, AR",
            "bachelor held computing @ State Polytechnic University",
        ),
        ("Engineer's degree in Telecommunications\nPolesk Technical University", "master held electrical @ Polesk Technical University"),
        ("Bachelor of Information Technology, Kuringai University, Sydney, NSW, 2010", "bachelor held computing @ Kuringai University"),
        (
            "B.Sc. (Hons.) Computer Science & Information Systems | 2:1 | Eastmoor Metropolitan University | Sept 2010 – June 2013",
            "bachelor held computing @ Eastmoor Metropolitan University",
        ),
        (
            "Northfield University, College of Engineering\nDepartment of Computer Science\nB.S., 2014",
            "bachelor held computing @ Northfield University",
        ),
        ("Ph.D., Northfield University, Department of Mathematics, 2011", "doctorate held mathematics @ Northfield University"),
        ("M.Sc (CS), Ganga University, 1st Division", "master held computing @ Ganga University"),
        ("Masters in Computer Applications from Ganga University with 78% in 2011", "master held computing @ Ganga University"),
        (
            "Bachelors in Electronics & Communication Engineering from Kaveri University, 2008",
            "bachelor held electrical @ Kaveri University",
        ),
        (
            "Bachelor of Engineering\tVelan College of Technology, Anna Nagar\t2007-2011\n(Computer Science and Engineering)\tCGPA: 8.2",
            "bachelor held computing @ Velan College of Technology",
        ),
        (
            "BSc. Eng. in Computer Science and Engineering\nPadma University of Engineering and Technology",
            "bachelor held computing @ Padma University of Engineering and Technology",
        ),
        ("B.Sc. in CSE, Padma University, 2017", "bachelor held computing @ Padma University"),
        ("Bachelor of Computer Science (Honours), Kuringai University", "bachelor held computing @ Kuringai University"),
        ("Bachelor of Engineering (Software) (Hons 2A)\nKuringai University\n2008 – 2011", "bachelor held computing @ Kuringai University"),
        ("Undergraduate Degree: Computer Science, University of Eastmoor, 2014", "bachelor held computing @ University of Eastmoor"),
        ("Computer Science and Economics, BA, Hilltop College, magna cum laude", "bachelor held computing+economics @ Hilltop College"),
        ("B.A., Computer Science and Economics; magna cum laude\nHilltop College", "bachelor held computing+economics @ Hilltop College"),
        ("Hilltop College\tB.A.\tComputer Science\t2011", "bachelor held computing @ Hilltop College"),
        ("Lakeside University (2011 - 2015): B.S. in Electrical Engineering", "bachelor held electrical @ Lakeside University"),
        ("2011–2015: Bachelor of Science (Electrical Engineering), Lakeside University", "bachelor held electrical @ Lakeside University"),
        ("2015 Bachelor of Science (Electrical Engineering), Lakeside University", "bachelor held electrical @ Lakeside University"),
        ("Bachelor of Science, 2015, Electrical Engineering, Lakeside University", "bachelor held electrical @ Lakeside University"),
        ("B.S. 2015 Electrical Engineering Lakeside University", "bachelor held electrical @ Lakeside University"),
        (
            "B.Eng. Computer Engineering\tNanport Institute of Technology\t2014 - 2018\n"
            "Exchange Program\tTechnical University of Altdorf\t2016 - 2017",
            "bachelor held computing @ Nanport Institute of Technology",
        ),
        (
            "Exchange Program\tTechnical University of Altdorf\t2016 - 2017\n"
            "B.Eng. Computer Engineering\tNanport Institute of Technology\t2014 - 2018",
            "bachelor held computing @ Nanport Institute of Technology",
        ),
        ("Stanmore\nBachelor of Science - BS, Computer Science · (2013 - 2017)", "bachelor held computing"),
        (
            "Lakeside University | Springfield, IL | May 2015\nBachelor of Science: Computer Science | Minor: Japanese",
            "bachelor held computing @ Lakeside University",
        ),
        (
            "LAKESIDE UNIVERSITY\tSPRINGFIELD, IL\nBachelor of Business Administration; Major in Management Information Systems May 2015",
            "bachelor held business+computing @ LAKESIDE UNIVERSITY",
        ),
        (
            "MBA with specialization in Information Technology, Weston Business School, 2013",
            "master held business+computing @ Weston Business School",
        ),
        (
            "Executive Education, Weston Business School, Leading Teams, 2019\nMaster of Arts in Linguistics, Lakeside University, 2009",
            "master held humanities @ Lakeside University",
        ),
        (
            "Royal Navy College, Officer Training 1999\nBEng (Hons) Electronic Engineering, University of Eastmoor 1998",
            "bachelor held electrical @ University of Eastmoor",
        ),
        ("Hilltop College, 2010. BSc in Software Development.", "bachelor held computing @ Hilltop College"),
        ("I have a BS degree in computer science from Hilltop College.", "bachelor held computing @ Hilltop College"),
        ("B.S.C.S., Hilltop College, 2010", "bachelor held computing @ Hilltop College"),
        (
            "Bachelor's: Computer Science\nHilltop College - Dover, DE\nSeptember 2008 to May 2012",
            "bachelor held computing @ Hilltop College",
        ),
        (
            "University of Eastmoor (Eastmoor, UK) — BSc (Hons) Computer Science, 2.1\nSept 2009 - July 2012",
            "bachelor held computing @ University of Eastmoor",
        ),
        ("Doctor of Engineering, Kobe Harbour University, 2010 – Thesis on robotics", "doctorate held - @ Kobe Harbour University"),
        ("Bachelor of Laws (LL.B.)\nWeston University\n2009", "bachelor held law @ Weston University"),
        ("M.Sc., Computer Science (thesis track)\t2019\nLakeside University\nGPA 3.9", "master held computing @ Lakeside University"),
        ("B.S. Computer Science, Lakeside University, Class of 2015", "bachelor held computing @ Lakeside University"),
        (
            "Graduated with honors from Lakeside University with a Bachelor of Science in Computer Science",
            "bachelor held computing @ Lakeside University",
        ),
        ("B.Tech - Information Technology - Kaveri University - 2014 - 7.9 CGPA", "bachelor held computing @ Kaveri University"),
        (
            "B.Tech.\n"
            "Information Technology\n"
            "Kaveri University\n"
            "2010 - 2014\n"
            "12th\n"
            "Modern Public School\n"
            "2010\n"
            "10th\n"
            "Modern Public School\n"
            "2008",
            "bachelor held computing @ Kaveri University",
        ),
        (
            "2014\nB.Tech, Information Technology\nKaveri University\n2010\nHigher Secondary\nModern Public School",
            "bachelor held computing @ Kaveri University",
        ),
        (
            "Technical University of Altdorf\nMaster of Science, Robotics, Cognition, Intelligence\nOct 2019 - Mar 2022",
            "master held mechanical @ Technical University of Altdorf",
        ),
        (
            "Bachelor of Mathematics, Computer Science Major\nWaterford Lake University",
            "bachelor held computing+mathematics @ Waterford Lake University",
        ),
        (
            "Honours Bachelor of Science, Computer Science Specialist\nLakeshore University",
            "bachelor held computing @ Lakeshore University",
        ),
        (
            "Bachelor of Applied Science (BASc), Software Engineering, Co-op\nWaterford Lake University, 2017",
            "bachelor held computing @ Waterford Lake University",
        ),
        ("M.D., Lakeside School of Medicine, 2012", "doctorate held medicine @ Lakeside School of Medicine"),
    ],
)
def test_one_degree_in_any_order_of_its_parts(entry: str, expected: str) -> None:
    assert listed(entry) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("General Assembly Web Development Bootcamp, 2019\nCertificate in Data Science, Learnify, 2020", ""),
        ("3 A Levels and 9 GCSEs, Eastmoor Sixth Form College", ""),
        ("Attended Hilltop College, studied Computer Science, 2009 - 2011 (no degree)", ""),
        ("Foundations of Computer Science (MOOC), Coursera, 2015", ""),
        ("Computer Science, Northfield University\t2010 – 2014", ""),
    ],
)
def test_schools_certificates_and_courses_are_no_degrees(entry: str, expected: str) -> None:
    assert listed(entry) == expected


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("Lakeside University\nAssociate's: General Studies\nGraduated 2011", "associate held humanities @ Lakeside University"),
        (
            "• Amateur radio licence, class B\n• 1999 - 2004 Lakeside College. Altdorf. Associates in Applied Science in Computer Networking",
            "associate held computing @ Lakeside College",
        ),
        (
            "10/2022 – heute\tMaster of Data Science\tUniversität Altdorf\n10/2016 – 09/2019\tBachelor of Computer Science\tUniversität Altdorf\n"
            "Master Data Science\nBislang belegt: Statistik\nBachelor of Computer Science\nTitel der Arbeit: Flexion",
            "master in_progress computing @ Universität Altdorf ; bachelor held computing @ Universität Altdorf",
        ),
    ],
)
def test_degrees_in_labels_sentences_and_headings_of_their_own(entry: str, expected: str) -> None:
    assert listed(entry) == expected

"""Which work a job was, from its title and its description."""

from __future__ import annotations

import pytest

from screener.parse.work import title_class, title_classes
from screener.resume import Position
from tests.parse.builders import draft_after


@pytest.mark.parametrize(("title", "expected"), [
    ("Senior Backend Engineer", "backend"), ("Back-End Developer", "backend"), ("Java Developer", "backend"), (".NET Developer", "backend"),
    ("C# Developer", "backend"), ("Full-Stack Developer", "fullstack"), ("Frontend Engineer", "frontend"), ("JavaScript Developer", "frontend"),
    ("Android Developer", "mobile"), ("Software Engineer", "software"), ("Staff Engineer", "software"), ("Software Engineering Manager", "management"),
    ("Software Engineer in Test", "qa"), ("Data Engineer", "data-engineering"), ("Data Analyst", "data-analysis"), ("Machine Learning Engineer", "ml-engineering"), ("Data Scientist", "data-science"),
    ("DevOps Engineer", "devops"), ("Embedded Software Engineer", "embedded"), ("Product Owner", "product"), ("Scrum Master", "product"),
    ("Mechanical Engineer", "other-profession"), ("Retail Sales Associate", "other-profession"), ("Marketing Manager", "business"), ("Nurse", "other-profession"),
    ("Softwareentwicklerin", "software"), ("Ingénieur logiciel", "software"), ("Desarrolladora backend", "backend"), ("CTO", "management"), ("Xylographer", "unknown"),
])
def test_titles_belong_to_classes(title: str, expected: str) -> None:
    assert title_class(title) == expected


def work(title: str, *bullets: str) -> Position:
    body = "\n".join(f"• {bullet}" for bullet in bullets)
    (position,) = draft_after(f"EXPERIENCE\n{title}\tJan 2018 - Dec 2020\nOld Mill Inc\n{body}\nEDUCATION\nBSc", "screener_work").positions
    return position


def certainty(position: Position, family: str) -> str:
    return next((found.certainty for found in position.work if found.family == family), "")


@pytest.mark.parametrize(("title", "bullets", "expected"), [
    ("Software Engineer", [], "clear"),
    ("Software Engineer", ["Built REST services in Java on PostgreSQL"], "clear"),
    ("Software Engineer", ["Built responsive pages in React and CSS", "Kept the component library accessible", "Made the animations of the home page"], ""),
    ("Backend Developer", ["Did many things"], "clear"),
    ("Full-Stack Developer", ["Did many things"], "clear"),
    ("Frontend Developer", ["Built pages in Vue"], ""),
    ("Android Developer", ["Built the app in Kotlin"], ""),
    ("QA Engineer", ["Wrote test cases for the API"], ""),
    ("Data Engineer", ["Built pipelines that load the warehouse from Kafka"], "clear"),
    ("Data Engineer", [], "possible"),
    ("Engineering Manager", ["Hired nine people and kept the budget"], ""),
    ("Engineering Manager", ["Wrote the backend services and REST APIs of the shop in Go"], "clear"),
    ("Founder & Software Engineer", ["Built it"], "clear"),
    ("Systems Administrator", ["Kept the servers and the database running"], ""),
    ("Retail Sales Associate", ["Served the customers"], ""),
    ("Teacher", ["Built the school's web services and REST APIs in Python"], ""),
])
def test_backend_work_is_told_by_title_and_description(title: str, bullets: list[str], expected: str) -> None:
    assert certainty(work(title, *bullets), "backend") == expected


def test_the_grounds_quote_the_text() -> None:
    position = work("Data Engineer", "Built pipelines that load the warehouse from Kafka")
    grounds = next(found for found in position.work if found.family == "backend")
    assert "pipelines" in grounds.reason
    assert grounds.span.text == "pipelines"


def test_a_title_that_nobody_knows_without_a_description_is_not_legible() -> None:
    assert not work("Xylographer Associate III").work
    assert not draft_after("EXPERIENCE\nBlue Sky\t2018 - 2020\nEDUCATION\nBSc", "screener_work").positions[0].legible


def test_a_job_without_a_title_is_read_by_the_title_that_the_person_goes_by() -> None:
    text = "Ana Ferrante\nBackend Engineer\nEXPERIENCE\nRiver Project\nRiver University | 2018 - 2020\n• Looked after {} and its users in the city\nEDUCATION\nBSc"
    told = draft_after(text.format("the services"), "screener_work").positions[0]
    untold = draft_after(text.format("the whole of it"), "screener_work").positions[0]
    assert certainty(told, "backend") == "clear"
    assert certainty(untold, "backend") == "possible"


def test_the_name_of_the_employer_is_no_ground() -> None:
    assert certainty(work("Shift Lead"), "backend") == ""
    text = "EXPERIENCE\nShift Lead\t2018 - 2020\nBackend API Services Ltd\n• Kept the rota for nine people\nEDUCATION\nBSc"
    assert certainty(draft_after(text, "screener_work").positions[0], "backend") == ""


_CLIENT_WORK = """EXPERIENCE
Working as {title} with Old Mill Systems Limited from Apr 2020 to till date
EDUCATION
MCA, River University, 2019
PROJECT DETAILS
Policy portal
Client\tInsurer, UK
Duration\tJan 2022 – till date
Role\tSenior developer
• Developed REST APIs and microservices in Java for the insurer
"""


def test_projects_for_clients_tell_the_work_of_a_job_whose_title_leaves_it_open() -> None:
    (job, project) = draft_after(_CLIENT_WORK.format(title="Senior Associate"), "screener_work").positions
    assert (job.kind, project.kind) == ("job", "project")
    assert certainty(job, "backend") == "clear"


def test_projects_of_ones_own_tell_nothing_of_a_job_that_tells_its_work() -> None:
    text = "EXPERIENCE\nBarista\t2018 - 2021\nOld Mill Coffee\n• Served the guests and ordered the beans\nPROJECTS\nRoom planner\t2019 - 2020\n• REST API and microservices in Java"
    assert certainty(draft_after(text, "screener_work").positions[0], "backend") == ""


def _positions(text: str) -> list[Position]:
    return draft_after(text, "screener_work").positions


def test_an_employer_with_all_its_roles_below_is_not_judged_beside_them() -> None:
    employer, developer, technician = _positions(
        "EXPERIENCE\nCoastal Authority\tJun 2014 – Jul 2026\nSoftware Developer, Team One\tAug 2023 – Jul 2026\n• Built services in Go on PostgreSQL\n"
        "Helpdesk Technician, Base North\tJun 2014 – Jul 2023\n• Kept the radios working\nEDUCATION\nBSc"
    )
    assert employer.work == ()
    assert certainty(developer, "backend") == "clear"
    assert certainty(technician, "backend") == ""


def test_a_consultant_of_whom_nothing_is_told_is_left_open_where_the_skills_are_of_the_trade() -> None:
    rows = "EXPERIENCE\nOwn BV, Freelance consultant\t04/2021 – to date\nOld Mill Inc, Senior Consultant\t11/2015 – 03/2021\n"
    assert [job.legible for job in _positions(f"{rows}SKILLS\nJava, Spring, PostgreSQL")] == [False, False]
    assert [job.legible for job in _positions(f"{rows}SKILLS\nNegotiation, Driving")] == [True, True]


@pytest.mark.parametrize(("title", "expected"), [("Staff SE", "software"), ("Senior SE Boston", "software"), ("CoderDojo Mentor", "unknown"), ("SeniorSoftwareEngineer", "software")])
def test_abbreviated_titles_are_known_and_brands_are_no_titles(title: str, expected: str) -> None:
    assert title_classes(title) == (expected,)


@pytest.mark.parametrize(("title", "family", "expected"), [
    ("Software Engineer (iOS)", "mobile", "clear"), ("Software Engineer (iOS)", "backend", ""), ("Software Engineer (Backend)", "backend", "clear"),
    ("Software Engineer (Contract)", "backend", "clear"), ("Software Engineer", "backend", "clear"),
])
def test_words_in_brackets_behind_a_title_tell_of_what_kind_the_work_was(title: str, family: str, expected: str) -> None:
    assert certainty(work(title), family) == expected


@pytest.mark.parametrize(("title", "expected"), [
    ("Softwareingenieurin", "software"), ("Webentwicklerin", "software"), ("Systemadministratorin", "devops"),
    ("Projektleiterin", "product"), ("Customer Engineer II", "support"), ("Database Engineer", "devops"), ("Muffin", "unknown"),
])
def test_a_womans_title_is_of_the_class_of_a_mans(title: str, expected: str) -> None:
    assert title_class(title) == expected

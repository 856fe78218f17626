"""Each shipped role on short résumés of invented people: one of the trade meets it, and a baker never does."""

from __future__ import annotations

from functools import lru_cache

import pytest

from screener.decision import Decision
from screener.parse import Parser, build_parser
from screener.rules import check, decide, load_role, shipped_roles
from tests.parse.builders import document
from tests.rules.builders import AS_OF

BSC = "BSc Computer Science, Example University, 2008 - 2012"
OF_THE_TRADE = {
    "senior-backend": f"""
        Experience
        Senior Backend Engineer, Example Works Ltd
        01/2016 - 12/2023
        Built REST APIs in Python on PostgreSQL
        Education
        {BSC}
        Skills
        Python, PostgreSQL, Docker""",
    "junior-backend": """
        Experience
        Backend Developer, Example Works Ltd
        03/2024 - 09/2026
        Wrote REST endpoints in Kotlin and tuned SQL queries on PostgreSQL
        Skills
        Kotlin, SQL, Git""",
    "frontend": """
        Experience
        Frontend Engineer, Example Works Ltd
        01/2019 - 08/2026
        Built pages in React and TypeScript, with components tested in Jest
        Skills
        JavaScript, TypeScript, React, HTML, CSS""",
    "full-stack": """
        Experience
        Full-Stack Developer, Example Works Ltd
        01/2018 - 08/2026
        Built shops end to end with Vue, Node.js and MySQL
        Skills
        JavaScript, Vue, Node.js, MySQL""",
    "data-engineer": f"""
        Experience
        Data Engineer, Example Works Ltd
        01/2020 - 08/2026
        Built pipelines in Python with Spark and Airflow into Snowflake
        Education
        {BSC}
        Skills
        SQL, dbt""",
    "data-analyst": """
        Experience
        Data Analyst, Example Works Ltd
        01/2021 - 08/2026
        Built dashboards in Power BI and reports in Excel
        Skills
        SQL, Excel, Power BI""",
    "ml-engineer": """
        Experience
        Machine Learning Engineer, Example Works Ltd
        01/2019 - 08/2026
        Trained speech models in Python with PyTorch
        Education
        MSc Computer Science, Example University, 2012 - 2014
        Skills
        Python, PyTorch, MLflow""",
    "devops": """
        Experience
        Site Reliability Engineer, Example Works Ltd
        01/2019 - Present
        Ran Kubernetes on AWS with Terraform, scripted in Bash
        Skills
        Linux, Prometheus""",
    "qa-engineer": """
        Experience
        QA Engineer, Example Works Ltd
        01/2019 - 08/2026
        Wrote test cases and automated them with Selenium in Java
        Skills
        Selenium, Java, Postman""",
    "mobile": """
        Experience
        Android Developer, Example Works Ltd
        01/2019 - 08/2026
        Shipped two apps in Kotlin with Jetpack Compose
        Skills
        Kotlin, Jetpack Compose, Firebase""",
    "security-engineer": f"""
        Experience
        Application Security Engineer, Example Works Ltd
        01/2019 - 08/2026
        Threat modelling and penetration testing along the OWASP guides; tools in Python and Go
        Education
        {BSC}
        Skills
        Burp Suite, Python, Go""",
    "engineering-manager": """
        Experience
        Engineering Manager, Example Works Ltd
        01/2019 - 08/2026
        Led a team of nine with six direct reports, hired four
        Software Engineer, Sample & Sons
        01/2010 - 12/2018
        Developed services in Java
        Skills
        Scrum, Java, AWS""",
    "support-engineer": """
        Experience
        Technical Support Engineer, Example Works Ltd
        01/2021 - 08/2026
        Solved tickets of Linux servers, DNS and VPN
        Languages
        English (C1)
        Skills
        Linux, DNS, Jira""",
}
BAKER = """
        Experience
        Baker, Example Bakery
        03/2008 - 10/2025
        Baked bread and trained apprentices
        Education
        Diploma of the bakers' guild, 2007
        Skills
        Sourdough"""


@lru_cache
def parser() -> Parser:
    return build_parser()


def judged(resume: str, name: str) -> Decision:
    role = load_role(name)
    return decide(check(parser().parse(document("Ann Example\n" + resume)).qualifications, role, as_of=AS_OF), role)


@pytest.mark.parametrize("name", shipped_roles())
def test_somebody_of_the_trade_meets_the_role(name: str) -> None:
    decision = judged(OF_THE_TRADE[name], name)
    assert decision.outcome == "meets", decision.reason


@pytest.mark.parametrize("name", shipped_roles())
def test_a_baker_does_not_meet_it(name: str) -> None:
    assert judged(BAKER, name).outcome == "does_not_meet"

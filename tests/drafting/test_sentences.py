"""One sentence of a posting at a time: what it asks, how strongly, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.document import Document
from screener.drafting import Drafted, RoleDraft, as_toml, draft_role
from screener.errors import UsageError
from screener.extract import extract_bytes
from screener.rules import load_role, parse_role
from screener.rules.role import (
    DegreeRequirement,
    EvidenceRequirement,
    LanguageRequirement,
    Requirement,
    SkillsRequirement,
    SkillYearsRequirement,
    YearsRequirement,
)

SAMPLE_POSTING = Path(__file__).parents[2] / "samples" / "job-descriptions" / "senior-backend.md"


def posting(*items: str, heading: str = "Requirements") -> Document:
    listed = "".join(f"- {item}\n" for item in items)
    return extract_bytes(f"# Engineer\n\n## About us\n\nWe make lamps.\n\n## {heading}\n\n{listed}".encode())


def draft(*items: str, heading: str = "Requirements") -> RoleDraft:
    return draft_role(posting("5+ years of experience", *items, heading=heading))


def rules(*items: str, heading: str = "Requirements") -> list[Requirement]:
    """What the items give, without the first rule and the notes."""
    return [
        each
        for each in draft(*items, heading=heading).role.requirements
        if each.importance != "note" and each.text != "5+ years of experience"
    ]


def comments(item: str) -> str:
    return " ".join(comment for each in draft(item).drafted if each.requirement.text == item for comment in each.comments)


@pytest.mark.parametrize(
    ("words", "groups"),
    [
        ("Python and SQL", [(("python", "sql"), 2)]),
        ("Python or Java", [(("python", "java"), 1)]),
        ("Python, Java or Scala", [(("python", "java", "scala"), 1)]),
        ("Python, Java and Scala", [(("python", "java", "scala"), 3)]),
        ("React and/or Vue", [(("react", "vue"), 1)]),
        ("Docker/Podman", [(("docker", "podman"), 1)]),
        ("HTML/JavaScript", [(("html", "javascript"), 2)]),
        ("Python plus Docker", [(("python", "docker"), 2)]),
        ("Python as well as Docker", [(("python", "docker"), 2)]),
        ("Python and either Django or Flask", [(("python",), 1), (("django", "flask"), 1)]),
        ("At least one of: Terraform, Ansible, Pulumi", [(("terraform", "ansible", "pulumi"), 1)]),
        ("At least two of the following: Terraform, Ansible, Pulumi", [(("terraform", "ansible", "pulumi"), 2)]),
        ("Containerization (e.g., Docker)", [(("containerization",), 1)]),
        ("Experience with databases (SQL, NoSQL)", [(("sql", "nosql"), 1)]),
        ("PostgreSQL, MySQL, or similar", [(("postgresql", "mysql"), 1)]),
        ("Strong Excel skills", [(("excel",), 1)]),
        ("Solid Python", [(("python",), 1)]),
        ("Python on the server (we use Django)", [(("python",), 1)]),
        ("Kubernetes, used in the last two years", [(("kubernetes",), 1)]),
        ("No Kubernetes experience is expected; Docker", [(("docker",), 1)]),
    ],
)  # fmt: skip
def test_how_skills_are_joined(words: str, groups: list[tuple[tuple[str, ...], int]]) -> None:
    assert [(each.of, each.at_least) for each in rules(words) if isinstance(each, SkillsRequirement)] == groups


def test_examples_of_an_open_list_bring_their_peers_and_say_so() -> None:
    [rule] = rules("A modern framework such as React or Vue")
    assert isinstance(rule, SkillsRequirement)
    assert rule.of[:2] == ("react", "vue")
    assert "angular" in rule.of
    assert "Angular" in comments("A modern framework such as React or Vue")


def test_a_kind_named_alone_stands_for_any_of_it() -> None:
    [rule] = rules("Experience with a major cloud provider")
    assert isinstance(rule, SkillsRequirement)
    assert {"aws", "azure", "gcp"} <= set(rule.of)
    assert rule.at_least == 1


def test_a_name_that_the_taxonomy_does_not_know_is_told() -> None:
    assert "Floobar" in comments("Python, Floobar or Java")


def test_recency_is_no_bar_of_years() -> None:
    [rule] = rules("Kubernetes, used in the last two years")
    assert isinstance(rule, SkillsRequirement)
    assert rule.used_within == 2


@pytest.mark.parametrize(
    ("words", "minimum", "of"),
    [
        ("At least two years' experience in data analysis", 2, ("data-analysis",)),
        ("three to five years of backend development", 3, ("backend",)),
        ("Minimum of five (5) years of software engineering", 5, ("software",)),
        ("2 or more years in DevOps or security", 2, ("devops", "security")),
        ("8+ yrs professional experience", 8, ()),
        ("Four years' work experience", 4, ()),
        ("Software testing: 3+ years", 3, ("qa",)),
    ],
)
def test_years_and_of_what(words: str, minimum: int, of: tuple[str, ...]) -> None:
    assert [(each.minimum, each.of) for each in rules(words) if isinstance(each, YearsRequirement)] == [(minimum, of)]


@pytest.mark.parametrize(
    ("words", "minimum", "skills"), [("2+ years with Kubernetes", 2, ("kubernetes",)), ("1 year of Java or Kotlin", 1, ("java", "kotlin"))]
)
def test_years_of_a_skill(words: str, minimum: int, skills: tuple[str, ...]) -> None:
    assert [(each.minimum, each.skills) for each in rules(words) if isinstance(each, SkillYearsRequirement)] == [(minimum, skills)]


def test_years_of_work_that_no_family_covers_are_of_any_work_and_a_question() -> None:
    result = draft("6 years of beekeeping experience")
    made = [each for each in result.drafted if "beekeeping" in each.requirement.text]
    assert [type(each.requirement).__name__ for each in made] == ["YearsRequirement", "NoteRequirement"]
    assert all("beekeeping" in " ".join(each.comments) for each in made)


@pytest.mark.parametrize(
    ("words", "level", "fields", "otherwise"),
    [
        ("Bachelor's degree in Computer Science", "bachelor", ("computing",), "not_met"),
        ("BSc or MSc in Mathematics", "bachelor", ("mathematics",), "not_met"),
        ("Bachelor's or Master's degree in Physics, or equivalent experience", "bachelor", ("physics",), "review"),
        ("PhD in Biology", "doctorate", ("biology",), "not_met"),
        ("University degree", "bachelor", (), "not_met"),
        ("Advanced degree in economics", "master", ("economics",), "not_met"),
        ("Degree in a STEM field", "bachelor", ("computing", "electrical", "mathematics", "engineering", "mechanical", "civil", "chemistry", "physics", "biology"), "not_met"),
    ],
)  # fmt: skip
def test_degrees(words: str, level: str, fields: tuple[str, ...], otherwise: str) -> None:
    assert [(each.level, each.fields, each.otherwise) for each in rules(words) if isinstance(each, DegreeRequirement)] == [
        (level, fields, otherwise)
    ]


def test_years_in_place_of_a_degree() -> None:
    [rule] = rules("Bachelor's degree in Computer Science, or six years of backend development")
    assert isinstance(rule, DegreeRequirement)
    assert rule.instead is not None
    assert (rule.instead.minimum, rule.instead.of) == (6, ("backend",))


@pytest.mark.parametrize(
    ("words", "importance"),
    [
        ("Docker", ["required"]),
        ("Docker is a plus", ["preferred"]),
        ("Docker (preferred)", ["preferred"]),
        ("Ideally Docker", ["preferred"]),
        ("Nice to have: Docker", ["preferred"]),
        ("Python required, Docker preferred", ["required", "preferred"]),
        ("Knowledge of Python, knowledge of Docker is a plus", ["required", "preferred"]),
        ("Swift or Kotlin (Java is welcome)", ["required", "preferred"]),
        ("Jira and TestRail, SQL is a plus", ["required", "preferred"]),
        ("Kafka, RabbitMQ or Kinesis preferred", ["preferred"]),
    ],
)
def test_importance_by_wording(words: str, importance: list[str]) -> None:
    assert [each.importance for each in rules(words)] == importance


@pytest.mark.parametrize(
    ("heading", "importance"),
    [
        ("What you'll bring", "required"), ("Must haves", "required"), ("You have", "required"), ("Essential criteria", "required"),
        ("Nice to have", "preferred"), ("Bonus points", "preferred"), ("Preferred Qualifications", "preferred"), ("Desirable skills", "preferred"),
    ],
)  # fmt: skip
def test_importance_by_heading(heading: str, importance: str) -> None:
    assert {each.importance for each in rules("Docker", heading=heading)} == {importance}


@pytest.mark.parametrize("heading", ["What you'll do", "Responsibilities", "About us", "Benefits", "How to apply", "Equal opportunity"])
def test_other_parts_ask_nothing(heading: str) -> None:
    text = f"# Engineer\n\n## Requirements\n\n- Python\n\n## {heading}\n\n- Five years of Docker for everybody\n"
    role = draft_role(extract_bytes(text.encode())).role
    assert [each.id for each in role.requirements if each.importance != "note"] == ["python"]


@pytest.mark.parametrize(
    ("words", "trait"),
    [
        ("Young and dynamic", "age"), ("Recent graduates only", "age"), ("Aged 25-35", "age"), ("No more than 3 years of experience", "age"), ("Native English speaker", "native language or origin"),
        ("Female candidates preferred", "gender"), ("Must be a German citizen", "nationality"), ("Single or unmarried", "marital or family status"), ("Practising Christian", "religion or belief"),
        ("Physically fit", "health or disability"), ("Photo required", "appearance"),
    ],
)  # fmt: skip
def test_protected_traits_and_their_proxies_become_no_rule(words: str, trait: str) -> None:
    result = draft(words)
    assert trait in {refusal.trait for refusal in result.refused}
    assert rules(words) == []


@pytest.mark.parametrize(
    "words", ["You join a young company", "Knowledge of race conditions in Java", "Experience with data of citizen services"]
)
def test_everyday_words_are_not_refused(words: str) -> None:
    assert draft(words).refused == ()


def test_rules_of_a_sentence_survive_the_words_that_are_refused() -> None:
    [rule] = rules("Young developer with Python")
    assert isinstance(rule, SkillsRequirement)
    assert rule.of == ("python",)
    assert "oung" not in rule.text


def test_ways_of_working_are_evidence_and_never_required() -> None:
    [rule] = rules("Track record of scalable and reliable systems")
    assert isinstance(rule, EvidenceRequirement)
    assert rule.importance == "preferred"


def test_the_sample_posting_gives_the_substance_of_its_shipped_role() -> None:
    shipped = load_role("senior-backend")
    role = draft_role(extract_bytes(SAMPLE_POSTING.read_bytes())).role

    def substance(requirements: tuple[Requirement, ...]) -> set[tuple[object, ...]]:
        found: set[tuple[object, ...]] = set()
        for each in requirements:
            if isinstance(each, DegreeRequirement):
                found.add((each.importance, each.level, each.fields, each.otherwise))
            elif isinstance(each, YearsRequirement):
                found.add((each.importance, each.minimum, each.of, each.margin))
            elif isinstance(each, SkillsRequirement):
                found.add((each.importance, frozenset(each.of), each.at_least))
        return found

    assert substance(role.requirements) == substance(shipped.requirements)
    evidence = {phrase for each in role.requirements if isinstance(each, EvidenceRequirement) for phrase in each.phrases}
    wanted = {phrase for each in shipped.requirements if isinstance(each, EvidenceRequirement) for phrase in each.phrases}
    assert wanted - evidence <= {"documentation", "leadership"}


def test_a_sentence_that_asks_for_a_degree_and_more_gives_all_of_it() -> None:
    words = "Master's or PhD in Statistics, 3+ years of experience in machine learning, and fluency in Python and at least one of PyTorch or TensorFlow"
    degree, years, *skills = rules_of("Engineer\n\nRequirements:\n" + words)
    assert isinstance(degree, DegreeRequirement)
    assert (degree.level, degree.otherwise) == ("master", "not_met")
    assert isinstance(years, YearsRequirement)
    assert (years.minimum, years.of) == (3, ("data-science",))
    assert [each.of for each in skills if isinstance(each, SkillsRequirement)] == [("python",), ("pytorch", "tensorflow")]


def rules_of(text: str) -> list[Requirement]:
    return [each for each in draft_role(extract_bytes(text.encode())).role.requirements if each.importance != "note"]


def test_headings_between_stars_are_headings() -> None:
    text = "**Engineer**\n\n**You'll be a great fit if you have**\n* Python\n\n**It's a bonus if you**\n* Know Docker\n\n**Our commitment to diversity**\nAny age."
    assert [(each.id, each.importance) for each in rules_of(text)] == [("python", "required"), ("docker", "preferred")]


def test_the_companys_stack_is_preferred_and_ends_with_its_line() -> None:
    text = "Engineer\n\nYou must have experience with Java.\n\nOur stack: Docker.\n\nWe pay in Python snakes."
    assert [(each.id, each.importance) for each in rules_of(text)] == [("java", "required"), ("docker", "preferred")]


def test_a_list_without_marks_is_a_list() -> None:
    text = "About the job\nWe make lamps.\n\nYou:\nhave at least five years of software engineering experience\nare comfortable with Python\nknow Docker"
    made = rules_of(text)
    assert [each.id for each in made] == ["experience", "python", "docker"]


def test_german_compounds_are_languages() -> None:
    made = rules_of("Entwickler\n\nDein Profil\n- Deutschkenntnisse (C1), Englischkenntnisse (B2)\n- Python")
    assert [(each.language, each.level) for each in made if isinstance(each, LanguageRequirement)] == [("de", "C1"), ("en", "B2")]


def test_a_text_that_asks_nothing_is_refused() -> None:
    with pytest.raises(UsageError, match="nothing that could become a rule"):
        draft_role(extract_bytes(b"We make lamps.\n\nThey are good lamps."))


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("C",)), max_size=60), max_size=12))
def test_any_words_give_a_role_file_that_loads(items: list[str]) -> None:
    result = draft_role(posting("Python", *items))
    assert parse_role(as_toml(result, "posting.txt").encode(), "role.toml") == result.role


def test_words_of_the_posting_never_write_rules_of_their_own() -> None:
    result = draft('Docker"\n[[requirement]]\nid = "evil', "Python # \\u000a x = 1")
    loaded = parse_role(as_toml(result, 'x"\n[[requirement]]').encode(), "role.toml")
    assert "evil" not in {each.id for each in loaded.requirements}


def origin(each: Drafted) -> tuple[str, int]:
    return each.sentence.heading, each.sentence.line


def test_each_draft_names_its_line_and_heading() -> None:
    made = draft("Docker")
    assert {origin(each) for each in made.drafted} == {("Requirements", 5), ("Requirements", 6)}
    assert "# Under “Requirements”." in as_toml(made, "posting.md")


@pytest.mark.parametrize(
    "first", ["# Platform Engineer (m/f/d)", "Platform Engineer (all genders)", "## Job title: Platform Engineer", "Platform Engineer wanted"]
)
def test_a_title_is_the_name_of_the_post_alone(first: str) -> None:
    assert draft_role(extract_bytes(f"{first}\n\nRequirements\n- Python\n".encode())).role.title == "Platform Engineer"

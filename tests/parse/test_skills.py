"""Which skills are found in a text, and what each mention is worth."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from screener.document import Document, DocumentFacts, Line
from screener.parse.draft import Draft, attach_draft, draft_of
from screener.parse.skills import SkillReader, make_skill_reader
from screener.parse.tokenizer import make_doc, make_language
from screener.resume import Contact, Position, Section, SectionKind
from screener.taxonomy.skills import load_skills

TAXONOMY = load_skills()


def skills_only() -> tuple[Language, SkillReader]:
    nlp = make_language()
    return nlp, make_skill_reader(nlp)


NLP, READ_SKILLS = skills_only()


def document(text: str) -> Document:
    kept = [line.strip() for line in text.split("\n") if line.strip()]
    starts = accumulate((len(line) + 1 for line in kept), initial=0)
    lines = tuple(Line(start, start + len(line)) for start, line in zip(starts, kept, strict=False))
    return Document("\n".join(kept), lines, DocumentFacts("pdf"))


def skills_of(made: Document, kind: SectionKind | None = None) -> Draft:
    doc = attach_draft(make_doc(NLP, made), made)
    if kind is not None:
        draft_of(doc).sections = [Section(kind, made.span(0, len(made.text)))]
    return draft_of(READ_SKILLS(doc))


def named(text: str, kind: SectionKind | None = None) -> dict[str, str]:
    """Scope of each skill that `text` names itself, the best one where it is named often."""
    draft = skills_of(document(text), kind)
    own = {skill.id: {m.scope for m in skill.mentions if not m.via} for skill in draft.skills}
    return {key: "held" if "held" in scopes else min(scopes) for key, scopes in own.items() if scopes}


def held(text: str, kind: SectionKind | None = None) -> set[str]:
    return {skill.id for skill in skills_of(document(text), kind).skills if skill.held}


ALIASES = [(skill.id, alias) for skill in TAXONOMY.skills.values() for alias in skill.aliases]


def sentence_with(alias: str) -> str:
    """The alias in a list, or after one of its cues where a list is not enough."""
    rule = TAXONOMY.ambiguous.get(alias)
    return f"Docker, {min(rule.cues)} {alias}." if rule and not rule.listed else f"Worked with Docker, {alias}, MariaDB in that team."


def test_every_alias_is_found_in_a_sentence() -> None:
    missed = [(key, alias) for key, alias in ALIASES if key not in held(sentence_with(alias))]
    assert missed == []


def test_no_alias_is_found_inside_another_word() -> None:
    start = len("Worked with Docker, Qx")
    glued = [
        (key, alias, f"Worked with Docker, Qx{alias}xq, MariaDB.") for key, alias in ALIASES if alias[0].isalnum() and alias[-1].isalnum()
    ]
    found = [
        (key, alias)
        for key, alias, text in glued
        for skill in skills_of(document(text)).skills
        for mention in skill.mentions
        if mention.span.start == start or mention.span.end == start + len(alias)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("text", "wanted", "unwanted"),
    [
        # Names inside other words
        ("Django, PostgreSQL", {"django", "postgresql"}, {"go", "r", "c"}),
        ("JavaScript, TypeScript", {"javascript", "typescript"}, {"java", "nodejs"}),
        ("platform engineering with Transformers", set(), {"terraform"}),
        ("C#, C++, .NET", {"csharp", "cpp", "dotnet"}, {"c"}),
        ("C#/.NET; ASP.NET", {"csharp", "dotnet", "aspnet"}, {"c"}),
        ("Objective-C and PL/SQL", {"objective-c", "plsql"}, {"c"}),
        ("React.js/Redux, Node.js.", {"react", "redux", "nodejs"}, set()),
        ("Python|Java|C++", {"python", "java", "cpp"}, {"c"}),
        ("AWS(EC2,S3,Lambda)", {"aws", "ec2", "s3", "aws-lambda"}, set()),
        ("JS, HTML", {"javascript", "html"}, {"java"}),
        ("Python (primary), Go", {"python", "go"}, set()),
        ("CI/CD with Jenkins", {"ci-cd", "jenkins"}, set()),
        ("Power\nBI and SQL\nServer", {"power-bi", "sql-server"}, set()),
        ("entity–relationship diagrams", {"database-design"}, set()),
        ("Python 3.11, ES6, HTML5", {"python", "javascript", "html"}, set()),
        # Words that are also names
        ("Shaped the go-to-market plan; go to market in a year", set(), {"go"}),
        ("Vitamin C, hepatitis C and red flags in R&D", set(), {"c", "r"}),
        ("Met C-level executives. John C. Smith, R. Jones", set(), {"c", "r"}),
        ("Spring 2019, spring semester, Spring '18: Java", {"java"}, {"spring"}),
        ("I excel at communication with the rest of the team", set(), {"excel", "rest"}),
        ("Gave access to data by word of mouth; express delivery", set(), {"ms-access", "office-access", "word", "express"}),
        ("Swift response to every incident; chef in a restaurant", set(), {"swift", "chef"}),
        ("Chef de projet informatique; Master Chef", set(), {"chef"}),
        ("Ruby Smith, engineer at Oracle Corporation", set(), {"ruby", "oracle"}),
        ("national security, food security, job security", set(), {"security"}),
        ("Windows XP", {"windows"}, {"agile"}),
        ("Languages: Go, R, C", {"go", "r", "c"}, set()),
        ("Ported services from Python to Go", {"python", "go"}, set()),
        ("Go back-end developer", {"go"}, set()),
        ("Ruby developer, Swift programmer", {"ruby", "swift"}, set()),
        ("low-level C programming", {"c"}, set()),
        ("Exported reports from SAP to Excel; Word and Excel", {"excel"}, set()),
        ("Moved the shop from React to Angular", {"react", "angular"}, set()),
        ("Services in Go and Postgres", {"go", "postgresql"}, set()),
        ("python, go, rust, docker", {"python", "go", "rust"}, set()),
        ("Node, Express, MongoDB", {"nodejs", "express", "mongodb"}, set()),
        ("Java, Spring, Hibernate", {"java", "spring", "hibernate"}, set()),
        ("Microsoft Office (Word, Excel, Access)", {"word", "excel", "office-access"}, {"sql"}),
        ("Formed a scrum team", {"scrum"}, {"git"}),
        # Addresses and profiles
        (
            "github.com/java-python https://gitlab.com/ana/docker python.django@example.com",
            set(),
            {"git", "java", "python", "docker", "django"},
        ),
        ("GitHub: github.com/ana | LinkedIn | Portfolio", set(), {"git"}),
        ("A library with 4,200+ GitHub stars", set(), {"git"}),
        ("Git, GitHub, Docker", {"git", "github"}, set()),
        ("Reviewed pull requests on GitHub", {"github"}, set()),
        # Practices rather than products
        ("Built APIs for payments", {"api-development"}, set()),
        ("A survey about APIs in medicine", set(), {"api-development"}),
        ("Designed the database schema", {"database-design"}, set()),
        ("Normalised data; used a database", set(), {"database-design"}),
        ("Designed a MySQL database", {"mysql", "sql", "database-design"}, set()),
        ("Developed a web app using a MySQL database", {"sql"}, {"database-design"}),
        ("Ensured the security of web applications", {"security"}, set()),
        ("Accountant with Oracle Financials", set(), {"sql"}),
        ("Added OAuth 2.0 authentication and access control", {"oauth", "security"}, set()),
        ("Modélisation de données, intégration continue, méthodes agiles", {"database-design", "ci-cd", "agile"}, set()),
        ("Datenmodellierung, agile Methoden, Verschlüsselung", {"database-design", "agile", "security"}, set()),
        ("diseño de bases de datos, integración continua, metodologías ágiles", {"database-design", "ci-cd", "agile"}, set()),
    ],
)
def test_names_are_told_from_words(text: str, wanted: set[str], unwanted: set[str]) -> None:
    found = held(text)
    assert wanted <= found
    assert not unwanted & found


@pytest.mark.parametrize(
    ("text", "scopes"),
    [
        ("No experience with Kubernetes", {"kubernetes": "negated"}),
        (
            "No experience with Kubernetes, Docker or AWS. Knows Python.",
            {"kubernetes": "negated", "docker": "negated", "aws": "negated", "python": "held"},
        ),
        (
            "No experience with Kubernetes,\nDocker or AWS\nPython",
            {"kubernetes": "negated", "docker": "negated", "aws": "negated", "python": "held"},
        ),
        ("No experience with Kubernetes, built services in Python", {"kubernetes": "negated", "python": "held"}),
        ("Has never used Java but knows Python", {"java": "negated", "python": "held"}),
        ("Without any experience in Java, but solid Python", {"java": "negated", "python": "held"}),
        ("Not familiar with Docker; expert in Python", {"docker": "negated", "python": "held"}),
        ("Built services without Docker", {"docker": "negated"}),
        ("No prior Java experience", {"java": "negated"}),
        ("Without prior knowledge of Docker we migrated to Kubernetes", {"docker": "negated", "kubernetes": "held"}),
        ("Looking for Java jobs", {"java": "wished"}),
        ("Interests: chess, Python", {"python": "wished"}),
        ("Attended a workshop on Kubernetes", {"kubernetes": "others"}),
        ("Rewrote it in Python instead of Java", {"python": "held", "java": "negated"}),
        ("Java: none, Python", {"java": "negated", "python": "held"}),
        ("keine Erfahrung mit Kubernetes oder Docker", {"kubernetes": "negated", "docker": "negated"}),
        ("Erfahrung mit Docker, aber keine Erfahrung mit Java", {"docker": "held", "java": "negated"}),
        ("sans expérience en Java", {"java": "negated"}),
        ("Experiencia con Python; sin experiencia en Java", {"python": "held", "java": "negated"}),
        ("No problem with Kubernetes", {"kubernetes": "held"}),
        ("Not only Python but also Java", {"python": "held", "java": "held"}),
        ("Zero-downtime Kubernetes migration, no downtime in Docker", {"kubernetes": "held", "docker": "held"}),
        ("Migrated to Kubernetes without downtime, using Docker", {"kubernetes": "held", "docker": "held"}),
        ("Currently learning Kotlin", {"kotlin": "learning"}),
        ("currently learning Docker, Rust", {"docker": "learning", "rust": "learning"}),
        ("Learning: Kotlin, Docker", {"kotlin": "learning", "docker": "learning"}),
        ("To obtain a position as a Java developer", {"java": "wished"}),
        ("Currently learning Kotlin, Docker. Python expert.", {"kotlin": "learning", "docker": "learning", "python": "held"}),
        (
            "Python, Kotlin (learning), Java (want to learn), Docker",
            {"python": "held", "kotlin": "learning", "java": "learning", "docker": "held"},
        ),
        ("machine learning with Python", {"machine-learning": "held", "python": "held"}),
        ("I would like to learn Kubernetes. I know Python.", {"kubernetes": "wished", "python": "held"}),
        ("Interested in Go, Kubernetes", {"go": "wished", "kubernetes": "wished"}),
        ("Seeking a role using Docker where I can apply my Java skills", {"docker": "wished", "java": "held"}),
        (
            "Relevant coursework: Databases, Java, Python,\nDocker\n• Worked with Kotlin",
            {"java": "coursework", "python": "coursework", "docker": "coursework", "kotlin": "held"},
        ),
        ("Made an app with which students learn Python", {"python": "others"}),
    ],
)
def test_words_around_a_name_decide_what_it_is_worth(text: str, scopes: dict[str, str]) -> None:
    found = named(text)
    assert {key: found.get(key) for key in scopes} == scopes


@pytest.mark.parametrize(
    ("kind", "scope"),
    [
        ("skills", "held"),
        ("experience", "held"),
        ("projects", "held"),
        ("courses", "coursework"),
        ("interests", "wished"),
        ("publications", "others"),
        ("references", "others"),
        ("certificates", "certificate"),
    ],
)
def test_sections_decide_where_no_word_does(kind: SectionKind, scope: str) -> None:
    assert named("Kubernetes with Python", kind) == {"kubernetes": scope, "python": scope}


@pytest.mark.parametrize(
    ("text", "implied"),
    [
        ("PostgreSQL", {"sql"}),
        ("MongoDB", {"nosql"}),
        ("Redis", {"nosql"}),
        ("Neo4j", {"nosql"}),
        ("Firebase", {"nosql"}),
        ("Django", {"python"}),
        ("FastAPI", {"python", "api-development"}),
        ("NumPy", {"python"}),
        ("PyTorch", {"python"}),
        ("Spring Boot", {"spring", "java"}),
        ("Hibernate", {"java"}),
        ("J2EE", {"java"}),
        ("NestJS", {"nodejs"}),
        ("Express.js", {"nodejs"}),
        ("GraphQL", {"api-development"}),
        ("gRPC", {"api-development"}),
        ("OAuth", {"security"}),
        ("JWT", {"security"}),
        ("Kubernetes", {"containerization"}),
        ("Helm chart", {"kubernetes", "containerization"}),
        ("Jenkins", {"ci-cd"}),
        ("GitHub Actions", {"ci-cd"}),
        ("Scrum", {"agile"}),
        ("Kanban", {"agile"}),
        ("PySpark", {"spark", "python"}),
    ],
)
def test_a_name_implies_what_it_is_an_instance_of(text: str, implied: set[str]) -> None:
    draft = skills_of(document(f"Worked with {text}"))
    by_implication = {skill.id for skill in draft.skills if all(mention.via for mention in skill.mentions)}
    assert implied <= by_implication
    assert all(mention.span.text in text for skill in draft.skills for mention in skill.mentions)


@pytest.mark.parametrize(
    "text", ["SQL", "Python", "Java", "NoSQL", "JavaScript", "TypeScript", "Kotlin", "Scala", "containerization", "CI/CD"]
)
def test_nothing_is_implied_back(text: str) -> None:
    assert len(held(f"Worked with {text}")) == 1


def test_courses_followed_are_told_from_certificates_held() -> None:
    made = "Certified Kubernetes Administrator\nPython for beginners, Coursera"
    assert named(made, "certificates") == {"kubernetes": "certificate", "python": "coursework"}


def test_employers_and_people_named_like_skills_are_no_skills() -> None:
    made = document("Tom Jenkins\nMongoDB Inc\nWorked with Jenkins and MongoDB")
    doc = attach_draft(make_doc(NLP, made), made)
    draft = draft_of(doc)
    draft.contact = Contact(name=made.span(0, 11))
    draft.positions = [Position(made.span(12, len(made.text)), made.span(12, 23), "job", employer=made.span(12, 23))]
    mentions = {s.id: [m.span.start for m in s.mentions if not m.via] for s in draft_of(READ_SKILLS(doc)).skills}
    assert (mentions["jenkins"], mentions["mongodb"]) == ([36], [48])


def test_mentions_stand_in_text_order_with_their_line() -> None:
    draft = skills_of(document("Python\nUsed Java and Python daily"))
    (python,) = (skill for skill in draft.skills if skill.id == "python")
    assert [(m.span.start, m.context.text) for m in python.mentions] == [(0, "Python"), (21, "Used Java and Python daily")]


_WORDS = st.sampled_from(
    [
        "Java",
        "Go",
        "C#",
        "PostgreSQL",
        "no",
        "experience",
        "with",
        "learning",
        "coursework:",
        ",",
        "•",
        "\n",
        "(",
        ")",
        "Spring",
        "2019",
        "APIs",
        "built",
        ".",
        "R",
        "-",
        "and",
    ]
)


@given(st.lists(_WORDS, max_size=40))
@settings(max_examples=150, deadline=None)
def test_spans_hold_and_reading_twice_gives_the_same(words: list[str]) -> None:
    made = document(re.sub(" *\n *", "\n", " ".join(words)))
    draft = skills_of(made)
    assert all(made.text[m.span.start : m.span.end] == m.span.text for skill in draft.skills for m in skill.mentions)
    assert draft.skills == skills_of(made).skills
    assert [skill.id for skill in draft.skills] == sorted(skill.id for skill in draft.skills)


def test_long_repetitive_text_is_read_in_step_with_its_length() -> None:
    text = "no experience with Java, Docker and " * 3000
    (java,) = (skill for skill in skills_of(document(text)).skills if skill.id == "java")
    assert len(java.mentions) == 3000

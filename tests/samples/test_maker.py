"""The maker of the sample files: what it writes is steady, complete and what the sources say."""

import io
import re
import zipfile
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from samples.maker.__main__ import PRODUCERS, SYSTEM
from samples.maker.source import Source, plain, read_source, read_sources
from samples.maker.truth import truth_csv, truth_row
from samples.maker.years import Job, years

ROOT = Path(__file__).parents[2]
FOLDERS = [folder for folder in (ROOT / "samples", ROOT / "tests" / "truth") if (folder / "sources").is_dir()]
SOURCES = [source for folder in FOLDERS for source in read_sources(folder / "sources")]
MADE_HERE = [source for source in SOURCES if source.look.producer in PRODUCERS]
LEVELS = {"", "none", "associate", "bachelor", "master", "doctorate"}
SKILLS = {
    "nodejs",
    "python",
    "java",
    "sql",
    "nosql",
    "api-development",
    "database-design",
    "security",
    "git",
    "containerization",
    "ci-cd",
    "agile",
}


def named(source: Source) -> str:
    return source.name


@pytest.mark.parametrize("producer", sorted(PRODUCERS))
def test_every_producer_writes_the_same_bytes_twice(producer: str) -> None:
    source = next(source for source in MADE_HERE if source.look.producer == producer)
    assert PRODUCERS[producer](source) == PRODUCERS[producer](source)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_truth_file_is_the_one_that_the_sources_give(folder: Path) -> None:
    assert (folder / "truth.csv").read_text(encoding="utf-8") == truth_csv(read_sources(folder / "sources"))


def test_every_sample_has_its_source_and_every_source_its_sample() -> None:
    files = {path.name for path in (ROOT / "samples" / "resumes").iterdir() if not path.name.startswith(".")}
    assert files == {source.look.file for source in read_sources(ROOT / "samples" / "sources")}


def test_samples_stay_small() -> None:
    assert sum(path.stat().st_size for path in (ROOT / "samples" / "resumes").iterdir()) < 2_000_000


def test_sources_name_known_producers_and_each_file_once() -> None:
    assert {source.look.producer for source in SOURCES} <= PRODUCERS.keys() | SYSTEM.keys()
    for folder in FOLDERS:
        files = [source.look.file for source in read_sources(folder / "sources")]
        assert len(files) == len(set(files))


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_truth_speaks_the_words_of_the_evaluation(source: Source) -> None:
    row = truth_row(source)
    assert set(row["degree_level"].split("|")) <= LEVELS
    assert set(row["degree_in_progress"].split("|")) <= LEVELS - {"none"}
    assert set(row["degree_related"].split("|")) <= {"", "yes", "no", "unstated"}
    assert set(row["outcome"].split("|")) <= {"meets", "review", "does_not_meet"}
    assert row["readable"] in {"yes", "scan", "no"}
    assert set(source.truth.get("skills", [])) | set(source.truth.get("optional", [])) <= SKILLS
    assert not set(source.truth.get("skills", [])) & set(source.truth.get("optional", []))
    assert {job[2] for job in source.truth.get("jobs", [])} <= {"backend", "other", "internship"}


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_outcome_agrees_with_degree_and_years(source: Source) -> None:
    row = truth_row(source)
    backend = [float(value) for value in row["years_backend"].split("|") if value]
    if row["outcome"] == "meets":
        assert {"bachelor", "master", "doctorate"} & set(row["degree_level"].split("|"))
        assert "yes" in row["degree_related"]
        assert max(backend) >= 5
    if row["outcome"] == "does_not_meet" and backend:
        assert min(backend) < 4.5


@pytest.mark.parametrize("source", SOURCES, ids=named)
def test_people_are_reached_at_addresses_that_exist_nowhere(source: Source) -> None:
    text = " ".join(part for blocks in source.blocks.values() for block in blocks for part in (block.text, block.right, *block.cells))
    for domain in re.findall(r"@([\w.-]+\w)", text):
        assert re.search(r"(^|\.)(example\.(com|org|net)|example)$", domain.lower()), domain


@pytest.mark.parametrize("source", [source for source in MADE_HERE if source.truth.get("readable", "yes") == "yes"], ids=named)
def test_made_file_holds_every_word_of_its_source(source: Source) -> None:
    text = squeezed(text_of(PRODUCERS[source.look.producer](source), source.look.file))
    for blocks in source.blocks.values():
        for block in blocks:
            if block.kind not in ("heading", "rule", "page") and "{page}" not in block.right + block.text:
                for part in (block.text, block.right, *(piece for cell in block.cells for piece in cell.split("//"))):
                    for word in plain(part).removeprefix("- ").split():
                        assert squeezed(word) in text


@pytest.mark.parametrize("source", [source for source in MADE_HERE if source.look.producer == "placed-words"], ids=named)
def test_words_put_down_one_by_one_lose_their_spaces_in_the_fast_reader_alone(source: Source) -> None:
    content = PRODUCERS["placed-words"](source)
    with pdfplumber.open(io.BytesIO(content)) as document:
        careful = " ".join(page.extract_text(x_tolerance_ratio=0.15, use_text_flow=True) for page in document.pages)
    words = re.sub(r"\(cid:\d+\)", "•", careful).split()  # pdfminer doesn't know the code that reportlab gives the bullet
    fast = text_of(content, source.look.file).split()
    assert "".join(fast) == "".join(words)
    assert len(fast) < 0.95 * len(words)


def text_of(content: bytes, name: str) -> str:
    if name.lower().endswith(".docx"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = [
                archive.read(part).decode() for part in archive.namelist() if re.match(r"word/(document|header\d|footer\d)\.xml", part)
            ]
        return re.sub(r"&amp;", "&", re.sub(r"<[^>]+>", "", " ".join(parts)))
    document = pypdfium2.PdfDocument(content)
    return " ".join(page.get_textpage().get_text_range() for page in document)


def squeezed(text: str) -> str:
    """Letters and digits only: producers differ in spaces, dashes and bullets."""
    return "".join(letter for letter in text if letter.isalnum())


@pytest.mark.parametrize(
    ("jobs", "expected"),
    [
        ([], ""),
        ([("2019-01", "2019-03", "backend")], "0.3"),
        ([("2022-01", "present", "backend")], "4.8"),
        ([("2015", "2018", "backend")], "3.0"),
        ([("2016", "2016", "backend")], "0.5"),
        ([("2019", "present", "backend")], "7.8|7.3"),
        ([("2015", "2018-03", "backend")], "2.8"),
        ([("2020", "2022", "backend"), ("2022-01", "2022-12", "backend")], "3.0"),
        ([("2016", "2019", "backend"), ("2019", "present", "backend")], "10.8|10.3"),
        ([("2020-01", "2021", "backend")], "1.5"),
        ([("2018-01", "2019-12", "backend"), ("2019-01", "2020-12", "other")], "3.0"),
        ([("2018-01", "2020-12", "backend"), ("2019-01", "2019-06", "other")], "3.0"),
        ([("2015", "2018", "backend"), ("2018", "2021", "backend")], "6.0"),
    ],
)
def test_years_count_whole_months_once(jobs: list[Job], expected: str) -> None:
    assert years(jobs) == expected


def test_years_of_one_kind_leave_the_others_out() -> None:
    assert years([("2018-01", "2018-12", "backend"), ("2019-01", "2019-12", "other")], frozenset({"backend"})) == "1.0"


def test_text_without_front_matter_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "bare.md").write_text("# Nobody\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bare\.md: not a source"):
        read_source(tmp_path / "bare.md")

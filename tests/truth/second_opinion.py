"""Does a small trained component read the roles of lines better than the rules? `python -m tests.truth.second_opinion`.

A spaCy text categoriser (a bag of words, about a megabyte) learns what a line is from the sources written by hand, which tell it by
their marks: a name, a heading, the heading line of an entry, a bullet … Two questions are put:

1. On people that it was not trained on (every fifth source in turn): which share of lines has the right role, beside the rules?
2. On the two sets made apart, and on any other given as `TRUTH.csv FOLDER`: what becomes of the results when it has a say?

docs/decisions/0002-second-opinion.md tells what came out. Nothing of this is part of the program.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal
from unittest.mock import patch

import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import fix_random_seed

from samples.maker.source import Block, Source, plain, read_sources
from screener.batch import Options, find_inputs, screen_files
from screener.document import Document, Line
from screener.errors import UnreadableDocumentError
from screener.evaluation import Evaluation, evaluate, load_truth
from screener.extract import extract
from screener.parse import build_parser, positions, sections
from screener.resume import Resume
from screener.rules import load_role
from tests.truth.floors import AS_OF, ROOT, SETS

Role = Literal["name", "heading", "entry", "dates", "study", "bullet", "text"]
ROLES: tuple[Role, ...] = ("name", "heading", "entry", "dates", "study", "bullet", "text")
FOLDS, EPOCHS, BATCH = 5, 12, 64
ADD, VETO = 0.9, 0.02
_WORD = re.compile(r"\w+", re.UNICODE)
_DATED = re.compile(r"(?:19|20)\d\d|['’]\d\d|\d\d/\d\d")
_ONLY_DATES = re.compile(r"[\W\d]*(?:[^\W\d]{1,10}[\W\d]+){0,4}[^\W\d]{0,10}[\W\d]*")
_CELLS = re.compile(r"[\t|•·]")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a document: what the model sees of it, what it is, and what the rules take it for."""

    seen: str
    role: Role
    by_rules: Role


def main(arguments: Sequence[str]) -> None:
    people = [*read_people(ROOT / "samples", ROOT / "samples"), *read_people(ROOT / "tests" / "truth", ROOT / "tests" / "truth")]
    print(f"{len(people)} people, {sum(map(len, people))} lines")
    _print_roles(people)
    model = train([row for rows in people for row in rows], seed=0)
    folders = [(SETS[name] / "truth.csv", SETS[name] / "resumes") for name in ("apart-1", "apart-2")]
    folders += [(Path(arguments[0]), Path(arguments[1]))] if len(arguments) == 2 else []
    for truth, folder in folders:
        for say in ("none", "veto", "add", "both"):
            with having_a_say(model, say):
                print(f"{truth.parent.name:<12} {say:<5} {_in_brief(measured(truth, folder))}", flush=True)


def read_people(sources: Path, made: Path) -> list[list[Row]]:
    """The lines of each person's file that can be found in the source, in order."""
    parser, people = build_parser(), []
    for source in read_sources(sources / "sources"):
        try:
            resume = parser.parse(extract(made / "resumes" / source.look.file))
        except UnreadableDocumentError:
            continue
        roles = _roles_of(source)
        by_rules = _roles_by_rules(resume)
        document = resume.document
        rows = []
        for index, line in enumerate(document.lines):
            role = roles.get(_key(document.text[line.start : line.end]))
            if role is not None:
                rows.append(Row(seen(document, index), role, by_rules[index]))
        people.append(rows)
    return people


def _roles_of(source: Source) -> dict[str, Role]:
    """The role of each line of a source, by its words; words that stand in two roles are left out."""
    found: dict[str, set[Role]] = {}
    for blocks in source.blocks.values():
        kind: str | None = "header"
        for block, role in _with_roles(blocks, kind):
            texts = [block.text, block.right, f"{block.text} {block.right}", *block.cells, " ".join(block.cells)]
            for text in filter(None, texts):
                found.setdefault(_key(plain(text)), set()).add("dates" if text == block.right and _is_dates(text) else role)
    return {key: next(iter(roles)) for key, roles in found.items() if len(roles) == 1 and key}


def _with_roles(blocks: Sequence[Block], kind: str | None) -> Iterator[tuple[Block, Role]]:
    before: Role = "text"
    for block in blocks:
        if block.kind == "heading":
            kind = sections.heading_kind(sections.words_of(plain(block.text)), prominent=True)[0]
        before = _role_of(block, kind, before)
        yield block, before


def _role_of(block: Block, kind: str | None, before: Role) -> Role:
    if block.kind in ("name", "heading", "bullet"):
        return block.kind
    if block.text.startswith(("• ", "– ", "* ")):
        return "bullet"
    if kind == "education" and block.kind != "contact":
        return "study"
    if kind not in ("experience", "projects", "volunteering") or block.kind == "contact":
        return "text"
    text = plain(block.text)
    if _is_dates(text):
        return "dates"
    marked = block.kind in ("strong", "soft") or block.text.startswith("**")
    told_near = before in ("entry", "dates") and len(text) <= 60 and not text.endswith(".")
    return "entry" if marked or told_near or (_DATED.search(text) and len(text) <= 100) else "text"


def _roles_by_rules(resume: Resume) -> list[Role]:
    """What the rules take each line for."""
    document, found = resume.document, resume.qualifications
    roles: list[Role] = []
    headings = {section.heading.line for section in resume.sections if section.heading}
    for number, line in enumerate(document.lines, 1):
        text = document.text[line.start : line.end]
        name, section = resume.contact.name, next((each for each in resume.sections if each.span.start <= line.start < each.span.end), None)
        if name and name.start < line.end and line.start < name.end:
            roles.append("name")
        elif number in headings:
            roles.append("heading")
        elif any(each.heading.start < line.end and line.start < each.heading.end for each in found.positions):
            roles.append("dates" if _is_dates(text) else "entry")
        elif any(each.dates and each.dates.span.start >= line.start and each.dates.span.end <= line.end for each in found.positions):
            roles.append("dates")
        elif text.startswith(("• ", "– ", "- ", "* ")):
            roles.append("bullet")
        elif section and section.kind == "education":
            roles.append("study")
        else:
            roles.append("text")
    return roles


def _is_dates(text: str) -> bool:
    return bool(_DATED.search(text)) and len(text) <= 40 and bool(_ONLY_DATES.fullmatch(text))


def _key(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def seen(document: Document, index: int) -> str:
    """A line as the model sees it: its words, how it is set, and the beginning of its neighbours."""
    lines = document.lines
    body = Counter(round(line.size * 2) for line in lines).most_common(1)[0][0] / 2
    words = _words(document, lines[index], "w", 24)
    look = _look(document, lines[index], body)
    above = [*_look(document, lines[index - 1], body, "above"), *_words(document, lines[index - 1], "a", 4)] if index else ["abovenone"]
    below = [*_look(document, lines[index + 1], body, "below"), *_words(document, lines[index + 1], "b", 4)] if index + 1 < len(lines) else []
    return " ".join([*words, *look, f"place{min(9, index // 3)}", *above, *below])


def _words(document: Document, line: Line, mark: str, most: int) -> list[str]:
    text = re.sub(r"\d", "0", document.text[line.start : line.end].casefold())
    return [f"{mark}{word}" for word in _WORD.findall(text)[:most]]


def _look(document: Document, line: Line, body: float, mark: str = "is") -> list[str]:
    text = document.text[line.start : line.end]
    told = {
        "upper": text.isupper(),
        "bold": line.bold,
        "large": line.size > body * 1.08,
        "small": line.size < body * 0.95,
        "style": line.heading,
        "bullet": text[:1] in "•–-*",
        "dated": bool(_DATED.search(text)),
        "cells": bool(_CELLS.search(text)),
        "ends": text.endswith("."),
        "comma": "," in text,
        "lower": text[:1].islower(),
    }
    return [f"{mark}{name}" for name, true in told.items() if true] + [f"{mark}words{min(12, len(text.split()))}"]


def train(rows: Sequence[Row], seed: int) -> Language:
    """A categoriser of lines, the same for the same rows and seed."""
    fix_random_seed(seed)
    nlp = spacy.blank("xx")
    model = {"@architectures": "spacy.TextCatBOW.v3", "exclusive_classes": True, "ngram_size": 2, "no_output_layer": False, "length": 65536}
    component: Any = nlp.add_pipe("textcat", config={"model": model})
    for role in ROLES:
        component.add_label(role)
    examples = [Example.from_dict(nlp.make_doc(row.seen), {"cats": {role: float(role == row.role) for role in ROLES}}) for row in rows]
    optimizer = nlp.initialize(lambda: examples[:200])
    order = random.Random(seed)
    for _ in range(EPOCHS):
        order.shuffle(examples)
        for start in range(0, len(examples), BATCH):
            nlp.update(examples[start : start + BATCH], sgd=optimizer)
    return nlp


def _print_roles(people: Sequence[Sequence[Row]]) -> None:
    """The share of right roles, and F1 of each, on people left out of the training. both: the model where it is sure, else the rules."""
    pairs: dict[str, list[tuple[Role, Role]]] = {"rules": [], "model": [], "both": []}
    for fold in range(FOLDS):
        model = train([row for index, rows in enumerate(people) if index % FOLDS != fold for row in rows], seed=fold)
        unseen = [row for index, rows in enumerate(people) if index % FOLDS == fold for row in rows]
        for row, doc in zip(unseen, model.pipe(row.seen for row in unseen), strict=True):
            guessed = max(ROLES, key=doc.cats.__getitem__)
            pairs["rules"].append((row.role, row.by_rules))
            pairs["model"].append((row.role, guessed))
            pairs["both"].append((row.role, guessed if doc.cats[guessed] > ADD else row.by_rules))
    print(f"{'':<8}" + "".join(f"{role:>9}" for role in ("right", *ROLES)))
    for name, told in pairs.items():
        right = sum(true == given for true, given in told) / len(told)
        print(f"{name:<8}{right:>9.3f}" + "".join(f"{_f1(told, role):>9.3f}" for role in ROLES))


def _f1(pairs: Sequence[tuple[Role, Role]], role: Role) -> float:
    right = sum(true == given == role for true, given in pairs)
    told = sum(true == role for true, _ in pairs) + sum(given == role for _, given in pairs)
    return 2 * right / told if told else 0.0


class Opinions:
    """What the model says of the lines of a document, asked once for each."""

    def __init__(self, model: Language) -> None:
        self._model = model
        self._known: dict[str, list[dict[str, float]]] = {}
        self.last: Document | None = None

    def of(self, document: Document) -> list[dict[str, float]]:
        self.last = document
        if document.text not in self._known:
            lines = [seen(document, index) for index in range(len(document.lines))]
            self._known[document.text] = [doc.cats for doc in self._model.pipe(lines)]
        return self._known[document.text]


def having_a_say(model: Language, say: str) -> ExitStack:
    """The parser with the model's word on headings and on the lines that begin an entry: a veto, a right to add, both or neither."""
    opinions, stack = Opinions(model), ExitStack()
    find, heads, dates_entry = sections.find_headings, positions._heads, positions._dates_entry
    veto, add = say in ("veto", "both"), say in ("add", "both")

    def headings(document: Document) -> Any:
        told, found = opinions.of(document), find(document)
        kept = [each for each in found if not (veto and told[each.line]["heading"] < VETO)]
        taken = {each.line for each in found}
        for index, line in enumerate(document.lines if add else ()):
            words = sections.words_of(document.text[line.start : line.end])
            kind = sections.heading_kind(words, prominent=True)[0] if words and index not in taken else None
            if kind is not None and told[index]["heading"] > ADD:
                kept.append(sections._Heading(index, line.end, kind))
        return sorted(kept, key=lambda each: each.line)

    def entry(number: int) -> float:
        assert opinions.last
        told = opinions.of(opinions.last)[number]
        return told["entry"] + told["dates"]

    def with_say(rule: Callable[..., bool], number: Callable[..., int]) -> Callable[..., bool]:
        def judged(*arguments: Any) -> bool:
            by_rule, told = rule(*arguments), entry(number(*arguments))
            return (by_rule and not (veto and told < VETO)) or (add and told > ADD and rule is heads and not arguments[0].dates)

        return judged

    stack.enter_context(patch.object(sections, "find_headings", headings))
    stack.enter_context(patch.object(positions, "_heads", with_say(heads, lambda line: line.number)))
    stack.enter_context(patch.object(positions, "_dates_entry", with_say(dates_entry, lambda block, index: block[index].number)))
    return stack


def measured(truth: Path, folder: Path) -> Evaluation:
    screenings = screen_files(find_inputs([folder]).files, Options(load_role("senior-backend"), AS_OF, ocr="off"), jobs=0)
    return evaluate(load_truth(truth), screenings)


def _in_brief(evaluation: Evaluation) -> str:
    overall = evaluation.overall
    shares = [f"{share.name} {share.count}/{share.of}" for share in (*overall.columns, *overall.decisions)]
    return f"{', '.join(shares)}, skills {overall.skills.f1:.3f}"


if __name__ == "__main__":
    main(sys.argv[1:])

"""Words that change what a mention of a skill is worth: "no experience with", "currently learning", "relevant coursework"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal, get_args

from screener.document import Value
from screener.errors import DataFileError
from screener.resume import Scope, SectionKind
from screener.taxonomy.compiled import knowledge
from screener.taxonomy.loading import read_data
from screener.taxonomy.skills import spellings

FILE = "skills-scope.toml"
_CONDITIONS = ("sections", "after", "unless_after")
_WORDS = ("ends", "separators", "fillers", "run_on")
Reach = Literal["clause", "next", "list", "before", "line"]


class Cue(Value, frozen=True):
    """Phrases that give the skills within their reach a scope. The reaches are explained in the data file.

    sections: the kinds of sections in which the phrases are cues; empty: all.
    after: words of which one must stand before the phrase in its statement; empty: none need to. unless_after: words that must not.
    """

    scope: Scope
    reach: Reach
    phrases: tuple[str, ...]
    sections: frozenset[SectionKind] = frozenset()
    after: frozenset[str] = frozenset()
    unless_after: frozenset[str] = frozenset()


class SkillScopes(Value, frozen=True):
    """cues; exceptions: phrases that contain a cue's words and are none; sections: the scope of every mention in a section of that kind.

    ends, separators, fillers, run_on: small words and signs, explained in the data file.
    """

    cues: tuple[Cue, ...]
    exceptions: tuple[str, ...]
    ends: frozenset[str]
    separators: frozenset[str]
    fillers: frozenset[str]
    run_on: frozenset[str]
    sections: Mapping[SectionKind, Scope]


@knowledge
def load_skill_scopes() -> SkillScopes:
    """The shipped cues. Raises DataFileError with every mistake of the file."""
    return build_skill_scopes(read_data(FILE))


def build_skill_scopes(data: Mapping[str, Any]) -> SkillScopes:
    """The cues of a file's data. Raises DataFileError with every mistake."""
    problems = [*_wrong_cues(data.get("cue", ())), *_wrong_sections(data.get("sections", {})), *_missing_words(data.get("words", {}))]
    if problems:
        raise DataFileError(FILE, tuple(problems))
    cues = tuple(
        Cue(cue["scope"], cue["reach"], _expanded(cue["phrases"]), *(frozenset(cue.get(key, ())) for key in _CONDITIONS))
        for cue in data.get("cue", ())
    )
    words = {name: frozenset(data["words"][name]) for name in _WORDS}
    return SkillScopes(cues, _expanded(data.get("exceptions", ())), **words, sections=dict(data.get("sections", {})))


def _expanded(phrases: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(spelling for phrase in phrases for spelling in spellings(phrase)))


def _wrong_cues(cues: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    for number, cue in enumerate(cues, 1):
        if cue.get("scope") not in get_args(Scope):
            yield f"cue[{number}].scope: one of {', '.join(get_args(Scope))}"
        if cue.get("reach") not in get_args(Reach):
            yield f"cue[{number}].reach: one of {', '.join(get_args(Reach))}"
        if not cue.get("phrases"):
            yield f"cue[{number}].phrases: at least one is needed"
        if unknown := sorted(set(cue) - {"scope", "reach", "phrases", *_CONDITIONS}):
            yield f"cue[{number}]: unknown: {', '.join(unknown)}"
        yield from (f"cue[{number}].sections: no kind `{kind}`" for kind in cue.get("sections", ()) if kind not in get_args(SectionKind))


def _missing_words(words: Mapping[str, Any]) -> Iterator[str]:
    yield from (f"words.{name}: a list of words is needed" for name in _WORDS if not words.get(name))


def _wrong_sections(sections: Mapping[str, str]) -> Iterator[str]:
    for kind, scope in sections.items():
        if kind not in get_args(SectionKind):
            yield f"sections.{kind}: no kind of section"
        if scope not in get_args(Scope):
            yield f"sections.{kind}: one of {', '.join(get_args(Scope))}"

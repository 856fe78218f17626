"""A posting to the draft of a role: every sentence read once, in order."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from screener.decision import Importance
from screener.document import Document
from screener.drafting.degrees import degree_end, draft_degrees, names_a_degree
from screener.drafting.drafted import Drafted, Refusal, Weigh
from screener.drafting.extras import draft_certificates, draft_languages, draft_words, phrase_lists
from screener.drafting.importance import weigh
from screener.drafting.posting import Posting, Sentence, read_posting, says
from screener.drafting.refusals import refusals
from screener.drafting.skills import draft_skills, skill_groups, skills_named
from screener.drafting.years import draft_years, figures, work_in
from screener.errors import UsageError
from screener.rules import protected
from screener.rules.role import NoteRequirement, Requirement, Role
from screener.taxonomy.folding import fold
from screener.taxonomy.skills import load_skills

_NOT_ID = re.compile(r"[^a-z0-9]+")
_ORDER: tuple[Importance, ...] = ("required", "preferred", "note")
_UNTITLED = "Untitled role"
_LONGEST_ID = 48


@dataclass(frozen=True, slots=True)
class RoleDraft:
    """role: the draft, which can be loaded as it is. drafted: its requirements with where they came from, in the same order.

    refused: wordings that no rule was made of. aside: sentences that ask nothing, by the heading over them.
    """

    role: Role
    drafted: tuple[Drafted, ...]
    refused: tuple[Refusal, ...]
    aside: tuple[Sentence, ...]


def draft_role(document: Document) -> RoleDraft:
    """The draft of a role from a job posting. Raises UsageError when the posting asks for nothing that can become a rule."""
    posting = read_posting(document)
    refused = refusals(posting)
    drafted = _distinct([*_asked(posting, {id(refusal.sentence) for refusal in refused}), *_shown(posting)])
    drafted = sorted(drafted, key=lambda each: _ORDER.index(each.requirement.importance))
    if all(each.requirement.importance == "note" for each in drafted):
        raise UsageError("The posting asks for nothing that could become a rule: is it a job description?")
    drafted = [_with_plain_text(each) for each in _with_ids(drafted)]
    title = posting.title or _UNTITLED
    used = {id(each.sentence) for each in drafted} | {id(each.sentence) for each in refused}
    aside = tuple(sentence for sentence in posting.sentences if id(sentence) not in used)
    role = Role(_slug(title) or "role", 1, title, tuple(each.requirement for each in drafted))
    return RoleDraft(role, tuple(drafted), tuple(refused), aside)


def _asked(posting: Posting, refused: set[int]) -> Iterator[Drafted]:
    """What the sentences that ask for something become."""
    equivalent = _accepts_equivalents(posting)
    only_skills = not any(each.part == "required" for each in posting.sentences)
    title_work = work_in(posting.title)
    for sentence in posting.sentences:
        if sentence.role == "asked":
            made = []
            for part in _parts(sentence):
                importance_at = weigh(part, _base(part, only_skills))
                made += _draft_sentence(part, importance_at, title_work, equivalent=equivalent)
            if not made and id(sentence) not in refused:
                made = draft_words(sentence, weigh(sentence, _base(sentence, only_skills)))
            yield from (replace(each, sentence=sentence) for each in made)
        elif sentence.role == "waived" and names_a_degree(sentence):
            note = NoteRequirement(id="degree", text=sentence.text, importance="note")
            yield Drafted(note, sentence, ("The posting says that this is not asked.",))


def _accepts_equivalents(posting: Posting) -> bool:
    """Whether a sentence on degrees, or one in the same item, lets something else do."""
    lines = {each.line for each in posting.sentences if each.role in ("asked", "answer") and names_a_degree(each)}
    return any(each.line in lines and says("degrees.equivalent", each.text) for each in posting.sentences)


def _base(sentence: Sentence, only_skills: bool) -> Importance:
    """What the part of the posting says. A list of skills orders people where requirements stand elsewhere."""
    if sentence.part in ("preferred", "stack") or (sentence.part == "skills" and not only_skills):
        return "preferred"
    return "required"


_JOIN = r"(?:and|with|plus|along with) "
_MORE_YEARS = r"(?:at least |a minimum of |minimum of |over )?(?:\d{1,2}|two|three|four|five|six|seven|eight|ten)\+? (?:or more )?years"
_MORE_SKILLS = (
    r"(?:\w+ ){0,2}(?:experience (?:with|in|using)|knowledge of|proficien\w+ (?:in|with)|fluen\w+ in|familiarity with|skills in"
    r"|expertise in)"
)
_SPLIT = re.compile(rf",? (?:{_JOIN})?(?={_MORE_YEARS})|,? {_JOIN}(?={_MORE_SKILLS})")


def _parts(sentence: Sentence) -> list[Sentence]:
    """A sentence that asks for a degree and then for more, cut where it asks for more; years in place of the degree are no more."""
    end = degree_end(sentence)
    if end < 0 or sentence.role != "asked":
        return [sentence]
    cut = next((each for each in _SPLIT.finditer(sentence.text, end) if not _goes_with(sentence.text[end : each.start()])), None)
    if cut is None or not sentence.text[cut.end() :].strip():
        return [sentence]
    return [replace(sentence, text=sentence.text[: cut.start()]), replace(sentence, text=sentence.text[cut.end() :])]


def _goes_with(lead: str) -> bool:
    """Whether what follows these words is still about the degree ("or equivalent", "or a master's degree and")."""
    last = lead.rpartition(",")[2]
    return last.rstrip().endswith(" or") or says("degrees.equivalent", last) or re.search(r"\bor (?:a|an) ", last) is not None


def _draft_sentence(sentence: Sentence, importance_at: Weigh, title_work: tuple[str, ...], *, equivalent: bool) -> list[Drafted]:
    """Every rule that a sentence gives; none when it gives none."""
    degrees = draft_degrees(sentence, importance_at, equivalent=equivalent)
    certificates = [] if degrees else draft_certificates(sentence, importance_at)
    languages = list(draft_languages(sentence, importance_at))
    if degrees:
        groups = skill_groups(sentence, importance_at, degree_end(sentence))
        return [*degrees, *draft_skills(sentence, importance_at, groups), *languages]
    groups = [] if certificates else skill_groups(sentence, importance_at, without_work=bool(figures(sentence)))
    years, left = draft_years(sentence, importance_at, groups, title_work)
    if years:
        left = [group for group in left if not group.added]
    return [*years, *draft_skills(sentence, importance_at, left), *certificates, *languages, *_rest(sentence, importance_at, years)]


_PREFERABLY = re.compile(r"(?i),? ?\b(?:preferably|ideally)\b(.+)$")


def _rest(sentence: Sentence, importance_at: Weigh, years: Sequence[Drafted]) -> Iterator[Drafted]:
    """A wish behind the years that no rule took ("preferably in manufacturing")."""
    wish = _PREFERABLY.search(sentence.text) if years else None
    if wish and not skills_named(wish.group(1)) and importance_at(wish.end() - 1) == "preferred":
        note = NoteRequirement(id="preferably", text=sentence.text, importance="note")
        yield Drafted(note, sentence, (f"“{wish.group().strip(' ,')}” could not be turned into a rule: a question for a person.",))


def _shown(posting: Posting) -> Iterator[Drafted]:
    """Duties, and answers about such posts, as notes where a résumé can show them; skills only where nothing else names them."""
    asked = {each.id for sentence in posting.sentences if sentence.role == "asked" for each in skills_named(sentence.text)}
    asked |= {implied for each in asked for implied in load_skills().implied[each]}
    seen: set[str] = set()
    for sentence in posting.sentences:
        if sentence.role not in ("duty", "answer"):
            continue
        named = tuple(dict.fromkeys(each.id for each in skills_named(sentence.text)))
        skills = named if sentence.role == "duty" else tuple(each for each in named if each not in asked)
        phrases = phrase_lists(sentence.text)
        new = {*skills, *phrases} - seen
        if not new:
            continue
        identity = next(each for each in (*phrases, *skills) if each in new)
        seen |= new
        note = NoteRequirement(id=identity, text=sentence.text, importance="note", phrases=phrases, skills=skills)
        yield Drafted(note, sentence, (_SHOWN[sentence.role],))


_SHOWN = {
    "duty": "A duty, not a requirement: shown where a résumé tells of it, never decisive.",
    "answer": "From what the posting tells of such posts in general: shown, never decisive.",
}


def _distinct(drafted: Iterable[Drafted]) -> list[Drafted]:
    """Without requirements that only repeat an earlier one that is asked as strongly."""
    kept: dict[Requirement, Drafted] = {}
    for each in drafted:
        requirement = each.requirement
        key = requirement if isinstance(requirement, NoteRequirement) else replace(requirement, text="", id="", importance="note")
        earlier = kept.get(key)
        if earlier is None or _ORDER.index(requirement.importance) < _ORDER.index(earlier.requirement.importance):
            kept[key] = each
    return list(kept.values())


def _with_ids(drafted: Sequence[Drafted]) -> list[Drafted]:
    """With an id for each that no other has."""
    used: Counter[str] = Counter()
    named = []
    for each in drafted:
        base = each.requirement.id
        if base == "note":
            base = _slug(" ".join(each.sentence.text.split()[:4])) or "note"
        used[base] += 1
        identity = base if used[base] == 1 else f"{base}-{used[base]}"
        named.append(replace(each, requirement=replace(each.requirement, id=identity)))
    return named


def _with_plain_text(drafted: Drafted) -> Drafted:
    """What decides or scores may not even name what nobody may be judged by: those words are left out of its text."""
    requirement = drafted.requirement
    if requirement.importance == "note":
        return drafted
    text = requirement.text
    for words in dict.fromkeys(found.words for found in protected.refusals(text)):
        text = text.replace(words, "[…]")
    return replace(drafted, requirement=replace(requirement, text=text))


def _slug(text: str) -> str:
    return _NOT_ID.sub("-", fold(text)).strip("-")[:_LONGEST_ID].strip("-")

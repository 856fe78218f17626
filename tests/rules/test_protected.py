"""What no role may judge by: protected traits, words that stand for them, and what no résumé can show."""

from __future__ import annotations

import pytest

from screener.errors import DataFileError
from screener.rules.protected import refusal, refusals
from tests.rules.builders import role

GIT = 'id = "git"\nkind = "skills"\nimportance = "preferred"\nany_of = ["git"]'


@pytest.mark.parametrize(
    ("text", "trait"),
    [
        ("A young and dynamic colleague.", "age"),
        ("Recent graduates only.", "age"),
        ("Between 25 and 35 years old.", "age"),
        ("A digital native.", "age"),
        ("Höchstalter 40 Jahre.", "age"),
        ("Two female engineers.", "gender"),
        ("EU citizenship.", "nationality"),
        ("Nationality: Swiss.", "nationality"),
        ("Deutsche Staatsangehörigkeit.", "nationality"),
        ("Native speaker of English.", "native-speaker"),
        ("English native-speakers.", "native-speaker"),
        ("Deutsch als Muttersprache.", "native-speaker"),
        ("Marital status: single.", "marital-status"),
        ("Not pregnant.", "marital-status"),
        ("Christian faith.", "religion"),
        ("Any particular ethnicity.", "origin"),
        ("In excellent health.", "health"),
        ("Sexual orientation.", "orientation"),
        ("Well groomed.", "looks"),
        ("No member of a trade union.", "union-politics"),
        ("A valid work permit.", "work-permit"),
        ("Right to work in the UK.", "work-permit"),
        ("Based in Lyon.", "location"),
        ("Willing to relocate.", "location"),
    ],
)
def test_words_that_may_not_decide_are_told_with_a_reason(text: str, trait: str) -> None:
    found = refusal(text)
    assert found is not None
    assert found.trait == trait
    assert found.words in text
    assert found.why.endswith((".", '".'))
    assert found.protected is (trait not in ("work-permit", "location"))


@pytest.mark.parametrize(
    "text",
    [
        "React Native and native apps in Swift.",
        "Cloud-native services, managed and packaged.",
        "Debugging race conditions.",
        "Experience with Passport.js and Visa payments.",
        "Accessible pages for people with disabilities.",
        "Storage engines; a manager of engineers; sexagesimal numbers.",
        "Location services on Android.",
        "A graduate degree in physics.",
        "English at level C1.",
        "Experience at a Christie's-like auction house.",
    ],
)
def test_words_of_the_trade_are_no_traits(text: str) -> None:
    assert list(refusals(text)) == []


@pytest.mark.parametrize("importance", ["required", "preferred"])
def test_a_rule_that_rests_on_a_trait_is_refused_with_the_reason(importance: str) -> None:
    with pytest.raises(DataFileError) as caught:
        role(f'id = "x"\ntext = "Young graduates, native speakers of German."\nkind = "evidence"\nimportance = "{importance}"\nskills = "go"', GIT)
    assert caught.value.problems == (
        f'requirement[0].text (x): "Young" cannot be {importance}. Age may not be asked for, nor words that stand for it; ask for the '
        "experience that the work needs.",
        f'requirement[0].text (x): "native speakers" cannot be {importance}. A native speaker is a matter of origin and not of skill; ask '
        'for a level with a requirement of kind "language".',
    )


def test_an_id_that_names_a_trait_is_refused_too() -> None:
    with pytest.raises(DataFileError, match=r'requirement\[0\]\.id \(marital-status\): "marital status" cannot be required'):
        role('id = "marital-status"\ntext = "x"\nkind = "evidence"\nimportance = "required"\nskills = "go"', GIT)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("age", "Age may not be asked for"),
        ("gender", "Gender may not be asked for"),
        ("nationality", "write it as a note"),
        ("work-permit", "write it as a note, a question for the interview"),
        ("location", "Where somebody lives is not given to the rules"),
        ("marital-status", "Marital and family status may not be asked for"),
        ("religion", "Religion and belief may not be asked for"),
    ],
)
def test_there_is_no_such_kind_and_the_message_says_why(kind: str, words: str) -> None:
    with pytest.raises(DataFileError) as caught:
        role(f'id = "x"\nkind = "{kind}"\nimportance = "required"\nmaximum = 35', GIT)
    (problem,) = caught.value.problems
    assert problem.startswith(f'requirement[0].kind (x): "{kind}" cannot be a rule. ')
    assert words in problem


def test_what_can_be_asked_of_everybody_may_be_a_note() -> None:
    found = role('id = "work-permit"\ntext = "A work permit; we are based in Ghent."\nkind = "note"', GIT)
    assert found.requirements[0].importance == "note"

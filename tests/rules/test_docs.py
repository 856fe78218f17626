"""docs/roles.md: its examples are roles, and what it says of them is so."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from screener.errors import DataFileError
from screener.rules import parse_role

PAGE = (Path(__file__).parents[2] / "docs" / "roles.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
WRONG = next(block for block in BLOCKS if 'id = "wrong"' in block)
HEAD = 'id = "example"\nversion = 1\ntitle = "Example"\n'
SCORED = '\n[[requirement]]\nid = "scored"\nimportance = "preferred"\nkind = "skills"\nany_of = ["git"]\n'


@pytest.mark.parametrize("block", [block for block in BLOCKS if block != WRONG])
def test_every_example_is_a_role(block: str) -> None:
    text = block if block.startswith("id") else HEAD + block + SCORED
    role = parse_role(text.encode(), "example.toml")
    assert len(role.requirements) >= 2


@pytest.mark.parametrize("kind", ["degree", "years", "skills", "evidence", "note"])
def test_every_kind_has_an_example_under_its_name(kind: str) -> None:
    section = PAGE.split(f"\n## {kind}\n")[1].split("\n## ")[0]
    assert f'kind = "{kind}"' in section


def test_the_message_of_a_wrong_file_is_the_one_shown() -> None:
    (shown,) = re.findall(r"^```text\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    with pytest.raises(DataFileError) as caught:
        parse_role(WRONG.encode(), "wrong.toml")
    assert str(caught.value) + "\n" == shown

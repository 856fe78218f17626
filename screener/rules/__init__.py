"""From what a résumé says to a decision: roles, their requirements, and what each makes of a person's qualifications."""

from screener.rules.asking import Question, questions
from screener.rules.checking import Assessment, check, kind_of
from screener.rules.deciding import decide
from screener.rules.plainly import name_of, plainly
from screener.rules.role import Change, Requirement, Role
from screener.rules.role_file import load_role, parse_role, shipped_roles
from screener.rules.schema import role_schema
from screener.rules.skill_use import SkillUse, skill_uses

__all__ = [
    "Assessment",
    "Change",
    "Question",
    "Requirement",
    "Role",
    "SkillUse",
    "check",
    "decide",
    "kind_of",
    "load_role",
    "name_of",
    "parse_role",
    "plainly",
    "questions",
    "role_schema",
    "shipped_roles",
    "skill_uses",
]

"""Job posting → the draft of a role for a person to edit. Above the stages: it reads the words with the parser's eyes, and writes rules."""

from screener.drafting.drafted import Drafted, Refusal
from screener.drafting.drafting import RoleDraft, draft_role
from screener.drafting.toml import as_toml

__all__ = ["Drafted", "Refusal", "RoleDraft", "as_toml", "draft_role"]

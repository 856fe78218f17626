"""How right the program is: its screenings against a truth file made by careful readers."""

from screener.evaluation.compare import Comparison, compare
from screener.evaluation.measure import Evaluation, Share, SkillScore, evaluate
from screener.evaluation.tables import as_json, misses_as_text, scores_as_text
from screener.evaluation.truth import Truth, load_truth

__all__ = [
    "Comparison",
    "Evaluation",
    "Share",
    "SkillScore",
    "Truth",
    "as_json",
    "compare",
    "evaluate",
    "load_truth",
    "misses_as_text",
    "scores_as_text",
]

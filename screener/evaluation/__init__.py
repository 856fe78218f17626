"""How right the program is: its screenings against a truth file made by careful readers."""

from screener.evaluation.changes import Change, Changes, changes_between
from screener.evaluation.compare import Comparison, compare
from screener.evaluation.confusion import Confusion
from screener.evaluation.measure import Evaluation, Figures, Part, evaluate
from screener.evaluation.page import as_html
from screener.evaluation.record import as_json, load_answers
from screener.evaluation.shares import FieldScore, Share
from screener.evaluation.tables import changes_as_text, misses_as_text, scores_as_text
from screener.evaluation.truth import Truth, load_truth

__all__ = [
    "Change",
    "Changes",
    "Comparison",
    "Confusion",
    "Evaluation",
    "FieldScore",
    "Figures",
    "Part",
    "Share",
    "Truth",
    "as_html",
    "as_json",
    "changes_as_text",
    "changes_between",
    "compare",
    "evaluate",
    "load_answers",
    "load_truth",
    "misses_as_text",
    "scores_as_text",
]

"""Screenings → rows → files. The only place for pandas, xlsxwriter, Jinja2 and Matplotlib, loaded when one is written."""

from screener.report.folder import prepare_output_folder
from screener.report.html.pictures import Draw, PageChoice, WantedPages
from screener.report.reading import RunFrames, read_run, read_screenings
from screener.report.record import IgnoredPath, RoleChange, RoleRule, RunRecord
from screener.report.rows import SummaryRow
from screener.report.shares import Share, Wanted, share_of, wanted_for
from screener.report.writing import EXTRA_FORMATS, FORMATS, Report, check_formats, write_report, write_run_log, write_shares

__all__ = [
    "EXTRA_FORMATS", "FORMATS", "Draw", "IgnoredPath", "PageChoice", "Report", "RoleChange", "RoleRule", "RunFrames", "RunRecord", "Share",
    "SummaryRow", "Wanted", "WantedPages", "check_formats", "prepare_output_folder", "read_run", "read_screenings", "share_of",
    "wanted_for", "write_report", "write_run_log", "write_shares",
]  # fmt: skip

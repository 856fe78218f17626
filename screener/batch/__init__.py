"""A folder of résumés: every file gives exactly one Screening, in input order.

The only place for processes: each document is read in a child with limits on time and memory, so that a file that
crashes, hangs or eats memory costs its own row and nothing else.
"""

from screener.batch.blind import Blinding
from screener.batch.cluster import dask_engine
from screener.batch.copies import copied
from screener.batch.engine import Engine, on_this_machine
from screener.batch.inputs import Copy, InputFile, Inputs, Source, find_inputs
from screener.batch.pool import Limits
from screener.batch.roles import RolesRun, run_roles
from screener.batch.run import Run, run_screening
from screener.batch.screen import read_one, screen_files, screen_folder
from screener.batch.worker import Options, screen_file

__all__ = [
    "Blinding",
    "Copy",
    "Engine",
    "InputFile",
    "Inputs",
    "Limits",
    "Options",
    "RolesRun",
    "Run",
    "Source",
    "copied",
    "dask_engine",
    "find_inputs",
    "on_this_machine",
    "read_one",
    "run_roles",
    "run_screening",
    "screen_file",
    "screen_files",
    "screen_folder",
]

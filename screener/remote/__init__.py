"""Where files come from and go to when that is not this machine: an inbox copied into a folder, a report put where others read it.

The only place that opens a connection, and only to a URL that somebody gave. It knows nothing of résumés and reports: `fetch` brings
files, `deliver` takes them, one of which is the last because it stands for the whole.
"""

from screener.remote.apart import apart
from screener.remote.delivery import Delivered, bring_back, deliver, put_text
from screener.remote.mirror import Bounds, Fetched, fetch, nothing
from screener.remote.places import Place, is_url, place_of, shown
from screener.remote.transfer import Missing

__all__ = [
    "Bounds",
    "Delivered",
    "Fetched",
    "Missing",
    "Place",
    "apart",
    "bring_back",
    "deliver",
    "fetch",
    "is_url",
    "nothing",
    "place_of",
    "put_text",
    "shown",
]

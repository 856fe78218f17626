"""What a run would do, without doing any of it: nothing is read, written, locked or sent."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from screener.batch import find_inputs
from screener.errors import ScreenerError
from screener.nightly.config import Config, Posting
from screener.nightly.elsewhere import places_to_rehearse
from screener.nightly.nights import Nights
from screener.nightly.places import Arrivals, Places
from screener.nightly.posting import load_posting_role
from screener.nightly.purging import purge_nights
from screener.nightly.surroundings import Surroundings
from screener.report.cells import printable


def rehearse(config: Config, day: date, around: Surroundings, places: Places | None = None) -> tuple[tuple[str, ...], bool]:
    """Lines that say what would be done, and whether every posting could be screened."""
    if places is None:
        with places_to_rehearse(config) as found:
            return rehearse(config, day, around, found)
    arrivals = places.fetch(config.postings, around)
    nights = {posting.id: Nights(places.nights_folder(posting)) for posting in config.postings}
    lines: list[str] = []
    well = True
    for posting in config.postings:
        try:
            lines += _posting(config, posting, nights[posting.id], arrivals, day)
        except ScreenerError as error:
            lines.append(f"{posting.id}: {error}")
            well = False
    try:
        lines += [f"Would delete {name}" for name in purge_nights(nights, config.cache, around.now(), around.today(), only_tell=True)]
    except ScreenerError as error:
        lines.append(str(error))
        well = False
    if config.mail:
        folder, smtp = config.mail.folder, config.mail.smtp
        ways = [f"as a file in {folder.name}" if folder else "", f"through {smtp.host}" if smtp else ""]
        lines.append(f"Would mail {len(config.mail.to)} recipient(s): {', '.join(filter(None, ways))}")
    return tuple(lines), well


def _posting(config: Config, posting: Posting, nights: Nights, arrivals: Arrivals, day: date) -> Iterator[str]:
    role = load_posting_role(config, posting)
    arrived = arrivals[posting.id]
    if isinstance(arrived, ScreenerError):
        raise arrived
    inputs = find_inputs([arrived.source], arrived.waiting)
    yield f"{posting.id}: would screen {len(inputs.files)} files for {role.id}, version {role.version}"
    before = nights.before(day)
    yield f"  compared with {before.folder.name}" if before else "  the first night: nothing to compare with"
    for path in sorted(arrived.waiting):
        yield f"  waiting: {printable(path.relative_to(arrived.folder).as_posix())}"
    for name, why in arrived.lost:
        yield f"  {printable(name)}: {why}"

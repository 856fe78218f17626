"""Three nights in a row on samples, as they are kept in tests/pipelines/three-nights. `python -m tests.pipelines.three_nights` writes them
anew: read the difference before you keep it.

Night 1: seven files for one posting, two for another. Night 2: files were added (one in a folder), one was written anew, one removed,
one renamed, and one is still being written to; the other posting's inbox is not there. Night 3: the role's version was raised, the file that
waited is whole, the inbox is back, and the first night of the other posting is past its day.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email import message_from_bytes, policy
from pathlib import Path
from tempfile import TemporaryDirectory

from pipelines import nightly

ROOT = Path(__file__).parents[2]
GOLDENS = Path(__file__).parent / "three-nights"
SAMPLES = ROOT / "samples" / "resumes"
FIRST = datetime(2026, 11, 1, 2, 30, tzinfo=UTC)

CONFIG = """
state = "state"
jobs = 1
ocr = "off"
retention = 30
metrics = "state/nightly.prom"

[settle]
age = 60
watch = 5

[mail]
from = "screen@example.org"
to = ["hiring@example.org", "privacy@example.org"]
folder = "mails"

[[posting]]
id = "backend"
role = "roles/backend.toml"
inbox = "inbox/backend"
outbox = "outbox/backend"

[[posting]]
id = "devops"
role = "devops"
inbox = "inbox/devops"
outbox = "outbox/devops"
retention = 1
"""

MIRA = """Mira Testova
mira.testova@example.org

Experience
Backend Engineer, Example Works GmbH
{0} - 12/2025
Built REST APIs in Python with Django and PostgreSQL

Education
BSc Computer Science, Example University, 2010 - 2014
"""


class Home:
    """A folder with everything that the job needs, and its clock."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.now = folder, FIRST
        (folder / "nightly.toml").write_text(CONFIG, encoding="utf-8")
        self.role = folder / "roles/backend.toml"
        self.role.parent.mkdir()
        shutil.copy(ROOT / "screener/rules/roles/senior-backend.toml", self.role)

    def put(self, posting: str, name: str, content: bytes | None = None, *, age: int = 3600) -> None:
        """A file of the samples, or of another content, written so many seconds ago."""
        path = self.folder / "inbox" / posting / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes((SAMPLES / path.name).read_bytes() if content is None else content)
        moment = self.now.timestamp() - age
        os.utime(path, (moment, moment))


def first(home: Home) -> None:
    for name in ("amara-okonkwo.pdf", "camila-duarte.pdf", "fergus oduya.DOCX", "hrustic-protected.pdf", "Siobhan McCarron.pdf", "vandermeulen-cv-academic.pdf"):
        home.put("backend", name)
    home.put("backend", "mira-testova.txt", MIRA.format("01/2024").encode())
    for name in ("Wilczek_Tomasz_CV.docx", "Priya Raghunathan - Resume.pdf"):
        home.put("devops", name)


def second(home: Home) -> None:
    inbox = home.folder / "inbox"
    home.put("backend", "Jonas_Brandvik_CV.pdf")
    home.put("backend", "by post/Noor Hashemi.docx")
    home.put("backend", "mira-testova.txt", MIRA.format("01/2015").encode())
    home.put("backend", "Renata_Siqueira.pdf", (SAMPLES / "Renata_Siqueira.pdf").read_bytes()[:5000], age=20)
    (inbox / "backend/camila-duarte.pdf").unlink()
    (inbox / "backend/fergus oduya.DOCX").rename(inbox / "backend/Oduya, Fergus.docx")
    (inbox / "devops").rename(inbox / "unmounted")


def third(home: Home) -> None:
    inbox = home.folder / "inbox"
    home.put("backend", "Renata_Siqueira.pdf")
    (inbox / "unmounted").rename(inbox / "devops")
    text = home.role.read_text(encoding="utf-8")
    home.role.write_text(text.replace("version = 1", "version = 2").replace("minimum = 5", "minimum = 4"), encoding="utf-8")


NIGHTS: tuple[Callable[[Home], None], ...] = (first, second, third)

Patch = Callable[[object, str, object], None]


def run(folder: Path, said: Callable[[], str], patch: Patch) -> Mapping[str, str]:
    """What the three nights left, by name. said: gives what was printed since it was last asked; patch: sets an attribute of a module."""
    home = Home(folder)
    patch(nightly, "now", lambda: home.now)
    patch(nightly, "pause", lambda *_, **__: None)
    left = {}
    for number, prepare in enumerate(NIGHTS, 1):
        home.now = FIRST + timedelta(days=number - 1)
        prepare(home)
        log = folder / "state/log.jsonl"
        told_before = len(log.read_bytes()) if log.exists() else 0
        status = nightly.main(["--config", str(folder / "nightly.toml")])
        name = f"night-{number}"
        left[f"{name}/summary.txt"] = f"{said()}\nExit status {status}\n"
        left[f"{name}/log.jsonl"] = log.read_bytes()[told_before:].decode()
        left[f"{name}/metrics.prom"] = (folder / "state/nightly.prom").read_text(encoding="utf-8")
        left[f"{name}/mail.txt"] = mail_as_read(folder / f"mails/{home.now.date().isoformat()}.eml")
        left[f"{name}/folders.txt"] = "".join(f"{line}\n" for line in folders_of(folder / "outbox"))
        for posting in ("backend", "devops"):
            changes = folder / "outbox" / posting / home.now.date().isoformat() / "changes.csv"
            if changes.exists():
                left[f"{name}/{posting}-changes.csv"] = changes.read_text(encoding="utf-8-sig")
    return {name: text.replace(f"{folder}/", "") for name, text in left.items()}


def mail_as_read(path: Path) -> str:
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    shown = (name for name in message if name not in ("Message-ID", "MIME-Version", "Content-Type", "Content-Transfer-Encoding"))
    return "".join(f"{name}: {message[name]}\n" for name in shown) + "\n" + message.get_content().replace("\r\n", "\n")


def folders_of(outbox: Path) -> list[str]:
    """What lies in the outboxes, down to the nights; of a night that was deleted what is left."""
    lines = []
    for path in sorted(outbox.glob("*/*")):
        name = path.relative_to(outbox).as_posix()
        inside = sorted(child.name for child in path.iterdir())
        lines.append(f"{name} -> {path.readlink()}" if path.is_symlink() else f"{name}: {', '.join(inside)}")
    return lines


def main() -> None:
    import contextlib
    import io

    printed = io.StringIO()

    def said() -> str:
        text = printed.getvalue()
        printed.seek(0)
        printed.truncate()
        return text

    with TemporaryDirectory() as folder, contextlib.redirect_stdout(printed):
        left = run(Path(folder), said, setattr)
    shutil.rmtree(GOLDENS, ignore_errors=True)
    for name, text in left.items():
        (GOLDENS / name).parent.mkdir(parents=True, exist_ok=True)
        (GOLDENS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()

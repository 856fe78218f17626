"""The job's configuration: what is read, and how a wrong one tells everything that is wrong with it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from screener.errors import DataFileError, UsageError
from screener.nightly import load_config
from screener.nightly.config import Settle
from screener.nightly.mail_config import Smtp
from tests.nightly.builders import HEAD, POSTING, config_file

MAIL = """
[mail]
from = "screen@example.org"
to = ["hr@example.org"]
"""
SMTP = '[mail.smtp]\nhost = "mail.example.org"\n'


def problems(folder: Path, text: str) -> tuple[str, ...]:
    path = folder / "nightly.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DataFileError) as caught:
        load_config(path)
    return caught.value.problems


def test_everything_has_a_default_but_state_and_postings(tmp_path: Path) -> None:
    path = tmp_path / "nightly.toml"
    path.write_text('state = "state"\n' + POSTING.format("one") + "retention = 7\n")
    config = load_config(path)
    assert (config.state, config.log, config.cache) == (tmp_path / "state", tmp_path / "state/log.jsonl", tmp_path / "state/cache")
    assert (config.jobs, config.ocr, config.settle, config.mail, config.metrics) == (None, "auto", Settle(60, 5), None, None)
    [posting] = config.postings
    assert (posting.id, posting.role, posting.inbox, posting.retention, posting.formats) == ("one", "senior-backend", "inbox/one", 7, ("csv", "jsonl"))


def test_a_posting_takes_the_retention_of_all_unless_it_has_its_own(tmp_path: Path) -> None:
    config = load_config(config_file(tmp_path, "one", "two"))
    assert [posting.retention for posting in config.postings] == [30, 30]
    config = load_config(config_file(tmp_path, "one", more=POSTING.format("two") + "retention = 5\n"))
    assert [posting.retention for posting in config.postings] == [5, 30]


def test_mail_and_smtp_are_read(tmp_path: Path) -> None:
    more = MAIL + 'folder = "mails"\nnames = true\n' + SMTP + 'user = "screen"\npassword_file = "secret"\nauthority = "ca.pem"\n'
    mail = load_config(config_file(tmp_path, "one", more=more)).mail
    assert mail
    assert (mail.sender, mail.to, mail.names, mail.folder) == ("screen@example.org", ("hr@example.org",), True, tmp_path / "mails")
    assert mail.smtp == Smtp("mail.example.org", 587, "starttls", "screen", "", tmp_path / "secret", tmp_path / "ca.pem", 30)


@pytest.mark.parametrize(("security", "port"), [("tls", 465), ("none", 25)])
def test_each_kind_of_connection_has_its_port(tmp_path: Path, security: str, port: int) -> None:
    mail = load_config(config_file(tmp_path, "one", more=MAIL + SMTP + f'security = "{security}"\n')).mail
    assert mail
    assert mail.smtp
    assert mail.smtp.port == port


def test_paths_start_from_the_file_unless_they_are_whole(tmp_path: Path) -> None:
    config = load_config(config_file(tmp_path, "one", more='[cache]\nfolder = "/var/cache/screen"\nmegabytes = 5\n'))
    assert (config.cache, config.cache_megabytes) == (Path("/var/cache/screen"), 5)
    assert config.path("inbox/one") == tmp_path / "inbox/one"


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    found = problems(
        tmp_path,
        'jobs = "two"\nocr = "of"\n[settle]\nages = 3\n[cache]\nmegabytes = 0\n'
        '[mail]\nfrom = "screen"\nto = []\nnames = "yes"\n'
        '[[posting]]\nid = "One"\nrole = ""\nformats = ["csv"]\n[[posting]]\nid = "two"\nrole = "devops"\ninbox = "i"\noutbox = "o"\nretention = 0\n',
    )
    assert found == (
        'posting[0].id (One): "One" is not small letters and digits joined by hyphens',
        'posting[0].role (One): text is needed, not ""',
        "posting[0].inbox (One): missing",
        "posting[0].outbox (One): missing",
        "posting[0].retention (One): missing",
        'posting[0].formats (One): "jsonl" is needed: each night is compared with the one before by it',
        "posting[1].retention (two): a whole number from 1 to 3650 is needed, not 0",
        "state: missing",
        "cache.megabytes: a whole number from 1 to 10000000 is needed, not 0",
        'jobs: a whole number from 1 to 256 is needed, not "two"',
        'ocr: "of" is not one of its values; did you mean "off"?',
        'settle.ages: no such key here; did you mean "age"?',
        'mail.from: an address like hr@example.org is needed, not "screen"',
        "mail.to: a list of at least one address is needed, not nothing",
        'mail.names: true or false (without quotes) is needed, not "yes"',
        'mail: "folder" (for .eml files), [mail.smtp], or both are needed',
    )


@pytest.mark.parametrize(
    ("more", "told"),
    [
        (MAIL + SMTP + 'password = "secret"\n', "mail.smtp.password: a password does not belong here: name its password_variable or its password_file"),
        (MAIL + SMTP + 'user = "screen"\n', "mail.smtp.user: user goes with password_variable or password_file, and they with it"),
        (MAIL + SMTP + 'user = "s"\npassword_variable = "P"\nsecurity = "none"\n', 'mail.smtp.security: a password is not sent over an open connection: "starttls" or "tls" is needed'),
        (MAIL + SMTP + 'user = "s"\npassword_variable = "P"\npassword_file = "f"\n', "mail.smtp.password_file: password_variable is given as well: one of them is enough"),
        (MAIL + '"to\\nBcc" = "x"\nfolder = "m"\n', "mail.to\nBcc: no such key here"),
        (MAIL.replace("hr@example.org", "hr@example.org\\nBcc: x@example.org") + 'folder = "m"\n', 'mail.to[0]: an address like hr@example.org is needed, not "hr@example.org\nBcc: x@example.org"'),
    ],
)
def test_a_mistake_about_mail_is_told_without_the_password(tmp_path: Path, more: str, told: str) -> None:
    assert problems(tmp_path, HEAD + more + POSTING.format("one")) == (told,)


def test_postings_must_not_share_an_id_or_an_outbox(tmp_path: Path) -> None:
    twice = POSTING.format("one") + POSTING.format("one").replace("outbox/one", "outbox/one/inner")
    assert problems(tmp_path, HEAD + twice) == (
        'posting: "one" is the id of several postings',
        'posting: the outbox "outbox/one/inner" is that of another posting, or inside it: each needs its own',
    )


def test_a_configuration_without_postings_says_what_one_needs(tmp_path: Path) -> None:
    assert problems(tmp_path, HEAD) == ("posting: at least one [[posting]] is needed, with id, role, inbox and outbox",)


def test_metrics_need_a_name_that_is_collected_and_their_package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert problems(tmp_path, 'metrics = "figures.txt"\n' + HEAD + POSTING.format("one")) == (
        'metrics: the name of a file that ends in ".prom" is needed (others are not collected), not "figures.txt"',
    )
    monkeypatch.setitem(sys.modules, "prometheus_client", None)
    assert problems(tmp_path, 'metrics = "figures.prom"\n' + HEAD + POSTING.format("one")) == (
        'metrics: the package prometheus-client is needed: install "screen-resumes[metrics]", or leave this key out',
    )


def test_what_is_no_toml_or_not_there_is_told(tmp_path: Path) -> None:
    assert "not valid TOML" in problems(tmp_path, "state = ")[0]
    with pytest.raises(UsageError, match=r"none\.toml cannot be read: No such file"):
        load_config(tmp_path / "none.toml")

"""The mail with the night's summary: as a file, and through a real server."""

from __future__ import annotations

from datetime import timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path

import pytest

from screener.nightly import NightResult, run_night
from tests.nightly.builders import HEAD, MORNING, Clock, Told, configured, surroundings
from tests.nightly.mail_server import PASSWORD, USER, mail_server

MAIL = '[mail]\nfrom = "screen@example.org"\nto = ["hr@example.org", "dpo@example.org"]\n'
SECRET = {"SMTP_PASSWORD": PASSWORD}


def night(folder: Path, mail: str, *, days: int = 0, environment: dict[str, str] | None = None, told: Told | None = None) -> NightResult:
    config = configured(folder, "one", head=HEAD + MAIL + mail)
    (folder / "inbox/one/ada.txt").write_text("Ada Probe\nPython")
    clock = Clock(MORNING + timedelta(days=days))
    return run_night(config, clock.at.date(), surroundings(clock, environment=environment), (told or Told()).journal)


def smtp(port: int, *, security: str = "starttls", authority: Path | None = None, user: bool = True) -> str:
    lines = ["[mail.smtp]", 'host = "localhost"', f"port = {port}", f'security = "{security}"', "seconds = 10"]
    lines += [f'user = "{USER}"', 'password_variable = "SMTP_PASSWORD"'] if user else []
    lines += [f'authority = "{authority}"'] if authority else []
    return "\n".join(lines) + "\n"


def test_a_mail_in_a_folder_tells_counts_and_names_nobody(tmp_path: Path) -> None:
    assert night(tmp_path, 'folder = "mails"\n').well
    path = tmp_path / "mails/2026-11-01.eml"
    assert path.stat().st_mode & 0o077 == 0
    message = message_from_bytes(path.read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert (message["Subject"], message["To"]) == ("Screening of 2026-11-01: 1 new", "hr@example.org, dpo@example.org")
    text = message.get_content()
    assert "one: 1 file: 1 " in text
    assert "ada.txt" not in text


def test_names_of_files_are_in_it_when_the_configuration_wants_them(tmp_path: Path) -> None:
    night(tmp_path, 'folder = "mails"\n')
    (tmp_path / "inbox/one/bea.txt").write_text("Bea Probe\nJava")
    night(tmp_path, 'folder = "mails"\nnames = true\n', days=1)
    message = message_from_bytes((tmp_path / "mails/2026-11-02.eml").read_bytes(), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert "  New: 1\n    bea.txt: " in message.get_content().replace("\r\n", "\n")
    assert "Probe" not in message.get_content()


@pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS")  # the test's server does not know that it speaks nothing but TLS
@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_it_is_sent_over_a_secured_connection_with_the_password_of_the_environment(tmp_path: Path, security: str) -> None:
    told = Told()
    with mail_server(tmp_path, security) as server:
        result = night(tmp_path, smtp(server.port, security=security, authority=server.authority), environment=SECRET, told=told)
    assert result.troubles == ()
    [(message, recipients)] = server.kept
    assert recipients == ["hr@example.org", "dpo@example.org"]
    assert server.secured == [True]
    assert "one: 1 file: 1 " in message.get_content()
    assert PASSWORD not in told.text


def test_the_password_can_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text(f"{PASSWORD}\n")
    with mail_server(tmp_path) as server:
        night(tmp_path, smtp(server.port, authority=server.authority).replace('password_variable = "SMTP_PASSWORD"', 'password_file = "secret"'))
    assert len(server.kept) == 1


def test_a_server_without_login_and_without_security_is_served_too(tmp_path: Path) -> None:
    with mail_server(tmp_path, "none", login=False) as server:
        assert night(tmp_path, smtp(server.port, security="none", user=False)).well
    assert (len(server.kept), server.secured) == (1, [False])


def test_the_same_night_is_mailed_once_and_another_one_again(tmp_path: Path) -> None:
    with mail_server(tmp_path) as server:
        how = smtp(server.port, authority=server.authority)
        night(tmp_path, how, environment=SECRET)
        night(tmp_path, how, environment=SECRET)
        assert len(server.kept) == 1
        night(tmp_path, how, days=1, environment=SECRET)
    assert [message["Subject"] for message, _ in server.kept] == ["Screening of 2026-11-01: 1 new", "Screening of 2026-11-02: 0 new"]


def test_a_certificate_that_nobody_vouches_for_is_refused(tmp_path: Path) -> None:
    with mail_server(tmp_path) as server:
        result = night(tmp_path, smtp(server.port), environment=SECRET)
    assert server.kept == []
    assert "its certificate is not trusted" in result.troubles[0]
    assert not result.well


def test_a_wrong_password_is_told_without_it(tmp_path: Path) -> None:
    told = Told()
    with mail_server(tmp_path) as server:
        result = night(tmp_path, smtp(server.port, authority=server.authority), environment={"SMTP_PASSWORD": "hunter two"}, told=told)
    assert "it did not accept the user screen with that password." in result.troubles[0]
    assert "hunter" not in told.text + "".join(result.troubles)


@pytest.mark.parametrize(
    ("how", "environment", "told"),
    [
        (smtp(1), SECRET, "The mail could not be sent through localhost, port 1: Connection refused."),
        (smtp(1), {}, "The mail could not be sent: the variable SMTP_PASSWORD with the password is not set."),
        (smtp(1).replace('password_variable = "SMTP_PASSWORD"', 'password_file = "none"'), {}, "cannot be read: No such file or directory."),
        (smtp(1, authority=Path("none.pem")), SECRET, "The mail could not be sent through localhost, port 1: No such file or directory."),
        ('folder = "nightly.toml/mails"\n', {}, "Not a directory"),
    ],
)
def test_a_mail_that_fails_is_told_and_costs_no_report(tmp_path: Path, how: str, environment: dict[str, str], told: str) -> None:
    journal = Told()
    result = night(tmp_path, how, environment=environment, told=journal)
    assert told in result.troubles[0]
    assert result.done[0].error == ""
    assert '"event":"mail-failed"' in journal.text
    assert (tmp_path / "outbox/one/latest/candidates.csv").exists()


def test_one_that_failed_is_sent_by_the_next_run_of_the_day(tmp_path: Path) -> None:
    with mail_server(tmp_path) as server:
        how = smtp(server.port, authority=server.authority)
        assert not night(tmp_path, how).well
        assert night(tmp_path, how, environment=SECRET).well
    assert len(server.kept) == 1


def test_mails_in_the_folder_go_when_no_night_is_kept_that_long(tmp_path: Path) -> None:
    night(tmp_path, 'folder = "mails"\n')
    (tmp_path / "mails/letter.eml").write_text("mine")
    night(tmp_path, 'folder = "mails"\n', days=30)
    assert (tmp_path / "mails/2026-11-01.eml").exists()
    night(tmp_path, 'folder = "mails"\n', days=31)
    assert sorted(path.name for path in (tmp_path / "mails").iterdir()) == ["2026-12-01.eml", "2026-12-02.eml", "letter.eml"]

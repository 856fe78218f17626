"""Jobs that are told in sentences."""

from __future__ import annotations

import pytest

from screener.resume import DateRange, Position
from tests.parse.builders import draft_after


def jobs(text: str) -> list[Position]:
    return draft_after(text, "screener_positions").positions


def months(dates: DateRange | None) -> tuple[tuple[int, int | None], tuple[int, int | None] | str]:
    assert dates is not None
    return (dates.start.year, dates.start.month), (dates.end.year, dates.end.month) if dates.end else "now"


_LETTER = """Ana Sample
My way so far
I joined Old Mill Sensors as a software engineer in April 2012, straight from university, and stayed until September
2015. My work there was the collection service, written in Python. In October 2015 I moved to Harbour Tools.
They make lamps. I stayed until the end of 2018, most of it on bank feeds.
The whole of 2019 I sailed with my family and earned nothing.
Since March 2020 I have been a backend engineer at Blue Kite, where I look after the APIs.
What I studied
In June 2011 I was given a Bachelor of Science."""


def test_a_letter_tells_jobs_with_their_dates() -> None:
    found = jobs(_LETTER)
    assert [months(job.dates) for job in found] == [((2012, 4), (2015, 9)), ((2015, 10), (2018, 12)), ((2020, 3), "now")]
    assert [job.title.text if job.title else "" for job in found] == ["software engineer", "", "backend engineer"]
    assert found[0].span.text.endswith("written in Python.")
    assert "sailed" not in found[2].span.text


@pytest.mark.parametrize(("text", "expected"), [
    (
        "Von Mai 2012 bis Juni 2015 arbeitete ich als Softwareentwicklerin bei der Mühle AG. Seit Juli 2015 bin ich Entwicklerin bei der Hafen GmbH.",
        [((2012, 5), (2015, 6)), ((2015, 7), "now")],
    ),
    (
        "De mai 2012 à juin 2015, j'ai travaillé comme développeuse chez Moulin SA. Depuis juillet 2015 je suis développeuse chez Port SARL.",
        [((2012, 5), (2015, 6)), ((2015, 7), "now")],
    ),
    (
        "De mayo de 2012 a junio de 2015 trabajé como desarrolladora en Molino SL. Desde julio de 2015 soy desarrolladora en Puerto SA.",
        [((2012, 5), (2015, 6)), ((2015, 7), "now")],
    ),
])
def test_other_languages_tell_jobs_too(text: str, expected: list[object]) -> None:
    assert [months(job.dates) for job in jobs(f"Ana Sample\n{text}")] == expected


def test_sentences_are_not_asked_where_jobs_are_listed() -> None:
    text = "Ana Sample\nI joined the choir in May 2010 and stayed until June 2019. From May 2011 to June 2012 I ran its shop.\nEXPERIENCE\n"
    listed = "Developer, Old Mill Inc\tMay 2012 - May 2015\n• Built services\nDeveloper, Blue Kite Ltd\tJune 2015 - May 2018\n• Built more\n"
    assert [months(job.dates)[0] for job in jobs(text + listed)] == [(2012, 5), (2015, 6)]


def test_what_began_before_it_ended_the_wrong_way_round_is_flagged() -> None:
    found = jobs("Ana Sample\nI joined Old Mill in May 2015 and stayed until June 2012. Since July 2015 I have been a developer at Blue Kite.")
    assert [job.dates.problem for job in found if job.dates] == ["reversed", ""]

"""Jobs in all the shapes of their headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from screener.resume import Position
from tests.parse.builders import draft_after


def jobs(text: str) -> list[Position]:
    return draft_after(text, "screener_positions").positions


def told(position: Position) -> tuple[str, str, str]:
    return (
        position.title.text if position.title else "",
        position.employer.text if position.employer else "",
        position.dates.span.text if position.dates else "",
    )


_BODY = "• Built services for booking rooms in Java and PostgreSQL\n• Wrote the runbook"


@pytest.mark.parametrize("heading", [
    "Senior Developer\tMay 2019 - June 2021\nHarbour Tools Ltd",
    "Harbour Tools Ltd\tMay 2019 - June 2021\nSenior Developer",
    "Senior Developer | Harbour Tools Ltd | May 2019 - June 2021",
    "Harbour Tools Ltd — Senior Developer\nMay 2019 - June 2021",
    "Senior Developer at Harbour Tools Ltd (May 2019 - June 2021)",
    "May 2019 - June 2021\nSenior Developer, Harbour Tools Ltd, Leeds",
    "May 2019 - June 2021\tSenior Developer\nHarbour Tools Ltd\nLeeds, UK",
    "Senior Developer\nHarbour Tools Ltd\nMay 2019 - June 2021",
    "Senior Developer\nHarbour Tools Ltd, Leeds\tMay 2019 - June 2021",
    "Harbour Tools Ltd, Leeds\nSenior Developer · May 2019 - June 2021",
    "May 2019 - June 2021: Senior Developer, Harbour Tools Ltd",
])
def test_headings_of_one_to_four_lines_in_any_order(heading: str) -> None:
    (job,) = jobs(f"EXPERIENCE\n{heading}\n{_BODY}\nEDUCATION\nBSc")
    assert told(job) == ("Senior Developer", "Harbour Tools Ltd", "May 2019 - June 2021")
    assert job.kind == "job"
    assert job.span.text.endswith("Wrote the runbook")


@pytest.mark.parametrize("shape", [
    "{title}\t{dates}\n{employer}\n{body}", "{employer}\t{dates}\n{title}\n{body}", "{title} | {employer} | {dates}\n{body}", "{title}\n{employer}\n{dates}\n{body}",
    "{dates}\n{title}, {employer}\n{body}", "{dates}\t{title}, {employer}\n{body}",
])
def test_every_description_belongs_to_its_own_job(shape: str) -> None:
    facts = [("Team Lead", "Bright Fox GmbH", "2019 - 2023"), ("Developer", "Harbour Tools Ltd", "03/2016 - 12/2018"), ("Junior Developer", "Old Mill Inc", "2014 - 2016")]
    entries = [shape.format(title=title, employer=employer, dates=dates, body=f"• Did things number {number}\n• And more of them") for number, (title, employer, dates) in enumerate(facts)]
    found = jobs("EXPERIENCE\n" + "\n".join(entries))
    assert [told(job) for job in found] == facts
    for number, job in enumerate(found):
        assert f"number {number}" in job.span.text
        assert job.span.text.count("number") == 1


def test_several_roles_in_one_employer_are_several_positions() -> None:
    text = "EXPERIENCE\nBright Fox GmbH\nLead Developer\t2021 - 2023\n• Led four people\nDeveloper\t2018 - 2021\n• Built it\nEDUCATION\nBSc"
    assert [(told(job)[0], told(job)[2]) for job in jobs(text)] == [("Lead Developer", "2021 - 2023"), ("Developer", "2018 - 2021")]


def test_prose_descriptions_without_bullets_are_kept_out_of_headings() -> None:
    text = (
        "EXPERIENCE\nSenior Developer · Harbour Tools Ltd\nLeeds | Mar 2021 - Present\nMoved the booking system to a new database.\nTaught two juniors how to test.\n"
        "Developer · Old Mill Inc\nYork | Jun 2017 - Feb 2021\nBuilt the reports that the finance team reads."
    )
    assert [told(job)[:2] for job in jobs(text)] == [("Senior Developer", "Harbour Tools Ltd"), ("Developer", "Old Mill Inc")]


def test_a_title_may_open_the_sentence_below_its_dates() -> None:
    text = (
        "EXPERIENCE\nJan 2020 → Dec 2022\nEngineering manager, Old Mill Inc. Fourteen people in three teams, with hiring and pay and the plans for all of them.\n"
        "Sept 2017 → Dec 2019\nDeveloper, Harbour Tools Ltd. Pipelines in Python for the laboratory and the stores of the harbour, and for the port."
    )
    assert [told(job) for job in jobs(text)] == [
        ("Engineering manager", "Old Mill Inc", "Jan 2020 → Dec 2022"), ("Developer", "Harbour Tools Ltd", "Sept 2017 → Dec 2019"),
    ]


def test_roles_may_be_bullets_under_their_employer() -> None:
    text = (
        "EXPERIENCE\nOld Mill Inc (June 2017 – present)\n• Team Lead (since 2023): runs billing in Java and reviews the work of five others in the team and of two more\n"
        "• Developer (2020 – 2022): services in Spring Boot, MongoDB and Docker for all the customers of the mill and of the harbour\nEDUCATION\nBSc"
    )
    assert [(told(job)[0], told(job)[2]) for job in jobs(text)] == [("", "June 2017 – present)"), ("Team Lead", "since 2023"), ("Developer", "2020 – 2022")]


def test_of_the_ranges_on_one_line_the_longest_is_the_jobs() -> None:
    text = "EXPERIENCE\nOld Mill Inc – Staff Engineer (2022–), Engineer (2019–2022)\tJune 2019 – Present\n• Built it\nEDUCATION\nBSc"
    assert [told(job)[2] for job in jobs(text)] == ["June 2019 – Present"]


def test_a_start_told_beside_the_title_below_a_dated_employer_begins_no_second_job() -> None:
    text = "EXPERIENCE\nRiver High School, Leeds\tAugust 2016 – present\nHistory Teacher, grades 9 to 12; team leader since 2021\n• Taught\nEDUCATION\nBSc"
    assert [told(job)[::2] for job in jobs(text)] == [("History Teacher", "August 2016 – present")]


def test_jobs_without_dates_are_positions_without_dates() -> None:
    found = jobs("EXPERIENCE\nWeb Developer\nHarbour Tools Ltd\n• Built pages\nShop Assistant\nOld Mill Inc\n• Sold flour")
    assert [told(job) for job in found] == [("Web Developer", "Harbour Tools Ltd", ""), ("Shop Assistant", "Old Mill Inc", "")]


def test_dates_told_in_a_sentence_do_not_begin_a_job() -> None:
    (job,) = jobs("EXPERIENCE\nDeveloper, Harbour Tools Ltd\t2018 - 2021\n• From 2019 to 2020 I led the move of all booking services to another data centre in the north\n• Built it")
    assert told(job)[2] == "2018 - 2021"


def test_studies_are_no_jobs() -> None:
    assert jobs("EDUCATION\nBSc Computer Science\t2012 - 2015\nRiver University") == []
    assert jobs("EXPERIENCE AND EDUCATION\nMaster studies, River University\t2012 - 2015") == []


@pytest.mark.parametrize(("title", "kind"), [
    ("Software Engineering Intern", "internship"), ("Werkstudent", "job"), ("Praktikant Softwareentwicklung", "internship"), ("Stagiaire développement", "internship"),
    ("Internal Tools Developer", "job"), ("International Sales Manager", "job"), ("Volunteer Developer", "volunteer"), ("Teaching Assistant", "job"),
])
def test_the_kind_of_a_position_is_what_its_title_says(title: str, kind: str) -> None:
    (found,) = jobs(f"EXPERIENCE\n{title}\t2018 - 2019\nOld Mill Inc\n• Did things")
    assert found.kind == kind


def test_projects_and_volunteer_posts_are_not_jobs() -> None:
    found = jobs("PROJECTS\nRoom planner\t2019 - 2020\n• A planner\nVOLUNTEERING\nCoach, Chess club\t2018 - 2021\n• Coached\nEXPERIENCE\nDeveloper, Old Mill Inc\t2020 - 2021\n• Built")
    assert sorted(position.kind for position in found) == ["job", "project", "volunteer"]


def test_the_latest_job_with_only_a_start_goes_on() -> None:
    found = jobs("EXPERIENCE\n2020 / 09\tRiver University\nDeveloper\n• Builds\n2017 - 2020\tOld Mill Inc\nDeveloper\n• Built")
    assert [job.dates.current for job in found if job.dates] == [True, False]


_LINES = st.lists(st.sampled_from([
    "EXPERIENCE", "EDUCATION", "Developer", "Old Mill Inc", "2018 - 2020", "• Built things", "Mar 2019 – Present", "a line of prose that goes on and on", "Team Lead | Acme GmbH | 2015", "SKILLS", "\tx", "BSc Physics, 2014",
]), max_size=25)


@given(_LINES)
def test_positions_never_overlap_and_always_quote_the_text(lines: list[str]) -> None:
    draft = draft_after("\n".join(["Ana Sample", *lines]), "screener_positions")
    text = draft.document.text
    before = 0
    for position in draft.positions:
        for span in (position.span, position.heading, position.title, position.employer, position.dates and position.dates.span):
            assert span is None or text[span.start : span.end] == span.text
        assert position.span.start >= before
        assert position.heading.start == position.span.start
        before = position.span.end


def test_projects_of_people_who_work_freelance_are_their_jobs() -> None:
    text = "{intro}\nPROJECTS\n02/2021 – 12/2022\tInsurer, Leeds – Senior Developer\n• Claims in Java\n01/2019 – 01/2021\tPharmacy, York – Developer\n• Orders in Spring\nEDUCATION\nBSc"
    assert [job.kind for job in jobs(text.format(intro="Ana Ferrante\nFreelance software architect"))] == ["job", "job"]
    assert [job.kind for job in jobs(text.format(intro="Ana Ferrante\nSoftware architect"))] == ["project", "project"]


def test_a_scrum_master_has_a_post_and_no_degree() -> None:
    (job,) = jobs("EXPERIENCE\nScrum Master · Island Systems · Aug 2017–Dec 2020\n• Two teams\nEDUCATION\nBA")
    assert job.title is not None
    assert job.title.text == "Scrum Master"


def test_the_first_role_of_an_employer_may_tell_only_since_when() -> None:
    found = jobs(
        "EXPERIENCE\nOld Mill Group plc, Sept. 2008 to date\nPrincipal Engineer, Billing (since Apr. 2019)\n• Owns the quoting services\n"
        "Senior Developer (2014–2019)\n• Rewrote the rating engine\nSupport Analyst (Sept. 2008–2014)\n• Answered calls\nEDUCATION\nBSc"
    )
    assert [told(job) for job in found] == [
        ("", "Old Mill Group plc", "Sept. 2008 to date"),
        ("Principal Engineer", "Billing", "since Apr. 2019"),
        ("Senior Developer", "", "2014–2019"),
        ("Support Analyst", "", "Sept. 2008–2014"),
    ]


def test_undated_jobs_on_one_line_each_are_entries_of_their_own() -> None:
    found = jobs("WORK HISTORY\nBookkeeper, Old Mill Inc., Leeds\nOffice Clerk, Harbour Tools Ltd, Leeds\nCashier, Blue Kite Ltd, York\nEDUCATION\nBSc")
    assert [job.title.text for job in found if job.title] == ["Bookkeeper", "Office Clerk", "Cashier"]


@pytest.mark.parametrize(("told_first", "kind"), [
    ("Stage encadré par l'université, réalisation d'un site", "internship"), ("Internship: built the site", "internship"),
    ("Stage Manager of the summer theatre", "job"), ("Built the site", "job"),
])
def test_the_first_word_told_of_a_post_may_make_it_an_internship(told_first: str, kind: str) -> None:
    (job,) = jobs(f"EXPERIENCE\nWeb Developer, Old Mill Inc\tApr 2015 - Aug 2015\n{told_first}\nEDUCATION\nBSc")
    assert job.kind == kind


def test_being_a_member_of_something_is_no_job() -> None:
    found = jobs("EXPERIENCE\nDeveloper, Old Mill Inc\tApr 2015 - Aug 2015\n• Built the site\nOTHER ROLES\nCoding Club Mentor (Leeds) – member since 2012")
    assert [job.kind for job in found if job.dates and job.dates.start.year == 2012] in ([], ["volunteer"])


def test_a_section_that_is_one_list_has_its_employers_as_bullets() -> None:
    found = jobs(
        "EXPERIENCE\n• Blue Kite – Paris – since 03/2013\n• Built a backend of statistics\n• Scala, Play\n• Old Mill – Tours – 10/2011 to 09/2012\n"
        "• Built portals of marketing, which is still in use since 2012 by all of them\nEDUCATION\nBSc"
    )
    assert [job.dates.span.text for job in found if job.dates] == ["since 03/2013", "10/2011 to 09/2012"]
    assert "portals" in found[1].span.text


def test_a_list_of_tools_above_a_job_is_no_part_of_its_heading() -> None:
    (job,) = jobs("EXPERIENCE\nFamiliar with: Ansible, Chef, Jenkins\nOld Mill\n(February 2019 - Present)\nStaff Software Engineer\n• Built services\nEDUCATION\nBSc")
    assert told(job)[0] == "Staff Software Engineer"


def test_a_list_of_jobs_in_bullets_may_end_in_places() -> None:
    found = jobs(
        "BERUFSERFAHRUNG\n• Texterin: Mühlwerk AG, Mai 2012 – Mai 2013, Luzern\n• Lehrerin: Schule am See, Februar 2011 – März 2012, Santiago de Chile\n"
        "• Praktikantin: Radio Hinterland, Juli 2009 – Juli 2009, Visp, VS\nAUSBILDUNG\nBSc"
    )
    assert [(job.kind, job.title.text if job.title else "", job.dates.span.text if job.dates else "") for job in found] == [
        ("job", "Texterin", "Mai 2012 – Mai 2013"), ("job", "Lehrerin", "Februar 2011 – März 2012"), ("internship", "Praktikantin", "Juli 2009 – Juli 2009"),
    ]


@pytest.mark.parametrize(("heading", "kind"), [
    ("Member of the Northfield Rowing Club", "volunteer"), ("Board Member, Society of Weavers", "volunteer"),
    ("Member of Technical Staff, Harbour Tools Ltd", "job"), ("Union Secretary, Association of Millers", "job"),
])
def test_belonging_to_a_club_is_no_job(heading: str, kind: str) -> None:
    (found,) = jobs(f"EXPERIENCE\n{heading}\nOctober 2019 - Present\n{_BODY}\nEDUCATION\nBSc")
    assert found.kind == kind


@pytest.mark.parametrize(("line", "title", "employer"), [
    ("01.2010 – heute\tSenior Software-Entwickler bei der Mühlwerk GmbH\nC#, .NET, SQL Server", "Senior Software-Entwickler", "Mühlwerk GmbH"),
    ("2015 – heden: Software engineer bij Molen BV", "Software engineer", "Molen BV"),
    ("Softwareingenieurin, Hafen AG (Java, Oracle)\n01/2020 - heute", "Softwareingenieurin", "Hafen AG"),
    ("09/2019 à aujourd'hui – Ingénieure logiciel – Moulin SA\nServices en Java", "Ingénieure logiciel", "Moulin SA"),
    ("Support Engineer, Oracle, Leeds\t2012 - 2014", "Support Engineer", "Oracle"),
])
def test_the_employer_is_the_one_that_has_a_companys_form_and_no_tool(line: str, title: str, employer: str) -> None:
    (job,) = jobs(f"EXPERIENCE\n{line}\nEDUCATION\nBSc")
    assert told(job)[:2] == (title, employer)


def test_a_heading_that_ends_in_a_companys_form_is_no_sentence() -> None:
    text = "EXPERIENCE\nDeveloper | Mill S.A. | Leeds\nMay 2017 - Present\nBuilt the booking of rooms.\nProgrammer | Harbour Bros. S.L.\nMay 2013 - April 2017\nEDUCATION\nBSc"
    assert [told(job)[:2] for job in jobs(text)] == [("Developer", "Mill S.A."), ("Programmer", "Harbour Bros. S.L.")]


def test_a_post_held_twice_has_both_of_its_times() -> None:
    (first, second) = jobs("EXPERIENCE\nTeaching Assistant, Lakeside University\t2012 – 2015, 2018 – 2019\n• Marked exercises\nEDUCATION\nBSc")
    assert [told(first)[2], told(second)[2]] == ["2012 – 2015", "2018 – 2019"]
    assert first.span.text == second.span.text
    assert first.span.text.endswith("Marked exercises")


def test_the_roles_on_one_line_take_up_all_of_its_time() -> None:
    found = jobs("EXPERIENCE\nMill Ltd | Senior Engineer (2020–2023), Engineer (2017–2020), Junior Engineer (2015–2017)\n• Built things\nEDUCATION\nBSc")
    assert sorted(told(job)[2] for job in found) == ["2015–2017", "2017–2020", "2020–2023"]


def test_other_dates_inside_a_posts_own_or_in_other_sentences_are_no_second_post() -> None:
    (job,) = jobs("EXPERIENCE\nEngineer, Mill Ltd (2015–2020, team lead 2018–2019)\n• Built things\nEDUCATION\nBSc")
    assert told(job)[2] == "2015–2020"


def test_entries_set_as_bullets_around_their_dates_are_entries() -> None:
    text = (
        "EXPERIENCE\nMill Ltd\n• Full Stack Developer\n• 2017 - 2019/20\nBuilt the shop in PHP\n"
        "Harbour Ltd\n• Systems Developer\n• 2014 - 2016\nWrote the booking of rooms\nEDUCATION\nBSc"
    )
    assert [told(job)[:2] for job in jobs(text)] == [("Full Stack Developer", "Mill Ltd"), ("Systems Developer", "Harbour Ltd")]


def test_teaching_is_a_job_where_it_has_a_title_and_dates() -> None:
    text = "EXPERIENCE\nDeveloper, Mill Ltd\t2023 - 2025\nTEACHING\nSchool teacher, Hilltop\nSept 2013 – Aug 2022\nStatistics for beginners, 2011 - 2012\nEDUCATION\nBSc"
    assert [told(job)[0] for job in jobs(text)] == ["Developer", "School teacher"]


def test_a_range_set_over_three_lines_of_a_margin_dates_the_lines_below_it() -> None:
    text = "WORK\n2019\n–\n2023\nSoftware Engineer, Mill Ltd\nBuilt things\n2016\n–\n2019\nJunior Engineer, Harbour Ltd\nEDUCATION\nBSc"
    assert [told(job)[:2] for job in jobs(text)] == [("Software Engineer", "Mill Ltd"), ("Junior Engineer", "Harbour Ltd")]


def test_being_a_student_is_no_job() -> None:
    text = "EXPERIENCE\n03/2018 - Present\nHND Web Developer\nStudent\n04/2014 - 07/2016\nTranslator, Mill Ltd\nEDUCATION\nBSc"
    assert [told(job)[0] for job in jobs(text)] == ["Translator"]


def test_the_heads_of_a_tables_columns_are_no_employer() -> None:
    (job,) = jobs("BERUFSERFAHRUNG\nZeitraum\tFirma\tTätigkeit\n03/2020 – 07/2022\tMühlwerk Weberei Java-Entwicklerin\nAUSBILDUNG\nBSc")
    assert "Firma" not in told(job)

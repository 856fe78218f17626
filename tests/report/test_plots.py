"""The plots of page and workbook."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from screener.report.plots import COLOURS, Bin, Plotted, plots
from screener.report.tally import Judged, Tally

BINS = tuple(Bin(low, low + 9, (low // 10, 1, 0)) for low in range(0, 100, 10))
PLOTTED = Plotted(BINS, 29, (("Degree", 29), ("Years <of> $x^2$ work & more", 23), ("Databases", 20)))


def texts(svg: str) -> list[str]:
    return [element.text or "" for element in etree.fromstring(svg).iter("{*}text")]


def test_scores_show_the_count_of_each_bin_above_its_lowest_score() -> None:
    scores, _ = plots(PLOTTED)
    assert texts(scores.svg)[:4] == ["0", "1", "10", "2"]
    assert "1 from 0 to 9, 2 from 10 to 19" in scores.description


def test_the_funnel_names_every_point_as_it_is_and_whom_it_leaves() -> None:
    _, left = plots(PLOTTED)
    assert texts(left.svg) == ["Read", "29", "Degree", "29", "Years <of> $x^2$ work &…", "23", "Databases", "20"]
    hints = [element.text for element in etree.fromstring(left.svg).iter("{*}title")]
    assert "Databases: 20 left, 3 ruled out" in hints


def test_a_page_with_a_strict_policy_can_show_them_in_its_own_colours() -> None:
    for plot in plots(PLOTTED):
        assert not any(word in plot.svg for word in ("style=", "<style", "href", "url(", "<metadata", *COLOURS.values()))
        root = etree.fromstring(plot.svg)
        assert root.get("role") == "img"
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert root.get("aria-labelledby", "").split() == ids
        assert {element.get("class") for element in root.iter("{*}path") if element.get("class")} >= {"fill-does_not_meet"} or plot.height == 190


def test_pictures_are_sharp_enough_for_paper() -> None:
    for plot in plots(PLOTTED):
        with Image.open(BytesIO(plot.png)) as image:
            assert image.size == (plot.width * 2, plot.height * 2)


def test_nobody_who_was_judged_means_no_plot() -> None:
    assert plots(Plotted(BINS, 0, ())) == ()


def test_another_process_draws_the_same_bytes() -> None:
    program = (
        "import hashlib; from tests.report.test_plots import PLOTTED; from screener.report.plots import plots\n"
        "print(hashlib.sha256(b''.join(plot.png + plot.svg.encode() for plot in plots(PLOTTED))).hexdigest())"
    )
    digests = {subprocess.run([sys.executable, "-c", program], check=True, capture_output=True).stdout for _ in range(2)}
    assert len(digests) == 1
    assert digests != {b""}


def test_the_library_is_loaded_when_a_plot_is_drawn_and_not_before() -> None:
    program = "import sys; import screener.report.plots, screener.report; assert 'matplotlib' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)


@given(st.text(max_size=40))
def test_any_name_of_a_requirement_is_one_text(name: str) -> None:
    asked = Judged("x", name, "required", "m")
    tally = Tally()
    tally.add("meets", 90, [asked])
    _, left = plots(tally.plotted())
    assert len(texts(left.svg)) == 4

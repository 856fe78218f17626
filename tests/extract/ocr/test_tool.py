"""Finding Tesseract, and which languages it reads with."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from screener.extract.ocr import find_tool, tool
from screener.extract.ocr.tool import OcrTool, direction_of, recognise
from tests.extract.ocr.fake import calls_of, fake_tesseract

PICTURE = np.zeros((4, 6), dtype=np.uint8)


def test_it_is_found_on_the_search_path_alone(tmp_path: Path) -> None:
    program = fake_tesseract(tmp_path, "", languages=("fra", "osd", "eng"))
    assert find_tool(f"/nowhere:{tmp_path}") == OcrTool(str(program), "5.9.9", ("eng", "fra", "osd"))
    assert find_tool("/nowhere") is None


def test_one_without_any_language_is_none(tmp_path: Path) -> None:
    fake_tesseract(tmp_path, "", languages=("osd", "equ"))
    assert find_tool(str(tmp_path)) is None


def test_the_folder_of_the_data_is_handed_on(tmp_path: Path) -> None:
    fake_tesseract(tmp_path, "x")
    found = find_tool(str(tmp_path), "/data")
    assert found is not None
    recognise(found, PICTURE, 300, ["eng"])
    assert calls_of(tmp_path) == ["stdin stdout --tessdata-dir /data --dpi 300 --oem 1 --psm 3 -l eng tsv"]


@pytest.mark.parametrize(
    ("installed", "first"),
    [
        (("eng",), ("eng",)),
        (("deu", "eng", "fra", "osd"), ("eng", "deu", "fra")),
        (("rus",), ("rus",)),
        (("rus", "eng"), ("eng",)),
        (tuple(sorted(language for languages in tool.LANGUAGES.values() for language in languages)), ("eng", "deu", "fra", "spa", "ita", "por")),
    ],
)
def test_the_languages_tried_first_are_the_likely_ones(installed: tuple[str, ...], first: tuple[str, ...]) -> None:
    assert OcrTool("t", "5", installed).first_languages() == first


def test_another_script_is_read_with_its_languages_and_english() -> None:
    assert OcrTool("t", "5", ("bul", "eng", "rus")).of_script("Cyrillic") == ("rus", "bul", "eng")
    assert OcrTool("t", "5", ("eng",)).of_script("Cyrillic") == ()
    assert OcrTool("t", "5", ("eng",)).of_script("Klingon") == ()


def test_the_direction_is_asked_only_where_its_data_is_installed(tmp_path: Path) -> None:
    fake_tesseract(tmp_path, "", languages=("eng", "osd"), direction="Rotate: 90\nScript: Cyrillic\n")
    found = find_tool(str(tmp_path))
    assert found is not None
    assert direction_of(found, PICTURE, 300) == tool.Direction(1, "Cyrillic")
    assert direction_of(OcrTool(found.program, "5", ("eng",)), PICTURE, 300) == tool.Direction(0, "")


def test_one_that_hangs_is_told_from_one_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tool, "_PAGE_SECONDS", 0.2)
    program = tmp_path / "tesseract"
    program.write_text("#!/bin/sh\nexec 2>&- >&-\nexec sleep 30\n")
    program.chmod(0o700)
    with pytest.raises(tool.RecognitionTimeoutError):
        recognise(OcrTool(str(program), "5", ("eng",)), PICTURE, 300, ["eng"])


@pytest.mark.parametrize("script", ["exit 1", "kill -9 $$"])
def test_one_that_fails_has_read_nothing(tmp_path: Path, script: str) -> None:
    program = tmp_path / "tesseract"
    program.write_text(f"#!/bin/sh\nexec 2>&- >&-\n{script}\n")
    program.chmod(0o700)
    assert recognise(OcrTool(str(program), "5", ("eng",)), PICTURE, 300, ["eng"]) is None
    assert recognise(OcrTool(str(tmp_path / "gone"), "5", ("eng",)), PICTURE, 300, ["eng"]) is None

"""The doctor: what it makes of models and machines."""

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.cli.app import run
from pipeline.doctor.alphabets import alphabets, both_cases, read_characters
from pipeline.doctor.examining import examine, judge

VIETNAMESE = next(alphabet for alphabet in alphabets() if alphabet.model == "vie")


def test_the_vietnamese_alphabet_has_all_its_letters() -> None:
    assert len(VIETNAMESE.letters) == 2 * (17 + 12 * 6)


def test_a_model_with_all_letters_is_sound() -> None:
    assert judge(VIETNAMESE, VIETNAMESE.letters).state == "ok"


def test_a_known_gap_is_said_and_no_fault() -> None:
    finding = judge(VIETNAMESE, VIETNAMESE.letters - both_cases("ỵ"))
    assert finding.state == "note" and "ỵ" in finding.says and finding.mend


def test_a_model_without_toned_letters_is_not_what_it_says_it_is() -> None:
    finding = judge(VIETNAMESE, frozenset("abcdefghijklmnopqrstuvwxyz"))
    assert finding.state == "lacks" and "ế" in finding.says and VIETNAMESE.package in finding.mend


def test_characters_are_compared_in_one_normal_form() -> None:
    assert read_characters("2\ne\u0302\u0301 3 0,255\nNULL 0\n") == {"ế", "NULL"}


def test_a_machine_without_tesseract_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    findings = list(examine(f"sqlite:///{tmp_path / 's.db'}", tmp_path, with_prefect=False))
    (tesseract,) = (finding for finding in findings if finding.what == "tesseract")
    assert tesseract == replace(tesseract, state="lacks", mend="apt-get install tesseract-ocr")
    (office,) = (finding for finding in findings if finding.what == "LibreOffice")
    assert office.state == "note" and "libreoffice-writer" in office.mend
    assert not (tmp_path / "s.db").exists()
    monkeypatch.setattr("pipeline.doctor.examining._prefect", lambda: tesseract)
    assert run(["doctor", "--store", f"sqlite:///{tmp_path / 's.db'}", "--out", str(tmp_path)]) == 4
    assert "apt-get install tesseract-ocr" in capsys.readouterr().out


@pytest.mark.ocr
def test_the_installed_models_can_be_examined(tmp_path: Path) -> None:
    findings = {f.what: f for f in examine(f"sqlite:///{tmp_path / 's.db'}", tmp_path, with_prefect=False)}
    assert {findings[f"tesseract {alphabet.model}"].state for alphabet in alphabets()} <= {"ok", "note"}

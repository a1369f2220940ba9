"""What stewards are told, in the language they have chosen."""

from pathlib import Path

import pytest

from models.tables import BY_NAME
from pipeline.accounting import Outcome
from pipeline.cli.app import run
from pipeline.progress import _trouble
from pipeline.report.wording import called, labels, message, plain_name, rule, trouble, vocabulary
from pipeline.settings import shell_language


@pytest.mark.parametrize(
    ("chosen", "locale", "language"),
    [
        ("", "vi_VN.UTF-8", "vietnamese"),
        ("en", "vi_VN.UTF-8", "english"),
        ("vi", "C.UTF-8", "vietnamese"),
        ("", "", "english"),
    ],
)
def test_the_terminal_speaks_the_language_of_its_locale_or_the_chosen_one(
    monkeypatch: pytest.MonkeyPatch, chosen: str, locale: str, language: str
) -> None:
    for name, value in (("SOHOA_LANGUAGE", chosen), ("LC_ALL", ""), ("LC_MESSAGES", ""), ("LANG", locale)):
        monkeypatch.setenv(name, value)
    assert shell_language() == language


def test_a_file_that_cannot_be_read_is_told_of_in_vietnamese(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOHOA_LANGUAGE", "vi")
    reason = "a password is needed (save it without a password)"
    said = _trouble(Outcome("/kho/a.pdf", "quarantined", error_type="EncryptedFile", reason=reason))
    assert said == "cách ly: /kho/a.pdf: Tệp có mật khẩu: cần mật khẩu (lưu lại không đặt mật khẩu)"
    assert trouble("something new")["vietnamese"] == "something new" and trouble(None)["english"] == ""


def test_findings_of_before_there_were_sentences_keep_their_message() -> None:
    for details in (None, "", "[]", '{"says": "unheard_of"}'):
        assert message({"details": details, "message": "The row is gone."})["vietnamese"] == "The row is gone."
    new = message({"details": '{"says": "missing_outcome_code", "code": "PI8.2"}', "message": ""})
    assert new["vietnamese"] == "Thiếu PI8.2 giữa các mã kề nhau."
    misfit = message(
        {"details": '{"says": "misfit", "column": "hours", "problem": "`mười` is no figure"}', "message": ""}
    )
    assert misfit["vietnamese"].endswith("`mười` không phải số") and misfit["english"].endswith("`mười` is no figure")


def test_tables_columns_and_rules_have_names() -> None:
    assert called("courses")["vietnamese"] == "học phần" and called(None)["english"] == ""
    assert rule("dates.y")["vietnamese"] == "dates.y"
    assert all(row["vietnamese"] and row["english"] for row in labels().values())


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        (["report", "--store", "sqlite:///không.db"], 5, "sohoa: không.db: ở đây chưa có kho dữ liệu (chạy `sohoa"),
        (["export", "--out", "x", "--format", "pdf"], 2, "không thuộc json, jsonl, csv, parquet, xlsx"),
        (["--language", "de", "report"], 2, "Lỗi: Giá trị không hợp lệ cho '--language'"),
        (["repair", "."], 3, "sohoa: .: đây là thư mục (kiểm tra đường dẫn)"),
    ],
)
def test_what_ends_a_command_is_said_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    capfd: pytest.CaptureFixture[str],
    asked: list[str],
    status: int,
    said: str,
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOHOA_LANGUAGE", "vi")
    assert run(asked) == status
    assert said in capfd.readouterr().err
    monkeypatch.setenv("SOHOA_LANGUAGE", "en")
    assert run(asked) == status
    assert said not in capfd.readouterr().err
    if status == 5:
        assert run(["--language", "vi", *asked]) == status
        assert said in capfd.readouterr().err


def test_every_word_of_a_closed_vocabulary_has_its_meaning() -> None:
    words = {word for table in BY_NAME.values() for column in table.columns for word in column.values}
    assert words <= set(vocabulary()) and len(words) > 80


def test_a_name_neither_steers_the_terminal_nor_turns_the_line_about() -> None:
    assert plain_name("thư\u202efdp.exe") == "thư\\u202efdp.exe"
    assert plain_name("a\nb\x1b[2J.txt") == "a\\nb\\x1b[2J.txt" and plain_name("Bản sao – 📄.txt") == "Bản sao – 📄.txt"
    said = _trouble(Outcome("/kho/a\nquarantined: b.pdf", "quarantined", error_type="EmptyFile", reason="x"))
    assert "\n" not in said

"""Help pages in the language of the terminal."""

import subprocess
import sys

import pytest
import typer

from pipeline.cli.app import app, run
from pipeline.cli.helping import said

_COMMANDS = typer.main.get_command(app).commands  # type: ignore[attr-defined]


@pytest.mark.parametrize("name", [None, *_COMMANDS])
def test_every_help_text_has_its_vietnamese(name: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOHOA_LANGUAGE", "vi")
    command = _COMMANDS[name] if name else typer.main.get_command(app)
    texts = [command.help, command.short_help, command.epilog, *(getattr(one, "help", "") for one in command.params)]
    assert [text for text in texts if text and said(text) == text] == []


def test_a_help_page_is_vietnamese_where_that_is_asked_for() -> None:
    asked = "from pipeline.cli.app import main; main()"
    page = subprocess.run(
        [sys.executable, "-c", asked, "--language", "vi", "nightly", "--help"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert page.startswith("Cách dùng:") and "Ví dụ: sohoa nightly" in page and "[mặc định: inbox]" in page
    assert "Thư mục cần nạp." in page and "Options" not in page.replace("[OPTIONS]", "")


def test_a_help_page_is_english_elsewhere(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("SOHOA_LANGUAGE", "en")
    assert run(["nightly", "--help"]) == 0
    page = capsys.readouterr().out
    assert page.startswith("Usage:") and "Folder to import." in page and "[default: inbox]" in page

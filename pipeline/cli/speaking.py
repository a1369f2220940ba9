"""What a command says when it ends without having done what was asked, in the language of the terminal."""

import sys
from typing import Any

from models.errors import SohoaError
from pipeline.settings import shell_language


def complain(error: SohoaError) -> None:
    """Say on stderr what went wrong, where, and what to do; paths stay as they are."""
    where = f"{error.where}: " if error.where else ""
    advice = f" ({_said(error.advice)})" if error.advice else ""
    _print(f"sohoa: {where}{_said(error.what)}{advice}")


def complain_of_system(error: OSError) -> None:
    """Say on stderr which call of the system failed."""
    where = error.filename or _said("system")
    _print(f"sohoa: {where}: {_said(error.strerror or str(error))} ({_said('check rights and space')})")


def say(english: str) -> None:
    """Say a line on stderr; a phrase that the knowledge does not have stays in English."""
    _print(_said(english))


def refuse(error: Any) -> None:
    """Say on stderr which argument is wrong, as click has it, in Vietnamese where that is the language."""
    if _vietnamese() and hasattr(error, "format_message"):
        context = getattr(error, "ctx", None)
        if context is not None:
            _print(f"{context.get_usage().replace('Usage:', 'Cách dùng:')}")
        _print(f"Lỗi: {_said(error.format_message())}")
    elif hasattr(error, "show"):
        error.show(file=sys.stderr)


def _said(english: str) -> str:
    if not _vietnamese():
        return english
    from pipeline.report.wording import trouble  # loads the names of findings, which few commands need

    return trouble(english)["vietnamese"]


def _vietnamese() -> bool:
    return shell_language() == "vietnamese"


def _print(line: str) -> None:
    print(line, file=sys.stderr)

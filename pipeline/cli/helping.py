"""What `--help` says, in the language of the terminal."""

import re
from functools import cache
from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup

from normalizers.knowledge import read_table
from pipeline.settings import shell_language

_EXAMPLE = "\n\nExample:"
_HEADINGS = re.compile(r"(?m)^(?:Usage:|Options:|Commands:|Arguments:)|^ +(Example:)|(?<=\[)(?:default:|required)")


class SpokenGroup(TyperGroup):
    """The program, whose help page is in the language of the terminal."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page; what the knowledge does not have stays in English."""
        translate(self, ctx)
        return _with_headings(super().get_help(ctx))


class SpokenCommand(TyperCommand):
    """A command, whose help page is in the language of the terminal."""

    def get_help(self, ctx: Any) -> str:
        """Return the help page; what the knowledge does not have stays in English."""
        translate(self, ctx)
        return _with_headings(super().get_help(ctx))


def translate(command: Any, context: Any) -> None:
    """Put the help of a command, of its options and of the commands below it into the language of the terminal."""
    for spoken in (command, *command.get_params(context), *getattr(command, "commands", {}).values()):
        for part in ("help", "short_help", "epilog"):
            english = getattr(spoken, part, None)
            if english:
                setattr(spoken, part, said(english))


def said(english: str) -> str:
    """Return a help text in the language of the terminal; its example stays as it is."""
    text, example, command = english.partition(_EXAMPLE)
    return f"{_known().get(text, text)}{example}{command}" if shell_language() == "vietnamese" else english


def _with_headings(page: str) -> str:
    if shell_language() != "vietnamese":
        return page
    return _HEADINGS.sub(lambda found: found[0].replace(found[0].strip(), _known()[found[0].strip()]), page)


@cache
def _known() -> dict[str, str]:
    rows = read_table(Path(__file__).parent / "help.tsv", ("english", "vietnamese"))
    return {row["english"]: row["vietnamese"] for row in rows}

"""The command line: `sohoa` and its commands, and what every ending of a command says to the shell."""

import os
import signal
import sys
from typing import Annotated, Any

import typer

from models.errors import DocumentError, EnvironmentLacks, SohoaError, StoreUnusable
from pipeline.cli import doctor, entities, export, ingest, legible, nightly, pages, report, review, schema, status
from pipeline.cli.helping import SpokenCommand, SpokenGroup
from pipeline.cli.speaking import complain, complain_of_system, refuse, say

app = typer.Typer(
    name="sohoa",
    cls=SpokenGroup,
    epilog="Exit codes: 0 done; 2 bad arguments; 3 some documents quarantined or failed; 4 the environment lacks "
    "something (see `sohoa doctor`); 5 the store cannot be used; 130 interrupted.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


_LANGUAGES = ("vi", "en")
_STATUS: tuple[tuple[type[SohoaError], int], ...] = ((StoreUnusable, 5), (EnvironmentLacks, 4), (DocumentError, 3))


def _print_version(wanted: bool) -> None:
    if wanted:
        from pipeline.version import pipeline_version

        print(f"sohoa {pipeline_version()}")
        raise typer.Exit


def _choose_language(chosen: str) -> None:
    if chosen and chosen not in _LANGUAGES:
        raise typer.BadParameter(f"{chosen!r} is none of {', '.join(_LANGUAGES)}")
    if chosen:
        os.environ["SOHOA_LANGUAGE"] = chosen  # for the processes that the command starts, too


@app.callback()
def of_all(
    *,
    language: Annotated[
        str,
        typer.Option(
            help="`vi` or `en`; else SOHOA_LANGUAGE or the locale says.", callback=_choose_language, is_eager=True
        ),
    ] = "",
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and end.", callback=_print_version, is_eager=True)
    ] = False,
) -> None:
    """Archived paper decisions, regulations, plans, programmes and syllabi into normalized tables."""


app.command(cls=SpokenCommand, short_help="Read files and folders into the store.")(ingest.ingest)
app.command(cls=SpokenCommand, short_help="Write the tables as files.")(export.export)
app.command(cls=SpokenCommand, short_help="Print the repaired text of a document.")(legible.text)
app.command(cls=SpokenCommand, short_help="Repair a text file line by line.")(legible.repair)
app.command(cls=SpokenCommand, short_help="Write searchable PDF, hOCR and ALTO.")(pages.pages)
app.command(cls=SpokenCommand, short_help="How the store stands; what became of a file.")(status.status)
app.command(cls=SpokenCommand, short_help="Write the quality report.")(report.report)
app.command(cls=SpokenCommand, short_help="Import an inbox every night.")(nightly.nightly)
app.command(cls=SpokenCommand, short_help="Serve the pages for data stewards.")(review.review)
app.command(cls=SpokenCommand, short_help="Pairs of entities that may be one.")(entities.entities)
app.command(cls=SpokenCommand, short_help="Describe the tables and their columns.")(schema.schema)
app.command(cls=SpokenCommand, short_help="Check what this machine has and lacks.")(doctor.doctor)


def main(arguments: list[str] | None = None) -> None:
    """Run a command and end the process with its exit code; SIGTERM ends it as Ctrl-C does, from the start on."""
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    sys.exit(run(arguments))


def run(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit code; what went wrong is said on stderr with what to do about it."""
    try:
        ended: Any = app(arguments, standalone_mode=False)
        if ended == 130:  # Typer turns a Ctrl-C into this without a word
            say("sohoa: interrupted")
        return int(ended or 0)
    except SohoaError as error:
        complain(error)
        return next((code for kind, code in _STATUS if isinstance(error, kind)), 1)
    except KeyboardInterrupt:
        say("sohoa: interrupted")
        return 130
    except BrokenPipeError:
        return 0
    except OSError as error:
        complain_of_system(error)
        return 4
    except Exception as error:
        # Typer ends on bad arguments with exceptions of click, which it may carry along as a copy of its own.
        if hasattr(error, "exit_code"):
            refuse(error)
            return int(error.exit_code)
        if type(error).__name__ == "Abort":
            say("sohoa: interrupted")
            return 130
        raise

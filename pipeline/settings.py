"""What all commands share: paths, the language of the terminal, and what Prefect finds in its environment."""

import logging
import os
from pathlib import Path

from pipeline.running.history import forget

DEFAULT_OUT = Path("outputs")
DEFAULT_STORE = "sqlite:///outputs/sohoa.db"


def for_prefect(out: Path) -> None:
    """Give Prefect a home of its own under the output folder, quiet, without telemetry, with time to start.

    Its default of 20 s for the start of its in-process server is too short for the first start on a busy machine. What
    the environment says already is kept.
    """
    home = (out / ".prefect").resolve()
    home.mkdir(parents=True, exist_ok=True)
    forget(home)
    for name, value in {
        "PREFECT_HOME": str(home),
        "PREFECT_LOCAL_STORAGE_PATH": str(home / "results"),
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "true",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
        "PREFECT_LOGGING_LEVEL": "CRITICAL",
        "DO_NOT_TRACK": "1",
        "OMP_THREAD_LIMIT": "1",
    }.items():
        os.environ.setdefault(name, value)
    # It is none of Prefect's loggers, and would count its queue aloud at the end of an interrupted run.
    logging.getLogger("EventsWorker").setLevel(logging.CRITICAL)


def shell_language() -> str:
    """Return the language of a terminal: SOHOA_LANGUAGE, else its locale; English where that is not Vietnamese."""
    named = ("SOHOA_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    chosen = next((value for name in named if (value := os.environ.get(name))), "")
    return "vietnamese" if chosen.lower().startswith("vi") else "english"

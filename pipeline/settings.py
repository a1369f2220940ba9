"""What the environment must say before Prefect is imported, and the paths that all commands share."""

import logging
import os
from pathlib import Path

DEFAULT_OUT = Path("outputs")
DEFAULT_STORE = "sqlite:///outputs/sohoa.db"


def for_prefect(out: Path) -> None:
    """Give Prefect a home of its own under the output folder, quiet, without telemetry, with time to start.

    Its default of 20 s for the start of its in-process server is too short for the first start on a busy machine. What
    the environment says already is kept.
    """
    home = (out / ".prefect").resolve()
    home.mkdir(parents=True, exist_ok=True)
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

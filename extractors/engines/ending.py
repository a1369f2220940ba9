"""The end of a child process that leads a group of its own."""

import contextlib
import os
import signal
import subprocess

_PATIENCE = 10.0  # seconds to wait for what the system still has to do with a killed process


def end_group(child: subprocess.Popen[bytes]) -> None:
    """Kill a process and all that it started, and wait for its end; one that is gone already is no fault."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=_PATIENCE)

"""A child process that is asked and answers over a socket, in a group of its own: its start and its end."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping
from multiprocessing.connection import Connection

_ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
"""Native libraries take one core each: as many children run as there are cores."""
_PATIENCE = 10.0  # seconds to wait for what the system still has to do with a killed process


def start_child(
    module: str, *arguments: str, environment: Mapping[str, str]
) -> tuple[subprocess.Popen[bytes], Connection]:
    """Return a process that runs a module, and the end of the socket whose other end the module's first argument names.

    `environment` is what it sees beside our own; its group dies with `end_group`.
    """
    ours, theirs = socket.socketpair()
    child = subprocess.Popen(
        [sys.executable, "-m", module, str(theirs.fileno()), *arguments],
        pass_fds=[theirs.fileno()],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
        env=os.environ | _ONE_THREAD | dict(environment),
    )
    theirs.close()
    return child, Connection(ours.detach())


def cause_of_death(child: subprocess.Popen[bytes]) -> str:
    """Return in words how a process ended, that it outstayed its own limits for one; waits five seconds for its end."""
    try:
        status = child.wait(timeout=5)
    except subprocess.TimeoutExpired:
        return "it hung up"
    if -status in (signal.SIGALRM, signal.SIGXCPU):
        return "it takes more time than is allowed"
    if status < 0:
        name = signal.Signals(-status).name
        return f"ended by {name}" + (", often a lack of memory" if -status == signal.SIGKILL else "")
    return f"ended with status {status}"


def end_group(child: subprocess.Popen[bytes]) -> None:
    """Kill a process and all that it started, and wait for its end; one that is gone already is no fault."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(subprocess.TimeoutExpired):
        child.wait(timeout=_PATIENCE)

"""Prefect's in-process server, a process of its own, ends with the run that needed it, however that one ended.

Prefect ends it when Python does. A run that is killed cannot: a watcher, which hears its end through a pipe, does it.
"""

import contextlib
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

_OWNER = "SOHOA_PROCESS"
"""Says in the environment of a process for which run it was started."""
_SERVER = b"PREFECT__SERVER_EPHEMERAL=1"
_kept: list[subprocess.Popen[bytes]] = []
"""The watcher, with the pipe that is closed when this process ends."""


def servers_end_with_us() -> None:
    """Have the servers that this process starts from now on ended with it."""
    mine = str(os.getpid())
    if os.environ.get(_OWNER) == mine:
        return
    os.environ[_OWNER] = mine
    command, nowhere = [sys.executable, "-m", "pipeline.running.orphans", mine], subprocess.DEVNULL
    with contextlib.suppress(OSError):  # where there is no room for another process the run goes on without
        _kept.append(
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere, start_new_session=True)
        )


class Apart:
    """The module `subprocess`, but what it starts is out of reach of our terminal: of its Ctrl-C, and for its words.

    A server that is ended amid its work says so with a page of traceback, which is nobody's business.
    """

    def __getattr__(self, name: str) -> Any:
        return getattr(subprocess, name)

    def Popen(self, *arguments: Any, **options: Any) -> "subprocess.Popen[Any]":
        """Start a process in a session of its own, mute."""
        mute = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return subprocess.Popen(*arguments, **(mute | options), start_new_session=True)


def orphans(owner: str) -> list[int]:
    """Return the processes of servers that were started for a run, by the number of its process."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            said = (process / "environ").read_bytes().split(b"\0")
            if _SERVER in said and f"{_OWNER}={owner}".encode() in said:
                found.append(int(process.name))
    return found


def main(owner: str) -> None:
    """Wait until the other end of the standard input is gone, then end what the run left."""
    sys.stdin.buffer.read()
    for process in orphans(owner):
        with contextlib.suppress(OSError):
            os.kill(process, signal.SIGTERM)


if __name__ == "__main__":
    main(sys.argv[1])

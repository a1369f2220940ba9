"""Servers that Prefect started for a run go with it, also where it was killed."""

import os
import signal
import subprocess
import sys
import time

from pipeline.running.orphans import Apart, orphans

_RUN = """
import os, subprocess, sys, time
from pipeline.running.orphans import servers_end_with_us
servers_end_with_us()
stands_in = subprocess.Popen(["sleep", "60"], env=os.environ | {"PREFECT__SERVER_EPHEMERAL": "1"})
print(stands_in.pid, flush=True)
time.sleep(60)
"""


def _settles(run: int, expected: list[int]) -> bool:
    """Whether the servers of a run become these: the kernel shows an environment a moment after the start."""
    until = time.monotonic() + 20
    while orphans(str(run)) != expected and time.monotonic() < until:
        time.sleep(0.02)
    return orphans(str(run)) == expected


def test_a_server_goes_with_a_run_that_is_killed_and_with_no_other() -> None:
    mine = {"SOHOA_PROCESS": str(os.getpid()), "PREFECT__SERVER_EPHEMERAL": "1"}
    other = subprocess.Popen(["sleep", "60"], env=os.environ | mine)
    run = subprocess.Popen([sys.executable, "-c", _RUN], stdout=subprocess.PIPE, text=True)
    assert run.stdout
    server = int(run.stdout.readline())
    assert _settles(run.pid, [server])
    run.send_signal(signal.SIGKILL)
    run.wait()
    run.stdout.close()
    assert _settles(run.pid, []) and _settles(os.getpid(), [other.pid])
    other.kill()
    other.wait()


def test_what_is_started_apart_hears_no_ctrl_c_of_ours() -> None:
    apart = Apart()
    process = apart.Popen(["sleep", "60"])
    assert os.getsid(process.pid) == process.pid != os.getsid(0) and apart.TimeoutExpired is subprocess.TimeoutExpired
    process.kill()
    process.wait()

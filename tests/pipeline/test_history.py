"""The memory of Prefect's server: bounded, and never taken from under a run."""

import subprocess
import sys
from pathlib import Path

from pipeline.running.history import forget

_AT_WORK = """
from pathlib import Path
from pipeline.running.history import forget
forget(Path({!r}))
print(flush=True)
input()
"""


def test_the_memory_of_a_run_at_work_stays(tmp_path: Path) -> None:
    for suffix in ("", "-wal"):
        (tmp_path / f"prefect.db{suffix}").write_bytes(b"x" * 100)
    other = subprocess.Popen(
        [sys.executable, "-c", _AT_WORK.format(str(tmp_path))], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert other.stdin and other.stdout and other.stdout.readline()
    assert not forget(tmp_path, most=10)
    other.communicate(b"\n")
    assert (tmp_path / "prefect.db").exists()


def test_a_home_of_a_process_that_has_ended_is_free(tmp_path: Path) -> None:
    (tmp_path / "prefect.db").write_bytes(b"x" * 100)
    asked = _AT_WORK.format(str(tmp_path))
    subprocess.run([sys.executable, "-c", asked], input=b"\n", check=True, stdout=subprocess.DEVNULL)
    assert forget(tmp_path, most=10) and not (tmp_path / "prefect.db").exists()

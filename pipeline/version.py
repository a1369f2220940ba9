"""What version of the pipeline read a document: the package's, and a digest of its code and its knowledge.

A document read by another version is read again by the next run; a changed knowledge table counts as a change.
"""

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

_READS = ("models", "normalizers", "extractors")
_SUFFIXES = {".py", ".tsv", ".yaml", ".json", ".npz", ".xz"}


@cache
def pipeline_version() -> str:
    """Return for example `0.1.0+3f9a2c41`."""
    try:
        number = version("sohoa")
    except PackageNotFoundError:
        number = "0"
    digest = hashlib.sha256()
    root = Path(__file__).resolve().parents[1]
    files = (file for floor in _READS for file in sorted((root / floor).rglob("*")) if file.suffix in _SUFFIXES)
    for file in (*files, root / "pipeline" / "steps.py", root / "pipeline" / "fitting.py"):
        digest.update(file.relative_to(root).as_posix().encode())
        digest.update(file.read_bytes())
    return f"{number}+{digest.hexdigest()[:8]}"

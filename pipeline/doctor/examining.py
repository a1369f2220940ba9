"""The examination: one finding per thing that the program needs, each with what mends it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from sqlalchemy import make_url

from models.errors import StoreUnusable
from pipeline.doctor.alphabets import Alphabet, alphabets, emitted
from pipeline.store import open_store

OK, NOTE, LACKS = "ok", "note", "lacks"
_FREE_BYTES = 1 << 30
_LETTERS_OF_FONTS = "1EF5 1EA5 0491 04D9 04B1"
"""Letters that a font for all the languages has: ỵ ấ ґ ә ұ."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What was examined: `state` is `ok`, `note` (works, but know this) or `lacks`; `mend` says what to do."""

    what: str
    state: str
    says: str
    mend: str = ""


def examine(store_url: str, out: Path, *, with_prefect: bool = True) -> Iterator[Finding]:
    """Yield the findings, the quick ones first."""
    yield _python()
    yield from _tesseract()
    yield _fonts()
    yield from _readers()
    yield _store(store_url)
    yield _room(out)
    if with_prefect:
        yield _prefect()


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    if (3, 11) <= sys.version_info[:2] < (3, 14):
        return Finding("python", OK, version)
    return Finding("python", LACKS, version, "Python 3.11, 3.12 or 3.13 is needed")


def _tesseract() -> Iterator[Finding]:
    said = _run("tesseract", "--version")
    if said is None:
        yield Finding("tesseract", LACKS, "not found", "apt-get install tesseract-ocr")
        return
    found = re.search(r"tesseract v?(\d+)(\S*)", said)
    if found is None or int(found.group(1)) < 5:
        yield Finding(
            "tesseract", LACKS, said.partition("\n")[0], "version 5 is needed: Debian 12, Ubuntu 22.04 or newer"
        )
        return
    yield Finding("tesseract", OK, found.group(1) + found.group(2))
    listed = _run("tesseract", "--list-langs") or ""
    place = re.search(r'"([^"]+)"', listed)
    models = {Path(line.strip()).name: line.strip() for line in listed.splitlines()[1:] if line.strip()}
    for alphabet in alphabets():
        yield _model(alphabet, models, Path(place.group(1)) if place else None)
    if "osd" not in models:
        yield Finding("tesseract osd", LACKS, "not installed", "apt-get install tesseract-ocr-osd")


def _model(alphabet: Alphabet, models: dict[str, str], folder: Path | None) -> Finding:
    what = f"tesseract {alphabet.model}"
    if alphabet.model not in models or folder is None:
        return Finding(what, LACKS, "not installed", f"apt-get install {alphabet.package}")
    try:
        can = emitted(folder / f"{models[alphabet.model]}.traineddata")
    except (OSError, subprocess.SubprocessError) as error:
        return Finding(what, LACKS, f"its letters cannot be listed: {error}", f"reinstall {alphabet.package}")
    return judge(alphabet, can)


def judge(alphabet: Alphabet, can: frozenset[str]) -> Finding:
    """Return what a model that can emit these characters is worth for an alphabet."""
    what = f"tesseract {alphabet.model}"
    missing = alphabet.letters - can
    if missing - alphabet.gap:
        shown = " ".join(sorted(missing - alphabet.gap))
        return Finding(
            what, LACKS, f"cannot emit {shown}", f"another model is in place of {alphabet.package}'s: reinstall it"
        )
    if missing:
        return Finding(what, NOTE, f"cannot emit {' '.join(sorted(missing))}", alphabet.gap_means)
    return Finding(what, OK, f"emits all its letters: {len(alphabet.letters)}")


def _fonts() -> Finding:
    said = _run("fc-list", f":charset={_LETTERS_OF_FONTS}", "family")
    families = sorted({line.split(",")[0] for line in (said or "").splitlines() if line.strip()})
    if families:
        return Finding("fonts", OK, f"{len(families)} with all letters, such as {families[0]}")
    return Finding(
        "fonts", NOTE, "none seen with all letters", "for samples and tests: apt-get install fonts-dejavu-core"
    )


def _readers() -> Iterator[Finding]:
    """Yield what reads the kinds of files that need more than the program has of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    mend = "only for such files: apt-get install libreoffice-writer"
    yield Finding("LibreOffice", OK, office) if office else Finding("LibreOffice", NOTE, "no DOC, ODT and RTF", mend)
    if find_spec("pi_heif"):
        yield Finding("HEIC", OK, "read by pi-heif")
    else:
        yield Finding("HEIC", NOTE, "photos of that kind are not read", "only for such files: pip install pi-heif")


def _store(url: str) -> Finding:
    try:
        parsed = make_url(url)
        shown = parsed.render_as_string(hide_password=True)
        path = Path(parsed.database or "") if parsed.get_backend_name() == "sqlite" else None
        if path is not None and not path.exists():
            there = next(parent for parent in path.resolve().parents if parent.exists())
            if os.access(there, os.W_OK):
                return Finding("store", OK, f"{shown} will be made")
            return Finding("store", LACKS, f"{there} cannot be written to", "choose another --store")
        open_store(url).close()
    except StoreUnusable as error:
        return Finding("store", LACKS, str(error))
    except Exception as error:
        return Finding("store", LACKS, str(error), "write it like sqlite:///outputs/sohoa.db")
    return Finding("store", OK, shown)


def _room(out: Path) -> Finding:
    there = next(place for place in (out.resolve(), *out.resolve().parents) if place.exists())
    free = shutil.disk_usage(there).free
    says = f"{free / (1 << 30):.1f} GiB free at {there}"
    if not os.access(there, os.W_OK):
        return Finding("disk", LACKS, f"{there} cannot be written to", "choose another --out")
    return Finding("disk", OK if free >= _FREE_BYTES else LACKS, says, "" if free >= _FREE_BYTES else "make room")


def _prefect() -> Finding:
    """Import Prefect's server in a process and a home of its own: with an unfit FastAPI it dies on import."""
    with tempfile.TemporaryDirectory(prefix="sohoa-doctor-") as home:
        asked = "import prefect, fastapi, prefect.server.api.server; print(prefect.__version__, fastapi.__version__)"
        environment = os.environ | {"PREFECT_HOME": home}
        done = subprocess.run(
            [sys.executable, "-c", asked], capture_output=True, text=True, timeout=120, env=environment
        )
    if done.returncode == 0:
        return Finding("prefect", OK, "{} with FastAPI {}".format(*done.stdout.split()[-2:]))
    last = (done.stderr.strip().splitlines() or ["it does not start"])[-1]
    return Finding("prefect", LACKS, last, "reinstall from requirements.lock, or use --engine inline")


def _run(*command: str) -> str | None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout + done.stderr if done.returncode == 0 else None


__all__ = ["LACKS", "NOTE", "OK", "Finding", "examine", "judge"]

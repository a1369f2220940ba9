"""ODT, RTF and old Word files: turned into DOCX by LibreOffice where it is installed."""

import os
import shutil
import signal
import subprocess
import tempfile
from dataclasses import replace
from pathlib import Path

from extractors.reading.files import word
from extractors.reading.options import ReadingOptions
from models.errors import DamagedFile, EnvironmentLacks, TooLarge
from models.page import Page, Source

SECONDS = 180.0


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of the file as LibreOffice understands it."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise EnvironmentLacks(
            f"LibreOffice is needed to read {source.media_type}",
            where=source.path,
            advice="apt-get install libreoffice-writer, or save the file as DOCX or PDF",
        )
    with tempfile.TemporaryDirectory(prefix="sohoa-office-") as folder:
        made = _converted(program, source, Path(folder), options)
        pages = word.read(replace(source, path=str(made)), options)
    return tuple(replace(page, reason=f"turned into DOCX by LibreOffice: {page.reason}") for page in pages)


def _converted(program: str, source: Source, folder: Path, options: ReadingOptions) -> Path:
    """Return the DOCX made of a file, with a profile of its own so that no other office stands in the way."""
    copy = folder / "document"
    shutil.copyfile(source.path, copy)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    bounds = ["prlimit", f"--data={options.page_bytes}", f"--cpu={int(SECONDS) + 1}"] if shutil.which("prlimit") else []
    command = [
        *bounds,
        program,
        profile,
        "--headless",
        "--norestore",
        "--convert-to",
        "docx",
        "--outdir",
        str(folder),
        str(copy),
    ]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        raise TooLarge(f"LibreOffice took more than {SECONDS:.0f} s", where=source.path) from None
    made = folder / "document.docx"
    if not made.exists():
        raise DamagedFile("LibreOffice cannot read it", where=source.path, advice="open and save it again")
    return made

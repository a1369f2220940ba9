"""Tesseract, in a child process with bounds on time and memory, one thread each.

Measured: with OMP_THREAD_LIMIT=1 and as many processes as cores, pages per second are 2.3 times those of the default.
"""

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TypedDict

import pytesseract

from extractors.engines import EngineFailed, Image
from models.errors import EnvironmentLacks
from models.page import Box, Line, Page, Word

SECONDS = 120.0
MEMORY = 2 * 1024 * 1024 * 1024
ORIENTED = 1.5
"""Confidence of Tesseract's orientation from which it is worth a second reading."""
PARAMETERS = ("-c", "tessedit_do_invert=0")
"""No second look at each line in negative: 1.2 times faster; white on black is turned by the preparation."""


class Bounds(TypedDict):
    """What one call may use."""

    seconds: float
    memory: int


class Tesseract:
    """The engine that ships; `seconds` of wall time and bytes of `memory` bound each of its calls."""

    def __init__(self, seconds: float = SECONDS, memory: int = MEMORY) -> None:
        self._bounds: Bounds = {"seconds": seconds, "memory": memory}

    def read(self, image: Image, languages: str, dpi: int) -> Page:
        """Return the words of a page image."""
        return self.read_many([image], languages, dpi, segmentation=3)[0]

    def read_sparse(self, image: Image, languages: str, dpi: int) -> Page:
        """Return the words of a page image taken as one block: the simpler segmentation for pages that fail."""
        return self.read_many([image], languages, dpi, segmentation=6)[0]

    def orientation(self, image: Image, dpi: int) -> int:
        """Return by how many degrees counter-clockwise an image must be turned to stand upright: 0, 90, 180, 270."""
        with tempfile.TemporaryDirectory(prefix="sohoa-ocr-") as folder:
            said = run([_write(Path(folder) / "page.pnm", image), "-", "--dpi", str(dpi), "--psm", "0"], **self._bounds)
        found = dict(line.split(": ", 1) for line in said.splitlines() if ": " in line)
        sure = float(found.get("Orientation confidence", 0)) >= ORIENTED
        return (360 - int(found.get("Rotate", 0))) % 360 if sure else 0

    def read_lines(self, images: Sequence[Image], languages: str, dpi: int) -> list[Page]:
        """Return a page per image of one line."""
        return self.read_many(images, languages, dpi, segmentation=7) if images else []

    def read_blocks(self, images: Sequence[Image], languages: str, dpi: int) -> list[Page]:
        """Return a page per image of one block of lines."""
        return self.read_many(images, languages, dpi, segmentation=6) if images else []

    def read_only(
        self, images: Sequence[Image], letters: str, dpi: int, languages: str = "eng", segmentation: int = 7
    ) -> list[Page]:
        """Return a page per image of one line that holds the given letters, figures and signs, nothing else."""
        if not images:
            return []
        return self.read_many(images, languages, dpi, segmentation=segmentation, letters=letters)

    def read_many(
        self, images: Sequence[Image], languages: str, dpi: int, *, segmentation: int, letters: str = ""
    ) -> list[Page]:
        """Return a page per image, all read by one process; `letters` are those that may be read, all where empty."""
        lacking = set(languages.split("+")) - installed_languages()
        if lacking:
            packages = " ".join(package_of(name) for name in sorted(lacking))
            raise EnvironmentLacks(
                f"Tesseract lacks {', '.join(sorted(lacking))}", advice=f"apt-get install {packages}"
            )
        with tempfile.TemporaryDirectory(prefix="sohoa-ocr-") as folder:
            names = [_write(Path(folder) / f"{number:04d}.pnm", image) for number, image in enumerate(images)]
            listing = Path(folder) / "images.txt"
            listing.write_text("\n".join(names))
            source = names[0] if len(names) == 1 else str(listing)
            command = [source, "-", "-l", languages, "--dpi", str(dpi), "--psm", str(segmentation), *PARAMETERS]
            command += ["-c", f"tessedit_char_whitelist={letters}", "tsv"] if letters else ["tsv"]
            table = run(command, **self._bounds)
        return pages_of(table, [image.shape[:2] for image in images], dpi)


def package_of(model: str) -> str:
    """Return the Debian package of a model: `tesseract-ocr-script-viet` for `Vietnamese`."""
    return f"tesseract-ocr-{'script-viet' if model == 'Vietnamese' else model}"


@cache
def installed_languages() -> frozenset[str]:
    """Return the models that Tesseract has; EnvironmentLacks without Tesseract."""
    try:  # not pytesseract.get_languages, which leaves out the models of scripts
        return frozenset(run(["--list-langs"], seconds=30).split()[1:])
    except (EngineFailed, OSError) as error:
        raise EnvironmentLacks("Tesseract is not installed", advice="apt-get install tesseract-ocr") from error


def run(arguments: Sequence[str], *, seconds: float = SECONDS, memory: int = MEMORY) -> str:
    """Run Tesseract within bounds and return what it prints; the whole process group dies when time is up."""
    bounds = ["prlimit", f"--as={memory}", f"--cpu={int(seconds) + 1}"] if shutil.which("prlimit") else []
    if shutil.which("setpriv"):  # a reader that is killed takes its engine along
        bounds = ["setpriv", "--pdeathsig", "KILL", *bounds]
    child = subprocess.Popen(
        [*bounds, pytesseract.pytesseract.tesseract_cmd, *arguments],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        start_new_session=True,
    )
    try:
        out, complaint = child.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.communicate()
        raise EngineFailed(f"no answer within {seconds:.0f} s") from None
    if child.returncode != 0:
        last = complaint.decode("utf-8", "replace").strip().splitlines()[-1:] or [f"status {child.returncode}"]
        raise EngineFailed(last[0])
    return out.decode("utf-8", "replace")


def _write(path: Path, image: Image) -> str:
    """Write an image as PGM or PPM, which costs no compression."""
    height, width = image.shape[:2]
    kind = b"P5" if image.ndim == 2 else b"P6"
    path.write_bytes(kind + f"\n{width} {height}\n255\n".encode() + image.tobytes())
    return str(path)


def pages_of(table: str, sizes: Sequence[tuple[int, int]], dpi: int) -> list[Page]:
    """Return the pages of Tesseract's TSV: 12 columns, levels from page (1) to word (5), confidence 0 to 100."""
    scale = 72 / dpi
    lines: list[dict[tuple[str, ...], list[Word]]] = [{} for _ in sizes]
    for row in table.splitlines()[1:]:
        fields = row.split("\t")
        if len(fields) != 12 or fields[0] != "5" or not fields[11].strip() or int(fields[1]) > len(sizes):
            continue
        left, top, width, height = (int(value) * scale for value in fields[6:10])
        word = Word(fields[11].strip(), Box(left, top, left + width, top + height), max(0.0, float(fields[10]) / 100))
        lines[int(fields[1]) - 1].setdefault(tuple(fields[1:5]), []).append(word)
    return [
        Page(
            number,
            tuple(Line(tuple(words)) for words in found.values()),
            width * scale,
            height * scale,
            route="ocr",
            mean_confidence=mean_confidence([w for words in found.values() for w in words]),
        )
        for number, (found, (height, width)) in enumerate(zip(lines, sizes, strict=True), 1)
    ]


def mean_confidence(words: Sequence[Word]) -> float | None:
    """Return the mean of the words' confidences, weighted by their letters; None without words."""
    weight = sum(len(word.text) for word in words)
    return sum(word.confidence * len(word.text) for word in words) / weight if weight else None

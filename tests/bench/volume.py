"""Measures speed and peak memory of reading a long PDF, all processes together.

python -m tests.bench.volume --pages 1000
python -m tests.bench.volume --pages 1000 --scanned
"""

import argparse
import io
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pikepdf
import pypdfium2
from PIL import Image, ImageDraw

from extractors.arranging import arrange
from extractors.reading import ReadingOptions, identify, read
from samples.printing import write_pdf
from samples.sheets import build
from tests.bench.acts import vietnamese_regulation


def long_pdf(path: Path, pages: int, seed: int = 1) -> int:
    """Write a PDF of at least so many pages, composed acts one after the other; returns how many it has."""
    whole = pypdfium2.PdfDocument.new()
    number = 0
    parts = []
    while len(whole) < pages:
        single = path.with_name("part.pdf")
        write_pdf(build(vietnamese_regulation(Random(f"{seed}/{number % 20}")), "part"), single)
        parts.append(pypdfium2.PdfDocument(single.read_bytes()))
        whole.import_pages(parts[-1])
        number += 1
    buffer = io.BytesIO()
    whole.save(buffer)
    path.write_bytes(buffer.getvalue())
    return len(whole)


def scanned_pdf(path: Path, pages: int, width: int = 1240, height: int = 1754) -> int:
    """Write a PDF of pages in 150 dpi grey, each with a few printed words; returns how many it has."""
    with pikepdf.new() as whole:
        for number in range(pages):
            sheet = Image.new("L", (width, height), 250)
            ImageDraw.Draw(sheet).text((width // 8, height // 8), f"Trang {number + 1}: Dieu 1", fill=0, font_size=44)
            buffer = io.BytesIO()
            sheet.save(buffer, "JPEG", quality=60)
            picture = pikepdf.Stream(
                whole, buffer.getvalue(), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=width,
                Height=height, ColorSpace=pikepdf.Name.DeviceGray, BitsPerComponent=8, Filter=pikepdf.Name.DCTDecode,
            )  # fmt: skip
            points = width * 72 / 150, height * 72 / 150
            page = whole.add_blank_page(page_size=points)
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
            page.Contents = whole.make_stream(f"{points[0]} 0 0 {points[1]} 0 0 cm /Scan Do".encode())
        whole.save(path)
    return pages


class Peak:
    """The most memory that this process and all that it started held together, in MB, proportional shares summed."""

    def __init__(self) -> None:
        self.most = self.now()

    @staticmethod
    def now() -> float:
        """Return what they hold now."""
        parents = {}
        for entry in Path("/proc").iterdir():
            if entry.name.isdigit():
                try:
                    parents[int(entry.name)] = int((entry / "stat").read_text().rsplit(")", 1)[1].split()[1])
                except OSError:
                    continue
        ours, more = {os.getpid()}, True
        while more:
            more = bool(new := {pid for pid, parent in parents.items() if parent in ours} - ours)
            ours |= new
        return sum(_share(pid) for pid in ours) / 1024

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Look four times a second while something runs."""
        done = threading.Event()

        def look() -> None:
            while not done.wait(0.25):
                self.most = max(self.most, self.now())

        watcher = threading.Thread(target=look)
        watcher.start()
        try:
            yield
        finally:
            done.set()
            watcher.join()


def _share(pid: int) -> int:
    try:
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--scanned", action="store_true", help="pages of pixels instead of text")
    parser.add_argument("--small", action="store_true", help="scanned pages of a postcard's size, which are read fast")
    parser.add_argument("--languages", default="vie", help="Tesseract's models for scanned pages")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        size = (620, 440) if options.small else (1240, 1754)
        count = scanned_pdf(path, options.pages, *size) if options.scanned else long_pdf(path, options.pages)
        peak = Peak()
        before, start = peak.most, time.perf_counter()
        with peak.watched():
            pages = read(identify(path), ReadingOptions(languages=options.languages, jobs=options.jobs))
            text = arrange(pages)
        seconds = time.perf_counter() - start
    print(f"{count} pages written, {len(pages)} read, {len(text.content)} characters")
    print(f"{count / seconds:.1f} pages per second")
    print(f"peak memory {peak.most:.0f} MB, all processes together ({before:.0f} MB before reading)")
    return 0 if len(pages) == count and peak.most < 700 else 1


if __name__ == "__main__":
    raise SystemExit(main())

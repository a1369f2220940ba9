"""Measures speed and peak memory of reading a long born-digital PDF.

python -m tests.bench.volume --pages 1000
"""

import argparse
import io
import resource
import tempfile
import time
from pathlib import Path
from random import Random

import pypdfium2

from extractors.arranging import arrange
from extractors.reading import identify, read
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


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=1000)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.pdf"
        count = long_pdf(path, options.pages)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start, busy = time.perf_counter(), time.process_time()
        pages = read(identify(path))
        text = arrange(pages)
        seconds, busy = time.perf_counter() - start, time.process_time() - busy
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{count} pages written, {len(pages)} read, {len(text.content)} characters")
    print(f"{count / seconds:.1f} pages per second, {count / busy:.1f} per CPU second")
    print(f"peak memory {after:.0f} MB ({before:.0f} MB before reading)")
    return 0 if len(pages) == count else 1


if __name__ == "__main__":
    raise SystemExit(main())

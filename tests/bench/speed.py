"""Speed side by side: `python -m tests.bench.speed [--pages N] [--seed N]`.

Composed pages are printed, read by Tesseract in the wrong language (CPU seconds counted), and that garbled layer is
repaired, once page by page and once as one document; then the same pages as a strange engine would read them, which
takes three lessons to learn; then sound pages, loading, and memory. All times are CPU seconds. `--corpus FILE` takes
the pages from a corpus, as `tests.bench.repair` does: its words are more various than those of composed pages.
"""

import argparse
import os
import random
import resource
import textwrap
import time
from pathlib import Path

os.environ.setdefault("OMP_THREAD_LIMIT", "1")
_LINES, _WIDTH = 46, 82


def _page(rng: random.Random, source: list[str]) -> str:
    """A sound A4 page of paragraphs."""
    lines = [part for text in rng.choices(source, k=80) for part in textwrap.wrap(text, _WIDTH)]
    return "\n".join(lines[:_LINES])


def _read(page: str, language: str) -> tuple[str, float]:
    """What Tesseract reads on the printed page, and its CPU seconds."""
    import pytesseract
    from PIL import Image, ImageDraw, ImageFont

    from tests.bench.misreading import FONTS

    image = Image.new("L", (2480, 3508), 255)  # A4 at 300 dpi
    font = ImageFont.truetype(FONTS[0], 42)
    for number, line in enumerate(page.split("\n")):
        ImageDraw.Draw(image).text((200, 200 + 68 * number), line, 0, font)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    text = pytesseract.image_to_string(image, lang=language)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return text, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _repair(text: str) -> float:
    from normalizers.repair import repair

    begun = time.process_time()
    repair(text)
    return time.process_time() - begun


def main() -> None:
    """Measure and print."""
    from tests.bench.repair import paragraphs
    from tests.bench.triage import garble

    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--corpus", type=Path, default=None)
    arguments = parser.parse_args()
    loading = _repair("T6i h9c t4i trudng d4i hqc") + _repair("Sinh viên đăng ký học phần trước khi học kỳ bắt đầu.")
    rng = random.Random(arguments.seed)
    source = paragraphs(arguments.corpus)
    pages = [_page(rng, source) for _ in range(arguments.pages)]
    layers = [_read(page, "eng") for page in pages]
    count = len(pages)
    ocr = sum(seconds for _, seconds in layers) / count
    single = sum(_repair(text) for text, _ in layers) / count
    together = _repair("\n".join(text for text, _ in layers)) / count
    strange = sum(_repair(garble(page, rng, 1.0)) for page in pages) / count
    sound = sum(_repair(page) for page in pages) / count
    print(f"pages {count}, characters a page {sum(map(len, pages)) // count}; CPU seconds a page")
    print(f"tesseract                      {ocr:.3f}")
    print(f"repair, page by page           {single:.3f}   {single / ocr:.2f} of tesseract")
    print(f"repair, as one document        {together:.3f}   {together / ocr:.2f} of tesseract")
    print(f"repair, strange engine         {strange:.3f}   {strange / ocr:.2f} of tesseract")
    print(f"repair, sound page             {sound:.4f}   {ocr / max(sound, 1e-9):.0f} times as fast as tesseract")
    print(f"loading and first lines        {loading:.2f}")
    print(f"peak memory                    {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()

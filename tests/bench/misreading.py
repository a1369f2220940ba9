"""Makes garbled text layers the way archives got theirs: Vietnamese print read by an engine of another language.

    python -m tests.bench.misreading --corpus FILE --out FOLDER [--documents 8] [--seed 1] [--old DIR]

writes `ENGINE.NN.clean.txt` and `ENGINE.NN.garbled.txt`, line n of one being line n of the other; ENGINE is the
language that was wrong, with `-old` for Tesseract's engine before neural networks (`--old` gives the folder with its
data, `eng.traineddata` and the like; copiers of the years before 2018 misread as it does). FILE holds one paragraph a
line, plain or `.xz`. Each document has one font, one size of noise and one engine, as one scanner gives it.
"""

import argparse
import lzma
import os
import random
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import cv2
import numpy as np
import pytesseract
from PIL import Image, ImageDraw, ImageFont

from samples.fonts import font_file, has

_WANTED = (
    ("DejaVu Serif", "plain"),
    ("DejaVu Sans", "plain"),
    ("Liberation Serif", "plain"),
    ("Liberation Serif", "italic"),
    ("Liberation Sans", "plain"),
)
FONTS = tuple(str(font_file(family, style)) for family, style in _WANTED if has(family, style))
"""Files of the fonts that are installed; those of DejaVu first."""
LANGUAGES = ("eng", "eng", "fra", "deu", "ita", "spa")
STRIP = 56
"""Height of a printed line in pixels at 200 dpi."""


@dataclass(frozen=True)
class Scanner:
    """One way of printing and reading: a font, a size in pixels, noise, blur and the language that was wrong."""

    font: str
    size: int
    blur: float
    noise: float
    threshold: bool
    language: str
    old: Path | None = None  # folder with the data of the engine before neural networks

    @property
    def engine(self) -> str:
        """The name of the engine that reads."""
        return f"{self.language}-old" if self.old else self.language


def scanner(rng: random.Random, old: Path | None = None, wanted: Sequence[str] = LANGUAGES) -> Scanner:
    """Return a scanner by chance; only languages that are wanted and installed. With `old`, every third is of the old
    engine."""
    installed = pytesseract.get_languages()
    languages = [name for name in wanted if name in installed]
    if old and rng.random() < 1 / 3:
        languages = sorted(path.stem for path in old.glob("*.traineddata"))
    else:
        old = None
    blur = rng.choice((0.0, 0.4, 0.8, 1.1))
    return Scanner(
        rng.choice(FONTS),
        rng.choice((25, 28, 32)),
        blur,
        rng.choice((0.0, 8.0, 18.0)),
        blur <= 0.4 and rng.random() < 0.4,  # a thresholded blur leaves nothing that an archive would have kept
        rng.choice(languages),
        old,
    )


def printed_lines(paragraphs: Iterator[str], count: int, width: int) -> list[str]:
    """Return paragraphs wrapped as a page prints them."""
    lines: list[str] = []
    for paragraph in paragraphs:
        lines += textwrap.wrap(paragraph, width)
        if len(lines) >= count:
            break
    return lines[:count]


def render(lines: list[str], how: Scanner, rng: np.random.Generator) -> Image.Image:
    """Return a page with line i in the strip of STRIP pixels that starts at i * STRIP."""
    page = Image.new("L", (1900, STRIP * len(lines)), 255)
    font, pen = ImageFont.truetype(how.font, how.size), ImageDraw.Draw(page)
    for index, line in enumerate(lines):
        pen.text((60, index * STRIP + (STRIP - how.size) // 2 - 4), line, font=font, fill=20)
    pixels = np.asarray(page, dtype=np.float32)
    if how.blur:
        pixels = cv2.GaussianBlur(pixels, (0, 0), how.blur)
    pixels = pixels + rng.normal(0, how.noise, pixels.shape) if how.noise else pixels
    if how.threshold:
        pixels = np.where(pixels < 150, 0, 255)
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def misread(page: Image.Image, count: int, language: str, old: Path | None = None) -> list[str]:
    """Return what the wrong language reads in each strip, words left to right."""
    os.environ["OMP_THREAD_LIMIT"] = "1"
    config = "--psm 6 --dpi 200" + (f" --oem 0 --tessdata-dir {old}" if old else "")
    data = pytesseract.image_to_data(page, lang=language, config=config, output_type=pytesseract.Output.DICT)
    strips: list[list[tuple[int, str]]] = [[] for _ in range(count)]
    for text, left, top, height in zip(data["text"], data["left"], data["top"], data["height"], strict=True):
        index = int((top + height / 2) // STRIP)
        if text.strip() and 0 <= index < count:
            strips[index].append((left, text))
    return [" ".join(text for _, text in sorted(strip)) for strip in strips]


def paragraphs(path: Path, rng: random.Random) -> Iterator[str]:
    """Yield the paragraphs of a corpus file from a place chosen by chance, without end."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        lines = [line.strip() for line in file if 40 <= len(line.strip()) <= 1500]
    start = rng.randrange(len(lines))
    while True:
        yield from lines[start:]
        start = 0


def main() -> None:
    """Write the documents asked for on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=8)
    parser.add_argument("--lines", type=int, default=80)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--languages", nargs="+", default=LANGUAGES, help="languages to read in, by Tesseract's names")
    parser.add_argument("--old", type=Path, help="folder with data of Tesseract's engine before neural networks")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for number in range(options.documents):
        rng = random.Random(options.seed * 1000 + number)
        how = scanner(rng, options.old, options.languages)
        clean = printed_lines(paragraphs(options.corpus, rng), options.lines, int(1780 / how.size * 1.75))
        garbled: list[str] = []
        for start in range(0, len(clean), 40):
            part = clean[start : start + 40]
            sheet = render(part, how, np.random.default_rng(rng.randrange(2**32)))
            garbled += misread(sheet, len(part), how.language, how.old)
        stem = f"{how.engine}.{number:02}"
        (options.out / f"{stem}.clean.txt").write_text("\n".join(clean) + "\n", "utf-8")
        (options.out / f"{stem}.garbled.txt").write_text("\n".join(garbled) + "\n", "utf-8")
        print(f"{number:02} {Path(how.font).stem} {how}")


if __name__ == "__main__":
    main()

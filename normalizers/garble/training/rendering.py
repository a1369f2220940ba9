"""Parallel text made by hand of the machine: corpus lines are printed, worn, and read in the wrong language.

Needs Tesseract and fonts with Vietnamese letters; used when the parameters are built and never at run time.
"""

import os
import random
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageFont

_FONTS = (
    "LiberationSerif-Regular", "LiberationSerif-Italic", "LiberationSerif-Bold", "LiberationSerif-BoldItalic",
    "LiberationSans-Regular", "LiberationSans-Bold", "DejaVuSerif", "Carlito-Regular", "Tinos-Regular", "Tinos-Italic",
)  # fmt: skip
_LINES = 28


def fonts() -> list[str]:
    """Return the paths of the fonts at hand, in a fixed order."""
    listed = subprocess.run(["fc-list", ":", "file"], capture_output=True, text=True, check=True).stdout
    paths = sorted(line.rstrip(": ") for line in listed.splitlines())
    return [path for name in _FONTS for path in paths if Path(path).stem == name][: len(_FONTS)]


def misread(lines: list[str], *, language: str, seed: int) -> Iterator[tuple[str, str]]:
    """Yield (as read, as printed) for pages of lines; a page whose lines were not told apart is left out."""
    chance = random.Random(seed)
    faces = fonts()
    for start in range(0, len(lines) - _LINES + 1, _LINES):
        page = [_in_some_case(line, chance) for line in lines[start : start + _LINES]]
        read = _read(_page(page, chance.choice(faces), chance), language)
        if len(read) == len(page):
            yield from zip(read, page, strict=True)


def _in_some_case(line: str, chance: random.Random) -> str:
    return line.upper()[:60] if chance.random() < 0.12 else line


def _page(lines: list[str], font: str, chance: random.Random) -> Image.Image:
    size = chance.choice((26, 30, 34, 40))
    face = ImageFont.truetype(font, size)
    step = int(size * 1.7)
    width = int(max(face.getlength(line) for line in lines)) + 120
    image = Image.new("L", (width, step * len(lines) + 120), 255)
    draw = ImageDraw.Draw(image)
    for index, line in enumerate(lines):
        draw.text((60, 60 + index * step), line, font=face, fill=chance.choice((0, 20, 50)))
    return _worn(image, chance)


def _worn(image: Image.Image, chance: random.Random) -> Image.Image:
    if chance.random() < 0.7:
        image = image.filter(ImageFilter.GaussianBlur(chance.uniform(0.4, 1.3)))
    pixels = np.asarray(image, np.float32)
    noise = np.random.default_rng(chance.randrange(1 << 30)).normal(0, chance.choice((0, 8, 20)), pixels.shape)
    pixels = np.clip(pixels + noise, 0, 255)
    if chance.random() < 0.5:
        pixels = np.where(pixels > chance.choice((110, 140, 170)), 255, 0)
    return Image.fromarray(pixels.astype(np.uint8)).rotate(chance.uniform(-0.4, 0.4), fillcolor=255)


def _read(image: Image.Image, language: str) -> list[str]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.png"
        image.save(path, dpi=(300, 300))
        command = ["tesseract", str(path), "-", "-l", language, "--psm", "6"]
        done = subprocess.run(
            command, capture_output=True, text=True, check=True, env={**os.environ, "OMP_THREAD_LIMIT": "1"}
        )
    return [line for line in done.stdout.split("\n") if line.strip()]

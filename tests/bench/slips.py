"""Slips of engines that know the language: `python -m tests.bench.slips [--corpus FILE] [--out DIR] [--pairs DIR] ...`.

Pages are printed in several fonts and styles, worn, and read by Tesseract in Vietnamese; with `--out` they are kept as
`vie.NN.garbled.txt` beside `vie.NN.clean.txt`, which `python -m normalizers.garble.training --slips` learns from. With
`--pairs` such documents are measured instead (an empty clean line is one that nobody transcribed). Printed: character
error rates before and after repair, the share of errors that is gone, and right words that were changed.
`--language ukr` (or `rus`, `kaz`) prints composed sentences, or those of FILE, in that language instead.
"""

import argparse
import random
import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import cv2
import numpy as np
import pytesseract
import yaml
from PIL import Image
from rapidfuzz.distance import Levenshtein

from normalizers.garble.training.aligning import align_words
from normalizers.repair import repair
from tests.bench.misreading import FONTS, Scanner, misread, printed_lines, render, scanner
from tests.bench.repair import paragraphs

PHRASES = Path(__file__).parent / "phrases"

_PHRASES = {"ukr": "uk", "rus": "ru", "kaz": "kk"}
_KAZAKH_FONTS = FONTS[:2]  # the others have no Kazakh letters
_SCALES, _SCALES_WITHOUT_MARKS = (0.45, 0.55, 0.7, 1.0), (0.3, 0.33, 0.36)  # letters without marks read on
_LINES = 34
_WORST = 0.15  # character error rate from which a page is lost, not slipped
Document = tuple[list[str], list[str]]


def scans(source: list[str], count: int, seed: int, language: str = "vie") -> Iterator[Document]:
    """Yield documents as printed and as read."""
    wanted = ("vie", "Vietnamese") if language == "vie" else (language,)
    languages = [name for name in wanted if name in pytesseract.get_languages()]
    for number in range(count):
        chance = random.Random(seed * 1000 + number)
        how = replace(scanner(chance), language=chance.choice(languages), noise=chance.choice((0.0, 5.0, 10.0)))
        how = replace(how, font=chance.choice(_KAZAKH_FONTS)) if language == "kaz" else how
        start = chance.randrange(len(source))
        printed = printed_lines(cycle(source[start:] + source[:start]), _LINES, int(1780 / how.size * 1.75))
        styled = [line.upper() if len(line) < 60 and chance.random() < 0.35 else line for line in printed]
        page = _worn(render(styled, how, np.random.default_rng(seed * 1000 + number)), how, chance)
        yield styled, misread(page, len(styled), how.language)


def _worn(page: Image.Image, how: Scanner, chance: random.Random) -> Image.Image:
    """A page scanned at a coarser resolution, and packed."""
    scales = _SCALES_WITHOUT_MARKS if how.language in _PHRASES else _SCALES
    pixels, scale = np.asarray(page), chance.choice(scales)
    size = pixels.shape[1], pixels.shape[0]
    if scale < 1 and (how.blur < 1 or how.language in _PHRASES):
        small = cv2.resize(pixels, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
        pixels = cv2.resize(small, size, interpolation=cv2.INTER_CUBIC)
    packed = cv2.imencode(".jpg", pixels, [cv2.IMWRITE_JPEG_QUALITY, chance.choice((20, 40, 80))])[1]
    return Image.fromarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE))


def measure(clean: list[str], read: list[str]) -> dict[str, int]:
    """Return characters, errors before and after repair, right words, and those of them that were changed."""
    after = repair("\n".join(read)).text.split("\n")
    found = dict.fromkeys(("characters", "before", "after", "right", "harmed"), 0)
    for gold, raw, said in zip(clean, read, after, strict=True):
        if not gold:
            continue
        found["characters"] += len(gold)
        found["before"] += Levenshtein.distance(gold, raw)
        found["after"] += Levenshtein.distance(gold, said)
        words = [word for word, other in align_words(gold.split(), raw.split()) if other]
        same = len(raw.split()) == len(said.split()) == len(words)
        for word, one, other in zip(words, raw.split(), said.split(), strict=True) if same else ():
            found["right"] += word == one
            found["harmed"] += word == one != other
    return found


def _kept(folder: Path) -> Iterator[Document]:
    for path in sorted(folder.glob("*.garbled.txt")):
        clean = path.with_name(path.name.replace(".garbled.", ".clean."))
        yield _lines(clean), _lines(path)


def _lines(path: Path) -> list[str]:
    return [" ".join(unicodedata.normalize("NFC", line).split()) for line in path.read_text("utf-8").split("\n")]


def sentences(language: str) -> list[str]:
    """Return the composed sentences of a language, those without blanks to be filled."""
    phrases = yaml.safe_load((PHRASES / f"{_PHRASES[language]}.yaml").read_text("utf-8"))
    return [line for line in phrases["sentences"] if "{" not in line]


def main() -> None:
    """Make or read the documents, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--pairs", type=Path)
    parser.add_argument("--documents", type=int, default=6)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--language", choices=("vie", *_PHRASES), default="vie")
    options = parser.parse_args()
    composed = options.language in _PHRASES and not options.corpus
    source = sentences(options.language) if composed else paragraphs(options.corpus)
    made = _kept(options.pairs) if options.pairs else scans(source, options.documents, options.seed, options.language)
    total = dict.fromkeys(("characters", "before", "after", "right", "harmed"), 0)
    for number, (clean, read) in enumerate(made):
        if options.out:
            options.out.mkdir(parents=True, exist_ok=True)
            for name, lines in (("clean", clean), ("garbled", read)):
                (options.out / f"{options.language}.{options.seed}{number:03}.{name}.txt").write_text(
                    "\n".join(lines), "utf-8"
                )
        found = measure(clean, read)
        if found["before"] < _WORST * found["characters"]:
            total = {name: total[name] + count for name, count in found.items()}
    cut = 1 - total["after"] / max(1, total["before"])
    before, after = (total[name] / max(1, total["characters"]) for name in ("before", "after"))
    print(
        f"characters {total['characters']}; error rate {before:.4f} before, {after:.4f} after: {cut:.2f} of errors gone"
    )
    print(f"right words {total['right']}, changed {total['harmed']}")


if __name__ == "__main__":
    main()

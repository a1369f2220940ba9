"""Degraded benchmark pages with gold by construction.

    python -m tests.bench.pages --out DIR --seed 1 --pages 40

Each page is a file (`NNN_<degradation>.pdf` or `.jpg`) with `NNN_<degradation>.json` beside it: `segments` (printed
pieces of lines), `tables` (rows of cells), `routes` (those that are right), `dpi`. The same seed gives the same pages.
"""

import argparse
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

import cv2
import numpy as np
import pdfplumber
from numpy.random import Generator, default_rng

from samples import paper
from samples.encoding import legacy
from samples.fonts import installed
from samples.garbling import garble
from samples.making import Layer, words_of, write_images
from samples.printing import write_pdf
from samples.sheets import Ruled, Sheet, build
from tests.bench.acts import vietnamese_decision, vietnamese_regulation
from tests.bench.tabular import table_page

Effect = Callable[[paper.Image, Generator], paper.Image]


@dataclass(frozen=True, slots=True)
class Degradation:
    """What is done to a page: an effect on its image of `dpi`, and a text layer (`sound`, `garbled`, `tcvn3`, `vni`).

    `image` false leaves the text layer alone, drawn; `routes` are the right ways to read it.
    """

    effect: Effect | None = None
    dpi: int = 200
    layer: str = ""
    image: bool = True
    ending: str = ".pdf"
    routes: tuple[str, ...] = ("ocr",)
    quality: int = 80


def _seal(image: paper.Image, random: Generator) -> paper.Image:
    at = (float(random.uniform(0.35, 0.75)), float(random.uniform(0.25, 0.8)))
    return paper.seal(image, random, centre=at, radius=float(random.uniform(0.08, 0.11)))


def _grey_seal(image: paper.Image, random: Generator) -> paper.Image:
    return cv2.cvtColor(cv2.cvtColor(_seal(image, random), cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)


def _signature(image: paper.Image, random: Generator) -> paper.Image:
    at = (float(random.uniform(0.4, 0.7)), float(random.uniform(0.3, 0.8)))
    return paper.signature(image, random, centre=at, width=0.26)


def _stamp(image: paper.Image, random: Generator) -> paper.Image:
    lines = [
        "CONG VAN DEN",
        f"So: {random.integers(10, 999)}",
        f"Ngay: {random.integers(1, 28)}/{random.integers(1, 12)}",
    ]
    return paper.stamp(
        image, random, lines, corner=(float(random.uniform(0.05, 0.2)), float(random.uniform(0.12, 0.3)))
    )


def _photo(image: paper.Image, random: Generator) -> paper.Image:
    return paper.blur(paper.shadow(paper.perspective(image, random, 0.06), random, 0.45), 0.7)


def _old(image: paper.Image, random: Generator) -> paper.Image:
    """A sealed, signed, folded sheet, turned and grainy."""
    image = _signature(_seal(image, random), random)
    return paper.noise(paper.skew(paper.folds(image, random), float(random.uniform(-1.2, 1.2))), random, 7)


def _borders(image: paper.Image, random: Generator) -> paper.Image:
    turned = paper.skew(image, float(random.uniform(-0.8, 0.8)))
    wide = image.shape[1]
    return cv2.copyMakeBorder(
        turned, wide // 40, wide // 25, wide // 18, wide // 60, cv2.BORDER_CONSTANT, value=(12, 12, 12)
    )


def _scanned(image: paper.Image, random: Generator, quality: int = 55) -> paper.Image:
    """What a scanner does: soft edges, grain, compression."""
    return paper.through_jpeg(paper.noise(paper.blur(image, 0.55), random, 4), quality)


def _hard(image: paper.Image, random: Generator) -> paper.Image:
    """A stamped, sealed, signed sheet, askew, compressed twice, on its side or head."""
    marked = _stamp(_seal(_signature(image, random), random), random)
    scan = _scanned(paper.skew(marked, float(random.uniform(-1, 1))), random, 30)
    return np.rot90(scan, int(random.integers(1, 4))).copy()


def _grey(image: paper.Image) -> paper.Image:
    return cv2.cvtColor(cv2.cvtColor(image, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR)


def _faint(image: paper.Image, random: Generator) -> paper.Image:
    pale = 255 - (255 - paper.blur(image, 0.7).astype(np.float32)) * 0.45
    return paper.through_jpeg(pale.astype(np.uint8), 50)


def _blank(image: paper.Image, random: Generator) -> paper.Image:
    return paper.noise(np.full_like(image, 252), random, 2)


DEGRADATIONS: dict[str, Degradation] = {
    "plain": Degradation(),
    "red_seal": Degradation(_seal),
    "grey_seal": Degradation(_grey_seal),
    "signature": Degradation(_signature),
    "stamp": Degradation(_stamp),
    "folds": Degradation(lambda image, random: paper.folds(image, random, 3)),
    "skew": Degradation(lambda image, random: paper.skew(image, float(random.choice((-3, -2, 2, 3))))),
    "turned": Degradation(lambda image, random: np.rot90(image, int(random.integers(1, 4))).copy()),
    "blur": Degradation(lambda image, random: paper.blur(image, 1.5)),
    "noise": Degradation(lambda image, random: paper.noise(image, random, 28)),
    "jpeg": Degradation(lambda image, random: paper.through_jpeg(image, 14), quality=40),
    "low_resolution": Degradation(lambda image, random: paper.blur(image, 0.5), dpi=90),
    "bleed": Degradation(lambda image, random: paper.bleed(image, image[::-1], 0.3)),
    "borders": Degradation(_borders),
    "photo": Degradation(_photo, ending=".jpg", quality=60),
    "old": Degradation(_old),
    "blank": Degradation(_blank, routes=("blank",)),
    "digital": Degradation(layer="sound", image=False, routes=("text_layer",)),
    "sound_layer": Degradation(layer="sound", routes=("text_layer",)),
    "garbled_layer": Degradation(layer="garbled", routes=("ocr",)),
    "garbled_alone": Degradation(layer="garbled", image=False, routes=("repaired_text_layer",)),
    "tcvn3_alone": Degradation(layer="tcvn3", image=False, routes=("repaired_text_layer",)),
    "vni_alone": Degradation(layer="vni", image=False, routes=("repaired_text_layer",)),
    "hard": Degradation(_hard, quality=50),
    "grey_signed": Degradation(lambda image, random: _grey(_scanned(_signature(_seal(image, random), random), random))),
    "grey_stamp": Degradation(lambda image, random: _grey(_scanned(_stamp(image, random), random))),
    "faint": Degradation(_faint),
}


def make(folder: Path, seed: int, count: int, only: list[str] | None = None) -> list[Path]:
    """Write `count` pages into `folder`, degradations in turn; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    names = only or list(DEGRADATIONS)
    return [_page(folder, seed * 10_000 + number, number, names[number % len(names)]) for number in range(count)]


def _page(folder: Path, seed: int, number: int, name: str) -> Path:
    random, degradation = Random(seed), DEGRADATIONS[name]
    sheet = _sheet(random, number)
    with tempfile.TemporaryDirectory() as scratch:
        clean = Path(scratch) / "clean.pdf"
        write_pdf(sheet, clean)
        with pdfplumber.open(clean) as document:
            words = words_of(document.pages[0])
        image = paper.render(clean, degradation.dpi)[0]
        path = folder / f"{number:03d}_{name}{degradation.ending}"
        _write(path, clean, image, words, (degradation, seed))
    tables = [[list(row) for row in block.rows] for block in sheet.blocks if isinstance(block, Ruled)]
    if sheet.stem != "table" or name == "blank":
        tables = []
    pieces = segments(words) if name != "blank" else []
    gold = {"segments": pieces, "tables": tables, "dpi": degradation.dpi}
    gold |= {"routes": degradation.routes, "degradation": name, "kind": sheet.stem, "font": sheet.font}
    path.with_suffix(".json").write_text(json.dumps(gold, ensure_ascii=False, indent=1), "utf-8")
    return path


def _sheet(random: Random, number: int) -> Sheet:
    kind = ("decision", "table", "body")[number % 3 if number < 66 else random.randrange(3)]
    if kind == "table":
        source = table_page(random)
    elif kind == "decision":
        source = vietnamese_decision(random)
    else:
        source = vietnamese_regulation(random)
        blocks = source["blocks"]
        start = next(place for place, block in enumerate(blocks) if "break" in block)
        source = {**source, "blocks": blocks[start + 1 :]}
    source |= {"font": random.choice(installed()), "size": random.choice((11.5, 12, 12.5, 13))}
    return build(source, kind)


def _write(path: Path, clean: Path, image: paper.Image, words: Layer, how: tuple[Degradation, int]) -> None:
    degradation, seed = how
    if degradation.effect:
        image = degradation.effect(image, default_rng(seed))
    if degradation.ending == ".jpg":
        path.write_bytes(paper.as_jpeg(image, degradation.quality))
    elif degradation.layer == "sound" and not degradation.image:
        with pdfplumber.open(clean):
            path.write_bytes(_first_page(clean))
    else:
        layer = [(misread(text, degradation.layer, seed), *box) for text, *box in words] if degradation.layer else []
        picture = image if degradation.image else np.full_like(image, 255)
        write_images([picture], path, degradation.dpi, quality=degradation.quality, layers=[layer],
                     shown=not degradation.image)  # fmt: skip


def _first_page(path: Path) -> bytes:
    import io

    import pypdfium2

    document, one = pypdfium2.PdfDocument(path), pypdfium2.PdfDocument.new()
    one.import_pages(document, [0])
    buffer = io.BytesIO()
    one.save(buffer)
    return buffer.getvalue()


def misread(text: str, layer: str, seed: int) -> str:
    """Return a word as the text layer has it."""
    if layer == "garbled":
        return garble(text, seed)
    return legacy(text, layer) if layer in ("tcvn3", "vni") else text


def segments(words: Layer) -> list[str]:
    """Return the printed pieces of lines: words on one line, broken where a gap is wider than two letters."""
    lines: dict[int, list[tuple[float, float, str]]] = {}
    for text, x0, top, x1, bottom in words:
        middle = (top + bottom) / 2
        key = next((k for k in lines if abs(k - middle) < (bottom - top) * 0.4), round(middle))
        lines.setdefault(key, []).append((x0, x1, text))
    pieces = []
    for _, line in sorted(lines.items()):
        line.sort()
        piece = [line[0][2]]
        for (_, before, _), (start, _, text) in zip(line, line[1:], strict=False):
            if start - before > 13:
                pieces.append(" ".join(piece))
                piece = []
            piece.append(text)
        pieces.append(" ".join(piece))
    return pieces


def main() -> int:
    """Write the pages that the arguments ask for; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pages", type=int, default=len(DEGRADATIONS))
    parser.add_argument("--only", help="degradations, separated by commas")
    options = parser.parse_args()
    files = make(options.out, options.seed, options.pages, options.only.split(",") if options.only else None)
    print(f"{len(files)} pages in {options.out}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

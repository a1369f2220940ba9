"""Pictures before and after the preparation of a page, to be looked at."""

import importlib
import json
from pathlib import Path

import cv2
import numpy as np

from samples.paper import Image, render


def draw(folder: Path, out: Path, count: int = 12) -> list[Path]:
    """Write up to `count` pictures, the page left and what OCR is given right; returns the files."""
    prepare = _preparation()
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    seen: set[str] = set()
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".pdf", ".jpg")):
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        if gold["degradation"] in seen or gold["routes"] != ["ocr"] or len(written) == count:
            continue
        seen.add(gold["degradation"])
        before = cv2.imread(str(path)) if path.suffix == ".jpg" else render(path, gold["dpi"])[0]
        after = prepare(before, gold["dpi"]) if prepare else before
        target = out / f"{gold['degradation']}.png"
        cv2.imwrite(str(target), _beside(before, after))
        written.append(target)
    return written


def _preparation():  # type: ignore[no-untyped-def]
    """Return the function that prepares an image, where the program has one."""
    try:
        module = importlib.import_module("extractors.imaging")
    except ImportError:
        return None
    prepare = getattr(module, "prepare", None)
    if prepare is None:
        return None

    def call(image: Image, dpi: int) -> Image:
        try:
            prepared = prepare(image, dpi)
        except TypeError:
            prepared = prepare(image)
        found = getattr(prepared, "image", prepared)
        return np.asarray(found[0] if isinstance(found, tuple) else found)

    return call


def _beside(before: Image, after: Image) -> Image:
    high = 1100
    pictures = []
    for image in (before, after):
        colour = cv2.cvtColor(image, cv2.COLOR_GRAY2BGR) if image.ndim == 2 else image
        wide = round(colour.shape[1] * high / colour.shape[0])
        pictures.append(cv2.resize(colour, (wide, high), interpolation=cv2.INTER_AREA))
    gap = np.full((high, 12, 3), 128, np.uint8)
    return np.hstack([pictures[0], gap, pictures[1]])

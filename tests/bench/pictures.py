"""Pictures before and after the preparation of a page, to be looked at."""

import json
from pathlib import Path

import cv2
import numpy as np

from extractors.imaging.preparing import prepare
from samples.paper import Image, render


def draw(folder: Path, out: Path, count: int = 16) -> list[Path]:
    """Write a picture per degradation, the page left and what OCR is given right; `steps.txt` says what was done."""
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    steps: list[str] = []
    for path in sorted(p for p in folder.iterdir() if p.suffix in (".pdf", ".jpg")):
        gold = json.loads(path.with_suffix(".json").read_text("utf-8"))
        target = out / f"{gold['degradation']}.png"
        if target in written or gold["routes"] != ["ocr"] or len(written) == count:
            continue
        before = cv2.imread(str(path)) if path.suffix == ".jpg" else render(path, gold["dpi"])[0]
        ready = prepare(np.ascontiguousarray(before[:, :, ::-1]), gold["dpi"])
        cv2.imwrite(str(target), _beside(before, ready.image))
        written.append(target)
        steps.append(f"{gold['degradation']}: {'; '.join(ready.steps) or 'nothing needed'}")
    (out / "steps.txt").write_text("\n".join(steps) + "\n", "utf-8")
    return written


def _beside(before: Image, after: Image) -> Image:
    high = 1100
    pictures = []
    for image in (before, after):
        colour = cv2.cvtColor(image, cv2.COLOR_GRAY2BGR) if image.ndim == 2 else image
        wide = round(colour.shape[1] * high / colour.shape[0])
        pictures.append(cv2.resize(colour, (wide, high), interpolation=cv2.INTER_AREA))
    gap = np.full((high, 12, 3), 128, np.uint8)
    return np.hstack([pictures[0], gap, pictures[1]])

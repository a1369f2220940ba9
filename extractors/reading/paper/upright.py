"""Which way up a page was scanned, and in which language: it is read until the words are sure."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from extractors.engines import Engine, EngineFailed, Image
from extractors.imaging.preparing import Prepared
from extractors.reading.options import ReadingOptions
from extractors.reading.paper.languages import models_for
from extractors.reading.paper.lines.voting import second_look
from models.page import Page

UPSIDE = 0.7
"""Mean confidence below which a page may lie on its side or head: print upside down reads as Cyrillic at 0.6."""
WELL = 0.75
"""Mean confidence of a page whose models are right."""
FEW = 8
"""Words of a part of a page below which it does not tell the language."""


@dataclass(frozen=True, slots=True)
class Clues:
    """What dense tables tell of a page before it is read: whether it lies on its side, and their words as lines."""

    on_side: bool | None = None
    words: Image | None = None


@dataclass(slots=True)
class Hint:
    """What the pages of a document share and learn from each other: the models that read them well."""

    models: str | None = None


def page_image(ready: Prepared, turned: int, *, inked: bool = False) -> Image:
    """Return the prepared image as it was read: turned counter-clockwise by the given degrees; with coloured inks."""
    image = ready.inked if inked and ready.inked is not None else ready.image
    return np.ascontiguousarray(np.rot90(image, turned // 90)) if turned else image


def read_upright(
    ready: Prepared, hint: Hint, options: ReadingOptions, engine: Engine, *, clues: Clues
) -> tuple[Page, int, str, list[str]]:
    """Return the reading, the clockwise turn that was undone, the models it was read with, and what went wrong."""
    complaints: list[str] = []
    image, turn = ready.image, 0
    part, on_side = None if clues.on_side else clues.words, clues.on_side
    page, models = _read_in_language(image, ready.dpi, hint, options, engine, complaints, part=part)
    lying = _lies(page) if on_side is None else on_side
    if (lying or (page.mean_confidence or 0.0) < UPSIDE) and not complaints:
        for degrees in _turns(image, ready.dpi, engine):
            if on_side is not None and on_side != (degrees in (90, 270)):
                continue
            turned = page_image(ready, degrees)
            other, found = _read_in_language(turned, ready.dpi, Hint(), options, engine, complaints)
            if _weight(other) > (0.7 if lying and not _lies(other) else 1.3) * _weight(page):
                page, models, image, turn = other, found, turned, degrees
            if not _lies(page) and (page.mean_confidence or 0.0) >= WELL:
                break
    if (page.mean_confidence or 0.0) >= WELL:
        hint.models = models
    return second_look(page, image, ready.dpi, models, engine), turn, models, complaints


def _turns(image: Image, dpi: int, engine: Engine) -> Sequence[int]:
    """Return the turns worth a try: the one that the engine sees, where it can see one, else all three."""
    see = getattr(engine, "orientation", None)
    if see is None:
        return (180, 90, 270)
    try:
        found = see(image, dpi)
    except EngineFailed:
        found = 0
    if found:
        return (found,)
    samples = {turn: busiest(np.ascontiguousarray(np.rot90(image, turn // 90))) for turn in (0, 90, 180, 270)}
    weights = {turn: _weight(read_bounded(part, dpi, "vie", engine, [])) for turn, part in samples.items()}
    best = max(weights, key=lambda turn: weights[turn])
    return (best,) if best and weights[best] > 1.5 * weights[0] else ()


def _lies(page: Page) -> bool:
    """Return whether a page lies on its side: the engine reads such pages, in words that are higher than wide."""
    long = [w.box for w in page.words if len(w.text) >= 4 and w.box]
    return len(long) >= 5 and sum(b.height > b.width for b in long) > len(long) / 2


def _weight(page: Page) -> float:
    """Return how much of a page was read: letters of sure words."""
    return sum(len(w.text) * w.confidence**2 for w in page.words)


def _read_in_language(
    image: Image,
    dpi: int,
    hint: Hint,
    options: ReadingOptions,
    engine: Engine,
    complaints: list[str],
    *,
    part: Image | None = None,
) -> tuple[Page, str]:
    """Return the reading with the models of the page's own language, found from a part of it or from earlier pages."""

    part = image if options.languages else busiest(image) if part is None else part

    def sampled(names: str) -> Page:
        return read_bounded(part, dpi, names, engine, [])

    def found() -> str:
        nonlocal part
        first = sampled("vie")
        if len(first.words) < FEW:  # heads written upwards, a table of figures
            part, first = image, read_bounded(image, dpi, "vie", engine, [])
        return models_for(first, sampled)

    models = options.languages or hint.models or found()
    page = read_bounded(image, dpi, models, engine, complaints)
    if options.languages or not hint.models or (page.mean_confidence or 0.0) >= WELL:
        return page, models
    if (wanted := found()) == models:
        return page, models
    other = read_bounded(image, dpi, wanted, engine, complaints)
    return (other, wanted) if _weight(other) > _weight(page) else (page, models)


def busiest(image: Image) -> Image:
    """Return the busiest fifth of a page, enough to tell its language."""
    height = image.shape[0]
    band = max(1, height // 5)
    ink = [(image[top : top + band] < 128).mean() for top in range(0, height - band + 1, band)]
    top = int(np.argmax(ink)) * band
    return np.ascontiguousarray(image[top : top + band])


def read_bounded(image: Image, dpi: int, models: str, engine: Engine, complaints: list[str]) -> Page:
    """Return the engine's reading; where it fails, that of half the resolution, then as one block, then a complaint."""
    said = ""
    plain = getattr(engine, "read_sparse", None)
    for step, read in ((1, engine.read), (2, engine.read), *([(2, plain)] if plain else [])):
        try:
            part = np.ascontiguousarray(image[::step, ::step]) if step > 1 else image
            page: Page = read(part, models, dpi // step)
        except EngineFailed as error:
            said = str(error)
            continue
        if step > 1:
            how = f"at {dpi // step} dpi" + (" as one block" if read is plain else "")
            complaints.append(f"read {how} because the engine failed: {said}")
        return page
    complaints.append(f"the engine failed: {said}")
    return Page(1, (), route="ocr")

"""Lost words: ink of the size of print where the layout analysis saw no word is cropped, read by itself, and kept where
it says something in the language of the page.

A word between two strokes of a seal, a heading close above a table, a line beside a border are taken for pictures.
Handwriting and scrawls are lost ink too: what is read there is no run of known words, and figures alone prove nothing.
"""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.engines import EngineFailed, Image
from extractors.reading.paper.lines.voting import evidence
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Line, Word
from normalizers.triage.lexicon import words as known_words

DARK = 150
LOWEST, HIGHEST = 0.33, 2.2
"""Height of a mark that may be a letter, in heights of the page's words; of the run of marks it is half of a word's."""
TALLEST, WIDEST = 1.7, 45.0
"""Height of a run of marks that may be one line, and its width, in heights of words, at most."""
SHORTEST = 1.1
"""Width of such a run in its heights, at least: two letters."""
MOST = 24
"""Runs of a page that are read."""
COARSE = 150
"""Resolution at which marks are looked for."""
HOLDS_TOPS = 1.2
"""Height of a word, in usual ones, from which it may hold the tops of the line below."""
FRAME = 12
LONE, MANY = 0.8, 0.6
"""Confidence from which a single word, and words of a run of several, are believed."""
KNOWN = 0.4
"""Evidence of the language from which a word counts as one of it."""
NAMED, DOUBT = range(3, 6), 0.5
"""Words of a name, of which one need not be known; confidence of that one, at most."""
GUESSED, HALF = 0.2, 0.3
"""Confidence below which what was read is a guess: two small lines taken for one; and how far a guess lies over it."""
SIGNS, SIGN = "-–—_~=.,:;'", 0.8
"""What the engine calls a whole word now and then; height and width of its box, in those of words, that tell it."""
STRETCHED = 2.0
"""Width of a letter, in heights of words, from which it stands for a line that the engine gave up (`mm`)."""
WIDER = 1.3
"""Heights of a run that it is read wider by, once more: a stroke of a pen joined its first letter, or its last."""
BESIDE, ABOVE = 0.9, 0.25
"""How far beside a seal, and above and below it, lost words are looked for, in its own sides."""
CYRILLIC = ("uk", "ru")


def with_rescued(words: Sequence[Word], tables: Sequence[Box], seen: Seen) -> list[Word]:
    """Return the words of a page with those that were lost on it in place of what was read there by guess."""
    high = _usual_height(words)
    sure = [word for word in words if word.confidence >= GUESSED and not _is_hollow(word, high)]
    saved = rescue(sure, tables, seen)
    boxes = [word.box for word in saved if word.box]
    return [w for w in words if w in sure or not w.box or not any(_overlap(w.box, b) > HALF for b in boxes)] + saved


def _is_hollow(word: Word, high: float) -> bool:
    """Return whether the box of a sign is as high and wide as a word, or that of a few unsure letters as wide as a
    line: print stands there that was not read."""
    box = word.box
    if box is None:
        return False
    if word.text.strip(SIGNS):
        return word.confidence < LONE and not word.turn and box.width > STRETCHED * len(word.text) * high > 0
    return min(box.width, box.height) >= SIGN * high > 0


def _usual_height(words: Sequence[Word]) -> float:
    """Return the height of the page's words in points, 0 for one with few."""
    heights = [w.box.height for w in words if w.box and not w.turn and len(w.text) > 1]
    return float(np.median(heights)) if len(heights) >= 10 else 0.0


def rescue(words: Sequence[Word], tables: Sequence[Box], seen: Seen) -> list[Word]:
    """Return the words that were lost on a page, those of its tables left out; boxes are of the page, in points."""
    runs = lost_runs(words, tables, seen.image, seen.dpi)
    if not runs:
        return []
    saved, left = _read_runs(runs, seen)
    return saved + _read_runs([_widened(run) for run in left], seen)[0]


def _read_runs(runs: Sequence[Box], seen: Seen) -> tuple[list[Word], list[Box]]:
    """Return the words of the runs that say something, and the runs of which only a part does."""
    try:
        pages = seen.engine.read_lines([_crop(seen.image, run, seen.dpi) for run in runs], seen.models, seen.dpi)
    except EngineFailed:
        return [], []
    saved: list[Word] = []
    left: list[Box] = []
    for run, page in zip(runs, pages, strict=False):
        said = [word for word in page.words if word.box and any(ch.isalnum() for ch in word.text)]
        if _is_language(said) or _is_name(said):
            doubt = 1.0 if _is_language(said) else DOUBT
            moved = [_moved(word, run, seen.dpi) for word in said]
            saved += [w if _is_known(w.text) else replace(w, confidence=min(w.confidence, doubt)) for w in moved]
        elif len(said) > 1 and any(_is_language([word]) for word in said):
            left.append(run)
    return saved, left


def _widened(run: Box) -> Box:
    room = WIDER * run.height
    return replace(run, x0=max(0.0, run.x0 - room), x1=run.x1 + room)


def rescue_around(seals: Sequence[Box], words: Sequence[Word], seen: Seen) -> list[Word]:
    """Return the words that were lost around seals: the layout analysis takes what is joined to one for a picture.

    There the page is read as one block; lines of known words are kept where no word was read.
    """
    if not seals or not hasattr(seen.engine, "read_blocks"):
        return []
    scale = seen.dpi / 72
    parts = [seal.grown(seal.width * BESIDE, seal.height * ABOVE).pixels(scale) for seal in seals]
    try:
        crops = [np.pad(seen.image[y0:y1, x0:x1], FRAME, constant_values=255) for x0, y0, x1, y1 in parts]
        pages = seen.engine.read_blocks([np.ascontiguousarray(crop) for crop in crops], seen.models, seen.dpi)
    except EngineFailed:
        return []
    saved: list[Word] = []
    for (x0, y0, _, _), page in zip(parts, pages, strict=False):
        for line in (block for block in page.blocks if isinstance(block, Line)):
            laid = [word.shifted((x0 - FRAME) / scale, (y0 - FRAME) / scale) for word in line.words]
            sure = [w for w in laid if any(ch.isalnum() for ch in w.text) and w.confidence >= MANY]
            had = [word.box for word in (*words, *saved) if word.box]
            sure = [w for w in sure if w.box and not any(_overlap(w.box, box) > 0.2 for box in had)]
            saved += sure if _is_language(sure) else []
    return saved


def _overlap(box: Box, other: Box) -> float:
    """Return the share of the smaller of two boxes that lies in the other."""
    return box.shared(other) / max(min(b.width * b.height for b in (box, other)), 1e-6)


def lost_runs(words: Sequence[Word], tables: Sequence[Box], image: Image, dpi: int) -> list[Box]:
    """Return the places, largest first, where marks of the size of letters stand in a row and no word was read."""
    scale, high = min(dpi, COARSE) / 72, _usual_height(words)
    if not high:
        return []
    if dpi > COARSE:
        image = cv2.resize(image, None, fx=COARSE / dpi, fy=COARSE / dpi, interpolation=cv2.INTER_AREA)
    left = _letters(_uncovered(words, tables, image, scale, high), high * scale)
    reach = max(3, round(0.7 * high * scale))
    joined = cv2.dilate(left, np.ones((1, reach), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    runs = []
    for index in range(1, count):
        x, y, wide, tall = (int(v) for v in stats[index, :4])
        wide -= reach - 1
        box = Box((x + reach // 2) / scale, y / scale, (x + reach // 2 + wide) / scale, (y + tall) / scale)
        if not 0.5 * high <= tall / scale <= TALLEST * high or not SHORTEST * tall <= wide <= WIDEST * high * scale:
            continue
        runs.append(box)
    return sorted(runs, key=lambda box: box.x0 - box.x1)[:MOST]


def _uncovered(words: Sequence[Word], tables: Sequence[Box], image: Image, scale: float, high: float) -> Image:
    """Return what is dark on a page and belongs to no word and no table."""
    dark = (image < DARK).astype(np.uint8)
    for box in [*(_own_part(word.box, dark, scale, high) for word in words if word.box), *tables]:
        x0, y0, x1, y1 = box.grown(1, 1.5).pixels(scale)
        dark[max(0, y0) : y1, max(0, x0) : x1] = 0
    return dark


def _own_part(box: Box, dark: Image, scale: float, high: float) -> Box:
    """Return the box of a word without the tops of letters below it, where the box cuts through them."""
    x0, y0, x1, y1 = box.pixels(scale)
    rows = dark[max(0, y0) : y1, max(0, x0) : x1].any(axis=1)
    if box.height < HOLDS_TOPS * high or not rows.size or not rows[-1] or rows.all():
        return box
    end = int(np.flatnonzero(~rows)[-1])
    above = np.flatnonzero(rows[:end])
    return replace(box, y1=(y0 + end) / scale - 1) if above.size and above[-1] - above[0] >= 0.5 * high * scale else box


def _letters(dark: Image, high: float) -> Image:
    """Return the marks that are neither specks nor strokes, with what stands close above and below them."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    tall, wide, area = stats[:, cv2.CC_STAT_HEIGHT], stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_AREA]
    kept = (tall >= LOWEST * high) & (tall <= HIGHEST * high) & (wide <= 4 * high) & (area > 0.06 * tall * wide)
    kept[0] = False
    return kept[labels].astype(np.uint8)


def _crop(image: Image, run: Box, dpi: int) -> Image:
    """Return a run of marks with the marks above and below its letters, in a white frame."""
    x0, y0, x1, y1 = _with_marks(run).pixels(dpi / 72)
    return np.ascontiguousarray(np.pad(image[y0:y1, x0:x1], FRAME, constant_values=255))


def _moved(word: Word, run: Box, dpi: int) -> Word:
    """Return a word of a crop as it stands on the page."""
    left, top, _, _ = _with_marks(run).pixels(dpi / 72)
    return word.shifted((left - FRAME) * 72 / dpi, (top - FRAME) * 72 / dpi)


def _with_marks(run: Box) -> Box:
    return run.grown(1.5, 0.35 * run.height)


def _is_language(said: Sequence[Word]) -> bool:
    """Return whether what was read is words: known ones, most of its letters in them, and read with some confidence."""
    letters = sum(ch.isalpha() for word in said for ch in word.text)
    if letters < 2:
        return False
    known = [word for word in said if _is_known(word.text)]
    sure = [word for word in known if word.confidence >= (LONE if len(said) == 1 else MANY)]
    return sum(ch.isalpha() for word in sure for ch in word.text) >= 0.7 * letters


def _is_name(said: Sequence[Word]) -> bool:
    """Return whether what was read is a name: three words or more with capitals, all sure and all but one known."""
    words = [word for word in said if word.text[:1].isupper() and word.text[1:].islower() and word.text.isalpha()]
    known = sum(_is_known(word.text) for word in words)
    return len(said) == len(words) in NAMED and known >= len(words) - 1 and min(w.confidence for w in words) >= LONE


def _is_known(text: str) -> bool:
    bare = text.strip(".,;:!?()[]“”\"'‘’«»…/-–—").lower()
    if sum(ch.isalpha() for ch in bare) < 2:
        return False
    if "\u0400" <= bare[0] <= "\u052f":
        return any(bare in known_words(language) for language in CYRILLIC)
    return evidence(text) > KNOWN

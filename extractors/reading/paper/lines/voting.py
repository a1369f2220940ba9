"""A second look at the lines that were read badly, and the vote between two readings, word by word.

A word that is a syllable of the language, that follows its neighbours well, or that the engine was surer of wins.
"""

import re
import unicodedata
from dataclasses import replace
from difflib import SequenceMatcher

import numpy as np

from extractors.engines import Engine, EngineFailed, Image
from extractors.reading.paper.lines.clipping import Extent, extents, made_whole
from extractors.reading.paper.lines.levels import levelled
from extractors.reading.paper.lines.neighbours import without_neighbours
from models.page import Line, Page, Word
from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.triage.lexicon import syllables, words
from normalizers.values.misread_figures import as_figures

SURE, UNSURE = 0.75, 0.5
"""Confidence from which a word, and below which also a known word, needs no or needs a second look."""
SECOND = {"vie": "Vietnamese", "Vietnamese": "vie"}
"""The other model that reads the same language."""
PADDING = 0.2
"""White space kept around a line, in heights of its words."""
LABEL = re.compile(r"\(?\d{1,2}[.)]?|\[\d{1,2}\]|\d{1,2}(?:\.\d{1,2})+\.?|[a-zđ]\)|[IVX]{1,4}[.)]?|“.*")
"""How the first word of a line numbers an item, or opens a quotation."""
ODD = re.compile(r"ó[\d.,;:/-]*|.*\d[óÓ].*|.*[óÓ]\d.*|.*[A-ZĐ]{2}[IlO]\d?[:.]?|.*ĐÐ.*|.*ÐĐ.*|.*[\]\[|]\d.*|.*\d[\[|].*")
"""Figures read as letters beside figures (`ó` for 6, `I` for 1), one letter read as two, strokes for figures."""
BULLETS = "-–—_=~¬‐−+*•●▪■o"
COMMON = 12
"""Binary logarithm of the count in the corpora from which a syllable is a common one."""
ACT_ENDS = re.compile(r"\.?/\.")
SYMBOLS = re.compile(r"[/⁄][A-ZĐÐ]{2,}(?:-[A-ZĐÐ]{2,})+")
"""What stands behind the number of an act, where that is written by hand."""
NUMBER = re.compile(r"\d[\d.,:/-]*\d{2}")
DOUBLE = 0.4
"""Confidence from which the second reading of such a number is believed."""
BIAS = 0.15
"""What the reading of the whole page has ahead of that of a single line."""


def second_look(page: Page, image: Image, dpi: int, models: str, engine: Engine) -> Page:
    """Return the page with its poor lines read again by the other model of its language and voted on.

    What the other model read stands in the page's `other_reading`, where it differs from the first.
    """
    other = SECOND.get(models)
    lines = levelled([block for block in page.blocks if isinstance(block, Line)])
    if other is None or not lines:
        return page
    stands = extents(lines, image, dpi)
    cut = [index for index, at in enumerate(stands) if at and at.cut]
    poor = [index for index, line in enumerate(lines) if is_poor(line) or index in cut]
    page = replace(page, blocks=tuple(lines))
    if not poor:
        return page
    crops = {index: _crop(image, lines[index], dpi, stands[index]) for index in poor}
    try:
        whole = engine.read_lines([crops[index][0] for index in cut], models, dpi) if cut else []
        seen = engine.read_lines([crops[index][0] for index in poor], other, dpi)
    except EngineFailed:
        return page
    read = list(lines)
    for index, again in zip(cut, whole, strict=True):
        words = without_neighbours([word.shifted(*crops[index][1]) for word in again.words], index, read)
        lines[index] = replace(lines[index], words=made_whole(lines[index].words, words, stands[index]))
    others = [line.as_text() for line in lines]
    for index, again in zip(poor, seen, strict=True):
        found = without_neighbours([word.shifted(*crops[index][1]) for word in again.words], index, read)
        others[index] = " ".join(word.text for word in found) or others[index]
        lines[index] = replace(lines[index], words=vote(lines[index].words, found))
    other_reading = "\n".join(others) if others != [line.as_text() for line in lines] else None
    return replace(page, blocks=tuple(lines), other_reading=other_reading)


def is_poor(line: Line) -> bool:
    """Return whether a line holds a word that is unsure or unknown and has letters or figures, or an odd shape."""
    return _opens_oddly(line.words) or any(
        (word.confidence < SURE and (word.confidence < UNSURE or evidence(word.text) <= 0)) or _is_odd(word)
        for word in line.words
        if any(ch.isalnum() for ch in word.text)
    )


def _opens_oddly(words: tuple[Word, ...]) -> bool:
    """Return whether a line opens with what may be a number or a letter of its item, misread."""
    if len(words) < 3:
        return False
    first, second = words[0].text, words[1].text
    if second in (".", ")", ":", ",") or len(first) > 4 or not first.strip(BULLETS):
        return second in (".", ")", ":", ",")
    return not LABEL.fullmatch(first) and (not first[0].isalpha() or first[-1] in ".,;:")


def _is_odd(word: Word) -> bool:
    """Return whether a word has a shape of misread figures or capitals, however sure the engine was."""
    if ODD.fullmatch(word.text):
        return word.confidence < 0.97 or "ó" in word.text or "Ð" in word.text
    bare = _bare(word.text)
    marked = bare.isupper() and any(ord(ch) > 127 and ch not in "ĐÐ" for ch in bare)
    return bool(marked and word.confidence < 0.95 and bare.isalpha() and bare.lower() not in syllables())


def _crop(image: Image, line: Line, dpi: int, stands: Extent | None) -> tuple[Image, tuple[float, float]]:
    """Return a line's part of the page in a white frame, and the place of the part's corner in points."""
    boxes = [stands.box] if stands and stands.cut else [word.box for word in line.words if word.box]
    scale, frame = dpi / 72, 12
    height = float(np.median([box.height for box in boxes])) * PADDING
    top, bottom = min(b.y0 for b in boxes) - height, max(b.y1 for b in boxes) + height
    left, right = min(b.x0 for b in boxes) - 4, max(b.x1 for b in boxes) + 4
    y0, x0 = max(0, int(top * scale)), max(0, int(left * scale))
    part = image[y0 : max(y0 + 1, int(bottom * scale)), x0 : max(x0 + 1, int(right * scale))]
    framed = np.pad(part, frame, constant_values=255)
    return np.ascontiguousarray(framed), ((x0 - frame) / scale, (y0 - frame) / scale)


def vote(first: tuple[Word, ...], second: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the better words of two readings of a line, aligned by what they share."""
    if not second:
        return first
    chosen: list[Word] = []
    second = tuple(w for i, w in enumerate(_with_end(second)) if i or any(ch.isalnum() for ch in w.text))
    if len(first) > 1 and not first[0].text.strip(BULLETS):  # a bullet is judged by its place
        chosen, first = [first[0]], first[1:]
    a, b = [_bare(w.text) for w in first], [_bare(w.text) for w in second]
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        paired = tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1)
        if paired and i2 - i1 > 1 and tag != "equal" and _joined(first[i1:i2]) == _joined(second[j1:j2]):
            chosen += _less_noise(first[i1:i2], second[j1:j2])
        elif paired:
            for one, two in zip(first[i1:i2], second[j1:j2], strict=True):
                chosen.append(_better(chosen, one, two))
        else:
            chosen += _better_run(chosen, first[i1:i2], second[j1:j2])
    return tuple(chosen)


def _with_end(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the words of a line with the sign that ends an act at its last word: `này.` `/.` is `này./.`."""
    if len(words) < 2 or not ACT_ENDS.fullmatch(words[-1].text) or not words[-2].text.rstrip(".")[-1:].isalnum():
        return words
    return (*words[:-2], replace(words[-2], text=words[-2].text.rstrip(".") + "./."))


def _better(before: list[Word], one: Word, two: Word) -> Word:
    """Return the better of two readings of a word; where they agree, with the confidence of both."""
    if one.text == two.text:
        return replace(one, confidence=1 - (1 - one.confidence) * (1 - two.confidence))
    slashes = len(re.findall("[/⁄]", one.text)) - len(re.findall("[/⁄]", two.text))
    if slashes and _in_code(one.text) == _in_code(two.text):  # a thin slash is the first to be lost
        return replace(one if slashes > 0 else two, box=one.box)
    whole, part = (one, two) if len(one.text) > len(two.text) else (two, one)
    if len(part.text) > 1 and whole.text.endswith(part.text) and SYMBOLS.fullmatch(whole.text):  # ink hid the rest
        return replace(whole, box=one.box, confidence=min(one.confidence, two.confidence, 0.5))
    if _figures(one.text) != _figures(two.text) and (_figures(one.text) or _figures(two.text)):
        sure, other = (one, two) if one.confidence >= two.confidence else (two, one)
        if sum(map(str.isdigit, other.text)) > sum(map(str.isdigit, sure.text)) and other.confidence > 0.5:
            sure = other
        return replace(sure, box=one.box, confidence=min(sure.confidence, 0.5))
    if one.text.rstrip("./") == two.text.rstrip("./"):  # an act ends in `./.`, of which one reading may have a stop
        return replace(max(one, two, key=lambda w: (w.text.endswith("/."), len(w.text))), box=one.box)
    context = before[-1].text if before else ""
    gain = _as_label(two.text) - _as_label(one.text) if not any(ch.isalnum() for w in before for ch in w.text) else 0.0
    better = one if _score(context, one) + BIAS >= _score(context, two) + gain else two
    return replace(better, box=one.box)


def _in_code(text: str) -> str:
    """Return letters and figures of the number of an act, however its slashes and its Đ were read; else the text."""
    found = re.fullmatch(r"(\d{1,5})[/⁄]?(\d{4}[/⁄])?([A-ZĐÐ]{2,}(?:-[A-ZĐÐ]{2,})+)", text)
    return re.sub("[ĐÐ]+", "Đ", re.sub("[/⁄]", "", text)) if found else text


def _as_label(text: str) -> float:
    """Return what speaks for the first word of a line as the number of an item: `2.` rather than `2,`, `i.`, `..`."""
    if LABEL.fullmatch(text):
        return 0.5
    return -0.5 if len(text) < 4 and text[-1] in ".,;:" else 0.0


def _better_run(before: list[Word], one: tuple[Word, ...], two: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the better of two runs of words of different length; a run against nothing must have words in it."""
    if not one or not two:
        run = one or two
        known = [w for w in run if evidence(w.text) > 0 or (one and w.confidence >= 0.5)]
        return tuple(known) if one else tuple(w for w in known if w.confidence > 0.8)
    if len(two) == 1 < len(one) and _as_figures(one) == two[0].text and two[0].confidence > DOUBLE:
        return (replace(two[0], confidence=0.5),)  # a number that fell apart: `3886.` `I` `I5`
    context = before[-1].text if before else ""

    def mean(run: tuple[Word, ...]) -> float:
        return sum(_score(context if i == 0 else run[i - 1].text, w) for i, w in enumerate(run)) / len(run)

    return one if mean(one) + BIAS >= mean(two) else two


def _as_figures(run: tuple[Word, ...]) -> str:
    """Return a run of words as one number, letters that figures are read as put back; empty where it holds others."""
    said = as_figures("".join(word.text for word in run))
    return said if NUMBER.fullmatch(said) else ""


def _joined(run: tuple[Word, ...]) -> str:
    """Return the letters and figures of a run of words."""
    return "".join(ch for word in run for ch in word.text if ch.isalnum())


def _less_noise(one: tuple[Word, ...], two: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return the run with fewer stray marks, of two that part the same letters: `PLO 3`, `PLO3 |` make no `PLO3 3`."""
    stray = [sum(not any(ch.isalnum() for ch in w.text) for w in run) for run in (one, two)]
    return one if stray[0] <= stray[1] else two


def _score(context: str, word: Word) -> float:
    return word.confidence + evidence(word.text) + _follows(context, word.text)


def evidence(text: str) -> float:
    """Return what speaks for a word by itself: 1 a word of the language, 0 unknown, less for impossible shapes."""
    bare = text.strip(".,;:!?()[]“”\"'‘’«»…/-–—")
    if not bare:
        return 0.0 if text in "-–—./()" else -0.5
    if any(ch.isdigit() for ch in bare):
        return 0.3 if re.fullmatch(r"[\w./–-]+", bare) else -0.2
    capital_inside = any(a.islower() and b.isupper() for a, b in zip(bare, bare[1:], strict=False))
    if capital_inside or re.search(r"[^\W\d_][^\w\s./&–'’-]", bare):
        return -0.4
    known = [syllables().get(part.lower()) for part in re.split(r"[/–-]", bare) if part]
    if known and None not in known:
        return 0.4 + 0.6 * min(1.0, min(count for count in known if count is not None) / COMMON)
    if bare.lower() in words("en") or (bare.isupper() and len(bare) <= 8):
        return 0.7
    return 0.0


def _follows(context: str, text: str) -> float:
    """Return how well a syllable follows the one before it, 0 to about 0.6."""
    model = shipped_model()
    last, word = (model.number.get(canonical(_bare(part).lower())) for part in (context, text))
    if last is None or word is None:
        return 0.0
    return max(0.0, 12.0 + model.pair(last, word)) / 20


def _bare(text: str) -> str:
    return unicodedata.normalize("NFC", text).strip(".,;:!?()[]“”\"'‘’«»…")


def _figures(text: str) -> str:
    return "".join(ch for ch in text if ch.isdigit())

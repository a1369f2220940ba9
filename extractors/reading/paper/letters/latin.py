"""Latin print on a page that was read with Cyrillic models: names, titles, addresses, codes of courses, Roman numbers.

Those models write all print in their own letters (`Survey` as `5игмеу`, `GMRK3301` as `СМВКЗ301`) and are unsure of
it. Such words are read again with the model of Latin letters, which is sure of Latin print and unsure of Cyrillic.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import reduce
from itertools import groupby, pairwise
from statistics import fmean

import numpy as np

from extractors.engines import EngineFailed, Image
from extractors.reading.paper.letters.abbreviations import bare, capitals_of, is_abbreviation, loses_figure
from extractors.reading.paper_tables.tabling import LATIN, Seen
from models.page import Box, Line, Word
from normalizers.triage.lexicon import words as known_words
from normalizers.unicode.twins import to_cyrillic

CYRILLIC = {"ukr": "uk", "rus": "ru", "kaz+rus": "kk"}
"""Models of Cyrillic letters, and the language whose words are no Latin print."""
UNSURE = 0.9
"""Confidence of a word in Cyrillic letters below which it may be Latin print."""
SURE, AHEAD = 0.8, 0.15
"""Mean confidence of the words of a Latin reading, at least, and by how much it must be ahead of the other one."""
KNOWN, SHORT = 4, 2
"""Letters of a word from which one of the language is no Latin print, and a sure one is none."""
WHOLE, LEAST = 0.7, 0.6
"""Share of the length of what was read that a Latin reading has, and the confidence of each of its words, at least."""
STRANGE = 0.9, 0.5
"""Confidence of both readings, at least and at most, where most words are no English ones."""
MOST = 6, 0.3
"""Latin letters of a line, and their share, from which what else is on it may be Latin print too."""
AMID = 0.9, -0.03
"""Confidence of a word, and how far it is ahead, at least, where most of the print around it is Latin: a little behind
the other reading it may be."""
PROPER = 0.95, 0.3, 5
"""The same of a word that is no English one, and its letters, where nothing around it is Latin: `Moodle`."""
NAMES = 0.9, 0.2, 8
"""The same of three or more."""
EDGE, FRAME = 4, 14
"""Pixels of the page around a run of words that is read again, and white around those."""
SHARED = re.compile(
    r"\(?(?:(?P<share>\d{1,3})(?:96| 9[06]?6?)|(?P<law>\d{2,4}-)[^\W\d_]{1,6}|(?P<level>[68])[80](?P<field>\d{5}))\W?"
)
"""What both models may be sure of: shares, whose sign is read as 96, or 906 behind a blank, numbers of laws with
Roman parts, and codes of Kazakh programmes, `6B08101`, whose letter is read as a figure."""
LIKELY = re.compile(r"\(?(?:(?P<share>\d{1,3}) ?%|(?P<law>\d{2,4}-)[IVXL]{1,6}|(?P<level>[68])[BD](?P<field>\d{5}))\W?")
"""What those are in the Latin reading, with the same figures in front."""
CODE = re.compile(r"(?=.*[DFGLNQRUVWZ].*[DFGLNQRUVWZ])[A-Z]{3,5}\d{3,5}")
"""A code of a course with two letters that no Cyrillic one looks like: both models are sure of its figures."""
NUMBER_SIGN = re.compile(r"\bN[eo]\b")
"""What that model makes of `№`, which is in Cyrillic print alone."""
ROMAN = re.compile(r"(?=.{2})[IVXil]+\.?")


def with_latin(lines: Sequence[Line], seen: Seen) -> list[Line]:
    """Return the lines of a page with what is Latin print read as such; as they are on pages in Latin letters."""
    language = CYRILLIC.get(seen.models)
    if language is None:
        return list(lines)
    known = known_words(language)
    found = _read([(line, *run) for line in lines for run in _doubtful(line.words, known)], seen, known)
    runs = {id(line): [(first, last) for of, first, last, _ in found if of is line] for line in lines}
    wider = [(line, *run) for line in lines for run in _joined(line.words, runs[id(line)], known)]
    found += _read([run for run in wider if run[1:] not in runs[id(run[0])]], seen, known)
    read = [_with(found, line) for line in lines]
    found = _read([(line, *run) for line in read for run in _amid(line.words, known)], seen, known, amid=True)
    return [_with(found, line) for line in read]


def _amid(words: Sequence[Word], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of Cyrillic letters on a line that is Latin print for the most part, but for known words."""
    letters = [ch for word in words for ch in word.text if ch.isalpha()]
    latin = sum(ch.isascii() for ch in letters)
    if latin < MOST[0] or latin < MOST[1] * len(letters):
        return
    left = [word.box is not None and not _is_word(word.text, known) for word in words]
    left = [one and not (word.text.isascii() and len(word.text) > KNOWN) for one, word in zip(left, words, strict=True)]
    for first, last in _stretches(left):
        while first < last and _is_short(words[first].text, known) and not _is_latin_word(words, first - 1):
            first += 1
        while first < last and _is_short(words[last - 1].text, known) and not _is_latin_word(words, last):
            last -= 1
        if not "".join(word.text for word in words[first:last]).isascii():
            yield first, last


def _is_short(text: str, known: frozenset[str]) -> bool:
    return bare(text).lower() in known or len(bare(text)) == 1


def _is_latin_word(words: Sequence[Word], at: int) -> bool:
    return 0 <= at < len(words) and words[at].text.isascii() and any(map(str.isalpha, words[at].text))


def _is_word(text: str, known: frozenset[str], least: int = KNOWN) -> bool:
    return len(bare(text)) >= least and bare(text).lower() in known


_Run = tuple[Line, int, int]
"""A line, and the places of a run's first word and of the one behind its last."""
_Found = tuple[Line, int, int, list[Word]]
"""A run, and what it is in Latin letters."""


def _with(found: Sequence[_Found], line: Line) -> Line:
    """Return a line with the words of its own runs in place of them; of runs that share words the longest."""
    taken: list[_Found] = []
    for run in sorted((run for run in found if run[0] is line), key=lambda run: run[1] - run[2]):
        if not any(run[1] < last and first < run[2] for _, first, last, _ in taken):
            taken.append(run)
    words = list(line.words)
    for _, first, last, latin in sorted(taken, key=lambda run: -run[1]):
        words[first:last] = latin
    return replace(line, words=tuple(words), text=None) if taken else line


def _doubtful(words: Sequence[Word], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of words of a line that may be Latin print."""
    may = [word.box is not None and not word.turn and _may_be(word, known) for word in words]
    for at, (word, behind) in enumerate(pairwise(words)):
        if word.box and behind.box and SHARED.fullmatch(f"{word.text} {behind.text}"):
            yield at, at + 2
    for at, word in enumerate(words):
        if may[at] and capitals_of(word.text):
            yield at, at + 1
            may[at] = word.confidence < UNSURE and not _is_known(word, known)
    for first, last in _stretches(may):
        if sum(ch.isalnum() for word in words[first:last] for ch in word.text) > 1:
            yield first, last


def _stretches(those: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield where each stretch of such words begins, and the place behind its end."""
    for such, places in groupby(range(len(those)), key=those.__getitem__):
        if such:
            first, *rest = places
            yield first, first + 1 + len(rest)


def _may_be(word: Word, known: frozenset[str]) -> bool:
    if SHARED.fullmatch(word.text) or capitals_of(word.text):
        return True
    return word.confidence < UNSURE and any(ch.isalnum() for ch in word.text) and not _is_known(word, known)


def _is_known(word: Word, known: frozenset[str]) -> bool:
    return _is_word(word.text, known, SHORT if word.confidence >= UNSURE else KNOWN)


def _joined(words: Sequence[Word], runs: Sequence[tuple[int, int]], known: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the runs of a line, each widened as far as no word of the language stands in its way."""
    end = 0
    for first, last in sorted(runs):
        if first < end:
            continue
        open_ = [word.box is not None and not _is_known(word, known) for word in words]
        begin = next((at + 1 for at in range(first - 1, end - 1, -1) if not open_[at]), end)
        stop = next((at for at in range(last, len(words)) if not open_[at]), len(words))
        long = [at for at in range(begin, stop) if sum(ch.isalpha() for ch in words[at].text) > SHORT]
        first, end = min((first, *long)), max((last, *(at + 1 for at in long)))
        yield first, end


def _read(runs: Sequence[_Run], seen: Seen, known: frozenset[str], *, amid: bool = False) -> list[_Found]:
    """Return the runs that are Latin print, with their words as the model of Latin letters reads them; `amid` such."""
    crops = [_crop(line.words[first:last], seen.image, seen.dpi) for line, first, last in runs]
    try:
        pages = seen.engine.read_lines([image for image, _ in crops], LATIN, seen.dpi)
    except EngineFailed:
        return []
    out = []
    for (line, first, last), page, (_, corner) in zip(runs, pages, crops, strict=True):
        own, latin = line.words[first:last], [word.shifted(*corner) for word in page.words]
        parts = [(0, len(own), latin)] if _is_latin(own, latin) else _latin_parts(own, latin, amid=amid)
        for start, stop, words in parts:
            mended = [_with_own_parts(word, own[start:stop], known) for word in words]
            out.append((line, first + start, first + stop, mended))
    return out


def _latin_parts(own: Sequence[Word], latin: Sequence[Word], *, amid: bool) -> list[tuple[int, int, list[Word]]]:
    """Return what is Latin print of a run that is not as a whole: places of its own words, and the Latin ones there.

    Amid Latin print, or where most of the letters are, what stands between is so too if it is surer.
    """
    pairs = [(at, at + 1, [word for word in latin if _meets(word, one)]) for at, one in enumerate(own)]
    pairs = [(at, to, _whole(said, own[at])) for at, to, said in pairs]
    pairs = [pair for pair in pairs if pair[2] and all(sum(_meets(w, o) for o in own) == 1 for w in pair[2])]
    found = [pair for pair in pairs if _is_latin(own[pair[0] : pair[1]], pair[2])]
    letters = sum(len(word.text) for word in own)
    if not amid and 2 * sum(len(own[start].text) for start, _, _ in found) < letters:
        return found
    return [pair for pair in pairs if pair in found or _is_surer(own[pair[0]], pair[2])]


def _whole(said: list[Word], own: Word) -> list[Word]:
    """Return what was read in the place of a word without bullets and specks beside it, if that is as long."""
    sure = [word for word in said if word.confidence >= LEAST or len(word.text) > 1]
    return sure if sum(len(word.text) for word in sure) >= WHOLE * len(own.text) else said


def _meets(one: Word, other: Word) -> bool:
    """Return whether two words stand at one place: half of the narrower is in the other."""
    if one.box is None or other.box is None:
        return False
    return one.box.across(other.box) > min(one.box.width, other.box.width) / 2


def _is_surer(own: Word, latin: Sequence[Word]) -> bool:
    sure = min(word.confidence for word in latin)
    if not any(ch.isalpha() for word in latin for ch in word.text) and any(map(str.isalpha, own.text)):
        return False
    return sure >= AMID[0] and sure - own.confidence >= AMID[1]


def _crop(words: Sequence[Word], image: Image, dpi: int) -> tuple[Image, tuple[float, float]]:
    """Return the part of a page with a run of words in a white frame, and the place of its corner in points."""
    scale = dpi / 72
    run = reduce(Box.union, (word.box for word in words if word.box))
    left, top = (max(0, int(v * scale) - EDGE) for v in (run.x0, run.y0))
    part = image[top : int(run.y1 * scale) + EDGE + 1, left : int(run.x1 * scale) + EDGE + 1]
    corner = (left - FRAME) / scale, (top - FRAME) / scale
    return np.ascontiguousarray(np.pad(part, FRAME, constant_values=255)), corner


def _is_latin(own: Sequence[Word], latin: Sequence[Word]) -> bool:
    """Return whether the Latin reading of some words is the right one: it is surer, and not in shared letters alone."""
    text = " ".join(word.text for word in latin)
    if shared := SHARED.fullmatch(" ".join(word.text for word in own)):
        likely = LIKELY.fullmatch(text)
        return likely is not None and likely.groupdict() == shared.groupdict()
    if loses_figure(" ".join(word.text for word in own), text):
        return False
    if len(own) == 1 and capitals_of(own[0].text):
        sure = min((word.confidence for word in latin), default=0.0)
        told = is_abbreviation(own[0].text, "".join(word.text for word in latin), sure)
        if told or own[0].confidence >= UNSURE:
            return told
    letters = [ch for ch in NUMBER_SIGN.sub("", text) if ch.isalpha()]
    if len(letters) < 2 or not any(ch == to_cyrillic(ch) for ch in letters):
        return False
    if len(text) < WHOLE * len(" ".join(word.text for word in own)) or min(word.confidence for word in latin) < LEAST:
        return False
    word = bare(text)
    if len(word) <= KNOWN and word.isalpha() and not word.isupper() and not ROMAN.fullmatch(word):
        return False  # a short word of another alphabet may look like an English one
    sure, before = (fmean(word.confidence for word in words) for words in (latin, own))
    strange = [_is_strange(word.text) for word in latin]
    least, lead, length = NAMES if len(latin) > 2 else PROPER
    if sure >= least and sure - before >= lead and len(letters) >= length:
        return True
    if sum(strange) > len(strange) / 2 and (sure < STRANGE[0] or before > STRANGE[1] or len(letters) < KNOWN):
        return False
    return sure >= SURE and sure - before >= (0.0 if CODE.fullmatch(text) else AHEAD)


def _is_strange(text: str) -> bool:
    """Return whether a word is no English one, no code, abbreviation or address: italics of other letters read so."""
    word = bare(text)
    plain = len(word) >= SHORT and word.isalpha() and not word.isupper() and not ROMAN.fullmatch(word)
    return plain and word.lower() not in known_words("en")


def _with_own_parts(word: Word, own: Sequence[Word], known: frozenset[str]) -> Word:
    """Return a word of the Latin reading with what is none of it as it was: the Cyrillic half of `RAG-системи`, signs
    before numbers; a Roman number in capitals."""
    if ROMAN.fullmatch(word.text):
        return replace(word, text=word.text.replace("i", "I").replace("l", "I"))
    if len(own) == 1 and own[0].text.count("-") == word.text.count("-") == 1:
        tail = own[0].text.split("-")[1]
        if tail.strip(".,;:()") in known:
            return replace(word, text=f"{word.text.split('-')[0]}-{tail}")
    return replace(word, text=NUMBER_SIGN.sub("№", word.text)) if NUMBER_SIGN.fullmatch(word.text) else word

"""Learning of the slips of engines that know Vietnamese, and of their judge, from scans and from sound text."""

import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from normalizers.garble.scans.judging import CLEAR, FEATURES, Judge, features, is_scan
from normalizers.garble.scans.rivals import Counts, Slips
from normalizers.garble.scans.sequence import Running, running
from normalizers.garble.scans.weighing import weigh
from normalizers.garble.training.aligning import align_words, replaced
from normalizers.letters import distance

_LONGEST = 3
_ALIKE = 0.4  # share of two words that agrees, below which they are no reading of each other
_UNSETTLED = 0.3  # weight of an example where both what was read and its rival are wrong
_MISPRINT, _DOUBTED = 4.0, 0.05  # odds from which a place in sound text is mostly a misprint of the corpus; its weight
_MISPRINTED = 0.002  # share of such places from which a page of a corpus is not sound
_RIDGE = 1.0
_FEW_LINES, _SOME_LINES = 3, 12


@dataclass(frozen=True)
class Scan:
    """Pages as read and as printed, line by line; an empty printed line is one that nobody transcribed."""

    name: str
    read: tuple[str, ...]
    printed: tuple[str, ...]

    @property
    def source(self) -> str:
        """What stands before the first full stop of the name."""
        return self.name.split(".")[0]

    @property
    def document(self) -> str:
        """What stands before the second full stop of the name."""
        return ".".join(self.name.split(".")[:2])


@dataclass(frozen=True)
class Examples:
    """Rows of features with whether the rival is right, and their weights."""

    rows: np.ndarray
    right: np.ndarray
    weights: np.ndarray

    def __add__(self, other: "Examples") -> "Examples":
        return Examples(*(np.concatenate(pair) for pair in zip(self._all, other._all, strict=True)))

    @property
    def _all(self) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        return self.rows, self.right, self.weights


def read_scans(folder: Path) -> list[Scan]:
    """Return the documents of a folder of `NAME.garbled.txt` beside `NAME.clean.txt`."""
    scans = []
    for path in sorted(folder.glob("*.garbled.txt")):
        name = path.name.removesuffix(".garbled.txt")
        read, printed = (
            tuple(unicodedata.normalize("NFC", " ".join(line.split())) for line in p.read_text("utf-8").split("\n"))
            for p in (path, folder / f"{name}.clean.txt")
        )
        if len(read) == len(printed):
            scans.append(Scan(name, read, printed))
    return scans


def count_slips(scans: Iterable[Scan]) -> Counts:
    """Return how often letters were read as which."""
    counts: Counts = defaultdict(float)
    for scan in scans:
        for printed, read in _words(scan):
            if printed == read:
                pieces = [(letter, letter) for letter in printed]
            elif 1 - distance(printed, read) / max(len(printed), len(read)) >= _ALIKE:
                pieces = replaced(printed, read)
            else:
                continue
            for one, other in pieces:
                if one and len(one) <= _LONGEST and len(other) <= _LONGEST:
                    counts[one, other] += 1
    return dict(counts)


def _words(scan: Scan) -> Iterator[tuple[str, str]]:
    for read, printed in zip(scan.read, scan.printed, strict=True):
        if printed:
            yield from ((one, other) for one, other in align_words(printed.split(), read.split()) if one and other)


def examples_of_scans(scans: Iterable[Scan], slips: Slips) -> Examples:
    """Return an example for every place of the scans that has a rival; of whole scans and of a few lines alone."""
    parts = [_example(part, slips) for scan in scans for part in (scan, *_parts(scan))]
    return Examples(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def examples_of_slipped(scans: Iterable[Scan], slips: Slips) -> Examples:
    """Return the examples for the judge of documents that have been seen to be scans with slips."""
    parts = [
        _example(part, slips, far=True)
        for scan in scans
        for part in (scan, *_parts(scan, _SOME_LINES, 2))
        if _is_slipped(part, slips)
    ]
    return Examples(*(np.concatenate(arrays) for arrays in zip(*parts, strict=True)))


def _is_slipped(scan: Scan, slips: Slips) -> bool:
    """Whether a document shows so many slips that it is taken for a scan."""
    text = _running(scan)
    return is_scan(sum(place.odds > CLEAR for place in weigh(text, slips)), len(text.words))


def _parts(scan: Scan, size: int = _FEW_LINES, every: int = 3) -> Iterator[Scan]:
    for start in range(0, len(scan.read), size * every):
        end = start + size
        yield Scan(scan.name, scan.read[start:end], scan.printed[start:end])


def _running(scan: Scan) -> Running:
    return running("\n".join(scan.read), [False] * len(scan.read))


def _example(scan: Scan, slips: Slips, *, far: bool = False) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    text = _running(scan)
    weighed = weigh(text, slips, far=far)
    gold = _gold_words(scan)
    kept, right, weights = [], [], []
    for index, place in enumerate(weighed):
        token = text.places[place.place]
        assert token is not None
        start, printed, read = gold.get(token.start, (0, "", ""))
        if printed:
            at = token.start - start
            mended = read[:at] + place.rival + read[at + len(token.text) :]
            gain = distance(printed, read) - distance(printed, mended)
            kept.append(index)
            right.append(gain > 0)
            weights.append(1.0 if printed == read or gain else _UNSETTLED)
    return features(text, weighed)[kept], np.array(right, float), np.array(weights)


def _gold_words(scan: Scan) -> dict[int, tuple[int, str, str]]:
    """For every offset of the text as read: where its word starts, what was printed there and what was read."""
    found: dict[int, tuple[int, str, str]] = {}
    line_start = 0
    for read, printed in zip(scan.read, scan.printed, strict=True):
        at = line_start
        for one, other in align_words(printed.split(), read.split()) if printed else ():
            if other:
                at = line_start + read.index(other, at - line_start)
                found.update((offset, (at, one, other)) for offset in range(at, at + len(other)))
                at += len(other)
        line_start += len(read) + 1
    return found


def examples_of_sound(texts: Iterable[str], slips: Slips) -> Examples:
    """Return an example, a wrong one, for every place of sound text that has a rival; pages of the corpora that an
    engine has read are left out."""
    rows = []
    for text in texts:
        tokens = running(text, [False] * (text.count("\n") + 1))
        weighed = weigh(tokens, slips)
        if sum(place.odds > _MISPRINT for place in weighed) <= _MISPRINTED * len(tokens.words):
            rows.append(features(tokens, weighed))
    matrix = np.concatenate(rows)
    return Examples(matrix, np.zeros(len(matrix)), np.ones(len(matrix)))


def learn_judge(scans: Examples, sound: Examples) -> Judge:
    """Return the judge. In sound text what looks most like a slip is mostly a misprint of the corpus, but for names."""
    names = ("odds", "title", "no_word", "plain")
    odds, title, no_word, plain = (sound.rows[:, FEATURES.index(name)] for name in names)
    doubted = (odds >= _MISPRINT) & ((title == 0) | ((no_word == 1) & (plain == 0)))
    return _fit(scans + Examples(sound.rows, sound.right, np.where(doubted, _DOUBTED, sound.weights)))


def learn_judge_of_scans(scans: Examples) -> Judge:
    """Return the judge of documents that have been seen to be scans; what is sound in them it has to spare."""
    return _fit(scans)


def _fit(examples: Examples) -> Judge:
    """Logistic regression by Newton's method."""
    mean, spread = examples.rows.mean(0), examples.rows.std(0) + 1e-9
    x = np.column_stack([np.ones(len(examples.rows)), (examples.rows - mean) / spread])
    ridge = _RIDGE * np.diag([0.0] + [1.0] * len(mean))
    weights = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1 / (1 + np.exp(-x @ weights))
        gradient = x.T @ (examples.weights * (examples.right - p)) - ridge @ weights
        hessian = (x * (examples.weights * p * (1 - p) + 1e-9)[:, None]).T @ x + ridge
        step = np.linalg.solve(hessian, gradient)
        weights += step
        if np.abs(step).max() < 1e-7:
            break
    scaled = weights[1:] / spread
    return Judge(tuple(scaled.tolist()), float(weights[0] - (scaled * mean).sum()))


def write_slips(path: Path, tables: dict[str, Counts]) -> None:
    """Write tables of counts, one for each source."""
    rows = ["# Counts of (letters printed, letters read) by source; built by normalizers.garble.training."]
    rows.append("printed\tread\tcount\tsource")
    for source, counts in sorted(tables.items()):
        ordered = sorted(counts.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
        rows += [f"{a}\t{b}\t{n:g}\t{source}" for (a, b), n in ordered if a.strip() and b.strip() and a[0] != "#"]
    path.write_text("\n".join(rows) + "\n", "utf-8")


def write_judge(path: Path, judge: Judge) -> None:
    """Write the weights of a judge by the names of its features."""
    weights = {name: round(weight, 4) for name, weight in zip(FEATURES, judge.weights, strict=True)}
    path.write_text(json.dumps({"offset": round(judge.offset, 4), "weights": weights}, indent=1) + "\n", "utf-8")


def sources_of(scans: Iterable[Scan]) -> dict[str, list[Scan]]:
    """Return the scans by their source."""
    groups: dict[str, list[Scan]] = defaultdict(list)
    for scan in scans:
        groups[scan.source].append(scan)
    return dict(groups)

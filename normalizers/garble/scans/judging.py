"""The judge: how likely it is that a rival is what was printed, by a logistic curve learned on scans and sound text."""

import json
import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.model.language import PARAMETERS, shipped_model
from normalizers.garble.model.tokens import WORD
from normalizers.garble.scans.sequence import Running, Token
from normalizers.garble.scans.weighing import Weighed

_PARAMETERS, _OF_SCANS = PARAMETERS / "slips.json", PARAMETERS / "slips_scan.json"
CLEAR = 4.0  # odds from which a place counts as a slip of the document
_SLIPPED, _SLIPPED_SHARE = 2, 0.004  # slips, and their share of the words, from which a document is taken for a scan
_COMMON = -8.0  # log probability that stands for that of a string that is no word
_WORDS, _SLIPS = 30, 0.3  # that a document is taken to have beside its own: a line alone tells little of itself
FEATURES = (
    "odds", "odds_above", "odds_below", "lead", "cost", "no_word", "no_word_odds", "here", "printed", "title",
    "title_odds", "capitals", "begins", "own_frequency", "frequency", "own_again", "again", "own_pairs", "pairs",
    "plain", "rival_plain", "length", "other_letters", "slips", "slips_odds", "sign", "sign_odds",
)  # fmt: skip


@dataclass(frozen=True)
class Judge:
    """Weights of the features, and the offset."""

    weights: tuple[float, ...]
    offset: float

    def __call__(self, features: np.ndarray) -> np.ndarray:
        """Return the probability for every row."""
        sums: np.ndarray = features @ np.array(self.weights) + self.offset
        return 1 / (1 + np.exp(-sums))


def is_scan(slips: int, words: int) -> bool:
    """Return whether a document of so many words with so many slips is taken for a scan."""
    return slips >= max(_SLIPPED, _SLIPPED_SHARE * words)


def judge_of_scans() -> Judge:
    """Return the judge of documents that have been seen to be scans with slips."""
    return shipped_judge(_OF_SCANS)


@cache
def shipped_judge(path: Path = _PARAMETERS) -> Judge:
    """Return the judge that ships with the program."""
    data = json.loads(path.read_text("utf-8"))
    return Judge(tuple(data["weights"][name] for name in FEATURES), data["offset"])


def features(text: Running, weighed: list[Weighed]) -> np.ndarray:
    """Return a row of `FEATURES` for every place."""
    if not weighed:
        return np.zeros((0, len(FEATURES)))
    seen = Counter(text.numbers.tolist())
    pairs = Counter(zip(text.numbers[:-1].tolist(), text.numbers[1:].tolist(), strict=True))
    clear = sum(place.odds > CLEAR for place in weighed)
    words = len(text.words) + _WORDS
    rows = []
    for place in weighed:
        token = text.places[place.place]
        assert token is not None
        around = int(text.numbers[place.place - 1]), int(text.numbers[place.place + 1])
        others = math.log((clear - (place.odds > CLEAR) + _SLIPS) / words)
        document = _of_document(token, place, (seen, pairs, around))
        rows.append((*_of_words(token, place), *document, *_kinds(token, place, others)))
    return np.array(rows)


def _of_words(token: Token, place: Weighed) -> tuple[float, ...]:
    odds = min(25.0, max(-8.0, place.odds))
    no_word, title = float(not token.known), float(token.title and not token.first)
    return (
        min(odds, 4.0), max(odds - 4.0, 0.0), min(odds, 0.0), min(place.lead, 6.0), place.cost, no_word,
        no_word * odds, max(place.here, -40.0), place.printed, title, title * odds, float(token.text.isupper()),
        float(token.title and token.first),
    )  # fmt: skip


def _of_document(
    token: Token, place: Weighed, document: tuple[Counter[int], Counter[tuple[int, int]], tuple[int, int]]
) -> tuple[float, ...]:
    seen, pairs, (before, behind) = document
    unigram, own = shipped_model().unigram, token.number
    unknown = own == shipped_model().number[WORD]
    mine, its = ((before != 0) * pairs[before, n] + (behind != 0) * pairs[n, behind] for n in (own, place.number))
    mine -= (before != 0) + (behind != 0)
    return (
        _COMMON if unknown else float(unigram[own]), float(unigram[place.number]),
        0.0 if unknown else math.log(seen[own]), math.log1p(seen[place.number]),
        0.0 if unknown else math.log1p(mine), math.log1p(its),
    )  # fmt: skip


def _kinds(token: Token, place: Weighed, slips: float) -> tuple[float, ...]:
    odds, sign = min(6.0, max(-8.0, place.odds)), float(not token.text.isalpha())
    return (
        float(token.text.isascii()), float(place.rival.isascii()), min(len(token.text), 6.0),
        float(bare_letters(token.text) != bare_letters(place.rival)), slips, slips * odds, sign, sign * odds,
    )  # fmt: skip

"""Train `context.npz`: `python -m normalizers.garble.training.context --corpus DIR [--steps 10000] [--out DIR]`.

Needs torch, which nothing else does (`pip install torch`). A step is 4,096 words of the corpora that are not held out;
10,000 steps take under half an hour of one core. Every word is hidden among those that a scanner's print of it
could stand for, and the words around it are as a first decoding leaves them: some of them wrong.
"""

import argparse
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import PARAMETERS, shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.model.tokens import ACRONYM, TOKEN, WORD, words_of
from normalizers.garble.search.rescoring import FAR, NEAR, SUM_SCALE
from normalizers.garble.training.scanners import CANDIDATES, Garbled, Scanners
from normalizers.garble.training.scanners import FAR as FAR_OFF
from normalizers.garble.training.sources import SOURCES, lines, runs_on

_SHARES = {"law_codified": 0.22, "wikipedia_vi": 0.30}
_RUN = 40  # lines that are taken or left together
_WORDS, _OFTEN = 7500, 2500  # printed words that are garbled, and those of them garbled three times
_WIDTH, _HIDDEN = 96, 256
_ROWS, _LENGTH = 64, 64
_MOST_SCANNERS = 60


class Corpus:
    """The corpora as numbers of the language model, and which of the frequent printed words stands there (or -1)."""

    def __init__(self, folder: Path, seed: int) -> None:
        chance, known, number = Random(seed), spellings(), shipped_model().number
        numbers: list[int] = []
        printed: list[str] = []
        for source in SOURCES:
            taken, before = True, ""
            for index, line in enumerate(lines(folder, source)):
                taken = chance.random() < _SHARES.get(source.name, 1.0) if index % _RUN == 0 else taken
                if taken and line:
                    if not runs_on(before, line):
                        numbers.append(0)
                        printed.append("")
                    words, tokens = words_of(line), TOKEN.findall(line)
                    numbers += [number.get(w, number[ACRONYM if w[0] == "^" else WORD]) for w in words]
                    printed += [
                        t if known.get(t.lower()) == number.get(canonical(t.lower()), -1) else "" for t in tokens
                    ]
                before = line
        frequent = Counter(word for word in printed if word)
        self.printed = [word for word, _ in frequent.most_common(_WORDS)]
        rank = {word: index for index, word in enumerate(self.printed)}
        self.numbers = np.array(numbers, np.int16)
        self.ranks = np.array([rank.get(word, -1) for word in printed], np.int32)


class Batches:
    """Draws batches: the words around (some wrong), and for the words in the middle their candidates and costs."""

    def __init__(self, corpus: Corpus, seed: int) -> None:
        self.corpus, self._scanners = corpus, Scanners(seed)
        self._chance = np.random.default_rng(seed)
        self._garbled: list[Garbled] = [self._new() for _ in range(4)]
        self._drawn = 0

    def _new(self) -> Garbled:
        return self._scanners.garbled(self.corpus.printed, _OFTEN)

    def draw(self) -> tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray, np.ndarray]:
        """Return words [row, place], the flat places asked, their candidates and costs, and the right one's index."""
        self._renew()
        chance, span = self._chance, np.arange(_LENGTH + 2 * FAR)
        at = chance.integers(0, len(self.corpus.numbers) - len(span), _ROWS)[:, None] + span
        gold, ranks = self.corpus.numbers[at].astype(np.int64), self.corpus.ranks[at]
        words = np.zeros((*at.shape, CANDIDATES), np.int64)
        costs = np.full((*at.shape, CANDIDATES), FAR_OFF, np.float32)
        for row in range(_ROWS):
            garbled = self._garbled[chance.integers(len(self._garbled))]
            own = np.flatnonzero(ranks[row] >= 0)
            low, high = garbled.first[ranks[row][own]], garbled.first[ranks[row][own] + 1]
            which = low + (chance.random(len(own)) * (high - low)).astype(np.int64)
            words[row, own], costs[row, own] = garbled.words[which], garbled.costs[which]
        around = self._decoded(gold, words, costs, ranks)
        inside = slice(FAR, FAR + _LENGTH)
        right = (words[:, inside] == gold[:, inside, None]) & (costs[:, inside] < FAR_OFF)
        asked = np.flatnonzero(right.any(axis=2).ravel())
        softened = costs[:, inside] * chance.uniform(0.35, 1, (_ROWS, 1, 1)).astype(np.float32)
        candidates, paid, found = (part.reshape(-1, CANDIDATES)[asked] for part in (words[:, inside], softened, right))
        return around, asked, candidates, paid, found.argmax(axis=1)

    def _renew(self) -> None:
        self._drawn += 1
        if self._drawn % (10 if len(self._garbled) < 24 else 40) == 0:
            if len(self._garbled) >= _MOST_SCANNERS:
                self._garbled.pop(int(self._chance.integers(len(self._garbled))))
            self._garbled.append(self._new())

    def _decoded(self, gold: np.ndarray, words: np.ndarray, costs: np.ndarray, ranks: np.ndarray) -> np.ndarray:
        """The words with a share of them, row by row, as wrong as the channel alone would have them."""
        chance = self._chance
        odds = np.exp(-costs + 0.7 * shipped_model().unigram[words])
        odds /= odds.sum(axis=2, keepdims=True) + 1e-9
        picked = (odds.cumsum(axis=2) < chance.random((*gold.shape, 1))).sum(axis=2).clip(0, CANDIDATES - 1)
        drawn = np.take_along_axis(words, picked[..., None], axis=2)[..., 0]
        wrong = (chance.random(gold.shape) < chance.choice((0.04, 0.1, 0.2), (_ROWS, 1))) & (ranks >= 0)
        return np.where(wrong, drawn, gold)


def train(batches: Batches, steps: int) -> dict[str, np.ndarray]:
    """Return the weights, by the names that `rescoring.ContextModel` reads."""
    import torch
    from torch.nn import functional

    torch.manual_seed(1)
    torch.set_num_threads(1)
    size = len(shipped_model().words)
    inner, outer = torch.nn.Embedding(size, _WIDTH), torch.nn.Embedding(size, _WIDTH)
    torch.nn.init.normal_(inner.weight, std=0.3)
    torch.nn.init.normal_(outer.weight, std=0.1)
    mix, last = torch.nn.Linear((2 * NEAR + 2) * _WIDTH, _HIDDEN), torch.nn.Linear(_HIDDEN, _WIDTH)
    bias = torch.nn.Parameter(torch.tensor(np.asarray(shipped_model().unigram)).clone())
    weights = [p for part in (inner, outer, mix, last) for p in part.parameters()]
    optimizer = torch.optim.Adam([*weights, bias], betas=(0.9, 0.99))
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = 3e-3 * min(1, (step + 1) / 100) * min(1, max(0.03, 2 - 2 * step / steps))
        words, asked, candidates, paid, right = (torch.from_numpy(part) for part in batches.draw())
        places = last(functional.relu(mix(_around(inner(words))))).reshape(-1, _WIDTH)[asked]
        scores = (places.unsqueeze(1) * outer(candidates)).sum(2) + bias[candidates] - paid
        loss = functional.cross_entropy(scores, right)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 50 == 0:
            print(f"step {step}: loss {loss.item():.4f}", flush=True)
    named = {"inner": inner.weight, "outer": outer.weight, "mix": mix.weight, "last": last.weight}
    biases = {"mix_bias": mix.bias, "last_bias": last.bias, "bias": bias}
    return _as_bytes({k: v.detach().numpy() for k, v in named.items()}) | {
        k: v.detach().numpy() for k, v in biases.items()
    }


def _around(inner: Any) -> Any:
    """What stands around the places in the middle: see `rescoring.ContextModel.places`."""
    from torch.nn import functional

    size = inner.shape[1] - 2 * FAR
    sums = functional.pad(inner.cumsum(1), (0, 0, 1, 0))
    near = [inner[:, FAR + at : FAR + at + size] for at in (*range(-NEAR, 0), *range(1, NEAR + 1))]
    before = sums[:, FAR - NEAR : FAR - NEAR + size] - sums[:, :size]
    behind = sums[:, 2 * FAR + 1 : 2 * FAR + 1 + size] - sums[:, FAR + NEAR + 1 : FAR + NEAR + 1 + size]
    scale = SUM_SCALE / (FAR - NEAR)
    import torch

    return torch.cat([*near, before * scale, behind * scale], 2)


def _as_bytes(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    packed: dict[str, np.ndarray] = {}
    for name, table in weights.items():
        scale = np.abs(table).max(axis=1) / 127
        packed[name] = np.rint(table / scale[:, None]).astype(np.int8)
        packed[name + "_scale"] = scale.astype(np.float32)
    return packed


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the .txt.xz corpora")
    parser.add_argument("--steps", type=int, default=10_000)
    parser.add_argument("--out", type=Path, default=PARAMETERS)
    options = parser.parse_args()
    weights = train(Batches(Corpus(options.corpus, 3), 5), options.steps)
    np.savez_compressed(options.out / "context.npz", **weights)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()

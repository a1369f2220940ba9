"""Train `context.npz`: `python -m normalizers.garble.training.context --corpus DIR [--start FILE] [--out DIR]`.

Needs torch, which nothing else does (`pip install torch`). A step is some 4,200 words of the corpora that are not held
out, 0.1 seconds of one core that multiplies bfloat16. Every word is hidden among those that a scanner's print of it
could stand for, and the words around it are as a first decoding leaves them: some of them wrong. With `--start` the
training goes on from weights, which may be of a model that saw fewer words around or had fewer units.
"""

import argparse
from array import array
from pathlib import Path
from typing import Any

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import PARAMETERS, shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.model.tokens import ACRONYM, TOKEN, WORD, words_of
from normalizers.garble.search.rescoring import FAR, NEAR, SUM_SCALES, WIDE
from normalizers.garble.training.scanners import CANDIDATES, Garbled, Scanners
from normalizers.garble.training.scanners import FAR as FAR_OFF
from normalizers.garble.training.sources import SOURCES, Source, lines, runs_on

_SHARES = {"law_codified": 0.22, "wikipedia_vi": 0.30}  # how often their words are drawn; of the others, 1.5 times
_SHARE = 1.5
_WORDS, _OFTEN, _FEWEST = 9000, 2500, 3  # printed words that are garbled, those garbled three times, occurrences
_WIDTH, _HIDDEN = 96, 512
_ROWS, _LENGTH = 24, 176
_MOST_SCANNERS = 60
_NOISE = 0.2  # of the spread of weights, by which units that grow from one unit differ


class Corpus:
    """The corpora as numbers of the language model, and which of the frequent printed words stands there (or -1)."""

    def __init__(self, folder: Path) -> None:
        self._known, self._ids = spellings(), {"": 0}
        read = [self._read(folder, source) for source in SOURCES]
        shares = np.array([_SHARES.get(source.name, _SHARE) for source in SOURCES])
        counts = sum(
            share * np.bincount(own, minlength=len(self._ids)) for share, (_, own) in zip(shares, read, strict=True)
        )
        counts[0] = 0
        frequent = [i for i in np.argsort(-counts, kind="stable").tolist() if counts[i] >= _FEWEST][:_WORDS]
        names = list(self._ids)
        self.printed = [names[i] for i in frequent]
        rank = np.full(len(names), -1, np.int32)
        rank[frequent] = np.arange(len(frequent))
        self.numbers = np.concatenate([numbers for numbers, _ in read])
        self.ranks = rank[np.concatenate([own for _, own in read])]
        sizes = np.array([len(numbers) for numbers, _ in read])
        self._starts, self._sizes = np.cumsum(sizes) - sizes, sizes
        self._drawn = shares * sizes / (shares * sizes).sum()

    def places(self, chance: np.random.Generator, rows: int, span: int) -> np.ndarray:
        """Return where so many stretches of the corpora begin."""
        source = chance.choice(len(self._sizes), rows, p=self._drawn)
        at = self._starts[source] + (chance.random(rows) * self._sizes[source]).astype(np.int64)
        return np.asarray(np.minimum(at, len(self.numbers) - span))

    def _read(self, folder: Path, source: Source) -> tuple[np.ndarray, np.ndarray]:
        number, before = shipped_model().number, ""
        numbers, printed = array("h"), array("i")
        for line in lines(folder, source):
            if line:
                if not runs_on(before, line):
                    numbers.append(0)
                    printed.append(0)
                numbers.extend(number.get(w, number[ACRONYM if w[0] == "^" else WORD]) for w in words_of(line))
                printed.extend(self._printed(token) for token in TOKEN.findall(line))
            before = line
        return np.frombuffer(numbers, np.int16), np.frombuffer(printed, np.int32)

    def _printed(self, token: str) -> int:
        """The number of a printed word, given where it is new; 0 of what is no syllable."""
        number = self._ids.get(token)
        if number is None:
            small = token.lower()
            word = self._known.get(small) == shipped_model().number.get(canonical(small), -1)
            number = self._ids.setdefault(token, len(self._ids)) if word else 0
        return number


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
        chance, span = self._chance, np.arange(_LENGTH + 2 * WIDE)
        at = self.corpus.places(chance, _ROWS, len(span))[:, None] + span
        around = self.corpus.numbers[at].astype(np.int64)
        near = slice(WIDE - FAR, WIDE + _LENGTH + FAR)  # what stands in the widest sum alone is taken as it is
        gold, ranks = around[:, near], self.corpus.ranks[at[:, near]]
        words = np.zeros((*gold.shape, CANDIDATES), np.int64)
        costs = np.full((*gold.shape, CANDIDATES), FAR_OFF, np.float32)
        for row in range(_ROWS):
            garbled = self._garbled[chance.integers(len(self._garbled))]
            own = np.flatnonzero(ranks[row] >= 0)
            low, high = garbled.first[ranks[row][own]], garbled.first[ranks[row][own] + 1]
            which = low + (chance.random(len(own)) * (high - low)).astype(np.int64)
            words[row, own], costs[row, own] = garbled.words[which], garbled.costs[which]
        inside = slice(FAR, FAR + _LENGTH)
        right = (words[:, inside] == gold[:, inside, None]) & (costs[:, inside] < FAR_OFF)
        around[:, near] = self._decoded(gold, words, costs, ranks)
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


def train(batches: Batches, steps: int, rate: float, start: Path | None) -> dict[str, np.ndarray]:
    """Return the weights, by the names that `rescoring.ContextModel` reads."""
    import torch
    from torch.nn import functional

    torch.manual_seed(1)
    torch.set_num_threads(1)
    weights = {name: torch.tensor(table, requires_grad=True) for name, table in _begun(start).items()}
    optimizer = torch.optim.Adam(weights.values(), betas=(0.9, 0.99))
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = rate * min(1, (step + 1) / 100) * min(1, max(0.03, 2 - 2 * step / steps))
        words, asked, candidates, paid, right = (torch.from_numpy(part) for part in batches.draw())
        around = _around(functional.embedding(words, weights["inner"]))
        with torch.autocast("cpu", torch.bfloat16):
            hidden = functional.relu(functional.linear(around, weights["mix"], weights["mix_bias"]))
            places = functional.linear(hidden, weights["last"], weights["last_bias"])
        places = places.float().reshape(-1, _WIDTH)[asked]
        outer = functional.embedding(candidates, weights["outer"])
        scores = (places.unsqueeze(1) * outer).sum(2) + weights["bias"][candidates] - paid
        loss = functional.cross_entropy(scores, right)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        if step % 50 == 0:
            print(f"step {step}: loss {loss.item():.4f}", flush=True)
    return _as_bytes({name: weight.detach().numpy() for name, weight in weights.items()})


def _begun(start: Path | None) -> dict[str, np.ndarray]:
    """The weights that training begins with: drawn, or grown from those of a file."""
    chance = np.random.default_rng(1)
    size, parts = len(shipped_model().words), 2 * NEAR + 4
    weights = {
        "inner": chance.normal(0, 0.3, (size, _WIDTH)),
        "outer": chance.normal(0, 0.1, (size, _WIDTH)),
        "mix": chance.uniform(-1, 1, (_HIDDEN, parts * _WIDTH)) / np.sqrt(parts * _WIDTH),
        "last": chance.uniform(-1, 1, (_WIDTH, _HIDDEN)) / np.sqrt(_HIDDEN),
        "mix_bias": np.zeros(_HIDDEN),
        "last_bias": np.zeros(_WIDTH),
        "bias": np.asarray(shipped_model().unigram),
    }
    if start is not None:
        with np.load(start) as data:
            old = {k: data[k] * data[k + "_scale"][:, None] if k + "_scale" in data else data[k] for k in weights}
        weights |= _grown(old, parts, chance)
    return {name: table.astype(np.float32) for name, table in weights.items()}


def _grown(old: dict[str, np.ndarray], parts: int, chance: np.random.Generator) -> dict[str, np.ndarray]:
    """Weights of a model with fewer words around or fewer units as those of this one, which says nearly the same."""
    units = len(old["mix"])
    source = np.arange(_HIDDEN) % units
    blocks = old["mix"].reshape(units, -1, _WIDTH)
    near = (blocks.shape[1] - 2) // 2 if blocks.shape[1] != parts else NEAR
    mix = np.zeros((_HIDDEN, parts, _WIDTH))
    mix[:, NEAR - near : NEAR + near] = blocks[source, : 2 * near]
    mix[:, 2 * NEAR : 2 * NEAR + blocks.shape[1] - 2 * near] = blocks[source, 2 * near :]
    mix += chance.normal(0, _NOISE * blocks.std(), mix.shape) if units < _HIDDEN else 0
    twins = np.bincount(source, minlength=units)[source]
    grown = {
        "mix": mix.reshape(_HIDDEN, -1),
        "mix_bias": old["mix_bias"][source],
        "last": old["last"][:, source] / twins,
    }
    return old | grown


def _around(inner: Any) -> Any:
    """What stands around the places in the middle: see `rescoring.ContextModel.places`."""
    import torch
    from torch.nn import functional

    size = inner.shape[1] - 2 * WIDE
    sums = functional.pad(inner.cumsum(1), (0, 0, 1, 0))
    near = [inner[:, WIDE + at : WIDE + at + size] for at in (*range(-NEAR, 0), *range(1, NEAR + 1))]
    wide = [
        (sums[:, WIDE + end : WIDE + end + size] - sums[:, WIDE + begin : WIDE + begin + size])
        * (scale / (end - begin))
        for (first, last), scale in zip(((NEAR, FAR), (FAR, WIDE)), SUM_SCALES, strict=True)
        for begin, end in ((-last, -first), (first + 1, last + 1))
    ]
    return torch.cat([*near, *wide], 2)


def _as_bytes(weights: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    packed: dict[str, np.ndarray] = {}
    for name, table in weights.items():
        if table.ndim == 1:
            packed[name] = table
            continue
        scale = np.abs(table).max(axis=1) / 127
        packed[name] = np.rint(table / scale[:, None]).astype(np.int8)
        packed[name + "_scale"] = scale.astype(np.float32)
    return packed


def main() -> None:
    """Train and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the .txt.xz corpora")
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--steps", type=int, help="7,000, or 3,600 from other weights on")
    parser.add_argument("--rate", type=float, help="0.003, or 0.001 from other weights on")
    parser.add_argument("--out", type=Path, default=PARAMETERS)
    options = parser.parse_args()
    on = options.start is not None
    steps, rate = options.steps or (3600 if on else 7000), options.rate or (0.001 if on else 0.003)
    options.out.mkdir(parents=True, exist_ok=True)  # before the hours, not after them
    weights = train(Batches(Corpus(options.corpus), 5), steps, rate, options.start)
    np.savez_compressed(options.out / "context.npz", **weights)  # type: ignore[arg-type]


if __name__ == "__main__":
    main()

"""Kneser-Ney smoothing with three discounts (Chen and Goodman 1999), cut-offs, and the back-off weights after them."""

import numpy as np

from normalizers.garble.model.language import BITS, STEP

_LEAST_BIGRAM, _LEAST_TRIGRAM = 1, 2
_MASK = (1 << BITS) - 1


def build(
    words: list[str], sequences: list[tuple[np.ndarray, int]], *, once: np.ndarray | None = None
) -> dict[str, np.ndarray]:
    """Return the arrays of a language model from (word numbers, weight) sequences; 0 starts a sentence.

    Triples that stand in the sequence `once` are kept though they stand there once.
    """
    keys, counts = _count(sequences)
    size = len(words)
    pairs, pair_counts = _collapse(keys >> BITS, counts)  # raw counts of (a, b) as contexts
    lower_keys, lower_counts = _continuations(keys, sequences)
    unigram = _unigram(lower_keys, size)
    bigram_lp, backoff1, kept2 = _order(lower_keys, lower_counts, unigram, least=1)
    frequent = np.isin(lower_keys, pairs[pair_counts >= _LEAST_BIGRAM]) | ((lower_keys >> BITS) == 0)
    bigram_keys, bigram_lp = lower_keys[kept2 & frequent], bigram_lp[kept2 & frequent]
    lower = unigram[bigram_keys & _MASK]
    backoff1 = _backoff(bigram_keys >> BITS, bigram_lp, lower, size)
    frequent = counts >= _LEAST_TRIGRAM
    if once is not None:
        frequent |= np.isin(keys, _count([(once, 1)])[0])
    trigram = _trigrams(keys, counts, (bigram_keys, bigram_lp, backoff1, unigram), frequent)
    return {
        "words": np.frombuffer("\n".join(words).encode(), np.uint8),
        "unigram": unigram.astype(np.float16),
        "backoff1": backoff1.astype(np.float16),
        "bigram_counts": np.bincount(bigram_keys >> BITS, minlength=size).astype(np.uint16),
        "bigram_words": (bigram_keys & _MASK).astype(np.uint16),
        "bigram": _bytes(bigram_lp),
        **trigram,
    }


def _count(sequences: list[tuple[np.ndarray, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Sorted trigram keys with their weighted counts; sequences that cross a sentence start are left out."""
    all_keys, all_counts = [], []
    for sequence, weight in sequences:
        a, b, c = sequence[:-2], sequence[1:-1], sequence[2:]
        inside = (b != 0) & (c != 0)
        keys, counts = np.unique((a << 2 * BITS | b << BITS | c)[inside], return_counts=True)
        all_keys.append(keys)
        all_counts.append(counts * weight)
    return _collapse(np.concatenate(all_keys), np.concatenate(all_counts))


def _collapse(keys: np.ndarray, counts: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    order = np.argsort(keys, kind="stable")
    keys, counts = keys[order], counts[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    return keys[starts], np.add.reduceat(counts, starts)


def _continuations(keys: np.ndarray, sequences: list[tuple[np.ndarray, int]]) -> tuple[np.ndarray, np.ndarray]:
    """Bigram keys with the number of different words before them; pairs at a sentence start with their counts."""
    inner, kinds = np.unique(keys & ((1 << 2 * BITS) - 1), return_counts=True)
    starts = np.concatenate([s[1:][(s[:-1] == 0) & (s[1:] != 0)] for s, _ in sequences])
    first, counts = np.unique(starts, return_counts=True)
    return np.concatenate([first, inner]), np.concatenate([counts, kinds])


def _unigram(bigram_keys: np.ndarray, size: int) -> np.ndarray:
    kinds = np.bincount(bigram_keys & _MASK, minlength=size).astype(float)
    kinds[1:] += 0.5
    kinds[0] = 1e-3
    return np.log(kinds / kinds.sum())


def _discounts(counts: np.ndarray) -> np.ndarray:
    """The discount of every count: of ones, twos, and threes and more."""
    n1, n2, n3, n4 = (max(1, int((counts == k).sum())) for k in (1, 2, 3, 4))
    y = n1 / (n1 + 2 * n2)
    three = [1 - 2 * y * n2 / n1, 2 - 3 * y * n3 / n2, 3 - 4 * y * n4 / n3]
    three = [min(max(d, 0.1), k - 0.1) for k, d in enumerate(three, 1)]
    return np.array([0, *three])[np.minimum(counts, 3)]


def _order(
    keys: np.ndarray, counts: np.ndarray, lower: np.ndarray, *, least: int
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Interpolated log probabilities of bigrams, the weights of the lower order, and which are kept."""
    contexts = keys >> BITS
    total = np.bincount(contexts, weights=counts, minlength=len(lower))
    discount = _discounts(counts)
    gamma = np.bincount(contexts, weights=discount, minlength=len(lower)) / np.maximum(total, 1)
    probability = (counts - discount) / total[contexts] + gamma[contexts] * np.exp(lower[keys & _MASK])
    return np.log(probability), np.log(np.maximum(gamma, 1e-6)), counts >= least


def _backoff(contexts: np.ndarray, log_p: np.ndarray, lower: np.ndarray, size: int) -> np.ndarray:
    """Log weights that make every context's probabilities sum to one, given those that are kept."""
    left = 1 - np.bincount(contexts, weights=np.exp(log_p), minlength=size)
    left_lower = 1 - np.bincount(contexts, weights=np.exp(lower), minlength=size)
    return np.log(np.clip(left, 1e-4, 1) / np.clip(left_lower, 1e-4, 1))


def _trigrams(
    keys: np.ndarray,
    counts: np.ndarray,
    bigrams: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
    frequent: np.ndarray,
) -> dict[str, np.ndarray]:
    bigram_keys, bigram_lp, backoff1, unigram = bigrams
    contexts = keys >> BITS
    place = np.minimum(np.searchsorted(bigram_keys, contexts), len(bigram_keys) - 1)
    known = bigram_keys[place] == contexts
    keys, counts, place, frequent = keys[known], counts[known], place[known], frequent[known]
    size = len(bigram_keys)
    total = np.bincount(place, weights=counts, minlength=size)
    discount = _discounts(counts)
    gamma = np.bincount(place, weights=discount, minlength=size) / np.maximum(total, 1)
    inner = keys & ((1 << 2 * BITS) - 1)
    index = np.minimum(np.searchsorted(bigram_keys, inner), size - 1)
    fallback = backoff1[inner >> BITS] + unigram[inner & _MASK]
    lower = np.where(bigram_keys[index] == inner, bigram_lp[index], fallback)
    log_p = np.log((counts - discount) / total[place] + gamma[place] * np.exp(lower))
    kept = frequent & (log_p > lower + 0.1)
    place, log_p, lower, keys = place[kept], log_p[kept], lower[kept], keys[kept]
    return {
        "backoff2": _bytes(np.minimum(_backoff(place, log_p, lower, size), 0)),
        "trigram_counts": np.bincount(place, minlength=size).astype(np.uint16),
        "trigram_words": (keys & _MASK).astype(np.uint16),
        "trigram": _bytes(log_p),
    }


def _bytes(log_p: np.ndarray) -> np.ndarray:
    return np.clip(np.rint(-log_p * STEP), 0, 255).astype(np.uint8)

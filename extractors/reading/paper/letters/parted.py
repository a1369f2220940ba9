"""Words that the engine ran together, because the print stands close: `nghiêncứuxãhội` is *nghiên cứu xã hội*.

Only the blanks are given back. A string is parted where it is no word, all its parts are Vietnamese syllables, most of
them with marks, and they are likely beside each other.
"""

from collections.abc import Iterator
from dataclasses import replace

from models.page import Word
from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.triage.lexicon import syllables

SURE = 0.93
"""Confidence from which a string is believed to be one word."""
SHORTEST, LONGEST = 5, 7
"""Letters of a string that may be several words, at least; of a syllable, at most."""
LIKELY = -7.5
"""Nats per syllable, at least, that the syllables must be worth beside each other."""
COMMON = 5
"""Binary logarithm of the count of a syllable that counts as one here."""


def bare_word(text: str) -> str:
    """Return a word without the signs around it."""
    return text.strip(".,;:!?()[]“”\"'‘’«»…")


def parted(word: Word) -> Word:
    """Return a word that is several run together with the blanks between them in `settled`; others as they are."""
    text = word.settled or word.text
    bare = bare_word(text)
    if word.confidence >= SURE or len(bare) < SHORTEST or not bare.isalpha() or bare.isascii():
        return word
    small = bare.lower()
    if small in syllables() or small in spellings() or not (bare[1:].islower() or bare.isupper() or _is_humped(bare)):
        return word
    found = _best(small)
    if found is None or 2 * sum(not part.isascii() for part in found) < len(found):
        return word
    return replace(word, settled=text.replace(bare, _as_printed(bare, found)))


def _is_humped(bare: str) -> bool:
    """Say whether capitals stand only where syllables begin: `ViệtNam`."""
    return not any(a.isupper() and b.isupper() for a, b in zip(bare, bare[1:], strict=False))


def _as_printed(bare: str, parts: tuple[str, ...]) -> str:
    at, out = 0, []
    for part in parts:
        out.append(bare[at : at + len(part)])
        at += len(part)
    return " ".join(out)


def _best(text: str) -> tuple[str, ...] | None:
    """Return the likeliest way to part a string into syllables, or None where none is likely."""
    model = shipped_model()
    ways: list[dict[str, tuple[float, tuple[str, ...]]]] = [{} for _ in range(len(text) + 1)]
    ways[0][""] = (0.0, ())
    for end in range(1, len(text) + 1):
        for start, part in _parts(text, end):
            number = model.number.get(canonical(part))
            if number is None:
                continue
            for before, (total, parts) in ways[start].items():
                left = model.number.get(canonical(before)) if before else None
                gain = model.pair(left, number) if left is not None else float(model.unigram[number])
                if part not in ways[end] or ways[end][part][0] < total + gain:
                    ways[end][part] = (total + gain, (*parts, part))
    total, parts = max(ways[-1].values(), default=(0.0, ()))
    return parts if len(parts) > 1 and total >= LIKELY * len(parts) else None


def _parts(text: str, end: int) -> Iterator[tuple[int, str]]:
    for start in range(max(0, end - LONGEST), end):
        part = text[start:end]
        if syllables().get(part, 0) >= COMMON and (len(part) > 1 or not part.isascii()):
            yield start, part

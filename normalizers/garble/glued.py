"""Vietnamese syllables run together where a text layer lost its blanks: `vềviệc`, `Căn cứTờ trình`, `số74`.

A few may be words of other tongues; a text that has many, and is sound when they are parted, has lost them.
"""

import re
from collections.abc import Iterator

from models.edits import Edit, apply
from normalizers.garble.model.alphabet import canonical, is_vietnamese
from normalizers.garble.model.language import shipped_model
from normalizers.letters import lettered
from normalizers.triage.lexicon import is_syllable
from normalizers.triage.verdicts import page_verdict

LEAST, SHARE = 8, 0.03
"""Different words run together, of syllables that go together, in a text that has lost its blanks, at least, and the
share of all such words.

Sound text on chemistry comes nearest: `ôxi`, `axít`, `nitơ` again and again.
"""
AHEAD, TOGETHER = 2.0, 0.5
"""Nats by which one way to part a word must be likelier than any other; and by which the second of two syllables that
go together is likelier behind the first than anywhere."""
SURE, UNKNOWN = 0.95, -99.0
_WORD = re.compile(r"(?<![^\W_])[^\W\d_]{3,}(?![^\W_])")
_BEFORE_FIGURE = re.compile(r"(?<![^\W_])[^\W\d_]{2,}(?=\d)")
_RISE = re.compile(lettered(r"(?<=\p{Ll})(?=\p{Lu})"))

Parts = list[tuple[str, ...]]
"""The ways in which a word may be two syllables or more."""


def glued_edits(text: str) -> tuple[Edit, ...]:
    """Return the edits, kind `garble.glued`, that part syllables run together; none where a text has few of them."""
    words = [(match, ways) for match in _WORD.finditer(text) if (ways := _ways(match[0]))]
    figures = [
        match.end() for match in _BEFORE_FIGURE.finditer(text) if _is_marked(match[0][-1]) and is_syllable(match[0])
    ]
    least = SHARE * len(text.split())
    if len(words) + len(figures) < least:
        return ()
    told = [(match, way, lead) for match, ways in words for way, lead in _likeliest(ways)]
    proofs = [match[0].lower() for match, way, lead in told if lead >= TOGETHER and len(min(way, key=len)) > 1]
    if len(set(proofs)) < LEAST or len(proofs) + len(figures) < least:
        return ()
    parted = [_edit(match.start(), match[0], " ".join(way)) for match, way, _ in told]
    edits = tuple(sorted([*parted, *(_edit(at, "", " ") for at in figures)], key=lambda edit: edit.start))
    return edits if page_verdict(apply(text, edits)).code == "sound" else ()


def _edit(start: int, before: str, after: str) -> Edit:
    return Edit(start, start + len(before), before, after, "garble.glued", confidence=SURE)


def _is_marked(letters: str) -> bool:
    return any(is_vietnamese(letter) and not letter.isascii() for letter in letters.lower())


def _ways(word: str) -> Parts:
    """Return how a word that is no syllable may be parted: at the capitals within it, else in two anywhere."""
    if not _is_marked(word) or is_syllable(word):
        return []
    pieces = _RISE.split(word)
    if len(pieces) > 1:
        return [tuple(pieces)] if all(map(is_syllable, pieces)) else []
    ways = ((word[:at], word[at:]) for at in range(1, len(word)))
    return [way for way in ways if all(map(is_syllable, way))]


def _likeliest(ways: Parts) -> Iterator[tuple[tuple[str, ...], float]]:
    """Yield the way at capitals, or the one plainly likelier than all others, and how much likelier its second syllable
    is behind the first than anywhere, in nats: less than nothing for `Quy ét`, where a mark was misread."""
    ranked = sorted(((_likelihood(*way[:2]), way) for way in ways), reverse=True)
    (best, lead), way = ranked[0]
    if lead > UNKNOWN and (len(ranked) == 1 or best - ranked[1][0][0] >= AHEAD) or _RISE.search("".join(way)):
        yield way, lead


def _likelihood(first: str, second: str) -> tuple[float, float]:
    """Return how likely one syllable behind the other is, and how much likelier that makes the second, in nats; much
    below zero where the model does not know one of them."""
    model = shipped_model()
    one, two = (model.number.get(canonical(part.lower())) for part in (first, second))
    if one is None or two is None:
        return UNKNOWN, UNKNOWN
    pair = model.pair(one, two)
    return float(model.unigram[one]) + pair, pair - float(model.unigram[two])

"""Keys of ciphered layers made whole: what the image told of some letters tells the others.

Rare letters are told by no reading of the image. Where signs are numbers that a program counted on from, a letter
stands as far from its sign as the others do; and where a word lacks one letter, the word list tells which.
"""

from collections import Counter, defaultdict
from itertools import pairwise
from unicodedata import category

from extractors.reading.layers.glyph_numbers import number_of
from models.page import Word
from normalizers.triage.lexicon import is_slavic

Sign = tuple[str | None, str]

RUN, SHARE = 8, 0.8
"""Letters that stand equally far from their signs, at least, and their share of the told ones of a font."""
SHORTEST, TELLING, TWICE = 4, 7, 2
"""Letters of a word that tells a sign, of one that tells it alone, and words that tell it otherwise."""
AGREED = 0.7
"""Share of the words with a sign that tell the same letter."""
ROUNDS = 6
"""Times that words are asked again with what others told."""
_SMALL = "абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяё"
_AROUND = "«»\"'().,:;/-–—0123456789"
_LETTERS = frozenset(_SMALL + _SMALL.upper())
_MARKS = frozenset(map(chr, range(0x21, 0x7F)))


def completed(key: dict[Sign, str], words: list[Word]) -> dict[Sign, str]:
    """Return a key with the letters that no reading told: by equal steps from their signs, then by the word list."""
    key = dict(key)
    key |= _by_steps(key, {(word.font, sign) for word in words for sign in word.text})
    for _ in range(ROUNDS):
        told = _by_words(key, words)
        if not told:
            break
        key |= told
    return key | _before_numbers(key, words)


def _before_numbers(key: dict[Sign, str], words: list[Word]) -> dict[Sign, str]:
    """Return the sign that stands alone, and before a number wherever it stands, as `№`."""
    alone: dict[Sign, bool] = {}
    for word, after in pairwise([*words, *words[-1:]]):
        for sign in set(word.text):
            numbered = key.get((after.font, after.text[:1]), after.text[:1]).isdigit()
            alone[word.font, sign] = alone.get((word.font, sign), True) and len(word.text) == 1 and numbered
    return {at: "№" for at, told in alone.items() if told and _is_open(key, at) and not at[1].isalpha()}


def _is_open(key: dict[Sign, str], at: Sign) -> bool:
    """Say whether a sign may stand for a letter that nothing told: it is read as itself, no letter and no mark."""
    sign = at[1]
    if sign in _LETTERS:
        return at not in key
    if key.get(at, sign) != sign:
        return False
    return sign.isalpha() or (not sign.isascii() and category(sign)[0] != "P") or not sign.isprintable()


def _taken(key: dict[Sign, str], signs: set[Sign]) -> dict[str | None, set[str]]:
    """Return the letters of each font that have one of its signs."""
    taken: dict[str | None, set[str]] = defaultdict(set)
    for at in signs & key.keys():
        taken[at[0]].add(key[at])
    return taken


def _by_steps(key: dict[Sign, str], signs: set[Sign]) -> dict[Sign, str]:
    """Return the letters of open signs that stand as far from them as told letters do from theirs."""
    runs: list[tuple[int, frozenset[str]]] = []
    for letters in (_LETTERS, _MARKS):
        told = {(sign, letter) for (_, sign), letter in key.items() if letter in letters and letter != sign}
        steps = Counter(ord(letter) - number_of(sign) for sign, letter in told)
        runs += [(step, letters) for step, count in steps.items() if count >= RUN]
    taken, found = _taken(key, signs), dict[Sign, str]()
    for at in signs:
        number = number_of(at[1])
        fits = {chr(number + step) for step, of in runs if number + step > 0 and chr(number + step) in of}
        if len(fits) == 1 and _is_open(key, at) and _counts_on(key, at[0], [step for step, _ in runs]):
            letter = fits.pop()
            if letter not in taken[at[0]]:
                found[at] = letter
    return found


def _counts_on(key: dict[Sign, str], font: str | None, runs: list[int]) -> bool:
    """Say whether the told letters of a font stand as far from their signs as in the runs found."""
    of_font = [(sign, letter) for (name, sign), letter in key.items() if name == font and letter in _LETTERS]
    kept = sum(ord(letter) - number_of(sign) in runs for sign, letter in of_font if letter != sign)
    return kept >= SHARE * sum(letter != sign for sign, letter in of_font)


def _by_words(key: dict[Sign, str], words: list[Word]) -> dict[Sign, str]:
    """Return the letters of open signs by the words that lack no other letter."""
    lacking: dict[Sign, set[str]] = defaultdict(set)
    small: set[Sign] = set()
    for word in words:
        for n, sign in enumerate(word.text):
            if n and key.get((word.font, word.text[n - 1]), "").islower():
                small.add((word.font, sign))
        signs = {sign for sign in word.text if _is_open(key, (word.font, sign))}
        if len(signs) == 1:
            at = (word.font, signs.pop())
            lacking[at].add("".join("?" if s == at[1] else key.get((word.font, s), s) for s in word.text))
    taken, found = _taken(key, {(word.font, sign) for word in words for sign in word.text}), dict[Sign, str]()
    for at, shapes in lacking.items():
        letter = _told(shapes)
        if letter is None:
            continue
        cased = letter if at in small or letter.upper() in taken[at[0]] else letter.upper()
        if cased not in taken[at[0]]:
            found[at] = cased
            taken[at[0]].add(cased)
    return found


def _told(shapes: set[str]) -> str | None:
    """Return the small letter that makes words of most shapes, or forms of such words; None where it is in doubt."""
    bare = {shape.strip(_AROUND).lower() for shape in shapes}
    bare = {
        shape for shape in bare if len(shape) >= SHORTEST and set(shape) - {"?"} and set(shape) - {"?"} <= set(_SMALL)
    }
    fits = {shape: [letter for letter in _SMALL if is_slavic(shape.replace("?", letter))] for shape in bare}
    known = [shape for shape in bare if fits[shape] and len(shape) > SHORTEST]
    for shape in bare:
        if not fits[shape]:
            fits[shape] = [letter for stem in known if shape.startswith(stem) for letter in fits[stem]]
    votes = Counter(letter for letters in fits.values() for letter in set(letters))
    alone = any(len(letters) == 1 and len(shape) >= TELLING for shape, letters in fits.items())
    if not votes:
        return None
    (letter, count), *others = votes.most_common(2)
    doubted = bool(others) and others[0][1] > (1 - AGREED) * count
    return letter if not doubted and (alone or count >= TWICE) else None

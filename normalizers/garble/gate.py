"""The gate: which lines of a text the engine may touch. Sound lines and other languages pass as they are."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.tokens import TOKEN, WORD, number_class
from normalizers.garble.search.chunks import split_lines
from normalizers.garble.search.loose_marks import count_loose_marks
from normalizers.letters import lettered
from normalizers.triage.foreign import foreign_around
from normalizers.triage.tokens import is_english, kind_of

_REACH = 8  # lines with words before and after that speak for a line
_GARBLED = 0.15  # share of words that cannot be words from which on a passage is garbled
_MOSTLY = 0.3  # the same share for a text that is garbled nearly everywhere: a passage needs less to be so too
_MARKED = 0.4  # share of words with their marks from which on odd words are formulas or names, not garble
_STRANGE = 0.6  # share of words next to impossible after the words before them: garble with marks of another language
_BROKEN, _STRANGE_TOO = 0.2, 0.45  # share of words that cannot be words from which on fewer strange ones will do
_OPEN = 0.7  # share of lines that are garbled from which on strange words alone open the others
_STRANGE_LINE = 0.15  # the same share for a line in such a passage
_IMPOSSIBLE = -8.0  # log probability of such a word, in nats
_TELLING = 60  # words from which on a text shows by its share of syllables that it is not Vietnamese
_SYLLABLES = 0.1  # that share: of 30 garbled layers by eight engines none had less than 0.16, English has 0.07 at most
_FEW_MARKED, _WELL = 3, 0.6  # words with their marks, and their share, by which a line is known as read well
_OWN = re.compile("[ăđơưĩũạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)  # Vietnamese alone has them
_SMALL = re.compile(lettered(r"\p{Ll}{3}"))  # in half of the lines: no text in capitals
_CAPITALS = 0.9  # share of capitals among the letters from which on a text is judged as if it had none
_FEWEST = 12  # words that a passage must have to be judged by its word sequences
_ENGLISH = 0.6  # share of English words from which on a line is English, whatever else stands in it
_FOREIGN = re.compile(r"[a-z]{9,}", re.IGNORECASE)  # longer than any syllable however misread: a name or a term
_FOUR_LETTERS = re.compile("[a-z]{4}", re.IGNORECASE)  # shorter garble is too often an English word by chance
_INDEXED = re.compile(r"[\d*/+-]*[A-Za-z]\w{0,7}\[\w{1,3}\][;,.]?")  # `x[i]` of a formula or a program
_COMMAND = re.compile(r"\S*(?<![^\W_])\\[a-z]{2,}\S*", re.IGNORECASE)  # `\vec` of a formula set in TeX
_WORDS = ("marked", "plain", "english", "cyrillic", "unknown", "broken")


def garbled_lines(text: str) -> list[bool]:
    """Return, for every line, whether it is garbled Vietnamese: among broken words and not sound itself."""
    lines = uncapitalised([line for _, line in split_lines(text)])
    kinds = [_kinds(line) for line in lines]
    for kind, loose in zip(kinds, count_loose_marks(lines), strict=True):
        kind["broken"] += loose  # the words that they part are syllables without marks, or their ends
    worded = [index for index, line in enumerate(lines) if any(c.isalpha() for c in line)]
    verdicts = [False] * len(kinds)
    held = sum(kinds, Counter())
    if held["cyrillic"] * 2 > sum(held[word] for word in _WORDS):
        return verdicts  # a Cyrillic text holds names and code in Latin letters, and no Vietnamese
    words = sum(held[word] for word in _WORDS)
    if words >= _TELLING and held["plain"] + held["marked"] < _SYLLABLES * words:
        return verdicts  # however garbled, one syllable in six comes through: this is another language, or code
    foreign = foreign_around([lines[index] for index in worded], _REACH)
    if sum(foreign) > 0.5 * len(worded):
        return verdicts  # its tables and code are no Vietnamese either
    limit = _GARBLED if _share(held) < _MOSTLY else _GARBLED / 3
    strangeness = cache(lambda: _strangeness([lines[index] for index in worded]))
    for place, (index, window) in enumerate(zip(worded, _windows([kinds[i] for i in worded]), strict=True)):
        if _share(window) < limit or foreign[place]:
            continue
        if window["marked"] > _MARKED * sum(window[word] for word in _WORDS):
            around, own = strangeness()
            many = sum(window[word] for word in _WORDS) >= _TELLING
            least = _STRANGE_TOO if many and _share(window) >= _BROKEN else _STRANGE
            verdicts[index] = bool(around[place] >= least and own[place] >= _STRANGE_LINE)
        else:
            verdicts[index] = not (_sound(kinds[index]) and _is_marked(lines[index]))
    if sum(verdicts) > _OPEN * len(worded):
        around, own = strangeness()
        for place, index in enumerate(worded):
            verdicts[index] |= bool(around[place] >= _STRANGE and own[place] >= _STRANGE_LINE) and not foreign[place]
    return verdicts


def _windows(kinds: Sequence[Counter[str]]) -> Iterator[Counter[str]]:
    """Yield, for every line, how many words of each kind the lines around it hold; the counter is the same object."""
    window: Counter[str] = Counter()
    for kind in kinds[:_REACH]:
        window.update(kind)
    for place in range(len(kinds)):
        if place + _REACH < len(kinds):
            window.update(kinds[place + _REACH])
        if place > _REACH:
            window.subtract(kinds[place - _REACH - 1])
        yield window


def unread_lines(text: str) -> list[bool]:
    """Return the same for a text that an engine read: a line most of whose words carry their marks is none.

    Heads of tables stand among codes and figures, and their words say little of one another. Marks that other
    languages have, too, tell nothing: engines of French or Portuguese write them into garble.
    """
    lines = [line for _, line in split_lines(text)]
    garbled = garbled_lines(text)
    return [shut and not _reads_well(line) for shut, line in zip(garbled, lines, strict=True)]


def _reads_well(line: str) -> bool:
    kinds = _kinds(line)
    marked = kinds["marked"]
    if marked < max(_FEW_MARKED, _WELL * sum(kinds[word] for word in _WORDS)):
        return False
    return _is_marked(line)


def _is_marked(line: str) -> bool:
    """Whether half of the words with marks have such as Vietnamese alone has."""
    marked = [token for token in line.split() if _kind(token) == "marked"]
    return 2 * sum(_OWN.search(token) is not None for token in marked) >= len(marked)


def uncapitalised(lines: list[str]) -> list[str]:
    """Return the lines, in small letters where nearly all are capitals: there these are no sign of codes and names."""
    if 2 * sum(_SMALL.search(line) is not None for line in lines) > len(lines):
        return lines
    capitals = sum(sum(map(str.isupper, line)) for line in lines)
    letters = capitals + sum(sum(map(str.islower, line)) for line in lines)
    return [line.lower() for line in lines] if capitals > _CAPITALS * letters else lines


def _kinds(line: str) -> Counter[str]:
    """The kinds of the tokens of a line; `the` and `to` of an English line are English, not plain syllables."""
    tokens = line.split()
    kinds = Counter(_kind(token) for token in tokens)
    shared = sum(kind_of(token) == "plain" and is_english(token) for token in tokens)
    words = sum(kinds[word] for word in _WORDS)
    telling = sum(kind_of(token) == "english" and _FOUR_LETTERS.search(token) is not None for token in tokens)
    if telling >= 3 and kinds["english"] + shared >= _ENGLISH * words:
        return Counter(english=words)
    return kinds


def _kind(token: str) -> str:
    kind = kind_of(token)
    if (kind == "unknown" and _FOREIGN.search(token)) or (
        kind == "broken" and (_INDEXED.fullmatch(token) or _COMMAND.search(token))
    ):
        return "neutral"
    return kind


def _strangeness(lines: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The share of words that are next to impossible in their context: in the passage around every line, and in it."""
    model, unknown = shipped_model(), shipped_model().number[WORD]
    numbers, places = [0, 0], []
    counted: list[bool] = []
    for place, line in enumerate(lines):
        for token in TOKEN.findall(_COMMAND.sub(" ", line)):
            name = number_class(token) if token[0].isdigit() else canonical(token.lower())
            numbers.append(model.number.get(name, unknown))
            counted.append(token.isalpha() and not is_english(token) and not (token.isupper() and len(token) < 5))
            places.append(place)
    array, own = np.array(numbers), np.array(counted, bool)
    scores = model.after_two(array[:-2], array[1:-1], array[2:])
    strange = own & ((scores < _IMPOSSIBLE) | (array[2:] == unknown))
    words = np.bincount(places, weights=own, minlength=len(lines))
    odd = np.bincount(places, weights=strange, minlength=len(lines))
    reach = np.ones(2 * _REACH + 1)
    around = np.convolve(words, reach)[_REACH:-_REACH]
    odd_around = np.convolve(odd, reach)[_REACH:-_REACH]
    shares = np.where(around >= _FEWEST, odd_around / np.maximum(around, 1), 0.0)
    return shares, np.where(words > 0, odd / np.maximum(words, 1), 1.0)


def _share(kinds: Counter[str]) -> float:
    total = sum(kinds[word] for word in _WORDS)
    return (kinds["broken"] + 0.5 * kinds["unknown"]) / total if total else 0.0


def _sound(kinds: Counter[str]) -> bool:
    """Whether a line in a garbled passage needs nothing: nearly all words hold, and many carry their marks."""
    total = sum(kinds[word] for word in _WORDS)
    odd = kinds["broken"] + kinds["unknown"]
    if kinds["cyrillic"] * 2 > total:
        return True
    if kinds["english"] >= 3 and kinds["english"] + kinds["unknown"] >= 0.9 * total:
        return True
    return total >= 2 and not odd and kinds["marked"] >= 0.5 * total

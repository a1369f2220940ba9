"""Text that has lost all its marks (`Cong nghe thong tin`): its sentences get them back, all else stays.

No letter is misread here, so nothing is searched for: a word is one of the few syllables with its letters, or is kept.
Numbers, codes, capitals and words of other languages are never touched, and names only where they are sure.
"""

import math
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache

from models.edits import Doubt, Edit
from normalizers.garble.gate import uncapitalised
from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import foreign, in_case, spellings
from normalizers.garble.model.tokens import ACRONYM, MARK_OF, WORD, number_class
from normalizers.garble.search.chunks import split_lines
from normalizers.garble.search.decoding import Choice, Position, decode
from normalizers.garble.search.readings import Reading
from normalizers.garble.search.rescoring import said_around
from normalizers.triage.tokens import is_english

_PIECE = re.compile(r"[^\s/–-]+|[/–-]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_EDGES = re.compile(r"([^\w\s\\]*)(.*?)([^\w\s]*)")
_EARLY = re.compile("(?!qu).*(?:o[ae]|uy)")  # the first of the two vowels bears the tone: `hóa`, but `hoàn`, `quá`
_MARK = re.compile("[\u00c0-\u024f\u1e00-\u1eff]")
_FEWEST, _FEW = 12, 40  # words that show a text to have lost its marks, and up to which nearly all must be syllables
_KINDS = 2.5  # different words of a text, by the square root of all: a table of signs has fewer
_MARKED = 0.01  # share of words with marks up to which it has lost them all
_PLAIN, _PLAIN_SHORT = 0.85, 0.9  # share of words that are syllables but for their marks, in a text and in a short one
_PLAIN_LINE = 0.7  # and in a line of it
_SMALL = 0.5  # share of words of a text that begin with a small letter: names and code tell nothing of their marks
_SENTENCE = 5  # words of a line in capitals from which on it is a sentence and no name
_PLAIN_AT_ALL = 0.4  # and in a line of a text that an engine misread
_ODD_WORDS, _ODD = 3, 0.0025  # different words with one wrong letter, and their share, in a text that an engine misread
_SHORTEST = 4  # letters of such a word
_AHEAD, _AHEAD_IN_CAPITALS, _AHEAD_FOR_NAMES = 1.0, 3.0, 7.0  # nats by which a reading must be ahead
_CURVE, _CURVE_OF_CAPITALS, _CURVE_OF_NAMES = (0.4, 1.0), (-0.5, 1.0), (-1.2, 1.0)
"""Offset and slope of the logistic curves from nats to confidence."""
_TOP = 0.995
_KEPT_WORD, _ENGLISH_WORD = 9.0, 4.0  # nats for a word that is none of the syllables with its letters


@cache
def _syllables() -> dict[str, tuple[tuple[str, int], ...]]:
    """Return, for the bare letters of every syllable, the syllables with their numbers in the language model.

    Of two spellings of one (`hóa`, `hoá`) the one that acts print is taken.
    """
    found: dict[str, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for word, number in spellings().items():
        found[bare_letters(word)][number].append(word)
    return {
        bare: tuple(
            (sorted(words, key=_mark_place)[0 if _EARLY.fullmatch(bare) else -1], n) for n, words in own.items()
        )
        for bare, own in found.items()
    }


def _mark_place(word: str) -> list[int]:
    return [index for index, char in enumerate(word) if not char.isascii()]


def unmarked_lines(text: str) -> list[bool]:
    """Return, for every line, whether it is Vietnamese in a text of sentences that has lost all its marks."""
    lines = [line for _, line in split_lines(text)]
    if len(_MARK.findall(text)) > _MARKED * len(text):
        return [False] * len(lines)
    cores = [[core for piece in line.split() if _WORD.fullmatch(core := _core(piece)[1])] for line in lines]
    words = [core for own in cores for core in own]
    if len(words) < _FEWEST or len(set(words)) < _KINDS * len(words) ** 0.5:
        return [False] * len(lines)
    if _share(words) < (_PLAIN_SHORT if len(words) < _FEW else _PLAIN):
        return [False] * len(lines)
    marked = sum(_MARK.search(core) is not None for core in words)
    running = sum(core[0].islower() for core in words)
    running += sum(len(own) for own, line in zip(cores, lines, strict=True) if _is_sentence(line, own))
    if marked > _MARKED * len(words) or running < _SMALL * len(words):
        return [False] * len(lines)
    return [bool(own) and _share(own) >= _PLAIN_LINE for own in cores]


def _is_sentence(line: str, words: Sequence[str]) -> bool:
    """Whether a line in capitals has too many words for a name."""
    return line.isupper() and len(words) >= _SENTENCE


def misread_lines(text: str, unmarked: Sequence[bool]) -> list[bool]:
    """Return, for every line of a text without marks, whether it was read from a picture: where an engine lost the
    marks it took letters for others too (`trwong`, `HQI`, `t4`). No line is where the words are spelled right."""
    lines = uncapitalised([line for _, line in split_lines(text)])
    words = [_core(piece)[1] for line, lost in zip(lines, unmarked, strict=True) if lost for piece in line.split()]
    small = [word for word in words if word[:1].islower() and len(word) > 1]
    odd = [word for word in small if _is_odd(word)]
    if len(set(odd)) < _ODD_WORDS or len(odd) < _ODD * len(small):
        return [False] * len(lines)
    cores = [[core for piece in line.split() if _WORD.fullmatch(core := _core(piece)[1])] for line in lines]
    return [lost or (bool(own) and _share(own) >= _PLAIN_AT_ALL) for lost, own in zip(unmarked, cores, strict=True)]


def _is_odd(word: str) -> bool:
    """Whether a word in small letters is none, but would be with another letter in the place of one."""
    if len(word) < _SHORTEST or not word.isascii() or not word.islower() or word in _syllables() or word in foreign():
        return False
    return not is_english(word) and any(word[:at] + "_" + word[at + 1 :] in _gapped() for at in range(1, len(word)))


@cache
def _gapped() -> frozenset[str]:
    """Return the bare letters of the syllables with a gap in the place of each letter but the first."""
    return frozenset(bare[:at] + "_" + bare[at + 1 :] for bare in _syllables() for at in range(1, len(bare)))


def _share(words: list[str]) -> float:
    """The share of words that are syllables but for their marks."""
    return sum(word.lower() in _syllables() for word in words) / max(1, len(words))


def _core(piece: str) -> tuple[str, str, str]:
    return _EDGES.fullmatch(piece).groups()  # type: ignore[union-attr, return-value]


def restore_marks(text: str, unmarked: Sequence[bool]) -> tuple[tuple[Edit, ...], tuple[Doubt, ...]]:
    """Return the edits that give the words of these lines their marks, and the places left in doubt."""
    places: list[tuple[int, str, bool]] = []  # where, what, whether in a sentence in capitals
    positions: list[Position] = []
    for number, (offset, line) in enumerate(split_lines(text)):
        heading, pieces = line.isupper(), list(_PIECE.finditer(line)) if unmarked[number] else []
        sentence = _is_sentence(line, [piece.group() for piece in pieces if _WORD.search(piece.group())])
        for index, match in enumerate(pieces):
            positions.append(Position(_readings(match.group(), heading=heading), index == 0))
            places.append((offset + match.start(), match.group(), sentence))
    choices = decode(positions, shipped_model(), said_around)
    edits: list[Edit] = []
    doubts: list[Doubt] = []
    for index, ((begin, piece, sentence), choice) in enumerate(zip(places, choices, strict=True)):
        if choice.reading is None or choice.reading.text == piece:
            continue
        curve, ahead = _CURVE, _AHEAD
        if sentence:
            curve, ahead = _CURVE_OF_CAPITALS, _AHEAD_IN_CAPITALS
        elif _in_name(choices, index):
            curve, ahead = _CURVE_OF_NAMES, _AHEAD_FOR_NAMES
        level, slope = curve
        confidence = round(_TOP / (1 + math.exp(-level - slope * min(choice.margin, 20.0))), 3)
        after, end = choice.reading.text, begin + len(piece)
        if choice.margin < ahead:
            doubts.append(Doubt(begin, end, piece, "low_confidence", after, confidence))
        else:
            edits.append(Edit(begin, end, piece, after, "garble.marks", choice.reading.cost, confidence))
    return tuple(edits), tuple(doubts)


def _readings(piece: str, *, heading: bool) -> list[Reading]:
    """The readings of a string between blanks: the syllables with its letters, or itself."""
    lead, core, trail = _core(piece)
    ends = tuple(shipped_model().number[mark] for mark in dict.fromkeys(MARK_OF.get(c, "") for c in trail[:1]) if mark)
    case = "title" if core.istitle() else "lower" if core.islower() else "upper" if heading else ""
    found = _syllables().get(core.lower(), ()) if case and core.isascii() else ()
    readings = [
        Reading(lead + in_case(word, case) + trail, (number, *ends), 0.0, "garble.word", ((core, word, case),))
        for word, number in found
    ]
    name, cost = _kept(core, bool(found))
    return [*readings, Reading(piece, (shipped_model().number[name], *ends), cost, "kept")]


def _kept(core: str, may_be_syllable: bool) -> tuple[str, float]:
    """The class in the language model of a string as it stands, and what it costs to leave it."""
    if not core:
        return "-", 0.0
    if core.replace(".", "").replace(",", "").isdigit():
        return number_class(core), 0.0
    name = core.lower() if core.lower() in foreign() else ACRONYM if core.isupper() else WORD
    if not may_be_syllable:
        return name, 0.0
    return name, _ENGLISH_WORD if name == core.lower() else _KEPT_WORD


def _in_name(choices: list[Choice], at: int) -> bool:
    """Whether a word with a capital stands beside another one."""

    def title(place: int) -> bool:
        reading = choices[place].reading if 0 <= place < len(choices) else None
        return reading is not None and reading.text.strip(".,;:()")[:1].isupper()

    return title(at) and (title(at - 1) or title(at + 1))

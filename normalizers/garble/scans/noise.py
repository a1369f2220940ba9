"""Lines of scans in which nothing is printed: what an engine made of a seal, a signature or a fold (`_A«—`).

Only a line that cannot be text is taken for noise: signs that scans draw stand in it, and no word, no name, no number
that says anything. The edit keeps what was read.
"""

import re
import unicodedata
from collections.abc import Iterator

from normalizers.garble.model.alphabet import VIETNAMESE_LETTERS, split_tone
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.margins import BEGINS
from normalizers.garble.scans.numbers import Change
from normalizers.garble.spans.acronyms import inventory_names
from normalizers.triage.tokens import is_english

_STRONG = frozenset("\\^ˆ_`´¨‹›⁄¿¡£¢¬¦~")  # signs that strokes of a pen are read as
_WEAK = frozenset("«»€©®—“”„‘‹°†¥§¶*#|+")  # those that texts have too
_SPECKS = frozenset(
    (".", ",", "'", '"', ":", ";", "’", "‘", "“", "”", ". .", ". :", ": .", "' '", ".'", "'.")
)  # alone on a line
_FORMULA = frozenset("=≤≥≠∈∑√∫{}<>%$&@:")
_RUN, _DIGITS = re.compile(r"[^\W\d_]+"), re.compile(r"\d{3}|\d[.,/]\d")
_WITHIN = re.compile(r"(?<=\w)[\\^_~⁄](?=\w)")  # such a sign inside a formula or a name of a file
_MIXED = re.compile(r"(?<!\w)(?:\d+[^\W\d_]+|[^\W\d_]+\d)")
_REGISTRY = re.compile(r"(?<!\w)VT[.,;]?$")  # where acts are kept: the last of those who get one
_SHORT = 2  # letters of a word that may be noise where it has no mark
_TAIL = re.compile(r"(?<=[^\W\d_][.;])(?: [-–—])? (\w{1,2})$")
_TAILS = frozenset(("a", "b", "c", "à", "á", "ở", "ý", "ô", "ơ", "í", "ừ", "i", "v", "x"))
_FEW = 3  # signs of a line that is noise where one of them is drawn by a pen and no two letters stand together
_LONGEST = 4  # letters that stand together in noise
_LEAST, _LEAST_OF_FORMULA, _LEAST_WITH_WORD = 1.5, 3.0, 5.0  # weight of the signs from which on a line is noise


def noise_changes(text: str) -> Iterator[Change]:
    """Yield the lines to be emptied."""
    offset = 0
    lines = text.split("\n")
    width = sorted(map(len, lines))[-max(1, len(lines) // 4)]
    for number, line in enumerate(lines):
        bare = line.strip()
        if match := _TAIL.search(line):
            behind = next(filter(str.strip, lines[number + 1 :]), "").strip()
            wide = width <= len(line) + _SHORT or bool(BEGINS.match(behind))
            if _is_margin(match[1], wide) and not behind[:1].islower():
                yield offset + match.start(), match.group(), "", "garble.noise"
        elif bare and "\t" not in line and _is_noise(bare):
            yield offset + line.index(bare), bare, "", "garble.noise"
        offset += len(line) + 1


def _is_margin(tail: str, wide: bool) -> bool:
    """Whether what stands behind the end of a sentence, at the end of a line, is dirt of the margin."""
    if not wide or tail.lower() in _TAILS:
        return False
    return len(tail) == 1 and tail.isalpha() and (tail.isupper() or not tail.isascii())


def _is_noise(line: str) -> bool:
    line = line.replace("ˆ", "^")  # it counts as a letter
    runs = _RUN.findall(line)
    if any(len(run) > _LONGEST or not _is_latin(run) for run in runs) or _DIGITS.search(line):
        return False
    if sum(run.isascii() and run.isupper() and len(run) >= _SHORT for run in runs) >= _SHORT and line[-1] in ";.":
        return False  # short names of those who get an act, behind dirt
    words = sum(map(_is_word, runs))
    if _REGISTRY.search(line):
        return False
    signs = _WITHIN.sub("", line)
    strong = sum(sign in _STRONG for sign in signs) + sum(map(_is_stray, runs))
    weak = sum(sign in _WEAK for sign in signs) + len(_MIXED.findall(line)) + sum(map(_is_no_word, runs))
    if line in _SPECKS:
        return True
    if not runs:
        return bool(set(signs) & _STRONG) and (len(line) == 1 or len(set(signs) - {" "}) > 1)
    if _STRONG & set(signs) and len(line.replace(" ", "")) <= _FEW and all(len(run) == 1 for run in runs):
        return True
    if words:
        return words == 1 and strong >= _LEAST_WITH_WORD
    return strong >= 1 and strong + weak / 2 >= (_LEAST_OF_FORMULA if set(line) & _FORMULA else _LEAST)


def _is_word(run: str) -> bool:
    """Whether letters that stand together say something."""
    if len(run) <= _SHORT:
        return len(run) == _SHORT and not run.isascii() and run.lower() in spellings()
    return run.lower() in spellings() or run in inventory_names() or is_english(run)


def _is_latin(run: str) -> bool:
    return all(unicodedata.name(letter, "").startswith("LATIN") for letter in run)


def _is_stray(run: str) -> bool:
    """Whether a letter with a tone mark stands alone, or one that Vietnamese does not have."""
    if len(run) == 1 and split_tone(run.lower())[1] > 0:
        return True
    return any(not letter.isascii() and letter not in VIETNAMESE_LETTERS for letter in run)


def _is_no_word(run: str) -> bool:
    return run.lower() not in spellings() and (len(run) > 1 or run.islower())

"""Marks settled by the language: a tone or a hook that the engine was unsure of, decided by the words around it.

Only marks are settled, letters never: `sửa đối` is `sửa đổi`. Figures, codes and names are left alone, and a word the
engine was sure of too. Words keep what was read; what they should be stands beside it, and repair makes edits of it.
One sign is settled beside figures: `ó`, which no number has, is what the Vietnamese model makes of a 6 (`tháng ó`).
And one letter that was read as two: the model has two signs for Đ and gives both of them (`QĐÐ-ĐHQG`).
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from extractors.reading.paper.letters.parted import bare_word, parted
from extractors.reading.paper.letters.strokes import in_code, with_capital, with_day, with_lone_one
from models.page import Word
from normalizers.garble.model.alphabet import bare_letters, canonical
from normalizers.garble.model.language import shipped_model
from normalizers.garble.spans.persons import is_listed, is_title
from normalizers.garble.spans.surnames import families_of
from normalizers.triage.lexicon import syllables
from normalizers.values.names import surnames

VIETNAMESE = ("vie", "Vietnamese", "vie+eng")
"""Models whose readings are settled so."""
SURE = 0.93
"""Confidence from which a word's marks are believed."""
MARGIN, PER_CONFIDENCE = 2.5, 5.0
"""Nats by which another marking must be likelier: for a word of no confidence, and what a full one adds."""
DOTTED_SURE, DOTTED_MARGIN = 0.98, 2.3
"""The same where the dot of an i may have been taken for a hook or a dot below (`chỉ tiết`), which the engine is
nearly always sure of. Of 730,000 words of sound text 9 would change by it, were they all read so: `quỉ`, `nghỉ lễ`."""
UNKNOWN = -16.0
"""Log probability of a word that the model has not."""
COUNTED = ("ngày", "tháng", "năm", "quý", "điều", "khoản", "mục", "chương", "phần", "số", "bảng", "tiết", "tuần", "lần")
"""Words after which a number stands."""
ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{1,3}|V|(?<=X))")
NUMBERED = ("chương", "phần", "mục")
"""Words after which a Roman number stands."""
LEAST, MOST = 2, 3
"""Names behind the family name, where no title tells of a person."""
GAP = 1.5
"""Heights of a word from which what follows stands in another column."""
ENDS = ",.;:)"


def settle(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Return a line's words, unsure ones whose marks the language has otherwise with those as `settled`."""
    out = [_with_one_d(_with_six(word, words[place - 1].text if place else "")) for place, word in enumerate(words)]
    out = [with_lone_one(out, place) for place in range(len(out))]
    out = [in_code(with_capital(with_day(out, place))) for place in range(len(out))]
    if len(out) > 2 and re.fullmatch(r"[ÌÍĨ][.)]", out[0].text):  # no numeral and no letter of a list has a tone
        out[0] = replace(out[0], settled="1" + out[0].text[1:])
    out = [_with_ones(word, out[place - 1].text if place else "") for place, word in enumerate(out)]
    for place, word in enumerate(words):
        if (
            out[place].settled is None
            and word.confidence < (DOTTED_SURE if _is_dotted(word.text) else SURE)
            and _is_open(words, place)
        ):
            before = (out[place - 1].settled or out[place - 1].text) if place else ""
            after = words[place + 1].text if place + 1 < len(words) else ""
            text = _settled(word, before, after)
            if text != word.text:
                out[place] = replace(word, settled=text)
    out = [with_surname(out, place) if word.settled is None else word for place, word in enumerate(out)]
    return tuple(parted(word) for word in out)


def _with_six(word: Word, before: str) -> Word:
    """Return a word whose `ó` is a 6 with that as `settled`: beside a figure, or alone where a number must stand."""
    among = re.search(r"\dó|ó\d", word.text) and not re.search(r"[^\W\d_ó]ó|ó[^\W\d_ó]", word.text)
    alone = re.fullmatch(r"ó[.,;:)]?", word.text) and bare_word(before).lower() in COUNTED
    joined = re.fullmatch(r"(?:Điều|điều|tháng|khoản)ó[.,;:]?", word.text)
    return replace(word, settled=word.text.replace("ó", "6")) if among or alone or joined else word


def _with_ones(word: Word, before: str) -> Word:
    """Return a Roman number in which ones were read as an H or as a small l, with the number as `settled`."""
    if not set(word.text) & set("Hl|") or bare_word(before).lower() not in NUMBERED:
        return word
    bare = word.text.rstrip(".:").replace("l", "I").replace("|", "I")
    if len(bare) > 2 and bare != "III" and set(bare) <= {"I", "H"}:  # no number has more strokes than three
        return replace(word, settled="III" + word.text[len(bare) :])
    if bare == "H" and bare_word(before).lower() != "chương":  # parts and sections may have letters
        return word
    found = next((said for ones in ("II", "I") if ROMAN.fullmatch(said := bare.replace("H", ones))), None)
    return replace(word, settled=found + word.text[len(bare) :]) if found else word


def _with_one_d(word: Word) -> Word:
    """Return a word in which one Đ was read as two signs with one of them as `settled`; `ĐĐ` of one sign stays.

    An i whose dot ran into it is read as the mark that opens a Spanish exclamation: no letter follows that here.
    """
    if re.match(r"¡[^\W\d_]", word.text):
        return replace(word, settled="i" + word.text[1:])
    if word.confidence >= SURE:
        return word
    text = re.sub("(?<=Q)(?:ĐÐ|ÐĐ)(?=-|$)|(?:ĐÐ|ÐĐ)(?=H)", "Đ", word.text)
    return replace(word, settled=text) if text != word.text else word


def _is_dotted(text: str) -> bool:
    """Return whether a word has the letter that an i with its dot is misread as; `chị` is a word of its own."""
    bare = unicodedata.normalize("NFC", bare_word(text)).lower()
    return ("ỉ" in bare or "ị" in bare) and bare != "chị"


def _is_open(words: tuple[Word, ...], place: int) -> bool:
    """Return whether a word is one whose marks may be settled: letters only, and no part of a name."""
    bare = bare_word(words[place].text)
    if len(bare) < 2 or not bare.isalpha():
        return False
    if bare.isupper() or not bare[0].isupper():
        return bare.islower() or bare.isupper()
    neighbours = [bare_word(w.text) for w in words[max(0, place - 1) : place + 2] if w is not words[place]]
    return bare[1:].islower() and not any(n[:1].isupper() for n in neighbours)


def _settled(word: Word, before: str, after: str) -> str:
    bare = unicodedata.normalize("NFC", bare_word(word.text))
    own = bare.lower()
    others = [o for o in _by_letters().get(bare_letters(own), ()) if o != own]
    if not others:
        return word.text
    best = max(others, key=lambda other: _likelihood(other, before, after))
    needed = MARGIN + PER_CONFIDENCE * word.confidence
    if _is_dotted(own) and best == own.replace("ỉ", "i").replace("ị", "i"):
        needed = DOTTED_MARGIN
    elif word.confidence >= SURE:
        return word.text
    if _likelihood(best, before, after) < _likelihood(own, before, after) + needed:
        return word.text
    cased = "".join(b.upper() if a.isupper() else b for a, b in zip(bare, best, strict=True))
    return unicodedata.normalize("NFC", word.text).replace(bare, cased)


def _likelihood(word: str, before: str, after: str) -> float:
    model = shipped_model()
    index = model.number.get(canonical(word))
    if index is None:
        return 2 * UNKNOWN
    left = model.number.get(canonical(bare_word(before).lower()))
    right = model.number.get(canonical(bare_word(after).lower()))
    total = model.pair(left, index) if left is not None else float(model.unigram[index])
    return total + (model.pair(index, right) if right is not None else 0.0)


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    """Return the syllables by their letters without marks."""
    found: dict[str, list[str]] = {}
    for syllable in syllables():
        found.setdefault(bare_letters(syllable), []).append(syllable)
    return {letters: tuple(words) for letters, words in found.items()}


def with_surname(words: Sequence[Word], place: int) -> Word:
    """Return an unsure word that opens the name of a person with the one family name of its letters as `settled`."""
    word = words[place]
    bare = word.text.rstrip(ENDS)
    if word.confidence >= SURE or bare != word.text or not bare.isalpha() or not bare.istitle() or bare in surnames():
        return word
    known = families_of(bare)
    if len(known) != 1 or bare_letters(bare[0]) != bare_letters(known[0][0]):
        return word
    opens = not place or _is_apart(words[place - 1], word) or re.fullmatch(r"\d{1,3}[.)]?", words[place - 1].text)
    titled = place > 0 and is_title(words[place - 1].text)
    names = _names(words, place)
    ends = place + names + 1 == len(words) or _is_apart(words[place + names], words[place + names + 1])
    if (titled and names) or (opens and ends and LEAST <= names <= MOST):
        return replace(word, settled=known[0])
    return word


def _names(words: Sequence[Word], place: int) -> int:
    """Return how many words behind a place are middle and given names, those of one column."""
    count = 0
    for before, word in zip(words[place:], words[place + 1 :], strict=False):
        if before.text[-1] in ENDS or _is_apart(before, word) or not is_listed(word.text.rstrip(ENDS)):
            break
        count += 1
    return count


def _is_apart(one: Word, two: Word) -> bool:
    """Return whether two words of a line stand in different columns."""
    if one.box is None or two.box is None:
        return False
    return two.box.x0 - one.box.x1 > GAP * one.box.height

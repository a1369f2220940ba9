"""Family names whose marks were misread: nobody is called `Đồ Minh Phượng`, but *Đỗ* is a family.

The words around a name do not tell its marks; that a name begins with a family name does, and few share letters.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.page import Word
from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.spans.persons import is_listed, is_title
from normalizers.garble.spans.surnames import families_of
from normalizers.values.names import surnames

SURE = 0.93
"""Confidence from which a word's marks are believed."""
LEAST, MOST = 2, 3
"""Names behind the family name, where no title tells of a person."""
GAP = 1.5
"""Heights of a word from which what follows stands in another column."""
ENDS = ",.;:)"


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

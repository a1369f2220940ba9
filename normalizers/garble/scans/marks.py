"""Dirt and signs in scans: dashes that drew a line (`-_ Phòng`), brackets that none closes, words cut behind a capital.

What is put right here is right in nearly every document that has been seen to be a scan with slips, and would be
wrong in sound text: nothing is changed elsewhere.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from normalizers.garble.model.alphabet import bare_letters
from normalizers.garble.model.language import shipped_model
from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.garble.spans.formulas import formulas
from normalizers.letters import lettered

_TABLE = Path(__file__).parents[1] / "knowledge" / "scans.tsv"
_TELLTALE = re.compile(
    r"⁄|(?<=Q)[Đ]?Ð|^ *- ?[_—] ?(?=[^\W\d_])|¬|(?<=[-/][A-ZĐ]{2}) ?- -(?=[A-ZĐ])"
    r"|(?<=ch)ỉ(?= phí(?!\w)| tiết (?:và|về|thi|một)(?!\w))|ƒ|(?<=[^\W\d_]{2}[.;]) [.:`'’‘ềịỊẶ]$",
    re.MULTILINE,
)
_STOP = re.compile(r"(?<![\w.])([^\W\d_]{2,7})(\.) (?=([^\W\d_]{2,7})(?![\w.]))")
_DIRT = re.compile(lettered(r"(?<=[^\W\d_]{2})['‘’](?=\p{Ll}[^\W\d_]{2})"))
_APART = re.compile(r"(?<=[^\W\d_]) ,(?=[^\W\d_])")
_CUT = re.compile(r"(?<![^\W\d_])(T[iìíïIÌ;]?[ ;] ?[rF]|tr |th |ng |nh |ph |kh )([^\W\d_]{2,5})(?![^\W\d_])")
_SLANTED = re.compile(
    r"(?<![\w.,])[uo0](?=([aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợ][^\W\d_]{0,4})(?!\w))"
)
_WORD = re.compile(r"(?<![\w.])[^\W\d_]+(?!\w)")
_SHORT = re.compile(lettered(r"(?<!\p{Lu} )(?<!\w)([A-ZĐ][ÝỲỶỸỴÍÌỈĨỊ])(?= \p{Lu}?\p{Ll}|,)"))  # `LÝ luận`
_QUOTE, _QUOTED = re.compile("['‘’]"), re.compile(lettered(r"(?<!\S)['‘’](?=\p{Lu}[^\W\d_])"))
_ECHO = re.compile(lettered(r"(?<=\p{Lu})([ÁÀÍÌÓÒỆỊỌỘ])( \1)(?= \p{Lu}{2})"))
_TOGETHER = 8.0  # nats by which two words are likelier without a comma: `trong vòng` 9.5, `tỉnh thành` 4.9
_LEAST_TWICE = 4  # letters of a word in which one was read twice
_LOW = frozenset("cosuvxzkpw")  # letters whose capitals have their shape
_OPEN = re.compile(r"(?<![\w(\[“\"])([\[“])(?=[^\W\d_]{2,})")
_BAR = re.compile(r"(?:(?<=\n)|^| )[ |¦]*[|¦](?: [ |¦]*|(?=[^\W_])|(?=\n|$))|(?<=[^\W_])[|¦]+(?: +|(?=\n|$))")
_BARS = 4  # bars alone from which on they are borders
_SUNG = re.compile(r"b[ổôồỗốỏọ]\s+(?!sung\s)(\S{2,6})\s+(?=m[ộôọồỗ]\S{1,2}\s+s[ốôóồỗ]\s+đi[ềêé]u(?!\w))", re.IGNORECASE)
_CLOSING = {"[": "]", "“": '”"“'}  # a quotation's end may be read as any of its signs
_REACH = 400  # letters within which a bracket is closed
_ENDING = re.compile(r"(?<=[^\W\d_])(\.{3})(?=\s*\n\s*Nơi nhận ?:)")  # before those who get an act
_RECITAL = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện) ")


def telltales(text: str) -> int:
    """Return how many signs stand in a text that no sound one has."""
    return len(_TELLTALE.findall(text))


def mark_changes(line: str) -> Iterator[Change]:
    """Yield what is to be changed in a line."""
    for pattern, words in formulas(_TABLE):
        for match in pattern.finditer(line):
            yield match.start(1), match.group(1), words, "garble.sign"
    for match in _DIRT.finditer(line):
        yield match.start(), match.group(), " ", "garble.sign"
    for match in _APART.finditer(line):
        yield match.start(), match.group(), ", ", "garble.sign"
    for match in _STOP.finditer(line):
        if match[3].islower() and _is_syllable(match[1]) and _is_syllable(match[3]):
            yield match.start(2), ".", "" if _speck(match[1], match[3]) else ",", "garble.sign"
    for match in _CUT.finditer(line):
        head = "Tr" if match[1][0] == "T" else match[1].strip()
        whole, vowel = head + match[2], bare_letters(match[2])[0] in "aeiouy"
        if whole.lower() in spellings() and match[2].islower() and (head == "Tr" or vowel):
            yield match.start(), match.group(), whole, "garble.joined"
    for match in _SLANTED.finditer(line):  # a slanted v is open at its top: no word is `uiệc`
        word = match.group() + match[1]
        if not match[1].isascii() and word not in spellings() and "v" + match[1] in spellings():
            yield match.start(), match.group(), "v", "garble.sign"
    quote = _QUOTE.findall(line)
    if len(quote) == 1 and (lone := _QUOTED.search(line)):
        yield lone.start(), lone.group(), "", "garble.sign"
    yield from _twice_changes(line)
    yield from _case_changes(line)


def _speck(before: str, behind: str) -> bool:
    """Whether a stop before a small letter is dirt: the words belong together more than a comma does between them."""
    model = shipped_model()
    one, other, comma = spellings()[before.lower()], spellings()[behind], model.number[","]
    return bool(model.pair(one, other) - model.pair(one, comma) - model.pair(comma, other) >= _TOGETHER)


def _twice_changes(line: str) -> Iterator[Change]:
    """Letters read twice at the seam of two pieces of a line: two marked vowels of one letter stand side by side in no
    word (`viẹện`), nor does the end of a word in capitals stand behind it (`TRÍ Í TUỆ`)."""
    for match in _WORD.finditer(line):
        word = match.group()
        if len(word) < _LEAST_TWICE or word.lower() in spellings():
            continue
        pairs = [at for at, pair in enumerate(zip(word, word[1:], strict=False)) if _is_twice(*pair)]
        cut = {word[:at] + word[at + 1 :] for place in pairs for at in (place, place + 1)}
        known = [one for one in cut if one.lower() in spellings()]
        if len(known) == 1:
            yield match.start(), word, known[0], "garble.joined"
    for match in _ECHO.finditer(line):
        yield match.start(2), match[2], "", "garble.joined"


def _is_twice(one: str, other: str) -> bool:
    letters = bare_letters(one), bare_letters(other)
    return letters[0] == letters[1] in "aeiouy" and not one.isascii() and not other.isascii()


def _is_syllable(word: str) -> bool:
    return word[1:].islower() and word.lower() in spellings() and any(c in "aeiouy" for c in bare_letters(word))


def _case_changes(line: str) -> Iterator[Change]:
    """Capitals inside words of small letters (`mỘT`, `gIao`), and words of them between such words (`học CƠ SỞ`)."""
    if line.upper() == line:
        return
    small_before, first = False, True
    end = 0
    for match in _SHORT.finditer(line):
        if match[1].lower() in spellings() and not match[1].isascii():
            yield match.start(1) + 1, match[1][1], match[1][1].lower(), "garble.sign"
    for match in _WORD.finditer(line):
        word, small = match.group(), match.group().lower()
        within = line[end : match.start()] == " " and (small_before or (first and word[0].lower() in _LOW))
        after = word
        if small in spellings() and not word[1:].islower() and len(word) > 1:
            if not word.isupper():
                if not small.isascii() or word[1:].replace("I", "i") == small[1:]:
                    after = small if within or word[0].islower() else word[0] + small[1:]
            elif small_before and within and not word.isascii() and all(bare_letters(c) in _LOW for c in word):
                after = small
        if after != word:
            yield match.start(), word, after, "garble.sign"
        first, small_before, end = end == 0, after.islower(), match.end()


def text_changes(text: str) -> Iterator[Change]:
    """Yield what is to be changed in a text as a whole: brackets that none closes, ends of recitals and of acts."""
    for match in _OPEN.finditer(text):
        behind = text[match.end() : match.end() + _REACH]
        if not set(_CLOSING[match[1]]) & set(behind) and not _begun(text, match.start()):
            yield match.start(), match[1], "", "garble.sign"
    yield from _recital_ends(text)
    yield from _bars(text)
    for match in _ENDING.finditer(text):
        yield match.start(1), match[1], "./.", "garble.sign"
    for match in _SUNG.finditer(text):
        yield match.start(1), match[1], "sung", "garble.formula"


def _bars(text: str) -> Iterator[Change]:
    """The borders of tables, read as bars between words: where a document has many, none is a sign of its text."""
    found = list(_BAR.finditer(text))
    if sum(match.group().startswith(" ") for match in found) >= _BARS:
        for match in found:
            line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()].strip(" |")
            after = text[match.end() : match.end() + 1]
            yield match.start(), match.group(), " " if line and after.strip() else "", "garble.sign"


def _begun(text: str, at: int) -> bool:
    """Whether a bracket may close one of several lines in which none is closed, as in a list `(a`, `(b`."""
    line = text[text.rfind("\n", 0, at) + 1 : at]
    return not line.strip()


def _recital_ends(text: str) -> Iterator[Change]:
    """The ends of recitals, where most have a semicolon and another recital follows."""
    ends: list[tuple[int, str]] = []
    offset, begun, last = 0, False, (0, "")
    for line in text.split("\n"):
        bare = line.strip().lstrip("-_. ")
        if _RECITAL.match(bare):
            if begun and last[1]:
                ends.append(last)
            begun = True
        elif bare.upper() == bare and any(map(str.isalpha, bare)):
            begun = False
        if bare:
            stripped = line.rstrip()
            last = (offset + len(stripped) - 1, stripped[-1])
        offset += len(line) + 1
    marked = sum(sign == ";" for _, sign in ends)
    if marked * 2 >= len(ends):
        yield from ((at, sign, ";", "garble.sign") for at, sign in ends if sign in ",:.")

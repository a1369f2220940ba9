"""Codes of courses (`PHI218`, `MAT 1042`) in a list of them: letters and figures that were misread are those of the
series that stand clean in the document."""

import re
from collections import Counter, defaultdict

from normalizers.garble.model.tokens import ACRONYM
from normalizers.garble.spans.digits import as_digits
from normalizers.garble.spans.fixed import Fixed

_CLEAN = re.compile(r"(?<![\w./-])([A-ZĐ]{2,5})([ ]?)(\d{3,5}|0\d)(?![\w/-])")
_FEWEST = 3  # different codes that show a series
_DIGIT = r"[0-9lIiOoQZzSsgB|!]"
_ITEM = "[A-Z][0-9lIiOoSsZ]{0,2}"
_LIST = re.compile(rf"(?<![\w.,;/-]){_ITEM}(?:[,;] ?{_ITEM}){{2,}}(?![\w/-]|\.\w)")
_LIKE = {"I": "Il1|!", "O": "O0oQ", "E": "EF", "P": "Pp", "C": "Cc", "S": "Ss5", "V": "Vv", "X": "Xx", "Đ": "ĐDÐ"}


def find_series(text: str) -> list[Fixed]:
    """Return the codes of courses that are of a series of the document but for letters like others."""
    codes: dict[str, Counter[str]] = defaultdict(Counter)
    clean = sorted({(letters, figures) for letters, _, figures in _CLEAN.findall(text)})
    shapes = Counter((len(letters), len(figures)) for letters, figures in clean)
    telling = {letters for letters, figures in clean if letters[-1] != "O" or figures[0] != "0"}
    for letters, figures in clean:
        size, count = len(letters) - 1, len(figures)
        if letters not in telling and size > 1 and (count < 3 or shapes[size + 1, count] < _FEWEST):
            noughts = "0" * (shapes[size, count + 1] >= _FEWEST)  # the O is one, or it was printed twice
            if shapes[size, count + len(noughts)] >= _FEWEST:
                letters, figures = letters[:-1], noughts + figures
        codes[letters][figures] += 1
    series = {letters: _size(codes, letters) for letters in codes if letters.isascii()}
    ranks = {letters: _rank(letters, codes[letters]) for letters, size in series.items() if size}
    found: dict[int, Fixed] = {}
    for letters in sorted(ranks, key=lambda stem: (ranks[stem], stem), reverse=True):  # the surest one is the first
        others = {stem for stem in ranks if ranks[stem] >= ranks[letters]}
        for code in _like(text, letters, (series[letters], others)):
            found.setdefault(code.start, code)
    return [*found.values(), *_listed(text)]


def _listed(text: str) -> list[Fixed]:
    """The lists of short codes (`A00, D01`; `A, A1, D1`) of a text in which two such codes stand clean: letters behind
    the first one are figures there."""
    lists = list(_LIST.finditer(text))
    clean = Counter(map(len, {code for found in lists for code in re.findall(r"\b[A-Z]\d\d?\b", found[0])}))

    def code(item: re.Match[str]) -> str:
        figures = as_digits(item[0][1:]) if clean[len(item[0])] > 1 else None
        return item[0][0] + figures[0] if figures else item[0]

    read = [(found, re.sub(r"\w{2,3}", code, found[0])) for found in lists]
    return [
        Fixed(found.start(), found.end(), codes, "garble.code", (ACRONYM,))
        for found, codes in read
        if (changed := sum(map(str.__ne__, found[0], codes))) > 1 or changed and re.search(r"\d", found[0])
    ]


def _size(codes: dict[str, Counter[str]], letters: str) -> int:
    """How many figures the codes of a series have, 0 where they are too few to be one: three, or one with a nought at
    its head, which an O may be read for; fewer codes may have an O there."""
    figures = codes[letters]
    size, count = Counter(map(len, figures)).most_common(1)[0]
    noughts = sum(code[0] == "0" for code in figures) * (letters[-1] != "O")
    others = sum(not {code, "0" + code} & figures.keys() for code in codes.get(letters + "O", ()))
    return size if count >= _FEWEST or noughts > others else 0


def _rank(letters: str, figures: Counter[str]) -> tuple[bool, int, int]:
    """How sure it is that codes have these letters: figures that all begin alike may begin with a letter misread."""
    return len({code[0] for code in figures}) > 1, len(figures), len(letters)


def _like(text: str, letters: str, known: tuple[int, set[str]]) -> list[Fixed]:
    """The codes like those of a series, given how many figures it has and the letters that are at least as sure."""
    size, others = known
    stem = "".join(f"[{re.escape(_LIKE.get(letter, letter))}]" for letter in letters)
    found = []
    for match in re.finditer(rf"(?<![\w./-])({stem})([ ]?)(?:O(?=0)|0(?=O))?({_DIGIT}{{{size}}})(?![\w/-])", text):
        figures, clean = as_digits(match[3]), _CLEAN.fullmatch(match.group())
        if figures is None or sum(map(str.isdigit, match[3])) * 2 < size or (clean and clean[1] in others):
            continue
        code = letters + match[2] + figures[0]
        if code != match.group():
            found.append(Fixed(match.start(), match.end(), code, "garble.code", (ACRONYM,), figures[1]))
    return found

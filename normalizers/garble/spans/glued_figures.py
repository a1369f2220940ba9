"""Numbers that an engine ran together with the word beside them: `4.2.Kho'i`, `tu5,5`, `MAT106Dai`, the figure of a
column at the end of a word. They stay as printed, with a blank between."""

import re
from collections import Counter
from collections.abc import Iterable

from normalizers.garble.model.tokens import ACRONYM, number_class
from normalizers.garble.spans.digits import as_digits
from normalizers.garble.spans.fixed import Fixed

_SECTION = re.compile(r"^ *(\d{1,2}(?:\.\d{1,2})+\.?)(?=[A-ZĐ][^\W\d_A-ZĐ])", re.MULTILINE)
_CODE = re.compile(r"(?<!\S)([A-ZĐ]{2,5}-?\d{3,4})(?![A-ZĐ]{1,4}\d)(?=[^\W\d_]\S*[a-z]|[^\W\d_]\S\S)")
_DECIMAL = re.compile(r"(?<=[^\W\d_]{2})(\d{1,2}[.,]\d{1,2})(?![\w.,])")
_DAY = re.compile(r"(?<=[^\W\d_])(\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d\d)(?!\w)")
_GRADED = re.compile(r"(?<![\w.,])(\d{1,2}[.,]\d)(?=[A-F]\+?(?!\w))")
_COLUMNS = re.compile(r"(?<!\S)\d{1,4}(?: +\d{1,4})+(?!\S)")
_AT_END, _AT_START = re.compile(r"(?<=[^\W_][^\W\d_])\d$"), re.compile(r"^\d(?=[A-ZĐ][^\W\d_]{2})")
_MINUTES = re.compile(r"(?<!\S)(\d\d)(?=ph\S{1,2}t(?:\W|$))")
_PERCENT = re.compile(r"(?<!\S)(?=\S?\d)([0-9IlOo]{2,3})(?=%)")
_ROW = re.compile(r"^ *(\d{1,3})(?=[ .)]|[A-ZĐÐ][^\d\s]+ )", re.MULTILINE)
_FEWEST = 3  # rows of a table that show how many columns it has


def find_glued_figures(text: str) -> list[Fixed]:
    """Return the numbers of a text that stand without a blank beside a word, each with the blank."""
    found = [_kept(m.start(1), m.end(1), m[1] + " ") for m in (*_SECTION.finditer(text), *_GRADED.finditer(text))]
    found += [Fixed(m.start(1), m.end(1), m[1] + " ", "garble.split", (ACRONYM,)) for m in _CODE.finditer(text)]
    found += [_kept(m.start(1), m.end(1), " " + m[1]) for m in (*_DECIMAL.finditer(text), *_DAY.finditer(text))]
    found += [_kept(m.start(1), m.end(1), m[1] + " ") for m in _MINUTES.finditer(text)]
    found += [_percentage(m) for m in _PERCENT.finditer(text) if not m[1].isdigit()]
    return [*found, *_columns(text), *_numbers_of_rows(text)]


def _kept(start: int, end: int, number: str) -> Fixed:
    return Fixed(start, end, number, "garble.split", (number_class(number.strip()),))


def _percentage(match: re.Match[str]) -> Fixed:
    number, cost = as_digits(match[1]) or (match[1], 0.0)
    return Fixed(match.start(1), match.end() + 1, number + "%", "garble.number", (number_class(number),), cost)


def _columns(text: str) -> Iterable[Fixed]:
    """Figures that a row has one less of than the rows of its table, the missing one being at a word beside them."""
    rows = list(_COLUMNS.finditer(text))
    sizes = Counter(len(match.group().split()) for match in rows)
    usual = {size for size, count in sizes.items() if count >= _FEWEST}
    for match in rows:
        if len(match.group().split()) + 1 not in usual:
            continue
        line = text.rfind("\n", 0, match.start()) + 1
        before = text[line : match.start()].rstrip(" ")
        end = text.find("\n", match.end())
        behind = text[match.end() : end if end >= 0 else len(text)]
        if before and (digit := _AT_END.search(before.split()[-1])):
            at = line + len(before) - 1
            yield _kept(at, at + 1, " " + digit.group())
        elif behind.strip() and (digit := _AT_START.search(behind.split()[0])):
            at = match.end() + len(behind) - len(behind.lstrip(" "))
            yield _kept(at, at + 1, digit.group() + " ")


def _numbers_of_rows(text: str) -> Iterable[Fixed]:
    """The number of a row at its first word, between rows numbered one less and one more."""
    rows = list(_ROW.finditer(text))
    numbers = [int(row[1]) for row in rows]
    for at, row in enumerate(rows):
        glued = text[row.end() : row.end() + 1].isalpha()
        before = at > 0 and numbers[at - 1] == numbers[at] - 1
        behind = at + 1 < len(rows) and numbers[at + 1] == numbers[at] + 1
        if glued and (before or behind):
            yield _kept(row.start(1), row.end(1), row[1] + " ")

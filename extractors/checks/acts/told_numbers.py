"""Told numbers: numbers of acts and codes that the text prints with letters for figures or in an impossible shape,
whatever of them was read as values; series of labelled steps and of rows that lack a member; codes of rows that stand
twice."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from extractors.checks.placing import is_machine_read, row_at
from extractors.checks.telling import tell
from extractors.curriculum.grids import Grid, grids
from extractors.parsing.numerals import roman
from models.document import Document
from models.rows import Finding, Row
from normalizers.letters import lettered
from normalizers.values.act_numbers import issuer_codes
from normalizers.values.names import fold
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "number_words.tsv"
_ACT = re.compile(
    r"(?<![\w/.-])(?P<number>[0-9A-Za-z|]{1,6})\s?/\s?(?:(?P<year>\d{2,4})/)?"
    r"(?P<kind>[A-ZĐ]{2,5}\d{0,2})-(?P<issuer>[A-ZĐ][A-Za-zĐđ&]{0,12})(?![\w/])"
)
"""The number of a Vietnamese act: `115/2020/NĐ-CP`, `2204/KH-UBND`."""
_LOOKS = re.compile(r"[OolI|SZB](?=\d)|(?<=\d)[OolI|S]$")
"""A letter that stands for the figure it looks like: before figures, between them or behind them."""
_FIGURES = re.compile(r"(?<![\w./@-])(?=\d)(?=\w{4,})\d+(?:[OlI]+\d+)+(?![\w/@-])")
"""A number with letters that look like figures between its figures: `77203O1`."""
_FULL_YEAR = ("NĐ", "TT")
"""Kinds of acts whose number has the whole year in it."""
_LABEL = Wordings(
    _WORDS,
    r"(?:^|(?<=\t))[^\w\n]{0,3}(?:(?P<word><<step>>)\s+(?P<n>\d{1,2})(?![\d.]*\d)|(?P<m>\d{1,2})-(?P<last><<part>>)(?!\w))"
    r"[ .:–-]*(?P<title>[^\n\f\t]*)",
    re.M,
)
LEAST, MOST = 3, 3
"""Members of a series from which a gap in it is one, and gaps from which the series is none."""
_LETTERS = "ABCDEFGHIK"
_LETTER = re.compile(r"^([A-IK])\.[ ]+[^\W\d_]{2}", re.M)
"""A heading with a letter for its number."""
_CLAUSE = re.compile(lettered(r"^(?P<chapter>\p{Lu}\d{0,2})\.(?P<n>\d{1,2})\.?[ ]+(?=\p{Lu})"), re.M)
"""A clause with the letter of its chapter: `A1.2 A module …`."""
_CODED = Wordings(_WORDS, r"<<coded>>[^:\n\d]{0,18}:?\s*(?P<code>[\dOIlА-ЯA-Z][\d.OIlА-ЯA-Z]{1,9})(?![\w.]*\d)")
_SHAPES = re.compile(
    r"\d{7,8}(?:[-_.]?\w{1,6})?|\d{2}\.\d{2}\.\d{2}|\d{6}|\d{3}(?:\.\d{2})?"
    r"|\d[A-ZА-Я]\d{5,6}|\d\.\d{8}|[A-ZА-Я]\d{1,2}(?:\.\d{2})?"
)
LEAST_ROWS = 3
"""Numbered rows from which they run on."""
MOST_ROWS = 3
"""Numbers that may be missing at one place; of more, rows were lost in reading."""
COLUMNS = 4
"""Columns among which one of codes stands."""
_ROW_CODE = re.compile(r"(?=[^\W_]*\d{3})[^\W_]{5,12}")
_ROW_NAMED = re.compile(r"[^\W\d_]{3}")
_NUMBERS = re.compile(r"(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?\s*[.)]?")
_Rows = list[tuple[int, int]]
"""First and last number of every row."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is odd about the numbers of acts and codes in the text, and the gaps in its labelled steps."""
    if not rows:
        return []
    found = [*_acts(document, rows), *_figures(document, rows), *_codes(document, rows)]
    found += [*_gaps(document, rows), *_lettered(document), *_lettered_clauses(document)]
    return [*found, *_rows(document, rows)]


def _acts(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the numbers of acts with letters among their figures, with half a year, or by nobody known."""
    told: set[str] = set()
    read = is_machine_read(document)
    for match in _ACT.finditer(document.text.content):
        if match[0] in told:
            continue
        told.add(match[0])
        table, key = row_at(document, rows, match.start())
        if not read and re.search(r"\d", match["number"]) and _LOOKS.search(match["number"]):
            yield tell("look_alike_letters", "warning", table, key, printed=[f"«{match[0]}»"])
        half = match["kind"] in _FULL_YEAR and match["year"] and len(match["year"]) != 4
        if half or _mixed_up(match["kind"], match["issuer"]):
            yield tell("citation_number_shape", "warning", table, key, number=match[0])


def _mixed_up(kind: str, issuer: str) -> bool:
    """Say whether an issuer's code has the letters of a known one in another order; a decree has one issuer alone."""
    if kind == "NĐ":
        return issuer != "CP" and sorted(issuer) == sorted("CP")
    known = issuer_codes()
    return kind == "TT" and issuer not in known and "".join(sorted(issuer)) in {"".join(sorted(k)) for k in known}


def _figures(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    if is_machine_read(document):
        return
    for match in _FIGURES.finditer(document.text.content):
        table, key = row_at(document, rows, match.start())
        yield tell("look_alike_letters", "warning", table, key, printed=[f"«{match[0]}»"])


def _codes(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the code behind a label of a programme's that was not read as one and has the shape of none."""
    if any(row.table == "programmes" and row.get("code") for row in rows):
        return
    match = _CODED.search(document.text.content)
    if match and re.search(r"\d.*\d", match["code"]) and not _SHAPES.fullmatch(match["code"].strip(".")):
        yield tell("programme_code_shape", "warning", "programmes", None, code=match["code"].strip("."))


def _gaps(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the steps before which a member of their series is missing that the text names nowhere else."""
    content = document.text.content
    series: dict[str, list[int]] = {}
    titles: dict[str, list[str]] = {}
    for match in _LABEL.finditer(content):
        word = (match["word"] or f"-{match['last']}").casefold()
        series.setdefault(word, []).append(int(match["n"] or match["m"]))
        titles.setdefault(word, []).append(fold(match["title"]))
    provided = {str(row.get("number")).casefold() for row in rows if row.table == "provisions"}
    for word, numbers in series.items():
        yield from _last_again(word, numbers, titles[word])
        begun = list(dict.fromkeys(numbers))
        triples = zip(numbers, numbers[1:], numbers[2:], strict=False)
        torn = [n - 1 for before, n, after in triples if before + 2 == n == after]
        missing = torn or [n for n in range(1, max(begun)) if n not in begun]
        if begun[0] != 1 or len(begun) < LEAST - (len(missing) == 1) or not 0 < len(missing) <= MOST:
            continue
        named = [f"{n}{word}" if word.startswith("-") else f"{word} {n}" for n in missing]
        if not torn and any(re.search(rf"{re.escape(one)}(?!\d)", content, re.I) or one in provided for one in named):
            continue
        after = next(n for n in sorted(begun) if n > missing[0])
        before = missing[0] - 1
        label = f"{after}{word}" if word.startswith("-") else f"{word.capitalize()} {after}"
        said = {"number": label, "before": str(before), "parent": "the document", "missing": len(missing)}
        yield tell("provision_numbering_gap", "warning", "provisions", label, **said)


def _last_again(word: str, numbers: list[int], titles: list[str]) -> Iterator[Finding]:
    """Yield the last member of a series where it bears the number before it and a title of its own."""
    *_, one, other = ["", *titles]
    titled = min(len(one), len(other)) > LEAST and one[:LEAST] != other[:LEAST] and f"{one[0]}{other[0]}".isalpha()
    if titled and numbers[:-1] == [*range(1, len(numbers))] and numbers[-1] == len(numbers) - 1:
        told = {"number": f"{word} {numbers[-1]}", "before": str(numbers[-1]), "parent": "the document"}
        yield tell("provision_numbering_gap.order", "warning", "provisions", None, **told)


def _lettered(document: Document) -> Iterator[Finding]:
    """Yield the letter left out of headings that have one each: `A.`, `B.`, `D.`."""
    printed = [match[1] for match in _LETTER.finditer(document.text.content)]
    used = [letter for letter in _LETTERS if letter in printed]
    missing = [letter for letter in _LETTERS[: _LETTERS.index(used[-1])] if letter not in used] if used else []
    if len(printed) == len(set(printed)) >= LEAST and printed[0] == "A" and len(missing) == 1:
        after = _LETTERS[_LETTERS.index(missing[0]) + 1]
        said = {"number": after, "before": _LETTERS[_LETTERS.index(missing[0]) - 1], "parent": "the document"}
        yield tell("provision_numbering_gap", "warning", "provisions", after, missing=1, **said)


def _lettered_clauses(document: Document) -> Iterator[Finding]:
    """Yield the gaps among clauses with the letter of their chapter, and the references to those that are missing."""
    content = document.text.content
    chapters: dict[str, list[int]] = {}
    for match in _CLAUSE.finditer(content):
        chapters.setdefault(match["chapter"], []).append(int(match["n"]))
    if sum(map(len, chapters.values())) <= LEAST:
        return
    for chapter, numbers in chapters.items():
        wrong = next(((a, b) for a, b in pairwise([0, *numbers]) if b != a + 1), None)
        if wrong and numbers[0] == 1:
            said = {"before": f"{chapter}.{wrong[0]}", "parent": chapter, "number": f"{chapter}.{wrong[1]}"}
            yield tell("provision_numbering_gap.order", "warning", "provisions", None, **said)
    for match in re.finditer(rf"(?<![\w.])({'|'.join(chapters)})\.(\d{{1,2}})(?![\w]|\.\d)", content):
        if int(match[2]) not in chapters[match[1]] and not _CLAUSE.match(content, match.start()):
            said = {"where": "the text", "wanted": match[0]}
            yield tell("cited_clause_missing", "warning", "provisions", None, **said)


def _rows(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return one finding for every table or list of sources that is numbered from 1 on but for one of its rows."""
    if not rows or is_machine_read(document):
        return []
    tables = [*grids(document)]
    listed = [str(row.get("number")) for row in rows if row.table == "bibliography"]
    series: dict[str, _Rows] = {}
    for match in (re.fullmatch(r"(.*\D)(\d{1,2})", str(row.get("code"))) for row in rows if row.table == "courses"):
        if match:
            series.setdefault(match[1], []).append((int(match[2]), int(match[2])))
    known = {row.get("code") for row in rows if row.table in ("courses", "outcomes")}
    return [
        *(finding for grid in tables for finding in _broken(_numbered(grid))),
        *_broken([(int(n), int(n)) for n in listed if n.isdecimal()], "bibliography"),
        *(finding for numbers in series.values() for finding in _broken(numbers, "courses")),
        *(finding for grid in tables for finding in _twice(grid, known)),
    ]


def _twice(grid: Grid, known: set[object]) -> Iterator[Finding]:
    """Yield the one code of a column of codes of one shape that two rows of other names have; those read as rows are
    looked at as such."""
    for column in range(1, min(COLUMNS, grid.width)):
        placed = ((row[column], row) for row in grid.rows[1:])
        cells = [(place.text.strip(), row) for place, row in placed if place.text and not place.merged]
        coded = [(text, row) for text, row in cells if _ROW_CODE.fullmatch(text)]
        if len(coded) < LEAST_ROWS or len(cells) - len(coded) > 1 or known & {text for text, _ in coded}:
            continue
        shapes = {re.sub(r"\d", "9", text) for text, _ in coded}
        twice = [text for text, count in Counter(text for text, _ in coded).items() if count > 1]
        if len(shapes) == 1 and len(twice) == 1:
            first, second, *_ = (
                [p.text for p in row if _ROW_NAMED.search(p.text)] for text, row in coded if text == twice[0]
            )
            if first != second:
                said = {"code": twice[0], "first": "; ".join(first)[:60], "second": "; ".join(second)[:60]}
                yield tell("duplicate_course_code", "error", None, None, **said)


def _numbered(grid: Grid) -> _Rows:
    """Return the numbers in the first column of a table, none where other words stand among them; a row without one
    groups or sums up others."""
    found: _Rows = []
    for row in grid.rows[1:]:
        if row[0].merged or not row[0].text.strip() or roman(row[0].text.strip(" .")):
            continue
        match = _NUMBERS.fullmatch(row[0].text.strip())
        if match is None and sum(bool(p.text) and not p.merged for p in row) >= 2 and row is not grid.rows[-1]:
            return []
        if match:
            found.append((int(match[1]), int(match[2] or match[1])))
    return found


def _broken(numbers: _Rows, table: str | None = None) -> Iterator[Finding]:
    """Yield the one place where rows that begin with 1 go on with another number than the next one."""
    if len(numbers) < LEAST_ROWS or numbers[0][0] != 1 or any(last < first for first, last in numbers):
        return
    wrong = [n for n, (before, after) in enumerate(pairwise(numbers)) if after[0] != before[1] + 1]
    skipped = len(wrong) == 1 and 1 < numbers[wrong[0] + 1][0] - numbers[wrong[0]][1] <= MOST_ROWS + 1
    odd = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and _fits_between(*numbers[wrong[0] : wrong[1] + 2])
    if skipped or odd:
        before, after = numbers[wrong[0]], numbers[wrong[0] + 1]
        yield tell("provision_numbering_gap.rows", "warning", table, None, before=before[1], after=after[0])


def _fits_between(before: tuple[int, int], odd: tuple[int, int], after: tuple[int, int]) -> bool:
    """Say whether one number alone is wrong: the rows before and behind leave room for it."""
    single = odd[0] == odd[1] and after[0] == before[1] + 2
    return single or odd[0] != odd[1] and (odd[1] + 1 == after[0] or odd[0] == before[1] + 1)

"""The amendments table: rows of a register of changes (Лист регистрации изменений)."""

import re
from dataclasses import replace
from functools import cache

from rapidfuzz import fuzz

from extractors.curriculum.grids import grids
from extractors.finding.marking.numbers import find_numbers
from extractors.structure.words import FOLDER
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span, TextLine
from normalizers.knowledge import read_table
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

_WORDS = FOLDER / "register_words.tsv"
_TITLE = Wordings(_WORDS, "<<title>>", re.IGNORECASE)
_START = re.compile(r"^\W*(\d{1,2})[.)]?\s*$|(?:^|\s)(\d{1,2})\.\s+(\d{2}\.\d{2}\.\d{4})$")
_INSTEAD = Wordings(_WORDS, r"\s*\b<<instead>>\s?:?\s*", re.IGNORECASE)
_WAS = Wordings(_WORDS, r"^\W*<<was>>\s?:?\s*", re.IGNORECASE)
_DELETE = Wordings(_WORDS, r"^\W*(?:<<out>>|<<out_first>>)\W*|[\s,;]*<<out>>(?![\w»]).{0,80}$", re.IGNORECASE)
_ADD = Wordings(_WORDS, r"^\W*<<added>>(?:\s<<added_what>>)?\s?:?\s*", re.IGNORECASE)
_ENDS = Wordings(_WORDS, "<<ends>>", re.IGNORECASE)
_PLACE = Wordings(
    _WORDS, r"(?:<<clause_short>>\s?)?((?:\d{1,2}(?:\.\d{1,2})+(?:\s?,\s?)?)+(?<!\s)|[^\W\d_]{5,10}\s\d{1,2})\.?"
)
_HEAD = Wordings(_WORDS, "<<head>>")
_ACTIONS = {a: Wordings(_WORDS, rf"\W*<<sheets_{a}>>\W*", re.I) for a in ("replace", "add", "delete")}
_DAY, _BASIS = (Wordings(_WORDS, rf"<<{name}>>", re.I) for name in ("day", "basis"))
_SHEETS = re.compile(r"\d{1,3}[^\W\d_]?(?:\s?[-–,]\s?\d{1,3}[^\W\d_]?)*")
_CHANGES = FOLDER / "change_words.tsv"
_QUOTED = r"[«“„\"]\s?(?P<{0}>[^«»“”„\"]{{1,400}}?)\s?[»”\"]"
_CLAUSE = Wordings(
    _WORDS,
    r"(?i)(?<!\w)<<clause>>\s?(\d{1,2}(?:\.\d{1,2}){0,3})(?!\d)"
    r"|(?<![\w.])(\d{1,2}(?:\.\d{1,2}){0,3})-?(?:\s|\b)?<<clause_behind>>",
)


def extract(document: Document) -> list[Row]:
    """Return a row for each numbered change of the register."""
    lines = _register(document)
    rows: list[Row] = []
    for group in _groups(document, lines):
        row = _row(document, group)
        if row is not None:
            rows.append(row)
    return rows or _of_sheets(document)


def _of_sheets(document: Document) -> list[Row]:
    """Return the dated rows of registers that have a column each for the sheets replaced, added and withdrawn."""
    found = []
    for grid, r in ((one, n) for one in grids(document) for n in range(len(one.rows))):
        columns = {c: a for c, p in enumerate(grid.rows[r]) for a, words in _ACTIONS.items() if words.fullmatch(p.text)}
        if len({*columns.values()}) < 2:
            continue
        heads = [" ".join(above[c].text for above in grid.rows[: r + 1]) for c in range(grid.width)]
        day, basis = (next((c for c, head in enumerate(heads) if w.search(head)), 0) for w in (_DAY, _BASIS))
        for own, c in ((own, c) for own in grid.rows[r + 1 :] for c in columns if _SHEETS.fullmatch(own[c].text)):
            for _, _, iso in find_dates(own[day].text, document.genre.language)[: not own[c].merged]:
                cells = {"registered_on": read_as(iso, own[day].span, confidence=0.9, extractor="amendments")}
                cells["sheets"] = Value(own[c].text, own[c].span, 0.9, "amendments")
                cells["action"] = replace(cells["sheets"], value=columns[c])
                for number in re.findall(r"(?:№\s?|^)(\d[\w/-]*)", own[basis].text)[: bool(basis)]:
                    cells["basis_number"] = Value(number, own[basis].span, 0.88, "amendments")
                for _, _, made in find_dates(own[basis].text, document.genre.language)[: bool(basis)]:
                    cells["basis_issued_on"] = read_as(made, own[basis].span, confidence=0.88, extractor="amendments")
                found.append(Row("amendments", cells))
    return found


def _register(document: Document) -> list[TextLine]:
    """Return the table lines below the title of the register, up to the next list."""
    content = document.text.content
    titles = [m.start() for m in _TITLE.finditer(content)]
    for start in titles:
        end = next((m.start() for m in _ENDS.finditer(content, start)), len(content))
        lines = [
            n
            for n in document.text.lines
            if start < n.start < end and "\t" in content[n.start : n.end] and n.role in ("body", "table")
        ]
        if len(lines) > 1:
            return lines
    return []


Cells = list[tuple[str, int]]


def _groups(document: Document, lines: list[TextLine]) -> list[list[Cells]]:
    """Group printed rows into changes: a change begins with its number and date, other lines go on with the last."""
    groups: list[list[Cells]] = []
    content = document.text.content
    before: Cells = []
    for line in lines:
        cells = [(text, span.start) for text, span in document.text.cells(line)]
        if _begins(cells):
            groups.append([_with_lost_start(cells, before)])
        elif groups and not _HEAD.search(content[line.start : line.end]) and len(cells) > 2:
            groups[-1].append(cells)
        before = cells
    return groups


def _with_lost_start(cells: Cells, before: Cells) -> Cells:
    """Give a cell the words above it where the line before printed the same cell from its beginning."""
    whole = []
    for index, (text, offset) in enumerate(cells):
        above = before[index] if index < len(before) else ("", 0)
        at = above[0].find(text.strip()[:40]) if len(text.strip()) > 40 else -1
        whole.append((above[0][:at] + text.strip(), above[1]) if 0 < at < 40 else (text, offset))
    return whole


def _begins(cells: Cells) -> bool:
    first = re.sub(r"\s+", " ", cells[0][0]).strip()
    match = _START.search(first)
    if match is None or len(first) > 30:
        return False
    return match[3] is not None or any(find_dates(text) for text, _ in cells[1:3])


def _row(document: Document, group: list[Cells]) -> Row | None:
    language = document.genre.language
    head = group[0]
    values: dict[str, Value] = {}
    at = next((i for i, (text, _) in enumerate(head[:3]) if find_dates(text, language)), None)
    if at is None:
        return None
    start, end, iso = find_dates(head[at][0], language)[0]
    values["registered_on"] = read_as(
        iso, Span(head[at][1] + start, head[at][1] + end), confidence=0.95, extractor="amendments"
    )
    rest = [(text, offset) for text, offset in head[at + 1 :]]
    if rest and (sheets := re.fullmatch(r"[\s.]*(\d+(?:\s?[-–,]\s?\d+)*)[\s.]*", rest[0][0])):
        values["sheets"] = Value(re.sub(r"\s*,\s*", ", ", sheets[1]), _span(rest[0]), 0.9, "amendments")
        rest = rest[1:]
    if len(rest) > 1 and (place := _PLACE.fullmatch(rest[0][0].strip())):
        values["provision"] = Value(place[1], _span(rest[0]), 0.9, "amendments")
        rest = rest[1:]
    columns = _columns(rest, group[1:], len(head) - len(rest))
    if columns:
        _basis(values, columns[0], language)
    if len(columns) > 1:
        _change(values, columns[1])
        _restored(values, columns[0])
    return Row("amendments", values)


def _span(cell: tuple[str, int]) -> Span:
    return Span(cell[1], cell[1] + len(cell[0]))


def _columns(rest: Cells, more: list[Cells], shift: int) -> list[tuple[str, Span]]:
    """Join the printed lines of each remaining column."""
    columns = []
    for index, cell in enumerate(rest):
        text, span = cell[0].strip(), _span(cell)
        for cells in more:
            position = index + shift
            extra = cells[position][0].strip() if position < len(cells) else ""
            if extra and re.search(r"\w", extra):
                text = f"{text} {extra}" if not text.endswith("-") else text[:-1] + extra
                span = Span(span.start, max(span.end, cells[position][1] + len(cells[position][0])))
        columns.append((re.sub(r"\s+", " ", re.sub(r"(?<=[а-яё])-\s(?=[а-яё]{2})", "", text)), span))
    return columns


def _basis(values: dict[str, Value], column: tuple[str, Span], language: str) -> None:
    text, span = column
    head = _outside_quotes(text)
    numbers = [n for n in find_numbers(head) if n.form == "signed"]
    dates = find_dates(head, language)
    if numbers:
        value = "/".join(n.value for n in numbers[:2]) if len(numbers) > 1 and "," in head else numbers[0].value
        values["basis_number"] = Value(value, span, 0.9, "amendments")
    if dates:
        values["basis_issued_on"] = read_as(dates[0][2], span, confidence=0.9, extractor="amendments")


def _outside_quotes(text: str) -> str:
    """Return a text without what stands in angled quotes: the number of the act itself is never in its title."""
    kept, depth = "", 0
    for char in text:
        depth += (char == "«") - (char == "»")
        kept += char if depth <= 0 and char != "»" else " " if char in "«»" else ""
    return re.sub(r"\s+", " ", kept)


def _change(values: dict[str, Value], column: tuple[str, Span]) -> None:
    """Read what was replaced, deleted or added."""
    text, span = column
    if len(text) < 4 or not re.search(r"[^\W\d_]{3}", text):
        return
    if clause := changed_clause(text):
        values["provision"] = Value(clause, span, 0.85, "amendments")
    if said := read_change(text):
        values |= {column: Value(words, span, 0.85, "amendments") for column, words in said.items()}
        return
    parts = _INSTEAD.pattern.split(text, maxsplit=1)
    if len(parts) == 2 and parts[0].strip() and parts[1].strip():
        values["action"] = Value("replace", span, 0.9, "amendments")
        values["old_text"] = Value(_tidy(_WAS.sub("", parts[0])), span, 0.85, "amendments")
        values["new_text"] = Value(_tidy(parts[1]), span, 0.85, "amendments")
    elif _DELETE.search(text):
        values["action"] = Value("delete", span, 0.9, "amendments")
        values["old_text"] = Value(_tidy(_DELETE.sub("", text)), span, 0.85, "amendments")
    elif _ADD.search(text):
        values["action"] = Value("add", span, 0.9, "amendments")
        values["new_text"] = Value(_tidy(_ADD.sub("", text)), span, 0.85, "amendments")


def _restored(values: dict[str, Value], basis: tuple[str, Span]) -> None:
    """Where the new text is the basis act itself and was printed with words repeated, the basis column has it sound."""
    new = values.get("new_text")
    if new is None or not re.search(r"\b(\w{4,}(?:\s\w+){0,3})\s\1\b", str(new.value)):
        return
    if fuzz.ratio(str(new.value), basis[0]) >= 80:
        values["new_text"] = Value(_tidy(basis[0]), basis[1], 0.7, "amendments.basis")


def _tidy(text: str) -> str:
    return text.strip(" ;:.,")


def read_change(text: str) -> dict[str, str]:
    """Return `action`, `old_text` and `new_text` of a change told in one sentence, nothing of one told otherwise."""
    for action, pattern in _patterns():
        if match := pattern.search(text):
            said = {f"{name}_text": words.strip(" ;:.,") for name, words in match.groupdict().items() if words}
            return {"action": action, **{name: words for name, words in said.items() if words}}
    return {}


def changed_clause(text: str) -> str | None:
    """Return the number of the one clause that a change names before its quotes; None of none or several."""
    named = {first or second for first, second in _CLAUSE.pattern.findall(re.split(r"[«“„\"]", text)[0])}
    return named.pop() if len(named) == 1 else None


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    rows = read_table(_CHANGES, ("action", "language", "pattern", "example"))
    return tuple((row["action"], _compiled(row["pattern"])) for row in rows)


def _compiled(pattern: str) -> re.Pattern[str]:
    for name in ("old", "new"):
        pattern = pattern.replace(name.upper(), _QUOTED.format(name))
    return re.compile(pattern.replace("REST", r"[«“„\"]?(?P<new>.{4,})"), re.IGNORECASE | re.DOTALL)

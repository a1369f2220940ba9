"""Programmes that a Vietnamese act names: in a table that lists them with their codes, or in what it enacts."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.curriculum import figures
from extractors.curriculum.cards.values import level, level_of_code
from extractors.curriculum.grids import Grid, Place, grids
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "programme_list_words.tsv"
_NAMED = Wordings(_WORDS, r"<<name>>(?:[/,\s]+<<name_goes_on>>)*(?:\s*\(.{0,40}\))?", re.I)
"""The head of a column of programmes; the majors in which others have graduated are none."""
_CODED = Wordings(_WORDS, r"<<code>>.{0,20}|<<any_code>>", re.I)
_CREDITS = Wordings(_WORDS, r"<<whole>>?<<credits>>(?:\s+<<of_programme>>)?", re.IGNORECASE)
_YEARS = Wordings(_WORDS, r"<<years>>\s*\(?\s*(?P<unit><<year>>)?\s*\)?", re.IGNORECASE)
_CODED_AS = r"(?:[6-9]\d{6}|(?:51|52|60|62)\d{6})"
"""Codes of the catalogue of 2017 (seven figures), and of that of 2010 (eight)."""
_CODE = re.compile(rf"(?<!\d)({_CODED_AS})(?!\d)")
_IN_CELL = Wordings(_WORDS, rf"\s*[,(–-]*\s*<<code_in_cell>>?{_CODED_AS}\s*\)?\s*", re.I)
_ENACTED = Wordings(
    _WORDS,
    r"(?i)<<enacted>>(?P<about>[^.;:]{0,90}?)<<branch>>\s*:?\s+(?P<name>\p{Lu}[^.;:()\d]{3,80}?)\s*[,;(–-]?\s*"
    r"(?:\(|,)?\s*<<enacted_code>>\s*:?\s*(?P<code>[6-9]\d{6})\)?(?P<after>[^.;]{0,60})",
)
_UNCODED = Wordings(
    _WORDS,
    r"(?i)<<enacts>>\s(?:[^.;:()]{0,60}?\s)?<<enacted>>(?P<about>[^.,;:()]{0,90}?)<<branch>>\s*:?\s+"
    r"(?P<name>\p{Lu}[^.,;:()\d]{3,80}?)\s*(?P<after>[.,;(][^.;]{0,60})",
)
"""An act that enacts a programme and does not tell its code: `Ban hành chương trình đào tạo ngành Kế toán, …`."""
_SEVERAL = Wordings(
    _WORDS, r"(?i)<<enacted>>(?P<about>[^.;]{0,200}?)<<each>>\s<<branch>>(?P<list>(?s:.){20,2000}?)(?=\n\s*Điều\s\d|\Z)"
)
_ONE_OF = Wordings(
    _WORDS,
    r"(?P<name>\p{Lu}[^.;:()\d]{2,80}?)\s*[,;:(–-]?\s*\(?(?:<<enacted_code>>\s*:?\s*)?(?P<code>[6-9]\d{6})(?!\d)\)?"
    r"(?P<after>[^.;\n]{0,60})",
)
"""One of the programmes of several branches: `1. Kế toán, mã ngành 7340301: 62 tín chỉ;`."""
_CREDITS_TOLD = Wordings(_WORDS, r"\s*[,:(–-]\s*(?P<credits>\d{2,3})\s+<<credit>>", re.I)
_YEARS_TOLD = Wordings(_WORDS, r"(?P<years>\d(?:[.,]5)?)\s*<<year>>", re.I)
_BRANCH = Wordings(_WORDS, r"(?<!\w)<<branch>>(?!\w)", re.I)
_LEVEL = Wordings(_WORDS, r"<<level>>\s+(<<level_name>>)", re.I)
_MODE = Wordings(_WORDS, r"<<mode>>\s*:?\s+(<<mode_name>>)", re.I)
CREDITS, MOST_YEARS = range(20, 400), 8
"""Credits and years that a programme may have."""
WITHIN = 8000
"""Characters of an act in which it says what it enacts."""


def acted_programmes(document: Document) -> list[dict[str, Value]]:
    """Return the cells of the programmes of a Vietnamese decision or notice: enacted ones, else those of its tables."""
    if document.genre.language != "vi" or document.genre.kind not in ("decision", "notice", "plan", "other"):
        return []
    found: dict[str, dict[str, Value]] = {}
    for cells in (*_enacted(document), *(cells for grid in grids(document) for cells in _listed(grid))):
        found.setdefault(str(cells["code"].value), cells)
    return list(found.values()) or _uncoded(document)


def _uncoded(document: Document) -> list[dict[str, Value]]:
    """Return the programme that the articles of a decision enact without its code, where they name one alone."""
    text, body = document.text.content.replace("\n", " "), document.zones.body
    found = list(_UNCODED.finditer(text, body.start, body.end)) if document.genre.kind == "decision" else []
    if len({match["name"] for match in found}) != 1 or _BRANCH.search(found[0]["name"] + found[0]["after"]):
        return []
    return [_told(found[0], found[0]["about"], found[0].start("about"))]


def _enacted(document: Document) -> Iterator[dict[str, Value]]:
    content = document.text.content[:WITHIN]
    for match in _ENACTED.finditer(content):
        yield _told(match, match["about"], match.start("about"))
    for among in _SEVERAL.finditer(content):
        found = list(_ONE_OF.finditer(content, *among.span("list")))
        for match in found if len(found) > 1 else ():
            yield _told(match, among["about"], among.start("about"))


def _told(match: re.Match[str], about: str, start: int) -> dict[str, Value]:
    """Return the cells of a programme that a sentence names with its code; `about` is what stands before its branch.

    Of two levels the last is meant: `liên thông từ trình độ cao đẳng lên trình độ đại học`.
    """
    name = re.sub(r"\s+", " ", match["name"]).strip(" ,-–")
    cells = {"name": Value(name, Span(*match.span("name")), 0.88, "programmes.enacted")}
    if code := match.groupdict().get("code"):
        cells["code"] = Value(code, Span(*match.span("code")), 0.9, "programmes.enacted")
    levels = [found[1] for found in _LEVEL.finditer(about)]
    told_level = level(levels[-1]) if levels else level_of_code(code or "")
    if told_level:
        cells["level"] = Value(told_level, cells.get("code", cells["name"]).span, 0.88, "programmes.enacted")
    for words, at in ((about, start), (match["after"], match.start("after"))):
        if mode := _MODE.search(words):
            span = Span(at + mode.start(1), at + mode.end(1))
            cells.setdefault("mode", Value(mode[1], span, 0.85, "programmes.enacted"))
    told = _CREDITS_TOLD.match(match["after"])
    if told and int(told["credits"]) in CREDITS:
        at = match.start("after")
        span = Span(at + told.start("credits"), at + told.end("credits"))
        cells["total_credits"] = Value(int(told["credits"]), span, 0.88, "programmes.enacted")
    return cells


def _listed(grid: Grid) -> Iterator[dict[str, Value]]:
    """Yield the programmes of a table headed by majors, each with a code of the catalogue beside or in its cell."""
    for r, row in enumerate(grid.rows[:3]):
        named = next((c for c, p in enumerate(row) if _NAMED.fullmatch(p.text.strip(" :.'"))), None)
        if named is None:
            continue
        coded = next((c for c, p in enumerate(row) if c != named and _CODED.fullmatch(p.text.strip(" :."))), None)
        coded = _coded_column(grid, r) if coded is None else coded
        for below in grid.rows[r + 1 :]:
            if cells := _programme(below[named], below[coded] if coded is not None else None):
                yield cells | _measured(row, below)
        return


def _coded_column(grid: Grid, head: int) -> int | None:
    """Return the only column that holds nothing but codes below a head: a scan may have lost the head's words."""
    below = grid.rows[head + 1 :]
    found = [c for c in range(grid.width) if below and all(_CODE.fullmatch(row[c].text.strip()) for row in below)]
    return found[0] if len(found) == 1 else None


def _measured(head: tuple[Place, ...], row: tuple[Place, ...]) -> dict[str, Value]:
    """Return the credits and the years of a programme, where columns headed by them print one number each."""
    cells: dict[str, Value] = {}
    for named, place in zip(head, row, strict=True):
        words = named.text.strip(" :.")
        timed, told = _YEARS.fullmatch(words), _YEARS_TOLD.fullmatch(place.text.strip())
        number = figures.number(told["years"] if timed and told else place.text)
        if number is None or place.span is None or place.merged:
            continue
        if _CREDITS.fullmatch(words) and number in CREDITS:
            cells.setdefault("total_credits", Value(number, place.span, 0.88, "programmes.listed"))
        elif timed and (timed["unit"] or told) and 0 < number <= MOST_YEARS:
            cells.setdefault("duration_years", Value(number, place.span, 0.88, "programmes.listed"))
    return cells


def _programme(name: Place, code: Place | None) -> dict[str, Value] | None:
    """Return the cells of a row that begins a programme; None where it has no code, or goes on with the one above."""
    own = _CODE.search(name.text)
    beside = _CODE.fullmatch(code.text.strip()) if code else None
    words = _IN_CELL.sub(" ", name.text).strip(" ,-–") if own else name.text.strip()
    found = beside or own
    if found is None or name.merged or not re.search(r"[^\W\d_]{2}", words):
        return None
    place = code if beside and code else name
    cells = {
        "code": Value(found[1], place.span, 0.92, "programmes.listed"),
        "name": Value(words, name.span, 0.9, "programmes.listed"),
    }
    if told := level_of_code(found[1]):
        cells["level"] = Value(told, place.span, 0.85, "programmes.listed")
    return cells

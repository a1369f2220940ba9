"""What the heads of a table say of the objectives and outcomes under them: their kinds, their levels."""

import re
from dataclasses import replace

from extractors.curriculum.grids import NOTHING, Grid, Place
from extractors.curriculum.heads import Headed
from extractors.curriculum.outcomes.codes import Code, bare_code, only
from extractors.curriculum.outcomes.learning import is_group
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from normalizers.values.code_series import Series
from normalizers.wordings import Wordings

KINDS = ("objective", "programme_outcome", "course_outcome", "indicator")
_WORDS = KNOWLEDGE / "outcome_words.tsv"
_OF_COURSE = Wordings(_WORDS, r"<<of_course>>", re.I)
LEAST_GROUPS = 2
_SERIES_ALONE = re.compile(r"(?:[CPE]LO|[CPL]O|PEO|PI|CĐR|G)s?")
_SERIES = re.compile(r"(?:mã\s+)?(CLO|PLO|ELO|CĐR|PO|PEO)s?", re.I)
_LEARNT = Wordings(_WORDS, r"<<learnt_head>>", re.I)
_AIM = Series("", "latin", "objective", False, ())
_LETTERED = re.compile(r"(?P<prefix>[A-Z]{1,4})\s?(?P<number>\d{1,2})")


def is_matrix(head: Headed, language: str) -> bool:
    return sum(only(c.path[-1], language) is not None for c in head.columns if c.path) >= 3


def column_kinds(head: Headed | None, subject: str | None = None) -> dict[int, str]:
    """Return the kinds that heads tell; `Mã CĐR` says only that they are outcomes, the heading whose."""
    if head is None:
        return {}
    told = {c.index: c.meaning for c in head.columns if c.meaning in KINDS}
    if subject in ("programme_outcome", "course_outcome"):
        for column in head.columns:
            if column.meaning == "course_outcome" and not _OF_COURSE.search(" ".join(column.path)):
                told[column.index] = subject
    kinds = sorted(told)
    text = head.of("text") or (head.of("description") if kinds and head.columns[kinds[0]].index == 0 else None)
    if text and kinds and kinds[0] < text.index and text.index not in told:
        told[text.index] = told[kinds[0]] or ""
    if not told and subject in KINDS and (stated := beside_lost_codes(head)) is not None:
        told[stated] = subject
    return {index: kind for index, kind in told.items() if kind}


def grouped(grid: Grid, subject: str | None) -> bool:
    """Say whether the first row of a table of aims or outcomes names nothing but their groups, the rest stating them:
    `Kiến thức | Kỹ năng | Thái độ`, or one beside their numbers, `№ п/п | Знания`."""
    named = [p.text for p in grid.rows[0] if not p.merged] if len(grid.rows) > 1 else []
    counted = len(named) == LEAST_GROUPS and lexicon("heads.tsv").exact(named[0]) == "number"
    groups = named[1:] if counted else named
    return subject in KINDS and len(named) == grid.width >= LEAST_GROUPS and all(map(is_group, groups))


def beside_lost_codes(head: Headed) -> int | None:
    """Return the second column of a table whose first holds codes that all lost their figures: `CLO`, `CLO`."""
    printed = [head.grid.rows[r][0].text.strip(" .") for r in head.data]
    lost = len(printed) >= 2 and len(set(printed)) == 1 and _SERIES_ALONE.fullmatch(printed[0])
    return 1 if lost and len(head.columns) >= 2 else None


def level_at(head: Headed | None, r: int, c: int) -> Place:
    """Return the level that a row states behind the code in column `c`, and where; one before it is another's."""
    column = head.of("level") if head else None
    place = head.at(r, column) if head and column and column.index > c else NOTHING
    return place if re.fullmatch(r"[ITURMAX1-9/., ]{1,9}|[KSA]\s?[1-6]", place.text) else NOTHING


def _bare(head: Headed, c: int) -> dict[str, Code]:
    """Return the codes of a course's outcomes that have no letters: `1.1`, `2.3` under `Результат навчання | Код`."""
    column = head.columns[c]
    if column.meaning == "objective" and (aims := _aims(head, c)):
        return aims
    beside = " ".join(head.columns[c + 1].path) if c + 1 < len(head.columns) else ""
    named = _LEARNT.search(" ".join((*column.path, beside)))
    if column.meaning not in ("code", "course_outcome", "number") or not named:
        return {}
    own = [p.text.strip(" .") for r in head.data if (p := head.grid.rows[r][c]).text and not p.merged]
    found = {text: code for text in own if (code := bare_code(text))}
    return found if len(found) == len(own) >= 3 else {}


def _aims(head: Headed, c: int) -> dict[str, Code]:
    """Return the objectives that are numbered within their section, `4.1`, `4.2`, with nothing else in their column."""
    own = [p.text.strip(" .") for r in head.data if (p := head.grid.rows[r][c]).text and not p.merged]
    found = [code for text in own if (code := bare_code(text))]
    section = {code.index[0] for code in found}
    if len(own) < 2 or len(section) != 1 or [code.index[1] for code in found] != list(range(1, len(own) + 1)):
        return {}
    return {code.text: replace(code, series=_AIM) for code in found}


def numbered_rows(grid: Grid, r: int, language: str) -> dict[str, Code]:
    """Return the codes that bare numbers stand for in the first column of a matrix headed by a series in row `r`."""
    series = _SERIES.fullmatch(grid.rows[r][0].text.strip())
    own = [row[0].text.strip(" .") for row in grid.rows[r + 1 :] if row[0].text and not row[0].merged]
    return _in_order(series[1], own, language) if series else {}


def _in_order(series: str, own: list[str], language: str) -> dict[str, Code]:
    """Return the codes of a series that numbers stand for which count up from one, by those numbers."""
    if len(own) < 2 or own != [str(n) for n in range(1, len(own) + 1)]:
        return {}
    return {n: code for n in own if (code := only(f"{series.upper()}{n}", language))}


def lettered(grid: Grid, subject: str | None, language: str) -> dict[str, Code]:
    """Return the codes of series that no list knows in the first column of an English table of outcomes, `KU1`, `SS2`:
    every row below the head has one, and words beside it."""
    own = [[p.text.strip(" .") for p in row[:2]] for row in grid.rows[1:] if len(row) == 2 and not row[0].merged]
    matches = [_LETTERED.fullmatch(texts[0]) for texts in own]
    if subject not in KINDS or not language.startswith("en") or len(own) < 2 or not all(matches):
        return {}
    if len({texts[0] for texts in own}) < len(own) or any(len(texts[1].split()) < 3 for texts in own):
        return {}
    return {
        m[0]: Code(m[0], Series(m["prefix"], "latin", str(subject), False, ()), (int(m["number"]),), 0, len(m[0]))
        for m in matches
        if m and only(m[0], language) is None
    }


def numbered(head: Headed | None, c: int, language: str) -> dict[str, Code]:
    """Return the codes that bare numbers stand for in a column headed by a series, `CLOs` over `1`, `2`, `3`."""
    column = head.columns[c] if head and c < len(head.columns) else None
    if head and column and column.path and (bare := _bare(head, c)):
        return bare
    series = _SERIES.fullmatch(column.path[-1].strip()) if column and column.path else None
    if head is None or series is None:
        return {}
    printed = [p for r in head.data if (p := head.grid.rows[r][c]).text and not p.merged]
    own = [p.text.strip(" .") for p in printed if p.column_span == 1]  # else what groups those below
    return _in_order(series[1], own, language)

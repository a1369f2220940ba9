"""The samples printed otherwise: changes of marks, blanks and pages that leave the meaning lose nothing.

Each change is made to the text of a composed sheet; what is read of it must be right wherever it was right before.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from samples.compose import HERE
from samples.sheets import Sheet, read_sheet
from samples.writing import write_text
from tests.samples.scoring import score_tables
from tests.samples.steps import outcome_of

Change = Callable[[str], str]
ACTS = ("vi_training_regulation", "uk_regulation_forms", "ru_regulation")
COURSES = ("vi_syllabus", "kk_syllabus", "en_syllabus")
ROWS = re.compile(r"(?:^[^\n]*\t[^\n]*\n){2,}", re.M)
LINES_OF_A_PAGE = 40


def _sub(pattern: str, replacement: str) -> Change:
    return lambda text: re.sub(pattern, replacement, text, flags=re.M)


def _barred(text: str) -> str:
    """Draw the tables with bars, as Markdown does."""

    def drawn(match: re.Match[str]) -> str:
        rows = [line.split("\t") for line in match[0].rstrip("\n").split("\n")]
        width = max(map(len, rows))
        lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
        return "\n".join([lines[0], "|" + "---|" * width, *lines[1:]]) + "\n"

    return ROWS.sub(drawn, text)


def _paged(form: str) -> Change:
    """Number pages of so many printed lines, without form feeds: the number stands between empty lines."""

    def made(text: str) -> str:
        out: list[str] = []
        page = printed = 0
        for line in text.split("\n"):
            out.append(line)
            printed += bool(line.strip())
            if printed == LINES_OF_A_PAGE:
                page, printed = page + 1, 0
                out += ["", form.format(page), ""]
        return "\n".join(out)

    return made


CHANGES: dict[str, tuple[Change, tuple[str, ...]]] = {
    "points with a stroke": (_sub(r"^([a-zđ])\) ", r"\1/ "), ACTS[:1]),
    "points in brackets": (_sub(r"^([a-zđ])\) ", r"(\1) "), ACTS[:1]),
    "clauses in brackets": (_sub(r"^(\d{1,2})\. (?=\D)", r"\1) "), ACTS[:1]),
    "clauses behind their word": (_sub(r"^(\d{1,2})\. (?=\D)", r"Khoản \1. "), ACTS[:1]),
    "articles with a colon": (_sub(r"^(Điều \d+)\.", r"\1:"), ACTS[:1]),
    "articles in capitals": (_sub(r"^Điều (\d+)\.", r"ĐIỀU \1."), ACTS[:1]),
    "titles with a stop": (_sub(r"^(Điều \d+\. [^.\n]{3,70})$", r"\1."), ACTS[:1]),
    "round bullets": (_sub(r"^- ", "• "), (ACTS[0], ACTS[2], COURSES[0])),
    "straight quotes": (_sub("[«»“”„]", '"'), ACTS[1:]),
    "short dashes": (_sub(" – ", " - "), (ACTS[1], COURSES[1])),
    "blanks at ends of lines": (_sub(r"$", "  "), (ACTS[2], COURSES[0])),
    "hard blanks": (_sub(r"(?<=\d) (?=\w)", "\u00a0"), (ACTS[0], COURSES[1])),
    "letters apart from marks": (lambda text: unicodedata.normalize("NFD", text), (ACTS[0], COURSES[1])),
    "bars": (_barred, COURSES),
    "numbers of pages": (_paged("{}"), (*ACTS[1:], COURSES[0], COURSES[2])),
    "dashed numbers of pages": (_paged("- {} -"), (ACTS[2], COURSES[0])),
}


@cache
def _sheet(stem: str) -> Sheet:
    return replace(read_sheet(HERE / "sources" / f"{stem}.yaml"), header=(), footer=())


def _wrong(stem: str, text: str, path: Path) -> set[tuple[str, str, str, str]]:
    """Return what is wrong of a sheet's gold in a text; how many pages a text has is no question here."""
    path.write_text(text, "utf-8")
    gold = _sheet(stem).gold
    gold = {**gold, "documents": [{k: v for k, v in row.items() if k != "page_count"} for row in gold["documents"]]}
    scores = score_tables(gold, outcome_of(path).tables)
    return {(d[0], d[1], str(d[2]), str(d[3])) for score in scores.values() for d in score.differences}


@pytest.fixture(scope="module")
def unchanged(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], tuple[str, set[tuple[str, str, str, str]]]]:
    folder = tmp_path_factory.mktemp("unchanged")

    @cache
    def read(stem: str) -> tuple[str, set[tuple[str, str, str, str]]]:
        write_text(_sheet(stem), folder / f"{stem}.txt")
        text = (folder / f"{stem}.txt").read_text("utf-8").replace("\f", "\n")
        return text, _wrong(stem, text, folder / f"{stem}_again.txt")

    return read


@pytest.mark.parametrize(("name", "stem"), [(name, stem) for name, (_, stems) in CHANGES.items() for stem in stems])
def test_a_change_of_print_loses_nothing(name, stem, unchanged, tmp_path) -> None:
    text, before = unchanged(stem)
    changed = CHANGES[name][0](text)
    assert changed != text, "the change does not touch this sheet"
    assert not sorted(_wrong(stem, changed, tmp_path / f"{stem}.txt") - before)

"""Curriculum plans as tables: components with credits, hours by kind of work and by semester, heads written upwards."""

from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from tests.bench.table_contents import Content

SEMESTERS = 8
LANGUAGES = ("uk", "ru", "vi")


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "phrases" / "curricula.yaml").read_text("utf-8"))
    return loaded


def curriculum(language: str, random: Random) -> Content:
    """Return a plan under a head of two rows: groups above, what they hold written upwards below."""
    words = _words()[language]
    single, parts = words["single"], words["parts"]
    first = [words["code"], words["name"], *single, words["group"], *[""] * (len(parts) - 1)]
    first += [words["spread"], *[""] * (SEMESTERS - 1)]
    second = [""] * (2 + len(single)) + [*parts, *map(str, range(1, SEMESTERS + 1))]
    start, spread = 2 + len(single), 2 + len(single) + len(parts)
    spans = [(0, c, 1, c) for c in range(start)]
    spans += [(0, start, 0, spread - 1), (0, spread, 0, spread + SEMESTERS - 1)]
    rows, strong = _rows(words, random)
    spans += [(2 + r, 0, 2 + r, spread + SEMESTERS - 1) for r in sorted(strong)]
    upwards = frozenset({(0, c) for c in range(2, start)} | {(1, start + n) for n in range(len(parts))})
    widths = (1.5, 6.0, *[0.85] * len(single), *[0.95] * len(parts), *[0.62] * SEMESTERS)
    return Content(words["title"], [first, second, *rows], widths, 2, tuple(spans), upwards,
                   frozenset(2 + r for r in strong))  # fmt: skip


def _rows(words: dict[str, Any], random: Random) -> tuple[list[list[str]], set[int]]:
    """Return the rows of components in their blocks with a total, and which are headings of blocks."""
    rows: list[list[str]] = []
    strong, number, total = set(), 0, 0
    names = random.sample(words["names"], len(words["names"]))
    for block in words["blocks"]:
        strong.add(len(rows))
        rows.append([block, *[""] * (9 + SEMESTERS)])
        for name in names[number : number + len(names) // 2]:
            number += 1
            credits, semester = random.randint(2, 7), random.randint(1, SEMESTERS)
            hours = [random.choice((10, 14, 16, 20, 30)), random.choice((0, 16, 20)), random.choice((0, 0, 12))]
            exam = random.random() < 0.5
            parts = [credits * 30, *hours, credits * 30 - sum(hours)]
            spread = [str(credits) if s == semester else "" for s in range(1, SEMESTERS + 1)]
            marks = [str(semester) if exam else "", "" if exam else str(semester)]
            rows.append([f"{words['prefix']}{number}", name, *marks, str(credits),
                         *(str(h) if h else "" for h in parts), *spread])  # fmt: skip
            total += credits
    rows.append(["", words["total"], "", "", str(total), *[""] * (5 + SEMESTERS)])
    return rows, strong


TESTS = ("IELTS", "TOEFL iBT", "Cambridge", "TOEIC", "VSTEP", "DELF/DALF", "TestDaF", "HSK", "JLPT", "TOPIK", "TRKI")


def certificates(random: Random) -> Content:
    """Return certificates by level, of several years, a table that goes on to the next page without its head."""
    rows = []
    for number in range(1, random.randint(48, 54)):
        low = random.randint(3, 6)
        scores = [f"{low},5", f"{low + 1},0", f"{random.randint(60, 110)} - {random.randint(111, 120)}"]
        rows.append([str(number), f"{random.choice(TESTS)} {random.randint(2015, 2024)}", *scores])
    head = ["STT", "Chứng chỉ ngoại ngữ", "Bậc 3 (B1)", "Bậc 4 (B2)", "Bậc 5 (C1)"]
    return Content("Bảng quy đổi chứng chỉ ngoại ngữ", [head, *rows], (0.8, 3, 1.3, 1.3, 1.6))

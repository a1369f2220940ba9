"""What stands in the tables of the benchmark: topics with hours, outcomes, courses, grades, matrices, marks."""

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from tests.bench.bank import bank

Rows = list[list[str]]


@dataclass(frozen=True)
class Content:
    """A table before it is drawn: rows of equal length, covered places empty.

    `spans` are (row, column, last row, last column) of merged cells; `upwards` the cells written from the bottom up;
    `strong` the rows in bold beside the head.
    """

    title: str
    rows: Rows
    widths: tuple[float, ...]
    heads: int = 1
    spans: tuple[tuple[int, int, int, int], ...] = ()
    upwards: frozenset[tuple[int, int]] = field(default_factory=frozenset)
    strong: frozenset[int] = field(default_factory=frozenset)

    @property
    def title_column(self) -> int:
        """The widest column: running text, never centred."""
        return self.widths.index(max(self.widths))

    def cells(self) -> Rows:
        """Return the gold cells."""
        return [list(row) for row in self.rows]


def _topics(language: str, random: Random) -> Content:
    plan = bank(language)["syllabus"]
    titles = random.sample(plan["topics"], min(len(plan["topics"]), random.randint(4, 7)))
    shapes = ("{}", "{} ({}-{}-0)", "{},5")
    shape = random.choice(shapes)
    rows = [
        [f"{week}{random.choice(('', '.'))}" if week == 1 else str(week), title,
         shape.format(random.randint(2, 12), random.randint(1, 2), random.randint(1, 3)), f"[{random.randint(1, 14)}]"]
        for week, title in enumerate(titles, 1)
    ]  # fmt: skip
    rows.append(["", plan["total"], str(random.randint(20, 60)), ""])
    return Content(plan["sections"]["topics"][0], [plan["topic_head"], *rows], (0.9, 4, 1.3, 1.2))


def _outcomes(language: str, random: Random) -> Content:
    plan = bank(language)["syllabus"]
    texts = random.sample(plan["outcomes"], min(4, len(plan["outcomes"])))
    prefix = plan["outcome_prefix"]
    rows = [
        [f"{prefix}{number}" if prefix.isascii() else f"{prefix} {number}", text, f"{random.randint(1, 5)}",
         ", ".join(f"PLO{n}" for n in sorted(random.sample(range(1, 13), random.randint(1, 2))))]
        for number, text in enumerate(texts, 1)
    ]  # fmt: skip
    head = [*plan["outcome_head"], bank(language)["tables"]["level"], "PLO"]
    return Content(plan["sections"]["outcomes"][0], [head, *rows], (1, 4, 1, 1.2))


def _courses(language: str, random: Random) -> Content:
    words = bank(language)["tables"]
    rows = [["", "", "", "", ""] for _ in range(0)]
    listed = bank(language)["syllabus"]["courses"]
    for place, (name, code) in enumerate(random.sample(listed, min(len(listed), random.randint(4, 6))), 1):
        shown = code if any(ch.isdigit() for ch in code) else f"{code}{random.randint(1000, 4999)}"
        credits = random.choice((str(random.randint(2, 6)), f"{random.randint(2, 4)} (2-1-0)"))
        rows.append([str(place), shown, name, credits, random.choice(words["kinds"])])
    return Content(words["courses"][2], [words["courses"], *rows], (0.8, 1.5, 3.6, 1.3, 1.2))


def _grades(language: str, random: Random) -> Content:
    words = bank(language)["tables"]
    steps = [("A", "4,0", "85 - 100"), ("B", "3,0", "70 - 84"), ("C", "2,0", "55 - 69"), ("D", "1,0", "40 - 54")]
    rows = [[*step, label] for step, label in zip([*steps, ("F", "0,0", "0 - 39")], words["labels"], strict=True)]
    return Content(words["grades"][0], [words["grades"], *rows], (1, 1, 1.3, 1.7))


def _matrix(language: str, random: Random) -> Content:
    plan = bank(language)["syllabus"]
    columns = random.randint(4, 7)
    head = [bank(language)["tables"]["courses"][2], *(f"PLO{n}" for n in range(1, columns + 1))]
    mark = random.choice((("X", ""), ("x", "", ""), ("I", "R", "M", "")))
    rows = [[name, *(random.choice(mark) for _ in range(columns))] for name, _ in plan["courses"]]
    for row in rows:
        if not any(row[1:]):
            row[1] = mark[0]
    for column in range(1, columns + 1):
        if not any(row[column] for row in rows):
            rows[0][column] = mark[0]
    return Content("PLO", [head, *rows], (3.2, *([1.0] * columns)))


CONTENTS: list[Callable[[str, Random], Content]] = [_topics, _outcomes, _courses, _grades, _matrix]


def _hours(language: str, random: Random) -> Content:
    """Topics with hours under a head of two rows, and groups over the whole width."""
    plan, words = bank(language)["syllabus"], bank(language)["tables"]
    week, title, _, sources = plan["topic_head"]
    head = [[week, title, words["hours"], "", "", sources], ["", "", *words["parts"], ""]]
    spans = [(0, 0, 1, 0), (0, 1, 1, 1), (0, 2, 0, 4), (0, 5, 1, 5)]
    rows, strong = [], set()
    titles = random.sample(plan["topics"], 6)
    for number, name in enumerate(titles):
        if number % 3 == 0:
            strong.add(len(head) + len(rows))
            spans.append((len(head) + len(rows), 0, len(head) + len(rows), 5))
            rows.append([words["block"][number // 3], *[""] * 5])
        parts = [str(random.randint(1, 6)), str(random.randint(0, 4)), random.choice(("", str(random.randint(1, 4))))]
        rows.append([str(number + 1), name, *parts, f"[{random.randint(1, 9)}]"])
    spans.append((len(head) + len(rows), 0, len(head) + len(rows), 1))
    rows.append([plan["total"], "", *(str(random.randint(10, 30)) for _ in range(3)), ""])
    return Content(plan["sections"]["topics"][0], head + rows, (0.9, 3.6, 0.7, 0.7, 0.7, 1.1), 2, tuple(spans),
                   strong=frozenset(strong))  # fmt: skip


def _marks(language: str, random: Random) -> Content:
    """Periods that cover the rows of their pieces of work."""
    plan = bank(language)["syllabus"]
    rows, spans = [], []
    for period, works in plan["periods"]:
        start = 1 + len(rows)
        chosen = random.sample(works, random.randint(2, len(works)))
        for n, work in enumerate(chosen):
            weight = str(random.choice((10, 15, 20, 25, 30)))
            rows.append([period if n == 0 else "", work, weight, f"CLO{random.randint(1, 5)}"])
        spans.append((start, 0, start + len(chosen) - 1, 0))
    head = [*plan["assessment_head"], "CLO"]
    return Content(plan["sections"]["assessment"][0], [head, *rows], (1.5, 3, 1.2, 1), 1, tuple(spans))


def _blocks(language: str, random: Random) -> Content:
    """Courses in numbered blocks over the whole width, with a total per block."""
    words, plan = bank(language)["tables"], bank(language)["syllabus"]
    rows, spans, strong = [], [], set()
    for block in words["block"]:
        strong.add(1 + len(rows))
        spans.append((1 + len(rows), 0, 1 + len(rows), 2))
        rows.append([block, "", "", str(random.randint(8, 30)), ""])
        for place, (name, code) in enumerate(random.sample(plan["courses"], min(3, len(plan["courses"]))), 1):
            rows.append([str(place), code, name, str(random.randint(2, 5)), random.choice(words["kinds"])])
    return Content(words["courses"][2], [words["courses"], *rows], (0.8, 1.5, 3.6, 1.3, 1.2), 1, tuple(spans),
                   strong=frozenset(strong))  # fmt: skip


def merged() -> list[Callable[[str, Random], Content]]:
    """Return the makers of tables with merged cells."""
    return [_hours, _marks, _blocks]


def continued(language: str, random: Random) -> Content:
    """Return a table of some forty rows, which goes on to the next page."""
    plan, words = bank(language)["syllabus"], bank(language)["tables"]
    rows = []
    for place in range(1, random.randint(38, 48)):
        title = random.choice(plan["topics"])
        parts = [str(random.randint(1, 9)), random.choice(("", str(random.randint(1, 9))))]
        rows.append([str(place), title, *parts, f"[{random.randint(1, 14)}]"])
    head = [plan["topic_head"][0], plan["topic_head"][1], *words["parts"][:2], plan["topic_head"][3]]
    return Content(plan["sections"]["topics"][0], [head, *rows], (0.9, 4, 0.8, 0.8, 1.3))


def turned(language: str, random: Random) -> Content:
    """Return courses with hours by kind of work, those heads written upwards."""
    words, plan = bank(language)["tables"], bank(language)["syllabus"]
    head = [words["courses"][0], words["courses"][2], *words["activities"], plan["total"]]
    rows = []
    for place, (name, _) in enumerate(plan["courses"], 1):
        hours = [random.choice((0, 5, 10, 15, 30, 45)) for _ in words["activities"]]
        rows.append([str(place), name, *(str(h) if h else "" for h in hours), str(sum(hours))])
    for column in range(2, 2 + len(words["activities"])):
        if not any(row[column] for row in rows):
            rows[0][column] = "15"
    upwards = frozenset((0, column) for column in range(2, len(head)))
    return Content(words["courses"][2], [head, *rows], (0.8, 3.5, *([0.75] * (len(head) - 2))), 1, (), upwards)

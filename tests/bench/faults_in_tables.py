"""Faults of figures and codes: sums that do not hold, gaps, doubles, letters of another script, loose ends."""

from random import Random
from typing import Any

from tests.bench.planting import (
    Fault,
    Place,
    Plant,
    Source,
    add,
    column,
    is_kind,
    printed_rows,
    swap_in,
    swapped,
    tables,
    total_rows,
)

_LOOK_ALIKE = str.maketrans("CPOEHKA", "СРОЕНКА")


def _cell(table: str, name: str, by: int, place: Place) -> Plant:
    """Return a fault that adds to one number of a column."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, table):
            at = column(printed, name)
            rows = [row for row in printed_rows(printed) if at is not None and row[at] not in (None, "")]
            if at is not None and len(rows) >= 2:
                add(random.choice(rows), at, by)
                return place
        return None

    return plant


def _total(table: str, by: int, place: Place) -> Plant:
    """Return a fault that adds to the number of a total row."""

    def plant(source: Source, random: Random) -> Place | None:
        totals = [row for printed in tables(source, table) for row in total_rows(printed)]
        if not totals:
            return None
        row = random.choice(totals)
        add(row, max(n for n, cell in enumerate(row) if str(cell or "").isdigit()), by)
        return place

    return plant


def _load(kinds: int, by: int) -> Plant:
    """Return a fault in the table of workloads: of a class (0), of self-study together with the total (1)."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, "workloads"):
            rows, totals = printed_rows(printed), total_rows(printed)
            if len(rows) >= 2 and totals and len(rows[0]) == 2:
                add(rows[0] if kinds == 0 else rows[-1], 1, by)
                if kinds:
                    add(totals[0], 1, by)
                return Place(("workloads", "topics"))
        return None

    return plant


def _outcome_rows(source: Source) -> tuple[list[Any], bool]:
    """Return the printed outcomes, as rows of a table or as lines, and whether they are lines."""
    for printed in tables(source, "outcomes"):
        if column(printed, "code") == 0:
            return printed["rows"], False
    for block in source["blocks"]:
        lines = block.get("left", [])
        listed = isinstance(lines, list) and len(lines) >= 3 and all(line[:3] == lines[0][:3] for line in lines)
        if listed and lines[0][:1].isalpha() and any(mark in lines[0] for mark in ("1. ", "1: ")):
            return lines, True
    return [], False


def _code(row: Any) -> str:
    return str(row[0]) if isinstance(row, list) else row.split(".")[0].split(":")[0]


def _outcome_gap(source: Source, random: Random) -> Place | None:
    rows, _ = _outcome_rows(source)
    if len(rows) < 3:
        return None
    gone = random.choice(rows[1:-1])
    rows.remove(gone)
    return Place(("outcomes",), (_code(gone),))


def _outcome_twice(source: Source, random: Random) -> Place | None:
    rows, lines = _outcome_rows(source)
    if len(rows) < 3:
        return None
    first, last = _code(rows[0]), _code(rows[-1])
    rows[-1] = rows[-1].replace(last, first, 1) if lines else [first, *rows[-1][1:]]
    return Place(("outcomes",), (first, f"{first}#2"))


def _outcome_script(source: Source, random: Random) -> Place | None:
    rows, lines = _outcome_rows(source)
    if len(rows) < 3 or not _code(rows[0]).isascii() or _code(rows[1])[:-1].translate(_LOOK_ALIKE).isascii():
        return None
    code = _code(rows[1])
    wrong = code.translate(_LOOK_ALIKE)
    rows[1] = rows[1].replace(code, wrong, 1) if lines else [wrong, *rows[1][1:]]
    return Place(("outcomes",), (code,))


def _indicator(old: str, new: str, key: str) -> Plant:
    """Return a fault in the code of an indicator of a matrix."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, "outcome_links"):
            if swap_in([{"table": printed}], old, new):
                return Place(("outcomes", "outcome_links"), (key,))
        return None

    return plant


def _course(change: str) -> Plant:
    """Return a fault in the code of a course: `twice`, or `letter` among its digits."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, "courses"):
            rows = printed_rows(printed)
            if len(rows) < 4 or not any(ch.isdigit() for ch in str(rows[0][1])):
                continue
            number = random.randrange(1, len(rows))
            code = rows[number][1]
            rows[number][1] = rows[0][1] if change == "twice" else code[:-2] + "O" + code[-1]
            return Place(("courses",), (rows[number][1], f"{rows[number][1]}#2"))
        return None

    return plant


def _grades(change: str) -> Plant:
    """Return a fault in a grading scale: two steps that overlap, or points between two steps."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, "grades"):
            at, rows = column(printed, "percent_range"), printed_rows(printed)
            if at is not None and len(rows) > 2:
                low, high = rows[1][at].split("-")
                rows[1][at] = f"{low}-{int(high) + (7 if change == 'overlap' else -4)}"
                return Place(("grades",), (rows[1][0], rows[0][0]))
        return None

    return plant


def _source_number(source: Source, random: Random) -> Place | None:
    for printed in tables(source, "topics"):
        at, rows = column(printed, "sources"), printed_rows(printed)
        if at is not None and rows and any("bibliography" in block.get("rows", {}) for block in source["blocks"]):
            random.choice(rows)[at] = "1, 14"
            return Place(("topics",))
    return None


def _books_again(source: Source, random: Random) -> Place | None:
    """Number the further books anew, from 1, where topics cite sources by number."""
    books = [b for b in source["blocks"] if "bibliography" in b.get("rows", {})]
    cited = any(column(printed, "sources") is not None for printed in tables(source, "topics"))
    if len(books) < 2 or not cited or not books[1]["left"][0].startswith("3. "):
        return None
    books[1]["left"][0] = "1. " + books[1]["left"][0][3:]
    return Place(("bibliography",))


def _plan_as_total(source: Source, random: Random) -> Place | None:
    """Print another number of credits for the whole programme."""
    if not is_kind(source, "programme"):
        return None
    done = swap_in(source["blocks"], r"(?<=^)(\d{2}) tín chỉ$", "99 tín chỉ")
    return Place(("courses", "programmes")) if done else None


_SUMS = ("workload_total", "topic_hours_sum", "table_total")
_WEIGHTS = ("weight_sum", "table_total")
_GRADED = Place(("assessments", "assessment_periods"))

TABLE_FAULTS = (
    Fault("sums", "topic hours", ("topic_hours_sum",), _cell("topics", "hours", 2, Place(("topics",)))),
    Fault("sums", "topic total", ("topic_hours_sum",), _total("topics", 3, Place(("topics",)))),
    Fault("sums", "class hours", _SUMS, _load(0, 4)),
    Fault("sums", "workload total", ("workload_total",), _total("workloads", 5, Place(("workloads",)))),
    Fault("sums", "workload and credits", ("credit_norm",), _load(1, 23)),
    Fault("sums", "weights", _WEIGHTS, _cell("assessments", "weight_percent", 5, _GRADED)),
    Fault(
        "sums",
        "scores",
        ("score_sum", "period_score_sum", "table_total"),
        _cell("assessments", "max_score", 5, _GRADED),
    ),
    Fault("sums", "assessment total", ("score_sum", "table_total", "weight_sum"), _total("assessments", 10, _GRADED)),
    Fault("sums", "programme credits", ("credits_sum",), _plan_as_total),
    Fault("sums", "course total", ("credits_sum", "table_total"), _total("courses", 3, Place(("courses",)))),
    Fault("codes", "outcome gap", ("missing_outcome_code",), _outcome_gap),
    Fault("codes", "outcome twice", ("duplicate_outcome_code",), _outcome_twice),
    Fault("codes", "indicator gap", ("missing_outcome_code",), _indicator(r"PI2\.2", "PI2.3", "PI2.2")),
    Fault(
        "codes",
        "indicator of nothing",
        ("indicator_without_outcome", "link_end_missing"),
        _indicator(r"PI4\.1", "PI9.1", "PI9.1"),
    ),
    Fault(
        "codes", "outcome not defined", ("undefined_outcome", "link_end_missing"), _indicator(r"^PLO4$", "PLO9", "PLO9")
    ),
    Fault("codes", "course code twice", ("duplicate_course_code",), _course("twice")),
    Fault("codes", "course code letter", ("course_code_shape",), _course("letter")),
    Fault(
        "codes",
        "programme code",
        ("programme_code_shape",),
        swapped(("programme",), r"^(7\d{3})\d{3}$", r"\1", Place(("programmes",))),
    ),
    Fault("codes", "grades overlap", ("grade_overlap",), _grades("overlap")),
    Fault("codes", "grades apart", ("grade_gap",), _grades("gap")),
    Fault("references", "source not listed", ("source_reference_missing",), _source_number),
    Fault("references", "sources restart", ("ambiguous_source_reference",), _books_again),
    Fault("trust", "look-alike in a code", ("look_alike_letters",), _outcome_script),
)

"""Faults of plans and lists: calendars, second lists, matrices, blanks and doubles that a careful reader notices."""

from random import Random
from typing import Any

from tests.bench.planting import Entry, Fault, Place, Plant, Source, column, is_kind, printed_rows, swap_in, tables

_CALENDAR = {
    "vi": ("Nhiệm vụ", "Tuần"),
    "uk": ("Вид роботи", "Тиждень"),
    "ru": ("Вид работы", "Неделя"),
    "kk": ("Тапсырма түрі", "Апта"),
    "en": ("Task", "Week"),
}
_WEEKS = 10
_INSTRUCTIONS = {
    "vi": "(Hướng dẫn: nêu ngắn gọn mục tiêu của học phần)",
    "uk": "(зазначити мету та завдання дисципліни)",
    "ru": "(указать цели и задачи дисциплины)",
    "kk": "(көрсетіледі пәннің мақсаты мен міндеттері)",
    "en": "(Instructions: state the aims of the course)",
}


def _after(source: Source, table: str, added: Entry) -> None:
    """Print a block behind the first table that holds rows of a normalized table."""
    blocks = source["blocks"]
    first = next(tables(source, table))
    place = next(n for n, block in enumerate(blocks) if block.get("table") is first)
    blocks.insert(place + 1, added)


def calendar(source: Source, moved: int) -> Entry | None:
    """Return a calendar of the second kind of topics of a plan, each week moved on; None where no weeks are planned."""
    for printed in tables(source, "topics"):
        at, label = column(printed, "week"), ""
        parts: dict[str, set[int]] = {}
        for row in printed["rows"]:
            label = str(row["wide"]) if isinstance(row, dict) and "wide" in row else label
            if isinstance(row, list) and at is not None and str(row[at]).isdigit():
                parts.setdefault(label, set()).add(int(row[at]))
        if len(parts) < 2 or len(list(parts.values())[1]) < 2:
            return None
        label, weeks = list(parts.items())[1]
        marks = ["+" if n - moved in weeks else "" for n in range(1, _WEEKS + 1)]
        head, numbers = [*_CALENDAR[source["language"]], *[""] * (_WEEKS - 1)], ["", *map(str, range(1, _WEEKS + 1))]
        return {"table": {"header": head, "rows": [numbers, [label, *marks]]}}
    return None


def _calendar(source: Source, random: Random) -> Place | None:
    """Set the hand-ins one week later than the plan does."""
    added = calendar(source, 1)
    if added is None:
        return None
    _after(source, "topics", added)
    return Place(("topics",))


def _second_list(source: Source, random: Random) -> Place | None:
    """Print the courses once more by semesters, one of them with other credits."""
    for printed in tables(source, "courses"):
        rows = printed_rows(printed)
        if len(rows) < 4 or not is_kind(source, "programme"):
            return None
        head = ["TT", "Học kỳ", "Mã học phần", "Tên học phần", "Tín chỉ"]
        again = [[str(n), str(n), row[1], row[2], row[3]] for n, row in enumerate(rows, 1)]
        wrong = random.choice(again)
        wrong[-1] = str(int(wrong[-1]) + 2)
        _after(source, "courses", {"table": {"header": head, "rows": again}})
        return Place(("courses",), (wrong[2],))
    return None


def _other_total(source: Source, random: Random) -> Place | None:
    """State other credits of the whole programme in a sentence."""
    if not is_kind(source, "programme"):
        return None
    _after(source, "courses", {"para": "Chương trình đào tạo gồm 132 tín chỉ."})
    return Place(("programmes",))


def _no_credits(source: Source, random: Random) -> Place | None:
    for printed in tables(source, "courses"):
        rows = printed_rows(printed)
        if len(rows) >= 5 and is_kind(source, "programme"):
            row = random.choice(rows[1:])
            row[3] = ""
            return Place(("courses",), (row[1],))
    return None


def _bare_outcome(source: Source, random: Random) -> Place | None:
    """Print a matrix of courses and outcomes in which one outcome has no mark."""
    codes = sorted({str(row["code"]) for row in _gold(source, "outcomes") if row.get("kind") == "programme_outcome"})
    rows = [row for printed in tables(source, "courses") for row in printed_rows(printed)]
    if len(codes) < 4 or len(rows) < 5 or not is_kind(source, "programme"):
        return None
    bare = random.choice(codes)
    marked = [[row[1], row[2], *("" if code == bare else "x" for code in codes)] for row in rows]
    _after(source, "courses", {"table": {"header": ["Mã học phần", "Tên học phần", *codes], "rows": marked}})
    return Place(("outcomes",))


def _gold(source: Source, table: str) -> list[dict[str, Any]]:
    return [row for block in source["blocks"] for row in block.get("rows", {}).get(table, [])]


def _book_twice(source: Source, random: Random) -> Place | None:
    books = [b for b in source["blocks"] if "bibliography" in b.get("rows", {})]
    if len(books) < 2 or not books[-1]["left"][-1][:2].strip(". ").isdigit():
        return None
    last = books[-1]["left"][-1].split(". ", 1)[0]
    books[-1]["left"].append(f"{int(last) + 1}. " + books[0]["left"][0].split(". ", 1)[1])
    return Place(("bibliography",))


def _instruction(source: Source, random: Random) -> Place | None:
    if not is_kind(source, "syllabus"):
        return None
    _after(source, "topics", {"para": _INSTRUCTIONS[source["language"]]})
    return Place(("documents",))


def _emptied(table: str, name: str, place: Place) -> Plant:
    """Return a fault that leaves dots for the figures of a column, its totals too."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, table):
            at = column(printed, name)
            rows = printed_rows(printed)
            if at is None or len(rows) < 3:
                continue
            for row in printed["rows"]:
                cells = row if isinstance(row, list) else row.get("total")
                if cells:
                    cells[at] = "…"
            printed.pop("gold")
            return place
        return None

    return plant


def _one_blank(table: str, name: str, place: Place, least: int = 3) -> Plant:
    """Return a fault that leaves one cell of a column blank."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, table):
            at = column(printed, name)
            rows = [row for row in printed_rows(printed) if at is not None and row[at]]
            if at is not None and len(rows) >= least:
                random.choice(rows)[at] = ""
                return place
        return None

    return plant


def _bare_column(source: Source, random: Random) -> Place | None:
    """Give the table of marks a column that nobody filled in."""
    words = {"vi": "Phương pháp", "uk": "Метод", "ru": "Метод", "kk": "Әдіс", "en": "Method"}
    for printed in tables(source, "assessments"):
        if len(printed_rows(printed)) >= 3 and printed.get("header"):
            printed["header"].append(words[source["language"]])
            for row in printed["rows"]:
                (row if isinstance(row, list) else row.get("total", [])).append("")
            printed.pop("widths", None)
            return Place(("assessments", "assessment_periods"))
    return None


def _no_plan(source: Source, random: Random) -> Place | None:
    """Leave the second kind of topics out of the plan."""
    for printed in tables(source, "topics"):
        wide = [n for n, row in enumerate(printed["rows"]) if isinstance(row, dict) and "wide" in row]
        if len(wide) == 2:
            del printed["rows"][wide[1] :]
            return Place(("workloads",))
    return None


def _capital(source: Source, random: Random) -> Place | None:
    """Print the name of the course with a capital out of place in its description."""
    names = [
        str(row["name"]) for row in source.get("gold", {}).get("courses", []) if str(row.get("name")).count(" ") >= 2
    ]
    if len(names) != 1 or not is_kind(source, "syllabus") or names[0].isupper():
        return None
    first, second = names[0].split(" ", 1)
    blocks = [b for b in source["blocks"] if b.get("provision", {}).get("text")]
    if not blocks or not second[0].islower():
        return None
    wrong = f"{first} {second[0].upper()}{second[1:]}"
    blocks[0]["provision"]["text"] = f"{wrong}. {blocks[0]['provision']['text']}"
    return Place(("courses",))


def _label(source: Source, random: Random) -> Place | None:
    """Leave the credits of a card of lines blank."""
    lines = [b for b in source["blocks"] if isinstance(b.get("left"), list) and is_kind(source, "syllabus")]
    return Place(("courses",)) if swap_in(lines, r"^(Số tín chỉ):.*", r"\1:") else None


_MARKS = Place(("assessments", "assessment_periods"))

PLAN_FAULTS = (
    Fault("schedules", "calendar a week late", ("schedule_mismatch",), _calendar),
    Fault("conflicts", "credits of a course", ("credits_conflict",), _second_list),
    Fault("conflicts", "credits of a programme", ("credits_conflict",), _other_total),
    Fault("conflicts", "course without credits", ("missing_credits",), _no_credits),
    Fault("conflicts", "outcome without a course", ("outcome_not_served",), _bare_outcome),
    Fault("wholeness", "book listed twice", ("duplicate_source",), _book_twice),
    Fault("wholeness", "instruction of a template", ("template_text_left",), _instruction),
    Fault("blanks", "marks blank", ("blank_column",), _emptied("assessments", "weight_percent", _MARKS)),
    Fault("blanks", "scores blank", ("blank_column",), _emptied("assessments", "max_score", _MARKS)),
    Fault(
        "blanks",
        "hours of topics blank",
        ("topic_hours_missing", "blank_column"),
        _emptied("topics", "hours", Place(("topics",))),
    ),
    Fault("blanks", "one score blank", ("missing_max_score",), _one_blank("assessments", "max_score", _MARKS)),
    Fault(
        "blanks",
        "task without anybody",
        ("task_without_responsible",),
        _one_blank("tasks", "responsible", Place(("tasks",)), 4),
    ),
    Fault("blanks", "column without a cell", ("empty_column",), _bare_column),
    Fault("blanks", "credits of a card", ("blank_value",), _label),
    Fault("sums", "hours without topics", ("workload_without_topics",), _no_plan),
    Fault("wording", "capital out of place", ("inconsistent_name",), _capital),
)

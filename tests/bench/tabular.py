"""Benchmark pages that hold tables: topics with hours, outcomes, courses, grades; ruled, half-ruled, unruled."""

from random import Random
from typing import Any

from tests.bench.bank import Source, bank

_RULES = ("full", "full", "half", "none")


def table_page(random: Random) -> Source:
    """Return a page with two tables of different kinds, with gold cells in their blocks."""
    makers = [_topics, _outcomes, _courses, _grades]
    blocks: list[dict[str, Any]] = []
    for place, maker in enumerate(random.sample(makers, 2), 1):
        heading, table = maker(random)
        rules = random.choice(_RULES)
        blocks += [{"left": [f"{place}. {heading}"], "style": "bold"}, {"table": {**table, "rules": rules}}]
        blocks.append({"para": random.choice(bank("vi")["sentences"])})
    return {"language": "vi", "blocks": blocks, "gold": {}}


def _topics(random: Random) -> tuple[str, dict[str, Any]]:
    plan = bank("vi")["syllabus"]
    rows = [
        [str(week), title, str(random.randint(2, 9)), f"[{random.randint(1, 4)}]"]
        for week, title in enumerate(random.sample(plan["topics"], random.randint(4, 6)), 1)
    ]
    rows.append(["", "Tổng cộng", str(sum(int(row[2]) for row in rows)), ""])
    return "Nội dung chi tiết", {"header": plan["topic_head"], "rows": rows, "widths": [0.8, 4, 1.1, 1.2]}


def _outcomes(random: Random) -> tuple[str, dict[str, Any]]:
    plan = bank("vi")["syllabus"]
    texts = random.sample(plan["outcomes"], 4)
    rows = [[f"CLO{number}", text, f"PLO{random.randint(1, 12)}"] for number, text in enumerate(texts, 1)]
    return "Chuẩn đầu ra", {"header": ["Mã", "Nội dung chuẩn đầu ra", "Đáp ứng"], "rows": rows, "widths": [1, 4, 1]}


def _courses(random: Random) -> tuple[str, dict[str, Any]]:
    courses = bank("vi")["syllabus"]["courses"]
    rows = [
        [str(place), f"{code}{random.randint(1000, 4999)}", name, str(random.randint(2, 5))]
        for place, (name, code) in enumerate(random.sample(courses, random.randint(4, 6)), 1)
    ]
    head = ["TT", "Mã học phần", "Tên học phần", "Số TC"]
    return "Danh mục học phần", {"header": head, "rows": rows, "widths": [0.6, 1.4, 4, 0.9]}


def _grades(random: Random) -> tuple[str, dict[str, Any]]:
    rows = [["A", "4,0", "85 - 100", "Giỏi"], ["B", "3,0", "70 - 84", "Khá"], ["C", "2,0", "55 - 69", "Trung bình"]]
    rows += [["D", "1,0", "40 - 54", "Trung bình yếu"], ["F", "0,0", "0 - 39", "Kém"]]
    return "Thang điểm", {"header": ["Điểm chữ", "Điểm hệ 4", "Thang 100", "Xếp loại"], "rows": rows}

"""Composed syllabi of five languages: card, workload, outcomes, topics, assessment, books; sums that hold."""

from random import Random
from typing import Any

from tests.bench.bank import Source, bank, day, dotted, iso

Entry = dict[str, Any]
_SCALES = [
    [["A", 4.0, "90-100"], ["B", 3.0, "75-89"], ["C", 2.0, "60-74"], ["D", 1.0, "50-59"], ["F", 0.0, "0-49"]],
    [["A", 4.0, "85-100"], ["B", 3.0, "70-84"], ["C", 2.0, "55-69"], ["D", 1.0, "40-54"], ["F", 0.0, "0-39"]],
]


def syllabus(random: Random, language: str) -> Source:
    """Return a syllabus; hours of topics make the workload, workload makes credits times the norm, weights make 100."""
    words, plan = bank(language), bank(language)["syllabus"]
    issuer = random.choice(words["issuers"])[0]
    name, code = random.choice(plan["courses"])
    code += str(random.randint(1001, 4999)) if code.isalpha() else ""
    credits, date = random.choice((3, 4, 5)), day(random, 2022)
    hours = _hours(random, plan, credits)
    blocks: list[Entry] = [{"center": [issuer], "style": "bold"}]
    gold: dict[str, Any] = {}
    document = {"kind": "syllabus", "language": language, "title": name, "issuer": issuer}
    if "approval" in words and language == "kk":
        blocks.append(_approval(random, words, date))
        document["issued_on"] = iso(date)
    blocks += [{"center": [random.choice(plan["kind_line"])], "style": "bold"}, {"center": [name], "style": "bold"}]
    gold["documents"] = [document]
    gold["courses"] = [{"code": code, "name": name, "credits": credits}]
    card, relation = _card(random, plan, name, code, credits)
    gold["courses"][0] |= card.pop("_row")
    gold["course_relations"] = [{"course_code": code, "relation": "prerequisite", "name": relation}]
    blocks.append(card)
    order = ["description", "workload", "outcomes", "topics", "assessment", "grades", "books"]
    makers = {"description": _description, "workload": _workload, "outcomes": _outcomes, "topics": _topics,
              "assessment": _assessment, "grades": _grades, "books": _books}  # fmt: skip
    place = 0
    for part in (part for part in order if part != "grades" or random.random() < 0.5):
        if part in plan["sections"]:
            place += 1
            blocks.append({"provision": _section(place, random.choice(plan["sections"][part]), part, plan)})
        made = makers[part](random, plan, {"code": code, "hours": hours, "language": language})
        if part in ("outcomes", "books"):
            blocks[-1]["list"] = len(made)
        blocks += made
    return {"language": language, "blocks": blocks, "gold": gold, "size": 11.5}


def _section(place: int, heading: str, part: str, plan: dict[str, Any]) -> Entry:
    text = {"text": plan["descriptions"][0]} if part == "description" else {}
    return {"number": str(place), "label": f"{place}.", "heading": heading, **text}


def _hours(random: Random, plan: dict[str, Any], credits: int) -> dict[str, int]:
    """Return hours by activity that make credits times the norm."""
    total = credits * plan["hours_per_credit"]
    kinds = ["lecture", random.choice([k for k in ("practice", "laboratory", "seminar") if k in plan["activities"]])]
    hours = {kind: random.choice((12, 14, 16, 18, 20, 24)) for kind in kinds}
    if "supervised_self_study" in plan["activities"]:
        hours["supervised_self_study"] = 15
    return hours | {"self_study": total - sum(hours.values())}


def _approval(random: Random, words: dict[str, Any], date: tuple[int, int, int]) -> Entry:
    name = random.choice(words["names"])
    row = {"name": name, "role": words["approval"]["role"], "act": "approved", "acted_on": iso(date)}
    lines = [words["approval"]["word"], words["approval"]["role"], name, f"{dotted(date)} ж."]
    return {"right": lines, "rows": {"people": [row]}}


def _card(random: Random, plan: dict[str, Any], name: str, code: str, credits: int) -> tuple[Entry, str]:
    """Return the block of the course's facts, as a table or as lines, and the prerequisite."""
    semester = random.randint(1, 8)
    before = random.choice([course for course, _ in plan["courses"] if course != name])
    values = {"name": name, "code": code, "credits": credits, "semester": semester}
    values |= {"language": plan["language_value"], "prerequisite": before}
    rows = [[random.choice(plan["card"][key]), str(value)] for key, value in values.items()]
    language = {"Tiếng Việt": "vi", "українська": "uk", "русский": "ru", "қазақ тілі": "kk", "English": "en"}
    row = {"semester": semester, "teaching_language": language[plan["language_value"]]}
    if random.random() < 0.5:
        return {"left": [f"{label}: {value}" for label, value in rows], "_row": row}, before
    return {"table": {"header": [], "rows": rows, "widths": [2, 3]}, "_row": row}, before


def _description(random: Random, plan: dict[str, Any], facts: Entry) -> list[Entry]:
    return []


def _workload(random: Random, plan: dict[str, Any], facts: Entry) -> list[Entry]:
    labels = {kind: random.choice(names) for kind, names in plan["activities"].items()}
    rows: list[Any] = [[labels[kind], str(hours)] for kind, hours in facts["hours"].items()]
    rows.append({"total": [plan["total"], str(sum(facts["hours"].values()))]})
    gold = [{"course_code": facts["code"], "activity": kind, "hours": hours} for kind, hours in facts["hours"].items()]
    table = {"header": plan["workload_head"], "rows": rows, "widths": [3, 1]}
    whole = {
        "course_code": facts["code"],
        "activity": "total",
        "hours": sum(facts["hours"].values()),
        "_optional": True,
    }
    return [{"table": table, "rows": {"workloads": [*gold, whole]}}]


def _outcomes(random: Random, plan: dict[str, Any], facts: Entry) -> list[Entry]:
    texts = random.sample(plan["outcomes"], random.randint(3, 4))
    codes = [f"{plan['outcome_prefix']}{number}" for number in range(1, len(texts) + 1)]
    rows = [list(pair) for pair in zip(codes, texts, strict=True)]
    columns = {"table": "outcomes", "fixed": {"kind": "course_outcome"}, "columns": ["code", "text"]}
    if random.random() < 0.5:
        return [{"table": {"header": plan["outcome_head"], "rows": rows, "gold": columns, "widths": [1, 5]}}]
    gold = [{"code": code, "text": text, "kind": "course_outcome"} for code, text in rows]
    lines = [f"{code}. {text}" for code, text in rows]
    return [{"left": lines, "rows": {"outcomes": gold}}]


def _parts(random: Random, whole: int, count: int) -> list[int]:
    """Return `count` numbers of at least 1 that make `whole`."""
    cuts = sorted(random.sample(range(1, whole), count - 1))
    return [b - a for a, b in zip([0, *cuts], [*cuts, whole], strict=True)]


def _topics(random: Random, plan: dict[str, Any], facts: Entry) -> list[Entry]:
    rows: list[Any] = []
    titles = random.sample(plan["topics"], len(plan["topics"]))
    kinds = [kind for kind in facts["hours"] if "self_study" not in kind]
    for kind in kinds:
        count = min(len(titles) // len(kinds), random.randint(3, 5))
        rows.append({"wide": random.choice(plan["activities"][kind]), "set": {"activity": kind}})
        week = 1
        for hours in _parts(random, facts["hours"][kind], count):
            rows.append([str(week), titles.pop(), str(hours), f"{random.randint(1, 2)}, 3"])
            week += random.randint(1, 3)
        if random.random() < 0.6:
            rows.append({"total": ["", plan["total"], str(facts["hours"][kind]), ""]})
    columns = {
        "table": "topics",
        "fixed": {"course_code": facts["code"]},
        "columns": ["week", "title", "hours", "sources"],
    }
    return [{"table": {"header": plan["topic_head"], "rows": rows, "gold": columns, "widths": [0.9, 4, 1.1, 1.3]}}]


def _assessment(random: Random, plan: dict[str, Any], facts: Entry) -> list[Entry]:
    column = plan.get("score", "weight_percent")
    works = [
        (period, title) for period, titles in plan["periods"] for title in random.sample(titles, min(2, len(titles)))
    ]
    if column == "weight_percent":
        works = [(period, title) for period, title in works if title != plan["periods"][1][1][-1]]
    weights = [part * 5 for part in _parts(random, 20, len(works))]
    rows: list[Any] = []
    last = None
    for (period, title), weight in zip(works, weights, strict=True):
        rows.append([period if period != last else "", title, str(weight)])
        last = period
    rows.append({"total": ["", plan["total"], "100"]})
    columns = {"table": "assessments", "fixed": {"course_code": facts["code"]}, "columns": ["period", "title", column]}
    return [{"table": {"header": plan["assessment_head"], "rows": rows, "gold": {**columns, "carry": ["period"]}}}]


_GRADE_HEADS = {
    "vi": ["Điểm chữ", "Điểm hệ 4", "Thang điểm 100"],
    "uk": ["Оцінка ЄКТС", "Бали", "Відсотки"],
    "ru": ["Буквенная оценка", "Баллы", "Проценты"],
    "kk": ["Әріптік баға", "Балл", "%-тік құрамы"],
    "en": ["Grade", "Points", "Percentage"],
}


def _grades(random: Random, plan: dict[str, Any], facts: Entry) -> list[Entry]:
    rows = [[letter, f"{points:.1f}", span] for letter, points, span in random.choice(_SCALES)]
    columns = {"table": "grades", "columns": ["letter", "points", "percent_range"]}
    return [{"table": {"header": _GRADE_HEADS[facts["language"]], "rows": rows, "gold": columns}}]


def _books(random: Random, plan: dict[str, Any], facts: Entry) -> list[Entry]:
    books = random.sample(plan["books"], 3)
    blocks: list[Entry] = []
    for label, section, part in (
        (plan["books_main"], "main", books[:2]),
        (plan["books_more"], "additional", books[2:]),
    ):
        numbers = [str(books.index(text) + 1) for text in part]
        gold = [{"section": section, "number": n, "text": text} for n, text in zip(numbers, part, strict=True)]
        lines = [f"{number}. {text}" for number, text in zip(numbers, part, strict=True)]
        blocks += [{"left": [label], "style": "bold"}, {"left": lines, "rows": {"bibliography": gold}}]
    return blocks

"""Composed Vietnamese programmes: general facts, outcomes with codes, a matrix of links, a list of courses."""

from random import Random
from typing import Any

from tests.bench.bank import Source, bank, day, iso, person

_PROGRAMMES = [("7340301", "Kế toán", "Accounting"), ("7480201", "Công nghệ thông tin", "Information Technology"),
               ("7620109", "Nông học", "Agronomy"), ("7140202", "Giáo dục Tiểu học", "Primary Education")]  # fmt: skip


def programme(random: Random) -> Source:
    """Return a programme whose course credits make its total and whose links have both ends."""
    words, date = bank("vi"), day(random, 2020)
    issuer, name = random.choice(words["issuers"])[0], person(random)
    code, title, english = random.choice(_PROGRAMMES)
    courses = [(place, c, n, random.randint(2, 4)) for place, (n, c) in enumerate(words["syllabus"]["courses"], 1)]
    total = sum(course[3] for course in courses)
    facts = [("Tên chương trình", f"{title} ({english})"), ("Mã ngành đào tạo", code), ("Trình độ đào tạo", "Đại học")]
    facts += [
        ("Thời gian đào tạo", "4 năm"),
        ("Tổng số tín chỉ", f"{total} tín chỉ"),
        ("Ngôn ngữ đào tạo", "Tiếng Việt"),
    ]
    points = [
        {"number": f"I.{n}", "label": f"{n}.", "heading": label, "text": value, "inline": True}
        for n, (label, value) in enumerate(facts, 1)
    ]
    blocks: list[dict[str, Any]] = [
        {"center": [issuer.upper()], "style": "bold"},
        {"center": ["CHƯƠNG TRÌNH ĐÀO TẠO"], "style": "bold"},
        {"center": [f"Ngành: {title}"], "style": "bold"},
        {"provision": {"number": "I", "label": "I.", "heading": "THÔNG TIN CHUNG", "points": points}},
        *_outcomes(random),
        {"left": ["III. KHUNG CHƯƠNG TRÌNH"], "style": "bold"},
        _courses(courses, code, total),
        {"align": "tail", "pair": {"left": [""], "right": ["*HIỆU TRƯỞNG", "", "", f"*{name}"]},
         "rows": {"people": [{"name": name, "role": "HIỆU TRƯỞNG", "act": ["signed", "approved"]}]}},
    ]  # fmt: skip
    document = {"kind": "programme", "language": "vi", "title": [f"Ngành: {title}", title], "issuer": issuer}
    row = {"code": code, "name": title, "name_en": english, "level": "bachelor", "duration_years": 4}
    row |= {"teaching_language": "vi", "total_credits": total}
    gold = {"documents": [{**document, "issued_on": [None, iso(date)]}], "programmes": [row]}
    return {"language": "vi", "blocks": blocks, "gold": gold}


def _outcomes(random: Random) -> list[dict[str, Any]]:
    texts = random.sample(bank("vi")["syllabus"]["outcomes"], 4)
    codes = [f"PLO{number}" for number in range(1, 5)]
    gold = [{"code": c, "kind": "programme_outcome", "text": t} for c, t in zip(codes, texts, strict=True)]
    indicators = [(f"PI{n}.{k}", f"PLO{n}") for n in range(1, 5) for k in (1, 2)]
    sentences = random.sample(bank("vi")["sentences"], 8)
    rows = [
        [target if code.endswith(".1") else "", f"{code}. {text}"]
        for (code, target), text in zip(indicators, sentences, strict=True)
    ]
    found = [{"code": c, "kind": "indicator", "text": t} for (c, _), t in zip(indicators, sentences, strict=True)]
    links = [{"source_code": code, "target_code": target} for code, target in indicators]
    return [
        {
            "provision": {"number": "II", "label": "II.", "heading": "CHUẨN ĐẦU RA"},
            "rows": {"outcomes": gold},
            "list": 1,
        },
        {"left": [f"{code}: {text}" for code, text in zip(codes, texts, strict=True)]},
        {
            "table": {"header": ["Chuẩn đầu ra (PLOs)", "Chỉ báo (PIs)"], "rows": rows, "widths": [1, 4]},
            "rows": {"outcomes": found, "outcome_links": links},
        },
    ]


def _courses(courses: list[tuple[int, str, str, int]], code: str, total: int) -> dict[str, Any]:
    rows: list[Any] = [[str(place), f"{c}1{place:02d}", name, str(credits)] for place, c, name, credits in courses]
    rows.append({"total": ["", "", "Tổng cộng", str(total)]})
    gold = [{"code": r[1], "name": r[2], "credits": int(r[3]), "programme_code": [code, None]} for r in rows[:-1]]
    table = {"header": ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"], "rows": rows, "widths": [0.6, 1.4, 4, 1]}
    provision = {"number": "III", "heading": "KHUNG CHƯƠNG TRÌNH"}
    return {"table": table, "rows": {"courses": gold, "provisions": [provision]}}

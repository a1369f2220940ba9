"""Composed school plans with dated tasks, and registers and forms that stand behind a regulation."""

from random import Random
from typing import Any

from tests.bench.bank import Source, bank, day, dotted, in_vietnamese, iso, person

Entry = dict[str, Any]


def school_plan(random: Random) -> Source:
    """Return a Vietnamese school plan: aims, a table of tasks with who and when, distribution list, signature."""
    words = bank("vi")["plan"]
    date, place = day(random, 2022), random.choice(bank("vi")["places"])
    (school, code), parent = random.choice(words["schools"]), random.choice(words["parents"])
    subject, number, name = random.choice(words["subjects"]), f"{random.randint(2, 180)}/KH-", person(random)
    number += code
    left = [parent.upper(), f"*{school.upper()}", "", f"Số: {number}"]
    right = ["*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "*Độc lập - Tự do - Hạnh phúc", ""]
    aims = [
        {"number": f"I.{n}", "label": f"{n}.", "text": text}
        for n, text in enumerate(random.sample(words["aims"], 2), 1)
    ]
    blocks: list[Entry] = [
        {"pair": {"left": left, "right": [*right, f"_{place}, {in_vietnamese(date)}"]}},
        {"center": ["KẾ HOẠCH"], "style": "bold"},
        {"center": [subject], "style": "bold"},
        {"provision": {"number": "I", "label": "I.", "heading": "MỤC ĐÍCH, YÊU CẦU", "points": aims}},
        {"provision": {"number": "II", "label": "II.", "heading": "TIẾN ĐỘ THỰC HIỆN"}},
        _tasks(random, words, date[0]),
        {
            "align": "tail",
            "pair": {
                "left": ["_Nơi nhận:", f"- {parent} (để b/c);", "- Lưu: VT."],
                "right": ["*HIỆU TRƯỞNG", "", "", f"*{name}"],
            },
            "rows": {
                "recipients": [{"name": parent, "purpose": "để b/c"}, {"name": "VT", "purpose": "Lưu"}],
                "people": [{"name": name, "role": "HIỆU TRƯỞNG", "act": "signed", "acted_on": [None, iso(date)]}],
            },
        },
    ]
    document = {"kind": "plan", "language": "vi", "number": number, "title": subject, "issuer": school}
    document |= {"parent_body": parent, "issued_on": iso(date), "issued_at": place}
    return {"language": "vi", "blocks": blocks, "gold": {"documents": [document]}}


def _tasks(random: Random, words: dict[str, Any], year: int) -> Entry:
    rows = []
    for place, title in enumerate(random.sample(words["works"], 4), 1):
        due, who = day(random, year + 1, year + 1), random.choice(words["people"])
        rows.append([str(place), title, who, f"{due[2]:02d}/{due[1]:02d}/{due[0]}"])
    gold = {"table": "tasks", "columns": [None, "title", "responsible", "due_on"]}
    return {"table": {"header": words["head"], "rows": rows, "widths": [0.6, 3, 2, 1.6], "gold": gold}}


def register(random: Random, year: int) -> list[Entry]:
    """Return a Russian register of revisions on a page of its own."""
    words = bank("ru")["register"]
    rows, gold = [], []
    for place, (old, new) in enumerate(random.sample(words["changes"], 2), 1):
        basis, entered = day(random, year + place, year + place), (year + place, 12, 28 + place % 2)
        number, title = f"{random.randint(3, 300)}-О", random.choice(words["orders"])
        sheet = str(random.randint(2, 3))
        text = f"Приказ ректора от {dotted(basis)} № {number} «{title}»"
        rows.append([f"{place}.", dotted(entered), sheet, text, f"{old} заменить на: {new}"])
        row = {"registered_on": iso(entered), "sheets": sheet, "action": "replace", "basis_number": number}
        gold.append({**row, "basis_issued_on": iso(basis), "old_text": old, "new_text": new})
    citations = [{"kind": "order", "number": row["basis_number"], "_optional": True} for row in gold]
    heading = {"heading": words["title"], "_optional": True}
    return [
        {"break": "page"},
        {"center": [words["title"]], "style": "bold", "rows": {"provisions": [heading]}},
        {
            "table": {"header": words["head"], "rows": rows, "widths": [1.2, 1.2, 1, 2.6, 2.6]},
            "rows": {"amendments": gold, "citations": citations},
        },
    ]


def forms(random: Random, words: dict[str, Any]) -> list[Entry]:
    """Return blank Ukrainian forms, each on its page."""
    plan = words["form"]
    entries: list[Entry] = []
    for number, title in enumerate(random.sample(plan["title"], 2), 1):
        row = {"number": str(number), "title": title, "addressee": plan["addressee"]}
        head = [plan["label"].replace("{n}", str(number)), plan["addressee"], "_" * 26]
        entries += [{"break": "page"}, {"right": head}]
        entries.append({"center": [title], "style": "bold", "rows": {"forms": [row]}})
        entries += [{"left": [plan["body"], "«___» ____________ 20__ р.          ____________ (підпис)"]}]
    return entries

"""Composed decisions and regulations of five languages, with gold tables by construction."""

from calendar import month_name
from collections.abc import Callable
from random import Random
from typing import Any

from tests.bench.bank import Source, bank, binding, day, dotted, in_vietnamese, iso, person
from tests.bench.plans import forms, register

Entry = dict[str, Any]


def vietnamese_decision(random: Random) -> Source:
    """Return a decision of a university: head, bases, three or four articles, distribution list, signature."""
    words, date = bank("vi"), day(random, 2022)
    issuer, code = random.choice(words["issuers"])
    parent, place, subject = (random.choice(words[key]) for key in ("parents", "places", "subjects"))
    number = f"{random.randint(11, 4999)}/QĐ-{code}"
    title = subject[0].upper() + subject[1:]
    blocks = [_head(issuer.upper(), parent.upper(), number, place, date)]
    blocks += [{"center": ["QUYẾT ĐỊNH"], "style": "bold"}, {"center": [title], "style": "bold"}]
    blocks += [{"center": [f"HIỆU TRƯỞNG {issuer.upper()}"], "style": "bold"}]
    blocks += [_basis(base) for base in random.sample(words["bases"], random.randint(2, 4))]
    blocks += [_own_basis(random, issuer, code, date[0] - random.randint(1, 2))]
    blocks += [{"center": ["QUYẾT ĐỊNH:"], "style": "bold"}]
    texts = [f"{title}.", *random.sample(words["articles"], random.randint(1, 2))]
    texts.insert(1, "Quyết định này có hiệu lực kể từ ngày ký.")
    texts.append(words["last"])
    blocks += [_article(number_, text) for number_, text in enumerate(texts, 1)]
    blocks.append(_tail(random, date, len(texts)))
    document = {"kind": "decision", "language": "vi", "number": number, "title": title, "issuer": issuer}
    document |= {"parent_body": parent, "issued_on": iso(date), "issued_at": place, "effective_from": iso(date)}
    return {"language": "vi", "blocks": blocks, "gold": {"documents": [document]}}


def _head(issuer: str, parent: str, number: str, place: str, date: tuple[int, int, int]) -> Entry:
    words = issuer.split()
    middle = len(words) // 2 if len(issuer) > 26 else len(words)
    lines = [f"*{' '.join(words[:middle])}", *([f"*{' '.join(words[middle:])}"] if middle < len(words) else [])]
    left = [parent, *lines, "", f"Số: {number}"]
    right = [
        "*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "*Độc lập - Tự do - Hạnh phúc",
        "",
        f"_{place}, {in_vietnamese(date)}",
    ]
    return {"pair": {"left": left, "right": right}}


def _basis(base: dict[str, Any]) -> Entry:
    return {"para": base["text"], "style": "italic", "rows": {"citations": [base["row"]]}}


def _own_basis(random: Random, issuer: str, code: str, year: int) -> Entry:
    act = random.choice(bank("vi")["own_bases"])
    date = (year, *day(random)[1:])
    number = f"{random.randint(3, 900)}/{act['code'].replace('{code}', code)}"
    text = f"Căn cứ {act['word']} số {number} {in_vietnamese(date)} của {act['issuer']} về việc {act['title']};"
    row = {"kind": act["kind"], "number": number, "issued_on": iso(date), "title": act["title"], "relation": "basis"}
    return _basis({"text": text, "row": {**row, "issuer": [act["issuer"], f"{act['issuer']} {issuer}"]}})


def _article(number: int, text: str) -> Entry:
    return {"provision": {"number": f"Điều {number}", "label": f"Điều {number}.", "bold": True, "text": text}}


def _tail(random: Random, date: tuple[int, int, int], articles: int) -> Entry:
    words = bank("vi")
    chosen = [[f"Như Điều {articles}", None], *random.sample(words["recipients"][1:], random.randint(1, 3))]
    archive, signer, name = random.choice(words["archive"]), random.choice(words["signers"]), person(random)
    lines = [f"- {who} ({why});" if why else f"- {who};" for who, why in chosen]
    recipients = [{"name": who, **({"purpose": why} if why else {})} for who, why in chosen]
    people = {"name": name, "role": signer["role"], "act": "signed", "acted_on": [None, iso(date)]}
    people |= {"capacity": signer["capacity"]} if "capacity" in signer else {}
    right = [*signer["lines"], "", "", "", "", f"*{name}"]
    return {
        "align": "tail",
        "pair": {"left": ["_Nơi nhận:", *lines, f"- Lưu: {archive}."], "right": right},
        "rows": {"recipients": [*recipients, {"name": archive, "purpose": "Lưu"}], "people": [people]},
    }


def vietnamese_regulation(random: Random) -> Source:
    """Return a decision with the regulation that it encloses: chapters, articles, clauses, points."""
    source = vietnamese_decision(random)
    words, issuer = bank("vi"), source["gold"]["documents"][0]["issuer"]
    blocks: list[Entry] = [*source["blocks"], {"break": "page"}, {"center": ["QUY ĐỊNH"], "style": "bold"}]
    number, chapters = 0, random.sample(words["chapters"][1:], random.randint(1, 2))
    for roman, heading in zip(("I", "II", "III"), [words["chapters"][0], *chapters], strict=False):
        under = [f"Chương {roman}", f"CHƯƠNG {roman}"]
        rows = {"provisions": [{"number": under, "heading": heading}]}
        blocks.append({"center": [f"Chương {roman}", heading], "style": "bold", "rows": rows})
        if roman == "I":
            blocks += [_terms(random, 1, under, issuer)]
            number = 1
        for title in random.sample(words["headings"], 2):
            number += 1
            blocks.append(_clauses(random, number, title, under))
    return {**source, "blocks": blocks}


def _terms(random: Random, number: int, under: list[str], issuer: str) -> Entry:
    chosen = random.sample(bank("vi")["terms"], 2)
    points = [
        {"number": f"Điều {number}.{place}", "label": f"{place}.", "text": f"{term} là {meaning}."}
        for place, (term, meaning) in enumerate(chosen, 1)
    ]
    provision = {"number": f"Điều {number}", "label": f"Điều {number}.", "heading": "Giải thích từ ngữ", "under": under}
    provision |= {"text": "Trong Quy định này, các từ ngữ dưới đây được hiểu như sau:", "points": points}
    rows = [{"term": term, "definition": meaning, "kind": "definition"} for term, meaning in chosen]
    return {"provision": provision, "rows": {"terms": rows}}


def _clauses(random: Random, number: int, heading: str, under: Any) -> Entry:
    points, rows = [], []
    for place in range(1, random.randint(3, 4)):
        label = f"Điều {number}.{place}"
        if random.random() < 0.5:
            text, row = binding(random, "vi")
            rows.append({"provision": label, **row})
        else:
            text = random.choice(bank("vi")["sentences"])
        points.append({"number": label, "label": f"{place}.", "text": text})
    provision = {"number": f"Điều {number}", "label": f"Điều {number}.", "heading": heading, "under": under}
    return {"provision": {**provision, "points": points}, "rows": {"requirements": rows}}


def numbered_regulation(random: Random, language: str) -> Source:
    """Return a Ukrainian, Russian or English regulation of numbered clauses, with its approval."""
    words, date = bank(language), day(random, 2022, 2024)
    issuer, title = random.choice(words["issuers"])[0], random.choice(words["titles"])
    source: Source = {"language": language, "blocks": [], "gold": {}}
    document = {"kind": "regulation", "language": language, "title": title, "issuer": issuer, "issued_on": iso(date)}
    source["gold"]["documents"] = [document]
    blocks = source["blocks"]
    blocks.append({"center": [issuer], "style": "bold"})
    _APPROVALS[language](random, words, date, source)
    blocks.append({"center": [title], "style": "bold"})
    for place, heading in enumerate(words["chapters"], 1):
        blocks.append(_chapter(random, language, place, heading, issuer))
        if place == 1 and "terms_line" in words:
            definitions = _definitions(random, words)
            blocks[-1]["list"] = len(definitions)
            blocks += definitions
    if language == "ru":
        blocks += register(random, min(date[0], 2023))
    if language == "uk" and random.random() < 0.6:
        blocks += forms(random, words)
    return source


def _chapter(random: Random, language: str, place: int, heading: str, issuer: str) -> Entry:
    words, points, rows = bank(language), [], {}
    requirements, citations, terms = [], [], []
    dot = "." if language == "uk" else ""
    if place == 1 and "opening" in words:
        points.append((words["opening"]["text"], None))
        citations += words["opening"]["citations"]
    if place == 1 and "alias" in words:
        word = random.choice(words["alias"]["word"])
        points.append((words["alias"]["text"].replace("{issuer}", issuer).replace("{word}", word), None))
        terms.append({"term": word, "definition": issuer, "kind": ["alias", "abbreviation"]})
    for _ in range(random.randint(2, 3)):
        points.append(binding(random, language) if random.random() < 0.6 else (random.choice(words["sentences"]), None))
    if place == 1 and "terms_line" in words:
        points.append((words["terms_line"], None))
    built = []
    for index, (text, row) in enumerate(points, 1):
        number = f"{place}.{index}"
        built.append({"number": number, "label": number + dot, "text": text})
        requirements += [{"provision": number, **row}] if row else []
    rows = {"requirements": requirements, "citations": citations, "terms": terms}
    return {
        "provision": {"number": str(place), "label": f"{place}{dot}", "heading": heading, "points": built},
        "rows": rows,
    }


def _definitions(random: Random, words: dict[str, Any]) -> list[Entry]:
    join = f" {words['verb']} " if "verb" in words else " – "
    return [
        {
            "para": f"{term}{join}{meaning}.",
            "rows": {"terms": [{"term": term, "definition": meaning, "kind": "definition"}]},
        }
        for term, meaning in random.sample(words["terms"], 2)
    ]


def _approve_ukrainian(random: Random, words: dict[str, Any], date: tuple[int, int, int], source: Source) -> None:
    plan, name, number = words["approval"], random.choice(words["names"]), str(random.randint(1, 12))
    long = f"{date[2]:02d} {words['months'][date[1] - 1]} {date[0]}"
    lines = [line.format(number=number, long=long, name=name) for line in plan["lines"]]
    citation = {
        "kind": "minutes",
        "number": number,
        "issued_on": iso(date),
        "issuer": plan["issuer"],
        "relation": "approves",
    }
    person_ = {"name": name, "role": plan["role"], "act": ["approved", "signed"], "acted_on": [iso(date), None]}
    source["blocks"].append({"right": lines, "rows": {"citations": [citation], "people": [person_]}})


def _approve_russian(random: Random, words: dict[str, Any], date: tuple[int, int, int], source: Source) -> None:
    name, code = random.choice(words["names"]), f"П-{random.randint(1, 9)}.{random.randint(1, 9)}-{date[0]}"
    version = f"{random.randint(1, 4):02d}"
    source["gold"]["documents"][0] |= {"number": code, "version": version}
    source["header"] = ["Система менеджмента качества"]
    source["footer"] = [f"Версия: {version} | {code} | Лист {{page}}", "||Листов {pages}"]
    lines = ["УТВЕРЖДАЮ", "Ректор", name, f"{dotted(date)} г."]
    row = {"name": name, "role": "Ректор", "act": "approved", "acted_on": iso(date)}
    source["blocks"].append({"right": lines, "rows": {"people": [row]}})


def _approve_english(random: Random, words: dict[str, Any], date: tuple[int, int, int], source: Source) -> None:
    line = f"Approved by the Academic Board on {date[2]} {month_name[date[1]]} {date[0]}"
    row = {"issued_on": iso(date), "issuer": [None, "Academic Board"], "relation": "approves", "_optional": True}
    source["blocks"].append({"right": [line], "rows": {"citations": [row]}})


_APPROVALS: dict[str, Callable[[Random, dict[str, Any], tuple[int, int, int], Source], None]] = {
    "uk": _approve_ukrainian,
    "ru": _approve_russian,
    "en": _approve_english,
}

"""Faults of words: dates, citations, numbering, blanks, signatures, pages torn out, words lost, garbled layers."""

from random import Random

from tests.bench.planting import (
    Entry,
    Fault,
    Place,
    Plant,
    Source,
    column,
    is_kind,
    printed_rows,
    swap_in,
    swapped,
    tables,
)

_OWN = Place(("documents",))
_CITED = Place(("citations",))
_PROVISION_KINDS = ("decision", "regulation", "plan", "circular")


def _bases(source: Source) -> list[Entry]:
    """Return the lines of the legal basis of a Vietnamese document that bear a number and a date."""
    return [
        b
        for b in source["blocks"]
        if isinstance(b.get("para"), str) and b["para"].startswith("Căn cứ") and " số " in b["para"]
    ]


def _basis(old: str, new: str) -> Plant:
    """Return a fault in one line of the legal basis."""

    def plant(source: Source, random: Random) -> Place | None:
        lines = [line for line in _bases(source) if "Luật" not in line["para"]]
        random.shuffle(lines)
        return _CITED if any(swap_in([line], old, new) for line in lines) else None

    return plant


def _own_date(new: str, place: Place) -> Plant:
    """Return a fault in the date of a Vietnamese act's head."""

    def plant(source: Source, random: Random) -> Place | None:
        head = [b for b in source["blocks"] if "pair" in b][:1]
        done = head and swap_in(head, r"ngày \d\d tháng \d\d? năm 20\d\d", new)
        return place if done else None

    return plant


def _effect(source: Source, random: Random) -> Place | None:
    """Let a decision take effect years before it was made."""
    old, new = r"có hiệu lực (?:kể )?từ ngày ký", "có hiệu lực kể từ ngày 01 tháng 3 năm 2009"
    return _OWN if swap_in(source["blocks"], old, new) else None


def _approval(new: str, place: Place) -> Plant:
    """Return a fault in the printed date of an approval stamp."""

    def plant(source: Source, random: Random) -> Place | None:
        stamps = [b for b in source["blocks"] if "right" in b]
        return place if swap_in(stamps, r"\d\d\.\d\d\.(20\d\d)", new) else None

    return plant


def _due(new: str, place: Place) -> Plant:
    """Return a fault in the date of a task of a plan."""

    def plant(source: Source, random: Random) -> Place | None:
        for printed in tables(source, "tasks"):
            row = random.choice(printed_rows(printed))
            if swap_in([{"table": {"rows": [row]}}], r"\d\d/\d\d/\d{4}", new):
                return place
        return None

    return plant


def _no_due(source: Source, random: Random) -> Place | None:
    """Take the day of one task away, where the others keep theirs."""
    for printed in tables(source, "tasks"):
        rows = printed_rows(printed)
        if len(rows) >= 4 and swap_in([{"table": {"rows": [random.choice(rows)]}}], r"\d\d/\d\d/\d{4}", ""):
            return Place(("tasks",))
    return None


def _misprint(source: Source, random: Random) -> Place | None:
    """Let a finger strike one key too many after a syllable with a mark."""
    blocks = [b for b in source["blocks"] if "provision" in b and not b["provision"].get("points")]
    random.shuffle(blocks)
    done = any(swap_in([block], r"(?<= )(học|viên|phần)(?= )", r"\1q") for block in blocks)
    return Place(("provisions",)) if done else None


def _provisions(source: Source) -> list[list[Entry]]:
    """Return lists of printed provisions in order: the articles, and the points under each of them."""
    tops = [b["provision"] for b in source["blocks"] if "provision" in b]
    return [tops, *(list(top["points"]) for top in tops if top.get("points"))]


def _clause_gone(source: Source, random: Random) -> Place | None:
    """Take away a clause between two others."""
    lists = [top["points"] for b in source["blocks"] if (top := b.get("provision")) and len(top.get("points", ())) >= 3]
    if not lists:
        return None
    points = random.choice(lists)
    place = random.randrange(1, len(points) - 1)
    points.pop(place)
    return Place(("provisions",), (str(points[place]["number"]),))


def _article_gone(source: Source, random: Random) -> Place | None:
    """Take away an article between two others."""
    blocks = [b for b in source["blocks"] if str(b.get("provision", {}).get("number", "")).startswith("Điều")]
    if len(blocks) < 3:
        return None
    place = random.randrange(1, min(len(blocks) - 1, 3))
    source["blocks"].remove(blocks[place])
    number = str(blocks[place + 1]["provision"]["number"])
    if number == "Điều 1":  # the enclosed regulation begins: what is gone is the last of the decision
        return None
    return Place(("provisions",), (number, f"{number}#2"))


_OWN_CLAUSE = {
    "vi": "Việc này thực hiện theo quy định tại Điều 47 của Quy định này.",
    "uk": "Порядок визначено у пункті 9.9 цього Положення.",
    "ru": "Порядок установлен пунктом 9.9 настоящего Положения.",
    "en": "The procedure is set out in clause 9.9 of these Regulations.",
}


def _clause_cited(source: Source, random: Random) -> Place | None:
    """Let a clause refer to one that the document does not have."""
    points = [p for group in _provisions(source)[1:] for p in group if isinstance(p.get("text"), str)]
    words = _OWN_CLAUSE.get(source["language"])
    if not points or not words or not is_kind(source, *_PROVISION_KINDS):
        return None
    point = random.choice(points)
    point["text"] = f"{point['text'].rstrip(';.')}. {words}"
    return Place(("provisions",))


def _lost(source: Source, random: Random) -> Place | None:
    """Lose the middle of a clause, as repair marks it."""
    points = [p for group in _provisions(source) for p in group if isinstance(p.get("text"), str)]
    points = [p for p in points if len(p["text"].split()) > 6]
    if not points:
        return None
    point = random.choice(points)
    words = point["text"].split()
    point["text"] = " ".join([*words[:3], "⟦?⟧", *words[5:]])
    return Place(("provisions",), (str(point["number"]),))


def _lost_topic(source: Source, random: Random) -> Place | None:
    for printed in tables(source, "topics"):
        at = column(printed, "title")
        rows = [row for row in printed_rows(printed) if at is not None and len(str(row[at]).split()) > 2]
        if rows and at is not None:
            row = random.choice(rows)
            row[at] = "⟦?⟧ " + " ".join(row[at].split()[1:])
            return Place(("topics",))
    return None


def _torn_page(source: Source, random: Random) -> Place | None:
    """Print a document with page footers on three pages or more; the second is marked to be torn out."""
    if not any("{pages}" in line for line in source.get("footer", ())):
        return None
    blocks = source["blocks"]
    third = len(blocks) // 3
    blocks[third:third] = [{"break": "page"}]
    blocks[2 * third + 1 : 2 * third + 1] = [{"break": "page"}]
    source["torn"] = 2
    return _OWN


def _nameless(source: Source, random: Random) -> Place | None:
    """Leave the name out of the signature of a Vietnamese act."""
    if source["language"] != "vi" or not is_kind(source, "decision", "plan", "notice"):
        return None
    for block in source["blocks"]:
        if block.get("align") == "tail" and any(row.get("name") for row in block.get("rows", {}).get("people", [])):
            right = block["pair"]["right"]
            block["pair"]["right"] = right[:-1]
            return Place(("people",))
    return None


def _draft(source: Source, random: Random) -> Place | None:
    words = {"vi": "DỰ THẢO", "uk": "ПРОЄКТ", "ru": "ПРОЕКТ", "kk": "ЖОБА", "en": "DRAFT"}
    source["blocks"].insert(0, {"right": [words[source["language"]]]})
    return _OWN


def _replaced(source: Source, random: Random) -> Place | None:
    """Let a decision rest on a circular that was replaced before."""
    lines = [line for line in _bases(source) if "Luật" not in line["para"]]
    issued = [str(row.get("issued_on")) for row in source.get("gold", {}).get("documents", [])]
    if not lines or not issued or issued[0] < "2021-11":
        return None
    words = "Quy chế tuyển sinh và đào tạo trình độ thạc sĩ"
    random.choice(lines)["para"] = (
        "Căn cứ Thông tư số 15/2014/TT-BGDĐT ngày 15 tháng 5 năm 2014 của Bộ trưởng Bộ Giáo dục và Đào tạo ban hành "
        f"{words};"
    )
    return Place(("citations",), ("15/2014/TT-BGDĐT",))


def _two_effects(source: Source, random: Random) -> Place | None:
    """Say twice and not alike from when a document takes effect."""
    old = r"((?:Quyết định|Quy định|Quy chế) này có hiệu lực (?:kể )?từ ngày ký[^.]*\.)"
    new = r"\1 Quy định này có hiệu lực kể từ học kỳ 1 năm học 2023-2024."
    return _OWN if swap_in(source["blocks"], old, new) else None


def _replaces(source: Source, random: Random) -> Place | None:
    old = r"((?:Quyết định|Quy định) này có hiệu lực (?:kể )?từ ngày ký)"
    new = r"\1 và thay thế Quyết định số 117/QĐ-ĐHTĐ ngày 12 tháng 3 năm 2015"
    return _CITED if is_kind(source, "decision") and swap_in(source["blocks"], old, new) else None


_SHORT = {
    "vi": ("theo QCPH", "Quy chế phối hợp (sau đây gọi tắt là QCPH) được áp dụng từ học kỳ này."),
    "uk": ("згідно з ППВ", "Порядок проведення виборів (далі – ППВ) застосовується з цього семестру."),
    "ru": ("согласно ППВ", "Порядок проведения выборов (далее – ППВ) применяется с этого семестра."),
}


def _short_too_early(source: Source, random: Random) -> Place | None:
    """Use a short name in the first clause and introduce it in the last."""
    points = [p for group in _provisions(source)[1:] for p in group if isinstance(p.get("text"), str)]
    words = _SHORT.get(source["language"])
    if len(points) < 2 or words is None or not is_kind(source, "regulation"):
        return None
    points[0]["text"] = f"{points[0]['text'].rstrip(';.')} {words[0]}."
    points[-1]["text"] = f"{points[-1]['text'].rstrip(';.')}. {words[1]}"
    return Place(("terms",))


_UNNAMED = {
    "uk": "Строки визначено Законом України, ст. 8.",
    "ru": "Сроки определены Федеральным законом, ст. 8.",
}


def _unnamed_law(source: Source, random: Random) -> Place | None:
    points = [p for group in _provisions(source)[1:] for p in group if isinstance(p.get("text"), str)]
    words = _UNNAMED.get(source["language"])
    if not points or words is None:
        return None
    point = random.choice(points)
    point["text"] = f"{point['text'].rstrip(';.')}. {words}"
    return _CITED


def _unread_number(source: Source, random: Random) -> Place | None:
    """Print a letter for a figure in the number of a cited act, as a bad scan does."""
    return _basis(r"số (\d+)/20(\d)(\d)/", r"số \1/2O\2\3/")(source, random)


TEXT_FAULTS = (
    Fault("dates", "basis on no day", ("date_impossible",), _basis(r"ngày \d+ tháng \d+", "ngày 31 tháng 02")),
    Fault("dates", "basis after document", ("date_order",), _basis(r"(ngày \d+ tháng \d+) năm \d{4}", r"\1 năm 2025")),
    Fault("dates", "effect before document", ("effect_before_document",), _effect),
    Fault("dates", "date to come", ("date_in_future",), _own_date("ngày 04 tháng 5 năm 2098", _OWN)),
    Fault(
        "dates",
        "own date on no day",
        ("date_impossible",),
        _own_date("ngày 31 tháng 6 năm 2023", Place(("documents",))),
    ),
    Fault(
        "dates",
        "approval on no day",
        ("date_impossible",),
        _approval(r"31.02.\1", Place(("people", "documents", "citations"))),
    ),
    Fault("dates", "approval to come", ("date_in_future",), _approval(r"05.03.2098", Place(("people", "documents")))),
    Fault("dates", "task on no day", ("date_impossible",), _due("31/02/2025", Place(("tasks",)))),
    Fault("dates", "task before the plan", ("date_order",), _due("05/03/2012", Place(("tasks",)))),
    Fault(
        "references", "number without issuer", ("citation_number_shape",), _basis(r"số (\d+/20\d\d)/[\w-]+", r"số \1")
    ),
    Fault("references", "unknown issuer", ("citation_number_shape",), _basis(r"/TT-BGDĐT", "/TT-BDGĐT")),
    Fault("references", "circular without year", ("citation_number_shape",), _basis(r"(\d+)/20\d\d/TT-", r"\1/TT-")),
    Fault(
        "references", "act without number", ("citation_without_number",), _basis(r" số \d+/20\d\d/(?:TT|NĐ)[\w-]+", "")
    ),
    Fault(
        "references",
        "act without date",
        ("citation_without_date",),
        _basis(r"( số \S+) ngày \d+ tháng \d+ năm \d+", r"\1"),
    ),
    Fault("wording", "misprint", ("spelling",), _misprint),
    Fault("wholeness", "task without a day", ("task_without_due_date",), _no_due),
    Fault("references", "clause that is not there", ("cited_clause_missing",), _clause_cited),
    Fault("wholeness", "clause gone", ("provision_numbering_gap",), _clause_gone),
    Fault("wholeness", "article gone", ("provision_numbering_gap",), _article_gone),
    Fault("wholeness", "page torn out", ("page_footer_gap",), _torn_page),
    Fault(
        "wholeness",
        "number blank",
        ("blank_value",),
        swapped(("decision", "plan"), r"^(_?Số:) \d+/", r"\1      /", _OWN),
    ),
    Fault("wholeness", "day blank", ("blank_value",), _own_date("ngày      tháng      năm 2023", _OWN)),
    Fault(
        "wholeness",
        "approval blank",
        ("incomplete_date", "date_incomplete", "blank_value"),
        _approval(r"___.___.\1", Place(("people", "documents"))),
    ),
    Fault("wholeness", "signer without name", ("signatory_missing",), _nameless),
    Fault("wholeness", "draft", ("draft_document",), _draft),
    Fault("trust", "words lost", ("unreadable_text",), _lost),
    Fault("trust", "words of a topic lost", ("unreadable_text",), _lost_topic),
    Fault("trust", "letter in a number", ("low_confidence_value",), _unread_number),
    Fault("trust", "look-alike in a number", ("look_alike_letters",), _basis(r"/NĐ-CP", "/NĐ-СР")),
    Fault("references", "act replaced before", ("citation_superseded",), _replaced),
    Fault("references", "opening word lost", ("basis_incomplete",), _basis(r"^Căn cứ (?=Thông|Nghị|Quyết)", ". ")),
    Fault("references", "law without a name", ("incomplete_citation",), _unnamed_law),
    Fault("references", "another act replaced", ("replaces_act",), _replaces),
    Fault("dates", "effect said twice", ("effect_differs",), _two_effects),
    Fault("wording", "short name too early", ("abbreviation_before_definition",), _short_too_early),
)

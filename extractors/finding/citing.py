"""Citations of a whole document: which act, where, and what it is to the document."""

import re
from dataclasses import replace

from extractors.finding import acts_english, acts_kazakh, acts_linear, acts_slavic
from extractors.finding.acts import Act, with_part
from extractors.finding.lists import NormativeList, find_lists, read_entry
from extractors.finding.marks import Mark, Marks
from extractors.finding.preambles import dated_before, in_preamble, resolved
from extractors.finding.stamps import Stamp, body_of, stamp_at
from extractors.heads.pieces import body_offset
from models.document import Document, Mention
from models.text import RunningText

_READERS = {"uk": acts_slavic.read_acts, "ru": acts_slavic.read_acts, "kk": acts_kazakh.read_acts}
_BODY_START = {
    "vi": re.compile(
        r"(?m)^\s*(?:Điều\s1\b|ĐIỀU\s1\b|Chương\s(?:I|1)\b|CHƯƠNG\s(?:I|1)\b|(?:I|1|A)[.)/-]\s?[A-ZĐÀ-Ỹ]|PHẦN\s"
        r"|Phần\s(?:I|1)\b)"
    ),
    "en": re.compile(r"(?m)^\s*(?:Article\s1\b|ARTICLE\s1\b|Chapter\s(?:I|1)\b|CHAPTER\s|1\.\s)"),
    "": re.compile(r"(?m)^\s*(?:1\.?\s+[А-ЯІЇЄҐӘҒҚҢӨҰҮҺ]|І\.\s|I\.\s|Розділ\s1|РОЗДІЛ\s(?:1|I|І)|Глава\s1|1\.1\.?\s)"),
}
_HEADED = re.compile(
    r"(?:Điều\s\d|(?:\d+|[IVXІХ]+)(?:\.\d+)*\.?\s?[А-ЯЁІЇЄҐӘҒҚҢӨҰҮҺA-ZĐÀ-Ỹ]|Додаток|Приложение|Nơi nhận"
    r"|[А-ЯІЇЄҐA-ZĐ ]{8,}$)"
)
_ENCLOSED = re.compile(
    r"\W*(?:được )?(?:[Bb]an hành )?(?:kèm theo|issued (?:together )?with|attached to)", re.IGNORECASE
)
_OWN_NUMBER = re.compile(r"(?m)\bS[ốô]\s?:")
_BASIS_LINE = re.compile(
    r"[\s.,*•+-]*(?:C[ăaâ]n\s?c\w{0,3}\W|Thực hiện|Theo|Xét|Pursuant|Based on|In accordance|Considering|Having regard)",
    re.IGNORECASE,
)
_REGISTER = re.compile(
    r"(?mi)^\s*(?:#*\s*)?лист\sрегистрации\sизменений|^\s*(?:аркуш|лист)\s(?:реєстрації|обліку)\sзмін"
    r"|^\s*өзгерістерді\sтіркеу"
)
_APPROVING = re.compile(
    r"(?:^|(?<=[.;]\s))(?:(?:Робоч\w+ програм\w+ |Силабус |Рабоч\w+ программ\w+ )?"
    r"(?i:затверджено|схвалено|розглянуто|погоджено"
    r"|утвержден[оа]|одобрен[оа]|рассмотрен[оа]|бекітілді|қаралды)\s(?:на\s|рішенням|решением|вчен|уч[её]н)"
    r"|[^\n.]{0,70}(?:отырысында|кеңесінде|мәжілісінде)\s(?:қара|талқы|бекіт|мақұл|ұсын))"
)
"""An approval below a list of literature: no source any more."""
_APPROVED = re.compile(
    r"(?:[Зз]атвердж|[Сс]хвал|[Уу]хвал|[Уу]твержд|[Пп]ринят|[Оо]добр|[Рр]ассмотр|[Рр]озглян|[Бб]екітіл|[Ққ]аралды|[Ққ]арастырыл|[Тт]алқыла|[Ее]нгізілді|ЕНГІЗІЛ|МАҚҰЛДАН|БЕКІТІЛ|ҚАРАЛ)\w*"
)
_KAZAKH_BODY = re.compile(
    r"(?:^|(?<![А-ЯӘҒҚҢӨҰҮҺІ])[.:;)]\s)([А-ЯӘҒҚҢӨҰҮҺІ][^\n.:;()№\d_]{3,100}?(?:сы|сі|[^ыі]))(?:[ндт][ыі]ң)\s(?:отырыс|мәжіліс)ында"
    r"|((?:Ғылыми|Академиялық|Әдістемелік|Оқу-әдістемелік|Ғылыми-әдістемелік)\sкеңес)(?:тің|інің)\s(?:отырыс|мәжіліс)(?:ында|інде)"
)
"""A body in the genitive whose sitting approved the document, at the beginning of a sentence or known by its name."""
_OWN = re.compile(
    r"(?:розробл|складен|укладен|разработан|составлен|підготовлен|подготовлен|жасалған|жасалды|әзірлен(?:ген|ді)|[Бб]ұйырамын|БҰЙЫРАМЫН"
    r"|регламентується|регламентируется|здійснюється відповідно)"
)


def cited_acts(document: Document, text: RunningText, marks: Marks, stamps: list[Stamp]) -> list[Mention]:
    """Return a mention for each citation, in reading order."""
    body = body_start(document, text, marks)
    lists = find_lists(marks) if marks.language not in ("vi", "en") else []
    literature = _literature(marks)
    register = _REGISTER.search(marks.text, body)
    found: list[Mention] = []
    before: Act | None = None
    for start, end in marks.paragraphs:
        if register and start >= register.start() and "\t" in marks.text[start:end]:
            continue
        if _ENCLOSED.match(marks.text[start:end]):
            found += _enclosing(document, text, marks, start, end)
            continue
        basis = start < body and bool(_BASIS_LINE.match(marks.text[start:end]))
        for act in _in_paragraph(marks, start, end, basis=basis, lists=lists):
            if any(s <= act.start < e for s, e in literature):
                continue
            act = _related(marks, act, (start, end), body, stamps, lists)
            of = before.number if act.amends and before else None
            found.append(_mention(text, act, of))
            before = act
    if marks.language == "en":
        found = _with_english(text, marks, found)
    return found + _unnumbered_minutes(text, marks, stamps, found)


def _with_english(text: RunningText, marks: Marks, found: list[Mention]) -> list[Mention]:
    """Add approvals in closing lines and rules cited by their titles; what was read of these words before gives way."""
    literature = _literature(marks)
    acts = [a for start, end in marks.paragraphs for a in acts_english.read_rules(marks, start, end)]
    acts = [a for a in acts if not any(s <= a.start < e for s, e in literature)]
    carded = acts_english.read_superseded(marks)
    acts = [a for a in acts if not any(c.start <= a.start < c.end for c in carded)]
    more = [_mention(text, act, None) for act in (*acts_english.read_approvals(marks), *carded, *acts)]
    numbered = [m for m in found if m.parts.get("number")]
    more = [m for m in more if not any(n.span.start < m.span.end and m.span.start < n.span.end for n in numbered)]
    kept = [m for m in found if not any(n.span.start < m.span.end and m.span.start < n.span.end for n in more)]
    return kept + more


def _enclosing(document: Document, text: RunningText, marks: Marks, start: int, end: int) -> list[Mention]:
    """Return the decision that a programme or syllabus says it is enclosed with; an act that encloses has its own."""
    own = document.genre.kind in ("syllabus", "programme", "plan") and not _OWN_NUMBER.search(marks.text, 0, 1500)
    if not own or start > 2500:
        return []
    reader = _READERS.get(marks.language, acts_linear.read_acts)
    acts = [act for act in reader(marks, start, end, basis=False) if act.number]
    return [_mention(text, replace(act, relation="enacts"), None) for act in acts[:1]]


def _in_paragraph(marks: Marks, start: int, end: int, *, basis: bool, lists: list[NormativeList]) -> list[Act]:
    reader = _READERS.get(marks.language, acts_linear.read_acts)
    entry = read_entry(marks, start, end) if any(n.start <= start < n.end for n in lists) else None
    acts = reader(marks, start, end, basis=basis)
    if (
        entry is not None
        and entry.number
        and not any(a.number and a.kind in ("order", "resolution", "law") for a in acts)
    ):
        return [entry, *(a for a in acts if a.number)] if not entry.number[0].isdigit() else [entry]
    if entry is not None and entry.kind == "charter":
        return [entry, *(a for a in acts if a.number)]
    return acts or ([entry] if entry is not None else [])


def body_start(document: Document, text: RunningText, marks: Marks) -> int:
    """Return where the head and the preamble end: as parsing says, else at the first article or section."""
    if document.zones.body.start > 0:
        return text.position(body_offset(document))
    pattern = _BODY_START.get(marks.language, _BODY_START[""])
    match = pattern.search(marks.text)
    return match.start() if match else min(len(marks.text), 6000)


def _literature(marks: Marks) -> list[tuple[int, int]]:
    """Return the stretches of lists of literature: their entries are sources, not acts that are cited."""
    stretches: list[tuple[int, int]] = []
    opened: int | None = None
    for start, end in marks.paragraphs:
        if opened is not None and (approving := _APPROVING.search(marks.text[start:end])):
            stretches.append((opened, start + approving.start()))
            opened = None
        if end - start > 110:
            continue
        labels = marks.within("connectors", start, min(end, start + 60), "literature")
        if labels and not re.search(r"[^\W\d_]{3}", marks.text[start : labels[0].start]) and end - labels[0].end < 45:
            opened = start if opened is None else opened
        elif (
            opened is not None
            and _HEADED.match(marks.text[start:end])
            and not re.search(r"[№/–,]|\d{4}", marks.text[start:end])
        ):
            stretches.append((opened, start))
            opened = None
    return stretches + ([(opened, len(marks.text))] if opened is not None else [])


def _related(
    marks: Marks, act: Act, paragraph: tuple[int, int], body: int, stamps: list[Stamp], lists: list[NormativeList]
) -> Act:
    """Say what the act is to the document."""
    start, end = paragraph
    stamp = stamp_at(stamps, act.start)
    if stamp is not None and marks.language != "en":
        return _stamped(marks, act, stamp)
    listed = next((n for n in lists if n.start <= act.start < n.end), None)
    if act.relation is not None:
        return act
    if act.amends:
        return replace(act, relation="amends")
    if marks.language == "kk" and act.start < body and act.start - start < 3 and _approves_here(marks, act, end):
        return replace(act, relation="approves", title=None)
    if act.kind == "minutes" and marks.language not in ("vi", "en"):
        return resolved(marks, act) if in_preamble(marks, act) else _minutes(marks, act)
    if act.number and _is_amended(marks, act, start, end):
        return replace(act, relation="amends")
    if listed is not None:
        return replace(act, relation=listed.relation)
    if act.kind == "standard" and act.number and act.start < body:
        return replace(act, relation="basis")
    if marks.language in ("vi", "en"):
        return replace(act, relation=_linear_relation(marks, act, start, end, body))
    if in_preamble(marks, act):
        return replace(act, relation="basis")
    return replace(act, relation=_other_relation(marks, act, start, end))


def _approves_here(marks: Marks, act: Act, end: int) -> bool:
    """Say whether the head says that an act approved the text: `… министрінің … № 61 бұйрығымен бекітілген`."""
    number = act.places.get("number")
    said = re.compile(r"\s*(?:бұйрығы|қаулысы|шешімі|өкімі)мен\s+бекітіл(?:ген|ді)\W*").match(
        marks.text, number[1] if number else act.end, end
    )
    return said is not None and not re.search(r"сәйкес|негізінде", marks.text[said.end() : end])


_AMENDING = re.compile(
    r"(?:[Вв]несени\w+|[Вв]нести)\s(?:\w+\s){0,2}?(?:(?:изменени|дополнени)\w*(?:\s\(?(?:и|или|и/или)\)?\s\w+)?\s)?во?\s(?:\w+\s){0,3}$"
    r"|[Вв]нес(?:ення|ти)\s(?:\w+\s){0,2}(?:змін|доповнен)\w*(?:\s(?:та|і|й)\s\w+)?\s(?:до|у|в)\s(?:\w+\s){0,3}$"
)
_PART_OF = re.compile(
    r"\s+(?:(?:một số\s)?(?:cụm từ|từ|nội dung|phụ lục|điều|khoản|điểm|mục|chương|bảng|biểu|mẫu)(?!\w))", re.IGNORECASE
)
"""What is replaced or dropped is a part of the act, not the act: `Thay thế Phụ lục IV của Quyết định …`."""
_AMENDED = re.compile(
    r"\S*\s(?:\([^()]{5,250}\)\s)?(?:мынадай\s|келесі\s|кейбір\s)?(?:өзгеріс|толықтыру)(?:тер|лар|лер)?\w*[^.;\n]{0,60}?\sенгіз",
    re.I,
)


def _is_amended(marks: Marks, act: Act, start: int, end: int) -> bool:
    """Say whether the words around an act say that it is changed: before it, or in Kazakh after it."""
    if marks.language == "kk":
        return _AMENDED.match(marks.text, act.end - 1, min(end, act.end + 420)) is not None
    if marks.language not in ("uk", "ru"):
        return False
    return _AMENDING.search(re.sub(r"\s+", " ", marks.text[max(start, act.start - 120) : act.start])) is not None


def _linear_relation(marks: Marks, act: Act, start: int, end: int, body: int) -> str:
    before = marks.text[start : act.start]
    near = [
        m
        for m in marks.within("connectors", max(start, act.start - 160), act.start)
        if m.label in ("replaced", "amends")
    ]
    after = [m for m in marks.within("connectors", act.end, min(end, act.end + 160)) if m.label == "lapsed"]
    if act.start < body:
        titled = re.search(r"(?:[Ss]ửa đổi|SỬA ĐỔI|[Aa]mend)[^;]{0,80}$", before) and not re.match(
            r"\s*(?:Căn cứ|Pursuant)", before
        )
        if re.search(
            r"(?:^\W*|\(\s*)(?:[Đđ]ược )?(?:(?:[Bb]an hành )?[Kk]èm theo|[Bb]an hành theo)\s*(?:các\s)?$", before
        ):
            return "enacts"
        return "amends" if titled else "basis"
    if re.match(r"\s*Căn cứ\s", before) and len(before) < 30 and act.number:
        return "basis"
    if near and not re.search(r"[;.]\s", marks.text[near[-1].end : act.start]):
        if near[-1].label == "replaced":
            return "amends" if _PART_OF.match(marks.text, near[-1].end, act.start) else "replaces"
        return "amends" if re.search(r"Điều\s\d+\.|Article", before) or len(before) < 200 else "refers"
    return "replaces" if after and not re.search(r"[;.]\s", marks.text[act.end : after[0].start]) else "refers"


def _other_relation(marks: Marks, act: Act, start: int, end: int) -> str:
    before = marks.text[max(start, act.start - 260) : act.start]
    cues = [
        m
        for m in marks.within("connectors", max(start, act.start - 260), act.start)
        if m.label in ("basis", "replaced")
    ]
    if cues and cues[-1].label == "replaced" and act.start - cues[-1].end < 60:
        return "replaces"
    if marks.language == "kk":
        if re.match(r"\S*\s(?:күші\sжойыл|күшін\sжой)", marks.text[act.end - 1 : min(end, act.end + 40)]):
            return "replaces"
        cue = next((m for m in marks.within("connectors", act.end, end) if m.label == "basis"), None)
        own = cue is not None and (
            _OWN.search(marks.text[cue.end : end])
            or re.match(
                r"\s*(?:Қазақстан\sРеспубликасының\sҮкіметі\s|[^\s.;]+\sмәслихаты\s)?"
                r"(?:БҰЙЫРАМЫН|ҚАУЛЫ ЕТЕДІ|ШЕШІМ ҚАБЫЛДАДЫ)",
                marks.text[cue.end : end + 70],
            )
        )
        return "basis" if own else "refers"
    sentence = before.rsplit(". ", 1)[-1]
    above = marks.text[max(0, start - 230) : start]
    announced = marks.within("connectors", max(0, start - 230), start, "basis")
    if announced and _OWN.search(above) and start - announced[-1].end < 140:
        return "basis"
    if any(m.label == "basis" for m in cues) and (
        _OWN.search(sentence) or _OWN.search(marks.text[act.end : act.end + 80].split(". ")[0])
    ):
        return "basis"
    return "refers"


def _stamped(marks: Marks, act: Act, stamp: Stamp) -> Act:
    relation = "enacts" if stamp.act == "enacted" or act.kind == "order" else "approves"
    if marks.language == "kk" and act.kind == "order":
        return replace(act, relation="basis")
    near = marks.text[max(0, act.start - 60) : act.start]
    if re.search(r"(?:введен|вводит|Введен)\w*\s(?:в|у)\s(?:дію|действие)[^.]{0,30}$", near, re.IGNORECASE):
        relation = "enacts"
    body = body_of(marks, stamp)
    act = replace(act, relation=relation)
    if body is not None and act.kind in ("minutes", "decision", "resolution"):
        act = replace(act, issuer=None)
        act = with_part(act, "issuer", body.value, (body.start, body.end))
    return dated_before(marks, act) if act.kind == "minutes" else act


def _minutes(marks: Marks, act: Act) -> Act:
    """Minutes outside a stamp: an approval where the words before say so, with the body that they name."""
    first = max(0, act.start - 260)
    before = marks.text[first : act.start]
    near = before[-90:] if marks.language == "kk" else before
    behind = marks.text[act.end : act.end + 40] if marks.language == "kk" else ""
    relation = "approves" if _APPROVED.search(near) or re.match(r"\S*\s*(?:бекіт|мақұл)", behind) else "basis"
    if act.issuer:
        return replace(act, relation=relation)
    name = r"((?:[Кк]афедр|[Вв]чен|[Уу]ч[её]н|[Кк]оміс|[Кк]омисс|[Рр]ад|[Мм]етодич|[Нн]ауково)\w*\s[^\n;:№\d(]{3,160})"
    verbs = r"(?:[Оо]добрен|[Уу]твержден|[Пп]ринят|[Сс]хвален|[Зз]атверджен|[Уу]хвален|[Пп]огоджен|[Сс]огласован)\w*"
    named = next(reversed(list(re.finditer(rf"{verbs}\s{name}", before))), None) or re.search(
        rf"засіданн\w+\s{name}|заседани\w+\s{name}|(?:^|\n)([^\n]{{5,120}}?(?:комиссиясы|кеңесі|кафедрасы))\s\w+ған"
        r"|(?:^|\n)([^\n.]{3,100}?)(?:[ндт][ыі]ң)?\s(?:отырысында|мәжілісінде)"
        r"|(?:^|\n|:\s)([^\n.:;]{3,80}?\s?(?:[Кк]еңес|[Кк]омиссия|[Кк]афедра)(?:сы)?)(?:ның|нің|тің)\s(?:шешімі|хаттамасы)",
        before,
    )
    named = named or _KAZAKH_BODY.search(before)
    act = replace(act, relation=relation)
    if named is None:
        return act
    group = next(i for i in range(1, len(named.groups()) + 1) if named.group(i))
    tail = re.search(r"(?:[\s,(«»\"]*(?:[Пп]ротокол\w*|від|от|№))*[\s,(«»\"]*$", named.group(group))
    place = (first + named.start(group), first + named.end(group) - len(tail[0] if tail else ""))
    return with_part(act, "issuer", re.sub(r"\s+", " ", marks.text[slice(*place)]), place)


def _unnumbered_minutes(text: RunningText, marks: Marks, stamps: list[Stamp], found: list[Mention]) -> list[Mention]:
    """Approvals by a collective body whose protocol has a blank for its number and date."""
    extra = []
    for stamp in stamps:
        body = body_of(marks, stamp)
        span = text.span(stamp.start, stamp.end)
        if body is None or stamp.act == "agreed" or any(span.start <= m.span.start < span.end for m in found):
            continue
        kinds: list[Mark] = marks.within("kinds", stamp.start, stamp.end, "minutes act")
        if kinds:
            act = Act(kinds[0].start, kinds[0].end, "minutes", relation="approves")
            extra.append(_mention(text, with_part(act, "issuer", body.value, (body.start, body.end)), None))
    return extra


def _mention(text: RunningText, act: Act, of_number: str | None) -> Mention:
    parts = {
        name: getattr(act, name)
        for name in ("kind", "number", "issued_on", "issuer", "title", "relation", "article")
        if getattr(act, name)
    }
    if of_number:
        parts["of_number"] = of_number
    parts["places"] = {name: text.span(*place) for name, place in act.places.items()}
    return Mention(
        "citation", text.span(act.start, act.end), act.number or act.title, parts, act.confidence, "find.citation"
    )

"""Signatures at the close of a document without a rule between office and name, and the lines that name its makers."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.finding.marking.persons import find_persons, only_person
from extractors.people.english_approvals import TITLE
from extractors.people.knowledge import labels
from extractors.people.lines import rest_of_office
from models.document import Document
from models.rows import Row, Value
from models.text import Span, TextLine
from normalizers.letters import CYRILLIC
from normalizers.values.names import name_of
from normalizers.wordings import Wordings

_C, _c = CYRILLIC.upper(), f"{CYRILLIC}ʼ’'"
_NAME = (
    rf"(?:[{_C}]\.\s?(?:[{_C}]\.\s?)?[{_C}][{_c}-]{{2,24}}|[{_C}][{_c}-]{{2,24}}\s[{_C}]\.\s?(?:[{_C}]\.)?"
    rf"|[{_C}][{_c}]{{2,15}}\s[{_C}’'-]{{3,24}})"
)
_SIGNED = re.compile(rf"(?P<role>\S[^_\t\n]{{2,120}}?)(?P<gap>\s*\t\s*|\s+)(?P<name>{_NAME})")
_SLASHED = re.compile(rf"(?P<before>\S.*\s{{2,}})[/|\\1IlПГ]?\s?(?P<name>{_NAME})\s?[/|\\!1IlГП]$")
"""A name between strokes, `/И. И. Иванов/`, the strokes as an engine reads them: the line as if they were not there."""
_WORDS = Path(__file__).parent / "knowledge" / "closing.tsv"
_OFFICE = {language: Wordings(_WORDS, f"<<office_{language}>>", re.IGNORECASE) for language in ("uk", "ru", "kk")}
_MADE = Wordings(_WORDS, r"(?P<verb><<made>>)(?:\s*:)?\s+(?P<rest>\S.{5,160})")
_ENGLISH = re.compile(
    r"(?P<role>[A-Z][\w’' ,/&()-]{3,70}?)\s*:\s*(?P<name>(?:(?:Professor|Prof|Dr|Mr|Ms|Mrs|Miss)\.?\s+)*[A-Z][a-z’'-]+"
    r"(?:\s+[A-Z]\.)*(?:\s+[A-Z][A-Za-z’'-]+){1,3})"
)
_ENGLISH_NAME = re.compile(
    r"(?:(?:Professor|Prof|Dr|Mr|Ms|Mrs|Miss)\b\.?\s*)*(?P<name>(?:[A-Z][a-z’'-]+(?:\s+[A-Z]\.)*"
    r"(?:\s+[A-Z][A-Za-z’'-]+){1,2}|[A-Z]\.\s?(?:[A-Z]\.\s?){0,3}[A-Z][a-z][A-Za-z’'-]+|[A-Z’'-]{2,}(?:\s[A-Z]\.)+\s[A-Z][A-Z’'-]+))"
    r"(?:,\s*(?:Ph\.?D|M\.?D|D\.?Sc|MSc|MA|LL\.?D)\.?)*"
)
"""A person's name on a line of its own, below the office."""
_APPROVED_BY = Wordings(
    _WORDS,
    r"(?P<act>[A-Z][a-z]+ by)\s*:?\s+"
    r"(?P<name>(?:(?:Associate|Assistant|Assoc|Asst|Professor|Prof|Dr|Mr|Ms|Mrs|Miss)\.?\s+)*"
    r"[A-Z][a-z’'-]+(?:\s+[A-Z]\.)*(?:\s+[A-Z][A-Za-z’'-]+){1,2}),\s*"
    r"(?P<role>(?:[A-Z][\w’'-]*\s+)*<<office_en>>\b[^.;:\d]{0,80})\.?",
)
"""A person with the office behind a comma: `Approved by: Dr Ann Lee, Dean of the School of Law`."""
_OFFICE_BEHIND = Wordings(
    _WORDS,
    rf"(?:{TITLE}\.?\s+)*"
    r"(?P<name>\p{Lu}[\p{Ll}’'-]+(?:\s+\p{Lu}\.)*(?:\s+\p{Lu}[\w’'-]+){1,2}),\s+"
    r"(?P<role>(?:[\w’'&-]+\s){0,4}<<office_en>>(?:\s[\w’'&-]+){0,6})",
)
"""Who signs, with the office behind a comma, among the last lines: `Ann Lee, Registrar`."""
CLOSE = 8
"""Printed lines at the end among which that is a signature."""
_BESIDE = Wordings(_WORDS, rf"(?P<role>(?=\p{{Lu}})[^\t;:\d]*<<office_en>>[^\t;:\d]*)\t{_ENGLISH_NAME.pattern}")
"""An office and who holds it in two columns of a line: `Chairman of the Board – Rector    S. Doe`."""
_ENGLISH_OFFICE = Wordings(_WORDS, r"\b<<office_en>>\b")
_COLLECTIVE = Wordings(_WORDS, r"\b<<collective>>\b")
_MET = Wordings(_WORDS, r"<<met>>\w*\s+(?:на\s+)?зас[іе]да|отырысында\s+<<met_kk>>", re.IGNORECASE)
"""A session that approves what was made: who signs below it did not make it."""
_TITLES = re.compile(r"^(?:(?:Professor|Prof|Dr|Mr|Ms|Mrs|Miss)\.?\s+)+")
_PART = re.compile(r"\S+(?: {1,2}\S+)*")
"""What stands in one column of a line that no table holds."""
REACH = 500
"""Characters below a label such as `ПОГОДЖЕНО:` within which a signature is what it says."""
MOST_ROWS = 8
"""Rows of a table of signatures; what has more of them lists people."""
LONGEST_OFFICE = 160
_BLANK = re.compile(r"[\W_]*")


def read_closing(document: Document, known: list[Row]) -> list[Row]:
    """Return the signatures and makers that lines of the document's close name, who are not known yet."""
    language = document.genre.language
    if language not in _OFFICE and language != "en":
        return []
    names = {_bare(str(row.get("name"))) for row in known}
    last = [start for text, start, _ in _printed(document) if text][-CLOSE:]
    rows: list[Row] = []
    said, below, above = "", -REACH, ""
    blank = True
    for text, start, end in _printed(document):
        if not text:
            above, blank = "", True
            continue
        if label := labels(language).get(text.strip(' :.«»"').casefold()):
            said, below = label, end
        elif _MET.search(text):
            said = ""
        listed = start - below < REACH and said in ("agreed", "checked")
        printed = _whole(document, text, start, language)
        row = _english(text, above, start) if language == "en" else _cyrillic(printed, above, start, language, blank)
        if row is None and start in last:
            told = _BESIDE.fullmatch(text) if language == "en" else None
            told = told or (_OFFICE_BEHIND.fullmatch(text) if document.genre.kind != "report" else None)
            row = _row(told["name"], told["role"], "signed", Span(start, start + len(text))) if told else None
        row = _any_office(text, start) if row is None and listed and language != "en" else row
        near = start - below < REACH and said == "developed" and len(text) < 140
        if row is None and near and language in ("uk", "ru"):
            row = _named_maker(text, start, language)
        if row is not None and _bare(str(row.get("name"))) not in names:
            names.add(_bare(str(row.get("name"))))
            if start - below < REACH and said in ("agreed", "developed", "checked"):
                row = Row("people", {**row.cells, "act": Value(said, row.cells["act"].span, 0.75, "people.closing")})
            rows.append(row)
        above, blank = ("" if row is not None else text), row is not None or text.endswith((".", ";", ":"))
    return rows


def _whole(document: Document, text: str, start: int, language: str) -> str:
    """Return a line that signs with the rest of its office, which stands below it beside nothing."""
    match = _SIGNED.fullmatch(text) if language != "en" else None
    if match is None or len(match["gap"]) < 3 or not match["role"][:1].isupper():
        return text
    rest = rest_of_office(document, start, language)
    return f"{match['role']} {rest}{match['gap']}{match['name']}" if rest else text


def is_body(name: str, language: str) -> bool:
    """Say whether what a label names is a body: `Approved by: School Teaching Committee`."""
    return language == "en" and _COLLECTIVE.search(name) is not None


def _printed(document: Document) -> Iterator[tuple[str, int, int]]:
    """Yield the lines and where they stand, empty for what is no prose; two signatures on one line come one by one, and
    English ones that stand beside each other column by column."""
    beside: list[list[tuple[str, int, int]]] = []
    signing = signing_rows(document)
    for line in document.text.lines:
        text = document.text.content[line.start : line.end]
        columns = [(m[0], line.start + m.start(), line.start + m.end()) for m in _PART.finditer(text)]
        if document.genre.language == "en" and line.role == "body" and line.table is None and len(columns) > 1:
            signed = _BESIDE.fullmatch("\t".join(text for text, _, _ in columns))
            if beside and (signed or len(beside[0]) != len(columns)):
                yield from _by_columns(beside)
                beside = []
            if signed:
                role = f"{signed['role']} {rest_of_office(document, line.start, 'en')}".strip()
                yield f"{role}\t{signed['name']}", line.start, line.end
            else:
                beside.append(columns)
            continue
        yield from _by_columns(beside)
        beside = []
        if line.start in signing:
            yield signing[line.start], line.start, line.end
            continue
        if line.table is not None or line.role != "body":
            yield "", line.start, line.end
            continue
        parts = list(_PART.finditer(text))
        if len(parts) == 4 and all(re.fullmatch(_NAME, part[0]) for part in parts[1::2]):
            cut = parts[2].start()
            yield text[:cut].strip(), line.start + parts[0].start(), line.start + cut
            yield text[cut:].strip(), line.start + cut, line.end
        else:
            yield text.strip(), line.start, line.end
    yield from _by_columns(beside)


def _by_columns(lines: list[list[tuple[str, int, int]]]) -> Iterator[tuple[str, int, int]]:
    """Yield what stands in each column of lines with as many parts each, one column after the other."""
    for column in zip(*lines, strict=True):
        yield from column
        yield "", column[-1][2], column[-1][2]


def _bare(name: str) -> str:
    return re.sub(r"[\s.]", "", name).casefold()


def _cyrillic(text: str, above: str, start: int, language: str, fresh: bool) -> Row | None:
    """Return the person of a line: what was made by whom, or an office and a name at its end, over one line or two."""
    text = f"{slashed['before']}{slashed['name']}" if (slashed := _SLASHED.fullmatch(text)) else text
    if made := _MADE.fullmatch(text):
        return _maker(made, start, language)
    if taught := _taught(text, start, language):
        return taught
    match = _SIGNED.fullmatch(text) or ("   " in text and _SIGNED.fullmatch(text.rstrip(".,’'"))) or None  # specks
    if match is None or re.search(r"[;:№\d]|\.\s[А-ЯІЇЄҚ]", match["role"]) or len(match["role"].split()) > 14:
        return None
    office = _OFFICE[language]
    wide = len(match["gap"]) >= 3 or "\t" in match["gap"]
    role = match["role"]
    lead = above if len(above) <= 80 and above[:1].isupper() and not above.endswith((".", ";", ",", ":")) else ""
    if office.search(role):
        two = lead if re.fullmatch(r"[^.]{4,60}(?:ның|нің|дың|дің|тың|тің)", lead) else ""
        role = f"{two} {role}".strip()
    elif wide and lead and office.search(lead):
        role = f"{lead} {role}"
    else:
        return None
    if not (wide or fresh or lead) or not role[:1].isupper():
        return None
    return _row(name_of(match["name"]), role, "signed", Span(start, start + len(text)))


def _taught(text: str, start: int, language: str) -> Row | None:
    """Return the only person behind a label of those who teach: `Преподаватель: доцент Иванова Анна Петровна`."""
    label, colon, rest = text.partition(":")
    if not colon or labels(language).get(label.strip().casefold()) != "teaches":
        return None
    found = find_persons(f"/{rest.strip()}", language)
    if len(found) != 1:
        return None
    office = rest.strip()[: max(0, found[0][0] - 1)].strip(" ,;–-") or label.strip()
    return _row(name_of(found[0][2]), office, "teaches", Span(start, start + len(text)))


def _any_office(text: str, start: int) -> Row | None:
    """Return the person of a line below a label of agreement, whose office no list knows: `Бухгалтер    Ганна ЛІС`."""
    match = _SIGNED.fullmatch(text)
    wide = match is not None and (len(match["gap"]) >= 3 or "\t" in match["gap"])
    if match is None or not wide or not match["role"][:1].isupper() or re.search(r"[;:№\d.]", match["role"]):
        return None
    return _row(name_of(match["name"]), match["role"], "agreed", Span(start, start + len(text)))


def _maker(made: re.Match[str], start: int, language: str) -> Row | None:
    found = find_persons("\n" + made["rest"] + "\n", language)
    if not found:
        return None
    role = made["rest"][: max(0, found[0][0] - 1)].strip(" ,:;–-_/\t")
    span = Span(start, start + len(made[0]))
    return _row(name_of(found[0][2]), role or None, "developed", span)


def _named_maker(text: str, start: int, language: str) -> Row | None:
    """Return the maker whom a line below their label names: `____ доц., канд. техн. наук Гришина Марина Олеговна`."""
    found = find_persons("\n" + text + "\n", language)
    if len(found) != 1:
        return None
    role = re.sub(r"\s+,", ",", text[: max(0, found[0][0] - 1)]).strip(" ,:;–-_/\t")
    after = text[found[0][1] - 1 :].strip(" ,:;–-_/\t")
    named = name_of(found[0][2])
    return _row(named, role or after or None, "developed", Span(start, start + len(text)))


def _english(text: str, above: str, start: int) -> Row | None:
    if (told := _APPROVED_BY.fullmatch(text)) and (act := labels("en").get(told["act"].casefold())):
        return _row(name_of(told["name"]), told["role"], act, Span(start, start + len(text)))
    match = _ENGLISH.fullmatch(text)
    signed = _ENGLISH_NAME.fullmatch(text) if match is None else None
    office = above.strip(" ,") if _ENGLISH_OFFICE.search(above) and len(above.split()) <= 7 else ""
    if signed and office[:1].isupper() and not re.search(r"[\d.:;]", office) and not is_body(signed["name"], "en"):
        return _row(signed["name"], office, "signed", Span(start, start + len(text)))
    if match is None and (below := _office_below(text, above, start)) is not None:
        return below
    if match is None or not _ENGLISH_OFFICE.search(match["role"]) or is_body(match["name"], "en"):
        return None
    act = labels("en").get(match["role"].casefold(), "signed")
    return _row(name_of(_TITLES.sub("", match["name"])), match["role"], act, Span(start, start + len(text)))


def _office_below(text: str, above: str, start: int) -> Row | None:
    """Return the signer of two lines, the name and below it nothing but the office: `Dr Ann Lee` over `Registrar`."""
    signed = _ENGLISH_NAME.fullmatch(above)
    office = _ENGLISH_OFFICE.search(text)
    if signed is None or office is None or len(text.split()) > 7 or re.search(r"[\d.:;_]", text):
        return None
    if not text[:1].isupper() or is_body(signed["name"], "en") or _ENGLISH_OFFICE.search(signed["name"]):
        return None
    return _row(signed["name"], text, "signed", Span(start, start + len(text)))


def _row(name: str, role: str | None, act: str, span: Span) -> Row:
    cells = {"name": Value(name, span, 0.85, "people.closing"), "act": Value(act, span, 0.7, "people.closing")}
    if role:
        cells["role"] = Value(re.sub(r"\s+", " ", role).strip(" ,:;–-’"), span, 0.75, "people.closing")
    return Row("people", cells)


def signing_rows(document: Document) -> dict[int, str]:
    """Return office and name, a tab between, of the rows of such tables, by where each row's line starts."""
    by_table: dict[int, list[TextLine]] = {}
    for line in document.text.lines:
        if line.table is not None:
            by_table.setdefault(line.table, []).append(line)
    rows: dict[int, str] = {}
    for lines in by_table.values():
        told = [_told(document, line) for line in lines]
        if len(lines) <= MOST_ROWS and all(told):
            rows |= {line.start: one for line, one in zip(lines, told, strict=True) if one}
    return rows


def _told(document: Document, line: TextLine) -> str | None:
    cells = [cell.strip() for cell in document.text.content[line.start : line.end].split("\t")]
    filled = [cell for cell in cells if not _BLANK.fullmatch(cell)]
    if len(filled) != 2 or len(cells) > 4 or any(cells[: cells.index(filled[0])]):
        return None
    office, name = filled
    if not office[:1].isupper() or re.search(r"[;:№\d_]", office) or len(office) > LONGEST_OFFICE:
        return None
    return f"{office}\t{name}" if only_person(name, document.genre.language) else None

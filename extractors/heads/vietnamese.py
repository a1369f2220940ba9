"""Heads of Vietnamese administrative documents (Decree 30/2020/ND-CP, annex I), programmes and syllabi."""

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from extractors.curriculum.cards.naming import without_english
from extractors.finding.marking.numbers import find_numbers
from extractors.heads.card_lines import before_label
from extractors.heads.closing_lines import closing_date, title_page
from extractors.heads.head import Head, body_words, rank_of
from extractors.heads.pieces import Piece, alike, bare, joined, pieces, place_apart, without
from extractors.heads.vietnamese_dates import place_and_date
from extractors.heads.vietnamese_kinds import kind_index, narrower
from extractors.heads.vietnamese_titles import PLACED, before_table, of_authority, subject, title
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.letters import lettered
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

_STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
_MOTTO = "Độc lập - Tự do - Hạnh phúc"
_KNOWLEDGE = Path(__file__).parent / "knowledge"
_TITLES, _WORDS = _KNOWLEDGE / "title_words.tsv", _KNOWLEDGE / "vietnamese_words.tsv"
_NUMBERED = Wordings(_WORDS, r"\b<<number>>\s?[:;.]|^\W*<<number>>\s+(?=\d{1,5}\s?/)")
_OWN_SYMBOLS = Wordings(_WORDS, r"<<number>>\s?[:;.][^\n/]{0,14}/\s?([A-ZĐ][\w&.-]+)")
_SYMBOLS = re.compile(r"\s*\d*\s?[/⁄][A-ZĐ]{2,4}-[A-ZĐ]{2,}")
"""The symbols of a number whose `Số:` was not read: `/QĐ-ĐHLV`."""
_APART = 6
"""Lines between two of a name where nothing but the state's title and its motto stands between them, or blanks."""
_ENCLOSED = Wordings(
    _WORDS,
    r"(?:\(\s?<<enclosed>>|<<enclosed_with>>)\s+(?:<<several>>\s)?<<act>>\s?<<numbered>>?\s?:?\s?([^\n)]{3,60}?),?\s+"
    r"(<<day>>[^\n)]{6,40}?(?:<<year>>\s?)?\d{4})",
)
_COURSE = Wordings(
    _WORDS,
    r"\W*(?:\d[.\d]*\s|[a-h][.)]\s)?<<course_name>>(?:\s\(?<<in_vietnamese>>\)?)?(?:\s?/\s?[A-Za-z ]{4,40}(?=:|$))?"
    r"\s?:?\s?(?P<name>(?<=[:\s])(?!\(?<<in_english>>)\S.{2,90})?$",
)
_NATIVE_NAME = Wordings(_WORDS, r"^\W*<<in_vietnamese>>\s*:\s*")
_SIGNED = Wordings(_TITLES, r"<<signature>>\s*:?\s", re.IGNORECASE)
_STAMP = Wordings(_TITLES, r"(?:<<signature>>|<<box>>)\s*:|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\s\d{1,2}:\d{2}", re.IGNORECASE)
"""Lines of an electronic signature: who signed it, for which body, when."""
_IN_ENGLISH = re.compile(
    r"(?i)\(?(?:(?:detailed|course|subject|module|training|undergraduate|programm?e?|curriculum|outline|specification)\s)*"
    r"(?:syllabus|curriculum|outline|specifications?)\)?"
)
_OTHER_LINE = Wordings(_WORDS, r"\s*[-–+•]\s?\w|<<recipients>>")
"""A line of the head that names no body."""
_ENCLOSING = Wordings(_WORDS, r"\(<<enclosing>>")
_NO_BODY, _SCHOOL = Wordings(_WORDS, "<<no_body>>"), Wordings(_WORDS, "<<school>>", re.IGNORECASE)
_LETTERS = ("other", "notice", "circular", "report")  # kinds of papers that may not name theirs
_PLACE = Wordings(_WORDS, r"\s<<place_in_two>>$")  # `TRƯỜNG ĐẠI HỌC Y DƯỢC HẢI` / `PHÒNG`
_PART, _OF_SCHOOL = Wordings(_WORDS, r"<<part>>\s"), Wordings(_WORDS, r"<<part_of_school>>\s")
_NO_ISSUER = Wordings(_WORDS, "<<no_issuer>>")
_SCHOOLED = Wordings(_WORDS, r"(?:<<school>>|<<academy>>)\s")
_ABOVE = Wordings(_WORDS, r"(?P<above>[^–—-]+?)\s+[–—-]\s+(?P<own>(?:<<school>>|<<academy>>)\s.+)")
_BESIDE_ENGLISH = re.compile(r"\s*(?:\(|/\s*)(?P<name>[A-Za-z ]{6,60})\)?$")


def read_head(document: Document) -> Head:
    """Return what the head of a Vietnamese document says."""
    head = Head()
    end = document.zones.preamble.start or document.zones.body.start
    found = _columns(_printed(_before_articles(document, pieces(document, 0, end if 60 < end < 4000 else 2500))))
    at = kind_index(found, document.genre.kind)
    top = [part for piece in found[: at if at is not None else 14] for part in _parent_apart(piece)]
    at = narrower(found, at, document.genre.kind)
    _bodies(head, top, own=_may_number(document.genre.kind, top, found[at] if at is not None else None))
    _number(head, top, document.text.content)
    place_and_date(head, top, document)
    if at is not None:
        title(head, found[: at + 1] + before_table(document, found[at], found[at + 1 :]), at)
    if "title" not in head.values and (at is not None or document.genre.kind in _LETTERS):
        subject(head, found[:at])
    _enclosed(head, document)
    if document.genre.kind in ("syllabus", "programme", "plan"):
        closing_date(head, document)
        title_page(head, found)
    if "title" not in head.values and document.genre.kind == "syllabus":
        _course(head, document)
    return head


def _before_articles(document: Document, found: list[Piece]) -> list[Piece]:
    """Return the lines above the first article: in a fragment that begins amid its articles no day is the act's own."""
    first = min((s.span.start for s in document.sections if (s.number or "").startswith("Điều ")), default=None)
    return found if first is None else [piece for piece in found if piece.start < first]


def _may_number(kind: str, top: list[Piece], named: Piece | None) -> bool:
    """Say whether a faculty issued the act: it has a number with symbols of its own, or it is minutes."""
    if named is not None and alike(named.text, "BIÊN BẢN"):
        return True
    ordering = kind in ("decision", "plan", "notice", "circular", "report", "other")
    return ordering and any(re.search(r"/[A-ZĐ][A-Za-zĐ]{1,3}-", n.text) for n in top if _NUMBERED.match(n.text))


def _course(head: Head, document: Document) -> None:
    """Take the name of the course from the card of the syllabus where no title stands below the kind."""
    found = pieces(document, 0, 4000)
    for piece, after in pairwise(found):
        label = _COURSE.match(piece.text)
        if label and label["name"] and not label["name"][0].islower():
            span = Span(piece.end - len(label["name"]), piece.end)
            name = _NATIVE_NAME.sub("", before_label(label["name"])).strip(" .")
            head.put("title", Value(without_english(name)[0], span, 0.75, "head.card"))
        elif label and int(after.line) == int(piece.line):
            name = _NATIVE_NAME.sub("", after.text).strip(" .")
            head.put("title", Value(without_english(name)[0], after.span, 0.75, "head.card"))


def _printed(found: list[Piece]) -> list[Piece]:
    """Leave out what an electronic signature laid over the head (`Ký bởi: …`), and the kind's name in English."""
    signed = any(_SIGNED.match(piece.text) for piece in found)
    kept = (p for p in found if not (signed and _STAMP.match(p.text)) and not _IN_ENGLISH.fullmatch(p.text))
    return [_native(piece) for piece in kept]


def _native(piece: Piece) -> Piece:
    """Return a line without what stands behind the kind's name: its English one, `ĐỀ CƯƠNG HỌC PHẦN (Course syllabus)`,
    or who decides, `QUYẾT ĐỊNH CỦA BỘ TRƯỞNG BỘ Y TẾ`."""
    match = of_authority(piece) or _BESIDE_ENGLISH.search(piece.text)
    if match is None or "name" in match.groupdict() and not _IN_ENGLISH.fullmatch(match["name"]):
        return piece
    return replace(piece, text=piece.text[: match.start()], end=piece.start + match.start())


def _columns(found: list[Piece]) -> list[Piece]:
    """Take the state's title and the motto out of the lines."""
    kept: list[Piece] = []
    rest: tuple[str, float] = ("", 0)
    orders = {line: order for order, line in enumerate(sorted({int(piece.line) for piece in found}))}
    for piece in found:
        near = orders[int(piece.line)] - orders.get(int(rest[1]), 0) <= 1  # a stamp may have stood between
        if rest[0] and near and bare(piece.text).replace(" ", "") == rest[0].replace(" ", ""):
            continue  # where a narrow column broke the state's title; engines run its words together
        left: Piece | None = piece
        for phrase in (_STATE, _MOTTO):
            left = without(left, phrase) if left is not None else None
        cut, alone = _begun(piece.text)
        if cut:
            rest, left = (cut, piece.line), None if alone else left
        if left is not None:
            kept += place_apart(left)
    return kept


def _parent_apart(piece: Piece) -> list[Piece]:
    """Return a school and the body above it, where one line names both: `BỘ X – TRƯỜNG ĐẠI HỌC Y`."""
    match = _ABOVE.fullmatch(piece.text.strip())
    if match is None or _SCHOOLED.match(match["above"]) or rank_of(match["above"], "vi") is None:
        return [piece]
    return [replace(piece, text=match[part]) for part in ("above", "own")]


def _begun(text: str) -> tuple[str, bool]:
    """Return what the next line must say where this one ends in the state's title up to its last one to three words,
    and whether it says nothing else."""
    words, said = bare(_STATE).split(), bare(text).split()
    for left in (1, 2, 3):
        if said[-len(words) + left :] == words[:-left]:
            return " ".join(words[-left:]), len(said) == len(words) - left
    return "", False


def _bodies(head: Head, top: list[Piece], *, own: bool = False) -> None:
    """Read the issuer's column: the superior body, then the issuer; `own` that a faculty may number acts of its own."""
    names: list[list[Piece]] = []
    for index, piece in enumerate(top):
        if _NUMBERED.search(piece.text) or find_dates(piece.text, "vi") or PLACED.search(piece.text):
            if not _NUMBERED.match(piece.text):
                continue
            break
        if _SYMBOLS.match(piece.text):
            break
        if _OTHER_LINE.match(piece.text) and not _goes_on(piece, names):
            continue
        text = re.sub(r"^(?![-–]\s)[^\w]+|(?:\s*[—–_=-]){2,}.*$|\s+[—–_=-]$|[\s.]+$", "", piece.text)
        if names and (re.fullmatch(r"[A-ZĐ]{2,5}\s?\d{2,5}\w?", text) or _ENCLOSING.match(piece.text)):
            break  # the code of a course, whose name in capitals follows; the act that encloses the document
        if names and _names_in_english(text):
            continue  # the name above in the other language of a head in two
        clean = replace(piece, text=text)
        begins = _begins_body(text, names)
        if begins and not (names and _SCHOOL.fullmatch(names[-1][-1].text)):
            names.append([clean])
        elif names and _goes_on_below(names[-1], clean, apart=top[index - 1].start != names[-1][-1].start):
            names[-1].append(clean)
    bodies = [j for parts in names[:3] if (j := joined(parts)) is not None and not _NO_ISSUER.match(j[0])]
    while not own and len(bodies) > 1 and _is_part(bodies[-1][0], bodies[-2][0]):
        bodies.pop()
    if not bodies:
        return
    head.put("issuer", Value(bodies[-1][0], bodies[-1][1], 0.9, "head.issuer"))
    if len(bodies) > 1:
        head.put("parent_body", Value(bodies[-2][0], bodies[-2][1], 0.9, "head.parent"))
    elif "," in bodies[0][0]:
        head.put("parent_body", Value(bodies[0][0].split(",")[1].strip(), bodies[0][1], 0.6, "head.parent"))


def _ends_place(above: str, said: str) -> bool:
    """Say whether a line only ends the name of a place that the line above begins: `… Y DƯỢC HẢI` / `PHÒNG`."""
    match = _PLACE.search(f"{above} {said}")
    return match is not None and match.start() < len(above)


def _begins_body(text: str, names: list[list[Piece]]) -> bool:
    """Say whether a line begins the name of a body, and not what the line above belongs to: a place, a field."""
    said = text.upper()
    begins = any(said.startswith(w if len(w) > 2 else f"{w} ") for w in body_words("vi")) and not _NO_BODY.match(said)
    return begins and not (names and _ends_place(names[-1][-1].text.upper(), said))


def _goes_on_below(name: list[Piece], piece: Piece, *, apart: bool) -> bool:
    """Say whether a line goes on with the name of a body, in one cell a word of two letters too; `apart` that other
    lines stand between."""
    short = re.fullmatch(lettered(r"\p{Lu}{2}"), piece.text) and int(piece.line) == int(name[-1].line)
    alike = piece.capitals or short or not name[0].capitals
    near = piece.line - name[-1].line <= (3 if apart else _APART)
    begun = short or re.match(lettered(r"(?:[-–]\s)?\p{Lu}[^;:]{2,58}$"), piece.text)
    return bool(alike and near and begun) and len(name) < 3


def _is_part(body: str, above: str) -> bool:
    """Say whether a body is a part of the one above it, which is who issues: a faculty, an institute of a school."""
    of_school = _SCHOOLED.match(above.upper()) and _OF_SCHOOL.match(body.upper())
    return _PART.match(body.upper()) is not None or of_school is not None


def _names_in_english(text: str) -> bool:
    """Say whether a line names a body in English: `MINISTRY OF EDUCATION AND TRAINING`."""
    words = {word.upper() for word in body_words("en")}
    return text.isascii() and any(word.upper() in words for word in re.findall(r"[A-Za-z]{4,}", text))


def _goes_on(piece: Piece, names: list[list[Piece]]) -> bool:
    """Whether a line that begins with a dash goes on the name above: `TRƯỜNG ĐẠI HỌC KINH TẾ` / `- KỸ THUẬT A`."""
    return bool(names) and piece.capitals and names[-1][-1].capitals and 0 < piece.line - names[-1][-1].line <= 1


def _number(head: Head, top: list[Piece], content: str) -> None:
    """Read the document's own number from the line that begins with `Số:`, or below one that is nothing but that."""
    below = False
    for piece in top:
        match, text = _NUMBERED.search(piece.text), piece.text
        first = next((n for n in find_numbers(text) if n.form == "symbol"), None) if match or below else None
        begin = match.end() if match else 0
        around = text[begin : first.start] + ("" if match else text[first.end :]) if first else ""
        if first and begin <= first.start and not re.search(r"\w", around):
            start = content.find(text[first.start : first.end], piece.start, piece.end)
            span = Span(start, start + first.end - first.start) if start >= 0 else piece.span
            head.put("number", Value(first.value, span, 0.95, "head.number"))
            return
        below = below or (match is not None and not re.search(r"\w", text[begin:]))


def _enclosed(head: Head, document: Document) -> None:
    """Take number and date of an act with a handwritten or blank head from the annexes that quote them alike."""
    numbers: dict[str, Span] = {}
    dates: dict[str, Span] = {}
    for match in _ENCLOSED.finditer(document.text.content):
        for number in find_numbers(match[1]):
            if number.form == "symbol" and number.start <= 1 and number.value.split("/", 1)[1] in _suffixes(document):
                numbers[number.value] = Span(match.start(1) + number.start, match.start(1) + number.end)
        for start, end, iso in find_dates(match[2], "vi"):
            if len(iso) == TO_THE_DAY:
                dates[iso] = Span(match.start(2) + start, match.start(2) + end)
    printed = head.get("issued_on")
    if len(numbers) == 1:
        value, span = next(iter(numbers.items()))
        head.put("number", Value(value, span, 0.7, "head.enclosed"))
    if len(dates) == 1 and (printed is None or len(str(printed)) < 10):
        iso, span = next(iter(dates.items()))
        if printed is None or iso.startswith(str(printed)):
            head.values.pop("issued_on", None)
            head.put("issued_on", Value(iso, span, 0.7, "head.enclosed"))


def _suffixes(document: Document) -> set[str]:
    """Return what stands after the stroke in the head's own number, printed with a blank or handwriting before it."""
    head = document.text.content[:1200]
    return {re.sub(r"\s", "", m[1]) for m in _OWN_SYMBOLS.finditer(head)}

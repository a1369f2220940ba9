"""Titles of Vietnamese documents: the block below the line that names the kind, or what a letter is about."""

import re
from dataclasses import replace
from pathlib import Path

from extractors.heads.card_lines import of_programme, on_card
from extractors.heads.head import Head, body_words, kind_lines
from extractors.heads.pieces import Piece, alike, bare, joined
from models.document import Document
from models.rows import Value
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "title_words.tsv"
PLACED = Wordings(_WORDS.with_name("vietnamese_words.tsv"), r"(\p{Lu}[^\d,;:/]{1,40}?)\s?,\s*(?:<<day>>|<<month>>)")
_AUTHORITY = Wordings(_WORDS, r"<<authority>>(?:\s|$)")
_TITLE_STOP = Wordings(_WORDS, "<<over>>")
_TERM = Wordings(_WORDS, r"\W*<<term>>\s")
"""The school year or term of a syllabus, between its kind and its course."""
_OPENS_TITLE = Wordings(_WORDS, "<<opens_title>>")
"""Words of a basis that begin a title where they stand right below the kind: `KẾ HOẠCH` / `Thực hiện công tác …`."""
_SPEAKS_ON = Wordings(_WORDS, "<<speaks_on>>", re.IGNORECASE)
_TELLS = Wordings(_WORDS, r"(?:[^;.]|(?<=\p{Lu}\p{Lu})\.){4,160}?\s<<tells>>\s[^;.]{0,300}?:")
"""The sentence with which the text begins below a title: `Trường X thông báo thời gian … như sau:`."""
_CODE_BEHIND = re.compile(r"(?:^\(|[;,]?\s+\(?)Mã(?: (?:số|ngành|học phần|môn học|HP|MH)(?: [^\W\d]+){0,3})?\s?:", re.I)
"""Where the code of what a title names follows on its line: `Ngành: Toán học Mã ngành: 7460101`."""
_YEAR = re.compile(r"(?:[^\W\d_][^\d,;:]{1,30}\s?[,–-]\s?)?(?:[Nn]ăm |NĂM |[Tt]háng \d{1,2}[/-])?20\d\d")
"""The line of a title page that ends it: `Vũng Tàu - 2019`."""
_NAMED = Wordings(_WORDS, r"<<called>>\s*:\s*(?=\S)")
"""The label of the name that is the title: `TÊN HỌC PHẦN: CƠ SỞ DỮ LIỆU`."""
_IN_ENGLISH = Wordings(_WORDS, r"<<called_in_english>>\s*:")
_TITLE_LINES = 7
LONGEST_TITLE = 420
_TITLE_BEGINS = Wordings(_WORDS, r"<<act>>[\s,:]")
_SUBJECT = Wordings(_WORDS, r"<<subject>>\s?:?\s")
"""A title that is one paragraph, as word processors keep it, may be long where it begins so."""


def of_authority(piece: Piece) -> re.Match[str] | None:
    """Return where a line in capitals that begins with a kind says whose act it is: `… CỦA BỘ TRƯỞNG BỘ Y TẾ`."""
    match = re.search(r"\sCỦA\s", piece.text) if piece.capitals else None
    named = match is not None and any(alike(piece.text[: match.start()], line, 92) for line, _ in kind_lines("vi"))
    return match if match and named and _AUTHORITY.match(bare(piece.text[match.end() :])) else None


def _text_begins(found: list[Piece], at: int) -> bool:
    """Whether the text begins with a line: a body in running letters, and what it tells, up to a colon."""
    words = found[at].text
    if found[at].capitals or not any(words.upper().startswith(w + " ") for w in body_words("vi")):
        return False
    return words[:1].isupper() and _TELLS.match(" ".join(piece.text for piece in found[at : at + 4])) is not None


def subject(head: Head, found: list[Piece]) -> None:
    """Take what a letter, whose kind no line names, says it is about: `V/v lịch giảng dạy`, up to its addressee."""
    at = next((i for i, piece in enumerate(found[:16]) if _SUBJECT.match(piece.text)), None)
    if at is None:
        return
    parts = [found[at]]
    for piece in found[at + 1 : at + 5]:
        if _TITLE_STOP.match(piece.text) or PLACED.search(piece.text) or piece.line - parts[-1].line > 1:
            break
        parts.append(piece)
    whole = joined(parts)
    if whole and 8 < len(whole[0]) < LONGEST_TITLE:
        words = re.sub(r"^(?:V/v|V/V|v/v)\s?:?\s*", "V/v ", whole[0]).strip(" .*;")
        head.put("title", Value(words, whole[1], 0.75, "head.subject"))


def before_table(document: Document, kind: Piece, below: list[Piece]) -> list[Piece]:
    """Return the lines below the kind up to a table of several cells that begins there, or the year of a title page."""
    lines, content = document.text.lines, document.text.content
    if "\t" in content[lines[int(kind.line)].start : lines[int(kind.line)].end]:
        return below
    rows = (bool("\t" in content[lines[int(p.line)].start : lines[int(p.line)].end]) for p in below)
    ends = (row or _YEAR.fullmatch(p.text) is not None for row, p in zip(rows, below, strict=True))
    return below[: next((n for n, end in enumerate(ends) if end), len(below))]


def title(head: Head, found: list[Piece], at: int) -> None:
    """Read the block below the line that names the kind, up to the authority, the basis or a blank."""
    kind = re.sub(r"\s+/\s+[A-Za-z ]+$", "", found[at].text)  # `ĐỀ CƯƠNG MÔN HỌC / COURSE SYLLABUS`
    whole_line = any(alike(kind, line, 92) for line, _ in kind_lines("vi"))
    own = (
        None
        if whole_line
        else next((line for line, _ in kind_lines("vi") if found[at].text.startswith(line + " ")), None)
    )
    parts = [found[at]] if own else []
    doubtful = False
    of_course = any(k == "syllabus" and alike(kind, line, 92) for line, k in kind_lines("vi"))
    for index, piece in enumerate(found[at + 1 : at + 1 + _TITLE_LINES], at + 1):
        if of_course and not parts and _TERM.match(piece.text):
            continue
        stop = _TITLE_STOP.match(piece.text)
        opened = bool(stop) and not parts and _OPENS_TITLE.match(piece.text)
        doubtful = doubtful or bool(opened)
        if stop and not opened or (_AUTHORITY.match(bare(piece.text)) and piece.capitals):
            break
        if _goes_before(parts, found, index) if parts else of_course and of_programme(piece.text):
            break
        if not parts and (label := _NAMED.match(piece.text)):
            piece = replace(piece, text=piece.text[label.end() :], start=piece.start + label.end())
        if _is_no_title(piece, begins=not parts):
            break
        coded = _CODE_BEHIND.search(piece.text)
        if re.search(r"[\w]", piece.text[: coded.start()] if coded else piece.text):
            end = piece.end if not coded else piece.end - len(piece.text) + coded.start()
            parts.append(Piece(piece.text[: coded.start()], piece.start, end, piece.line) if coded else piece)
        if coded:
            break
    whole = joined(parts)
    if whole and not (doubtful and _SPEAKS_ON.search(whole[0])):
        head.put(
            "title", Value(re.sub(r"^(?:V/v|V/V)\s*:?\s*", "V/v ", whole[0]).strip(" .*"), whole[1], 0.85, "head.title")
        )


def _goes_before(parts: list[Piece], found: list[Piece], at: int) -> bool:
    """Whether a title ends above a line: the text begins there, its name in English, a card, a new sentence."""
    piece = found[at]
    if _text_begins(found, at) or _IN_ENGLISH.match(piece.text) or on_card(piece.text):
        return True
    return (len(parts[-1].text) > 90 or piece.text.rstrip().endswith(":")) and piece.gap and piece.text[:1].isupper()


def _is_no_title(piece: Piece, *, begins: bool) -> bool:
    """Whether a line names a kind of document, is too long for a title, or lists several things."""
    longest = LONGEST_TITLE if begins and _TITLE_BEGINS.match(piece.text) else 140
    kind = any(alike(piece.text, line, 90) for line, _ in kind_lines("vi"))
    return kind or len(piece.text) > longest or ";" in _CODE_BEHIND.split(piece.text)[0]

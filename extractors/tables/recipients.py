"""The recipients table: the distribution list (Nơi nhận) of Vietnamese documents, and `Рассылка` of Slavic orders."""

import re
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from extractors.heads.pieces import Piece, bare, pieces
from extractors.people.distribution import read_distribution
from extractors.people.knowledge import offices
from models.document import Document
from models.rows import Row, Value
from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_ITEM = re.compile(r"\s*(?:[-–—•▪◦·●+*.\uf0a7\uf0b7]+|\(?\d+[.)])\s*[_]?\s*(?=\S)")
_FILED = re.compile(r"(?:L|(?<!\w)(?=[ưu]u\s?:))[ưuướụ]+u\s?(?:[:;.]|\s)\s*(?:t[ạa]i\s?:?\s)?(.+)$", re.IGNORECASE)
_PURPOSE = re.compile(r"\(\s?([^()]*?)\s?\)\s*[;.,/]*\s*$")
_CUT = re.compile(r"\s*\(\s?(?:[Đđ]ể)?\s*$")
"""What is left of a purpose that was not read: `Ban Giám hiệu (để`."""
_WORDS = Path(__file__).parents[1] / "people" / "knowledge" / "recipients.tsv"
_MISREAD = Wordings(_WORDS, r"^<<misread>>\s(?=<<deed>>)")
_BODY = Wordings(_WORDS, r"<<body>>(?=\s|$)")
_SHARED = Wordings(_WORDS, r"[,;]?\s([Đđ]ể\s<<deed>>.*)$")
_OPENING = Wordings(_WORDS, r"\W*<<opening_en>>\s*:")
_FILED_EN = Wordings(_WORDS, r"\W*(?P<filed><<filed_en>>)\s*:\s*(.+)$")
_TRANSLATED = ("decision", "plan", "notice", "circular", "report")
"""Kinds of English documents that may say to whom they go."""
_LONGEST = 16
_CAPACITIES = ("kt", "tl", "tm", "q", "tuq")


def extract(document: Document) -> list[Row]:
    """Return a row for each line of the distribution list of the act (not those of its annexes)."""
    if document.genre.language not in ("vi", "en"):
        return read_distribution(document) if document.genre.kind in ("decision", "notice") else []
    found = pieces(document) if document.genre.language == "vi" or document.genre.kind in _TRANSLATED else []
    for index, piece in enumerate(found):
        if _opens(piece):
            rows = _rows(found, index)
            if rows:
                return rows
    return []


def _opens(piece: Piece) -> bool:
    text = bare(re.sub(r"^\W+", "", piece.text)).strip()
    return (
        bool(_OPENING.fullmatch(piece.text))
        or text.startswith("noi nhan")
        or (len(text) < 14 and fuzz.ratio(text, "noi nhan") >= 84)
    )


def _rows(found: list[Piece], index: int) -> list[Row]:
    rows: list[Row] = []
    items: list[Piece] = []
    own = re.split(r"[:;]", found[index].text, maxsplit=1)
    if len(own) == 2 and _ITEM.match(own[1].strip()):
        items.append(Piece(own[1].strip(), found[index].start, found[index].end, found[index].line))
    following = found[index + 1 : index + 1 + 2 * _LONGEST]
    undashed = _undashed(following)
    apart = 0.0
    for piece in following:
        if _ITEM.match(piece.text) or _FILED.match(piece.text) or undashed and _lists(piece):
            items.append(piece)
            apart = 0.0
        elif _is_office(piece) and items and not _filed(items[-1].text):
            apart = piece.line - items[-1].line  # the office beside the list, printed into it
        elif (
            items
            and (piece.text[:1].islower() or _goes_on(piece))
            and 0 < piece.line - items[-1].line <= 1
            and not items[-1].text.rstrip().endswith((";", "."))
        ):
            last = items[-1]
            items[-1] = Piece(f"{last.text} {piece.text}", last.start, piece.end, piece.line)
        elif items and piece.line - items[-1].line - apart > 3:
            break
        if items and _filed(items[-1].text) and piece is not items[-1]:
            break
    for item in items[:_LONGEST]:
        row = _row(item)
        if row is not None:
            rows.append(row)
            if _filed(item.text):
                break
    return rows


def _filed(text: str) -> bool:
    """Whether an entry says where the act is kept: `Lưu: VT`, `Archives: Administration`."""
    return _FILED.search(text) is not None or _FILED_EN.match(text) is not None


def _is_office(piece: Piece) -> bool:
    """Whether a line is the office of the one who signs: `PHÓ HIỆU TRƯỞNG`, `KT.`"""
    said = bare(piece.text).strip(" .")
    return piece.capitals and (said in _CAPACITIES or any(fuzz.ratio(said, bare(o)) >= 90 for o in offices()))


def _undashed(following: list[Piece]) -> bool:
    """Whether a list up to the file copy has no dashes: `Như Điều 3;` / `Lưu: VT.`"""
    filed = next((i for i, piece in enumerate(following) if _FILED.match(piece.text)), 0)
    return filed > 0 and not any(_ITEM.match(piece.text) for piece in following[:filed])


def _lists(piece: Piece) -> bool:
    """Whether a line is an entry of a list without dashes: it ends as one, and is no office or name."""
    return piece.text.rstrip().endswith((";", ",")) and not piece.capitals and piece.text[:1].isupper()


def _goes_on(piece: Piece) -> bool:
    """Whether a line without a dash ends the one above it: `TTĐT, các Vụ, Cục, Công báo;`, and is no office or name."""
    return piece.text.rstrip().endswith(";") and not piece.capitals and len(piece.text.split()) > 1


def _row(item: Piece) -> Row | None:
    text = _without_office(_ITEM.sub("", item.text, count=1)).strip()
    filed = _FILED.match(text) or _FILED_EN.match(text)
    if filed:
        name = re.sub(r"[\s;.,/]+$", "", filed[filed.re.groups]).strip()
        name = name if name.count("(") == name.count(")") else name + ")"
        return _cells(item, re.sub(r"\s*[,;]\s*", ", ", name), filed.groupdict().get("filed", "Lưu"))
    purpose = _PURPOSE.search(text)
    if purpose and _BODY.match(purpose[1]):
        purpose = None
    name = text[: purpose.start()] if purpose else text
    name = _CUT.sub("", re.sub(r"[\s;:.,/]+$", "", name)).strip()
    said = _MISREAD.sub("để ", purpose[1].strip()) if purpose else None
    said = _short().get(re.sub(r"[/\s]", "", said).replace("€", "c").casefold(), said) if said else said
    if said is None and (shared := _SHARED.search(name)):
        name, said = name[: shared.start()].strip(), re.sub(r"[\s;.,]+$", "", shared[1])
    if len(name) < 2 or not re.search(r"[^\W\d_]{2}", name):
        return None
    return _cells(item, name, said)


@cache
def _short() -> dict[str, str]:
    """Return the short purposes by their letters, since engines lose the stroke: `th` is `t/h`."""
    rows = read_table(_WORDS, ("use", "pattern"))
    return {row["pattern"].replace("/", ""): row["pattern"] for row in rows if re.fullmatch(r"\w/\w", row["pattern"])}


def _without_office(text: str) -> str:
    """Take away the signer's office that OCR ran together with the line."""
    match = re.match(lettered(r"(.+?[;,.)])\s+((?:KT|TL|TM|Q)?\.?\s?\p{Lu}{2,}(?:\s\p{Lu}{2,}){1,4})$"), text)
    if match and any(fuzz.ratio(bare(match[2]).strip(), bare(office)) >= 80 for office in offices()):
        return match[1]
    return text


def _cells(item: Piece, name: str, purpose: str | None) -> Row:
    cells = {"name": Value(name, item.span, 0.9, "recipients")}
    if purpose:
        cells["purpose"] = Value(purpose, item.span, 0.9, "recipients")
    return Row("recipients", cells)

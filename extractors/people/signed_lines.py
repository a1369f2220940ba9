"""What one line of a signature says: an office in capitals with its capacity, a name, several side by side."""

import re
from dataclasses import dataclass, replace
from itertools import count, pairwise
from pathlib import Path

from rapidfuzz import fuzz

from extractors.finding.marking.persons import find_persons
from extractors.heads.pieces import Piece, bare
from extractors.people.knowledge import offices
from extractors.people.rare_names import is_person
from normalizers.letters import lettered
from normalizers.values.names import Person, parse_person, surnames, titles_at
from normalizers.wordings import Wordings

_CAPACITY = re.compile(
    lettered(r"(KT|TL|TM|TUQ|Q|K[./]\s?T|T[./]\s?L|T[./]\s?M|T\.U\.Q|KT\.|TL\.|TM\.|QUYỀN)\s?[.,/]?\s*(?=\p{Lu}{2})")
)
_OF_AUTHORITY = Wordings(Path(__file__).parent / "knowledge" / "closing.tsv", r"<<authority>>\b")
_TITLES = re.compile(lettered(r"\W*(?:\p{Lu}[^\W\d_]{0,3}[.:]\s?){1,3}(?=\p{Lu}\p{Ll})"))
"""Titles before a name, as a seal leaves them too: `PỀS.TS:`."""
_LOWERED = re.compile(lettered(r"[cosuvxôơư]\p{Ll}{1,6}(?:\s\p{Lu}\p{Ll}{0,6}){1,4}"))
"""A name whose first capital, which looks like its small letter, was read as that behind what a seal covers."""


@dataclass
class Office:
    """An office whose name has not come yet."""

    role: Piece
    printed: str
    act: str
    capacity: str | None
    capacity_piece: Piece | None
    seen: int = 0


def parts_of(piece: Piece) -> list[Piece]:
    """Cut the office of the right column from a line of the distribution list that OCR ran together with it, and names
    with their titles that stand close side by side."""
    if len(signers := _side_by_side(piece)) > 1 or len(signers := _offices_beside(piece)) > 1:
        return signers
    match = re.match(
        lettered(
            r"((?:N[ơo]i nh[ậâa]n\s?:?|[-–•]\s.{2,60}?[;,.:]))\s+((?:KT|TL|TM|TUQ"
            r"|Q)?\.?\s?\p{Lu}{2,}(?:\s\p{Lu}{2,}){1,5})$"
        ),
        piece.text,
    )
    if match is None:
        return [piece]
    at = piece.start + match.start(2)
    return [Piece(match[1], piece.start, at - 1, piece.line, piece.gap), Piece(match[2], at, piece.end, piece.line)]


def _side_by_side(piece: Piece) -> list[Piece]:
    """Return the names of a line, each of which begins with a title, `TS. Lê Văn An ThS. Ngô Thị Bình`, and the office
    in capitals that a converter wrote before a name: `TRƯỞNG KHOA (Ký tên) TS. Lê Văn An`."""
    cuts = [0, *(at for at in titles_at(piece.text) if at), len(piece.text)]
    parts = [(a, piece.text[a:b].rstrip()) for a, b in pairwise(cuts)]
    if len(parts) < 2 or len(piece.text) != piece.end - piece.start:
        return [piece]
    apart = [replace(piece, text=text, start=piece.start + a, end=piece.start + a + len(text)) for a, text in parts]
    office = parts[0][1].partition("(")[0].rstrip()
    led = office.isupper() and any(office.startswith(known.upper()) for known in offices())
    if led:
        apart[0] = replace(apart[0], text=office, end=piece.start + len(office))
    named = apart[led:]
    return apart if all(name_in(part) and titles_at(part.text)[:1] == [0] for part in named) else [piece]


def _offices_beside(piece: Piece) -> list[Piece]:
    """Return the offices of a line in capitals that is nothing else, `TRƯỞNG KHOA TRƯỞNG BỘ MÔN`; a deputy's below."""
    known = "|".join(sorted(map(re.escape, map(str.upper, offices())), key=len, reverse=True))
    whole = piece.capitals and re.fullmatch(rf"(KT\.?\s?)?(?:{known})(?:\s+(?:{known}))+", piece.text)
    if not whole or len(piece.text) != piece.end - piece.start:
        return [piece]
    return [
        replace(piece, text=m[0], start=piece.start + m.start(), end=piece.start + m.end(), line=piece.line + n / 2)
        for n, m in zip(count(step=bool(whole[1])), re.finditer(rf"(?:KT\.?\s?)?(?:{known})", piece.text), strict=False)
    ]


def office_in(piece: Piece) -> Office | None:
    """Return the office that a line in capitals names, with its capacity."""
    text = re.sub(r"^\W+|[^\w)]+$", "", piece.text)
    match = _CAPACITY.match(text)
    rest = text[match.end() :] if match else text
    plain = bare(rest).strip()
    listed = re.match(r"\s*[-–•+]\s", piece.text)
    first = bare(rest.partition("/")[0]).strip()  # `Trưởng khoa/bộ môn`
    exact = not listed and rest[:1].isupper() and any(bare(office) in (plain, first) for office in offices())
    if not (piece.capitals or exact) or not 4 <= len(rest) <= 70 or re.search(r"\d{2}|:", rest):
        return None
    for office, act in sorted(offices().items(), key=lambda item: -len(item[0])):
        wanted = bare(office)
        if (fuzz.ratio(plain, wanted) >= 90 and plain[:1] == wanted[:1]) or (
            plain.startswith(wanted + " ") and (match or not _authority(plain, wanted))
        ):
            capacity = (re.sub(r"[./\s]", "", match[1]) + ".").replace("QUYỀN.", "Q.") if match else None
            return Office(piece, rest, act, capacity, piece if match else None)
    if match and match[1].startswith("TM") and piece.capitals and not listed:
        return Office(piece, rest, "signed", "TM.", piece)  # a body: its head's office stands below
    return None


def _authority(plain: str, wanted: str) -> bool:
    """Say whether the line names the office with its institution, as the line above the preamble does."""
    return _OF_AUTHORITY.match(plain[len(wanted) :].strip()) is not None


def name_in(piece: Piece) -> str | None:
    """Return the name of a person where a piece is nothing else."""
    text = re.sub(r"^[^\w(]+|[^\w.]+$", "", piece.text)
    text = text[0].upper() + text[1:] if _LOWERED.fullmatch(text) else text
    if len(text) > 60 or re.match(r"\s*[-–•+]", piece.text):
        return None
    if (person := parse_person(text) or parse_person(_TITLES.sub("", text))) is None:
        return None
    persons = find_persons(person.name, "vi")
    whole = persons and persons[0][0] == 0 and persons[0][1] >= len(person.name) - 1
    return person.name if whole or _translated(person) or is_person(person, "vi", listed=False) else None


def _translated(person: Person) -> bool:
    """Say whether a name without marks is one as translations print it: `Dr. Jane Doe`, `S. Doe`, `Tran Van Binh`."""
    family, *given = person.name.split()
    unmarked = len(given) > 1 and family.casefold() in {bare(name) for name in surnames()}
    return person.name.isascii() and bool(person.titles or person.name[1] == "." or unmarked)
